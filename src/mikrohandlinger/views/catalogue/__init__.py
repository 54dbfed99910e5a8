"""The screen of ``mikro actions``."""
