#!/usr/bin/env python3
"""Assembles the stock Dear ImGui demo page with the very steps that make dist/: esbuild, hashes, brotli.

    build_stock.py INTO [--preload]      the second kind also asks for the program at once, as Linealen does

Knows: build_dist. Never: serves anything.
"""
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent.parent / "tools"))
import build_dist  # noqa: E402

PAGE = HERE / "stock_demo"
PROGRAM = build_dist.BUILD / "wasm-release" / "stock_demo.mjs"


def build_stock(into: Path, preloads: bool) -> None:
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    program = build_dist.with_hash(PROGRAM.with_suffix(".wasm"), into, "stock_demo")
    style = build_dist.with_hash(PAGE / "page.css", into, "page")
    script = build_dist.esbuild(PAGE / "main.mjs", into, "--format=esm", "--target=es2022",
                                "--out-extension:.js=.mjs", f"--alias:stock_demo={PROGRAM}")
    lines = [
        build_dist.element("link", rel="stylesheet", href=style.name),
        build_dist.element("meta", name="program", **{"data-program": program.name}),
        build_dist.element("script", type="module", src=script.name, crossorigin="anonymous") + "</script>",
    ]
    if preloads:
        lines.insert(0, build_dist.element("link", rel="preload", href=program.name, as_="fetch",
                                           type="application/wasm", crossorigin="anonymous"))
    page = (PAGE / "page.html").read_text().replace(build_dist.PLACEHOLDER, "\n".join(lines))
    (into / "index.html").write_text(page)
    build_dist.compress_all(into, into / "index.html")


if __name__ == "__main__":
    build_stock(Path(sys.argv[1]).resolve(), "--preload" in sys.argv[2:])
