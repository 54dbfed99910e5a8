"""``mikro actions``."""
