#!/usr/bin/env python3
"""Runs the steps of the gate, cheapest first, and closes with one line that counts everything.

Each step says how many checks passed and failed; one that cannot run because an earlier one broke counts as
failed, so nothing is ever silently left out.
"""
import argparse
import os
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import write_reliability  # noqa: E402
from fetch_dependencies import ROOT, Trouble  # noqa: E402
from gate import steps  # noqa: E402


def run_step(step: steps.Step, broken: set[str]) -> steps.Tally:
    if broken & set(step.after):
        print(f"   not run: {', '.join(sorted(broken & set(step.after)))} failed before it")
        return steps.Tally(0, 1)
    try:
        return step.run()
    except Trouble as trouble:
        print(f"   {trouble}")
    except Exception as fault:  # a step that breaks is a failed step, never a gate without a last line
        print(f"   the step itself broke: {type(fault).__name__}: {fault}")
    return steps.Tally(0, 1)


def main() -> int:
    reader = argparse.ArgumentParser(description="Every check and test, cheapest first.")
    reader.add_argument("--full", action="store_true", help="every combination")
    reader.add_argument("--engines", action="store_true", help="one journey in Chromium, Firefox and WebKit, and nothing else")
    reader.add_argument("--only", metavar="STEP", action="append", help="these steps only, as they stand")
    arguments = reader.parse_args()
    os.chdir(ROOT)
    if arguments.full:
        os.environ["LINEALEN_FULL"] = "1"
    if not arguments.only and not arguments.engines:
        write_reliability.forget()  # what the engines show comes beside what the last whole run has shown
    passed = failed = 0
    broken: set[str] = set()
    try:
        for step in steps.list_engine_steps() if arguments.engines else steps.list_steps(arguments.full):
            if arguments.only and step.name not in arguments.only:
                continue
            print(f"== {step.name}", flush=True)
            start = time.monotonic()
            tally = run_step(step, broken)
            if tally.failed:
                broken.add(step.name)
            passed, failed = passed + tally.passed, failed + tally.failed
            print(f"   {tally.passed} passed, {tally.failed} failed ({time.monotonic() - start:.1f} s)", flush=True)
    except KeyboardInterrupt:
        failed += 1
        print("   stopped by hand")
    if passed == 0 and failed == 0:
        failed = 1
        print("no step of that name")
    sys.stderr.flush()
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
