"""The longer texts of the evaluation report: captions, notes, limits, references."""

from __future__ import annotations

EXPLANATIONS: dict[str, tuple[str, str]] = {
    "figure.roc": (
        "ROC curves. The mark on each curve is its locked threshold. In the training panel every patient is "
        "predicted by models that had not seen this patient (out of fold). AUC with DeLong's 95 % interval on "
        "the logit scale.",
        "ROC 曲线。曲线上的标记为锁定阈值。训练集中每名患者均由未见过该患者的模型预测（折外预测）。AUC 附 "
        "DeLong 95 % 置信区间（logit 尺度）。",
    ),
    "figure.auc": (
        "AUC with 95 % intervals. Filled: this cohort. Hollow, grey: values that were published for other "
        "cohorts (see the references); they are no result of this evaluation and no target.",
        "AUC 及 95 % 置信区间。实心：本队列。灰色空心：其他队列已发表的数值（见参考文献），既非本评估的结果，"
        "也非目标。",
    ),
    "figure.calibration": (
        "Calibration of the {shipped}. Above: as trained. Below: probabilities shifted to the site's "
        "event rate and the cases reweighted to it. Line with band: smooth curve (restricted cubic spline) "
        "with 95 % limits. Dots: groups of equal size with Wilson's 95 % intervals. Dotted: perfect agreement.",
        "{shipped}的校准曲线。上排：训练时的事件率。下排：概率转换至使用单位事件率，病例亦按其重新加权。曲线及"
        "色带：平滑曲线（限制性立方样条）及 95 % 界限。圆点：等量分组及 Wilson 95 % 置信区间。虚线：完全一致。",
    ),
    "figure.decision": (
        "Decision curves at the site's event rate (vertical line): net benefit, in true positives among "
        "{per} patients, of acting from a threshold risk on. Grey dashes: acting for everyone; zero: for no "
        "one. The band is the 95 % interval of the {shipped}.",
        "使用单位事件率（竖线）下的决策曲线：自某阈值风险起采取干预时，每 {per}名患者净增加的真阳性数。灰色虚线"
        "：全部干预；零线：均不干预。色带为{shipped}的 95 % 置信区间。",
    ),
    "figure.nomogram": (
        "Nomogram of the {shipped}. Read off the points of each answer, add them up, and read the risk "
        "at the site below the total. The image signature is computed by the program.",
        "{shipped}列线图。读出各项对应的分值并相加，在总分下方读出使用单位的风险。影像评分由程序计算。",
    ),
    "figure.contributions": (
        "What each predictor adds for each training patient: coefficient times the distance from the mean "
        "patient, which is exact for a linear model (it equals the SHAP value with independent predictors). "
        "Colour: the answer, from low to high. An unknown answer adds nothing.",
        "各预测因子对每名训练集患者的贡献：系数乘以与平均患者之差。对线性模型这是精确值（预测因子独立时等于 "
        "SHAP 值）。颜色表示取值由低到高。未知项不产生贡献。",
    ),
    "figure.subgroups": (
        "AUC of the {shipped} by subgroup with DeLong's 95 % intervals; the vertical line is the AUC of "
        "the whole sample. Subgroups with fewer than {fewest} patients with or without the event have no "
        "figures.",
        "{shipped}各亚组的 AUC 及 DeLong 95 % 置信区间；竖线为全样本 AUC。发生或未发生事件者不足 {fewest} 例的"
        "亚组不给出数值。",
    ),
    "figure.learning": (
        "AUC of the {shipped} against the number of training cases. Only its last step, the logistic "
        "regression on the clinical predictors and the fixed image signature, is fitted anew on random parts "
        "of the training cases; the network, its features and the choice of predictors stay as they are, so "
        "that the curve is too flat. Line: median over the parts. Band: their middle 95 %.",
        "{shipped} AUC 与训练病例数的关系。仅重新拟合最后一步（临床预测因子与固定影像评分的 logistic 回归）；网"
        "络、特征及变量选择保持不变，因此曲线偏平。曲线：随机抽取的中位数。色带：中间 95 %。",
    ),
    "figure.vessels": (
        "Dice coefficient of each vessel. Dots: cases. Bar: mean with 95 % bootstrap interval.",
        "各血管的 Dice 系数。圆点：病例。粗线：均值及自助法 95 % 置信区间。",
    ),
    "note.populations": (
        "Cases with a known outcome and a prediction. The validation sample comes from the training centres; "
        "CLAIM 2024 calls it internal testing.",
        "结局已知且有预测值的病例。验证集来自训练中心，即 CLAIM 2024 所称的内部测试。",
    ),
    "note.characteristics": (
        "Numbers: mean ± standard deviation. Answers: count of the known (percent). Unknown answers are never "
        "filled in.",
        "数值：均数 ± 标准差。选项：已知者中的例数（百分比）。未知项从不填补。",
    ),
    "note.auc": (
        "DeLong: variance of DeLong, interval on the logit scale. Bootstrap: {repeats} samples of patients, "
        "stratified by outcome, percentiles; seed {seed}.",
        "DeLong：DeLong 方差，logit 尺度区间。自助法：按结局分层抽取患者 {repeats} 次，百分位数区间；种子 {seed}。",
    ),
    "note.optimism": (
        "Apparent: the final model on its own training cases. Out of fold: selection, scaling, signature and "
        "coefficients were learnt without the case that is predicted; networks and an image encoder that "
        "were trained here have seen all training cases, and stand outside the folds. Optimism is the difference; it "
        "is what a report of apparent figures hides, as far as the folds reach. Out-of-fold predictions are "
        "averaged over the runs of cross-validation, "
        "which can only help: beside it the mean AUC of the single runs.",
        "表观：最终模型用于自身训练病例。折外：变量选择、标准化、影像评分与系数均未使用被预测病例；在此训练的网络与影像"
        "编码器见过全部训练病例，不在交叉验证之内。两者之差即乐观偏倚，是仅报告表观性能时被掩盖的部分"
        "（以交叉验证所及为限）。折外预测为多次交叉验证的平均，只会有利于结果；旁列单次交叉验"
        "证 AUC 的均值。",
    ),
    "note.comparisons": (
        "Two-sided, paired, not adjusted for the number of comparisons. A p above 0.05 in a small sample is "
        "no proof that models are equal: read the interval.",
        "双侧、配对检验，未作多重比较校正。小样本中 p > 0.05 不能证明模型相同，请参看区间。",
    ),
    "note.classification": (
        "Thresholds were locked on out-of-fold predictions of the training cases and are the same in every "
        "sample: Youden's, and for the {shipped} also the sensitive one. Accuracy, sensitivity and "
        "specificity with Wilson's intervals and counts. Accuracy is that of this sample and not of a "
        "population. Predictive values by Bayes' rule at the site's event rate with logit intervals (Mercaldo "
        "2007).",
        "阈值在训练集的折外预测上锁定，各样本相同：Youden 阈值，{shipped}另列高灵敏度阈值。准确率、灵敏度和特异"
        "度附 Wilson 区间及例数。准确率仅针对本样本，不代表人群。预测值按贝叶斯公式以使用单位事件率计算，附 "
        "logit 区间（Mercaldo 2007）。",
    ),
    "note.calibration": (
        "Ideal: slope 1, intercept 0, O : E 1, ICI 0, scaled Brier 1. ICI (mean distance between smooth curve "
        "and prediction) is above 0 even for a perfect model in a small sample; its interval rests on "
        "{ici_repeats} bootstrap samples. At the site's rate the cases are reweighted, because they were "
        "sampled by outcome.",
        "理想值：斜率 1，截距 0，O : E 1，ICI 0，标化 Brier 1。ICI 为平滑曲线与预测值的平均距离，小样本中即使"
        "完美模型也大于 0；其区间基于 {ici_repeats} 次自助抽样。使用单位事件率下病例按结局重新加权。",
    ),
    "note.decision": (
        "Thresholds are risks at the site. The interval combines Wilson's intervals of sensitivity and of the "
        "false-positive rate (Zou and Donner 2008). A net benefit whose interval holds 0 is not shown to be "
        "useful.",
        "阈值为使用单位的风险。区间由灵敏度与假阳性率的 Wilson 区间合成（Zou 和 Donner 2008）。区间包含 0 的净"
        "获益不能说明有用。",
    ),
    "note.effects": (
        "Fitted on n = {n}, {events}; coefficients shrunk by the factor {shrinkage}. Wald intervals from the "
        "standard errors before shrinkage; they take the signature's weights as known and ignore that "
        "predictors were chosen on the same data, so that they are too narrow.",
        "拟合样本 n = {n}，{events}；系数已乘以收缩因子 {shrinkage}。Wald 区间采用收缩前标准误，视影像评分权重"
        "为已知，且未计入变量选择使用同一数据的影响，因此偏窄。",
    ),
    "note.screening": (
        "Each predictor alone, on the training cases in which it is known; p of all its answers together. The "
        "clinical model keeps those below {most_p}, then eliminates backward. Choosing by p overrates what is "
        "kept: the model is shrunk.",
        "各预测因子单独拟合，仅用其已知的训练病例；p 为该因子全部选项的联合检验。临床模型保留 p 低于 {most_p} "
        "者，再向后剔除。按 p 值选择会高估保留的因子，故对模型作收缩。",
    ),
    "note.screening-all": (
        "Each predictor alone, on the training cases in which it is known; p of all its answers together. No model "
        "chooses by p.",
        "各预测因子单独拟合，仅用其已知的训练病例；p 为该因子全部选项的联合检验。各模型均不按 p 值选择变量。",
    ),
    "note.not-offered": ("No candidates: {predictors}.", "未作为候选：{predictors}。"),
    "note.alternatives": (
        "Training, out of fold, n = {n}, {events}. Which of LASSO, ridge and support vector machine is used "
        "was chosen inside cross-validation. Boosting is compared only: trees do not fold into one linear map.",
        "训练集折外，n = {n}，{events}。LASSO、岭回归与支持向量机之中采用何者在交叉验证内决定。梯度提升仅作比"
        "较：树模型不能合并为线性映射。",
    ),
    "note.refused": (
        "Distance of the image features from the training cases above {limit}, the {quantile} quantile of "
        "left-out training cases. There the program gives no image risk; the figures of this report include "
        "those cases.",
        "影像特征与训练病例的距离超过 {limit}（留出训练病例距离的 {quantile} 分位数）。程序对此不给出影像风险"
        "；本报告的数值包含这些病例。",
    ),
    "text.signature": (
        "{score}: the linear score of a {head}; {used} of {features} features have a weight.",
        "{score}为{head}的线性得分：{features} 个特征中 {used} 个有权重。",
    ),
    "text.signature-components": (
        "{score}: the linear score of a {head} on {components} principal components of {features} features.",
        "{score}为{head}在 {features} 个特征的 {components} 个主成分上的线性得分。",
    ),
    "text.signature-taught": (
        "{score}: the linear score of a {head} on {components} directions in {features} features: "
        "those along which the encoder was taught, without outcomes, to show size, flattening, calcium and fat "
        "of each "
        "vessel.",
        "{score}为{head}在 {features} 个特征的 {components} 个方向上的线性得分；"
        "这些方向是编码器在不使用结局的情况下学习显示各血管管径、扁平度、钙化与脂肪的方向。",
    ),
    "note.subgroups": (
        "Read as description: nothing was tested. Fewer than {fewest} patients with or without the event: too "
        "few. Scanner and slice thickness come from the header of the first image.",
        "仅作描述，未作检验。发生或未发生事件者不足 {fewest} 例：例数过少。机型与层厚取自首幅图像的文件头。",
    ),
    "note.vessels": (
        "Mean over cases with 95 % bootstrap interval, in the region that the program wants whole: from 45 mm "
        "below to "
        "60 mm above the drawn venous angle. Whole mask: all slices; what was drawn beyond that region and not "
        "labelled counts as missed. n differs where a measure is not defined. A vessel "
        "that was missed altogether has Dice 0 and no distance.",
        "病例均值及自助法 95 % 置信区间，范围为程序要求完整的区域：所绘静脉角下方 45 mm 至上方 60 mm。"
        "整个掩膜：全部层面，范围外已绘而未标注的血管计为漏检。"
        "指标无定义时 n 不同。完全漏掉的血管 Dice 为 0，无距离值。",
    ),
    "note.readers": (
        "ICC(2,1): absolute agreement of one reader (Shrout and Fleiss 1979) with its interval. Mean "
        "difference: second minus first reader, 95 % interval of Student's t. Diameter: of a circle with the "
        "vessel's mean cross-section.",
        "ICC(2,1)：单次评估的绝对一致性（Shrout 和 Fleiss 1979）及其区间。平均差：第二减第一阅片者，t 分布 95 "
        "% 区间。直径：与血管平均横截面等面积圆的直径。",
    ),
    "note.simulated-readers": (
        "In a simulated cohort the second reader is simulated too.",
        "仿真队列中第二阅片者亦为仿真。",
    ),
    "note.quantization": (
        "Gates: Dice of no vessel down by more than {dice}, AUC of the deep-learning score by no more than "
        "{auc}, no region lost. A network that misses them keeps its first and last convolution, or all, in "
        "full precision. Times are those of the machine that ran quantize.",
        "门槛：任何血管 Dice 下降不超过 {dice}，深度学习得分 AUC 下降不超过 {auc}，不漏找区域。未达门槛的网络"
        "首末卷积层或全部保持全精度。耗时为运行 quantize 的计算机所测。",
    ),
    "note.chain": (
        "Means over the same n = {n} cases outside the training split, so that differences are paired; a "
        "region that was not found counts as Dice 0.",
        "训练集以外相同的 n = {n} 例的均值，差值为配对差；未找到区域者 Dice 计 0。",
    ),
    "note.truth": (
        "Only a simulation can say this. Features of the large sample were simulated from: {source}. {note}",
        "仅仿真可得。大样本特征来源：{source}。{note}",
    ),
    "note.bayes": (
        "The best possible AUC was computed on {n} simulated patients.",
        "最优 AUC 由 {n} 名仿真患者算得。",
    ),
    "note.truth-calibration": (
        "Calibration of the {shipped} on the large sample, {where}: {figures}.",
        "{shipped}在大样本上的校准（{where}）：{figures}。",
    ),
    "note.repeated": (
        "{cohorts} cohorts of {n} patients, {events}; all models were fitted to each as to this one and tried on "
        "{tested} new patients: mean, 5th and 95th percentile. Features were drawn from the true morphology, as "
        "measured on patients whose images were not trained on. What no method can help is the luck of a draw: the "
        "true log-odds themselves, fitted to each cohort, have a slope of {spread} in new patients, and of {own} when"
        " fitted to the training patients of this cohort.",
        "{cohorts} 个队列，每个 {n} 例（{events}）；每个队列均按与本队列相同的方法拟合全部模型，"
        "并在 {tested} 名新患者上检验：均值、第 5 与第 95 百分位数。"
        "特征由真实形态抽取，其关系在未参与训练的患者上测得。"
        "抽样的运气是任何方法都无法消除的：真实对数几率本身在各队列上拟合后，在新患者上的斜率为 {spread}；"
        "在本队列训练患者上拟合时为 {own}。",
    ),
    "note.null": (
        "Outcomes were permuted among the patients; features and answers stayed, and the whole method was run "
        "on them: "
        "mean, 5th and 95th percentile. Expected: 0.5. Only cases of one fold are compared with each other; out of "
        "fold the AUC may lie a little below, as what holds by chance in most of a cohort is reversed in the rest. "
        "It would show a leak in selection, tuning or fitting. The vessel network and the encoder were not trained "
        "anew; they see no outcomes.",
        "在患者间随机置换结局，特征与临床答案不变，并重新运行整套方法：均值、第 5 与第 95 百分位数。预期为 0.5。"
        "仅在同一折内比较病例；折外 AUC 可略低于 0.5，因为偶然成立于大部分病例的关系在其余病例中相反。"
        "可揭示变量选择、调参或拟合中的信息泄漏。血管网络与编码器未重新训练，二者不使用结局。",
    ),
    "note.untaught": (
        "Below each AUC, in brackets, the best possible. The simulated outcome is made of what the encoder was "
        "taught, "
        "so the first row shows that the parts fit together and no more. In the other rows the vessels' "
        "morphology has "
        "no effect; a made-up factor, as strong as all of it together, shows in the features' scatter only, outside "
        "all directions that were taught. It tells how far the method finds what the features show untaught; not "
        "whether such a factor exists, nor whether the encoder would show it.",
        "各 AUC 下方括号内为最优值。仿真结局由编码器学过的内容构成，因此首行仅说明各环节衔接正确。其余各行中血管形态"
        "没有效应，另设一个与其总强度相同的虚构因素，仅体现在特征的离散中，且不在任何学过的方向上。这说明方法能在"
        "多大程度上发现特征中未经教授的信息；不说明该因素真实存在，也不说明编码器能够显示它。",
    ),
    "note.coverage": (
        "Share of repeated samples in which the 95 % interval held the true value, with Wilson's interval for "
        "the number of repeats. Wanted: 93 to 97 %.",
        "重复抽样中 95 % 区间包含真值的比例，附反映重复次数的 Wilson 区间。目标：93 %–97 %。",
    ),
    "text.summary-site": (
        "The cases were sampled by outcome: {rate} of the training cases had the event, but at the site it is "
        "{site} ({source}). Figures that depend on how common the event is are therefore given at the site's "
        "rate and marked so.",
        "病例按结局抽样：训练集事件率为 {rate}，而使用单位为 {site}（{source}）。因此凡与事件率有关的数值均按"
        "使用单位事件率给出并注明。",
    ),
    "text.summary-shipped": (
        "The {shipped} has an AUC of {auc} in {sample} (n = {n}, {events}).",
        "{shipped}在{sample}的 AUC 为 {auc}（n = {n}，{events}）。",
    ),
    "text.summary-ppv": (
        "Of the patients that the {shipped} calls high risk in {sample}, {ppv} would have the event at "
        "the site; of the others {missed}.",
        "按{sample}的结果推算，{shipped}判为高风险的患者在使用单位发生事件的比例为 {ppv}，其余为 {missed}。",
    ),
    "text.one-class": (
        "No AUC, calibration or decision curve can be computed in {sample}: all its {n} cases have the same outcome.",
        "{sample}的 {n} 例结局相同，无法计算 AUC、校准度及决策曲线。",
    ),
    "text.few": (
        "{sample} has too few cases with or without the event (n = {n}, {events}; at least {fewest} of each "
        "are needed): no "
        "AUC, calibration or decision curve is given for it.",
        "{sample}发生或未发生事件的病例过少（n = {n}，{events}；每类至少需 {fewest} 例），不给出其 AUC、校准度"
        "及决策曲线。",
    ),
    "text.clustered": (
        "Some patients have several cases ({cases} cases of {patients} patients). The bootstrap draws "
        "patients; all other intervals take cases as independent and are somewhat too narrow.",
        "部分患者有多个病例（{patients} 名患者共 {cases} 例）。自助法按患者抽样；其余区间视病例为独立，略偏窄。",
    ),
    "text.no-external": (
        "There is no external sample: nothing here says how the models do at another hospital.",
        "无外部样本：本报告不能说明模型在其他医院的表现。",
    ),
    "text.regions": (
        "The region was found in {found} of {cases} cases; where it was not, every vessel counts as missed.",
        "{cases} 例中 {found} 例找到目标区域；未找到者各血管均计为漏检。",
    ),
    "text.generator": ("How the outcome was drawn: {text}", "结局的生成方式：{text}"),
    "limit.simulated": (
        "All patients, images and outcomes are simulated. The figures show that the method works as intended "
        "on data whose truth is known. They say nothing about real patients.",
        "所有患者、影像和结局均为仿真。这些数值只说明方法在真值已知的数据上按预期工作，不说明任何真实患者的情况。",
    ),
    "limit.small": (
        "Samples are small. An interval says what chance alone could do; it knows nothing of patients, "
        "scanners and habits that are not in the sample.",
        "样本量小。区间只反映偶然误差，不反映样本之外的患者、设备和操作习惯。",
    ),
    "limit.prevalence": (
        "Risks at the site rest on its event rate and on the assumption that patients with, and without, the "
        "event look there as they do here.",
        "使用单位的风险取决于其事件率，并假定该处发生与未发生事件的患者分别与本队列相同。",
    ),
    "limit.use": (
        "A figure for a group is no prognosis for a person. No score replaces looking at the patient.",
        "群体数值不是个体预后。任何评分都不能代替对患者的观察。",
    ),
    "limit.checklists": (
        "What the site has to report itself is marked in tripod-ai.md and claim.md.",
        "需由使用单位自行报告的内容见 tripod-ai.md 与 claim.md 中的标记。",
    ),
    "word.to-be-written": ("to be written by the site", "由使用单位填写"),
}
REFERENCES = (
    "DeLong, DeLong, Clarke-Pearson. Biometrics 1988;44:837",
    "Wilson. J Am Stat Assoc 1927;22:209",
    "Mercaldo, Lau, Zhou. Stat Med 2007;26:2170",
    "Saerens, Latinne, Decaestecker. Neural Comput 2002;14:21",
    "Van Calster et al. BMC Med 2019;17:230",
    "Austin, Steyerberg. Stat Med 2019;38:4051",
    "Vickers, Elkin. Med Decis Making 2006;26:565",
    "Zou, Donner. Stat Med 2008;27:1693",
    "Shrout, Fleiss. Psychol Bull 1979;86:420",
    "Collins et al. TRIPOD+AI. BMJ 2024;385:e078378",
    "Tejani et al. CLAIM 2024. Radiol Artif Intell 2024;6:e240300",
)
