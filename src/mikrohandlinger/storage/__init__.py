"""Everything on disk: the database, the settings, the catalogue, the cache."""
