"""One small act a day that makes it safer to speak up at work."""

__version__ = "0.1.0"
