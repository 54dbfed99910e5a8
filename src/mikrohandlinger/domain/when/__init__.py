"""What people write of days and times, understood in Danish and English."""
