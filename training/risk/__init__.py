"""The risk models: image signature, clinical and combined, their distance check, and recalibration at a site."""
