"""An entry by itself: what ``mikro log`` answers, and an entry within every other document."""
