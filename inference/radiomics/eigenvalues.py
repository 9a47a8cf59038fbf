"""Largest eigenvalues of many small symmetric matrices.

LAPACK would wake all cores for matrices of some eighty rows, which costs more than the work itself.
"""

from __future__ import annotations

import numpy as np

STEPS = 48
"""Of Lanczos' method. Up to so many rows it is exact; beyond, the outermost eigenvalues have long settled."""
NOTHING = 1e-14


def largest(matrices: np.ndarray) -> np.ndarray:
    """Largest absolute eigenvalue of each matrix, by Lanczos' method with full reorthogonalisation.

    Parameters
    ----------
    matrices : array, shape (count, n, n)
        Symmetric, with elements of about 1.

    Returns
    -------
    array, shape (count,)
    """
    count, n, _ = matrices.shape
    steps = min(n, STEPS)
    vector = np.random.default_rng(0).standard_normal((count, n))
    basis, small = np.zeros((count, steps, n)), np.zeros((count, steps, steps))
    for step in range(steps):
        for _ in range(2):
            along = np.einsum("csn,cn->cs", basis[:, :step], vector)
            vector = vector - np.einsum("csn,cs->cn", basis[:, :step], along)
        length = np.sqrt((vector**2).sum(axis=1))
        if step:
            small[:, step, step - 1] = small[:, step - 1, step] = np.where(length > NOTHING, length, 0)
        # Where nothing new is left the rest stays 0.
        basis[:, step] = np.where(length > NOTHING, 1 / np.maximum(length, NOTHING), 0)[:, None] * vector
        vector = np.einsum("cij,cj->ci", matrices, basis[:, step])
        small[:, step, step] = (vector * basis[:, step]).sum(axis=1)
    return np.abs(np.linalg.eigvalsh(small)).max(axis=1)
