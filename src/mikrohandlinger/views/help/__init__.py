"""The screen of ``--help``."""
