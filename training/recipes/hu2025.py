"""Extravasation from four right-sided vessels and clinical factors, after Hu et al. 2025.

J Practical Radiology 2025;41(10):1723-1728, 10.3969/j.issn.1002-1671.2025.10.028.
"""

from __future__ import annotations

from inference.regions import Extent, HeaderWords, Needed, Region, RegionWords
from inference.schema import ImageRole, Neighbour, Range, Structure
from inference.steps.crops import CropPlan
from inference.vocabulary import Text
from training.recipes.recipe import (
    Binary,
    Literature,
    ModelPlan,
    PackTexts,
    PublishedArea,
    Recipe,
    Segmenting,
)

REGION = Region(
    id="thoracic-inlet-right",
    title=Text("right thoracic inlet", "右侧胸廓入口"),
    landmark=Text("venous angle", "静脉角"),
    header=HeaderWords(("chest", "thorax", "neck", "lung"), ("胸", "颈")),
    # The arch of the subclavian artery lies within 2 cm above the angle.
    needed=Extent(below=12.0, above=20.0),
    wanted_above=35.0,
    whole=Extent(below=45.0, above=60.0),
    # The subclavian vessels cross the apex of the lung. Aerated lung in the block of 120 x 100 x 112 mm; set on
    # simulated scans, where the least is about 40 mL.
    content=(Needed("lung", 20.0),),
    words=RegionWords(
        covered=Text(
            "Thoracic inlet covered: {above_mm} mm above and {below_mm} mm below the venous angle",
            "胸廓入口覆盖完整：静脉角上方 {above_mm} mm、下方 {below_mm} mm",
        ),
        short=Text(
            "Only {above_mm} mm of neck above the venous angle are in view; carotid and jugular are measured on that "
            "part",
            "静脉角上方仅见 {above_mm} mm 颈部；颈动脉与颈静脉仅就此段测量",
        ),
        hidden=Text(
            "The right lung apex is not aerated ({lung_ml} mL of lung in the block, {needed_ml} mL expected): the "
            "inlet may be hidden by a mass or fluid",
            "右肺尖未见充气（区域内肺 {lung_ml} mL，预期 {needed_ml} mL）：入口可能被肿块或积液遮挡",
        ),
    ),
)

IMAGE = ImageRole(
    id="ct",
    title=Text("Non-contrast CT", "平扫 CT"),
    modality="CT",
    contrast="none",
    region=REGION.id,
    max_spacing_mm=5.5,
    min_slices=12,
    thickness_mm=(1.0, 3.3),
)

HU = Range(10, 90)
"""Of a vessel without contrast medium; like the volumes and diameters below a wide engineering limit for the part in
view, not a clinical one."""

# From nine hand-drawn real patients, 18 sides: half of a carotid artery lies within 5 to 18 mm of the jugular vein, and
# half of a subclavian artery within 14 to 30 mm of its vein, which is in front of 90 to 100 % of it: the vein passes
# before the anterior scalene muscle, the artery behind. The two veins are 1 to 14 mm apart in slices of up to 4 mm.
BESIDE_JUGULAR = Neighbour("IJV-R", "beside", 25)
BEHIND_VEIN = Neighbour("SCV-R", "beside", 40, "front")
VENOUS_ANGLE = Neighbour("IJV-R", "joined", 16)

STRUCTURES = (
    Structure(
        id="CCA-R",
        title=Text("Right common carotid artery", "右颈总动脉"),
        short="CCA",
        kind="artery",
        colour="#d55e00",
        code="32062004",
        volume_ml=Range(0.4, 9),
        diameter_mm=Range(3.5, 11),
        hu=HU,
        neighbours=(BESIDE_JUGULAR,),
    ),
    Structure(
        id="IJV-R",
        title=Text("Right internal jugular vein", "右颈内静脉"),
        short="IJV",
        kind="vein",
        colour="#56b4e9",
        code="12123001",
        volume_ml=Range(0.4, 30),
        diameter_mm=Range(3.5, 22),
        hu=HU,
    ),
    Structure(
        id="SCA-R",
        title=Text("Right subclavian artery", "右锁骨下动脉"),
        short="SCA",
        kind="artery",
        colour="#f0e442",
        code="36765005",
        volume_ml=Range(0.8, 16),
        diameter_mm=Range(4, 13),
        hu=HU,
        neighbours=(BEHIND_VEIN,),
    ),
    Structure(
        id="SCV-R",
        title=Text("Right subclavian vein", "右锁骨下静脉"),
        short="SCV",
        kind="vein",
        colour="#00b07a",
        code="9454009",
        volume_ml=Range(0.25, 16),
        diameter_mm=Range(2.5, 16),
        hu=HU,
        neighbours=(VENOUS_ANGLE,),
    ),
)

