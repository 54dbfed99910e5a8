"""``mikro nudge``."""
