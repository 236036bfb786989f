"""What measuring is: figures, cuts, values; pure."""