SEGMENTING = Segmenting(
    classes={
        "CCA-R": "common-carotid-artery",
        "IJV-R": "internal-jugular-vein",
        "SCA-R": "subclavian-artery",
        "SCV-R": "subclavian-vein",
    },
    angle=("IJV-R", "SCV-R"),
    # The block then holds all of the vessels: in simulated training patients they reach from 74 mm on the angle's
    # right, where the subclavian vessels pass the first rib, to 42 mm on its left. Simulated volumes to train on reach
    # 76 mm to either side, so such a block is among those cut out of them.
    offset_mm=(20.0, 5.0, -15.0),
    target="right-inlet",
    region_ml=24.4,
    least_ml=6.0,
    least_certainty=0.8,
    # Half a voxel apart: Dice +.010, +.006, +.004, 0 in eight simulated patients; further ones add nothing.
    placements=2,
    # Of 1, .8, .65 and .5 in twelve simulated training patients: at 1 the vessels came out 3 to 10 % too small on the
    # scan's voxels, at .8 within 3 %; Dice +.010, +.003, +.011, +.012.
    rest_weight=0.8,
)

# 48 mm around each vessel, at the pixels of a chest CT, on nine sections across it that leave no gap.
# Channels: soft tissue, fat, calcium.
CROPS = CropPlan(
    size_px=64,
    pixel_mm=0.75,
    slices_mm=(-16.0, -12.0, -8.0, -4.0, 0.0, 4.0, 8.0, 12.0, 16.0),
    windows_hu=((-160.0, 240.0), (-120.0, 20.0), (100.0, 900.0)),
    planes="across",
)

MODELS = (
    ModelPlan(
        name="clinical",
        title=Text("Clinical", "临床模型"),
        noun=Text("clinical model", "临床模型"),
        short=Text("clinical", "临床"),
        abbreviation=Text("clinical", "临床"),
        answers=True,
        images=False,
    ),
    ModelPlan(
        name="dl",
        title=Text("Deep learning", "深度学习模型"),
        noun=Text("deep-learning model", "深度学习模型"),
        short=Text("images", "影像"),
        abbreviation=Text("DL", "DL"),
        answers=False,
        images=True,
    ),
    ModelPlan(
        name="combined",
        title=Text("Combined", "联合模型"),
        noun=Text("combined model", "联合模型"),
        short=Text("combined", "联合"),
        abbreviation=Text("combined", "联合"),
        answers=True,
        images=True,
    ),
)

PACK = PackTexts(
    base="cme-literature-prior",
    base_evidence=("hu-2025", "hu-2025-plos"),
    title=Text("Extravasation risk from CT and clinical factors", "CT 与临床因素联合的对比剂外渗风险"),
    summary=Text(
        "Four right-sided vessels segmented on non-contrast CT; an image signature of them joined with clinical "
        "factors; after Hu et al. 2025.",
        "在平扫 CT 上分割右侧四条血管，其影像评分与临床因素联合；方法参照 Hu 等 2025。",
    ),
    licence=Text(
        "Vessel networks: CC BY-SA 4.0 (from the bundled weights); the rest: its author's",
        "血管网络：CC BY-SA 4.0（源自内置权重）；其余归制作者",
    ),
    limits=(
        Text("The vessel masks are the model's: check the contours.", "血管轮廓由模型勾画：请核对。"),
        Text("Right side only; adults; non-contrast CT.", "仅右侧；成人；平扫 CT。"),
    ),
    purpose=Text(
        "Estimates the risk of extravasation of iodinated contrast medium from a local non-contrast CT and clinical "
        "factors.\n"
        "**The image signature is part of the probability.** It follows the method of Hu et al., J Practical "
        "Radiology\n"
        "2025;41(10):1723-1728 (DOI 10.3969/j.issn.1002-1671.2025.10.028), whose weights are not published.",
        "由平扫 CT 与临床因素估计含碘对比剂外渗风险。**影像评分计入概率。**方法参照 Hu 等，实用放射学杂志 "
        "2025;41(10):1723-1728\n"
        "（DOI 10.3969/j.issn.1002-1671.2025.10.028）；该研究未公开权重。",
    ),
    segmentation=Text(
        "The right common carotid artery, internal jugular vein, subclavian artery and vein are segmented "
        "(3-D U-Nets).",
        "三维 U-Net 分割右颈总动脉、颈内静脉、锁骨下动脉与静脉。",
    ),
    structure=Text("vessel", "血管"),
    reach=Text(
        "Right side, adults, non-contrast CT. The vessel masks are the model's: check the contours.",
        "仅右侧、成人、平扫 CT。血管轮廓由模型勾画，请核对。",
    ),
    licences_of="cme-vessels-demo",
    licences=("ATTRIBUTION-spl.txt", "ATTRIBUTION-bodyparts3d.txt", "LICENSE-3DSlicer.txt"),
    credits=(
        "SPL Head and Neck Atlas 2015/2016, Surgical Planning Laboratory, Brigham and Women's Hospital / Open Anatomy "
        "Project, 3D Slicer License",
        "BodyParts3D 4.0, (c) The Database Center for Life Science, CC Attribution-ShareAlike 2.1 Japan",
    ),
    start_credits=(
        "National Lung Screening Trial (NLST), NCI Imaging Data Commons, CC BY 4.0",
        "ACRIN-NSCLC-FDG-PET (ACRIN 6668), NCI Imaging Data Commons, CC BY 3.0",
        "LIDC-IDRI, NCI Imaging Data Commons, CC BY 3.0",
    ),
)

