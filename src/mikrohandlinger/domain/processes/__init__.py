"""Facilitated meetings: their scripts, and the time of one that is held."""
