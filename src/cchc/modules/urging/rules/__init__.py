"""Rules of urging: pure."""