LITERATURE = Literature(
    outcomes=("cme",),
    areas=(
        # J Practical Radiology 2025;41(10):1723-1728, abstract
        PublishedArea("hu2025", "combined", "train", 207, 0.961, 0.924, 0.983),
        PublishedArea("hu2025", "combined", "validation", 46, 0.949, 0.840, 0.992),
        PublishedArea("hu2025", "combined", "external", 45, 0.891, 0.762, 0.964),
        # PLOS One 2025, 10.1371/journal.pone.0314601: its abstract gives no intervals
        *(
            PublishedArea("hu-plos", model, sample, n, area)
            for model, areas in (
                ("clinical", (0.852, 0.806, 0.740)),
                ("radiomics", (0.877, 0.866, 0.828)),
                ("combined", (0.945, 0.911, 0.869)),
            )
            for (sample, n), area in zip((("train", 157), ("validation", 68), ("external", 57)), areas)
        ),
    ),
    studies={
        "hu2025": Text("Hu 2025 (published)", "Hu 2025（已发表）"),
        "hu-plos": Text("Hu 2025b (published)", "Hu 2025b（已发表）"),
    },
    models={"radiomics": Text("Radiomics", "影像组学模型")},
    note=Text(
        "Published values are of other patients, scanners and definitions, shown for orientation only. Hu 2025 "
        "(published): Hu et al., J Practical Radiology 2025. Hu 2025b (published): the sister study in PLOS One 2025, "
        "without intervals in its abstract; its regions of interest differ.",
        "已发表数值来自其他患者、设备和定义，仅供参照。Hu 2025（已发表）：Hu 等，《实用放射学杂志》2025。"
        "Hu 2025b（已发表）：PLOS One 2025 姊妹研究，摘要未给出区间，其感兴趣区也不同。",
    ),
    masks=Text(
        "Published for other patients (Hu 2025): Dice 0.81–0.95, IoU 0.79–0.90; the two minima cannot be of one "
        "vessel, as Dice 0.81 means IoU 0.68.",
        "其他患者的已发表数值（Hu 2025）：Dice 0.81–0.95，IoU 0.79–0.90；两个最小值不可能属于同一血管，"
        "因 Dice 0.81 对应 IoU 0.68。",
    ),
    references=(
        "Hu et al. J Practical Radiology 2025;41(10):1723-1728. 10.3969/j.issn.1002-1671.2025.10.028",
        "Hu et al. PLOS One 2025-03-10. 10.1371/journal.pone.0314601",
    ),
)

HU2025 = Recipe(
    id="hu2025",
    about="Extravasation of contrast medium from four right-sided vessels and clinical factors",
    image=IMAGE,
    region=REGION,
    structures=STRUCTURES,
    side="right",
    segmenting=SEGMENTING,
    crops=CROPS,
    models=MODELS,
    shipped="combined",
    outcome=Binary(event=Text("extravasation", "外渗")),
    steps=("segment", "measure", "deep-features", "classify", "logistic"),
    pack=PACK,
    literature=LITERATURE,
)
