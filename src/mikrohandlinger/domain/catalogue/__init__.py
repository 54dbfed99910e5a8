"""The three actions and their variations."""
