<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>precontrast</name>
    <message id="audit.action.answers-changed">
        <source>answers changed</source>
        <translation>answers changed</translation>
    </message>
    <message id="audit.action.cancelled">
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message id="audit.action.case-deleted">
        <source>case deleted</source>
        <translation>case deleted</translation>
    </message>
    <message id="audit.action.case-opened">
        <source>case opened</source>
        <translation>case opened</translation>
    </message>
    <message id="audit.action.case-viewed">
        <source>case viewed</source>
        <translation>case viewed</translation>
    </message>
    <message id="audit.action.cases-listed">
        <source>cases listed</source>
        <translation>cases listed</translation>
    </message>
    <message id="audit.action.exported">
        <source>exported</source>
        <translation>exported</translation>
    </message>
    <message id="audit.action.identity-checked">
        <source>identity checked</source>
        <translation>identity checked</translation>
    </message>
    <message id="audit.action.identity-withdrawn">
        <source>identity check withdrawn</source>
        <translation>identity check withdrawn</translation>
    </message>
    <message id="audit.action.images-inspected">
        <source>images inspected</source>
        <translation>images inspected</translation>
    </message>
    <message id="audit.action.images-moved">
        <source>place of the images changed</source>
        <translation>place of the images changed</translation>
    </message>
    <message id="audit.action.log-viewed">
        <source>audit log viewed</source>
        <translation>audit log viewed</translation>
    </message>
    <message id="audit.action.mask-edited">
        <source>contour drawn, edited or taken from a file</source>
        <translation>contour drawn, edited or taken from a file</translation>
    </message>
    <message id="audit.action.not-stored">
        <source>not stored (program ended)</source>
        <translation>not stored (program ended)</translation>
    </message>
    <message id="audit.action.outcome-entered">
        <source>outcome entered</source>
        <translation>outcome entered</translation>
    </message>
    <message id="audit.action.outcome-withdrawn">
        <source>outcome withdrawn</source>
        <translation>outcome withdrawn</translation>
    </message>
    <message id="audit.action.pack-installed">
        <source>pack installed</source>
        <translation>pack installed</translation>
    </message>
    <message id="audit.action.pack-removed">
        <source>pack removed</source>
        <translation>pack removed</translation>
    </message>
    <message id="audit.action.permissions-tightened">
        <source>access to the data folder restricted to its user</source>
        <translation>access to the data folder restricted to its user</translation>
    </message>
    <message id="audit.action.printed">
        <source>printed</source>
        <translation>printed</translation>
    </message>
    <message id="audit.action.reprinted">
        <source>reprinted</source>
        <translation>reprinted</translation>
    </message>
    <message id="audit.action.screen-locked">
        <source>screen covered</source>
        <translation>screen covered</translation>
    </message>
    <message id="audit.action.screen-unlocked">
        <source>screen uncovered</source>
        <translation>screen uncovered</translation>
    </message>
    <message id="audit.action.screened">
        <source>screened</source>
        <translation>screened</translation>
    </message>
    <message id="audit.action.series-overridden">
        <source>series chosen by user</source>
        <translation>series chosen by user</translation>
    </message>
    <message id="audit.action.signed">
        <source>signed</source>
        <translation>signed</translation>
    </message>
    <message id="audit.action.site-changed">
        <source>site profile changed</source>
        <translation>site profile changed</translation>
    </message>
    <message id="audit.action.store-decrypted">
        <source>case store decrypted</source>
        <translation>case store decrypted</translation>
    </message>
    <message id="audit.action.store-encrypted">
        <source>case store encrypted</source>
        <translation>case store encrypted</translation>
    </message>
    <message id="audit.action.ticked">
        <source>checklist ticked</source>
        <translation>checklist ticked</translation>
    </message>
    <message id="audit.action.worker-crashed">
        <source>calculation crashed</source>
        <translation>calculation crashed</translation>
    </message>
    <message id="audit.broken">
        <source>{path}: integrity check failed: {reason}</source>
        <translation>{path}: integrity check failed: {reason}</translation>
    </message>
    <message id="audit.broken-at">
        <source>{path}: integrity check failed at line {line}: {reason}</source>
        <translation>{path}: integrity check failed at line {line}: {reason}</translation>
    </message>
    <message id="audit.column.action">
        <source>action</source>
        <translation>action</translation>
    </message>
    <message id="audit.column.details">
        <source>details</source>
        <translation>details</translation>
    </message>
    <message id="audit.column.number">
        <source>line</source>
        <translation>line</translation>
    </message>
    <message id="audit.column.time">
        <source>time</source>
        <translation>time</translation>
    </message>
    <message id="audit.column.user">
        <source>user</source>
        <translation>user</translation>
    </message>
    <message id="audit.empty">
        <source>Nothing has been recorded yet.</source>
        <translation>Nothing has been recorded yet.</translation>
    </message>
    <message id="audit.reason.changed">
        <source>the line was changed</source>
        <translation>the line was changed</translation>
    </message>
    <message id="audit.reason.inserted">
        <source>a line was added here that the program did not write</source>
        <translation>a line was added here that the program did not write</translation>
    </message>
    <message id="audit.reason.missing">
        <source>log and seal are missing, though the case store has cases</source>
        <translation>log and seal are missing, though the case store has cases</translation>
    </message>
    <message id="audit.reason.removed">
        <source>lines are missing here</source>
        <translation>lines are missing here</translation>
    </message>
    <message id="audit.reason.rolled-back">
        <source>the log is not the one that the case store knows: lines were cut off, or an earlier copy was put in its place</source>
        <translation>the log is not the one that the case store knows: lines were cut off, or an earlier copy was put in its place</translation>
    </message>
    <message id="audit.reason.store-behind">
        <source>the case store is not the one that the log knows: changes from this line on are not in it; it was emptied or an earlier copy was put in its place</source>
        <translation>the case store is not the one that the log knows: changes from this line on are not in it; it was emptied or an earlier copy was put in its place</translation>
    </message>
    <message id="audit.reason.unreadable">
        <source>it cannot be read</source>
        <translation>it cannot be read</translation>
    </message>
    <message id="audit.reason.unsealed">
        <source>the seal beside the log is missing; earlier lines cannot be verified</source>
        <translation>the seal beside the log is missing; earlier lines cannot be verified</translation>
    </message>
    <message id="audit.sound">
        <source>{path}: integrity check passed, {count} {count:line|lines}. Hash of the last line: {last}</source>
        <translation>{path}: integrity check passed, {count} {count:line|lines}. Hash of the last line: {last}</translation>
    </message>
    <message id="average.assumed">
        <source>an assumed reference population</source>
        <translation>an assumed reference population</translation>
    </message>
    <message id="average.of-pack">
        <source>the pack's reference population</source>
        <translation>the pack's reference population</translation>
    </message>
    <message id="banner.average-of">
        <source>Average: of {whose}, not of the case mix of this site</source>
        <translation>Average: of {whose}, not of the case mix of this site</translation>
    </message>
    <message id="banner.demonstration">
        <source>METHOD DEMONSTRATION</source>
        <translation>METHOD DEMONSTRATION</translation>
    </message>
    <message id="banner.demonstration-note">
        <source>This pack was trained on simulated outcomes, and these images are not marked as simulated, so no probability is given. Contours and measurements are from these images.</source>
        <translation>This pack was trained on simulated outcomes, and these images are not marked as simulated, so no probability is given. Contours and measurements are from these images.</translation>
    </message>
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
    <message id="banner.ratio-title-pack">
        <source>Times the average</source>
        <translation>Times the average</translation>
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
        <source>The input does not allow a result. The reasons are below.</source>
        <translation>The input does not allow a result. The reasons are below.</translation>
    </message>
    <message id="banner.result">
        <source>RESULT</source>
        <translation>RESULT</translation>
    </message>
    <message id="banner.risk-title">
        <source>Risk</source>
        <translation>Risk</translation>
    </message>
    <message id="banner.risk-within">
        <source>{risk} {when}</source>
        <translation>{risk} {when}</translation>
    </message>
    <message id="banner.tiers">
        <source>the interval spans {low} to {high}</source>
        <translation>the interval spans {low} to {high}</translation>
    </message>
    <message id="banner.times-average">
        <source>{ratio} the average</source>
        <translation>{ratio} the average</translation>
    </message>
    <message id="banner.times-average-odds">
        <source>{ratio} average odds</source>
        <translation>{ratio} average odds</translation>
    </message>
    <message id="banner.times-average-site">
        <source>{ratio} the site average</source>
        <translation>{ratio} the site average</translation>
    </message>
    <message id="banner.to-draw">
        <source>CONTOUR NEEDED</source>
        <translation>CONTOUR NEEDED</translation>
    </message>
    <message id="banner.to-draw-note">
        <source>There is no result yet: draw the structure in the images, or open a mask file.</source>
        <translation>There is no result yet: draw the structure in the images, or open a mask file.</translation>
    </message>
    <message id="banner.unfinished">
        <source>MORE ANSWERS NEEDED</source>
        <translation>MORE ANSWERS NEEDED</translation>
    </message>
    <message id="banner.unfinished-note">
        <source>There is no risk yet: too few factors are known.</source>
        <translation>There is no risk yet: too few factors are known.</translation>
    </message>
    <message id="banner.unknown">
        <source>{count} of {total} inputs unknown</source>
        <translation>{count} of {total} inputs unknown</translation>
    </message>
    <message id="basis.held-out">
        <source>Observed in held-out patients</source>
        <translation>Observed in held-out patients</translation>
    </message>
    <message id="basis.population-model">
        <source>By the population model, not measured</source>
        <translation>By the population model, not measured</translation>
    </message>
    <message id="cases.column.accession">
        <source>accession</source>
        <translation>accession</translation>
    </message>
    <message id="cases.column.changed">
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message id="cases.column.created">
        <source>created</source>
        <translation>created</translation>
    </message>
    <message id="cases.column.event">
        <source>outcome</source>
        <translation>outcome</translation>
    </message>
    <message id="cases.column.finding">
        <source>finding</source>
        <translation>finding</translation>
    </message>
    <message id="cases.column.id">
        <source>id</source>
        <translation>id</translation>
    </message>
    <message id="cases.column.masks">
        <source>contours</source>
        <translation>contours</translation>
    </message>
    <message id="cases.column.name">
        <source>name</source>
        <translation>name</translation>
    </message>
    <message id="cases.column.opened">
        <source>opened from</source>
        <translation>opened from</translation>
    </message>
    <message id="cases.column.pack">
        <source>pack</source>
        <translation>pack</translation>
    </message>
    <message id="cases.column.patient-id">
        <source>patient ID</source>
        <translation>patient ID</translation>
    </message>
    <message id="cases.column.probability">
        <source>probability</source>
        <translation>probability</translation>
    </message>
    <message id="cases.column.state">
        <source>state</source>
        <translation>state</translation>
    </message>
    <message id="cases.column.study-date">
        <source>study date</source>
        <translation>study date</translation>
    </message>
    <message id="cases.column.tier">
        <source>tier</source>
        <translation>tier</translation>
    </message>
    <message id="cases.decrypted">
        <source>{path} is no longer encrypted; its key was taken out of the keychain</source>
        <translation>{path} is no longer encrypted; its key was taken out of the keychain</translation>
    </message>
    <message id="cases.deleted">
        <source>case {case} deleted</source>
        <translation>case {case} deleted</translation>
    </message>
    <message id="cases.encrypted">
        <source>{path} is encrypted. Its key is in the keychain of this user; copies from before an upgrade were removed.
Write the recovery key down and keep it away from this computer. Without it and the keychain, the cases are lost:
{key}</source>
        <translation>{path} is encrypted. Its key is in the keychain of this user; copies from before an upgrade were removed.
Write the recovery key down and keep it away from this computer. Without it and the keychain, the cases are lost:
{key}</translation>
    </message>
    <message id="cases.exported">
        <source>cases written to {path}: {count}</source>
        <translation>cases written to {path}: {count}</translation>
    </message>
    <message id="cases.masks">
        <source>{count} {count:mask|masks} written to {path}</source>
        <translation>{count} {count:mask|masks} written to {path}</translation>
    </message>
    <message id="cases.none">
        <source>No case found.</source>
        <translation>No case found.</translation>
    </message>
    <message id="cases.other-versions">
        <source>left out, as of other versions of the pack: {count}; choose a version with --version</source>
        <translation>left out, as of other versions of the pack: {count}; choose a version with --version</translation>
    </message>
    <message id="cases.recover-prompt">
        <source>Recovery key:</source>
        <translation>Recovery key:</translation>
    </message>
    <message id="cases.recovered">
        <source>the key is in the keychain of this user again</source>
        <translation>the key is in the keychain of this user again</translation>
    </message>
    <message id="cases.relocated">
        <source>case {case} now reads its images from {path}</source>
        <translation>case {case} now reads its images from {path}</translation>
    </message>
    <message id="cases.signed">
        <source>{count} signed {count:report|reports} written to {path}</source>
        <translation>{count} signed {count:report|reports} written to {path}</translation>
    </message>
    <message id="cases.state.answered">
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message id="cases.state.damaged">
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message id="cases.state.open">
        <source>not finished</source>
        <translation>not finished</translation>
    </message>
    <message id="cases.state.refused">
        <source>no result</source>
        <translation>no result</translation>
    </message>
    <message id="cases.state.signed">
        <source>signed</source>
        <translation>signed</translation>
    </message>
    <message id="cases.state.unfinished">
        <source>more answers needed</source>
        <translation>more answers needed</translation>
    </message>
    <message id="certainty.computed">
        <source>computed</source>
        <translation>computed</translation>
    </message>
    <message id="certainty.source">
        <source>from the abstract</source>
        <translation>from the abstract</translation>
    </message>
    <message id="certainty.unconfirmed">
        <source>UNCONFIRMED</source>
        <translation>UNCONFIRMED</translation>
    </message>
    <message id="certainty.verified">
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message id="check.audit">
        <source>audit log</source>
        <translation>audit log</translation>
    </message>
    <message id="check.case">
        <source>case store</source>
        <translation>case store</translation>
    </message>
    <message id="check.decoder">
        <source>decoder</source>
        <translation>decoder</translation>
    </message>
    <message id="check.engine">
        <source>engine</source>
        <translation>engine</translation>
    </message>
    <message id="check.font">
        <source>font</source>
        <translation>font</translation>
    </message>
    <message id="check.golden">
        <source>golden case</source>
        <translation>golden case</translation>
    </message>
    <message id="check.key">
        <source>key</source>
        <translation>key</translation>
    </message>
    <message id="check.network">
        <source>network</source>
        <translation>network</translation>
    </message>
    <message id="check.pack">
        <source>pack</source>
        <translation>pack</translation>
    </message>
    <message id="check.place">
        <source>folder</source>
        <translation>folder</translation>
    </message>
    <message id="check.radiomics">
        <source>radiomics features</source>
        <translation>radiomics features</translation>
    </message>
    <message id="check.report">
        <source>report</source>
        <translation>report</translation>
    </message>
    <message id="check.summary">
        <source>{count} {count:check|checks}, {failed} failed</source>
        <translation>{count} {count:check|checks}, {failed} failed</translation>
    </message>
    <message id="check.version">
        <source>version</source>
        <translation>version</translation>
    </message>
    <message id="check.worker">
        <source>worker process</source>
        <translation>worker process</translation>
    </message>
    <message id="cli.error">
        <source>error: {message}</source>
        <translation>error: {message}</translation>
    </message>
    <message id="cli.output">
        <source>standard output</source>
        <translation>standard output</translation>
    </message>
    <message id="cli.stored">
        <source>Stored as case {case}</source>
        <translation>Stored as case {case}</translation>
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
Record: {json}</source>
        <translation>Report: {pdf}
