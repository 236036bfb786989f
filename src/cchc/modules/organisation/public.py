"""What other modules may call of the organisation."""
