"""The screens and the pages of ``mikro process``."""