Record: {json}</translation>
    </message>
    <message id="cli.written-pages">
        <source>Pages:  {count} PNG files beside it</source>
        <translation>Pages:  {count} PNG files beside it</translation>
    </message>
    <message id="demo.study">
        <source>Demonstration study: {count} DICOM {count:file|files} in {path}</source>
        <translation>Demonstration study: {count} DICOM {count:file|files} in {path}</translation>
    </message>
    <message id="dicom.acquisitions-apart">
        <source>The slices of this series were acquired up to {minutes} minutes apart: more than one acquisition. Export each acquisition as a separate series.</source>
        <translation>The slices of this series were acquired up to {minutes} minutes apart: more than one acquisition. Export each acquisition as a separate series.</translation>
    </message>
    <message id="dicom.acquisitions-mixed">
        <source>The slices of this series differ in an attribute that is the same throughout one acquisition ({attribute}: {one}, {other}). Export each acquisition as a separate series.</source>
        <translation>The slices of this series differ in an attribute that is the same throughout one acquisition ({attribute}: {one}, {other}). Export each acquisition as a separate series.</translation>
    </message>
    <message id="dicom.archive-unsupported">
        <source>{path} is an archive of a type that cannot be opened. Unpack it and choose the folder, or pack the study as zip.</source>
        <translation>{path} is an archive of a type that cannot be opened. Unpack it and choose the folder, or pack the study as zip.</translation>
    </message>
    <message id="dicom.bits-unsupported">
        <source>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</source>
        <translation>{path} stores {stored} bits in {allocated}; 8, 16 or 32 allocated bits are supported.</translation>
    </message>
    <message id="dicom.changed">
        <source>The images in {path} changed while they were assessed. Wait until they have been copied completely and start again.</source>
        <translation>The images in {path} changed while they were assessed. Wait until they have been copied completely and start again.</translation>
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
    <message id="dicom.choice-made-capture">
        <source>Secondary capture, fused or segmented images: pictures, not scanner data.</source>
        <translation>Secondary capture, fused or segmented images: pictures, not scanner data.</translation>
    </message>
    <message id="dicom.choice-made-map">
        <source>Computed maps (perfusion, subtraction, synthetic CT), not plain CT values.</source>
        <translation>Computed maps (perfusion, subtraction, synthetic CT), not plain CT values.</translation>
    </message>
    <message id="dicom.choice-made-material">
        <source>Material images (iodine, water, effective Z and the like), not plain CT values.</source>
        <translation>Material images (iodine, water, effective Z and the like), not plain CT values.</translation>
    </message>
    <message id="dicom.choice-made-monoenergetic">
        <source>Virtual mono-energetic images: their values depend on the chosen energy.</source>
        <translation>Virtual mono-energetic images: their values depend on the chosen energy.</translation>
    </message>
    <message id="dicom.choice-made-other-class">
        <source>Stored as another kind of image than its modality says (SOP class).</source>
        <translation>Stored as another kind of image than its modality says (SOP class).</translation>
    </message>
    <message id="dicom.choice-made-projection">
        <source>Projection or curved images (MIP, MinIP, CPR): their values are not those of plain slices.</source>
        <translation>Projection or curved images (MIP, MinIP, CPR): their values are not those of plain slices.</translation>
    </message>
    <message id="dicom.choice-made-rendering">
        <source>Rendered pictures, not CT slices.</source>
        <translation>Rendered pictures, not CT slices.</translation>
    </message>
    <message id="dicom.choice-made-virtual-non-contrast">
        <source>Virtual non-contrast images, computed from an enhanced scan.</source>
        <translation>Virtual non-contrast images, computed from an enhanced scan.</translation>
    </message>
    <message id="dicom.choice-missing-slices">
        <source>{count} {count:slice is|slices are} missing.</source>
        <translation>{count} {count:slice is|slices are} missing.</translation>
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
    <message id="dicom.choice-unreadable">
        <source>Its images cannot be read: {reason}</source>
        <translation>Its images cannot be read: {reason}</translation>
    </message>
    <message id="dicom.choice-unscaled">
        <source>Its values cannot be converted to Hounsfield units.</source>
        <translation>Its values cannot be converted to Hounsfield units.</translation>
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
    <message id="dicom.copies-differ">
        <source>Files claim to be the same image as another, but their pixels differ ({count} in all, for instance {other} and {path}). Export the series again from the scanner or PACS.</source>
        <translation>Files claim to be the same image as another, but their pixels differ ({count} in all, for instance {other} and {path}). Export the series again from the scanner or PACS.</translation>
    </message>
    <message id="dicom.copy-unreadable">
        <source>Further copies of slices cannot be read ({count} in all, for instance {other}); the other copies are used.</source>
        <translation>Further copies of slices cannot be read ({count} in all, for instance {other}); the other copies are used.</translation>
    </message>
    <message id="dicom.damaged">
        <source>{path} is damaged: {reason}. Export it again.</source>
        <translation>{path} is damaged: {reason}. Export it again.</translation>
    </message>
    <message id="dicom.decode-failed">
        <source>{path} cannot be decompressed: {reason}. Export it again.</source>
        <translation>{path} cannot be decompressed: {reason}. Export it again.</translation>
    </message>
    <message id="dicom.directory-unusable">
        <source>The DICOMDIR {path} is not usable ({reason}). All files in its folder were read instead.</source>
        <translation>The DICOMDIR {path} is not usable ({reason}). All files in its folder were read instead.</translation>
    </message>
    <message id="dicom.duplicate-files">
        <source>{count} {count:copy of an image was|copies of images were} left out.</source>
        <translation>{count} {count:copy of an image was|copies of images were} left out.</translation>
    </message>
    <message id="dicom.duplicate-slices">
        <source>{count} {count:image shares|images share} a position with another (from {first_mm} to {last_mm} mm along the stack) and {count:was|were} left out.</source>
        <translation>{count} {count:image shares|images share} a position with another (from {first_mm} to {last_mm} mm along the stack) and {count:was|were} left out.</translation>
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
        <source>{path} is larger than its header allows, or than {limit} MiB. The file was not read.</source>
        <translation>{path} is larger than its header allows, or than {limit} MiB. The file was not read.</translation>
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
        <source>The header of {path} claims more than {limit} MiB, which no real image has. The file was not read.</source>
        <translation>The header of {path} claims more than {limit} MiB, which no real image has. The file was not read.</translation>
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
        <source>{count} {count:slice is|slices are} missing in {gaps} {gaps:place|places}; the largest gap is between {from_mm} and {to_mm} mm along the stack.</source>
        <translation>{count} {count:slice is|slices are} missing in {gaps} {gaps:place|places}; the largest gap is between {from_mm} and {to_mm} mm along the stack.</translation>
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
        <source>{files:The only file|None of the files} in {path} ({files}) is {files:no|a} usable DICOM image; the most frequent reason: {reason}.</source>
        <translation>{files:The only file|None of the files} in {path} ({files}) is {files:no|a} usable DICOM image; the most frequent reason: {reason}.</translation>
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
        <source>{path} is a colour image ({photometric}), not a CT slice. Choose another series.</source>
        <translation>{path} is a colour image ({photometric}), not a CT slice. Choose another series.</translation>
    </message>
    <message id="dicom.not-straight">
        <source>The slices do not lie on one line.</source>
        <translation>The slices do not lie on one line.</translation>
    </message>
    <message id="dicom.nothing-found">
        <source>there are no files in it</source>
        <translation>there are no files in it</translation>
    </message>
    <message id="dicom.oblique-resampled">
        <source>The images lie {degrees} degrees off the patient's axes and were resampled along them.</source>
        <translation>The images lie {degrees} degrees off the patient's axes and were resampled along them.</translation>
    </message>
    <message id="dicom.one-place">
        <source>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} {count:was|were} left out.</source>
        <translation>All images lie at one place ({first_mm} mm): a repeated image, not a volume. {count} {count:was|were} left out.</translation>
    </message>
    <message id="dicom.orientation-invalid">
        <source>The orientation of the images contradicts itself ({value}).</source>
        <translation>The orientation of the images contradicts itself ({value}).</translation>
    </message>
    <message id="dicom.out-of-memory">
        <source>There is not enough memory for the {slices} slices of {path}. Close other programs or choose a shorter series.</source>
        <translation>There is not enough memory for the {slices} slices of {path}. Close other programs or choose a shorter series.</translation>
    </message>
    <message id="dicom.override-ambiguous">
        <source>Series {wanted} occurs in {count} examinations. Name the one that is meant by its UID: {keys}</source>
        <translation>Series {wanted} occurs in {count} examinations. Name the one that is meant by its UID: {keys}</translation>
    </message>
    <message id="dicom.override-not-found">
        <source>There is no series with the number or UID {wanted} in this study.</source>
        <translation>There is no series with the number or UID {wanted} in this study.</translation>
    </message>
    <message id="dicom.padding-undeclared">
        <source>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</source>
        <translation>The scanner filled the area outside the field of view with {hu} without saying so; it is treated as not scanned.</translation>
    </message>
    <message id="dicom.passes-mixed">
        <source>Slices of two passes seem to be mixed: narrow and wide distances alternate, and nothing in the headers tells them apart. Export each acquisition as a separate series.</source>
        <translation>Slices of two passes seem to be mixed: narrow and wide distances alternate, and nothing in the headers tells them apart. Export each acquisition as a separate series.</translation>
    </message>
    <message id="dicom.pixel-data-missing">
        <source>{path} has a header but no pixels. Export it again with images.</source>
        <translation>{path} has a header but no pixels. Export it again with images.</translation>
    </message>
    <message id="dicom.pixel-data-short">
        <source>{path} holds fewer pixels than its header says. Export it again.</source>
        <translation>{path} holds fewer pixels than its header says. Export it again.</translation>
    </message>
    <message id="dicom.pixels-differ">
        <source>Images share a position but their pixels differ ({count} in all, for instance {other} and {path}): more than one acquisition. Export each acquisition as a separate series.</source>
        <translation>Images share a position but their pixels differ ({count} in all, for instance {other} and {path}): more than one acquisition. Export each acquisition as a separate series.</translation>
    </message>
    <message id="dicom.positions-rounded">
        <source>Slice positions are rounded to whole or half millimetres; the spacing of {spacing_mm} mm was found from all of them together.</source>
        <translation>Slice positions are rounded to whole or half millimetres; the spacing of {spacing_mm} mm was found from all of them together.</translation>
    </message>
    <message id="dicom.reference-missing">
        <source>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</source>
        <translation>The DICOMDIR lists {path}, but the file is not there. Copy the whole disc.</translation>
    </message>
    <message id="dicom.rescale-invalid">
        <source>The rescale slope of {path} is 0 or far beyond any real one, so its values are meaningless. Export the series again.</source>
        <translation>The rescale slope of {path} is 0 or far beyond any real one, so its values are meaningless. Export the series again.</translation>
    </message>
    <message id="dicom.rescale-missing">
        <source>{count} {count:image lacks|images lack} the rescale parameters to Hounsfield units; stored values were used unchanged.</source>
        <translation>{count} {count:image lacks|images lack} the rescale parameters to Hounsfield units; stored values were used unchanged.</translation>
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
        <source>{count} {count:file was|files were} left out ({reason}), the first: {path}.</source>
        <translation>{count} {count:file was|files were} left out ({reason}), the first: {path}.</translation>
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
        <source>{count} {count:slice is|slices are} missing or unreadable; {count:its place was|their places were} left empty.</source>
        <translation>{count} {count:slice is|slices are} missing or unreadable; {count:its place was|their places were} left empty.</translation>
    </message>
    <message id="dicom.slices-overlap">
        <source>Slices of {thickness_mm} mm lie only {spacing_mm} mm apart: thick slabs that blur small structures.</source>
        <translation>Slices of {thickness_mm} mm lie only {spacing_mm} mm apart: thick slabs that blur small structures.</translation>
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
    <message id="dicom.split-by-contrast-agent">
        <source>Split from its series by contrast agent ({value}).</source>
        <translation>Split from its series by contrast agent ({value}).</translation>
    </message>
    <message id="dicom.split-by-description">
        <source>Split from its series by series description ({value}).</source>
        <translation>Split from its series by series description ({value}).</translation>
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
    <message id="dicom.split-by-pass">
        <source>Split from its series: the slices run along the patient more than once (pass {value}).</source>
        <translation>Split from its series: the slices run along the patient more than once (pass {value}).</translation>
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
    <message id="dicom.split-by-settings">
        <source>Split from its series by other settings of the scan ({value}).</source>
        <translation>Split from its series by other settings of the scan ({value}).</translation>
    </message>
    <message id="dicom.split-by-size">
        <source>Split from its series by image size ({value}).</source>
        <translation>Split from its series by image size ({value}).</translation>
    </message>
    <message id="dicom.split-by-sop-class">
        <source>Split from its series by kind of object (SOP class {value}).</source>
        <translation>Split from its series by kind of object (SOP class {value}).</translation>
    </message>
    <message id="dicom.split-by-thickness">
        <source>Split from its series by slice thickness ({value} mm).</source>
        <translation>Split from its series by slice thickness ({value} mm).</translation>
    </message>
    <message id="dicom.split-by-time-point">
        <source>Split from its series by time point ({value}).</source>
        <translation>Split from its series by time point ({value}).</translation>
    </message>
    <message id="dicom.split-by-trigger-time">
        <source>Split from its series by cardiac trigger time ({value}).</source>
        <translation>Split from its series by cardiac trigger time ({value}).</translation>
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
        <source>{path} claims more than {limit} frames. The file was not read.</source>
        <translation>{path} claims more than {limit} frames. The file was not read.</translation>
    </message>
    <message id="dicom.too-slow">
        <source>Reading {path} was given up: unusual headers took more than {limit:g} s together. Choose the folder of one examination.</source>
        <translation>Reading {path} was given up: unusual headers took more than {limit:g} s together. Choose the folder of one examination.</translation>
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
        <source>{path} points outside the archive or disc and was not read.</source>
        <translation>{path} points outside the archive or disc and was not read.</translation>
    </message>
    <message id="dicom.values-clipped">
        <source>{count} {count:value lies|values lie} outside -32768 to 32767 HU and {count:was|were} moved to these limits.</source>
        <translation>{count} {count:value lies|values lie} outside -32768 to 32767 HU and {count:was|were} moved to these limits.</translation>
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
        <source>The archive {path} expands more than {limit} times or shares bytes between files, which no CT study does. It was not read.</source>
        <translation>The archive {path} expands more than {limit} times or shares bytes between files, which no CT study does. It was not read.</translation>
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
    <message id="error.answers.foreign-predictor">
        <source>the pack {pack} has no predictor "{name}". Remove it from the answers, or choose another pack; "precontrast packs show {pack}" lists what it asks</source>
        <translation>the pack {pack} has no predictor "{name}". Remove it from the answers, or choose another pack; "precontrast packs show {pack}" lists what it asks</translation>
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
    <message id="error.answers.not-whole">
        <source>"{value}" is no answer to {name}: only whole numbers are possible</source>
        <translation>"{value}" is no answer to {name}: only whole numbers are possible</translation>
    </message>
    <message id="error.answers.unknown-predictor">
        <source>the pack {pack} has no predictor "{name}" (nearest: {nearest})</source>
        <translation>the pack {pack} has no predictor "{name}" (nearest: {nearest})</translation>
    </message>
    <message id="error.audit.unwritable">
        <source>the audit log {path} cannot be written ({reason}), so nothing was done; correct this and try again</source>
        <translation>the audit log {path} cannot be written ({reason}), so nothing was done; correct this and try again</translation>
    </message>
    <message id="error.cases.ambiguous">
        <source>several cases begin with "{case}"; give more digits of the id</source>
        <translation>several cases begin with "{case}"; give more digits of the id</translation>
    </message>
    <message id="error.cases.behind-log">
        <source>the audit log knows of {count} {count:change|changes} of cases that {count:is|are} not in the case store {path}: the program was ended while it stored, or the store was emptied or replaced by an earlier copy. If cases are missing, restore the store from a backup</source>
        <translation>the audit log knows of {count} {count:change|changes} of cases that {count:is|are} not in the case store {path}: the program was ended while it stored, or the store was emptied or replaced by an earlier copy. If cases are missing, restore the store from a backup</translation>
    </message>
    <message id="error.cases.busy">
        <source>another program is using the case store {path}; nothing was changed. Close it there or wait a moment, then try again</source>
        <translation>another program is using the case store {path}; nothing was changed. Close it there or wait a moment, then try again</translation>
    </message>
    <message id="error.cases.case-damaged">
        <source>case {case} in the case store {path} is damaged: what was read differs from what was written. Nothing was changed and the other cases are not affected. Restore a backup of the file, or delete this case</source>
        <translation>case {case} in the case store {path} is damaged: what was read differs from what was written. Nothing was changed and the other cases are not affected. Restore a backup of the file, or delete this case</translation>
    </message>
    <message id="error.cases.conflict">
        <source>case {case} was changed in another window or program after it was opened here. Nothing was overwritten; the change made here was not saved. Close the case, open it again from the list of cases and enter the change once more</source>
        <translation>case {case} was changed in another window or program after it was opened here. Nothing was overwritten; the change made here was not saved. Close the case, open it again from the list of cases and enter the change once more</translation>
    </message>
    <message id="error.cases.damaged">
        <source>the case store {path} is damaged; nothing was changed. Close the program everywhere, then restore a backup of the file, or move it to another folder (do not delete it: most cases can be recovered) to begin with an empty store</source>
        <translation>the case store {path} is damaged; nothing was changed. Close the program everywhere, then restore a backup of the file, or move it to another folder (do not delete it: most cases can be recovered) to begin with an empty store</translation>
    </message>
    <message id="error.cases.encrypted">
        <source>the case store {path} is encrypted already</source>
        <translation>the case store {path} is encrypted already</translation>
    </message>
    <message id="error.cases.gone">
        <source>case {case} was deleted in another window or program; the changes made here are not saved</source>
        <translation>case {case} was deleted in another window or program; the changes made here are not saved</translation>
    </message>
    <message id="error.cases.key-missing">
        <source>the case store is encrypted and its key "{key}" is not in the keychain of this user. Log in as the user who encrypted it, or enter the recovery key: precontrast cases recover</source>
        <translation>the case store is encrypted and its key "{key}" is not in the keychain of this user. Log in as the user who encrypted it, or enter the recovery key: precontrast cases recover</translation>
    </message>
    <message id="error.cases.key-wrong">
        <source>the key "{key}" in the keychain does not open the case store {path}. Enter the recovery key: precontrast cases recover</source>
        <translation>the key "{key}" in the keychain does not open the case store {path}. Enter the recovery key: precontrast cases recover</translation>
    </message>
    <message id="error.cases.moved">
        <source>the case store {path} was moved, deleted or replaced while it was open; nothing was saved. Put it back, then close Precontrast and start it again</source>
        <translation>the case store {path} was moved, deleted or replaced while it was open; nothing was saved. Put it back, then close Precontrast and start it again</translation>
    </message>
    <message id="error.cases.newer">
        <source>the case store {path} was written by a later version of Precontrast; nothing was changed. Install that version; or go back to the copy that it made of the older store (cases.v*.sqlite beside it; see the administrator's guide, Rollback)</source>
        <translation>the case store {path} was written by a later version of Precontrast; nothing was changed. Install that version; or go back to the copy that it made of the older store (cases.v*.sqlite beside it; see the administrator's guide, Rollback)</translation>
    </message>
    <message id="error.cases.no-images">
        <source>case {case} was opened without images</source>
        <translation>case {case} was opened without images</translation>
    </message>
    <message id="error.cases.no-key">
        <source>this is not a recovery key; it has 44 characters and ends with "="</source>
        <translation>this is not a recovery key; it has 44 characters and ends with "="</translation>
    </message>
    <message id="error.cases.no-keychain">
        <source>the keychain of this computer cannot be used ({detail}). Unlock it or set one up (on Linux: a Secret Service such as GNOME Keyring or KWallet), then try again</source>
        <translation>the keychain of this computer cannot be used ({detail}). Unlock it or set one up (on Linux: a Secret Service such as GNOME Keyring or KWallet), then try again</translation>
    </message>
    <message id="error.cases.no-masks">
        <source>Case {case} has no contours: its pack finds no structures in the images, or it has no outcome.</source>
        <translation>Case {case} has no contours: its pack finds no structures in the images, or it has no outcome.</translation>
    </message>
    <message id="error.cases.not-confirmed">
        <source>case {case} was not deleted: deletion cannot be undone. Add --yes to delete it</source>
        <translation>case {case} was not deleted: deletion cannot be undone. Add --yes to delete it</translation>
    </message>
    <message id="error.cases.not-encrypted">
        <source>the case store {path} is not encrypted</source>
        <translation>the case store {path} is not encrypted</translation>
    </message>
    <message id="error.cases.not-ours">
        <source>{path} is a database of another program and was left as it is; move it to another folder</source>
        <translation>{path} is a database of another program and was left as it is; move it to another folder</translation>
    </message>
    <message id="error.cases.nothing-predicted">
        <source>no stored case has a risk from the pack {pack}; "precontrast cases list" shows the packs of the cases</source>
        <translation>no stored case has a risk from the pack {pack}; "precontrast cases list" shows the packs of the cases</translation>
    </message>
    <message id="error.cases.other-images">
        <source>{path} does not hold the images of case {case}: series are missing or belong to another patient. Nothing was changed</source>
        <translation>{path} does not hold the images of case {case}: series are missing or belong to another patient. Nothing was changed</translation>
    </message>
    <message id="error.cases.sealed-anew">
        <source>The case store was encrypted or decrypted while this window had it open ({path}). Nothing was stored here; close all windows of the program and open it again.</source>
        <translation>The case store was encrypted or decrypted while this window had it open ({path}). Nothing was stored here; close all windows of the program and open it again.</translation>
    </message>
    <message id="error.cases.unknown">
        <source>there is no case {case}; "precontrast cases list" shows all</source>
        <translation>there is no case {case}; "precontrast cases list" shows all</translation>
    </message>
    <message id="error.cases.unwritable">
        <source>the case store {path} cannot be written: {reason}. Nothing that is stored is lost; correct this and try again</source>
        <translation>the case store {path} cannot be written: {reason}. Nothing that is stored is lost; correct this and try again</translation>
    </message>
    <message id="error.cases.waiting">
        <source>another program is using the case store {path}. You can go on working: entries are saved as soon as it is free. Do not switch off the computer before then</source>
        <translation>another program is using the case store {path}. You can go on working: entries are saved as soon as it is free. Do not switch off the computer before then</translation>
    </message>
    <message id="error.demo.no-study">
        <source>the pack {pack} needs no images; leave out --study-only</source>
        <translation>the pack {pack} needs no images; leave out --study-only</translation>
    </message>
    <message id="error.engine.input">
        <source>{engine} was given {found}; the model takes {needed}</source>
        <translation>{engine} was given {found}; the model takes {needed}</translation>
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
    <message id="error.event.severity">
        <source>"{value}" is not a severity; choose one of: {known}, or leave it empty</source>
        <translation>"{value}" is not a severity; choose one of: {known}, or leave it empty</translation>
    </message>
    <message id="error.event.volume">
        <source>the volume {value} mL is not possible; give a number from 0, or leave it empty</source>
        <translation>the volume {value} mL is not possible; give a number from 0, or leave it empty</translation>
    </message>
    <message id="error.file.exists">
        <source>{path} exists already; choose another name</source>
        <translation>{path} exists already; choose another name</translation>
    </message>
    <message id="error.file.locked">
        <source>another program keeps {path} locked; wait a moment and try again</source>
        <translation>another program keeps {path} locked; wait a moment and try again</translation>
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
        <source>{path} is larger than {limit_mb} MB, too large for a file of this kind</source>
        <translation>{path} is larger than {limit_mb} MB, too large for a file of this kind</translation>
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
    <message id="error.incoming.away">
        <source>The incoming folder {path} cannot be reached: {reason}. Studies are opened again when it is back.</source>
        <translation>The incoming folder {path} cannot be reached: {reason}. Studies are opened again when it is back.</translation>
    </message>
    <message id="error.incoming.more">
        <source>More images of {case} are coming in. The answer from those before no longer holds; the study is read again when all of it is there.</source>
        <translation>More images of {case} are coming in. The answer from those before no longer holds; the study is read again when all of it is there.</translation>
    </message>
    <message id="error.incoming.not-followed">
        <source>{path} in the incoming folder is a link to a folder, or lies too deep, and is not looked at. Put the study itself into the incoming folder.</source>
        <translation>{path} in the incoming folder is a link to a folder, or lies too deep, and is not looked at. Put the study itself into the incoming folder.</translation>
    </message>
    <message id="error.incoming.too-many-files">
        <source>The incoming folder {path} holds more than {limit} files. Move old studies out of it; until then nothing is opened from it.</source>
        <translation>The incoming folder {path} holds more than {limit} files. Move old studies out of it; until then nothing is opened from it.</translation>
    </message>
    <message id="error.incoming.unreadable">
        <source>{path} in the incoming folder cannot be read: {reason}. Give this account the right to read it; until then its study is not opened.</source>
        <translation>{path} in the incoming folder cannot be read: {reason}. Give this account the right to read it; until then its study is not opened.</translation>
    </message>
    <message id="error.internal">
        <source>internal error ({kind}: {detail}); run again with --verbose and report it</source>
        <translation>internal error ({kind}: {detail}); run again with --verbose and report it</translation>
    </message>
    <message id="error.json.duplicate-key">
        <source>{source}: the key "{key}" occurs twice in one object; keep one of them</source>
        <translation>{source}: the key "{key}" occurs twice in one object; keep one of them</translation>
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
        <source>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters of one script, digits, spaces and hyphens, at most 64</source>
        <translation>"{name}" cannot name a key: it becomes a file name and the signer's name on reports; use letters of one script, digits, spaces and hyphens, at most 64</translation>
    </message>
    <message id="error.key.name-taken">
        <source>{path} is not used: another key that comes first is already called {name}; give the file another name</source>
        <translation>{path} is not used: another key that comes first is already called {name}; give the file another name</translation>
    </message>
    <message id="error.key.reserved">
        <source>{name} cannot be used: only the key that is shipped with the program may be called "{reserved}"; give the file another name</source>
        <translation>{name} cannot be used: only the key that is shipped with the program may be called "{reserved}"; give the file another name</translation>
    </message>
    <message id="error.mask.damaged">
        <source>{path} cannot be read as a mask: {error}; export it again</source>
        <translation>{path} cannot be read as a mask: {error}; export it again</translation>
    </message>
    <message id="error.mask.dimensions">
        <source>{path} has {count} dimensions; export a mask of three</source>
        <translation>{path} has {count} dimensions; export a mask of three</translation>
    </message>
    <message id="error.mask.empty">
        <source>{path}: nothing is marked in {part}; choose another part of the file, or export it again</source>
        <translation>{path}: nothing is marked in {part}; choose another part of the file, or export it again</translation>
    </message>
    <message id="error.mask.folder">
        <source>{path} is a folder; name one mask file</source>
        <translation>{path} is a folder; name one mask file</translation>
    </message>
    <message id="error.mask.fractions">
        <source>{path} holds fractions, so it is no label map; export labels, not probabilities</source>
        <translation>{path} holds fractions, so it is no label map; export labels, not probabilities</translation>
    </message>
    <message id="error.mask.gone">
        <source>{path} does not exist; correct the path of the mask</source>
        <translation>{path} does not exist; correct the path of the mask</translation>
    </message>
    <message id="error.mask.incomplete">
        <source>There are masks of {given} only. This pack finds its structures together: give masks of {missing} too, or none.</source>
        <translation>There are masks of {given} only. This pack finds its structures together: give masks of {missing} too, or none.</translation>
    </message>
    <message id="error.mask.layers">
        <source>{path} holds several layers; export segments that do not overlap as one label map</source>
        <translation>{path} holds several layers; export segments that do not overlap as one label map</translation>
    </message>
    <message id="error.mask.no-case">
        <source>{path}: the case that it was opened for is not on screen any more; open it again there</source>
        <translation>{path}: the case that it was opened for is not on screen any more; open it again there</translation>
    </message>
    <message id="error.mask.no-labels">
        <source>{path} holds {count} different values (at most {most} are labels), so it is an image; export the label map</source>
        <translation>{path} holds {count} different values (at most {most} are labels), so it is an image; export the label map</translation>
    </message>
    <message id="error.mask.no-mask">
        <source>{path} is no mask; known are {kinds}, DICOM Segmentation and DICOM structure sets (RTSTRUCT)</source>
        <translation>{path} is no mask; known are {kinds}, DICOM Segmentation and DICOM structure sets (RTSTRUCT)</translation>
    </message>
    <message id="error.mask.no-part">
        <source>{path} has no part {part}; it holds {listed}: name one of these</source>
        <translation>{path} has no part {part}; it holds {listed}: name one of these</translation>
    </message>
    <message id="error.mask.no-place">
        <source>{path} does not say where its voxels lie; export it again with origin and spacing</source>
        <translation>{path} does not say where its voxels lie; export it again with origin and spacing</translation>
    </message>
    <message id="error.mask.no-structure">
        <source>The pack has no structure {structure}. It has: {known}</source>
        <translation>The pack has no structure {structure}. It has: {known}</translation>
    </message>
    <message id="error.mask.not-finite">
        <source>{path} holds {count} {count:value that is no number|values that are no numbers} (NaN or infinite); export labels as whole numbers</source>
        <translation>{path} holds {count} {count:value that is no number|values that are no numbers} (NaN or infinite); export labels as whole numbers</translation>
    </message>
    <message id="error.mask.nothing">
        <source>{path} is empty: nothing is marked in it; choose another file, or export it again</source>
        <translation>{path} is empty: nothing is marked in it; choose another file, or export it again</translation>
    </message>
    <message id="error.mask.off-grid">
        <source>{path} lies up to {voxels:.2g} voxels beside the voxels of the series; export it on the grid of the series</source>
        <translation>{path} lies up to {voxels:.2g} voxels beside the voxels of the series; export it on the grid of the series</translation>
    </message>
    <message id="error.mask.open-contour">
        <source>{path} has a contour that is not closed ({kind}); close it, or export a DICOM Segmentation</source>
        <translation>{path} has a contour that is not closed ({kind}); close it, or export a DICOM Segmentation</translation>
    </message>
    <message id="error.mask.option">
        <source>--mask {given}: write STRUCTURE=FILE, or STRUCTURE=FILE#PART for a file with several structures</source>
        <translation>--mask {given}: write STRUCTURE=FILE, or STRUCTURE=FILE#PART for a file with several structures</translation>
    </message>
    <message id="error.mask.other-frame">
        <source>{path} was drawn in another frame of reference ({found}) than that of the series ({wanted}); choose the mask of this series</source>
        <translation>{path} was drawn in another frame of reference ({found}) than that of the series ({wanted}); choose the mask of this series</translation>
    </message>
    <message id="error.mask.other-image">
        <source>The stored contours do not fit this image. Choose the series they were made from, or screen this one again.</source>
        <translation>The stored contours do not fit this image. Choose the series they were made from, or screen this one again.</translation>
    </message>
    <message id="error.mask.other-object">
        <source>{path} is DICOM, but no mask (modality {modality}); choose the Segmentation (SEG) or the structure set (RTSTRUCT)</source>
        <translation>{path} is DICOM, but no mask (modality {modality}); choose the Segmentation (SEG) or the structure set (RTSTRUCT)</translation>
    </message>
    <message id="error.mask.other-patient">
        <source>{path} is of the patient {found}, the images are of {wanted}; choose the mask of this patient</source>
        <translation>{path} is of the patient {found}, the images are of {wanted}; choose the mask of this patient</translation>
    </message>
    <message id="error.mask.outside">
        <source>{path} lies up to {mm:.4g} mm outside the series: it was drawn on another series, or its origin is wrong; choose the mask of this series</source>
        <translation>{path} lies up to {mm:.4g} mm outside the series: it was drawn on another series, or its origin is wrong; choose the mask of this series</translation>
    </message>
    <message id="error.mask.overlap">
        <source>{path} overlaps {other}; a voxel belongs to one structure, so correct one of them</source>
        <translation>{path} overlaps {other}; a voxel belongs to one structure, so correct one of them</translation>
    </message>
    <message id="error.mask.overlaps">
        <source>The contour from the file takes {ml:.2f} mL of another structure. Correct one of them, then open the file again.</source>
        <translation>The contour from the file takes {ml:.2f} mL of another structure. Correct one of them, then open the file again.</translation>
    </message>
    <message id="error.mask.seed-outside">
        <source>The point that was clicked has {hu} HU, outside of the limits {low} to {high} HU. Click inside the structure or change the limits.</source>
        <translation>The point that was clicked has {hu} HU, outside of the limits {low} to {high} HU. Click inside the structure or change the limits.</translation>
    </message>
    <message id="error.mask.seed-outside-scan">
        <source>The point that was clicked lies outside of the scan. Click inside the structure.</source>
        <translation>The point that was clicked lies outside of the scan. Click inside the structure.</translation>
    </message>
    <message id="error.mask.segment-value">
        <source>{path}: the segment {name} has no label value; save it again, or as a label map</source>
        <translation>{path}: the segment {name} has no label value; save it again, or as a label map</translation>
    </message>
    <message id="error.mask.shape">
        <source>{path} has {found} voxels where the series has {wanted} (slices, rows, columns); export it on the grid of the series</source>
        <translation>{path} has {found} voxels where the series has {wanted} (slices, rows, columns); export it on the grid of the series</translation>
    </message>
    <message id="error.mask.spacing">
        <source>{path} has voxels of {found} mm where the series has {wanted} mm (slice, row, column); export it on the grid of the series</source>
        <translation>{path} has voxels of {found} mm where the series has {wanted} mm (slice, row, column); export it on the grid of the series</translation>
    </message>
    <message id="error.mask.sparse">
        <source>{path} was drawn on slices {found} mm apart, the series has slices {wanted} mm apart; draw it on this series</source>
        <translation>{path} was drawn on slices {found} mm apart, the series has slices {wanted} mm apart; draw it on this series</translation>
    </message>
    <message id="error.mask.tilted">
        <source>{path} is tilted or turned against the series by {degrees:.1f}°; export it on the grid of the series</source>
        <translation>{path} is tilted or turned against the series by {degrees:.1f}°; export it on the grid of the series</translation>
    </message>
    <message id="error.mask.too-large">
        <source>{path} has {count} voxels, more than the {most} that the series has room for; choose the mask of this series</source>
        <translation>{path} has {count} voxels, more than the {most} that the series has room for; choose the mask of this series</translation>
    </message>
    <message id="error.mask.twice">
        <source>--mask names {structure} twice; give one file for it</source>
        <translation>--mask names {structure} twice; give one file for it</translation>
    </message>
    <message id="error.mask.unreadable">
        <source>{path} cannot be read ({error}); check its permissions</source>
        <translation>{path} cannot be read ({error}); check its permissions</translation>
    </message>
    <message id="error.mask.which-part">
        <source>{path} holds {listed}, and nothing says which of these is {structure}; name it: {structure}=FILE#NUMBER</source>
        <translation>{path} holds {listed}, and nothing says which of these is {structure}; name it: {structure}=FILE#NUMBER</translation>
    </message>
    <message id="error.model.beyond-limits">
        <source>the model {model} asks for more than this program lets an engine do, or for what cannot be told before it is run: {found}</source>
        <translation>the model {model} asks for more than this program lets an engine do, or for what cannot be told before it is run: {found}</translation>
    </message>
    <message id="error.model.corrupt">
        <source>the model {model} is not a valid ONNX file: {detail}</source>
        <translation>the model {model} is not a valid ONNX file: {detail}</translation>
    </message>
    <message id="error.model.custom-operator">
        <source>the model {model} uses the operator {operator}, which is not standard ONNX</source>
        <translation>the model {model} uses the operator {operator}, which is not standard ONNX</translation>
    </message>
    <message id="error.model.external-data">
        <source>the model {model} keeps data outside its file, which is not allowed</source>
        <translation>the model {model} keeps data outside its file, which is not allowed</translation>
    </message>
    <message id="error.model.interface">
        <source>the model {model} has {found}, but its step needs {needed}; ask the author of the pack for one that fits</source>
        <translation>the model {model} has {found}, but its step needs {needed}; ask the author of the pack for one that fits</translation>
    </message>
    <message id="error.model.not-finite">
        <source>the network {model} returned a value that is not a finite number; the pack cannot be used on this computer</source>
        <translation>the network {model} returned a value that is not a finite number; the pack cannot be used on this computer</translation>
    </message>
    <message id="error.model.shape">
        <source>the model {model} has inputs or outputs that cannot be used: {found}. Each needs a name, a fixed shape of two axes or more, and float32 numbers (outputs also int64)</source>
        <translation>the model {model} has inputs or outputs that cannot be used: {found}. Each needs a name, a fixed shape of two axes or more, and float32 numbers (outputs also int64)</translation>
    </message>
    <message id="error.model.too-large">
        <source>the model {model} is larger than {limit_mb} MB</source>
        <translation>the model {model} is larger than {limit_mb} MB</translation>
    </message>
    <message id="error.option.count">
        <source>"{value}" is not a number of lines; give a whole number from 1</source>
        <translation>"{value}" is not a number of lines; give a whole number from 1</translation>
    </message>
    <message id="error.option.empty-path">
        <source>an empty path was given; name a file or a folder (a dot stands for this folder)</source>
        <translation>an empty path was given; name a file or a folder (a dot stands for this folder)</translation>
    </message>
    <message id="error.option.threads">
        <source>--threads needs a whole number from 1 to 9999, not "{value}"</source>
        <translation>--threads needs a whole number from 1 to 9999, not "{value}"</translation>
    </message>
    <message id="error.pack.all-need-images">
        <source>Every installed pack needs images. Install one that works from answers alone, or open a study.</source>
        <translation>Every installed pack needs images. Install one that works from answers alone, or open a study.</translation>
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
    <message id="error.pack.file-too-large">
        <source>{file} in {pack} is larger than {limit_mb} MB, too large for such a file of a pack</source>
        <translation>{file} in {pack} is larger than {limit_mb} MB, too large for such a file of a pack</translation>
    </message>
    <message id="error.pack.foreign-file">
        <source>{pack} holds {file}, which does not belong in a pack</source>
        <translation>{pack} holds {file}, which does not belong in a pack</translation>
    </message>
    <message id="error.pack.golden-invalid">
        <source>{pack}: the golden image {file} cannot be read</source>
        <translation>{pack}: the golden image {file} cannot be read</translation>
    </message>
    <message id="error.pack.golden-missing">
        <source>{pack} has no golden case: an input and its expected result, in {file}</source>
        <translation>{pack} has no golden case: an input and its expected result, in {file}</translation>
    </message>
    <message id="error.pack.hidden">
        <source>{path} is not used: the pack {used} has the same id and comes first; remove one of the two</source>
        <translation>{path} is not used: the pack {used} has the same id and comes first; remove one of the two</translation>
    </message>
    <message id="error.pack.machine">
        <source>an administrator has set up {pack} for everyone on this computer, and it cannot be replaced here; ask the administrator, or give your pack another id</source>
        <translation>an administrator has set up {pack} for everyone on this computer, and it cannot be replaced here; ask the administrator, or give your pack another id</translation>
    </message>
    <message id="error.pack.machine-stays">
        <source>{pack} is there for everyone on this computer; an administrator can remove {path}</source>
        <translation>{pack} is there for everyone on this computer; an administrator can remove {path}</translation>
    </message>
    <message id="error.pack.misnamed">
        <source>{path} must be called {name}, after the pack's id; rename the file</source>
        <translation>{path} must be called {name}, after the pack's id; rename the file</translation>
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
    <message id="error.pack.older">
        <source>{pack} {present} is installed, and {offered} is an earlier version; later corrections would be lost. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>{pack} {present} is installed, and {offered} is an earlier version; later corrections would be lost. To install it all the same: --replace, or Replace in the pack manager</translation>
    </message>
    <message id="error.pack.other-signer">
        <source>{pack} {present} is installed and was signed by {signer}, key {key}; {offered} was signed by {other}, key {other_key}. Ask the supplier why. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>{pack} {present} is installed and was signed by {signer}, key {key}; {offered} was signed by {other}, key {other_key}. Ask the supplier why. To install it all the same: --replace, or Replace in the pack manager</translation>
    </message>
    <message id="error.pack.present">
        <source>{pack} is already part of the program; there is nothing to install</source>
        <translation>{pack} is already part of the program; there is nothing to install</translation>
    </message>
    <message id="error.pack.same-version">
        <source>{pack} {present} is installed, and this is other content under the same version (SHA-256 {digest}…, installed {before}…). To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>{pack} {present} is installed, and this is other content under the same version (SHA-256 {digest}…, installed {before}…). To install it all the same: --replace, or Replace in the pack manager</translation>
    </message>
    <message id="error.pack.signature">
        <source>the signature of {pack} was made with a key that this computer does not trust; to trust the signer, put the signer's .pub file into {folder}</source>
        <translation>the signature of {pack} was made with a key that this computer does not trust; to trust the signer, put the signer's .pub file into {folder}</translation>
    </message>
    <message id="error.pack.too-large">
        <source>{pack} is too large: a pack has at most {files} {files:file|files} and {limit_gb} GB</source>
        <translation>{pack} is too large: a pack has at most {files} {files:file|files} and {limit_gb} GB</translation>
    </message>
    <message id="error.pack.unknown">
        <source>there is no pack "{pack}"; known are: {known}</source>
        <translation>there is no pack "{pack}"; known are: {known}</translation>
    </message>
    <message id="error.pack.unsigned">
        <source>{pack} is not signed; use a signed pack, or --allow-unsigned for research</source>
        <translation>{pack} is not signed; use a signed pack, or --allow-unsigned for research</translation>
    </message>
    <message id="error.pack.version-unclear">
        <source>{pack} {present} is installed, and whether {offered} is later cannot be told from these versions. To install it all the same: --replace, or Replace in the pack manager</source>
        <translation>{pack} {present} is installed, and whether {offered} is later cannot be told from these versions. To install it all the same: --replace, or Replace in the pack manager</translation>
    </message>
    <message id="error.print.failed">
        <source>The printer did not take the report. Check that it is on and has paper, or save the report as PDF and print that.</source>
        <translation>The printer did not take the report. Check that it is on and has paper, or save the report as PDF and print that.</translation>
    </message>
    <message id="error.qt.missing-libraries">
        <source>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</source>
        <translation>Qt cannot start ({detail}); on Debian or Ubuntu run: sudo apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1</translation>
    </message>
    <message id="error.record.damaged">
        <source>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</source>
        <translation>{path} is damaged or was changed: {field} does not fit the rest; reprint from an unchanged copy, or screen again</translation>
    </message>
    <message id="error.record.not-one">
        <source>{path} is not a report record; choose the .json file saved beside the PDF report, or one written by precontrast cases signed</source>
        <translation>{path} is not a report record; choose the .json file saved beside the PDF report, or one written by precontrast cases signed</translation>
    </message>
    <message id="error.region.outside">
        <source>the region at ({x}, {y}, {z}) mm lies outside the image</source>
        <translation>the region at ({x}, {y}, {z}) mm lies outside the image</translation>
    </message>
    <message id="error.report.overtaken">
        <source>The answers or the pack of this case changed while the report was open. The last tick or signature was not kept: open the report again when the result is there.</source>
        <translation>The answers or the pack of this case changed while the report was open. The last tick or signature was not kept: open the report again when the result is there.</translation>
    </message>
    <message id="error.report.unticked">
        <source>No longer on the checklist of this result, though it was ticked: {items}. It is ticked again if it comes back.</source>
        <translation>No longer on the checklist of this result, though it was ticked: {items}. It is ticked again if it comes back.</translation>
    </message>
    <message id="error.schema.duplicate">
        <source>{source}: "{wanted}" occurs twice in {field}</source>
        <translation>{source}: "{wanted}" occurs twice in {field}</translation>
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
    <message id="error.settings.put-aside">
        <source>the settings {path} could not be used ({reason}); they were kept as {aside}, and the program starts with its defaults</source>
        <translation>the settings {path} could not be used ({reason}); they were kept as {aside}, and the program starts with its defaults</translation>
    </message>
    <message id="error.settings.unreadable">
        <source>the settings {path} cannot be used ({reason}); the program uses its defaults until this is corrected</source>
        <translation>the settings {path} cannot be used ({reason}); the program uses its defaults until this is corrected</translation>
    </message>
    <message id="error.site.conflict">
        <source>"{field}" in the site profile was changed in another window or by an administrator while it was open here; nothing was changed. Open the site profile again and make the change once more</source>
        <translation>"{field}" in the site profile was changed in another window or by an administrator while it was open here; nothing was changed. Open the site profile again and make the change once more</translation>
    </message>
    <message id="error.site.cut-off-contradicts">
        <source>the site profile lets the tier "{tier}" of {outcome} begin at {percent:.3g} %, {times:.3g} times the event rate; it must begin at {least:g} times the rate at least, {needed:.3g} %</source>
        <translation>the site profile lets the tier "{tier}" of {outcome} begin at {percent:.3g} %, {times:.3g} times the event rate; it must begin at {least:g} times the rate at least, {needed:.3g} %</translation>
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
    <message id="error.site.not-kept">
        <source>the site profile was not written to {path}: it would be read back as another one</source>
        <translation>the site profile was not written to {path}: it would be read back as another one</translation>
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
        <source>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</source>
        <translation>the site profile sets a cut-off of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</translation>
    </message>
    <message id="error.site.unknown-tier-action">
        <source>the site profile sets actions of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</source>
        <translation>the site profile sets actions of {outcome} for the tier "{tier}", which the pack does not have; it has: {known}</translation>
    </message>
    <message id="error.system.refused">
        <source>{path} cannot be read or written: {reason}. Check free space, permissions and connections, then try again</source>
        <translation>{path} cannot be read or written: {reason}. Check free space, permissions and connections, then try again</translation>
    </message>
    <message id="error.toml.invalid">
        <source>{source}, line {line}, column {column}: not valid TOML, or a name that occurs twice</source>
        <translation>{source}, line {line}, column {column}: not valid TOML, or a name that occurs twice</translation>
    </message>
    <message id="error.toml.number-too-long">
        <source>{source}: a number has thousands of digits; check it</source>
        <translation>{source}: a number has thousands of digits; check it</translation>
    </message>
    <message id="error.toml.too-deep">
        <source>{source}: lists and tables are nested too deeply</source>
        <translation>{source}: lists and tables are nested too deeply</translation>
    </message>
    <message id="error.training.key-damaged">
        <source>{path} is not the key of this site's pseudonyms. Put it back from a copy: with a new one, patients would be exported under new names.</source>
        <translation>{path} is not the key of this site's pseudonyms. Put it back from a copy: with a new one, patients would be exported under new names.</translation>
    </message>
    <message id="error.training.not-allowed">
        <source>Contours may not be exported for training: the site profile does not allow it. Whoever answers for the data adds the section [training_export] to it, with allowed = true, by = "who decided" and since = "2026-01-31", each on a line of its own.</source>
        <translation>Contours may not be exported for training: the site profile does not allow it. Whoever answers for the data adds the section [training_export] to it, with allowed = true, by = "who decided" and since = "2026-01-31", each on a line of its own.</translation>
    </message>
    <message id="error.training.not-corrected">
        <source>Case {case} has no contour that a reader has corrected: there is nothing to train on.</source>
        <translation>Case {case} has no contour that a reader has corrected: there is nothing to train on.</translation>
    </message>
    <message id="error.training.other-table">
        <source>{path} is not a table of this export: it must be UTF-8 CSV with the columns {columns}. Choose another folder, or mend the table.</source>
        <translation>{path} is not a table of this export: it must be UTF-8 CSV with the columns {columns}. Choose another folder, or mend the table.</translation>
    </message>
    <message id="error.training.simulated">
        <source>Case {case} is of simulated images: they are not for training on patients.</source>
        <translation>Case {case} is of simulated images: they are not for training on patients.</translation>
    </message>
    <message id="error.ui.no-images">
        <source>No image series was found in {path}: {reason}. Choose the folder that holds the DICOM files, an archive or a DICOMDIR.</source>
        <translation>No image series was found in {path}: {reason}. Choose the folder that holds the DICOM files, an archive or a DICOMDIR.</translation>
    </message>
    <message id="error.ui.other-images">
        <source>{path} now holds images of another patient or another examination. This case and its result are unchanged. To screen what is there now, open it as a new case.</source>
        <translation>{path} now holds images of another patient or another examination. This case and its result are unchanged. To screen what is there now, open it as a new case.</translation>
    </message>
    <message id="error.work.cancelled">
        <source>stopped by the user</source>
        <translation>stopped by the user</translation>
    </message>
    <message id="error.worker.crashed">
        <source>The calculation ended unexpectedly (exit code {exit}). Nothing of the case is lost. Try again; if it happens again, choose another engine in the settings.</source>
        <translation>The calculation ended unexpectedly (exit code {exit}). Nothing of the case is lost. Try again; if it happens again, choose another engine in the settings.</translation>
    </message>
    <message id="error.worker.out-of-memory">
        <source>There is not enough memory for these images. Close other programs and try again.</source>
        <translation>There is not enough memory for these images. Close other programs and try again.</translation>
    </message>
    <message id="error.worker.silent">
        <source>the worker process gave no answer in {seconds} s; exempt the program's folder from the virus scanner, or close other programs</source>
        <translation>the worker process gave no answer in {seconds} s; exempt the program's folder from the virus scanner, or close other programs</translation>
    </message>
    <message id="event.agent">
        <source>contrast agent</source>
        <translation>contrast agent</translation>
    </message>
    <message id="event.follow-up">
        <source>follow-up</source>
        <translation>follow-up</translation>
    </message>
    <message id="event.happened">
        <source>the event happened</source>
        <translation>the event happened</translation>
    </message>
    <message id="event.not-happened">
        <source>the event did not happen</source>
        <translation>the event did not happen</translation>
    </message>
    <message id="event.note">
        <source>note</source>
        <translation>note</translation>
    </message>
    <message id="event.recorded">
        <source>recorded</source>
        <translation>recorded</translation>
    </message>
    <message id="event.severity">
        <source>severity</source>
        <translation>severity</translation>
    </message>
    <message id="event.severity.mild">
        <source>mild</source>
        <translation>mild</translation>
    </message>
    <message id="event.severity.moderate">
        <source>moderate</source>
        <translation>moderate</translation>
    </message>
    <message id="event.severity.severe">
        <source>severe</source>
        <translation>severe</translation>
    </message>
    <message id="event.site">
        <source>site</source>
        <translation>site</translation>
    </message>
    <message id="event.volume">
        <source>volume</source>
        <translation>volume</translation>
    </message>
    <message id="factory.and">
        <source>{first} and {last}</source>
        <translation>{first} and {last}</translation>
    </message>
    <message id="factory.anew.folds">
        <source>{path}: made for {cases} training cases, {folds} folds and {repeats} repeats; run again: precontrast-train features, with the same --folds and --repeats</source>
        <translation>{path}: made for {cases} training cases, {folds} folds and {repeats} repeats; run again: precontrast-train features, with the same --folds and --repeats</translation>
    </message>
    <message id="factory.anew.other">
        <source>{path} is damaged or does not fit the features beside it; run again: precontrast-train features</source>
        <translation>{path} is damaged or does not fit the features beside it; run again: precontrast-train features</translation>
    </message>
    <message id="factory.balance.all">
        <source>all</source>
        <translation>all</translation>
    </message>
    <message id="factory.balance.all-cases">
        <source>all cases, as no split is decided</source>
        <translation>all cases, as no split is decided</translation>
    </message>
    <message id="factory.balance.anticipated">
        <source>from the anticipated AUC {auc:g}</source>
        <translation>from the anticipated AUC {auc:g}</translation>
    </message>
    <message id="factory.balance.apart">
        <source>keep a centre apart, or call it a test of other patients</source>
        <translation>keep a centre apart, or call it a test of other patients</translation>
    </message>
    <message id="factory.balance.assumed">
        <source>assumed as 15 % of its maximum</source>
        <translation>assumed as 15 % of its maximum</translation>
    </message>
    <message id="factory.balance.basis">
        <source>{where}; Cox-Snell R2 {r2:.3f} {why}</source>
        <translation>{where}; Cox-Snell R2 {r2:.3f} {why}</translation>
    </message>
    <message id="factory.balance.both">
        <source>a model needs cases of both kinds</source>
        <translation>a model needs cases of both kinds</translation>
    </message>
    <message id="factory.balance.centre">
        <source>centre {name}</source>
        <translation>centre {name}</translation>
    </message>
    <message id="factory.balance.constant">
        <source>is {value} wherever it is known</source>
        <translation>is {value} wherever it is known</translation>
    </message>
    <message id="factory.balance.counts">
        <source>{split} has {events} {events:event|events} among {known} {known:case|cases}</source>
        <translation>{split} has {events} {events:event|events} among {known} {known:case|cases}</translation>
    </message>
    <message id="factory.balance.divide">
        <source>divide the patients so that it has both outcomes</source>
        <translation>divide the patients so that it has both outcomes</translation>
    </message>
    <message id="factory.balance.few">
        <source>{patients} {patients:patient|patients} with {events} {events:event|events} are too few for {parameters} {parameters:parameter|parameters}: Riley's criteria ask for {needed}</source>
        <translation>{patients} {patients:patient|patients} with {events} {events:event|events} are too few for {parameters} {parameters:parameter|parameters}: Riley's criteria ask for {needed}</translation>
    </message>
    <message id="factory.balance.fewer">
        <source>plan at most {allowed} {allowed:parameter|parameters}, penalise, and report the optimism</source>
        <translation>plan at most {allowed} {allowed:parameter|parameters}, penalise, and report the optimism</translation>
    </message>
    <message id="factory.balance.fill">
        <source>fill it in, or take it out of cohort.toml</source>
        <translation>fill it in, or take it out of cohort.toml</translation>
    </message>
    <message id="factory.balance.give">
        <source>give it: without it, only vessels are learnt</source>
        <translation>give it: without it, only vessels are learnt</translation>
    </message>
    <message id="factory.balance.leave-out">
        <source>fill it in, or leave the predictor out</source>
        <translation>fill it in, or leave the predictor out</translation>
    </message>
    <message id="factory.balance.missing">
        <source>is unknown in {share:.0f} % of cases</source>
        <translation>is unknown in {share:.0f} % of cases</translation>
    </message>
    <message id="factory.balance.more">
        <source>gather more patients, penalise, and report the optimism</source>
        <translation>gather more patients, penalise, and report the optimism</translation>
    </message>
    <message id="factory.balance.no-outcome">
        <source>is known of no case</source>
        <translation>is known of no case</translation>
    </message>
    <message id="factory.balance.none">
        <source>gather more cases: not even one parameter is supported</source>
        <translation>gather more cases: not even one parameter is supported</translation>
    </message>
    <message id="factory.balance.not-named">
        <source>not named</source>
        <translation>not named</translation>
    </message>
    <message id="factory.balance.nothing">
        <source>leave it out: it tells nothing</source>
        <translation>leave it out: it tells nothing</translation>
    </message>
    <message id="factory.balance.one-outcome">
        <source>is {value} in every case</source>
        <translation>is {value} in every case</translation>
    </message>
    <message id="factory.balance.outside">
        <source>is {value:g}, outside {low:g} to {high:g}</source>
        <translation>is {value:g}, outside {low:g} to {high:g}</translation>
    </message>
    <message id="factory.balance.shared">
        <source>the external test shares a centre with training ({centres})</source>
        <translation>the external test shares a centre with training ({centres})</translation>
    </message>
    <message id="factory.balance.split">
        <source>split {name}</source>
        <translation>split {name}</translation>
    </message>
    <message id="factory.balance.split-train">
        <source>split train</source>
        <translation>split train</translation>
    </message>
    <message id="factory.balance.undecided">
        <source>not decided</source>
        <translation>not decided</translation>
    </message>
    <message id="factory.balance.unit">
        <source>make sure of its unit</source>
        <translation>make sure of its unit</translation>
    </message>
    <message id="factory.balance.unknown">
        <source>is unknown in every case</source>
        <translation>is unknown in every case</translation>
    </message>
    <message id="factory.balance.wide">
        <source>expect wide intervals, or gather more cases</source>
        <translation>expect wide intervals, or gather more cases</translation>
    </message>
    <message id="factory.build.earlier">
        <source>{path} is of an earlier version; run features again</source>
        <translation>{path} is of an earlier version; run features again</translation>
    </message>
    <message id="factory.build.id">
        <source>--id {id}: use small letters, digits and single hyphens</source>
        <translation>--id {id}: use small letters, digits and single hyphens</translation>
    </message>
    <message id="factory.build.signed">
        <source>{folder} is signed. Check it: precontrast self-test {folder}</source>
        <translation>{folder} is signed. Check it: precontrast self-test {folder}</translation>
    </message>
    <message id="factory.build.unsigned">
        <source>{folder} is not signed; sign it: precontrast packs sign {folder} --key KEY.pem</source>
        <translation>{folder} is not signed; sign it: precontrast packs sign {folder} --key KEY.pem</translation>
    </message>
    <message id="factory.cell.bad-path">
        <source>holds a character that no path has</source>
        <translation>holds a character that no path has</translation>
    </message>
    <message id="factory.cell.choice">
        <source>write one of: {offered}</source>
        <translation>write one of: {offered}</translation>
    </message>
    <message id="factory.cell.correct">
        <source>correct it, or write 'unknown'</source>
        <translation>correct it, or write 'unknown'</translation>
    </message>
    <message id="factory.cell.empty">
        <source>is empty</source>
        <translation>is empty</translation>
    </message>
    <message id="factory.cell.give-case">
        <source>give every row a case id</source>
        <translation>give every row a case id</translation>
    </message>
    <message id="factory.cell.is">
        <source>is {value}</source>
        <translation>is {value}</translation>
    </message>
    <message id="factory.cell.long">
        <source>is longer than {count} {count:character|characters}</source>
        <translation>is longer than {count} {count:character|characters}</translation>
    </message>
    <message id="factory.cell.name-chars">
        <source>use letters, digits, hyphens and underscores</source>
        <translation>use letters, digits, hyphens and underscores</translation>
    </message>
    <message id="factory.cell.no-name">
        <source>cannot name a file</source>
        <translation>cannot name a file</translation>
    </message>
    <message id="factory.cell.not-number">
        <source>is {value}, not a number</source>
        <translation>is {value}, not a number</translation>
    </message>
    <message id="factory.cell.outcome">
        <source>write 1 where the event happened, 0 where not, nothing if not known</source>
        <translation>write 1 where the event happened, 0 where not, nothing if not known</translation>
    </message>
    <message id="factory.cell.outside">
        <source>is {value:g}{unit}, outside {low:g} to {high:g}</source>
        <translation>is {value:g}{unit}, outside {low:g} to {high:g}</translation>
    </message>
    <message id="factory.cell.reading">
        <source>write a whole number from {low} to {high}, or nothing</source>
        <translation>write a whole number from {low} to {high}, or nothing</translation>
    </message>
    <message id="factory.cell.shorter">
        <source>files are named by it: choose a shorter one</source>
        <translation>files are named by it: choose a shorter one</translation>
    </message>
    <message id="factory.cell.split">
        <source>write {names}, or nothing</source>
        <translation>write {names}, or nothing</translation>
    </message>
    <message id="factory.cell.type-path">
        <source>type the path again</source>
        <translation>type the path again</translation>
    </message>
    <message id="factory.cell.write-number">
        <source>write a number, or 'unknown'</source>
        <translation>write a number, or 'unknown'</translation>
    </message>
    <message id="factory.check.case">
        <source>case</source>
        <translation>case</translation>
    </message>
    <message id="factory.check.cases">
        <source>cases</source>
        <translation>cases</translation>
    </message>
    <message id="factory.check.clean">
        <source>No fault was found.</source>
        <translation>No fault was found.</translation>
    </message>
    <message id="factory.check.column">
        <source>column</source>
        <translation>column</translation>
    </message>
    <message id="factory.check.criteria">
        <source>  shrinkage of {limit:g}: {shrinkage}; optimism of R2 within {within:g}: {optimism}; overall risk within {margin:g}: {precision}</source>
        <translation>  shrinkage of {limit:g}: {shrinkage}; optimism of R2 within {within:g}: {optimism}; overall risk within {margin:g}: {precision}</translation>
    </message>
    <message id="factory.check.encoding">
        <source>{path} was read as {encoding}; make sure that its names are right</source>
        <translation>{path} was read as {encoding}; make sure that its names are right</translation>
    </message>
    <message id="factory.check.events">
        <source>events</source>
        <translation>events</translation>
    </message>
    <message id="factory.check.faults">
        <source>Faults: {count}</source>
        <translation>Faults: {count}</translation>
    </message>
    <message id="factory.check.known">
        <source>known</source>
        <translation>known</translation>
    </message>
    <message id="factory.check.known-outcome">
        <source>outcome known</source>
        <translation>outcome known</translation>
    </message>
    <message id="factory.check.mend">
        <source>how to mend it</source>
        <translation>how to mend it</translation>
    </message>
    <message id="factory.check.patients">
        <source>patients</source>
        <translation>patients</translation>
    </message>
    <message id="factory.check.plan">
        <source>Sample size for {parameters} {parameters:parameter|parameters} (Riley 2019; {basis}): {needed} {needed:patient|patients} needed, {patients} there with {events} {events:event|events}, which allow {allowed} {allowed:parameter|parameters}</source>
        <translation>Sample size for {parameters} {parameters:parameter|parameters} (Riley 2019; {basis}): {needed} {needed:patient|patients} needed, {patients} there with {events} {events:event|events}, which allow {allowed} {allowed:parameter|parameters}</translation>
    </message>
    <message id="factory.check.predictor">
        <source>predictor</source>
        <translation>predictor</translation>
    </message>
    <message id="factory.check.problem">
        <source>what is wrong</source>
        <translation>what is wrong</translation>
    </message>
    <message id="factory.check.row">
        <source>row</source>
        <translation>row</translation>
    </message>
    <message id="factory.check.share">
        <source>event share</source>
        <translation>event share</translation>
    </message>
    <message id="factory.check.studies">
        <source>Studies read: {read} of {cases}; masks on their series: {masks}; distance between slices {low:.3g} to {high:.3g} mm</source>
        <translation>Studies read: {read} of {cases}; masks on their series: {masks}; distance between slices {low:.3g} to {high:.3g} mm</translation>
    </message>
    <message id="factory.check.summary">
        <source>smallest / middle / largest, or counts</source>
        <translation>smallest / middle / largest, or counts</translation>
    </message>
    <message id="factory.check.unknown">
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message id="factory.check.warnings">
        <source>Warnings: {count}</source>
        <translation>Warnings: {count}</translation>
    </message>
    <message id="factory.check.with-mask">
        <source>with mask</source>
        <translation>with mask</translation>
    </message>
    <message id="factory.cli.error">
        <source>Error: {sentence}</source>
        <translation>Error: {sentence}</translation>
    </message>
    <message id="factory.cli.fault">
        <source>Error: internal error ({error}); run again with --verbose and report it</source>
        <translation>Error: internal error ({error}); run again with --verbose and report it</translation>
    </message>
    <message id="factory.cli.library">
        <source>Error: the library {name} is missing; install the factory's: pip install 'precontrast[train]'</source>
        <translation>Error: the library {name} is missing; install the factory's: pip install 'precontrast[train]'</translation>
    </message>
    <message id="factory.cli.stopped">
        <source>Stopped. What was finished is kept; the same command goes on from there.</source>
        <translation>Stopped. What was finished is kept; the same command goes on from there.</translation>
    </message>
    <message id="factory.faults.case">
        <source>case {case}</source>
        <translation>case {case}</translation>
    </message>
    <message id="factory.faults.line">
        <source>  {problem}; {mend}</source>
        <translation>  {problem}; {mend}</translation>
    </message>
    <message id="factory.faults.line-at">
        <source>  {place}: {problem}; {mend}</source>
        <translation>  {place}: {problem}; {mend}</translation>
    </message>
    <message id="factory.faults.many">
        <source>{source} has {count} faults:</source>
        <translation>{source} has {count} faults:</translation>
    </message>
    <message id="factory.faults.more">
        <source>  and {count} more; see: precontrast-train check {source}</source>
        <translation>  and {count} more; see: precontrast-train check {source}</translation>
    </message>
    <message id="factory.faults.one">
        <source>{source} has one fault:</source>
        <translation>{source} has one fault:</translation>
    </message>
    <message id="factory.faults.row">
        <source>row {row}</source>
        <translation>row {row}</translation>
    </message>
    <message id="factory.file.ambiguous">
        <source>{path}: segments {listed} could all be {vessel}; label the right one {vessel}</source>
        <translation>{path}: segments {listed} could all be {vessel}; label the right one {vessel}</translation>
    </message>
    <message id="factory.file.mask-gone">
        <source>{path} does not exist; correct the column mask</source>
        <translation>{path} does not exist; correct the column mask</translation>
    </message>
    <message id="factory.file.no-file">
        <source>{path} has no file {file}.nii.gz; name the file of {vessel} in [mask_labels]</source>
        <translation>{path} has no file {file}.nii.gz; name the file of {vessel} in [mask_labels]</translation>
    </message>
    <message id="factory.file.no-names">
        <source>{path} has no named labels; give numbers in [mask_labels], not {names}</source>
        <translation>{path} has no named labels; give numbers in [mask_labels], not {names}</translation>
    </message>
    <message id="factory.file.no-segment">
        <source>{path} has no segment of {vessels}; label its segments so, or code their anatomy</source>
        <translation>{path} has no segment of {vessels}; label its segments so, or code their anatomy</translation>
    </message>
    <message id="factory.file.no-series">
        <source>{path} has no axial CT of the thoracic inlet (its best series, {series}, has: {reasons})</source>
        <translation>{path} has no axial CT of the thoracic inlet (its best series, {series}, has: {reasons})</translation>
    </message>
    <message id="factory.file.overlap">
        <source>{path} overlaps {vessel}; a voxel belongs to one vessel</source>
        <translation>{path} overlaps {vessel}; a voxel belongs to one vessel</translation>
    </message>
    <message id="factory.file.study-gone">
        <source>{path} does not exist; correct the column study</source>
        <translation>{path} does not exist; correct the column study</translation>
    </message>
    <message id="factory.header.add">
        <source>add the column</source>
        <translation>add the column</translation>
    </message>
    <message id="factory.header.add-or">
        <source>add the column, or take the predictor out of cohort.toml</source>
        <translation>add the column, or take the predictor out of cohort.toml</translation>
    </message>
    <message id="factory.header.commas">
        <source>separate columns by commas</source>
        <translation>separate columns by commas</translation>
    </message>
    <message id="factory.header.convert">
        <source>convert it; cohort.toml says {name} [{unit}]</source>
        <translation>convert it; cohort.toml says {name} [{unit}]</translation>
    </message>
    <message id="factory.header.empty">
        <source>(empty)</source>
        <translation>(empty)</translation>
    </message>
    <message id="factory.header.keep-one">
        <source>keep one of them</source>
        <translation>keep one of them</translation>
    </message>
    <message id="factory.header.missing">
        <source>is missing</source>
        <translation>is missing</translation>
    </message>
    <message id="factory.header.near">
        <source>did you mean {name}?</source>
        <translation>did you mean {name}?</translation>
    </message>
    <message id="factory.header.no-unit">
        <source>no unit</source>
        <translation>no unit</translation>
    </message>
    <message id="factory.header.stranger">
        <source>is neither a known column nor a predictor</source>
        <translation>is neither a known column nor a predictor</translation>
    </message>
    <message id="factory.header.take-out">
        <source>take it out, or add a predictor to cohort.toml</source>
        <translation>take it out, or add a predictor to cohort.toml</translation>
    </message>
    <message id="factory.header.twice">
        <source>occurs twice</source>
        <translation>occurs twice</translation>
    </message>
    <message id="factory.header.unit">
        <source>is not in {unit}</source>
        <translation>is not in {unit}</translation>
    </message>
    <message id="factory.inspect.agent">
        <source>the header names a contrast agent ({agent})</source>
        <translation>the header names a contrast agent ({agent})</translation>
    </message>
    <message id="factory.inspect.before">
        <source>choose the series before contrast</source>
        <translation>choose the series before contrast</translation>
    </message>
    <message id="factory.inspect.beside">
        <source>{name} lies {voxels:.2g} voxels beside the series</source>
        <translation>{name} lies {voxels:.2g} voxels beside the series</translation>
    </message>
    <message id="factory.inspect.corner">
        <source>see whether its origin is that of a voxel's corner</source>
        <translation>see whether its origin is that of a voxel's corner</translation>
    </message>
    <message id="factory.inspect.correct-mask">
        <source>correct the column mask</source>
        <translation>correct the column mask</translation>
    </message>
    <message id="factory.inspect.dense">
        <source>{name} lies on blood of {hu:.0f} HU</source>
        <translation>{name} lies on blood of {hu:.0f} HU</translation>
    </message>
    <message id="factory.inspect.density">
        <source>{name}: under {structure} the scan has {hu:.0f} HU; {low:g} to {high:g} are its own</source>
        <translation>{name}: under {structure} the scan has {hu:.0f} HU; {low:g} to {high:g} are its own</translation>
    </message>
    <message id="factory.inspect.draw">
        <source>draw it, or leave the cell empty: the vessel would be learnt as background</source>
        <translation>draw it, or leave the cell empty: the vessel would be learnt as background</translation>
    </message>
    <message id="factory.inspect.empty">
        <source>{name} has no voxel of {vessels}</source>
        <translation>{name} has no voxel of {vessels}</translation>
    </message>
    <message id="factory.inspect.enhanced">
        <source>{name} lies on blood of {hu:.0f} HU: the series is enhanced</source>
        <translation>{name} lies on blood of {hu:.0f} HU: the series is enhanced</translation>
    </message>
    <message id="factory.inspect.folder-each">
        <source>give each patient a folder</source>
        <translation>give each patient a folder</translation>
    </message>
    <message id="factory.inspect.header">
        <source>is {answer} where the DICOM header has {header}</source>
        <translation>is {answer} where the DICOM header has {header}</translation>
    </message>
    <message id="factory.inspect.leave-four">
        <source>leave the four vessels alone in it, or set ignore_other_labels = true if these are other organs</source>
        <translation>leave the four vessels alone in it, or set ignore_other_labels = true if these are other organs</translation>
    </message>
    <message id="factory.inspect.left">
        <source>{name} lies on the patient's left</source>
        <translation>{name} lies on the patient's left</translation>
    </message>
    <message id="factory.inspect.mend-mask">
        <source>export the mask again from the image it was drawn on</source>
        <translation>export the mask again from the image it was drawn on</translation>
    </message>
    <message id="factory.inspect.mend-study">
        <source>export the study again, or correct the column study</source>
        <translation>export the study again, or correct the column study</translation>
    </message>
    <message id="factory.inspect.no-mask">
        <source>{path} does not exist</source>
        <translation>{path} does not exist</translation>
    </message>
    <message id="factory.inspect.not-blood">
        <source>{name} does not lie on blood ({listed})</source>
        <translation>{name} does not lie on blood ({listed})</translation>
    </message>
    <message id="factory.inspect.not-enhanced">
        <source>make sure that the series is not enhanced</source>
        <translation>make sure that the series is not enhanced</translation>
    </message>
    <message id="factory.inspect.other-series">
        <source>choose another series or leave the case out</source>
        <translation>choose another series or leave the case out</translation>
    </message>
    <message id="factory.inspect.other-study">
        <source>{name} belongs to another examination by its StudyInstanceUID</source>
        <translation>{name} belongs to another examination by its StudyInstanceUID</translation>
    </message>
    <message id="factory.inspect.others">
        <source>{name} holds labels that cohort.toml does not name: {labels}</source>
        <translation>{name} holds labels that cohort.toml does not name: {labels}</translation>
    </message>
    <message id="factory.inspect.patients">
        <source>{path} holds images of {count} {count:patient|patients}</source>
        <translation>{path} holds images of {count} {count:patient|patients}</translation>
    </message>
    <message id="factory.inspect.right">
        <source>it is mirrored, or of the other side: draw the right vessels</source>
        <translation>it is mirrored, or of the other side: draw the right vessels</translation>
    </message>
    <message id="factory.inspect.same-patient">
        <source>make sure that the row and the study are of one patient</source>
        <translation>make sure that the row and the study are of one patient</translation>
    </message>
    <message id="factory.inspect.shifted">
        <source>it is shifted, mirrored, or of another series</source>
        <translation>it is shifted, mirrored, or of another series</translation>
    </message>
    <message id="factory.inspect.simulated">
        <source>says of itself that it is simulated</source>
        <translation>says of itself that it is simulated</translation>
    </message>
    <message id="factory.inspect.this-patient">
        <source>make sure that it is of this patient</source>
        <translation>make sure that it is of this patient</translation>
    </message>
    <message id="factory.inspect.write-simulated">
        <source>write simulated = true into cohort.toml: the pack is called so whatever it says</source>
        <translation>write simulated = true into cohort.toml: the pack is called so whatever it says</translation>
    </message>
    <message id="factory.leaks.keep-series">
        <source>keep one case for each series</source>
        <translation>keep one case for each series</translation>
    </message>
    <message id="factory.leaks.keep-split">
        <source>keep all cases of a patient in one split</source>
        <translation>keep all cases of a patient in one split</translation>
    </message>
    <message id="factory.leaks.keep-study">
        <source>keep one case for each study</source>
        <translation>keep one case for each study</translation>
    </message>
    <message id="factory.leaks.mask">
        <source>{name} is the mask of {count} {count:row|rows} ({cases})</source>
        <translation>{name} is the mask of {count} {count:row|rows} ({cases})</translation>
    </message>
    <message id="factory.leaks.more">
        <source>{names} and {count} more</source>
        <translation>{names} and {count} more</translation>
    </message>
    <message id="factory.leaks.nobody">
        <source>DICOM PatientID {id} is that of {count} {count:case|cases}, so it names nobody</source>
        <translation>DICOM PatientID {id} is that of {count} {count:case|cases}, so it names nobody</translation>
    </message>
    <message id="factory.leaks.one-name">
        <source>give one patient one name in the column patient, or correct the column study</source>
        <translation>give one patient one name in the column patient, or correct the column study</translation>
    </message>
    <message id="factory.leaks.own-mask">
        <source>give each row its own mask</source>
        <translation>give each row its own mask</translation>
    </message>
    <message id="factory.leaks.series">
        <source>the same image series is in {count} {count:case|cases} ({cases}): SeriesInstanceUID {uid}</source>
        <translation>the same image series is in {count} {count:case|cases} ({cases}): SeriesInstanceUID {uid}</translation>
    </message>
    <message id="factory.leaks.several">
        <source>DICOM PatientID {id} is that of several patients of the table ({cases})</source>
        <translation>DICOM PatientID {id} is that of several patients of the table ({cases})</translation>
    </message>
    <message id="factory.leaks.splits">
        <source>patient {patient} is in {splits} ({cases})</source>
        <translation>patient {patient} is in {splits} ({cases})</translation>
    </message>
    <message id="factory.leaks.study">
        <source>the same examination is in {count} {count:case|cases} ({cases}): StudyInstanceUID {uid}</source>
        <translation>the same examination is in {count} {count:case|cases} ({cases}): StudyInstanceUID {uid}</translation>
    </message>
    <message id="factory.leaks.tell-apart">
        <source>make sure that the column patient tells patients apart</source>
        <translation>make sure that the column patient tells patients apart</translation>
    </message>
    <message id="factory.learner.constant">
        <source>None of the predictors differs between the {cases} patients that can be used: {predictors}</source>
        <translation>None of the predictors differs between the {cases} patients that can be used: {predictors}</translation>
    </message>
    <message id="factory.learner.few">
        <source>The model cannot be tuned on {events} events and {others} patients without: it needs {least} of each whose answers are known. Take a learner that is not tuned (logistic), leave out predictors that are often unknown, or collect more patients</source>
        <translation>The model cannot be tuned on {events} events and {others} patients without: it needs {least} of each whose answers are known. Take a learner that is not tuned (logistic), leave out predictors that are often unknown, or collect more patients</translation>
    </message>
    <message id="factory.learner.xgboost">
        <source>The learner “boosting” needs XGBoost: pip install xgboost-cpu, or name another learner in the recipe</source>
        <translation>The learner “boosting” needs XGBoost: pip install xgboost-cpu, or name another learner in the recipe</translation>
    </message>
    <message id="factory.recalibrate.few-with">
        <source>The table has {count} {count:injection|injections} with the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</source>
        <translation>The table has {count} {count:injection|injections} with the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</translation>
    </message>
    <message id="factory.recalibrate.few-without">
        <source>The table has {count} {count:injection|injections} without the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</source>
        <translation>The table has {count} {count:injection|injections} without the event and a prediction; at least {least} are needed to recalibrate the intercept and {slope} for the slope. Collect more, and keep using the pack as it is.</translation>
    </message>
    <message id="factory.recalibrate.key">
        <source>{path} is no key file; make one with: precontrast packs keygen NAME</source>
        <translation>{path} is no key file; make one with: precontrast packs keygen NAME</translation>
    </message>
    <message id="factory.recalibrate.out">
        <source>{path} exists; name a new folder with --out</source>
        <translation>{path} exists; name a new folder with --out</translation>
    </message>
    <message id="factory.recalibrate.same">
        <source>All predictions are the same; there is nothing to recalibrate.</source>
        <translation>All predictions are the same; there is nothing to recalibrate.</translation>
    </message>
    <message id="factory.recalibrate.separate">
        <source>The predictions separate the outcomes completely, which no real table does; check it.</source>
        <translation>The predictions separate the outcomes completely, which no real table does; check it.</translation>
    </message>
    <message id="factory.recalibrate.slope">
        <source>The calibration slope is {slope:.2f}: patients with a high predicted risk had no more events than others. Recalibration cannot help. Check the table (are outcomes and predictions of the same rows?), or do not use the pack here.</source>
        <translation>The calibration slope is {slope:.2f}: patients with a high predicted risk had no more events than others. Recalibration cannot help. Check the table (are outcomes and predictions of the same rows?), or do not use the pack here.</translation>
    </message>
    <message id="factory.recalibrate.untrusted">
        <source>{path} is signed with a key that is not trusted here; if you trust the signer, give the folder of the signer's .pub file with --keys</source>
        <translation>{path} is signed with a key that is not trusted here; if you trust the signer, give the folder of the signer's .pub file with --keys</translation>
    </message>
    <message id="factory.recipe.no-name">
        <source>{path}: recipe is the id of a recipe, or the path of a .toml file, in quotation marks</source>
        <translation>{path}: recipe is the id of a recipe, or the path of a .toml file, in quotation marks</translation>
    </message>
    <message id="factory.recipe.not-needed">
        <source>The recipe {recipe} has nothing for precontrast-train {command} to do; leave this command out</source>
        <translation>The recipe {recipe} has nothing for precontrast-train {command} to do; leave this command out</translation>
    </message>
    <message id="factory.recipe.taken">
        <source>{path}: {recipe} is the id of a recipe of the program; give your own another</source>
        <translation>{path}: {recipe} is the id of a recipe of the program; give your own another</translation>
    </message>
    <message id="factory.recipe.unknown">
        <source>{where}: recipe {recipe} is none of {known}; name one of these, or the path of a .toml file</source>
        <translation>{where}: recipe {recipe} is none of {known}; name one of these, or the path of a .toml file</translation>
    </message>
    <message id="factory.recipes.about">
        <source>what for</source>
        <translation>what for</translation>
    </message>
    <message id="factory.recipes.content">
        <source>content</source>
        <translation>content</translation>
    </message>
    <message id="factory.recipes.features">
        <source>features</source>
        <translation>features</translation>
    </message>
    <message id="factory.recipes.file">
        <source>* goes into the pack. All of it, to copy and change: {path}</source>
        <translation>* goes into the pack. All of it, to copy and change: {path}</translation>
    </message>
    <message id="factory.recipes.id">
        <source>recipe</source>
        <translation>recipe</translation>
    </message>
    <message id="factory.recipes.image">
        <source>image</source>
        <translation>image</translation>
    </message>
    <message id="factory.recipes.model">
        <source>model</source>
        <translation>model</translation>
    </message>
    <message id="factory.recipes.outcome">
        <source>outcome</source>
        <translation>outcome</translation>
    </message>
    <message id="factory.recipes.part">
        <source>part</source>
        <translation>part</translation>
    </message>
    <message id="factory.recipes.predictor">
        <source>predictor</source>
        <translation>predictor</translation>
    </message>
    <message id="factory.recipes.score">
        <source>score</source>
        <translation>score</translation>
    </message>
    <message id="factory.recipes.source">
        <source>structures</source>
        <translation>structures</translation>
    </message>
    <message id="factory.recipes.table">
        <source>table of the report</source>
        <translation>table of the report</translation>
    </message>
    <message id="factory.recipes.which">
        <source>recipes show needs the id of a recipe ({known}) or the path of a .toml file</source>
        <translation>recipes show needs the id of a recipe ({known}) or the path of a .toml file</translation>
    </message>
    <message id="factory.risk.earlier">
        <source>{path} is of an earlier version; run train-risk again</source>
        <translation>{path} is of an earlier version; run train-risk again</translation>
    </message>
    <message id="factory.risk.other-recipe">
        <source>{path} is of the recipe {found} or of an earlier form of it, not of {recipe}; run train-risk again</source>
        <translation>{path} is of the recipe {found} or of an earlier form of it, not of {recipe}; run train-risk again</translation>
    </message>
    <message id="factory.simulate.no-bodies">
        <source>--atlas and --blocks are of simulated bodies, and the recipe {recipe} needs none</source>
        <translation>--atlas and --blocks are of simulated bodies, and the recipe {recipe} needs none</translation>
    </message>
    <message id="factory.simulate.none">
        <source>nothing simulates patients of the recipe {recipe}; kind in its [simulation] is one of {known}</source>
        <translation>nothing simulates patients of the recipe {recipe}; kind in its [simulation] is one of {known}</translation>
    </message>
    <message id="factory.split.centres">
        <source>centres</source>
        <translation>centres</translation>
    </message>
    <message id="factory.split.damaged">
        <source>{path} is damaged; run split with --again</source>
        <translation>{path} is damaged; run split with --again</translation>
    </message>
    <message id="factory.split.external-told">
        <source>patient {patient} is of an external centre, but in {splits} by the column split; correct the column, or the option --external-centre</source>
        <translation>patient {patient} is of an external centre, but in {splits} by the column split; correct the column, or the option --external-centre</translation>
    </message>
    <message id="factory.split.kept">
        <source>{kept} of {cases} {cases:case stays|cases stay} where {path} has them; --again divides anew</source>
        <translation>{kept} of {cases} {cases:case stays|cases stay} where {path} has them; --again divides anew</translation>
    </message>
    <message id="factory.split.lacks">
        <source>{path} lacks {count} {count:case|cases}, such as {case}; run: precontrast-train split</source>
        <translation>{path} lacks {count} {count:case|cases}, such as {case}; run: precontrast-train split</translation>
    </message>
    <message id="factory.split.moved">
        <source>patient {patient} was in {before} in an earlier run and is to be in {now}; divide anew with --again, and train anew</source>
        <translation>patient {patient} was in {before} in an earlier run and is to be in {now}; divide anew with --again, and train anew</translation>
    </message>
    <message id="factory.split.no-centre">
        <source>{path} has no centre {names}; its centres are: {known}</source>
        <translation>{path} has no centre {names}; its centres are: {known}</translation>
    </message>
    <message id="factory.split.none">
        <source>none</source>
        <translation>none</translation>
    </message>
    <message id="factory.split.same-hospital">
        <source>Note: the external test shares a centre with training, so it tests other patients, not another hospital.</source>
        <translation>Note: the external test shares a centre with training, so it tests other patients, not another hospital.</translation>
    </message>
    <message id="factory.split.split">
        <source>split</source>
        <translation>split</translation>
    </message>
    <message id="factory.split.torn">
        <source>{path} has patient {patient} in {splits}; run split with --again</source>
        <translation>{path} has patient {patient} in {splits}; run split with --again</translation>
    </message>
    <message id="factory.split.two-before">
        <source>patient {patient} is in {splits} by split.csv of an earlier run; a patient belongs to one split</source>
        <translation>patient {patient} is in {splits} by split.csv of an earlier run; a patient belongs to one split</translation>
    </message>
    <message id="factory.split.two-told">
        <source>patient {patient} is in {splits} by the column split; a patient belongs to one split</source>
        <translation>patient {patient} is in {splits} by the column split; a patient belongs to one split</translation>
    </message>
    <message id="factory.table.capitals">
        <source>differs from {name} by capitals alone</source>
        <translation>differs from {name} by capitals alone</translation>
    </message>
    <message id="factory.table.cells">
        <source>has {count} {count:cell|cells} where the header has {wanted}</source>
        <translation>has {count} {count:cell|cells} where the header has {wanted}</translation>
    </message>
    <message id="factory.table.commas">
        <source>check its commas; quote a cell that holds one</source>
        <translation>check its commas; quote a cell that holds one</translation>
    </message>
    <message id="factory.table.differs">
        <source>is not that of row {row}</source>
        <translation>is not that of row {row}</translation>
    </message>
    <message id="factory.table.give-study">
        <source>give the folder or file of the examination</source>
        <translation>give the folder or file of the examination</translation>
    </message>
    <message id="factory.table.mask-only">
        <source>rows of one case differ in mask and reader only</source>
        <translation>rows of one case differ in mask and reader only</translation>
    </message>
    <message id="factory.table.no-csv">
        <source>{path}, line {line}: not valid CSV ({error}); save it as 'CSV UTF-8'</source>
        <translation>{path}, line {line}: not valid CSV ({error}); save it as 'CSV UTF-8'</translation>
    </message>
    <message id="factory.table.no-rows">
        <source>{path} needs a header line and at least one case</source>
        <translation>{path} needs a header line and at least one case</translation>
    </message>
    <message id="factory.table.once">
        <source>give each case one row, and each further reader's mask a row with another name in column reader</source>
        <translation>give each case one row, and each further reader's mask a row with another name in column reader</translation>
    </message>
    <message id="factory.table.other-name">
        <source>files are named by it: choose another name</source>
        <translation>files are named by it: choose another name</translation>
    </message>
    <message id="factory.table.stands">
        <source>stands in row {row} already</source>
        <translation>stands in row {row} already</translation>
    </message>
    <message id="factory.tells.all">
        <source>tells the outcome of every case</source>
        <translation>tells the outcome of every case</translation>
    </message>
    <message id="factory.tells.gap-with">
        <source>is known of the cases with the event and of no other</source>
        <translation>is known of the cases with the event and of no other</translation>
    </message>
    <message id="factory.tells.gap-without">
        <source>is known of the cases without the event and of no other</source>
        <translation>is known of the cases without the event and of no other</translation>
    </message>
    <message id="factory.tells.look-up">
        <source>look it up for the others, or take it out</source>
        <translation>look it up for the others, or take it out</translation>
    </message>
    <message id="factory.tells.mend">
        <source>take it out, unless it was written down before the event in every case</source>
        <translation>take it out, unless it was written down before the event in every case</translation>
    </message>
    <message id="factory.tells.nearly">
        <source>tells the outcome of almost every case (AUC {auc:.3f} by itself)</source>
        <translation>tells the outcome of almost every case (AUC {auc:.3f} by itself)</translation>
    </message>
    <message id="factory.transfer.columns">
        <source>{path}: the first line must name the columns {columns}, and a line for each patient must follow</source>
        <translation>{path}: the first line must name the columns {columns}, and a line for each patient must follow</translation>
    </message>
    <message id="factory.transfer.done">
        <source>done</source>
        <translation>done</translation>
    </message>
    <message id="factory.transfer.end">
        <source>Masks of {done} of {count} {count:patient|patients} in {path}: masks, pages to check, patients.csv, cohort-rows.csv</source>
        <translation>Masks of {done} of {count} {count:patient|patients} in {path}: masks, pages to check, patients.csv, cohort-rows.csv</translation>
    </message>
    <message id="factory.transfer.failed">
        <source>not done</source>
        <translation>not done</translation>
    </message>
    <message id="factory.transfer.frame-other">
        <source>another frame of reference</source>
        <translation>another frame of reference</translation>
    </message>
    <message id="factory.transfer.frame-same">
        <source>the same frame of reference</source>
        <translation>the same frame of reference</translation>
    </message>
    <message id="factory.transfer.frame-unknown">
        <source>frame of reference unknown</source>
        <translation>frame of reference unknown</translation>
    </message>
    <message id="factory.transfer.head-patient">
        <source>patient</source>
        <translation>patient</translation>
    </message>
    <message id="factory.transfer.head-quality">
        <source>quality</source>
        <translation>quality</translation>
    </message>
    <message id="factory.transfer.head-reason">
        <source>reason</source>
        <translation>reason</translation>
    </message>
    <message id="factory.transfer.head-similarity">
        <source>similarity</source>
        <translation>similarity</translation>
    </message>
    <message id="factory.transfer.head-state">
        <source>state</source>
        <translation>state</translation>
    </message>
    <message id="factory.transfer.no-inlet">
        <source>the junction of neck and chest is not in view in the non-contrast scan; choose a series that shows the lower neck</source>
        <translation>the junction of neck and chest is not in view in the non-contrast scan; choose a series that shows the lower neck</translation>
    </message>
    <message id="factory.transfer.no-vessels">
        <source>no vessel was found in the enhanced scan; check that it shows the junction of neck and chest</source>
        <translation>no vessel was found in the enhanced scan; check that it shows the junction of neck and chest</translation>
    </message>
    <message id="factory.transfer.page-enhanced">
        <source>Enhanced, brought over the other</source>
        <translation>Enhanced, brought over the other</translation>
    </message>
    <message id="factory.transfer.page-left">
        <source>Left, border shown by contrast medium: {told}</source>
        <translation>Left, border shown by contrast medium: {told}</translation>
    </message>
    <message id="factory.transfer.page-match">
        <source>Similarity {before} before, {similarity} after; residual {residual_hu} HU; shift {shift_mm} mm, turn {turn_deg}°, bend {bend_mm} mm; {covered} of the region in both scans</source>
        <translation>Similarity {before} before, {similarity} after; residual {residual_hu} HU; shift {shift_mm} mm, turn {turn_deg}°, bend {bend_mm} mm; {covered} of the region in both scans</translation>
    </message>
    <message id="factory.transfer.page-plain">
        <source>Non-contrast</source>
        <translation>Non-contrast</translation>
    </message>
    <message id="factory.transfer.page-quality">
        <source>Quality {quality} (0 to 1); {frame}</source>
        <translation>Quality {quality} (0 to 1); {frame}</translation>
    </message>
    <message id="factory.transfer.page-right">
        <source>Right, border shown by contrast medium: {told}</source>
        <translation>Right, border shown by contrast medium: {told}</translation>
    </message>
    <message id="factory.transfer.patient">
        <source>{path}, line {row}, patient: {problem}; {mend}</source>
        <translation>{path}, line {row}, patient: {problem}; {mend}</translation>
    </message>
    <message id="factory.transfer.refused-bend">
        <source>the scans do not match: bent by {value} mm, {limit} mm allowed; check that both are of this patient</source>
        <translation>the scans do not match: bent by {value} mm, {limit} mm allowed; check that both are of this patient</translation>
    </message>
    <message id="factory.transfer.refused-covered">
        <source>the enhanced scan shows only {value} of the junction of neck and chest, {limit} needed; choose a series that shows the lower neck</source>
        <translation>the enhanced scan shows only {value} of the junction of neck and chest, {limit} needed; choose a series that shows the lower neck</translation>
    </message>
    <message id="factory.transfer.refused-folded">
        <source>the scans do not match: the deformation folds (least Jacobian {value}, {limit} needed); check that both are of this patient</source>
        <translation>the scans do not match: the deformation folds (least Jacobian {value}, {limit} needed); check that both are of this patient</translation>
    </message>
    <message id="factory.transfer.refused-residual">
        <source>the scans do not match: residual of {value} HU, {limit} HU allowed; check that both are of this patient</source>
        <translation>the scans do not match: residual of {value} HU, {limit} HU allowed; check that both are of this patient</translation>
    </message>
    <message id="factory.transfer.refused-similarity">
        <source>the scans do not match: similarity {value}, {limit} needed; check that both are of this patient and in the same arm position</source>
        <translation>the scans do not match: similarity {value}, {limit} needed; check that both are of this patient and in the same arm position</translation>
    </message>
    <message id="factory.transfer.row">
        <source>{path}, line {row}: a patient needs all of {columns}; quote a path that has a comma</source>
        <translation>{path}, line {row}: a patient needs all of {columns}; quote a path that has a comma</translation>
    </message>
    <message id="factory.transfer.same">
        <source>{path} holds the very series that is taken as non-contrast; name the folder of the enhanced series</source>
        <translation>{path} holds the very series that is taken as non-contrast; name the folder of the enhanced series</translation>
    </message>
    <message id="factory.transfer.twice">
        <source>{path}, line {row}: patient {patient} is listed twice; keep one pair for each patient</source>
        <translation>{path}, line {row}: patient {patient} is listed twice; keep one pair for each patient</translation>
    </message>
    <message id="factory.work.first">
        <source>{path} does not exist; run first: precontrast-train {command}</source>
        <translation>{path} does not exist; run first: precontrast-train {command}</translation>
    </message>
    <message id="factory.work.unwritable">
        <source>{path} cannot be written ({error}); check permissions and free space</source>
        <translation>{path} cannot be written ({error}); check permissions and free space</translation>
    </message>
    <message id="finding.answers.another-patient">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>{subject}: entered {entered}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</translation>
    </message>
    <message id="finding.answers.contradict.central-line-in-the-forearm">
        <source>{subject}: a PICC or CVC is not in the forearm. Check device and site</source>
        <translation>{subject}: a PICC or CVC is not in the forearm. Check device and site</translation>
    </message>
    <message id="finding.answers.contradict.central-line-in-the-hand">
        <source>{subject}: a PICC, port or CVC is not in hand or wrist. Check device and site</source>
        <translation>{subject}: a PICC, port or CVC is not in hand or wrist. Check device and site</translation>
    </message>
    <message id="finding.answers.contradict.cycles-without-drugs">
        <source>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</source>
        <translation>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</translation>
    </message>
    <message id="finding.answers.contradict.last-drugs-without-drugs">
        <source>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</source>
        <translation>{subject} filled in, but anticancer drugs answered with no: one of the two answers is wrong</translation>
    </message>
    <message id="finding.answers.contradict.new-line-in-place-for-long">
        <source>{subject}: a catheter placed for this injection has not been in place for more than a day. Check both answers</source>
        <translation>{subject}: a catheter placed for this injection has not been in place for more than a day. Check both answers</translation>
    </message>
    <message id="finding.answers.contradict.pressure-without-test">
        <source>{subject}: there is a pressure, but the test was not done. Check both answers</source>
        <translation>{subject}: there is a pressure, but the test was not done. Check both answers</translation>
    </message>
    <message id="finding.answers.contradict.vesicant-without-drugs">
        <source>{subject} answered with yes, but anticancer drugs with no: one of the two answers may be wrong</source>
        <translation>{subject} answered with yes, but anticancer drugs with no: one of the two answers may be wrong</translation>
    </message>
    <message id="finding.answers.differs-from-computed">
        <source>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</source>
        <translation>{subject}: entered {entered}, computed {computed} from the other answers; correct the one that is wrong</translation>
    </message>
    <message id="finding.answers.differs-from-dicom">
        <source>{subject}: entered {entered}, the DICOM header says {dicom}</source>
        <translation>{subject}: entered {entered}, the DICOM header says {dicom}</translation>
    </message>
    <message id="finding.answers.left-unknown">
        <source>{subject}: the header says {dicom}; "unknown" was chosen and is kept</source>
        <translation>{subject}: the header says {dicom}; "unknown" was chosen and is kept</translation>
    </message>
    <message id="finding.answers.other-patient">
        <source>The answers are of patient {given}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</source>
        <translation>The answers are of patient {given}, the DICOM header says {dicom}. Make sure that answers and images are of the same patient, then correct one of them.</translation>
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
        <source>The header names a contrast agent ({agent}) and no {structure} could be measured to check it</source>
        <translation>The header names a contrast agent ({agent}) and no {structure} could be measured to check it</translation>
    </message>
    <message id="finding.contrast.unclear">
        <source>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</source>
        <translation>Blood is denser than usual without contrast medium: {artery_hu} HU in arteries, {vein_hu} HU in veins</translation>
    </message>
    <message id="finding.demonstration.simulated-outcomes">
        <source>The probability of this pack was learnt from simulated outcomes and holds for simulated patients only; these images do not carry the mark of the simulator</source>
        <translation>The probability of this pack was learnt from simulated outcomes and holds for simulated patients only; these images do not carry the mark of the simulator</translation>
    </message>
    <message id="finding.drawn.in-place">
        <source>{subject}: drawn on tissue that fits ({voxels} voxels)</source>
        <translation>{subject}: drawn on tissue that fits ({voxels} voxels)</translation>
    </message>
    <message id="finding.drawn.missing">
        <source>{subject}: not drawn yet. Draw it in the images, or open a mask file</source>
        <translation>{subject}: not drawn yet. Draw it in the images, or open a mask file</translation>
    </message>
    <message id="finding.drawn.on-other">
        <source>{subject}: {percent:.0f} % of what is drawn is {reason} ({low:g} to {high:g} HU); at most {most:.0f} % is plausible. Check the contour</source>
        <translation>{subject}: {percent:.0f} % of what is drawn is {reason} ({low:g} to {high:g} HU); at most {most:.0f} % is plausible. Check the contour</translation>
    </message>
    <message id="finding.drawn.outside">
        <source>{subject}: {percent:.0f} % of what is drawn lies outside the body; at most {most:.0f} % is plausible. Check the contour</source>
        <translation>{subject}: {percent:.0f} % of what is drawn lies outside the body; at most {most:.0f} % is plausible. Check the contour</translation>
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
        <source>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); a result would not be meaningful</source>
        <translation>{subject}: these images are too unlike those the model was trained on (distance {distance}, limit {limit:g}); a result would not be meaningful</translation>
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
    <message id="finding.habitat.divided">
        <source>{subject}: divided into {count} sub-regions</source>
        <translation>{subject}: divided into {count} sub-regions</translation>
    </message>
    <message id="finding.habitat.empty">
        <source>{subject}: nothing of the lesion belongs to it, so what would be measured in it is unknown</source>
        <translation>{subject}: nothing of the lesion belongs to it, so what would be measured in it is unknown</translation>
    </message>
    <message id="finding.habitat.not-at-border">
        <source>{subject}: lies {depth_mm} mm below the surface on average, the whole lesion {whole_mm} mm; in the cohort it lay at the border. Check the contour</source>
        <translation>{subject}: lies {depth_mm} mm below the surface on average, the whole lesion {whole_mm} mm; in the cohort it lay at the border. Check the contour</translation>
    </message>
    <message id="finding.habitat.small">
        <source>{subject}: only {voxels} voxels of the lesion belong to it ({needed} needed), so what is measured in it means little</source>
        <translation>{subject}: only {voxels} voxels of the lesion belong to it ({needed} needed), so what is measured in it means little</translation>
    </message>
    <message id="finding.patient.age-contradicts">
        <source>{subject}: the header gives {years} years on {date}, which its birth date {birth_date} contradicts. Enter the age of today.</source>
        <translation>{subject}: the header gives {years} years on {date}, which its birth date {birth_date} contradicts. Enter the age of today.</translation>
    </message>
    <message id="finding.patient.age-from-birth-date">
        <source>{subject}: {years} years today, from the birth date {birth_date} in the header (images of {date})</source>
        <translation>{subject}: {years} years today, from the birth date {birth_date} in the header (images of {date})</translation>
    </message>
    <message id="finding.patient.age-of-images">
        <source>{subject}: {years} years is the age in the header on the day of the images ({date}); it gives no birth date. Enter the age of today.</source>
        <translation>{subject}: {years} years is the age in the header on the day of the images ({date}); it gives no birth date. Enter the age of today.</translation>
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
    <message id="finding.radiomics.at-edge">
        <source>{subject}: reaches the edge of the scan, so part of it may be missing and the radiomics features would be wrong</source>
        <translation>{subject}: reaches the edge of the scan, so part of it may be missing and the radiomics features would be wrong</translation>
    </message>
    <message id="finding.radiomics.outside-image">
        <source>{subject}: {voxels} voxels lie outside the scanned field of view; correct the contour</source>
        <translation>{subject}: {voxels} voxels lie outside the scanned field of view; correct the contour</translation>
    </message>
    <message id="finding.radiomics.outside-range">
        <source>{subject}: {percent} % of it lies outside the range of values that the radiomics features are made for (at most {most} %); check the contour and the series</source>
        <translation>{subject}: {percent} % of it lies outside the range of values that the radiomics features are made for (at most {most} %); check the contour and the series</translation>
    </message>
    <message id="finding.radiomics.structure-missing">
        <source>{subject}: not found, so the radiomics features cannot be computed</source>
        <translation>{subject}: not found, so the radiomics features cannot be computed</translation>
    </message>
    <message id="finding.radiomics.too-few-voxels">
        <source>{subject}: too small for radiomics features ({voxels} voxels, {needed} needed)</source>
        <translation>{subject}: too small for radiomics features ({voxels} voxels, {needed} needed)</translation>
    </message>
    <message id="finding.radiomics.too-many-levels">
        <source>{subject}: its values need {levels} grey levels with the bin width of this pack, at most {most} are possible; check the contour and the series</source>
        <translation>{subject}: its values need {levels} grey levels with the bin width of this pack, at most {most} are possible; check the contour and the series</translation>
    </message>
    <message id="finding.radiomics.undefined">
        <source>{subject}: the feature {feature} is not defined for this contour, for example because all its values are the same</source>
        <translation>{subject}: the feature {feature} is not defined for this contour, for example because all its values are the same</translation>
    </message>
    <message id="finding.region.below-zero">
        <source>{subject}: a mean of {value}{unit} is below zero by more than noise, so these values are no concentration</source>
        <translation>{subject}: a mean of {value}{unit} is below zero by more than noise, so these values are no concentration</translation>
    </message>
    <message id="finding.region.covered">
        <source>The {region} is covered: {above_mm} mm above and {below_mm} mm below the {landmark}</source>
        <translation>The {region} is covered: {above_mm} mm above and {below_mm} mm below the {landmark}</translation>
    </message>
    <message id="finding.region.differs">
        <source>{subject}: entered {entered}, measured {measured} in the region</source>
        <translation>{subject}: entered {entered}, measured {measured} in the region</translation>
    </message>
    <message id="finding.region.field-of-view">
        <source>{percent} % of the region around the {structures} lies outside the field of view; lateral parts are cut off</source>
        <translation>{percent} % of the region around the {structures} lies outside the field of view; lateral parts are cut off</translation>
    </message>
    <message id="finding.region.hidden">
        <source>Less than {needed_ml} mL of what lies around the {landmark} can be recognised: the {region} may be hidden</source>
        <translation>Less than {needed_ml} mL of what lies around the {landmark} can be recognised: the {region} may be hidden</translation>
    </message>
    <message id="finding.region.metal">
        <source>Metal in the region ({ml} mL): streaks may hide {structures}</source>
        <translation>Metal in the region ({ml} mL): streaks may hide {structures}</translation>
    </message>
    <message id="finding.region.motion">
        <source>{count} {count:jump|jumps} between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</source>
        <translation>{count} {count:jump|jumps} between neighbouring slices, the first between {slice} and {next}: motion or mixed acquisitions</translation>
    </message>
    <message id="finding.region.neck-short">
        <source>Only {above_mm} mm above the {landmark} are in view; measures are of that part</source>
        <translation>Only {above_mm} mm above the {landmark} are in view; measures are of that part</translation>
    </message>
    <message id="finding.region.no-skull">
        <source>The {region} is not in view: a skull around brain is seen over {seen_mm} mm, at least {needed_mm:g} mm are needed. Choose a series of the head</source>
        <translation>The {region} is not in view: a skull around brain is seen over {seen_mm} mm, at least {needed_mm:g} mm are needed. Choose a series of the head</translation>
    </message>
    <message id="finding.region.noise">
        <source>Noise in the {structures} {sd_hu} HU</source>
        <translation>Noise in the {structures} {sd_hu} HU</translation>
    </message>
    <message id="finding.region.noisy">
        <source>Noisy image: {sd_hu} HU inside the {structures}</source>
        <translation>Noisy image: {sd_hu} HU inside the {structures}</translation>
    </message>
    <message id="finding.region.not-covered">
        <source>The scan ends {above_mm} mm above and {below_mm} mm below the {landmark}; {need_above_mm:g} and {need_below_mm:g} mm are needed</source>
        <translation>The scan ends {above_mm} mm above and {below_mm} mm below the {landmark}; {need_above_mm:g} and {need_below_mm:g} mm are needed</translation>
    </message>
    <message id="finding.region.not-in-view">
        <source>The {region} is not in view (certainty {certainty}, {needed} needed).</source>
        <translation>The {region} is not in view (certainty {certainty}, {needed} needed).</translation>
    </message>
    <message id="finding.region.not-recognised">
        <source>The {region} is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</source>
        <translation>The {region} is only partly recognised ({found_ml} mL of at least {needed_ml} mL): it may be hidden by disease, cut off, or of unusual anatomy.</translation>
    </message>
    <message id="finding.region.not-scanned">
        <source>{subject}: {voxels} voxels of the region lie outside the scanned field of view</source>
        <translation>{subject}: {voxels} voxels of the region lie outside the scanned field of view</translation>
    </message>
    <message id="finding.region.sides">
        <source>{subject}: left and right agree with the anatomy in view</source>
        <translation>{subject}: left and right agree with the anatomy in view</translation>
    </message>
    <message id="finding.region.sides-doubtful">
        <source>{subject}: {reason} Check in the images that left and right are not exchanged.</source>
        <translation>{subject}: {reason} Check in the images that left and right are not exchanged.</translation>
    </message>
    <message id="finding.region.sides-reversed">
        <source>{subject}: the anatomy lies mirrored (heart, aorta or liver on the other side): the images have been flipped by some export, or the organs are reversed (situs inversus). Right and left {structures} cannot be told apart safely. Export the series again from the scanner or PACS.</source>
        <translation>{subject}: the anatomy lies mirrored (heart, aorta or liver on the other side): the images have been flipped by some export, or the organs are reversed (situs inversus). Right and left {structures} cannot be told apart safely. Export the series again from the scanner or PACS.</translation>
    </message>
    <message id="finding.region.skull-open">
        <source>The skull has gaps: after surgery or a fracture, or the head is cut off. Check that all of the {region} is in view</source>
        <translation>The skull has gaps: after surgery or a fracture, or the head is cut off. Check that all of the {region} is in view</translation>
    </message>
    <message id="finding.region.too-noisy">
        <source>Too noisy: {sd_hu} HU inside the {structures} (limit {limit_hu:g} HU)</source>
        <translation>Too noisy: {sd_hu} HU inside the {structures} (limit {limit_hu:g} HU)</translation>
    </message>
    <message id="finding.region.too-small">
        <source>{subject}: the region holds {voxels} {voxels:voxel|voxels}, {needed} {needed:is|are} needed</source>
        <translation>{subject}: the region holds {voxels} {voxels:voxel|voxels}, {needed} {needed:is|are} needed</translation>
    </message>
    <message id="finding.risk.beyond-odds">
        <source>The answers give implausible odds, mainly because of {subject}. Check this answer; if it is correct, the pack is not suitable for this patient.</source>
        <translation>The answers give implausible odds, mainly because of {subject}. Check this answer; if it is correct, the pack is not suitable for this patient.</translation>
    </message>
    <message id="finding.risk.too-few-answers">
        <source>Risk factors known: {known}. At least {needed} {needed:is|are} needed.</source>
        <translation>Risk factors known: {known}. At least {needed} {needed:is|are} needed.</translation>
    </message>
    <message id="finding.segmentation.empty">
        <source>None of the structures was found in {subject}.</source>
        <translation>None of the structures was found in {subject}.</translation>
    </message>
    <message id="finding.segmentation.too-large">
        <source>{subject}: segmenting it would need {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</source>
        <translation>{subject}: segmenting it would need {gb} GB of memory (limit {limit_gb} GB). Choose a series with a smaller field of view.</translation>
    </message>
    <message id="finding.series.contrast-tag">
        <source>{subject}: the header names a contrast agent ({agent})</source>
        <translation>{subject}: the header names a contrast agent ({agent})</translation>
    </message>
    <message id="finding.series.date-in-future">
        <source>{subject}: the header dates the examination {date}, which is in the future. Check the date in the header and the clock of this computer.</source>
        <translation>{subject}: the header dates the examination {date}, which is in the future. Check the date in the header and the clock of this computer.</translation>
    </message>
    <message id="finding.series.date-unknown">
        <source>{subject}: the header does not say when the images were made. Make sure that they show the patient as of now.</source>
        <translation>{subject}: the header does not say when the images were made. Make sure that they show the patient as of now.</translation>
    </message>
    <message id="finding.series.derived">
        <source>{subject}: derived images ({type}), for instance reformatted or averaged ones. Use the original series where there is one.</source>
        <translation>{subject}: derived images ({type}), for instance reformatted or averaged ones. Use the original series where there is one.</translation>
    </message>
    <message id="finding.series.derived-kind">
        <source>{subject}: {reason} Choose an original series.</source>
        <translation>{subject}: {reason} Choose an original series.</translation>
    </message>
    <message id="finding.series.foreign-slices">
        <source>{subject}: {count} {count:slice does|slices do} not belong between {count:its|their} neighbours (z {from_mm} to {to_mm} mm): {count:it differs|they differ} from both {ratio} times as much as these from each other (usually at most {usual}). The transfer may have damaged {count:it|them}; export the series again.</source>
        <translation>{subject}: {count} {count:slice does|slices do} not belong between {count:its|their} neighbours (z {from_mm} to {to_mm} mm): {count:it differs|they differ} from both {ratio} times as much as these from each other (usually at most {usual}). The transfer may have damaged {count:it|them}; export the series again.</translation>
    </message>
    <message id="finding.series.gap-elsewhere">
        <source>{subject}: {count} {count:slice is|slices are} missing outside the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}: {count} {count:slice is|slices are} missing outside the assessed region (z {from_mm} to {to_mm} mm)</translation>
    </message>
    <message id="finding.series.gap-in-region">
        <source>{subject}: {count} {count:slice is|slices are} missing in the assessed region (z {from_mm} to {to_mm} mm)</source>
        <translation>{subject}: {count} {count:slice is|slices are} missing in the assessed region (z {from_mm} to {to_mm} mm)</translation>
    </message>
    <message id="finding.series.interleaved">
        <source>{subject}: slices seem to alternate between {passes} passes: each continues the one {passes} further on better than its neighbour (difference {ratio} times as large, usually above {usual}). Export each acquisition as a separate series.</source>
        <translation>{subject}: slices seem to alternate between {passes} passes: each continues the one {passes} further on better than its neighbour (difference {ratio} times as large, usually above {usual}). Export each acquisition as a separate series.</translation>
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
        <source>{subject}: {count:the only series is not|none of the series is} suitable ({count}). The nearest is "{series}": {reason}</source>
        <translation>{subject}: {count:the only series is not|none of the series is} suitable ({count}). The nearest is "{series}": {reason}</translation>
    </message>
    <message id="finding.series.old-images">
        <source>{subject}: the images are of {date}, {days} ago; this site allows {limit}. The patient, and what the header says of weight and height, may have changed since then.</source>
        <translation>{subject}: the images are of {date}, {days} ago; this site allows {limit}. The patient, and what the header says of weight and height, may have changed since then.</translation>
    </message>
    <message id="finding.series.repeated-slices">
        <source>{subject}: {count} {count:slice is|slices are} the same as the next to the last bit, first at z {z_mm} mm. One image seems to stand in several places; export the series again.</source>
        <translation>{subject}: {count} {count:slice is|slices are} the same as the next to the last bit, first at z {z_mm} mm. One image seems to stand in several places; export the series again.</translation>
    </message>
    <message id="finding.series.several-examinations">
        <source>{subject}: {count} examinations would be suitable. Choose the series of the one that is meant (command line: --series with its UID). The newest first: {choices}</source>
        <translation>{subject}: {count} examinations would be suitable. Choose the series of the one that is meant (command line: --series with its UID). The newest first: {choices}</translation>
    </message>
    <message id="finding.series.several-studies">
        <source>The images are of several examinations ({dates}). Choose series of one examination.</source>
        <translation>The images are of several examinations ({dates}). Choose series of one examination.</translation>
    </message>
    <message id="finding.series.simulated">
        <source>These images were made by a simulator and carry its mark; this is no patient</source>
        <translation>These images were made by a simulator and carry its mark; this is no patient</translation>
    </message>
    <message id="finding.series.spacing">
        <source>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</source>
        <translation>{subject}: slices {spacing_mm} mm apart (limit {limit_mm:g} mm)</translation>
    </message>
    <message id="finding.series.spacing-too-wide">
        <source>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</source>
        <translation>{subject}: slices are {spacing_mm} mm apart, at most {limit_mm:g} mm is accepted</translation>
    </message>
    <message id="finding.series.unit-other">
        <source>{subject}: the values are in {found} (slope {slope:g}), but {wanted} is needed. Choose or request a map in {wanted}, or enter the value read at the console</source>
        <translation>{subject}: the values are in {found} (slope {slope:g}), but {wanted} is needed. Choose or request a map in {wanted}, or enter the value read at the console</translation>
    </message>
    <message id="finding.series.unreadable-elsewhere">
        <source>{subject}: slices outside the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path})</source>
        <translation>{subject}: slices outside the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path})</translation>
    </message>
    <message id="finding.series.unreadable-in-region">
        <source>{subject}: slices in the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path}). Copy or export the series again.</source>
        <translation>{subject}: slices in the assessed region cannot be read ({count} in all, z {from_mm} to {to_mm} mm, for instance {path}). Copy or export the series again.</translation>
    </message>
    <message id="finding.series.values-implausible">
        <source>{subject}: the values cannot be Hounsfield units of a patient: {dense} % are above {dense_hu} HU, {thin} % below {thin_hu} HU. The scale (rescale slope and intercept) may be wrong; export the series again.</source>
        <translation>{subject}: the values cannot be Hounsfield units of a patient: {dense} % are above {dense_hu} HU, {thin} % below {thin_hu} HU. The scale (rescale slope and intercept) may be wrong; export the series again.</translation>
    </message>
    <message id="finding.shell.cut-off">
        <source>{subject}: reaches beyond the scan, so part of it is missing</source>
        <translation>{subject}: reaches beyond the scan, so part of it is missing</translation>
    </message>
    <message id="finding.shell.empty">
        <source>{subject}: there is no tissue for it at this distance, so what would be measured in it is unknown</source>
        <translation>{subject}: there is no tissue for it at this distance, so what would be measured in it is unknown</translation>
    </message>
    <message id="finding.shell.small">
        <source>{subject}: only {voxels} voxels ({needed} needed), so what is measured in it means little</source>
        <translation>{subject}: only {voxels} voxels ({needed} needed), so what is measured in it means little</translation>
    </message>
    <message id="finding.signs.black-hole-differs">
        <source>{subject}: Black hole sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Black hole sign: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.signs.blend-differs">
        <source>{subject}: Blend sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Blend sign: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.signs.heterogeneous-differs">
        <source>{subject}: Heterogeneous density: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Heterogeneous density: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.signs.irregular-differs">
        <source>{subject}: Irregular shape: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Irregular shape: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.signs.island-differs">
        <source>{subject}: Island sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Island sign: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.signs.structure-missing">
        <source>{subject}: no contour, so its signs cannot be determined</source>
        <translation>{subject}: no contour, so its signs cannot be determined</translation>
    </message>
    <message id="finding.signs.swirl-differs">
        <source>{subject}: Swirl sign: rule and network disagree (network's probability {chance}); check the images</source>
        <translation>{subject}: Swirl sign: rule and network disagree (network's probability {chance}); check the images</translation>
    </message>
    <message id="finding.site.actions-unused">
        <source>The site profile sets actions for {outcome}; this pack has no tiers</source>
        <translation>The site profile sets actions for {outcome}; this pack has no tiers</translation>
    </message>
    <message id="finding.site.cut-off-far">
        <source>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</source>
        <translation>By the site's cut-offs for {outcome} the lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Check that cut-offs are shares (0.4 % is 0.004)</translation>
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
    <message id="finding.vessel.alone">
        <source>{subject}: check the contour; nothing runs beside it as expected (nearest at {distance_mm} mm, at most {limit_mm:g} mm expected)</source>
        <translation>{subject}: check the contour; nothing runs beside it as expected (nearest at {distance_mm} mm, at most {limit_mm:g} mm expected)</translation>
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
    <message id="finding.vessel.density-low">
        <source>{subject}: {value} HU is unusually low (from {low:g} HU)</source>
        <translation>{subject}: {value} HU is unusually low (from {low:g} HU)</translation>
    </message>
    <message id="finding.vessel.diameter-implausible">
        <source>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</source>
        <translation>{subject}: mean diameter {value} mm is unusual ({low:g} to {high:g} mm)</translation>
    </message>
    <message id="finding.vessel.diameter-unknown">
        <source>{subject}: too short to measure a diameter</source>
        <translation>{subject}: too short to measure a diameter</translation>
    </message>
    <message id="finding.vessel.estimate-low">
        <source>{subject}: check the contour, above all in slice {slice} (estimated overlap with the true contour {overlap}, at least {limit:g} wanted; {reason})</source>
        <translation>{subject}: check the contour, above all in slice {slice} (estimated overlap with the true contour {overlap}, at least {limit:g} wanted; {reason})</translation>
    </message>
    <message id="finding.vessel.not-behind">
        <source>{subject}: check the contour; {neighbour} should lie behind it, and does not along {percent} % of it</source>
        <translation>{subject}: check the contour; {neighbour} should lie behind it, and does not along {percent} % of it</translation>
    </message>
    <message id="finding.vessel.not-beside">
        <source>{subject}: check the contour; {neighbour} should run beside it, and is {distance_mm} mm away (at most {limit_mm:g} mm expected)</source>
        <translation>{subject}: check the contour; {neighbour} should run beside it, and is {distance_mm} mm away (at most {limit_mm:g} mm expected)</translation>
    </message>
    <message id="finding.vessel.not-found">
        <source>{subject}: not found</source>
        <translation>{subject}: not found</translation>
    </message>
    <message id="finding.vessel.not-in-front">
        <source>{subject}: check the contour; {neighbour} should lie in front of it, and does not along {percent} % of it</source>
        <translation>{subject}: check the contour; {neighbour} should lie in front of it, and does not along {percent} % of it</translation>
    </message>
    <message id="finding.vessel.not-joined">
        <source>{subject}: check the contour; it should meet {neighbour}, and ends {distance_mm} mm from it (at most {limit_mm:g} mm expected)</source>
        <translation>{subject}: check the contour; it should meet {neighbour}, and ends {distance_mm} mm from it (at most {limit_mm:g} mm expected)</translation>
    </message>
    <message id="finding.vessel.overlap-low">
        <source>{subject}: check the contour, above all in slice {slice} (expected overlap with the true contour {overlap}, at least {limit:g} wanted)</source>
        <translation>{subject}: check the contour, above all in slice {slice} (expected overlap with the true contour {overlap}, at least {limit:g} wanted)</translation>
    </message>
    <message id="finding.vessel.overlap-too-low">
        <source>{subject}: contour too uncertain (expected overlap with the true contour {overlap}, limit {limit:g})</source>
        <translation>{subject}: contour too uncertain (expected overlap with the true contour {overlap}, limit {limit:g})</translation>
    </message>
    <message id="finding.vessel.placements-differ">
        <source>{subject}: check the contour, above all in slice {slice} (two runs of the network agree by {agreement}, at least {limit:g} wanted)</source>
        <translation>{subject}: check the contour, above all in slice {slice} (two runs of the network agree by {agreement}, at least {limit:g} wanted)</translation>
    </message>
    <message id="finding.vessel.plausible">
        <source>{subject}: found, {ml} mL, plausible</source>
        <translation>{subject}: found, {ml} mL, plausible</translation>
    </message>
    <message id="finding.vessel.too-uncertain">
        <source>{subject}: segmentation too uncertain (certainty {certainty}, limit {limit:g})</source>
        <translation>{subject}: segmentation too uncertain (certainty {certainty}, limit {limit:g})</translation>
    </message>
    <message id="finding.vessel.uncertain">
        <source>{subject}: segmentation uncertain (certainty {certainty})</source>
        <translation>{subject}: segmentation uncertain (certainty {certainty})</translation>
    </message>
    <message id="finding.vessel.volume-implausible">
        <source>{subject}: {value} mL is implausible ({low:g} to {high:g} mL)</source>
        <translation>{subject}: {value} mL is implausible ({low:g} to {high:g} mL)</translation>
    </message>
    <message id="finding.vessel.volume-unknown">
        <source>{subject}: volume not measured</source>
        <translation>{subject}: volume not measured</translation>
    </message>
    <message id="frequency.average">
        <source>event rate here</source>
        <translation>event rate here</translation>
    </message>
    <message id="frequency.both">
        <source>{patient} of {total}; event rate here {average} of {total}</source>
        <translation>{patient} of {total}; event rate here {average} of {total}</translation>
    </message>
    <message id="frequency.note">
        <source>Each square is 1 of 1,000 patients.</source>
        <translation>Each square is 1 of 1,000 patients.</translation>
    </message>
    <message id="frequency.patient">
        <source>patients like this one</source>
        <translation>patients like this one</translation>
    </message>
    <message id="help.allow-unsigned">
        <source>use packs without a signature; every result says so</source>
        <translation>use packs without a signature; every result says so</translation>
    </message>
    <message id="help.audit">
        <source>show the audit log, or check that nobody changed it</source>
        <translation>show the audit log, or check that nobody changed it</translation>
    </message>
    <message id="help.audit-examples">
        <source>examples:
  precontrast audit show --last 20
  precontrast audit verify</source>
        <translation>examples:
  precontrast audit show --last 20
  precontrast audit verify</translation>
    </message>
    <message id="help.audit.file">
        <source>another log than this user's</source>
        <translation>another log than this user's</translation>
    </message>
    <message id="help.audit.last">
        <source>number of lines (default 50)</source>
        <translation>number of lines (default 50)</translation>
    </message>
    <message id="help.audit.show">
        <source>show the last lines of the audit log</source>
        <translation>show the last lines of the audit log</translation>
    </message>
    <message id="help.audit.show-examples">
        <source>examples:
  precontrast audit show
  precontrast audit show --last 1000 --json</source>
        <translation>examples:
  precontrast audit show
  precontrast audit show --last 1000 --json</translation>
    </message>
    <message id="help.audit.verify">
        <source>check that no line was changed, removed or added; exit code 4 if one was</source>
        <translation>check that no line was changed, removed or added; exit code 4 if one was</translation>
    </message>
    <message id="help.audit.verify-examples">
        <source>examples:
  precontrast audit verify
  precontrast audit verify copy/audit.jsonl
A copy needs the file audit.jsonl.seal beside it.</source>
        <translation>examples:
  precontrast audit verify
  precontrast audit verify copy/audit.jsonl
A copy needs the file audit.jsonl.seal beside it.</translation>
    </message>
    <message id="help.cases">
        <source>list, show, delete, move and encrypt stored cases; export what happened for recalibration</source>
        <translation>list, show, delete, move and encrypt stored cases; export what happened for recalibration</translation>
    </message>
    <message id="help.cases-examples">
        <source>examples:
  precontrast cases list 张伟
  precontrast cases show 3f2a91c0
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv</source>
        <translation>examples:
  precontrast cases list 张伟
  precontrast cases show 3f2a91c0
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv</translation>
    </message>
    <message id="help.cases.case">
        <source>id of the case, or as many of its first digits as tell it apart</source>
        <translation>id of the case, or as many of its first digits as tell it apart</translation>
    </message>
    <message id="help.cases.decrypt">
        <source>store the cases unencrypted again</source>
        <translation>store the cases unencrypted again</translation>
    </message>
    <message id="help.cases.decrypt-examples">
        <source>examples:
  precontrast cases decrypt</source>
        <translation>examples:
  precontrast cases decrypt</translation>
    </message>
    <message id="help.cases.delete">
        <source>delete a case for good, with its report, contours and outcome</source>
        <translation>delete a case for good, with its report, contours and outcome</translation>
    </message>
    <message id="help.cases.delete-examples">
        <source>examples:
  precontrast cases delete 3f2a91c0 --yes</source>
        <translation>examples:
  precontrast cases delete 3f2a91c0 --yes</translation>
    </message>
    <message id="help.cases.encrypt">
        <source>encrypt the case store under a key in the keychain of this user, and show the recovery key</source>
        <translation>encrypt the case store under a key in the keychain of this user, and show the recovery key</translation>
    </message>
    <message id="help.cases.encrypt-examples">
        <source>examples:
  precontrast cases encrypt</source>
        <translation>examples:
  precontrast cases encrypt</translation>
    </message>
    <message id="help.cases.export-outcomes">
        <source>write predictions beside what happened, as precontrast-train recalibrate reads it</source>
        <translation>write predictions beside what happened, as precontrast-train recalibrate reads it</translation>
    </message>
    <message id="help.cases.export-outcomes-examples">
        <source>examples:
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv
The table holds no name, number or date of a patient.</source>
        <translation>examples:
  precontrast cases export-outcomes cme-literature-prior --out outcomes.csv
The table holds no name, number or date of a patient.</translation>
    </message>
    <message id="help.cases.export-training">
        <source>write the contours that readers have corrected, for the site's own training</source>
        <translation>write the contours that readers have corrected, for the site's own training</translation>
    </message>
    <message id="help.cases.export-training-examples">
        <source>examples:
  precontrast cases export-training 3f2a --out training</source>
        <translation>examples:
  precontrast cases export-training 3f2a --out training</translation>
    </message>
    <message id="help.cases.limit">
        <source>maximum number of cases (default 500)</source>
        <translation>maximum number of cases (default 500)</translation>
    </message>
    <message id="help.cases.list">
        <source>list cases, the last changed first</source>
        <translation>list cases, the last changed first</translation>
    </message>
    <message id="help.cases.list-examples">
        <source>examples:
  precontrast cases list
  precontrast cases list zhang 2026-03
  precontrast cases list --state signed --json</source>
        <translation>examples:
  precontrast cases list
  precontrast cases list zhang 2026-03
  precontrast cases list --state signed --json</translation>
    </message>
    <message id="help.cases.masks">
        <source>write the masks of a case as NIfTI, for 3D Slicer, ITK-SNAP and the like</source>
        <translation>write the masks of a case as NIfTI, for 3D Slicer, ITK-SNAP and the like</translation>
    </message>
    <message id="help.cases.masks-examples">
        <source>examples:
  precontrast cases masks 3f2a --out masks
  precontrast cases masks 3f2a --out masks --whole</source>
        <translation>examples:
  precontrast cases masks 3f2a --out masks
  precontrast cases masks 3f2a --out masks --whole</translation>
    </message>
    <message id="help.cases.masks-out">
        <source>folder for the masks and the lists of their labels</source>
        <translation>folder for the masks and the lists of their labels</translation>
    </message>
    <message id="help.cases.masks-whole">
        <source>as large as the images, which are read again for that; otherwise as large as the part that was searched, in its place</source>
        <translation>as large as the images, which are read again for that; otherwise as large as the part that was searched, in its place</translation>
    </message>
    <message id="help.cases.out">
        <source>table to write (CSV)</source>
        <translation>table to write (CSV)</translation>
    </message>
    <message id="help.cases.pack">
        <source>id of the pack whose predictions are wanted</source>
        <translation>id of the pack whose predictions are wanted</translation>
    </message>
    <message id="help.cases.recover">
        <source>put the recovery key, read from standard input, into the keychain of this user</source>
        <translation>put the recovery key, read from standard input, into the keychain of this user</translation>
    </message>
    <message id="help.cases.recover-examples">
        <source>examples:
  precontrast cases recover</source>
        <translation>examples:
  precontrast cases recover</translation>
    </message>
    <message id="help.cases.recovery-key">
        <source>show the recovery key of an encrypted store again</source>
        <translation>show the recovery key of an encrypted store again</translation>
    </message>
    <message id="help.cases.recovery-key-examples">
        <source>examples:
  precontrast cases recovery-key</source>
        <translation>examples:
  precontrast cases recovery-key</translation>
    </message>
    <message id="help.cases.relocate">
        <source>point a case to where its images are now; other images are refused</source>
        <translation>point a case to where its images are now; other images are refused</translation>
    </message>
    <message id="help.cases.relocate-examples">
        <source>examples:
  precontrast cases relocate 3f2a91c0 /archive/2026/ct-0412</source>
        <translation>examples:
  precontrast cases relocate 3f2a91c0 /archive/2026/ct-0412</translation>
    </message>
    <message id="help.cases.show">
        <source>show all that is stored of a case</source>
        <translation>show all that is stored of a case</translation>
    </message>
    <message id="help.cases.show-examples">
        <source>examples:
  precontrast cases show 3f2a91c0
  precontrast cases show 3f2a91c0 --json</source>
        <translation>examples:
  precontrast cases show 3f2a91c0
  precontrast cases show 3f2a91c0 --json</translation>
    </message>
    <message id="help.cases.signed">
        <source>write the signed versions of a case's report; later changes take nothing from them</source>
        <translation>write the signed versions of a case's report; later changes take nothing from them</translation>
    </message>
    <message id="help.cases.signed-examples">
        <source>examples:
  precontrast cases signed 3f2a --out signed
  precontrast reprint signed/cme-vessels-demo-1.json --lang en</source>
        <translation>examples:
  precontrast cases signed 3f2a --out signed
  precontrast reprint signed/cme-vessels-demo-1.json --lang en</translation>
    </message>
    <message id="help.cases.signed-out">
        <source>folder for the records</source>
        <translation>folder for the records</translation>
    </message>
    <message id="help.cases.state">
        <source>only cases in this state</source>
        <translation>only cases in this state</translation>
    </message>
    <message id="help.cases.text">
        <source>parts of the name, the patient's number, the accession number or a date; all must be found</source>
        <translation>parts of the name, the patient's number, the accession number or a date; all must be found</translation>
    </message>
    <message id="help.cases.training-out">
        <source>folder of the training: masks, cohort.csv and images.csv are added to it</source>
        <translation>folder of the training: masks, cohort.csv and images.csv are added to it</translation>
    </message>
    <message id="help.cases.version">
        <source>version of the pack; without it, that of the newest case</source>
        <translation>version of the pack; without it, that of the newest case</translation>
    </message>
    <message id="help.cases.yes">
        <source>delete without asking again</source>
        <translation>delete without asking again</translation>
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
        <source>pack whose requirements decide the choice</source>
        <translation>pack whose requirements decide the choice</translation>
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
    <message id="help.packs.replace">
        <source>replace the installed pack also by an earlier version, one with other content under the same version, or one that somebody else signed</source>
        <translation>replace the installed pack also by an earlier version, one with other content under the same version, or one that somebody else signed</translation>
    </message>
    <message id="help.packs.show">
        <source>show a pack's purpose, inputs and sources</source>
        <translation>show a pack's purpose, inputs and sources</translation>
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
    <message id="help.png">
        <source>write each page as a PNG picture, too</source>
        <translation>write each page as a PNG picture, too</translation>
    </message>
    <message id="help.positionals">
        <source>arguments</source>
        <translation>arguments</translation>
    </message>
    <message id="help.program">
        <source>Risk assessment from images and clinical answers, offline. RESEARCH USE ONLY.</source>
        <translation>Risk assessment from images and clinical answers, offline. RESEARCH USE ONLY.</translation>
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
    <message id="help.screen.mask">
        <source>mask file of a structure, drawn on the series that is screened: DICOM SEG or RTSTRUCT, NIfTI, NRRD; #PART is the number or name of one of several</source>
        <translation>mask file of a structure, drawn on the series that is screened: DICOM SEG or RTSTRUCT, NIfTI, NRRD; #PART is the number or name of one of several</translation>
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
        <source>site profile as TOML; else the one that is set in the window, or by an administrator for this computer; without an event rate no absolute percentage is given</source>
        <translation>site profile as TOML; else the one that is set in the window, or by an administrator for this computer; without an event rate no absolute percentage is given</translation>
    </message>
    <message id="help.screen.store">
        <source>store the result as a case, as the window does; without it, only the report is written</source>
        <translation>store the result as a case, as the window does; without it, only the report is written</translation>
    </message>
    <message id="help.self_test">
        <source>check that all that a result needs works on this computer: engines, packs, decoders, reports, case store, worker process; uses no network</source>
        <translation>check that all that a result needs works on this computer: engines, packs, decoders, reports, case store, worker process; uses no network</translation>
    </message>
    <message id="help.self_test-examples">
        <source>examples:
  precontrast self-test
  precontrast self-test --json &gt; result.json
  precontrast self-test cme-vessels-demo

exit codes, for deployment tools:
  0 every check passed, 4 at least one did not (what to do is said beside it)</source>
        <translation>examples:
  precontrast self-test
  precontrast self-test --json &gt; result.json
  precontrast self-test cme-vessels-demo

exit codes, for deployment tools:
  0 every check passed, 4 at least one did not (what to do is said beside it)</translation>
    </message>
    <message id="help.self_test.pack">
        <source>test this pack only, with decoders, engines and reports</source>
        <translation>test this pack only, with decoders, engines and reports</translation>
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
    <message id="help.window">
        <source>Open the window; PATH is a study to begin with (folder, zip, DICOMDIR).</source>
        <translation>Open the window; PATH is a study to begin with (folder, zip, DICOMDIR).</translation>
    </message>
    <message id="horizon.a">
        <source>within {count} {count:year|years}</source>
        <translation>within {count} {count:year|years}</translation>
    </message>
    <message id="horizon.d">
        <source>within {count} {count:day|days}</source>
        <translation>within {count} {count:day|days}</translation>
    </message>
    <message id="horizon.mo">
        <source>within {count} {count:month|months}</source>
        <translation>within {count} {count:month|months}</translation>
    </message>
    <message id="horizon.wk">
        <source>within {count} {count:week|weeks}</source>
        <translation>within {count} {count:week|weeks}</translation>
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
    <message id="inspect.several-examinations">
        <source>  {count} examinations would be suitable; name the series that is meant with --series KEY: {choices}</source>
        <translation>  {count} examinations would be suitable; name the series that is meant with --series KEY: {choices}</translation>
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
    <message id="pack.signed-by-key">
        <source>signed by {signer}, key {key}</source>
        <translation>signed by {signer}, key {key}</translation>
    </message>
    <message id="pack.unsigned">
        <source>NOT SIGNED</source>
        <translation>NOT SIGNED</translation>
    </message>
    <message id="packs.from.machine">
        <source>this computer</source>
        <translation>this computer</translation>
    </message>
    <message id="packs.from.program">
        <source>program</source>
        <translation>program</translation>
    </message>
    <message id="packs.from.user">
        <source>you</source>
        <translation>you</translation>
    </message>
    <message id="packs.hidden">
        <source>NOT USED</source>
        <translation>NOT USED</translation>
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
    <message id="packs.key-fingerprint">
        <source>fingerprint {key}: pass it by another route to those who receive the public key, so that they can compare</source>
        <translation>fingerprint {key}: pass it by another route to those who receive the public key, so that they can compare</translation>
    </message>
    <message id="packs.key-made">
        <source>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</source>
        <translation>private key {private} (keep it secret), public key {public} (give it to those who should trust your packs)</translation>
    </message>
    <message id="packs.key-skipped">
        <source>Not used as a key: {reason}</source>
        <translation>Not used as a key: {reason}</translation>
    </message>
    <message id="packs.place">
        <source>from</source>
        <translation>from</translation>
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
    <message id="patient.unknown.age">
        <source>age unknown</source>
        <translation>age unknown</translation>
    </message>
    <message id="patient.unknown.birth-date">
        <source>birth date unknown</source>
        <translation>birth date unknown</translation>
    </message>
    <message id="patient.unknown.date">
        <source>date unknown</source>
        <translation>date unknown</translation>
    </message>
    <message id="patient.unknown.id">
        <source>ID unknown</source>
        <translation>ID unknown</translation>
    </message>
    <message id="patient.unknown.name">
        <source>name unknown</source>
        <translation>name unknown</translation>
    </message>
    <message id="patient.unknown.sex">
        <source>sex unknown</source>
        <translation>sex unknown</translation>
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
    <message id="progress.arriving">
        <source>more images are coming in</source>
        <translation>more images are coming in</translation>
    </message>
    <message id="progress.engines">
        <source>preparing the models; on a first start the engines of this computer are timed, once</source>
        <translation>preparing the models; on a first start the engines of this computer are timed, once</translation>
    </message>
    <message id="progress.load">
        <source>reading images</source>
        <translation>reading images</translation>
    </message>
    <message id="progress.pictures">
        <source>making previews</source>
        <translation>making previews</translation>
    </message>
    <message id="progress.scan">
        <source>reading headers</source>
        <translation>reading headers</translation>
    </message>
    <message id="progress.steps">
        <source>analysing</source>
        <translation>analysing</translation>
    </message>
    <message id="reason.contour.ambiguous">
        <source>other contours are nearly as likely to the network</source>
        <translation>other contours are nearly as likely to the network</translation>
    </message>
    <message id="reason.contour.large">
        <source>more is marked than usual</source>
        <translation>more is marked than usual</translation>
    </message>
    <message id="reason.contour.long">
        <source>it is long: it may continue into another structure</source>
        <translation>it is long: it may continue into another structure</translation>
    </message>
    <message id="reason.contour.short">
        <source>it is short: a part may be missing</source>
        <translation>it is short: a part may be missing</translation>
    </message>
    <message id="reason.contour.small">
        <source>less is marked than usual</source>
        <translation>less is marked than usual</translation>
    </message>
    <message id="reason.contour.thin">
        <source>it is thin: a part may be missing</source>
        <translation>it is thin: a part may be missing</translation>
    </message>
    <message id="reason.contour.unsteady">
        <source>two runs of the network differ</source>
        <translation>two runs of the network differ</translation>
    </message>
    <message id="reason.contour.unsure">
        <source>the network is not sure of what it marked</source>
        <translation>the network is not sure of what it marked</translation>
    </message>
    <message id="reason.contour.usual">
        <source>contours like this one often need correction</source>
        <translation>contours like this one often need correction</translation>
    </message>
    <message id="reason.contour.wide">
        <source>it is wide: it may include adjacent tissue</source>
        <translation>it is wide: it may include adjacent tissue</translation>
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
        <source>rescale slope impossible</source>
        <translation>rescale slope impossible</translation>
    </message>
    <message id="reason.dicom.slice-blank">
        <source>one value everywhere</source>
        <translation>one value everywhere</translation>
    </message>
    <message id="reason.dicom.too-deep">
        <source>too deep in folders</source>
        <translation>too deep in folders</translation>
    </message>
    <message id="reason.dicom.too-many-frames">
        <source>too many frames</source>
        <translation>too many frames</translation>
    </message>
    <message id="reason.dicom.too-slow">
        <source>header takes too long</source>
        <translation>header takes too long</translation>
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
    <message id="reason.drawn.air">
        <source>air</source>
        <translation>air</translation>
    </message>
    <message id="reason.drawn.bone">
        <source>bone</source>
        <translation>bone</translation>
    </message>
    <message id="reason.drawn.fat">
        <source>fat</source>
        <translation>fat</translation>
    </message>
    <message id="reason.drawn.metal">
        <source>metal</source>
        <translation>metal</translation>
    </message>
    <message id="reason.drawn.soft-tissue">
        <source>soft tissue</source>
        <translation>soft tissue</translation>
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
    <message id="reason.file.special">
        <source>it is no ordinary file (a pipe, a device or the like)</source>
        <translation>it is no ordinary file (a pipe, a device or the like)</translation>
    </message>
    <message id="reason.file.system">
        <source>the operating system refused</source>
        <translation>the operating system refused</translation>
    </message>
    <message id="reason.settings.damaged">
        <source>it is damaged</source>
        <translation>it is damaged</translation>
    </message>
    <message id="reason.settings.newer">
        <source>a later version of Precontrast wrote it</source>
        <translation>a later version of Precontrast wrote it</translation>
    </message>
    <message id="reason.sides.aorta">
        <source>the descending aorta seems to lie on the right of the spine (mirrored images, or a right-sided arch).</source>
        <translation>the descending aorta seems to lie on the right of the spine (mirrored images, or a right-sided arch).</translation>
    </message>
    <message id="reason.sides.liver">
        <source>the liver seems to lie on the left (mirrored images, or reversed organs).</source>
        <translation>the liver seems to lie on the left (mirrored images, or reversed organs).</translation>
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
    <message id="report.attributions.note.additive">
        <source>Exact contributions of a linear model: its weight times the distance from the mean of the patients it was fitted to; causation not established.</source>
        <translation>Exact contributions of a linear model: its weight times the distance from the mean of the patients it was fitted to; causation not established.</translation>
    </message>
    <message id="report.attributions.note.permutation">
        <source>Permutation: how far the output moves when each value takes the place of the mean of the patients the model was fitted to, averaged over the order of replacement; causation not established.</source>
        <translation>Permutation: how far the output moves when each value takes the place of the mean of the patients the model was fitted to, averaged over the order of replacement; causation not established.</translation>
    </message>
    <message id="report.attributions.note.shapley">
        <source>Shapley values: how far each value, also an unknown one, moved the model's output for this patient; causation not established.</source>
        <translation>Shapley values: how far each value, also an unknown one, moved the model's output for this patient; causation not established.</translation>
    </message>
    <message id="report.attributions.title.additive">
        <source>Contributing factors (odds against the model's mean output)</source>
        <translation>Contributing factors (odds against the model's mean output)</translation>
    </message>
    <message id="report.attributions.title.permutation">
        <source>Contributing factors by permutation (odds against mean values)</source>
        <translation>Contributing factors by permutation (odds against mean values)</translation>
    </message>
    <message id="report.attributions.title.shapley">
        <source>Contributing factors (odds against the model's mean output)</source>
        <translation>Contributing factors (odds against the model's mean output)</translation>
    </message>
    <message id="report.attributions.total">
        <source>All factors together</source>
        <translation>All factors together</translation>
    </message>
    <message id="report.attributions.total.at-means">
        <source>{ratio} the odds at the mean values</source>
        <translation>{ratio} the odds at the mean values</translation>
    </message>
    <message id="report.attributions.total.mean">
        <source>{ratio} the odds of the model's mean output</source>
        <translation>{ratio} the odds of the model's mean output</translation>
    </message>
    <message id="report.audit">
        <source>Audit log</source>
        <translation>Audit log</translation>
    </message>
    <message id="report.audit-head">
        <source>line {count}, SHA-256 {digest}…</source>
        <translation>line {count}, SHA-256 {digest}…</translation>
    </message>
    <message id="report.birth-date">
        <source>Birth date</source>
        <translation>Birth date</translation>
    </message>
    <message id="report.caption">
        <source>slice {number}, z {place} mm, W {width} L {level}</source>
        <translation>slice {number}, z {place} mm, W {width} L {level}</translation>
    </message>
    <message id="report.checklist">
        <source>Checklist</source>
        <translation>Checklist</translation>
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
    <message id="report.drawn-by">
        <source>{structure} (drawn by {by}, {time})</source>
        <translation>{structure} (drawn by {by}, {time})</translation>
    </message>
    <message id="report.edited">
        <source>Contours</source>
        <translation>Contours</translation>
    </message>
    <message id="report.edited-by">
        <source>{structure} (edited by {by}, {time})</source>
        <translation>{structure} (edited by {by}, {time})</translation>
    </message>
    <message id="report.edited-line">
        <source>Contours: {edits}</source>
        <translation>Contours: {edits}</translation>
    </message>
    <message id="report.factors">
        <source>Contributing factors (odds against the site average)</source>
        <translation>Contributing factors (odds against the site average)</translation>
    </message>
    <message id="report.factors-pack">
        <source>Contributing factors (odds against the average)</source>
        <translation>Contributing factors (odds against the average)</translation>
    </message>
    <message id="report.fallback">
        <source>CLINICAL FACTORS ONLY (the images were not used)</source>
        <translation>CLINICAL FACTORS ONLY (the images were not used)</translation>
    </message>
    <message id="report.fallback-answers">
        <source>CLINICAL FACTORS ONLY</source>
        <translation>CLINICAL FACTORS ONLY</translation>
    </message>
    <message id="report.fallback-answers-note">
        <source>This pack gave no estimate. This one is of another pack, is based on the entered answers alone, and does not replace it.</source>
        <translation>This pack gave no estimate. This one is of another pack, is based on the entered answers alone, and does not replace it.</translation>
    </message>
    <message id="report.fallback-note">
        <source>The images gave no estimate. This one is based on the entered answers alone and does not replace one from the images.</source>
        <translation>The images gave no estimate. This one is based on the entered answers alone and does not replace one from the images.</translation>
    </message>
    <message id="report.figures">
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message id="report.gates">
        <source>Quality gates</source>
        <translation>Quality gates</translation>
    </message>
    <message id="report.held-out-auc">
        <source>AUC observed in {whom} (n = {n}, {events} {events:event|events})</source>
        <translation>AUC observed in {whom} (n = {n}, {events} {events:event|events})</translation>
    </message>
    <message id="report.held-out-capacity">
        <source>Share of patients to attend to, to catch {caught} % of events, counted in {whom} (n = {n}, {events} events), at an event rate of {rate}</source>
        <translation>Share of patients to attend to, to catch {caught} % of events, counted in {whom} (n = {n}, {events} events), at an event rate of {rate}</translation>
    </message>
    <message id="report.id">
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
    <message id="report.imported-by">
        <source>{structure} (from {file}, SHA-256 {digest}…, opened by {by}, {time})</source>
        <translation>{structure} (from {file}, SHA-256 {digest}…, opened by {by}, {time})</translation>
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
        <source>Measures</source>
        <translation>Measures</translation>
    </message>
    <message id="report.modifiable">
        <source>can be changed</source>
        <translation>can be changed</translation>
    </message>
    <message id="report.more-findings">
        <source>and {count} more, on the second page</source>
        <translation>and {count} more, on the second page</translation>
    </message>
    <message id="report.name">
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message id="report.no-glyph">
        <source>{field}: it has characters that the fonts of the report cannot show ({codes}); each is printed as {mark}. Read it on the request or in the images.</source>
        <translation>{field}: it has characters that the fonts of the report cannot show ({codes}); each is printed as {mark}. Read it on the request or in the images.</translation>
    </message>
    <message id="report.nomogram">
        <source>Nomogram</source>
        <translation>Nomogram</translation>
    </message>
    <message id="report.not-confirmed">
        <source>SIGNATURE NOT CONFIRMED</source>
        <translation>SIGNATURE NOT CONFIRMED</translation>
    </message>
    <message id="report.not-confirmed-note">
        <source>SIGNATURE NOT CONFIRMED: the audit log of this computer does not know this record as signed. It may have been changed after signing, or signed on another computer; compare it with the original before use</source>
        <translation>SIGNATURE NOT CONFIRMED: the audit log of this computer does not know this record as signed. It may have been changed after signing, or signed on another computer; compare it with the original before use</translation>
    </message>
    <message id="report.nurse">
        <source>Nurse, time</source>
        <translation>Nurse, time</translation>
    </message>
    <message id="report.offset">
        <source>Baseline of the model</source>
        <translation>Baseline of the model</translation>
    </message>
    <message id="report.offset-everyone">
        <source>same for every patient</source>
        <translation>same for every patient</translation>
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
    <message id="report.population-fitted">
        <source>those the model was fitted to: {whom}</source>
        <translation>those the model was fitted to: {whom}</translation>
    </message>
    <message id="report.population-note">
        <source>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</source>
        <translation>as stated in the pack or the site profile; predictors taken as independent; see Sources for what is unconfirmed</translation>
    </message>
    <message id="report.population-site">
        <source>the site's own case mix, from the site profile; predictors taken as independent</source>
        <translation>the site's own case mix, from the site profile; predictors taken as independent</translation>
    </message>
    <message id="report.prevalence">
        <source>Site event rate</source>
        <translation>Site event rate</translation>
    </message>
    <message id="report.prevalence-unset">
        <source>not set: no absolute percentage is given</source>
        <translation>not set: no absolute percentage is given</translation>
    </message>
    <message id="report.protocol">
        <source>Site protocol</source>
        <translation>Site protocol</translation>
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
    <message id="report.recentred">
        <source>Re-centred</source>
        <translation>Re-centred</translation>
    </message>
    <message id="report.recentred-figure">
        <source>odds {ratio} for everyone, so that the mean probability of the reference people ({whose}) is the event rate of the site</source>
        <translation>odds {ratio} for everyone, so that the mean probability of the reference people ({whose}) is the event rate of the site</translation>
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
    <message id="report.signs">
        <source>Signs of the haematoma</source>
        <translation>Signs of the haematoma</translation>
    </message>
    <message id="report.smaller">
        <source>Smaller factors together</source>
        <translation>Smaller factors together</translation>
    </message>
    <message id="report.smaller-count">
        <source>{count}, see page 2</source>
        <translation>{count}, see page 2</translation>
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
    <message id="report.version">
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message id="report.what-if">
        <source>What may lower it</source>
        <translation>What may lower it</translation>
    </message>
    <message id="report.what-if-note">
        <source>Based on published associations; causation not established.</source>
        <translation>Based on published associations; causation not established.</translation>
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
        <source>{points} {points:point|points}</source>
        <translation>{points} {points:point|points}</translation>
    </message>
    <message id="schema.more">
        <source> ({count} faults in all)</source>
        <translation> ({count} faults in all)</translation>
    </message>
    <message id="schema.more-fields">
        <source> ({count} faults in all; also {others})</source>
        <translation> ({count} faults in all; also {others})</translation>
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
    <message id="schema.problem.beyond-list">
        <source>there are more than {limit} entries</source>
        <translation>there are more than {limit} entries</translation>
    </message>
    <message id="schema.problem.beyond-number">
        <source>a number beyond {limit} cannot be meant, nor printed</source>
        <translation>a number beyond {limit} cannot be meant, nor printed</translation>
    </message>
    <message id="schema.problem.beyond-text">
        <source>the text is longer than {limit} characters</source>
        <translation>the text is longer than {limit} characters</translation>
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
    <message id="schema.problem.cover-minutes">
        <source>must be from 1 to {limit} minutes</source>
        <translation>must be from 1 to {limit} minutes</translation>
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
    <message id="schema.problem.empty-text">
        <source>must not be empty</source>
        <translation>must not be empty</translation>
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
    <message id="schema.problem.held-out-figures">
        <source>has an AUC or a capacity that its own scores do not give</source>
        <translation>has an AUC or a capacity that its own scores do not give</translation>
    </message>
    <message id="schema.problem.held-out-fit">
        <source>belongs to a trained model: it needs an intercept</source>
        <translation>belongs to a trained model: it needs an intercept</translation>
    </message>
    <message id="schema.problem.held-out-form">
        <source>needs as many events and others as scores, scores that ascend, and at least one patient with and one without the event</source>
        <translation>needs as many events and others as scores, scores that ascend, and at least one patient with and one without the event</translation>
    </message>
    <message id="schema.problem.image-age">
        <source>needs a whole number of days from 0 to {limit}</source>
        <translation>needs a whole number of days from 0 to {limit}</translation>
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
    <message id="schema.problem.interval-ends">
        <source>an interval needs both ends: formula_low and formula_high</source>
        <translation>an interval needs both ends: formula_low and formula_high</translation>
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
    <message id="schema.problem.measured">
        <source>needs a value between low and high, all from 0 to 1</source>
        <translation>needs a value between low and high, all from 0 to 1</translation>
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
        <source>needs one of: low and high, p_value, significant_only ({predictor})</source>
        <translation>needs one of: low and high, p_value, significant_only ({predictor})</translation>
    </message>
    <message id="schema.problem.odds-ratio-outside">
        <source>needs an odds ratio between low and high, all above 0 ({predictor})</source>
        <translation>needs an odds ratio between low and high, all above 0 ({predictor})</translation>
    </message>
    <message id="schema.problem.odds-ratio-positive">
        <source>needs an odds ratio above 0 ({predictor})</source>
        <translation>needs an odds ratio above 0 ({predictor})</translation>
    </message>
    <message id="schema.problem.placeholder">
        <source>has a placeholder without a value, {placeholder}; known here: {known}</source>
        <translation>has a placeholder without a value, {placeholder}; known here: {known}</translation>
    </message>
    <message id="schema.problem.placeholder-form">
        <source>has a brace without its other half; write a brace that is meant as such twice</source>
        <translation>has a brace without its other half; write a brace that is meant as such twice</translation>
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
    <message id="schema.problem.region-bounds">
        <source>the radius must be from 0 to {radius} mm, the centre within {place} mm</source>
        <translation>the radius must be from 0 to {radius} mm, the centre within {place} mm</translation>
    </message>
    <message id="schema.problem.row-length">
        <source>needs {wanted} figures, not {found}</source>
        <translation>needs {wanted} figures, not {found}</translation>
    </message>
    <message id="schema.problem.schema-earlier">
        <source>is an entry of schema {schema}; state this schema in the manifest</source>
        <translation>is an entry of schema {schema}; state this schema in the manifest</translation>
    </message>
    <message id="schema.problem.schema-later">
        <source>is {schema}: this pack was made for a later version of Precontrast, and this version reads schemas up to {known}. Install that version</source>
        <translation>is {schema}: this pack was made for a later version of Precontrast, and this version reads schemas up to {known}. Install that version</translation>
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
    <message id="schema.problem.support-form">
        <source>needs one coefficient for each support vector, and {inputs} values in each; there are {coefficients} coefficients</source>
        <translation>needs one coefficient for each support vector, and {inputs} values in each; there are {coefficients} coefficients</translation>
    </message>
    <message id="schema.problem.support-kernel">
        <source>does not fit the kernel of the step, which is “{expected}”: gamma belongs to rbf and to nothing else</source>
        <translation>does not fit the kernel of the step, which is “{expected}”: gamma belongs to rbf and to nothing else</translation>
    </message>
    <message id="schema.problem.tiers">
        <source>must give "times" for each tier, from how many times the average risk on it begins: falling from the highest (at least {highest:g}) to the lowest (0), those between at least {raised:g}</source>
        <translation>must give "times" for each tier, from how many times the average risk on it begins: falling from the highest (at least {highest:g}) to the lowest (0), those between at least {raised:g}</translation>
    </message>
    <message id="schema.problem.too_long">
        <source>may have at most {max_length} entries</source>
        <translation>may have at most {max_length} entries</translation>
    </message>
    <message id="schema.problem.too_short">
        <source>needs at least {min_length} entries</source>
        <translation>needs at least {min_length} entries</translation>
    </message>
    <message id="schema.problem.training-by">
        <source>must say who decided it</source>
        <translation>must say who decided it</translation>
    </message>
    <message id="schema.problem.training-since">
        <source>must be a day, such as 2026-01-31</source>
        <translation>must be a day, such as 2026-01-31</translation>
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
    <message id="self-test.audit-log">
        <source>temporary log</source>
        <translation>temporary log</translation>
    </message>
    <message id="self-test.broken">
        <source>{detail}; reinstall the program, and if it happens again send this line to your technical support</source>
        <translation>{detail}; reinstall the program, and if it happens again send this line to your technical support</translation>
    </message>
    <message id="self-test.copies">
        <source>copies from before an upgrade: {names} (delete them when you will not go back)</source>
        <translation>copies from before an upgrade: {names} (delete them when you will not go back)</translation>
    </message>
    <message id="self-test.decoder">
        <source>test images are not read correctly: {detail}; reinstall the program</source>
        <translation>test images are not read correctly: {detail}; reinstall the program</translation>
    </message>
    <message id="self-test.difference">
        <source>{figure}: {expected} expected, {found} found</source>
        <translation>{figure}: {expected} expected, {found} found</translation>
    </message>
    <message id="self-test.differs">
        <source>the result differs from the expected one: {differences}; delete the folder of compiled models, {folder}, and test again; if it still differs, do not use this engine (Tools &gt; Settings, or --engine), update the graphics driver, or reinstall the program</source>
        <translation>the result differs from the expected one: {differences}; delete the folder of compiled models, {folder}, and test again; if it still differs, do not use this engine (Tools &gt; Settings, or --engine), update the graphics driver, or reinstall the program</translation>
    </message>
    <message id="self-test.differs-without-model">
        <source>the result differs from the expected one: {differences}; the pack runs no model, so its formulas and its golden case contradict each other, or the program was changed: correct the pack, or reinstall the program</source>
        <translation>the result differs from the expected one: {differences}; the pack runs no model, so its formulas and its golden case contradict each other, or the program was changed: correct the pack, or reinstall the program</translation>
    </message>
    <message id="self-test.from-source">
        <source>run from source</source>
        <translation>run from source</translation>
    </message>
    <message id="self-test.glyphs">
        <source>{count} {count:character|characters}, Latin and Chinese</source>
        <translation>{count} {count:character|characters}, Latin and Chinese</translation>
    </message>
    <message id="self-test.images">
        <source>test images</source>
        <translation>test images</translation>
    </message>
    <message id="self-test.installed">
        <source>installed program</source>
        <translation>installed program</translation>
    </message>
    <message id="self-test.network-used">
        <source>sockets were used ({used}); the program itself uses none: find out which software on this computer changes it</source>
        <translation>sockets were used ({used}); the program itself uses none: find out which software on this computer changes it</translation>
    </message>
    <message id="self-test.no-device">
        <source>{engine} finds no device on this computer; reinstall the program</source>
        <translation>{engine} finds no device on this computer; reinstall the program</translation>
    </message>
    <message id="self-test.no-fonts">
        <source>the report's fonts are not embedded; reinstall the program</source>
        <translation>the report's fonts are not embedded; reinstall the program</translation>
    </message>
    <message id="self-test.no-glyph">
        <source>no glyph for {count} {count:character|characters}: {characters}; reinstall the program, or a pack without them</source>
        <translation>no glyph for {count} {count:character|characters}: {characters}; reinstall the program, or a pack without them</translation>
    </message>
    <message id="self-test.no-network">
        <source>none was used</source>
        <translation>none was used</translation>
    </message>
    <message id="self-test.no-pack">
        <source>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</source>
        <translation>no pack can be used: neither results nor reports could be tested; install a signed pack (precontrast packs install)</translation>
    </message>
    <message id="self-test.no-store">
        <source>none yet; it is made with the first case</source>
        <translation>none yet; it is made with the first case</translation>
    </message>
    <message id="self-test.not-kept">
        <source>a stored case reads back differently; reinstall the program, and check the disk</source>
        <translation>a stored case reads back differently; reinstall the program, and check the disk</translation>
    </message>
    <message id="self-test.not-logged">
        <source>an entry does not verify, or a change of it goes unnoticed; reinstall the program</source>
        <translation>an entry does not verify, or a change of it goes unnoticed; reinstall the program</translation>
    </message>
    <message id="self-test.not-shared">
        <source>too little shared memory: images are copied, which takes longer; enlarge /dev/shm</source>
        <translation>too little shared memory: images are copied, which takes longer; enlarge /dev/shm</translation>
    </message>
    <message id="self-test.other-engine">
        <source>another engine had to run it: {detail}; update the driver of the device, or choose another engine (Tools &gt; Settings)</source>
        <translation>another engine had to run it: {detail}; update the driver of the device, or choose another engine (Tools &gt; Settings)</translation>
    </message>
    <message id="self-test.own-store">
        <source>your store</source>
        <translation>your store</translation>
    </message>
    <message id="self-test.place-kept">
        <source>{path}, read only</source>
        <translation>{path}, read only</translation>
    </message>
    <message id="self-test.place-later">
        <source>{path}, made when it is first needed</source>
        <translation>{path}, made when it is first needed</translation>
    </message>
    <message id="self-test.place-none">
        <source>{path}, not there: nothing is set for everyone</source>
        <translation>{path}, not there: nothing is set for everyone</translation>
    </message>
    <message id="self-test.place-open">
        <source>{path} can be changed by every user; an administrator must take away the right to write there, for its keys and packs are trusted by everyone</source>
        <translation>{path} can be changed by every user; an administrator must take away the right to write there, for its keys and packs are trusted by everyone</translation>
    </message>
    <message id="self-test.place-unreadable">
        <source>{path} cannot be read; an administrator must let everyone read it</source>
        <translation>{path} cannot be read; an administrator must let everyone read it</translation>
    </message>
    <message id="self-test.place-unwritable">
        <source>{path} cannot be written; give this user the right to write there, free some space, or name another folder by PRECONTRAST_HOME</source>
        <translation>{path} cannot be written; give this user the right to write there, free some space, or name another folder by PRECONTRAST_HOME</translation>
    </message>
    <message id="self-test.place-writable">
        <source>{path}, writable</source>
        <translation>{path}, writable</translation>
    </message>
    <message id="self-test.place.cache">
        <source>cache</source>
        <translation>cache</translation>
    </message>
    <message id="self-test.place.cases">
        <source>cases</source>
        <translation>cases</translation>
    </message>
    <message id="self-test.place.machine">
        <source>this computer</source>
        <translation>this computer</translation>
    </message>
    <message id="self-test.place.packs">
        <source>packs</source>
        <translation>packs</translation>
    </message>
    <message id="self-test.place.program">
        <source>program</source>
        <translation>program</translation>
    </message>
    <message id="self-test.place.settings">
        <source>settings</source>
        <translation>settings</translation>
    </message>
    <message id="self-test.radiomics">
        <source>{count} features of IBSI's digital phantom are as published</source>
        <translation>{count} features of IBSI's digital phantom are as published</translation>
    </message>
    <message id="self-test.radiomics-differs">
        <source>{count} features of IBSI's digital phantom are not as published, such as {name}: {found} instead of {wanted}. Install the program again.</source>
        <translation>{count} features of IBSI's digital phantom are not as published, such as {name}: {found} instead of {wanted}. Install the program again.</translation>
    </message>
    <message id="self-test.shared">
        <source>through shared memory</source>
        <translation>through shared memory</translation>
    </message>
    <message id="self-test.store">
        <source>version {version}, {count} {count:case|cases}</source>
        <translation>version {version}, {count} {count:case|cases}</translation>
    </message>
    <message id="self-test.store-outdated">
        <source>version {version}, {count} {count:case|cases}; it is brought to this version, and a copy kept, when it is next opened</source>
        <translation>version {version}, {count} {count:case|cases}; it is brought to this version, and a copy kept, when it is next opened</translation>
    </message>
    <message id="self-test.system">
        <source>system</source>
        <translation>system</translation>
    </message>
    <message id="self-test.worker-differs">
        <source>the worker process gives another result; reinstall the program</source>
        <translation>the worker process gives another result; reinstall the program</translation>
    </message>
    <message id="sign.black-hole">
        <source>Black hole sign</source>
        <translation>Black hole sign</translation>
    </message>
    <message id="sign.blend">
        <source>Blend sign</source>
        <translation>Blend sign</translation>
    </message>
    <message id="sign.figure.above-brain">
        <source>darkest part differs from brain by {value} HU</source>
        <translation>darkest part differs from brain by {value} HU</translation>
    </message>
    <message id="sign.figure.category">
        <source>category {value} of 5</source>
        <translation>category {value} of 5</translation>
    </message>
    <message id="sign.figure.chance">
        <source>network's probability {value}</source>
        <translation>network's probability {value}</translation>
    </message>
    <message id="sign.figure.darker">
        <source>an enclosed spot is darker by {value} HU</source>
        <translation>an enclosed spot is darker by {value} HU</translation>
    </message>
    <message id="sign.figure.difference">
        <source>the parts differ by {value} HU</source>
        <translation>the parts differ by {value} HU</translation>
    </message>
    <message id="sign.figure.filled-share">
        <source>fills {value} of its convex hull</source>
        <translation>fills {value} of its convex hull</translation>
    </message>
    <message id="sign.figure.foci-count">
        <source>{value} darker foci</source>
        <translation>{value} darker foci</translation>
    </message>
    <message id="sign.figure.open-share">
        <source>{value} of the dark part's border is not enclosed</source>
        <translation>{value} of the dark part's border is not enclosed</translation>
    </message>
    <message id="sign.figure.part-share">
        <source>the dark part takes up {value} of the slice</source>
        <translation>the dark part takes up {value} of the slice</translation>
    </message>
    <message id="sign.figure.seam">
        <source>by {value} HU at their border</source>
        <translation>by {value} HU at their border</translation>
    </message>
    <message id="sign.figure.separate-count">
        <source>{value} separate small haematomas</source>
        <translation>{value} separate small haematomas</translation>
    </message>
    <message id="sign.figure.slices-count">
        <source>as dark as brain in {value} contiguous 5-mm slices</source>
        <translation>as dark as brain in {value} contiguous 5-mm slices</translation>
    </message>
    <message id="sign.figure.with-buds-count">
        <source>{value} including connected ones</source>
        <translation>{value} including connected ones</translation>
    </message>
    <message id="sign.heterogeneous">
        <source>Heterogeneous density</source>
        <translation>Heterogeneous density</translation>
    </message>
    <message id="sign.irregular">
        <source>Irregular shape</source>
        <translation>Irregular shape</translation>
    </message>
    <message id="sign.island">
        <source>Island sign</source>
        <translation>Island sign</translation>
    </message>
    <message id="sign.reason.no-brain">
        <source>too little brain around it for comparison</source>
        <translation>too little brain around it for comparison</translation>
    </message>
    <message id="sign.reason.noisy">
        <source>images too noisy</source>
        <translation>images too noisy</translation>
    </message>
    <message id="sign.reason.thick-slices">
        <source>slices thicker than 6 mm</source>
        <translation>slices thicker than 6 mm</translation>
    </message>
    <message id="sign.reason.too-small">
        <source>haematoma too small</source>
        <translation>haematoma too small</translation>
    </message>
    <message id="sign.swirl">
        <source>Swirl sign</source>
        <translation>Swirl sign</translation>
    </message>
    <message id="signs.differ">
        <source>Rule and network disagree: check the images.</source>
        <translation>Rule and network disagree: check the images.</translation>
    </message>
    <message id="signs.in-slice">
        <source>Slice {number}</source>
        <translation>Slice {number}</translation>
    </message>
    <message id="signs.needed">
        <source>{figure} (needed: {limit})</source>
        <translation>{figure} (needed: {limit})</translation>
    </message>
    <message id="signs.network">
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message id="signs.not-seen">
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message id="signs.note">
        <source>Computed by rules from the contour and the densities in slices of about 5 mm. Check each sign in the images. Where it is absent, the slice is the one that comes closest.</source>
        <translation>Computed by rules from the contour and the densities in slices of about 5 mm. Check each sign in the images. Where it is absent, the slice is the one that comes closest.</translation>
    </message>
    <message id="signs.note-both">
        <source>The rules use the contour and the densities in slices of about 5 mm; the network was trained on readers' assessments. Where they disagree (▲), check the images.</source>
        <translation>The rules use the contour and the densities in slices of about 5 mm; the network was trained on readers' assessments. Where they disagree (▲), check the images.</translation>
    </message>
    <message id="signs.rests-on">
        <source>Basis</source>
        <translation>Basis</translation>
    </message>
    <message id="signs.rule">
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message id="signs.seen">
        <source>present</source>
        <translation>present</translation>
    </message>
    <message id="signs.show">
        <source>Show the slice</source>
        <translation>Show the slice</translation>
    </message>
    <message id="signs.sign">
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message id="signs.slice">
        <source>Slice</source>
        <translation>Slice</translation>
    </message>
    <message id="signs.source">
        <source>Source of the rule</source>
        <translation>Source of the rule</translation>
    </message>
    <message id="signs.unknown">
        <source>cannot be determined</source>
        <translation>cannot be determined</translation>
    </message>
    <message id="span.days">
        <source>{count} {count:day|days}</source>
        <translation>{count} {count:day|days}</translation>
    </message>
    <message id="span.months">
        <source>{count} {count:month|months}</source>
        <translation>{count} {count:month|months}</translation>
    </message>
    <message id="span.years">
        <source>{count} {count:year|years}</source>
        <translation>{count} {count:year|years}</translation>
    </message>
    <message id="status-note.simulation-trained">
        <source>Trained on simulations: no clinical validity is claimed.</source>
        <translation>Trained on simulations: no clinical validity is claimed.</translation>
    </message>
    <message id="status-note.simulation-trained-networks">
        <source>Simulation-trained contours; published odds. No clinical validity.</source>
        <translation>Simulation-trained contours; published odds. No clinical validity.</translation>
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
    <message id="systems.answers">
        <source>form only</source>
        <translation>form only</translation>
    </message>
    <message id="systems.anywhere">
        <source>Any part of the body</source>
        <translation>Any part of the body</translation>
    </message>
    <message id="systems.checking">
        <source>Checking the packs …</source>
        <translation>Checking the packs …</translation>
    </message>
    <message id="systems.images">
        <source>{modality} images</source>
        <translation>{modality} images</translation>
    </message>
    <message id="systems.images-or-answers">
        <source>{modality} images or form</source>
        <translation>{modality} images or form</translation>
    </message>
    <message id="systems.none">
        <source>No pack can be used. Tools &gt; Packs says why.</source>
        <translation>No pack can be used. Tools &gt; Packs says why.</translation>
    </message>
    <message id="systems.none-found">
        <source>Nothing is found.</source>
        <translation>Nothing is found.</translation>
    </message>
    <message id="systems.search">
        <source>Search by name or body region</source>
        <translation>Search by name or body region</translation>
    </message>
    <message id="systems.title">
        <source>What to assess</source>
        <translation>What to assess</translation>
    </message>
    <message id="systems.without-images">
        <source>Without images</source>
        <translation>Without images</translation>
    </message>
    <message id="tier.meaning">
        <source>this tier holds {people} % of patients and {events} % of events</source>
        <translation>this tier holds {people} % of patients and {events} % of events</translation>
    </message>
    <message id="tier.rate">
        <source>; {count} of {total} in it have the event</source>
        <translation>; {count} of {total} in it have the event</translation>
    </message>
    <message id="training.written">
        <source>Corrected contours and their row of cohort.csv written to {path}</source>
        <translation>Corrected contours and their row of cohort.csv written to {path}</translation>
    </message>
    <message id="ui.about.column-licence">
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message id="ui.about.column-name">
        <source>Component</source>
        <translation>Component</translation>
    </message>
    <message id="ui.about.column-version">
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message id="ui.about.components-intro">
        <source>Precontrast runs on the work of others. Choose a line to read its licence.</source>
        <translation>Precontrast runs on the work of others. Choose a line to read its licence.</translation>
    </message>
    <message id="ui.about.how">
        <source>All that the program knows of a risk is in a pack: a signed folder with models, coefficients, form, tiers, wording and evidence. The source of each number is given in the pack and on every report.</source>
        <translation>All that the program knows of a risk is in a pack: a signed folder with models, coefficients, form, tiers, wording and evidence. The source of each number is given in the pack and on every report.</translation>
    </message>
    <message id="ui.about.licence-text">
        <source>Licence text</source>
        <translation>Licence text</translation>
    </message>
    <message id="ui.about.no-licence-text">
        <source>{name} states its licence as “{licence}” and carries no text of it.</source>
        <translation>{name} states its licence as “{licence}” and carries no text of it.</translation>
    </message>
    <message id="ui.about.offline">
        <source>Everything runs on this computer. Nothing is sent anywhere.</source>
        <translation>Everything runs on this computer. Nothing is sent anywhere.</translation>
    </message>
    <message id="ui.about.research">
        <source>RESEARCH USE ONLY. The bundled models are demonstrations; no clinical validity is claimed.</source>
        <translation>RESEARCH USE ONLY. The bundled models are demonstrations; no clinical validity is claimed.</translation>
    </message>
    <message id="ui.about.tab-about">
        <source>What it is</source>
        <translation>What it is</translation>
    </message>
    <message id="ui.about.tab-components">
        <source>Components and licences</source>
        <translation>Components and licences</translation>
    </message>
    <message id="ui.about.title">
        <source>About Precontrast</source>
        <translation>About Precontrast</translation>
    </message>
    <message id="ui.about.version">
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
    <message id="ui.about.what">
        <source>Precontrast answers clinical questions from a patient's local images and from what the console knows. What it answers is stated by signed packs: each names the event or figure that it gives, the images that it needs and the sources that it rests on. Images are first checked for whether they are fit for purpose; then structures in them are found and measured.</source>
        <translation>Precontrast answers clinical questions from a patient's local images and from what the console knows. What it answers is stated by signed packs: each names the event or figure that it gives, the images that it needs and the sources that it rests on. Images are first checked for whether they are fit for purpose; then structures in them are found and measured.</translation>
    </message>
    <message id="ui.action.about">
        <source>&amp;About Precontrast</source>
        <translation>&amp;About Precontrast</translation>
    </message>
    <message id="ui.action.again">
        <source>Screen &amp;again</source>
        <translation>Screen &amp;again</translation>
    </message>
    <message id="ui.action.audit">
        <source>&amp;Audit log …</source>
        <translation>&amp;Audit log …</translation>
    </message>
    <message id="ui.action.cases">
        <source>&amp;Cases …</source>
        <translation>&amp;Cases …</translation>
    </message>
    <message id="ui.action.close">
        <source>Close c&amp;ase</source>
        <translation>Close c&amp;ase</translation>
    </message>
    <message id="ui.action.copy">
        <source>&amp;Copy the result as text</source>
        <translation>&amp;Copy the result as text</translation>
    </message>
    <message id="ui.action.demo">
        <source>&amp;Demonstration study</source>
        <translation>&amp;Demonstration study</translation>
    </message>
    <message id="ui.action.encryption">
        <source>&amp;Encryption of stored cases…</source>
        <translation>&amp;Encryption of stored cases…</translation>
    </message>
    <message id="ui.action.form">
        <source>&amp;New without images</source>
        <translation>&amp;New without images</translation>
    </message>
    <message id="ui.action.full-screen">
        <source>&amp;Full screen</source>
        <translation>&amp;Full screen</translation>
    </message>
    <message id="ui.action.guide">
        <source>&amp;Guided first start</source>
        <translation>&amp;Guided first start</translation>
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
        <translation>Sa&amp;ve contours…</translation>
    </message>
    <message id="ui.action.next-case">
        <source>Next open case</source>
        <translation>Next open case</translation>
    </message>
    <message id="ui.action.next-part">
        <source>Next part of the window</source>
        <translation>Next part of the window</translation>
    </message>
    <message id="ui.action.open-files">
        <source>&amp;Open files …</source>
        <translation>&amp;Open files …</translation>
    </message>
    <message id="ui.action.open-folder">
        <source>Open &amp;folder …</source>
        <translation>Open &amp;folder …</translation>
    </message>
    <message id="ui.action.open-mask">
        <source>Open a mask file…</source>
        <translation>Open a mask file…</translation>
    </message>
    <message id="ui.action.outcome">
        <source>&amp;What happened afterwards …</source>
        <translation>&amp;What happened afterwards …</translation>
    </message>
    <message id="ui.action.packs">
        <source>&amp;Packs …</source>
        <translation>&amp;Packs …</translation>
    </message>
    <message id="ui.action.panel-form">
        <source>Show or hide the &amp;answers</source>
        <translation>Show or hide the &amp;answers</translation>
    </message>
    <message id="ui.action.panel-result">
        <source>Show or hide the &amp;result</source>
        <translation>Show or hide the &amp;result</translation>
    </message>
    <message id="ui.action.previous-case">
        <source>Previous open case</source>
        <translation>Previous open case</translation>
    </message>
    <message id="ui.action.previous-part">
        <source>Previous part of the window</source>
        <translation>Previous part of the window</translation>
    </message>
    <message id="ui.action.quit">
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message id="ui.action.redo-answer">
        <source>Re&amp;do the answer</source>
        <translation>Re&amp;do the answer</translation>
    </message>
    <message id="ui.action.report">
        <source>&amp;Report …</source>
        <translation>&amp;Report …</translation>
    </message>
    <message id="ui.action.series">
        <source>&amp;Series …</source>
        <translation>&amp;Series …</translation>
    </message>
    <message id="ui.action.settings">
        <source>S&amp;ettings …</source>
        <translation>S&amp;ettings …</translation>
    </message>
    <message id="ui.action.shortcuts">
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message id="ui.action.site">
        <source>&amp;Site profile …</source>
        <translation>&amp;Site profile …</translation>
    </message>
    <message id="ui.action.stop">
        <source>S&amp;top</source>
        <translation>S&amp;top</translation>
    </message>
    <message id="ui.action.text-larger">
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message id="ui.action.text-smaller">
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message id="ui.action.text-usual">
        <source>Usual text size</source>
        <translation>Usual text size</translation>
    </message>
    <message id="ui.action.theme-dark">
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message id="ui.action.theme-light">
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message id="ui.action.theme-system">
        <source>As the computer</source>
        <translation>As the computer</translation>
    </message>
    <message id="ui.action.training">
        <source>Export for &amp;training…</source>
        <translation>Export for &amp;training…</translation>
    </message>
    <message id="ui.action.undo-answer">
        <source>&amp;Undo the last answer</source>
        <translation>&amp;Undo the last answer</translation>
    </message>
    <message id="ui.action.undo-outcome">
        <source>Undo the recorded outcome</source>
        <translation>Undo the recorded outcome</translation>
    </message>
    <message id="ui.action.user-guide">
        <source>&amp;User guide</source>
        <translation>&amp;User guide</translation>
    </message>
    <message id="ui.audit.export">
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message id="ui.audit.export-title">
        <source>Export the audit log</source>
        <translation>Export the audit log</translation>
    </message>
    <message id="ui.audit.exported">
        <source>Lines written: {count}. The file is {path}.</source>
        <translation>Lines written: {count}. The file is {path}.</translation>
    </message>
    <message id="ui.audit.intro">
        <source>Who did what, the newest first. Lines hold identifiers of images and packs; no name and no number of a patient is in them.</source>
        <translation>Who did what, the newest first. Lines hold identifiers of images and packs; no name and no number of a patient is in them.</translation>
    </message>
    <message id="ui.audit.kind-log">
        <source>Log that can be verified</source>
        <translation>Log that can be verified</translation>
    </message>
    <message id="ui.audit.kind-table">
        <source>Table to read</source>
        <translation>Table to read</translation>
    </message>
    <message id="ui.audit.previous">
        <source>SHA-256 of the line before: {digest}</source>
        <translation>SHA-256 of the line before: {digest}</translation>
    </message>
    <message id="ui.audit.title">
        <source>Audit log</source>
        <translation>Audit log</translation>
    </message>
    <message id="ui.audit.verify">
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message id="ui.browser.back">
        <source>Back to the case</source>
        <translation>Back to the case</translation>
    </message>
    <message id="ui.browser.born">
        <source>born {date}</source>
        <translation>born {date}</translation>
    </message>
    <message id="ui.browser.choose-examination">
        <source>Several examinations would be suitable</source>
        <translation>Several examinations would be suitable</translation>
    </message>
    <message id="ui.browser.choose-examination-note">
        <source>Choose the examination that shows the patient as of now, usually the newest. Images of two examinations are never mixed.</source>
        <translation>Choose the examination that shows the patient as of now, usually the newest. Images of two examinations are never mixed.</translation>
    </message>
    <message id="ui.browser.choose-patient">
        <source>These files are of several patients</source>
        <translation>These files are of several patients</translation>
    </message>
    <message id="ui.browser.choose-patient-note">
        <source>Choose the patient whom the result is for. Answers and images of two patients are never mixed.</source>
        <translation>Choose the patient whom the result is for. Answers and images of two patients are never mixed.</translation>
    </message>
    <message id="ui.browser.contrast">
        <source>Contrast agent</source>
        <translation>Contrast agent</translation>
    </message>
    <message id="ui.browser.examined">
        <source>examined {dates}</source>
        <translation>examined {dates}</translation>
    </message>
    <message id="ui.browser.kernel">
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message id="ui.browser.no-images">
        <source>This pack needs no image.</source>
        <translation>This pack needs no image.</translation>
    </message>
    <message id="ui.browser.note">
        <source>The marked series is used. Choose another one only with a reason; the report will say so.</source>
        <translation>The marked series is used. Choose another one only with a reason; the report will say so.</translation>
    </message>
    <message id="ui.browser.number">
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message id="ui.browser.patient">
        <source>{name}  ·  {id}  ·  {born}  ·  {sex}, {age}  ·  {examined}</source>
        <translation>{name}  ·  {id}  ·  {born}  ·  {sex}, {age}  ·  {examined}</translation>
    </message>
    <message id="ui.browser.plane">
        <source>Plane</source>
        <translation>Plane</translation>
    </message>
    <message id="ui.browser.reasons">
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message id="ui.browser.series">
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message id="ui.browser.slices">
        <source>Slices</source>
        <translation>Slices</translation>
    </message>
    <message id="ui.browser.spacing">
        <source>Spacing</source>
        <translation>Spacing</translation>
    </message>
    <message id="ui.browser.study">
        <source>{date}  ·  {title}</source>
        <translation>{date}  ·  {title}</translation>
    </message>
    <message id="ui.browser.take-examination">
        <source>Take this examination</source>
        <translation>Take this examination</translation>
    </message>
    <message id="ui.browser.take-patient">
        <source>Take this patient</source>
        <translation>Take this patient</translation>
    </message>
    <message id="ui.browser.thickness">
        <source>Thickness</source>
        <translation>Thickness</translation>
    </message>
    <message id="ui.browser.title">
        <source>Series of this study</source>
        <translation>Series of this study</translation>
    </message>
    <message id="ui.browser.untitled">
        <source>(no description)</source>
        <translation>(no description)</translation>
    </message>
    <message id="ui.browser.use">
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message id="ui.browser.use-series">
        <source>Use this series</source>
        <translation>Use this series</translation>
    </message>
    <message id="ui.browser.used">
        <source>used</source>
        <translation>used</translation>
    </message>
    <message id="ui.browser.verdict-could">
        <source>Could be used; another one fits better.</source>
        <translation>Could be used; another one fits better.</translation>
    </message>
    <message id="ui.browser.verdict-unfit">
        <source>Does not fit:</source>
        <translation>Does not fit:</translation>
    </message>
    <message id="ui.browser.verdict-used">
        <source>This series is used.</source>
        <translation>This series is used.</translation>
    </message>
    <message id="ui.button.close">
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message id="ui.case.failed">
        <source>Screening failed</source>
        <translation>Screening failed</translation>
    </message>
    <message id="ui.case.find-images">
        <source>Find the images …</source>
        <translation>Find the images …</translation>
    </message>
    <message id="ui.case.home">
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message id="ui.case.home-tip">
        <source>Back to the start page; the case stays open</source>
        <translation>Back to the start page; the case stays open</translation>
    </message>
    <message id="ui.case.let-go">
        <source>The images are not loaded.</source>
        <translation>The images are not loaded.</translation>
    </message>
    <message id="ui.case.no-images">
        <source>This case has no images.</source>
        <translation>This case has no images.</translation>
    </message>
    <message id="ui.case.no-name">
        <source>New case</source>
        <translation>New case</translation>
    </message>
    <message id="ui.case.not-read">
        <source>The images of this stored case have not been read. Result and report are complete without them; to change answers or contours, read them again.</source>
        <translation>The images of this stored case have not been read. Result and report are complete without them; to change answers or contours, read them again.</translation>
    </message>
    <message id="ui.case.open">
        <source>Not screened yet</source>
        <translation>Not screened yet</translation>
    </message>
    <message id="ui.case.open-note">
        <source>The last entries were not screened before this case was closed. Choose “Try again” to screen them.</source>
        <translation>The last entries were not screened before this case was closed. Choose “Try again” to screen them.</translation>
    </message>
    <message id="ui.case.pack">
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message id="ui.case.pack-tip">
        <source>Which risk is assessed</source>
        <translation>Which risk is assessed</translation>
    </message>
    <message id="ui.case.read-images">
        <source>Read the images again</source>
        <translation>Read the images again</translation>
    </message>
    <message id="ui.case.series">
        <source>Series …</source>
        <translation>Series …</translation>
    </message>
    <message id="ui.case.series-tip">
        <source>Which series is used, and why</source>
        <translation>Which series is used, and why</translation>
    </message>
    <message id="ui.case.stopped">
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message id="ui.case.stopped-note">
        <source>You stopped the screening. Nothing is lost.</source>
        <translation>You stopped the screening. Nothing is lost.</translation>
    </message>
    <message id="ui.cases.all-states">
        <source>all states</source>
        <translation>all states</translation>
    </message>
    <message id="ui.cases.column-accession">
        <source>Accession</source>
        <translation>Accession</translation>
    </message>
    <message id="ui.cases.column-created">
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message id="ui.cases.column-edited">
        <source>Contours</source>
        <translation>Contours</translation>
    </message>
    <message id="ui.cases.column-event">
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message id="ui.cases.column-pack">
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message id="ui.cases.column-patient">
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message id="ui.cases.column-patient-id">
        <source>Patient ID</source>
        <translation>Patient ID</translation>
    </message>
    <message id="ui.cases.column-result">
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message id="ui.cases.count">
        <source>Cases found: {count}</source>
        <translation>Cases found: {count}</translation>
    </message>
    <message id="ui.cases.delete">
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message id="ui.cases.delete-now">
        <source>Delete permanently</source>
        <translation>Delete permanently</translation>
    </message>
    <message id="ui.cases.delete-question">
        <source>Delete the case {case} with its report and contours? It cannot be brought back.</source>
        <translation>Delete the case {case} with its report and contours? It cannot be brought back.</translation>
    </message>
    <message id="ui.cases.deleted">
        <source>Case {case} deleted.</source>
        <translation>Case {case} deleted.</translation>
    </message>
    <message id="ui.cases.edited">
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message id="ui.cases.entered">
        <source>entered</source>
        <translation>entered</translation>
    </message>
    <message id="ui.cases.event">
        <source>What happened…</source>
        <translation>What happened…</translation>
    </message>
    <message id="ui.cases.export">
        <source>Export outcomes</source>
        <translation>Export outcomes</translation>
    </message>
    <message id="ui.cases.export-hint">
        <source>A table of predictions and outcomes without names, for recalibrating a pack</source>
        <translation>A table of predictions and outcomes without names, for recalibrating a pack</translation>
    </message>
    <message id="ui.cases.export-kind">
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message id="ui.cases.export-none">
        <source>No case has a predicted risk yet</source>
        <translation>No case has a predicted risk yet</translation>
    </message>
    <message id="ui.cases.export-of">
        <source>{pack} (cases: {count})</source>
        <translation>{pack} (cases: {count})</translation>
    </message>
    <message id="ui.cases.export-title">
        <source>Export outcomes for recalibration</source>
        <translation>Export outcomes for recalibration</translation>
    </message>
    <message id="ui.cases.exported">
        <source>Cases written: {count}, {known} of them with a known outcome. The table is {path}.</source>
        <translation>Cases written: {count}, {known} of them with a known outcome. The table is {path}.</translation>
    </message>
    <message id="ui.cases.find">
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message id="ui.cases.find-hint">
        <source>name, patient ID, accession or date</source>
        <translation>name, patient ID, accession or date</translation>
    </message>
    <message id="ui.cases.first">
        <source>Cases changed last: {count}. Type more to find others.</source>
        <translation>Cases changed last: {count}. Type more to find others.</translation>
    </message>
    <message id="ui.cases.none">
        <source>No cases yet. Each study that is screened is kept here and can be opened again without its images.</source>
        <translation>No cases yet. Each study that is screened is kept here and can be opened again without its images.</translation>
    </message>
    <message id="ui.cases.not-found">
        <source>No case matches all of the search text. Try a part of the name or number, or another state.</source>
        <translation>No case matches all of the search text. Try a part of the name or number, or another state.</translation>
    </message>
    <message id="ui.cases.open">
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message id="ui.cases.recorded">
        <source>Outcome of {case} recorded.</source>
        <translation>Outcome of {case} recorded.</translation>
    </message>
    <message id="ui.cases.state">
        <source>State</source>
        <translation>State</translation>
    </message>
    <message id="ui.cases.title">
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message id="ui.cases.tooltip">
        <source>Study of {study}; last changed {changed}</source>
        <translation>Study of {study}; last changed {changed}</translation>
    </message>
    <message id="ui.cases.undo-event">
        <source>Undo the outcome</source>
        <translation>Undo the outcome</translation>
    </message>
    <message id="ui.copied">
        <source>The result is on the clipboard.</source>
        <translation>The result is on the clipboard.</translation>
    </message>
    <message id="ui.cover.go-on">
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message id="ui.cover.note">
        <source>This is not a password. Whoever leaves the room locks the computer.</source>
        <translation>This is not a password. Whoever leaves the room locks the computer.</translation>
    </message>
    <message id="ui.cover.title">
        <source>Covered after a time without use</source>
        <translation>Covered after a time without use</translation>
    </message>
    <message id="ui.cover.who">
        <source>Who continues? The name is recorded in the audit log and offered for signatures.</source>
        <translation>Who continues? The name is recorded in the audit log and offered for signatures.</translation>
    </message>
    <message id="ui.demo.making">
        <source>Making the demonstration study …</source>
        <translation>Making the demonstration study …</translation>
    </message>
    <message id="ui.dialog.cancel">
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message id="ui.dialog.close">
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message id="ui.dialog.save">
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message id="ui.drop.open">
        <source>Let go to open the study</source>
        <translation>Let go to open the study</translation>
    </message>
    <message id="ui.edit.unnamed">
        <source>user of this computer</source>
        <translation>user of this computer</translation>
    </message>
    <message id="ui.encryption.copy">
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message id="ui.encryption.decrypt">
        <source>Store unencrypted</source>
        <translation>Store unencrypted</translation>
    </message>
    <message id="ui.encryption.encrypt">
        <source>Encrypt</source>
        <translation>Encrypt</translation>
    </message>
    <message id="ui.encryption.key">
        <source>Recovery key</source>
        <translation>Recovery key</translation>
    </message>
    <message id="ui.encryption.key-note">
        <source>Write this key down now: the window does not show it again. It opens the cases on another computer, or after the keychain was lost (precontrast cases recover).</source>
        <translation>Write this key down now: the window does not show it again. It opens the cases on another computer, or after the keychain was lost (precontrast cases recover).</translation>
    </message>
    <message id="ui.encryption.off">
        <source>The stored cases are not encrypted.</source>
        <translation>The stored cases are not encrypted.</translation>
    </message>
    <message id="ui.encryption.on">
        <source>The stored cases are encrypted.</source>
        <translation>The stored cases are encrypted.</translation>
    </message>
    <message id="ui.encryption.steps-off">
        <source>Whoever can read the file of the case store can read names, answers, results and contours. Encryption seals each of them under a key that lies in the keychain of this user; in daily work nothing changes.</source>
        <translation>Whoever can read the file of the case store can read names, answers, results and contours. Encryption seals each of them under a key that lies in the keychain of this user; in daily work nothing changes.</translation>
    </message>
    <message id="ui.encryption.steps-on">
        <source>Names, answers, results and contours can be read only with the key in the keychain of this user, or with the recovery key that was written down.</source>
        <translation>Names, answers, results and contours can be read only with the key in the keychain of this user, or with the recovery key that was written down.</translation>
    </message>
    <message id="ui.encryption.title">
        <source>Encryption of stored cases</source>
        <translation>Encryption of stored cases</translation>
    </message>
    <message id="ui.encryption.warning-off">
        <source>The recovery key is shown once, to be written down and locked away. Without keychain and key nobody can ever read the cases again. Backups made before stay readable. Close other windows of the program first; once begun, it runs to its end.</source>
        <translation>The recovery key is shown once, to be written down and locked away. Without keychain and key nobody can ever read the cases again. Backups made before stay readable. Close other windows of the program first; once begun, it runs to its end.</translation>
    </message>
    <message id="ui.encryption.warning-on">
        <source>To store the cases unencrypted takes their key out of the keychain: whoever can read the file can then read the patients' names again.</source>
        <translation>To store the cases unencrypted takes their key out of the keychain: whoever can read the file can then read the patients' names again.</translation>
    </message>
    <message id="ui.encryption.working">
        <source>Every stored case is being rewritten. Please wait.</source>
        <translation>Every stored case is being rewritten. Please wait.</translation>
    </message>
    <message id="ui.encryption.written">
        <source>I have written the key down; it is kept away from this computer</source>
        <translation>I have written the key down; it is kept away from this computer</translation>
    </message>
    <message id="ui.event.agent">
        <source>Contrast agent</source>
        <translation>Contrast agent</translation>
    </message>
    <message id="ui.event.follow-up">
        <source>Follow-up</source>
        <translation>Follow-up</translation>
    </message>
    <message id="ui.event.future">
        <source>This time is in the future. Please check date and time.</source>
        <translation>This time is in the future. Please check date and time.</translation>
    </message>
    <message id="ui.event.happened">
        <source>Did the event happen?</source>
        <translation>Did the event happen?</translation>
    </message>
    <message id="ui.event.happened-no">
        <source>No</source>
        <translation>No</translation>
    </message>
    <message id="ui.event.happened-unknown">
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message id="ui.event.happened-yes">
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message id="ui.event.intro">
        <source>Leave empty what is not known.</source>
        <translation>Leave empty what is not known.</translation>
    </message>
    <message id="ui.event.note">
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message id="ui.event.recorded-at">
        <source>Recorded at</source>
        <translation>Recorded at</translation>
    </message>
    <message id="ui.event.recorded-by">
        <source>Recorded by</source>
        <translation>Recorded by</translation>
    </message>
    <message id="ui.event.severity">
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message id="ui.event.severity-none">
        <source>not graded</source>
        <translation>not graded</translation>
    </message>
    <message id="ui.event.severity-without">
        <source>A severity is given, but “{question}” is answered with no. Correct one of the two.</source>
        <translation>A severity is given, but “{question}” is answered with no. Correct one of the two.</translation>
    </message>
    <message id="ui.event.title">
        <source>What happened afterwards</source>
        <translation>What happened afterwards</translation>
    </message>
    <message id="ui.event.unknown">
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message id="ui.event.volume-impossible">
        <source>The volume must be from 0 to {most} mL. Please check the number.</source>
        <translation>The volume must be from 0 to {most} mL. Please check the number.</translation>
    </message>
    <message id="ui.event.volume-no-number">
        <source>“{value}” is not a number. Enter millilitres, for example 35.</source>
        <translation>“{value}” is not a number. Enter millilitres, for example 35.</translation>
    </message>
    <message id="ui.event.volume-without">
        <source>A volume is given, but “{question}” is answered with no. Correct one of the two.</source>
        <translation>A volume is given, but “{question}” is answered with no. Correct one of the two.</translation>
    </message>
    <message id="ui.form.age-from-birth-date">
        <source>age today, by the birth date in the header</source>
        <translation>age today, by the birth date in the header</translation>
    </message>
    <message id="ui.form.age-from-header">
        <source>age in the header, on the day of the images</source>
        <translation>age in the header, on the day of the images</translation>
    </message>
    <message id="ui.form.agent">
        <source>Agent of the site's list</source>
        <translation>Agent of the site's list</translation>
    </message>
    <message id="ui.form.agent-help">
        <source>Fills in concentration and viscosity as the agent's label states them.</source>
        <translation>Fills in concentration and viscosity as the agent's label states them.</translation>
    </message>
    <message id="ui.form.agent-label">
        <source>at body temperature, by the label: {citation}</source>
        <translation>at body temperature, by the label: {citation}</translation>
    </message>
    <message id="ui.form.agent-no-viscosity">
        <source>The site's list has no viscosity for this agent.</source>
        <translation>The site's list has no viscosity for this agent.</translation>
    </message>
    <message id="ui.form.agent-none">
        <source>none chosen</source>
        <translation>none chosen</translation>
    </message>
    <message id="ui.form.computed">
        <source>computed</source>
        <translation>computed</translation>
    </message>
    <message id="ui.form.computed-figure">
        <source>computed: {figure}</source>
        <translation>computed: {figure}</translation>
    </message>
    <message id="ui.form.empty">
        <source>This pack asks nothing; it reads everything from the images.</source>
        <translation>This pack asks nothing; it reads everything from the images.</translation>
    </message>
    <message id="ui.form.explain">
        <source>Explain: {label}</source>
        <translation>Explain: {label}</translation>
    </message>
    <message id="ui.form.from-header">
        <source>DICOM header</source>
        <translation>DICOM header</translation>
    </message>
    <message id="ui.form.needed">
        <source>Needed for the figure: {known} of {total} known</source>
        <translation>Needed for the figure: {known} of {total} known</translation>
    </message>
    <message id="ui.form.next-unknown">
        <source>Next unknown answer</source>
        <translation>Next unknown answer</translation>
    </message>
    <message id="ui.form.not-a-number">
        <source>Not a complete number.</source>
        <translation>Not a complete number.</translation>
    </message>
    <message id="ui.form.part">
        <source>{title} (unknown: {count})</source>
        <translation>{title} (unknown: {count})</translation>
    </message>
    <message id="ui.form.range">
        <source>{low} to {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message id="ui.form.title">
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message id="ui.form.unknown">
        <source>{count} of {total} unknown</source>
        <translation>{count} of {total} unknown</translation>
    </message>
    <message id="ui.gesture.control-shift-wheel">
        <source>Ctrl+Shift+Wheel</source>
        <translation>Ctrl+Shift+Wheel</translation>
    </message>
    <message id="ui.gesture.control-shift-wheel-does">
        <source>Size of the brush</source>
        <translation>Size of the brush</translation>
    </message>
    <message id="ui.gesture.control-wheel">
        <source>Ctrl+Wheel</source>
        <translation>Ctrl+Wheel</translation>
    </message>
    <message id="ui.gesture.control-wheel-does">
        <source>Zoom at the pointer</source>
        <translation>Zoom at the pointer</translation>
    </message>
    <message id="ui.gesture.double">
        <source>Double click</source>
        <translation>Double click</translation>
    </message>
    <message id="ui.gesture.double-does">
        <source>One pane alone, or all</source>
        <translation>One pane alone, or all</translation>
    </message>
    <message id="ui.gesture.files">
        <source>Drop files anywhere</source>
        <translation>Drop files anywhere</translation>
    </message>
    <message id="ui.gesture.files-does">
        <source>Open a study</source>
        <translation>Open a study</translation>
    </message>
    <message id="ui.gesture.middle">
        <source>Middle button or Space, drag</source>
        <translation>Middle button or Space, drag</translation>
    </message>
    <message id="ui.gesture.middle-does">
        <source>Move the picture</source>
        <translation>Move the picture</translation>
    </message>
    <message id="ui.gesture.right">
        <source>Right button, drag</source>
        <translation>Right button, drag</translation>
    </message>
    <message id="ui.gesture.right-does">
        <source>Window width and level</source>
        <translation>Window width and level</translation>
    </message>
    <message id="ui.gesture.shift-wheel">
        <source>Shift+Wheel</source>
        <translation>Shift+Wheel</translation>
    </message>
    <message id="ui.gesture.shift-wheel-does">
        <source>Five slices at a time</source>
        <translation>Five slices at a time</translation>
    </message>
    <message id="ui.gesture.solid">
        <source>Left button, drag</source>
        <translation>Left button, drag</translation>
    </message>
    <message id="ui.gesture.solid-does">
        <source>Crosshair; in 3-D turn</source>
        <translation>Crosshair; in 3-D turn</translation>
    </message>
    <message id="ui.gesture.title">
        <source>Mouse on the images</source>
        <translation>Mouse on the images</translation>
    </message>
    <message id="ui.gesture.wheel">
        <source>Wheel</source>
        <translation>Wheel</translation>
    </message>
    <message id="ui.gesture.wheel-does">
        <source>Scroll through the slices</source>
        <translation>Scroll through the slices</translation>
    </message>
    <message id="ui.guide.begin">
        <source>Start with the demonstration</source>
        <translation>Start with the demonstration</translation>
    </message>
    <message id="ui.guide.done">
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message id="ui.guide.form">
        <source>Answer what the console knows. What the image header says is filled in already; everything may stay unknown.</source>
        <translation>Answer what the console knows. What the image header says is filled in already; everything may stay unknown.</translation>
    </message>
    <message id="ui.guide.images">
        <source>Check the contours: scroll with the wheel, click a finding to jump there. A radiologist can correct them by hand.</source>
        <translation>Check the contours: scroll with the wheel, click a finding to jump there. A radiologist can correct them by hand.</translation>
    </message>
    <message id="ui.guide.next">
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message id="ui.guide.not-now">
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message id="ui.guide.report">
        <source>Print or save the report in Chinese or English, tick off what was done, and sign.</source>
        <translation>Print or save the report in Chinese or English, tick off what was done, and sign.</translation>
    </message>
    <message id="ui.guide.result">
        <source>The result: level, risk at this site, what drives it, and what can be changed.</source>
        <translation>The result: level, risk at this site, what drives it, and what can be changed.</translation>
    </message>
    <message id="ui.guide.skip">
        <source>Close the guide</source>
        <translation>Close the guide</translation>
    </message>
    <message id="ui.guide.step">
        <source>Step {number} of {count}</source>
        <translation>Step {number} of {count}</translation>
    </message>
    <message id="ui.guide.welcome">
        <source>Welcome</source>
        <translation>Welcome</translation>
    </message>
    <message id="ui.guide.welcome-note">
        <source>Three steps: drop the patient's images, answer what the console knows, print the report. Try it on the demonstration study; nothing can go wrong.</source>
        <translation>Three steps: drop the patient's images, answer what the console knows, print the report. Try it on the demonstration study; nothing can go wrong.</translation>
    </message>
    <message id="ui.language.en">
        <source>English</source>
        <translation>English</translation>
    </message>
    <message id="ui.language.tip">
        <source>Switch the language / 切换语言</source>
        <translation>Switch the language / 切换语言</translation>
    </message>
    <message id="ui.language.zh">
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message id="ui.masks.all-files">
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message id="ui.masks.folder">
        <source>Folder for the contours</source>
        <translation>Folder for the contours</translation>
    </message>
    <message id="ui.masks.kinds">
        <source>Mask files</source>
        <translation>Mask files</translation>
    </message>
    <message id="ui.masks.open">
        <source>Mask file: {title}</source>
        <translation>Mask file: {title}</translation>
    </message>
    <message id="ui.masks.opened">
        <source>{part} taken from {path}</source>
        <translation>{part} taken from {path}</translation>
    </message>
    <message id="ui.masks.reading">
        <source>Reading {path}…</source>
        <translation>Reading {path}…</translation>
    </message>
    <message id="ui.masks.which">
        <source>{path} holds several structures. Which one is meant?</source>
        <translation>{path} holds several structures. Which one is meant?</translation>
    </message>
    <message id="ui.masks.which-title">
        <source>Choose the structure</source>
        <translation>Choose the structure</translation>
    </message>
    <message id="ui.menu.case">
        <source>&amp;Case</source>
        <translation>&amp;Case</translation>
    </message>
    <message id="ui.menu.file">
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message id="ui.menu.help">
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message id="ui.menu.language">
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message id="ui.menu.theme">
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message id="ui.menu.tools">
        <source>&amp;Tools</source>
        <translation>&amp;Tools</translation>
    </message>
    <message id="ui.menu.view">
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message id="ui.menu.viewer-edit">
        <source>Contours</source>
        <translation>Contours</translation>
    </message>
    <message id="ui.menu.viewer-presets">
        <source>Window presets</source>
        <translation>Window presets</translation>
    </message>
    <message id="ui.menu.viewer-tools">
        <source>Mouse tools</source>
        <translation>Mouse tools</translation>
    </message>
    <message id="ui.menu.viewer-view">
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message id="ui.outcome-undone">
        <source>The outcome is as it was before.</source>
        <translation>The outcome is as it was before.</translation>
    </message>
    <message id="ui.packs.added">
        <source>added on this computer</source>
        <translation>added on this computer</translation>
    </message>
    <message id="ui.packs.attribution">
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message id="ui.packs.column-check">
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message id="ui.packs.column-detail">
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message id="ui.packs.column-engine">
        <source>Engine and device</source>
        <translation>Engine and device</translation>
    </message>
    <message id="ui.packs.column-model">
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message id="ui.packs.column-seconds">
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message id="ui.packs.column-subject">
        <source>On what</source>
        <translation>On what</translation>
    </message>
    <message id="ui.packs.column-time">
        <source>One run</source>
        <translation>One run</translation>
    </message>
    <message id="ui.packs.column-used">
        <source>Fastest</source>
        <translation>Fastest</translation>
    </message>
    <message id="ui.packs.engines-intro">
        <source>How long each engine takes for one run of each model on this computer. The fastest is used unless the settings name one.</source>
        <translation>How long each engine takes for one run of each model on this computer. The fastest is used unless the settings name one.</translation>
    </message>
    <message id="ui.packs.evidence">
        <source>Basis and sources</source>
        <translation>Basis and sources</translation>
    </message>
    <message id="ui.packs.failed">
        <source>FAILED</source>
        <translation>FAILED</translation>
    </message>
    <message id="ui.packs.fastest">
        <source>fastest</source>
        <translation>fastest</translation>
    </message>
    <message id="ui.packs.figures">
        <source>Validation figures</source>
        <translation>Validation figures</translation>
    </message>
    <message id="ui.packs.for-everyone">
        <source>for everyone on this computer; an administrator changes it</source>
        <translation>for everyone on this computer; an administrator changes it</translation>
    </message>
    <message id="ui.packs.install">
        <source>Install…</source>
        <translation>Install…</translation>
    </message>
    <message id="ui.packs.install-title">
        <source>Install a pack</source>
        <translation>Install a pack</translation>
    </message>
    <message id="ui.packs.intended-use">
        <source>Intended use</source>
        <translation>Intended use</translation>
    </message>
    <message id="ui.packs.is-default">
        <source>DEFAULT</source>
        <translation>DEFAULT</translation>
    </message>
    <message id="ui.packs.kind">
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message id="ui.packs.licence">
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message id="ui.packs.limits">
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message id="ui.packs.list">
        <source>Installed packs</source>
        <translation>Installed packs</translation>
    </message>
    <message id="ui.packs.make-default">
        <source>Set as default</source>
        <translation>Set as default</translation>
    </message>
    <message id="ui.packs.measure">
        <source>Test and measure</source>
        <translation>Test and measure</translation>
    </message>
    <message id="ui.packs.measuring">
        <source>The engines are being measured.</source>
        <translation>The engines are being measured.</translation>
    </message>
    <message id="ui.packs.no-card">
        <source>This pack has no model card.</source>
        <translation>This pack has no model card.</translation>
    </message>
    <message id="ui.packs.no-images">
        <source>none; it answers from what the console knows</source>
        <translation>none; it answers from what the console knows</translation>
    </message>
    <message id="ui.packs.no-models">
        <source>This pack has no models: it computes without an inference engine.</source>
        <translation>This pack has no models: it computes without an inference engine.</translation>
    </message>
    <message id="ui.packs.not-measured">
        <source>Not measured yet. This is done at the first use, or now with the button above.</source>
        <translation>Not measured yet. This is done at the first use, or now with the button above.</translation>
    </message>
    <message id="ui.packs.passed">
        <source>passed</source>
        <translation>passed</translation>
    </message>
    <message id="ui.packs.remove">
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message id="ui.packs.remove-question">
        <source>Remove the pack {pack} from this computer? Cases that it answered stay readable.</source>
        <translation>Remove the pack {pack} from this computer? Cases that it answered stay readable.</translation>
    </message>
    <message id="ui.packs.replace">
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message id="ui.packs.replace-question">
        <source>{pack} is installed in version {present}. Replace it by version {offered}?</source>
        <translation>{pack} is installed in version {present}. Replace it by version {offered}?</translation>
    </message>
    <message id="ui.packs.shipped">
        <source>shipped with the program</source>
        <translation>shipped with the program</translation>
    </message>
    <message id="ui.packs.status">
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message id="ui.packs.tab-card">
        <source>Model card</source>
        <translation>Model card</translation>
    </message>
    <message id="ui.packs.tab-engines">
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message id="ui.packs.tab-overview">
        <source>Purpose and sources</source>
        <translation>Purpose and sources</translation>
    </message>
    <message id="ui.packs.tab-test">
        <source>Self-test</source>
        <translation>Self-test</translation>
    </message>
    <message id="ui.packs.test">
        <source>Run self-test</source>
        <translation>Run self-test</translation>
    </message>
    <message id="ui.packs.test-intro">
        <source>The self-test runs the pack's own example on every engine of this computer, compares the result with the expected one, and makes a report in both languages. The engines are timed as well.</source>
        <translation>The self-test runs the pack's own example on every engine of this computer, compares the result with the expected one, and makes a report in both languages. The engines are timed as well.</translation>
    </message>
    <message id="ui.packs.testing">
        <source>The self-test is running.</source>
        <translation>The self-test is running.</translation>
    </message>
    <message id="ui.packs.title">
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message id="ui.panel.form-tip">
        <source>Show or hide the answers</source>
        <translation>Show or hide the answers</translation>
    </message>
    <message id="ui.panel.result-tip">
        <source>Show or hide the result</source>
        <translation>Show or hide the result</translation>
    </message>
    <message id="ui.recovery.dismiss">
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message id="ui.recovery.note">
        <source>{who}: what was entered is still there.</source>
        <translation>{who}: what was entered is still there.</translation>
    </message>
    <message id="ui.recovery.reopen">
        <source>Open it again</source>
        <translation>Open it again</translation>
    </message>
    <message id="ui.recovery.title">
        <source>The program ended unexpectedly while this case was open</source>
        <translation>The program ended unexpectedly while this case was open</translation>
    </message>
    <message id="ui.refusal.answers">
        <source>Check the answers in the form: those marked are wrong, or too many are unknown.</source>
        <translation>Check the answers in the form: those marked are wrong, or too many are unknown.</translation>
    </message>
    <message id="ui.refusal.contours">
        <source>Look at the contours; where they are wrong, correct them, and everything is computed again.</source>
        <translation>Look at the contours; where they are wrong, correct them, and everything is computed again.</translation>
    </message>
    <message id="ui.refusal.demonstration">
        <source>Use this pack to see and check contours and measurements. For a probability of a patient choose a pack whose numbers come from patients.</source>
        <translation>Use this pack to see and check contours and measurements. For a probability of a patient choose a pack whose numbers come from patients.</translation>
    </message>
    <message id="ui.refusal.do">
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message id="ui.refusal.drawing">
        <source>Draw the structure in the images or open its mask file; if a contour is in the wrong place, correct it.</source>
        <translation>Draw the structure in the images or open its mask file; if a contour is in the wrong place, correct it.</translation>
    </message>
    <message id="ui.refusal.missing">
        <source>Answers that are missing</source>
        <translation>Answers that are missing</translation>
    </message>
    <message id="ui.refusal.model">
        <source>The model has not learnt from images like these; do not try to work around this.</source>
        <translation>The model has not learnt from images like these; do not try to work around this.</translation>
    </message>
    <message id="ui.refusal.patient">
        <source>This pack is not made for this patient; choose another pack if there is one.</source>
        <translation>This pack is not made for this patient; choose another pack if there is one.</translation>
    </message>
    <message id="ui.refusal.protocol">
        <source>If this cannot be corrected, follow your department's protocol.</source>
        <translation>If this cannot be corrected, follow your department's protocol.</translation>
    </message>
    <message id="ui.refusal.region">
        <source>Look whether the region is in view and free of artefacts; if another series shows it, choose that one.</source>
        <translation>Look whether the region is in view and free of artefacts; if another series shows it, choose that one.</translation>
    </message>
    <message id="ui.refusal.series">
        <source>Choose another series of this examination, or add the files that are missing.</source>
        <translation>Choose another series of this examination, or add the files that are missing.</translation>
    </message>
    <message id="ui.refusal.why">
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message id="ui.report.fit-page">
        <source>Fit the page</source>
        <translation>Fit the page</translation>
    </message>
    <message id="ui.report.fit-width">
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
    <message id="ui.report.identity">
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message id="ui.report.identity-first">
        <source>Check the identity before signing.</source>
        <translation>Check the identity before signing.</translation>
    </message>
    <message id="ui.report.identity-unnamed">
        <source>This report names nobody. Close it and enter the name or the patient ID in the case first.</source>
        <translation>This report names nobody. Close it and enter the name or the patient ID in the case first.</translation>
    </message>
    <message id="ui.report.initials">
        <source>Initials</source>
        <translation>Initials</translation>
    </message>
    <message id="ui.report.initials-wanting">
        <source>Enter your initials first; they are printed beside the tick.</source>
        <translation>Enter your initials first; they are printed beside the tick.</translation>
    </message>
    <message id="ui.report.language">
        <source>Language of the report</source>
        <translation>Language of the report</translation>
    </message>
    <message id="ui.report.larger">
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message id="ui.report.locked">
        <source>Signed content cannot be changed. To correct it, start a new version and sign it again.</source>
        <translation>Signed content cannot be changed. To correct it, start a new version and sign it again.</translation>
    </message>
    <message id="ui.report.name">
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message id="ui.report.new-version">
        <source>New version</source>
        <translation>New version</translation>
    </message>
    <message id="ui.report.not-signed">
        <source>not signed</source>
        <translation>not signed</translation>
    </message>
    <message id="ui.report.pages">
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message id="ui.report.paper">
        <source>Paper size</source>
        <translation>Paper size</translation>
    </message>
    <message id="ui.report.print">
        <source>Print …</source>
        <translation>Print …</translation>
    </message>
    <message id="ui.report.printed">
        <source>Sent to the printer {where}</source>
        <translation>Sent to the printer {where}</translation>
    </message>
    <message id="ui.report.role-nurse">
        <source>Nurse</source>
        <translation>Nurse</translation>
    </message>
    <message id="ui.report.role-radiographer">
        <source>Radiographer</source>
        <translation>Radiographer</translation>
    </message>
    <message id="ui.report.role-radiologist">
        <source>Radiologist</source>
        <translation>Radiologist</translation>
    </message>
    <message id="ui.report.save-all">
        <source>Save all …</source>
        <translation>Save all …</translation>
    </message>
    <message id="ui.report.save-all-tip">
        <source>PDF, pictures of the pages and the record that it can be printed from again</source>
        <translation>PDF, pictures of the pages and the record that it can be printed from again</translation>
    </message>
    <message id="ui.report.save-pdf">
        <source>Save PDF …</source>
        <translation>Save PDF …</translation>
    </message>
    <message id="ui.report.saved">
        <source>Saved: {where}</source>
        <translation>Saved: {where}</translation>
    </message>
    <message id="ui.report.sign">
        <source>Sign …</source>
        <translation>Sign …</translation>
    </message>
    <message id="ui.report.sign-now">
        <source>Sign now</source>
        <translation>Sign now</translation>
    </message>
    <message id="ui.report.sign-off">
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message id="ui.report.sign-question">
        <source>Sign as {role}: {name}? A signature cannot be taken back.</source>
        <translation>Sign as {role}: {name}? A signature cannot be taken back.</translation>
    </message>
    <message id="ui.report.smaller">
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message id="ui.report.title">
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message id="ui.result.about">
        <source>Basis and sources</source>
        <translation>Basis and sources</translation>
    </message>
    <message id="ui.result.cancel">
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message id="ui.result.cancelling">
        <source>Stopping …</source>
        <translation>Stopping …</translation>
    </message>
    <message id="ui.result.check-contour">
        <source>Check the contour</source>
        <translation>Check the contour</translation>
    </message>
    <message id="ui.result.check-contour-tip">
        <source>Show where it is least certain, with the tools to correct it; Q leads to the next place</source>
        <translation>Show where it is least certain, with the tools to correct it; Q leads to the next place</translation>
    </message>
    <message id="ui.result.does-not-lower">
        <source>does not lower</source>
        <translation>does not lower</translation>
    </message>
    <message id="ui.result.empty-text">
        <source>Open a study, or fill in the form of a pack that needs no image.</source>
        <translation>Open a study, or fill in the form of a pack that needs no image.</translation>
    </message>
    <message id="ui.result.empty-title">
        <source>No result yet</source>
        <translation>No result yet</translation>
    </message>
    <message id="ui.result.factors">
        <source>Contributing factors</source>
        <translation>Contributing factors</translation>
    </message>
    <message id="ui.result.instead-of">
        <source>instead of {figure}</source>
        <translation>instead of {figure}</translation>
    </message>
    <message id="ui.result.key">
        <source>can be changed · odds against the average, 95 % interval</source>
        <translation>can be changed · odds against the average, 95 % interval</translation>
    </message>
    <message id="ui.result.more-findings">
        <source>and {count} more under “Quality gates”</source>
        <translation>and {count} more under “Quality gates”</translation>
    </message>
    <message id="ui.result.neutral">
        <source>no clear effect</source>
        <translation>no clear effect</translation>
    </message>
    <message id="ui.result.progress">
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message id="ui.result.report">
        <source>Open the report</source>
        <translation>Open the report</translation>
    </message>
    <message id="ui.result.retry">
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message id="ui.result.set-rate">
        <source>Set the event rate …</source>
        <translation>Set the event rate …</translation>
    </message>
    <message id="ui.result.severity-blocking">
        <source>Blocks the result</source>
        <translation>Blocks the result</translation>
    </message>
    <message id="ui.result.severity-note">
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message id="ui.result.severity-pass">
        <source>Passed</source>
        <translation>Passed</translation>
    </message>
    <message id="ui.result.severity-warning">
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message id="ui.result.show-structure">
        <source>Show it in the images</source>
        <translation>Show it in the images</translation>
    </message>
    <message id="ui.result.take-over">
        <source>Enter in the form</source>
        <translation>Enter in the form</translation>
    </message>
    <message id="ui.result.updating">
        <source>Out of date: being computed again</source>
        <translation>Out of date: being computed again</translation>
    </message>
    <message id="ui.result.what-if">
        <source>What if</source>
        <translation>What if</translation>
    </message>
    <message id="ui.result.what-if-tip">
        <source>Shows at once what this change would do, alone or with others.</source>
        <translation>Shows at once what this change would do, alone or with others.</translation>
    </message>
    <message id="ui.result.with-changes">
        <source>With the chosen changes</source>
        <translation>With the chosen changes</translation>
    </message>
    <message id="ui.settings.browse">
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message id="ui.settings.default-pack">
        <source>Default pack</source>
        <translation>Default pack</translation>
    </message>
    <message id="ui.settings.default-pack-hint">
        <source>A study is screened with it as soon as it is opened.</source>
        <translation>A study is screened with it as soon as it is opened.</translation>
    </message>
    <message id="ui.settings.engine">
        <source>Engine and device</source>
        <translation>Engine and device</translation>
    </message>
    <message id="ui.settings.engine-fastest">
        <source>the fastest on this computer</source>
        <translation>the fastest on this computer</translation>
    </message>
    <message id="ui.settings.engine-hint">
        <source>Change this only if a calculation fails: the fastest is found by measuring.</source>
        <translation>Change this only if a calculation fails: the fastest is found by measuring.</translation>
    </message>
    <message id="ui.settings.intro">
        <source>These settings apply to this user on this computer. Settings of the hospital are in the site profile.</source>
        <translation>These settings apply to this user on this computer. Settings of the hospital are in the site profile.</translation>
    </message>
    <message id="ui.settings.language">
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message id="ui.settings.language-system">
        <source>as the system</source>
        <translation>as the system</translation>
    </message>
    <message id="ui.settings.missing">
        <source>{name} (not on this computer)</source>
        <translation>{name} (not on this computer)</translation>
    </message>
    <message id="ui.settings.pack-site">
        <source>as the site profile says</source>
        <translation>as the site profile says</translation>
    </message>
    <message id="ui.settings.seconds">
        <source>s</source>
        <translation>s</translation>
    </message>
    <message id="ui.settings.theme">
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message id="ui.settings.theme-dark">
        <source>dark</source>
        <translation>dark</translation>
    </message>
    <message id="ui.settings.theme-light">
        <source>light</source>
        <translation>light</translation>
    </message>
    <message id="ui.settings.theme-system">
        <source>as the system</source>
        <translation>as the system</translation>
    </message>
    <message id="ui.settings.title">
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message id="ui.settings.user">
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message id="ui.settings.user-hint">
        <source>Appears on signed reports and in the audit log.</source>
        <translation>Appears on signed reports and in the audit log.</translation>
    </message>
    <message id="ui.settings.watched">
        <source>Incoming folder</source>
        <translation>Incoming folder</translation>
    </message>
    <message id="ui.settings.watched-hint">
        <source>New studies in this folder are listed automatically.</source>
        <translation>New studies in this folder are listed automatically.</translation>
    </message>
    <message id="ui.settings.watched-missing">
        <source>{path} is not a folder on this computer. Choose another one, or leave it empty.</source>
        <translation>{path} is not a folder on this computer. Choose another one, or leave it empty.</translation>
    </message>
    <message id="ui.settings.watched-none">
        <source>none is watched</source>
        <translation>none is watched</translation>
    </message>
    <message id="ui.settings.watched-quiet-s">
        <source>Quiet time</source>
        <translation>Quiet time</translation>
    </message>
    <message id="ui.settings.watched-quiet-s-hint">
        <source>A study is opened when none of its files has arrived or grown for this long.</source>
        <translation>A study is opened when none of its files has arrived or grown for this long.</translation>
    </message>
    <message id="ui.shortcuts.intro">
        <source>Everything works without a mouse.</source>
        <translation>Everything works without a mouse.</translation>
    </message>
    <message id="ui.shortcuts.none">
        <source>No keys are set.</source>
        <translation>No keys are set.</translation>
    </message>
    <message id="ui.shortcuts.space">
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message id="ui.shortcuts.title">
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message id="ui.signed.begin">
        <source>Start version {next}</source>
        <translation>Start version {next}</translation>
    </message>
    <message id="ui.signed.earlier">
        <source>version {version} is signed, this one is not</source>
        <translation>version {version} is signed, this one is not</translation>
    </message>
    <message id="ui.signed.keep">
        <source>Keep version {version}</source>
        <translation>Keep version {version}</translation>
    </message>
    <message id="ui.signed.name">
        <source>Signatures and versions</source>
        <translation>Signatures and versions</translation>
    </message>
    <message id="ui.signed.question">
        <source>Version {version} was signed: {who}.</source>
        <translation>Version {version} was signed: {who}.</translation>
    </message>
    <message id="ui.signed.question-note">
        <source>The current input gives a different result or report. Start version {next}, which must be signed again? Version {version} stays in the list of signed versions.</source>
        <translation>The current input gives a different result or report. Start version {next}, which must be signed again? Version {version} stays in the list of signed versions.</translation>
    </message>
    <message id="ui.signed.signed">
        <source>signed, version {version}</source>
        <translation>signed, version {version}</translation>
    </message>
    <message id="ui.signed.tip">
        <source>Nobody has signed this version. Open the report to sign.</source>
        <translation>Nobody has signed this version. Open the report to sign.</translation>
    </message>
    <message id="ui.signed.unsigned">
        <source>not signed, version {version}</source>
        <translation>not signed, version {version}</translation>
    </message>
    <message id="ui.site.actions-en">
        <source>Actions in English</source>
        <translation>Actions in English</translation>
    </message>
    <message id="ui.site.actions-of-en">
        <source>Actions at {tier}, in English</source>
        <translation>Actions at {tier}, in English</translation>
    </message>
    <message id="ui.site.actions-of-zh">
        <source>Actions at {tier}, in Chinese</source>
        <translation>Actions at {tier}, in Chinese</translation>
    </message>
    <message id="ui.site.actions-zh">
        <source>Actions in Chinese</source>
        <translation>Actions in Chinese</translation>
    </message>
    <message id="ui.site.agent-add">
        <source>Add an agent</source>
        <translation>Add an agent</translation>
    </message>
    <message id="ui.site.agent-citation">
        <source>Label (source)</source>
        <translation>Label (source)</translation>
    </message>
    <message id="ui.site.agent-id">
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message id="ui.site.agent-iodine-mg-ml">
        <source>Iodine, mg/mL</source>
        <translation>Iodine, mg/mL</translation>
    </message>
    <message id="ui.site.agent-label-en">
        <source>Name in English</source>
        <translation>Name in English</translation>
    </message>
    <message id="ui.site.agent-label-zh">
        <source>Name in Chinese</source>
        <translation>Name in Chinese</translation>
    </message>
    <message id="ui.site.agent-remove">
        <source>Remove the row</source>
        <translation>Remove the row</translation>
    </message>
    <message id="ui.site.agent-twice">
        <source>The id {id} occurs twice; each agent needs its own.</source>
        <translation>The id {id} occurs twice; each agent needs its own.</translation>
    </message>
    <message id="ui.site.agent-viscosity-mpa-s">
        <source>Viscosity, mPa·s</source>
        <translation>Viscosity, mPa·s</translation>
    </message>
    <message id="ui.site.agent-without-id">
        <source>Row {row} needs an id, such as iohexol-350.</source>
        <translation>Row {row} needs an id, such as iohexol-350.</translation>
    </message>
    <message id="ui.site.agents-hint">
        <source>The contrast agents that the site stocks. Double-click or F2 changes a cell. Viscosity is that at body temperature, from the label that the last column names.</source>
        <translation>The contrast agents that the site stocks. Double-click or F2 changes a cell. Viscosity is that at body temperature, from the label that the last column names.</translation>
    </message>
    <message id="ui.site.begins">
        <source>Begins at a risk of</source>
        <translation>Begins at a risk of</translation>
    </message>
    <message id="ui.site.begins-of">
        <source>Risk in percent from which {tier} begins</source>
        <translation>Risk in percent from which {tier} begins</translation>
    </message>
    <message id="ui.site.below-all">
        <source>everyone else</source>
        <translation>everyone else</translation>
    </message>
    <message id="ui.site.copy-actions">
        <source>Begin with the pack's actions at {tier}</source>
        <translation>Begin with the pack's actions at {tier}</translation>
    </message>
    <message id="ui.site.counted">
        <source>Number of {counted}</source>
        <translation>Number of {counted}</translation>
    </message>
    <message id="ui.site.cover-after-minutes">
        <source>Cover the windows after minutes without use</source>
        <translation>Cover the windows after minutes without use</translation>
    </message>
    <message id="ui.site.cover-never">
        <source>empty: never</source>
        <translation>empty: never</translation>
    </message>
    <message id="ui.site.cut-off-contradicts">
        <source>This tier must begin at {least:g} times the event rate at least, {needed:.3g} %, or its word contradicts the figure beside it.</source>
        <translation>This tier must begin at {least:g} times the event rate at least, {needed:.3g} %, or its word contradicts the figure beside it.</translation>
    </message>
    <message id="ui.site.cut-off-far">
        <source>The lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Please check.</source>
        <translation>The lowest tier reaches up to {percent} %, {times:.0f} times the event rate; nearly everyone will fall into it. Please check.</translation>
    </message>
    <message id="ui.site.cut-off-missing">
        <source>Enter from which risk the tier “{tier}” begins.</source>
        <translation>Enter from which risk the tier “{tier}” begins.</translation>
    </message>
    <message id="ui.site.cut-off-order">
        <source>The tier “{higher}” must begin at a higher risk than “{lower}”.</source>
        <translation>The tier “{higher}” must begin at a higher risk than “{lower}”.</translation>
    </message>
    <message id="ui.site.cut-offs-unused">
        <source>Without an event rate the cut-offs are not used; tiers are shares of the reference population. Set the rate on the page before this one.</source>
        <translation>Without an event rate the cut-offs are not used; tiers are shares of the reference population. Set the rate on the page before this one.</translation>
    </message>
    <message id="ui.site.damaged-action">
        <source>Put it aside</source>
        <translation>Put it aside</translation>
    </message>
    <message id="ui.site.damaged-question">
        <source>The site profile cannot be read. Put it aside (it is renamed and kept) and start a new one? Until then no study can be screened.</source>
        <translation>The site profile cannot be read. Put it aside (it is renamed and kept) and start a new one? Until then no study can be screened.</translation>
    </message>
    <message id="ui.site.default-pack">
        <source>Default pack</source>
        <translation>Default pack</translation>
    </message>
    <message id="ui.site.events">
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message id="ui.site.events-of">
        <source>events in</source>
        <translation>events in</translation>
    </message>
    <message id="ui.site.export">
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message id="ui.site.export-title">
        <source>Export the site profile</source>
        <translation>Export the site profile</translation>
    </message>
    <message id="ui.site.exported">
        <source>Written to {path}.</source>
        <translation>Written to {path}.</translation>
    </message>
    <message id="ui.site.fault">
        <source>The entry {problem}.</source>
        <translation>The entry {problem}.</translation>
    </message>
    <message id="ui.site.fault-empty-text">
        <source>The text in this language is missing. Write as many lines in both languages.</source>
        <translation>The text in this language is missing. Write as many lines in both languages.</translation>
    </message>
    <message id="ui.site.fault-greater_than_equal">
        <source>The percentage must be from 0 to 100.</source>
        <translation>The percentage must be from 0 to 100.</translation>
    </message>
    <message id="ui.site.fault-less_than_equal">
        <source>The percentage must be from 0 to 100.</source>
        <translation>The percentage must be from 0 to 100.</translation>
    </message>
    <message id="ui.site.fault-prevalence-counts">
        <source>Enter at least one event, and fewer events than there are cases in all.</source>
        <translation>Enter at least one event, and fewer events than there are cases in all.</translation>
    </message>
    <message id="ui.site.fault-prevalence-form">
        <source>Enter both counts, or the rate.</source>
        <translation>Enter both counts, or the rate.</translation>
    </message>
    <message id="ui.site.fault-prevalence-rate">
        <source>The rate must be above 0 % and below 100 %.</source>
        <translation>The rate must be above 0 % and below 100 %.</translation>
    </message>
    <message id="ui.site.faults">
        <source>Not ready to be saved: {count} {count:entry|entries} to correct, marked where {count:it stands|they stand}.</source>
        <translation>Not ready to be saved: {count} {count:entry|entries} to correct, marked where {count:it stands|they stand}.</translation>
    </message>
    <message id="ui.site.import">
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message id="ui.site.import-title">
        <source>Import a site profile</source>
        <translation>Import a site profile</translation>
    </message>
    <message id="ui.site.imported">
        <source>Read from {path}. It is used once it is saved.</source>
        <translation>Read from {path}. It is used once it is saved.</translation>
    </message>
    <message id="ui.site.kind">
        <source>Site profiles</source>
        <translation>Site profiles</translation>
    </message>
    <message id="ui.site.language">
        <source>Language of reports</source>
        <translation>Language of reports</translation>
    </message>
    <message id="ui.site.language-own">
        <source>as the program</source>
        <translation>as the program</translation>
    </message>
    <message id="ui.site.max-image-age-days">
        <source>Oldest images without a warning (days)</source>
        <translation>Oldest images without a warning (days)</translation>
    </message>
    <message id="ui.site.module-unknown">
        <source>{module} (in no pack)</source>
        <translation>{module} (in no pack)</translation>
    </message>
    <message id="ui.site.modules-hint">
        <source>Groups of factors that were not estimated together with the others. They are off unless the site switches them on.</source>
        <translation>Groups of factors that were not estimated together with the others. They are off unless the site switches them on.</translation>
    </message>
    <message id="ui.site.name">
        <source>Name of the site</source>
        <translation>Name of the site</translation>
    </message>
    <message id="ui.site.no-actions">
        <source>none</source>
        <translation>none</translation>
    </message>
    <message id="ui.site.no-default-pack">
        <source>none; the user chooses</source>
        <translation>none; the user chooses</translation>
    </message>
    <message id="ui.site.no-modules">
        <source>No installed pack has optional modules.</source>
        <translation>No installed pack has optional modules.</translation>
    </message>
    <message id="ui.site.no-population">
        <source>No installed pack has a reference population.</source>
        <translation>No installed pack has a reference population.</translation>
    </message>
    <message id="ui.site.no-rates">
        <source>No installed pack has a use for an event rate.</source>
        <translation>No installed pack has a use for an event rate.</translation>
    </message>
    <message id="ui.site.no-tiers">
        <source>No installed pack has tiers.</source>
        <translation>No installed pack has tiers.</translation>
    </message>
    <message id="ui.site.outcome">
        <source>outcome {outcome}</source>
        <translation>outcome {outcome}</translation>
    </message>
    <message id="ui.site.outcome-unknown">
        <source>outcome {outcome}; no installed pack predicts it, and the entry is kept</source>
        <translation>outcome {outcome}; no installed pack predicts it, and the entry is kept</translation>
    </message>
    <message id="ui.site.own-cut-offs">
        <source>Use the site's own cut-offs</source>
        <translation>Use the site's own cut-offs</translation>
    </message>
    <message id="ui.site.pack-missing">
        <source>{pack} (not installed)</source>
        <translation>{pack} (not installed)</translation>
    </message>
    <message id="ui.site.paper">
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message id="ui.site.population-adds-up">
        <source>Sum {sum} %; it must be 100 %.</source>
        <translation>Sum {sum} %; it must be 100 %.</translation>
    </message>
    <message id="ui.site.population-answers">
        <source>Enter a share for each answer.</source>
        <translation>Enter a share for each answer.</translation>
    </message>
    <message id="ui.site.population-hint">
        <source>An unknown answer is averaged over the patients that the risk is read against. These are the pack's unless the site gives its own.</source>
        <translation>An unknown answer is averaged over the patients that the risk is read against. These are the pack's unless the site gives its own.</translation>
    </message>
    <message id="ui.site.population-is-own">
        <source>{predictor} · own</source>
        <translation>{predictor} · own</translation>
    </message>
    <message id="ui.site.population-mean">
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message id="ui.site.population-number">
        <source>Enter mean and standard deviation.</source>
        <translation>Enter mean and standard deviation.</translation>
    </message>
    <message id="ui.site.population-own">
        <source>Use the site's own figures</source>
        <translation>Use the site's own figures</translation>
    </message>
    <message id="ui.site.population-pack">
        <source>pack: {value}</source>
        <translation>pack: {value}</translation>
    </message>
    <message id="ui.site.population-range">
        <source>The mean must lie from {low} to {high}, and the standard deviation above 0 and at most {widest}.</source>
        <translation>The mean must lie from {low} to {high}, and the standard deviation above 0 and at most {widest}.</translation>
    </message>
    <message id="ui.site.population-sd">
        <source>Standard deviation</source>
        <translation>Standard deviation</translation>
    </message>
    <message id="ui.site.population-sum">
        <source>The shares must be from 0 to 100 % and sum to 100 %; they sum to {sum} %.</source>
        <translation>The shares must be from 0 to 100 % and sum to 100 %; they sum to {sum} %.</translation>
    </message>
    <message id="ui.site.population-whole">
        <source>Sum {sum} %</source>
        <translation>Sum {sum} %</translation>
    </message>
    <message id="ui.site.predictor-unknown">
        <source>In no installed pack; the entry is kept</source>
        <translation>In no installed pack; the entry is kept</translation>
    </message>
    <message id="ui.site.protocol">
        <source>Protocol of the site</source>
        <translation>Protocol of the site</translation>
    </message>
    <message id="ui.site.protocol-en">
        <source>In English</source>
        <translation>In English</translation>
    </message>
    <message id="ui.site.protocol-hint">
        <source>Printed with the report. Write it in both languages.</source>
        <translation>Printed with the report. Write it in both languages.</translation>
    </message>
    <message id="ui.site.protocol-zh">
        <source>In Chinese</source>
        <translation>In Chinese</translation>
    </message>
    <message id="ui.site.rate">
        <source>Rate in percent</source>
        <translation>Rate in percent</translation>
    </message>
    <message id="ui.site.rate-between">
        <source>Rate {rate}, 95 % interval {low} to {high}.</source>
        <translation>Rate {rate}, 95 % interval {low} to {high}.</translation>
    </message>
    <message id="ui.site.rate-counts">
        <source>counts</source>
        <translation>counts</translation>
    </message>
    <message id="ui.site.rate-high">
        <source>{percent} % is above the {limit} % that the pack takes for plausible. Please check: every percentage and tier of the site rests on it.</source>
        <translation>{percent} % is above the {limit} % that the pack takes for plausible. Please check: every percentage and tier of the site rests on it.</translation>
    </message>
    <message id="ui.site.rate-is">
        <source>Rate {rate}; its uncertainty is not known.</source>
        <translation>Rate {rate}; its uncertainty is not known.</translation>
    </message>
    <message id="ui.site.rate-kind">
        <source>What is known of the rate</source>
        <translation>What is known of the rate</translation>
    </message>
    <message id="ui.site.rate-share">
        <source>a rate</source>
        <translation>a rate</translation>
    </message>
    <message id="ui.site.rate-unknown">
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message id="ui.site.rates-hint">
        <source>How often the outcome happens here. Without it no absolute percentage is shown. Counts are best: they also show how certain the rate is.</source>
        <translation>How often the outcome happens here. Without it no absolute percentage is shown. Counts are best: they also show how certain the rate is.</translation>
    </message>
    <message id="ui.site.source">
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message id="ui.site.source-hint">
        <source>own register 2024, for example; printed on the report</source>
        <translation>own register 2024, for example; printed on the report</translation>
    </message>
    <message id="ui.site.tab-agents">
        <source>Contrast agents</source>
        <translation>Contrast agents</translation>
    </message>
    <message id="ui.site.tab-general">
        <source>General</source>
        <translation>General</translation>
    </message>
    <message id="ui.site.tab-modules">
        <source>Optional modules</source>
        <translation>Optional modules</translation>
    </message>
    <message id="ui.site.tab-population">
        <source>Own patients</source>
        <translation>Own patients</translation>
    </message>
    <message id="ui.site.tab-rates">
        <source>Event rates</source>
        <translation>Event rates</translation>
    </message>
    <message id="ui.site.tab-tiers">
        <source>Tiers and actions</source>
        <translation>Tiers and actions</translation>
    </message>
    <message id="ui.site.tier">
        <source>Tier</source>
        <translation>Tier</translation>
    </message>
    <message id="ui.site.tier-unknown">
        <source>{tier} (in no pack)</source>
        <translation>{tier} (in no pack)</translation>
    </message>
    <message id="ui.site.tiers-hint">
        <source>Where each tier begins is the site's decision; without own cut-offs the pack's shares of the reference population are used. Actions: one a line, the same lines in both languages; left empty, the pack's stand (shown in grey).</source>
        <translation>Where each tier begins is the site's decision; without own cut-offs the pack's shares of the reference population are used. Actions: one a line, the same lines in both languages; left empty, the pack's stand (shown in grey).</translation>
    </message>
    <message id="ui.site.times">
        <source>{counted}</source>
        <translation>{counted}</translation>
    </message>
    <message id="ui.site.title">
        <source>Site profile</source>
        <translation>Site profile</translation>
    </message>
    <message id="ui.start.all-cases">
        <source>All cases …</source>
        <translation>All cases …</translation>
    </message>
    <message id="ui.start.case">
        <source>{who} · {state} · {when}</source>
        <translation>{who} · {state} · {when}</translation>
    </message>
    <message id="ui.start.demo">
        <source>Demonstration study</source>
        <translation>Demonstration study</translation>
    </message>
    <message id="ui.start.demo-tip">
        <source>Try everything on a study that the program makes itself</source>
        <translation>Try everything on a study that the program makes itself</translation>
    </message>
    <message id="ui.start.drop">
        <source>Drop a CT study here</source>
        <translation>Drop a CT study here</translation>
    </message>
    <message id="ui.start.drop-note">
        <source>Folder, zip, DICOMDIR or disc. The right series is chosen and screening starts automatically.</source>
        <translation>Folder, zip, DICOMDIR or disc. The right series is chosen and screening starts automatically.</translation>
    </message>
    <message id="ui.start.file">
        <source>Open files …</source>
        <translation>Open files …</translation>
    </message>
    <message id="ui.start.file-tip">
        <source>Open a zip archive, a DICOMDIR or single images</source>
        <translation>Open a zip archive, a DICOMDIR or single images</translation>
    </message>
    <message id="ui.start.folder">
        <source>Open folder …</source>
        <translation>Open folder …</translation>
    </message>
    <message id="ui.start.folder-tip">
        <source>Open a folder or a disc with DICOM files</source>
        <translation>Open a folder or a disc with DICOM files</translation>
    </message>
    <message id="ui.start.form">
        <source>Without images …</source>
        <translation>Without images …</translation>
    </message>
    <message id="ui.start.form-tip">
        <source>Answer the form of a pack that needs no image</source>
        <translation>Answer the form of a pack that needs no image</translation>
    </message>
    <message id="ui.start.next">
        <source>Opens with: {title}</source>
        <translation>Opens with: {title}</translation>
    </message>
    <message id="ui.start.none-found">
        <source>No case is found.</source>
        <translation>No case is found.</translation>
    </message>
    <message id="ui.start.none-yet">
        <source>No case yet. What you open is kept on this computer only.</source>
        <translation>No case yet. What you open is kept on this computer only.</translation>
    </message>
    <message id="ui.start.recent">
        <source>Recent cases</source>
        <translation>Recent cases</translation>
    </message>
    <message id="ui.start.search">
        <source>Search by name, number or date</source>
        <translation>Search by name, number or date</translation>
    </message>
    <message id="ui.state.choosing">
        <source>which patient or examination?</source>
        <translation>which patient or examination?</translation>
    </message>
    <message id="ui.state.deciding">
        <source>begin a new version?</source>
        <translation>begin a new version?</translation>
    </message>
    <message id="ui.state.failed">
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message id="ui.state.scanning">
        <source>reading headers</source>
        <translation>reading headers</translation>
    </message>
    <message id="ui.state.stopped">
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message id="ui.state.working">
        <source>working</source>
        <translation>working</translation>
    </message>
    <message id="ui.strip.series">
        <source>Series {number}: {name}, {count} {count:slice|slices}</source>
        <translation>Series {number}: {name}, {count} {count:slice|slices}</translation>
    </message>
    <message id="ui.strip.title">
        <source>Series of the examination</source>
        <translation>Series of the examination</translation>
    </message>
    <message id="ui.theme.tip">
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message id="ui.training.folder">
        <source>Folder of the site's training</source>
        <translation>Folder of the site's training</translation>
    </message>
    <message id="ui.user-guide.after">
        <source>Next place (Enter or F3)</source>
        <translation>Next place (Enter or F3)</translation>
    </message>
    <message id="ui.user-guide.before">
        <source>Previous place (Shift+F3)</source>
        <translation>Previous place (Shift+F3)</translation>
    </message>
    <message id="ui.user-guide.chapters">
        <source>Chapters</source>
        <translation>Chapters</translation>
    </message>
    <message id="ui.user-guide.found">
        <source>{number} of {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message id="ui.user-guide.not-found">
        <source>not found</source>
        <translation>not found</translation>
    </message>
    <message id="ui.user-guide.search">
        <source>Search the guide</source>
        <translation>Search the guide</translation>
    </message>
    <message id="ui.user-guide.title">
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message id="ui.versions.intro">
        <source>What was signed stays as it was signed. Each version can be opened, printed and saved again.</source>
        <translation>What was signed stays as it was signed. Each version can be opened, printed and saved again.</translation>
    </message>
    <message id="ui.versions.open">
        <source>Open this version</source>
        <translation>Open this version</translation>
    </message>
    <message id="ui.versions.pack">
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message id="ui.versions.result">
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message id="ui.versions.signed">
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message id="ui.versions.title">
        <source>Signed versions</source>
        <translation>Signed versions</translation>
    </message>
    <message id="ui.versions.version">
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message id="ui.viewer.action.alone">
        <source>One pane alone, or all</source>
        <translation>One pane alone, or all</translation>
    </message>
    <message id="ui.viewer.action.angle">
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message id="ui.viewer.action.bone">
        <source>Bone in 3-D</source>
        <translation>Bone in 3-D</translation>
    </message>
    <message id="ui.viewer.action.brush">
        <source>Brush</source>
        <translation>Brush</translation>
    </message>
    <message id="ui.viewer.action.brush-larger">
        <source>Larger brush</source>
        <translation>Larger brush</translation>
    </message>
    <message id="ui.viewer.action.brush-smaller">
        <source>Smaller brush</source>
        <translation>Smaller brush</translation>
    </message>
    <message id="ui.viewer.action.brush-solid">
        <source>3-D brush</source>
        <translation>3-D brush</translation>
    </message>
    <message id="ui.viewer.action.by-density">
        <source>By density</source>
        <translation>By density</translation>
    </message>
    <message id="ui.viewer.action.cine">
        <source>Play or stop cine</source>
        <translation>Play or stop cine</translation>
    </message>
    <message id="ui.viewer.action.clear">
        <source>Delete contour</source>
        <translation>Delete contour</translation>
    </message>
    <message id="ui.viewer.action.clear-slice">
        <source>Delete in this slice</source>
        <translation>Delete in this slice</translation>
    </message>
    <message id="ui.viewer.action.contours">
        <source>Show contour lines</source>
        <translation>Show contour lines</translation>
    </message>
    <message id="ui.viewer.action.corner-text">
        <source>Text in the corners</source>
        <translation>Text in the corners</translation>
    </message>
    <message id="ui.viewer.action.crosshair">
        <source>Crosshair</source>
        <translation>Crosshair</translation>
    </message>
    <message id="ui.viewer.action.doubt-before">
        <source>Previous uncertain place</source>
        <translation>Previous uncertain place</translation>
    </message>
    <message id="ui.viewer.action.doubt-next">
        <source>Next uncertain place</source>
        <translation>Next uncertain place</translation>
    </message>
    <message id="ui.viewer.action.edit">
        <source>Edit contours</source>
        <translation>Edit contours</translation>
    </message>
    <message id="ui.viewer.action.ellipse">
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message id="ui.viewer.action.erase">
        <source>Eraser</source>
        <translation>Eraser</translation>
    </message>
    <message id="ui.viewer.action.fill-between">
        <source>Fill between slices</source>
        <translation>Fill between slices</translation>
    </message>
    <message id="ui.viewer.action.fill-holes">
        <source>Fill holes</source>
        <translation>Fill holes</translation>
    </message>
    <message id="ui.viewer.action.fills">
        <source>Fill structures</source>
        <translation>Fill structures</translation>
    </message>
    <message id="ui.viewer.action.fit">
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message id="ui.viewer.action.grow">
        <source>Grow</source>
        <translation>Grow</translation>
    </message>
    <message id="ui.viewer.action.invert">
        <source>Invert grey</source>
        <translation>Invert grey</translation>
    </message>
    <message id="ui.viewer.action.keep-others">
        <source>Keep other structures</source>
        <translation>Keep other structures</translation>
    </message>
    <message id="ui.viewer.action.lasso">
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message id="ui.viewer.action.layout-axial">
        <source>Axial large</source>
        <translation>Axial large</translation>
    </message>
    <message id="ui.viewer.action.layout-coronal">
        <source>Coronal large</source>
        <translation>Coronal large</translation>
    </message>
    <message id="ui.viewer.action.layout-grid">
        <source>Four panes</source>
        <translation>Four panes</translation>
    </message>
    <message id="ui.viewer.action.layout-sagittal">
        <source>Sagittal large</source>
        <translation>Sagittal large</translation>
    </message>
    <message id="ui.viewer.action.layout-solid">
        <source>3-D large</source>
        <translation>3-D large</translation>
    </message>
    <message id="ui.viewer.action.length">
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message id="ui.viewer.action.measurement-delete">
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message id="ui.viewer.action.measurement-delete-all">
        <source>Delete all measurements</source>
        <translation>Delete all measurements</translation>
    </message>
    <message id="ui.viewer.action.navigate">
        <source>Navigate</source>
        <translation>Navigate</translation>
    </message>
    <message id="ui.viewer.action.pan">
        <source>Pan</source>
        <translation>Pan</translation>
    </message>
    <message id="ui.viewer.action.preset-angiography">
        <source>CT angiography</source>
        <translation>CT angiography</translation>
    </message>
    <message id="ui.viewer.action.preset-bone">
        <source>Bone</source>
        <translation>Bone</translation>
    </message>
    <message id="ui.viewer.action.preset-brain">
        <source>Brain</source>
        <translation>Brain</translation>
    </message>
    <message id="ui.viewer.action.preset-fat">
        <source>Fat</source>
        <translation>Fat</translation>
    </message>
    <message id="ui.viewer.action.preset-full">
        <source>All values</source>
        <translation>All values</translation>
    </message>
    <message id="ui.viewer.action.preset-lung">
        <source>Lung</source>
        <translation>Lung</translation>
    </message>
    <message id="ui.viewer.action.preset-mediastinum">
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message id="ui.viewer.action.preset-metal">
        <source>Metal</source>
        <translation>Metal</translation>
    </message>
    <message id="ui.viewer.action.preset-soft">
        <source>Soft tissue</source>
        <translation>Soft tissue</translation>
    </message>
    <message id="ui.viewer.action.preset-vessel">
        <source>Vessel</source>
        <translation>Vessel</translation>
    </message>
    <message id="ui.viewer.action.redo">
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message id="ui.viewer.action.reset">
        <source>Back to the model</source>
        <translation>Back to the model</translation>
    </message>
    <message id="ui.viewer.action.screenshot">
        <source>Screenshot</source>
        <translation>Screenshot</translation>
    </message>
    <message id="ui.viewer.action.side-back">
        <source>3-D from the back</source>
        <translation>3-D from the back</translation>
    </message>
    <message id="ui.viewer.action.side-feet">
        <source>3-D from the feet</source>
        <translation>3-D from the feet</translation>
    </message>
    <message id="ui.viewer.action.side-front">
        <source>3-D from the front</source>
        <translation>3-D from the front</translation>
    </message>
    <message id="ui.viewer.action.side-head">
        <source>3-D from the head</source>
        <translation>3-D from the head</translation>
    </message>
    <message id="ui.viewer.action.side-left">
        <source>3-D from the patient's left</source>
        <translation>3-D from the patient's left</translation>
    </message>
    <message id="ui.viewer.action.side-right">
        <source>3-D from the patient's right</source>
        <translation>3-D from the patient's right</translation>
    </message>
    <message id="ui.viewer.action.slab-mean">
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message id="ui.viewer.action.slab-minip">
        <source>MinIP (least value)</source>
        <translation>MinIP (least value)</translation>
    </message>
    <message id="ui.viewer.action.slab-mip">
        <source>MIP (greatest value)</source>
        <translation>MIP (greatest value)</translation>
    </message>
    <message id="ui.viewer.action.slab-next">
        <source>Next kind of slab</source>
        <translation>Next kind of slab</translation>
    </message>
    <message id="ui.viewer.action.slab-single">
        <source>Single slices</source>
        <translation>Single slices</translation>
    </message>
    <message id="ui.viewer.action.slab-thicker">
        <source>Thicker slab</source>
        <translation>Thicker slab</translation>
    </message>
    <message id="ui.viewer.action.slab-thinner">
        <source>Thinner slab</source>
        <translation>Thinner slab</translation>
    </message>
    <message id="ui.viewer.action.slice-down">
        <source>Previous slice (feet, front, right)</source>
        <translation>Previous slice (feet, front, right)</translation>
    </message>
    <message id="ui.viewer.action.slice-first">
        <source>First slice</source>
        <translation>First slice</translation>
    </message>
    <message id="ui.viewer.action.slice-last">
        <source>Last slice</source>
        <translation>Last slice</translation>
    </message>
    <message id="ui.viewer.action.slice-up">
        <source>Next slice (head, back, left)</source>
        <translation>Next slice (head, back, left)</translation>
    </message>
    <message id="ui.viewer.action.smooth">
        <source>Smooth</source>
        <translation>Smooth</translation>
    </message>
    <message id="ui.viewer.action.structure-before">
        <source>Previous structure</source>
        <translation>Previous structure</translation>
    </message>
    <message id="ui.viewer.action.structure-next">
        <source>Next structure</source>
        <translation>Next structure</translation>
    </message>
    <message id="ui.viewer.action.undo">
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message id="ui.viewer.action.window">
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message id="ui.viewer.action.zoom">
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message id="ui.viewer.action.zoom-in">
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message id="ui.viewer.action.zoom-out">
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message id="ui.viewer.cine.rate">
        <source>{value} pictures a second</source>
        <translation>{value} pictures a second</translation>
    </message>
    <message id="ui.viewer.corner.place">
        <source>At {place} mm</source>
        <translation>At {place} mm</translation>
    </message>
    <message id="ui.viewer.corner.slab">
        <source>{mode} {thickness} mm</source>
        <translation>{mode} {thickness} mm</translation>
    </message>
    <message id="ui.viewer.corner.slice">
        <source>Slice {number}/{count}</source>
        <translation>Slice {number}/{count}</translation>
    </message>
    <message id="ui.viewer.corner.window">
        <source>W {width}  L {level}</source>
        <translation>W {width}  L {level}</translation>
    </message>
    <message id="ui.viewer.corner.zoom">
        <source>Zoom {zoom} %</source>
        <translation>Zoom {zoom} %</translation>
    </message>
    <message id="ui.viewer.doubt">
        <source>{title}, slice {slice}: certainty {certainty} (place {number} of {count}, the least certain first; Q for the next)</source>
        <translation>{title}, slice {slice}: certainty {certainty} (place {number} of {count}, the least certain first; Q for the next)</translation>
    </message>
    <message id="ui.viewer.edit.high">
        <source>to</source>
        <translation>to</translation>
    </message>
    <message id="ui.viewer.edit.high-tip">
        <source>Greatest density that belongs to the structure</source>
        <translation>Greatest density that belongs to the structure</translation>
    </message>
    <message id="ui.viewer.edit.low">
        <source>from</source>
        <translation>from</translation>
    </message>
    <message id="ui.viewer.edit.low-tip">
        <source>Least density that belongs to the structure</source>
        <translation>Least density that belongs to the structure</translation>
    </message>
    <message id="ui.viewer.edit.most">
        <source>at most</source>
        <translation>at most</translation>
    </message>
    <message id="ui.viewer.edit.most-tip">
        <source>Volume at which growing stops</source>
        <translation>Volume at which growing stops</translation>
    </message>
    <message id="ui.viewer.edit.size">
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message id="ui.viewer.edit.size-tip">
        <source>Diameter of brush and eraser ([ and ], or Ctrl+Shift+wheel)</source>
        <translation>Diameter of brush and eraser ([ and ], or Ctrl+Shift+wheel)</translation>
    </message>
    <message id="ui.viewer.edit.volume">
        <source>Volume {volume} mL</source>
        <translation>Volume {volume} mL</translation>
    </message>
    <message id="ui.viewer.go-to-other">
        <source>Show {title} instead of the contours in sight</source>
        <translation>Show {title} instead of the contours in sight</translation>
    </message>
    <message id="ui.viewer.go-to-structure">
        <source>Go to {title}, and edit it</source>
        <translation>Go to {title}, and edit it</translation>
    </message>
    <message id="ui.viewer.grown">
        <source>{volume} mL added</source>
        <translation>{volume} mL added</translation>
    </message>
    <message id="ui.viewer.grown-limited">
        <source>Stopped at {most} mL ({volume} mL added): the limits let it run out of the structure. Undo with Ctrl+Z and set narrower limits.</source>
        <translation>Stopped at {most} mL ({volume} mL added): the limits let it run out of the structure. Undo with Ctrl+Z and set narrower limits.</translation>
    </message>
    <message id="ui.viewer.menu.cine">
        <source>Cine</source>
        <translation>Cine</translation>
    </message>
    <message id="ui.viewer.menu.cine-tip">
        <source>Run through the slices (P)</source>
        <translation>Run through the slices (P)</translation>
    </message>
    <message id="ui.viewer.menu.layout">
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message id="ui.viewer.menu.layout-tip">
        <source>Layout of the panes</source>
        <translation>Layout of the panes</translation>
    </message>
    <message id="ui.viewer.menu.measure">
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message id="ui.viewer.menu.measure-tip">
        <source>Measure lengths (L), angles (A) and regions (E)</source>
        <translation>Measure lengths (L), angles (A) and regions (E)</translation>
    </message>
    <message id="ui.viewer.menu.presets">
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message id="ui.viewer.menu.presets-tip">
        <source>Window presets (1 to 9; 0 for all values)</source>
        <translation>Window presets (1 to 9; 0 for all values)</translation>
    </message>
    <message id="ui.viewer.menu.slab">
        <source>Slab</source>
        <translation>Slab</translation>
    </message>
    <message id="ui.viewer.menu.slab-tip">
        <source>Several slices as one: MIP, mean, MinIP (M, thickness with , and .)</source>
        <translation>Several slices as one: MIP, mean, MinIP (M, thickness with , and .)</translation>
    </message>
    <message id="ui.viewer.menu.solid">
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message id="ui.viewer.menu.solid-tip">
        <source>Sides from which the structures are seen in 3-D</source>
        <translation>Sides from which the structures are seen in 3-D</translation>
    </message>
    <message id="ui.viewer.name">
        <source>Image viewer</source>
        <translation>Image viewer</translation>
    </message>
    <message id="ui.viewer.no-images">
        <source>No images</source>
        <translation>No images</translation>
    </message>
    <message id="ui.viewer.no-structures">
        <source>Structures appear here</source>
        <translation>Structures appear here</translation>
    </message>
    <message id="ui.viewer.not-found">
        <source>{title} was not found in this scan</source>
        <translation>{title} was not found in this scan</translation>
    </message>
    <message id="ui.viewer.nothing-changed">
        <source>There was nothing to change</source>
        <translation>There was nothing to change</translation>
    </message>
    <message id="ui.viewer.opacity">
        <source>Opacity</source>
        <translation>Opacity</translation>
    </message>
    <message id="ui.viewer.opacity-tip">
        <source>How opaque the filled structures are</source>
        <translation>How opaque the filled structures are</translation>
    </message>
    <message id="ui.viewer.plane.axial">
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message id="ui.viewer.plane.coronal">
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message id="ui.viewer.plane.sagittal">
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message id="ui.viewer.plane.solid">
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message id="ui.viewer.prompt.brush">
        <source>Brush</source>
        <translation>Brush</translation>
    </message>
    <message id="ui.viewer.prompt.brush-tip">
        <source>Paint over the structure, slice by slice or with a ball</source>
        <translation>Paint over the structure, slice by slice or with a ball</translation>
    </message>
    <message id="ui.viewer.prompt.file">
        <source>Open a mask file…</source>
        <translation>Open a mask file…</translation>
    </message>
    <message id="ui.viewer.prompt.file-tip">
        <source>DICOM Segmentation, DICOM structure set, NIfTI or NRRD, drawn on this series</source>
        <translation>DICOM Segmentation, DICOM structure set, NIfTI or NRRD, drawn on this series</translation>
    </message>
    <message id="ui.viewer.prompt.grow">
        <source>Grow from a click</source>
        <translation>Grow from a click</translation>
    </message>
    <message id="ui.viewer.prompt.grow-tip">
        <source>Click in the structure: what is connected and within the HU limits is added</source>
        <translation>Click in the structure: what is connected and within the HU limits is added</translation>
    </message>
    <message id="ui.viewer.prompt.lasso">
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message id="ui.viewer.prompt.lasso-tip">
        <source>Draw a line around the structure: what it surrounds is filled</source>
        <translation>Draw a line around the structure: what it surrounds is filled</translation>
    </message>
    <message id="ui.viewer.prompt.note">
        <source>Draw all of it; slices in between can be filled.</source>
        <translation>Draw all of it; slices in between can be filled.</translation>
    </message>
    <message id="ui.viewer.prompt.title">
        <source>Draw: {title}</source>
        <translation>Draw: {title}</translation>
    </message>
    <message id="ui.viewer.reading.angle">
        <source>{value}°</source>
        <translation>{value}°</translation>
    </message>
    <message id="ui.viewer.reading.area">
        <source>Area {value} mm²</source>
        <translation>Area {value} mm²</translation>
    </message>
    <message id="ui.viewer.reading.length">
        <source>{value} mm</source>
        <translation>{value} mm</translation>
    </message>
    <message id="ui.viewer.reading.mean">
        <source>Mean {mean}, SD {sd}</source>
        <translation>Mean {mean}, SD {sd}</translation>
    </message>
    <message id="ui.viewer.reading.range">
        <source>Min {low}, max {high}</source>
        <translation>Min {low}, max {high}</translation>
    </message>
    <message id="ui.viewer.show-structure">
        <source>Show {title}</source>
        <translation>Show {title}</translation>
    </message>
    <message id="ui.viewer.slab.mean">
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message id="ui.viewer.slab.minip">
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message id="ui.viewer.slab.mip">
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message id="ui.viewer.slab.thickness">
        <source>{value} mm</source>
        <translation>{value} mm</translation>
    </message>
    <message id="ui.viewer.tip-with-key">
        <source>{tip} ({key})</source>
        <translation>{tip} ({key})</translation>
    </message>
    <message id="ui.viewer.tip.brush-solid">
        <source>A ball through several slices instead of a disc in one</source>
        <translation>A ball through several slices instead of a disc in one</translation>
    </message>
    <message id="ui.viewer.tip.by-density">
        <source>Brush and lasso take only what lies within the HU limits</source>
        <translation>Brush and lasso take only what lies within the HU limits</translation>
    </message>
    <message id="ui.viewer.tip.clear">
        <source>Delete the whole contour of this structure; it can be undone</source>
        <translation>Delete the whole contour of this structure; it can be undone</translation>
    </message>
    <message id="ui.viewer.tip.clear-slice">
        <source>Delete the contour of this structure in the slice in sight</source>
        <translation>Delete the contour of this structure in the slice in sight</translation>
    </message>
    <message id="ui.viewer.tip.crosshair">
        <source>Show or hide the crosshair</source>
        <translation>Show or hide the crosshair</translation>
    </message>
    <message id="ui.viewer.tip.ellipse">
        <source>Elliptical region: mean, SD, least and greatest value, area</source>
        <translation>Elliptical region: mean, SD, least and greatest value, area</translation>
    </message>
    <message id="ui.viewer.tip.fill-between">
        <source>Fill the slices between those in which the structure is drawn</source>
        <translation>Fill the slices between those in which the structure is drawn</translation>
    </message>
    <message id="ui.viewer.tip.fill-holes">
        <source>Fill what the contour encloses in each slice</source>
        <translation>Fill what the contour encloses in each slice</translation>
    </message>
    <message id="ui.viewer.tip.fit">
        <source>All of every plane in sight</source>
        <translation>All of every plane in sight</translation>
    </message>
    <message id="ui.viewer.tip.grow">
        <source>Click in the structure: what is connected and within the HU limits is added</source>
        <translation>Click in the structure: what is connected and within the HU limits is added</translation>
    </message>
    <message id="ui.viewer.tip.keep-others">
        <source>The brush does not paint over other structures</source>
        <translation>The brush does not paint over other structures</translation>
    </message>
    <message id="ui.viewer.tip.lasso">
        <source>Draw a line around the structure: what it surrounds is filled</source>
        <translation>Draw a line around the structure: what it surrounds is filled</translation>
    </message>
    <message id="ui.viewer.tip.measurement-delete">
        <source>Delete the selected measurement</source>
        <translation>Delete the selected measurement</translation>
    </message>
    <message id="ui.viewer.tip.navigate">
        <source>Navigate: click puts the crosshair, wheel scrolls, Ctrl+wheel zooms, right drag sets the window, middle drag (or Space) pans, double click makes one pane large</source>
        <translation>Navigate: click puts the crosshair, wheel scrolls, Ctrl+wheel zooms, right drag sets the window, middle drag (or Space) pans, double click makes one pane large</translation>
    </message>
    <message id="ui.viewer.tip.reset">
        <source>Discard all edits of these contours; this too can be undone</source>
        <translation>Discard all edits of these contours; this too can be undone</translation>
    </message>
    <message id="ui.viewer.tip.screenshot">
        <source>Save the panes as a picture, with the patient's name</source>
        <translation>Save the panes as a picture, with the patient's name</translation>
    </message>
    <message id="ui.viewer.tip.smooth">
        <source>Smooth the surface of the structure; its volume stays</source>
        <translation>Smooth the surface of the structure; its volume stays</translation>
    </message>
    <message id="ui.viewer.tip.window">
        <source>Drag to set window width and level</source>
        <translation>Drag to set window width and level</translation>
    </message>
    <message id="ui.worklist.case">
        <source>{who} · {state}</source>
        <translation>{who} · {state}</translation>
    </message>
    <message id="ui.worklist.close">
        <source>Close this case</source>
        <translation>Close this case</translation>
    </message>
    <message id="ui.worklist.title">
        <source>Open cases</source>
        <translation>Open cases</translation>
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
    <message id="value.percent">
        <source>{figure} %</source>
        <translation>{figure} %</translation>
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
    <message id="words.counted">
        <source>examinations</source>
        <translation>examinations</translation>
    </message>
    <message id="words.landmark">
        <source>landmark</source>
        <translation>landmark</translation>
    </message>
    <message id="words.region">
        <source>region</source>
        <translation>region</translation>
    </message>
    <message id="words.structure">
        <source>structure</source>
        <translation>structure</translation>
    </message>
    <message id="words.structures">
        <source>structures</source>
        <translation>structures</translation>
    </message>
</context>
</TS>
