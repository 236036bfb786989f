"""Lists as files: xlsx and csv, streamed, exactly what is seen."""
