#!/usr/bin/env python3
"""Cut Atkinson Hyperlegible Next from npm's woff2 to the TTF that Dear ImGui and @font-face share.

Usage: fetch_dependencies_faces.py PACKAGE_FOLDER TARGET_FOLDER
Needs fontTools and brotli (apt: python3-fonttools python3-brotli).
"""
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Danish and the names that go with it, and the marks that good typography needs. Each glyph is fetched before the
# first view can be read; what a user writes outside them is shown by the page itself.
WANTED = set(range(0x20, 0x7F)) | set(range(0xC0, 0x100)) | {0xA0, 0xAD} | {ord(c) for c in "§«»·½°–—‘’‚“”„•…‹›€−"}
# Ascent and descent that sum to unitsPerEm make 1 ImGui px = 1 CSS px.
ASCENT, DESCENT = 757, -243


def cut(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False            # ImGui's rasteriser knows no hints, and the page must look the same
    options.layout_features = []       # neither side kerns or ligates, so that widths agree
    options.name_IDs = [1, 2, 4, 6]    # copyright and licence travel in licences.txt
    options.notdef_outline = True
    options.drop_tables += ["STAT", "GDEF", "GPOS", "GSUB", "gasp", "prep"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=WANTED)
    cutter.subset(font)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, DESCENT, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    font.flavor = None
    font.save(target)


def main() -> None:
    package, target = Path(sys.argv[1]), Path(sys.argv[2])
    for weight in (400, 600):
        cut(package / "files" / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2",
            target / f"AtkinsonHyperlegibleNext-{weight}.ttf")
    shutil.copyfile(package / "LICENSE", target / "LICENSE.txt")  # the OFL travels with the face


main()
