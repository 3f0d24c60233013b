#!/usr/bin/env python3
"""Build the page of the browser tests into build/dist-testing: what is shipped, with sample and witness.

Knows: build_dist, the preset wasm-testing. Never: touches dist/.
"""
import sys
from pathlib import Path

import build_dist
from fetch_dependencies import ROOT, Trouble
from gate import build

PRESET = "wasm-testing"
PAGE = ROOT / "build" / "dist-testing"


def build_testing(preset: str = PRESET) -> Path:
    build.build("native", "lineal")
    build.build(preset)
    folder = ROOT / "build" / "testing"
    folder.mkdir(parents=True, exist_ok=True)
    build_dist.PROGRAM = ROOT / "build" / preset / "linealen.mjs"
    build_dist.DIST = PAGE
    build_dist.BUILD = folder
    build_dist.STAMP = folder / "dist.stamp"
    build_dist.TESTING = True
    build_dist.build_dist()
    return PAGE


if __name__ == "__main__":
    try:
        print(build_testing().relative_to(ROOT))
    except Trouble as trouble:
        sys.exit(f"build_testing: {trouble}")
