"""What the user's data looks like where it leaves the machine or comes to it: formats and files."""
