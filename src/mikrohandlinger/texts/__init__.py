"""Danish and English: translations and dates in words."""
