"""Working days and hours: pure."""
