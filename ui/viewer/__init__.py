"""The image viewer: three linked planes and a view of the vessels in space, with tools to measure and to edit masks.

What can be decided without a window is in :mod:`ui.viewer.planes`, :mod:`ui.viewer.model`, :mod:`ui.viewer.cutting`,
:mod:`ui.viewer.measuring`, :mod:`ui.viewer.surface` and :mod:`ui.viewer.turning`, which know no Qt.
"""
