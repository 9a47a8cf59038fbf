"""A procedural body for demonstrations, self-tests and training; it comes from no scan."""
