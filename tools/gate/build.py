"""Build steps that serve.py and check.sh share. Output is kept back and shown only when a step fails.

Knows: the presets. Never: what is in a room.
"""
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from fetch_dependencies import ROOT, Trouble

BUILD = ROOT / "build"
DIST = ROOT / "dist"
SERVED = BUILD / "served.stamp"
PARTS_OF_THE_PAGE = ("CMakeLists.txt", "CMakePresets.json", "package-lock.json", "cmake", "content", "shared", "wasm",
                     "web", "tools", ".deps/imgui", ".deps/fonts")


def run(words: list[str], cure: str) -> None:
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0:
        return
    lines = done.stdout.splitlines()
    first = next((i for i, line in enumerate(lines) if "FAILED" in line or "error" in line.lower()), 0)
    print("\n".join(lines[first:first + 60]), file=sys.stderr)
    raise Trouble(cure)


def configure(preset: str) -> None:
    """Configures once; also makes compile_commands.json follow files that came or went."""
    if not (BUILD / preset / "build.ninja").is_file():
        run(["cmake", "--preset", preset], f"CMake could not configure {preset}; the reason stands above.")
    else:
        run(["ninja", "-C", str(BUILD / preset), "build.ninja"], f"CMake could not configure {preset} again.")


def build(preset: str, *targets: str) -> None:
    configure(preset)
    wanted = ["--target", *targets] if targets else []
    run(["cmake", "--build", "--preset", preset, "--parallel", str(os.cpu_count() or 2), *wanted, "--", "-k", "0"],
        f"{preset} did not build; mend what the compiler says above and start again.")


def state_of_the_page() -> str:
    """Changes when any file the page is made of changes; reads no file, so it takes milliseconds."""
    whole = sha256()
    for part in PARTS_OF_THE_PAGE:
        top = ROOT / part
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        for path in paths:
            if path.is_file() and "__pycache__" not in path.parts:
                seen = path.stat()
                whole.update(f"{path.relative_to(ROOT)} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def page_is_fresh() -> bool:
    return ((DIST / "index.html").is_file() and SERVED.is_file()
            and SERVED.read_text() == state_of_the_page())


def build_page() -> None:
    """Everything between a fresh clone and dist/, skipping what is there."""
    import build_dist
    import fetch_dependencies
    from gate import machine
    if page_is_fresh():
        return
    machine.bring(machine.TO_BUILD)
    fetch_dependencies.fetch_all()
    before = state_of_the_page()
    print("Building (the first time takes some minutes)", flush=True)
    build("native", "lineal")
    build("wasm-release")
    build_dist.build_dist()
    SERVED.write_text(before)
