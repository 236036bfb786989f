"""What people read instead of the codes of the organisation."""
