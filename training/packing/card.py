"""The model card of a trained pack, in both languages, from what was really done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inference.vocabulary import Text
from training.recipes import Recipe
from training.recipes.parts import ANSWERS
from training.risk.model import DistanceInfo

LANGUAGES = ("en", "zh")
CHINESE_STATUS = {
    "simulation-trained": "仿真训练",
    "site-trained": "本院训练",
    "externally-validated": "外部验证",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card says; what is the same for every pack of a recipe, the recipe says.

    Attributes
    ----------
    figures
        Title and value of each validation figure, as in the manifest.
    distances
        By score of the shipped model: how far its images may be from the training patients'.
    encoder
        What the encoder is and, in both languages, what it was trained on, as ``features`` wrote it; None without one.
    quantized
        Precision in which each network is shipped.
    terms
        Each coefficient of the risk: label in English and Chinese, odds ratio with its interval.
    """

    recipe: Recipe
    pack_id: str
    version: str
    status: str
    title: Mapping[str, str]
    simulated: bool
    patients: int
    events: int
    training: int
    training_events: int
    site_prevalence: float
    prevalence_source: str
    training_prevalence: float
    distances: Mapping[str, DistanceInfo]
    encoder: Mapping[str, object] | None
    quantized: Mapping[str, str]
    terms: Sequence[tuple[str, str, str]]
    figures: Sequence[Mapping]
    fallback: str | None


def card_of(facts: Facts) -> str:
    """The card as Markdown: English, then Chinese."""
    return _english(facts) + "\n---\n\n" + _chinese(facts)


def _computed(f: Facts) -> Text:
    """The steps of the pack in their order, numbered."""
    steps = [*_found(f), *_encoded(f), *_scored(f), _modelled(f)]
    return Text(*("\n".join(f"{n}. {step.of(language)}" for n, step in enumerate(steps, 1)) for language in LANGUAGES))


def _found(f: Facts) -> list[Text]:
    """How structures come about, and which of their figures are shown or taken."""
    recipe, steps = f.recipe, []
    if recipe.pack.segmentation is not None and any(step in recipe.sources for step in recipe.packed):
        steps.append(recipe.pack.segmentation)
    for step in recipe.packed:
        if step in recipe.features and step is not recipe.encoded:
            looked = {name for what, _, name in step.references() if what == f"structures of {step.segment}"}
            own = looked or set(recipe.source(step.segment).structures)
            names = [one.title for one in recipe.structures if one.id in own]
            steps.append(
                Text(
                    f"Features of kind `{step.kind}` of {', '.join(name.en for name in names)}.",
                    f"{'、'.join(name.zh for name in names)}的特征（`{step.kind}`）。",
                )
            )
    return steps


def _encoded(f: Facts) -> list[Text]:
    if f.encoder is None:
        return []
    crop = f.encoder["crop"]
    slices, width = len(crop["slices_mm"]), crop["size_px"] * crop["pixel_mm"]
    noun = f.recipe.pack.structure or Text("structure", "结构")
    return [
        Text(
            f"{slices} slices of each {noun.en}, {width:g} mm wide, go through an image encoder; the features are "
            "averaged\n   over the slices.",
            f"每个{noun.zh}取 {slices} 个层面（宽 {width:g} mm）输入影像编码器，特征按层面取平均。",
        )
    ]


def _scored(f: Facts) -> list[Text]:
    """What makes each score, and when its images are refused."""
    steps = []
    for name, distance in f.distances.items():
        title, limit = f.recipe.score(name).title, f"{distance.limit:.2f}"
        share = distance.refused.get("train", 0) / max(1, distance.cases.get("train", 0))
        then = (
            Text("the images are refused", "影像被拒绝")
            if f.fallback is None
            else Text(f"the images are refused and `{f.fallback}` answers", f"影像被拒绝，由 `{f.fallback}` 作答")
        )
        steps.append(
            Text(
                f"{title.en}: a score learnt from the features, and the distance of the features from those of the "
                f"training\n   patients. Above {limit} {then.en} ({share:.1%} of left-out training patients lie above "
                "it).",
                f"{title.zh}：由特征学得的评分，以及与训练患者特征的距离；距离大于 {limit} 时{then.zh}"
                f"（留出的训练患者中 {share:.1%} 超过该值）。",
            )
        )
    return steps


