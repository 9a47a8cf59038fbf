"""Simulated CT of the thoracic inlet from label atlases, in the manner of SynthSeg (Billot et al. 2023)."""
