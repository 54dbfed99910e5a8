"""``mikro process``."""
