"""The technical kernel: it knows no word of the office."""
