"""The screen of ``mikro history --year``."""
