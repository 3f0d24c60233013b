#!/usr/bin/env python3
"""Draw the icons of a home screen from web/icon.svg: the same ruler as PNG, at each build, so none is ever stale.

Knows: what icon.svg is made of, one rounded rectangle and upright lines; anything else is refused with a sentence.
Never: keeps a picture in the repository.
"""
import re
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from fetch_dependencies import ROOT, Trouble

SOURCE = ROOT / "web" / "icon.svg"
GROUND = (0xf5, 0xf6, 0xf3)  # --ground in web/style.css; a test compares
# Name, size, how much of the width the drawing takes, ground. What a system cuts to a circle (maskable) or puts on black
# (Apple) has a ground, and the drawing well inside.
ICONS = (("icon-192.png", 192, 1.0, False), ("icon-512.png", 512, 1.0, False),
         ("icon-maskable-512.png", 512, 0.66, True), ("icon-180.png", 180, 0.8, True))


@dataclass(frozen=True)
class Shape:
    """A rounded rectangle in one colour, in the units of the drawing."""
    left: float
    top: float
    right: float
    bottom: float
    radius: float
    colour: tuple


def colour_of(text: str) -> tuple:
    digits = text.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    return tuple(int(digits[at:at + 2], 16) for at in (0, 2, 4))


def read_drawing(svg: str) -> tuple[float, list[Shape]]:
    """The side of the square it is drawn in, and its shapes from the lowest to the uppermost."""
    box = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    parts = re.findall(r"<(rect|path)\b([^>]*)/>", svg)
    if not box or [kind for kind, _ in parts] != ["rect", "path"] or svg.count("<") != 4:
        raise Trouble("web/icon.svg is more than a rectangle and lines in a square; teach tools/draw_icons.py to draw it.")
    rect, path = ({name: value for name, value in re.findall(r'([\w-]+)="([^"]*)"', words)} for _, words in parts)
    x, y, width, height, radius, line = (float(rect[name]) for name in ("x", "y", "width", "height", "rx", "stroke-width"))

    def grown(by: float, colour: str) -> Shape:
        return Shape(x - by, y - by, x + width + by, y + height + by, radius + by, colour_of(colour))
    shapes = [grown(line / 2, rect["stroke"]), grown(-line / 2, rect["fill"])]
    half = float(path["stroke-width"]) / 2
    lines = re.findall(r"M([\d.]+) ([\d.]+)v([\d.]+)", path["d"])
    if "".join(f"M{a} {b}v{c}" for a, b, c in lines) != path["d"]:
        raise Trouble("web/icon.svg has lines that are not upright; teach tools/draw_icons.py to draw them.")
    shapes += [Shape(float(a) - half, float(b), float(a) + half, float(b) + float(c), 0, colour_of(path["stroke"]))
               for a, b, c in lines]
    return float(box[1]), shapes


def covered(low: float, high: float, at: int) -> float:
    """How much of the pixel [at, at + 1] lies between low and high."""
    return max(0.0, min(high, at + 1) - max(low, at))


def coverage(shape: Shape, column: int, row: int) -> float:
    """Exact along straight edges; in a corner by the distance of the pixel's middle from the arc."""
    straight = covered(shape.left, shape.right, column) * covered(shape.top, shape.bottom, row)
    x, y = column + 0.5, row + 0.5
    beside = max(shape.left + shape.radius - x, x - shape.right + shape.radius)
    above = max(shape.top + shape.radius - y, y - shape.bottom + shape.radius)
    if straight == 0 or beside <= 0 or above <= 0:
        return straight
    return min(straight, max(0.0, min(1.0, shape.radius - (beside * beside + above * above) ** 0.5 + 0.5)))


def draw(size: int, part: float, has_ground: bool, side: float, shapes: list[Shape]) -> bytes:
    scale = size * part / side
    shift = size * (1 - part) / 2
    placed = [Shape(s.left * scale + shift, s.top * scale + shift, s.right * scale + shift, s.bottom * scale + shift,
                    s.radius * scale, s.colour) for s in shapes]
    rows = bytearray()
    for row in range(size):
        rows.append(0)  # no filter
        here = [s for s in placed if s.bottom > row and s.top < row + 1]
        for column in range(size):
            red, green, blue, alpha = (*GROUND, 1.0) if has_ground else (0, 0, 0, 0.0)
            for shape in here:
                if shape.right <= column or shape.left >= column + 1:
                    continue
                over = coverage(shape, column, row)
                both = over + alpha * (1 - over)
                if both > 0:
                    red, green, blue = ((new * over + old * alpha * (1 - over)) / both
                                        for new, old in zip(shape.colour, (red, green, blue)))
                alpha = both
            rows += bytes((round(red), round(green), round(blue), round(alpha * 255)))
    return bytes(rows)


def write_png(path: Path, size: int, rows: bytes) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def draw_icons(into: Path) -> None:
    side, shapes = read_drawing(SOURCE.read_text())
    for name, size, part, has_ground in ICONS:
        write_png(into / name, size, draw(size, part, has_ground, side, shapes))


if __name__ == "__main__":
    try:
        draw_icons(Path(sys.argv[1]))
    except Trouble as trouble:
        sys.exit(f"draw_icons: {trouble}")
