"""Reads and writes Vietnamese official documents; a library that knows nothing of the web or the database."""
