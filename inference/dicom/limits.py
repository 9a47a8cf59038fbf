"""Bounds on what is read, each with its reason.

Whatever a file claims about itself is compared with these before memory is reserved or time is spent.
"""

from __future__ import annotations

MAX_FILES = 50_000
"""Files looked at in one scan: a study has some thousand, and 50,000 headers take 300 MiB of memory."""

MAX_FOLDER_DEPTH = 32
"""Folders below the chosen one; media follow PATIENT/STUDY/SERIES, and deeper trees are loops in disguise."""

MAX_NAMED_SKIPS = 100
"""Skipped files listed by name for each reason; the rest are only counted, so that a wrong folder does not fill memory.
"""

HEAD_BYTES = 16 * 2**10
"""First read of every file: the header of a CT slice takes 2 to 8 KiB."""

MAX_HEADER_BYTES = 64 * 2**20
"""Bytes before the pixel data: the functional groups of the largest multi-frame objects take some 50 MiB."""

MAX_UNUSUAL_BYTES = 2**20
"""Part of a file that pydicom is given where the small reader gave up: such files are old and small, and pydicom takes
50 microseconds and 1 KiB for each item of a sequence, of which a hostile file holds a million.
"""

MAX_UNUSUAL_ITEMS = 10_000
"""Items in that part of a file: pydicom takes half a second for so many."""

MAX_SLOW_SECONDS, FREE_SECONDS = 20.0, 0.02
"""Processor time of one scan for headers that the first read of a file does not hold, or that only pydicom reads, and
how much of each file's is not counted. A study of enhanced multi-frame objects takes some seconds; pydicom takes some
milliseconds for a file.
"""

FIRST_STRIDE_BYTES = 256 * 2**10
"""Second read where the first was not enough."""

MAX_DEFLATION = 64
"""Inflated to deflated size of the beginning of a file, which is text; pixels behind it may shrink more."""

MAX_VALUE_BYTES = 16 * 2**10
"""Length of one wanted value; the longest legal text among them has 10,240 characters."""

MAX_SEQUENCE_DEPTH = 32
"""Nested sequences; real files stay under 10, hostile ones would exhaust the stack."""

MAX_FRAMES = 16_384
"""Frames of one multi-frame file: the largest CT objects hold some 5,000."""

MAX_ROWS_COLUMNS = 8_192
"""Side of one image; CT has 512 to 2,048."""

MAX_SLOPE, MAX_INTERCEPT = 1e6, 1e9
"""Rescaling of stored values: far beyond any real one, and far from what floating point can hold."""

MAX_PICTURE_PIXELS = 2**25
"""Pixels of an image that is shown by itself: the largest X-ray detectors have some 20 million."""

MAX_VOLUME_VOXELS = 2**30
"""Voxels of one loaded series, 2 GiB as int16: 4,096 slices of 512 x 512, and what an ordinary PC can hold."""

MAX_INFLATED_BYTES = 2**31
"""Size of one deflated or archived file once inflated; the largest multi-frame CT objects stay under 2 GiB."""

MAX_ZIP_BYTES = 32 * 2**30
"""Sum of the sizes in one archive: a study has some hundred MiB, a cardiac CT 10 GiB."""

MAX_ZIP_DIRECTORY_BYTES = 16 * 2**20
"""Size of the directory of an archive: 300 bytes for each of MAX_FILES members. Its reader takes 1 KiB for each."""

MAX_ZIP_RATIO = 200
"""Inflated to stored size of one archive: CT compresses 2 to 4 times, an empty one 50; deflate can reach 1,030."""

RATIO_FREE_BYTES = 64 * 2**20
"""Archives that inflate to less than this may have any ratio: they cannot hurt."""

MAX_BROKEN_SECONDS = 10.0
"""Time that may be lost on unreadable slices: some decoders search damaged data for seconds."""

MAX_BROKEN_PART = 0.1
"""Part of the slices that may be unreadable; with more, the series is damaged and not merely incomplete."""

MAX_DIRECTORY_BYTES = 64 * 2**20
"""Size of a DICOMDIR: half a KiB for each image of the fullest disc."""

MAX_FRAGMENTS = 10 * MAX_FRAMES
"""Fragments of the compressed pixel data of one file; nearly all writers make one for each frame."""
