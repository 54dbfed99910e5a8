"""The screen of ``mikro config``."""
