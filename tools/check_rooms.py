#!/usr/bin/env python3
"""Does every file stand in its room? Include order, words that must not appear, length, openings.

The table of rooms is house.md's; a room may include only rooms above it. One line per fault, with the cure.
Usage: check_rooms.py [--root FOLDER] [--tally FILE]
"""
import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

DECIDING = ["base", "content", "keeping", "session", "assessment"]
ROOMS = {
    "shared/base": ["base"],
    "shared/content": DECIDING[:2],
    "shared/keeping": ["base", "keeping"],
    "shared/session": DECIDING[:4],
    "shared/assessment": DECIDING,
    "shared/knowledge": [*DECIDING, "knowledge"],
    "shared/guide": [*DECIDING, "guide"],
    "shared/dilemma": [*DECIDING, "dilemma"],
    "shared/figure": ["base", "content", "figure"],
}
ABOVE = [*DECIDING, "knowledge", "guide", "dilemma", "figure"]
for name in ("document", "flow", "view"):
    ABOVE = [*ABOVE, name]
    ROOMS[f"shared/{name}"] = ABOVE
ROOMS["wasm/layout"] = [*ABOVE, "layout"]
ROOMS["wasm/paint"] = [*ABOVE, "layout", "paint"]
ROOMS["wasm/mirror"] = [*ABOVE, "layout", "mirror"]
ROOMS["wasm/platform"] = [*ABOVE, "layout", "paint", "mirror", "platform"]
ROOMS["tools/lineal"] = [*ABOVE, "lineal"]

CODE = {".cpp", ".hpp", ".inc", ".h"}
LONGEST = 400
LIMITED = {".cpp", ".hpp", ".mjs", ".py", ".js", ".css"}
NOT_TEXT = {".png", ".ico", ".br", ".gz"}
THIRD_PARTY = re.compile(r"(^|/)(imgui[a-z_]*\.(h|cpp)|json\.hpp|catch_[a-z_]*\.[ch]pp|.*\.(ttf|woff2?))$")

# (where, what, cure); brackets around a letter keep this file from finding itself.
WORDS = [
    (r"^(shared|wasm|tools/lineal)/.*\.[hc]pp$", r"\b(throw|try|catch)\b\s*[({;\w]", "no exceptions: return a Result"),
    (r"^(shared|wasm)/.*\.[hc]pp$", r"std::(ranges|views)\b|#include <(format|expected|source_location|ranges)>",
     "em++ 3.1.6 does not have it"),
    (r"^(shared|wasm)/.*\.[hc]pp$", r"\bdynamic_cast\b|\btypeid\b", "there is no RTTI: use a variant"),
    (r"^shared/.*\.[hc]pp$", r"#include <(iostream|fstream|chrono|random|ctime|filesystem|thread|mutex)>|\bfopen\b",
     "no clock, dice or files in the house: they arrive inside Actions"),
    (r"^shared/.*\.[hc]pp$", r"^\s*(inline |thread_local )?static (?!const|inline const|_assert)[^()]*[;=]",
     "no state outside the Session"),
    (r"^(shared|wasm/(layout|paint|mirror))/.*\.[hc]pp$", r"#include <emscripten|EM_JS|EM_ASM",
     "Emscripten is known in wasm/platform only"),
    (r"^(shared|wasm/mirror)/.*\.[hc]pp$", r"#include [<\"]imgui", "Dear ImGui is known in layout and paint only"),
    (r"^shared/.*\.[hc]pp$", r"\b(Helper|Manager|Util|mgr)\b|namespace shell", "see house.md, Names"),
    (r"^web/.*\.m?js$", r"\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b",
     "write textContent and properties only"),
    (r"^(web|wasm)/.*\.m?js$", r"sendBeacon|WebSocket|RTCPeerConnection|XMLHttpRequest", "nothing leaves"),
    (r"^tests/", r"test\.(skip|only|fixme|todo)|\bit\.(skip|only)|describe\.(skip|only)|"
                 r"\[!(mayfail|shouldfail)\]|\"\[\.[\w\]]|DISABLED_|unittest\.skip", "a skipped test is a defect"),
]
# These count in comments too.
WORDS_ANYWHERE = [
    (r"", r"[r]egistry\.npm|[d]eb\.debian|[d]eb\.nodesource|/[w]ork/|/[f]arm/|/\.[l]ibrary\b",
     "no registry hosts or machine paths: use the machine's own settings"),
    (r"\.(cpp|hpp|py|mjs|js|css|html)$", r"\b([T]ODO|[X]XX|[H]ACK)\b", "write FIXME: with the way out, or do it"),
]
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
DANISH_ALLOWED = re.compile(r"^shared/(base|content|knowledge)/")  # folding, stemming, and sentences for authors


