"""The screen of ``mikro nudge``, and the texts of the reminder."""
