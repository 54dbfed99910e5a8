"""The user's data is the user's: kept, put back, checked, mended, gone."""
