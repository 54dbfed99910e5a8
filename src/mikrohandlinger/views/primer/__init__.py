"""The screens of ``mikro why``."""
