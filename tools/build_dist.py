#!/usr/bin/env python3
"""Assemble dist/: plain static files with compressed twins, ready for any static host.

web/ is bundled by esbuild together with Emscripten's glue; what a page may keep for ever gets its hash into
its name; index.html learns those names at `<!-- assets -->`; `lineal pack` adds the content.
Knows: web/index.html's placeholders. Never: what the page does with its files.
"""
import base64
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from draw_icons import draw_icons
from fetch_dependencies import DEPS, NODE_MODULES, ROOT, Trouble
from gate.policy import META_POLICY

WEB = ROOT / "web"
CONTENT = ROOT / "content"
DIST = ROOT / "dist"
BUILD = ROOT / "build"
PROGRAM = BUILD / "wasm-release" / "linealen.mjs"
LINEAL = BUILD / "native" / "lineal"
STAMP = BUILD / "dist.stamp"
PLACEHOLDER = "<!-- assets -->"
TESTING = False  # places in web/keep.mjs where a test may stop the world
SMALL = 1024  # below this a compressed twin saves nothing worth a file
MADE_HERE = {".mjs", ".css"}


def integrity(path: Path) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()


def with_hash(source: Path, into: Path, stem: str) -> Path:
    name = f"{stem}.{hashlib.sha256(source.read_bytes()).hexdigest()[:12]}{source.suffix}"
    target = into / name
    shutil.copyfile(source, target)
    return target


def esbuild(entry: Path, into: Path, *more: str) -> Path:
    """Bundles one entry into one file and returns it."""
    note = BUILD / "esbuild.json"
    tool = NODE_MODULES / ".bin" / "esbuild"
    words = [str(tool), str(entry), "--bundle", "--minify", "--charset=utf8", "--legal-comments=none",
             "--log-level=warning", f"--outdir={into}", "--entry-names=[name].[hash]",
             f"--metafile={note}", *more]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
        raise Trouble(f"esbuild could not bundle {entry.relative_to(ROOT)}; the reason stands above.")
    outputs = json.loads(note.read_text())["outputs"]
    wanted = str(entry.relative_to(ROOT))
    return ROOT / next(name for name, about in outputs.items() if about.get("entryPoint") == wanted)


def bundle_scripts(into: Path) -> tuple[Path, dict[str, Path]]:
    """What opens the page, and by name what it fetches later."""
    # Emscripten's glue can also fetch by XMLHttpRequest; nothing here does, so nothing here can.
    made = esbuild(WEB / "main.mjs", into, "--format=esm", "--target=es2021",
                   "--define:XMLHttpRequest=undefined", "--out-extension:.js=.mjs", f"--alias:linealen={PROGRAM}")
    later = {name: esbuild(WEB / f"{name}.mjs", into, "--format=esm", "--target=es2021", "--out-extension:.js=.mjs",
                           f"--define:TESTING={str(TESTING).lower()}") for name in ("keep", "offline", "rescue")}
    # A service worker keeps its name: its address is its identity. `lineal pack` writes the list of files in front.
    esbuild(WEB / "sw.mjs", into, "--format=iife", "--target=es2021").rename(into / "sw.js")
    return made, later


def element(kind: str, **attributes: str) -> str:
    return "<" + " ".join([kind, *(f'{key.rstrip("_")}="{value}"' for key, value in attributes.items())]) + ">"


def preload(path: Path, asset: str, kind: str) -> str:
    return element("link", rel="preload", **{"data-asset": asset}, href=path.name, as_="fetch", type=kind,
                   crossorigin="anonymous", integrity=integrity(path))


def write_index(into: Path, style: Path, program: Path, rest: Path | None, faces: dict[str, Path], script: Path,
                later: dict[str, Path]) -> None:
    page = (WEB / "index.html").read_text()
    if page.count(PLACEHOLDER) != 1:
        raise Trouble(f"web/index.html needs the line {PLACEHOLDER} once, in <head>.")
    lines = [
        f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">',
        element("link", rel="stylesheet", href=style.name, integrity=integrity(style)),
        preload(program, "wasm", "application/wasm"),
        *(preload(path, f"face-{weight}", "font/ttf") for weight, path in faces.items()),
        element("script", type="module", src=script.name, crossorigin="anonymous",
                integrity=integrity(script)) + "</script>",
        *([element("link", href=rest.name, **{"data-asset": "wasm-rest", "data-integrity": integrity(rest)})] if rest
          else []),
        *(element("link", id=f"page-{name}", href=path.name, **{"data-integrity": integrity(path)})
          for name, path in later.items()),
    ]
    (into / "index.html").write_text(page.replace(PLACEHOLDER, "\n".join(lines)))


