"""Long work in a process of its own: the window stays alive whatever happens in a native library."""
