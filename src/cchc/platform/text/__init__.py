"""Vietnamese text: folding, sorting, likeness, numbers and dates as people write them."""
