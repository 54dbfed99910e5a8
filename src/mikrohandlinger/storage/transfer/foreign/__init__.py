"""The histories of other programs, one module each."""
