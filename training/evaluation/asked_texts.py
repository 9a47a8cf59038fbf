"""Texts of the tables that a recipe asks for, and of what cannot be told."""

from __future__ import annotations

ASKED: dict[str, tuple[str, str]] = {
    "note.not-estimable": ("not estimable", "无法估计"),
    "note.why-too-few": (
        "Too few: fewer than {fewest} cases, or cases of either outcome.",
        "例数过少：病例，或其中发生、未发生事件者，不足 {fewest} 例。",
    ),
    "note.why-not-estimable": (
        "Not estimable: the cases, or too many bootstrap samples of them, are separated all but completely or hardly "
        "differ; the limits would lie more than {widest}-fold apart, or there are none.",
        "无法估计：病例（或过多的自助样本）几乎被完全分离，或彼此几乎无差异；区间上下限相差将超过 {widest} 倍，"
        "或不存在。",
    ),
    "section.overlap": ("Overlap of masks", "掩膜重叠度"),
    "section.reader-comparison": ("The model beside readers", "模型与阅片者比较"),
    "label.all-cases": ("All cases", "全部病例"),
    "label.pair": ("{first} and {second}", "{first}与{second}"),
    "label.probability": ("{model} (probability)", "{model}（概率）"),
    "label.model-there": ("model, same cases", "模型（相同病例）"),
    "head.chi-square": ("χ²", "χ²"),
    "head.freedom": ("Degrees of freedom", "自由度"),
    "head.groups": ("Groups", "组数"),
    "head.least-expected": ("Least expected count", "最小期望频数"),
    "head.z": ("z", "z"),
    "head.p-together": ("p, all pairs (Holm)", "p（全部比较，Holm）"),
    "head.rho": ("Spearman's ρ", "Spearman ρ"),
    "head.ppv-here": ("PPV in this sample", "本样本阳性预测值"),
    "head.npv-here": ("NPV in this sample", "本样本阴性预测值"),
    "head.structure": ("Structure", "结构"),
    "head.dice": ("Dice", "Dice"),
    "head.iou": ("IoU", "IoU"),
    "head.iou-above": ("IoU > {limit}", "IoU > {limit}"),
    "head.mean-size": ("Mean |contribution|", "平均绝对贡献"),
    "head.ends": ("Lowest / highest", "最低／最高"),
    "head.reader": ("Reader", "阅片者"),
    "head.difference-p": ("Model − reader ({test})", "模型 − 阅片者（{test}）"),
    "table.overlap": ("Dice, IoU, and how many cases lie above an IoU", "Dice、IoU 及 IoU 高于某值的病例"),
    "table.hosmer-lemeshow": ("Test of Hosmer and Lemeshow", "Hosmer-Lemeshow 检验"),
    "table.spearman": ("Rank correlations", "秩相关"),
    "table.cut-off": ("Published cut-off: {rule}", "已发表界值：{rule}"),
    "table.contributions": ("What moves the {model}, in log-odds", "各预测因子对{model}的贡献（对数优势）"),
    "table.reader-comparison": ("Model and readers in the same cases", "相同病例中模型与阅片者的比较"),
    "axis.explained": (
        "Change of log-odds (below: times the odds) against the model's average",
        "相对模型平均水平的对数优势变化（下方：优势倍数）",
    ),
    "figure.explained": (
        "What each predictor adds for each case with the {model}: {sample}, n = {n}. Colour: the value, from low to "
        "high. The predictor of the largest mean size stands first.",
        "{model}中各预测因子对每个病例的贡献：{sample}，n = {n}。颜色表示取值由低到高。按平均绝对贡献由大到小排列。",
    ),
    "figure.explained-seen": ("The model was fitted to these cases.", "模型由这些病例拟合。"),
    "figure.explained-left-out": (
        "Cases without an answer that the model needs, left out: {count}.",
        "缺少模型所需信息而未列入的病例：{count} 例。",
    ),
    "note.contributions-additive": (
        "Weight times the distance from the mean of the training cases: exact, as the model is a sum. It "
        "equals the SHAP "
        "value where predictors are independent.",
        "权重乘以与训练病例均值之差：模型为线性相加，故为精确值；预测因子独立时等于 SHAP 值。",
    ),
    "note.contributions-shapley": (
        "TreeSHAP (Lundberg 2020), exact for the trees, in log-odds; by the shares of the training cases.",
        "TreeSHAP（Lundberg 2020），对树模型为精确值，以对数优势计，按训练病例的比例加权。",
    ),
    "note.contributions-permutation": (
        "By permutation: predictors go from the mean of the training cases to the case's value one after the "
        "other, over "
        "all orders up to six predictors, else over 128 and their reverses; what the log-odds change by is put "
        "down to "
        "the one that went. An estimate of the SHAP value, not the value itself.",
        "置换法：各预测因子逐一由训练病例均值变为该病例的取值（六个以内取全部顺序，否则取 128 种顺序及其逆"
        "序），对数优势"
        "的变化归于该因子。此为 SHAP 值的估计，而非其本身。",
    ),
    "note.overlap": (
        "Means with 95 % bootstrap intervals, against the masks that were drawn. Beside them the share of cases above "
        "that IoU, which papers call accuracy, with Wilson's interval and counts. A structure that was missed counts "
        "as 0. A row of two readers: the first named against the other.",
        "均值附自助法 95 % 置信区间，以手工勾画为参照；其后为 IoU 高于该值的病例比例（文献中称为准确率），附 Wilson "
        "区间及例数。漏检的结构计为 0。两名阅片者的行：前者以后者为参照。",
    ),
    "note.hosmer-lemeshow": (
        "At the event rate of the training cases, in groups of about equal size by predicted risk. Degrees of "
        "freedom: "
        "groups less 2 where the model was fitted to these cases (apparent), else as many as groups. Printed because "
        "papers print it. A small p says that predictions are off, not by how much nor in which direction; a "
        "large one "
        "proves nothing in a small sample; both change with the grouping, and expected counts below 5 make p a rough "
        "figure. Judge calibration by the curve, its slope and its intercept (Van Calster 2019).",
        "按训练集事件率，依预测风险分为大小相近的组。自由度：模型由该样本拟合（表观）时为组数减 2，否则等于组"
        "数。因文献"
        "常列而给出。p 值小仅说明预测有偏，不说明偏多少、偏向何方；小样本中 p 值大不能证明校准良好；两者均随分"
        "组而变，期望"
        "频数低于 5 时 p 值仅为近似。校准度应以校准曲线及其斜率、截距判断（Van Calster 2019）。",
    ),
    "note.pairs": (
        "DeLong's test, two-sided, in the cases that both models predict. Last column: p adjusted for all "
        "pairs of the "
        "sample (Holm). A p above 0.05 in a small sample is no proof that models are equal: read the interval.",
        "DeLong 检验，双侧，限于两个模型均有预测的病例。末列为经同一样本全部比较校正的 p 值（Holm）。小样本中 "
        "p > 0.05 不能"
        "证明模型相同，请参看区间。",
    ),
    "note.spearman": (
        "Intervals by Bonett and Wright (2000); p of no correlation, two-sided, not adjusted.",
        "区间按 Bonett 和 Wright（2000）；p 为无相关的双侧检验，未作校正。",
    ),
    "note.cut-off": (
        "Source: {source}. The cut-off was tried as published, not chosen on these cases. Wilson's intervals "
        "with counts; "
        "predictive values in this sample hold for its event rate only, those at the site's rate by Bayes' rule with "
        "logit intervals (Mercaldo 2007).",
        "来源：{source}。界值按文献原样检验，未在本队列中选取。Wilson 区间附例数；本样本的预测值仅适用于其事件"
        "率，使用单位"
        "事件率下的预测值按贝叶斯公式计算，附 logit 区间（Mercaldo 2007）。",
    ),
    "note.cut-off-unknown": ("Cases without a value, left out: {count}.", "无数值而未计入的病例：{count} 例。"),
    "note.reader-comparison": (
        "Model and reader in the cases that both judged; the model at its locked threshold. Shares with Wilson's "
        "intervals; their paired difference by Newcombe (1998), p by McNemar's exact test. AUC and its difference by "
        "DeLong. Not adjusted for the number of comparisons.",
        "限于模型与阅片者均作判断的病例；模型采用锁定阈值。比例附 Wilson 区间，配对差值区间按 "
        "Newcombe（1998），p 为 McNemar "
        "精确检验。AUC 及其差值按 DeLong。未作多重比较校正。",
    ),
    "note.binary-reading": (
        "The AUC of a reading of yes or no is that of its one point, the mean of sensitivity and specificity: it lies "
        "below that of the same eye on a finer scale, and DeLong's test favours the model for it.",
        "“是／否”判读的 AUC 仅由一个点得出，即灵敏度与特异度的均值，低于同一阅片者采用更细量表的 AUC；DeLong 检"
        "验因此有利于"
        "模型。",
    ),
    "nothing.overlap": (
        "Overlap of masks: no network of the chain has segmented these cases, and no two readers have drawn one.",
        "掩膜重叠度：本流程未以网络分割这些病例，也无两名阅片者勾画的病例。",
    ),
    "nothing.hosmer-lemeshow": ("Test of Hosmer and Lemeshow: no predictions.", "Hosmer-Lemeshow 检验：无预测值。"),
    "nothing.pairs": (
        "Differences between models: there is no pair of models.",
        "模型间差异：没有可比较的一对模型。",
    ),
    "nothing.spearman": ("Rank correlations: nothing to correlate.", "秩相关：无可分析的数据。"),
    "nothing.cut-off": (
        "Published cut-off: its quantity is not known in any case.",
        "已发表界值：所有病例均无该项数值。",
    ),
    "nothing.contributions": (
        "Contributions of the predictors: the model has none, or gives nothing for these cases.",
        "各预测因子的贡献：模型无预测因子，或不能对这些病例给出结果。",
    ),
    "nothing.reader-comparison": (
        "No reading of a reader stands in the cohort's table, or in no case that the model predicts.",
        "队列表中没有阅片者的判读，或模型有预测的病例均无判读。",
    ),
}
