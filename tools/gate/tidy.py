"""clang-tidy over our own sources, remembering what was clean.

What was clean is known by a hash over the file, every header of ours it reaches, the rules and the tool, so a
warm run reads hashes and nothing else. Tests are left to the compiler's warnings: Catch2's macros drown them.

Of the time one file takes, nine tenths go to the standard library's headers. So files that can be read one after the
other are looked at together; a group that is not clean is looked at file by file, and that is what is told. In the
full run each file stands alone: only there is a `using` noticed that nothing needs, and a source that includes a source.
"""
import hashlib
import json
import os
import re
import shlex
import subprocess
import tempfile
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from fetch_dependencies import ROOT, Trouble
from gate import build
from gate.tally import Tally

REMEMBERED = build.BUILD / "tidy"
ANALYZER = "--checks=clang-analyzer-*,-clang-analyzer-optin.performance.Padding"
INCLUDE_ROOTS = [ROOT / "shared", ROOT / "wasm", ROOT / "tools"]
TOGETHER = ["--checks=-bugprone-suspicious-include"]  # a group is a file that includes sources
MOST_TOGETHER = 12
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
    flags = {path: flags_of(command) for path, command in ours}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        groups = [[path] for path in unknown] if full else list_groups(unknown, flags, pool)
        clean = [path for found in pool.map(lambda group: find_clean(group, flags[group[0]], more), groups) for path in found]
    for path in clean:
        (REMEMBERED / keys[path]).touch()
    failed = len(unknown) - len(clean)
    return Tally(len(keys) - failed, failed)


def flags_of(command: str) -> tuple[str, ...]:
    """What a file is compiled with, without its own name and its object's."""
    words = shlex.split(command)[1:]
    named = {at for at, word in enumerate(words) if word in ("-o", "-c") or at and words[at - 1] in ("-o", "-c")}
    return tuple(word for at, word in enumerate(words) if at not in named)


def list_groups(paths: list[Path], flags: dict[Path, tuple[str, ...]], pool: Executor) -> list[list[Path]]:
    """Neighbours that are compiled alike, as many together as no name stands in twice."""
    alike: dict[tuple[str, ...], list[Path]] = {}
    for path in sorted(paths):
        alike.setdefault(flags[path], []).append(path)
    wanted = [found[at:at + MOST_TOGETHER] for found in alike.values() for at in range(0, len(found), MOST_TOGETHER)]
    groups = []
    while wanted:
        fits = list(pool.map(lambda group: len(group) == 1 or can_be_read(group, flags[group[0]]), wanted))
        groups += [group for group, does in zip(wanted, fits) if does]
        wanted = [half for group, does in zip(wanted, fits) if not does
                  for half in (group[:len(group) // 2], group[len(group) // 2:])]
    return groups


def write_group(group: list[Path], place: Path) -> Path:
    place.write_text("".join(f'#include "{path}"\n' for path in group))
    return place


def can_be_read(group: list[Path], flags: tuple[str, ...]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        together = write_group(group, Path(folder) / "group.cpp")
        return subprocess.run(["clang++", "-fsyntax-only", *flags, str(together)], cwd=ROOT, capture_output=True).returncode == 0


def find_clean(group: list[Path], flags: tuple[str, ...], more: list[str]) -> list[Path]:
    if len(group) > 1:
        with tempfile.TemporaryDirectory() as folder:
            if tidy(write_group(group, Path(folder) / "group.cpp"), flags, TOGETHER).returncode == 0:
                return group
    clean = []
    for path in group:
        done = tidy(path, flags, more)
        if done.returncode == 0:
            clean.append(path)
        else:
            print(done.stdout.rstrip())
    return clean


def tidy(path: Path, flags: tuple[str, ...], more: list[str]) -> subprocess.CompletedProcess:
    words = ["clang-tidy", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", *more, str(path), "--", *flags]
    return subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
