"""The screen of ``mikro today``, and the lines that ``mikro log`` answers."""
