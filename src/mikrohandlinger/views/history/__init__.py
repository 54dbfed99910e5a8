"""The screen of ``mikro history``."""
