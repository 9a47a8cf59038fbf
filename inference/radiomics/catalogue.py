"""Names of all features, as PyRadiomics has them, each with its code in the reference manual of IBSI.

Zwanenburg et al., Radiology 2020;295:328 and arXiv:1612.07003; van Griethuysen et al., Cancer Res 2017;77:e104. Where a
code is empty, IBSI does not define the feature. The matrix of each direction is made into features, which are then
averaged: IBSI's "3D:avg".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SHAPE = "shape"
"""Of the region as it was drawn: it exists once, whatever the image is filtered with."""

FEATURES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        SHAPE: {
            "Elongation": "Q3CK",
            "Flatness": "N17B",
            "LeastAxisLength": "7J51",
            "MajorAxisLength": "TDIC",
            "Maximum2DDiameterColumn": "",
            "Maximum2DDiameterRow": "",
            "Maximum2DDiameterSlice": "",
            "Maximum3DDiameter": "L0JK",
            "MeshVolume": "RNU0",
            "MinorAxisLength": "P9VJ",
            "Sphericity": "QCFX",
            "SurfaceArea": "C0JK",
            "SurfaceVolumeRatio": "2PR5",
            "VoxelVolume": "YEKZ",
        },
        "firstorder": {
            "10Percentile": "QG58",
            "90Percentile": "8DWT",
            "Energy": "N8CA",
            "Entropy": "TLU2",
            "InterquartileRange": "SALO",
            "Kurtosis": "IPH6",
            "Maximum": "84IY",
            "Mean": "Q4LE",
            "MeanAbsoluteDeviation": "4FUA",
            "Median": "Y12H",
            "Minimum": "1GSF",
            "Range": "2OJQ",
            "RobustMeanAbsoluteDeviation": "1128",
            "RootMeanSquared": "5ZWQ",
            "Skewness": "KE2A",
            "TotalEnergy": "",
            "Uniformity": "BJ5W",
            "Variance": "ECT3",
        },
        "glcm": {
            "Autocorrelation": "QWB0",
            "ClusterProminence": "AE86",
            "ClusterShade": "7NFM",
            "ClusterTendency": "DG8W",
            "Contrast": "ACUI",
            "Correlation": "NI2N",
            "DifferenceAverage": "TF7R",
            "DifferenceEntropy": "NTRS",
            "DifferenceVariance": "D3YU",
            "Id": "IB1Z",
            "Idm": "WF0Z",
            "Idmn": "1QCO",
            "Idn": "NDRX",
            "Imc1": "R8DG",
            "Imc2": "JN9H",
            "InverseVariance": "E8JP",
            "JointAverage": "60VM",
            "JointEnergy": "8ZQL",
            "JointEntropy": "TU9B",
            "MCC": "",
            "MaximumProbability": "GYBY",
            "SumAverage": "ZGXS",
            "SumEntropy": "P6QZ",
            "SumSquares": "UR99",
        },
        "glrlm": {
            "GrayLevelNonUniformity": "R5YN",
            "GrayLevelNonUniformityNormalized": "OVBL",
            "GrayLevelVariance": "8CE5",
            "HighGrayLevelRunEmphasis": "G3QZ",
            "LongRunEmphasis": "W4KF",
            "LongRunHighGrayLevelEmphasis": "3KUM",
            "LongRunLowGrayLevelEmphasis": "IVPO",
            "LowGrayLevelRunEmphasis": "V3SW",
            "RunEntropy": "HJ9O",
            "RunLengthNonUniformity": "W92Y",
            "RunLengthNonUniformityNormalized": "IC23",
            "RunPercentage": "9ZK5",
            "RunVariance": "SXLW",
            "ShortRunEmphasis": "22OV",
            "ShortRunHighGrayLevelEmphasis": "GD3A",
            "ShortRunLowGrayLevelEmphasis": "HTZT",
        },
        "glszm": {
            "GrayLevelNonUniformity": "JNSA",
            "GrayLevelNonUniformityNormalized": "Y1RO",
            "GrayLevelVariance": "BYLV",
            "HighGrayLevelZoneEmphasis": "5GN9",
            "LargeAreaEmphasis": "48P8",
            "LargeAreaHighGrayLevelEmphasis": "J17V",
            "LargeAreaLowGrayLevelEmphasis": "YH51",
            "LowGrayLevelZoneEmphasis": "XMSY",
            "SizeZoneNonUniformity": "4JP3",
            "SizeZoneNonUniformityNormalized": "VB3A",
            "SmallAreaEmphasis": "P001",
            "SmallAreaHighGrayLevelEmphasis": "HW1V",
            "SmallAreaLowGrayLevelEmphasis": "5RAI",
            "ZoneEntropy": "GU8N",
            "ZonePercentage": "P30P",
            "ZoneVariance": "3NSA",
        },
        "gldm": {
            "DependenceEntropy": "FCBV",
            "DependenceNonUniformity": "Z87G",
            "DependenceNonUniformityNormalized": "OKJI",
            "DependenceVariance": "DNX2",
            "GrayLevelNonUniformity": "FP8K",
            "GrayLevelVariance": "1PFV",
            "HighGrayLevelEmphasis": "OAE7",
            "LargeDependenceEmphasis": "IMOQ",
            "LargeDependenceHighGrayLevelEmphasis": "9QMG",
            "LargeDependenceLowGrayLevelEmphasis": "NBZI",
            "LowGrayLevelEmphasis": "TL9H",
            "SmallDependenceEmphasis": "SODN",
            "SmallDependenceHighGrayLevelEmphasis": "JA6D",
            "SmallDependenceLowGrayLevelEmphasis": "EQ3F",
        },
        "ngtdm": {
            "Busyness": "NQ30",
            "Coarseness": "QCDE",
            "Complexity": "HDEZ",
            "Contrast": "65HE",
            "Strength": "1X9X",
        },
    }
)
"""Code of IBSI by family and name."""

IBSI_OFFSETS: Mapping[str, float] = MappingProxyType({"IPH6": 3.0})
"""What a figure here, as in PyRadiomics, has more than IBSI's: kurtosis is 3 for a normal distribution, IBSI's is 0."""


def ibsi_code(feature: str) -> str:
    """Code of a feature such as ``original_glcm_Contrast``; empty where IBSI has none.

    Raises
    ------
    KeyError
        If there is no such feature.
    """
    _, family, name = feature.split("_")
    return FEATURES[family][name]
