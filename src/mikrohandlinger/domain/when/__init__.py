"""Days, times and weeks as people write them."""
