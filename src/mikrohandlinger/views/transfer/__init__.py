"""What ``mikro export``, ``import`` and ``sync`` say."""
