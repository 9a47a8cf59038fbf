"""Where every shipped file comes from, under which licence, and the list of it that is shipped along."""
