"""The commands of `cchc`, one a file: each says what it takes (`add`) and does it (`run`)."""
