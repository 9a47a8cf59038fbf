<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>precontrast</name>
    <message id="banner.image-part">
        <source>read from the images and part of the probability: {names}</source>
        <translation>read from the images and part of the probability: {names}</translation>
    </message>
    <message id="banner.interval">
        <source>95 % interval {low} to {high}</source>
        <translation>95 % interval {low} to {high}</translation>
    </message>
    <message id="banner.no-percentage">
        <source>no percentage</source>
        <translation>no percentage</translation>
    </message>
    <message id="banner.no-prevalence">
        <source>The site has not set its event rate.</source>
        <translation>The site has not set its event rate.</translation>
    </message>
    <message id="banner.odds-title">
        <source>Odds against the average</source>
        <translation>Odds against the average</translation>
    </message>
    <message id="banner.ratio-title">
        <source>Times the site average</source>
        <translation>Times the site average</translation>
    </message>
    <message id="banner.refused">
        <source>NO RESULT</source>
        <translation>NO RESULT</translation>
    </message>
    <message id="banner.refused-image">
        <source>NO IMAGE-BASED RISK</source>
        <translation>NO IMAGE-BASED RISK</translation>
    </message>
    <message id="banner.refused-note">
        <source>The input is not fit for an answer. The reasons are below.</source>
        <translation>The input is not fit for an answer. The reasons are below.</translation>
    </message>
    <message id="banner.result">
        <source>RESULT</source>
        <translation>RESULT</translation>
    </message>
    <message id="banner.risk-title">
        <source>Risk of this injection</source>
        <translation>Risk of this injection</translation>
    </message>
    <message id="banner.share">
        <source>{share} % of reference patients are at this level or above</source>
        <translation>{share} % of reference patients are at this level or above</translation>
    </message>
    <message id="banner.tiers">
        <source>the interval reaches from {low} to {high}</source>
        <translation>the interval reaches from {low} to {high}</translation>
    </message>
    <message id="banner.times-average">
        <source>{ratio} site average</source>
        <translation>{ratio} site average</translation>
    </message>
    <message id="banner.times-average-odds">
        <source>{ratio} average odds</source>
        <translation>{ratio} average odds</translation>
    </message>
    <message id="banner.unknown">
        <source>{count} of {total} inputs unknown</source>
        <translation>{count} of {total} inputs unknown</translation>
    </message>
    <message id="certainty.computed">
        <source>computed</source>
        <translation>computed</translation>
    </message>
    <message id="certainty.source">
        <source>source abstract</source>
        <translation>source abstract</translation>
    </message>
    <message id="certainty.unconfirmed">
        <source>UNCONFIRMED</source>
        <translation>UNCONFIRMED</translation>
    </message>
    <message id="certainty.verified">
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message id="check.decoder">
        <source>decoder</source>
        <translation>decoder</translation>
    </message>
    <message id="check.golden">
        <source>golden case</source>
        <translation>golden case</translation>
    </message>
    <message id="check.pack">
        <source>pack</source>
        <translation>pack</translation>
    </message>
    <message id="check.report">
        <source>report</source>
        <translation>report</translation>
    </message>
    <message id="check.summary">
        <source>{count} checks, {failed} failed</source>
        <translation>{count} checks, {failed} failed</translation>
    </message>
    <message id="cli.error">
        <source>error: {message}</source>
        <translation>error: {message}</translation>
    </message>
    <message id="cli.unsigned-pack">
        <source>!! PACK NOT SIGNED / 模型包未签名 !!</source>
        <translation>!! PACK NOT SIGNED / 模型包未签名 !!</translation>
    </message>
    <message id="cli.usage">
        <source>error: {message}
see: {program} --help</source>
        <translation>error: {message}
see: {program} --help</translation>
    </message>
    <message id="cli.written">
        <source>Report: {pdf}
Record: {json}
Pages:  {count} PNG files beside it</source>
        <translation>Report: {pdf}
