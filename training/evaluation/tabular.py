"""Texts of the report and of the checklists for recipes without a score of images, or without vessels, by its keys."""

from __future__ import annotations

REPORT: dict[str, tuple[str, str]] = {
    "figure.nomogram": (
        "Nomogram of the {shipped}. Read off the points of each answer, add them up, and read the risk at the site "
        "below the total.",
        "{shipped}列线图。读出各项对应的分值并相加，在总分下方读出使用单位的风险。",
    ),
    "figure.learning": (
        "AUC of the {shipped} against the number of training cases. The regression is fitted anew on random parts "
        "of the training cases; the choice of predictors stays as it is, so that the curve is too flat. Line: median "
        "over the parts. Band: their middle 95 %.",
        "{shipped} AUC 与训练病例数的关系。随机抽取部分训练病例重新拟合回归；变量选择保持不变，因此曲线偏平。"
        "曲线：随机抽取的中位数。色带：中间 95 %。",
    ),
    "note.optimism": (
        "Apparent: the final model on its own training cases. Out of fold: selection and coefficients were learnt "
        "without the case that is predicted. Optimism is the difference; it is what a report of apparent figures "
        "hides. Out-of-fold predictions are averaged over the runs of cross-validation, which can only help: "
        "beside it "
        "the mean AUC of the single runs.",
        "表观：最终模型用于自身训练病例。折外：变量选择与系数均未使用被预测病例。两者之差即乐观偏倚，是仅报告表观"
        "性能时被掩盖的部分。折外预测为多次交叉验证的平均，只会有利于结果；旁列单次交叉验证 AUC 的均值。",
    ),
    "note.effects": (
        "Fitted on n = {n}, {events}; coefficients shrunk by the factor {shrinkage}. Wald intervals from the standard "
        "errors before shrinkage; they ignore that predictors may have been chosen on the same data, and may be too "
        "narrow.",
        "拟合样本 n = {n}，{events}；系数已乘以收缩因子 {shrinkage}。Wald 区间采用收缩前标准误，未计入变量选择可能"
        "使用同一数据的影响，可能偏窄。",
    ),
    "note.alternatives": (
        "Training, out of fold, n = {n}, {events}. All predictors with a penalty, in place of a choice among them.",
        "训练集折外，n = {n}，{events}。以惩罚回归纳入全部预测因子，代替变量选择。",
    ),
}
STRUCTURES: dict[str, tuple[str, str]] = {
    "section.vessels": ("Segmentation", "分割"),
    "table.vessels": ("Segmentation by sample", "各样本分割性能"),
    "head.vessel": ("Structure", "结构"),
    "figure.vessels": (
        "Dice coefficient of each structure. Dots: cases. Bar: mean with 95 % bootstrap interval.",
        "各结构的 Dice 系数。圆点：病例。粗线：均值及自助法 95 % 置信区间。",
    ),
    "note.vessels": (
        "Mean over cases with 95 % bootstrap interval. n differs where a measure is not defined. A structure that was "
        "missed altogether has Dice 0 and no distance.",
        "病例均值及自助法 95 % 置信区间。指标无定义时 n 不同。完全漏掉的结构 Dice 为 0，无距离值。",
    ),
    "note.readers": (
        "ICC(2,1): absolute agreement of one reader (Shrout and Fleiss 1979) with its interval. Mean "
        "difference: second "
        "minus first reader, 95 % interval of Student's t. Diameter: of a circle with the mean cross-section.",
        "ICC(2,1)：单次评估的绝对一致性（Shrout 和 Fleiss 1979）及其区间。平均差：第二减第一阅片者，t 分布 95 % 区间。"
        "直径：与平均横截面等面积圆的直径。",
    ),
    "text.regions": (
        "The region was found in {found} of {cases} cases; where it was not, every structure counts as missed.",
        "{cases} 例中 {found} 例找到目标区域；未找到者各结构均计为漏检。",
    ),
}
"""In place of those of vessels, where no structure of the recipe is one."""
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
        "Numbers enter untransformed and without categories, choices as one indicator for each answer but the first.",
        "数值不作转换与分组，选项除首项外各设一个指示变量。",
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
