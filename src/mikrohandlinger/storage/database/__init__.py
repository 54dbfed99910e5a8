"""The database: opening it, its form, its tables, and the journal of changes."""
