"""What turns the finished program folder into a setup for Windows."""
