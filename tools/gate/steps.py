"""The steps of the gate in the order they run, each with what must have succeeded before it.

A new check is one function and one line in list_steps(). The engines are a run of their own, and part of the full one.
"""
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable
from xml.etree import ElementTree

import build_testing
import write_reliability
from fetch_dependencies import NODE_MODULES, ROOT, Trouble, fetch_all
from gate import build, fuzz, machine, scan, tidy
from gate.node import run_node
from gate.tally import Tally

HALF_AN_HOUR = 1800
THREE_QUARTERS = 2700  # on a machine half as fast as most
TWO_HOURS = 7200
THREE_HOURS = 10800  # half an hour of it for the soak alone


@dataclass(frozen=True)
class Step:
    name: str
    run: Callable[[], Tally]
    after: tuple[str, ...] = ()


def list_steps(full: bool) -> list[Step]:
    return [
        Step("machine", one(lambda: machine.bring(machine.TO_CHECK + (machine.TO_RUN_ENGINES if full else ())))),
        Step("rooms", check_rooms),
        Step("format", check_format, ("machine",)),
        Step("fetch", one(fetch_all), ("machine",)),
        Step("tools", test_tools, ("fetch",)),
        Step("native build", one(lambda: build.build("native")), ("fetch",)),
        Step("headers", check_headers, ("fetch",)),
        Step("unit tests", lambda: run_catch2("native"), ("native build",)),
        Step("content", check_content, ("native build",)),
        Step("schemas", lambda: run_node(["tests/content", "tests/keeping"], HALF_AN_HOUR), ("native build",)),
        Step("wasm build", one(lambda: build.build("wasm-release")), ("fetch",)),
        Step("dist", one(build.build_page), ("native build", "wasm build")),
        Step("dist scan", scan.check_dist, ("dist",)),
        Step("html", check_html, ("dist",)),
        Step("types", check_types, ("fetch",)),
        Step("tidy", lambda: tidy.check_tidy(full), ("fetch",)),
        Step("sanitized build", one(lambda: build.build("native-asan", "unit_tests")), ("fetch",)),
        Step("sanitized tests", lambda: run_catch2("native-asan"), ("sanitized build",)),
        Step("fuzz build", one(fuzz.build_targets), ("fetch",)),
        Step("fuzz", lambda: run_fuzz(full), ("fuzz build",)),
        *([Step("fuzz coverage", lambda: fuzz.measure_coverage(list(fuzz.TARGETS)), ("fuzz",))] if full else []),
        *([Step("wasm debug build", one(lambda: build.build("wasm-debug")), ("fetch",))] if full else []),
        Step("same in WASM", lambda: pass_or_show(["sh", "tests/digest/compare"]), ("native build", "wasm build")),
        Step("testing page", one(build_testing.build_testing), ("dist",)),
        Step("browser", lambda: run_node(["tests/browser"], THREE_HOURS if full else THREE_QUARTERS), ("testing page",)),
        *([test_engines()] if full else []),
        Step("reliability", lambda: check_reliability(full), ("unit tests", "fuzz", "browser")),
    ]


def list_engine_steps() -> list[Step]:
    """What the journey through three engines needs, and nothing else."""
    return [
        Step("machine", one(lambda: machine.bring(machine.TO_BUILD + machine.TO_RUN_ENGINES))),
        Step("fetch", one(fetch_all), ("machine",)),
        Step("testing page", one(build_testing.build_testing), ("fetch",)),
        test_engines(),
    ]


def test_engines() -> Step:
    return Step("engines", lambda: run_node(["tests/engines"], TWO_HOURS), ("testing page",))


def one(action: Callable[[], None]) -> Callable[[], Tally]:
    """A step that either succeeds or raises Trouble."""
    def run() -> Tally:
        action()
        return Tally(1, 0)
    return run


def say(words: list[str], seconds: int = HALF_AN_HOUR, **more) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=seconds, **more)
    except subprocess.TimeoutExpired as late:
        so_far = late.stdout or b""
        print(so_far.decode(errors="replace") if isinstance(so_far, bytes) else so_far)
        raise Trouble(f"{Path(words[0]).name} was stopped after {seconds} s.") from None


def pass_or_show(words: list[str]) -> Tally:
    done = say(words)
    if done.returncode == 0:
        return Tally(1, 0)
    print(done.stdout.rstrip())
    return Tally(0, 1)


def check_rooms() -> Tally:
    note = build.BUILD / "rooms.tally"
    note.parent.mkdir(exist_ok=True)
    note.unlink(missing_ok=True)
    done = say([sys.executable, "tools/check_rooms.py", "--tally", str(note)])
    print(done.stdout, end="")
    if not note.is_file():
        raise Trouble("tools/check_rooms came to no result.")
    return Tally(*map(int, note.read_text().split()))


