"""The trail: who did what, when, and why; append-only, without foreign keys."""
