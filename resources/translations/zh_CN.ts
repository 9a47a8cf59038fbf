<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>precontrast</name>
    <message id="banner.interval">
        <source>95 % interval {low} to {high}</source>
        <translation>95% 区间 {low} 至 {high}</translation>
    </message>
    <message id="banner.no-percentage">
        <source>no percentage</source>
        <translation>不给出百分比</translation>
    </message>
    <message id="banner.no-prevalence">
        <source>The site has not set its event rate.</source>
        <translation>机构未设置发生率。</translation>
    </message>
    <message id="banner.ratio-title">
        <source>Times the site average</source>
        <translation>相当于本院平均的倍数</translation>
    </message>
    <message id="banner.refused">
        <source>NO RESULT</source>
        <translation>不给出结果</translation>
    </message>
    <message id="banner.refused-image">
        <source>NO IMAGE-BASED RISK</source>
        <translation>不给出影像风险</translation>
    </message>
    <message id="banner.refused-note">
        <source>The input is not fit for an answer. The reasons are below.</source>
        <translation>输入不符合要求，理由如下。</translation>
    </message>
    <message id="banner.result">
        <source>RESULT</source>
        <translation>结果</translation>
    </message>
    <message id="banner.risk-title">
        <source>Risk of this injection</source>
        <translation>本次注射风险</translation>
    </message>
    <message id="banner.share">
        <source>{share} % of reference patients are at this level or above</source>
        <translation>参照人群中 {share}% 达到或高于此水平</translation>
    </message>
    <message id="banner.times-average">
        <source>{ratio} site average</source>
        <translation>{ratio} 本院平均</translation>
    </message>
    <message id="banner.times-average-odds">
        <source>{ratio} average odds</source>
        <translation>{ratio} 平均比值</translation>
    </message>
    <message id="banner.unknown">
        <source>{count} of {total} inputs unknown</source>
        <translation>{total} 项输入中 {count} 项未知</translation>
    </message>
    <message id="certainty.computed">
        <source>computed</source>
        <translation>计算所得</translation>
    </message>
    <message id="certainty.source">
        <source>in the source</source>
        <translation>来源原文</translation>
    </message>
    <message id="certainty.unconfirmed">
        <source>UNCONFIRMED</source>
        <translation>未核实</translation>
    </message>
    <message id="certainty.verified">
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message id="check.decoder">
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message id="check.golden">
        <source>golden case</source>
        <translation>标准用例</translation>
    </message>
    <message id="check.pack">
        <source>pack</source>
        <translation>模型包</translation>
    </message>
    <message id="check.report">
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message id="check.summary">
        <source>{count} checks, {failed} failed</source>
        <translation>{count} 项检查，{failed} 项未通过</translation>
    </message>
    <message id="cli.error">
        <source>error: {message}</source>
        <translation>错误：{message}</translation>
    </message>
    <message id="cli.usage">
        <source>error: {message}
see: {program} --help</source>
        <translation>错误：{message}
参见：{program} --help</translation>
    </message>
    <message id="cli.written">
        <source>Report: {pdf}
Record: {json}
Pages:  {count} PNG files beside it</source>
        <translation>报告：{pdf}
