"""``mikro rule``: what gets in the way, and what became of it."""
