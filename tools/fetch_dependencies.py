#!/usr/bin/env python3
"""Fetch what Linealen builds on into .deps/ and node_modules/; quick when all is there.

Nothing fetched is ever committed or edited. Every source is pinned by version and by one SHA-256
over the files that are used, so it does not matter which road it came by:
already there -> Debian's source archive (apt checks the signature) -> the project's release archive.
Where Debian's archive and the npm registry are is the machine's own setting, never ours.
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEPS = ROOT / ".deps"
NODE_MODULES = ROOT / "node_modules"
TOOLS = Path(__file__).resolve().parent


class Trouble(Exception):
    """One sentence for the person at the keyboard: what went wrong, and the cure."""


@dataclass(frozen=True)
class Source:
    name: str
    version: str
    debian: str          # source package as apt names it
    release: str         # the project's own release archive
    inside: str          # the folder of the archive that becomes .deps/<name>
    wanted: str          # which files of it are used, relative to `inside`
    sha256: str          # over the wanted files, see fingerprint()


SOURCES = (
    Source("imgui", "1.92.2b", "imgui",
           "https://github.com/ocornut/imgui/archive/refs/tags/v1.92.2b.tar.gz",
           "", r"(im[a-z_]+\.(cpp|h)|backends/imgui_impl_(opengl3[a-z_]*|glfw)\.(cpp|h)|LICENSE\.txt)",
           "2f2ec6f32acfbb849e5232c53adebc4ea7a572ac327f26360a2ba09f08c82ea2"),
    Source("json", "3.11.3", "nlohmann-json3",
           "https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz",
           "single_include/", r"nlohmann/json\.hpp",
           "fb7f9e73bb1f6504df135e8c60ab818907f4e0e5886c30363747ef14c5564b3b"),
    Source("catch2", "3.7.1", "catch2",
           "https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz",
           "src/", r"catch2/.+\.(cpp|hpp|in)",
           "3731f707982fa9d48cc26dcbaf72a67040c170ffb35a2d4801eb916422e54b40"),
    Source("snowball", "2.2.0", "snowball",
           "https://github.com/snowballstem/snowball/archive/refs/tags/v2.2.0.tar.gz",
           "", r"(algorithms/danish\.sbl|(compiler|runtime)/[a-z_0-9]+\.[ch]|COPYING)",
           "c9493f95d3b967bb1d7b350dcd2ccfce1e7df004dc1f6b048ee54628044b3aba"),
)
SUITES = ("forky", "trixie")  # where Debian keeps these versions


def fingerprint(folder: Path) -> str:
    """SHA-256 over names and bytes of every file, in order of name."""
    whole = hashlib.sha256()
    if folder.is_dir():
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            whole.update(hashlib.sha256(path.read_bytes()).digest())
            whole.update(path.relative_to(folder).as_posix().encode() + b"\n")
    return whole.hexdigest()


def unpack(archive: Path, source: Source, into: Path) -> None:
    """Take only the wanted files; names that would leave the folder cannot match."""
    with tarfile.open(archive) as tar:
        for member in tar:
            inner = member.name.split("/", 1)[-1]
            if not member.isfile() or not inner.startswith(source.inside):
                continue
            inner = inner[len(source.inside):]
            if re.fullmatch(source.wanted, inner) and ".." not in inner:
                target = into / inner
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(tar.extractfile(member).read())


def machine_archive() -> str:
    """One apt entry for source packages, with the machine's own mirror and key."""
    codename = ""
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("VERSION_CODENAME="):
            codename = line.split("=", 1)[1].strip('"')
    entries = list(Path("/etc/apt/sources.list.d").glob("*.sources"))
    for stanza in "\n\n".join(p.read_text() for p in entries).split("\n\n"):
        found = dict(re.findall(r"^([A-Za-z-]+):[ \t]*(.+)$", stanza, re.M))
        if codename in found.get("Suites", "").split() and "main" in found.get("Components", ""):
            key = f"Signed-By: {found['Signed-By']}\n" if "Signed-By" in found else ""
            return (f"Types: deb-src\nURIs: {found['URIs'].split()[0]}\n"
                    f"Suites: {' '.join(SUITES)}\nComponents: main\n{key}")
    old_style = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*.list")]
    for line in "\n".join(p.read_text() for p in old_style if p.is_file()).splitlines():
        found = re.match(rf"deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+{codename}\s+.*\bmain\b", line)
        if found:
            key = re.search(r"signed-by=(\S+)", found[1] or "")
            return (f"Types: deb-src\nURIs: {found[2]}\nSuites: {' '.join(SUITES)}\n"
                    f"Components: main\n" + (f"Signed-By: {key[1]}\n" if key else ""))
    return ""


