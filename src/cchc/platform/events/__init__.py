"""Events: what happened, said once by an operation, kept in the trail and heard by higher modules."""
