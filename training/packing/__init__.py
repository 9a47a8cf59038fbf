"""From locked models to a signed pack: quantize, head, manifest, card, golden case."""
