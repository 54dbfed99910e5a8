"""The commands: a signature, a use case, a view."""
