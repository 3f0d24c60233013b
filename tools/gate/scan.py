"""Reads what is shipped for words that must not be there (safe-keeping, N3 and ASVS 15.2.3).

Looks at the bundled output, not the sources, so that glue and libraries are held to it too.
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


def list_files() -> list[Path]:
    return [path for path in sorted(DIST.rglob("*")) if path.suffix in SHIPPED_CODE]


def check_dist() -> Tally:
    tally = scan_dist()
    if not tally.failed:
        write_reliability.record("N3", "what is shipped",
                                 f"{len(FORBIDDEN)} words looked for in {len(list_files())} files, 0 found")
    return tally


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
