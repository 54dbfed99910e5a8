"""The user's data on its way: out, in, and together with that of the user's other machines."""