Record: {json}
Pages:  {count} PNG files beside it</translation>
    </message>
    <message id="demo.study">
        <source>Demonstration study: {count} DICOM files in {path}</source>
        <translation>Demonstration study: {count} DICOM files in {path}</translation>
    </message>
    <message id="dicom.archive-unsupported">
        <source>{path} is a packed archive of a kind that is not opened. Unpack it and choose the folder, or pack the study as zip.</source>
        <translation>{path} is a packed archive of a kind that is not opened. Unpack it and choose the folder, or pack the study as zip.</translation>
    </message>
    <message id="dicom.bits-unsupported">
        <source>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</source>
        <translation>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</translation>
    </message>
    <message id="dicom.charset-guessed">
        <source>The text of the header does not fit its character set ({declared}) and was read as {used}. Compare the patient's name.</source>
        <translation>The text of the header does not fit its character set ({declared}) and was read as {used}. Compare the patient's name.</translation>
    </message>
    <message id="dicom.choice-contrast-agent">
        <source>The header names a contrast agent: {agent}.</source>
        <translation>The header names a contrast agent: {agent}.</translation>
    </message>
    <message id="dicom.choice-derived">
        <source>Derived images.</source>
        <translation>Derived images.</translation>
    </message>
    <message id="dicom.choice-extent">
        <source>Covers {mm} mm.</source>
        <translation>Covers {mm} mm.</translation>
    </message>
    <message id="dicom.choice-few-slices">
        <source>{found} slices; at least {wanted} are needed.</source>
        <translation>{found} slices; at least {wanted} are needed.</translation>
    </message>
    <message id="dicom.choice-intact">
        <source>Evenly spaced, complete and not tilted.</source>
        <translation>Evenly spaced, complete and not tilted.</translation>
    </message>
    <message id="dicom.choice-kernel-medium">
        <source>Medium kernel ({kernel}).</source>
        <translation>Medium kernel ({kernel}).</translation>
    </message>
    <message id="dicom.choice-kernel-sharp">
        <source>Sharp kernel ({kernel}): more noise.</source>
        <translation>Sharp kernel ({kernel}): more noise.</translation>
    </message>
    <message id="dicom.choice-kernel-soft">
        <source>Soft kernel ({kernel}).</source>
        <translation>Soft kernel ({kernel}).</translation>
    </message>
    <message id="dicom.choice-kernel-unknown">
        <source>Unknown kernel ({kernel}).</source>
        <translation>Unknown kernel ({kernel}).</translation>
    </message>
    <message id="dicom.choice-localizer">
        <source>A scout view, not slices.</source>
        <translation>A scout view, not slices.</translation>
    </message>
    <message id="dicom.choice-missing-slices">
        <source>{count} slices are missing.</source>
        <translation>{count} slices are missing.</translation>
    </message>
    <message id="dicom.choice-no-contrast-agent">
        <source>The header names no contrast agent.</source>
        <translation>The header names no contrast agent.</translation>
    </message>
    <message id="dicom.choice-no-volume">
        <source>No volume can be built from its images.</source>
        <translation>No volume can be built from its images.</translation>
    </message>
    <message id="dicom.choice-original">
        <source>Original images.</source>
        <translation>Original images.</translation>
    </message>
    <message id="dicom.choice-region">
        <source>The wanted region is named: {word}.</source>
        <translation>The wanted region is named: {word}.</translation>
    </message>
    <message id="dicom.choice-region-unnamed">
        <source>The wanted region is not named.</source>
        <translation>The wanted region is not named.</translation>
    </message>
    <message id="dicom.choice-thickness-outside">
        <source>Slice thickness {thickness_mm} mm, outside {low_mm} to {high_mm} mm.</source>
        <translation>Slice thickness {thickness_mm} mm, outside {low_mm} to {high_mm} mm.</translation>
    </message>
    <message id="dicom.choice-thickness-preferred">
        <source>Slice thickness {thickness_mm} mm, within {low_mm} to {high_mm} mm.</source>
        <translation>Slice thickness {thickness_mm} mm, within {low_mm} to {high_mm} mm.</translation>
    </message>
    <message id="dicom.choice-thickness-unknown">
        <source>Slice thickness unknown.</source>
        <translation>Slice thickness unknown.</translation>
    </message>
    <message id="dicom.choice-tilted">
        <source>Tilted by {degrees} degrees.</source>
        <translation>Tilted by {degrees} degrees.</translation>
    </message>
    <message id="dicom.choice-uneven">
        <source>Unevenly spaced.</source>
        <translation>Unevenly spaced.</translation>
    </message>
    <message id="dicom.choice-wide-spacing">
        <source>The slices are {found} mm apart; at most {wanted} mm are accepted.</source>
        <translation>The slices are {found} mm apart; at most {wanted} mm are accepted.</translation>
    </message>
    <message id="dicom.choice-wrong-kind">
        <source>The description names none of: {wanted}.</source>
        <translation>The description names none of: {wanted}.</translation>
    </message>
    <message id="dicom.choice-wrong-modality">
        <source>Modality {found}; {wanted} is needed.</source>
        <translation>Modality {found}; {wanted} is needed.</translation>
    </message>
    <message id="dicom.choice-wrong-plane">
        <source>The plane is {found}; {wanted} is needed.</source>
        <translation>The plane is {found}; {wanted} is needed.</translation>
    </message>
    <message id="dicom.damaged">
        <source>{path} is damaged: {reason}. Export it again.</source>
        <translation>{path} is damaged: {reason}. Export it again.</translation>
    </message>
    <message id="dicom.decode-failed">
        <source>{path} cannot be decompressed: {reason}. Export it again.</source>
        <translation>{path} cannot be decompressed: {reason}. Export it again.</translation>
    </message>
    <message id="dicom.duplicate-files">
        <source>{count} copies of images were left out.</source>
        <translation>{count} copies of images were left out.</translation>
    </message>
    <message id="dicom.duplicate-slices">
        <source>{count} images lie where another already is (from {first_mm} to {last_mm} mm along the stack) and were left out.</source>
        <translation>{count} images lie where another already is (from {first_mm} to {last_mm} mm along the stack) and were left out.</translation>
    </message>
    <message id="dicom.empty">
        <source>{path} holds no files. Choose the folder or archive that holds the study.</source>
        <translation>{path} holds no files. Choose the folder or archive that holds the study.</translation>
    </message>
    <message id="dicom.empty-file">
        <source>{path} is empty (0 bytes). Export the study again.</source>
        <translation>{path} is empty (0 bytes). Export the study again.</translation>
    </message>
    <message id="dicom.file-too-large">
        <source>{path} is larger than its header allows, or than {limit} MiB. The file is refused.</source>
        <translation>{path} is larger than its header allows, or than {limit} MiB. The file is refused.</translation>
    </message>
    <message id="dicom.frame-count">
        <source>{path} declares {declared} frames but describes {found}. Export it again.</source>
        <translation>{path} declares {declared} frames but describes {found}. Export it again.</translation>
    </message>
    <message id="dicom.frame-mismatch">
        <source>The compressed image in {path} is {found}, its header says {declared}. Export it again.</source>
        <translation>The compressed image in {path} is {found}, its header says {declared}. Export it again.</translation>
    </message>
    <message id="dicom.header-too-large">
        <source>The header of {path} claims more than {limit} MiB, which no real image has. The file is refused.</source>
        <translation>The header of {path} claims more than {limit} MiB, which no real image has. The file is refused.</translation>
    </message>
    <message id="dicom.image-too-large">
        <source>{path} claims {size} pixels; at most {limit} in each direction are read, and at least 1.</source>
        <translation>{path} claims {size} pixels; at most {limit} in each direction are read, and at least 1.</translation>
    </message>
    <message id="dicom.irregular-positions">
        <source>The slices of {path} do not lie on one line, so that no volume can be built. Choose another series.</source>
        <translation>The slices of {path} do not lie on one line, so that no volume can be built. Choose another series.</translation>
    </message>
    <message id="dicom.link-loop">
        <source>{path} was reached a second time through a link and was not searched again.</source>
        <translation>{path} was reached a second time through a link and was not searched again.</translation>
    </message>
    <message id="dicom.lossy-compression">
        <source>The images were compressed with loss: fine detail and Hounsfield units may have changed.</source>
        <translation>The images were compressed with loss: fine detail and Hounsfield units may have changed.</translation>
    </message>
    <message id="dicom.missing-slices">
        <source>{count} slices are missing in {gaps} places; the largest gap is between {from_mm} and {to_mm} mm along the stack.</source>
        <translation>{count} slices are missing in {gaps} places; the largest gap is between {from_mm} and {to_mm} mm along the stack.</translation>
    </message>
    <message id="dicom.modality-lut">
        <source>{path} gives its values by a look-up table (Modality LUT), which is not supported. Export it with rescale slope and intercept.</source>
        <translation>{path} gives its values by a look-up table (Modality LUT), which is not supported. Export it with rescale slope and intercept.</translation>
    </message>
    <message id="dicom.monochrome1">
        <source>The images are stored for inverted display (MONOCHROME1); Hounsfield units are not affected.</source>
        <translation>The images are stored for inverted display (MONOCHROME1); Hounsfield units are not affected.</translation>
    </message>
    <message id="dicom.nested-archive">
        <source>{path} is an archive inside a folder or archive and was not opened. Choose it by itself, or unpack it.</source>
        <translation>{path} is an archive inside a folder or archive and was not opened. Choose it by itself, or unpack it.</translation>
    </message>
    <message id="dicom.no-geometry">
        <source>The series of {path} cannot become a volume: {reason}. Export the original images from the scanner or PACS.</source>
        <translation>The series of {path} cannot become a volume: {reason}. Export the original images from the scanner or PACS.</translation>
    </message>
    <message id="dicom.no-images">
        <source>None of the {files} files in {path} is a usable DICOM image; the most frequent reason: {reason}.</source>
        <translation>None of the {files} files in {path} is a usable DICOM image; the most frequent reason: {reason}.</translation>
    </message>
    <message id="dicom.no-pixel-spacing">
        <source>The images do not say how large their pixels are.</source>
        <translation>The images do not say how large their pixels are.</translation>
    </message>
    <message id="dicom.no-positions">
        <source>The images do not say where they lie in the patient.</source>
        <translation>The images do not say where they lie in the patient.</translation>
    </message>
    <message id="dicom.not-a-file">
        <source>{path} is neither a file nor a folder that can be read. Choose a folder, a DICOM file, a zip archive or a DICOMDIR.</source>
        <translation>{path} is neither a file nor a folder that can be read. Choose a folder, a DICOM file, a zip archive or a DICOMDIR.</translation>
    </message>
    <message id="dicom.not-a-volume">
        <source>All images of the series of {path} lie at one place; a volume needs slices at several. Choose another series.</source>
        <translation>All images of the series of {path} lie at one place; a volume needs slices at several. Choose another series.</translation>
    </message>
    <message id="dicom.not-an-image">
        <source>{path} is DICOM but holds no image (modality {modality}), for instance a report or a directory.</source>
        <translation>{path} is DICOM but holds no image (modality {modality}), for instance a report or a directory.</translation>
    </message>
    <message id="dicom.not-dicom">
        <source>{path} is not a DICOM file.</source>
        <translation>{path} is not a DICOM file.</translation>
    </message>
    <message id="dicom.not-encapsulated">
        <source>{path} is labelled as compressed ({syntax}) but is not. Export it again.</source>
        <translation>{path} is labelled as compressed ({syntax}) but is not. Export it again.</translation>
    </message>
    <message id="dicom.not-found">
        <source>Not found: {path}. Check that the disc, drive or network folder is connected.</source>
        <translation>Not found: {path}. Check that the disc, drive or network folder is connected.</translation>
    </message>
    <message id="dicom.not-grayscale">
        <source>{path} is a colour image ({photometric}), no CT slice. Choose another series.</source>
        <translation>{path} is a colour image ({photometric}), no CT slice. Choose another series.</translation>
    </message>
    <message id="dicom.not-straight">
        <source>The slices do not lie on one line.</source>
        <translation>The slices do not lie on one line.</translation>
    </message>
    <message id="dicom.oblique-resampled">
        <source>The images lie {degrees} degrees off the patient's axes and were resampled along them.</source>
        <translation>The images lie {degrees} degrees off the patient's axes and were resampled along them.</translation>
    </message>
    <message id="dicom.one-place">
        <source>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} were left out.</source>
        <translation>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} were left out.</translation>
    </message>
    <message id="dicom.orientation-invalid">
        <source>The orientation of the images contradicts itself ({value}).</source>
        <translation>The orientation of the images contradicts itself ({value}).</translation>
    </message>
    <message id="dicom.out-of-memory">
        <source>There is not enough memory for the {slices} slices of {path}. Close other programs or choose a shorter series.</source>
        <translation>There is not enough memory for the {slices} slices of {path}. Close other programs or choose a shorter series.</translation>
    </message>
    <message id="dicom.override-not-found">
        <source>There is no series with the number or UID {wanted} in this study.</source>
        <translation>There is no series with the number or UID {wanted} in this study.</translation>
    </message>
    <message id="dicom.padding-undeclared">
        <source>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</source>
        <translation>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</translation>
    </message>
    <message id="dicom.pixel-data-missing">
        <source>{path} has a header but no pixels. Export it again with images.</source>
        <translation>{path} has a header but no pixels. Export it again with images.</translation>
    </message>
    <message id="dicom.pixel-data-short">
        <source>{path} holds fewer pixels than its header says. Export it again.</source>
        <translation>{path} holds fewer pixels than its header says. Export it again.</translation>
    </message>
    <message id="dicom.reference-missing">
        <source>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</source>
        <translation>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</translation>
    </message>
    <message id="dicom.rescale-invalid">
        <source>The rescale slope of {path} is 0: its values say nothing. Export the series again.</source>
        <translation>The rescale slope of {path} is 0: its values say nothing. Export the series again.</translation>
    </message>
    <message id="dicom.rescale-missing">
        <source>{count} images do not say how their values become Hounsfield units; they were taken as they are.</source>
        <translation>{count} images do not say how their values become Hounsfield units; they were taken as they are.</translation>
    </message>
    <message id="dicom.rescale-not-hu">
        <source>The values are declared as {type}, not as Hounsfield units.</source>
        <translation>The values are declared as {type}, not as Hounsfield units.</translation>
    </message>
    <message id="dicom.several-patients">
        <source>The images belong to {count} patients. Make sure to choose the right one.</source>
        <translation>The images belong to {count} patients. Make sure to choose the right one.</translation>
    </message>
    <message id="dicom.single-slice">
        <source>The series has images at one place only.</source>
        <translation>The series has images at one place only.</translation>
    </message>
    <message id="dicom.skipped">
        <source>{count} files were left out ({reason}), the first: {path}.</source>
        <translation>{count} files were left out ({reason}), the first: {path}.</translation>
    </message>
    <message id="dicom.slice-unreadable">
        <source>The slice {path} cannot be read ({reason}); its place was left empty.</source>
        <translation>The slice {path} cannot be read ({reason}); its place was left empty.</translation>
    </message>
    <message id="dicom.slices-apart">
        <source>The slices are {spacing_mm} mm apart but only {thickness_mm} mm thick: part of the body was not imaged.</source>
        <translation>The slices are {spacing_mm} mm apart but only {thickness_mm} mm thick: part of the body was not imaged.</translation>
    </message>
    <message id="dicom.slices-left-empty">
        <source>{count} slices are missing or unreadable; their places were left empty.</source>
        <translation>{count} slices are missing or unreadable; their places were left empty.</translation>
    </message>
    <message id="dicom.spacing-resampled">
        <source>The unevenly spaced slices were interpolated to {spacing_mm} mm.</source>
        <translation>The unevenly spaced slices were interpolated to {spacing_mm} mm.</translation>
    </message>
    <message id="dicom.split-by-acquisition">
        <source>Split from its series by acquisition (number {value}).</source>
        <translation>Split from its series by acquisition (number {value}).</translation>
    </message>
    <message id="dicom.split-by-acquisition-time">
        <source>Split from its series by acquisition time ({value}).</source>
        <translation>Split from its series by acquisition time ({value}).</translation>
    </message>
    <message id="dicom.split-by-frame-of-reference">
        <source>Split from its series by frame of reference ({value}).</source>
        <translation>Split from its series by frame of reference ({value}).</translation>
    </message>
    <message id="dicom.split-by-image-type">
        <source>Split from its series by image type ({value}).</source>
        <translation>Split from its series by image type ({value}).</translation>
    </message>
    <message id="dicom.split-by-kernel">
        <source>Split from its series by convolution kernel ({value}).</source>
        <translation>Split from its series by convolution kernel ({value}).</translation>
    </message>
    <message id="dicom.split-by-kvp">
        <source>Split from its series by tube voltage ({value} kV).</source>
        <translation>Split from its series by tube voltage ({value} kV).</translation>
    </message>
    <message id="dicom.split-by-localizer">
        <source>Split from its series: scout views are kept apart ({value}).</source>
        <translation>Split from its series: scout views are kept apart ({value}).</translation>
    </message>
    <message id="dicom.split-by-modality">
        <source>Split from its series by modality ({value}).</source>
        <translation>Split from its series by modality ({value}).</translation>
    </message>
    <message id="dicom.split-by-orientation">
        <source>Split from its series by image orientation ({value}).</source>
        <translation>Split from its series by image orientation ({value}).</translation>
    </message>
    <message id="dicom.split-by-patient">
        <source>Split from its series: images of several patients share it (patient {value}).</source>
        <translation>Split from its series: images of several patients share it (patient {value}).</translation>
    </message>
    <message id="dicom.split-by-pixel-spacing">
        <source>Split from its series by pixel spacing ({value} mm).</source>
        <translation>Split from its series by pixel spacing ({value} mm).</translation>
    </message>
    <message id="dicom.split-by-position">
        <source>Split from its series: some of its images have no position.</source>
        <translation>Split from its series: some of its images have no position.</translation>
    </message>
    <message id="dicom.split-by-size">
        <source>Split from its series by image size ({value}).</source>
        <translation>Split from its series by image size ({value}).</translation>
    </message>
    <message id="dicom.split-by-thickness">
        <source>Split from its series by slice thickness ({value} mm).</source>
        <translation>Split from its series by slice thickness ({value} mm).</translation>
    </message>
    <message id="dicom.split-by-time-point">
        <source>Split from its series by time point ({value}).</source>
        <translation>Split from its series by time point ({value}).</translation>
    </message>
    <message id="dicom.thickness-varies">
        <source>The slice thickness varies from {thinnest_mm} to {thickest_mm} mm.</source>
        <translation>The slice thickness varies from {thinnest_mm} to {thickest_mm} mm.</translation>
    </message>
    <message id="dicom.tilt">
        <source>The gantry was tilted by {degrees} degrees.</source>
        <translation>The gantry was tilted by {degrees} degrees.</translation>
    </message>
    <message id="dicom.tilt-corrected">
        <source>The gantry tilt of {degrees} degrees was corrected by resampling.</source>
        <translation>The gantry tilt of {degrees} degrees was corrected by resampling.</translation>
    </message>
    <message id="dicom.too-deep">
        <source>{path} lies more than {limit} folders deep and was not searched.</source>
        <translation>{path} lies more than {limit} folders deep and was not searched.</translation>
    </message>
    <message id="dicom.too-many-files">
        <source>{path} holds more than {limit} files. Choose the folder of one study.</source>
        <translation>{path} holds more than {limit} files. Choose the folder of one study.</translation>
    </message>
    <message id="dicom.too-many-frames">
        <source>{path} claims more than {limit} frames. The file is refused.</source>
        <translation>{path} claims more than {limit} frames. The file is refused.</translation>
    </message>
    <message id="dicom.transfer-syntax-unsupported">
        <source>{path} is compressed by a method that is not supported (transfer syntax {syntax}). Export it uncompressed or as lossless JPEG.</source>
        <translation>{path} is compressed by a method that is not supported (transfer syntax {syntax}). Export it uncompressed or as lossless JPEG.</translation>
    </message>
    <message id="dicom.truncated">
        <source>{path} ends too early: the copy is incomplete. Copy or export it again.</source>
        <translation>{path} ends too early: the copy is incomplete. Copy or export it again.</translation>
    </message>
    <message id="dicom.uneven-spacing">
        <source>The slices are unevenly spaced, {smallest_mm} to {largest_mm} mm apart.</source>
        <translation>The slices are unevenly spaced, {smallest_mm} to {largest_mm} mm apart.</translation>
    </message>
    <message id="dicom.unreadable">
        <source>{path} cannot be read: {reason}. Check the access rights and the medium, or copy the study again.</source>
        <translation>{path} cannot be read: {reason}. Check the access rights and the medium, or copy the study again.</translation>
    </message>
    <message id="dicom.unsafe-name">
        <source>{path} points outside the archive or disc and was refused.</source>
        <translation>{path} points outside the archive or disc and was refused.</translation>
    </message>
    <message id="dicom.values-clipped">
        <source>{count} values lie outside -32768 to 32767 HU and were moved to these limits.</source>
        <translation>{count} values lie outside -32768 to 32767 HU and were moved to these limits.</translation>
    </message>
    <message id="dicom.values-rounded">
        <source>Values were rounded to whole numbers (slope {slope}).</source>
        <translation>Values were rounded to whole numbers (slope {slope}).</translation>
    </message>
    <message id="dicom.volume-too-large">
        <source>The series of {path} would take {size} voxels, more than {limit} million. Choose a series with fewer slices.</source>
        <translation>The series of {path} would take {size} voxels, more than {limit} million. Choose a series with fewer slices.</translation>
    </message>
    <message id="dicom.zip-bomb">
        <source>The archive {path} is packed more than {limit} times or shares its bytes between files, as no CT study is. It is refused.</source>
        <translation>The archive {path} is packed more than {limit} times or shares its bytes between files, as no CT study is. It is refused.</translation>
    </message>
    <message id="dicom.zip-damaged">
        <source>The archive {path} is damaged: {reason}. Make or download it again.</source>
        <translation>The archive {path} is damaged: {reason}. Make or download it again.</translation>
    </message>
    <message id="dicom.zip-encrypted">
        <source>The archive {path} is protected by a password. Unpack it with the password and choose the folder.</source>
        <translation>The archive {path} is protected by a password. Unpack it with the password and choose the folder.</translation>
    </message>
    <message id="dicom.zip-method">
        <source>{path} is packed by method {method}, which is not opened. Pack the study again as an ordinary zip.</source>
        <translation>{path} is packed by method {method}, which is not opened. Pack the study again as an ordinary zip.</translation>
    </message>
    <message id="dicom.zip-too-large">
        <source>The archive {path} unpacks to {gib} GiB, more than {limit} GiB. Unpack it and choose the folder of one study.</source>
        <translation>The archive {path} unpacks to {gib} GiB, more than {limit} GiB. Unpack it and choose the folder of one study.</translation>
    </message>
    <message id="error.answers.cannot-derive">
        <source>{name} cannot be computed from the other answers; check them, or enter it</source>
        <translation>{name} cannot be computed from the other answers; check them, or enter it</translation>
    </message>
    <message id="error.answers.from-image">
        <source>{name} is read from the images and cannot be entered; leave it out of the answers</source>
        <translation>{name} is read from the images and cannot be entered; leave it out of the answers</translation>
    </message>
    <message id="error.answers.not-a-choice">
        <source>the answer of {name}, "{value}", is none of: {choices}</source>
        <translation>the answer of {name}, "{value}", is none of: {choices}</translation>
    </message>
    <message id="error.answers.not-a-number">
        <source>the answer of {name}, "{value}", is not a number; write a number, or "unknown"</source>
        <translation>the answer of {name}, "{value}", is not a number; write a number, or "unknown"</translation>
    </message>
    <message id="error.answers.unknown-predictor">
        <source>the pack {pack} has no predictor "{name}" (nearest: {nearest})</source>
        <translation>the pack {pack} has no predictor "{name}" (nearest: {nearest})</translation>
    </message>
    <message id="error.engine.load">
        <source>{engine} cannot load the model on {device}: {detail}</source>
        <translation>{engine} cannot load the model on {device}: {detail}</translation>
    </message>
    <message id="error.engine.none">
        <source>no engine of this computer can run {model}: {detail}</source>
        <translation>no engine of this computer can run {model}: {detail}</translation>
    </message>
    <message id="error.engine.run">
        <source>{engine} failed while running: {detail}</source>
        <translation>{engine} failed while running: {detail}</translation>
    </message>
    <message id="error.engine.unknown">
        <source>there is no engine "{engine}" here; offered are: {offered}</source>
        <translation>there is no engine "{engine}" here; offered are: {offered}</translation>
    </message>
    <message id="error.file.exists">
        <source>{path} exists already; choose another name</source>
        <translation>{path} exists already; choose another name</translation>
    </message>
    <message id="error.file.not-found">
        <source>{path} does not exist</source>
        <translation>{path} does not exist</translation>
    </message>
    <message id="error.file.not-utf8">
        <source>{path} is not UTF-8 text; save it as UTF-8</source>
        <translation>{path} is not UTF-8 text; save it as UTF-8</translation>
    </message>
    <message id="error.file.too-large">
        <source>{path} is larger than {limit_mb} MB and is not a settings or answer file</source>
        <translation>{path} is larger than {limit_mb} MB and is not a settings or answer file</translation>
    </message>
    <message id="error.file.unreadable">
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} cannot be read: {reason}</translation>
    </message>
    <message id="error.file.unwritable">
        <source>{path} cannot be written; choose another folder, or check permissions and free space</source>
        <translation>{path} cannot be written; choose another folder, or check permissions and free space</translation>
    </message>
    <message id="error.fonts.missing">
        <source>the report font {path} is missing; run: python -m resources.fonts.make</source>
        <translation>the report font {path} is missing; run: python -m resources.fonts.make</translation>
    </message>
    <message id="error.icons.missing">
        <source>The icon {path} is missing. Run: python -m resources.icons.make</source>
        <translation>The icon {path} is missing. Run: python -m resources.icons.make</translation>
    </message>
    <message id="error.internal">
        <source>a fault of the program ({kind}: {detail}); run again with --verbose and report it</source>
        <translation>a fault of the program ({kind}: {detail}); run again with --verbose and report it</translation>
    </message>
    <message id="error.json.duplicate-key">
        <source>{source}: the key "{key}" stands twice in one object; keep one of them</source>
        <translation>{source}: the key "{key}" stands twice in one object; keep one of them</translation>
    </message>
    <message id="error.json.half-character">
        <source>{source}: {character} is half of a character; save the file as UTF-8</source>
        <translation>{source}: {character} is half of a character; save the file as UTF-8</translation>
    </message>
    <message id="error.json.invalid">
        <source>{source}, line {line}, column {column}: not valid JSON</source>
        <translation>{source}, line {line}, column {column}: not valid JSON</translation>
    </message>
    <message id="error.json.not-finite">
        <source>{source}: {word} is not a number that can be used; write a number, or null for unknown</source>
        <translation>{source}: {word} is not a number that can be used; write a number, or null for unknown</translation>
    </message>
    <message id="error.json.number-too-long">
        <source>{source}: a number has thousands of digits; check it</source>
        <translation>{source}: a number has thousands of digits; check it</translation>
    </message>
    <message id="error.json.too-deep">
        <source>{source}: lists and objects are nested too deeply</source>
        <translation>{source}: lists and objects are nested too deeply</translation>
    </message>
    <message id="error.key.invalid">
        <source>{path} is not an Ed25519 key in PEM form</source>
        <translation>{path} is not an Ed25519 key in PEM form</translation>
    </message>
    <message id="error.key.name">
        <source>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters, digits, spaces and hyphens</source>
        <translation>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters, digits, spaces and hyphens</translation>
    </message>
    <message id="error.model.corrupt">
        <source>the model {model} is not a sound ONNX file: {detail}</source>
        <translation>the model {model} is not a sound ONNX file: {detail}</translation>
    </message>
    <message id="error.model.custom-operator">
        <source>the model {model} uses the operator {operator}, which is not standard ONNX</source>
        <translation>the model {model} uses the operator {operator}, which is not standard ONNX</translation>
    </message>
    <message id="error.model.external-data">
        <source>the model {model} keeps data outside its file, which is not allowed</source>
        <translation>the model {model} keeps data outside its file, which is not allowed</translation>
    </message>
    <message id="error.model.not-finite">
        <source>the network {model} gave something that is not a number; the pack cannot be used on this computer</source>
        <translation>the network {model} gave something that is not a number; the pack cannot be used on this computer</translation>
    </message>
    <message id="error.model.shape">
        <source>The network {model} does not have the inputs and outputs that are wanted: {found}</source>
        <translation>The network {model} does not have the inputs and outputs that are wanted: {found}</translation>
    </message>
    <message id="error.model.too-large">
        <source>the model {model} is larger than {limit_mb} MB</source>
        <translation>the model {model} is larger than {limit_mb} MB</translation>
    </message>
    <message id="error.option.empty-path">
        <source>an empty path was given; name a file or a folder (a dot stands for this folder)</source>
        <translation>an empty path was given; name a file or a folder (a dot stands for this folder)</translation>
    </message>
    <message id="error.option.threads">
        <source>--threads needs a whole number from 1 to 9999, not "{value}"</source>
        <translation>--threads needs a whole number from 1 to 9999, not "{value}"</translation>
    </message>
    <message id="error.pack.bundled">
        <source>{pack} is shipped with the program and cannot be replaced; give your pack another id</source>
        <translation>{pack} is shipped with the program and cannot be replaced; give your pack another id</translation>
    </message>
    <message id="error.pack.bundled-stays">
        <source>{pack} is shipped with the program and cannot be removed</source>
        <translation>{pack} is shipped with the program and cannot be removed</translation>
    </message>
    <message id="error.pack.changed">
        <source>{pack} was changed after it was signed: {file}</source>
        <translation>{pack} was changed after it was signed: {file}</translation>
    </message>
    <message id="error.pack.file-missing">
        <source>{pack} lacks {file}, which its manifest names</source>
        <translation>{pack} lacks {file}, which its manifest names</translation>
    </message>
    <message id="error.pack.foreign-file">
        <source>{pack} holds {file}, which does not belong in a pack</source>
        <translation>{pack} holds {file}, which does not belong in a pack</translation>
    </message>
    <message id="error.pack.golden-invalid">
        <source>{pack}: the golden image {file} cannot be read</source>
        <translation>{pack}: the golden image {file} cannot be read</translation>
    </message>
    <message id="error.pack.no-manifest">
        <source>{pack} has no pack.json</source>
        <translation>{pack} has no pack.json</translation>
    </message>
    <message id="error.pack.no-sums">
        <source>{pack} is signed but has no SHA256SUMS</source>
        <translation>{pack} is signed but has no SHA256SUMS</translation>
    </message>
    <message id="error.pack.not-a-pack">
        <source>{pack} is not a readable pack file</source>
        <translation>{pack} is not a readable pack file</translation>
    </message>
    <message id="error.pack.not-found">
        <source>{path} is not a pack: a folder with pack.json, or a .pack file</source>
        <translation>{path} is not a pack: a folder with pack.json, or a .pack file</translation>
    </message>
    <message id="error.pack.present">
        <source>{pack} is already part of the program; there is nothing to install</source>
        <translation>{pack} is already part of the program; there is nothing to install</translation>
    </message>
    <message id="error.pack.signature">
        <source>the signature of {pack} was made by no key that this installation trusts; if you trust the signer, put the signer's .pub into {folder}</source>
        <translation>the signature of {pack} was made by no key that this installation trusts; if you trust the signer, put the signer's .pub into {folder}</translation>
    </message>
    <message id="error.pack.too-large">
        <source>{pack} is too large (over {limit_gb} GB or too many files)</source>
        <translation>{pack} is too large (over {limit_gb} GB or too many files)</translation>
    </message>
    <message id="error.pack.unknown">
        <source>there is no pack "{pack}" (nearest: {nearest}); known are: {known}</source>
        <translation>there is no pack "{pack}" (nearest: {nearest}); known are: {known}</translation>
    </message>
    <message id="error.pack.unsigned">
        <source>{pack} is not signed; use a signed pack, or --allow-unsigned for research</source>
        <translation>{pack} is not signed; use a signed pack, or --allow-unsigned for research</translation>
    </message>
    <message id="error.qt.missing-libraries">
        <source>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</source>
        <translation>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</translation>
    </message>
    <message id="error.record.damaged">
        <source>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</source>
        <translation>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</translation>
    </message>
    <message id="error.region.outside">
        <source>the region at ({x}, {y}, {z}) mm lies outside the image</source>
        <translation>the region at ({x}, {y}, {z}) mm lies outside the image</translation>
    </message>
    <message id="error.schema.duplicate">
        <source>{source}: "{wanted}" stands twice among the {field}</source>
        <translation>{source}: "{wanted}" stands twice among the {field}</translation>
    </message>
    <message id="error.schema.incomplete">
        <source>{source}: {field} has no entry for the answer "{wanted}"</source>
        <translation>{source}: {field} has no entry for the answer "{wanted}"</translation>
    </message>
    <message id="error.schema.invalid">
        <source>{source}: the field {field} {problem}{more}</source>
        <translation>{source}: the field {field} {problem}{more}</translation>
    </message>
    <message id="error.schema.invalid-whole">
        <source>{source}: the file as a whole {problem}{more}</source>
        <translation>{source}: the file as a whole {problem}{more}</translation>
    </message>
    <message id="error.schema.reference">
        <source>{source}: {field} names "{wanted}", which is not among the {kind}</source>
        <translation>{source}: {field} names "{wanted}", which is not among the {kind}</translation>
    </message>
    <message id="error.screen.no-images">
        <source>the pack {pack} needs no images; leave out --series</source>
        <translation>the pack {pack} needs no images; leave out --series</translation>
    </message>
    <message id="error.screen.no-path">
        <source>the pack {pack} needs images: name a folder, a file, a zip or a DICOMDIR</source>
        <translation>the pack {pack} needs images: name a folder, a file, a zip or a DICOMDIR</translation>
    </message>
    <message id="error.screen.series-role">
        <source>"{role}" is no image of this pack (it has: {roles})</source>
        <translation>"{role}" is no image of this pack (it has: {roles})</translation>
    </message>
    <message id="error.screen.series-twice">
        <source>--series names the image "{role}" twice</source>
        <translation>--series names the image "{role}" twice</translation>
    </message>
    <message id="error.screen.series-which">
        <source>--series {series}: this pack needs several images; say which one, as ROLE={series} (roles: {roles})</source>
        <translation>--series {series}: this pack needs several images; say which one, as ROLE={series} (roles: {roles})</translation>
    </message>
    <message id="error.series.several-patients">
        <source>These are images of {count} patients: {names}. Choose the folder of one patient, or name the series to use.</source>
        <translation>These are images of {count} patients: {names}. Choose the folder of one patient, or name the series to use.</translation>
    </message>
    <message id="error.site.cut-off-lowest">
        <source>the site profile gives the lowest tier "{tier}" of {outcome} a cut-off above 0; everyone below the other tiers belongs to it: write 0 or leave it out</source>
        <translation>the site profile gives the lowest tier "{tier}" of {outcome} a cut-off above 0; everyone below the other tiers belongs to it: write 0 or leave it out</translation>
    </message>
    <message id="error.site.cut-off-missing">
        <source>the site profile sets cut-offs for {outcome} but none for the tier "{tier}"</source>
        <translation>the site profile sets cut-offs for {outcome} but none for the tier "{tier}"</translation>
    </message>
    <message id="error.site.cut-off-order">
        <source>the site profile lets the tier "{higher}" of {outcome} begin no higher than "{lower}"; its cut-off must be the greater one</source>
        <translation>the site profile lets the tier "{higher}" of {outcome} begin no higher than "{lower}"; its cut-off must be the greater one</translation>
    </message>
    <message id="error.site.misspelt">
        <source>the site profile has "{name}" under {section}; the pack knows "{nearest}". Write that, or remove the entry</source>
        <translation>the site profile has "{name}" under {section}; the pack knows "{nearest}". Write that, or remove the entry</translation>
    </message>
    <message id="error.site.population-answers">
        <source>the population of {predictor} in the site profile needs one share for each of: {answers}</source>
        <translation>the population of {predictor} in the site profile needs one share for each of: {answers}</translation>
    </message>
    <message id="error.site.population-number">
        <source>the population of {predictor} in the site profile needs mean and sd, and nothing else</source>
        <translation>the population of {predictor} in the site profile needs mean and sd, and nothing else</translation>
    </message>
    <message id="error.site.population-range">
        <source>the population of {predictor} in the site profile does not fit the pack: mean {mean} must lie from {low} to {high}, sd {sd} above 0 and at most {widest}</source>
        <translation>the population of {predictor} in the site profile does not fit the pack: mean {mean} must lie from {low} to {high}, sd {sd} above 0 and at most {widest}</translation>
    </message>
    <message id="error.site.population-sum">
        <source>the population of {predictor} in the site profile needs shares from 0 to 1 that sum to 1; they sum to {sum}</source>
        <translation>the population of {predictor} in the site profile needs shares from 0 to 1 that sum to 1; they sum to {sum}</translation>
    </message>
    <message id="error.site.unknown-module">
        <source>the site profile switches on "{module}", which the pack {pack} does not have (it has: {known})</source>
        <translation>the site profile switches on "{module}", which the pack {pack} does not have (it has: {known})</translation>
    </message>
    <message id="error.site.unknown-tier">
        <source>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have (nearest: {nearest}; it has: {known})</source>
        <translation>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have (nearest: {nearest}; it has: {known})</translation>
    </message>
    <message id="error.toml.invalid">
        <source>{source}, line {line}, column {column}: not valid TOML, or a name that stands twice</source>
        <translation>{source}, line {line}, column {column}: not valid TOML, or a name that stands twice</translation>
    </message>
    <message id="error.toml.number-too-long">
        <source>{source}: a number has thousands of digits; check it</source>
        <translation>{source}: a number has thousands of digits; check it</translation>
    </message>
    <message id="error.toml.too-deep">
        <source>{source}: lists and tables are nested too deeply</source>
        <translation>{source}: lists and tables are nested too deeply</translation>
    </message>
    <message id="error.work.cancelled">
        <source>stopped by the user</source>
        <translation>stopped by the user</translation>
    </message>
    <message id="finding.answers.another-patient">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</translation>
    </message>
    <message id="finding.answers.differs-from-computed">
        <source>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</source>
        <translation>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</translation>
    </message>
    <message id="finding.answers.differs-from-dicom">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}</source>
        <translation>{subject}: entered {entered}, the DICOM header says {dicom}</translation>
    </message>
    <message id="finding.answers.out-of-range">
        <source>{subject} {value}{unit} is outside the range this pack was made for ({low:g} to {high:g})</source>
        <translation>{subject} {value}{unit} is outside the range this pack was made for ({low:g} to {high:g})</translation>
    </message>
    <message id="finding.contrast.none">
        <source>No contrast medium: blood {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>No contrast medium: blood {artery_hu} HU in arteries, {vein_hu} HU in veins</translation>
    </message>
    <message id="finding.contrast.present">
        <source>Contrast medium is present: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</source>
        <translation>Contrast medium is present: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</translation>
    </message>
    <message id="finding.contrast.present-tag-silent">
        <source>Contrast medium is present though the header does not say so: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</source>
        <translation>Contrast medium is present though the header does not say so: blood {artery_hu} HU in arteries, {vein_hu} HU in veins (limit {limit_hu:g} HU)</translation>
    </message>
    <message id="finding.contrast.tag-disagrees">
        <source>The header names {agent}, but blood has {artery_hu} HU in arteries and {vein_hu} HU in veins: treated as unenhanced</source>
        <translation>The header names {agent}, but blood has {artery_hu} HU in arteries and {vein_hu} HU in veins: treated as unenhanced</translation>
    </message>
    <message id="finding.contrast.tag-only">
        <source>The header names a contrast agent ({agent}) and no vessel could be measured to check it</source>
        <translation>The header names a contrast agent ({agent}) and no vessel could be measured to check it</translation>
    </message>
    <message id="finding.contrast.unclear">
        <source>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</translation>
    </message>
    <message id="finding.engine.fallback">
        <source>{model} runs on {engine}, {device}; another engine could not be used: {detail}</source>
        <translation>{model} runs on {engine}, {device}; another engine could not be used: {detail}</translation>
    </message>
    <message id="finding.features.in-distribution">
        <source>{subject}: the images are like those the model was trained on (distance {distance}, limit {limit:g})</source>
        <translation>{subject}: the images are like those the model was trained on (distance {distance}, limit {limit:g})</translation>
    </message>
    <message id="finding.features.out-of-distribution">
        <source>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); its answer for them would mean nothing</source>
        <translation>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); its answer for them would mean nothing</translation>
    </message>
    <message id="finding.features.structure-missing">
        <source>{subject}: not found, so the image features cannot be computed</source>
        <translation>{subject}: not found, so the image features cannot be computed</translation>
    </message>
    <message id="finding.formula.impossible">
        <source>{subject}: the result {value} is impossible (allowed {low} to {high}); check the inputs</source>
        <translation>{subject}: the result {value} is impossible (allowed {low} to {high}); check the inputs</translation>
    </message>
    <message id="finding.formula.no-result">
        <source>{subject}: the inputs give no finite result</source>
        <translation>{subject}: the inputs give no finite result</translation>
    </message>
    <message id="finding.patient.child">
        <source>The patient is {years} years old; the pack is for {limit} years and older</source>
        <translation>The patient is {years} years old; the pack is for {limit} years and older</translation>
    </message>
    <message id="finding.patient.not-supine">
        <source>Patient position {position}: not supine</source>
        <translation>Patient position {position}: not supine</translation>
    </message>
    <message id="finding.patient.position-unknown">
        <source>The header does not state the patient position; left and right follow the image orientation</source>
        <translation>The header does not state the patient position; left and right follow the image orientation</translation>
    </message>
    <message id="finding.region.covered">
        <source>Thoracic inlet covered: {above_mm} mm above and {below_mm} mm below the venous angle</source>
        <translation>Thoracic inlet covered: {above_mm} mm above and {below_mm} mm below the venous angle</translation>
    </message>
    <message id="finding.region.differs">
        <source>{subject}: entered {entered}, measured {measured} in the region</source>
        <translation>{subject}: entered {entered}, measured {measured} in the region</translation>
    </message>
    <message id="finding.region.field-of-view">
        <source>{percent} % of the region around the vessels lies outside the field of view; lateral parts are cut off</source>
        <translation>{percent} % of the region around the vessels lies outside the field of view; lateral parts are cut off</translation>
    </message>
    <message id="finding.region.hidden">
        <source>The right lung apex is not aerated ({lung_ml} mL of lung in the block, {needed_ml} mL expected): the inlet may be hidden by a mass or fluid</source>
        <translation>The right lung apex is not aerated ({lung_ml} mL of lung in the block, {needed_ml} mL expected): the inlet may be hidden by a mass or fluid</translation>
    </message>
    <message id="finding.region.metal">
        <source>Metal in the region ({ml} mL): streaks may hide vessels</source>
        <translation>Metal in the region ({ml} mL): streaks may hide vessels</translation>
    </message>
    <message id="finding.region.motion">
        <source>{count} jump(s) between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</source>
        <translation>{count} jump(s) between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</translation>
    </message>
    <message id="finding.region.neck-short">
        <source>Only {above_mm} mm of neck above the venous angle are in view; carotid and jugular are measured on that part</source>
        <translation>Only {above_mm} mm of neck above the venous angle are in view; carotid and jugular are measured on that part</translation>
    </message>
    <message id="finding.region.noise">
        <source>Noise in the vessels {sd_hu} HU</source>
        <translation>Noise in the vessels {sd_hu} HU</translation>
    </message>
    <message id="finding.region.noisy">
        <source>Noisy image: {sd_hu} HU inside the vessels</source>
        <translation>Noisy image: {sd_hu} HU inside the vessels</translation>
    </message>
    <message id="finding.region.not-covered">
        <source>The scan ends {above_mm} mm above and {below_mm} mm below the venous angle; {need_above_mm:g} and {need_below_mm:g} mm are needed</source>
        <translation>The scan ends {above_mm} mm above and {below_mm} mm below the venous angle; {need_above_mm:g} and {need_below_mm:g} mm are needed</translation>
    </message>
    <message id="finding.region.not-in-view">
        <source>The right thoracic inlet is not in view (certainty {certainty}, {needed} needed).</source>
        <translation>The right thoracic inlet is not in view (certainty {certainty}, {needed} needed).</translation>
    </message>
    <message id="finding.region.not-recognised">
        <source>The right thoracic inlet is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</source>
        <translation>The right thoracic inlet is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</translation>
    </message>
    <message id="finding.region.too-noisy">
        <source>Too noisy: {sd_hu} HU inside the vessels (limit {limit_hu:g} HU)</source>
        <translation>Too noisy: {sd_hu} HU inside the vessels (limit {limit_hu:g} HU)</translation>
    </message>
    <message id="finding.region.too-small">
        <source>{subject}: the region holds {voxels} voxels, {needed} are needed</source>
        <translation>{subject}: the region holds {voxels} voxels, {needed} are needed</translation>
    </message>
    <message id="finding.risk.too-few-answers">
        <source>Only {known} of the risk factors are known; at least {needed} are needed</source>
        <translation>Only {known} of the risk factors are known; at least {needed} are needed</translation>
    </message>
    <message id="finding.segmentation.empty">
        <source>None of the structures was found in {subject}.</source>
        <translation>None of the structures was found in {subject}.</translation>
    </message>
    <message id="finding.segmentation.too-large">
        <source>{subject}: labelling it would take {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</source>
        <translation>{subject}: labelling it would take {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</translation>
    </message>
    <message id="finding.series.contrast-tag">
        <source>{subject}: the header names a contrast agent ({agent})</source>
        <translation>{subject}: the header names a contrast agent ({agent})</translation>
    </message>
    <message id="finding.series.gap-elsewhere">
        <source>{subject}: {count} slices are missing outside the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}: {count} slices are missing outside the assessed region (z {from_mm} to {to_mm} mm)</translation>
    </message>
    <message id="finding.series.gap-in-region">
        <source>{subject}: {count} slices are missing in the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}: {count} slices are missing in the assessed region (z {from_mm} to {to_mm} mm)</translation>
    </message>
    <message id="finding.series.kernel-sharp">
        <source>{subject}: sharp kernel ({kernel}), noisier in soft tissue</source>
        <translation>{subject}: sharp kernel ({kernel}), noisier in soft tissue</translation>
    </message>
    <message id="finding.series.none-given">
        <source>{subject}: no image series was given</source>
        <translation>{subject}: no image series was given</translation>
    </message>
    <message id="finding.series.none-suitable">
        <source>{subject}: none of the {count} series is suitable. The nearest is "{series}": {reason}</source>
        <translation>{subject}: none of the {count} series is suitable. The nearest is "{series}": {reason}</translation>
    </message>
    <message id="finding.series.several-studies">
        <source>The images are of several examinations ({dates}). Choose series of one examination.</source>
        <translation>The images are of several examinations ({dates}). Choose series of one examination.</translation>
    </message>
    <message id="finding.series.spacing">
        <source>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</source>
        <translation>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</translation>
    </message>
    <message id="finding.series.spacing-too-wide">
        <source>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</source>
        <translation>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</translation>
    </message>
    <message id="finding.site.cut-off-far">
        <source>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the site's average; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</source>
        <translation>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the site's average; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</translation>
    </message>
    <message id="finding.site.cut-offs-unused">
        <source>The cut-offs of the site for {outcome} are not used, for no event rate is set; tiers are shares of the reference population</source>
        <translation>The cut-offs of the site for {outcome} are not used, for no event rate is set; tiers are shares of the reference population</translation>
    </message>
    <message id="finding.site.modules-unused">
        <source>The site profile switches on {names} for {outcome}; this pack has no modules</source>
        <translation>The site profile switches on {names} for {outcome}; this pack has no modules</translation>
    </message>
    <message id="finding.site.no-rate">
        <source>The site profile has an event rate for {names} and none for {outcome}; no percentage is given</source>
        <translation>The site profile has an event rate for {names} and none for {outcome}; no percentage is given</translation>
    </message>
    <message id="finding.site.rate-high">
        <source>The site profile gives {outcome} an event rate of {percent} %, above the {limit} % that this pack takes for plausible. Check that the rate is a share (0.27 % is 0.0027): every percentage and tier of the site rests on it</source>
        <translation>The site profile gives {outcome} an event rate of {percent} %, above the {limit} % that this pack takes for plausible. Check that the rate is a share (0.27 % is 0.0027): every percentage and tier of the site rests on it</translation>
    </message>
    <message id="finding.vessel.broken">
        <source>{subject}: found in {pieces} separate pieces</source>
        <translation>{subject}: found in {pieces} separate pieces</translation>
    </message>
    <message id="finding.vessel.cut-off">
        <source>{subject}: reaches the edge of the scan</source>
        <translation>{subject}: reaches the edge of the scan</translation>
    </message>
    <message id="finding.vessel.density-implausible">
        <source>{subject}: {value} HU is too low for blood (from {low:g} HU)</source>
        <translation>{subject}: {value} HU is too low for blood (from {low:g} HU)</translation>
    </message>
    <message id="finding.vessel.diameter-implausible">
        <source>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</source>
        <translation>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</translation>
    </message>
    <message id="finding.vessel.diameter-unknown">
        <source>{subject}: too short to measure a diameter</source>
        <translation>{subject}: too short to measure a diameter</translation>
    </message>
    <message id="finding.vessel.not-found">
        <source>{subject}: not found</source>
        <translation>{subject}: not found</translation>
    </message>
    <message id="finding.vessel.plausible">
        <source>{subject}: found, {ml} mL, plausible</source>
        <translation>{subject}: found, {ml} mL, plausible</translation>
    </message>
    <message id="finding.vessel.too-uncertain">
        <source>{subject}: the segmentation is too unsure (certainty {certainty}, limit {limit:g})</source>
        <translation>{subject}: the segmentation is too unsure (certainty {certainty}, limit {limit:g})</translation>
    </message>
    <message id="finding.vessel.uncertain">
        <source>{subject}: the segmentation is unsure (certainty {certainty})</source>
        <translation>{subject}: the segmentation is unsure (certainty {certainty})</translation>
    </message>
    <message id="finding.vessel.volume-implausible">
        <source>{subject}: {value} mL is implausible ({low:g} to {high:g} mL)</source>
        <translation>{subject}: {value} mL is implausible ({low:g} to {high:g} mL)</translation>
    </message>
    <message id="finding.vessel.volume-unknown">
        <source>{subject}: volume not measured</source>
        <translation>{subject}: volume not measured</translation>
    </message>
    <message id="help.allow-unsigned">
        <source>use packs without a signature; every result says so</source>
        <translation>use packs without a signature; every result says so</translation>
    </message>
    <message id="help.commands">
        <source>commands</source>
        <translation>commands</translation>
    </message>
    <message id="help.demo">
        <source>make a demonstration study and screen it</source>
        <translation>make a demonstration study and screen it</translation>
    </message>
    <message id="help.demo-examples">
        <source>examples:
  precontrast demo --out demo --lang en</source>
        <translation>examples:
  precontrast demo --out demo --lang en</translation>
    </message>
    <message id="help.demo.study-only">
        <source>only write the DICOM study</source>
        <translation>only write the DICOM study</translation>
    </message>
    <message id="help.engine">
        <source>engine and device, for instance openvino:CPU; measured and remembered if not given</source>
        <translation>engine and device, for instance openvino:CPU; measured and remembered if not given</translation>
    </message>
    <message id="help.help">
        <source>show this help</source>
        <translation>show this help</translation>
    </message>
    <message id="help.inspect">
        <source>list what is in a folder and which series would be used, and why</source>
        <translation>list what is in a folder and which series would be used, and why</translation>
    </message>
    <message id="help.inspect-examples">
        <source>examples:
  precontrast inspect /media/cdrom/DICOMDIR
  precontrast inspect study.zip --pack evt-spectral --json</source>
        <translation>examples:
  precontrast inspect /media/cdrom/DICOMDIR
  precontrast inspect study.zip --pack evt-spectral --json</translation>
    </message>
    <message id="help.inspect.pack">
        <source>pack whose wishes decide the choice</source>
        <translation>pack whose wishes decide the choice</translation>
    </message>
    <message id="help.json">
        <source>print the result as JSON on standard output</source>
        <translation>print the result as JSON on standard output</translation>
    </message>
    <message id="help.lang">
        <source>language of all output; if not given, the site profile's, else the system's</source>
        <translation>language of all output; if not given, the site profile's, else the system's</translation>
    </message>
    <message id="help.options">
        <source>options</source>
        <translation>options</translation>
    </message>
    <message id="help.packs">
        <source>list, show, verify, sign, install and remove packs</source>
        <translation>list, show, verify, sign, install and remove packs</translation>
    </message>
    <message id="help.packs-examples">
        <source>examples:
  precontrast packs list
  precontrast packs keygen our-hospital
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack
  precontrast packs install my-pack.pack</source>
        <translation>examples:
  precontrast packs list
  precontrast packs keygen our-hospital
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack
  precontrast packs install my-pack.pack</translation>
    </message>
    <message id="help.packs.folder">
        <source>pack folder with pack.json</source>
        <translation>pack folder with pack.json</translation>
    </message>
    <message id="help.packs.install">
        <source>verify a pack and add it to this user's library</source>
        <translation>verify a pack and add it to this user's library</translation>
    </message>
    <message id="help.packs.install-examples">
        <source>examples:
  precontrast packs install my-pack.pack</source>
        <translation>examples:
  precontrast packs install my-pack.pack</translation>
    </message>
    <message id="help.packs.key">
        <source>private key (PEM) made by keygen</source>
        <translation>private key (PEM) made by keygen</translation>
    </message>
    <message id="help.packs.keygen">
        <source>make a signing key pair in this folder; keep the .pem secret</source>
        <translation>make a signing key pair in this folder; keep the .pem secret</translation>
    </message>
    <message id="help.packs.keygen-examples">
        <source>examples:
  precontrast packs keygen our-hospital
  precontrast packs keygen safe/our-hospital</source>
        <translation>examples:
  precontrast packs keygen our-hospital
  precontrast packs keygen safe/our-hospital</translation>
    </message>
    <message id="help.packs.list">
        <source>list the packs of this installation</source>
        <translation>list the packs of this installation</translation>
    </message>
    <message id="help.packs.list-examples">
        <source>examples:
  precontrast packs list
  precontrast packs list --json</source>
        <translation>examples:
  precontrast packs list
  precontrast packs list --json</translation>
    </message>
    <message id="help.packs.name">
        <source>name of the key, for instance the hospital's; results call the signer by it</source>
        <translation>name of the key, for instance the hospital's; results call the signer by it</translation>
    </message>
    <message id="help.packs.pack">
        <source>pack id, folder or .pack file</source>
        <translation>pack id, folder or .pack file</translation>
    </message>
    <message id="help.packs.remove">
        <source>remove an installed pack</source>
        <translation>remove an installed pack</translation>
    </message>
    <message id="help.packs.remove-examples">
        <source>examples:
  precontrast packs remove my-pack</source>
        <translation>examples:
  precontrast packs remove my-pack</translation>
    </message>
    <message id="help.packs.show">
        <source>show what a pack is for, asks for and rests on</source>
        <translation>show what a pack is for, asks for and rests on</translation>
    </message>
    <message id="help.packs.show-examples">
        <source>examples:
  precontrast packs show cme-vessels-demo
  precontrast packs show my-pack/ --allow-unsigned</source>
        <translation>examples:
  precontrast packs show cme-vessels-demo
  precontrast packs show my-pack/ --allow-unsigned</translation>
    </message>
    <message id="help.packs.sign">
        <source>sign a pack folder</source>
        <translation>sign a pack folder</translation>
    </message>
    <message id="help.packs.sign-examples">
        <source>examples:
  precontrast packs sign my-pack/ --key our-hospital.pem
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack</source>
        <translation>examples:
  precontrast packs sign my-pack/ --key our-hospital.pem
  precontrast packs sign my-pack/ --key our-hospital.pem --out my-pack.pack</translation>
    </message>
    <message id="help.packs.sign-out">
        <source>also write the signed pack as one file</source>
        <translation>also write the signed pack as one file</translation>
    </message>
    <message id="help.packs.verify">
        <source>check checksums, signature and manifest</source>
        <translation>check checksums, signature and manifest</translation>
    </message>
    <message id="help.packs.verify-examples">
        <source>examples:
  precontrast packs verify ich-nag
  precontrast packs verify my-pack.pack --json</source>
        <translation>examples:
  precontrast packs verify ich-nag
  precontrast packs verify my-pack.pack --json</translation>
    </message>
    <message id="help.positionals">
        <source>arguments</source>
        <translation>arguments</translation>
    </message>
    <message id="help.program">
        <source>Extravasation-risk screening from non-contrast CT, offline. RESEARCH USE ONLY.</source>
        <translation>Extravasation-risk screening from non-contrast CT, offline. RESEARCH USE ONLY.</translation>
    </message>
    <message id="help.program-examples">
        <source>examples:
  precontrast demo --out demo                     the whole job on a study made by the program
  precontrast inspect /media/cdrom                what is on a disc, and which series would be used
  precontrast screen CT --answers a.json --site site.toml --lang zh --out report
  precontrast packs list

