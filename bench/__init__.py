"""Measuring against the bounds: `make bench`. Not part of the tests, since time is not a fact."""
