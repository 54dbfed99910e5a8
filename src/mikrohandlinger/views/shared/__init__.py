"""What every screen has in common."""
