"""The application without widgets: command line, reports, pack library, self-test."""
