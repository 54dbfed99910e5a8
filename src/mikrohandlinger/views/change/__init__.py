"""What ``mikro undo``, ``edit`` and ``delete`` answer."""
