"""What the models of a simulated cohort are worth, tried on patients whose truth is known."""
