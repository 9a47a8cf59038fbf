"""The window: Qt widgets on top of ``desktop``. Nothing here loads a scientific library when it is imported."""
