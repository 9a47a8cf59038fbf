"""The main window: start page, series browser, the case with its form, images and result."""
