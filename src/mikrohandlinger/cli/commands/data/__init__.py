"""The commands by which the user's data is the user's."""