记录：{json}
页面：同目录 {count} 个 PNG 文件</translation>
    </message>
    <message id="demo.study">
        <source>Demonstration study: {count} DICOM files in {path}</source>
        <translation>演示检查：{count} 个 DICOM 文件，位于 {path}</translation>
    </message>
    <message id="error.answers.cannot-derive">
        <source>{name} cannot be computed from the other answers: {detail}</source>
        <translation>无法由其他答案计算 {name}：{detail}</translation>
    </message>
    <message id="error.answers.not-a-choice">
        <source>the answer of {name}, "{value}", is none of: {choices}, unknown</source>
        <translation>{name} 的答案“{value}”不在选项中：{choices}、unknown</translation>
    </message>
    <message id="error.answers.not-a-number">
        <source>the answer of {name}, "{value}", is not a number; write a number, or "unknown"</source>
        <translation>{name} 的答案“{value}”不是数字；请填数字或“unknown”</translation>
    </message>
    <message id="error.answers.unknown-predictor">
        <source>the pack {pack} has no predictor "{name}" (nearest: {nearest})</source>
        <translation>模型包 {pack} 无预测因素“{name}”（最接近：{nearest}）</translation>
    </message>
    <message id="error.engine.load">
        <source>{engine} cannot load the model on {device}: {detail}</source>
        <translation>{engine} 无法在 {device} 上加载模型：{detail}</translation>
    </message>
    <message id="error.engine.none">
        <source>no engine of this computer can run {model}: {detail}</source>
        <translation>本机没有可运行 {model} 的引擎：{detail}</translation>
    </message>
    <message id="error.engine.run">
        <source>{engine} failed while running: {detail}</source>
        <translation>{engine} 运行失败：{detail}</translation>
    </message>
    <message id="error.engine.unknown">
        <source>there is no engine "{engine}" here; offered are: {offered}</source>
        <translation>没有引擎“{engine}”；可用：{offered}</translation>
    </message>
    <message id="error.file.exists">
        <source>{path} exists already; choose another name</source>
        <translation>{path} 已存在；请更换名称</translation>
    </message>
    <message id="error.file.not-found">
        <source>{path} does not exist</source>
        <translation>{path} 不存在</translation>
    </message>
    <message id="error.file.not-utf8">
        <source>{path} is not UTF-8 text; save it as UTF-8</source>
        <translation>{path} 不是 UTF-8 文本；请另存为 UTF-8</translation>
    </message>
    <message id="error.file.too-large">
        <source>{path} is larger than {limit_mb} MB and is not a settings or answer file</source>
        <translation>{path} 超过 {limit_mb} MB，不是配置或答案文件</translation>
    </message>
    <message id="error.file.unreadable">
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message id="error.file.unwritable">
        <source>{path} cannot be written; choose another folder with --out</source>
        <translation>无法写入 {path}；请用 --out 指定其他文件夹</translation>
    </message>
    <message id="error.fonts.missing">
        <source>the report font {path} is missing; run: python -m resources.fonts.make</source>
        <translation>缺少报告字体 {path}；请运行：python -m resources.fonts.make</translation>
    </message>
    <message id="error.internal">
        <source>a fault of the program ({kind}: {detail}); run again with --verbose and report it</source>
        <translation>程序内部错误（{kind}：{detail}）；请加 --verbose 重试并反馈</translation>
    </message>
    <message id="error.json.invalid">
        <source>{source}, line {line}, column {column}: not valid JSON</source>
        <translation>{source} 第 {line} 行第 {column} 列：JSON 无效</translation>
    </message>
    <message id="error.json.refused">
        <source>{source}: {detail} is not allowed (a key twice, NaN, or too deep)</source>
        <translation>{source}：不允许 {detail}（重复键、NaN 或嵌套过深）</translation>
    </message>
    <message id="error.key.invalid">
        <source>{path} is not an Ed25519 key in PEM form</source>
        <translation>{path} 不是 PEM 格式的 Ed25519 密钥</translation>
    </message>
    <message id="error.model.corrupt">
        <source>the model {model} is not a sound ONNX file: {detail}</source>
        <translation>模型 {model} 不是有效的 ONNX 文件：{detail}</translation>
    </message>
    <message id="error.model.custom-operator">
        <source>the model {model} uses the operator {operator}, which is not standard ONNX</source>
        <translation>模型 {model} 使用了非标准 ONNX 算子 {operator}</translation>
    </message>
    <message id="error.model.external-data">
        <source>the model {model} keeps data outside its file, which is not allowed</source>
        <translation>模型 {model} 引用外部数据，不予允许</translation>
    </message>
    <message id="error.model.shape">
        <source>the model {model} does not have one float image in and one map out: {found}</source>
        <translation>模型 {model} 的输入输出形状不符：{found}</translation>
    </message>
    <message id="error.model.too-large">
        <source>the model {model} is larger than {limit_mb} MB</source>
        <translation>模型 {model} 超过 {limit_mb} MB</translation>
    </message>
    <message id="error.pack.bundled">
        <source>{pack} is shipped with the program and cannot be replaced; give your pack another id</source>
        <translation>{pack} 为程序自带，不能替换；请使用其他编号</translation>
    </message>
    <message id="error.pack.changed">
        <source>{pack} was changed after it was signed: {file}</source>
        <translation>{pack} 在签名后被修改：{file}</translation>
    </message>
    <message id="error.pack.file-missing">
        <source>{pack} lacks {file}, which its manifest names</source>
        <translation>{pack} 缺少清单所列的 {file}</translation>
    </message>
    <message id="error.pack.foreign-file">
        <source>{pack} holds {file}, which does not belong in a pack</source>
        <translation>{pack} 含有不应出现的文件 {file}</translation>
    </message>
    <message id="error.pack.golden-invalid">
        <source>{pack}: the golden image {file} cannot be read</source>
        <translation>{pack}：标准用例图像 {file} 无法读取</translation>
    </message>
    <message id="error.pack.no-manifest">
        <source>{pack} has no pack.json</source>
        <translation>{pack} 缺少 pack.json</translation>
    </message>
    <message id="error.pack.no-sums">
        <source>{pack} is signed but has no SHA256SUMS</source>
        <translation>{pack} 已签名但缺少 SHA256SUMS</translation>
    </message>
    <message id="error.pack.not-a-pack">
        <source>{pack} is not a readable pack file</source>
        <translation>{pack} 不是可读的模型包文件</translation>
    </message>
    <message id="error.pack.not-found">
        <source>{path} is not a pack: a folder with pack.json, or a .pack file</source>
        <translation>{path} 不是模型包：应为含 pack.json 的文件夹或 .pack 文件</translation>
    </message>
    <message id="error.pack.signature">
        <source>the signature of {pack} was made by no key that this installation trusts; put the signer's .pub into the keys folder</source>
        <translation>{pack} 的签名密钥不受本机信任；请将签名者的 .pub 放入 keys 文件夹</translation>
    </message>
    <message id="error.pack.too-large">
        <source>{pack} is too large (over {limit_gb} GB or too many files)</source>
        <translation>{pack} 过大（超过 {limit_gb} GB 或文件过多）</translation>
    </message>
    <message id="error.pack.unknown">
        <source>there is no pack "{pack}"; known are: {known}</source>
        <translation>没有模型包“{pack}”；可用：{known}</translation>
    </message>
    <message id="error.pack.unsigned">
        <source>{pack} is not signed; use a signed pack, or --allow-unsigned for research</source>
        <translation>{pack} 未签名；请使用已签名的模型包，或为科研使用 --allow-unsigned</translation>
    </message>
    <message id="error.qt.missing-libraries">
        <source>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</source>
        <translation>Qt 无法启动（{detail}）；在 Debian 或 Ubuntu 上运行：sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</translation>
    </message>
    <message id="error.region.outside">
        <source>the region at ({x}, {y}, {z}) mm lies outside the image</source>
        <translation>区域（{x}, {y}, {z}）mm 位于图像之外</translation>
    </message>
    <message id="error.schema.duplicate">
        <source>{source}: "{wanted}" stands twice among the {field}</source>
        <translation>{source}：“{wanted}”在 {field} 中重复</translation>
    </message>
    <message id="error.schema.invalid">
        <source>{source}: the field {field} {problem} ({count} faults in all)</source>
        <translation>{source}：字段 {field} {problem}（共 {count} 处错误）</translation>
    </message>
    <message id="error.schema.reference">
        <source>{source}: {field} names "{wanted}", which is not among the {kind}</source>
        <translation>{source}：{field} 引用的“{wanted}”不在 {kind} 中</translation>
    </message>
    <message id="error.screen.no-path">
        <source>the pack {pack} needs images: name a folder, a file, a zip or a DICOMDIR</source>
        <translation>模型包 {pack} 需要影像：请指定文件夹、文件、zip 或 DICOMDIR</translation>
    </message>
    <message id="error.screen.series-role">
        <source>"{role}" is no image of this pack (it has: {roles})</source>
        <translation>“{role}”不是本模型包的影像（可用：{roles}）</translation>
    </message>
    <message id="error.site.cut-off-missing">
        <source>the site profile sets cut-offs for {outcome} but none for the tier "{tier}"</source>
        <translation>机构配置为 {outcome} 设置了阈值，但缺少等级“{tier}”</translation>
    </message>
    <message id="error.site.population">
        <source>the site profile gives {predictor} a population that does not fit: {detail}</source>
        <translation>机构配置中 {predictor} 的人群分布不符：{detail}</translation>
    </message>
    <message id="error.site.unknown-module">
        <source>the site profile switches on "{module}", which the pack {pack} does not have (it has: {known})</source>
        <translation>机构配置启用了“{module}”，模型包 {pack} 无此模块（可用：{known}）</translation>
    </message>
    <message id="error.toml.invalid">
        <source>{source}: not valid TOML: {detail}</source>
        <translation>{source}：TOML 无效：{detail}</translation>
    </message>
    <message id="error.work.cancelled">
        <source>stopped by the user</source>
        <translation>用户已停止</translation>
    </message>
    <message id="finding.answers.differs-from-computed">
        <source>{subject}: entered {entered}, computed {computed} from the other answers</source>
        <translation>{subject}：录入 {entered}，由其他答案计算为 {computed}</translation>
    </message>
    <message id="finding.answers.differs-from-dicom">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}</source>
        <translation>{subject}：录入 {entered}，DICOM 头为 {dicom}</translation>
    </message>
    <message id="finding.answers.out-of-range">
        <source>{subject} {value} {unit} is outside the range this pack was made for ({low:g} to {high:g})</source>
        <translation>{subject} {value} {unit} 超出本模型包的适用范围（{low:g} 至 {high:g}）</translation>
    </message>
    <message id="finding.contrast.none">
        <source>No contrast medium: blood {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>无对比剂：动脉血 {artery_hu} HU，静脉血 {vein_hu} HU</translation>
    </message>
    <message id="finding.contrast.present">
        <source>Contrast medium is present: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</source>
        <translation>存在对比剂：动脉血 {artery_hu} HU，静脉血 {vein_hu} HU（上限 {limit_hu:g} HU）</translation>
    </message>
    <message id="finding.contrast.present-tag-silent">
        <source>Contrast medium is present though the header does not say so: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</source>
        <translation>存在对比剂而 DICOM 头未标明：动脉血 {artery_hu} HU，静脉血 {vein_hu} HU（上限 {limit_hu:g} HU）</translation>
    </message>
    <message id="finding.contrast.tag-disagrees">
        <source>The header names {agent}, but blood has {artery_hu} HU in arteries and {vein_hu} HU in veins: treated as unenhanced</source>
        <translation>DICOM 头标明 {agent}，但动脉血 {artery_hu} HU、静脉血 {vein_hu} HU：按平扫处理</translation>
    </message>
    <message id="finding.contrast.tag-only">
        <source>The header names a contrast agent ({agent}) and no vessel could be measured to check it</source>
        <translation>DICOM 头标明对比剂（{agent}），且无可测血管予以核实</translation>
    </message>
    <message id="finding.contrast.unclear">
        <source>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>血液密度高于一般平扫：动脉 {artery_hu} HU，静脉 {vein_hu} HU</translation>
    </message>
    <message id="finding.engine.fallback">
        <source>{detail}</source>
        <translation>{detail}</translation>
    </message>
    <message id="finding.formula.impossible">
        <source>{subject}: the result {value} is impossible (allowed {low} to {high}); check the inputs</source>
        <translation>{subject}：结果 {value} 不可能（允许 {low} 至 {high}）；请检查输入</translation>
    </message>
    <message id="finding.formula.no-result">
        <source>{subject}: the inputs give no finite result</source>
        <translation>{subject}：输入无法得出有限结果</translation>
    </message>
    <message id="finding.patient.child">
        <source>The patient is {years} years old; the pack is for {limit} years and older</source>
        <translation>患者 {years} 岁；本包适用于 {limit} 岁及以上</translation>
    </message>
    <message id="finding.patient.not-supine">
        <source>Patient position {position}: not supine</source>
        <translation>体位 {position}：非仰卧</translation>
    </message>
    <message id="finding.patient.position-unknown">
        <source>The header does not state the patient position; left and right follow the image orientation</source>
        <translation>DICOM 头未标明体位；左右依据图像方位</translation>
    </message>
    <message id="finding.region.covered">
        <source>Thoracic inlet covered: {above_mm} mm above and {below_mm} mm below the venous angle</source>
        <translation>胸廓入口覆盖完整：静脉角上方 {above_mm} mm、下方 {below_mm} mm</translation>
    </message>
    <message id="finding.region.differs">
        <source>{subject}: entered {entered}, measured {measured} in the region</source>
        <translation>{subject}：录入 {entered}，区域测得 {measured}</translation>
    </message>
    <message id="finding.region.field-of-view">
        <source>{percent} % of the region around the vessels lies outside the field of view; lateral parts are cut off</source>
        <translation>血管周围区域 {percent}% 位于视野外；外侧部分被截断</translation>
    </message>
    <message id="finding.region.hidden">
        <source>The right lung apex is not aerated ({lung_ml} mL of lung in the block, {needed_ml} mL expected): the inlet may be hidden by a mass or fluid</source>
        <translation>右肺尖未见充气（区域内肺 {lung_ml} mL，预期 {needed_ml} mL）：入口可能被肿块或积液遮挡</translation>
    </message>
    <message id="finding.region.metal">
        <source>Metal in the region ({ml} mL): streaks may hide vessels</source>
        <translation>区域内有金属（{ml} mL）：伪影可能遮挡血管</translation>
    </message>
    <message id="finding.region.motion">
        <source>{count} jump(s) between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</source>
        <translation>相邻层面间有 {count} 处跳变，首处位于第 {slice} 与 {next} 层之间：运动或采集混杂</translation>
    </message>
    <message id="finding.region.neck-short">
        <source>Only {above_mm} mm of neck above the venous angle are in view; carotid and jugular are measured on that part</source>
        <translation>静脉角上方仅见 {above_mm} mm 颈部；颈动脉与颈静脉仅就此段测量</translation>
    </message>
    <message id="finding.region.noise">
        <source>Noise in the vessels {sd_hu} HU</source>
        <translation>血管内噪声 {sd_hu} HU</translation>
    </message>
    <message id="finding.region.noisy">
        <source>Noisy image: {sd_hu} HU inside the vessels</source>
        <translation>图像噪声较大：血管内 {sd_hu} HU</translation>
    </message>
    <message id="finding.region.not-covered">
        <source>The scan ends {above_mm} mm above and {below_mm} mm below the venous angle; {need_above_mm:g} and {need_below_mm:g} mm are needed</source>
        <translation>扫描止于静脉角上方 {above_mm} mm、下方 {below_mm} mm；需要 {need_above_mm:g} 与 {need_below_mm:g} mm</translation>
    </message>
    <message id="finding.region.not-in-view">
        <source>The right thoracic inlet is not in view (certainty {certainty}, {found_ml} mL found, {needed_ml} mL needed)</source>
        <translation>右侧胸廓入口不在扫描范围内（确定度 {certainty}，找到 {found_ml} mL，需要 {needed_ml} mL）</translation>
    </message>
    <message id="finding.region.too-noisy">
        <source>Too noisy: {sd_hu} HU inside the vessels (limit {limit_hu:g} HU)</source>
        <translation>噪声过大：血管内 {sd_hu} HU（上限 {limit_hu:g} HU）</translation>
    </message>
    <message id="finding.region.too-small">
        <source>{subject}: the region holds {voxels} voxels, {needed} are needed</source>
        <translation>{subject}：区域仅含 {voxels} 个体素，需要 {needed} 个</translation>
    </message>
    <message id="finding.risk.too-few-answers">
        <source>Only {known} of the risk factors are known; at least {needed} are needed</source>
        <translation>已知风险因素仅 {known} 项，至少需要 {needed} 项</translation>
    </message>
    <message id="finding.series.contrast-tag">
        <source>{subject}: the header names a contrast agent ({agent})</source>
        <translation>{subject}：DICOM 头标明使用对比剂（{agent}）</translation>
    </message>
    <message id="finding.series.gap-elsewhere">
        <source>{subject}: {count} slices are missing outside the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}：评估区域外缺 {count} 层（z {from_mm} 至 {to_mm} mm）</translation>
    </message>
    <message id="finding.series.gap-in-region">
        <source>{subject}: {count} slices are missing in the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}：评估区域缺 {count} 层（z {from_mm} 至 {to_mm} mm）</translation>
    </message>
    <message id="finding.series.kernel-sharp">
        <source>{subject}: sharp kernel ({kernel}), noisier in soft tissue</source>
        <translation>{subject}：锐利卷积核（{kernel}），软组织噪声较大</translation>
    </message>
    <message id="finding.series.none-given">
        <source>{subject}: no image series was given</source>
        <translation>{subject}：未提供影像序列</translation>
    </message>
    <message id="finding.series.none-suitable">
        <source>{subject}: none of the {count} series is suitable. The nearest is "{series}": {reason_text}</source>
        <translation>{subject}：{count} 个序列均不适用。最接近的为“{series}”：{reason_text}</translation>
    </message>
    <message id="finding.series.spacing">
        <source>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</source>
        <translation>{subject}：层间距 {spacing_mm} mm（上限 {limit_mm:g} mm）</translation>
    </message>
    <message id="finding.series.spacing-too-wide">
        <source>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</source>
        <translation>{subject}：层间距 {spacing_mm} mm，最多允许 {limit_mm:g} mm</translation>
    </message>
    <message id="finding.vessel.broken">
        <source>{subject}: found in {pieces} separate pieces</source>
        <translation>{subject}：分为 {pieces} 段</translation>
    </message>
    <message id="finding.vessel.cut-off">
        <source>{subject}: reaches the edge of the scan</source>
        <translation>{subject}：达到扫描边缘</translation>
    </message>
    <message id="finding.vessel.density-implausible">
        <source>{subject}: {value} HU is too low for blood (from {low:g} HU)</source>
        <translation>{subject}：{value} HU 低于血液密度（应≥{low:g} HU）</translation>
    </message>
    <message id="finding.vessel.diameter-implausible">
        <source>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</source>
        <translation>{subject}：平均直径 {value} mm 不寻常（{low:g} 至 {high:g} mm）</translation>
    </message>
    <message id="finding.vessel.diameter-unknown">
        <source>{subject}: too short to measure a diameter</source>
        <translation>{subject}：过短，无法测量直径</translation>
    </message>
    <message id="finding.vessel.not-found">
        <source>{subject}: not found</source>
        <translation>{subject}：未找到</translation>
    </message>
    <message id="finding.vessel.plausible">
        <source>{subject}: found, {ml} mL, plausible</source>
        <translation>{subject}：已找到，{ml} mL，合理</translation>
    </message>
    <message id="finding.vessel.too-uncertain">
        <source>{subject}: the segmentation is too unsure (certainty {certainty}, limit {limit:g})</source>
        <translation>{subject}：分割过于不确定（确定度 {certainty}，下限 {limit:g}）</translation>
    </message>
    <message id="finding.vessel.uncertain">
        <source>{subject}: the segmentation is unsure (certainty {certainty})</source>
        <translation>{subject}：分割不确定（确定度 {certainty}）</translation>
    </message>
    <message id="finding.vessel.volume-implausible">
        <source>{subject}: {value} mL is implausible ({low:g} to {high:g} mL)</source>
        <translation>{subject}：{value} mL 不合理（{low:g} 至 {high:g} mL）</translation>
    </message>
    <message id="finding.vessel.volume-unknown">
        <source>{subject}: volume not measured</source>
        <translation>{subject}：体积未测得</translation>
    </message>
    <message id="help.allow-unsigned">
        <source>use packs without a signature; every result says so</source>
        <translation>允许未签名的模型包；所有结果均会注明</translation>
    </message>
    <message id="help.commands">
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message id="help.demo">
        <source>make a demonstration study and screen it</source>
        <translation>生成演示检查并完成筛查</translation>
    </message>
    <message id="help.demo-examples">
        <source>examples:
  precontrast demo --out demo --lang en</source>
        <translation>示例：
  precontrast demo --out demo --lang zh</translation>
    </message>
    <message id="help.demo.study-only">
        <source>only write the DICOM study</source>
        <translation>仅写出 DICOM 检查</translation>
    </message>
    <message id="help.engine">
        <source>engine and device, for instance openvino:CPU; measured and remembered if not given</source>
        <translation>推理引擎与设备，如 openvino:CPU；未指定则自动测速并记住</translation>
    </message>
    <message id="help.help">
        <source>show this help</source>
        <translation>显示帮助</translation>
    </message>
    <message id="help.inspect">
        <source>list what is in a folder and which series would be used, and why</source>
        <translation>列出文件夹内容、将采用的序列及理由</translation>
    </message>
    <message id="help.inspect-examples">
        <source>examples:
  precontrast inspect /media/cdrom/DICOMDIR
  precontrast inspect study.zip --pack evt-spectral --json</source>
        <translation>示例：
  precontrast inspect /media/cdrom/DICOMDIR
  precontrast inspect study.zip --pack evt-spectral --json</translation>
    </message>
    <message id="help.inspect.pack">
        <source>pack whose wishes decide the choice</source>
        <translation>依据该模型包的要求选择序列</translation>
    </message>
    <message id="help.json">
        <source>print the result as JSON on standard output</source>
        <translation>在标准输出打印 JSON 结果</translation>
    </message>
    <message id="help.lang">
        <source>language of all output</source>
        <translation>所有输出的语言</translation>
    </message>
    <message id="help.options">
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message id="help.packs">
        <source>list, show, verify, sign, install and remove packs</source>
        <translation>列出、查看、验证、签名、安装与移除模型包</translation>
    </message>
    <message id="help.packs-examples">
        <source>examples:
  precontrast packs list
  precontrast packs keygen our-hospital
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack
  precontrast packs install my-pack.pack</source>
        <translation>示例：
  precontrast packs list
  precontrast packs keygen our-hospital
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack
  precontrast packs install my-pack.pack</translation>
    </message>
    <message id="help.packs.folder">
        <source>pack folder with pack.json</source>
        <translation>含 pack.json 的文件夹</translation>
    </message>
    <message id="help.packs.install">
        <source>verify a pack and add it to this user's library</source>
        <translation>验证并安装模型包</translation>
    </message>
    <message id="help.packs.key">
        <source>private key (PEM) made by keygen</source>
        <translation>keygen 生成的私钥（PEM）</translation>
    </message>
    <message id="help.packs.keygen">
        <source>make a signing key pair in this folder; keep the .pem secret</source>
        <translation>在当前文件夹生成签名密钥对；.pem 须保密</translation>
    </message>
    <message id="help.packs.list">
        <source>list the packs of this installation</source>
        <translation>列出本机模型包</translation>
    </message>
    <message id="help.packs.name">
        <source>name of the key, for instance the hospital's</source>
        <translation>密钥名称，如医院名</translation>
    </message>
    <message id="help.packs.pack">
        <source>pack id, folder or .pack file</source>
        <translation>模型包编号、文件夹或 .pack 文件</translation>
    </message>
    <message id="help.packs.remove">
        <source>remove an installed pack</source>
        <translation>移除已安装的模型包</translation>
    </message>
    <message id="help.packs.show">
        <source>show what a pack is for, asks for and rests on</source>
        <translation>查看模型包的用途、输入与依据</translation>
    </message>
    <message id="help.packs.sign">
        <source>sign a pack folder</source>
        <translation>对模型包文件夹签名</translation>
    </message>
    <message id="help.packs.sign-out">
        <source>also write the signed pack as one file</source>
        <translation>另存为单个已签名文件</translation>
    </message>
    <message id="help.packs.verify">
        <source>check checksums, signature and manifest</source>
        <translation>检查校验和、签名与清单</translation>
    </message>
    <message id="help.positionals">
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message id="help.program">
        <source>Extravasation-risk screening from non-contrast CT, offline. RESEARCH USE ONLY.</source>
        <translation>基于平扫 CT 的对比剂外渗风险筛查，离线运行。仅供科研。</translation>
    </message>
    <message id="help.program-examples">
        <source>examples:
  precontrast demo --out demo                     the whole job on a study made by the program
  precontrast inspect /media/cdrom                what is on a disc, and which series would be used
  precontrast screen CT --answers a.json --site site.toml --lang zh --out report
  precontrast packs list

