"""clang-tidy over our own sources, remembering what was clean.

What was clean is known by a hash over the file, every header of ours it reaches, the rules and the tool, so a
warm run reads hashes and nothing else. Tests are left to the compiler's warnings: Catch2's macros drown them.
"""
import hashlib
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fetch_dependencies import ROOT, Trouble
from gate import build
from gate.tally import Tally

REMEMBERED = build.BUILD / "tidy"
ANALYZER = "--checks=clang-analyzer-*,-clang-analyzer-optin.performance.Padding"
INCLUDE_ROOTS = [ROOT / "shared", ROOT / "wasm", ROOT / "tools"]
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.M)


def reached(path: Path, seen: dict[Path, bytes]) -> None:
    if path in seen:
        return
    seen[path] = path.read_bytes()
    for name in INCLUDE.findall(seen[path]):
        for top in INCLUDE_ROOTS:
            header = top / name.decode()
            if header.is_file():
                reached(header, seen)
                break


def key_of(path: Path, command: str, rules: bytes) -> str:
    seen: dict[Path, bytes] = {}
    reached(path, seen)
    whole = hashlib.sha256(rules + command.encode())
    for name in sorted(seen):
        whole.update(f"{name.relative_to(ROOT)}\n".encode() + hashlib.sha256(seen[name]).digest())
    return whole.hexdigest()


def check_tidy(full: bool) -> Tally:
    more = [ANALYZER] if full else []
    build.configure("native-asan")  # clang's own compile commands
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True).stdout
    rules = (ROOT / ".clang-tidy").read_bytes() + version + "".join(more).encode()
    commands = json.loads((build.BUILD / "native-asan" / "compile_commands.json").read_text())
    ours = [(Path(c["file"]), c["command"]) for c in commands
            if re.match(r"(shared|wasm|tools)/", os.path.relpath(c["file"], ROOT))]
    if not ours:
        raise Trouble("there is no source to look at.")
    REMEMBERED.mkdir(parents=True, exist_ok=True)
    keys = {path: key_of(path, command, rules) for path, command in ours}
    unknown = [path for path in keys if not (REMEMBERED / keys[path]).is_file()]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        clean = list(pool.map(lambda path: is_clean(path, keys[path], more), unknown))
    failed = clean.count(False)
    return Tally(len(keys) - failed, failed)


def is_clean(path: Path, key: str, more: list[str]) -> bool:
    words = ["clang-tidy", "--quiet", *more, "-p", str(build.BUILD / "native-asan"), str(path)]
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if done.returncode == 0:
        (REMEMBERED / key).touch()
        return True
    print(done.stdout.rstrip())
    return False
