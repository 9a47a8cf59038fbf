"""From coefficients and answers to a risk that can be explained."""
