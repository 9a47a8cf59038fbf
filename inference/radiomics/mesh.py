"""The surface of a mask: marching cubes halfway between voxels inside and outside.

Lorensen and Cline, Comput Graph (ACM) 1987;21:163. As every surface point is the middle of an edge, a cube has one of
256 shapes, and area and volume are sums over how often each occurs.
"""

from __future__ import annotations

import numpy as np

from inference.triples import Triple

CORNERS = ((0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0))
"""Of a cube, k, j, i; bit n of its number says whether corner n is inside."""
EDGES = ((0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4), (0, 4), (1, 5), (2, 6), (3, 7))
"""Two corners each; triangles go through their middles."""
TRIANGLES = """
- 083 190 183198 12a 08312a 92a029 2832a8a98 b23 b2008b 190b23 b2119b98b 3a1ba3 a1008a8ba 9033b9ba9 98aba8 478
043473 190478 194147173 12a478 34730412a 92a902478 2a9297273479 478b23 b47b24204 190478b23 47b94bb29192
3a1ba3478 ba114b10447b 4789033b9ba9 47b4b99ba 954 954083 054015 854835315 12a954 08312a954 2a5542240
2a5325354834 954b23 b2008b954 054015b23 215258b28548 3a1ba3954 549a1008a8ba 54050ba5bb03 548a58ba8 789579
309539357 780017715 157173 78957912a 12a309395357 0288258572a5 2a5253357 579789b23 579972209b27 b23018178157
21b17b157 7895793a1ba3 5705097b0a10ba0 ba003ba50078570 ba557b 65a 08365a 19065a 18319865a 165126 165126083
965906026 598582526832 b2365a b2008b65a 190b2365a b2119b98b65a 63b653513 08b0b50515b6 63b036065059 65969bb98
47865a 04347365a 19047865a 19414717365a 478165126 043473165126 478965906026 739479329596269 b2347865a
b47b2420465a 190b2347865a 47b94bb2919265a 47863b653513 51b5b610b47b04b 47863b036065059 65969b4797b9 a4964a
a4964a083 01aa60640 18316886461a 149124264 149124264083 024426 832824426 b23a4964a b2008ba4964a b2301aa60640
64161a148b2118b 964369139b63 18b081b61149641 63b036640 86468b 67a78a89a 67a0a709a073 67a1a7178018 67a1a7173
126168189678 269129679309739 078706602 273267 b2367a78a89a 207b2709767a9a7 67a1a7178018b23 b2117ba61167
896678169b63136 09167b 07870603bb60 67b
"""
"""Three edges a triangle, by the number of a cube whose last corner is outside; any other is the complement of one of
these, turned inside out. The table in common use (P. Bourke, Polygonising a scalar field, 1994), with the diagonals of
PyRadiomics (BSD-3-Clause), so that areas are the same."""


def surface(mask: np.ndarray, spacing_mm: Triple) -> tuple[float, float]:
    """Area and volume of a mask's surface.

    Parameters
    ----------
    mask : bool array [k, j, i]
    spacing_mm
        Along k, j, i.

    Returns
    -------
    area, volume : float
        mm2 and mm3.
    """
    inside = np.pad(mask, 1).astype(np.uint8)
    count = [n - 1 for n in inside.shape]
    number = np.zeros(count, np.uint8)
    for bit, corner in enumerate(CORNERS):
        number |= inside[tuple(slice(c, c + n) for c, n in zip(corner, count))] << bit
    areas, volumes, normals = _shapes(np.array(spacing_mm))
    flat = number.ravel()
    crossed = np.flatnonzero((flat > 0) & (flat < 255))
    kinds = flat[crossed]
    places = np.stack(np.unravel_index(crossed, count), axis=1) * np.array(spacing_mm)
    often = np.bincount(kinds, minlength=256)
    volume = often @ volumes + np.einsum("nd,nd->", places, normals[kinds])
    return float(often @ areas), float(volume) / 6


def _shapes(spacing: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """By the number of a cube: area, six times the volume towards its own corner, and what moving it by 1 mm adds."""
    middles = np.array([np.mean([CORNERS[a], CORNERS[b]], axis=0) for a, b in EDGES]) * spacing
    owners = [number for number, edges in enumerate(TRIANGLES.split()) for _ in range(len(edges) // 3)]
    edges = [int(edge, 16) for edge in TRIANGLES if edge not in "- \n"]
    a, b, c = np.moveaxis(middles[edges].reshape(-1, 3, 3), 1, 0)
    areas, volumes, normals = np.zeros(256), np.zeros(256), np.zeros((256, 3))
    np.add.at(areas, owners, np.linalg.norm(np.cross(a - c, b - c), axis=1) / 2)
    np.add.at(volumes, owners, np.einsum("nd,nd->n", np.cross(a, b), c))
    np.add.at(normals, owners, np.cross(b, c) + np.cross(c, a) + np.cross(a, b))
    return areas + areas[::-1], volumes - volumes[::-1], normals - normals[::-1]
