"""What the factory can say itself to an item of TRIPOD+AI or CLAIM; anything else is for the site to write."""

from __future__ import annotations

FILLED: dict[str, tuple[str, str]] = {
    "title": (
        "Development and evaluation of {models} prediction models of: {outcome}. "
        "Population: {cohort}. Image features by a convolutional network, classified by penalised regression.",
        "开发并评估预测下列结局的{models}模型：{outcome}。人群：{cohort}。影像特征由卷积网络提取，以惩罚回归分类。",
    ),
    "objective": (
        "Development and evaluation: do features of the vessels on non-contrast CT add to clinical predictors "
        "of: {outcome}?",
        "开发与评估：平扫 CT 血管特征能否在临床预测因子之外增加对下列结局的预测价值：{outcome}？",
    ),
    "source-simulated": (
        "Simulated patients (precontrast-train simulate-cohort): images, predictors and outcomes are "
        "generated, and the outcome follows a stated model. No clinical validity.",
        "仿真患者（precontrast-train simulate-cohort）：影像、预测因子和结局均为生成，结局服从已说明的模型。无"
        "临床效力。",
    ),
    "centres": ("Centres by sample: {centres}.", "各样本的中心：{centres}。"),
    "preparation": (
        "precontrast-train check tests every study and mask (geometry, contrast, side, labels), the table's "
        "form and ranges, and patients shared between samples. The same series is chosen as in the program. "
        "The checks do not depend on who the patient is.",
        "precontrast-train check 检查每个检查与掩膜（几何、增强、侧别、标签）、表格格式与取值范围，以及样本间"
        "是否有相同患者。序列选择与程序一致。检查与患者身份特征无关。",
    ),
    "outcome": ("Outcome as named by the cohort: {outcome} (yes or no).", "队列所称的结局：{outcome}（是或否）。"),
    "candidates": (
        "Candidates: {predictors}, and the image signature. None was left out before the modelling by its "
        "relation to the outcome.",
        "候选变量：{predictors}，以及影像评分。建模前未按与结局的关系剔除任何变量。",
    ),
    "predictors": (
        "{definitions}. Image signature: linear score of the image features.",
        "{definitions}。影像评分：影像特征的线性得分。",
    ),
    "sample-size": ("Training: n = {n}, {events}. {needed}", "训练集：n = {n}，{events}。{needed}"),
    "needed": (
        "For {parameters} planned parameters the criteria of Riley (2019, 2020) ask for {patients} patients ({basis}).",
        "按计划的 {parameters} 个参数，Riley（2019、2020）准则要求 {patients} 例（{basis}）。",
    ),
    "basis-auc": ("anticipated AUC {auc}", "预期 AUC {auc}"),
    "basis-share": ("Cox-Snell R² at 15 % of its maximum", "Cox-Snell R² 取最大值的 15 %"),
    "missing": (
        "Unknown answers stay unknown and are never filled in. {counts} A model gives no prediction here for "
        "a case with an unknown answer that it needs; in the program such an answer is averaged over the "
        "reference population and widens the interval.",
        "未知项保持未知，从不填补。{counts}所需项未知的病例在本评估中无该模型的预测值；程序中未知项按参考人群"
        "取平均，并使区间变宽。",
    ),
    "missing-none": ("No answer is unknown in this cohort.", "本队列无未知项。"),
    "missing-some": ("Unknown: {list}.", "未知例数：{list}。"),
    "partition": (
        "By patient: {samples}. The external test is {external}.",
        "按患者划分：{samples}。外部测试集：{external}。",
    ),
    "external-centre": ("of other centres ({centres})", "来自其他中心（{centres}）"),
    "external-same": (
        "of the same centres and no external test in the strict sense",
        "来自相同中心，严格意义上不属外部测试",
    ),
    "external-none": ("missing", "缺失"),
    "disjoint": ("Patient level; checked by precontrast-train check.", "患者层级；由 precontrast-train check 核查。"),
    "subsets": ("Cases with a known outcome and a prediction: {samples}.", "结局已知且有预测值的病例：{samples}。"),
    "handling": (
        "Numbers enter untransformed and without categories, choices as one indicator for each answer but the first; "
        "image features are standardised by the training patients.",
        "数值不作转换与分组，选项除首项外各设一个指示变量；影像特征按训练患者标准化。",
    ),
    "building": (
        "{scores}{models}. Figures for the training sample are out of fold ({folds} folds, {repeats} runs): all "
        "selection and tuning is repeated without the patients that are predicted.",
        "{scores}{models}。训练集数值为折外预测（{folds} 折，{repeats} 次）：全部选择与调参步骤均在不含被预测患者的"
        "数据上重复。",
    ),
    "building-score": (
        "{title}: {head} on {features} features, chosen and tuned inside nested cross-validation. ",
        "{title}：对 {features} 个特征使用 {head}，在嵌套交叉验证内选择与调参。",
    ),
    "selection": (
        "Inside nested cross-validation on the training sample only; validation and external test were not looked at.",
        "仅在训练集的嵌套交叉验证内选择；未使用验证集与外部测试集。",
    ),
    "clusters": (
        "Centres: see the subgroup table; no cluster-specific terms were fitted.",
        "中心：见亚组表；未拟合聚类特异项。",
    ),
    "measures": (
        "AUC, accuracy, sensitivity, specificity, predictive values at the site's event rate, calibration "
        "slope and intercept, O:E, ICI, Brier score, net benefit; ROC, calibration and decision curves; for "
        "masks Dice, IoU, HD95 and volume error.",
        "AUC、准确率、灵敏度、特异度、使用单位事件率下的预测值、校准斜率与截距、O:E、ICI、Brier 分数、净获益；"
        "ROC、校准与决策曲线；掩膜为 Dice、IoU、HD95 与体积误差。",
    ),
    "uncertainty": (
        "95 % intervals: DeLong (logit scale), stratified bootstrap of patients ({repeats} samples, seed "
        "{seed}), Wilson, logit for predictive values. DeLong's test between models, unadjusted.",
        "95 % 置信区间：DeLong（logit 尺度）、按结局分层的患者自助法（{repeats} 次，种子 {seed}）、Wilson，预"
        "测值用 logit 法。模型间 DeLong 检验，未校正。",
    ),
    "updating": (
        "No coefficient was updated in the evaluation. Probabilities are shifted from the training event rate "
        "({training}) to the site's ({site}); Saerens 2002.",
        "评估中未更新系数。概率由训练集事件率（{training}）转换至使用单位事件率（{site}）；Saerens 2002。",
    ),
    "calculated": (
        "By the locked models in risk/model.json (SHA-256 {digest}…); nothing was fitted on validation or "
        "external test.",
        "由 risk/model.json 中锁定的模型计算（SHA-256 {digest}…）；未在验证集或外部测试集上拟合任何内容。",
    ),
    "imbalance": (
        "No resampling. The event rate is {training} in training and {site} at the site; probabilities are shifted "
        "from the one to the other, and calibration and net benefit reweighted.",
        "未作重采样。训练集事件率为 {training}，使用单位为 {site}；概率由前者转换至后者，校准与净获益经重新加权。",
    ),
    "fairness": (
        "Performance is shown by sex, age, centre and scanner as far as known; the models were not adjusted "
        "for fairness.",
        "按性别、年龄、中心及机型（如已知）给出性能；模型未作公平性调整。",
    ),
    "output": (
        "Probability at the training event rate, shifted to the site's. Thresholds, locked on the training "
        "sample: {thresholds}.",
        "输出为训练集事件率下的概率，并转换至使用单位。训练集锁定的阈值：{thresholds}。",
    ),
    "differences": (
        "Centres by sample: {centres}. Predictors by sample: see the table of patients.",
        "各样本的中心：{centres}。各样本预测因子：见患者特征表。",
    ),
    "code": (
        "Precontrast {version}; log.jsonl in the work folder holds every command with seed and library versions.",
        "Precontrast {version}；工作文件夹中的 log.jsonl 记录每条命令、种子及库版本。",
    ),
    "flow": ("{samples}.", "{samples}。"),
    "characteristics": ("See the table of patients by sample in report.html.", "见 report.html 中各样本患者特征表。"),
    "specification": (
        "Odds ratios, nomogram and intercept: report.html; all coefficients, covariance and thresholds: "
        "risk/model.json. {Shipped}: {effects}.",
        "优势比、列线图与截距见 report.html；全部系数、协方差与阈值见 risk/model.json。{shipped}：{effects}。",
    ),
    "performance": (
        "{Shipped}, AUC: {areas}. Calibration, net benefit and subgroups: report.html.",
        "{shipped} AUC：{areas}。校准、净获益与亚组见 report.html。",
    ),
    "diagnostic": ("{Shipped} at its locked threshold: {classified}.", "{shipped}在锁定阈值下：{classified}。"),
    "limits": (
        "Known to the factory: {n} training cases, {events}; risks at the site rest on its event rate, {site}.{more}",
        "工厂已知：训练 {n} 例，{events}；使用单位风险依赖其事件率（{site}）。{more}",
    ),
    "limits-simulated": (" The cohort is simulated.", "队列为仿真。"),
    "poor-input": (
        "The program checks each series and refuses an image risk when a check fails or the image features "
        "lie outside the training distribution; it then falls back to the clinical model with a clear label. "
        "Unknown answers widen the interval.",
        "程序检查每个序列；检查不通过或影像特征超出训练分布时拒绝给出影像风险，并明确标注后退回临床模型。未知"
        "项使区间变宽。",
    ),
    "acquisition": ("As recorded in the headers: {scanners}.", "据文件头记录：{scanners}。"),
    "annotations": (
        "{masks} of {cases} cases have a mask; readers named in the table: {readers}.",
        "{cases} 例中 {masks} 例有掩膜；表中所列阅片者：{readers}。",
    ),
    "readers": ("Between readers, ICC(2,1): {figures}.", "阅片者间 ICC(2,1)：{figures}。"),
    "initialization": (
        "See log.jsonl: the options --start-from of train-vessels and those of features name the weights.",
        "见 log.jsonl：train-vessels 的 --start-from 选项及 features 的选项注明初始权重。",
    ),
    "robustness": (
        "Subgroups, refits on fewer training cases, and calibration at another event rate: report.html.",
        "亚组、减少训练病例的重新拟合、另一事件率下的校准：见 report.html。",
    ),
    "explainability": (
        "Nomogram and contributions of each predictor, which are exact for a linear model; what the image "
        "signature rests on is not explained.",
        "列线图及各预测因子的贡献（对线性模型为精确值）；影像评分的依据未作解释。",
    ),
    "internal": ("{Shipped}, AUC: {areas}.", "{shipped} AUC：{areas}。"),
    "external": ("{Shipped}, AUC: {areas}.", "{shipped} AUC：{areas}。"),
    "failures": (
        "Errors of the {shipped} at its locked threshold: {errors}. The cases stand in risk/predictions.csv.",
        "{shipped}在锁定阈值下的错误：{errors}。具体病例见 risk/predictions.csv。",
    ),
    "details": ("README of training/ and the pack author's guide.", "见 training/ 的 README 与数据包作者指南。"),
}
LEARNT: dict[str, tuple[str, str]] = {
    "missing": (
        "Unknown answers stay unknown and are never filled in. {counts} For a case with an unknown answer that it "
        "needs the {shipped} gives no prediction, here as in the program.",
        "未知项保持未知，从不填补。{counts}所需项未知的病例，{shipped}在本评估与程序中均不给出预测值。",
    ),
    "poor-input": (
        "The program gives no risk when a check of the images fails, when their features lie outside the training "
        "distribution, or when an answer is unknown that the model needs.",
        "影像检查不通过、影像特征超出训练分布或模型所需项未知时，程序不给出风险。",
    ),
    "explainability": (
        "Contributions of each predictor to the log-odds: exact for linear models and trees, by permutation for other "
        "kernels of a support vector machine. What a score of images rests on is not explained.",
        "各预测因子对对数优势的贡献：线性模型与树模型为精确值，支持向量机的其他核函数采用置换法；影像评分的依据未作解释。",
    ),
}
"""In place of the above where the model that ships is no logistic one."""
FRAME: dict[str, tuple[str, str]] = {
    "tripod": ("TRIPOD+AI (27 items)", "TRIPOD+AI（27 项）"),
    "claim": ("CLAIM 2024 (44 items)", "CLAIM 2024（44 项）"),
    "intro": (
        "A skeleton: filled is only what the factory knows from the files it worked on. Full wording: {reference}.",
        "填写框架：仅填入工厂从所处理文件得知的内容。条目全文见：{reference}。",
    ),
    "item": ("Item", "条目"),
    "asks": ("What is asked", "要求"),
    "here": ("Here", "本研究"),
    "site": ("**to be written by the site**", "**由使用单位填写**"),
    "more": ("**to be completed by the site**", "**由使用单位补充**"),
    "false-positive": ("{fp} false alarms, {fn} missed", "误报 {fp}，漏报 {fn}"),
}
