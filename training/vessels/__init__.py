"""The vessel model: two networks, from simulated volumes to a pack."""
