"""The evaluation: figures computed (results), put into tables and pictures, printed as HTML and PDF."""
