"""The readers of file formats: each turns one kind of file into a `Layout`; `intake` chooses."""
