<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>precontrast</name>
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
    <message id="banner.tiers">
        <source>the interval reaches from {low} to {high}</source>
        <translation>区间跨越{low}至{high}</translation>
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
        <source>source abstract</source>
        <translation>来源摘要</translation>
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
    <message id="dicom.archive-unsupported">
        <source>{path} is a packed archive of a kind that is not opened. Unpack it and choose the folder, or pack the study as zip.</source>
        <translation>{path} 是不支持的压缩格式。请先解压后选择文件夹，或改用 zip 打包。</translation>
    </message>
    <message id="dicom.bits-unsupported">
        <source>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</source>
        <translation>{path} 的像素为 {allocated} 位中存储 {stored} 位；仅支持分配 8、16 或 32 位。</translation>
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
    <message id="dicom.choice-missing-slices">
        <source>{count} slices are missing.</source>
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
    <message id="dicom.damaged">
        <source>{path} is damaged: {reason}. Export it again.</source>
        <translation>{path} 已损坏：{reason}。请重新导出。</translation>
    </message>
    <message id="dicom.decode-failed">
        <source>{path} cannot be decompressed: {reason}. Export it again.</source>
        <translation>{path} 无法解压缩：{reason}。请重新导出。</translation>
    </message>
    <message id="dicom.duplicate-files">
        <source>{count} copies of images were left out.</source>
        <translation>已略过 {count} 个重复的图像文件。</translation>
    </message>
    <message id="dicom.duplicate-slices">
        <source>{count} images lie where another already is (from {first_mm} to {last_mm} mm along the stack) and were left out.</source>
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
        <source>{path} is larger than its header allows, or than {limit} MiB. The file is refused.</source>
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
        <source>The header of {path} claims more than {limit} MiB, which no real image has. The file is refused.</source>
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
        <source>{count} slices are missing in {gaps} places; the largest gap is between {from_mm} and {to_mm} mm along the stack.</source>
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
        <source>None of the {files} files in {path} is a usable DICOM image; the most frequent reason: {reason}.</source>
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
        <source>{path} is a colour image ({photometric}), no CT slice. Choose another series.</source>
        <translation>{path} 是彩色图像（{photometric}），不是 CT 断层图像。请选择其他序列。</translation>
    </message>
    <message id="dicom.not-straight">
        <source>The slices do not lie on one line.</source>
        <translation>层面位置不在同一直线上。</translation>
    </message>
    <message id="dicom.oblique-resampled">
        <source>The images lie {degrees} degrees off the patient's axes and were resampled along them.</source>
        <translation>图像与患者坐标轴成 {degrees}° 角，已沿坐标轴重采样。</translation>
    </message>
    <message id="dicom.one-place">
        <source>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} were left out.</source>
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
    <message id="dicom.override-not-found">
        <source>There is no series with the number or UID {wanted} in this study.</source>
        <translation>该检查中没有编号或 UID 为 {wanted} 的序列。</translation>
    </message>
    <message id="dicom.padding-undeclared">
        <source>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</source>
        <translation>设备以 {hu} 填充视野外区域但未声明，已按未扫描区域处理。</translation>
    </message>
    <message id="dicom.pixel-data-missing">
        <source>{path} has a header but no pixels. Export it again with images.</source>
        <translation>{path} 只有文件头，没有像素数据。请连同图像重新导出。</translation>
    </message>
    <message id="dicom.pixel-data-short">
        <source>{path} holds fewer pixels than its header says. Export it again.</source>
        <translation>{path} 的像素数据少于文件头所述。请重新导出。</translation>
    </message>
    <message id="dicom.reference-missing">
        <source>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</source>
        <translation>DICOMDIR 列出了 {path}，但该文件不存在。请拷贝整张光盘。</translation>
    </message>
    <message id="dicom.rescale-invalid">
        <source>The rescale slope of {path} is 0: its values say nothing. Export the series again.</source>
        <translation>{path} 的 Rescale 斜率为 0，像素值无意义。请重新导出该序列。</translation>
    </message>
    <message id="dicom.rescale-missing">
        <source>{count} images do not say how their values become Hounsfield units; they were taken as they are.</source>
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
        <source>{count} files were left out ({reason}), the first: {path}.</source>
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
        <source>{count} slices are missing or unreadable; their places were left empty.</source>
        <translation>{count} 层缺失或无法读取，相应位置留空。</translation>
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
    <message id="dicom.split-by-size">
        <source>Split from its series by image size ({value}).</source>
        <translation>已按图像矩阵大小从原序列拆分（{value}）。</translation>
    </message>
    <message id="dicom.split-by-thickness">
        <source>Split from its series by slice thickness ({value} mm).</source>
        <translation>已按层厚从原序列拆分（{value} mm）。</translation>
    </message>
    <message id="dicom.split-by-time-point">
        <source>Split from its series by time point ({value}).</source>
        <translation>已按时相从原序列拆分（{value}）。</translation>
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
        <source>{path} claims more than {limit} frames. The file is refused.</source>
        <translation>{path} 声称的帧数超过 {limit}，已拒绝读取。</translation>
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
        <source>{path} points outside the archive or disc and was refused.</source>
        <translation>{path} 指向压缩包或光盘之外，已拒绝读取。</translation>
    </message>
    <message id="dicom.values-clipped">
        <source>{count} values lie outside -32768 to 32767 HU and were moved to these limits.</source>
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
        <source>The archive {path} is packed more than {limit} times or shares its bytes between files, as no CT study is. It is refused.</source>
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
    <message id="error.internal">
        <source>a fault of the program ({kind}: {detail}); run again with --verbose and report it</source>
        <translation>程序内部错误（{kind}：{detail}）；请加 --verbose 重试并反馈</translation>
    </message>
    <message id="error.json.duplicate-key">
        <source>{source}: the key "{key}" stands twice in one object; keep one of them</source>
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
        <source>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters, digits, spaces and hyphens</source>
        <translation>“{name}”不能用作密钥名称：该名称将作为文件名，并作为签名者印在报告上；请使用文字、数字、空格与连字符</translation>
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
    <message id="error.model.not-finite">
        <source>the network {model} gave something that is not a number; the pack cannot be used on this computer</source>
        <translation>网络 {model} 的输出不是有限数值；本机无法使用该模型包</translation>
    </message>
    <message id="error.model.shape">
        <source>The network {model} does not have the inputs and outputs that are wanted: {found}</source>
        <translation>网络 {model} 的输入或输出与要求不符：{found}</translation>
    </message>
    <message id="error.model.too-large">
        <source>the model {model} is larger than {limit_mb} MB</source>
        <translation>模型 {model} 超过 {limit_mb} MB</translation>
    </message>
    <message id="error.option.empty-path">
        <source>an empty path was given; name a file or a folder (a dot stands for this folder)</source>
        <translation>路径为空；请指定文件或文件夹（“.”表示当前文件夹）</translation>
    </message>
    <message id="error.option.threads">
        <source>--threads needs a whole number from 1 to 9999, not "{value}"</source>
        <translation>--threads 须为 1 至 9999 的整数，而不是“{value}”</translation>
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
    <message id="error.pack.present">
        <source>{pack} is already part of the program; there is nothing to install</source>
        <translation>程序中已有 {pack}，无需安装</translation>
    </message>
    <message id="error.pack.signature">
        <source>the signature of {pack} was made by no key that this installation trusts; if you trust the signer, put the signer's .pub into {folder}</source>
        <translation>{pack} 的签名密钥不受本机信任；如信任该签名者，请将其 .pub 放入 {folder}</translation>
    </message>
    <message id="error.pack.too-large">
        <source>{pack} is too large (over {limit_gb} GB or too many files)</source>
        <translation>{pack} 过大（超过 {limit_gb} GB 或文件过多）</translation>
    </message>
    <message id="error.pack.unknown">
        <source>there is no pack "{pack}" (nearest: {nearest}); known are: {known}</source>
        <translation>没有模型包“{pack}”（最接近：{nearest}）；可用：{known}</translation>
    </message>
    <message id="error.pack.unsigned">
        <source>{pack} is not signed; use a signed pack, or --allow-unsigned for research</source>
        <translation>{pack} 未签名；请使用已签名的模型包，或为科研使用 --allow-unsigned</translation>
    </message>
    <message id="error.qt.missing-libraries">
        <source>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</source>
        <translation>Qt 无法启动（{detail}）；在 Debian 或 Ubuntu 上运行：sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</translation>
    </message>
    <message id="error.record.damaged">
        <source>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</source>
        <translation>{path} 已损坏或被改动：{field} 与其余内容不符；请用未改动的副本重新打印，或重新筛查</translation>
    </message>
    <message id="error.region.outside">
        <source>the region at ({x}, {y}, {z}) mm lies outside the image</source>
        <translation>区域（{x}, {y}, {z}）mm 位于图像之外</translation>
    </message>
    <message id="error.schema.duplicate">
        <source>{source}: "{wanted}" stands twice among the {field}</source>
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
        <source>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have (nearest: {nearest}; it has: {known})</source>
        <translation>机构配置为 {outcome} 的等级“{tier}”设置了阈值，但模型包无此等级（最接近：{nearest}；可用：{known}）</translation>
    </message>
    <message id="error.toml.invalid">
        <source>{source}, line {line}, column {column}: not valid TOML, or a name that stands twice</source>
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
    <message id="error.work.cancelled">
        <source>stopped by the user</source>
        <translation>用户已停止</translation>
    </message>
    <message id="finding.answers.another-patient">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>{subject}：录入 {entered}，DICOM 头为 {dicom}。请确认问卷与影像属于同一患者，并更正其一。</translation>
    </message>
    <message id="finding.answers.differs-from-computed">
        <source>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</source>
        <translation>{subject}：录入为 {entered}，由其他答案计算为 {computed}；请更正有误的一项</translation>
    </message>
    <message id="finding.answers.differs-from-dicom">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}</source>
        <translation>{subject}：录入 {entered}，DICOM 头为 {dicom}</translation>
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
        <source>{model} runs on {engine}, {device}; another engine could not be used: {detail}</source>
        <translation>{model} 改由 {engine}（{device}）运行；首选引擎不可用：{detail}</translation>
    </message>
    <message id="finding.features.in-distribution">
        <source>{subject}: the images are like those the model was trained on (distance {distance}, limit {limit:g})</source>
        <translation>{subject}：影像与模型训练所用影像相近（距离 {distance}，上限 {limit:g}）</translation>
    </message>
    <message id="finding.features.out-of-distribution">
        <source>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); its answer for them would mean nothing</source>
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
        <source>The right thoracic inlet is not in view (certainty {certainty}, {needed} needed).</source>
        <translation>右侧胸廓入口不在扫描范围内（确定度 {certainty}，至少需 {needed}）。</translation>
    </message>
    <message id="finding.region.not-recognised">
        <source>The right thoracic inlet is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</source>
        <translation>右侧胸廓入口仅部分可识别（{found_ml} mL，至少需 {needed_ml} mL）：可能被病变遮挡、被截断或解剖变异。</translation>
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
    <message id="finding.segmentation.empty">
        <source>None of the structures was found in {subject}.</source>
        <translation>{subject} 中未找到任何目标结构。</translation>
    </message>
    <message id="finding.segmentation.too-large">
        <source>{subject}: labelling it would take {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</source>
        <translation>{subject}：分割该序列需要 {gb} GB 内存（上限 {limit_gb} GB）。请选择视野较小的序列。</translation>
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
        <source>{subject}: none of the {count} series is suitable. The nearest is "{series}": {reason}</source>
        <translation>{subject}：{count} 个序列均不适用。最接近的是“{series}”：{reason}</translation>
    </message>
    <message id="finding.series.several-studies">
        <source>The images are of several examinations ({dates}). Choose series of one examination.</source>
        <translation>影像来自多次检查（{dates}）。请选择同一次检查的序列。</translation>
    </message>
    <message id="finding.series.spacing">
        <source>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</source>
        <translation>{subject}：层间距 {spacing_mm} mm（上限 {limit_mm:g} mm）</translation>
    </message>
    <message id="finding.series.spacing-too-wide">
        <source>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</source>
        <translation>{subject}：层间距 {spacing_mm} mm，最多允许 {limit_mm:g} mm</translation>
    </message>
    <message id="finding.site.cut-off-far">
        <source>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the site's average; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</source>
        <translation>按机构为 {outcome} 设置的阈值，最低等级上限达 {percent}%，为本院平均的 {times:.0f} 倍，几乎所有患者都将归入最低等级；请核对阈值是否按小数填写（0.4% 应写作 0.004）</translation>
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
    <message id="help.packs.show">
        <source>show what a pack is for, asks for and rests on</source>
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
        <source>rescale slope of 0</source>
        <translation>Rescale 斜率为 0</translation>
    </message>
    <message id="reason.dicom.too-deep">
        <source>too deep in folders</source>
        <translation>文件夹层级过深</translation>
    </message>
    <message id="reason.dicom.too-many-frames">
        <source>too many frames</source>
        <translation>帧数过多</translation>
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
    <message id="reason.file.system">
        <source>the operating system refused</source>
        <translation>操作系统拒绝访问</translation>
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
        <source>What makes the risk (odds against the site average)</source>
        <translation>风险构成（相对本院平均的优势比）</translation>
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
        <source>Figures</source>
        <translation>参考数据</translation>
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
    <message id="report.more-findings">
        <source>and {count} more, on the second page</source>
        <translation>另有 {count} 项，见第 2 页</translation>
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
    <message id="report.offset">
        <source>Fitted remainder</source>
        <translation>拟合余项</translation>
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
    <message id="report.what-if-note">
        <source>By published associations; no proof that the change has this effect.</source>
        <translation>依据已发表的关联推算，不代表改变后必有此效果。</translation>
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
    <message id="schema.more">
        <source> ({count} faults in all)</source>
        <translation>（共 {count} 处错误）</translation>
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
        <source>needs low and high, or significant_only ({predictor})</source>
        <translation>中 {predictor} 须给出 low 与 high，或 significant_only</translation>
    </message>
    <message id="schema.problem.odds-ratio-outside">
        <source>needs an odds ratio between low and high, all above 0 ({predictor})</source>
        <translation>中 {predictor} 的比值比须介于 low 与 high 之间，且均大于 0</translation>
    </message>
    <message id="schema.problem.odds-ratio-positive">
        <source>needs an odds ratio above 0 ({predictor})</source>
        <translation>中 {predictor} 的比值比须大于 0</translation>
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
    <message id="schema.problem.row-length">
        <source>needs {wanted} figures, not {found}</source>
        <translation>须有 {wanted} 个数值，现为 {found} 个</translation>
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
    <message id="schema.problem.tiers">
        <source>must have ascending shares, the last being 1</source>
        <translation>的占比须递增且最后为 1</translation>
    </message>
    <message id="schema.problem.too_long">
        <source>may have at most {max_length} entries</source>
        <translation>最多 {max_length} 项</translation>
    </message>
    <message id="schema.problem.too_short">
        <source>needs at least {min_length} entries</source>
        <translation>至少需要 {min_length} 项</translation>
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
    <message id="self-test.decoder">
        <source>test images are not read correctly: {detail}</source>
        <translation>测试图像读取有误：{detail}</translation>
    </message>
    <message id="self-test.difference">
        <source>{figure}: {expected} expected, {found} found</source>
        <translation>{figure}：预期 {expected}，实得 {found}</translation>
    </message>
    <message id="self-test.no-fonts">
        <source>the report's fonts are not embedded</source>
        <translation>报告未嵌入字体</translation>
    </message>
    <message id="self-test.no-pack">
        <source>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</source>
        <translation>没有可用的模型包：结果与报告均无法检查；请安装已签名的模型包（precontrast packs install）</translation>
    </message>
    <message id="self-test.other-engine">
        <source>another engine had to run it: {detail}</source>
        <translation>改由其他引擎运行：{detail}</translation>
    </message>
    <message id="status-note.simulation-trained">
        <source>Trained on simulations: no clinical validity is claimed.</source>
        <translation>以仿真数据训练，不声称任何临床有效性。</translation>
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
