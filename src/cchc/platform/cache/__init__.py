"""The shared cache: a table, so that all web processes count the same attempts."""
