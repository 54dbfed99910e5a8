"""What only the terminal needs, with Rich."""
