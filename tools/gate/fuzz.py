#!/usr/bin/env python3
"""Runs the fuzzing targets: any bytes at all as content, as a case, as an encrypted file, as a visit.

    tools/fuzz [--seconds N] [--keep] [--coverage] [TARGET...]

Each target begins with what is kept in tests/fuzz/corpus/TARGET and with what earlier runs found below build/fuzz; the
ones that read JSON also with what tests/fuzz/write_seeds.cpp makes anew. An
input that breaks something is kept there too, and the command that runs it again is printed. --keep chooses the 40 inputs
that reach most, and puts them in tests/fuzz/corpus. --coverage counts the branches they reach (gate/coverage.py).

Knows: the preset native-asan, libFuzzer's report. Never: what a target looks for.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import write_reliability  # noqa: E402
from fetch_dependencies import ROOT, Trouble  # noqa: E402
from gate import build, coverage  # noqa: E402
from gate.tally import Tally  # noqa: E402

PROGRAMS = build.BUILD / "native-asan"
FOUND = build.BUILD / "fuzz"
CORPUS = ROOT / "tests" / "fuzz" / "corpus"
DICTIONARY = ROOT / "tests" / "fuzz" / "json.dict"
# Bytes of the longest input; the words of JSON help where there is JSON.
TARGETS = {"content": (24_000, True), "case": (9000, True), "envelope": (9000, True), "flow": (800, False)}
SECONDS_IN_GATE = 60
SEED_IN_GATE = 1  # what broke in one run of the gate breaks in the next; new ways are for the full run
# Together more than twenty million inputs on two processors (goal F1); those that are dear to look at are fewer.
SECONDS_IN_FULL = {"content": 300, "case": 300, "envelope": 900, "flow": 300}
LONGEST_RUN = 1  # s, of one input
MOST_KEPT = 40
MOST_BYTES = 50_000


@dataclass(frozen=True)
class Outcome:
    target: str
    executions: int
    seconds: float
    slowest: int  # whole seconds, as libFuzzer tells it
    faults: tuple[str, ...]  # what to show, each with how to run it again


def words_for(target: str, *more: str) -> list[str]:
    longest, speaks_json = TARGETS[target]
    dictionary = [f"-dict={DICTIONARY}"] if speaks_json else []
    return [str(PROGRAMS / f"fuzz_{target}"), f"-max_len={longest}", "-timeout=10", "-rss_limit_mb=1024", *dictionary, *more]


def folders_of(target: str, found: str = "found") -> list[str]:
    """The first is where what is found is put."""
    (FOUND / target / found).mkdir(parents=True, exist_ok=True)
    seeds = FOUND / target / "seeds"
    return [str(FOUND / target / found), str(CORPUS / target), *([str(seeds)] if seeds.is_dir() else [])]


def build_targets() -> None:
    build.build("native-asan", "fuzz_targets")
    write_seeds()


def write_seeds() -> None:
    for seeds in FOUND.glob("*/seeds"):
        shutil.rmtree(seeds)
    done = subprocess.run([str(PROGRAMS / "write_seeds"), str(FOUND)], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise Trouble(f"The inputs to begin with were not made. {done.stderr.strip()}")


def environment() -> dict[str, str]:
    return {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=32:malloc_context_size=8:detect_leaks=1"}


def number_in(report: str, name: str) -> int:
    found = re.search(rf"^stat::{name}:\s+(\d+)$", report, re.M)
    return int(found[1]) if found else 0


def tell_fault(target: str, report: str) -> str:
    """The end of what was said, and the command that runs the input again."""
    written = re.search(r"Test unit written to (\S+)", report)
    again = f"{PROGRAMS / f'fuzz_{target}'} {written[1]}" if written else f"tools/fuzz {target}"
    said = [line for line in report.splitlines() if not re.match(r"#\d+\s|\s+#\d+ .*(fuzzer::|libc)", line)]
    return "\n".join(said[-30:]) + f"\n   fuzz_{target} broke; run it again with: {again}"


def judge(target: str, report: str, code: int, seconds: float) -> Outcome:
    executions = number_in(report, "number_of_executed_units")
    slowest = number_in(report, "slowest_unit_time_sec")
    faults = []
    if code != 0 or executions == 0:
        faults.append(tell_fault(target, report))
    if slowest >= LONGEST_RUN:
        faults.append(f"   fuzz_{target}: one input took {slowest} s or more; none may take more than {LONGEST_RUN} s")
    return Outcome(target, executions, seconds, slowest, tuple(faults))


def run_target(target: str, seconds: int, seed: int) -> Outcome:
    """A seed of 0 is a new way each time, which goes on from what was found before; any other goes the same way again."""
    if seed:
        shutil.rmtree(FOUND / target / "same", ignore_errors=True)
    words = words_for(target, f"-max_total_time={seconds}", f"-seed={seed}", "-print_final_stats=1", "-reload=0",
                      f"-artifact_prefix={FOUND / target}/", *folders_of(target, "same" if seed else "found"))
    start = time.monotonic()
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", env=environment())
    return judge(target, done.stdout, done.returncode, time.monotonic() - start)


def tell(outcome: Outcome) -> str:
    slowest = "under 1 s" if outcome.slowest == 0 else f"{outcome.slowest} s"
    return (f"{outcome.executions:,} executions in {outcome.seconds:.0f} s, {len(outcome.faults)} faults, "
            f"slowest {slowest}")


def run_targets(seconds: dict[str, int], seed: int = 0) -> Tally:
    """Each for its seconds, as many at a time as there are processors, the longest first."""
    tally, executions = Tally(0, 0), 0
    targets = sorted(seconds, key=lambda target: -seconds[target])
    with ThreadPoolExecutor(os.cpu_count() or 1) as several:
        for outcome in several.map(lambda target: run_target(target, seconds[target], seed), targets):
            executions += outcome.executions
            print(f"   {outcome.target}: {tell(outcome)}", flush=True)
            print("".join(f"{fault}\n" for fault in outcome.faults), end="", flush=True)
            if not outcome.faults:
                write_reliability.record("F1", outcome.target, tell(outcome))
            tally += Tally(0, 1) if outcome.faults else Tally(1, 0)
    if not tally.failed:
        write_reliability.record("F1", "together", f"{executions:,} executions", executions)
    return tally


def measure_coverage(targets: list[str]) -> Tally:
    build.build("native-asan", "write_seeds")
    write_seeds()
    return coverage.measure(targets, {target: [*folders_of(target, "same"), *folders_of(target)] for target in targets})


def read_reach(notes: str) -> dict[int, set[str]]:
    """What each input reaches, of libFuzzer's notes while it merges: FT number, then the features."""
    reach: dict[int, set[str]] = {}
    for line in notes.splitlines():
        kind, _, rest = line.partition(" ")
        if kind in ("FT", "COV"):
            number, *reached = rest.split()
            reach.setdefault(int(number), set()).update(kind + one for one in reached)
    return reach