def _modelled(f: Facts) -> Text:
    """What the model that ships makes its probability of, and where that is moved to."""
    plan, p = f.recipe.model(f.recipe.shipped), f"{f.training_prevalence:.1%}"
    scores = [f.recipe.score(name).title for name in plan.scores]
    factors = (
        Text("clinical factors", "临床因素") if ANSWERS in plan.predictors else Text("its predictors", "其预测因子")
    )
    parts = [*scores, *([factors] if plan.answers else [])]
    en = " and ".join(part.en[0].lower() + part.en[1:] for part in parts)
    zh, named = "与".join(part.zh for part in parts), plan.learner.named
    article = "An" if named.en[0] in "aeio" else "A"
    moved = f"its probability is moved from the training prevalence,\n   {p}, to the site's."
    if len(parts) > 1:
        return Text(
            f"{article} {named.en} model joins {en}; {moved}",
            f"{named.zh} 模型合并{zh}；概率由训练患病率 {p} 换算至本中心患病率。",
        )
    return Text(
        f"{article} {named.en} model takes {en} alone; {moved}",
        f"{named.zh} 模型仅采用{zh}；概率由训练患病率 {p} 换算至本中心患病率。",
    )


def _networks(f: Facts, language: str) -> str:
    """Which networks are shipped how, and what the encoder was trained on."""
    lines = []
    if f.quantized:
        shipped = (f"{name} {precision}" for name, precision in f.quantized.items())
        lines.append(
            f"Networks as shipped: {', '.join(shipped)}."
            if language == "en"
            else f"发布网络精度：{'，'.join(shipped)}。"
        )
    if f.encoder is not None:
        name, trained = f.encoder["encoder"], f.encoder["trained_on"][language]
        lines.append(
            f"Encoder: {name}; trained on: {trained}." if language == "en" else f"编码器：{name}；训练数据：{trained}。"
        )
    return "".join(f"{line}\n" for line in lines)


def _english(f: Facts) -> str:
    pack, event = f.recipe.pack, f.recipe.outcome.event.en
    data = (
        "All patients are **simulated**; the effects of all factors are invented. No clinical validity is claimed."
        if f.simulated
        else "Patients of the site; see its own protocol for consent and approval."
    )
    return f"""# {f.pack_id} {f.version}: {f.title["en"]}

RESEARCH USE ONLY. Status: **{f.status}**.

## Purpose
{pack.purpose.en}

## What it computes
{_computed(f).en}

{_networks(f, "en")}
## Data
{f.patients} patients, {f.events} with {event}; {f.training} ({f.training_events}) were trained on. {data}
Reference prevalence: {f.site_prevalence:.2%} ({f.prevalence_source}).

## Coefficients
| factor | odds ratio (95 % interval) |
|---|---|
{_rows((en, value) for en, _, value in f.terms)}

## Validation
| what | value |
|---|---|
{_rows((figure["title"]["en"], figure["value"]) for figure in f.figures)}

## Limits
{pack.reach.en} Percentages hold only for a
site whose event rate is entered in its profile.
"""


def _chinese(f: Facts) -> str:
    pack, event = f.recipe.pack, f.recipe.outcome.event.zh
    data = (
        "全部患者均为**仿真**，所有因素的效应均为设定值，不主张任何临床有效性。"
        if f.simulated
        else "患者来自本中心；知情同意与伦理批准见本中心方案。"
    )
    return f"""# {f.pack_id} {f.version}：{f.title["zh"]}

仅供科研，不作为临床诊断依据。状态：**{CHINESE_STATUS[f.status]}**。

## 用途
{pack.purpose.zh}

## 计算步骤
{_computed(f).zh}

{_networks(f, "zh")}
## 数据
{f.patients} 例患者，{event} {f.events} 例；其中训练 {f.training} 例（{event} {f.training_events} 例）。{data}
参照患病率：{f.site_prevalence:.2%}（{f.prevalence_source}）。

## 系数
| 因素 | 比值比（95% 区间） |
|---|---|
{_rows((zh, value) for _, zh, value in f.terms)}

## 验证
| 项目 | 数值 |
|---|---|
{_rows((figure["title"]["zh"], figure["value"]) for figure in f.figures)}

## 局限
{pack.reach.zh}仅当本中心配置中填写事件率时百分比才成立。
"""


def _rows(cells) -> str:
    return "\n".join(f"| {name} | {value} |" for name, value in cells)
