"""One frozen value per screen, and the renderers that draw it."""
