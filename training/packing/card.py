"""The model card of a trained pack, in both languages, from what was really done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inference.vocabulary import Text
from training.recipes import Recipe

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
    encoder
        What the encoder is and, in both languages, what it was trained on, as ``features`` wrote it.
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
    distance_limit: float
    refused_share: float
    encoder: Mapping[str, object]
    quantized: Mapping[str, str]
    terms: Sequence[tuple[str, str, str]]
    figures: Sequence[Mapping]
    fallback: str


def card_of(facts: Facts) -> str:
    """The card as Markdown: English, then Chinese."""
    return _english(facts) + "\n---\n\n" + _chinese(facts)


def _slices(f: Facts) -> int:
    return len(f.encoder["crop"]["slices_mm"])


def _width(f: Facts) -> float:
    return f.encoder["crop"]["size_px"] * f.encoder["crop"]["pixel_mm"]


def _inputs(f: Facts) -> Text:
    """What the model that ships makes its probability of."""
    plan = f.recipe.model(f.recipe.shipped)
    if plan.images and plan.answers:
        return Text("joins signature and clinical factors", "合并影像评分与临床因素")
    if plan.images:
        return Text("takes the signature alone", "仅采用影像评分")
    return Text("takes clinical factors alone; the signature is no part of it", "仅采用临床因素，不含影像评分")


def _english(f: Facts) -> str:
    pack, part, event = f.recipe.pack, f.recipe.pack.structure.en, f.recipe.outcome.event.en
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
1. {pack.segmentation.en}
2. {_slices(f)} slices of each {part}, {_width(f):g} mm wide, go through an image encoder; the features are averaged
   over the slices.
3. A linear head gives the image signature, and the distance of the features from those of the training patients.
   Above {f.distance_limit:.2f} the images are refused and `{f.fallback}` answers from clinical factors
   ({f.refused_share:.1%} of left-out training patients lie above it).
4. A logistic model {_inputs(f).en}; its probability is moved from the training prevalence,
   {f.training_prevalence:.1%}, to the site's.

Networks as shipped: {", ".join(f"{name} {precision}" for name, precision in f.quantized.items())}.
Encoder: {f.encoder["encoder"]}; trained on: {f.encoder["trained_on"]["en"]}.

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
1. {pack.segmentation.zh}
2. 每条{pack.structure.zh}取 {_slices(f)} 个层面（宽 {_width(f):g} mm）输入影像编码器，特征按层面取平均。
3. 线性头给出影像评分，以及与训练患者特征的距离；距离大于 {f.distance_limit:.2f} 的影像被拒绝，
   由 `{f.fallback}` 依临床因素作答（留出的训练患者中 {f.refused_share:.1%} 超过该值）。
4. 逻辑回归{_inputs(f).zh}；概率由训练患病率 {f.training_prevalence:.1%} 换算至本中心患病率。

发布网络精度：{"，".join(f"{name} {precision}" for name, precision in f.quantized.items())}。
编码器：{f.encoder["encoder"]}；训练数据：{f.encoder["trained_on"]["zh"]}。

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
