"""Rules that get in the way."""
