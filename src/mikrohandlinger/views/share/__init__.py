"""The answers of a week that a team can talk about."""