exit codes: 0 answer, 2 bad input, 3 refused with reasons, 4 pack or model not usable, 1 internal error, 130 stopped</source>
        <translation>examples:
  precontrast demo --out demo                     the whole job on a study made by the program
  precontrast inspect /media/cdrom                what is on a disc, and which series would be used
  precontrast screen CT --answers a.json --site site.toml --lang zh --out report
  precontrast packs list

exit codes: 0 answer, 2 bad input, 3 refused with reasons, 4 pack or model not usable, 1 internal error, 130 stopped</translation>
    </message>
    <message id="help.quiet">
        <source>no progress bars</source>
        <translation>no progress bars</translation>
    </message>
    <message id="help.reprint">
        <source>print the report of an earlier record again, without its images</source>
        <translation>print the report of an earlier record again, without its images</translation>
    </message>
    <message id="help.reprint-examples">
        <source>examples:
  precontrast reprint report/report.json --lang en --out reprint</source>
        <translation>examples:
  precontrast reprint report/report.json --lang en --out reprint</translation>
    </message>
    <message id="help.reprint.record">
        <source>JSON record that screen wrote</source>
        <translation>JSON record that screen wrote</translation>
    </message>
    <message id="help.screen">
        <source>screen a patient: images and answers in, a report out</source>
        <translation>screen a patient: images and answers in, a report out</translation>
    </message>
    <message id="help.screen-examples">
        <source>examples:
  precontrast screen CT_FOLDER --answers answers.json --site site.toml --lang zh --out report
  precontrast screen study.zip --pack cme-vessels-demo --series 1.2.840.1 --json
  precontrast screen --pack ich-nag --answers nag.json --out report
  precontrast screen VNC IODINE --pack evt-spectral --series vnc=4 --series iodine=5 --answers roi.json</source>
        <translation>examples:
  precontrast screen CT_FOLDER --answers answers.json --site site.toml --lang zh --out report
  precontrast screen study.zip --pack cme-vessels-demo --series 1.2.840.1 --json
  precontrast screen --pack ich-nag --answers nag.json --out report
  precontrast screen VNC IODINE --pack evt-spectral --series vnc=4 --series iodine=5 --answers roi.json</translation>
    </message>
    <message id="help.screen.answers">
        <source>answers of the console as JSON; what is missing is unknown</source>
        <translation>answers of the console as JSON; what is missing is unknown</translation>
    </message>
    <message id="help.screen.no-fallback">
        <source>after a refusal do not add the clinical-only estimate</source>
        <translation>after a refusal do not add the clinical-only estimate</translation>
    </message>
    <message id="help.screen.out">
        <source>folder for the report</source>
        <translation>folder for the report</translation>
    </message>
    <message id="help.screen.pack">
        <source>pack to use: an id, a folder or a .pack file (default: cme-vessels-demo)</source>
        <translation>pack to use: an id, a folder or a .pack file (default: cme-vessels-demo)</translation>
    </message>
    <message id="help.screen.paper">
        <source>paper size; if not given, the site profile's, else A4</source>
        <translation>paper size; if not given, the site profile's, else A4</translation>
    </message>
    <message id="help.screen.path">
        <source>folder, file, several files, .zip or DICOMDIR</source>
        <translation>folder, file, several files, .zip or DICOMDIR</translation>
    </message>
    <message id="help.screen.series">
        <source>series to use instead of the automatic choice: UID or series number, with ROLE= for packs with several images</source>
        <translation>series to use instead of the automatic choice: UID or series number, with ROLE= for packs with several images</translation>
    </message>
    <message id="help.screen.site">
        <source>site profile as TOML; without its event rate no absolute percentage is given</source>
        <translation>site profile as TOML; without its event rate no absolute percentage is given</translation>
    </message>
    <message id="help.self_test">
        <source>check that engines, packs, decoders and reports work on this computer</source>
        <translation>check that engines, packs, decoders and reports work on this computer</translation>
    </message>
    <message id="help.self_test-examples">
        <source>examples:
  precontrast self-test
  precontrast self-test cme-vessels-demo</source>
        <translation>examples:
  precontrast self-test
  precontrast self-test cme-vessels-demo</translation>
    </message>
    <message id="help.self_test.pack">
        <source>test this pack only</source>
        <translation>test this pack only</translation>
    </message>
    <message id="help.threads">
        <source>processor threads for inference</source>
        <translation>processor threads for inference</translation>
    </message>
    <message id="help.usage">
        <source>usage: </source>
        <translation>usage: </translation>
    </message>
    <message id="help.verbose">
        <source>log what is done, to standard error</source>
        <translation>log what is done, to standard error</translation>
    </message>
    <message id="help.version">
        <source>show the version</source>
        <translation>show the version</translation>
    </message>
    <message id="inspect.chosen">
        <source>{role}: would use row {row}, "{series}"</source>
        <translation>{role}: would use row {row}, "{series}"</translation>
    </message>
    <message id="inspect.contrast">
        <source>contrast</source>
        <translation>contrast</translation>
    </message>
    <message id="inspect.description">
        <source>description</source>
        <translation>description</translation>
    </message>
    <message id="inspect.enhanced">
        <source>its header names a contrast agent ({agent}), and an unenhanced series is needed: check it before use</source>
        <translation>its header names a contrast agent ({agent}), and an unenhanced series is needed: check it before use</translation>
    </message>
    <message id="inspect.kernel">
        <source>kernel</source>
        <translation>kernel</translation>
    </message>
    <message id="inspect.modality">
        <source>mod.</source>
        <translation>mod.</translation>
    </message>
    <message id="inspect.no-images">
        <source>the pack {pack} needs no images</source>
        <translation>the pack {pack} needs no images</translation>
    </message>
    <message id="inspect.none">
        <source>{role}: no series is suitable</source>
        <translation>{role}: no series is suitable</translation>
    </message>
    <message id="inspect.number">
        <source>series no.</source>
        <translation>series no.</translation>
    </message>
    <message id="inspect.plane">
        <source>plane</source>
        <translation>plane</translation>
    </message>
    <message id="inspect.row">
        <source>row</source>
        <translation>row</translation>
    </message>
    <message id="inspect.slices">
        <source>slices</source>
        <translation>slices</translation>
    </message>
    <message id="inspect.spacing">
        <source>spacing mm</source>
        <translation>spacing mm</translation>
    </message>
    <message id="inspect.study">
        <source>{name} ({id}), study of {date}</source>
        <translation>{name} ({id}), study of {date}</translation>
    </message>
    <message id="inspect.thickness">
        <source>thick. mm</source>
        <translation>thick. mm</translation>
    </message>
    <message id="label.value">
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message id="list.comma">
        <source>, </source>
        <translation>, </translation>
    </message>
    <message id="list.separator">
        <source>; </source>
        <translation>; </translation>
    </message>
    <message id="measure.calcium">
        <source>Calcium mL</source>
        <translation>Calcium mL</translation>
    </message>
    <message id="measure.certainty">
        <source>Certainty</source>
        <translation>Certainty</translation>
    </message>
    <message id="measure.density">
        <source>HU ± SD</source>
        <translation>HU ± SD</translation>
    </message>
    <message id="measure.diameter">
        <source>Mean Ø, mm</source>
        <translation>Mean Ø, mm</translation>
    </message>
    <message id="measure.flattening">
        <source>Flattening</source>
        <translation>Flattening</translation>
    </message>
    <message id="measure.not-part">
        <source>Not part of the probability.</source>
        <translation>Not part of the probability.</translation>
    </message>
    <message id="measure.note">
        <source>Diameters are of circles of equal area along the course in view; * reaches the edge of the scan; ▲ doubtful, see below. {part}</source>
        <translation>Diameters are of circles of equal area along the course in view; * reaches the edge of the scan; ▲ doubtful, see below. {part}</translation>
    </message>
    <message id="measure.part">
        <source>Some of these figures are part of the probability.</source>
        <translation>Some of these figures are part of the probability.</translation>
    </message>
    <message id="measure.range">
        <source>Ø min–max</source>
        <translation>Ø min–max</translation>
    </message>
    <message id="measure.structure">
        <source>Vessel</source>
        <translation>Vessel</translation>
    </message>
    <message id="measure.volume">
        <source>Volume mL</source>
        <translation>Volume mL</translation>
    </message>
    <message id="nomogram.incomplete">
        <source>No total: not all answers are known.</source>
        <translation>No total: not all answers are known.</translation>
    </message>
    <message id="nomogram.points">
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message id="nomogram.ratio">
        <source>Odds × average</source>
        <translation>Odds × average</translation>
    </message>
    <message id="nomogram.total">
        <source>Total points</source>
        <translation>Total points</translation>
    </message>
    <message id="origin.computed">
        <source>computed</source>
        <translation>computed</translation>
    </message>
    <message id="origin.dicom">
        <source>from DICOM</source>
        <translation>from DICOM</translation>
    </message>
    <message id="origin.entered">
        <source>entered</source>
        <translation>entered</translation>
    </message>
    <message id="origin.image">
        <source>from the images</source>
        <translation>from the images</translation>
    </message>
    <message id="origin.unknown">
        <source>–</source>
        <translation>–</translation>
    </message>
    <message id="pack.signed-by">
        <source>signed by {signer}</source>
        <translation>signed by {signer}</translation>
    </message>
    <message id="pack.unsigned">
        <source>NOT SIGNED</source>
        <translation>NOT SIGNED</translation>
    </message>
    <message id="packs.id">
        <source>id</source>
        <translation>id</translation>
    </message>
    <message id="packs.images">
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message id="packs.installed">
        <source>{pack} installed</source>
        <translation>{pack} installed</translation>
    </message>
    <message id="packs.key-made">
        <source>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</source>
        <translation>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</translation>
    </message>
    <message id="packs.predictors">
        <source>Predictors</source>
        <translation>Predictors</translation>
    </message>
    <message id="packs.removed">
        <source>{pack} removed</source>
        <translation>{pack} removed</translation>
    </message>
    <message id="packs.signed">
        <source>{pack} signed: {path}</source>
        <translation>{pack} signed: {path}</translation>
    </message>
    <message id="packs.signer">
        <source>signed by</source>
        <translation>signed by</translation>
    </message>
    <message id="packs.status">
        <source>status</source>
        <translation>status</translation>
    </message>
    <message id="packs.title">
        <source>title</source>
        <translation>title</translation>
    </message>
    <message id="packs.unusable">
        <source>NOT USABLE</source>
        <translation>NOT USABLE</translation>
    </message>
    <message id="packs.valid">
        <source>{pack}: checksums, signature and manifest are valid</source>
        <translation>{pack}: checksums, signature and manifest are valid</translation>
    </message>
    <message id="packs.valid-manifest">
        <source>{pack}: the manifest is valid; there are neither checksums nor a signature to check</source>
        <translation>{pack}: the manifest is valid; there are neither checksums nor a signature to check</translation>
    </message>
    <message id="packs.valid-unsigned">
        <source>{pack}: manifest and checksums are valid; there is no signature, so nothing shows who made it</source>
        <translation>{pack}: manifest and checksums are valid; there is no signature, so nothing shows who made it</translation>
    </message>
    <message id="packs.version">
        <source>version</source>
        <translation>version</translation>
    </message>
    <message id="plane.axial">
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message id="plane.coronal">
        <source>coronal</source>
        <translation>coronal</translation>
    </message>
    <message id="plane.oblique">
        <source>oblique</source>
        <translation>oblique</translation>
    </message>
    <message id="plane.sagittal">
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message id="progress.load">
        <source>reading images</source>
        <translation>reading images</translation>
    </message>
    <message id="progress.scan">
        <source>reading headers</source>
        <translation>reading headers</translation>
    </message>
    <message id="progress.steps">
        <source>analysing</source>
        <translation>analysing</translation>
    </message>
    <message id="reason.dicom.archive-unsupported">
        <source>archive of a kind that is not opened</source>
        <translation>archive of a kind that is not opened</translation>
    </message>
    <message id="reason.dicom.bits-unsupported">
        <source>unsupported number of bits</source>
        <translation>unsupported number of bits</translation>
    </message>
    <message id="reason.dicom.damaged">
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message id="reason.dicom.decode-failed">
        <source>cannot be decompressed</source>
        <translation>cannot be decompressed</translation>
    </message>
    <message id="reason.dicom.empty-file">
        <source>empty file</source>
        <translation>empty file</translation>
    </message>
    <message id="reason.dicom.file-too-large">
        <source>file too large</source>
        <translation>file too large</translation>
    </message>
    <message id="reason.dicom.frame-count">
        <source>frame count contradicts itself</source>
        <translation>frame count contradicts itself</translation>
    </message>
    <message id="reason.dicom.frame-mismatch">
        <source>compressed image of another size</source>
        <translation>compressed image of another size</translation>
    </message>
    <message id="reason.dicom.header-too-large">
        <source>header too large</source>
        <translation>header too large</translation>
    </message>
    <message id="reason.dicom.image-too-large">
        <source>image too large</source>
        <translation>image too large</translation>
    </message>
    <message id="reason.dicom.link-loop">
        <source>link to a folder already searched</source>
        <translation>link to a folder already searched</translation>
    </message>
    <message id="reason.dicom.modality-lut">
        <source>values by look-up table</source>
        <translation>values by look-up table</translation>
    </message>
    <message id="reason.dicom.nested-archive">
        <source>archive inside a folder or archive</source>
        <translation>archive inside a folder or archive</translation>
    </message>
    <message id="reason.dicom.no-pixel-spacing">
        <source>its pixel size is missing</source>
        <translation>its pixel size is missing</translation>
    </message>
    <message id="reason.dicom.no-positions">
        <source>its slices have no positions</source>
        <translation>its slices have no positions</translation>
    </message>
    <message id="reason.dicom.not-a-file">
        <source>not an ordinary file</source>
        <translation>not an ordinary file</translation>
    </message>
    <message id="reason.dicom.not-an-image">
        <source>DICOM without an image</source>
        <translation>DICOM without an image</translation>
    </message>
    <message id="reason.dicom.not-dicom">
        <source>not DICOM</source>
        <translation>not DICOM</translation>
    </message>
    <message id="reason.dicom.not-encapsulated">
        <source>labelled as compressed but is not</source>
        <translation>labelled as compressed but is not</translation>
    </message>
    <message id="reason.dicom.not-grayscale">
        <source>colour image</source>
        <translation>colour image</translation>
    </message>
    <message id="reason.dicom.orientation-invalid">
        <source>its orientation is invalid</source>
        <translation>its orientation is invalid</translation>
    </message>
    <message id="reason.dicom.pixel-data-missing">
        <source>no pixels</source>
        <translation>no pixels</translation>
    </message>
    <message id="reason.dicom.pixel-data-short">
        <source>fewer pixels than declared</source>
        <translation>fewer pixels than declared</translation>
    </message>
    <message id="reason.dicom.reference-missing">
        <source>listed in the DICOMDIR but not there</source>
        <translation>listed in the DICOMDIR but not there</translation>
    </message>
    <message id="reason.dicom.rescale-invalid">
        <source>rescale slope of 0</source>
        <translation>rescale slope of 0</translation>
    </message>
    <message id="reason.dicom.too-deep">
        <source>too deep in folders</source>
        <translation>too deep in folders</translation>
    </message>
    <message id="reason.dicom.too-many-frames">
        <source>too many frames</source>
        <translation>too many frames</translation>
    </message>
    <message id="reason.dicom.transfer-syntax-unsupported">
        <source>unsupported compression</source>
        <translation>unsupported compression</translation>
    </message>
    <message id="reason.dicom.truncated">
        <source>incomplete copy</source>
        <translation>incomplete copy</translation>
    </message>
    <message id="reason.dicom.unreadable">
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
    <message id="reason.dicom.unsafe-name">
        <source>points outside the archive or disc</source>
        <translation>points outside the archive or disc</translation>
    </message>
    <message id="reason.dicom.zip-bomb">
        <source>archive packed beyond reason</source>
        <translation>archive packed beyond reason</translation>
    </message>
    <message id="reason.dicom.zip-damaged">
        <source>damaged archive</source>
        <translation>damaged archive</translation>
    </message>
    <message id="reason.dicom.zip-encrypted">
        <source>archive with a password</source>
        <translation>archive with a password</translation>
    </message>
    <message id="reason.dicom.zip-method">
        <source>unsupported packing method</source>
        <translation>unsupported packing method</translation>
    </message>
    <message id="reason.dicom.zip-too-large">
        <source>archive too large</source>
        <translation>archive too large</translation>
    </message>
    <message id="reason.file.disk-full">
        <source>the disk is full</source>
        <translation>the disk is full</translation>
    </message>
    <message id="reason.file.input-output">
        <source>the disk or the network does not respond</source>
        <translation>the disk or the network does not respond</translation>
    </message>
    <message id="reason.file.is-folder">
        <source>it is a folder</source>
        <translation>it is a folder</translation>
    </message>
    <message id="reason.file.link-loop">
        <source>links that lead in a circle</source>
        <translation>links that lead in a circle</translation>
    </message>
    <message id="reason.file.name-too-long">
        <source>the name is too long</source>
        <translation>the name is too long</translation>
    </message>
    <message id="reason.file.no-permission">
        <source>no permission</source>
        <translation>no permission</translation>
    </message>
    <message id="reason.file.not-a-folder">
        <source>a part of the path is not a folder</source>
        <translation>a part of the path is not a folder</translation>
    </message>
    <message id="reason.file.read-only">
        <source>the disk is read-only</source>
        <translation>the disk is read-only</translation>
    </message>
    <message id="reason.file.system">
        <source>the operating system refused</source>
        <translation>the operating system refused</translation>
    </message>
    <message id="report.accession">
        <source>Accession</source>
        <translation>Accession</translation>
    </message>
    <message id="report.advice">
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message id="report.attention">
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message id="report.birth-date">
        <source>Birth date</source>
        <translation>Birth date</translation>
    </message>
    <message id="report.capacity">
        <source>Share of patients to attend to, to catch {caught} % of events (this model, reference population)</source>
        <translation>Share of patients to attend to, to catch {caught} % of events (this model, reference population)</translation>
    </message>
    <message id="report.caption">
        <source>slice {number}, z {place} mm, W 350 L 50</source>
        <translation>slice {number}, z {place} mm, W 350 L 50</translation>
    </message>
    <message id="report.checklist">
        <source>Checklist before the injection</source>
        <translation>Checklist before the injection</translation>
    </message>
    <message id="report.chosen">
        <source>Chosen because</source>
        <translation>Chosen because</translation>
    </message>
    <message id="report.chosen-by-user">
        <source>chosen by the user</source>
        <translation>chosen by the user</translation>
    </message>
    <message id="report.clock">
        <source>time</source>
        <translation>time</translation>
    </message>
    <message id="report.factors">
        <source>What makes the risk (odds against the site average)</source>
        <translation>What makes the risk (odds against the site average)</translation>
    </message>
    <message id="report.fallback">
        <source>CLINICAL FACTORS ONLY (the images were not used)</source>
        <translation>CLINICAL FACTORS ONLY (the images were not used)</translation>
    </message>
    <message id="report.fallback-note">
        <source>The image assessment was refused. This estimate rests on the entered answers alone and does not replace it.</source>
        <translation>The image assessment was refused. This estimate rests on the entered answers alone and does not replace it.</translation>
    </message>
    <message id="report.figures">
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message id="report.gates">
        <source>Quality gates</source>
        <translation>Quality gates</translation>
    </message>
    <message id="report.id">
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
    <message id="report.initials">
        <source>initials</source>
        <translation>initials</translation>
    </message>
    <message id="report.inputs">
        <source>Inputs</source>
        <translation>Inputs</translation>
    </message>
    <message id="report.licence">
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message id="report.limits">
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message id="report.lowers">
        <source>lowers</source>
        <translation>lowers</translation>
    </message>
    <message id="report.match">
        <source>Identity checked with the patient or wristband: name and one more identifier</source>
        <translation>Identity checked with the patient or wristband: name and one more identifier</translation>
    </message>
    <message id="report.measures">
        <source>Vessel measures, right side</source>
        <translation>Vessel measures, right side</translation>
    </message>
    <message id="report.model-auc">
        <source>AUC this model can reach in its reference population (computed, not validated)</source>
        <translation>AUC this model can reach in its reference population (computed, not validated)</translation>
    </message>
    <message id="report.modifiable">
        <source>can be changed before the injection</source>
        <translation>can be changed before the injection</translation>
    </message>
    <message id="report.more-findings">
        <source>and {count} more, on the second page</source>
        <translation>and {count} more, on the second page</translation>
    </message>
    <message id="report.name">
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message id="report.nomogram">
        <source>Nomogram</source>
        <translation>Nomogram</translation>
    </message>
    <message id="report.nurse">
        <source>Nurse, time</source>
        <translation>Nurse, time</translation>
    </message>
    <message id="report.offset">
        <source>Fitted remainder</source>
        <translation>Fitted remainder</translation>
    </message>
    <message id="report.offset-figure">
        <source>odds {ratio}: the trained model's intercept against the reference population; with the listed factors it makes the total</source>
        <translation>odds {ratio}: the trained model's intercept against the reference population; with the listed factors it makes the total</translation>
    </message>
    <message id="report.pack">
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message id="report.page">
        <source>Page {number} of {pages}</source>
        <translation>Page {number} of {pages}</translation>
    </message>
    <message id="report.pictures">
        <source>Key slices (patient's right is on the left)</source>
        <translation>Key slices (patient's right is on the left)</translation>
    </message>
    <message id="report.population">
        <source>Reference population</source>
        <translation>Reference population</translation>
    </message>
    <message id="report.population-assumed">
        <source>assumed by the authors of the pack, UNCONFIRMED, unless the site profile sets its own; predictors taken as independent</source>
        <translation>assumed by the authors of the pack, UNCONFIRMED, unless the site profile sets its own; predictors taken as independent</translation>
    </message>
    <message id="report.population-note">
        <source>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</source>
        <translation>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</translation>
    </message>
    <message id="report.prevalence">
        <source>Site event rate</source>
        <translation>Site event rate</translation>
    </message>
    <message id="report.prevalence-unset">
        <source>not set: no absolute percentage is given</source>
        <translation>not set: no absolute percentage is given</translation>
    </message>
    <message id="report.provenance">
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message id="report.radiographer">
        <source>Radiographer, time</source>
        <translation>Radiographer, time</translation>
    </message>
    <message id="report.radiologist">
        <source>Radiologist, time</source>
        <translation>Radiologist, time</translation>
    </message>
    <message id="report.raises">
        <source>raises</source>
        <translation>raises</translation>
    </message>
    <message id="report.raw-adjusted">
        <source>Raw and adjusted</source>
        <translation>Raw and adjusted</translation>
    </message>
    <message id="report.raw-adjusted-figures">
        <source>model {raw}, adjusted to the site {adjusted}</source>
        <translation>model {raw}, adjusted to the site {adjusted}</translation>
    </message>
    <message id="report.research-use">
        <source>RESEARCH USE ONLY / 仅供科研，不作为临床诊断依据</source>
        <translation>RESEARCH USE ONLY / 仅供科研，不作为临床诊断依据</translation>
    </message>
    <message id="report.seconds">
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message id="report.series">
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message id="report.sex-age">
        <source>Sex, age</source>
        <translation>Sex, age</translation>
    </message>
    <message id="report.sources">
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message id="report.status">
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message id="report.study-date">
        <source>CT date</source>
        <translation>CT date</translation>
    </message>
    <message id="report.time">
        <source>Computing time</source>
        <translation>Computing time</translation>
    </message>
    <message id="report.unknown-list">
        <source>Unknown, averaged over the reference population: {names}</source>
        <translation>Unknown, averaged over the reference population: {names}</translation>
    </message>
    <message id="report.what-if">
        <source>What would lower it</source>
        <translation>What would lower it</translation>
    </message>
    <message id="report.what-if-note">
        <source>By published associations; no proof that the change has this effect.</source>
        <translation>By published associations; no proof that the change has this effect.</translation>
    </message>
    <message id="result.needs">
        <source>not computed; unknown: {names}</source>
        <translation>not computed; unknown: {names}</translation>
    </message>
    <message id="result.needs-between">
        <source>between {low} and {high}; unknown: {names}</source>
        <translation>between {low} and {high}; unknown: {names}</translation>
    </message>
    <message id="result.points">
        <source>{points} points</source>
        <translation>{points} points</translation>
    </message>
    <message id="schema.more">
        <source> ({count} faults in all)</source>
        <translation> ({count} faults in all)</translation>
    </message>
    <message id="schema.problem.answer">
        <source>must be text, a number, true, false or null</source>
        <translation>must be text, a number, true, false or null</translation>
    </message>
    <message id="schema.problem.bands-order">
        <source>needs "{name}" to begin above the end of "{earlier}"</source>
        <translation>needs "{name}" to begin above the end of "{earlier}"</translation>
    </message>
    <message id="schema.problem.between-0-and-1">
        <source>must lie between 0 and 1, both excluded</source>
        <translation>must lie between 0 and 1, both excluded</translation>
    </message>
    <message id="schema.problem.bool_parsing">
        <source>must be true or false</source>
        <translation>must be true or false</translation>
    </message>
    <message id="schema.problem.bool_type">
        <source>must be true or false</source>
        <translation>must be true or false</translation>
    </message>
    <message id="schema.problem.condition">
        <source>needs a list for in, an answer for is, no value for unknown, and a number for the others ({name} {relation})</source>
        <translation>needs a list for in, an answer for is, no value for unknown, and a number for the others ({name} {relation})</translation>
    </message>
    <message id="schema.problem.covariance-form">
        <source>needs an intercept, and {size} rows and columns of a covariance</source>
        <translation>needs an intercept, and {size} rows and columns of a covariance</translation>
    </message>
    <message id="schema.problem.cuts-order">
        <source>needs cuts that ascend ({predictor})</source>
        <translation>needs cuts that ascend ({predictor})</translation>
    </message>
    <message id="schema.problem.dataclass_type">
        <source>must be an object with named fields</source>
        <translation>must be an object with named fields</translation>
    </message>
    <message id="schema.problem.dict_type">
        <source>must be a table</source>
        <translation>must be a table</translation>
    </message>
    <message id="schema.problem.extra_forbidden">
        <source>is not known; check its spelling</source>
        <translation>is not known; check its spelling</translation>
    </message>
    <message id="schema.problem.finite_number">
        <source>must be a finite number</source>
        <translation>must be a finite number</translation>
    </message>
    <message id="schema.problem.float_parsing">
        <source>must be a number</source>
        <translation>must be a number</translation>
    </message>
    <message id="schema.problem.float_type">
        <source>must be a number</source>
        <translation>must be a number</translation>
    </message>
    <message id="schema.problem.greater_than">
        <source>must be more than {gt}</source>
        <translation>must be more than {gt}</translation>
    </message>
    <message id="schema.problem.greater_than_equal">
        <source>must be {ge} or more</source>
        <translation>must be {ge} or more</translation>
    </message>
    <message id="schema.problem.int_from_float">
        <source>must be a whole number</source>
        <translation>must be a whole number</translation>
    </message>
    <message id="schema.problem.int_parsing">
        <source>must be a whole number</source>
        <translation>must be a whole number</translation>
    </message>
    <message id="schema.problem.int_parsing_size">
        <source>is too large a number</source>
        <translation>is too large a number</translation>
    </message>
    <message id="schema.problem.int_type">
        <source>must be a whole number</source>
        <translation>must be a whole number</translation>
    </message>
    <message id="schema.problem.intercept-form">
        <source>needs trained_prevalence, and no modules beside it</source>
        <translation>needs trained_prevalence, and no modules beside it</translation>
    </message>
    <message id="schema.problem.less_than_equal">
        <source>must be {le} or less</source>
        <translation>must be {le} or less</translation>
    </message>
    <message id="schema.problem.list_type">
        <source>must be a list</source>
        <translation>must be a list</translation>
    </message>
    <message id="schema.problem.literal_error">
        <source>must be one of: {expected}</source>
        <translation>must be one of: {expected}</translation>
    </message>
    <message id="schema.problem.missing">
        <source>is missing</source>
        <translation>is missing</translation>
    </message>
    <message id="schema.problem.model_attributes_type">
        <source>must be an object with named fields</source>
        <translation>must be an object with named fields</translation>
    </message>
    <message id="schema.problem.named-twice">
        <source>has "{name}" twice</source>
        <translation>has "{name}" twice</translation>
    </message>
    <message id="schema.problem.odds-ratio-interval">
        <source>needs low and high, or significant_only ({predictor})</source>
        <translation>needs low and high, or significant_only ({predictor})</translation>
    </message>
    <message id="schema.problem.odds-ratio-outside">
        <source>needs an odds ratio between low and high, all above 0 ({predictor})</source>
        <translation>needs an odds ratio between low and high, all above 0 ({predictor})</translation>
    </message>
    <message id="schema.problem.odds-ratio-positive">
        <source>needs an odds ratio above 0 ({predictor})</source>
        <translation>needs an odds ratio above 0 ({predictor})</translation>
    </message>
    <message id="schema.problem.points-count">
        <source>needs one more points than cuts ({predictor})</source>
        <translation>needs one more points than cuts ({predictor})</translation>
    </message>
    <message id="schema.problem.points-form">
        <source>needs points by answer, or cuts and points ({predictor})</source>
        <translation>needs points by answer, or cuts and points ({predictor})</translation>
    </message>
    <message id="schema.problem.prevalence-counts">
        <source>needs at least one event, and fewer events than injections</source>
        <translation>needs at least one event, and fewer events than injections</translation>
    </message>
    <message id="schema.problem.prevalence-form">
        <source>needs either events and injections, or rate</source>
        <translation>needs either events and injections, or rate</translation>
    </message>
    <message id="schema.problem.prevalence-rate">
        <source>needs a rate above 0 and below 1 (0.27 % is 0.0027)</source>
        <translation>needs a rate above 0 and below 1 (0.27 % is 0.0027)</translation>
    </message>
    <message id="schema.problem.recursion_loop">
        <source>refers to itself</source>
        <translation>refers to itself</translation>
    </message>
    <message id="schema.problem.row-length">
        <source>needs {wanted} figures, not {found}</source>
        <translation>needs {wanted} figures, not {found}</translation>
    </message>
    <message id="schema.problem.shares-sum">
        <source>needs shares from 0 to 1 that sum to 1 ({predictor})</source>
        <translation>needs shares from 0 to 1 that sum to 1 ({predictor})</translation>
    </message>
    <message id="schema.problem.slices-order">
        <source>needs places that ascend</source>
        <translation>needs places that ascend</translation>
    </message>
    <message id="schema.problem.spread-positive">
        <source>needs a standard deviation above 0 ({predictor})</source>
        <translation>needs a standard deviation above 0 ({predictor})</translation>
    </message>
    <message id="schema.problem.step-predictor">
        <source>comes from the images, so it is a number that is neither asked, derived nor changed ({predictor})</source>
        <translation>comes from the images, so it is a number that is neither asked, derived nor changed ({predictor})</translation>
    </message>
    <message id="schema.problem.string_pattern_mismatch">
        <source>does not have the required form</source>
        <translation>does not have the required form</translation>
    </message>
    <message id="schema.problem.string_too_long">
        <source>may have at most {max_length} characters</source>
        <translation>may have at most {max_length} characters</translation>
    </message>
    <message id="schema.problem.string_type">
        <source>must be text</source>
        <translation>must be text</translation>
    </message>
    <message id="schema.problem.string_unicode">
        <source>must be text without half characters</source>
        <translation>must be text without half characters</translation>
    </message>
    <message id="schema.problem.tiers">
        <source>must have ascending shares, the last being 1</source>
        <translation>must have ascending shares, the last being 1</translation>
    </message>
    <message id="schema.problem.too_long">
        <source>may have at most {max_length} entries</source>
        <translation>may have at most {max_length} entries</translation>
    </message>
    <message id="schema.problem.too_short">
        <source>needs at least {min_length} entries</source>
        <translation>needs at least {min_length} entries</translation>
    </message>
    <message id="schema.problem.tuple_type">
        <source>must be a list</source>
        <translation>must be a list</translation>
    </message>
    <message id="schema.problem.unexpected_keyword_argument">
        <source>is not known; check its spelling</source>
        <translation>is not known; check its spelling</translation>
    </message>
    <message id="schema.problem.union_tag_invalid">
        <source>names a kind of step that this version does not have</source>
        <translation>names a kind of step that this version does not have</translation>
    </message>
    <message id="schema.problem.union_tag_not_found">
        <source>lacks its kind</source>
        <translation>lacks its kind</translation>
    </message>
    <message id="schema.problem.value_error">
        <source>is not valid ({problem})</source>
        <translation>is not valid ({problem})</translation>
    </message>
    <message id="schema.problem.window-order">
        <source>needs windows from the lower to the higher density</source>
        <translation>needs windows from the lower to the higher density</translation>
    </message>
    <message id="self-test.decoder">
        <source>test images are not read correctly: {detail}</source>
        <translation>test images are not read correctly: {detail}</translation>
    </message>
    <message id="self-test.difference">
        <source>{figure}: {expected} expected, {found} found</source>
        <translation>{figure}: {expected} expected, {found} found</translation>
    </message>
    <message id="self-test.no-fonts">
        <source>the report's fonts are not embedded</source>
        <translation>the report's fonts are not embedded</translation>
    </message>
    <message id="self-test.no-pack">
        <source>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</source>
        <translation>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</translation>
    </message>
    <message id="self-test.other-engine">
        <source>another engine had to run it: {detail}</source>
        <translation>another engine had to run it: {detail}</translation>
    </message>
    <message id="status-note.simulation-trained">
        <source>Trained on simulations: no clinical validity is claimed.</source>
        <translation>Trained on simulations: no clinical validity is claimed.</translation>
    </message>
    <message id="status.externally-validated">
        <source>EXTERNALLY VALIDATED</source>
        <translation>EXTERNALLY VALIDATED</translation>
    </message>
    <message id="status.formula">
        <source>FORMULA</source>
        <translation>FORMULA</translation>
    </message>
    <message id="status.literature-prior">
        <source>LITERATURE PRIOR</source>
        <translation>LITERATURE PRIOR</translation>
    </message>
    <message id="status.simulation-trained">
        <source>SIMULATION-TRAINED</source>
        <translation>SIMULATION-TRAINED</translation>
    </message>
    <message id="status.site-trained">
        <source>SITE-TRAINED</source>
        <translation>SITE-TRAINED</translation>
    </message>
    <message id="strength.conflicting">
        <source>studies disagree</source>
        <translation>studies disagree</translation>
    </message>
    <message id="strength.consistent">
        <source>consistent</source>
        <translation>consistent</translation>
    </message>
    <message id="strength.single-study">
        <source>one study</source>
        <translation>one study</translation>
    </message>
    <message id="strength.unconfirmed">
        <source>unconfirmed</source>
        <translation>unconfirmed</translation>
    </message>
    <message id="unit.a">
        <source>years</source>
        <translation>years</translation>
    </message>
    <message id="unit.d">
        <source>days</source>
        <translation>days</translation>
    </message>
    <message id="unit.h">
        <source>h</source>
        <translation>h</translation>
    </message>
    <message id="usage.ambiguous">
        <source>{value} could mean several options: {options}</source>
        <translation>{value} could mean several options: {options}</translation>
    </message>
    <message id="usage.choice">
        <source>{value} is not a choice here; choose from {choices}</source>
        <translation>{value} is not a choice here; choose from {choices}</translation>
    </message>
    <message id="usage.expected-one">
        <source>needs one value</source>
        <translation>needs one value</translation>
    </message>
    <message id="usage.expected-some">
        <source>needs at least one value</source>
        <translation>needs at least one value</translation>
    </message>
    <message id="usage.explicit">
        <source>takes no value, but was given {value}</source>
        <translation>takes no value, but was given {value}</translation>
    </message>
    <message id="usage.required">
        <source>missing: {names}</source>
        <translation>missing: {names}</translation>
    </message>
    <message id="usage.unrecognized">
        <source>not understood: {values}</source>
        <translation>not understood: {values}</translation>
    </message>
    <message id="value.female">
        <source>female</source>
        <translation>female</translation>
    </message>
    <message id="value.male">
        <source>male</source>
        <translation>male</translation>
    </message>
    <message id="value.not-found">
        <source>not found</source>
        <translation>not found</translation>
    </message>
    <message id="value.other-sex">
        <source>other</source>
        <translation>other</translation>
    </message>
    <message id="value.unknown">
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message id="value.years">
        <source>{years} years</source>
        <translation>{years} years</translation>
    </message>
    <message id="whatif.ratio">
        <source>{ratio} average odds</source>
        <translation>{ratio} average odds</translation>
    </message>
</context>
</TS>