class Debian:
    """apt with lists and cache of its own, so it needs no root and changes nothing on the machine."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.ready = False
        self.why_not = ""
        entry = machine_archive() if shutil.which("apt-get") else ""
        if not entry:
            return
        for part in ("lists/partial", "cache/archives/partial", "parts", "down"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / "only.sources").write_text(entry)
        updated = self.apt("update")
        self.ready = updated.returncode == 0
        said = [line for line in updated.stderr.splitlines() if line.startswith("E: ")]
        self.why_not = f" (apt says: {said[0][3:].strip()})" if said else ""

    def apt(self, *words: str) -> subprocess.CompletedProcess:
        settings = {"Dir::Etc::SourceList": "only.sources", "Dir::Etc::SourceParts": "parts",
                    "Dir::State::Lists": "lists", "Dir::Cache": "cache"}
        options = [f"-o{key}={self.folder / value}" for key, value in settings.items()]
        # A mirror that is some weeks behind is good enough: what is taken is pinned by its hash.
        options += ["-oAPT::Sandbox::User=root", "-oAcquire::Retries=2", "-oAcquire::Check-Valid-Until=false"]
        return subprocess.run(["apt-get", "-q", *options, *words], cwd=self.folder / "down",
                              capture_output=True, text=True)

    def archives(self, source: Source):
        if not self.ready:
            return
        for suite in SUITES:
            self.apt("source", "--download-only", "--tar-only", f"{source.debian}/{suite}")
            for path in sorted((self.folder / "down").glob(f"{source.debian}_*.orig.tar.*")):
                if source.version in path.name:
                    yield path


def release_archives(source: Source, folder: Path):
    path = folder / f"{source.name}.tar.gz"
    try:
        with urllib.request.urlopen(source.release, timeout=30) as answer:
            path.write_bytes(answer.read())
    except OSError:
        return
    yield path


def fetch_sources() -> None:
    missing = [s for s in SOURCES if fingerprint(DEPS / s.name) != s.sha256]
    if not missing:
        return
    DEPS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=DEPS) as folder_name:
        folder = Path(folder_name)
        debian = Debian(folder / "apt")
        for source in missing:
            print(f"Fetching {source.name} {source.version}", flush=True)
            take_first_sound(source, folder, debian)


def take_first_sound(source: Source, folder: Path, debian: Debian) -> None:
    seen = []
    for archives in (debian.archives(source), release_archives(source, folder)):
        for number, archive in enumerate(archives):
            fresh = folder / f"fresh-{source.name}-{number}"
            shutil.rmtree(fresh, ignore_errors=True)
            try:
                unpack(archive, source, fresh)
            except (tarfile.TarError, OSError, EOFError):
                continue
            found = fingerprint(fresh)
            if found == source.sha256:
                shutil.rmtree(DEPS / source.name, ignore_errors=True)
                fresh.rename(DEPS / source.name)
                return
            seen.append(found)
    if seen:
        raise Trouble(f"{source.name} {source.version} was fetched but is not what this project was "
                      f"tested with (SHA-256 {seen[-1]}); put a new pin in tools/fetch_dependencies.py "
                      "only after reading what changed.")
    raise Trouble(f"{source.name} {source.version} could not be fetched: there is no way to Debian's "
                  f"archive{debian.why_not} or the project's release page; connect to a network (or set a proxy) "
                  "and run this again.")


def fetch_packages() -> None:
    """npm ci, once per lock file."""
    lock = ROOT / "package-lock.json"
    pin = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = NODE_MODULES / ".linealen-lock"
    if stamp.is_file() and stamp.read_text() == pin:
        return
    npm = shutil.which("npm")
    if not npm:
        raise Trouble("npm is missing; install it with: apt-get install npm")
    print("Fetching npm packages", flush=True)
    done = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT,
                          capture_output=True, text=True)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        raise Trouble("npm could not fetch the packages of package-lock.json "
                      f"({(lines or ['no reason given'])[0].strip()}); "
                      "connect to a network, or check npm's registry setting, and run this again.")
    stamp.write_text(pin)


def cut_faces() -> None:
    """woff2 -> ttf; its own process, because fontTools may belong to another Python than ours."""
    recipe = TOOLS / "fetch_dependencies_faces.py"
    package = NODE_MODULES / "@fontsource" / "atkinson-hyperlegible-next"
    made = [DEPS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in (400, 600)]
    stamp = DEPS / "fonts" / ".recipe"
    pin = hashlib.sha256(recipe.read_bytes() + (package / "package.json").read_bytes()).hexdigest()
    if all(p.is_file() for p in made) and stamp.is_file() and stamp.read_text() == pin:
        return
    print("Cutting the faces", flush=True)
    (DEPS / "fonts").mkdir(parents=True, exist_ok=True)
    pythons = [sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin")]
    for python in filter(None, pythons):
        done = subprocess.run([python, str(recipe), str(package), str(DEPS / "fonts")],
                              capture_output=True, text=True)
        if done.returncode == 0:
            stamp.write_text(pin)
            return
        if "ModuleNotFoundError" not in done.stderr:
            raise Trouble(f"the faces could not be cut: {done.stderr.strip().splitlines()[-1]}; "
                          "delete node_modules and run this again.")
    raise Trouble("fontTools with brotli is missing; install it with: "
                  "apt-get install python3-fonttools python3-brotli")


def make_stemmer() -> None:
    """Snowball's own compiler, built here, turns its description of Danish into C."""
    source, made = DEPS / "snowball", DEPS / "stemmer"
    stamp = made / ".recipe"
    pin = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    if (made / "danish.c").is_file() and stamp.is_file() and stamp.read_text() == pin:
        return
    compilers = ["cc", "gcc", "clang", *sorted(p.name for p in Path("/usr/bin").glob("clang-[0-9]*"))]
    compiler = next(filter(shutil.which, compilers), None)
    if not compiler:
        raise Trouble("a C compiler is missing; install it with: apt-get install gcc libc6-dev")
    print("Making the Danish stemmer", flush=True)
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    # The other languages it can write are not fetched in part: its driver names them all.
    for words in ([compiler, "-O1", "-w", "-o", str(made / "snowball"), *map(str, sorted((source / "compiler").glob("*.c")))],
                  [str(made / "snowball"), str(source / "algorithms" / "danish.sbl"), "-utf8", "-eprefix", "danish_",
                   "-r", "runtime", "-o", str(made / "danish")]):
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(f"the Danish stemmer could not be made: {(done.stdout + done.stderr).strip()[-300:]}; "
                          "delete .deps/snowball and run this again.")
    stamp.write_text(pin)


def fetch_all() -> None:
    fetch_sources()
    fetch_packages()
    cut_faces()
    make_stemmer()


if __name__ == "__main__":
    try:
        fetch_all()
    except Trouble as trouble:
        sys.exit(f"fetch_dependencies: {trouble}")
