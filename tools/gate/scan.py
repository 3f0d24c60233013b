"""Reads what is shipped for words that must not be there (safe-keeping, N3 and ASVS 15.2.3).

Looks at the bundled output, not the sources, so that glue and libraries are held to it too. And adds up what is fetched
until the page is ready.
"""
import re
from pathlib import Path

import write_reliability
from gate.build import DIST
from gate.tally import Tally

FORBIDDEN = ("eval(", "new Function", "WebSocket", "RTCPeerConnection", "sendBeacon", "XMLHttpRequest", "EventSource",
             "WebTransport", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
             "importScripts(\"http", "sourceMappingURL",
             "globalThis.lineal", "page_trap", "page_witness", "page_views",  # of the page of the tests (ASVS 15.2.3)
             "JSON.parse", ".json()")  # F7: what a file holds goes to the strict reader, and becomes no object of the browser
# Names of vocabularies that look like addresses and are never fetched.
ALLOWED_ADDRESSES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml")
ADDRESS = re.compile(r"(?:https?|wss?):?//[^\s\"'`<>)]+")
SHIPPED_CODE = {".mjs", ".js", ".css", ".html"}
# What is fetched until the page is ready, as docs/figures.md lists it from a real start.
UNTIL_READY = ("linealen.*.wasm", "main.*.mjs", "AtkinsonHyperlegibleNext-400.*.ttf", "AtkinsonHyperlegibleNext-600.*.ttf",
               "style.*.css", "index.html", "content/front.*.json", "icon.svg")
MOST_UNTIL_READY = 225_000  # bytes, in brotli: 210 kB to be ready, 15 kB for keeping


def list_files() -> list[Path]:
    return [path for path in sorted(DIST.rglob("*")) if path.suffix in SHIPPED_CODE]


def check_dist() -> Tally:
    tally = scan_dist()
    if not tally.failed:
        write_reliability.record("N3", "what is shipped",
                                 f"{len(FORBIDDEN)} words looked for in {len(list_files())} files, 0 found")
    return tally + weigh_start()


def scan_dist() -> Tally:
    files = list_files()
    faults = {word: [] for word in (*FORBIDDEN, "foreign addresses", "inline script or style", "every script's hash")}
    for path in files:
        text = path.read_text()
        for word in FORBIDDEN:
            faults[word] += [path.name] * text.count(word)
        faults["foreign addresses"] += [f"{path.name}: {found}" for found in ADDRESS.findall(text)
                                        if found not in ALLOWED_ADDRESSES]
        if path.suffix == ".html":
            inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=", text)
            faults["inline script or style"] += [f"{path.name}: {found}" for found in inline]
            bare = [s for s in re.findall(r"<script[^>]*>", text) if " integrity=" not in s]
            faults["every script's hash"] += [f"{path.name}: {found}" for found in bare]
    for word, places in faults.items():
        for place in places:
            print(f"   dist: {word}: {place}")
    failed = sum(1 for places in faults.values() if places)
    return Tally(len(faults) - failed if files else 0, failed if files else 1)


def is_compressed(path: Path) -> bool:
    return path.suffix in {".br", ".gz"}


def find_shipped(pattern: str) -> Path | None:
    """The one file of that name, whatever its hash; none where the list is no longer true."""
    depth = pattern.count(".")
    found = [path for path in DIST.glob(pattern) if not is_compressed(path) and path.name.count(".") == depth]
    return found[0] if len(found) == 1 else None


def weigh(path: Path) -> int:
    """As it is sent: the smaller of the two, where there are two."""
    twin = path.with_name(path.name + ".br")
    return (twin if twin.is_file() else path).stat().st_size


def weigh_start() -> Tally:
    found = {pattern: find_shipped(pattern) for pattern in UNTIL_READY}
    missing = [pattern for pattern, path in found.items() if path is None]
    for pattern in missing:
        print(f"   dist: {pattern}: there must be exactly one; what is fetched until ready cannot be added up")
    weight = sum(weigh(path) for path in found.values() if path is not None)
    if weight > MOST_UNTIL_READY:
        print(f"   dist: {weight / 1000:.1f} kB are fetched until the page is ready; no more than {MOST_UNTIL_READY / 1000:.0f} kB may be")
    return Tally(0, 1) if missing or weight > MOST_UNTIL_READY else Tally(1, 0)
