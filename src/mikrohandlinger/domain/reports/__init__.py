"""What a week, a year and a reflection come to."""
