"""What the program does: a context and values in, a frozen value out. Nothing is printed here."""
