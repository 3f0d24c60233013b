"""The icons of a home screen: drawn from icon.svg, as the manifest and the page name them, in the theme's colours."""
import json
import re
import struct
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
import draw_icons  # noqa: E402
from fetch_dependencies import Trouble  # noqa: E402

MANIFEST = json.loads((ROOT / "web" / "manifest.webmanifest").read_text())
PAGE = (ROOT / "web" / "index.html").read_text()
STYLE = (ROOT / "web" / "style.css").read_text()
SVG = (ROOT / "web" / "icon.svg").read_text()


def read_png(path):
    """Size and rows of pixels of a PNG as draw_icons writes it."""
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    at = data.index(b"IDAT")
    rows = zlib.decompress(data[at + 4:at + 4 + struct.unpack(">I", data[at - 4:at])[0]])
    line = 1 + 4 * width
    return width, height, [[tuple(rows[y * line + 1 + 4 * x:y * line + 5 + 4 * x]) for x in range(width)]
                           for y in range(height)]


def token(name):
    return re.search(rf"--{name}: (#[0-9a-f]+)", STYLE)[1]


class Icons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        draw_icons.draw_icons(cls.folder)

    def test_every_icon_that_is_named_is_drawn_in_its_size(self):
        named = {one["src"]: one["sizes"] for one in MANIFEST["icons"] if one["type"] == "image/png"}
        named[re.search(r'rel="apple-touch-icon" href="([^"]+)"', PAGE)[1]] = "180x180"

        self.assertEqual(set(named), {path.name for path in self.folder.iterdir()})
        for name, size in named.items():
            width, height, _ = read_png(self.folder / name)
            self.assertEqual(f"{width}x{height}", size, name)

    def test_they_show_the_ruler_of_the_page(self):
        _, _, pixels = read_png(self.folder / "icon-192.png")  # 4 pixels for each unit of the drawing

        self.assertEqual(pixels[0][0][3], 0)  # nothing beside the ruler
        self.assertEqual(pixels[96][12], (0x0a, 0x4d, 0x78, 255))   # its edge
        self.assertEqual(pixels[120][96], (255, 255, 255, 255))     # its face
        self.assertEqual(pixels[70][80], (0x0a, 0x4d, 0x78, 255))   # a mark
        self.assertEqual(pixels[96][80], (255, 255, 255, 255))      # below the mark, which is short

    def test_what_a_system_cuts_has_a_ground_and_keeps_the_ruler_inside(self):
        ground = tuple(int(token("ground")[at:at + 2], 16) for at in (1, 3, 5))
        self.assertEqual(ground, draw_icons.GROUND)
        for name in ("icon-maskable-512.png", "icon-180.png"):
            width, height, pixels = read_png(self.folder / name)
            self.assertEqual({pixel[3] for row in pixels for pixel in row}, {255}, name)
            if "maskable" not in name:
                continue
            outside = {pixels[y][x] for y in range(height) for x in range(width)
                       if (x - width / 2) ** 2 + (y - height / 2) ** 2 > (0.4 * width) ** 2}
            self.assertEqual(outside, {(*ground, 255)}, "the middle 80 % is what is always seen")

    def test_a_drawing_it_does_not_know_is_refused_with_a_sentence(self):
        for svg in (SVG.replace("<path", '<circle r="3"/><path'), SVG.replace("v9", "l3 3"),
                    SVG.replace("0 0 48 48", "0 0 48 24")):
            with self.assertRaisesRegex(Trouble, "teach tools/draw_icons.py to draw"):
                draw_icons.read_drawing(svg)

    def test_the_manifest_is_danish_and_wears_the_colours_of_the_page(self):
        self.assertEqual((MANIFEST["lang"], MANIFEST["start_url"], MANIFEST["display"]), ("da", ".", "standalone"))
        self.assertEqual(MANIFEST["theme_color"], token("accent"))
        self.assertEqual(MANIFEST["background_color"], token("ground"))
        self.assertIn(MANIFEST["description"], PAGE)


if __name__ == "__main__":
    unittest.main()
