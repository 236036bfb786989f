"""Rules of the worklist: pure."""
