"""Runs the tests that Node runs, file by file, as many at a time as there are processors.

What lies in a folder called "alone" runs when the others are done, one by one: it measures how long something takes.
"""
import json
import os
import re
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fetch_dependencies import ROOT, Trouble
from gate.tally import Tally

SLOWEST_TOLD = 5
TIMES = ROOT / "build" / "node_times.json"  # s, of each file when it last ran: the slowest begin
NEW = 60.0  # s, taken for a file that never ran
SHARE_OF_ONE = 3  # one file gets no more than a third of the step's time: what hangs must not hold up the others


running: set[int] = set()  # processes that run a file now, each the first of its group


def run_node(folders: list[str], seconds: int) -> Tally:
    files = sorted(p for folder in folders for p in (ROOT / folder).rglob("*.test.mjs"))
    if not files:
        raise Trouble(f"{' and '.join(folders)} hold no *.test.mjs.")
    before = read_times()
    alone = [path for path in files if path.parent.name == "alone"]
    end = time.monotonic() + seconds
    took: dict[str, float] = {}

    def run_one(path: Path) -> Tally:
        start = time.monotonic()
        tally = run_file(path, max(1, min(end - start, seconds / SHARE_OF_ONE)))
        took[name_of(path)] = time.monotonic() - start
        return tally

    tally = Tally(0, 0)
    for several, chosen in ((os.cpu_count() or 1, [path for path in files if path not in alone]), (1, alone)):
        pool = ThreadPoolExecutor(several)
        try:
            tally = sum(pool.map(run_one, sorted(chosen, key=lambda path: -before.get(name_of(path), NEW))), tally)
        except BaseException:  # Ctrl+C reaches this process only
            pool.shutdown(wait=False, cancel_futures=True)
            for pid in tuple(running):
                os.killpg(pid, signal.SIGKILL)
            raise
        pool.shutdown()
    TIMES.write_text(json.dumps(before | took, indent=1))
    slowest = sorted(took, key=lambda name: -took[name])[:SLOWEST_TOLD]
    print(f"   slowest: {', '.join(f'{name} {took[name]:.0f} s' for name in slowest)}")
    return tally


def name_of(path: Path) -> str:
    return path.name.removesuffix(".test.mjs")


def read_times() -> dict[str, float]:
    try:
        return {str(name): float(took) for name, took in json.loads(TIMES.read_text()).items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}  # nothing ran yet; the order is only for speed


def run_file(path: Path, seconds: float) -> Tally:
    words = ["node", "--test", "--test-reporter=tap", str(path.relative_to(ROOT))]
    # A group of its own: what is stopped takes the processes it began with it, or they would slow all that comes after.
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          start_new_session=True) as process:
        running.add(process.pid)
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as late:
            os.killpg(process.pid, signal.SIGKILL)
            said = text_of(late.stdout)
            print(f"{path.name} was stopped: it had {seconds:.0f} s. {describe_last(said)}\n{only_faults(said)}")
            return Tally(0, 1)
        finally:
            running.discard(process.pid)
    count = {key: int(n) for key, n in re.findall(r"^# (pass|fail|cancelled|skipped|todo) (\d+)$", said, re.M)}
    bad = sum(number for key, number in count.items() if key != "pass")
    if process.returncode != 0 or bad or not count.get("pass"):
        print(f"{path.relative_to(ROOT)}\n{only_faults(said)}", flush=True)
        bad = max(bad, 1)
    return Tally(count.get("pass", 0), bad)


def describe_last(tap: str) -> str:
    """A test that hangs does not say its name; the one before it has."""
    ended = re.findall(r"^\s*(?:not )?ok \d+ - (.*)$", tap, re.M)
    return f"The last that ended: »{ended[-1]}«." if ended else "None of its tests ended."


def text_of(said: bytes | str | None) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said or ""


def only_faults(tap: str) -> str:
    """The failed tests of a TAP report with what they said, and nothing of the others."""
    kept, keeping = [], False
    for line in tap.splitlines():
        if re.match(r"\s*(not )?ok ", line):
            keeping = line.lstrip().startswith("not ok")
        elif re.match(r"\s*# ", line):
            keeping = not re.match(r"\s*# (Subtest|tests|suites|duration)", line)
        if keeping:
            kept.append(line)
    return "\n".join(kept)[-30000:]
