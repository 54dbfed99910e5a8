"""What ``mikro pause`` and ``mikro resume`` answer."""