exit codes: 0 answer, 2 bad input, 3 refused with reasons, 4 pack or model not usable, 1 internal error, 130 stopped</source>
        <translation>示例：
  precontrast demo --out demo                     对程序自制的检查完成全流程
  precontrast inspect /media/cdrom                查看光盘内容及将采用的序列
  precontrast screen CT --answers a.json --site site.toml --lang zh --out report
  precontrast packs list

退出码：0 有结果，2 输入有误，3 拒绝并给出理由，4 模型包或模型不可用，1 内部错误，130 已停止</translation>
    </message>
    <message id="help.quiet">
        <source>no progress bars</source>
        <translation>不显示进度条</translation>
    </message>
    <message id="help.reprint">
        <source>print the report of an earlier record again, without its images</source>
        <translation>由既往记录重新打印报告，无需影像</translation>
    </message>
    <message id="help.reprint-examples">
        <source>examples:
  precontrast reprint report/report.json --lang en --out reprint</source>
        <translation>示例：
  precontrast reprint report/report.json --lang en --out reprint</translation>
    </message>
    <message id="help.reprint.record">
        <source>JSON record that screen wrote</source>
        <translation>screen 命令写出的 JSON 记录</translation>
    </message>
    <message id="help.screen">
        <source>screen a patient: images and answers in, a report out</source>
        <translation>筛查一名患者：输入影像与信息，输出报告</translation>
    </message>
    <message id="help.screen-examples">
        <source>examples:
  precontrast screen CT_FOLDER --answers answers.json --site site.toml --lang zh --out report
  precontrast screen study.zip --pack cme-vessels-demo --series 1.2.840.1 --json
  precontrast screen --pack ich-nag --answers nag.json --out report
  precontrast screen VNC IODINE --pack evt-spectral --series vnc=4 --series iodine=5 --answers roi.json</source>
        <translation>示例：
  precontrast screen CT_FOLDER --answers answers.json --site site.toml --lang zh --out report
  precontrast screen study.zip --pack cme-vessels-demo --series 1.2.840.1 --json
  precontrast screen --pack ich-nag --answers nag.json --out report
  precontrast screen VNC IODINE --pack evt-spectral --series vnc=4 --series iodine=5 --answers roi.json</translation>
    </message>
    <message id="help.screen.answers">
        <source>answers of the console as JSON; what is missing is unknown</source>
        <translation>操作台信息（JSON）；缺项视为未知</translation>
    </message>
    <message id="help.screen.no-fallback">
        <source>after a refusal do not add the clinical-only estimate</source>
        <translation>拒绝后不附加仅临床因素的估计</translation>
    </message>
    <message id="help.screen.out">
        <source>folder for the report</source>
        <translation>报告输出文件夹</translation>
    </message>
    <message id="help.screen.pack">
        <source>pack to use: an id, a folder or a .pack file (default: cme-vessels-demo)</source>
        <translation>所用模型包：编号、文件夹或 .pack 文件（默认 cme-vessels-demo）</translation>
    </message>
    <message id="help.screen.paper">
        <source>paper size</source>
        <translation>纸张大小</translation>
    </message>
    <message id="help.screen.path">
        <source>folder, file, several files, .zip or DICOMDIR</source>
        <translation>文件夹、文件、多个文件、.zip 或 DICOMDIR</translation>
    </message>
    <message id="help.screen.series">
        <source>series to use instead of the automatic choice: UID or series number, with ROLE= for packs with several images</source>
        <translation>指定序列以替代自动选择：UID 或序列号；多影像模型包用 ROLE=</translation>
    </message>
    <message id="help.screen.site">
        <source>site profile as TOML; without its event rate no absolute percentage is given</source>
        <translation>机构配置（TOML）；未设发生率则不给出绝对百分比</translation>
    </message>
    <message id="help.self_test">
        <source>check that engines, packs, decoders and reports work on this computer</source>
        <translation>检查本机的引擎、模型包、解码器与报告</translation>
    </message>
    <message id="help.self_test-examples">
        <source>examples:
  precontrast self-test
  precontrast self-test cme-vessels-demo</source>
        <translation>示例：
  precontrast self-test
  precontrast self-test cme-vessels-demo</translation>
    </message>
    <message id="help.self_test.pack">
        <source>test this pack only</source>
        <translation>仅测试该模型包</translation>
    </message>
    <message id="help.threads">
        <source>processor threads for inference</source>
        <translation>推理线程数</translation>
    </message>
    <message id="help.verbose">
        <source>log what is done, to standard error</source>
        <translation>在标准错误输出运行日志</translation>
    </message>
    <message id="help.version">
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message id="inspect.chosen">
        <source>{role}: would use "{series}"</source>
        <translation>{role}：将采用“{series}”</translation>
    </message>
    <message id="inspect.contrast">
        <source>contrast</source>
        <translation>对比剂</translation>
    </message>
    <message id="inspect.description">
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message id="inspect.kernel">
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message id="inspect.modality">
        <source>mod.</source>
        <translation>模态</translation>
    </message>
    <message id="inspect.none">
        <source>{role}: no series is suitable</source>
        <translation>{role}：无适用序列</translation>
    </message>
    <message id="inspect.number">
        <source>no.</source>
        <translation>序号</translation>
    </message>
    <message id="inspect.plane">
        <source>plane</source>
        <translation>方位</translation>
    </message>
    <message id="inspect.slices">
        <source>slices</source>
        <translation>层数</translation>
    </message>
    <message id="inspect.spacing">
        <source>spacing mm</source>
        <translation>间距 mm</translation>
    </message>
    <message id="inspect.thickness">
        <source>thick. mm</source>
        <translation>层厚 mm</translation>
    </message>
    <message id="measure.calcium">
        <source>Calcium mL</source>
        <translation>钙化 mL</translation>
    </message>
    <message id="measure.certainty">
        <source>Certainty</source>
        <translation>确定度</translation>
    </message>
    <message id="measure.density">
        <source>HU ± SD</source>
        <translation>HU ± SD</translation>
    </message>
    <message id="measure.diameter">
        <source>Mean Ø mm</source>
        <translation>平均径 mm</translation>
    </message>
    <message id="measure.flattening">
        <source>Flattening</source>
        <translation>扁平度</translation>
    </message>
    <message id="measure.note">
        <source>Diameters are of circles of equal area along the course in view. * reaches the edge of the scan. These figures are reported and are not part of the probability.</source>
        <translation>直径为可见行程内等面积圆直径。* 达到扫描边缘。上述测量仅供报告，未计入概率。</translation>
    </message>
    <message id="measure.range">
        <source>Ø min–max</source>
        <translation>最小–最大径</translation>
    </message>
    <message id="measure.structure">
        <source>Vessel</source>
        <translation>血管</translation>
    </message>
    <message id="measure.volume">
        <source>Volume mL</source>
        <translation>体积 mL</translation>
    </message>
    <message id="nomogram.incomplete">
        <source>No total: not all answers are known.</source>
        <translation>无总分：并非所有答案已知。</translation>
    </message>
    <message id="nomogram.points">
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message id="nomogram.ratio">
        <source>Odds × average</source>
        <translation>比值（×平均）</translation>
    </message>
    <message id="nomogram.total">
        <source>Total points</source>
        <translation>总分</translation>
    </message>
    <message id="origin.computed">
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message id="origin.dicom">
        <source>from DICOM</source>
        <translation>取自 DICOM</translation>
    </message>
    <message id="origin.entered">
        <source>entered</source>
        <translation>录入</translation>
    </message>
    <message id="origin.unknown">
        <source>–</source>
        <translation>–</translation>
    </message>
    <message id="pack.signed-by">
        <source>signed by {signer}</source>
        <translation>签名者 {signer}</translation>
    </message>
    <message id="pack.unsigned">
        <source>NOT SIGNED</source>
        <translation>未签名</translation>
    </message>
    <message id="packs.id">
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message id="packs.images">
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message id="packs.installed">
        <source>{pack} installed</source>
        <translation>{pack} 已安装</translation>
    </message>
    <message id="packs.key-made">
        <source>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</source>
        <translation>私钥 {private}（须保密），公钥 {public}（提供给信任本院模型包的机构）</translation>
    </message>
    <message id="packs.predictors">
        <source>Predictors</source>
        <translation>预测因素</translation>
    </message>
    <message id="packs.removed">
        <source>{pack} removed</source>
        <translation>{pack} 已移除</translation>
    </message>
    <message id="packs.signed">
        <source>{pack} signed: {path}</source>
        <translation>{pack} 已签名：{path}</translation>
    </message>
    <message id="packs.signer">
        <source>signed by</source>
        <translation>签名者</translation>
    </message>
    <message id="packs.status">
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message id="packs.title">
        <source>title</source>
        <translation>名称</translation>
    </message>
    <message id="packs.unusable">
        <source>NOT USABLE</source>
        <translation>不可用</translation>
    </message>
    <message id="packs.valid">
        <source>{pack}: checksums, signature and manifest are valid</source>
        <translation>{pack}：校验和、签名与清单均有效</translation>
    </message>
    <message id="packs.version">
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message id="plane.axial">
        <source>axial</source>
        <translation>轴位</translation>
    </message>
    <message id="plane.coronal">
        <source>coronal</source>
        <translation>冠状位</translation>
    </message>
    <message id="plane.oblique">
        <source>oblique</source>
        <translation>斜位</translation>
    </message>
    <message id="plane.sagittal">
        <source>sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message id="progress.load">
        <source>reading images</source>
        <translation>读取图像</translation>
    </message>
    <message id="progress.scan">
        <source>reading headers</source>
        <translation>读取头信息</translation>
    </message>
    <message id="progress.steps">
        <source>analysing</source>
        <translation>分析</translation>
    </message>
    <message id="report.accession">
        <source>Accession</source>
        <translation>检查号</translation>
    </message>
    <message id="report.advice">
        <source>Guideline checks</source>
        <translation>指南核对</translation>
    </message>
    <message id="report.attention">
        <source>Needs attention</source>
        <translation>需注意</translation>
    </message>
    <message id="report.birth-date">
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message id="report.capacity">
        <source>Share of patients to attend to, to catch {caught} % of events (this model, reference population)</source>
        <translation>捕获 {caught}% 事件所需关注的患者比例（本模型，参照人群）</translation>
    </message>
    <message id="report.caption">
        <source>slice {number}, z {place} mm, W 350 L 50</source>
        <translation>第 {number} 层，z {place} mm，W 350 L 50</translation>
    </message>
    <message id="report.checklist">
        <source>Checklist before the injection</source>
        <translation>注射前核对单</translation>
    </message>
    <message id="report.chosen">
        <source>Chosen because</source>
        <translation>选择理由</translation>
    </message>
    <message id="report.chosen-by-user">
        <source>chosen by the user</source>
        <translation>由使用者指定</translation>
    </message>
    <message id="report.clock">
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message id="report.factors">
        <source>What makes the risk (against the site average)</source>
        <translation>风险构成（与本院平均相比）</translation>
    </message>
    <message id="report.fallback">
        <source>CLINICAL FACTORS ONLY (the images were not used)</source>
        <translation>仅临床因素（未使用影像）</translation>
    </message>
    <message id="report.fallback-note">
        <source>The image assessment was refused. This estimate rests on the entered answers alone and does not replace it.</source>
        <translation>影像评估已被拒绝。以下估计仅依据填写的信息，不能替代影像评估。</translation>
    </message>
    <message id="report.figures">
        <source>Reference figures and background</source>
        <translation>参考数据与背景</translation>
    </message>
    <message id="report.gates">
        <source>Quality gates</source>
        <translation>质量检查</translation>
    </message>
    <message id="report.id">
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message id="report.initials">
        <source>initials</source>
        <translation>签名</translation>
    </message>
    <message id="report.inputs">
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message id="report.limits">
        <source>Limits</source>
        <translation>局限性</translation>
    </message>
    <message id="report.lowers">
        <source>lowers</source>
        <translation>降低</translation>
    </message>
    <message id="report.match">
        <source>Identity checked with the patient or wristband: name and one more identifier</source>
        <translation>已与患者本人或腕带核对身份：姓名及另一项标识</translation>
    </message>
    <message id="report.measures">
        <source>Vessel measures, right side</source>
        <translation>血管测量（右侧）</translation>
    </message>
    <message id="report.model-auc">
        <source>AUC this model can reach in its reference population (computed, not validated)</source>
        <translation>本模型在参照人群中可达到的 AUC（计算值，未经验证）</translation>
    </message>
    <message id="report.modifiable">
        <source>can be changed before the injection</source>
        <translation>注射前可改变</translation>
    </message>
    <message id="report.name">
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message id="report.nomogram">
        <source>Nomogram</source>
        <translation>列线图</translation>
    </message>
    <message id="report.nurse">
        <source>Nurse, time</source>
        <translation>护士、时间</translation>
    </message>
    <message id="report.pack">
        <source>Pack</source>
        <translation>模型包</translation>
    </message>
    <message id="report.page">
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message id="report.pictures">
        <source>Key slices (patient's right is on the left)</source>
        <translation>关键层面（图像左侧为患者右侧）</translation>
    </message>
    <message id="report.population">
        <source>Reference population</source>
        <translation>参照人群</translation>
    </message>
    <message id="report.population-assumed">
        <source>assumed by the authors of the pack, UNCONFIRMED, unless the site profile sets its own; predictors taken as independent</source>
        <translation>由模型包作者假定，未核实（机构配置另行设定者除外）；预测因素按独立处理</translation>
    </message>
    <message id="report.population-note">
        <source>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</source>
        <translation>见模型包或机构配置；预测因素按独立处理；未核实项见“来源”</translation>
    </message>
    <message id="report.prevalence">
        <source>Site event rate</source>
        <translation>本院发生率</translation>
    </message>
    <message id="report.prevalence-unset">
        <source>not set: no absolute percentage is given</source>
        <translation>未设置：不给出绝对百分比</translation>
    </message>
    <message id="report.provenance">
        <source>Provenance</source>
        <translation>溯源</translation>
    </message>
    <message id="report.radiographer">
        <source>Radiographer, time</source>
        <translation>技师、时间</translation>
    </message>
    <message id="report.radiologist">
        <source>Radiologist, time</source>
        <translation>放射科医师、时间</translation>
    </message>
    <message id="report.raises">
        <source>raises</source>
        <translation>升高</translation>
    </message>
    <message id="report.raw-adjusted">
        <source>Raw and adjusted</source>
        <translation>原始与校正</translation>
    </message>
    <message id="report.raw-adjusted-figures">
        <source>model {raw}, adjusted to the site {adjusted}</source>
        <translation>模型 {raw}，按本院校正 {adjusted}</translation>
    </message>
    <message id="report.research-use">
        <source>RESEARCH USE ONLY / 仅供科研，不作为临床诊断依据</source>
        <translation>仅供科研，不作为临床诊断依据 / RESEARCH USE ONLY</translation>
    </message>
    <message id="report.seconds">
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message id="report.series">
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message id="report.sex-age">
        <source>Sex, age</source>
        <translation>性别、年龄</translation>
    </message>
    <message id="report.sources">
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message id="report.status">
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message id="report.study-date">
        <source>CT date</source>
        <translation>CT 检查日期</translation>
    </message>
    <message id="report.time">
        <source>Computing time</source>
        <translation>计算时间</translation>
    </message>
    <message id="report.unknown-list">
        <source>Unknown, averaged over the reference population: {names}</source>
        <translation>未知，按参照人群取平均：{names}</translation>
    </message>
    <message id="report.what-if">
        <source>What would lower it</source>
        <translation>可降低风险的改变</translation>
    </message>
    <message id="result.needs">
        <source>not computed; unknown: {names}</source>
        <translation>未计算；未知：{names}</translation>
    </message>
    <message id="result.needs-between">
        <source>between {low} and {high}; unknown: {names}</source>
        <translation>介于 {low} 与 {high}；未知：{names}</translation>
    </message>
    <message id="result.points">
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
    <message id="schema.problem.dict_type">
        <source>must be a table</source>
        <translation>须为表</translation>
    </message>
    <message id="schema.problem.extra_forbidden">
        <source>is not known; check its spelling</source>
        <translation>未知；请检查拼写</translation>
    </message>
    <message id="schema.problem.float_parsing">
        <source>must be a number</source>
        <translation>须为数字</translation>
    </message>
    <message id="schema.problem.float_type">
        <source>must be a number</source>
        <translation>须为数字</translation>
    </message>
    <message id="schema.problem.int_parsing">
        <source>must be a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message id="schema.problem.literal_error">
        <source>has a value that is not allowed</source>
        <translation>取值不在允许范围</translation>
    </message>
    <message id="schema.problem.missing">
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message id="schema.problem.string_type">
        <source>must be text</source>
        <translation>须为文本</translation>
    </message>
    <message id="schema.problem.tiers">
        <source>must have ascending shares, the last being 1</source>
        <translation>的占比须递增且最后为 1</translation>
    </message>
    <message id="schema.problem.tuple_type">
        <source>must be a list</source>
        <translation>须为列表</translation>
    </message>
    <message id="schema.problem.unexpected_keyword_argument">
        <source>is not known; check its spelling</source>
        <translation>未知；请检查拼写</translation>
    </message>
    <message id="schema.problem.union_tag_invalid">
        <source>names a kind of step that this version does not have</source>
        <translation>指定了本版本没有的步骤类型</translation>
    </message>
    <message id="schema.problem.union_tag_not_found">
        <source>lacks its kind</source>
        <translation>缺少 kind</translation>
    </message>
    <message id="status.externally-validated">
        <source>EXTERNALLY VALIDATED</source>
        <translation>外部验证</translation>
    </message>
    <message id="status.formula">
        <source>FORMULA</source>
        <translation>公式</translation>
    </message>
    <message id="status.literature-prior">
        <source>LITERATURE PRIOR</source>
        <translation>文献先验</translation>
    </message>
    <message id="status.simulation-trained">
        <source>SIMULATION-TRAINED</source>
        <translation>仿真训练</translation>
    </message>
    <message id="status.site-trained">
        <source>SITE-TRAINED</source>
        <translation>本院训练</translation>
    </message>
    <message id="strength.conflicting">
        <source>studies disagree</source>
        <translation>研究不一致</translation>
    </message>
    <message id="strength.consistent">
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message id="strength.single-study">
        <source>one study</source>
        <translation>单项研究</translation>
    </message>
    <message id="strength.unconfirmed">
        <source>unconfirmed</source>
        <translation>未核实</translation>
    </message>
    <message id="value.female">
        <source>female</source>
        <translation>女</translation>
    </message>
    <message id="value.male">
        <source>male</source>
        <translation>男</translation>
    </message>
    <message id="value.not-found">
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message id="value.other-sex">
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message id="value.unknown">
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message id="value.years">
        <source>{years} years</source>
        <translation>{years} 岁</translation>
    </message>
    <message id="whatif.ratio">
        <source>{ratio} average odds</source>
        <translation>{ratio} 平均比值</translation>
    </message>
</context>
</TS>
