"""Rules of meetings: pure."""
