"""The pages of the frame itself: finding, choices, the person's own page, samples."""
