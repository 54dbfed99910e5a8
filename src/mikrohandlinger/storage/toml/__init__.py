"""The TOML files: reading them, and the one way to change one that a person wrote."""
