"""Files: type sniffed, hashed, versioned, and read only by those who may."""
