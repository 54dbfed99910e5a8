"""The operating system's own schedulers."""
