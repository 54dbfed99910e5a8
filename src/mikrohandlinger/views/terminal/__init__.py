"""The screens of the terminal. Only this package imports Rich, and only when a screen is drawn."""
