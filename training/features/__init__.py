"""Image features of the vessels: crops, encoder, pretraining, extraction."""
