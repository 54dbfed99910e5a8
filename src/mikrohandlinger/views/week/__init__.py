"""The screen of ``mikro week``."""
