"""The items of TRIPOD+AI (Collins et al., BMJ 2024;385:e078378) and CLAIM 2024 (Tejani et al., 2024;6:e240300).

Worded briefly here; the statements themselves hold the full text. The last column names the text of
:mod:`training.evaluation.checklist_texts` that fills the item from what the factory knows; an item without one is for
the site to write.
"""

from __future__ import annotations

from dataclasses import dataclass

from inference.vocabulary import Text


@dataclass(frozen=True, slots=True)
class Item:
    """One item.

    Attributes
    ----------
    fill
        Name of the text that fills it; empty: to be written by the site.
    """

    number: str
    asks: Text
    fill: str = ""


def _items(*rows: tuple[str, str, str, str] | tuple[str, str, str]) -> tuple[Item, ...]:
    return tuple(Item(row[0], Text(row[1], row[2]), *row[3:]) for row in rows)


TRIPOD = _items(
    ("1", "Title: development or evaluation, target population, outcome", "标题：开发或评估、目标人群、结局", "title"),
    ("2", "Abstract by TRIPOD+AI for Abstracts", "摘要：按 TRIPOD+AI 摘要清单"),
    ("3a", "Healthcare context, rationale, existing models", "医疗背景、理由、已有模型"),
    ("3b", "Target population, purpose, intended users", "目标人群、用途、预期使用者"),
    ("3c", "Known health inequalities", "已知的健康不平等"),
    ("4", "Objectives; development, validation or both", "目的；开发、验证或两者", "objective"),
    ("5a", "Sources of the data and how representative they are", "数据来源及代表性", "source"),
    ("5b", "Dates of the data", "数据日期"),
    ("6a", "Setting, number and place of the centres", "研究场所、中心数量及地点", "centres"),
    ("6b", "Eligibility criteria", "纳入与排除标准"),
    ("6c", "Treatments received", "接受的治疗"),
    ("7", "Data preparation and quality checks", "数据预处理与质量检查", "preparation"),
    ("8a", "Outcome: definition, time horizon, how and when assessed", "结局：定义、时间范围、评估方式", "outcome"),
    ("8b", "Outcome assessors", "结局评估者"),
    ("8c", "Blinding of the outcome assessment", "结局评估的盲法"),
    ("9a", "Choice of the initial predictors", "初始预测因子的选择", "candidates"),
    ("9b", "Definition and measurement of all predictors", "所有预测因子的定义与测量", "predictors"),
    ("9c", "Assessors of subjective predictors", "主观预测因子的评估者"),
    ("10", "Sample size", "样本量", "sample-size"),
    ("11", "Missing data", "缺失数据", "missing"),
    ("12a", "How the data were used and partitioned", "数据的使用与划分", "partition"),
    ("12b", "Handling of predictors", "预测因子的处理", "handling"),
    (
        "12c",
        "Type of model, building steps, tuning, internal validation",
        "模型类型、构建步骤、调参、内部验证",
        "building",
    ),
    ("12d", "Heterogeneity across clusters", "聚类间异质性", "clusters"),
    ("12e", "Measures and plots of performance", "性能指标与图形", "measures"),
    ("12f", "Model updating", "模型更新", "updating"),
    ("12g", "How predictions were calculated in evaluation", "评估时预测值的计算方法", "calculated"),
    ("13", "Class imbalance", "类别不平衡", "imbalance"),
    ("14", "Fairness", "公平性", "fairness"),
    ("15", "Model output and thresholds", "模型输出与阈值", "output"),
    ("16", "Differences between development and evaluation data", "开发与评估数据的差异", "differences"),
    ("17", "Ethical approval and consent", "伦理批准与知情同意"),
    ("18a", "Funding", "资助"),
    ("18b", "Conflicts of interest", "利益冲突"),
    ("18c", "Protocol", "研究方案"),
    ("18d", "Registration", "注册"),
    ("18e", "Data sharing", "数据共享"),
    ("18f", "Code sharing", "代码共享", "code"),
    ("19", "Patient and public involvement", "患者与公众参与"),
    ("20a", "Flow of participants", "参与者流程", "flow"),
    ("20b", "Characteristics of the participants", "参与者特征", "characteristics"),
    ("20c", "Comparison with the development data", "与开发数据的比较", "characteristics"),
    ("21", "Participants and events in each analysis", "各分析的例数与事件数", "flow"),
    ("22", "The full model", "完整模型", "specification"),
    ("23a", "Performance with intervals, subgroups too", "性能及置信区间，含亚组", "performance"),
    ("23b", "Heterogeneity across clusters", "聚类间异质性结果", "clusters"),
    ("24", "Results of model updating", "模型更新结果", "updating"),
    ("25", "Interpretation", "解释"),
    ("26", "Limitations", "局限", "limits"),
    ("27a", "Poor or unavailable input", "输入质量差或缺失时的处理", "poor-input"),
    ("27b", "User interaction and expertise", "使用者交互与所需专业水平"),
    ("27c", "Next steps", "下一步"),
)
CLAIM = _items(
    ("1", "Title: AI method and category", "标题：AI 方法及类别", "title"),
    ("2", "Abstract: design, methods, results, conclusions", "摘要：设计、方法、结果、结论"),
    ("3", "Background, intended use and role", "背景、预期用途与作用"),
    ("4", "Aims, objectives, hypotheses", "目的、目标、假设", "objective"),
    ("5", "Prospective or retrospective", "前瞻性或回顾性"),
    ("6", "Study goal", "研究目标", "objective"),
    ("7", "Data sources", "数据来源", "source"),
    ("8", "Inclusion and exclusion criteria", "纳入与排除标准"),
    ("9", "Data preprocessing", "数据预处理", "preparation"),
    ("10", "Selection of data subsets", "数据子集的选择", "subsets"),
    ("11", "De-identification", "去标识化"),
    ("12", "Missing data", "缺失数据", "missing"),
    ("13", "Image acquisition protocol", "图像采集方案", "acquisition"),
    ("14", "Definition of the reference standard", "参考标准的定义", "outcome"),
    ("15", "Rationale of the reference standard", "参考标准的理由"),
    ("16", "Source of the annotations", "标注来源", "annotations"),
    ("17", "Annotation of the test set", "测试集标注", "annotations"),
    ("18", "Variability within and between readers", "阅片者内与阅片者间变异", "readers"),
    ("19", "Assignment to partitions", "数据划分方法", "partition"),
    ("20", "Level at which partitions are disjoint", "划分的互斥层级", "disjoint"),
    ("21", "Intended sample size", "计划样本量", "sample-size"),
    ("22", "Description of the model", "模型描述", "specification"),
    ("23", "Software", "软件", "code"),
    ("24", "Initialization of parameters", "参数初始化", "initialization"),
    ("25", "Training approach", "训练方法", "building"),
    ("26", "Selection of the final model", "最终模型的选择", "selection"),
    ("27", "Ensembling", "集成方法"),
    ("28", "Metrics of performance", "性能指标", "measures"),
    ("29", "Significance and uncertainty", "显著性与不确定性", "uncertainty"),
    ("30", "Robustness or sensitivity analysis", "稳健性或敏感性分析", "robustness"),
    ("31", "Explainability", "可解释性", "explainability"),
    ("32", "Evaluation on internal data", "内部数据评估", "internal"),
    ("33", "Testing on external data", "外部数据测试", "external"),
    ("34", "Trial registration", "试验注册"),
    ("35", "Numbers included and excluded", "纳入与排除例数", "flow"),
    ("36", "Characteristics of each partition", "各划分的特征", "characteristics"),
    ("37", "Performance and its uncertainty", "性能及不确定性", "performance"),
    ("38", "Diagnostic performance and its precision", "诊断性能及精度", "diagnostic"),
    ("39", "Failure analysis", "失败分析", "failures"),
    ("40", "Limitations", "局限", "limits"),
    ("41", "Implications for practice", "对实践的意义"),
    ("42", "Protocol or further technical details", "研究方案或技术细节", "details"),
    ("43", "Availability of software, model and data", "软件、模型与数据的可得性", "code"),
    ("44", "Funding and role of funders", "资助及资助者作用"),
)