def list_files(root: Path) -> list[str]:
    words = ["git", "ls-files", "-co", "--exclude-standard"]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True) if shutil.which("git") else None
    if done and done.returncode == 0:
        return sorted(name for name in done.stdout.splitlines() if (root / name).is_file())
    away = {".git", ".deps", "build", "dist", "node_modules", "screenshots", "__pycache__"}
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*")
                  if p.is_file() and not away & set(p.relative_to(root).parts))


def without_comment(line: str) -> str:
    return re.sub(r"(?<![:\"'])//.*$", "", line)


def check_includes(name: str, lines: list[str]):
    room = next((r for r in ROOMS if name.startswith(r + "/")), None)
    for number, line in enumerate(lines, 1):
        json_door = re.match(r"shared/base/json_\w+\.cpp$", name)
        if re.match(r"\s*#\s*include\s*[<\"]nlohmann", line) and not json_door:
            yield number, "nlohmann/json is let in by shared/base/json_*.cpp only"
        if re.match(r"\s*#\s*include\s*[<\"](danish\.h|runtime/)", line) and name != "shared/base/danish_stem.cpp":
            yield number, "Snowball is let in by shared/base/danish_stem.cpp only"
        found = re.match(r'\s*#\s*include\s*"([^"/]+)(/[^"]*)?"', line)
        if not found or room is None:
            continue
        if not found[2]:
            yield number, f'write the room in the include: "{room.split("/")[-1]}/{found[1]}"'
        elif found[1] not in ROOMS[room]:
            yield number, f"{room} must not look at {found[1]}: rooms include only rooms above them"


def check_words(name: str, lines: list[str]):
    is_code = Path(name).suffix in CODE
    bare = [without_comment(line) for line in lines] if is_code else lines
    for rules, text in ((WORDS, bare), (WORDS_ANYWHERE, lines)):
        for where, what, cure in rules:
            if not re.search(where, name):
                continue
            for number, line in enumerate(text, 1):
                found = re.search(what, line)
                if found:
                    yield number, f"»{found[0].strip()}«: {cure}"


def check_shape(name: str, lines: list[str]):
    suffix = Path(name).suffix
    if suffix in LIMITED and len(lines) > LONGEST:
        yield len(lines), f"{len(lines)} lines; split by feature above {LONGEST}"
    if THIRD_PARTY.search(name):
        yield 1, "third-party files are fetched, never kept here"
    if suffix == ".hpp" and re.match(r"(shared|wasm)/", name):
        opening = "\n".join(lines[:30]).split("#pragma once")[0]
        if not lines or not lines[0].startswith(f"// {Path(name).name} -- "):
            yield 1, f"open with: // {Path(name).name} -- what it is"
        if "Knows:" not in opening or "Never:" not in opening or "#pragma once" not in "\n".join(lines[:30]):
            yield 1, "the opening says Knows: and Never:, then #pragma once"
    if suffix == ".mjs" and name.startswith("web/") and "// @ts-check" not in "\n".join(lines[:3]):
        yield 1, "open with // @ts-check"


def check_danish(name: str, lines: list[str]):
    if not re.match(r"(shared|wasm)/.*\.(cpp|hpp)$", name) or DANISH_ALLOWED.match(name):
        return
    for number, line in enumerate(lines, 1):
        if any(re.search("[æøåÆØÅ]", literal) for literal in LITERAL.findall(without_comment(line))):
            yield number, "words for people live in content/texts.da.json"


CHECKS = {"includes": check_includes, "words": check_words, "shape": check_shape, "language": check_danish}


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    reader.add_argument("--tally", type=Path)
    arguments = reader.parse_args()
    faults: dict[str, list[str]] = {check: [] for check in CHECKS}
    for name in list_files(arguments.root):
        if Path(name).suffix in NOT_TEXT:
            continue
        lines = (arguments.root / name).read_text(errors="replace").splitlines()
        for check, look in CHECKS.items():
            faults[check] += [f"{name}:{number}: {what}" for number, what in look(name, lines)]
    for found in faults.values():
        for fault in found:
            print(fault)
    failed = sum(1 for found in faults.values() if found)
    if arguments.tally:
        arguments.tally.write_text(f"{len(CHECKS) - failed} {failed}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
