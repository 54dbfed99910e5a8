"""One small act a day that makes it safer to speak at work."""

__version__ = "0.1.0"
