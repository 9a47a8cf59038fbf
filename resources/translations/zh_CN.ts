<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>precontrast</name>
    <message id="audit.action.answers-changed">
        <source>answers changed</source>
        <translation>更改答案</translation>
    </message>
    <message id="audit.action.cancelled">
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message id="audit.action.case-deleted">
        <source>case deleted</source>
        <translation>删除病例</translation>
    </message>
    <message id="audit.action.case-opened">
        <source>case opened</source>
        <translation>新建病例</translation>
    </message>
    <message id="audit.action.case-viewed">
        <source>case viewed</source>
        <translation>查看病例</translation>
    </message>
    <message id="audit.action.cases-listed">
        <source>cases listed</source>
        <translation>查看病例列表</translation>
    </message>
    <message id="audit.action.exported">
        <source>exported</source>
        <translation>导出</translation>
    </message>
    <message id="audit.action.identity-checked">
        <source>identity checked</source>
        <translation>核对身份</translation>
    </message>
    <message id="audit.action.identity-withdrawn">
        <source>identity check withdrawn</source>
        <translation>撤销身份核对</translation>
    </message>
    <message id="audit.action.images-inspected">
        <source>images inspected</source>
        <translation>查看影像序列</translation>
    </message>
    <message id="audit.action.images-moved">
        <source>place of the images changed</source>
        <translation>更改影像位置</translation>
    </message>
    <message id="audit.action.log-viewed">
        <source>audit log viewed</source>
        <translation>查看审计日志</translation>
    </message>
    <message id="audit.action.mask-edited">
        <source>contour drawn, edited or taken from a file</source>
        <translation>轮廓绘制、修改或来自文件</translation>
    </message>
    <message id="audit.action.not-stored">
        <source>not stored (program ended)</source>
        <translation>未保存（程序中断）</translation>
    </message>
    <message id="audit.action.outcome-entered">
        <source>outcome entered</source>
        <translation>录入结局</translation>
    </message>
    <message id="audit.action.outcome-withdrawn">
        <source>outcome withdrawn</source>
        <translation>撤销结局</translation>
    </message>
    <message id="audit.action.pack-installed">
        <source>pack installed</source>
        <translation>安装模型包</translation>
    </message>
    <message id="audit.action.pack-removed">
        <source>pack removed</source>
        <translation>移除模型包</translation>
    </message>
    <message id="audit.action.permissions-tightened">
        <source>access to the data folder restricted to its user</source>
        <translation>已禁止其他用户访问数据文件夹</translation>
    </message>
    <message id="audit.action.printed">
        <source>printed</source>
        <translation>打印</translation>
    </message>
    <message id="audit.action.reprinted">
        <source>reprinted</source>
        <translation>重新打印</translation>
    </message>
    <message id="audit.action.screen-locked">
        <source>screen covered</source>
        <translation>屏幕已遮盖</translation>
    </message>
    <message id="audit.action.screen-unlocked">
        <source>screen uncovered</source>
        <translation>屏幕已恢复</translation>
    </message>
    <message id="audit.action.screened">
        <source>screened</source>
        <translation>筛查</translation>
    </message>
    <message id="audit.action.series-overridden">
        <source>series chosen by user</source>
        <translation>用户更换序列</translation>
    </message>
    <message id="audit.action.signed">
        <source>signed</source>
        <translation>签名</translation>
    </message>
    <message id="audit.action.site-changed">
        <source>site profile changed</source>
        <translation>更改机构配置</translation>
    </message>
    <message id="audit.action.store-decrypted">
        <source>case store decrypted</source>
        <translation>病例库已解密</translation>
    </message>
    <message id="audit.action.store-encrypted">
        <source>case store encrypted</source>
        <translation>病例库已加密</translation>
    </message>
    <message id="audit.action.ticked">
        <source>checklist ticked</source>
        <translation>勾选清单</translation>
    </message>
    <message id="audit.action.worker-crashed">
        <source>calculation crashed</source>
        <translation>计算意外终止</translation>
    </message>
    <message id="audit.broken">
        <source>{path}: integrity check failed: {reason}</source>
        <translation>{path}：完整性检查未通过：{reason}</translation>
    </message>
    <message id="audit.broken-at">
        <source>{path}: integrity check failed at line {line}: {reason}</source>
        <translation>{path}：第 {line} 行未通过完整性检查：{reason}</translation>
    </message>
    <message id="audit.column.action">
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message id="audit.column.details">
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message id="audit.column.number">
        <source>line</source>
        <translation>行</translation>
    </message>
    <message id="audit.column.time">
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message id="audit.column.user">
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message id="audit.empty">
        <source>Nothing has been recorded yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message id="audit.reason.changed">
        <source>the line was changed</source>
        <translation>该行已被更改</translation>
    </message>
    <message id="audit.reason.inserted">
        <source>a line was added here that the program did not write</source>
        <translation>此处有并非本程序写入的行</translation>
    </message>
    <message id="audit.reason.missing">
        <source>log and seal are missing, though the case store has cases</source>
        <translation>日志及其封存文件缺失，但病例库中有病例</translation>
    </message>
    <message id="audit.reason.removed">
        <source>lines are missing here</source>
        <translation>此处缺少记录</translation>
    </message>
    <message id="audit.reason.rolled-back">
        <source>the log is not the one that the case store knows: lines were cut off, or an earlier copy was put in its place</source>
        <translation>日志与病例库中的记载不符：可能有行被截去，或被换成了较早的副本</translation>
    </message>
    <message id="audit.reason.store-behind">
        <source>the case store is not the one that the log knows: changes from this line on are not in it; it was emptied or an earlier copy was put in its place</source>
        <translation>病例库与操作记录不符：自本行起的更改不在其中；病例库被清空或被较早的副本替换</translation>
    </message>
    <message id="audit.reason.unreadable">
        <source>it cannot be read</source>
        <translation>该行无法读取</translation>
    </message>
    <message id="audit.reason.unsealed">
        <source>the seal beside the log is missing; earlier lines cannot be verified</source>
        <translation>日志旁的封签文件缺失；此前的记录无法核实</translation>
    </message>
    <message id="audit.sound">
        <source>{path}: integrity check passed, {count} {count:line|lines}. Hash of the last line: {last}</source>
        <translation>{path}：完整性检查通过，共 {count} 行。末行哈希值：{last}</translation>
    </message>
    <message id="average.assumed">
        <source>an assumed reference population</source>
        <translation>假定的参照人群</translation>
    </message>
    <message id="average.of-pack">
        <source>the pack's reference population</source>
        <translation>模型包的参照人群</translation>
    </message>
    <message id="banner.average-of">
        <source>Average: of {whose}, not of the case mix of this site</source>
        <translation>平均：{whose}，并非本院病例构成</translation>
    </message>
    <message id="banner.demonstration">
        <source>METHOD DEMONSTRATION</source>
        <translation>方法演示</translation>
    </message>
    <message id="banner.demonstration-note">
        <source>This pack was trained on simulated outcomes, and these images are not marked as simulated, so no probability is given. Contours and measurements are from these images.</source>
        <translation>本模型包以仿真结局训练，而本次影像没有仿真标记，因此不给出概率。轮廓与测量值来自本次影像。</translation>
    </message>
    <message id="banner.image-part">
        <source>read from the images and part of the probability: {names}</source>
        <translation>由影像得出并已计入概率：{names}</translation>
    </message>
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
    <message id="banner.odds-title">
        <source>Odds against the average</source>
        <translation>与平均优势（odds）之比</translation>
    </message>
    <message id="banner.ratio-title">
        <source>Times the site average</source>
        <translation>相当于本院平均的倍数</translation>
    </message>
    <message id="banner.ratio-title-pack">
        <source>Times the average</source>
        <translation>相当于平均的倍数</translation>
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
        <source>The input does not allow a result. The reasons are below.</source>
        <translation>输入不满足给出结果的条件，原因如下。</translation>
    </message>
    <message id="banner.result">
        <source>RESULT</source>
        <translation>结果</translation>
    </message>
    <message id="banner.risk-title">
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message id="banner.risk-within">
        <source>{risk} {when}</source>
        <translation>{when}的{risk}</translation>
    </message>
    <message id="banner.tiers">
        <source>the interval spans {low} to {high}</source>
        <translation>区间跨越{low}至{high}</translation>
    </message>
    <message id="banner.times-average">
        <source>{ratio} the average</source>
        <translation>平均的 {ratio}</translation>
    </message>
    <message id="banner.times-average-odds">
        <source>{ratio} average odds</source>
        <translation>{ratio} 平均比值</translation>
    </message>
    <message id="banner.times-average-site">
        <source>{ratio} the site average</source>
        <translation>本院平均的 {ratio}</translation>
    </message>
    <message id="banner.to-draw">
        <source>CONTOUR NEEDED</source>
        <translation>需要绘制轮廓</translation>
    </message>
    <message id="banner.to-draw-note">
        <source>There is no result yet: draw the structure in the images, or open a mask file.</source>
        <translation>尚无结果：请在图像上绘制该结构的轮廓，或打开掩膜文件。</translation>
    </message>
    <message id="banner.unfinished">
        <source>MORE ANSWERS NEEDED</source>
        <translation>请补充信息</translation>
    </message>
    <message id="banner.unfinished-note">
        <source>There is no risk yet: too few factors are known.</source>
        <translation>尚未给出风险：已知因素过少。</translation>
    </message>
    <message id="banner.unknown">
        <source>{count} of {total} inputs unknown</source>
        <translation>{total} 项输入中 {count} 项未知</translation>
    </message>
    <message id="basis.held-out">
        <source>Observed in held-out patients</source>
        <translation>依据未参与训练的患者实测</translation>
    </message>
    <message id="basis.population-model">
        <source>By the population model, not measured</source>
        <translation>按人群模型推算，非实测</translation>
    </message>
    <message id="cases.column.accession">
        <source>accession</source>
        <translation>检查号</translation>
    </message>
    <message id="cases.column.changed">
        <source>changed</source>
        <translation>更改时间</translation>
    </message>
    <message id="cases.column.created">
        <source>created</source>
        <translation>创建时间</translation>
    </message>
    <message id="cases.column.event">
        <source>outcome</source>
        <translation>结局</translation>
    </message>
    <message id="cases.column.finding">
        <source>finding</source>
        <translation>发现</translation>
    </message>
    <message id="cases.column.id">
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message id="cases.column.masks">
        <source>contours</source>
        <translation>轮廓</translation>
    </message>
    <message id="cases.column.name">
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message id="cases.column.opened">
        <source>opened from</source>
        <translation>打开路径</translation>
    </message>
    <message id="cases.column.pack">
        <source>pack</source>
        <translation>模型包</translation>
    </message>
    <message id="cases.column.patient-id">
        <source>patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message id="cases.column.probability">
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message id="cases.column.state">
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message id="cases.column.study-date">
        <source>study date</source>
        <translation>检查日期</translation>
    </message>
    <message id="cases.column.tier">
        <source>tier</source>
        <translation>等级</translation>
    </message>
    <message id="cases.decrypted">
        <source>{path} is no longer encrypted; its key was taken out of the keychain</source>
        <translation>{path} 已取消加密，密钥已从系统钥匙串中删除</translation>
    </message>
    <message id="cases.deleted">
        <source>case {case} deleted</source>
        <translation>病例 {case} 已删除</translation>
    </message>
    <message id="cases.encrypted">
        <source>{path} is encrypted. Its key is in the keychain of this user; copies from before an upgrade were removed.
Write the recovery key down and keep it away from this computer. Without it and the keychain, the cases are lost:
{key}</source>
        <translation>{path} 已加密。密钥存放在当前用户的系统钥匙串中；升级前留下的副本已删除。
请抄录恢复密钥并与本机分开保存。恢复密钥与钥匙串同时丢失时，病例无法找回：
{key}</translation>
    </message>
    <message id="cases.exported">
        <source>cases written to {path}: {count}</source>
        <translation>已将 {count} 例写入 {path}</translation>
    </message>
    <message id="cases.masks">
        <source>{count} {count:mask|masks} written to {path}</source>
        <translation>已将 {count} 个轮廓文件写入 {path}</translation>
    </message>
    <message id="cases.none">
        <source>No case found.</source>
        <translation>未找到病例。</translation>
    </message>
    <message id="cases.other-versions">
        <source>left out, as of other versions of the pack: {count}; choose a version with --version</source>
        <translation>另有 {count} 例为该模型包的其他版本，未写入；可用 --version 指定</translation>
    </message>
    <message id="cases.recover-prompt">
        <source>Recovery key:</source>
        <translation>恢复密钥：</translation>
    </message>
    <message id="cases.recovered">
        <source>the key is in the keychain of this user again</source>
        <translation>密钥已重新存入当前用户的系统钥匙串</translation>
    </message>
    <message id="cases.relocated">
        <source>case {case} now reads its images from {path}</source>
        <translation>病例 {case} 的影像位置已改为 {path}</translation>
    </message>
    <message id="cases.signed">
        <source>{count} signed {count:report|reports} written to {path}</source>
        <translation>已将 {count} 份签字报告写入 {path}</translation>
    </message>
    <message id="cases.state.answered">
        <source>answered</source>
        <translation>已有结果</translation>
    </message>
    <message id="cases.state.damaged">
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message id="cases.state.open">
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message id="cases.state.refused">
        <source>no result</source>
        <translation>不给出结果</translation>
    </message>
    <message id="cases.state.signed">
        <source>signed</source>
        <translation>已签字</translation>
    </message>
    <message id="cases.state.unfinished">
        <source>more answers needed</source>
        <translation>尚需补充信息</translation>
    </message>
    <message id="certainty.computed">
        <source>computed</source>
        <translation>计算所得</translation>
    </message>
    <message id="certainty.source">
        <source>from the abstract</source>
        <translation>据摘要</translation>
    </message>
    <message id="certainty.unconfirmed">
        <source>UNCONFIRMED</source>
        <translation>未核实</translation>
    </message>
    <message id="certainty.verified">
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message id="check.audit">
        <source>audit log</source>
        <translation>审计日志</translation>
    </message>
    <message id="check.case">
        <source>case store</source>
        <translation>病例库</translation>
    </message>
    <message id="check.decoder">
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message id="check.engine">
        <source>engine</source>
        <translation>推理引擎</translation>
    </message>
    <message id="check.font">
        <source>font</source>
        <translation>字体</translation>
    </message>
    <message id="check.golden">
        <source>golden case</source>
        <translation>标准用例</translation>
    </message>
    <message id="check.key">
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message id="check.network">
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message id="check.pack">
        <source>pack</source>
        <translation>模型包</translation>
    </message>
    <message id="check.place">
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message id="check.radiomics">
        <source>radiomics features</source>
        <translation>影像组学特征</translation>
    </message>
    <message id="check.report">
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message id="check.summary">
        <source>{count} {count:check|checks}, {failed} failed</source>
        <translation>{count} 项检查，{failed} 项未通过</translation>
    </message>
    <message id="check.version">
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message id="check.worker">
        <source>worker process</source>
        <translation>计算进程</translation>
    </message>
    <message id="cli.error">
        <source>error: {message}</source>
        <translation>错误：{message}</translation>
    </message>
    <message id="cli.output">
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message id="cli.stored">
        <source>Stored as case {case}</source>
        <translation>已存为病例 {case}</translation>
    </message>
    <message id="cli.unsigned-pack">
        <source>!! PACK NOT SIGNED / 模型包未签名 !!</source>
        <translation>!! 模型包未签名 / PACK NOT SIGNED !!</translation>
    </message>
    <message id="cli.usage">
        <source>error: {message}
see: {program} --help</source>
        <translation>错误：{message}
参见：{program} --help</translation>
    </message>
    <message id="cli.written">
        <source>Report: {pdf}
Record: {json}</source>
        <translation>报告：{pdf}
记录：{json}</translation>
    </message>
    <message id="cli.written-pages">
        <source>Pages:  {count} PNG files beside it</source>
        <translation>页面：同目录 {count} 个 PNG 文件</translation>
    </message>
    <message id="demo.study">
        <source>Demonstration study: {count} DICOM {count:file|files} in {path}</source>
        <translation>演示检查：{count} 个 DICOM 文件，位于 {path}</translation>
    </message>
    <message id="dicom.acquisitions-apart">
        <source>The slices of this series were acquired up to {minutes} minutes apart: more than one acquisition. Export each acquisition as a separate series.</source>
        <translation>该序列各层面的采集时间相差达 {minutes} 分钟：不止一次采集。请将每次采集分别导出为独立序列。</translation>
    </message>
    <message id="dicom.acquisitions-mixed">
        <source>The slices of this series differ in an attribute that is the same throughout one acquisition ({attribute}: {one}, {other}). Export each acquisition as a separate series.</source>
        <translation>该序列各层面在同一次采集中应一致的属性不同（{attribute}：{one}、{other}）。请将每次采集分别导出为独立序列。</translation>
    </message>
    <message id="dicom.archive-unsupported">
        <source>{path} is an archive of a type that cannot be opened. Unpack it and choose the folder, or pack the study as zip.</source>
        <translation>{path} 是不支持的压缩格式。请先解压后选择文件夹，或改用 zip 打包。</translation>
    </message>
    <message id="dicom.bits-unsupported">
        <source>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</source>
        <translation>{path} 的像素为 {allocated} 位中存储 {stored} 位；仅支持分配 8、16 或 32 位。</translation>
    </message>
    <message id="dicom.changed">
        <source>The images in {path} changed while they were assessed. Wait until they have been copied completely and start again.</source>
        <translation>评估期间影像文件 {path} 发生了变化。请待影像全部复制完成后重新开始。</translation>
    </message>
    <message id="dicom.charset-guessed">
        <source>The text of the header does not fit its character set ({declared}) and was read as {used}. Compare the patient's name.</source>
        <translation>文件头文字与声明的字符集（{declared}）不符，已按 {used} 读取。请核对患者姓名。</translation>
    </message>
    <message id="dicom.choice-contrast-agent">
        <source>The header names a contrast agent: {agent}.</source>
        <translation>文件头记录了对比剂：{agent}。</translation>
    </message>
    <message id="dicom.choice-derived">
        <source>Derived images.</source>
        <translation>后处理（派生）图像。</translation>
    </message>
    <message id="dicom.choice-extent">
        <source>Covers {mm} mm.</source>
        <translation>覆盖范围 {mm} mm。</translation>
    </message>
    <message id="dicom.choice-few-slices">
        <source>{found} slices; at least {wanted} are needed.</source>
        <translation>仅 {found} 层，至少需要 {wanted} 层。</translation>
    </message>
    <message id="dicom.choice-intact">
        <source>Evenly spaced, complete and not tilted.</source>
        <translation>层间距均匀、完整且无机架倾斜。</translation>
    </message>
    <message id="dicom.choice-kernel-medium">
        <source>Medium kernel ({kernel}).</source>
        <translation>中等锐度卷积核（{kernel}）。</translation>
    </message>
    <message id="dicom.choice-kernel-sharp">
        <source>Sharp kernel ({kernel}): more noise.</source>
        <translation>锐利卷积核（{kernel}），噪声较大。</translation>
    </message>
    <message id="dicom.choice-kernel-soft">
        <source>Soft kernel ({kernel}).</source>
        <translation>软组织卷积核（{kernel}）。</translation>
    </message>
    <message id="dicom.choice-kernel-unknown">
        <source>Unknown kernel ({kernel}).</source>
        <translation>未知卷积核（{kernel}）。</translation>
    </message>
    <message id="dicom.choice-localizer">
        <source>A scout view, not slices.</source>
        <translation>为定位像，不是断层图像。</translation>
    </message>
    <message id="dicom.choice-made-capture">
        <source>Secondary capture, fused or segmented images: pictures, not scanner data.</source>
        <translation>二次截取、融合或分割图像：是图片，不是扫描数据。</translation>
    </message>
    <message id="dicom.choice-made-map">
        <source>Computed maps (perfusion, subtraction, synthetic CT), not plain CT values.</source>
        <translation>计算图（灌注、减影、合成 CT），不是普通 CT 值。</translation>
    </message>
    <message id="dicom.choice-made-material">
        <source>Material images (iodine, water, effective Z and the like), not plain CT values.</source>
        <translation>物质图像（碘、水、有效原子序数等），不是普通 CT 值。</translation>
    </message>
    <message id="dicom.choice-made-monoenergetic">
        <source>Virtual mono-energetic images: their values depend on the chosen energy.</source>
        <translation>虚拟单能量图像：其数值取决于所选能量。</translation>
    </message>
    <message id="dicom.choice-made-other-class">
        <source>Stored as another kind of image than its modality says (SOP class).</source>
        <translation>存储类型（SOP Class）与所标模态不符。</translation>
    </message>
    <message id="dicom.choice-made-projection">
        <source>Projection or curved images (MIP, MinIP, CPR): their values are not those of plain slices.</source>
        <translation>投影或曲面图像（MIP、MinIP、CPR）：其数值并非普通层面的 CT 值。</translation>
    </message>
    <message id="dicom.choice-made-rendering">
        <source>Rendered pictures, not CT slices.</source>
        <translation>三维渲染图片，不是 CT 层面。</translation>
    </message>
    <message id="dicom.choice-made-virtual-non-contrast">
        <source>Virtual non-contrast images, computed from an enhanced scan.</source>
        <translation>虚拟平扫图像，由增强扫描计算得出。</translation>
    </message>
    <message id="dicom.choice-missing-slices">
        <source>{count} {count:slice is|slices are} missing.</source>
        <translation>缺少 {count} 层。</translation>
    </message>
    <message id="dicom.choice-no-contrast-agent">
        <source>The header names no contrast agent.</source>
        <translation>文件头未记录对比剂。</translation>
    </message>
    <message id="dicom.choice-no-volume">
        <source>No volume can be built from its images.</source>
        <translation>其图像无法构成三维体数据。</translation>
    </message>
    <message id="dicom.choice-original">
        <source>Original images.</source>
        <translation>原始图像。</translation>
    </message>
    <message id="dicom.choice-region">
        <source>The wanted region is named: {word}.</source>
        <translation>标注了所需部位：{word}。</translation>
    </message>
    <message id="dicom.choice-region-unnamed">
        <source>The wanted region is not named.</source>
        <translation>未标注所需部位。</translation>
    </message>
    <message id="dicom.choice-thickness-outside">
        <source>Slice thickness {thickness_mm} mm, outside {low_mm} to {high_mm} mm.</source>
        <translation>层厚 {thickness_mm} mm，不在 {low_mm} 至 {high_mm} mm 范围内。</translation>
    </message>
    <message id="dicom.choice-thickness-preferred">
        <source>Slice thickness {thickness_mm} mm, within {low_mm} to {high_mm} mm.</source>
        <translation>层厚 {thickness_mm} mm，在 {low_mm} 至 {high_mm} mm 范围内。</translation>
    </message>
    <message id="dicom.choice-thickness-unknown">
        <source>Slice thickness unknown.</source>
        <translation>层厚未知。</translation>
    </message>
    <message id="dicom.choice-tilted">
        <source>Tilted by {degrees} degrees.</source>
        <translation>机架倾斜 {degrees}°。</translation>
    </message>
    <message id="dicom.choice-uneven">
        <source>Unevenly spaced.</source>
        <translation>层间距不均匀。</translation>
    </message>
    <message id="dicom.choice-unreadable">
        <source>Its images cannot be read: {reason}</source>
        <translation>其图像无法读取：{reason}</translation>
    </message>
    <message id="dicom.choice-unscaled">
        <source>Its values cannot be converted to Hounsfield units.</source>
        <translation>其数值无法换算为 CT 值（HU）。</translation>
    </message>
    <message id="dicom.choice-wide-spacing">
        <source>The slices are {found} mm apart; at most {wanted} mm are accepted.</source>
        <translation>层间距为 {found} mm，最多允许 {wanted} mm。</translation>
    </message>
    <message id="dicom.choice-wrong-kind">
        <source>The description names none of: {wanted}.</source>
        <translation>序列描述中不含所需关键词：{wanted}。</translation>
    </message>
    <message id="dicom.choice-wrong-modality">
        <source>Modality {found}; {wanted} is needed.</source>
        <translation>模态为 {found}，需要 {wanted}。</translation>
    </message>
    <message id="dicom.choice-wrong-plane">
        <source>The plane is {found}; {wanted} is needed.</source>
        <translation>层面方向为 {found}，需要 {wanted}。</translation>
    </message>
    <message id="dicom.copies-differ">
        <source>Files claim to be the same image as another, but their pixels differ ({count} in all, for instance {other} and {path}). Export the series again from the scanner or PACS.</source>
        <translation>有文件自称与另一文件是同一图像，但像素不同（共 {count} 个，例如 {other} 与 {path}）。请从扫描仪或 PACS 重新导出该序列。</translation>
    </message>
    <message id="dicom.copy-unreadable">
        <source>Further copies of slices cannot be read ({count} in all, for instance {other}); the other copies are used.</source>
        <translation>另有层面副本无法读取（共 {count} 个，例如 {other}）；已使用其他副本。</translation>
    </message>
    <message id="dicom.damaged">
        <source>{path} is damaged: {reason}. Export it again.</source>
        <translation>{path} 已损坏：{reason}。请重新导出。</translation>
    </message>
    <message id="dicom.decode-failed">
        <source>{path} cannot be decompressed: {reason}. Export it again.</source>
        <translation>{path} 无法解压缩：{reason}。请重新导出。</translation>
    </message>
    <message id="dicom.directory-unusable">
        <source>The DICOMDIR {path} is not usable ({reason}). All files in its folder were read instead.</source>
        <translation>DICOMDIR {path} 无法使用（{reason}），已改为读取其所在文件夹中的全部文件。</translation>
    </message>
    <message id="dicom.duplicate-files">
        <source>{count} {count:copy of an image was|copies of images were} left out.</source>
        <translation>已略过 {count} 个重复的图像文件。</translation>
    </message>
    <message id="dicom.duplicate-slices">
        <source>{count} {count:image shares|images share} a position with another (from {first_mm} to {last_mm} mm along the stack) and {count:was|were} left out.</source>
        <translation>有 {count} 幅图像与其他图像位置重复（沿层面方向 {first_mm} 至 {last_mm} mm），已略过。</translation>
    </message>
    <message id="dicom.empty">
        <source>{path} holds no files. Choose the folder or archive that holds the study.</source>
        <translation>{path} 中没有任何文件。请选择包含该检查的文件夹或压缩包。</translation>
    </message>
    <message id="dicom.empty-file">
        <source>{path} is empty (0 bytes). Export the study again.</source>
        <translation>{path} 是空文件（0 字节）。请重新导出该检查。</translation>
    </message>
    <message id="dicom.file-too-large">
        <source>{path} is larger than its header allows, or than {limit} MiB. The file was not read.</source>
        <translation>{path} 大于其文件头所允许的大小或超过 {limit} MiB，已拒绝读取。</translation>
    </message>
    <message id="dicom.frame-count">
        <source>{path} declares {declared} frames but describes {found}. Export it again.</source>
        <translation>{path} 声明有 {declared} 帧，实际只描述了 {found} 帧。请重新导出。</translation>
    </message>
    <message id="dicom.frame-mismatch">
        <source>The compressed image in {path} is {found}, its header says {declared}. Export it again.</source>
        <translation>{path} 中压缩图像的大小为 {found}，而文件头为 {declared}。请重新导出。</translation>
    </message>
    <message id="dicom.header-too-large">
        <source>The header of {path} claims more than {limit} MiB, which no real image has. The file was not read.</source>
        <translation>{path} 的文件头声称超过 {limit} MiB，不属于正常图像，已拒绝读取。</translation>
    </message>
    <message id="dicom.image-too-large">
        <source>{path} claims {size} pixels; at most {limit} in each direction are read, and at least 1.</source>
        <translation>{path} 声称图像大小为 {size} 像素；每个方向最少 1、最多读取 {limit} 像素。</translation>
    </message>
    <message id="dicom.irregular-positions">
        <source>The slices of {path} do not lie on one line, so that no volume can be built. Choose another series.</source>
        <translation>{path} 所在序列的层面位置不在同一直线上，无法构成三维体数据。请选择其他序列。</translation>
    </message>
    <message id="dicom.link-loop">
        <source>{path} was reached a second time through a link and was not searched again.</source>
        <translation>通过链接再次到达 {path}，未重复搜索。</translation>
    </message>
    <message id="dicom.lossy-compression">
        <source>The images were compressed with loss: fine detail and Hounsfield units may have changed.</source>
        <translation>图像经过有损压缩，细节和 CT 值可能已改变。</translation>
    </message>
    <message id="dicom.missing-slices">
        <source>{count} {count:slice is|slices are} missing in {gaps} {gaps:place|places}; the largest gap is between {from_mm} and {to_mm} mm along the stack.</source>
        <translation>缺少 {count} 层图像，共 {gaps} 处；最大缺口位于沿层面方向 {from_mm} 至 {to_mm} mm 之间。</translation>
    </message>
    <message id="dicom.modality-lut">
        <source>{path} gives its values by a look-up table (Modality LUT), which is not supported. Export it with rescale slope and intercept.</source>
        <translation>{path} 使用 Modality 查找表（Modality LUT）表示数值，暂不支持。请以 Rescale 斜率和截距的形式导出。</translation>
    </message>
    <message id="dicom.monochrome1">
        <source>The images are stored for inverted display (MONOCHROME1); Hounsfield units are not affected.</source>
        <translation>图像以反相显示方式存储（MONOCHROME1），不影响 CT 值。</translation>
    </message>
    <message id="dicom.nested-archive">
        <source>{path} is an archive inside a folder or archive and was not opened. Choose it by itself, or unpack it.</source>
        <translation>{path} 是文件夹或压缩包内的压缩包，未打开。请单独选择它，或先解压。</translation>
    </message>
    <message id="dicom.no-geometry">
        <source>The series of {path} cannot become a volume: {reason}. Export the original images from the scanner or PACS.</source>
        <translation>{path} 所在序列无法构成三维体数据：{reason}。请从设备或 PACS 导出原始图像。</translation>
    </message>
    <message id="dicom.no-images">
        <source>{files:The only file|None of the files} in {path} ({files}) is {files:no|a} usable DICOM image; the most frequent reason: {reason}.</source>
        <translation>{path} 中的 {files} 个文件均不是可用的 DICOM 图像；最常见的原因：{reason}。</translation>
    </message>
    <message id="dicom.no-pixel-spacing">
        <source>The images do not say how large their pixels are.</source>
        <translation>图像缺少像素间距信息。</translation>
    </message>
    <message id="dicom.no-positions">
        <source>The images do not say where they lie in the patient.</source>
        <translation>图像缺少在患者体内的位置或方向信息。</translation>
    </message>
    <message id="dicom.not-a-file">
        <source>{path} is neither a file nor a folder that can be read. Choose a folder, a DICOM file, a zip archive or a DICOMDIR.</source>
        <translation>{path} 不是可读取的文件或文件夹。请选择文件夹、DICOM 文件、zip 压缩包或 DICOMDIR。</translation>
    </message>
    <message id="dicom.not-a-volume">
        <source>All images of the series of {path} lie at one place; a volume needs slices at several. Choose another series.</source>
        <translation>{path} 所在序列的图像全部位于同一位置，无法构成三维体数据。请选择其他序列。</translation>
    </message>
    <message id="dicom.not-an-image">
        <source>{path} is DICOM but holds no image (modality {modality}), for instance a report or a directory.</source>
        <translation>{path} 是 DICOM 文件，但不含图像（模态 {modality}），例如报告或目录文件。</translation>
    </message>
    <message id="dicom.not-dicom">
        <source>{path} is not a DICOM file.</source>
        <translation>{path} 不是 DICOM 文件。</translation>
    </message>
    <message id="dicom.not-encapsulated">
        <source>{path} is labelled as compressed ({syntax}) but is not. Export it again.</source>
        <translation>{path} 标注为压缩格式（{syntax}），实际并未压缩。请重新导出。</translation>
    </message>
    <message id="dicom.not-found">
        <source>Not found: {path}. Check that the disc, drive or network folder is connected.</source>
        <translation>找不到：{path}。请检查光盘、磁盘或网络文件夹是否已连接。</translation>
    </message>
    <message id="dicom.not-grayscale">
        <source>{path} is a colour image ({photometric}), not a CT slice. Choose another series.</source>
        <translation>{path} 是彩色图像（{photometric}），不是 CT 断层图像。请选择其他序列。</translation>
    </message>
    <message id="dicom.not-straight">
        <source>The slices do not lie on one line.</source>
        <translation>层面位置不在同一直线上。</translation>
    </message>
    <message id="dicom.nothing-found">
        <source>there are no files in it</source>
        <translation>其中没有文件</translation>
    </message>
    <message id="dicom.oblique-resampled">
        <source>The images lie {degrees} degrees off the patient's axes and were resampled along them.</source>
        <translation>图像与患者坐标轴成 {degrees}° 角，已沿坐标轴重采样。</translation>
    </message>
    <message id="dicom.one-place">
        <source>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} {count:was|were} left out.</source>
        <translation>所有图像位于同一位置（{first_mm} mm），为重复采集而非三维体数据，已略过 {count} 幅。</translation>
    </message>
    <message id="dicom.orientation-invalid">
        <source>The orientation of the images contradicts itself ({value}).</source>
        <translation>图像方向信息自相矛盾（{value}）。</translation>
    </message>
    <message id="dicom.out-of-memory">
        <source>There is not enough memory for the {slices} slices of {path}. Close other programs or choose a shorter series.</source>
        <translation>内存不足，无法载入 {path} 所在的 {slices} 层图像。请关闭其他程序或选择较短的序列。</translation>
    </message>
    <message id="dicom.override-ambiguous">
        <source>Series {wanted} occurs in {count} examinations. Name the one that is meant by its UID: {keys}</source>
        <translation>有 {count} 次检查均含序列 {wanted}。请用 UID 指明所需序列：{keys}</translation>
    </message>
    <message id="dicom.override-not-found">
        <source>There is no series with the number or UID {wanted} in this study.</source>
        <translation>该检查中没有编号或 UID 为 {wanted} 的序列。</translation>
    </message>
    <message id="dicom.padding-undeclared">
        <source>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</source>
        <translation>设备以 {hu} 填充视野外区域但未声明，已按未扫描区域处理。</translation>
    </message>
    <message id="dicom.passes-mixed">
        <source>Slices of two passes seem to be mixed: narrow and wide distances alternate, and nothing in the headers tells them apart. Export each acquisition as a separate series.</source>
        <translation>似乎混有两次扫描的层面：层间距宽窄交替，且头信息无法区分。请将每次采集分别导出为独立序列。</translation>
    </message>
    <message id="dicom.pixel-data-missing">
        <source>{path} has a header but no pixels. Export it again with images.</source>
        <translation>{path} 只有文件头，没有像素数据。请连同图像重新导出。</translation>
    </message>
    <message id="dicom.pixel-data-short">
        <source>{path} holds fewer pixels than its header says. Export it again.</source>
        <translation>{path} 的像素数据少于文件头所述。请重新导出。</translation>
    </message>
    <message id="dicom.pixels-differ">
        <source>Images share a position but their pixels differ ({count} in all, for instance {other} and {path}): more than one acquisition. Export each acquisition as a separate series.</source>
        <translation>有图像与另一图像位置相同但像素不同（共 {count} 幅，例如 {other} 与 {path}）：不止一次采集。请将每次采集分别导出为独立序列。</translation>
    </message>
    <message id="dicom.positions-rounded">
        <source>Slice positions are rounded to whole or half millimetres; the spacing of {spacing_mm} mm was found from all of them together.</source>
        <translation>层面位置被取整到 1 或 0.5 毫米；层间距 {spacing_mm} mm 由全部位置共同得出。</translation>
    </message>
    <message id="dicom.reference-missing">
        <source>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</source>
        <translation>DICOMDIR 列出了 {path}，但该文件不存在。请拷贝整张光盘。</translation>
    </message>
    <message id="dicom.rescale-invalid">
        <source>The rescale slope of {path} is 0 or far beyond any real one, so its values are meaningless. Export the series again.</source>
        <translation>{path} 的换算斜率（Rescale Slope）为 0 或远超合理范围，像素值无意义。请重新导出该序列。</translation>
    </message>
    <message id="dicom.rescale-missing">
        <source>{count} {count:image lacks|images lack} the rescale parameters to Hounsfield units; stored values were used unchanged.</source>
        <translation>{count} 幅图像缺少换算为 CT 值的参数（Rescale），按原值读取。</translation>
    </message>
    <message id="dicom.rescale-not-hu">
        <source>The values are declared as {type}, not as Hounsfield units.</source>
        <translation>像素值声明为 {type}，而不是 CT 值（HU）。</translation>
    </message>
    <message id="dicom.several-patients">
        <source>The images belong to {count} patients. Make sure to choose the right one.</source>
        <translation>图像属于 {count} 名患者，请务必核对所选患者。</translation>
    </message>
    <message id="dicom.single-slice">
        <source>The series has images at one place only.</source>
        <translation>该序列仅有一个层面位置。</translation>
    </message>
    <message id="dicom.skipped">
        <source>{count} {count:file was|files were} left out ({reason}), the first: {path}.</source>
        <translation>已略过 {count} 个文件（{reason}），第一个为：{path}。</translation>
    </message>
    <message id="dicom.slice-unreadable">
        <source>The slice {path} cannot be read ({reason}); its place was left empty.</source>
        <translation>层面 {path} 无法读取（{reason}），相应位置留空。</translation>
    </message>
    <message id="dicom.slices-apart">
        <source>The slices are {spacing_mm} mm apart but only {thickness_mm} mm thick: part of the body was not imaged.</source>
        <translation>层间距为 {spacing_mm} mm，而层厚仅 {thickness_mm} mm，层间存在未成像区域。</translation>
    </message>
    <message id="dicom.slices-left-empty">
        <source>{count} {count:slice is|slices are} missing or unreadable; {count:its place was|their places were} left empty.</source>
        <translation>{count} 层缺失或无法读取，相应位置留空。</translation>
    </message>
    <message id="dicom.slices-overlap">
        <source>Slices of {thickness_mm} mm lie only {spacing_mm} mm apart: thick slabs that blur small structures.</source>
        <translation>层厚 {thickness_mm} mm 而层间距仅 {spacing_mm} mm：厚层重叠，细小结构会模糊。</translation>
    </message>
    <message id="dicom.spacing-resampled">
        <source>The unevenly spaced slices were interpolated to {spacing_mm} mm.</source>
        <translation>不等间距的层面已插值为 {spacing_mm} mm 等间距。</translation>
    </message>
    <message id="dicom.split-by-acquisition">
        <source>Split from its series by acquisition (number {value}).</source>
        <translation>已按采集从原序列拆分（采集号 {value}）。</translation>
    </message>
    <message id="dicom.split-by-acquisition-time">
        <source>Split from its series by acquisition time ({value}).</source>
        <translation>已按采集时间从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-contrast-agent">
        <source>Split from its series by contrast agent ({value}).</source>
        <translation>已按对比剂从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-description">
        <source>Split from its series by series description ({value}).</source>
        <translation>已按序列描述从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-frame-of-reference">
        <source>Split from its series by frame of reference ({value}).</source>
        <translation>已按参考坐标系从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-image-type">
        <source>Split from its series by image type ({value}).</source>
        <translation>已按图像类型从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-kernel">
        <source>Split from its series by convolution kernel ({value}).</source>
        <translation>已按重建卷积核从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-kvp">
        <source>Split from its series by tube voltage ({value} kV).</source>
        <translation>已按管电压从原序列拆分（{value} kV）。</translation>
    </message>
    <message id="dicom.split-by-localizer">
        <source>Split from its series: scout views are kept apart ({value}).</source>
        <translation>已从原序列拆分：定位像单独成组（{value}）。</translation>
    </message>
    <message id="dicom.split-by-modality">
        <source>Split from its series by modality ({value}).</source>
        <translation>已按模态从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-orientation">
        <source>Split from its series by image orientation ({value}).</source>
        <translation>已按图像方向从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-pass">
        <source>Split from its series: the slices run along the patient more than once (pass {value}).</source>
        <translation>已从原序列拆分：层面沿患者方向不止扫过一次（第 {value} 次）。</translation>
    </message>
    <message id="dicom.split-by-patient">
        <source>Split from its series: images of several patients share it (patient {value}).</source>
        <translation>已从原序列拆分：该序列混有多名患者的图像（患者 {value}）。</translation>
    </message>
    <message id="dicom.split-by-pixel-spacing">
        <source>Split from its series by pixel spacing ({value} mm).</source>
        <translation>已按像素间距从原序列拆分（{value} mm）。</translation>
    </message>
    <message id="dicom.split-by-position">
        <source>Split from its series: some of its images have no position.</source>
        <translation>已从原序列拆分：部分图像缺少位置信息。</translation>
    </message>
    <message id="dicom.split-by-settings">
        <source>Split from its series by other settings of the scan ({value}).</source>
        <translation>已按扫描参数不同从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-size">
        <source>Split from its series by image size ({value}).</source>
        <translation>已按图像矩阵大小从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-sop-class">
        <source>Split from its series by kind of object (SOP class {value}).</source>
        <translation>已按对象类型从原序列拆分（SOP 类 {value}）。</translation>
    </message>
    <message id="dicom.split-by-thickness">
        <source>Split from its series by slice thickness ({value} mm).</source>
        <translation>已按层厚从原序列拆分（{value} mm）。</translation>
    </message>
    <message id="dicom.split-by-time-point">
        <source>Split from its series by time point ({value}).</source>
        <translation>已按时相从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-trigger-time">
        <source>Split from its series by cardiac trigger time ({value}).</source>
        <translation>已按心电触发时间从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.thickness-varies">
        <source>The slice thickness varies from {thinnest_mm} to {thickest_mm} mm.</source>
        <translation>层厚不一致，为 {thinnest_mm} 至 {thickest_mm} mm。</translation>
    </message>
    <message id="dicom.tilt">
        <source>The gantry was tilted by {degrees} degrees.</source>
        <translation>扫描机架倾斜 {degrees}°。</translation>
    </message>
    <message id="dicom.tilt-corrected">
        <source>The gantry tilt of {degrees} degrees was corrected by resampling.</source>
        <translation>已通过重采样校正 {degrees}° 的机架倾斜。</translation>
    </message>
    <message id="dicom.too-deep">
        <source>{path} lies more than {limit} folders deep and was not searched.</source>
        <translation>{path} 的文件夹层级超过 {limit} 层，未搜索。</translation>
    </message>
    <message id="dicom.too-many-files">
        <source>{path} holds more than {limit} files. Choose the folder of one study.</source>
        <translation>{path} 中的文件超过 {limit} 个。请选择单个检查的文件夹。</translation>
    </message>
    <message id="dicom.too-many-frames">
        <source>{path} claims more than {limit} frames. The file was not read.</source>
        <translation>{path} 声称的帧数超过 {limit}，已拒绝读取。</translation>
    </message>
    <message id="dicom.too-slow">
        <source>Reading {path} was given up: unusual headers took more than {limit:g} s together. Choose the folder of one examination.</source>
        <translation>已放弃读取 {path}：异常文件头合计读取时间超过 {limit:g} 秒。请只选择单次检查所在的文件夹。</translation>
    </message>
    <message id="dicom.transfer-syntax-unsupported">
        <source>{path} is compressed by a method that is not supported (transfer syntax {syntax}). Export it uncompressed or as lossless JPEG.</source>
        <translation>{path} 的压缩方式不受支持（传输语法 {syntax}）。请以未压缩或 JPEG 无损格式导出。</translation>
    </message>
    <message id="dicom.truncated">
        <source>{path} ends too early: the copy is incomplete. Copy or export it again.</source>
        <translation>{path} 不完整（提前结束），拷贝未完成。请重新拷贝或导出。</translation>
    </message>
    <message id="dicom.uneven-spacing">
        <source>The slices are unevenly spaced, {smallest_mm} to {largest_mm} mm apart.</source>
        <translation>层间距不均匀，为 {smallest_mm} 至 {largest_mm} mm。</translation>
    </message>
    <message id="dicom.unreadable">
        <source>{path} cannot be read: {reason}. Check the access rights and the medium, or copy the study again.</source>
        <translation>无法读取 {path}：{reason}。请检查访问权限和存储介质，或重新拷贝该检查。</translation>
    </message>
    <message id="dicom.unsafe-name">
        <source>{path} points outside the archive or disc and was not read.</source>
        <translation>{path} 指向压缩包或光盘之外，已拒绝读取。</translation>
    </message>
    <message id="dicom.values-clipped">
        <source>{count} {count:value lies|values lie} outside -32768 to 32767 HU and {count:was|were} moved to these limits.</source>
        <translation>{count} 个像素值超出 -32768 至 32767 HU，已截断到该范围。</translation>
    </message>
    <message id="dicom.values-rounded">
        <source>Values were rounded to whole numbers (slope {slope}).</source>
        <translation>像素值已四舍五入为整数（斜率 {slope}）。</translation>
    </message>
    <message id="dicom.volume-too-large">
        <source>The series of {path} would take {size} voxels, more than {limit} million. Choose a series with fewer slices.</source>
        <translation>{path} 所在序列需要 {size} 体素，超过 {limit} 百万。请选择层数较少的序列。</translation>
    </message>
    <message id="dicom.zip-bomb">
        <source>The archive {path} expands more than {limit} times or shares bytes between files, which no CT study does. It was not read.</source>
        <translation>压缩包 {path} 的压缩比超过 {limit} 倍，或多个文件共用同一段数据，不符合 CT 检查的特征，已拒绝读取。</translation>
    </message>
    <message id="dicom.zip-damaged">
        <source>The archive {path} is damaged: {reason}. Make or download it again.</source>
        <translation>压缩包 {path} 已损坏：{reason}。请重新制作或下载。</translation>
    </message>
    <message id="dicom.zip-encrypted">
        <source>The archive {path} is protected by a password. Unpack it with the password and choose the folder.</source>
        <translation>压缩包 {path} 有密码保护。请用密码解压后选择文件夹。</translation>
    </message>
    <message id="dicom.zip-method">
        <source>{path} is packed by method {method}, which is not opened. Pack the study again as an ordinary zip.</source>
        <translation>{path} 使用了不支持的压缩方法 {method}。请按普通 zip 格式重新打包。</translation>
    </message>
    <message id="dicom.zip-too-large">
        <source>The archive {path} unpacks to {gib} GiB, more than {limit} GiB. Unpack it and choose the folder of one study.</source>
        <translation>压缩包 {path} 解压后有 {gib} GiB，超过 {limit} GiB。请解压后选择单个检查的文件夹。</translation>
    </message>
    <message id="error.answers.cannot-derive">
        <source>{name} cannot be computed from the other answers; check them, or enter it</source>
        <translation>无法由其他答案计算 {name}；请核对这些答案，或直接录入</translation>
    </message>
    <message id="error.answers.foreign-predictor">
        <source>the pack {pack} has no predictor "{name}". Remove it from the answers, or choose another pack; "precontrast packs show {pack}" lists what it asks</source>
        <translation>模型包 {pack} 无预测因素“{name}”。请从答案中删除该项，或改用其他模型包；precontrast packs show {pack} 列出其全部预测因素</translation>
    </message>
    <message id="error.answers.from-image">
        <source>{name} is read from the images and cannot be entered; leave it out of the answers</source>
        <translation>{name} 由影像得出，不能录入；请从答案中删去</translation>
    </message>
    <message id="error.answers.not-a-choice">
        <source>the answer of {name}, "{value}", is none of: {choices}</source>
        <translation>{name} 的答案“{value}”不在选项中：{choices}</translation>
    </message>
    <message id="error.answers.not-a-number">
        <source>the answer of {name}, "{value}", is not a number; write a number, or "unknown"</source>
        <translation>{name} 的答案“{value}”不是数字；请填数字或“unknown”</translation>
    </message>
    <message id="error.answers.not-whole">
        <source>"{value}" is no answer to {name}: only whole numbers are possible</source>
        <translation>{name} 的回答“{value}”无效：只能为整数</translation>
    </message>
    <message id="error.answers.unknown-predictor">
        <source>the pack {pack} has no predictor "{name}" (nearest: {nearest})</source>
        <translation>模型包 {pack} 无预测因素“{name}”（最接近：{nearest}）</translation>
    </message>
    <message id="error.audit.unwritable">
        <source>the audit log {path} cannot be written ({reason}), so nothing was done; correct this and try again</source>
        <translation>审计日志 {path} 无法写入（{reason}），操作未执行；请排除故障后重试</translation>
    </message>
    <message id="error.cases.ambiguous">
        <source>several cases begin with "{case}"; give more digits of the id</source>
        <translation>多个病例的编号以“{case}”开头；请多输入几位</translation>
    </message>
    <message id="error.cases.behind-log">
        <source>the audit log knows of {count} {count:change|changes} of cases that {count:is|are} not in the case store {path}: the program was ended while it stored, or the store was emptied or replaced by an earlier copy. If cases are missing, restore the store from a backup</source>
        <translation>操作记录中有 {count} 项病例更改不在病例库 {path} 中：程序在保存时被终止，或病例库被清空、被较早的副本替换。如有病例缺失，请从备份恢复病例库</translation>
    </message>
    <message id="error.cases.busy">
        <source>another program is using the case store {path}; nothing was changed. Close it there or wait a moment, then try again</source>
        <translation>病例库 {path} 正被其他程序占用，未作任何更改；请关闭该程序或稍候重试</translation>
    </message>
    <message id="error.cases.case-damaged">
        <source>case {case} in the case store {path} is damaged: what was read differs from what was written. Nothing was changed and the other cases are not affected. Restore a backup of the file, or delete this case</source>
        <translation>病例库 {path} 中的病例 {case} 已损坏：读出内容与写入内容不符。未作任何更改，其他病例不受影响。请用此前的备份恢复该文件，或删除此病例</translation>
    </message>
    <message id="error.cases.conflict">
        <source>case {case} was changed in another window or program after it was opened here. Nothing was overwritten; the change made here was not saved. Close the case, open it again from the list of cases and enter the change once more</source>
        <translation>病例 {case} 打开后已被其他窗口或程序修改。为避免覆盖，此处内容未保存。请关闭该病例，从病例列表重新打开后再录入</translation>
    </message>
    <message id="error.cases.damaged">
        <source>the case store {path} is damaged; nothing was changed. Close the program everywhere, then restore a backup of the file, or move it to another folder (do not delete it: most cases can be recovered) to begin with an empty store</source>
        <translation>病例库 {path} 已损坏，未作任何更改。请先关闭所有 Precontrast 程序，再用备份恢复该文件；或将其移至其他文件夹以启用空病例库（请勿删除：大部分病例可以恢复）</translation>
    </message>
    <message id="error.cases.encrypted">
        <source>the case store {path} is encrypted already</source>
        <translation>病例库 {path} 已经加密</translation>
    </message>
    <message id="error.cases.gone">
        <source>case {case} was deleted in another window or program; the changes made here are not saved</source>
        <translation>病例 {case} 已被其他窗口或程序删除，此处内容未保存</translation>
    </message>
    <message id="error.cases.key-missing">
        <source>the case store is encrypted and its key "{key}" is not in the keychain of this user. Log in as the user who encrypted it, or enter the recovery key: precontrast cases recover</source>
        <translation>病例库已加密，但当前用户的系统钥匙串中没有密钥“{key}”。请以加密时的用户登录，或输入恢复密钥：precontrast cases recover</translation>
    </message>
    <message id="error.cases.key-wrong">
        <source>the key "{key}" in the keychain does not open the case store {path}. Enter the recovery key: precontrast cases recover</source>
        <translation>系统钥匙串中的密钥“{key}”无法打开病例库 {path}。请输入恢复密钥：precontrast cases recover</translation>
    </message>
    <message id="error.cases.moved">
        <source>the case store {path} was moved, deleted or replaced while it was open; nothing was saved. Put it back, then close Precontrast and start it again</source>
        <translation>病例库 {path} 在打开期间被移动、删除或替换，内容未保存。请放回原处，然后关闭并重新启动 Precontrast</translation>
    </message>
    <message id="error.cases.newer">
        <source>the case store {path} was written by a later version of Precontrast; nothing was changed. Install that version; or go back to the copy that it made of the older store (cases.v*.sqlite beside it; see the administrator's guide, Rollback)</source>
        <translation>病例库 {path} 由更新版本的 Precontrast 写入，未作任何更改。请安装该版本；或改用升级时留下的旧库副本（同一文件夹中的 cases.v*.sqlite，见管理员指南“回退”）</translation>
    </message>
    <message id="error.cases.no-images">
        <source>case {case} was opened without images</source>
        <translation>病例 {case} 没有影像</translation>
    </message>
    <message id="error.cases.no-key">
        <source>this is not a recovery key; it has 44 characters and ends with "="</source>
        <translation>这不是恢复密钥；恢复密钥共 44 个字符，以“=”结尾</translation>
    </message>
    <message id="error.cases.no-keychain">
        <source>the keychain of this computer cannot be used ({detail}). Unlock it or set one up (on Linux: a Secret Service such as GNOME Keyring or KWallet), then try again</source>
        <translation>无法使用本机的系统钥匙串（{detail}）。请解锁或先启用（Linux 需要 GNOME Keyring、KWallet 等 Secret Service），然后重试</translation>
    </message>
    <message id="error.cases.no-masks">
        <source>Case {case} has no contours: its pack finds no structures in the images, or it has no outcome.</source>
        <translation>病例 {case} 没有轮廓：其模型包不在图像上识别结构，或尚无结果。</translation>
    </message>
    <message id="error.cases.not-confirmed">
        <source>case {case} was not deleted: deletion cannot be undone. Add --yes to delete it</source>
        <translation>病例 {case} 未删除：删除后无法恢复。确认删除请加 --yes</translation>
    </message>
    <message id="error.cases.not-encrypted">
        <source>the case store {path} is not encrypted</source>
        <translation>病例库 {path} 未加密</translation>
    </message>
    <message id="error.cases.not-ours">
        <source>{path} is a database of another program and was left as it is; move it to another folder</source>
        <translation>{path} 是其他程序的数据库，未作更改；请将其移至其他文件夹</translation>
    </message>
    <message id="error.cases.nothing-predicted">
        <source>no stored case has a risk from the pack {pack}; "precontrast cases list" shows the packs of the cases</source>
        <translation>病例库中没有模型包 {pack} 给出风险的病例；各病例所用模型包见 precontrast cases list</translation>
    </message>
    <message id="error.cases.other-images">
        <source>{path} does not hold the images of case {case}: series are missing or belong to another patient. Nothing was changed</source>
        <translation>{path} 中不是病例 {case} 的影像：缺少序列，或属于其他患者。未作任何更改</translation>
    </message>
    <message id="error.cases.sealed-anew">
        <source>The case store was encrypted or decrypted while this window had it open ({path}). Nothing was stored here; close all windows of the program and open it again.</source>
        <translation>病例库在本窗口打开期间已被加密或解密（{path}）。此处未保存任何内容；请关闭本程序的全部窗口后重新打开。</translation>
    </message>
    <message id="error.cases.unknown">
        <source>there is no case {case}; "precontrast cases list" shows all</source>
        <translation>没有病例 {case}；全部病例见 precontrast cases list</translation>
    </message>
    <message id="error.cases.unwritable">
        <source>the case store {path} cannot be written: {reason}. Nothing that is stored is lost; correct this and try again</source>
        <translation>病例库 {path} 无法写入：{reason}。已保存的内容未丢失；请排除故障后重试</translation>
    </message>
    <message id="error.cases.waiting">
        <source>another program is using the case store {path}. You can go on working: entries are saved as soon as it is free. Do not switch off the computer before then</source>
        <translation>病例库 {path} 正被其他程序占用。可继续操作，该程序释放后将自动保存；在此之前请勿关机</translation>
    </message>
    <message id="error.demo.no-study">
        <source>the pack {pack} needs no images; leave out --study-only</source>
        <translation>模型包 {pack} 不需要图像，请去掉 --study-only</translation>
    </message>
    <message id="error.engine.input">
        <source>{engine} was given {found}; the model takes {needed}</source>
        <translation>给 {engine} 的输入为 {found}；该模型要求 {needed}</translation>
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
    <message id="error.event.severity">
        <source>"{value}" is not a severity; choose one of: {known}, or leave it empty</source>
        <translation>“{value}”不是有效的严重程度；可选：{known}，或留空</translation>
    </message>
    <message id="error.event.volume">
        <source>the volume {value} mL is not possible; give a number from 0, or leave it empty</source>
        <translation>体积 {value} mL 无效；请填写不小于 0 的数值，或留空</translation>
    </message>
    <message id="error.file.exists">
        <source>{path} exists already; choose another name</source>
        <translation>{path} 已存在；请更换名称</translation>
    </message>
    <message id="error.file.locked">
        <source>another program keeps {path} locked; wait a moment and try again</source>
        <translation>{path} 正被其他程序锁定；请稍候重试</translation>
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
        <source>{path} is larger than {limit_mb} MB, too large for a file of this kind</source>
        <translation>{path} 超过 {limit_mb} MB，此类文件不应如此之大</translation>
    </message>
    <message id="error.file.unreadable">
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message id="error.file.unwritable">
        <source>{path} cannot be written; choose another folder, or check permissions and free space</source>
        <translation>无法写入 {path}；请另选文件夹，或检查权限与磁盘空间</translation>
    </message>
    <message id="error.fonts.missing">
        <source>the report font {path} is missing; run: python -m resources.fonts.make</source>
        <translation>缺少报告字体 {path}；请运行：python -m resources.fonts.make</translation>
    </message>
    <message id="error.icons.missing">
        <source>The icon {path} is missing. Run: python -m resources.icons.make</source>
        <translation>缺少图标 {path}。请运行：python -m resources.icons.make</translation>
    </message>
    <message id="error.incoming.away">
        <source>The incoming folder {path} cannot be reached: {reason}. Studies are opened again when it is back.</source>
        <translation>无法访问接收文件夹 {path}：{reason}。恢复后将继续自动打开检查。</translation>
    </message>
    <message id="error.incoming.more">
        <source>More images of {case} are coming in. The answer from those before no longer holds; the study is read again when all of it is there.</source>
        <translation>{case} 仍有新图像传入，此前的结果不再有效；待图像全部到达后将重新读取该检查。</translation>
    </message>
    <message id="error.incoming.not-followed">
        <source>{path} in the incoming folder is a link to a folder, or lies too deep, and is not looked at. Put the study itself into the incoming folder.</source>
        <translation>接收文件夹中的 {path} 是指向文件夹的链接或层级过深，未读取。请将检查本身放入接收文件夹。</translation>
    </message>
    <message id="error.incoming.too-many-files">
        <source>The incoming folder {path} holds more than {limit} files. Move old studies out of it; until then nothing is opened from it.</source>
        <translation>接收文件夹 {path} 中的文件超过 {limit} 个。请移走旧检查；在此之前不会从中打开检查。</translation>
    </message>
    <message id="error.incoming.unreadable">
        <source>{path} in the incoming folder cannot be read: {reason}. Give this account the right to read it; until then its study is not opened.</source>
        <translation>无法读取接收文件夹中的 {path}：{reason}。请为本账户授予读取权限；在此之前暂不打开该检查。</translation>
    </message>
    <message id="error.internal">
        <source>internal error ({kind}: {detail}); run again with --verbose and report it</source>
        <translation>程序内部错误（{kind}：{detail}）；请加 --verbose 重试并反馈</translation>
    </message>
    <message id="error.json.duplicate-key">
        <source>{source}: the key "{key}" occurs twice in one object; keep one of them</source>
        <translation>{source}：键“{key}”在同一对象中重复；请只保留一个</translation>
    </message>
    <message id="error.json.half-character">
        <source>{source}: {character} is half of a character; save the file as UTF-8</source>
        <translation>{source}：{character} 是不完整的字符；请将文件另存为 UTF-8</translation>
    </message>
    <message id="error.json.invalid">
        <source>{source}, line {line}, column {column}: not valid JSON</source>
        <translation>{source} 第 {line} 行第 {column} 列：JSON 无效</translation>
    </message>
    <message id="error.json.not-finite">
        <source>{source}: {word} is not a number that can be used; write a number, or null for unknown</source>
        <translation>{source}：{word} 不是可用的数值；请填数字，未知时填 null</translation>
    </message>
    <message id="error.json.number-too-long">
        <source>{source}: a number has thousands of digits; check it</source>
        <translation>{source}：存在长达数千位的数字；请检查</translation>
    </message>
    <message id="error.json.too-deep">
        <source>{source}: lists and objects are nested too deeply</source>
        <translation>{source}：列表或对象嵌套过深</translation>
    </message>
    <message id="error.key.invalid">
        <source>{path} is not an Ed25519 key in PEM form</source>
        <translation>{path} 不是 PEM 格式的 Ed25519 密钥</translation>
    </message>
    <message id="error.key.name">
        <source>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters of one script, digits, spaces and hyphens, at most 64</source>
        <translation>“{name}”不能用作密钥名称：该名称将作为文件名，并作为签名者印在报告上；请使用同一种文字、数字、空格与连字符，不超过 64 个字符</translation>
    </message>
    <message id="error.key.name-taken">
        <source>{path} is not used: another key that comes first is already called {name}; give the file another name</source>
        <translation>未使用 {path}：已有排在前面的另一密钥名为 {name}；请改用其他文件名</translation>
    </message>
    <message id="error.key.reserved">
        <source>{name} cannot be used: only the key that is shipped with the program may be called "{reserved}"; give the file another name</source>
        <translation>{name} 不能使用：只有程序自带的密钥可命名为“{reserved}”；请改用其他文件名</translation>
    </message>
    <message id="error.mask.damaged">
        <source>{path} cannot be read as a mask: {error}; export it again</source>
        <translation>{path} 无法作为掩膜读取：{error}；请重新导出</translation>
    </message>
    <message id="error.mask.dimensions">
        <source>{path} has {count} dimensions; export a mask of three</source>
        <translation>{path} 为 {count} 维；请导出三维掩膜</translation>
    </message>
    <message id="error.mask.empty">
        <source>{path}: nothing is marked in {part}; choose another part of the file, or export it again</source>
        <translation>{path}：{part} 中没有标记任何体素；请选择文件中的其他部分，或重新导出</translation>
    </message>
    <message id="error.mask.folder">
        <source>{path} is a folder; name one mask file</source>
        <translation>{path} 是文件夹；请指定一个掩膜文件</translation>
    </message>
    <message id="error.mask.fractions">
        <source>{path} holds fractions, so it is no label map; export labels, not probabilities</source>
        <translation>{path} 含小数，不是标签图；请导出标签而非概率</translation>
    </message>
    <message id="error.mask.gone">
        <source>{path} does not exist; correct the path of the mask</source>
        <translation>{path} 不存在；请更正掩膜的路径</translation>
    </message>
    <message id="error.mask.incomplete">
        <source>There are masks of {given} only. This pack finds its structures together: give masks of {missing} too, or none.</source>
        <translation>仅提供了 {given} 的掩膜。该模型包的各结构须一并提供：请补充 {missing} 的掩膜，或全部不提供。</translation>
    </message>
    <message id="error.mask.layers">
        <source>{path} holds several layers; export segments that do not overlap as one label map</source>
        <translation>{path} 含多个图层；请将互不重叠的分割导出为一个标签图</translation>
    </message>
    <message id="error.mask.no-case">
        <source>{path}: the case that it was opened for is not on screen any more; open it again there</source>
        <translation>{path}：打开时的病例已不在屏幕上；请在该病例中重新打开</translation>
    </message>
    <message id="error.mask.no-labels">
        <source>{path} holds {count} different values (at most {most} are labels), so it is an image; export the label map</source>
        <translation>{path} 含 {count} 种不同数值（标签最多 {most} 种），应为图像；请导出标签图</translation>
    </message>
    <message id="error.mask.no-mask">
        <source>{path} is no mask; known are {kinds}, DICOM Segmentation and DICOM structure sets (RTSTRUCT)</source>
        <translation>{path} 不是掩膜；支持 {kinds}、DICOM Segmentation 及 DICOM 结构集（RTSTRUCT）</translation>
    </message>
    <message id="error.mask.no-part">
        <source>{path} has no part {part}; it holds {listed}: name one of these</source>
        <translation>{path} 中没有 {part}；文件中有 {listed}，请指明其中之一</translation>
    </message>
    <message id="error.mask.no-place">
        <source>{path} does not say where its voxels lie; export it again with origin and spacing</source>
        <translation>{path} 未说明体素位置；请连同原点与体素间距重新导出</translation>
    </message>
    <message id="error.mask.no-structure">
        <source>The pack has no structure {structure}. It has: {known}</source>
        <translation>该模型包没有结构 {structure}。已有：{known}</translation>
    </message>
    <message id="error.mask.not-finite">
        <source>{path} holds {count} {count:value that is no number|values that are no numbers} (NaN or infinite); export labels as whole numbers</source>
        <translation>{path} 含 {count} 个非数值（NaN 或无穷大）；请以整数导出标签</translation>
    </message>
    <message id="error.mask.nothing">
        <source>{path} is empty: nothing is marked in it; choose another file, or export it again</source>
        <translation>{path} 中没有任何标记；请选择其他文件，或重新导出</translation>
    </message>
    <message id="error.mask.off-grid">
        <source>{path} lies up to {voxels:.2g} voxels beside the voxels of the series; export it on the grid of the series</source>
        <translation>掩膜 {path} 与序列体素最多偏离 {voxels:.2g} 个体素；请按序列网格导出</translation>
    </message>
    <message id="error.mask.open-contour">
        <source>{path} has a contour that is not closed ({kind}); close it, or export a DICOM Segmentation</source>
        <translation>{path} 含未闭合轮廓（{kind}）；请闭合，或导出为 DICOM Segmentation</translation>
    </message>
    <message id="error.mask.option">
        <source>--mask {given}: write STRUCTURE=FILE, or STRUCTURE=FILE#PART for a file with several structures</source>
        <translation>--mask {given}：请写作“结构=文件”；文件含多个结构时写作“结构=文件#编号”</translation>
    </message>
    <message id="error.mask.other-frame">
        <source>{path} was drawn in another frame of reference ({found}) than that of the series ({wanted}); choose the mask of this series</source>
        <translation>{path} 所用参考坐标系（{found}）与序列（{wanted}）不同；请选择本序列的掩膜</translation>
    </message>
    <message id="error.mask.other-image">
        <source>The stored contours do not fit this image. Choose the series they were made from, or screen this one again.</source>
        <translation>已保存的轮廓与此图像不匹配。请选择生成该轮廓的序列，或重新评估。</translation>
    </message>
    <message id="error.mask.other-object">
        <source>{path} is DICOM, but no mask (modality {modality}); choose the Segmentation (SEG) or the structure set (RTSTRUCT)</source>
        <translation>{path} 为 DICOM 文件，但不是掩膜（类型 {modality}）；请选择分割对象（SEG）或结构集（RTSTRUCT）</translation>
    </message>
    <message id="error.mask.other-patient">
        <source>{path} is of the patient {found}, the images are of {wanted}; choose the mask of this patient</source>
        <translation>{path} 属于患者 {found}，而图像属于 {wanted}；请选择本患者的掩膜</translation>
    </message>
    <message id="error.mask.outside">
        <source>{path} lies up to {mm:.4g} mm outside the series: it was drawn on another series, or its origin is wrong; choose the mask of this series</source>
        <translation>掩膜 {path} 最多超出序列 {mm:.4g} mm，可能在其他序列上绘制，或原点有误；请选择本序列的掩膜</translation>
    </message>
    <message id="error.mask.overlap">
        <source>{path} overlaps {other}; a voxel belongs to one structure, so correct one of them</source>
        <translation>{path} 与 {other} 重叠；每个体素只能属于一个结构，请修正其一</translation>
    </message>
    <message id="error.mask.overlaps">
        <source>The contour from the file takes {ml:.2f} mL of another structure. Correct one of them, then open the file again.</source>
        <translation>文件中的轮廓占用其他结构 {ml:.2f} mL。请先修正其一，再重新打开文件。</translation>
    </message>
    <message id="error.mask.seed-outside">
        <source>The point that was clicked has {hu} HU, outside of the limits {low} to {high} HU. Click inside the structure or change the limits.</source>
        <translation>所点位置的 CT 值为 {hu} HU，不在 {low} 至 {high} HU 范围内。请在该结构内单击或调整范围。</translation>
    </message>
    <message id="error.mask.seed-outside-scan">
        <source>The point that was clicked lies outside of the scan. Click inside the structure.</source>
        <translation>所点位置在扫描范围之外。请在该结构内单击。</translation>
    </message>
    <message id="error.mask.segment-value">
        <source>{path}: the segment {name} has no label value; save it again, or as a label map</source>
        <translation>{path}：分割 {name} 没有标签值；请重新保存，或存为标签图</translation>
    </message>
    <message id="error.mask.shape">
        <source>{path} has {found} voxels where the series has {wanted} (slices, rows, columns); export it on the grid of the series</source>
        <translation>掩膜 {path} 有 {found} 个体素，而序列有 {wanted} 个（层、行、列）；请按序列网格导出</translation>
    </message>
    <message id="error.mask.spacing">
        <source>{path} has voxels of {found} mm where the series has {wanted} mm (slice, row, column); export it on the grid of the series</source>
        <translation>掩膜 {path} 体素为 {found} mm，而序列为 {wanted} mm（层、行、列）；请按序列网格导出</translation>
    </message>
    <message id="error.mask.sparse">
        <source>{path} was drawn on slices {found} mm apart, the series has slices {wanted} mm apart; draw it on this series</source>
        <translation>{path} 绘制于层距 {found} mm 的图像，而序列层距为 {wanted} mm；请在本序列上绘制</translation>
    </message>
    <message id="error.mask.tilted">
        <source>{path} is tilted or turned against the series by {degrees:.1f}°; export it on the grid of the series</source>
        <translation>掩膜 {path} 相对序列倾斜或旋转 {degrees:.1f}°；请按序列网格导出</translation>
    </message>
    <message id="error.mask.too-large">
        <source>{path} has {count} voxels, more than the {most} that the series has room for; choose the mask of this series</source>
        <translation>{path} 有 {count} 个体素，超过序列可容纳的 {most} 个；请选择本序列的掩膜</translation>
    </message>
    <message id="error.mask.twice">
        <source>--mask names {structure} twice; give one file for it</source>
        <translation>--mask 重复指定了 {structure}；每个结构只能对应一个文件</translation>
    </message>
    <message id="error.mask.unreadable">
        <source>{path} cannot be read ({error}); check its permissions</source>
        <translation>{path} 无法读取（{error}）；请检查访问权限</translation>
    </message>
    <message id="error.mask.which-part">
        <source>{path} holds {listed}, and nothing says which of these is {structure}; name it: {structure}=FILE#NUMBER</source>
        <translation>{path} 含 {listed}，无法确定其中哪个是 {structure}；请指明：{structure}=文件#编号</translation>
    </message>
    <message id="error.model.beyond-limits">
        <source>the model {model} asks for more than this program lets an engine do, or for what cannot be told before it is run: {found}</source>
        <translation>模型 {model} 的要求超出本程序允许推理引擎执行的范围，或在运行前无法判断：{found}</translation>
    </message>
    <message id="error.model.corrupt">
        <source>the model {model} is not a valid ONNX file: {detail}</source>
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
    <message id="error.model.interface">
        <source>the model {model} has {found}, but its step needs {needed}; ask the author of the pack for one that fits</source>
        <translation>模型 {model} 的输入和输出为 {found}，而所属步骤要求 {needed}；请向模型包作者索取相符的模型</translation>
    </message>
    <message id="error.model.not-finite">
        <source>the network {model} returned a value that is not a finite number; the pack cannot be used on this computer</source>
        <translation>网络 {model} 的输出不是有限数值；本机无法使用该模型包</translation>
    </message>
    <message id="error.model.shape">
        <source>the model {model} has inputs or outputs that cannot be used: {found}. Each needs a name, a fixed shape of two axes or more, and float32 numbers (outputs also int64)</source>
        <translation>模型 {model} 的输入或输出无法使用：{found}。每个输入和输出都须有名称、至少两个维度的固定形状，数值类型为 float32（输出也可为 int64）</translation>
    </message>
    <message id="error.model.too-large">
        <source>the model {model} is larger than {limit_mb} MB</source>
        <translation>模型 {model} 超过 {limit_mb} MB</translation>
    </message>
    <message id="error.option.count">
        <source>"{value}" is not a number of lines; give a whole number from 1</source>
        <translation>“{value}”不是有效的行数；请填写不小于 1 的整数</translation>
    </message>
    <message id="error.option.empty-path">
        <source>an empty path was given; name a file or a folder (a dot stands for this folder)</source>
        <translation>路径为空；请指定文件或文件夹（“.”表示当前文件夹）</translation>
    </message>
    <message id="error.option.threads">
        <source>--threads needs a whole number from 1 to 9999, not "{value}"</source>
        <translation>--threads 须为 1 至 9999 的整数，而不是“{value}”</translation>
    </message>
    <message id="error.pack.all-need-images">
        <source>Every installed pack needs images. Install one that works from answers alone, or open a study.</source>
        <translation>已安装的模型包均需图像。请安装仅凭问答即可评估的模型包，或打开一项检查。</translation>
    </message>
    <message id="error.pack.bundled">
        <source>{pack} is shipped with the program and cannot be replaced; give your pack another id</source>
        <translation>{pack} 为程序自带，不能替换；请使用其他编号</translation>
    </message>
    <message id="error.pack.bundled-stays">
        <source>{pack} is shipped with the program and cannot be removed</source>
        <translation>{pack} 为程序自带，不能移除</translation>
    </message>
    <message id="error.pack.changed">
        <source>{pack} was changed after it was signed: {file}</source>
        <translation>{pack} 在签名后被修改：{file}</translation>
    </message>
    <message id="error.pack.file-missing">
        <source>{pack} lacks {file}, which its manifest names</source>
        <translation>{pack} 缺少清单所列的 {file}</translation>
    </message>
    <message id="error.pack.file-too-large">
        <source>{file} in {pack} is larger than {limit_mb} MB, too large for such a file of a pack</source>
        <translation>{pack} 中的 {file} 超过 {limit_mb} MB，模型包中不应有这样大的此类文件</translation>
    </message>
    <message id="error.pack.foreign-file">
        <source>{pack} holds {file}, which does not belong in a pack</source>
        <translation>{pack} 含有不应出现的文件 {file}</translation>
    </message>
    <message id="error.pack.golden-invalid">
        <source>{pack}: the golden image {file} cannot be read</source>
        <translation>{pack}：标准用例图像 {file} 无法读取</translation>
    </message>
    <message id="error.pack.golden-missing">
        <source>{pack} has no golden case: an input and its expected result, in {file}</source>
        <translation>{pack} 没有标准用例：{file} 须写明输入与应得结果</translation>
    </message>
    <message id="error.pack.hidden">
        <source>{path} is not used: the pack {used} has the same id and comes first; remove one of the two</source>
        <translation>未使用 {path}：{used} 的编号相同且优先；请移除其中之一</translation>
    </message>
    <message id="error.pack.machine">
        <source>an administrator has set up {pack} for everyone on this computer, and it cannot be replaced here; ask the administrator, or give your pack another id</source>
        <translation>{pack} 由管理员为本机所有用户安装，不能在此替换；请联系管理员，或使用其他编号</translation>
    </message>
    <message id="error.pack.machine-stays">
        <source>{pack} is there for everyone on this computer; an administrator can remove {path}</source>
        <translation>{pack} 供本机所有用户使用；请由管理员移除 {path}</translation>
    </message>
    <message id="error.pack.misnamed">
        <source>{path} must be called {name}, after the pack's id; rename the file</source>
        <translation>文件 {path} 须以模型包编号命名，请改名为 {name}</translation>
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
    <message id="error.pack.older">
        <source>{pack} {present} is installed, and {offered} is an earlier version; later corrections would be lost. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>已安装 {pack} {present}，而 {offered} 是较早的版本；此后的修正将会丢失。如仍要安装：使用 --replace，或在模型包管理器中点“替换”</translation>
    </message>
    <message id="error.pack.other-signer">
        <source>{pack} {present} is installed and was signed by {signer}, key {key}; {offered} was signed by {other}, key {other_key}. Ask the supplier why. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>已安装的 {pack} {present} 由 {signer} 签名，密钥 {key}；{offered} 由 {other} 签名，密钥 {other_key}。请向提供者核实原因。如仍要安装：使用 --replace，或在模型包管理器中点“替换”</translation>
    </message>
    <message id="error.pack.present">
        <source>{pack} is already part of the program; there is nothing to install</source>
        <translation>程序中已有 {pack}，无需安装</translation>
    </message>
    <message id="error.pack.same-version">
        <source>{pack} {present} is installed, and this is other content under the same version (SHA-256 {digest}…, installed {before}…). To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>已安装 {pack} {present}，而此模型包版本相同、内容不同（SHA-256 {digest}…，已安装 {before}…）。如仍要安装：使用 --replace，或在模型包管理器中点“替换”</translation>
    </message>
    <message id="error.pack.signature">
        <source>the signature of {pack} was made with a key that this computer does not trust; to trust the signer, put the signer's .pub file into {folder}</source>
        <translation>{pack} 的签名密钥不受本机信任；如信任该签名者，请将其 .pub 放入 {folder}</translation>
    </message>
    <message id="error.pack.too-large">
        <source>{pack} is too large: a pack has at most {files} {files:file|files} and {limit_gb} GB</source>
        <translation>{pack} 过大：模型包最多 {files} 个文件、{limit_gb} GB</translation>
    </message>
    <message id="error.pack.unknown">
        <source>there is no pack "{pack}"; known are: {known}</source>
        <translation>没有模型包“{pack}”；可用：{known}</translation>
    </message>
    <message id="error.pack.unsigned">
        <source>{pack} is not signed; use a signed pack, or --allow-unsigned for research</source>
        <translation>{pack} 未签名；请使用已签名的模型包，或为科研使用 --allow-unsigned</translation>
    </message>
    <message id="error.pack.version-unclear">
        <source>{pack} {present} is installed, and whether {offered} is later cannot be told from these versions. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>已安装 {pack} {present}，无法从版本号判断 {offered} 是否更新。如仍要安装：使用 --replace，或在模型包管理器中点“替换”</translation>
    </message>
    <message id="error.print.failed">
        <source>The printer did not take the report. Check that it is on and has paper, or save the report as PDF and print that.</source>
        <translation>打印机未能接收报告。请检查打印机是否开机并有纸；也可将报告存为 PDF 后再打印。</translation>
    </message>
    <message id="error.qt.missing-libraries">
        <source>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</source>
        <translation>Qt 无法启动（{detail}）；在 Debian 或 Ubuntu 上运行：sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</translation>
    </message>
    <message id="error.record.damaged">
        <source>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</source>
        <translation>{path} 已损坏或被改动：{field} 与其余内容不符；请用未改动的副本重新打印，或重新筛查</translation>
    </message>
    <message id="error.record.not-one">
        <source>{path} is not a report record; choose the .json file saved beside the PDF report, or one written by precontrast cases signed</source>
        <translation>{path} 不是报告记录；请选择与报告 PDF 同时生成的 .json 文件，或 precontrast cases signed 写出的文件</translation>
    </message>
    <message id="error.region.outside">
        <source>the region at ({x}, {y}, {z}) mm lies outside the image</source>
        <translation>区域（{x}, {y}, {z}）mm 位于图像之外</translation>
    </message>
    <message id="error.report.overtaken">
        <source>The answers or the pack of this case changed while the report was open. The last tick or signature was not kept: open the report again when the result is there.</source>
        <translation>报告打开期间，该病例的评估条件已改变。最后一次勾选或签字未保存：请在新结果出现后重新打开报告。</translation>
    </message>
    <message id="error.report.unticked">
        <source>No longer on the checklist of this result, though it was ticked: {items}. It is ticked again if it comes back.</source>
        <translation>该结果的核对清单不再包含以下已勾选的项目：{items}。如该项目重新列入，勾选会自动恢复。</translation>
    </message>
    <message id="error.schema.duplicate">
        <source>{source}: "{wanted}" occurs twice in {field}</source>
        <translation>{source}：“{wanted}”在 {field} 中重复</translation>
    </message>
    <message id="error.schema.incomplete">
        <source>{source}: {field} has no entry for the answer "{wanted}"</source>
        <translation>{source}：{field} 缺少答案“{wanted}”对应的条目</translation>
    </message>
    <message id="error.schema.invalid">
        <source>{source}: the field {field} {problem}{more}</source>
        <translation>{source}：字段 {field} {problem}{more}</translation>
    </message>
    <message id="error.schema.invalid-whole">
        <source>{source}: the file as a whole {problem}{more}</source>
        <translation>{source}：文件内容{problem}{more}</translation>
    </message>
    <message id="error.schema.reference">
        <source>{source}: {field} names "{wanted}", which is not among the {kind}</source>
        <translation>{source}：{field} 引用的“{wanted}”不在 {kind} 中</translation>
    </message>
    <message id="error.screen.no-images">
        <source>the pack {pack} needs no images; leave out --series</source>
        <translation>模型包 {pack} 不需要影像；请去掉 --series</translation>
    </message>
    <message id="error.screen.no-path">
        <source>the pack {pack} needs images: name a folder, a file, a zip or a DICOMDIR</source>
        <translation>模型包 {pack} 需要影像：请指定文件夹、文件、zip 或 DICOMDIR</translation>
    </message>
    <message id="error.screen.series-role">
        <source>"{role}" is no image of this pack (it has: {roles})</source>
        <translation>“{role}”不是本模型包的影像（可用：{roles}）</translation>
    </message>
    <message id="error.screen.series-twice">
        <source>--series names the image "{role}" twice</source>
        <translation>--series 重复指定了影像“{role}”</translation>
    </message>
    <message id="error.screen.series-which">
        <source>--series {series}: this pack needs several images; say which one, as ROLE={series} (roles: {roles})</source>
        <translation>--series {series}：该模型包需要多个影像；请用 ROLE={series} 指明是哪一个（可用：{roles}）</translation>
    </message>
    <message id="error.series.several-patients">
        <source>These are images of {count} patients: {names}. Choose the folder of one patient, or name the series to use.</source>
        <translation>这些影像属于 {count} 名患者：{names}。请选择单个患者的文件夹，或指定所用序列。</translation>
    </message>
    <message id="error.settings.put-aside">
        <source>the settings {path} could not be used ({reason}); they were kept as {aside}, and the program starts with its defaults</source>
        <translation>设置文件 {path} 无法使用（{reason}）；已另存为 {aside}，程序改用默认设置</translation>
    </message>
    <message id="error.settings.unreadable">
        <source>the settings {path} cannot be used ({reason}); the program uses its defaults until this is corrected</source>
        <translation>设置文件 {path} 无法使用（{reason}）；排除故障前程序使用默认设置</translation>
    </message>
    <message id="error.site.conflict">
        <source>"{field}" in the site profile was changed in another window or by an administrator while it was open here; nothing was changed. Open the site profile again and make the change once more</source>
        <translation>机构配置中的“{field}”在此处打开期间已被其他窗口或管理员修改，未作更改。请重新打开机构配置后再修改</translation>
    </message>
    <message id="error.site.cut-off-contradicts">
        <source>the site profile lets the tier "{tier}" of {outcome} begin at {percent:.3g} %, {times:.3g} times the event rate; it must begin at {least:g} times the rate at least, {needed:.3g} %</source>
        <translation>机构配置中 {outcome} 的等级“{tier}”自 {percent:.3g}% 起，为发生率的 {times:.3g} 倍；至少须自发生率的 {least:g} 倍即 {needed:.3g}% 起</translation>
    </message>
    <message id="error.site.cut-off-lowest">
        <source>the site profile gives the lowest tier "{tier}" of {outcome} a cut-off above 0; everyone below the other tiers belongs to it: write 0 or leave it out</source>
        <translation>机构配置为 {outcome} 的最低等级“{tier}”设置了大于 0 的阈值；未达到其他等级者均归入该等级，请填 0 或删除</translation>
    </message>
    <message id="error.site.cut-off-missing">
        <source>the site profile sets cut-offs for {outcome} but none for the tier "{tier}"</source>
        <translation>机构配置为 {outcome} 设置了阈值，但缺少等级“{tier}”</translation>
    </message>
    <message id="error.site.cut-off-order">
        <source>the site profile lets the tier "{higher}" of {outcome} begin no higher than "{lower}"; its cut-off must be the greater one</source>
        <translation>机构配置中 {outcome} 的等级“{higher}”阈值不高于“{lower}”；较高等级的阈值须更大</translation>
    </message>
    <message id="error.site.misspelt">
        <source>the site profile has "{name}" under {section}; the pack knows "{nearest}". Write that, or remove the entry</source>
        <translation>机构配置的 {section} 中有“{name}”，而模型包使用的是“{nearest}”；请改正或删除该项</translation>
    </message>
    <message id="error.site.not-kept">
        <source>the site profile was not written to {path}: it would be read back as another one</source>
        <translation>机构配置未写入 {path}：写入后读回的内容会与原内容不一致</translation>
    </message>
    <message id="error.site.population-answers">
        <source>the population of {predictor} in the site profile needs one share for each of: {answers}</source>
        <translation>机构配置中 {predictor} 的人群分布须为以下各选项分别给出占比：{answers}</translation>
    </message>
    <message id="error.site.population-number">
        <source>the population of {predictor} in the site profile needs mean and sd, and nothing else</source>
        <translation>机构配置中 {predictor} 的人群分布须且仅须给出 mean（均值）与 sd（标准差）</translation>
    </message>
    <message id="error.site.population-range">
        <source>the population of {predictor} in the site profile does not fit the pack: mean {mean} must lie from {low} to {high}, sd {sd} above 0 and at most {widest}</source>
        <translation>机构配置中 {predictor} 的人群分布与模型包不符：均值 {mean} 须在 {low} 至 {high} 之间，标准差 {sd} 须大于 0 且不超过 {widest}</translation>
    </message>
    <message id="error.site.population-sum">
        <source>the population of {predictor} in the site profile needs shares from 0 to 1 that sum to 1; they sum to {sum}</source>
        <translation>机构配置中 {predictor} 的人群占比须在 0 至 1 之间且合计为 1，现合计为 {sum}</translation>
    </message>
    <message id="error.site.unknown-module">
        <source>the site profile switches on "{module}", which the pack {pack} does not have (it has: {known})</source>
        <translation>机构配置启用了“{module}”，模型包 {pack} 无此模块（可用：{known}）</translation>
    </message>
    <message id="error.site.unknown-tier">
        <source>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</source>
        <translation>机构配置为 {outcome} 的等级“{tier}”设置了阈值，但模型包无此等级；可用：{known}</translation>
    </message>
    <message id="error.site.unknown-tier-action">
        <source>the site profile sets actions of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</source>
        <translation>机构配置为 {outcome} 的等级“{tier}”设置了处置措施，但模型包无此等级；可用：{known}</translation>
    </message>
    <message id="error.system.refused">
        <source>{path} cannot be read or written: {reason}. Check free space, permissions and connections, then try again</source>
        <translation>无法读写 {path}：{reason}。请检查磁盘空间、权限和连接，然后重试</translation>
    </message>
    <message id="error.toml.invalid">
        <source>{source}, line {line}, column {column}: not valid TOML, or a name that occurs twice</source>
        <translation>{source} 第 {line} 行第 {column} 列：TOML 无效，或名称重复</translation>
    </message>
    <message id="error.toml.number-too-long">
        <source>{source}: a number has thousands of digits; check it</source>
        <translation>{source}：存在长达数千位的数字；请检查</translation>
    </message>
    <message id="error.toml.too-deep">
        <source>{source}: lists and tables are nested too deeply</source>
        <translation>{source}：列表或表嵌套过深</translation>
    </message>
    <message id="error.training.key-damaged">
        <source>{path} is not the key of this site's pseudonyms. Put it back from a copy: with a new one, patients would be exported under new names.</source>
        <translation>{path} 不是本机构的假名密钥。请用备份恢复：换用新密钥会使患者以新的假名导出。</translation>
    </message>
    <message id="error.training.not-allowed">
        <source>Contours may not be exported for training: the site profile does not allow it. Whoever answers for the data adds the section [training_export] to it, with allowed = true, by = "who decided" and since = "2026-01-31", each on a line of its own.</source>
        <translation>不得导出轮廓用于训练：机构配置未允许。请由数据负责人在机构配置中添加 [training_export] 一节，各占一行写入 allowed = true、by = "批准者" 和 since = "2026-01-31"。</translation>
    </message>
    <message id="error.training.not-corrected">
        <source>Case {case} has no contour that a reader has corrected: there is nothing to train on.</source>
        <translation>病例 {case} 没有经阅片者修改的轮廓，无可用于训练的内容。</translation>
    </message>
    <message id="error.training.other-table">
        <source>{path} is not a table of this export: it must be UTF-8 CSV with the columns {columns}. Choose another folder, or mend the table.</source>
        <translation>{path} 不是本导出的表格：应为 UTF-8 编码的 CSV，并含有列 {columns}。请另选文件夹或修正该表。</translation>
    </message>
    <message id="error.training.simulated">
        <source>Case {case} is of simulated images: they are not for training on patients.</source>
        <translation>病例 {case} 为模拟图像，不能与患者一起用于训练。</translation>
    </message>
    <message id="error.ui.no-images">
        <source>No image series was found in {path}: {reason}. Choose the folder that holds the DICOM files, an archive or a DICOMDIR.</source>
        <translation>在 {path} 中没有找到图像序列：{reason}。请选择包含 DICOM 文件的文件夹、压缩包或 DICOMDIR。</translation>
    </message>
    <message id="error.ui.other-images">
        <source>{path} now holds images of another patient or another examination. This case and its result are unchanged. To screen what is there now, open it as a new case.</source>
        <translation>{path} 中现在是另一名患者或另一次检查的图像。本病例及其结果未作改动。如需评估现有图像，请将其作为新病例打开。</translation>
    </message>
    <message id="error.work.cancelled">
        <source>stopped by the user</source>
        <translation>用户已停止</translation>
    </message>
    <message id="error.worker.crashed">
        <source>The calculation ended unexpectedly (exit code {exit}). Nothing of the case is lost. Try again; if it happens again, choose another engine in the settings.</source>
        <translation>计算进程意外结束（退出码 {exit}）。病例内容没有丢失。请重试；若再次发生，请在设置中更换推理引擎。</translation>
    </message>
    <message id="error.worker.out-of-memory">
        <source>There is not enough memory for these images. Close other programs and try again.</source>
        <translation>内存不足，无法处理这些图像。请关闭其他程序后重试。</translation>
    </message>
    <message id="error.worker.silent">
        <source>the worker process gave no answer in {seconds} s; exempt the program's folder from the virus scanner, or close other programs</source>
        <translation>计算进程在 {seconds} 秒内没有应答；请将程序文件夹加入杀毒软件的信任列表，或关闭其他程序</translation>
    </message>
    <message id="event.agent">
        <source>contrast agent</source>
        <translation>对比剂</translation>
    </message>
    <message id="event.follow-up">
        <source>follow-up</source>
        <translation>随访</translation>
    </message>
    <message id="event.happened">
        <source>the event happened</source>
        <translation>已发生</translation>
    </message>
    <message id="event.not-happened">
        <source>the event did not happen</source>
        <translation>未发生</translation>
    </message>
    <message id="event.note">
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message id="event.recorded">
        <source>recorded</source>
        <translation>记录</translation>
    </message>
    <message id="event.severity">
        <source>severity</source>
        <translation>严重程度</translation>
    </message>
    <message id="event.severity.mild">
        <source>mild</source>
        <translation>轻度</translation>
    </message>
    <message id="event.severity.moderate">
        <source>moderate</source>
        <translation>中度</translation>
    </message>
    <message id="event.severity.severe">
        <source>severe</source>
        <translation>重度</translation>
    </message>
    <message id="event.site">
        <source>site</source>
        <translation>部位</translation>
    </message>
    <message id="event.volume">
        <source>volume</source>
        <translation>体积</translation>
    </message>
    <message id="factory.and">
        <source>{first} and {last}</source>
        <translation>{first} 和 {last}</translation>
    </message>
    <message id="factory.anew.folds">
        <source>{path}: made for {cases} training cases, {folds} folds and {repeats} repeats; run again: precontrast-train features, with the same --folds and --repeats</source>
        <translation>{path}：为 {cases} 例训练病例、{folds} 折、重复 {repeats} 次所计算；请以相同的 --folds 与 --repeats 重新运行 precontrast-train features</translation>
    </message>
    <message id="factory.anew.other">
        <source>{path} is damaged or does not fit the features beside it; run again: precontrast-train features</source>
        <translation>{path} 已损坏，或与同一文件夹中的特征不一致；请重新运行 precontrast-train features</translation>
    </message>
    <message id="factory.balance.all">
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message id="factory.balance.all-cases">
        <source>all cases, as no split is decided</source>
        <translation>全部病例（尚未划分数据集）</translation>
    </message>
    <message id="factory.balance.anticipated">
        <source>from the anticipated AUC {auc:g}</source>
        <translation>由预期 AUC {auc:g} 推算</translation>
    </message>
    <message id="factory.balance.apart">
        <source>keep a centre apart, or call it a test of other patients</source>
        <translation>请单独留出一个中心，或称其为其他患者的测试</translation>
    </message>
    <message id="factory.balance.assumed">
        <source>assumed as 15 % of its maximum</source>
        <translation>假定为其最大值的 15%</translation>
    </message>
    <message id="factory.balance.basis">
        <source>{where}; Cox-Snell R2 {r2:.3f} {why}</source>
        <translation>{where}；Cox-Snell R2 为 {r2:.3f}，{why}</translation>
    </message>
    <message id="factory.balance.both">
        <source>a model needs cases of both kinds</source>
        <translation>模型需要两类病例</translation>
    </message>
    <message id="factory.balance.centre">
        <source>centre {name}</source>
        <translation>中心 {name}</translation>
    </message>
    <message id="factory.balance.constant">
        <source>is {value} wherever it is known</source>
        <translation>已知者均为 {value}</translation>
    </message>
    <message id="factory.balance.counts">
        <source>{split} has {events} {events:event|events} among {known} {known:case|cases}</source>
        <translation>{split} 的 {known} 例中有 {events} 例事件</translation>
    </message>
    <message id="factory.balance.divide">
        <source>divide the patients so that it has both outcomes</source>
        <translation>请重新划分患者，使其包含两种结局</translation>
    </message>
    <message id="factory.balance.few">
        <source>{patients} {patients:patient|patients} with {events} {events:event|events} are too few for {parameters} {parameters:parameter|parameters}: Riley's criteria ask for {needed}</source>
        <translation>{patients} 名患者、{events} 例事件不足以拟合 {parameters} 个参数：按 Riley 标准需要 {needed} 名</translation>
    </message>
    <message id="factory.balance.fewer">
        <source>plan at most {allowed} {allowed:parameter|parameters}, penalise, and report the optimism</source>
        <translation>最多计划 {allowed} 个参数，使用惩罚估计，并报告乐观偏倚</translation>
    </message>
    <message id="factory.balance.fill">
        <source>fill it in, or take it out of cohort.toml</source>
        <translation>请填写，或从 cohort.toml 中删除</translation>
    </message>
    <message id="factory.balance.give">
        <source>give it: without it, only vessels are learnt</source>
        <translation>请填写；否则只能训练血管分割</translation>
    </message>
    <message id="factory.balance.leave-out">
        <source>fill it in, or leave the predictor out</source>
        <translation>请填写，或不使用该预测因子</translation>
    </message>
    <message id="factory.balance.missing">
        <source>is unknown in {share:.0f} % of cases</source>
        <translation>{share:.0f}% 的病例不详</translation>
    </message>
    <message id="factory.balance.more">
        <source>gather more patients, penalise, and report the optimism</source>
        <translation>请收集更多患者，使用惩罚估计，并报告乐观偏倚</translation>
    </message>
    <message id="factory.balance.no-outcome">
        <source>is known of no case</source>
        <translation>所有病例均不详</translation>
    </message>
    <message id="factory.balance.none">
        <source>gather more cases: not even one parameter is supported</source>
        <translation>请收集更多病例：目前连一个参数也不足以支持</translation>
    </message>
    <message id="factory.balance.not-named">
        <source>not named</source>
        <translation>未填写</translation>
    </message>
    <message id="factory.balance.nothing">
        <source>leave it out: it tells nothing</source>
        <translation>请删除：不含任何信息</translation>
    </message>
    <message id="factory.balance.one-outcome">
        <source>is {value} in every case</source>
        <translation>所有病例均为 {value}</translation>
    </message>
    <message id="factory.balance.outside">
        <source>is {value:g}, outside {low:g} to {high:g}</source>
        <translation>为 {value:g}，超出 {low:g} 至 {high:g}</translation>
    </message>
    <message id="factory.balance.shared">
        <source>the external test shares a centre with training ({centres})</source>
        <translation>外部测试集与训练集有共同的中心（{centres}）</translation>
    </message>
    <message id="factory.balance.split">
        <source>split {name}</source>
        <translation>数据集 {name}</translation>
    </message>
    <message id="factory.balance.split-train">
        <source>split train</source>
        <translation>训练集（train）</translation>
    </message>
    <message id="factory.balance.undecided">
        <source>not decided</source>
        <translation>未划分</translation>
    </message>
    <message id="factory.balance.unit">
        <source>make sure of its unit</source>
        <translation>请核对单位</translation>
    </message>
    <message id="factory.balance.unknown">
        <source>is unknown in every case</source>
        <translation>所有病例均不详</translation>
    </message>
    <message id="factory.balance.wide">
        <source>expect wide intervals, or gather more cases</source>
        <translation>置信区间会很宽，或请收集更多病例</translation>
    </message>
    <message id="factory.build.earlier">
        <source>{path} is of an earlier version; run features again</source>
        <translation>{path} 为早期版本；请重新运行 features</translation>
    </message>
    <message id="factory.build.id">
        <source>--id {id}: use small letters, digits and single hyphens</source>
        <translation>--id {id}：请使用小写字母、数字和单个连字符</translation>
    </message>
    <message id="factory.build.signed">
        <source>{folder} is signed. Check it: precontrast self-test {folder}</source>
        <translation>{folder} 已签名。请检查：precontrast self-test {folder}</translation>
    </message>
    <message id="factory.build.unsigned">
        <source>{folder} is not signed; sign it: precontrast packs sign {folder} --key KEY.pem</source>
        <translation>{folder} 尚未签名；请签名：precontrast packs sign {folder} --key KEY.pem</translation>
    </message>
    <message id="factory.cell.bad-path">
        <source>holds a character that no path has</source>
        <translation>含有路径中不允许的字符</translation>
    </message>
    <message id="factory.cell.choice">
        <source>write one of: {offered}</source>
        <translation>请填下列之一：{offered}</translation>
    </message>
    <message id="factory.cell.correct">
        <source>correct it, or write 'unknown'</source>
        <translation>请更正，或填 unknown（不详）</translation>
    </message>
    <message id="factory.cell.empty">
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message id="factory.cell.give-case">
        <source>give every row a case id</source>
        <translation>请为每行填写病例编号</translation>
    </message>
    <message id="factory.cell.is">
        <source>is {value}</source>
        <translation>为 {value}</translation>
    </message>
    <message id="factory.cell.long">
        <source>is longer than {count} {count:character|characters}</source>
        <translation>超过 {count} 个字符</translation>
    </message>
    <message id="factory.cell.name-chars">
        <source>use letters, digits, hyphens and underscores</source>
        <translation>请使用字母、数字、连字符和下划线</translation>
    </message>
    <message id="factory.cell.no-name">
        <source>cannot name a file</source>
        <translation>不能用作文件名</translation>
    </message>
    <message id="factory.cell.not-number">
        <source>is {value}, not a number</source>
        <translation>为 {value}，不是数值</translation>
    </message>
    <message id="factory.cell.outcome">
        <source>write 1 where the event happened, 0 where not, nothing if not known</source>
        <translation>发生事件填 1，未发生填 0，不详留空</translation>
    </message>
    <message id="factory.cell.outside">
        <source>is {value:g}{unit}, outside {low:g} to {high:g}</source>
        <translation>为 {value:g}{unit}，超出 {low:g} 至 {high:g}</translation>
    </message>
    <message id="factory.cell.reading">
        <source>write a whole number from {low} to {high}, or nothing</source>
        <translation>请填 {low} 至 {high} 的整数，或留空</translation>
    </message>
    <message id="factory.cell.shorter">
        <source>files are named by it: choose a shorter one</source>
        <translation>文件以此命名，请改短</translation>
    </message>
    <message id="factory.cell.split">
        <source>write {names}, or nothing</source>
        <translation>请填 {names}，或留空</translation>
    </message>
    <message id="factory.cell.type-path">
        <source>type the path again</source>
        <translation>请重新输入路径</translation>
    </message>
    <message id="factory.cell.write-number">
        <source>write a number, or 'unknown'</source>
        <translation>请填数值，或填 unknown（不详）</translation>
    </message>
    <message id="factory.check.case">
        <source>case</source>
        <translation>病例</translation>
    </message>
    <message id="factory.check.cases">
        <source>cases</source>
        <translation>病例数</translation>
    </message>
    <message id="factory.check.clean">
        <source>No fault was found.</source>
        <translation>未发现错误。</translation>
    </message>
    <message id="factory.check.column">
        <source>column</source>
        <translation>列</translation>
    </message>
    <message id="factory.check.criteria">
        <source>  shrinkage of {limit:g}: {shrinkage}; optimism of R2 within {within:g}: {optimism}; overall risk within {margin:g}: {precision}</source>
        <translation>  收缩系数 {limit:g}：{shrinkage}；R2 乐观偏倚不超过 {within:g}：{optimism}；总体风险误差不超过 {margin:g}：{precision}</translation>
    </message>
    <message id="factory.check.encoding">
        <source>{path} was read as {encoding}; make sure that its names are right</source>
        <translation>{path} 按 {encoding} 编码读取；请确认其中的名称正确</translation>
    </message>
    <message id="factory.check.events">
        <source>events</source>
        <translation>事件数</translation>
    </message>
    <message id="factory.check.faults">
        <source>Faults: {count}</source>
        <translation>错误：{count}</translation>
    </message>
    <message id="factory.check.known">
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message id="factory.check.known-outcome">
        <source>outcome known</source>
        <translation>结局已知</translation>
    </message>
    <message id="factory.check.mend">
        <source>how to mend it</source>
        <translation>处理方法</translation>
    </message>
    <message id="factory.check.patients">
        <source>patients</source>
        <translation>患者数</translation>
    </message>
    <message id="factory.check.plan">
        <source>Sample size for {parameters} {parameters:parameter|parameters} (Riley 2019; {basis}): {needed} {needed:patient|patients} needed, {patients} there with {events} {events:event|events}, which allow {allowed} {allowed:parameter|parameters}</source>
        <translation>{parameters} 个参数所需样本量（Riley 2019；{basis}）：需要 {needed} 名患者，现有 {patients} 名、{events} 例事件，可支持 {allowed} 个参数</translation>
    </message>
    <message id="factory.check.predictor">
        <source>predictor</source>
        <translation>预测因子</translation>
    </message>
    <message id="factory.check.problem">
        <source>what is wrong</source>
        <translation>问题</translation>
    </message>
    <message id="factory.check.row">
        <source>row</source>
        <translation>行</translation>
    </message>
    <message id="factory.check.share">
        <source>event share</source>
        <translation>事件比例</translation>
    </message>
    <message id="factory.check.studies">
        <source>Studies read: {read} of {cases}; masks on their series: {masks}; distance between slices {low:.3g} to {high:.3g} mm</source>
        <translation>已读取检查：{read} / {cases}；与序列吻合的掩膜：{masks}；层间距 {low:.3g} 至 {high:.3g} mm</translation>
    </message>
    <message id="factory.check.summary">
        <source>smallest / middle / largest, or counts</source>
        <translation>最小 / 中位 / 最大，或各项例数</translation>
    </message>
    <message id="factory.check.unknown">
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message id="factory.check.warnings">
        <source>Warnings: {count}</source>
        <translation>警告：{count}</translation>
    </message>
    <message id="factory.check.with-mask">
        <source>with mask</source>
        <translation>有掩膜</translation>
    </message>
    <message id="factory.cli.error">
        <source>Error: {sentence}</source>
        <translation>错误：{sentence}</translation>
    </message>
    <message id="factory.cli.fault">
        <source>Error: internal error ({error}); run again with --verbose and report it</source>
        <translation>错误：程序故障（{error}）；请加 --verbose 重新运行并报告</translation>
    </message>
    <message id="factory.cli.library">
        <source>Error: the library {name} is missing; install the factory's: pip install 'precontrast[train]'</source>
        <translation>错误：缺少程序库 {name}；请安装：pip install 'precontrast[train]'</translation>
    </message>
    <message id="factory.cli.stopped">
        <source>Stopped. What was finished is kept; the same command goes on from there.</source>
        <translation>已停止。已完成的部分已保留；再次运行同一命令可继续。</translation>
    </message>
    <message id="factory.faults.case">
        <source>case {case}</source>
        <translation>病例 {case}</translation>
    </message>
    <message id="factory.faults.line">
        <source>  {problem}; {mend}</source>
        <translation>  {problem}；处理：{mend}</translation>
    </message>
    <message id="factory.faults.line-at">
        <source>  {place}: {problem}; {mend}</source>
        <translation>  {place}：{problem}；处理：{mend}</translation>
    </message>
    <message id="factory.faults.many">
        <source>{source} has {count} faults:</source>
        <translation>{source} 有 {count} 处错误：</translation>
    </message>
    <message id="factory.faults.more">
        <source>  and {count} more; see: precontrast-train check {source}</source>
        <translation>  另有 {count} 处；请运行：precontrast-train check {source}</translation>
    </message>
    <message id="factory.faults.one">
        <source>{source} has one fault:</source>
        <translation>{source} 有 1 处错误：</translation>
    </message>
    <message id="factory.faults.row">
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message id="factory.file.ambiguous">
        <source>{path}: segments {listed} could all be {vessel}; label the right one {vessel}</source>
        <translation>{path}：分割 {listed} 均可能是 {vessel}；请将正确者命名为 {vessel}</translation>
    </message>
    <message id="factory.file.mask-gone">
        <source>{path} does not exist; correct the column mask</source>
        <translation>{path} 不存在；请更正 mask 列</translation>
    </message>
    <message id="factory.file.no-file">
        <source>{path} has no file {file}.nii.gz; name the file of {vessel} in [mask_labels]</source>
        <translation>{path} 中没有文件 {file}.nii.gz；请在 [mask_labels] 中写明 {vessel} 的文件名</translation>
    </message>
    <message id="factory.file.no-names">
        <source>{path} has no named labels; give numbers in [mask_labels], not {names}</source>
        <translation>{path} 的标签没有名称；请在 [mask_labels] 中填写数值，而非 {names}</translation>
    </message>
    <message id="factory.file.no-segment">
        <source>{path} has no segment of {vessels}; label its segments so, or code their anatomy</source>
        <translation>{path} 中没有 {vessels} 的分割；请如此命名，或填写解剖编码</translation>
    </message>
    <message id="factory.file.no-series">
        <source>{path} has no axial CT of the thoracic inlet (its best series, {series}, has: {reasons})</source>
        <translation>{path} 中没有胸廓入口的轴位 CT（最接近的序列 {series}：{reasons}）</translation>
    </message>
    <message id="factory.file.overlap">
        <source>{path} overlaps {vessel}; a voxel belongs to one vessel</source>
        <translation>{path} 与 {vessel} 重叠；每个体素只能属于一支血管</translation>
    </message>
    <message id="factory.file.study-gone">
        <source>{path} does not exist; correct the column study</source>
        <translation>{path} 不存在；请更正 study 列</translation>
    </message>
    <message id="factory.header.add">
        <source>add the column</source>
        <translation>请添加该列</translation>
    </message>
    <message id="factory.header.add-or">
        <source>add the column, or take the predictor out of cohort.toml</source>
        <translation>请添加该列，或从 cohort.toml 中删除该预测因子</translation>
    </message>
    <message id="factory.header.commas">
        <source>separate columns by commas</source>
        <translation>请用逗号分隔各列</translation>
    </message>
    <message id="factory.header.convert">
        <source>convert it; cohort.toml says {name} [{unit}]</source>
        <translation>请换算；cohort.toml 规定为 {name} [{unit}]</translation>
    </message>
    <message id="factory.header.empty">
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message id="factory.header.keep-one">
        <source>keep one of them</source>
        <translation>请只保留一列</translation>
    </message>
    <message id="factory.header.missing">
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message id="factory.header.near">
        <source>did you mean {name}?</source>
        <translation>是否应为 {name}？</translation>
    </message>
    <message id="factory.header.no-unit">
        <source>no unit</source>
        <translation>无单位</translation>
    </message>
    <message id="factory.header.stranger">
        <source>is neither a known column nor a predictor</source>
        <translation>既不是已知列，也不是预测因子</translation>
    </message>
    <message id="factory.header.take-out">
        <source>take it out, or add a predictor to cohort.toml</source>
        <translation>请删除该列，或在 cohort.toml 中添加预测因子</translation>
    </message>
    <message id="factory.header.twice">
        <source>occurs twice</source>
        <translation>重复出现</translation>
    </message>
    <message id="factory.header.unit">
        <source>is not in {unit}</source>
        <translation>单位不是 {unit}</translation>
    </message>
    <message id="factory.inspect.agent">
        <source>the header names a contrast agent ({agent})</source>
        <translation>文件头写有对比剂（{agent}）</translation>
    </message>
    <message id="factory.inspect.before">
        <source>choose the series before contrast</source>
        <translation>请选择增强前的序列</translation>
    </message>
    <message id="factory.inspect.beside">
        <source>{name} lies {voxels:.2g} voxels beside the series</source>
        <translation>{name} 与序列偏离 {voxels:.2g} 个体素</translation>
    </message>
    <message id="factory.inspect.corner">
        <source>see whether its origin is that of a voxel's corner</source>
        <translation>请检查其原点是否取在体素角上</translation>
    </message>
    <message id="factory.inspect.correct-mask">
        <source>correct the column mask</source>
        <translation>请更正 mask 列</translation>
    </message>
    <message id="factory.inspect.dense">
        <source>{name} lies on blood of {hu:.0f} HU</source>
        <translation>{name} 处血液为 {hu:.0f} HU</translation>
    </message>
    <message id="factory.inspect.density">
        <source>{name}: under {structure} the scan has {hu:.0f} HU; {low:g} to {high:g} are its own</source>
        <translation>{name}：{structure}处为 {hu:.0f} HU；其应有密度为 {low:g} 至 {high:g} HU</translation>
    </message>
    <message id="factory.inspect.draw">
        <source>draw it, or leave the cell empty: the vessel would be learnt as background</source>
        <translation>请补充勾画，或将单元格留空：否则该血管会被当作背景学习</translation>
    </message>
    <message id="factory.inspect.empty">
        <source>{name} has no voxel of {vessels}</source>
        <translation>{name} 中没有 {vessels} 的体素</translation>
    </message>
    <message id="factory.inspect.enhanced">
        <source>{name} lies on blood of {hu:.0f} HU: the series is enhanced</source>
        <translation>{name} 处血液为 {hu:.0f} HU：该序列已增强</translation>
    </message>
    <message id="factory.inspect.folder-each">
        <source>give each patient a folder</source>
        <translation>请为每名患者单独建文件夹</translation>
    </message>
    <message id="factory.inspect.header">
        <source>is {answer} where the DICOM header has {header}</source>
        <translation>为 {answer}，而 DICOM 文件头为 {header}</translation>
    </message>
    <message id="factory.inspect.leave-four">
        <source>leave the four vessels alone in it, or set ignore_other_labels = true if these are other organs</source>
        <translation>请只保留四支血管；若为其他器官，请设置 ignore_other_labels = true</translation>
    </message>
    <message id="factory.inspect.left">
        <source>{name} lies on the patient's left</source>
        <translation>{name} 位于患者左侧</translation>
    </message>
    <message id="factory.inspect.mend-mask">
        <source>export the mask again from the image it was drawn on</source>
        <translation>请从勾画所用影像重新导出掩膜</translation>
    </message>
    <message id="factory.inspect.mend-study">
        <source>export the study again, or correct the column study</source>
        <translation>请重新导出检查，或更正 study 列</translation>
    </message>
    <message id="factory.inspect.no-mask">
        <source>{path} does not exist</source>
        <translation>{path} 不存在</translation>
    </message>
    <message id="factory.inspect.not-blood">
        <source>{name} does not lie on blood ({listed})</source>
        <translation>{name} 不在血液上（{listed}）</translation>
    </message>
    <message id="factory.inspect.not-enhanced">
        <source>make sure that the series is not enhanced</source>
        <translation>请确认该序列未增强</translation>
    </message>
    <message id="factory.inspect.other-series">
        <source>choose another series or leave the case out</source>
        <translation>请选择其他序列，或排除该病例</translation>
    </message>
    <message id="factory.inspect.other-study">
        <source>{name} belongs to another examination by its StudyInstanceUID</source>
        <translation>{name} 的 StudyInstanceUID 属于另一次检查</translation>
    </message>
    <message id="factory.inspect.others">
        <source>{name} holds labels that cohort.toml does not name: {labels}</source>
        <translation>{name} 含 cohort.toml 未列出的标签：{labels}</translation>
    </message>
    <message id="factory.inspect.patients">
        <source>{path} holds images of {count} {count:patient|patients}</source>
        <translation>{path} 含 {count} 名患者的影像</translation>
    </message>
    <message id="factory.inspect.right">
        <source>it is mirrored, or of the other side: draw the right vessels</source>
        <translation>可能镜像或为对侧：请勾画右侧血管</translation>
    </message>
    <message id="factory.inspect.same-patient">
        <source>make sure that the row and the study are of one patient</source>
        <translation>请确认该行与检查属于同一患者</translation>
    </message>
    <message id="factory.inspect.shifted">
        <source>it is shifted, mirrored, or of another series</source>
        <translation>可能移位、镜像，或属于其他序列</translation>
    </message>
    <message id="factory.inspect.simulated">
        <source>says of itself that it is simulated</source>
        <translation>影像自述为仿真</translation>
    </message>
    <message id="factory.inspect.this-patient">
        <source>make sure that it is of this patient</source>
        <translation>请确认属于该患者</translation>
    </message>
    <message id="factory.inspect.write-simulated">
        <source>write simulated = true into cohort.toml: the pack is called so whatever it says</source>
        <translation>请在 cohort.toml 中写入 simulated = true：模型包无论如何都会如此标注</translation>
    </message>
    <message id="factory.leaks.keep-series">
        <source>keep one case for each series</source>
        <translation>每个序列请只保留一例</translation>
    </message>
    <message id="factory.leaks.keep-split">
        <source>keep all cases of a patient in one split</source>
        <translation>请将同一患者的全部病例放在同一数据集</translation>
    </message>
    <message id="factory.leaks.keep-study">
        <source>keep one case for each study</source>
        <translation>每次检查请只保留一例</translation>
    </message>
    <message id="factory.leaks.mask">
        <source>{name} is the mask of {count} {count:row|rows} ({cases})</source>
        <translation>{name} 是 {count} 行的掩膜（{cases}）</translation>
    </message>
    <message id="factory.leaks.more">
        <source>{names} and {count} more</source>
        <translation>{names} 及另外 {count} 例</translation>
    </message>
    <message id="factory.leaks.nobody">
        <source>DICOM PatientID {id} is that of {count} {count:case|cases}, so it names nobody</source>
        <translation>DICOM PatientID {id} 出现在 {count} 例中，不能识别患者</translation>
    </message>
    <message id="factory.leaks.one-name">
        <source>give one patient one name in the column patient, or correct the column study</source>
        <translation>同一患者在 patient 列请用同一名称，或更正 study 列</translation>
    </message>
    <message id="factory.leaks.own-mask">
        <source>give each row its own mask</source>
        <translation>请为每行指定各自的掩膜</translation>
    </message>
    <message id="factory.leaks.series">
        <source>the same image series is in {count} {count:case|cases} ({cases}): SeriesInstanceUID {uid}</source>
        <translation>同一影像序列出现在 {count} 例中（{cases}）：SeriesInstanceUID {uid}</translation>
    </message>
    <message id="factory.leaks.several">
        <source>DICOM PatientID {id} is that of several patients of the table ({cases})</source>
        <translation>DICOM PatientID {id} 对应表中多名患者（{cases}）</translation>
    </message>
    <message id="factory.leaks.splits">
        <source>patient {patient} is in {splits} ({cases})</source>
        <translation>患者 {patient} 同时在 {splits} 中（{cases}）</translation>
    </message>
    <message id="factory.leaks.study">
        <source>the same examination is in {count} {count:case|cases} ({cases}): StudyInstanceUID {uid}</source>
        <translation>同一检查出现在 {count} 例中（{cases}）：StudyInstanceUID {uid}</translation>
    </message>
    <message id="factory.leaks.tell-apart">
        <source>make sure that the column patient tells patients apart</source>
        <translation>请确认 patient 列能区分患者</translation>
    </message>
    <message id="factory.learner.constant">
        <source>None of the predictors differs between the {cases} patients that can be used: {predictors}</source>
        <translation>可用的 {cases} 例患者中各预测因子均无差异：{predictors}</translation>
    </message>
    <message id="factory.learner.few">
        <source>The model cannot be tuned on {events} events and {others} patients without: it needs {least} of each whose answers are known. Take a learner that is not tuned (logistic), leave out predictors that are often unknown, or collect more patients</source>
        <translation>事件 {events} 例、无事件 {others} 例，不足以调参：已知各项取值的患者两类均须至少 {least} 例。请改用无需调参的方法（logistic）、去掉常缺失的预测因子，或增加病例</translation>
    </message>
    <message id="factory.learner.xgboost">
        <source>The learner “boosting” needs XGBoost: pip install xgboost-cpu, or name another learner in the recipe</source>
        <translation>“boosting” 需要 XGBoost：请 pip install xgboost-cpu，或在 recipe 中换用其他方法</translation>
    </message>
    <message id="factory.recalibrate.few-with">
        <source>The table has {count} {count:injection|injections} with the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</source>
        <translation>表中发生事件且有预测值的注射有 {count} 次；重新校准截距至少需要 {least} 次，斜率需要 {slope} 次。请继续收集，暂按原样使用该模型包。</translation>
    </message>
    <message id="factory.recalibrate.few-without">
        <source>The table has {count} {count:injection|injections} without the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</source>
        <translation>表中未发生事件且有预测值的注射有 {count} 次；重新校准截距至少需要 {least} 次，斜率需要 {slope} 次。请继续收集，暂按原样使用该模型包。</translation>
    </message>
    <message id="factory.recalibrate.key">
        <source>{path} is no key file; make one with: precontrast packs keygen NAME</source>
        <translation>{path} 不是密钥文件；请生成：precontrast packs keygen NAME</translation>
    </message>
    <message id="factory.recalibrate.out">
        <source>{path} exists; name a new folder with --out</source>
        <translation>{path} 已存在；请用 --out 指定新文件夹</translation>
    </message>
    <message id="factory.recalibrate.same">
        <source>All predictions are the same; there is nothing to recalibrate.</source>
        <translation>所有预测值相同，无可重新校准。</translation>
    </message>
    <message id="factory.recalibrate.separate">
        <source>The predictions separate the outcomes completely, which no real table does; check it.</source>
        <translation>预测值将结局完全分开，真实表格不会如此；请核对。</translation>
    </message>
    <message id="factory.recalibrate.slope">
        <source>The calibration slope is {slope:.2f}: patients with a high predicted risk had no more events than others. Recalibration cannot help. Check the table (are outcomes and predictions of the same rows?), or do not use the pack here.</source>
        <translation>校准斜率为 {slope:.2f}：预测风险高的患者事件并不更多。重新校准无济于事。请检查表格（结局与预测是否同行），或不要在此使用该模型包。</translation>
    </message>
    <message id="factory.recalibrate.untrusted">
        <source>{path} is signed with a key that is not trusted here; if you trust the signer, give the folder of the signer's .pub file with --keys</source>
        <translation>{path} 的签名密钥在此不受信任；如信任签名者，请用 --keys 指定其 .pub 文件所在文件夹</translation>
    </message>
    <message id="factory.recipe.no-name">
        <source>{path}: recipe is the id of a recipe, or the path of a .toml file, in quotation marks</source>
        <translation>{path}：recipe 应为方案标识或 .toml 文件路径，并加引号</translation>
    </message>
    <message id="factory.recipe.not-needed">
        <source>The recipe {recipe} has nothing for precontrast-train {command} to do; leave this command out</source>
        <translation>方案 {recipe} 中没有需由 precontrast-train {command} 处理的内容，请跳过此命令</translation>
    </message>
    <message id="factory.recipe.taken">
        <source>{path}: {recipe} is the id of a recipe of the program; give your own another</source>
        <translation>{path}：{recipe} 是程序自带方案的标识；请为自建方案另取标识</translation>
    </message>
    <message id="factory.recipe.unknown">
        <source>{where}: recipe {recipe} is none of {known}; name one of these, or the path of a .toml file</source>
        <translation>{where}：方案 {recipe} 不在 {known} 之列；请填写其中之一，或 .toml 文件的路径</translation>
    </message>
    <message id="factory.recipes.about">
        <source>what for</source>
        <translation>用途</translation>
    </message>
    <message id="factory.recipes.content">
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message id="factory.recipes.features">
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message id="factory.recipes.file">
        <source>* goes into the pack. All of it, to copy and change: {path}</source>
        <translation>* 写入模型包。完整内容（可复制修改）：{path}</translation>
    </message>
    <message id="factory.recipes.id">
        <source>recipe</source>
        <translation>方案</translation>
    </message>
    <message id="factory.recipes.image">
        <source>image</source>
        <translation>影像</translation>
    </message>
    <message id="factory.recipes.model">
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message id="factory.recipes.outcome">
        <source>outcome</source>
        <translation>结局</translation>
    </message>
    <message id="factory.recipes.part">
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message id="factory.recipes.predictor">
        <source>predictor</source>
        <translation>预测因子</translation>
    </message>
    <message id="factory.recipes.score">
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message id="factory.recipes.source">
        <source>structures</source>
        <translation>结构</translation>
    </message>
    <message id="factory.recipes.table">
        <source>table of the report</source>
        <translation>报告表格</translation>
    </message>
    <message id="factory.recipes.which">
        <source>recipes show needs the id of a recipe ({known}) or the path of a .toml file</source>
        <translation>recipes show 需填写方案标识（{known}）或 .toml 文件的路径</translation>
    </message>
    <message id="factory.risk.earlier">
        <source>{path} is of an earlier version; run train-risk again</source>
        <translation>{path} 为早期版本；请重新运行 train-risk</translation>
    </message>
    <message id="factory.risk.other-recipe">
        <source>{path} is of the recipe {found} or of an earlier form of it, not of {recipe}; run train-risk again</source>
        <translation>{path} 属于方案 {found} 或其早期形式，而非 {recipe}；请重新运行 train-risk</translation>
    </message>
    <message id="factory.simulate.no-bodies">
        <source>--atlas and --blocks are of simulated bodies, and the recipe {recipe} needs none</source>
        <translation>--atlas 与 --blocks 用于仿真人体，方案 {recipe} 不需要</translation>
    </message>
    <message id="factory.simulate.none">
        <source>nothing simulates patients of the recipe {recipe}; kind in its [simulation] is one of {known}</source>
        <translation>方案 {recipe} 无对应的仿真程序；其 [simulation] 中的 kind 应为 {known} 之一</translation>
    </message>
    <message id="factory.split.centres">
        <source>centres</source>
        <translation>中心</translation>
    </message>
    <message id="factory.split.damaged">
        <source>{path} is damaged; run split with --again</source>
        <translation>{path} 已损坏；请用 --again 重新运行 split</translation>
    </message>
    <message id="factory.split.external-told">
        <source>patient {patient} is of an external centre, but in {splits} by the column split; correct the column, or the option --external-centre</source>
        <translation>患者 {patient} 属于外部中心，但 split 列为 {splits}；请更正该列或选项 --external-centre</translation>
    </message>
    <message id="factory.split.kept">
        <source>{kept} of {cases} {cases:case stays|cases stay} where {path} has them; --again divides anew</source>
        <translation>{cases} 例中有 {kept} 例沿用 {path} 的划分；--again 可重新划分</translation>
    </message>
    <message id="factory.split.lacks">
        <source>{path} lacks {count} {count:case|cases}, such as {case}; run: precontrast-train split</source>
        <translation>{path} 缺少 {count} 例，如 {case}；请运行：precontrast-train split</translation>
    </message>
    <message id="factory.split.moved">
        <source>patient {patient} was in {before} in an earlier run and is to be in {now}; divide anew with --again, and train anew</source>
        <translation>患者 {patient} 先前在 {before}，现应在 {now}；请用 --again 重新划分并重新训练</translation>
    </message>
    <message id="factory.split.no-centre">
        <source>{path} has no centre {names}; its centres are: {known}</source>
        <translation>{path} 中没有中心 {names}；现有中心：{known}</translation>
    </message>
    <message id="factory.split.none">
        <source>none</source>
        <translation>无</translation>
    </message>
    <message id="factory.split.same-hospital">
        <source>Note: the external test shares a centre with training, so it tests other patients, not another hospital.</source>
        <translation>注意：外部测试集与训练集有共同的中心，因此检验的是其他患者，而非其他医院。</translation>
    </message>
    <message id="factory.split.split">
        <source>split</source>
        <translation>数据集</translation>
    </message>
    <message id="factory.split.torn">
        <source>{path} has patient {patient} in {splits}; run split with --again</source>
        <translation>{path} 中患者 {patient} 同时在 {splits}；请用 --again 重新运行 split</translation>
    </message>
    <message id="factory.split.two-before">
        <source>patient {patient} is in {splits} by split.csv of an earlier run; a patient belongs to one split</source>
        <translation>按先前的 split.csv，患者 {patient} 同时在 {splits} 中；同一患者只能属于一个数据集</translation>
    </message>
    <message id="factory.split.two-told">
        <source>patient {patient} is in {splits} by the column split; a patient belongs to one split</source>
        <translation>按 split 列，患者 {patient} 同时在 {splits} 中；同一患者只能属于一个数据集</translation>
    </message>
    <message id="factory.table.capitals">
        <source>differs from {name} by capitals alone</source>
        <translation>与 {name} 仅大小写不同</translation>
    </message>
    <message id="factory.table.cells">
        <source>has {count} {count:cell|cells} where the header has {wanted}</source>
        <translation>有 {count} 个单元格，标题行有 {wanted} 个</translation>
    </message>
    <message id="factory.table.commas">
        <source>check its commas; quote a cell that holds one</source>
        <translation>请检查逗号；含逗号的单元格请加引号</translation>
    </message>
    <message id="factory.table.differs">
        <source>is not that of row {row}</source>
        <translation>与第 {row} 行不同</translation>
    </message>
    <message id="factory.table.give-study">
        <source>give the folder or file of the examination</source>
        <translation>请填写检查的文件夹或文件</translation>
    </message>
    <message id="factory.table.mask-only">
        <source>rows of one case differ in mask and reader only</source>
        <translation>同一病例的各行只能在 mask 和 reader 列不同</translation>
    </message>
    <message id="factory.table.no-csv">
        <source>{path}, line {line}: not valid CSV ({error}); save it as 'CSV UTF-8'</source>
        <translation>{path} 第 {line} 行：不是有效的 CSV（{error}）；请另存为“CSV UTF-8”</translation>
    </message>
    <message id="factory.table.no-rows">
        <source>{path} needs a header line and at least one case</source>
        <translation>{path} 需要标题行和至少一个病例</translation>
    </message>
    <message id="factory.table.once">
        <source>give each case one row, and each further reader's mask a row with another name in column reader</source>
        <translation>每个病例一行；其他阅片者的掩膜各占一行，并在 reader 列填写不同名称</translation>
    </message>
    <message id="factory.table.other-name">
        <source>files are named by it: choose another name</source>
        <translation>文件以此命名，请换一个名称</translation>
    </message>
    <message id="factory.table.stands">
        <source>stands in row {row} already</source>
        <translation>已出现在第 {row} 行</translation>
    </message>
    <message id="factory.tells.all">
        <source>tells the outcome of every case</source>
        <translation>可判定每例的结局</translation>
    </message>
    <message id="factory.tells.gap-with">
        <source>is known of the cases with the event and of no other</source>
        <translation>仅在发生事件的病例中已知</translation>
    </message>
    <message id="factory.tells.gap-without">
        <source>is known of the cases without the event and of no other</source>
        <translation>仅在未发生事件的病例中已知</translation>
    </message>
    <message id="factory.tells.look-up">
        <source>look it up for the others, or take it out</source>
        <translation>请补查其他病例，或删除</translation>
    </message>
    <message id="factory.tells.mend">
        <source>take it out, unless it was written down before the event in every case</source>
        <translation>请删除，除非每例均在事件发生前已记录</translation>
    </message>
    <message id="factory.tells.nearly">
        <source>tells the outcome of almost every case (AUC {auc:.3f} by itself)</source>
        <translation>几乎可判定每例的结局（单独 AUC 为 {auc:.3f}）</translation>
    </message>
    <message id="factory.transfer.columns">
        <source>{path}: the first line must name the columns {columns}, and a line for each patient must follow</source>
        <translation>{path}：首行须为列名 {columns}，其后每名患者一行</translation>
    </message>
    <message id="factory.transfer.done">
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message id="factory.transfer.end">
        <source>Masks of {done} of {count} {count:patient|patients} in {path}: masks, pages to check, patients.csv, cohort-rows.csv</source>
        <translation>{count} 名患者中 {done} 名已生成掩膜，位于 {path}：masks（掩膜）、pages（核对页）、patients.csv、cohort-rows.csv</translation>
    </message>
    <message id="factory.transfer.failed">
        <source>not done</source>
        <translation>未完成</translation>
    </message>
    <message id="factory.transfer.frame-other">
        <source>another frame of reference</source>
        <translation>参考坐标系不同</translation>
    </message>
    <message id="factory.transfer.frame-same">
        <source>the same frame of reference</source>
        <translation>参考坐标系相同</translation>
    </message>
    <message id="factory.transfer.frame-unknown">
        <source>frame of reference unknown</source>
        <translation>参考坐标系未知</translation>
    </message>
    <message id="factory.transfer.head-patient">
        <source>patient</source>
        <translation>患者</translation>
    </message>
    <message id="factory.transfer.head-quality">
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message id="factory.transfer.head-reason">
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message id="factory.transfer.head-similarity">
        <source>similarity</source>
        <translation>相似度</translation>
    </message>
    <message id="factory.transfer.head-state">
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message id="factory.transfer.no-inlet">
        <source>the junction of neck and chest is not in view in the non-contrast scan; choose a series that shows the lower neck</source>
        <translation>平扫未包含颈胸交界处；请选择包含下颈部的序列</translation>
    </message>
    <message id="factory.transfer.no-vessels">
        <source>no vessel was found in the enhanced scan; check that it shows the junction of neck and chest</source>
        <translation>增强扫描中未找到血管；请确认其包含颈胸交界处</translation>
    </message>
    <message id="factory.transfer.page-enhanced">
        <source>Enhanced, brought over the other</source>
        <translation>增强（已配准）</translation>
    </message>
    <message id="factory.transfer.page-left">
        <source>Left, border shown by contrast medium: {told}</source>
        <translation>左侧，对比剂显示的边界：{told}</translation>
    </message>
    <message id="factory.transfer.page-match">
        <source>Similarity {before} before, {similarity} after; residual {residual_hu} HU; shift {shift_mm} mm, turn {turn_deg}°, bend {bend_mm} mm; {covered} of the region in both scans</source>
        <translation>相似度：配准前 {before}，配准后 {similarity}；残差 {residual_hu} HU；平移 {shift_mm} mm，旋转 {turn_deg}°，形变 {bend_mm} mm；两次扫描共有区域 {covered}</translation>
    </message>
    <message id="factory.transfer.page-plain">
        <source>Non-contrast</source>
        <translation>平扫</translation>
    </message>
    <message id="factory.transfer.page-quality">
        <source>Quality {quality} (0 to 1); {frame}</source>
        <translation>质量 {quality}（0 至 1）；{frame}</translation>
    </message>
    <message id="factory.transfer.page-right">
        <source>Right, border shown by contrast medium: {told}</source>
        <translation>右侧，对比剂显示的边界：{told}</translation>
    </message>
    <message id="factory.transfer.patient">
        <source>{path}, line {row}, patient: {problem}; {mend}</source>
        <translation>{path} 第 {row} 行，patient：{problem}；{mend}</translation>
    </message>
    <message id="factory.transfer.refused-bend">
        <source>the scans do not match: bent by {value} mm, {limit} mm allowed; check that both are of this patient</source>
        <translation>两次扫描不匹配：形变 {value} mm，上限 {limit} mm；请确认均属该患者</translation>
    </message>
    <message id="factory.transfer.refused-covered">
        <source>the enhanced scan shows only {value} of the junction of neck and chest, {limit} needed; choose a series that shows the lower neck</source>
        <translation>增强扫描仅包含颈胸交界处的 {value}，至少需 {limit}；请选择包含下颈部的序列</translation>
    </message>
    <message id="factory.transfer.refused-folded">
        <source>the scans do not match: the deformation folds (least Jacobian {value}, {limit} needed); check that both are of this patient</source>
        <translation>两次扫描不匹配：形变出现折叠（雅可比最小值 {value}，至少需 {limit}）；请确认均属该患者</translation>
    </message>
    <message id="factory.transfer.refused-residual">
        <source>the scans do not match: residual of {value} HU, {limit} HU allowed; check that both are of this patient</source>
        <translation>两次扫描不匹配：残差 {value} HU，上限 {limit} HU；请确认均属该患者</translation>
    </message>
    <message id="factory.transfer.refused-similarity">
        <source>the scans do not match: similarity {value}, {limit} needed; check that both are of this patient and in the same arm position</source>
        <translation>两次扫描不匹配：相似度 {value}，至少需 {limit}；请确认均属该患者且手臂位置一致</translation>
    </message>
    <message id="factory.transfer.row">
        <source>{path}, line {row}: a patient needs all of {columns}; quote a path that has a comma</source>
        <translation>{path} 第 {row} 行：每名患者须填写 {columns}；含逗号的路径请加引号</translation>
    </message>
    <message id="factory.transfer.same">
        <source>{path} holds the very series that is taken as non-contrast; name the folder of the enhanced series</source>
        <translation>{path} 中即为用作平扫的序列；请指定增强序列所在文件夹</translation>
    </message>
    <message id="factory.transfer.twice">
        <source>{path}, line {row}: patient {patient} is listed twice; keep one pair for each patient</source>
        <translation>{path} 第 {row} 行：患者 {patient} 重复；每名患者保留一对扫描</translation>
    </message>
    <message id="factory.work.first">
        <source>{path} does not exist; run first: precontrast-train {command}</source>
        <translation>{path} 不存在；请先运行：precontrast-train {command}</translation>
    </message>
    <message id="factory.work.unwritable">
        <source>{path} cannot be written ({error}); check permissions and free space</source>
        <translation>{path} 无法写入（{error}）；请检查权限和剩余空间</translation>
    </message>
    <message id="finding.answers.another-patient">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>{subject}：录入 {entered}，DICOM 头信息为 {dicom}。请确认问卷与影像属于同一患者，并更正其一。</translation>
    </message>
    <message id="finding.answers.contradict.central-line-in-the-forearm">
        <source>{subject}: a PICC or CVC is not in the forearm. Check device and site</source>
        <translation>{subject}：PICC 或 CVC 不会位于前臂。请核对通路类型与穿刺部位</translation>
    </message>
    <message id="finding.answers.contradict.central-line-in-the-hand">
        <source>{subject}: a PICC, port or CVC is not in hand or wrist. Check device and site</source>
        <translation>{subject}：PICC、输液港或 CVC 不会位于手背或手腕。请核对通路类型与穿刺部位</translation>
    </message>
    <message id="finding.answers.contradict.cycles-without-drugs">
        <source>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</source>
        <translation>填写了{subject}，但“抗肿瘤药物治疗”为“否”：两项答案有一项不正确</translation>
    </message>
    <message id="finding.answers.contradict.last-drugs-without-drugs">
        <source>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</source>
        <translation>填写了{subject}，但“抗肿瘤药物治疗”为“否”：两项答案有一项不正确</translation>
    </message>
    <message id="finding.answers.contradict.new-line-in-place-for-long">
        <source>{subject}: a catheter placed for this injection has not been in place for more than a day. Check both answers</source>
        <translation>{subject}：为本次注射新置的导管留置时间不会超过一天。请核对两项答案</translation>
    </message>
    <message id="finding.answers.contradict.pressure-without-test">
        <source>{subject}: there is a pressure, but the test was not done. Check both answers</source>
        <translation>{subject}：填写了压力，但盐水试注为“未做”。请核对两项答案</translation>
    </message>
    <message id="finding.answers.contradict.vesicant-without-drugs">
        <source>{subject} answered with yes, but anticancer drugs with no: one of the two answers may be wrong</source>
        <translation>{subject}为“是”，但“抗肿瘤药物治疗”为“否”：两项答案可能有一项不正确</translation>
    </message>
    <message id="finding.answers.differs-from-computed">
        <source>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</source>
        <translation>{subject}：录入为 {entered}，由其他答案计算为 {computed}；请更正有误的一项</translation>
    </message>
    <message id="finding.answers.differs-from-dicom">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}</source>
        <translation>{subject}：录入 {entered}，DICOM 头信息为 {dicom}</translation>
    </message>
    <message id="finding.answers.left-unknown">
        <source>{subject}: the header says {dicom}; "unknown" was chosen and is kept</source>
        <translation>{subject}：头信息为 {dicom}；已选择“未知”，故按未知处理</translation>
    </message>
    <message id="finding.answers.other-patient">
        <source>The answers are of patient {given}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>答案所属患者为 {given}，DICOM 头信息为 {dicom}。请确认答案与图像属于同一患者，然后更正其中之一。</translation>
    </message>
    <message id="finding.answers.out-of-range">
        <source>{subject} {value}{unit} is outside the range this pack was made for ({low:g} to {high:g})</source>
        <translation>{subject}：{value}{unit}，超出本模型包的适用范围（{low:g} 至 {high:g}）</translation>
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
        <translation>存在对比剂而 DICOM 头信息未标明：动脉血 {artery_hu} HU，静脉血 {vein_hu} HU（上限 {limit_hu:g} HU）</translation>
    </message>
    <message id="finding.contrast.tag-disagrees">
        <source>The header names {agent}, but blood has {artery_hu} HU in arteries and {vein_hu} HU in veins: treated as unenhanced</source>
        <translation>DICOM 头信息标明 {agent}，但动脉血 {artery_hu} HU、静脉血 {vein_hu} HU：按平扫处理</translation>
    </message>
    <message id="finding.contrast.tag-only">
        <source>The header names a contrast agent ({agent}) and no {structure} could be measured to check it</source>
        <translation>DICOM 头信息标明对比剂（{agent}），且无可测{structure}予以核实</translation>
    </message>
    <message id="finding.contrast.unclear">
        <source>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>血液密度高于一般平扫：动脉 {artery_hu} HU，静脉 {vein_hu} HU</translation>
    </message>
    <message id="finding.demonstration.simulated-outcomes">
        <source>The probability of this pack was learnt from simulated outcomes and holds for simulated patients only; these images do not carry the mark of the simulator</source>
        <translation>本模型包的概率由仿真结局训练，仅适用于仿真患者；此影像不带仿真器标记</translation>
    </message>
    <message id="finding.drawn.in-place">
        <source>{subject}: drawn on tissue that fits ({voxels} voxels)</source>
        <translation>{subject}：绘制部位的组织相符（{voxels} 个体素）</translation>
    </message>
    <message id="finding.drawn.missing">
        <source>{subject}: not drawn yet. Draw it in the images, or open a mask file</source>
        <translation>{subject}：尚未绘制轮廓。请在图像上绘制，或打开掩膜文件</translation>
    </message>
    <message id="finding.drawn.on-other">
        <source>{subject}: {percent:.0f} % of what is drawn is {reason} ({low:g} to {high:g} HU); at most {most:.0f} % is plausible. Check the contour</source>
        <translation>{subject}：轮廓范围内 {percent:.0f}% 为{reason}（{low:g} 至 {high:g} HU）；合理上限为 {most:.0f}%。请核对轮廓</translation>
    </message>
    <message id="finding.drawn.outside">
        <source>{subject}: {percent:.0f} % of what is drawn lies outside the body; at most {most:.0f} % is plausible. Check the contour</source>
        <translation>{subject}：轮廓范围内 {percent:.0f}% 位于体外；合理上限为 {most:.0f}%。请核对轮廓</translation>
    </message>
    <message id="finding.engine.fallback">
        <source>{model} runs on {engine}, {device}; another engine could not be used: {detail}</source>
        <translation>{model} 改由 {engine}（{device}）运行；首选引擎不可用：{detail}</translation>
    </message>
    <message id="finding.features.in-distribution">
        <source>{subject}: the images are like those the model was trained on (distance {distance}, limit {limit:g})</source>
        <translation>{subject}：影像与模型训练所用影像相近（距离 {distance}，上限 {limit:g}）</translation>
    </message>
    <message id="finding.features.out-of-distribution">
        <source>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); a result would not be meaningful</source>
        <translation>{subject}：本次影像与模型训练所用影像差异过大（距离 {distance}，上限 {limit:g}），其结果没有意义，故不给出</translation>
    </message>
    <message id="finding.features.structure-missing">
        <source>{subject}: not found, so the image features cannot be computed</source>
        <translation>{subject}：未找到，无法提取影像特征</translation>
    </message>
    <message id="finding.formula.impossible">
        <source>{subject}: the result {value} is impossible (allowed {low} to {high}); check the inputs</source>
        <translation>{subject}：结果 {value} 不可能（允许 {low} 至 {high}）；请检查输入</translation>
    </message>
    <message id="finding.formula.no-result">
        <source>{subject}: the inputs give no finite result</source>
        <translation>{subject}：输入无法得出有限结果</translation>
    </message>
    <message id="finding.habitat.divided">
        <source>{subject}: divided into {count} sub-regions</source>
        <translation>{subject}：已分为 {count} 个亚区</translation>
    </message>
    <message id="finding.habitat.empty">
        <source>{subject}: nothing of the lesion belongs to it, so what would be measured in it is unknown</source>
        <translation>{subject}：病灶中没有属于该亚区的体素，其测量值未知</translation>
    </message>
    <message id="finding.habitat.not-at-border">
        <source>{subject}: lies {depth_mm} mm below the surface on average, the whole lesion {whole_mm} mm; in the cohort it lay at the border. Check the contour</source>
        <translation>{subject}：距病灶表面平均 {depth_mm} mm，整个病灶平均 {whole_mm} mm；在建模队列中该亚区位于边缘。请核对轮廓</translation>
    </message>
    <message id="finding.habitat.small">
        <source>{subject}: only {voxels} voxels of the lesion belong to it ({needed} needed), so what is measured in it means little</source>
        <translation>{subject}：病灶中仅 {voxels} 个体素属于该亚区（至少需要 {needed} 个），其测量值意义有限</translation>
    </message>
    <message id="finding.patient.age-contradicts">
        <source>{subject}: the header gives {years} years on {date}, which its birth date {birth_date} contradicts. Enter the age of today.</source>
        <translation>{subject}：头信息给出 {date} 时 {years} 岁，与其出生日期 {birth_date} 矛盾。请输入目前年龄。</translation>
    </message>
    <message id="finding.patient.age-from-birth-date">
        <source>{subject}: {years} years today, from the birth date {birth_date} in the header (images of {date})</source>
        <translation>{subject}：今日 {years} 岁，由头信息中的出生日期 {birth_date} 计算（图像日期 {date}）</translation>
    </message>
    <message id="finding.patient.age-of-images">
        <source>{subject}: {years} years is the age in the header on the day of the images ({date}); it gives no birth date. Enter the age of today.</source>
        <translation>{subject}：{years} 岁为头信息中图像日期（{date}）时的年龄；头信息无出生日期。请输入目前年龄。</translation>
    </message>
    <message id="finding.patient.child">
        <source>The patient is {years} years old; the pack is for {limit} years and older</source>
        <translation>患者 {years} 岁；本模型包适用于 {limit} 岁及以上</translation>
    </message>
    <message id="finding.patient.not-supine">
        <source>Patient position {position}: not supine</source>
        <translation>体位 {position}：非仰卧</translation>
    </message>
    <message id="finding.patient.position-unknown">
        <source>The header does not state the patient position; left and right follow the image orientation</source>
        <translation>DICOM 头信息未标明体位；左右依据图像方位</translation>
    </message>
    <message id="finding.radiomics.at-edge">
        <source>{subject}: reaches the edge of the scan, so part of it may be missing and the radiomics features would be wrong</source>
        <translation>{subject}：到达扫描边缘，可能不完整，影像组学特征会出错</translation>
    </message>
    <message id="finding.radiomics.outside-image">
        <source>{subject}: {voxels} voxels lie outside the scanned field of view; correct the contour</source>
        <translation>{subject}：有 {voxels} 个体素位于扫描视野之外，请修正轮廓</translation>
    </message>
    <message id="finding.radiomics.outside-range">
        <source>{subject}: {percent} % of it lies outside the range of values that the radiomics features are made for (at most {most} %); check the contour and the series</source>
        <translation>{subject}：{percent}% 的体素超出影像组学特征所用的取值范围（最多 {most}%），请核对轮廓和所选序列</translation>
    </message>
    <message id="finding.radiomics.structure-missing">
        <source>{subject}: not found, so the radiomics features cannot be computed</source>
        <translation>{subject}：未找到，无法计算影像组学特征</translation>
    </message>
    <message id="finding.radiomics.too-few-voxels">
        <source>{subject}: too small for radiomics features ({voxels} voxels, {needed} needed)</source>
        <translation>{subject}：过小，无法计算影像组学特征（{voxels} 个体素，至少需要 {needed} 个）</translation>
    </message>
    <message id="finding.radiomics.too-many-levels">
        <source>{subject}: its values need {levels} grey levels with the bin width of this pack, at most {most} are possible; check the contour and the series</source>
        <translation>{subject}：按本模型包的灰度分箱宽度需要 {levels} 个灰度级，最多允许 {most} 个，请核对轮廓和所选序列</translation>
    </message>
    <message id="finding.radiomics.undefined">
        <source>{subject}: the feature {feature} is not defined for this contour, for example because all its values are the same</source>
        <translation>{subject}：特征 {feature} 对此轮廓没有定义，例如所有体素取值相同</translation>
    </message>
    <message id="finding.region.below-zero">
        <source>{subject}: a mean of {value}{unit} is below zero by more than noise, so these values are no concentration</source>
        <translation>{subject}：均值 {value}{unit} 低于零且超出噪声范围，该图像数值不是浓度值</translation>
    </message>
    <message id="finding.region.covered">
        <source>The {region} is covered: {above_mm} mm above and {below_mm} mm below the {landmark}</source>
        <translation>{region}覆盖完整：{landmark}上方 {above_mm} mm、下方 {below_mm} mm</translation>
    </message>
    <message id="finding.region.differs">
        <source>{subject}: entered {entered}, measured {measured} in the region</source>
        <translation>{subject}：录入 {entered}，区域测得 {measured}</translation>
    </message>
    <message id="finding.region.field-of-view">
        <source>{percent} % of the region around the {structures} lies outside the field of view; lateral parts are cut off</source>
        <translation>{structures}周围区域 {percent}% 位于视野外；外侧部分被截断</translation>
    </message>
    <message id="finding.region.hidden">
        <source>Less than {needed_ml} mL of what lies around the {landmark} can be recognised: the {region} may be hidden</source>
        <translation>{landmark}周围可识别的组织不足 {needed_ml} mL：{region}可能被遮挡</translation>
    </message>
    <message id="finding.region.metal">
        <source>Metal in the region ({ml} mL): streaks may hide {structures}</source>
        <translation>区域内有金属（{ml} mL）：伪影可能遮挡{structures}</translation>
    </message>
    <message id="finding.region.motion">
        <source>{count} {count:jump|jumps} between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</source>
        <translation>相邻层面间有 {count} 处跳变，首处位于第 {slice} 与 {next} 层之间：运动或采集混杂</translation>
    </message>
    <message id="finding.region.neck-short">
        <source>Only {above_mm} mm above the {landmark} are in view; measures are of that part</source>
        <translation>{landmark}上方仅见 {above_mm} mm；仅就此段测量</translation>
    </message>
    <message id="finding.region.no-skull">
        <source>The {region} is not in view: a skull around brain is seen over {seen_mm} mm, at least {needed_mm:g} mm are needed. Choose a series of the head</source>
        <translation>扫描未包含{region}：颅骨环绕脑组织的可见高度为 {seen_mm} mm，至少需要 {needed_mm:g} mm。请选择头部序列</translation>
    </message>
    <message id="finding.region.noise">
        <source>Noise in the {structures} {sd_hu} HU</source>
        <translation>{structures}内噪声 {sd_hu} HU</translation>
    </message>
    <message id="finding.region.noisy">
        <source>Noisy image: {sd_hu} HU inside the {structures}</source>
        <translation>图像噪声较大：{structures}内 {sd_hu} HU</translation>
    </message>
    <message id="finding.region.not-covered">
        <source>The scan ends {above_mm} mm above and {below_mm} mm below the {landmark}; {need_above_mm:g} and {need_below_mm:g} mm are needed</source>
        <translation>扫描止于{landmark}上方 {above_mm} mm、下方 {below_mm} mm；需要 {need_above_mm:g} 与 {need_below_mm:g} mm</translation>
    </message>
    <message id="finding.region.not-in-view">
        <source>The {region} is not in view (certainty {certainty}, {needed} needed).</source>
        <translation>{region}不在扫描范围内（确定度 {certainty}，至少需 {needed}）。</translation>
    </message>
    <message id="finding.region.not-recognised">
        <source>The {region} is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</source>
        <translation>{region}仅部分可识别（{found_ml} mL，至少需 {needed_ml} mL）：可能被病变遮挡、被截断或解剖变异。</translation>
    </message>
    <message id="finding.region.not-scanned">
        <source>{subject}: {voxels} voxels of the region lie outside the scanned field of view</source>
        <translation>{subject}：感兴趣区有 {voxels} 个体素位于扫描视野之外</translation>
    </message>
    <message id="finding.region.sides">
        <source>{subject}: left and right agree with the anatomy in view</source>
        <translation>{subject}：左右与可见解剖结构相符</translation>
    </message>
    <message id="finding.region.sides-doubtful">
        <source>{subject}: {reason} Check in the images that left and right are not exchanged.</source>
        <translation>{subject}：{reason}请核对图像左右是否颠倒。</translation>
    </message>
    <message id="finding.region.sides-reversed">
        <source>{subject}: the anatomy lies mirrored (heart, aorta or liver on the other side): the images have been flipped by some export, or the organs are reversed (situs inversus). Right and left {structures} cannot be told apart safely. Export the series again from the scanner or PACS.</source>
        <translation>{subject}：解剖结构呈镜像（心脏、主动脉或肝脏位于对侧）：图像在导出时被翻转，或为内脏反位。无法可靠区分左右{structures}。请从扫描仪或 PACS 重新导出该序列。</translation>
    </message>
    <message id="finding.region.skull-open">
        <source>The skull has gaps: after surgery or a fracture, or the head is cut off. Check that all of the {region} is in view</source>
        <translation>颅骨环不完整：可能为术后、骨折或头部被截断。请确认{region}完整</translation>
    </message>
    <message id="finding.region.too-noisy">
        <source>Too noisy: {sd_hu} HU inside the {structures} (limit {limit_hu:g} HU)</source>
        <translation>噪声过大：{structures}内 {sd_hu} HU（上限 {limit_hu:g} HU）</translation>
    </message>
    <message id="finding.region.too-small">
        <source>{subject}: the region holds {voxels} {voxels:voxel|voxels}, {needed} {needed:is|are} needed</source>
        <translation>{subject}：区域仅含 {voxels} 个体素，需要 {needed} 个</translation>
    </message>
    <message id="finding.risk.beyond-odds">
        <source>The answers give implausible odds, mainly because of {subject}. Check this answer; if it is correct, the pack is not suitable for this patient.</source>
        <translation>按这些回答算出的比值超出合理范围，其中“{subject}”影响最大。请核对该项；若无误，则本模型包不适用。</translation>
    </message>
    <message id="finding.risk.too-few-answers">
        <source>Risk factors known: {known}. At least {needed} {needed:is|are} needed.</source>
        <translation>已知风险因素仅 {known} 项，至少需要 {needed} 项</translation>
    </message>
    <message id="finding.segmentation.empty">
        <source>None of the structures was found in {subject}.</source>
        <translation>{subject} 中未找到任何目标结构。</translation>
    </message>
    <message id="finding.segmentation.too-large">
        <source>{subject}: segmenting it would need {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</source>
        <translation>{subject}：分割该序列需要 {gb} GB 内存（上限 {limit_gb} GB）。请选择视野较小的序列。</translation>
    </message>
    <message id="finding.series.contrast-tag">
        <source>{subject}: the header names a contrast agent ({agent})</source>
        <translation>{subject}：DICOM 头信息标明使用对比剂（{agent}）</translation>
    </message>
    <message id="finding.series.date-in-future">
        <source>{subject}: the header dates the examination {date}, which is in the future. Check the date in the header and the clock of this computer.</source>
        <translation>{subject}：头信息中的检查日期 {date} 在将来。请核对头信息日期和本机时钟。</translation>
    </message>
    <message id="finding.series.date-unknown">
        <source>{subject}: the header does not say when the images were made. Make sure that they show the patient as of now.</source>
        <translation>{subject}：头信息未注明图像的检查日期。请确认图像反映患者目前的情况。</translation>
    </message>
    <message id="finding.series.derived">
        <source>{subject}: derived images ({type}), for instance reformatted or averaged ones. Use the original series where there is one.</source>
        <translation>{subject}：派生图像（{type}），例如重组或平均图像。如有原始序列，请使用原始序列。</translation>
    </message>
    <message id="finding.series.derived-kind">
        <source>{subject}: {reason} Choose an original series.</source>
        <translation>{subject}：{reason}请选择原始序列。</translation>
    </message>
    <message id="finding.series.foreign-slices">
        <source>{subject}: {count} {count:slice does|slices do} not belong between {count:its|their} neighbours (z {from_mm} to {to_mm} mm): {count:it differs|they differ} from both {ratio} times as much as these from each other (usually at most {usual}). The transfer may have damaged {count:it|them}; export the series again.</source>
        <translation>{subject}：{count} 层与相邻层面不连续（z {from_mm} 至 {to_mm} mm）：与两侧层面的差异是两侧层面之间差异的 {ratio} 倍（通常不超过 {usual} 倍）。可能在传输中损坏，请重新导出该序列。</translation>
    </message>
    <message id="finding.series.gap-elsewhere">
        <source>{subject}: {count} {count:slice is|slices are} missing outside the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}：评估区域外缺 {count} 层（z {from_mm} 至 {to_mm} mm）</translation>
    </message>
    <message id="finding.series.gap-in-region">
        <source>{subject}: {count} {count:slice is|slices are} missing in the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}：评估区域缺 {count} 层（z {from_mm} 至 {to_mm} mm）</translation>
    </message>
    <message id="finding.series.interleaved">
        <source>{subject}: slices seem to alternate between {passes} passes: each continues the one {passes} further on better than its neighbour (difference {ratio} times as large, usually above {usual}). Export each acquisition as a separate series.</source>
        <translation>{subject}：层面似乎由 {passes} 次扫描交替组成：每层与其后第 {passes} 层的连续性好于相邻层（差异比 {ratio}，通常高于 {usual}）。请将每次采集分别导出为独立序列。</translation>
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
        <source>{subject}: {count:the only series is not|none of the series is} suitable ({count}). The nearest is "{series}": {reason}</source>
        <translation>{subject}：{count} 个序列均不适用。最接近的是“{series}”：{reason}</translation>
    </message>
    <message id="finding.series.old-images">
        <source>{subject}: the images are of {date}, {days} ago; this site allows {limit}. The patient, and what the header says of weight and height, may have changed since then.</source>
        <translation>{subject}：图像日期为 {date}，距今 {days}；本单位允许 {limit}。患者情况及头信息中的体重、身高此后可能已改变。</translation>
    </message>
    <message id="finding.series.repeated-slices">
        <source>{subject}: {count} {count:slice is|slices are} the same as the next to the last bit, first at z {z_mm} mm. One image seems to stand in several places; export the series again.</source>
        <translation>{subject}：有 {count} 层与下一层逐位相同，首处位于 z {z_mm} mm。同一图像似乎出现在多个位置，请重新导出该序列。</translation>
    </message>
    <message id="finding.series.several-examinations">
        <source>{subject}: {count} examinations would be suitable. Choose the series of the one that is meant (command line: --series with its UID). The newest first: {choices}</source>
        <translation>{subject}：有 {count} 次检查均适用。请选择所需检查的序列（命令行：--series 加其 UID）。从最近的一次起：{choices}</translation>
    </message>
    <message id="finding.series.several-studies">
        <source>The images are of several examinations ({dates}). Choose series of one examination.</source>
        <translation>影像来自多次检查（{dates}）。请选择同一次检查的序列。</translation>
    </message>
    <message id="finding.series.simulated">
        <source>These images were made by a simulator and carry its mark; this is no patient</source>
        <translation>此影像由仿真器生成并带有其标记，并非患者</translation>
    </message>
    <message id="finding.series.spacing">
        <source>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</source>
        <translation>{subject}：层间距 {spacing_mm} mm（上限 {limit_mm:g} mm）</translation>
    </message>
    <message id="finding.series.spacing-too-wide">
        <source>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</source>
        <translation>{subject}：层间距 {spacing_mm} mm，最多允许 {limit_mm:g} mm</translation>
    </message>
    <message id="finding.series.unit-other">
        <source>{subject}: the values are in {found} (slope {slope:g}), but {wanted} is needed. Choose or request a map in {wanted}, or enter the value read at the console</source>
        <translation>{subject}：数值单位为 {found}（斜率 {slope:g}），而本测量需要 {wanted}。请选择或重新导出以 {wanted} 为单位的图像，或直接输入工作站上读取的数值</translation>
    </message>
    <message id="finding.series.unreadable-elsewhere">
        <source>{subject}: slices outside the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path})</source>
        <translation>{subject}：评估区域以外有层面无法读取（共 {count} 层，z {from_mm} 至 {to_mm} mm，例如 {path}）</translation>
    </message>
    <message id="finding.series.unreadable-in-region">
        <source>{subject}: slices in the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path}). Copy or export the series again.</source>
        <translation>{subject}：评估区域内有层面无法读取（共 {count} 层，z {from_mm} 至 {to_mm} mm，例如 {path}）。请重新复制或导出该序列。</translation>
    </message>
    <message id="finding.series.values-implausible">
        <source>{subject}: the values cannot be Hounsfield units of a patient: {dense} % are above {dense_hu} HU, {thin} % below {thin_hu} HU. The scale (rescale slope and intercept) may be wrong; export the series again.</source>
        <translation>{subject}：数值不可能是患者的 CT 值（HU）：{dense}% 高于 {dense_hu} HU，{thin}% 低于 {thin_hu} HU。换算参数（Rescale Slope/Intercept）可能有误，请重新导出该序列。</translation>
    </message>
    <message id="finding.shell.cut-off">
        <source>{subject}: reaches beyond the scan, so part of it is missing</source>
        <translation>{subject}：超出扫描范围，部分缺失</translation>
    </message>
    <message id="finding.shell.empty">
        <source>{subject}: there is no tissue for it at this distance, so what would be measured in it is unknown</source>
        <translation>{subject}：该距离内没有相应组织，其测量值未知</translation>
    </message>
    <message id="finding.shell.small">
        <source>{subject}: only {voxels} voxels ({needed} needed), so what is measured in it means little</source>
        <translation>{subject}：仅 {voxels} 个体素（至少需要 {needed} 个），其测量值意义有限</translation>
    </message>
    <message id="finding.signs.black-hole-differs">
        <source>{subject}: Black hole sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：黑洞征：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.signs.blend-differs">
        <source>{subject}: Blend sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：混合征：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.signs.heterogeneous-differs">
        <source>{subject}: Heterogeneous density: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：密度不均：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.signs.irregular-differs">
        <source>{subject}: Irregular shape: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：形态不规则：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.signs.island-differs">
        <source>{subject}: Island sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：岛征：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.signs.structure-missing">
        <source>{subject}: no contour, so its signs cannot be determined</source>
        <translation>{subject}：未勾画，无法判断其征象</translation>
    </message>
    <message id="finding.signs.swirl-differs">
        <source>{subject}: Swirl sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}：漩涡征：规则与网络判断不一致（网络概率 {chance}）；请核对图像</translation>
    </message>
    <message id="finding.site.actions-unused">
        <source>The site profile sets actions for {outcome}; this pack has no tiers</source>
        <translation>机构配置为 {outcome} 设置了处置措施；该模型包没有等级</translation>
    </message>
    <message id="finding.site.cut-off-far">
        <source>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</source>
        <translation>按机构为 {outcome} 设置的阈值，最低等级上限达 {percent}%，为发生率的 {times:.0f} 倍，几乎所有患者都将归入最低等级；请核对阈值是否按小数填写（0.4% 应写作 0.004）</translation>
    </message>
    <message id="finding.site.cut-offs-unused">
        <source>The cut-offs of the site for {outcome} are not used, for no event rate is set; tiers are shares of the reference population</source>
        <translation>机构为 {outcome} 设置的阈值未被采用（未设发生率）；等级按参照人群占比划分</translation>
    </message>
    <message id="finding.site.modules-unused">
        <source>The site profile switches on {names} for {outcome}; this pack has no modules</source>
        <translation>机构配置为 {outcome} 启用了 {names}；本模型包没有模块</translation>
    </message>
    <message id="finding.site.no-rate">
        <source>The site profile has an event rate for {names} and none for {outcome}; no percentage is given</source>
        <translation>机构配置设有 {names} 的发生率，但未设 {outcome} 的发生率；不给出百分比</translation>
    </message>
    <message id="finding.site.rate-high">
        <source>The site profile gives {outcome} an event rate of {percent} %, above the {limit} % that this pack takes for plausible. Check that the rate is a share (0.27 % is 0.0027): every percentage and tier of the site rests on it</source>
        <translation>机构配置中 {outcome} 的发生率为 {percent}%，高于本模型包认为合理的上限 {limit}%；请核对是否按小数填写（0.27% 应写作 0.0027），所有百分比及机构自定分级均取决于该值</translation>
    </message>
    <message id="finding.vessel.alone">
        <source>{subject}: check the contour; nothing runs beside it as expected (nearest at {distance_mm} mm, at most {limit_mm:g} mm expected)</source>
        <translation>{subject}：请核对轮廓；未见应有的伴行结构（最近者相距 {distance_mm} mm，预期不超过 {limit_mm:g} mm）</translation>
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
    <message id="finding.vessel.density-low">
        <source>{subject}: {value} HU is unusually low (from {low:g} HU)</source>
        <translation>{subject}：{value} HU 异常偏低（应≥{low:g} HU）</translation>
    </message>
    <message id="finding.vessel.diameter-implausible">
        <source>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</source>
        <translation>{subject}：平均直径 {value} mm 不寻常（{low:g} 至 {high:g} mm）</translation>
    </message>
    <message id="finding.vessel.diameter-unknown">
        <source>{subject}: too short to measure a diameter</source>
        <translation>{subject}：过短，无法测量直径</translation>
    </message>
    <message id="finding.vessel.estimate-low">
        <source>{subject}: check the contour, above all in slice {slice} (estimated overlap with the true contour {overlap}, at least {limit:g} wanted; {reason})</source>
        <translation>{subject}：请核对轮廓，尤其是第 {slice} 层（与真实轮廓的重叠度估计为 {overlap}，应≥{limit:g}；{reason}）</translation>
    </message>
    <message id="finding.vessel.not-behind">
        <source>{subject}: check the contour; {neighbour} should lie behind it, and does not along {percent} % of it</source>
        <translation>{subject}：请核对轮廓；{neighbour}应位于其后方，但有 {percent}% 的行程不符</translation>
    </message>
    <message id="finding.vessel.not-beside">
        <source>{subject}: check the contour; {neighbour} should run beside it, and is {distance_mm} mm away (at most {limit_mm:g} mm expected)</source>
        <translation>{subject}：请核对轮廓；{neighbour}应与其伴行，但相距 {distance_mm} mm（预期不超过 {limit_mm:g} mm）</translation>
    </message>
    <message id="finding.vessel.not-found">
        <source>{subject}: not found</source>
        <translation>{subject}：未找到</translation>
    </message>
    <message id="finding.vessel.not-in-front">
        <source>{subject}: check the contour; {neighbour} should lie in front of it, and does not along {percent} % of it</source>
        <translation>{subject}：请核对轮廓；{neighbour}应位于其前方，但有 {percent}% 的行程不符</translation>
    </message>
    <message id="finding.vessel.not-joined">
        <source>{subject}: check the contour; it should meet {neighbour}, and ends {distance_mm} mm from it (at most {limit_mm:g} mm expected)</source>
        <translation>{subject}：请核对轮廓；应与{neighbour}相连，但两者相距 {distance_mm} mm（预期不超过 {limit_mm:g} mm）</translation>
    </message>
    <message id="finding.vessel.overlap-low">
        <source>{subject}: check the contour, above all in slice {slice} (expected overlap with the true contour {overlap}, at least {limit:g} wanted)</source>
        <translation>{subject}：请核对轮廓，尤其是第 {slice} 层（与真实轮廓的预期重叠度 {overlap}，应≥{limit:g}）</translation>
    </message>
    <message id="finding.vessel.overlap-too-low">
        <source>{subject}: contour too uncertain (expected overlap with the true contour {overlap}, limit {limit:g})</source>
        <translation>{subject}：轮廓过于不确定（与真实轮廓的预期重叠度 {overlap}，下限 {limit:g}）</translation>
    </message>
    <message id="finding.vessel.placements-differ">
        <source>{subject}: check the contour, above all in slice {slice} (two runs of the network agree by {agreement}, at least {limit:g} wanted)</source>
        <translation>{subject}：请核对轮廓，尤其是第 {slice} 层（网络两次分割的一致度 {agreement}，应≥{limit:g}）</translation>
    </message>
    <message id="finding.vessel.plausible">
        <source>{subject}: found, {ml} mL, plausible</source>
        <translation>{subject}：已找到，{ml} mL，合理</translation>
    </message>
    <message id="finding.vessel.too-uncertain">
        <source>{subject}: segmentation too uncertain (certainty {certainty}, limit {limit:g})</source>
        <translation>{subject}：分割过于不确定（确定度 {certainty}，下限 {limit:g}）</translation>
    </message>
    <message id="finding.vessel.uncertain">
        <source>{subject}: segmentation uncertain (certainty {certainty})</source>
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
    <message id="frequency.average">
        <source>event rate here</source>
        <translation>本院发生率</translation>
    </message>
    <message id="frequency.both">
        <source>{patient} of {total}; event rate here {average} of {total}</source>
        <translation>每 {total} 例中 {patient} 例；本院发生率为每 {total} 例 {average} 例</translation>
    </message>
    <message id="frequency.note">
        <source>Each square is 1 of 1,000 patients.</source>
        <translation>每个方格代表 1,000 例中的 1 例。</translation>
    </message>
    <message id="frequency.patient">
        <source>patients like this one</source>
        <translation>此类患者</translation>
    </message>
    <message id="help.allow-unsigned">
        <source>use packs without a signature; every result says so</source>
        <translation>允许未签名的模型包；所有结果均会注明</translation>
    </message>
    <message id="help.audit">
        <source>show the audit log, or check that nobody changed it</source>
        <translation>查看审计日志，或检查其是否被改动</translation>
    </message>
    <message id="help.audit-examples">
        <source>examples:
  precontrast audit show --last 20
  precontrast audit verify</source>
        <translation>示例：
  precontrast audit show --last 20
  precontrast audit verify</translation>
    </message>
    <message id="help.audit.file">
        <source>another log than this user's</source>
        <translation>其他审计日志（默认为当前用户的日志）</translation>
    </message>
    <message id="help.audit.last">
        <source>number of lines (default 50)</source>
        <translation>显示的行数（默认 50）</translation>
    </message>
    <message id="help.audit.show">
        <source>show the last lines of the audit log</source>
        <translation>查看审计日志的最近记录</translation>
    </message>
    <message id="help.audit.show-examples">
        <source>examples:
  precontrast audit show
  precontrast audit show --last 1000 --json</source>
        <translation>示例：
  precontrast audit show
  precontrast audit show --last 1000 --json</translation>
    </message>
    <message id="help.audit.verify">
        <source>check that no line was changed, removed or added; exit code 4 if one was</source>
        <translation>检查记录是否被更改、删除或添加；如有则退出码为 4</translation>
    </message>
    <message id="help.audit.verify-examples">
        <source>examples:
  precontrast audit verify
  precontrast audit verify copy/audit.jsonl
A copy needs the file audit.jsonl.seal beside it.</source>
        <translation>示例：
  precontrast audit verify
  precontrast audit verify copy/audit.jsonl
检查副本时，audit.jsonl.seal 须与其位于同一文件夹。</translation>
    </message>
    <message id="help.cases">
        <source>list, show, delete, move and encrypt stored cases; export what happened for recalibration</source>
        <translation>列出、查看、删除、迁移、加密病例；导出结局用于重新校准</translation>
    </message>
    <message id="help.cases-examples">
        <source>examples:
  precontrast cases list 张伟
  precontrast cases show 3f2a91c0
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv</source>
        <translation>示例：
  precontrast cases list 张伟
  precontrast cases show 3f2a91c0
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv</translation>
    </message>
    <message id="help.cases.case">
        <source>id of the case, or as many of its first digits as tell it apart</source>
        <translation>病例编号，或足以区分的前几位</translation>
    </message>
    <message id="help.cases.decrypt">
        <source>store the cases unencrypted again</source>
        <translation>取消病例库加密</translation>
    </message>
    <message id="help.cases.decrypt-examples">
        <source>examples:
  precontrast cases decrypt</source>
        <translation>示例：
  precontrast cases decrypt</translation>
    </message>
    <message id="help.cases.delete">
        <source>delete a case for good, with its report, contours and outcome</source>
        <translation>永久删除病例及其报告、轮廓与结局</translation>
    </message>
    <message id="help.cases.delete-examples">
        <source>examples:
  precontrast cases delete 3f2a91c0 --yes</source>
        <translation>示例：
  precontrast cases delete 3f2a91c0 --yes</translation>
    </message>
    <message id="help.cases.encrypt">
        <source>encrypt the case store under a key in the keychain of this user, and show the recovery key</source>
        <translation>用当前用户系统钥匙串中的密钥加密病例库，并显示恢复密钥</translation>
    </message>
    <message id="help.cases.encrypt-examples">
        <source>examples:
  precontrast cases encrypt</source>
        <translation>示例：
  precontrast cases encrypt</translation>
    </message>
    <message id="help.cases.export-outcomes">
        <source>write predictions beside what happened, as precontrast-train recalibrate reads it</source>
        <translation>导出预测与实际结局，供 precontrast-train recalibrate 使用</translation>
    </message>
    <message id="help.cases.export-outcomes-examples">
        <source>examples:
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv
The table holds no name, number or date of a patient.</source>
        <translation>示例：
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv
表中不含患者姓名、编号和日期。</translation>
    </message>
    <message id="help.cases.export-training">
        <source>write the contours that readers have corrected, for the site's own training</source>
        <translation>导出阅片者修改过的轮廓，用于本机构的训练</translation>
    </message>
    <message id="help.cases.export-training-examples">
        <source>examples:
  precontrast cases export-training 3f2a --out training</source>
        <translation>示例：
  precontrast cases export-training 3f2a --out training</translation>
    </message>
    <message id="help.cases.limit">
        <source>maximum number of cases (default 500)</source>
        <translation>最多列出的病例数（默认 500）</translation>
    </message>
    <message id="help.cases.list">
        <source>list cases, the last changed first</source>
        <translation>列出病例，最近更改的在前</translation>
    </message>
    <message id="help.cases.list-examples">
        <source>examples:
  precontrast cases list
  precontrast cases list zhang 2026-03
  precontrast cases list --state signed --json</source>
        <translation>示例：
  precontrast cases list
  precontrast cases list 张 2026-03
  precontrast cases list --state signed --json</translation>
    </message>
    <message id="help.cases.masks">
        <source>write the masks of a case as NIfTI, for 3D Slicer, ITK-SNAP and the like</source>
        <translation>将病例的轮廓写为 NIfTI 文件，供 3D Slicer、ITK-SNAP 等使用</translation>
    </message>
    <message id="help.cases.masks-examples">
        <source>examples:
  precontrast cases masks 3f2a --out masks
  precontrast cases masks 3f2a --out masks --whole</source>
        <translation>示例：
  precontrast cases masks 3f2a --out masks
  precontrast cases masks 3f2a --out masks --whole</translation>
    </message>
    <message id="help.cases.masks-out">
        <source>folder for the masks and the lists of their labels</source>
        <translation>存放轮廓文件及标签说明的文件夹</translation>
    </message>
    <message id="help.cases.masks-whole">
        <source>as large as the images, which are read again for that; otherwise as large as the part that was searched, in its place</source>
        <translation>与图像同样大小（需重新读取图像）；否则为所分析的部分，位置不变</translation>
    </message>
    <message id="help.cases.out">
        <source>table to write (CSV)</source>
        <translation>输出表格（CSV）</translation>
    </message>
    <message id="help.cases.pack">
        <source>id of the pack whose predictions are wanted</source>
        <translation>给出预测的模型包编号</translation>
    </message>
    <message id="help.cases.recover">
        <source>put the recovery key, read from standard input, into the keychain of this user</source>
        <translation>从标准输入读取恢复密钥并存入当前用户的系统钥匙串</translation>
    </message>
    <message id="help.cases.recover-examples">
        <source>examples:
  precontrast cases recover</source>
        <translation>示例：
  precontrast cases recover</translation>
    </message>
    <message id="help.cases.recovery-key">
        <source>show the recovery key of an encrypted store again</source>
        <translation>再次显示病例库的恢复密钥</translation>
    </message>
    <message id="help.cases.recovery-key-examples">
        <source>examples:
  precontrast cases recovery-key</source>
        <translation>示例：
  precontrast cases recovery-key</translation>
    </message>
    <message id="help.cases.relocate">
        <source>point a case to where its images are now; other images are refused</source>
        <translation>指定病例影像的新位置；影像不符时拒绝</translation>
    </message>
    <message id="help.cases.relocate-examples">
        <source>examples:
  precontrast cases relocate 3f2a91c0 /archive/2026/ct-0412</source>
        <translation>示例：
  precontrast cases relocate 3f2a91c0 /archive/2026/ct-0412</translation>
    </message>
    <message id="help.cases.show">
        <source>show all that is stored of a case</source>
        <translation>查看病例的全部内容</translation>
    </message>
    <message id="help.cases.show-examples">
        <source>examples:
  precontrast cases show 3f2a91c0
  precontrast cases show 3f2a91c0 --json</source>
        <translation>示例：
  precontrast cases show 3f2a91c0
  precontrast cases show 3f2a91c0 --json</translation>
    </message>
    <message id="help.cases.signed">
        <source>write the signed versions of a case's report; later changes take nothing from them</source>
        <translation>写出病例报告的各签字版本；之后的修改不影响这些版本</translation>
    </message>
    <message id="help.cases.signed-examples">
        <source>examples:
  precontrast cases signed 3f2a --out signed
  precontrast reprint signed/cme-vessels-demo-1.json --lang en</source>
        <translation>示例：
  precontrast cases signed 3f2a --out signed
  precontrast reprint signed/cme-vessels-demo-1.json --lang zh</translation>
    </message>
    <message id="help.cases.signed-out">
        <source>folder for the records</source>
        <translation>记录文件的文件夹</translation>
    </message>
    <message id="help.cases.state">
        <source>only cases in this state</source>
        <translation>仅列出该状态的病例</translation>
    </message>
    <message id="help.cases.text">
        <source>parts of the name, the patient's number, the accession number or a date; all must be found</source>
        <translation>姓名、患者编号、检查号或日期的一部分；须全部匹配</translation>
    </message>
    <message id="help.cases.training-out">
        <source>folder of the training: masks, cohort.csv and images.csv are added to it</source>
        <translation>训练数据文件夹：向其中添加掩膜、cohort.csv 与 images.csv</translation>
    </message>
    <message id="help.cases.version">
        <source>version of the pack; without it, that of the newest case</source>
        <translation>模型包版本；默认为最近病例所用版本</translation>
    </message>
    <message id="help.cases.yes">
        <source>delete without asking again</source>
        <translation>确认删除，不再询问</translation>
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
        <source>pack whose requirements decide the choice</source>
        <translation>依据该模型包的要求选择序列</translation>
    </message>
    <message id="help.json">
        <source>print the result as JSON on standard output</source>
        <translation>在标准输出打印 JSON 结果</translation>
    </message>
    <message id="help.lang">
        <source>language of all output; if not given, the site profile's, else the system's</source>
        <translation>所有输出的语言；未指定时依机构配置，其次依系统设置</translation>
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
    <message id="help.packs.install-examples">
        <source>examples:
  precontrast packs install my-pack.pack</source>
        <translation>示例：
  precontrast packs install my-pack.pack</translation>
    </message>
    <message id="help.packs.key">
        <source>private key (PEM) made by keygen</source>
        <translation>keygen 生成的私钥（PEM）</translation>
    </message>
    <message id="help.packs.keygen">
        <source>make a signing key pair in this folder; keep the .pem secret</source>
        <translation>在当前文件夹生成签名密钥对；.pem 须保密</translation>
    </message>
    <message id="help.packs.keygen-examples">
        <source>examples:
  precontrast packs keygen our-hospital
  precontrast packs keygen safe/our-hospital</source>
        <translation>示例：
  precontrast packs keygen our-hospital
  precontrast packs keygen safe/our-hospital</translation>
    </message>
    <message id="help.packs.list">
        <source>list the packs of this installation</source>
        <translation>列出本机模型包</translation>
    </message>
    <message id="help.packs.list-examples">
        <source>examples:
  precontrast packs list
  precontrast packs list --json</source>
        <translation>示例：
  precontrast packs list
  precontrast packs list --json</translation>
    </message>
    <message id="help.packs.name">
        <source>name of the key, for instance the hospital's; results call the signer by it</source>
        <translation>密钥名称，如医院名；结果中以此显示签名者</translation>
    </message>
    <message id="help.packs.pack">
        <source>pack id, folder or .pack file</source>
        <translation>模型包编号、文件夹或 .pack 文件</translation>
    </message>
    <message id="help.packs.remove">
        <source>remove an installed pack</source>
        <translation>移除已安装的模型包</translation>
    </message>
    <message id="help.packs.remove-examples">
        <source>examples:
  precontrast packs remove my-pack</source>
        <translation>示例：
  precontrast packs remove my-pack</translation>
    </message>
    <message id="help.packs.replace">
        <source>replace the installed pack also by an earlier version, one with other content under the same version, or one that somebody else signed</source>
        <translation>即使是较早的版本、同一版本但内容不同，或由他人签名，也替换已安装的模型包</translation>
    </message>
    <message id="help.packs.show">
        <source>show a pack's purpose, inputs and sources</source>
        <translation>查看模型包的用途、输入与依据</translation>
    </message>
    <message id="help.packs.show-examples">
        <source>examples:
  precontrast packs show cme-vessels-demo
  precontrast packs show my-pack/ --allow-unsigned</source>
        <translation>示例：
  precontrast packs show cme-vessels-demo
  precontrast packs show my-pack/ --allow-unsigned</translation>
    </message>
    <message id="help.packs.sign">
        <source>sign a pack folder</source>
        <translation>对模型包文件夹签名</translation>
    </message>
    <message id="help.packs.sign-examples">
        <source>examples:
  precontrast packs sign my-pack/ --key our-hospital.pem
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack</source>
        <translation>示例：
  precontrast packs sign my-pack/ --key our-hospital.pem
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack</translation>
    </message>
    <message id="help.packs.sign-out">
        <source>also write the signed pack as one file</source>
        <translation>另存为单个已签名文件</translation>
    </message>
    <message id="help.packs.verify">
        <source>check checksums, signature and manifest</source>
        <translation>检查校验和、签名与清单</translation>
    </message>
    <message id="help.packs.verify-examples">
        <source>examples:
  precontrast packs verify ich-nag
  precontrast packs verify my-pack.pack --json</source>
        <translation>示例：
  precontrast packs verify ich-nag
  precontrast packs verify my-pack.pack --json</translation>
    </message>
    <message id="help.png">
        <source>write each page as a PNG picture, too</source>
        <translation>同时将每页存为 PNG 图片</translation>
    </message>
    <message id="help.positionals">
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message id="help.program">
        <source>Risk assessment from images and clinical answers, offline. RESEARCH USE ONLY.</source>
        <translation>根据影像与临床信息评估风险，离线运行。仅供科研。</translation>
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
    <message id="help.screen.mask">
        <source>mask file of a structure, drawn on the series that is screened: DICOM SEG or RTSTRUCT, NIfTI, NRRD; #PART is the number or name of one of several</source>
        <translation>结构的掩膜文件（须在所用序列上绘制）：DICOM SEG、RTSTRUCT、NIfTI、NRRD；文件含多个结构时用 #编号 或 #名称 指定</translation>
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
        <source>paper size; if not given, the site profile's, else A4</source>
        <translation>纸张大小；未指定时依机构配置，否则为 A4</translation>
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
        <source>site profile as TOML; else the one that is set in the window, or by an administrator for this computer; without an event rate no absolute percentage is given</source>
        <translation>机构配置（TOML）；未给出时使用窗口中设置的、或管理员为本机设置的配置；未设发生率则不给出绝对百分比</translation>
    </message>
    <message id="help.screen.store">
        <source>store the result as a case, as the window does; without it, only the report is written</source>
        <translation>将结果存为病例（与窗口程序相同）；不指定则只输出报告</translation>
    </message>
    <message id="help.self_test">
        <source>check that all that a result needs works on this computer: engines, packs, decoders, reports, case store, worker process; uses no network</source>
        <translation>检查本机是否具备给出结果所需的一切：推理引擎、模型包、解码器、报告、病例库、计算进程；不使用网络</translation>
    </message>
    <message id="help.self_test-examples">
        <source>examples:
  precontrast self-test
  precontrast self-test --json &gt; result.json
  precontrast self-test cme-vessels-demo

exit codes, for deployment tools:
  0 every check passed, 4 at least one did not (what to do is said beside it)</source>
        <translation>示例：
  precontrast self-test
  precontrast self-test --json &gt; result.json
  precontrast self-test cme-vessels-demo

退出码（供部署工具使用）：
  0 全部通过；4 至少一项未通过（旁边注明处理方法）</translation>
    </message>
    <message id="help.self_test.pack">
        <source>test this pack only, with decoders, engines and reports</source>
        <translation>仅测试该模型包，以及解码器、推理引擎和报告</translation>
    </message>
    <message id="help.threads">
        <source>processor threads for inference</source>
        <translation>推理线程数</translation>
    </message>
    <message id="help.usage">
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message id="help.verbose">
        <source>log what is done, to standard error</source>
        <translation>在标准错误输出运行日志</translation>
    </message>
    <message id="help.version">
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message id="help.window">
        <source>Open the window; PATH is a study to begin with (folder, zip, DICOMDIR).</source>
        <translation>打开窗口；PATH 为要首先打开的检查（文件夹、zip 或 DICOMDIR）。</translation>
    </message>
    <message id="horizon.a">
        <source>within {count} {count:year|years}</source>
        <translation>{count} 年内</translation>
    </message>
    <message id="horizon.d">
        <source>within {count} {count:day|days}</source>
        <translation>{count} 天内</translation>
    </message>
    <message id="horizon.mo">
        <source>within {count} {count:month|months}</source>
        <translation>{count} 个月内</translation>
    </message>
    <message id="horizon.wk">
        <source>within {count} {count:week|weeks}</source>
        <translation>{count} 周内</translation>
    </message>
    <message id="inspect.chosen">
        <source>{role}: would use row {row}, "{series}"</source>
        <translation>{role}：将采用第 {row} 行“{series}”</translation>
    </message>
    <message id="inspect.contrast">
        <source>contrast</source>
        <translation>对比剂</translation>
    </message>
    <message id="inspect.description">
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message id="inspect.enhanced">
        <source>its header names a contrast agent ({agent}), and an unenhanced series is needed: check it before use</source>
        <translation>头信息标注了对比剂（{agent}），而此处需要平扫序列：使用前请核对</translation>
    </message>
    <message id="inspect.kernel">
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message id="inspect.modality">
        <source>mod.</source>
        <translation>模态</translation>
    </message>
    <message id="inspect.no-images">
        <source>the pack {pack} needs no images</source>
        <translation>模型包 {pack} 不需要影像</translation>
    </message>
    <message id="inspect.none">
        <source>{role}: no series is suitable</source>
        <translation>{role}：无适用序列</translation>
    </message>
    <message id="inspect.number">
        <source>series no.</source>
        <translation>序列号</translation>
    </message>
    <message id="inspect.plane">
        <source>plane</source>
        <translation>方位</translation>
    </message>
    <message id="inspect.row">
        <source>row</source>
        <translation>行</translation>
    </message>
    <message id="inspect.several-examinations">
        <source>  {count} examinations would be suitable; name the series that is meant with --series KEY: {choices}</source>
        <translation>  有 {count} 次检查均适用；请用 --series KEY 指明所需序列：{choices}</translation>
    </message>
    <message id="inspect.slices">
        <source>slices</source>
        <translation>层数</translation>
    </message>
    <message id="inspect.spacing">
        <source>spacing mm</source>
        <translation>间距 mm</translation>
    </message>
    <message id="inspect.study">
        <source>{name} ({id}), study of {date}</source>
        <translation>{name}（{id}），检查日期 {date}</translation>
    </message>
    <message id="inspect.thickness">
        <source>thick. mm</source>
        <translation>层厚 mm</translation>
    </message>
    <message id="label.value">
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message id="list.comma">
        <source>, </source>
        <translation>，</translation>
    </message>
    <message id="list.separator">
        <source>; </source>
        <translation>；</translation>
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
        <source>Mean Ø, mm</source>
        <translation>平均径 mm</translation>
    </message>
    <message id="measure.flattening">
        <source>Flattening</source>
        <translation>扁平度</translation>
    </message>
    <message id="measure.not-part">
        <source>Not part of the probability.</source>
        <translation>上述测量未计入概率。</translation>
    </message>
    <message id="measure.note">
        <source>Diameters are of circles of equal area along the course in view; * reaches the edge of the scan; ▲ doubtful, see below. {part}</source>
        <translation>直径为可见行程内等面积圆直径；* 达到扫描边缘；▲ 存疑，见下。{part}</translation>
    </message>
    <message id="measure.part">
        <source>Some of these figures are part of the probability.</source>
        <translation>其中部分测量已计入概率。</translation>
    </message>
    <message id="measure.range">
        <source>Ø min–max</source>
        <translation>最小–最大径</translation>
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
    <message id="origin.image">
        <source>from the images</source>
        <translation>取自影像</translation>
    </message>
    <message id="origin.unknown">
        <source>–</source>
        <translation>–</translation>
    </message>
    <message id="pack.signed-by">
        <source>signed by {signer}</source>
        <translation>签名者 {signer}</translation>
    </message>
    <message id="pack.signed-by-key">
        <source>signed by {signer}, key {key}</source>
        <translation>签名者 {signer}，密钥 {key}</translation>
    </message>
    <message id="pack.unsigned">
        <source>NOT SIGNED</source>
        <translation>未签名</translation>
    </message>
    <message id="packs.from.machine">
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message id="packs.from.program">
        <source>program</source>
        <translation>程序自带</translation>
    </message>
    <message id="packs.from.user">
        <source>you</source>
        <translation>当前用户</translation>
    </message>
    <message id="packs.hidden">
        <source>NOT USED</source>
        <translation>未使用</translation>
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
    <message id="packs.key-fingerprint">
        <source>fingerprint {key}: pass it by another route to those who receive the public key, so that they can compare</source>
        <translation>指纹 {key}：请通过其他途径告知公钥接收方，以便核对</translation>
    </message>
    <message id="packs.key-made">
        <source>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</source>
        <translation>私钥 {private}（须保密），公钥 {public}（提供给信任本院模型包的机构）</translation>
    </message>
    <message id="packs.key-skipped">
        <source>Not used as a key: {reason}</source>
        <translation>未用作密钥：{reason}</translation>
    </message>
    <message id="packs.place">
        <source>from</source>
        <translation>来源</translation>
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
    <message id="packs.valid-manifest">
        <source>{pack}: the manifest is valid; there are neither checksums nor a signature to check</source>
        <translation>{pack}：清单有效；没有校验和，也没有签名可供验证</translation>
    </message>
    <message id="packs.valid-unsigned">
        <source>{pack}: manifest and checksums are valid; there is no signature, so nothing shows who made it</source>
        <translation>{pack}：清单与校验和有效；没有签名，无法确认制作者</translation>
    </message>
    <message id="packs.version">
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message id="patient.unknown.age">
        <source>age unknown</source>
        <translation>年龄未知</translation>
    </message>
    <message id="patient.unknown.birth-date">
        <source>birth date unknown</source>
        <translation>出生日期未知</translation>
    </message>
    <message id="patient.unknown.date">
        <source>date unknown</source>
        <translation>日期未知</translation>
    </message>
    <message id="patient.unknown.id">
        <source>ID unknown</source>
        <translation>患者编号未知</translation>
    </message>
    <message id="patient.unknown.name">
        <source>name unknown</source>
        <translation>姓名未知</translation>
    </message>
    <message id="patient.unknown.sex">
        <source>sex unknown</source>
        <translation>性别未知</translation>
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
    <message id="progress.arriving">
        <source>more images are coming in</source>
        <translation>图像仍在传入</translation>
    </message>
    <message id="progress.engines">
        <source>preparing the models; on a first start the engines of this computer are timed, once</source>
        <translation>正在准备模型；首次启动需测定本机各推理引擎的速度，仅此一次</translation>
    </message>
    <message id="progress.load">
        <source>reading images</source>
        <translation>读取图像</translation>
    </message>
    <message id="progress.pictures">
        <source>making previews</source>
        <translation>正在生成预览图</translation>
    </message>
    <message id="progress.scan">
        <source>reading headers</source>
        <translation>读取头信息</translation>
    </message>
    <message id="progress.steps">
        <source>analysing</source>
        <translation>分析</translation>
    </message>
    <message id="reason.contour.ambiguous">
        <source>other contours are nearly as likely to the network</source>
        <translation>网络判断其他轮廓的可能性相近</translation>
    </message>
    <message id="reason.contour.large">
        <source>more is marked than usual</source>
        <translation>所勾画的体积偏大</translation>
    </message>
    <message id="reason.contour.long">
        <source>it is long: it may continue into another structure</source>
        <translation>轮廓偏长，可能延入其他结构</translation>
    </message>
    <message id="reason.contour.short">
        <source>it is short: a part may be missing</source>
        <translation>轮廓偏短，可能有部分未勾画</translation>
    </message>
    <message id="reason.contour.small">
        <source>less is marked than usual</source>
        <translation>所勾画的体积偏小</translation>
    </message>
    <message id="reason.contour.thin">
        <source>it is thin: a part may be missing</source>
        <translation>轮廓偏细，可能未勾画完整</translation>
    </message>
    <message id="reason.contour.unsteady">
        <source>two runs of the network differ</source>
        <translation>网络两次得出的轮廓不一致</translation>
    </message>
    <message id="reason.contour.unsure">
        <source>the network is not sure of what it marked</source>
        <translation>网络对所勾画部分把握不足</translation>
    </message>
    <message id="reason.contour.usual">
        <source>contours like this one often need correction</source>
        <translation>此类轮廓常需修改</translation>
    </message>
    <message id="reason.contour.wide">
        <source>it is wide: it may include adjacent tissue</source>
        <translation>轮廓偏粗，可能包含邻近组织</translation>
    </message>
    <message id="reason.dicom.archive-unsupported">
        <source>archive of a kind that is not opened</source>
        <translation>不支持的压缩格式</translation>
    </message>
    <message id="reason.dicom.bits-unsupported">
        <source>unsupported number of bits</source>
        <translation>像素位数不受支持</translation>
    </message>
    <message id="reason.dicom.damaged">
        <source>damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message id="reason.dicom.decode-failed">
        <source>cannot be decompressed</source>
        <translation>无法解压缩</translation>
    </message>
    <message id="reason.dicom.empty-file">
        <source>empty file</source>
        <translation>空文件</translation>
    </message>
    <message id="reason.dicom.file-too-large">
        <source>file too large</source>
        <translation>文件过大</translation>
    </message>
    <message id="reason.dicom.frame-count">
        <source>frame count contradicts itself</source>
        <translation>帧数自相矛盾</translation>
    </message>
    <message id="reason.dicom.frame-mismatch">
        <source>compressed image of another size</source>
        <translation>压缩图像尺寸不符</translation>
    </message>
    <message id="reason.dicom.header-too-large">
        <source>header too large</source>
        <translation>文件头过大</translation>
    </message>
    <message id="reason.dicom.image-too-large">
        <source>image too large</source>
        <translation>图像过大</translation>
    </message>
    <message id="reason.dicom.link-loop">
        <source>link to a folder already searched</source>
        <translation>指向已搜索文件夹的链接</translation>
    </message>
    <message id="reason.dicom.modality-lut">
        <source>values by look-up table</source>
        <translation>使用查找表表示数值</translation>
    </message>
    <message id="reason.dicom.nested-archive">
        <source>archive inside a folder or archive</source>
        <translation>嵌套的压缩包</translation>
    </message>
    <message id="reason.dicom.no-pixel-spacing">
        <source>its pixel size is missing</source>
        <translation>缺少像素间距</translation>
    </message>
    <message id="reason.dicom.no-positions">
        <source>its slices have no positions</source>
        <translation>层面缺少位置信息</translation>
    </message>
    <message id="reason.dicom.not-a-file">
        <source>not an ordinary file</source>
        <translation>非普通文件</translation>
    </message>
    <message id="reason.dicom.not-an-image">
        <source>DICOM without an image</source>
        <translation>不含图像的 DICOM</translation>
    </message>
    <message id="reason.dicom.not-dicom">
        <source>not DICOM</source>
        <translation>非 DICOM 文件</translation>
    </message>
    <message id="reason.dicom.not-encapsulated">
        <source>labelled as compressed but is not</source>
        <translation>标注为压缩但实际未压缩</translation>
    </message>
    <message id="reason.dicom.not-grayscale">
        <source>colour image</source>
        <translation>彩色图像</translation>
    </message>
    <message id="reason.dicom.orientation-invalid">
        <source>its orientation is invalid</source>
        <translation>图像方向无效</translation>
    </message>
    <message id="reason.dicom.pixel-data-missing">
        <source>no pixels</source>
        <translation>缺少像素数据</translation>
    </message>
    <message id="reason.dicom.pixel-data-short">
        <source>fewer pixels than declared</source>
        <translation>像素数据不足</translation>
    </message>
    <message id="reason.dicom.reference-missing">
        <source>listed in the DICOMDIR but not there</source>
        <translation>DICOMDIR 列出但不存在</translation>
    </message>
    <message id="reason.dicom.rescale-invalid">
        <source>rescale slope impossible</source>
        <translation>换算斜率不合理</translation>
    </message>
    <message id="reason.dicom.slice-blank">
        <source>one value everywhere</source>
        <translation>各处数值相同</translation>
    </message>
    <message id="reason.dicom.too-deep">
        <source>too deep in folders</source>
        <translation>文件夹层级过深</translation>
    </message>
    <message id="reason.dicom.too-many-frames">
        <source>too many frames</source>
        <translation>帧数过多</translation>
    </message>
    <message id="reason.dicom.too-slow">
        <source>header takes too long</source>
        <translation>文件头读取时间过长</translation>
    </message>
    <message id="reason.dicom.transfer-syntax-unsupported">
        <source>unsupported compression</source>
        <translation>压缩方式不受支持</translation>
    </message>
    <message id="reason.dicom.truncated">
        <source>incomplete copy</source>
        <translation>文件不完整</translation>
    </message>
    <message id="reason.dicom.unreadable">
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message id="reason.dicom.unsafe-name">
        <source>points outside the archive or disc</source>
        <translation>指向压缩包或光盘之外</translation>
    </message>
    <message id="reason.dicom.zip-bomb">
        <source>archive packed beyond reason</source>
        <translation>压缩比异常</translation>
    </message>
    <message id="reason.dicom.zip-damaged">
        <source>damaged archive</source>
        <translation>压缩包已损坏</translation>
    </message>
    <message id="reason.dicom.zip-encrypted">
        <source>archive with a password</source>
        <translation>压缩包有密码</translation>
    </message>
    <message id="reason.dicom.zip-method">
        <source>unsupported packing method</source>
        <translation>不支持的压缩方法</translation>
    </message>
    <message id="reason.dicom.zip-too-large">
        <source>archive too large</source>
        <translation>压缩包过大</translation>
    </message>
    <message id="reason.drawn.air">
        <source>air</source>
        <translation>空气</translation>
    </message>
    <message id="reason.drawn.bone">
        <source>bone</source>
        <translation>骨</translation>
    </message>
    <message id="reason.drawn.fat">
        <source>fat</source>
        <translation>脂肪</translation>
    </message>
    <message id="reason.drawn.metal">
        <source>metal</source>
        <translation>金属</translation>
    </message>
    <message id="reason.drawn.soft-tissue">
        <source>soft tissue</source>
        <translation>软组织</translation>
    </message>
    <message id="reason.file.disk-full">
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message id="reason.file.input-output">
        <source>the disk or the network does not respond</source>
        <translation>磁盘或网络读写出错</translation>
    </message>
    <message id="reason.file.is-folder">
        <source>it is a folder</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message id="reason.file.link-loop">
        <source>links that lead in a circle</source>
        <translation>链接循环</translation>
    </message>
    <message id="reason.file.name-too-long">
        <source>the name is too long</source>
        <translation>名称过长</translation>
    </message>
    <message id="reason.file.no-permission">
        <source>no permission</source>
        <translation>没有访问权限</translation>
    </message>
    <message id="reason.file.not-a-folder">
        <source>a part of the path is not a folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message id="reason.file.read-only">
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message id="reason.file.special">
        <source>it is no ordinary file (a pipe, a device or the like)</source>
        <translation>不是普通文件（管道、设备等）</translation>
    </message>
    <message id="reason.file.system">
        <source>the operating system refused</source>
        <translation>操作系统拒绝访问</translation>
    </message>
    <message id="reason.settings.damaged">
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message id="reason.settings.newer">
        <source>a later version of Precontrast wrote it</source>
        <translation>由更新版本的 Precontrast 写入</translation>
    </message>
    <message id="reason.sides.aorta">
        <source>the descending aorta seems to lie on the right of the spine (mirrored images, or a right-sided arch).</source>
        <translation>降主动脉似位于脊柱右侧（图像镜像，或右位主动脉弓）。</translation>
    </message>
    <message id="reason.sides.liver">
        <source>the liver seems to lie on the left (mirrored images, or reversed organs).</source>
        <translation>肝脏似位于左侧（图像镜像，或内脏反位）。</translation>
    </message>
    <message id="report.accession">
        <source>Accession</source>
        <translation>检查号</translation>
    </message>
    <message id="report.advice">
        <source>Checks</source>
        <translation>核对提示</translation>
    </message>
    <message id="report.attention">
        <source>Needs attention</source>
        <translation>需注意</translation>
    </message>
    <message id="report.attributions.note.additive">
        <source>Exact contributions of a linear model: its weight times the distance from the mean of the patients it was fitted to; causation not established.</source>
        <translation>线性模型的精确贡献：权重乘以与建模患者均值之差；不代表因果关系。</translation>
    </message>
    <message id="report.attributions.note.permutation">
        <source>Permutation: how far the output moves when each value takes the place of the mean of the patients the model was fitted to, averaged over the order of replacement; causation not established.</source>
        <translation>置换法：以患者的取值逐项替换建模患者的均值，输出随之改变多少，并对替换次序取平均；不代表因果关系。</translation>
    </message>
    <message id="report.attributions.note.shapley">
        <source>Shapley values: how far each value, also an unknown one, moved the model's output for this patient; causation not established.</source>
        <translation>Shapley 值：各项取值（含未知项）使模型对该患者的输出改变多少；不代表因果关系。</translation>
    </message>
    <message id="report.attributions.title.additive">
        <source>Contributing factors (odds against the model's mean output)</source>
        <translation>各因素的影响（相对模型平均输出的优势比）</translation>
    </message>
    <message id="report.attributions.title.permutation">
        <source>Contributing factors by permutation (odds against mean values)</source>
        <translation>各因素的影响：置换法（相对各项均值的优势比）</translation>
    </message>
    <message id="report.attributions.title.shapley">
        <source>Contributing factors (odds against the model's mean output)</source>
        <translation>各因素的影响（相对模型平均输出的优势比）</translation>
    </message>
    <message id="report.attributions.total">
        <source>All factors together</source>
        <translation>各因素合计</translation>
    </message>
    <message id="report.attributions.total.at-means">
        <source>{ratio} the odds at the mean values</source>
        <translation>优势比 {ratio}（相对各项均值处的输出）</translation>
    </message>
    <message id="report.attributions.total.mean">
        <source>{ratio} the odds of the model's mean output</source>
        <translation>优势比 {ratio}（相对模型平均输出）</translation>
    </message>
    <message id="report.audit">
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message id="report.audit-head">
        <source>line {count}, SHA-256 {digest}…</source>
        <translation>第 {count} 行，SHA-256 {digest}…</translation>
    </message>
    <message id="report.birth-date">
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message id="report.caption">
        <source>slice {number}, z {place} mm, W {width} L {level}</source>
        <translation>第 {number} 层，z {place} mm，W {width} L {level}</translation>
    </message>
    <message id="report.checklist">
        <source>Checklist</source>
        <translation>核对单</translation>
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
    <message id="report.drawn-by">
        <source>{structure} (drawn by {by}, {time})</source>
        <translation>{structure}（{by} 于 {time} 绘制）</translation>
    </message>
    <message id="report.edited">
        <source>Contours</source>
        <translation>轮廓来源</translation>
    </message>
    <message id="report.edited-by">
        <source>{structure} (edited by {by}, {time})</source>
        <translation>{structure}（{by} 于 {time} 修改）</translation>
    </message>
    <message id="report.edited-line">
        <source>Contours: {edits}</source>
        <translation>轮廓来源：{edits}</translation>
    </message>
    <message id="report.factors">
        <source>Contributing factors (odds against the site average)</source>
        <translation>影响因素（相对本院平均的优势比）</translation>
    </message>
    <message id="report.factors-pack">
        <source>Contributing factors (odds against the average)</source>
        <translation>影响因素（相对平均的优势比）</translation>
    </message>
    <message id="report.fallback">
        <source>CLINICAL FACTORS ONLY (the images were not used)</source>
        <translation>仅临床因素（未使用影像）</translation>
    </message>
    <message id="report.fallback-answers">
        <source>CLINICAL FACTORS ONLY</source>
        <translation>仅临床因素</translation>
    </message>
    <message id="report.fallback-answers-note">
        <source>This pack gave no estimate. This one is of another pack, is based on the entered answers alone, and does not replace it.</source>
        <translation>本模型包未得出估计值。以下估计来自另一模型包，仅依据填写的信息，不能替代本模型包的评估。</translation>
    </message>
    <message id="report.fallback-note">
        <source>The images gave no estimate. This one is based on the entered answers alone and does not replace one from the images.</source>
        <translation>影像未得出估计值。以下估计仅依据填写的信息，不能替代影像评估。</translation>
    </message>
    <message id="report.figures">
        <source>Figures</source>
        <translation>参考数据</translation>
    </message>
    <message id="report.gates">
        <source>Quality gates</source>
        <translation>质量检查</translation>
    </message>
    <message id="report.held-out-auc">
        <source>AUC observed in {whom} (n = {n}, {events} {events:event|events})</source>
        <translation>AUC（{whom}，n = {n}，事件 {events} 例，实测）</translation>
    </message>
    <message id="report.held-out-capacity">
        <source>Share of patients to attend to, to catch {caught} % of events, counted in {whom} (n = {n}, {events} events), at an event rate of {rate}</source>
        <translation>捕获 {caught}% 事件所需关注的患者比例（{whom}，n = {n}，事件 {events} 例，实测；发生率 {rate}）</translation>
    </message>
    <message id="report.id">
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message id="report.imported-by">
        <source>{structure} (from {file}, SHA-256 {digest}…, opened by {by}, {time})</source>
        <translation>{structure}（来自 {file}，SHA-256 {digest}…，{by} 于 {time} 打开）</translation>
    </message>
    <message id="report.initials">
        <source>initials</source>
        <translation>签名</translation>
    </message>
    <message id="report.inputs">
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message id="report.licence">
        <source>Licence</source>
        <translation>许可</translation>
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
        <source>Measures</source>
        <translation>测量值</translation>
    </message>
    <message id="report.modifiable">
        <source>can be changed</source>
        <translation>可以改变</translation>
    </message>
    <message id="report.more-findings">
        <source>and {count} more, on the second page</source>
        <translation>另有 {count} 项，见第 2 页</translation>
    </message>
    <message id="report.name">
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message id="report.no-glyph">
        <source>{field}: it has characters that the fonts of the report cannot show ({codes}); each is printed as {mark}. Read it on the request or in the images.</source>
        <translation>{field}：含有报告字体无法显示的字符（{codes}），均以 {mark} 打印。请以申请单或图像中的内容为准核对。</translation>
    </message>
    <message id="report.nomogram">
        <source>Nomogram</source>
        <translation>列线图</translation>
    </message>
    <message id="report.not-confirmed">
        <source>SIGNATURE NOT CONFIRMED</source>
        <translation>签字未经核实</translation>
    </message>
    <message id="report.not-confirmed-note">
        <source>SIGNATURE NOT CONFIRMED: the audit log of this computer does not know this record as signed. It may have been changed after signing, or signed on another computer; compare it with the original before use</source>
        <translation>签字未经核实：本机审计日志中没有该记录的签署登记。记录可能在签署后被改动，或在其他计算机上签署；使用前请与原件核对</translation>
    </message>
    <message id="report.nurse">
        <source>Nurse, time</source>
        <translation>护士、时间</translation>
    </message>
    <message id="report.offset">
        <source>Baseline of the model</source>
        <translation>模型基线</translation>
    </message>
    <message id="report.offset-everyone">
        <source>same for every patient</source>
        <translation>每位患者相同</translation>
    </message>
    <message id="report.offset-figure">
        <source>odds {ratio}: the trained model's intercept against the reference population; with the listed factors it makes the total</source>
        <translation>优势（odds）{ratio}：训练模型的截距相对参照人群；与所列因素合成总值</translation>
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
    <message id="report.population-fitted">
        <source>those the model was fitted to: {whom}</source>
        <translation>建模所用人群：{whom}</translation>
    </message>
    <message id="report.population-note">
        <source>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</source>
        <translation>见模型包或机构配置；预测因素按独立处理；未核实项见“来源”</translation>
    </message>
    <message id="report.population-site">
        <source>the site's own case mix, from the site profile; predictors taken as independent</source>
        <translation>本院病例构成（机构配置）；预测因素按独立处理</translation>
    </message>
    <message id="report.prevalence">
        <source>Site event rate</source>
        <translation>本院发生率</translation>
    </message>
    <message id="report.prevalence-unset">
        <source>not set: no absolute percentage is given</source>
        <translation>未设置：不给出绝对百分比</translation>
    </message>
    <message id="report.protocol">
        <source>Site protocol</source>
        <translation>本院规程</translation>
    </message>
    <message id="report.provenance">
        <source>Provenance</source>
        <translation>来源与版本</translation>
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
    <message id="report.recentred">
        <source>Re-centred</source>
        <translation>重新定中心</translation>
    </message>
    <message id="report.recentred-figure">
        <source>odds {ratio} for everyone, so that the mean probability of the reference people ({whose}) is the event rate of the site</source>
        <translation>所有人的优势（odds）{ratio}，使参照人群（{whose}）的平均概率等于本院发生率</translation>
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
    <message id="report.signs">
        <source>Signs of the haematoma</source>
        <translation>血肿征象</translation>
    </message>
    <message id="report.smaller">
        <source>Smaller factors together</source>
        <translation>其余较小因素合计</translation>
    </message>
    <message id="report.smaller-count">
        <source>{count}, see page 2</source>
        <translation>{count} 项，见第 2 页</translation>
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
    <message id="report.version">
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message id="report.what-if">
        <source>What may lower it</source>
        <translation>可能降低风险的改变</translation>
    </message>
    <message id="report.what-if-note">
        <source>Based on published associations; causation not established.</source>
        <translation>依据已发表的关联；因果关系尚未证实。</translation>
    </message>
    <message id="result.needs">
        <source>not computed; unknown: {names}</source>
        <translation>未计算；未知：{names}</translation>
    </message>
    <message id="result.needs-between">
        <source>between {low} and {high}; unknown: {names}</source>
        <translation>介于 {low} 与 {high} 之间；未知：{names}</translation>
    </message>
    <message id="result.points">
        <source>{points} {points:point|points}</source>
        <translation>{points} 分</translation>
    </message>
    <message id="schema.more">
        <source> ({count} faults in all)</source>
        <translation>（共 {count} 处错误）</translation>
    </message>
    <message id="schema.more-fields">
        <source> ({count} faults in all; also {others})</source>
        <translation>（共 {count} 处错误，另见：{others}）</translation>
    </message>
    <message id="schema.problem.answer">
        <source>must be text, a number, true, false or null</source>
        <translation>须为文本、数字、true、false 或 null</translation>
    </message>
    <message id="schema.problem.bands-order">
        <source>needs "{name}" to begin above the end of "{earlier}"</source>
        <translation>中“{name}”须始于“{earlier}”的上限之上</translation>
    </message>
    <message id="schema.problem.between-0-and-1">
        <source>must lie between 0 and 1, both excluded</source>
        <translation>须大于 0 且小于 1</translation>
    </message>
    <message id="schema.problem.beyond-list">
        <source>there are more than {limit} entries</source>
        <translation>条目超过 {limit} 个</translation>
    </message>
    <message id="schema.problem.beyond-number">
        <source>a number beyond {limit} cannot be meant, nor printed</source>
        <translation>数值超过 {limit}，不可能属实，也无法打印</translation>
    </message>
    <message id="schema.problem.beyond-text">
        <source>the text is longer than {limit} characters</source>
        <translation>文字超过 {limit} 个字符</translation>
    </message>
    <message id="schema.problem.bool_parsing">
        <source>must be true or false</source>
        <translation>须为 true 或 false</translation>
    </message>
    <message id="schema.problem.bool_type">
        <source>must be true or false</source>
        <translation>须为 true 或 false</translation>
    </message>
    <message id="schema.problem.condition">
        <source>needs a list for in, an answer for is, no value for unknown, and a number for the others ({name} {relation})</source>
        <translation>中 in 须配列表，is 须配选项，unknown 不配值，其余须配数字（{name} {relation}）</translation>
    </message>
    <message id="schema.problem.covariance-form">
        <source>needs an intercept, and {size} rows and columns of a covariance</source>
        <translation>须有 intercept，并为 {size} 行 {size} 列的协方差矩阵</translation>
    </message>
    <message id="schema.problem.cover-minutes">
        <source>must be from 1 to {limit} minutes</source>
        <translation>须为 1 至 {limit} 分钟</translation>
    </message>
    <message id="schema.problem.cuts-order">
        <source>needs cuts that ascend ({predictor})</source>
        <translation>中 {predictor} 的 cuts 须递增</translation>
    </message>
    <message id="schema.problem.dataclass_type">
        <source>must be an object with named fields</source>
        <translation>须为由字段组成的对象</translation>
    </message>
    <message id="schema.problem.dict_type">
        <source>must be a table</source>
        <translation>须为表</translation>
    </message>
    <message id="schema.problem.empty-text">
        <source>must not be empty</source>
        <translation>不得为空</translation>
    </message>
    <message id="schema.problem.extra_forbidden">
        <source>is not known; check its spelling</source>
        <translation>未知；请检查拼写</translation>
    </message>
    <message id="schema.problem.finite_number">
        <source>must be a finite number</source>
        <translation>须为有限数值</translation>
    </message>
    <message id="schema.problem.float_parsing">
        <source>must be a number</source>
        <translation>须为数字</translation>
    </message>
    <message id="schema.problem.float_type">
        <source>must be a number</source>
        <translation>须为数字</translation>
    </message>
    <message id="schema.problem.greater_than">
        <source>must be more than {gt}</source>
        <translation>须大于 {gt}</translation>
    </message>
    <message id="schema.problem.greater_than_equal">
        <source>must be {ge} or more</source>
        <translation>须不小于 {ge}</translation>
    </message>
    <message id="schema.problem.held-out-figures">
        <source>has an AUC or a capacity that its own scores do not give</source>
        <translation>的 AUC 或比例与其自身分值不符</translation>
    </message>
    <message id="schema.problem.held-out-fit">
        <source>belongs to a trained model: it needs an intercept</source>
        <translation>仅用于训练所得模型：须有 intercept</translation>
    </message>
    <message id="schema.problem.held-out-form">
        <source>needs as many events and others as scores, scores that ascend, and at least one patient with and one without the event</source>
        <translation>中 events、others 须与 scores 等长，scores 递增，且有、无事件的患者各至少一例</translation>
    </message>
    <message id="schema.problem.image-age">
        <source>needs a whole number of days from 0 to {limit}</source>
        <translation>须为 0 至 {limit} 的整数天数</translation>
    </message>
    <message id="schema.problem.int_from_float">
        <source>must be a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message id="schema.problem.int_parsing">
        <source>must be a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message id="schema.problem.int_parsing_size">
        <source>is too large a number</source>
        <translation>数值过大</translation>
    </message>
    <message id="schema.problem.int_type">
        <source>must be a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message id="schema.problem.intercept-form">
        <source>needs trained_prevalence, and no modules beside it</source>
        <translation>须同时给出 trained_prevalence，且不得有 modules</translation>
    </message>
    <message id="schema.problem.interval-ends">
        <source>an interval needs both ends: formula_low and formula_high</source>
        <translation>区间须同时给出两端：formula_low 与 formula_high</translation>
    </message>
    <message id="schema.problem.less_than_equal">
        <source>must be {le} or less</source>
        <translation>须不大于 {le}</translation>
    </message>
    <message id="schema.problem.list_type">
        <source>must be a list</source>
        <translation>须为列表</translation>
    </message>
    <message id="schema.problem.literal_error">
        <source>must be one of: {expected}</source>
        <translation>须为以下之一：{expected}</translation>
    </message>
    <message id="schema.problem.measured">
        <source>needs a value between low and high, all from 0 to 1</source>
        <translation>的数值须介于 low 与 high 之间，且均为 0 至 1</translation>
    </message>
    <message id="schema.problem.missing">
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message id="schema.problem.model_attributes_type">
        <source>must be an object with named fields</source>
        <translation>须为由字段组成的对象</translation>
    </message>
    <message id="schema.problem.named-twice">
        <source>has "{name}" twice</source>
        <translation>中“{name}”重复</translation>
    </message>
    <message id="schema.problem.odds-ratio-interval">
        <source>needs one of: low and high, p_value, significant_only ({predictor})</source>
        <translation>中 {predictor} 须给出 low 与 high、p_value、significant_only 之一</translation>
    </message>
    <message id="schema.problem.odds-ratio-outside">
        <source>needs an odds ratio between low and high, all above 0 ({predictor})</source>
        <translation>中 {predictor} 的比值比须介于 low 与 high 之间，且均大于 0</translation>
    </message>
    <message id="schema.problem.odds-ratio-positive">
        <source>needs an odds ratio above 0 ({predictor})</source>
        <translation>中 {predictor} 的比值比须大于 0</translation>
    </message>
    <message id="schema.problem.placeholder">
        <source>has a placeholder without a value, {placeholder}; known here: {known}</source>
        <translation>含有无对应数值的占位符 {placeholder}；此处可用：{known}</translation>
    </message>
    <message id="schema.problem.placeholder-form">
        <source>has a brace without its other half; write a brace that is meant as such twice</source>
        <translation>中花括号不成对；作为普通字符使用时请写两次</translation>
    </message>
    <message id="schema.problem.points-count">
        <source>needs one more points than cuts ({predictor})</source>
        <translation>中 {predictor} 的 points 须比 cuts 多一个</translation>
    </message>
    <message id="schema.problem.points-form">
        <source>needs points by answer, or cuts and points ({predictor})</source>
        <translation>中 {predictor} 须按选项给分，或给出 cuts 与 points</translation>
    </message>
    <message id="schema.problem.prevalence-counts">
        <source>needs at least one event, and fewer events than injections</source>
        <translation>中 events 须大于 0 且小于 injections</translation>
    </message>
    <message id="schema.problem.prevalence-form">
        <source>needs either events and injections, or rate</source>
        <translation>须给出 events 与 injections，或仅给出 rate</translation>
    </message>
    <message id="schema.problem.prevalence-rate">
        <source>needs a rate above 0 and below 1 (0.27 % is 0.0027)</source>
        <translation>中 rate 须大于 0 且小于 1（0.27% 应写作 0.0027）</translation>
    </message>
    <message id="schema.problem.recursion_loop">
        <source>refers to itself</source>
        <translation>引用了自身</translation>
    </message>
    <message id="schema.problem.region-bounds">
        <source>the radius must be from 0 to {radius} mm, the centre within {place} mm</source>
        <translation>半径须在 0 至 {radius} mm 之间，中心坐标须在 {place} mm 以内</translation>
    </message>
    <message id="schema.problem.row-length">
        <source>needs {wanted} figures, not {found}</source>
        <translation>须有 {wanted} 个数值，现为 {found} 个</translation>
    </message>
    <message id="schema.problem.schema-earlier">
        <source>is an entry of schema {schema}; state this schema in the manifest</source>
        <translation>属于 schema {schema} 的条目；请在清单中注明该 schema</translation>
    </message>
    <message id="schema.problem.schema-later">
        <source>is {schema}: this pack was made for a later version of Precontrast, and this version reads schemas up to {known}. Install that version</source>
        <translation>为 {schema}：该模型包适用于更新版本的 Precontrast，本版本最高读取 schema {known}。请安装该版本</translation>
    </message>
    <message id="schema.problem.shares-sum">
        <source>needs shares from 0 to 1 that sum to 1 ({predictor})</source>
        <translation>中 {predictor} 的占比须在 0 至 1 之间且合计为 1</translation>
    </message>
    <message id="schema.problem.slices-order">
        <source>needs places that ascend</source>
        <translation>中各位置须递增</translation>
    </message>
    <message id="schema.problem.spread-positive">
        <source>needs a standard deviation above 0 ({predictor})</source>
        <translation>中 {predictor} 的标准差须大于 0</translation>
    </message>
    <message id="schema.problem.step-predictor">
        <source>comes from the images, so it is a number that is neither asked, derived nor changed ({predictor})</source>
        <translation>中 {predictor} 由影像得出，须为数字，且不得设置 dicom、derive 或 modifiable</translation>
    </message>
    <message id="schema.problem.string_pattern_mismatch">
        <source>does not have the required form</source>
        <translation>格式不符合要求</translation>
    </message>
    <message id="schema.problem.string_too_long">
        <source>may have at most {max_length} characters</source>
        <translation>最多 {max_length} 个字符</translation>
    </message>
    <message id="schema.problem.string_type">
        <source>must be text</source>
        <translation>须为文本</translation>
    </message>
    <message id="schema.problem.string_unicode">
        <source>must be text without half characters</source>
        <translation>须为不含残缺字符的文本</translation>
    </message>
    <message id="schema.problem.support-form">
        <source>needs one coefficient for each support vector, and {inputs} values in each; there are {coefficients} coefficients</source>
        <translation>中每个支持向量须有一个系数（dual）和 {inputs} 个取值；现有 {coefficients} 个系数</translation>
    </message>
    <message id="schema.problem.support-kernel">
        <source>does not fit the kernel of the step, which is “{expected}”: gamma belongs to rbf and to nothing else</source>
        <translation>与步骤的核函数“{expected}”不符：仅 rbf 核须有 gamma</translation>
    </message>
    <message id="schema.problem.tiers">
        <source>must give "times" for each tier, from how many times the average risk on it begins: falling from the highest (at least {highest:g}) to the lowest (0), those between at least {raised:g}</source>
        <translation>须为每个等级给出 times（自平均风险的多少倍起）：由最高（至少 {highest:g}）递减至最低（0），中间等级至少 {raised:g}</translation>
    </message>
    <message id="schema.problem.too_long">
        <source>may have at most {max_length} entries</source>
        <translation>最多 {max_length} 项</translation>
    </message>
    <message id="schema.problem.too_short">
        <source>needs at least {min_length} entries</source>
        <translation>至少需要 {min_length} 项</translation>
    </message>
    <message id="schema.problem.training-by">
        <source>must say who decided it</source>
        <translation>须写明批准者</translation>
    </message>
    <message id="schema.problem.training-since">
        <source>must be a day, such as 2026-01-31</source>
        <translation>须为日期，例如 2026-01-31</translation>
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
    <message id="schema.problem.value_error">
        <source>is not valid ({problem})</source>
        <translation>无效（{problem}）</translation>
    </message>
    <message id="schema.problem.window-order">
        <source>needs windows from the lower to the higher density</source>
        <translation>中各窗须由低到高</translation>
    </message>
    <message id="self-test.audit-log">
        <source>temporary log</source>
        <translation>临时日志</translation>
    </message>
    <message id="self-test.broken">
        <source>{detail}; reinstall the program, and if it happens again send this line to your technical support</source>
        <translation>{detail}；请重新安装程序；若再次出现，请将本行发给技术支持人员</translation>
    </message>
    <message id="self-test.copies">
        <source>copies from before an upgrade: {names} (delete them when you will not go back)</source>
        <translation>升级前的副本：{names}（确定不再回退后请删除）</translation>
    </message>
    <message id="self-test.decoder">
        <source>test images are not read correctly: {detail}; reinstall the program</source>
        <translation>测试图像读取有误：{detail}；请重新安装程序</translation>
    </message>
    <message id="self-test.difference">
        <source>{figure}: {expected} expected, {found} found</source>
        <translation>{figure}：预期 {expected}，实得 {found}</translation>
    </message>
    <message id="self-test.differs">
        <source>the result differs from the expected one: {differences}; delete the folder of compiled models, {folder}, and test again; if it still differs, do not use this engine (Tools &gt; Settings, or --engine), update the graphics driver, or reinstall the program</source>
        <translation>结果与应得结果不符：{differences}；请删除已编译模型文件夹 {folder} 后重新自检；若仍不符，请勿使用该引擎（工具 &gt; 设置，或 --engine），更新显卡驱动，或重新安装程序</translation>
    </message>
    <message id="self-test.differs-without-model">
        <source>the result differs from the expected one: {differences}; the pack runs no model, so its formulas and its golden case contradict each other, or the program was changed: correct the pack, or reinstall the program</source>
        <translation>结果与应得结果不符：{differences}；该模型包不运行网络模型，因此其公式与标准用例互相矛盾，或程序已被改动：请更正模型包，或重新安装程序</translation>
    </message>
    <message id="self-test.from-source">
        <source>run from source</source>
        <translation>源代码运行</translation>
    </message>
    <message id="self-test.glyphs">
        <source>{count} {count:character|characters}, Latin and Chinese</source>
        <translation>{count} 个字符，含西文与中文</translation>
    </message>
    <message id="self-test.images">
        <source>test images</source>
        <translation>测试图像</translation>
    </message>
    <message id="self-test.installed">
        <source>installed program</source>
        <translation>安装版</translation>
    </message>
    <message id="self-test.network-used">
        <source>sockets were used ({used}); the program itself uses none: find out which software on this computer changes it</source>
        <translation>使用了套接字（{used}）；程序本身不使用网络，请查明本机何种软件改动了它</translation>
    </message>
    <message id="self-test.no-device">
        <source>{engine} finds no device on this computer; reinstall the program</source>
        <translation>{engine} 在本机未找到可用设备；请重新安装程序</translation>
    </message>
    <message id="self-test.no-fonts">
        <source>the report's fonts are not embedded; reinstall the program</source>
        <translation>报告未嵌入字体；请重新安装程序</translation>
    </message>
    <message id="self-test.no-glyph">
        <source>no glyph for {count} {count:character|characters}: {characters}; reinstall the program, or a pack without them</source>
        <translation>{count} 个字符无字形：{characters}；请重新安装程序，或改用不含这些字符的模型包</translation>
    </message>
    <message id="self-test.no-network">
        <source>none was used</source>
        <translation>未使用</translation>
    </message>
    <message id="self-test.no-pack">
        <source>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</source>
        <translation>没有可用的模型包：结果与报告均无法检查；请安装已签名的模型包（precontrast packs install）</translation>
    </message>
    <message id="self-test.no-store">
        <source>none yet; it is made with the first case</source>
        <translation>尚未建立；保存第一个病例时建立</translation>
    </message>
    <message id="self-test.not-kept">
        <source>a stored case reads back differently; reinstall the program, and check the disk</source>
        <translation>读出的病例与写入的不一致；请重新安装程序，并检查磁盘</translation>
    </message>
    <message id="self-test.not-logged">
        <source>an entry does not verify, or a change of it goes unnoticed; reinstall the program</source>
        <translation>记录未通过验证，或改动未被发现；请重新安装程序</translation>
    </message>
    <message id="self-test.not-shared">
        <source>too little shared memory: images are copied, which takes longer; enlarge /dev/shm</source>
        <translation>共享内存不足：图像改为复制，用时较长；请增大 /dev/shm</translation>
    </message>
    <message id="self-test.other-engine">
        <source>another engine had to run it: {detail}; update the driver of the device, or choose another engine (Tools &gt; Settings)</source>
        <translation>改由其他引擎运行：{detail}；请更新该设备的驱动程序，或选择其他引擎（工具 &gt; 设置）</translation>
    </message>
    <message id="self-test.own-store">
        <source>your store</source>
        <translation>您的病例库</translation>
    </message>
    <message id="self-test.place-kept">
        <source>{path}, read only</source>
        <translation>{path}，只读</translation>
    </message>
    <message id="self-test.place-later">
        <source>{path}, made when it is first needed</source>
        <translation>{path}，首次使用时建立</translation>
    </message>
    <message id="self-test.place-none">
        <source>{path}, not there: nothing is set for everyone</source>
        <translation>{path} 不存在：未作全机设置</translation>
    </message>
    <message id="self-test.place-open">
        <source>{path} can be changed by every user; an administrator must take away the right to write there, for its keys and packs are trusted by everyone</source>
        <translation>{path} 可被任何用户更改；其中的密钥和模型包为所有用户所信任，请由管理员取消普通用户的写入权限</translation>
    </message>
    <message id="self-test.place-unreadable">
        <source>{path} cannot be read; an administrator must let everyone read it</source>
        <translation>{path} 无法读取；请由管理员授予所有用户读取权限</translation>
    </message>
    <message id="self-test.place-unwritable">
        <source>{path} cannot be written; give this user the right to write there, free some space, or name another folder by PRECONTRAST_HOME</source>
        <translation>{path} 无法写入；请授予当前用户写入权限、清理磁盘空间，或用 PRECONTRAST_HOME 指定其他文件夹</translation>
    </message>
    <message id="self-test.place-writable">
        <source>{path}, writable</source>
        <translation>{path}，可写</translation>
    </message>
    <message id="self-test.place.cache">
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message id="self-test.place.cases">
        <source>cases</source>
        <translation>病例</translation>
    </message>
    <message id="self-test.place.machine">
        <source>this computer</source>
        <translation>本机配置</translation>
    </message>
    <message id="self-test.place.packs">
        <source>packs</source>
        <translation>模型包</translation>
    </message>
    <message id="self-test.place.program">
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message id="self-test.place.settings">
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message id="self-test.radiomics">
        <source>{count} features of IBSI's digital phantom are as published</source>
        <translation>IBSI 数字体模的 {count} 项特征与公布值一致</translation>
    </message>
    <message id="self-test.radiomics-differs">
        <source>{count} features of IBSI's digital phantom are not as published, such as {name}: {found} instead of {wanted}. Install the program again.</source>
        <translation>IBSI 数字体模有 {count} 项特征与公布值不符，例如 {name}：{found}，应为 {wanted}。请重新安装程序。</translation>
    </message>
    <message id="self-test.shared">
        <source>through shared memory</source>
        <translation>通过共享内存</translation>
    </message>
    <message id="self-test.store">
        <source>version {version}, {count} {count:case|cases}</source>
        <translation>版本 {version}，{count} 个病例</translation>
    </message>
    <message id="self-test.store-outdated">
        <source>version {version}, {count} {count:case|cases}; it is brought to this version, and a copy kept, when it is next opened</source>
        <translation>版本 {version}，{count} 个病例；下次打开时升级到当前版本，并保留副本</translation>
    </message>
    <message id="self-test.system">
        <source>system</source>
        <translation>操作系统</translation>
    </message>
    <message id="self-test.worker-differs">
        <source>the worker process gives another result; reinstall the program</source>
        <translation>计算进程给出的结果不同；请重新安装程序</translation>
    </message>
    <message id="sign.black-hole">
        <source>Black hole sign</source>
        <translation>黑洞征</translation>
    </message>
    <message id="sign.blend">
        <source>Blend sign</source>
        <translation>混合征</translation>
    </message>
    <message id="sign.figure.above-brain">
        <source>darkest part differs from brain by {value} HU</source>
        <translation>密度最低处与脑实质相差 {value} HU</translation>
    </message>
    <message id="sign.figure.category">
        <source>category {value} of 5</source>
        <translation>5 级中第 {value} 级</translation>
    </message>
    <message id="sign.figure.chance">
        <source>network's probability {value}</source>
        <translation>网络概率 {value}</translation>
    </message>
    <message id="sign.figure.darker">
        <source>an enclosed spot is darker by {value} HU</source>
        <translation>被包绕的低密度灶密度低 {value} HU</translation>
    </message>
    <message id="sign.figure.difference">
        <source>the parts differ by {value} HU</source>
        <translation>两部分密度差 {value} HU</translation>
    </message>
    <message id="sign.figure.filled-share">
        <source>fills {value} of its convex hull</source>
        <translation>占其凸包面积的比例 {value}</translation>
    </message>
    <message id="sign.figure.foci-count">
        <source>{value} darker foci</source>
        <translation>低密度灶 {value} 处</translation>
    </message>
    <message id="sign.figure.open-share">
        <source>{value} of the dark part's border is not enclosed</source>
        <translation>低密度部分边缘未被包绕的比例 {value}</translation>
    </message>
    <message id="sign.figure.part-share">
        <source>the dark part takes up {value} of the slice</source>
        <translation>低密度部分占该层面的比例 {value}</translation>
    </message>
    <message id="sign.figure.seam">
        <source>by {value} HU at their border</source>
        <translation>交界处密度差 {value} HU</translation>
    </message>
    <message id="sign.figure.separate-count">
        <source>{value} separate small haematomas</source>
        <translation>分离小血肿 {value} 个</translation>
    </message>
    <message id="sign.figure.slices-count">
        <source>as dark as brain in {value} contiguous 5-mm slices</source>
        <translation>连续 {value} 层（5 mm）密度不高于脑实质</translation>
    </message>
    <message id="sign.figure.with-buds-count">
        <source>{value} including connected ones</source>
        <translation>含相连者共 {value} 个</translation>
    </message>
    <message id="sign.heterogeneous">
        <source>Heterogeneous density</source>
        <translation>密度不均</translation>
    </message>
    <message id="sign.irregular">
        <source>Irregular shape</source>
        <translation>形态不规则</translation>
    </message>
    <message id="sign.island">
        <source>Island sign</source>
        <translation>岛征</translation>
    </message>
    <message id="sign.reason.no-brain">
        <source>too little brain around it for comparison</source>
        <translation>周围脑实质过少，无法比较</translation>
    </message>
    <message id="sign.reason.noisy">
        <source>images too noisy</source>
        <translation>噪声过大，无法判断</translation>
    </message>
    <message id="sign.reason.thick-slices">
        <source>slices thicker than 6 mm</source>
        <translation>层厚超过 6 mm</translation>
    </message>
    <message id="sign.reason.too-small">
        <source>haematoma too small</source>
        <translation>血肿过小，无法判断</translation>
    </message>
    <message id="sign.swirl">
        <source>Swirl sign</source>
        <translation>漩涡征</translation>
    </message>
    <message id="signs.differ">
        <source>Rule and network disagree: check the images.</source>
        <translation>规则与网络判断不一致：请核对图像。</translation>
    </message>
    <message id="signs.in-slice">
        <source>Slice {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message id="signs.needed">
        <source>{figure} (needed: {limit})</source>
        <translation>{figure}（界值 {limit}）</translation>
    </message>
    <message id="signs.network">
        <source>Network</source>
        <translation>网络判断</translation>
    </message>
    <message id="signs.not-seen">
        <source>absent</source>
        <translation>无</translation>
    </message>
    <message id="signs.note">
        <source>Computed by rules from the contour and the densities in slices of about 5 mm. Check each sign in the images. Where it is absent, the slice is the one that comes closest.</source>
        <translation>由轮廓与密度按规则计算，层厚约 5 mm。请在图像上核对每个征象。判为“无”时，所列层面为最接近者。</translation>
    </message>
    <message id="signs.note-both">
        <source>The rules use the contour and the densities in slices of about 5 mm; the network was trained on readers' assessments. Where they disagree (▲), check the images.</source>
        <translation>规则由轮廓与密度计算，层厚约 5 mm；网络由阅片者的判读训练而成。两者不一致（▲）时，请核对图像。</translation>
    </message>
    <message id="signs.rests-on">
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message id="signs.rule">
        <source>Rule</source>
        <translation>规则判断</translation>
    </message>
    <message id="signs.seen">
        <source>present</source>
        <translation>有</translation>
    </message>
    <message id="signs.show">
        <source>Show the slice</source>
        <translation>显示该层面</translation>
    </message>
    <message id="signs.sign">
        <source>Sign</source>
        <translation>征象</translation>
    </message>
    <message id="signs.slice">
        <source>Slice</source>
        <translation>层面</translation>
    </message>
    <message id="signs.source">
        <source>Source of the rule</source>
        <translation>规则来源</translation>
    </message>
    <message id="signs.unknown">
        <source>cannot be determined</source>
        <translation>无法判断</translation>
    </message>
    <message id="span.days">
        <source>{count} {count:day|days}</source>
        <translation>{count} 天</translation>
    </message>
    <message id="span.months">
        <source>{count} {count:month|months}</source>
        <translation>{count} 个月</translation>
    </message>
    <message id="span.years">
        <source>{count} {count:year|years}</source>
        <translation>{count} 年</translation>
    </message>
    <message id="status-note.simulation-trained">
        <source>Trained on simulations: no clinical validity is claimed.</source>
        <translation>以仿真数据训练，不声称任何临床有效性。</translation>
    </message>
    <message id="status-note.simulation-trained-networks">
        <source>Simulation-trained contours; published odds. No clinical validity.</source>
        <translation>轮廓由仿真训练的网络勾画；风险依据已发表比值比；无临床有效性。</translation>
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
    <message id="systems.answers">
        <source>form only</source>
        <translation>仅需填表</translation>
    </message>
    <message id="systems.anywhere">
        <source>Any part of the body</source>
        <translation>不限部位</translation>
    </message>
    <message id="systems.checking">
        <source>Checking the packs …</source>
        <translation>正在校验模型包…</translation>
    </message>
    <message id="systems.images">
        <source>{modality} images</source>
        <translation>{modality} 图像</translation>
    </message>
    <message id="systems.images-or-answers">
        <source>{modality} images or form</source>
        <translation>{modality} 图像或填表</translation>
    </message>
    <message id="systems.none">
        <source>No pack can be used. Tools &gt; Packs says why.</source>
        <translation>没有可用的模型包，原因见“工具 &gt; 模型包”。</translation>
    </message>
    <message id="systems.none-found">
        <source>Nothing is found.</source>
        <translation>未找到评估项目。</translation>
    </message>
    <message id="systems.search">
        <source>Search by name or body region</source>
        <translation>按名称或部位搜索</translation>
    </message>
    <message id="systems.title">
        <source>What to assess</source>
        <translation>评估项目</translation>
    </message>
    <message id="systems.without-images">
        <source>Without images</source>
        <translation>无需图像</translation>
    </message>
    <message id="tier.meaning">
        <source>this tier holds {people} % of patients and {events} % of events</source>
        <translation>本等级含 {people}% 的患者与 {events}% 的事件</translation>
    </message>
    <message id="tier.rate">
        <source>; {count} of {total} in it have the event</source>
        <translation>；其中每 {total} 例约 {count} 例发生</translation>
    </message>
    <message id="training.written">
        <source>Corrected contours and their row of cohort.csv written to {path}</source>
        <translation>已将修改过的轮廓及其 cohort.csv 行写入 {path}</translation>
    </message>
    <message id="ui.about.column-licence">
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message id="ui.about.column-name">
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message id="ui.about.column-version">
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message id="ui.about.components-intro">
        <source>Precontrast runs on the work of others. Choose a line to read its licence.</source>
        <translation>Precontrast 建立在他人的成果之上。选择一行可阅读其许可证。</translation>
    </message>
    <message id="ui.about.how">
        <source>All that the program knows of a risk is in a pack: a signed folder with models, coefficients, form, tiers, wording and evidence. The source of each number is given in the pack and on every report.</source>
        <translation>关于某一风险的全部知识都在一个模型包中：一个经签名的文件夹，包含模型、系数、表单、分级、措辞与证据。每个数值的依据均写明在模型包与每份报告中。</translation>
    </message>
    <message id="ui.about.licence-text">
        <source>Licence text</source>
        <translation>许可证全文</translation>
    </message>
    <message id="ui.about.no-licence-text">
        <source>{name} states its licence as “{licence}” and carries no text of it.</source>
        <translation>{name} 声明其许可证为“{licence}”，未附许可证全文。</translation>
    </message>
    <message id="ui.about.offline">
        <source>Everything runs on this computer. Nothing is sent anywhere.</source>
        <translation>所有计算均在本机完成，不向任何地方发送数据。</translation>
    </message>
    <message id="ui.about.research">
        <source>RESEARCH USE ONLY. The bundled models are demonstrations; no clinical validity is claimed.</source>
        <translation>仅供科研，不作为临床诊断依据。内置模型仅作演示，不声称任何临床有效性。</translation>
    </message>
    <message id="ui.about.tab-about">
        <source>What it is</source>
        <translation>简介</translation>
    </message>
    <message id="ui.about.tab-components">
        <source>Components and licences</source>
        <translation>组件与许可证</translation>
    </message>
    <message id="ui.about.title">
        <source>About Precontrast</source>
        <translation>关于 Precontrast</translation>
    </message>
    <message id="ui.about.version">
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message id="ui.about.what">
        <source>Precontrast answers clinical questions from a patient's local images and from what the console knows. What it answers is stated by signed packs: each names the event or figure that it gives, the images that it needs and the sources that it rests on. Images are first checked for whether they are fit for purpose; then structures in them are found and measured.</source>
        <translation>Precontrast 根据患者的本院影像与操作台掌握的信息回答临床问题。可回答的问题由已签名的模型包规定：每个模型包写明其给出的事件或数值、所需影像及依据来源。程序先检查影像是否合格，再找到并测量其中的结构。</translation>
    </message>
    <message id="ui.action.about">
        <source>&amp;About Precontrast</source>
        <translation>关于 Precontrast(&amp;A)</translation>
    </message>
    <message id="ui.action.again">
        <source>Screen &amp;again</source>
        <translation>重新评估(&amp;A)</translation>
    </message>
    <message id="ui.action.audit">
        <source>&amp;Audit log …</source>
        <translation>审计日志(&amp;A)…</translation>
    </message>
    <message id="ui.action.cases">
        <source>&amp;Cases …</source>
        <translation>病例库(&amp;C)…</translation>
    </message>
    <message id="ui.action.close">
        <source>Close c&amp;ase</source>
        <translation>关闭病例(&amp;A)</translation>
    </message>
    <message id="ui.action.copy">
        <source>&amp;Copy the result as text</source>
        <translation>将结果复制为文本(&amp;C)</translation>
    </message>
    <message id="ui.action.demo">
        <source>&amp;Demonstration study</source>
        <translation>演示检查(&amp;D)</translation>
    </message>
    <message id="ui.action.encryption">
        <source>&amp;Encryption of stored cases…</source>
        <translation>病例库加密(&amp;E)…</translation>
    </message>
    <message id="ui.action.form">
        <source>&amp;New without images</source>
        <translation>无图像新建(&amp;N)</translation>
    </message>
    <message id="ui.action.full-screen">
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message id="ui.action.guide">
        <source>&amp;Guided first start</source>
        <translation>新手引导(&amp;G)</translation>
    </message>
    <message id="ui.action.language-en">
        <source>English</source>
        <translation>English</translation>
    </message>
    <message id="ui.action.language-zh">
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message id="ui.action.masks">
        <source>Sa&amp;ve contours…</source>
        <translation>保存轮廓(&amp;M)…</translation>
    </message>
    <message id="ui.action.next-case">
        <source>Next open case</source>
        <translation>下一个打开的病例</translation>
    </message>
    <message id="ui.action.next-part">
        <source>Next part of the window</source>
        <translation>下一区域</translation>
    </message>
    <message id="ui.action.open-files">
        <source>&amp;Open files …</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message id="ui.action.open-folder">
        <source>Open &amp;folder …</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message id="ui.action.open-mask">
        <source>Open a mask file…</source>
        <translation>打开掩膜文件…</translation>
    </message>
    <message id="ui.action.outcome">
        <source>&amp;What happened afterwards …</source>
        <translation>后续结局(&amp;W)…</translation>
    </message>
    <message id="ui.action.packs">
        <source>&amp;Packs …</source>
        <translation>模型包(&amp;P)…</translation>
    </message>
    <message id="ui.action.panel-form">
        <source>Show or hide the &amp;answers</source>
        <translation>显示或隐藏问答(&amp;A)</translation>
    </message>
    <message id="ui.action.panel-result">
        <source>Show or hide the &amp;result</source>
        <translation>显示或隐藏结果(&amp;R)</translation>
    </message>
    <message id="ui.action.previous-case">
        <source>Previous open case</source>
        <translation>上一个打开的病例</translation>
    </message>
    <message id="ui.action.previous-part">
        <source>Previous part of the window</source>
        <translation>上一区域</translation>
    </message>
    <message id="ui.action.quit">
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message id="ui.action.redo-answer">
        <source>Re&amp;do the answer</source>
        <translation>重做答案(&amp;D)</translation>
    </message>
    <message id="ui.action.report">
        <source>&amp;Report …</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message id="ui.action.series">
        <source>&amp;Series …</source>
        <translation>序列(&amp;S)…</translation>
    </message>
    <message id="ui.action.settings">
        <source>S&amp;ettings …</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message id="ui.action.shortcuts">
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message id="ui.action.site">
        <source>&amp;Site profile …</source>
        <translation>机构配置(&amp;S)…</translation>
    </message>
    <message id="ui.action.stop">
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message id="ui.action.text-larger">
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message id="ui.action.text-smaller">
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message id="ui.action.text-usual">
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message id="ui.action.theme-dark">
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message id="ui.action.theme-light">
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message id="ui.action.theme-system">
        <source>As the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message id="ui.action.training">
        <source>Export for &amp;training…</source>
        <translation>导出用于训练(&amp;T)…</translation>
    </message>
    <message id="ui.action.undo-answer">
        <source>&amp;Undo the last answer</source>
        <translation>撤销上一个答案(&amp;U)</translation>
    </message>
    <message id="ui.action.undo-outcome">
        <source>Undo the recorded outcome</source>
        <translation>撤销已录入的结局</translation>
    </message>
    <message id="ui.action.user-guide">
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message id="ui.audit.export">
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message id="ui.audit.export-title">
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message id="ui.audit.exported">
        <source>Lines written: {count}. The file is {path}.</source>
        <translation>已将 {count} 行写入 {path}。</translation>
    </message>
    <message id="ui.audit.intro">
        <source>Who did what, the newest first. Lines hold identifiers of images and packs; no name and no number of a patient is in them.</source>
        <translation>操作记录，最新的在最前。记录中仅含影像与模型包的标识，不含患者姓名或编号。</translation>
    </message>
    <message id="ui.audit.kind-log">
        <source>Log that can be verified</source>
        <translation>可验证的日志</translation>
    </message>
    <message id="ui.audit.kind-table">
        <source>Table to read</source>
        <translation>供阅读的表格</translation>
    </message>
    <message id="ui.audit.previous">
        <source>SHA-256 of the line before: {digest}</source>
        <translation>上一行的 SHA-256：{digest}</translation>
    </message>
    <message id="ui.audit.title">
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message id="ui.audit.verify">
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message id="ui.browser.back">
        <source>Back to the case</source>
        <translation>返回病例</translation>
    </message>
    <message id="ui.browser.born">
        <source>born {date}</source>
        <translation>出生 {date}</translation>
    </message>
    <message id="ui.browser.choose-examination">
        <source>Several examinations would be suitable</source>
        <translation>有多次检查均适用</translation>
    </message>
    <message id="ui.browser.choose-examination-note">
        <source>Choose the examination that shows the patient as of now, usually the newest. Images of two examinations are never mixed.</source>
        <translation>请选择反映患者目前情况的检查，通常为最近一次。程序绝不混用两次检查的图像。</translation>
    </message>
    <message id="ui.browser.choose-patient">
        <source>These files are of several patients</source>
        <translation>这些文件属于多名患者</translation>
    </message>
    <message id="ui.browser.choose-patient-note">
        <source>Choose the patient whom the result is for. Answers and images of two patients are never mixed.</source>
        <translation>请选择要评估的患者。程序绝不混用两名患者的答案和图像。</translation>
    </message>
    <message id="ui.browser.contrast">
        <source>Contrast agent</source>
        <translation>对比剂</translation>
    </message>
    <message id="ui.browser.examined">
        <source>examined {dates}</source>
        <translation>检查 {dates}</translation>
    </message>
    <message id="ui.browser.kernel">
        <source>Kernel</source>
        <translation>重建核</translation>
    </message>
    <message id="ui.browser.no-images">
        <source>This pack needs no image.</source>
        <translation>此模型包不需要图像。</translation>
    </message>
    <message id="ui.browser.note">
        <source>The marked series is used. Choose another one only with a reason; the report will say so.</source>
        <translation>已标记的序列将被使用。仅在有理由时更换；报告中会注明。</translation>
    </message>
    <message id="ui.browser.number">
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message id="ui.browser.patient">
        <source>{name}  ·  {id}  ·  {born}  ·  {sex}, {age}  ·  {examined}</source>
        <translation>{name}  ·  {id}  ·  {born}  ·  {sex}，{age}  ·  {examined}</translation>
    </message>
    <message id="ui.browser.plane">
        <source>Plane</source>
        <translation>方位</translation>
    </message>
    <message id="ui.browser.reasons">
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message id="ui.browser.series">
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message id="ui.browser.slices">
        <source>Slices</source>
        <translation>层数</translation>
    </message>
    <message id="ui.browser.spacing">
        <source>Spacing</source>
        <translation>层间距</translation>
    </message>
    <message id="ui.browser.study">
        <source>{date}  ·  {title}</source>
        <translation>{date}  ·  {title}</translation>
    </message>
    <message id="ui.browser.take-examination">
        <source>Take this examination</source>
        <translation>选择该检查</translation>
    </message>
    <message id="ui.browser.take-patient">
        <source>Take this patient</source>
        <translation>选择该患者</translation>
    </message>
    <message id="ui.browser.thickness">
        <source>Thickness</source>
        <translation>层厚</translation>
    </message>
    <message id="ui.browser.title">
        <source>Series of this study</source>
        <translation>本次检查的序列</translation>
    </message>
    <message id="ui.browser.untitled">
        <source>(no description)</source>
        <translation>（无描述）</translation>
    </message>
    <message id="ui.browser.use">
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message id="ui.browser.use-series">
        <source>Use this series</source>
        <translation>使用该序列</translation>
    </message>
    <message id="ui.browser.used">
        <source>used</source>
        <translation>使用</translation>
    </message>
    <message id="ui.browser.verdict-could">
        <source>Could be used; another one fits better.</source>
        <translation>可以使用，但另一序列更合适。</translation>
    </message>
    <message id="ui.browser.verdict-unfit">
        <source>Does not fit:</source>
        <translation>不适用：</translation>
    </message>
    <message id="ui.browser.verdict-used">
        <source>This series is used.</source>
        <translation>使用此序列。</translation>
    </message>
    <message id="ui.button.close">
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message id="ui.case.failed">
        <source>Screening failed</source>
        <translation>评估失败</translation>
    </message>
    <message id="ui.case.find-images">
        <source>Find the images …</source>
        <translation>重新指定影像位置…</translation>
    </message>
    <message id="ui.case.home">
        <source>Start</source>
        <translation>首页</translation>
    </message>
    <message id="ui.case.home-tip">
        <source>Back to the start page; the case stays open</source>
        <translation>返回首页；病例保持打开</translation>
    </message>
    <message id="ui.case.let-go">
        <source>The images are not loaded.</source>
        <translation>图像尚未载入。</translation>
    </message>
    <message id="ui.case.no-images">
        <source>This case has no images.</source>
        <translation>此病例没有图像。</translation>
    </message>
    <message id="ui.case.no-name">
        <source>New case</source>
        <translation>新病例</translation>
    </message>
    <message id="ui.case.not-read">
        <source>The images of this stored case have not been read. Result and report are complete without them; to change answers or contours, read them again.</source>
        <translation>此已存病例的图像尚未读取。结果和报告已完整；如需修改答案或轮廓，请重新读取图像。</translation>
    </message>
    <message id="ui.case.open">
        <source>Not screened yet</source>
        <translation>尚未评估</translation>
    </message>
    <message id="ui.case.open-note">
        <source>The last entries were not screened before this case was closed. Choose “Try again” to screen them.</source>
        <translation>关闭此病例时，最后填写的内容尚未评估。点击“重试”进行评估。</translation>
    </message>
    <message id="ui.case.pack">
        <source>Pack</source>
        <translation>模型包</translation>
    </message>
    <message id="ui.case.pack-tip">
        <source>Which risk is assessed</source>
        <translation>评估哪一种风险</translation>
    </message>
    <message id="ui.case.read-images">
        <source>Read the images again</source>
        <translation>重新读取图像</translation>
    </message>
    <message id="ui.case.series">
        <source>Series …</source>
        <translation>序列…</translation>
    </message>
    <message id="ui.case.series-tip">
        <source>Which series is used, and why</source>
        <translation>使用了哪个序列及原因</translation>
    </message>
    <message id="ui.case.stopped">
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message id="ui.case.stopped-note">
        <source>You stopped the screening. Nothing is lost.</source>
        <translation>评估已被您停止，内容没有丢失。</translation>
    </message>
    <message id="ui.cases.all-states">
        <source>all states</source>
        <translation>全部状态</translation>
    </message>
    <message id="ui.cases.column-accession">
        <source>Accession</source>
        <translation>检查号</translation>
    </message>
    <message id="ui.cases.column-created">
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message id="ui.cases.column-edited">
        <source>Contours</source>
        <translation>轮廓</translation>
    </message>
    <message id="ui.cases.column-event">
        <source>Outcome</source>
        <translation>结局</translation>
    </message>
    <message id="ui.cases.column-pack">
        <source>Pack</source>
        <translation>模型包</translation>
    </message>
    <message id="ui.cases.column-patient">
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message id="ui.cases.column-patient-id">
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message id="ui.cases.column-result">
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message id="ui.cases.count">
        <source>Cases found: {count}</source>
        <translation>共 {count} 例</translation>
    </message>
    <message id="ui.cases.delete">
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message id="ui.cases.delete-now">
        <source>Delete permanently</source>
        <translation>永久删除</translation>
    </message>
    <message id="ui.cases.delete-question">
        <source>Delete the case {case} with its report and contours? It cannot be brought back.</source>
        <translation>删除病例 {case} 及其报告与轮廓？删除后无法恢复。</translation>
    </message>
    <message id="ui.cases.deleted">
        <source>Case {case} deleted.</source>
        <translation>病例 {case} 已删除。</translation>
    </message>
    <message id="ui.cases.edited">
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message id="ui.cases.entered">
        <source>entered</source>
        <translation>已录入</translation>
    </message>
    <message id="ui.cases.event">
        <source>What happened…</source>
        <translation>录入结局…</translation>
    </message>
    <message id="ui.cases.export">
        <source>Export outcomes</source>
        <translation>导出结局</translation>
    </message>
    <message id="ui.cases.export-hint">
        <source>A table of predictions and outcomes without names, for recalibrating a pack</source>
        <translation>不含姓名的预测与结局表，用于重新校准模型包</translation>
    </message>
    <message id="ui.cases.export-kind">
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message id="ui.cases.export-none">
        <source>No case has a predicted risk yet</source>
        <translation>尚无给出风险的病例</translation>
    </message>
    <message id="ui.cases.export-of">
        <source>{pack} (cases: {count})</source>
        <translation>{pack}（{count} 例）</translation>
    </message>
    <message id="ui.cases.export-title">
        <source>Export outcomes for recalibration</source>
        <translation>导出结局（用于重新校准）</translation>
    </message>
    <message id="ui.cases.exported">
        <source>Cases written: {count}, {known} of them with a known outcome. The table is {path}.</source>
        <translation>已将 {count} 例（其中 {known} 例结局已知）写入 {path}。</translation>
    </message>
    <message id="ui.cases.find">
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message id="ui.cases.find-hint">
        <source>name, patient ID, accession or date</source>
        <translation>姓名、患者编号、检查号或日期</translation>
    </message>
    <message id="ui.cases.first">
        <source>Cases changed last: {count}. Type more to find others.</source>
        <translation>显示最近更改的 {count} 例；如需查找其他病例，请输入更多内容。</translation>
    </message>
    <message id="ui.cases.none">
        <source>No cases yet. Each study that is screened is kept here and can be opened again without its images.</source>
        <translation>尚无病例。每次筛查的病例都保存在此，无需影像即可重新打开。</translation>
    </message>
    <message id="ui.cases.not-found">
        <source>No case matches all of the search text. Try a part of the name or number, or another state.</source>
        <translation>没有符合全部条件的病例。请尝试姓名或编号的一部分，或更换状态。</translation>
    </message>
    <message id="ui.cases.open">
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message id="ui.cases.recorded">
        <source>Outcome of {case} recorded.</source>
        <translation>{case} 的结局已录入。</translation>
    </message>
    <message id="ui.cases.state">
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message id="ui.cases.title">
        <source>Cases</source>
        <translation>病例</translation>
    </message>
    <message id="ui.cases.tooltip">
        <source>Study of {study}; last changed {changed}</source>
        <translation>检查日期 {study}；最后更改 {changed}</translation>
    </message>
    <message id="ui.cases.undo-event">
        <source>Undo the outcome</source>
        <translation>撤销结局</translation>
    </message>
    <message id="ui.copied">
        <source>The result is on the clipboard.</source>
        <translation>结果已复制到剪贴板。</translation>
    </message>
    <message id="ui.cover.go-on">
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message id="ui.cover.note">
        <source>This is not a password. Whoever leaves the room locks the computer.</source>
        <translation>此处不是密码保护。离开时请锁定计算机。</translation>
    </message>
    <message id="ui.cover.title">
        <source>Covered after a time without use</source>
        <translation>因长时间无操作，内容已遮盖</translation>
    </message>
    <message id="ui.cover.who">
        <source>Who continues? The name is recorded in the audit log and offered for signatures.</source>
        <translation>由谁继续使用？姓名将记入审计日志，并在签字时预填。</translation>
    </message>
    <message id="ui.demo.making">
        <source>Making the demonstration study …</source>
        <translation>正在生成演示检查…</translation>
    </message>
    <message id="ui.dialog.cancel">
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message id="ui.dialog.close">
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message id="ui.dialog.save">
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message id="ui.drop.open">
        <source>Let go to open the study</source>
        <translation>松开即可打开该检查</translation>
    </message>
    <message id="ui.edit.unnamed">
        <source>user of this computer</source>
        <translation>本机用户</translation>
    </message>
    <message id="ui.encryption.copy">
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message id="ui.encryption.decrypt">
        <source>Store unencrypted</source>
        <translation>取消加密</translation>
    </message>
    <message id="ui.encryption.encrypt">
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message id="ui.encryption.key">
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message id="ui.encryption.key-note">
        <source>Write this key down now: the window does not show it again. It opens the cases on another computer, or after the keychain was lost (precontrast cases recover).</source>
        <translation>请立即抄录此密钥，窗口不会再次显示。更换计算机或钥匙串丢失后，可用它重新打开病例库（precontrast cases recover）。</translation>
    </message>
    <message id="ui.encryption.off">
        <source>The stored cases are not encrypted.</source>
        <translation>病例库未加密。</translation>
    </message>
    <message id="ui.encryption.on">
        <source>The stored cases are encrypted.</source>
        <translation>病例库已加密。</translation>
    </message>
    <message id="ui.encryption.steps-off">
        <source>Whoever can read the file of the case store can read names, answers, results and contours. Encryption seals each of them under a key that lies in the keychain of this user; in daily work nothing changes.</source>
        <translation>能读取病例库文件的人即可看到姓名、填写内容、结果和轮廓。加密后，这些内容以密钥封存，密钥存放在当前用户的系统钥匙串中；日常使用不受影响。</translation>
    </message>
    <message id="ui.encryption.steps-on">
        <source>Names, answers, results and contours can be read only with the key in the keychain of this user, or with the recovery key that was written down.</source>
        <translation>姓名、填写内容、结果和轮廓只能用当前用户系统钥匙串中的密钥或已抄录的恢复密钥读取。</translation>
    </message>
    <message id="ui.encryption.title">
        <source>Encryption of stored cases</source>
        <translation>病例库加密</translation>
    </message>
    <message id="ui.encryption.warning-off">
        <source>The recovery key is shown once, to be written down and locked away. Without keychain and key nobody can ever read the cases again. Backups made before stay readable. Close other windows of the program first; once begun, it runs to its end.</source>
        <translation>恢复密钥只显示一次，请抄录并妥善保管。钥匙串和恢复密钥均丢失时，任何人都无法再读取病例。此前的备份仍可读取。请先关闭本程序的其他窗口；开始后不能中途停止。</translation>
    </message>
    <message id="ui.encryption.warning-on">
        <source>To store the cases unencrypted takes their key out of the keychain: whoever can read the file can then read the patients' names again.</source>
        <translation>取消加密会将密钥从钥匙串中移除，此后能读取病例库文件的人即可看到患者姓名。</translation>
    </message>
    <message id="ui.encryption.working">
        <source>Every stored case is being rewritten. Please wait.</source>
        <translation>正在改写全部病例，请稍候。</translation>
    </message>
    <message id="ui.encryption.written">
        <source>I have written the key down; it is kept away from this computer</source>
        <translation>已抄录密钥，并与本计算机分开保管</translation>
    </message>
    <message id="ui.event.agent">
        <source>Contrast agent</source>
        <translation>对比剂</translation>
    </message>
    <message id="ui.event.follow-up">
        <source>Follow-up</source>
        <translation>随访</translation>
    </message>
    <message id="ui.event.future">
        <source>This time is in the future. Please check date and time.</source>
        <translation>该时间尚未到来。请核对日期与时间。</translation>
    </message>
    <message id="ui.event.happened">
        <source>Did the event happen?</source>
        <translation>是否发生</translation>
    </message>
    <message id="ui.event.happened-no">
        <source>No</source>
        <translation>否</translation>
    </message>
    <message id="ui.event.happened-unknown">
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message id="ui.event.happened-yes">
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message id="ui.event.intro">
        <source>Leave empty what is not known.</source>
        <translation>不了解的项目可留空。</translation>
    </message>
    <message id="ui.event.note">
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message id="ui.event.recorded-at">
        <source>Recorded at</source>
        <translation>记录时间</translation>
    </message>
    <message id="ui.event.recorded-by">
        <source>Recorded by</source>
        <translation>记录者</translation>
    </message>
    <message id="ui.event.severity">
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message id="ui.event.severity-none">
        <source>not graded</source>
        <translation>未分级</translation>
    </message>
    <message id="ui.event.severity-without">
        <source>A severity is given, but “{question}” is answered with no. Correct one of the two.</source>
        <translation>已选择严重程度，但“{question}”选择了“否”。请更正其中一项。</translation>
    </message>
    <message id="ui.event.title">
        <source>What happened afterwards</source>
        <translation>后续结局</translation>
    </message>
    <message id="ui.event.unknown">
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message id="ui.event.volume-impossible">
        <source>The volume must be from 0 to {most} mL. Please check the number.</source>
        <translation>体积须在 0 至 {most} mL 之间。请核对。</translation>
    </message>
    <message id="ui.event.volume-no-number">
        <source>“{value}” is not a number. Enter millilitres, for example 35.</source>
        <translation>“{value}”不是数字。请填写毫升数，例如 35。</translation>
    </message>
    <message id="ui.event.volume-without">
        <source>A volume is given, but “{question}” is answered with no. Correct one of the two.</source>
        <translation>已填写体积，但“{question}”选择了“否”。请更正其中一项。</translation>
    </message>
    <message id="ui.form.age-from-birth-date">
        <source>age today, by the birth date in the header</source>
        <translation>今日年龄，由头信息出生日期计算</translation>
    </message>
    <message id="ui.form.age-from-header">
        <source>age in the header, on the day of the images</source>
        <translation>头信息中图像当日的年龄</translation>
    </message>
    <message id="ui.form.agent">
        <source>Agent of the site's list</source>
        <translation>本院对比剂目录</translation>
    </message>
    <message id="ui.form.agent-help">
        <source>Fills in concentration and viscosity as the agent's label states them.</source>
        <translation>按说明书填入浓度与黏度。</translation>
    </message>
    <message id="ui.form.agent-label">
        <source>at body temperature, by the label: {citation}</source>
        <translation>体温下，依据说明书：{citation}</translation>
    </message>
    <message id="ui.form.agent-no-viscosity">
        <source>The site's list has no viscosity for this agent.</source>
        <translation>本院目录未给出该对比剂的黏度。</translation>
    </message>
    <message id="ui.form.agent-none">
        <source>none chosen</source>
        <translation>未选择</translation>
    </message>
    <message id="ui.form.computed">
        <source>computed</source>
        <translation>由其他项计算</translation>
    </message>
    <message id="ui.form.computed-figure">
        <source>computed: {figure}</source>
        <translation>由其他项计算：{figure}</translation>
    </message>
    <message id="ui.form.empty">
        <source>This pack asks nothing; it reads everything from the images.</source>
        <translation>该模型包无需填写，全部由影像得出。</translation>
    </message>
    <message id="ui.form.explain">
        <source>Explain: {label}</source>
        <translation>说明：{label}</translation>
    </message>
    <message id="ui.form.from-header">
        <source>DICOM header</source>
        <translation>来自 DICOM</translation>
    </message>
    <message id="ui.form.needed">
        <source>Needed for the figure: {known} of {total} known</source>
        <translation>计算风险所需：{total} 项中已知 {known} 项</translation>
    </message>
    <message id="ui.form.next-unknown">
        <source>Next unknown answer</source>
        <translation>下一个未知项</translation>
    </message>
    <message id="ui.form.not-a-number">
        <source>Not a complete number.</source>
        <translation>尚不是完整的数字。</translation>
    </message>
    <message id="ui.form.part">
        <source>{title} (unknown: {count})</source>
        <translation>{title}（未知 {count} 项）</translation>
    </message>
    <message id="ui.form.range">
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message id="ui.form.title">
        <source>Answers</source>
        <translation>填写信息</translation>
    </message>
    <message id="ui.form.unknown">
        <source>{count} of {total} unknown</source>
        <translation>{total} 项中 {count} 项未知</translation>
    </message>
    <message id="ui.gesture.control-shift-wheel">
        <source>Ctrl+Shift+Wheel</source>
        <translation>Ctrl+Shift+滚轮</translation>
    </message>
    <message id="ui.gesture.control-shift-wheel-does">
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message id="ui.gesture.control-wheel">
        <source>Ctrl+Wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message id="ui.gesture.control-wheel-does">
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message id="ui.gesture.double">
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message id="ui.gesture.double-does">
        <source>One pane alone, or all</source>
        <translation>单个窗格或全部</translation>
    </message>
    <message id="ui.gesture.files">
        <source>Drop files anywhere</source>
        <translation>将文件拖到窗口任意处</translation>
    </message>
    <message id="ui.gesture.files-does">
        <source>Open a study</source>
        <translation>打开检查</translation>
    </message>
    <message id="ui.gesture.middle">
        <source>Middle button or Space, drag</source>
        <translation>中键或按住空格拖动</translation>
    </message>
    <message id="ui.gesture.middle-does">
        <source>Move the picture</source>
        <translation>平移图像</translation>
    </message>
    <message id="ui.gesture.right">
        <source>Right button, drag</source>
        <translation>右键拖动</translation>
    </message>
    <message id="ui.gesture.right-does">
        <source>Window width and level</source>
        <translation>窗宽与窗位</translation>
    </message>
    <message id="ui.gesture.shift-wheel">
        <source>Shift+Wheel</source>
        <translation>Shift+滚轮</translation>
    </message>
    <message id="ui.gesture.shift-wheel-does">
        <source>Five slices at a time</source>
        <translation>每次五层</translation>
    </message>
    <message id="ui.gesture.solid">
        <source>Left button, drag</source>
        <translation>左键拖动</translation>
    </message>
    <message id="ui.gesture.solid-does">
        <source>Crosshair; in 3-D turn</source>
        <translation>移动十字线；三维中旋转</translation>
    </message>
    <message id="ui.gesture.title">
        <source>Mouse on the images</source>
        <translation>图像上的鼠标操作</translation>
    </message>
    <message id="ui.gesture.wheel">
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message id="ui.gesture.wheel-does">
        <source>Scroll through the slices</source>
        <translation>逐层翻阅</translation>
    </message>
    <message id="ui.guide.begin">
        <source>Start with the demonstration</source>
        <translation>从演示检查开始</translation>
    </message>
    <message id="ui.guide.done">
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message id="ui.guide.form">
        <source>Answer what the console knows. What the image header says is filled in already; everything may stay unknown.</source>
        <translation>填写操作台已知的信息。图像头信息已自动填入；任何一项都可以保持“未知”。</translation>
    </message>
    <message id="ui.guide.images">
        <source>Check the contours: scroll with the wheel, click a finding to jump there. A radiologist can correct them by hand.</source>
        <translation>核对轮廓：滚轮翻层，点击检查结论可跳转。放射科医师可手工修正。</translation>
    </message>
    <message id="ui.guide.next">
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message id="ui.guide.not-now">
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message id="ui.guide.report">
        <source>Print or save the report in Chinese or English, tick off what was done, and sign.</source>
        <translation>以中文或英文打印或保存报告，勾选已完成的措施并签字。</translation>
    </message>
    <message id="ui.guide.result">
        <source>The result: level, risk at this site, what drives it, and what can be changed.</source>
        <translation>结果：风险等级、本院风险、主要因素，以及可以改变的因素。</translation>
    </message>
    <message id="ui.guide.skip">
        <source>Close the guide</source>
        <translation>关闭引导</translation>
    </message>
    <message id="ui.guide.step">
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message id="ui.guide.welcome">
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message id="ui.guide.welcome-note">
        <source>Three steps: drop the patient's images, answer what the console knows, print the report. Try it on the demonstration study; nothing can go wrong.</source>
        <translation>三个步骤：拖入患者影像，填写操作台已知信息，打印报告。请先用演示检查试一遍，不会有任何影响。</translation>
    </message>
    <message id="ui.language.en">
        <source>English</source>
        <translation>English</translation>
    </message>
    <message id="ui.language.tip">
        <source>Switch the language / 切换语言</source>
        <translation>切换语言 / Switch the language</translation>
    </message>
    <message id="ui.language.zh">
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message id="ui.masks.all-files">
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message id="ui.masks.folder">
        <source>Folder for the contours</source>
        <translation>轮廓文件的存放文件夹</translation>
    </message>
    <message id="ui.masks.kinds">
        <source>Mask files</source>
        <translation>掩膜文件</translation>
    </message>
    <message id="ui.masks.open">
        <source>Mask file: {title}</source>
        <translation>掩膜文件：{title}</translation>
    </message>
    <message id="ui.masks.opened">
        <source>{part} taken from {path}</source>
        <translation>已采用 {path} 中的 {part}</translation>
    </message>
    <message id="ui.masks.reading">
        <source>Reading {path}…</source>
        <translation>正在读取 {path}…</translation>
    </message>
    <message id="ui.masks.which">
        <source>{path} holds several structures. Which one is meant?</source>
        <translation>{path} 含多个结构。采用哪一个？</translation>
    </message>
    <message id="ui.masks.which-title">
        <source>Choose the structure</source>
        <translation>选择结构</translation>
    </message>
    <message id="ui.menu.case">
        <source>&amp;Case</source>
        <translation>病例(&amp;C)</translation>
    </message>
    <message id="ui.menu.file">
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message id="ui.menu.help">
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message id="ui.menu.language">
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message id="ui.menu.theme">
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message id="ui.menu.tools">
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message id="ui.menu.view">
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message id="ui.menu.viewer-edit">
        <source>Contours</source>
        <translation>轮廓编辑</translation>
    </message>
    <message id="ui.menu.viewer-presets">
        <source>Window presets</source>
        <translation>窗宽窗位预设</translation>
    </message>
    <message id="ui.menu.viewer-tools">
        <source>Mouse tools</source>
        <translation>鼠标工具</translation>
    </message>
    <message id="ui.menu.viewer-view">
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message id="ui.outcome-undone">
        <source>The outcome is as it was before.</source>
        <translation>结局已恢复为此前的内容。</translation>
    </message>
    <message id="ui.packs.added">
        <source>added on this computer</source>
        <translation>在本机安装</translation>
    </message>
    <message id="ui.packs.attribution">
        <source>Attribution</source>
        <translation>署名</translation>
    </message>
    <message id="ui.packs.column-check">
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message id="ui.packs.column-detail">
        <source>Detail</source>
        <translation>说明</translation>
    </message>
    <message id="ui.packs.column-engine">
        <source>Engine and device</source>
        <translation>引擎与设备</translation>
    </message>
    <message id="ui.packs.column-model">
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message id="ui.packs.column-seconds">
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message id="ui.packs.column-subject">
        <source>On what</source>
        <translation>对象</translation>
    </message>
    <message id="ui.packs.column-time">
        <source>One run</source>
        <translation>单次用时</translation>
    </message>
    <message id="ui.packs.column-used">
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message id="ui.packs.engines-intro">
        <source>How long each engine takes for one run of each model on this computer. The fastest is used unless the settings name one.</source>
        <translation>各推理引擎在本机运行一次各模型的用时。除非在设置中指定，程序使用最快的引擎。</translation>
    </message>
    <message id="ui.packs.evidence">
        <source>Basis and sources</source>
        <translation>依据与来源</translation>
    </message>
    <message id="ui.packs.failed">
        <source>FAILED</source>
        <translation>未通过</translation>
    </message>
    <message id="ui.packs.fastest">
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message id="ui.packs.figures">
        <source>Validation figures</source>
        <translation>验证数据</translation>
    </message>
    <message id="ui.packs.for-everyone">
        <source>for everyone on this computer; an administrator changes it</source>
        <translation>供本机所有用户使用，由管理员维护</translation>
    </message>
    <message id="ui.packs.install">
        <source>Install…</source>
        <translation>安装…</translation>
    </message>
    <message id="ui.packs.install-title">
        <source>Install a pack</source>
        <translation>安装模型包</translation>
    </message>
    <message id="ui.packs.intended-use">
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message id="ui.packs.is-default">
        <source>DEFAULT</source>
        <translation>默认</translation>
    </message>
    <message id="ui.packs.kind">
        <source>Packs</source>
        <translation>模型包</translation>
    </message>
    <message id="ui.packs.licence">
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message id="ui.packs.limits">
        <source>Limits</source>
        <translation>局限</translation>
    </message>
    <message id="ui.packs.list">
        <source>Installed packs</source>
        <translation>已安装的模型包</translation>
    </message>
    <message id="ui.packs.make-default">
        <source>Set as default</source>
        <translation>设为默认</translation>
    </message>
    <message id="ui.packs.measure">
        <source>Test and measure</source>
        <translation>自检并测量</translation>
    </message>
    <message id="ui.packs.measuring">
        <source>The engines are being measured.</source>
        <translation>正在测量各推理引擎。</translation>
    </message>
    <message id="ui.packs.no-card">
        <source>This pack has no model card.</source>
        <translation>该模型包没有模型卡。</translation>
    </message>
    <message id="ui.packs.no-images">
        <source>none; it answers from what the console knows</source>
        <translation>无需影像；仅根据操作台录入的信息给出结果</translation>
    </message>
    <message id="ui.packs.no-models">
        <source>This pack has no models: it computes without an inference engine.</source>
        <translation>该模型包不含模型，计算无需推理引擎。</translation>
    </message>
    <message id="ui.packs.not-measured">
        <source>Not measured yet. This is done at the first use, or now with the button above.</source>
        <translation>尚未测量。首次使用时会自动测量，也可点击上方按钮立即测量。</translation>
    </message>
    <message id="ui.packs.passed">
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message id="ui.packs.remove">
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message id="ui.packs.remove-question">
        <source>Remove the pack {pack} from this computer? Cases that it answered stay readable.</source>
        <translation>从本机移除模型包 {pack}？由其得出结果的病例仍可查看。</translation>
    </message>
    <message id="ui.packs.replace">
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message id="ui.packs.replace-question">
        <source>{pack} is installed in version {present}. Replace it by version {offered}?</source>
        <translation>已安装 {pack} 的 {present} 版本。是否替换为 {offered} 版本？</translation>
    </message>
    <message id="ui.packs.shipped">
        <source>shipped with the program</source>
        <translation>程序自带</translation>
    </message>
    <message id="ui.packs.status">
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message id="ui.packs.tab-card">
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
    <message id="ui.packs.tab-engines">
        <source>Engines</source>
        <translation>推理引擎</translation>
    </message>
    <message id="ui.packs.tab-overview">
        <source>Purpose and sources</source>
        <translation>用途与依据</translation>
    </message>
    <message id="ui.packs.tab-test">
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message id="ui.packs.test">
        <source>Run self-test</source>
        <translation>运行自检</translation>
    </message>
    <message id="ui.packs.test-intro">
        <source>The self-test runs the pack's own example on every engine of this computer, compares the result with the expected one, and makes a report in both languages. The engines are timed as well.</source>
        <translation>自检会在本机的每个推理引擎上运行模型包自带的用例，与应得结果比较，并生成两种语言的报告；同时测量各引擎的用时。</translation>
    </message>
    <message id="ui.packs.testing">
        <source>The self-test is running.</source>
        <translation>正在自检。</translation>
    </message>
    <message id="ui.packs.title">
        <source>Packs</source>
        <translation>模型包</translation>
    </message>
    <message id="ui.panel.form-tip">
        <source>Show or hide the answers</source>
        <translation>显示或隐藏问答</translation>
    </message>
    <message id="ui.panel.result-tip">
        <source>Show or hide the result</source>
        <translation>显示或隐藏结果</translation>
    </message>
    <message id="ui.recovery.dismiss">
        <source>Not now</source>
        <translation>暂不打开</translation>
    </message>
    <message id="ui.recovery.note">
        <source>{who}: what was entered is still there.</source>
        <translation>{who}：已填写的内容仍在。</translation>
    </message>
    <message id="ui.recovery.reopen">
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message id="ui.recovery.title">
        <source>The program ended unexpectedly while this case was open</source>
        <translation>程序意外退出时，以下病例仍处于打开状态</translation>
    </message>
    <message id="ui.refusal.answers">
        <source>Check the answers in the form: those marked are wrong, or too many are unknown.</source>
        <translation>核对表单：标出的项有误，或未知项过多。</translation>
    </message>
    <message id="ui.refusal.contours">
        <source>Look at the contours; where they are wrong, correct them, and everything is computed again.</source>
        <translation>查看轮廓；如有误请修改，系统会重新计算。</translation>
    </message>
    <message id="ui.refusal.demonstration">
        <source>Use this pack to see and check contours and measurements. For a probability of a patient choose a pack whose numbers come from patients.</source>
        <translation>本模型包仅用于查看和核对轮廓与测量。如需患者的概率，请选择数值来自患者的模型包。</translation>
    </message>
    <message id="ui.refusal.do">
        <source>What to do</source>
        <translation>如何处理</translation>
    </message>
    <message id="ui.refusal.drawing">
        <source>Draw the structure in the images or open its mask file; if a contour is in the wrong place, correct it.</source>
        <translation>请在图像上绘制该结构的轮廓或打开其掩膜文件；轮廓位置有误时请修正。</translation>
    </message>
    <message id="ui.refusal.missing">
        <source>Answers that are missing</source>
        <translation>尚缺的答案</translation>
    </message>
    <message id="ui.refusal.model">
        <source>The model has not learnt from images like these; do not try to work around this.</source>
        <translation>模型未学习过此类影像；请勿设法绕过。</translation>
    </message>
    <message id="ui.refusal.patient">
        <source>This pack is not made for this patient; choose another pack if there is one.</source>
        <translation>该模型包不适用于此患者；如有其他适用的模型包请改选。</translation>
    </message>
    <message id="ui.refusal.protocol">
        <source>If this cannot be corrected, follow your department's protocol.</source>
        <translation>如无法解决，按本科室规程处理。</translation>
    </message>
    <message id="ui.refusal.region">
        <source>Look whether the region is in view and free of artefacts; if another series shows it, choose that one.</source>
        <translation>查看该区域是否在视野内、有无伪影；如其他序列可见，请改选。</translation>
    </message>
    <message id="ui.refusal.series">
        <source>Choose another series of this examination, or add the files that are missing.</source>
        <translation>改选本次检查的其他序列，或补充缺失的文件。</translation>
    </message>
    <message id="ui.refusal.why">
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message id="ui.report.fit-page">
        <source>Fit the page</source>
        <translation>适合整页</translation>
    </message>
    <message id="ui.report.fit-width">
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message id="ui.report.identity">
        <source>Identity</source>
        <translation>身份核对</translation>
    </message>
    <message id="ui.report.identity-first">
        <source>Check the identity before signing.</source>
        <translation>签字前请先核对身份。</translation>
    </message>
    <message id="ui.report.identity-unnamed">
        <source>This report names nobody. Close it and enter the name or the patient ID in the case first.</source>
        <translation>本报告未写明患者。请先关闭报告，在病例中填写姓名或患者编号。</translation>
    </message>
    <message id="ui.report.initials">
        <source>Initials</source>
        <translation>签名</translation>
    </message>
    <message id="ui.report.initials-wanting">
        <source>Enter your initials first; they are printed beside the tick.</source>
        <translation>请先填写签名，其将显示在勾选项旁。</translation>
    </message>
    <message id="ui.report.language">
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message id="ui.report.larger">
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message id="ui.report.locked">
        <source>Signed content cannot be changed. To correct it, start a new version and sign it again.</source>
        <translation>已签字的内容不再更改。如需更正，请新建版本并重新签字。</translation>
    </message>
    <message id="ui.report.name">
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message id="ui.report.new-version">
        <source>New version</source>
        <translation>新建版本</translation>
    </message>
    <message id="ui.report.not-signed">
        <source>not signed</source>
        <translation>未签字</translation>
    </message>
    <message id="ui.report.pages">
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message id="ui.report.paper">
        <source>Paper size</source>
        <translation>纸张大小</translation>
    </message>
    <message id="ui.report.print">
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message id="ui.report.printed">
        <source>Sent to the printer {where}</source>
        <translation>已发送至打印机 {where}</translation>
    </message>
    <message id="ui.report.role-nurse">
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message id="ui.report.role-radiographer">
        <source>Radiographer</source>
        <translation>技师</translation>
    </message>
    <message id="ui.report.role-radiologist">
        <source>Radiologist</source>
        <translation>放射科医师</translation>
    </message>
    <message id="ui.report.save-all">
        <source>Save all …</source>
        <translation>全部保存…</translation>
    </message>
    <message id="ui.report.save-all-tip">
        <source>PDF, pictures of the pages and the record that it can be printed from again</source>
        <translation>PDF、页面图片，以及可重新打印的记录</translation>
    </message>
    <message id="ui.report.save-pdf">
        <source>Save PDF …</source>
        <translation>保存 PDF…</translation>
    </message>
    <message id="ui.report.saved">
        <source>Saved: {where}</source>
        <translation>已保存：{where}</translation>
    </message>
    <message id="ui.report.sign">
        <source>Sign …</source>
        <translation>签字…</translation>
    </message>
    <message id="ui.report.sign-now">
        <source>Sign now</source>
        <translation>确认签字</translation>
    </message>
    <message id="ui.report.sign-off">
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message id="ui.report.sign-question">
        <source>Sign as {role}: {name}? A signature cannot be taken back.</source>
        <translation>以{role}身份签字：{name}？签字后不可撤销。</translation>
    </message>
    <message id="ui.report.smaller">
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message id="ui.report.title">
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message id="ui.result.about">
        <source>Basis and sources</source>
        <translation>依据与来源</translation>
    </message>
    <message id="ui.result.cancel">
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message id="ui.result.cancelling">
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message id="ui.result.check-contour">
        <source>Check the contour</source>
        <translation>核对轮廓</translation>
    </message>
    <message id="ui.result.check-contour-tip">
        <source>Show where it is least certain, with the tools to correct it; Q leads to the next place</source>
        <translation>显示最不确定的位置并提供修改工具；按 Q 键转到下一处</translation>
    </message>
    <message id="ui.result.does-not-lower">
        <source>does not lower</source>
        <translation>不降低</translation>
    </message>
    <message id="ui.result.empty-text">
        <source>Open a study, or fill in the form of a pack that needs no image.</source>
        <translation>请打开一项检查；无需影像的模型包，填写表单即可。</translation>
    </message>
    <message id="ui.result.empty-title">
        <source>No result yet</source>
        <translation>尚无结果</translation>
    </message>
    <message id="ui.result.factors">
        <source>Contributing factors</source>
        <translation>影响因素</translation>
    </message>
    <message id="ui.result.instead-of">
        <source>instead of {figure}</source>
        <translation>目前为 {figure}</translation>
    </message>
    <message id="ui.result.key">
        <source>can be changed · odds against the average, 95 % interval</source>
        <translation>可改变 · 相对平均的优势比，须线为 95% 区间</translation>
    </message>
    <message id="ui.result.more-findings">
        <source>and {count} more under “Quality gates”</source>
        <translation>另有 {count} 项，见“质量检查”</translation>
    </message>
    <message id="ui.result.neutral">
        <source>no clear effect</source>
        <translation>无明显影响</translation>
    </message>
    <message id="ui.result.progress">
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message id="ui.result.report">
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message id="ui.result.retry">
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message id="ui.result.set-rate">
        <source>Set the event rate …</source>
        <translation>设置本院发生率…</translation>
    </message>
    <message id="ui.result.severity-blocking">
        <source>Blocks the result</source>
        <translation>阻止给出结果</translation>
    </message>
    <message id="ui.result.severity-note">
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message id="ui.result.severity-pass">
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message id="ui.result.severity-warning">
        <source>Needs attention</source>
        <translation>需注意</translation>
    </message>
    <message id="ui.result.show-structure">
        <source>Show it in the images</source>
        <translation>在图像中显示</translation>
    </message>
    <message id="ui.result.take-over">
        <source>Enter in the form</source>
        <translation>填入表单</translation>
    </message>
    <message id="ui.result.updating">
        <source>Out of date: being computed again</source>
        <translation>已过时：正在重新计算</translation>
    </message>
    <message id="ui.result.what-if">
        <source>What if</source>
        <translation>如果改变</translation>
    </message>
    <message id="ui.result.what-if-tip">
        <source>Shows at once what this change would do, alone or with others.</source>
        <translation>立即显示此项改变（可与其他改变叠加）的效果。</translation>
    </message>
    <message id="ui.result.with-changes">
        <source>With the chosen changes</source>
        <translation>按所选改变</translation>
    </message>
    <message id="ui.settings.browse">
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message id="ui.settings.default-pack">
        <source>Default pack</source>
        <translation>默认模型包</translation>
    </message>
    <message id="ui.settings.default-pack-hint">
        <source>A study is screened with it as soon as it is opened.</source>
        <translation>打开检查后即用该模型包进行筛查。</translation>
    </message>
    <message id="ui.settings.engine">
        <source>Engine and device</source>
        <translation>推理引擎与设备</translation>
    </message>
    <message id="ui.settings.engine-fastest">
        <source>the fastest on this computer</source>
        <translation>本机最快</translation>
    </message>
    <message id="ui.settings.engine-hint">
        <source>Change this only if a calculation fails: the fastest is found by measuring.</source>
        <translation>仅在计算失败时更改：程序会通过测量自动选择最快的引擎。</translation>
    </message>
    <message id="ui.settings.intro">
        <source>These settings apply to this user on this computer. Settings of the hospital are in the site profile.</source>
        <translation>此处为本机当前用户的设置。由医院决定的内容在机构配置中。</translation>
    </message>
    <message id="ui.settings.language">
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message id="ui.settings.language-system">
        <source>as the system</source>
        <translation>与系统相同</translation>
    </message>
    <message id="ui.settings.missing">
        <source>{name} (not on this computer)</source>
        <translation>{name}（本机没有）</translation>
    </message>
    <message id="ui.settings.pack-site">
        <source>as the site profile says</source>
        <translation>按机构配置</translation>
    </message>
    <message id="ui.settings.seconds">
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message id="ui.settings.theme">
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message id="ui.settings.theme-dark">
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message id="ui.settings.theme-light">
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message id="ui.settings.theme-system">
        <source>as the system</source>
        <translation>与系统相同</translation>
    </message>
    <message id="ui.settings.title">
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message id="ui.settings.user">
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message id="ui.settings.user-hint">
        <source>Appears on signed reports and in the audit log.</source>
        <translation>将出现在签名报告与审计日志中。</translation>
    </message>
    <message id="ui.settings.watched">
        <source>Incoming folder</source>
        <translation>接收文件夹</translation>
    </message>
    <message id="ui.settings.watched-hint">
        <source>New studies in this folder are listed automatically.</source>
        <translation>该文件夹中出现的新检查会自动列出。</translation>
    </message>
    <message id="ui.settings.watched-missing">
        <source>{path} is not a folder on this computer. Choose another one, or leave it empty.</source>
        <translation>{path} 不是本机上的文件夹。请另选，或留空。</translation>
    </message>
    <message id="ui.settings.watched-none">
        <source>none is watched</source>
        <translation>未监视</translation>
    </message>
    <message id="ui.settings.watched-quiet-s">
        <source>Quiet time</source>
        <translation>静默时间</translation>
    </message>
    <message id="ui.settings.watched-quiet-s-hint">
        <source>A study is opened when none of its files has arrived or grown for this long.</source>
        <translation>某检查的文件在此时间内不再增加或变大时，即打开该检查。</translation>
    </message>
    <message id="ui.shortcuts.intro">
        <source>Everything works without a mouse.</source>
        <translation>所有操作均可不用鼠标完成。</translation>
    </message>
    <message id="ui.shortcuts.none">
        <source>No keys are set.</source>
        <translation>未设置快捷键。</translation>
    </message>
    <message id="ui.shortcuts.space">
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message id="ui.shortcuts.title">
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message id="ui.signed.begin">
        <source>Start version {next}</source>
        <translation>开始第 {next} 版</translation>
    </message>
    <message id="ui.signed.earlier">
        <source>version {version} is signed, this one is not</source>
        <translation>第 {version} 版已签字，当前版本未签字</translation>
    </message>
    <message id="ui.signed.keep">
        <source>Keep version {version}</source>
        <translation>保留第 {version} 版</translation>
    </message>
    <message id="ui.signed.name">
        <source>Signatures and versions</source>
        <translation>签字与版本</translation>
    </message>
    <message id="ui.signed.question">
        <source>Version {version} was signed: {who}.</source>
        <translation>第 {version} 版已签字：{who}。</translation>
    </message>
    <message id="ui.signed.question-note">
        <source>The current input gives a different result or report. Start version {next}, which must be signed again? Version {version} stays in the list of signed versions.</source>
        <translation>按当前条件重新评估，结果或报告内容已有不同。是否开始第 {next} 版（需重新签字）？第 {version} 版仍保留在已签字版本列表中。</translation>
    </message>
    <message id="ui.signed.signed">
        <source>signed, version {version}</source>
        <translation>已签字，第 {version} 版</translation>
    </message>
    <message id="ui.signed.tip">
        <source>Nobody has signed this version. Open the report to sign.</source>
        <translation>此版本尚无人签字。打开报告即可签字。</translation>
    </message>
    <message id="ui.signed.unsigned">
        <source>not signed, version {version}</source>
        <translation>未签字，第 {version} 版</translation>
    </message>
    <message id="ui.site.actions-en">
        <source>Actions in English</source>
        <translation>处置措施（英文）</translation>
    </message>
    <message id="ui.site.actions-of-en">
        <source>Actions at {tier}, in English</source>
        <translation>“{tier}”的处置措施（英文）</translation>
    </message>
    <message id="ui.site.actions-of-zh">
        <source>Actions at {tier}, in Chinese</source>
        <translation>“{tier}”的处置措施（中文）</translation>
    </message>
    <message id="ui.site.actions-zh">
        <source>Actions in Chinese</source>
        <translation>处置措施（中文）</translation>
    </message>
    <message id="ui.site.agent-add">
        <source>Add an agent</source>
        <translation>添加对比剂</translation>
    </message>
    <message id="ui.site.agent-citation">
        <source>Label (source)</source>
        <translation>说明书（出处）</translation>
    </message>
    <message id="ui.site.agent-id">
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message id="ui.site.agent-iodine-mg-ml">
        <source>Iodine, mg/mL</source>
        <translation>碘浓度 mg/mL</translation>
    </message>
    <message id="ui.site.agent-label-en">
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message id="ui.site.agent-label-zh">
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message id="ui.site.agent-remove">
        <source>Remove the row</source>
        <translation>删除所选行</translation>
    </message>
    <message id="ui.site.agent-twice">
        <source>The id {id} occurs twice; each agent needs its own.</source>
        <translation>编号 {id} 重复；每种对比剂须有各自的编号。</translation>
    </message>
    <message id="ui.site.agent-viscosity-mpa-s">
        <source>Viscosity, mPa·s</source>
        <translation>黏度 mPa·s</translation>
    </message>
    <message id="ui.site.agent-without-id">
        <source>Row {row} needs an id, such as iohexol-350.</source>
        <translation>第 {row} 行需要编号，例如 iohexol-350。</translation>
    </message>
    <message id="ui.site.agents-hint">
        <source>The contrast agents that the site stocks. Double-click or F2 changes a cell. Viscosity is that at body temperature, from the label that the last column names.</source>
        <translation>本院备用的对比剂。双击单元格或按 F2 修改。黏度为体温下的数值，取自末列所注的说明书。</translation>
    </message>
    <message id="ui.site.begins">
        <source>Begins at a risk of</source>
        <translation>风险起点</translation>
    </message>
    <message id="ui.site.begins-of">
        <source>Risk in percent from which {tier} begins</source>
        <translation>“{tier}”的风险起点（%）</translation>
    </message>
    <message id="ui.site.below-all">
        <source>everyone else</source>
        <translation>其余患者</translation>
    </message>
    <message id="ui.site.copy-actions">
        <source>Begin with the pack's actions at {tier}</source>
        <translation>以模型包中“{tier}”的措施为起点</translation>
    </message>
    <message id="ui.site.counted">
        <source>Number of {counted}</source>
        <translation>{counted}总数</translation>
    </message>
    <message id="ui.site.cover-after-minutes">
        <source>Cover the windows after minutes without use</source>
        <translation>无操作多少分钟后遮盖窗口</translation>
    </message>
    <message id="ui.site.cover-never">
        <source>empty: never</source>
        <translation>留空：不遮盖</translation>
    </message>
    <message id="ui.site.cut-off-contradicts">
        <source>This tier must begin at {least:g} times the event rate at least, {needed:.3g} %, or its word contradicts the figure beside it.</source>
        <translation>此等级至少须自发生率的 {least:g} 倍即 {needed:.3g}% 起，否则等级与旁边的数值矛盾。</translation>
    </message>
    <message id="ui.site.cut-off-far">
        <source>The lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Please check.</source>
        <translation>最低等级上限达 {percent}%，为发生率的 {times:.0f} 倍，几乎所有患者都将归入最低等级。请核对。</translation>
    </message>
    <message id="ui.site.cut-off-missing">
        <source>Enter from which risk the tier “{tier}” begins.</source>
        <translation>请填写等级“{tier}”的风险起点。</translation>
    </message>
    <message id="ui.site.cut-off-order">
        <source>The tier “{higher}” must begin at a higher risk than “{lower}”.</source>
        <translation>等级“{higher}”的风险起点须高于“{lower}”。</translation>
    </message>
    <message id="ui.site.cut-offs-unused">
        <source>Without an event rate the cut-offs are not used; tiers are shares of the reference population. Set the rate on the page before this one.</source>
        <translation>未设发生率时不采用阈值，等级按参照人群占比划分。请在“发生率”页设置。</translation>
    </message>
    <message id="ui.site.damaged-action">
        <source>Put it aside</source>
        <translation>改名保留并新建</translation>
    </message>
    <message id="ui.site.damaged-question">
        <source>The site profile cannot be read. Put it aside (it is renamed and kept) and start a new one? Until then no study can be screened.</source>
        <translation>机构配置无法读取。是否将其改名保留，并新建一份配置？在此之前无法评估任何检查。</translation>
    </message>
    <message id="ui.site.default-pack">
        <source>Default pack</source>
        <translation>默认模型包</translation>
    </message>
    <message id="ui.site.events">
        <source>Events</source>
        <translation>发生例数</translation>
    </message>
    <message id="ui.site.events-of">
        <source>events in</source>
        <translation>例，共</translation>
    </message>
    <message id="ui.site.export">
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message id="ui.site.export-title">
        <source>Export the site profile</source>
        <translation>导出机构配置</translation>
    </message>
    <message id="ui.site.exported">
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message id="ui.site.fault">
        <source>The entry {problem}.</source>
        <translation>此项{problem}。</translation>
    </message>
    <message id="ui.site.fault-empty-text">
        <source>The text in this language is missing. Write as many lines in both languages.</source>
        <translation>缺少此语言的文字。两种语言的行数须一致。</translation>
    </message>
    <message id="ui.site.fault-greater_than_equal">
        <source>The percentage must be from 0 to 100.</source>
        <translation>百分比须在 0 至 100 之间。</translation>
    </message>
    <message id="ui.site.fault-less_than_equal">
        <source>The percentage must be from 0 to 100.</source>
        <translation>百分比须在 0 至 100 之间。</translation>
    </message>
    <message id="ui.site.fault-prevalence-counts">
        <source>Enter at least one event, and fewer events than there are cases in all.</source>
        <translation>发生例数须至少为 1，且小于总数。</translation>
    </message>
    <message id="ui.site.fault-prevalence-form">
        <source>Enter both counts, or the rate.</source>
        <translation>请填写两项例数，或填写比率。</translation>
    </message>
    <message id="ui.site.fault-prevalence-rate">
        <source>The rate must be above 0 % and below 100 %.</source>
        <translation>比率须大于 0%，且小于 100%。</translation>
    </message>
    <message id="ui.site.faults">
        <source>Not ready to be saved: {count} {count:entry|entries} to correct, marked where {count:it stands|they stand}.</source>
        <translation>尚不能保存：有 {count} 处需要改正，已在相应位置标出。</translation>
    </message>
    <message id="ui.site.import">
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message id="ui.site.import-title">
        <source>Import a site profile</source>
        <translation>导入机构配置</translation>
    </message>
    <message id="ui.site.imported">
        <source>Read from {path}. It is used once it is saved.</source>
        <translation>已读入 {path}。保存后生效。</translation>
    </message>
    <message id="ui.site.kind">
        <source>Site profiles</source>
        <translation>机构配置</translation>
    </message>
    <message id="ui.site.language">
        <source>Language of reports</source>
        <translation>报告语言</translation>
    </message>
    <message id="ui.site.language-own">
        <source>as the program</source>
        <translation>与程序相同</translation>
    </message>
    <message id="ui.site.max-image-age-days">
        <source>Oldest images without a warning (days)</source>
        <translation>图像超过此天数则警告</translation>
    </message>
    <message id="ui.site.module-unknown">
        <source>{module} (in no pack)</source>
        <translation>{module}（模型包中无）</translation>
    </message>
    <message id="ui.site.modules-hint">
        <source>Groups of factors that were not estimated together with the others. They are off unless the site switches them on.</source>
        <translation>这些因素与其他因素并非同时估计，默认关闭，由本院决定是否启用。</translation>
    </message>
    <message id="ui.site.name">
        <source>Name of the site</source>
        <translation>机构名称</translation>
    </message>
    <message id="ui.site.no-actions">
        <source>none</source>
        <translation>无</translation>
    </message>
    <message id="ui.site.no-default-pack">
        <source>none; the user chooses</source>
        <translation>未设置；由使用者选择</translation>
    </message>
    <message id="ui.site.no-modules">
        <source>No installed pack has optional modules.</source>
        <translation>已安装的模型包均无可选模块。</translation>
    </message>
    <message id="ui.site.no-population">
        <source>No installed pack has a reference population.</source>
        <translation>已安装的模型包均无参照人群。</translation>
    </message>
    <message id="ui.site.no-rates">
        <source>No installed pack has a use for an event rate.</source>
        <translation>已安装的模型包均不使用发生率。</translation>
    </message>
    <message id="ui.site.no-tiers">
        <source>No installed pack has tiers.</source>
        <translation>已安装的模型包均无分级。</translation>
    </message>
    <message id="ui.site.outcome">
        <source>outcome {outcome}</source>
        <translation>结局 {outcome}</translation>
    </message>
    <message id="ui.site.outcome-unknown">
        <source>outcome {outcome}; no installed pack predicts it, and the entry is kept</source>
        <translation>结局 {outcome}；已安装的模型包均不预测该结局，此项将保留</translation>
    </message>
    <message id="ui.site.own-cut-offs">
        <source>Use the site's own cut-offs</source>
        <translation>使用本院阈值</translation>
    </message>
    <message id="ui.site.pack-missing">
        <source>{pack} (not installed)</source>
        <translation>{pack}（未安装）</translation>
    </message>
    <message id="ui.site.paper">
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message id="ui.site.population-adds-up">
        <source>Sum {sum} %; it must be 100 %.</source>
        <translation>合计 {sum}%；须为 100%。</translation>
    </message>
    <message id="ui.site.population-answers">
        <source>Enter a share for each answer.</source>
        <translation>请为每个选项填写占比。</translation>
    </message>
    <message id="ui.site.population-hint">
        <source>An unknown answer is averaged over the patients that the risk is read against. These are the pack's unless the site gives its own.</source>
        <translation>未知的回答按参照人群取平均。除非本院给出自己的人群分布，否则采用模型包的参照人群。</translation>
    </message>
    <message id="ui.site.population-is-own">
        <source>{predictor} · own</source>
        <translation>{predictor} · 本院</translation>
    </message>
    <message id="ui.site.population-mean">
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message id="ui.site.population-number">
        <source>Enter mean and standard deviation.</source>
        <translation>请填写均值与标准差。</translation>
    </message>
    <message id="ui.site.population-own">
        <source>Use the site's own figures</source>
        <translation>使用本院数据</translation>
    </message>
    <message id="ui.site.population-pack">
        <source>pack: {value}</source>
        <translation>模型包：{value}</translation>
    </message>
    <message id="ui.site.population-range">
        <source>The mean must lie from {low} to {high}, and the standard deviation above 0 and at most {widest}.</source>
        <translation>均值须在 {low} 至 {high} 之间，标准差须大于 0 且不超过 {widest}。</translation>
    </message>
    <message id="ui.site.population-sd">
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message id="ui.site.population-sum">
        <source>The shares must be from 0 to 100 % and sum to 100 %; they sum to {sum} %.</source>
        <translation>各占比须在 0 至 100% 之间且合计为 100%，现合计为 {sum}%。</translation>
    </message>
    <message id="ui.site.population-whole">
        <source>Sum {sum} %</source>
        <translation>合计 {sum}%</translation>
    </message>
    <message id="ui.site.predictor-unknown">
        <source>In no installed pack; the entry is kept</source>
        <translation>已安装的模型包中无此因素，此项将保留</translation>
    </message>
    <message id="ui.site.protocol">
        <source>Protocol of the site</source>
        <translation>本院方案</translation>
    </message>
    <message id="ui.site.protocol-en">
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message id="ui.site.protocol-hint">
        <source>Printed with the report. Write it in both languages.</source>
        <translation>随报告打印。请用两种语言填写。</translation>
    </message>
    <message id="ui.site.protocol-zh">
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message id="ui.site.rate">
        <source>Rate in percent</source>
        <translation>发生率（%）</translation>
    </message>
    <message id="ui.site.rate-between">
        <source>Rate {rate}, 95 % interval {low} to {high}.</source>
        <translation>发生率 {rate}，95% 置信区间 {low} 至 {high}。</translation>
    </message>
    <message id="ui.site.rate-counts">
        <source>counts</source>
        <translation>按例数</translation>
    </message>
    <message id="ui.site.rate-high">
        <source>{percent} % is above the {limit} % that the pack takes for plausible. Please check: every percentage and tier of the site rests on it.</source>
        <translation>{percent}% 高于模型包认为合理的上限 {limit}%。请核对：本院所有百分比与分级均取决于该值。</translation>
    </message>
    <message id="ui.site.rate-is">
        <source>Rate {rate}; its uncertainty is not known.</source>
        <translation>发生率 {rate}；不确定度未知。</translation>
    </message>
    <message id="ui.site.rate-kind">
        <source>What is known of the rate</source>
        <translation>发生率的已知情况</translation>
    </message>
    <message id="ui.site.rate-share">
        <source>a rate</source>
        <translation>按比率</translation>
    </message>
    <message id="ui.site.rate-unknown">
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message id="ui.site.rates-hint">
        <source>How often the outcome happens here. Without it no absolute percentage is shown. Counts are best: they also show how certain the rate is.</source>
        <translation>该结局在本院的发生频率。未设置时不显示绝对百分比。最好填写例数：由此还可得出发生率的可信程度。</translation>
    </message>
    <message id="ui.site.source">
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message id="ui.site.source-hint">
        <source>own register 2024, for example; printed on the report</source>
        <translation>例如：本院 2024 年登记；将印在报告上</translation>
    </message>
    <message id="ui.site.tab-agents">
        <source>Contrast agents</source>
        <translation>对比剂</translation>
    </message>
    <message id="ui.site.tab-general">
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message id="ui.site.tab-modules">
        <source>Optional modules</source>
        <translation>可选模块</translation>
    </message>
    <message id="ui.site.tab-population">
        <source>Own patients</source>
        <translation>本院人群</translation>
    </message>
    <message id="ui.site.tab-rates">
        <source>Event rates</source>
        <translation>发生率</translation>
    </message>
    <message id="ui.site.tab-tiers">
        <source>Tiers and actions</source>
        <translation>分级与处置</translation>
    </message>
    <message id="ui.site.tier">
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message id="ui.site.tier-unknown">
        <source>{tier} (in no pack)</source>
        <translation>{tier}（模型包中无）</translation>
    </message>
    <message id="ui.site.tiers-hint">
        <source>Where each tier begins is the site's decision; without own cut-offs the pack's shares of the reference population are used. Actions: one a line, the same lines in both languages; left empty, the pack's stand (shown in grey).</source>
        <translation>各等级的起点由本院决定；不设阈值时采用模型包的参照人群占比。处置措施每行一条，两种语言逐行对应；留空则采用模型包的措施（灰色显示）。</translation>
    </message>
    <message id="ui.site.times">
        <source>{counted}</source>
        <translation>次{counted}</translation>
    </message>
    <message id="ui.site.title">
        <source>Site profile</source>
        <translation>机构配置</translation>
    </message>
    <message id="ui.start.all-cases">
        <source>All cases …</source>
        <translation>全部病例…</translation>
    </message>
    <message id="ui.start.case">
        <source>{who} · {state} · {when}</source>
        <translation>{who} · {state} · {when}</translation>
    </message>
    <message id="ui.start.demo">
        <source>Demonstration study</source>
        <translation>演示检查</translation>
    </message>
    <message id="ui.start.demo-tip">
        <source>Try everything on a study that the program makes itself</source>
        <translation>用程序自带生成的体模检查试用全部功能</translation>
    </message>
    <message id="ui.start.drop">
        <source>Drop a CT study here</source>
        <translation>将 CT 检查拖到此处</translation>
    </message>
    <message id="ui.start.drop-note">
        <source>Folder, zip, DICOMDIR or disc. The right series is chosen and screening starts automatically.</source>
        <translation>文件夹、zip、DICOMDIR 或光盘。程序自动选择合适的序列并开始评估。</translation>
    </message>
    <message id="ui.start.file">
        <source>Open files …</source>
        <translation>打开文件…</translation>
    </message>
    <message id="ui.start.file-tip">
        <source>Open a zip archive, a DICOMDIR or single images</source>
        <translation>打开 zip 压缩包、DICOMDIR 或单个图像文件</translation>
    </message>
    <message id="ui.start.folder">
        <source>Open folder …</source>
        <translation>打开文件夹…</translation>
    </message>
    <message id="ui.start.folder-tip">
        <source>Open a folder or a disc with DICOM files</source>
        <translation>打开含 DICOM 文件的文件夹或光盘</translation>
    </message>
    <message id="ui.start.form">
        <source>Without images …</source>
        <translation>无图像评估…</translation>
    </message>
    <message id="ui.start.form-tip">
        <source>Answer the form of a pack that needs no image</source>
        <translation>填写不需要图像的模型包表单</translation>
    </message>
    <message id="ui.start.next">
        <source>Opens with: {title}</source>
        <translation>将用于：{title}</translation>
    </message>
    <message id="ui.start.none-found">
        <source>No case is found.</source>
        <translation>未找到病例。</translation>
    </message>
    <message id="ui.start.none-yet">
        <source>No case yet. What you open is kept on this computer only.</source>
        <translation>暂无病例。打开的内容仅保存在本机。</translation>
    </message>
    <message id="ui.start.recent">
        <source>Recent cases</source>
        <translation>最近病例</translation>
    </message>
    <message id="ui.start.search">
        <source>Search by name, number or date</source>
        <translation>按姓名、编号或日期搜索</translation>
    </message>
    <message id="ui.state.choosing">
        <source>which patient or examination?</source>
        <translation>请选择患者或检查</translation>
    </message>
    <message id="ui.state.deciding">
        <source>begin a new version?</source>
        <translation>是否开始新版本？</translation>
    </message>
    <message id="ui.state.failed">
        <source>failed</source>
        <translation>评估失败</translation>
    </message>
    <message id="ui.state.scanning">
        <source>reading headers</source>
        <translation>正在读取头信息</translation>
    </message>
    <message id="ui.state.stopped">
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message id="ui.state.working">
        <source>working</source>
        <translation>正在处理</translation>
    </message>
    <message id="ui.strip.series">
        <source>Series {number}: {name}, {count} {count:slice|slices}</source>
        <translation>序列 {number}：{name}，{count} 层</translation>
    </message>
    <message id="ui.strip.title">
        <source>Series of the examination</source>
        <translation>本次检查的序列</translation>
    </message>
    <message id="ui.theme.tip">
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message id="ui.training.folder">
        <source>Folder of the site's training</source>
        <translation>本机构训练数据的文件夹</translation>
    </message>
    <message id="ui.user-guide.after">
        <source>Next place (Enter or F3)</source>
        <translation>下一处（回车或 F3）</translation>
    </message>
    <message id="ui.user-guide.before">
        <source>Previous place (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message id="ui.user-guide.chapters">
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message id="ui.user-guide.found">
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message id="ui.user-guide.not-found">
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message id="ui.user-guide.search">
        <source>Search the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message id="ui.user-guide.title">
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message id="ui.versions.intro">
        <source>What was signed stays as it was signed. Each version can be opened, printed and saved again.</source>
        <translation>已签字的内容保持签字时的原样。每个版本均可再次打开、打印和保存。</translation>
    </message>
    <message id="ui.versions.open">
        <source>Open this version</source>
        <translation>打开此版本</translation>
    </message>
    <message id="ui.versions.pack">
        <source>Pack</source>
        <translation>模型包</translation>
    </message>
    <message id="ui.versions.result">
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message id="ui.versions.signed">
        <source>Signed</source>
        <translation>签字</translation>
    </message>
    <message id="ui.versions.title">
        <source>Signed versions</source>
        <translation>已签字的版本</translation>
    </message>
    <message id="ui.versions.version">
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message id="ui.viewer.action.alone">
        <source>One pane alone, or all</source>
        <translation>单窗格或全部</translation>
    </message>
    <message id="ui.viewer.action.angle">
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message id="ui.viewer.action.bone">
        <source>Bone in 3-D</source>
        <translation>三维显示骨骼</translation>
    </message>
    <message id="ui.viewer.action.brush">
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message id="ui.viewer.action.brush-larger">
        <source>Larger brush</source>
        <translation>增大画笔</translation>
    </message>
    <message id="ui.viewer.action.brush-smaller">
        <source>Smaller brush</source>
        <translation>减小画笔</translation>
    </message>
    <message id="ui.viewer.action.brush-solid">
        <source>3-D brush</source>
        <translation>三维画笔</translation>
    </message>
    <message id="ui.viewer.action.by-density">
        <source>By density</source>
        <translation>按 CT 值</translation>
    </message>
    <message id="ui.viewer.action.cine">
        <source>Play or stop cine</source>
        <translation>播放或停止电影</translation>
    </message>
    <message id="ui.viewer.action.clear">
        <source>Delete contour</source>
        <translation>删除轮廓</translation>
    </message>
    <message id="ui.viewer.action.clear-slice">
        <source>Delete in this slice</source>
        <translation>删除本层轮廓</translation>
    </message>
    <message id="ui.viewer.action.contours">
        <source>Show contour lines</source>
        <translation>显示轮廓线</translation>
    </message>
    <message id="ui.viewer.action.corner-text">
        <source>Text in the corners</source>
        <translation>四角文字</translation>
    </message>
    <message id="ui.viewer.action.crosshair">
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message id="ui.viewer.action.doubt-before">
        <source>Previous uncertain place</source>
        <translation>上一处不确定的位置</translation>
    </message>
    <message id="ui.viewer.action.doubt-next">
        <source>Next uncertain place</source>
        <translation>下一处不确定的位置</translation>
    </message>
    <message id="ui.viewer.action.edit">
        <source>Edit contours</source>
        <translation>编辑轮廓</translation>
    </message>
    <message id="ui.viewer.action.ellipse">
        <source>Region</source>
        <translation>感兴趣区</translation>
    </message>
    <message id="ui.viewer.action.erase">
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message id="ui.viewer.action.fill-between">
        <source>Fill between slices</source>
        <translation>层间填充</translation>
    </message>
    <message id="ui.viewer.action.fill-holes">
        <source>Fill holes</source>
        <translation>填充空洞</translation>
    </message>
    <message id="ui.viewer.action.fills">
        <source>Fill structures</source>
        <translation>填充结构</translation>
    </message>
    <message id="ui.viewer.action.fit">
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message id="ui.viewer.action.grow">
        <source>Grow</source>
        <translation>区域生长</translation>
    </message>
    <message id="ui.viewer.action.invert">
        <source>Invert grey</source>
        <translation>黑白反转</translation>
    </message>
    <message id="ui.viewer.action.keep-others">
        <source>Keep other structures</source>
        <translation>保留其他结构</translation>
    </message>
    <message id="ui.viewer.action.lasso">
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message id="ui.viewer.action.layout-axial">
        <source>Axial large</source>
        <translation>轴位为主</translation>
    </message>
    <message id="ui.viewer.action.layout-coronal">
        <source>Coronal large</source>
        <translation>冠状位为主</translation>
    </message>
    <message id="ui.viewer.action.layout-grid">
        <source>Four panes</source>
        <translation>四窗格</translation>
    </message>
    <message id="ui.viewer.action.layout-sagittal">
        <source>Sagittal large</source>
        <translation>矢状位为主</translation>
    </message>
    <message id="ui.viewer.action.layout-solid">
        <source>3-D large</source>
        <translation>三维为主</translation>
    </message>
    <message id="ui.viewer.action.length">
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message id="ui.viewer.action.measurement-delete">
        <source>Delete</source>
        <translation>删除测量</translation>
    </message>
    <message id="ui.viewer.action.measurement-delete-all">
        <source>Delete all measurements</source>
        <translation>删除全部测量</translation>
    </message>
    <message id="ui.viewer.action.navigate">
        <source>Navigate</source>
        <translation>浏览</translation>
    </message>
    <message id="ui.viewer.action.pan">
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message id="ui.viewer.action.preset-angiography">
        <source>CT angiography</source>
        <translation>CT 血管造影</translation>
    </message>
    <message id="ui.viewer.action.preset-bone">
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message id="ui.viewer.action.preset-brain">
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message id="ui.viewer.action.preset-fat">
        <source>Fat</source>
        <translation>脂肪</translation>
    </message>
    <message id="ui.viewer.action.preset-full">
        <source>All values</source>
        <translation>全范围</translation>
    </message>
    <message id="ui.viewer.action.preset-lung">
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message id="ui.viewer.action.preset-mediastinum">
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message id="ui.viewer.action.preset-metal">
        <source>Metal</source>
        <translation>金属</translation>
    </message>
    <message id="ui.viewer.action.preset-soft">
        <source>Soft tissue</source>
        <translation>软组织</translation>
    </message>
    <message id="ui.viewer.action.preset-vessel">
        <source>Vessel</source>
        <translation>血管</translation>
    </message>
    <message id="ui.viewer.action.redo">
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message id="ui.viewer.action.reset">
        <source>Back to the model</source>
        <translation>恢复模型结果</translation>
    </message>
    <message id="ui.viewer.action.screenshot">
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message id="ui.viewer.action.side-back">
        <source>3-D from the back</source>
        <translation>三维后面观</translation>
    </message>
    <message id="ui.viewer.action.side-feet">
        <source>3-D from the feet</source>
        <translation>三维足侧观</translation>
    </message>
    <message id="ui.viewer.action.side-front">
        <source>3-D from the front</source>
        <translation>三维前面观</translation>
    </message>
    <message id="ui.viewer.action.side-head">
        <source>3-D from the head</source>
        <translation>三维头侧观</translation>
    </message>
    <message id="ui.viewer.action.side-left">
        <source>3-D from the patient's left</source>
        <translation>三维左面观</translation>
    </message>
    <message id="ui.viewer.action.side-right">
        <source>3-D from the patient's right</source>
        <translation>三维右面观</translation>
    </message>
    <message id="ui.viewer.action.slab-mean">
        <source>Mean</source>
        <translation>平均密度投影</translation>
    </message>
    <message id="ui.viewer.action.slab-minip">
        <source>MinIP (least value)</source>
        <translation>最小密度投影</translation>
    </message>
    <message id="ui.viewer.action.slab-mip">
        <source>MIP (greatest value)</source>
        <translation>最大密度投影</translation>
    </message>
    <message id="ui.viewer.action.slab-next">
        <source>Next kind of slab</source>
        <translation>切换厚层方式</translation>
    </message>
    <message id="ui.viewer.action.slab-single">
        <source>Single slices</source>
        <translation>单层</translation>
    </message>
    <message id="ui.viewer.action.slab-thicker">
        <source>Thicker slab</source>
        <translation>增加厚度</translation>
    </message>
    <message id="ui.viewer.action.slab-thinner">
        <source>Thinner slab</source>
        <translation>减小厚度</translation>
    </message>
    <message id="ui.viewer.action.slice-down">
        <source>Previous slice (feet, front, right)</source>
        <translation>上一层（向足、前、右）</translation>
    </message>
    <message id="ui.viewer.action.slice-first">
        <source>First slice</source>
        <translation>第一层</translation>
    </message>
    <message id="ui.viewer.action.slice-last">
        <source>Last slice</source>
        <translation>最后一层</translation>
    </message>
    <message id="ui.viewer.action.slice-up">
        <source>Next slice (head, back, left)</source>
        <translation>下一层（向头、后、左）</translation>
    </message>
    <message id="ui.viewer.action.smooth">
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message id="ui.viewer.action.structure-before">
        <source>Previous structure</source>
        <translation>上一个结构</translation>
    </message>
    <message id="ui.viewer.action.structure-next">
        <source>Next structure</source>
        <translation>下一个结构</translation>
    </message>
    <message id="ui.viewer.action.undo">
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message id="ui.viewer.action.window">
        <source>Window</source>
        <translation>调窗</translation>
    </message>
    <message id="ui.viewer.action.zoom">
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message id="ui.viewer.action.zoom-in">
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message id="ui.viewer.action.zoom-out">
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message id="ui.viewer.cine.rate">
        <source>{value} pictures a second</source>
        <translation>每秒 {value} 帧</translation>
    </message>
    <message id="ui.viewer.corner.place">
        <source>At {place} mm</source>
        <translation>位置 {place} mm</translation>
    </message>
    <message id="ui.viewer.corner.slab">
        <source>{mode} {thickness} mm</source>
        <translation>{mode} {thickness} mm 层厚</translation>
    </message>
    <message id="ui.viewer.corner.slice">
        <source>Slice {number}/{count}</source>
        <translation>层 {number}/{count}</translation>
    </message>
    <message id="ui.viewer.corner.window">
        <source>W {width}  L {level}</source>
        <translation>窗宽 {width}  窗位 {level}</translation>
    </message>
    <message id="ui.viewer.corner.zoom">
        <source>Zoom {zoom} %</source>
        <translation>缩放 {zoom}%</translation>
    </message>
    <message id="ui.viewer.doubt">
        <source>{title}, slice {slice}: certainty {certainty} (place {number} of {count}, the least certain first; Q for the next)</source>
        <translation>{title}，第 {slice} 层：确定度 {certainty}（第 {number}/{count} 处，按最不确定者在先排列；按 Q 键转到下一处）</translation>
    </message>
    <message id="ui.viewer.edit.high">
        <source>to</source>
        <translation>上限</translation>
    </message>
    <message id="ui.viewer.edit.high-tip">
        <source>Greatest density that belongs to the structure</source>
        <translation>属于该结构的最大 CT 值</translation>
    </message>
    <message id="ui.viewer.edit.low">
        <source>from</source>
        <translation>下限</translation>
    </message>
    <message id="ui.viewer.edit.low-tip">
        <source>Least density that belongs to the structure</source>
        <translation>属于该结构的最小 CT 值</translation>
    </message>
    <message id="ui.viewer.edit.most">
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message id="ui.viewer.edit.most-tip">
        <source>Volume at which growing stops</source>
        <translation>区域生长的体积上限</translation>
    </message>
    <message id="ui.viewer.edit.size">
        <source>Size</source>
        <translation>直径</translation>
    </message>
    <message id="ui.viewer.edit.size-tip">
        <source>Diameter of brush and eraser ([ and ], or Ctrl+Shift+wheel)</source>
        <translation>画笔和橡皮的直径（[ 和 ]，或 Ctrl+Shift+滚轮）</translation>
    </message>
    <message id="ui.viewer.edit.volume">
        <source>Volume {volume} mL</source>
        <translation>体积 {volume} mL</translation>
    </message>
    <message id="ui.viewer.go-to-other">
        <source>Show {title} instead of the contours in sight</source>
        <translation>改为显示{title}</translation>
    </message>
    <message id="ui.viewer.go-to-structure">
        <source>Go to {title}, and edit it</source>
        <translation>定位并编辑{title}</translation>
    </message>
    <message id="ui.viewer.grown">
        <source>{volume} mL added</source>
        <translation>已增加 {volume} mL</translation>
    </message>
    <message id="ui.viewer.grown-limited">
        <source>Stopped at {most} mL ({volume} mL added): the limits let it run out of the structure. Undo with Ctrl+Z and set narrower limits.</source>
        <translation>已在 {most} mL 处停止（增加 {volume} mL）：阈值过宽，已超出该结构。请按 Ctrl+Z 撤销并缩小阈值范围。</translation>
    </message>
    <message id="ui.viewer.menu.cine">
        <source>Cine</source>
        <translation>电影</translation>
    </message>
    <message id="ui.viewer.menu.cine-tip">
        <source>Run through the slices (P)</source>
        <translation>连续播放各层（P）</translation>
    </message>
    <message id="ui.viewer.menu.layout">
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message id="ui.viewer.menu.layout-tip">
        <source>Layout of the panes</source>
        <translation>窗格布局</translation>
    </message>
    <message id="ui.viewer.menu.measure">
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message id="ui.viewer.menu.measure-tip">
        <source>Measure lengths (L), angles (A) and regions (E)</source>
        <translation>测量长度（L）、角度（A）和感兴趣区（E）</translation>
    </message>
    <message id="ui.viewer.menu.presets">
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message id="ui.viewer.menu.presets-tip">
        <source>Window presets (1 to 9; 0 for all values)</source>
        <translation>窗宽窗位预设（1 至 9；0 为全范围）</translation>
    </message>
    <message id="ui.viewer.menu.slab">
        <source>Slab</source>
        <translation>厚层</translation>
    </message>
    <message id="ui.viewer.menu.slab-tip">
        <source>Several slices as one: MIP, mean, MinIP (M, thickness with , and .)</source>
        <translation>多层合并：最大、平均、最小密度投影（M；用 , 和 . 改变厚度）</translation>
    </message>
    <message id="ui.viewer.menu.solid">
        <source>3-D</source>
        <translation>三维</translation>
    </message>
    <message id="ui.viewer.menu.solid-tip">
        <source>Sides from which the structures are seen in 3-D</source>
        <translation>三维结构的观察方向</translation>
    </message>
    <message id="ui.viewer.name">
        <source>Image viewer</source>
        <translation>图像浏览</translation>
    </message>
    <message id="ui.viewer.no-images">
        <source>No images</source>
        <translation>无图像</translation>
    </message>
    <message id="ui.viewer.no-structures">
        <source>Structures appear here</source>
        <translation>分割出的结构将显示于此</translation>
    </message>
    <message id="ui.viewer.not-found">
        <source>{title} was not found in this scan</source>
        <translation>本次扫描未找到{title}</translation>
    </message>
    <message id="ui.viewer.nothing-changed">
        <source>There was nothing to change</source>
        <translation>没有可更改的内容</translation>
    </message>
    <message id="ui.viewer.opacity">
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message id="ui.viewer.opacity-tip">
        <source>How opaque the filled structures are</source>
        <translation>结构填充的不透明度</translation>
    </message>
    <message id="ui.viewer.plane.axial">
        <source>Axial</source>
        <translation>轴位</translation>
    </message>
    <message id="ui.viewer.plane.coronal">
        <source>Coronal</source>
        <translation>冠状位</translation>
    </message>
    <message id="ui.viewer.plane.sagittal">
        <source>Sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message id="ui.viewer.plane.solid">
        <source>3-D</source>
        <translation>三维</translation>
    </message>
    <message id="ui.viewer.prompt.brush">
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message id="ui.viewer.prompt.brush-tip">
        <source>Paint over the structure, slice by slice or with a ball</source>
        <translation>逐层或用球形画笔涂画该结构</translation>
    </message>
    <message id="ui.viewer.prompt.file">
        <source>Open a mask file…</source>
        <translation>打开掩膜文件…</translation>
    </message>
    <message id="ui.viewer.prompt.file-tip">
        <source>DICOM Segmentation, DICOM structure set, NIfTI or NRRD, drawn on this series</source>
        <translation>在本序列上绘制的 DICOM Segmentation、DICOM 结构集、NIfTI 或 NRRD</translation>
    </message>
    <message id="ui.viewer.prompt.grow">
        <source>Grow from a click</source>
        <translation>单击生长</translation>
    </message>
    <message id="ui.viewer.prompt.grow-tip">
        <source>Click in the structure: what is connected and within the HU limits is added</source>
        <translation>在该结构内单击：加入相连且在 CT 值范围内的区域</translation>
    </message>
    <message id="ui.viewer.prompt.lasso">
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message id="ui.viewer.prompt.lasso-tip">
        <source>Draw a line around the structure: what it surrounds is filled</source>
        <translation>沿该结构边缘画线：线内区域将被填充</translation>
    </message>
    <message id="ui.viewer.prompt.note">
        <source>Draw all of it; slices in between can be filled.</source>
        <translation>请绘制完整结构；中间层可自动填充。</translation>
    </message>
    <message id="ui.viewer.prompt.title">
        <source>Draw: {title}</source>
        <translation>请绘制轮廓：{title}</translation>
    </message>
    <message id="ui.viewer.reading.angle">
        <source>{value}°</source>
        <translation>角 {value}°</translation>
    </message>
    <message id="ui.viewer.reading.area">
        <source>Area {value} mm²</source>
        <translation>面积 {value} mm²</translation>
    </message>
    <message id="ui.viewer.reading.length">
        <source>{value} mm</source>
        <translation>长 {value} mm</translation>
    </message>
    <message id="ui.viewer.reading.mean">
        <source>Mean {mean}, SD {sd}</source>
        <translation>均值 {mean}，标准差 {sd}</translation>
    </message>
    <message id="ui.viewer.reading.range">
        <source>Min {low}, max {high}</source>
        <translation>最小 {low}，最大 {high}</translation>
    </message>
    <message id="ui.viewer.show-structure">
        <source>Show {title}</source>
        <translation>显示{title}</translation>
    </message>
    <message id="ui.viewer.slab.mean">
        <source>Mean</source>
        <translation>平均密度投影</translation>
    </message>
    <message id="ui.viewer.slab.minip">
        <source>MinIP</source>
        <translation>最小密度投影</translation>
    </message>
    <message id="ui.viewer.slab.mip">
        <source>MIP</source>
        <translation>最大密度投影</translation>
    </message>
    <message id="ui.viewer.slab.thickness">
        <source>{value} mm</source>
        <translation>{value} mm 厚</translation>
    </message>
    <message id="ui.viewer.tip-with-key">
        <source>{tip} ({key})</source>
        <translation>{tip}（{key}）</translation>
    </message>
    <message id="ui.viewer.tip.brush-solid">
        <source>A ball through several slices instead of a disc in one</source>
        <translation>跨多层的球形画笔（否则为单层圆形）</translation>
    </message>
    <message id="ui.viewer.tip.by-density">
        <source>Brush and lasso take only what lies within the HU limits</source>
        <translation>画笔和套索仅选取 CT 值范围内的区域</translation>
    </message>
    <message id="ui.viewer.tip.clear">
        <source>Delete the whole contour of this structure; it can be undone</source>
        <translation>删除该结构的全部轮廓；可撤销</translation>
    </message>
    <message id="ui.viewer.tip.clear-slice">
        <source>Delete the contour of this structure in the slice in sight</source>
        <translation>删除该结构在当前层的轮廓</translation>
    </message>
    <message id="ui.viewer.tip.crosshair">
        <source>Show or hide the crosshair</source>
        <translation>显示或隐藏十字线</translation>
    </message>
    <message id="ui.viewer.tip.ellipse">
        <source>Elliptical region: mean, SD, least and greatest value, area</source>
        <translation>椭圆感兴趣区：均值、标准差、最小值、最大值、面积</translation>
    </message>
    <message id="ui.viewer.tip.fill-between">
        <source>Fill the slices between those in which the structure is drawn</source>
        <translation>在已画出轮廓的层之间自动插值填充</translation>
    </message>
    <message id="ui.viewer.tip.fill-holes">
        <source>Fill what the contour encloses in each slice</source>
        <translation>填充每层轮廓内的空洞</translation>
    </message>
    <message id="ui.viewer.tip.fit">
        <source>All of every plane in sight</source>
        <translation>各平面完整显示</translation>
    </message>
    <message id="ui.viewer.tip.grow">
        <source>Click in the structure: what is connected and within the HU limits is added</source>
        <translation>在该结构内单击：加入相连且在 CT 值范围内的区域</translation>
    </message>
    <message id="ui.viewer.tip.keep-others">
        <source>The brush does not paint over other structures</source>
        <translation>画笔不覆盖其他结构</translation>
    </message>
    <message id="ui.viewer.tip.lasso">
        <source>Draw a line around the structure: what it surrounds is filled</source>
        <translation>沿该结构边缘画线：线内区域将被填充</translation>
    </message>
    <message id="ui.viewer.tip.measurement-delete">
        <source>Delete the selected measurement</source>
        <translation>删除选中的测量</translation>
    </message>
    <message id="ui.viewer.tip.navigate">
        <source>Navigate: click puts the crosshair, wheel scrolls, Ctrl+wheel zooms, right drag sets the window, middle drag (or Space) pans, double click makes one pane large</source>
        <translation>浏览：单击定位十字线，滚轮翻层，Ctrl+滚轮缩放，右键拖动调窗，中键（或空格）拖动平移，双击放大窗格</translation>
    </message>
    <message id="ui.viewer.tip.reset">
        <source>Discard all edits of these contours; this too can be undone</source>
        <translation>放弃对轮廓的全部修改（可撤销）</translation>
    </message>
    <message id="ui.viewer.tip.screenshot">
        <source>Save the panes as a picture, with the patient's name</source>
        <translation>将窗格保存为图片（含患者姓名）</translation>
    </message>
    <message id="ui.viewer.tip.smooth">
        <source>Smooth the surface of the structure; its volume stays</source>
        <translation>平滑结构表面，体积不变</translation>
    </message>
    <message id="ui.viewer.tip.window">
        <source>Drag to set window width and level</source>
        <translation>拖动调整窗宽窗位</translation>
    </message>
    <message id="ui.worklist.case">
        <source>{who} · {state}</source>
        <translation>{who} · {state}</translation>
    </message>
    <message id="ui.worklist.close">
        <source>Close this case</source>
        <translation>关闭此病例</translation>
    </message>
    <message id="ui.worklist.title">
        <source>Open cases</source>
        <translation>打开的病例</translation>
    </message>
    <message id="unit.a">
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message id="unit.d">
        <source>days</source>
        <translation>天</translation>
    </message>
    <message id="unit.h">
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message id="usage.ambiguous">
        <source>{value} could mean several options: {options}</source>
        <translation>{value} 含义不明确，可能是：{options}</translation>
    </message>
    <message id="usage.choice">
        <source>{value} is not a choice here; choose from {choices}</source>
        <translation>不能为 {value}；可选：{choices}</translation>
    </message>
    <message id="usage.expected-one">
        <source>needs one value</source>
        <translation>需要一个值</translation>
    </message>
    <message id="usage.expected-some">
        <source>needs at least one value</source>
        <translation>至少需要一个值</translation>
    </message>
    <message id="usage.explicit">
        <source>takes no value, but was given {value}</source>
        <translation>不接受取值，但给出了 {value}</translation>
    </message>
    <message id="usage.required">
        <source>missing: {names}</source>
        <translation>缺少必需的参数：{names}</translation>
    </message>
    <message id="usage.unrecognized">
        <source>not understood: {values}</source>
        <translation>无法识别的参数：{values}</translation>
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
    <message id="value.percent">
        <source>{figure} %</source>
        <translation>{figure}%</translation>
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
    <message id="words.counted">
        <source>examinations</source>
        <translation>检查</translation>
    </message>
    <message id="words.landmark">
        <source>landmark</source>
        <translation>标志点</translation>
    </message>
    <message id="words.region">
        <source>region</source>
        <translation>目标区域</translation>
    </message>
    <message id="words.structure">
        <source>structure</source>
        <translation>结构</translation>
    </message>
    <message id="words.structures">
        <source>structures</source>
        <translation>结构</translation>
    </message>
</context>
</TS>