def write_licences(into: Path) -> None:
    """What is shipped carries the names of those who made it."""
    parts = [("Linealen", (ROOT / "LICENSE").read_text() if (ROOT / "LICENSE").is_file() else "MIT"),
             ("Dear ImGui", (DEPS / "imgui" / "LICENSE.txt").read_text()),
             ("JSON for Modern C++", "Copyright (c) 2013-2023 Niels Lohmann. MIT License, in the words above."),
             ("Snowball", (DEPS / "snowball" / "COPYING").read_text()),
             ("Emscripten", "Copyright (c) 2010-2014 Emscripten authors. MIT License, in the words above."),
             ("Atkinson Hyperlegible Next", (DEPS / "fonts" / "LICENSE.txt").read_text())]
    text = "\n\n".join(f"== {name} ==\n\n{words.strip()}" for name, words in parts)
    (into / "licences.txt").write_text(text + "\n")


def compress(path: Path) -> None:
    """.br and .gz beside the file, where they are smaller; a twin of the last build is used again."""
    old = DIST / path.name
    for suffix in (".br", ".gz"):
        twin = path.with_name(path.name + suffix)
        old_twin = old.with_name(old.name + suffix)
        if old.is_file() and old_twin.is_file() and old.read_bytes() == path.read_bytes():
            shutil.copyfile(old_twin, twin)
        elif suffix == ".gz":
            twin.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        else:
            subprocess.run(["brotli", "-q", "11", "-w", "24", "-f", "-o", str(twin), str(path)], check=True)
        if twin.stat().st_size >= path.stat().st_size:
            twin.unlink()


def compress_all(folder: Path, again: Path) -> None:
    files = [p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".br", ".gz"}
             and p.stat().st_size >= SMALL]
    files = [p for p in files if p == again or not p.with_name(p.name + ".br").is_file()]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(compress, files))


def pack_content(into: Path) -> None:
    done = subprocess.run([str(LINEAL), "pack", "--content", str(CONTENT), "--into", str(into)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
        raise Trouble("the content could not be packed; mend what stands above (tools: lineal check content).")


def check_inputs() -> None:
    for path, cure in ((PROGRAM, "cmake --build --preset wasm-release"), (LINEAL, "cmake --build --preset native"),
                       (WEB / "index.html", "git status"), (WEB / "main.mjs", "git status"),
                       (DEPS / "fonts" / "LICENSE.txt", "tools/fetch_dependencies")):
        if not path.is_file():
            raise Trouble(f"{path.relative_to(ROOT)} is missing, so dist/ cannot be built; make it with: {cure}")


def state_of_inputs() -> str:
    whole = hashlib.sha256()
    for top in (WEB, CONTENT, DEPS / "fonts", PROGRAM, *PROGRAM.parent.glob("linealen*.wasm"),
                LINEAL, Path(__file__),
                Path(__file__).with_name("draw_icons.py"),
                ROOT / "package-lock.json", ROOT / "tools" / "gate" / "policy.py", ROOT / "LICENSE"):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file():
                whole.update(f"{path}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def build_dist() -> None:
    check_inputs()
    state = state_of_inputs()
    if (DIST / "index.html").is_file() and STAMP.is_file() and STAMP.read_text() == state:
        return
    fresh, old = BUILD / "dist.fresh", BUILD / "dist.old"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for path in sorted(WEB.rglob("*")):
        if path.is_file() and path.suffix not in MADE_HERE and path.name != "index.html":
            target = fresh / path.relative_to(WEB)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    program = with_hash(PROGRAM.with_suffix(".wasm"), fresh, "linealen")
    faces = {weight: with_hash(DEPS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf", fresh,
                               f"AtkinsonHyperlegibleNext-{weight}") for weight in ("400", "600")}
    style = esbuild(WEB / "style.css", fresh, "--external:*.ttf", "--external:*.svg")
    half = PROGRAM.with_suffix(".rest.wasm")  # a program for the debugger is one whole
    rest = with_hash(half, fresh, "linealen.rest") if half.is_file() else None
    write_index(fresh, style, program, rest, faces, *bundle_scripts(fresh))
    draw_icons(fresh)
    write_licences(fresh)
    pack_content(fresh)
    compress_all(fresh, fresh / "index.html")
    shutil.rmtree(old, ignore_errors=True)
    if DIST.exists():
        DIST.rename(old)
    fresh.rename(DIST)
    shutil.rmtree(old, ignore_errors=True)
    STAMP.write_text(state)


if __name__ == "__main__":
    try:
        build_dist()
    except Trouble as trouble:
        sys.exit(f"build_dist: {trouble}")
