"""The same as :mod:`training.evaluation.checklist_texts` where no score of images is learnt: by the same keys."""

from __future__ import annotations

TABULAR: dict[str, tuple[str, str]] = {
    "title": (
        "Development and evaluation of {models} prediction models of: {outcome}. Population: {cohort}.",
        "开发并评估预测下列结局的{models}模型：{outcome}。人群：{cohort}。",
    ),
    "objective": (
        "Development and evaluation: how well do the candidate predictors foretell: {outcome}?",
        "开发与评估：候选预测因子对下列结局的预测能力：{outcome}。",
    ),
    "candidates": (
        "Candidates: {predictors}. None was left out before the modelling by its relation to the outcome.",
        "候选变量：{predictors}。建模前未按与结局的关系剔除任何变量。",
    ),
    "predictors": ("{definitions}.", "{definitions}。"),
    "handling": (
        "Numbers enter linearly in their own units, choices as one indicator for each answer but the first.",
        "数值以原单位线性进入，选项除首项外各设一个指示变量。",
    ),
    "building": (
        "Logistic regression; how each model chooses its predictors stands in its recipe. Figures for the training "
        "sample are out of fold ({folds} folds, {repeats} runs): all selection is repeated without the patients that "
        "are predicted.",
        "logistic 回归；各模型的变量选择方式见其方案。训练集数值为折外预测（{folds} 折，{repeats} 次）：全部选择步骤"
        "均在不含被预测患者的数据上重复。",
    ),
    "measures": (
        "AUC, accuracy, sensitivity, specificity, predictive values at the site's event rate, calibration slope and "
        "intercept, O:E, ICI, Brier score, net benefit; ROC, calibration and decision curves.",
        "AUC、准确率、灵敏度、特异度、使用单位事件率下的预测值、校准斜率与截距、O:E、ICI、Brier 分数、净获益；"
        "ROC、校准与决策曲线。",
    ),
    "poor-input": ("Unknown answers widen the interval.", "未知项使区间变宽。"),
    "initialization": ("No encoder was trained or taken.", "未训练或采用影像编码器。"),
    "explainability": (
        "Nomogram and contributions of each predictor, which are exact for a linear model.",
        "列线图及各预测因子的贡献（对线性模型为精确值）。",
    ),
}
