"""The bridge from nnU-Net v2: a trained model becomes ONNX graphs and a step of a pack."""
