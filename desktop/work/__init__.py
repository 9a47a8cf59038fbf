"""Work on cases without a window: what is done, logged, stored and told, the same for every front end."""
