"""Rules that get in the way: what is known of one, what it costs, and how it moves until it is answered."""