def check_format() -> Tally:
    files = [str(p) for room in ("shared", "wasm", "tools", "tests") for p in sorted((ROOT / room).rglob("*"))
             if p.suffix in {".cpp", ".hpp"}]
    done = say(["clang-format", "--dry-run", "-Werror", *files])
    if done.returncode == 0 and files:
        return Tally(1, 0)
    wrong = sorted({line.split(":")[0] for line in done.stdout.splitlines() if ": error:" in line})
    print("\n".join(os.path.relpath(name, ROOT) for name in wrong) + "\n   mend with: clang-format -i FILE")
    return Tally(0, 1)


def test_tools() -> Tally:
    done = say([sys.executable, "-m", "unittest", "discover", "-s", "tests/tools", "-p", "test_*.py"],
               env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    ran = re.search(r"^Ran (\d+) tests?", done.stdout, re.M)
    bad = sum(int(n) for n in re.findall(r"(?:failures|errors|skipped|expected failures)=(\d+)", done.stdout))
    count = int(ran[1]) if ran else 0
    if done.returncode != 0 or bad or not count:
        print(done.stdout.rstrip())
        bad = max(bad, 1)
    return Tally(max(count - bad, 0), bad)


def check_headers() -> Tally:
    build.build("native", "header_tests")
    return Tally(len(list((build.BUILD / "native" / "headers").rglob("*.hpp.cpp"))), 0)


def run_catch2(preset: str) -> Tally:
    """The tests in as many shards as there are processors; each tells its own counts in XML."""
    program = build.BUILD / preset / "unit_tests"
    shards = os.cpu_count() or 1
    running = []
    for shard in range(shards):
        note = build.BUILD / preset / f"unit_tests.{shard}.xml"
        note.unlink(missing_ok=True)
        words = [str(program), f"--shard-count={shards}", f"--shard-index={shard}", "--allow-running-no-tests",
                 "--reporter=console", f"--reporter=xml::out={note}"]
        running.append((note, subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                               text=True, errors="replace")))
    tally = Tally(0, 0)
    for note, process in running:
        tally += count_shard(note, process)
    return tally if tally.passed or tally.failed else Tally(0, 1)


def count_shard(note: Path, process: subprocess.Popen) -> Tally:
    try:
        said, _ = process.communicate(timeout=HALF_AN_HOUR)
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate()
    counted = Tally(0, 0)
    try:
        cases = ElementTree.parse(note).getroot().find("OverallResultsCases")
        bad = sum(int(cases.get(kind, "0")) for kind in ("failures", "expectedFailures", "skips"))
        counted = Tally(int(cases.get("successes")), bad)
    except (OSError, ElementTree.ParseError, AttributeError, TypeError):
        pass  # it died before the end; counted below
    if process.returncode != 0 or counted.failed:
        print(said.rstrip()[-20000:])
        return Tally(counted.passed, max(counted.failed, 1))
    return counted


def run_fuzz(full: bool) -> Tally:
    if full:
        return fuzz.run_targets(fuzz.SECONDS_IN_FULL)
    return fuzz.run_targets(dict.fromkeys(fuzz.TARGETS, fuzz.SECONDS_IN_GATE), fuzz.SEED_IN_GATE)


def check_content() -> Tally:
    return pass_or_show([str(build.BUILD / "native" / "lineal"), "check", "content"])


def check_reliability(full: bool) -> Tally:
    """Every goal of tests/reliability/goals.json has been shown in this very run; in a full one as often as it asks for."""
    told = write_reliability.read_goals(), write_reliability.read_records()
    faults = write_reliability.find_faults(*told) + (write_reliability.find_short(*told) if full else [])
    print("".join(f"   {fault}\n" for fault in faults), end="")
    goals = sum(len(group["goals"]) for group in write_reliability.read_goals())
    return Tally(goals - min(goals, len(faults)), len(faults))


def check_html() -> Tally:
    return pass_or_show([str(NODE_MODULES / ".bin" / "html-validate"), "--config", "tools/gate/html-validate.json",
                         "dist/index.html"])


def check_types() -> Tally:
    """The page's modules know a browser only, the tests and tools Node besides."""
    checker = str(NODE_MODULES / ".bin" / "tsc")
    return (pass_or_show([checker, "--project", "tools/gate/types-web.json"])
            + pass_or_show([checker, "--project", "tools/gate/types-tests.json"]))
