"""The factory: simulate, train, quantize, evaluate, build packs. Needs torch; never shipped."""
