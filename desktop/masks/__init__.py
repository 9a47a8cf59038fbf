"""Editing of masks: the model behind the viewer's brush. No widgets, and nothing heavy is loaded before it is used."""

from desktop.masks.editor import Growth, MaskEditor

__all__ = ["Growth", "MaskEditor"]