def choose(reach: dict[int, set[str]], sizes: dict[int, int]) -> list[int]:
    """The inputs that reach most together, within what may be kept."""
    chosen, seen, left = [], set(), MOST_BYTES
    while len(chosen) < MOST_KEPT:
        fitting = [number for number in reach if sizes[number] <= left and reach[number] - seen]
        if not fitting:
            break
        best = max(fitting, key=lambda number: (len(reach[number] - seen), -sizes[number]))
        chosen.append(best)
        seen |= reach[best]
        left -= sizes[best]
    return chosen


def keep(target: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = folder / "inputs"
        inputs.mkdir()
        for source in folders_of(target):
            for path in Path(source).glob("*"):
                shutil.copy(path, inputs / path.name)
        notes = folder / "notes"
        (folder / "out").mkdir()
        subprocess.run(words_for(target, "-merge=1", f"-merge_control_file={notes}", str(folder / "out"), str(inputs)),
                       cwd=ROOT, check=True, capture_output=True, env=environment())
        lines = notes.read_text().splitlines()
        files = [Path(line) for line in lines if line.startswith(str(inputs))]
        sizes = {number: path.stat().st_size for number, path in enumerate(files)}
        chosen = [files[number].read_bytes() for number in choose(read_reach(notes.read_text()), sizes)]
        shutil.rmtree(CORPUS / target, ignore_errors=True)
        (CORPUS / target).mkdir(parents=True)
        for number, content in enumerate(chosen, 1):
            (CORPUS / target / f"{number:02d}").write_bytes(content)
    print(f"{target}: {len(chosen)} inputs kept, {sum(map(len, chosen)):,} bytes")


def main(words: list[str]) -> int:
    reader = argparse.ArgumentParser(description="Any bytes at all, for as long as you like.")
    reader.add_argument("targets", nargs="*", metavar="TARGET", help=" ".join(TARGETS))
    reader.add_argument("--seconds", type=int, default=600, metavar="N", help="of each target")
    reader.add_argument("--keep", action="store_true", help="choose the corpus anew from what was found")
    reader.add_argument("--coverage", action="store_true", help="count the branches that the inputs reach")
    arguments = reader.parse_args(words)
    targets = arguments.targets or list(TARGETS)
    if unknown := [target for target in targets if target not in TARGETS]:
        reader.error(f"no target is called {unknown[0]}; there are: {' '.join(TARGETS)}")
    if arguments.coverage:
        return 1 if measure_coverage(targets).failed else 0
    build_targets()
    if arguments.keep:
        for target in targets:
            keep(target)
        return 0
    return 1 if run_targets(dict.fromkeys(targets, arguments.seconds)).failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        sys.exit(f"fuzz: {trouble}")
