"""Statistics of a validation study: discrimination, calibration, decision curves, agreement, segmentation.

One rule everywhere: NaN means «not estimable from this sample» (for instance an AUC without events), never zero. Input
that cannot be meant (a probability above 1, arrays of unequal length) raises ``ValueError``.
"""
