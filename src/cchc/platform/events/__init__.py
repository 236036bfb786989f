"""What happened, said once by an operation, kept in the trail, heard by higher modules."""
