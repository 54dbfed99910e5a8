"""The screens of what is kept, put back, checked, mended and erased."""
