"""Rules of the organisation: pure."""
