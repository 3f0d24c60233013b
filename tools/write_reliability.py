#!/usr/bin/env python3
"""What the tests have shown of each goal, as docs/reliability.md.

    tools/write_reliability [--check]

Tests leave a record for each goal they have shown (tests/browser/reached.mjs, tests/support/reached.hpp, and `record`
here for those in Python). --check writes nothing and fails when a goal has no record; the gate runs it last, after it
has begun with an empty folder.

Knows: tests/reliability/goals.json. Never: what a goal means; a figure of its own.
"""
import argparse
import json
import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "build" / "reached"
GOALS = ROOT / "tests" / "reliability" / "goals.json"
PAGE = ROOT / "docs" / "reliability.md"
INTRODUCTION = """# Reliability

Written by `tools/write_reliability` from what the tests themselves recorded while they ran, never by hand. The goals are those of
the safe-keeping design. *Native*: the house's own code, no browser. A figure with `--full` beside it comes from `./check.sh --full`;
the others from `./check.sh`, which shows the same with fewer turns. `./check.sh --engines` runs Firefox and WebKit.
"""


def forget() -> None:
    shutil.rmtree(RECORDS, ignore_errors=True)


def record(goal: str, where: str, what: str, count: int | None = None) -> None:
    """As tests/browser/reached.mjs and tests/support/reached.hpp: only what has been shown, in figures."""
    RECORDS.mkdir(parents=True, exist_ok=True)
    name = f"{goal}.{re.sub('[^a-zA-Z0-9]+', '-', where).lower()}.json"
    full = os.environ.get("LINEALEN_FULL") == "1"
    line = json.dumps({"goal": goal, "where": where, "what": what, "full": full, "count": count}, ensure_ascii=False)
    (RECORDS / name).write_text(line + "\n")


def read_goals() -> list[dict]:
    return json.loads(GOALS.read_text())


def read_records() -> dict[str, list[dict]]:
    """Goal -> its records, in the order of where they were made."""
    found: dict[str, list[dict]] = {}
    for path in sorted(RECORDS.glob("*.json")):
        record = json.loads(path.read_text())
        found.setdefault(record["goal"], []).append(record)
    return found


def find_short(groups: list[dict], records: dict[str, list[dict]]) -> list[str]:
    """What a full run has shown less often than its goal asks for ("least"), or not in every engine it names ("where",
    and there so often: "each")."""
    short = []
    for goal in (one for group in groups for one in group["goals"]):
        shown = [one for one in records.get(goal["id"], []) if one["full"]]
        if (most := count_most(shown)) < goal.get("least", 0):
            short.append(f"{goal['id']} was shown {most:,} times; its goal asks for {goal['least']:,}")
        for place in goal.get("where", []):
            there = [one for one in shown if is_in(one["where"], place)]
            if not there:
                short.append(f"{goal['id']} was not shown in {place}; its goal asks for it")
            elif (most := count_most(there)) < goal.get("each", 0):
                short.append(f"{goal['id']} was shown {most:,} times in {place}; its goal asks for {goal['each']:,}")
    return short


def count_most(records: list[dict]) -> int:
    return max((one.get("count") or 0 for one in records), default=0)


def is_in(where: str, place: str) -> bool:
    """»Firefox ESR, by --engines« is in »Firefox ESR«."""
    return where == place or where.startswith(f"{place},")


def find_faults(groups: list[dict], records: dict[str, list[dict]]) -> list[str]:
    known = [goal["id"] for group in groups for goal in group["goals"]]
    faults = [f"no test has shown {goal} in this run" for goal in known if goal not in records]
    return faults + [f"a test records {goal}, which is no goal" for goal in records if goal not in known]


def write_page(groups: list[dict], records: dict[str, list[dict]]) -> str:
    lines = [INTRODUCTION]
    for group in groups:
        lines += [f"## {group['title']}", "", "| | Goal | Reached |", "| --- | --- | --- |"]
        for goal in group["goals"]:
            shown = "<br>".join(f"{one['where']}: {one['what']}{' `--full`' if one['full'] else ''}"
                                for one in records.get(goal["id"], [])) or "**not shown**"
            lines.append(f"| {goal['id']} | {goal['goal']} | {shown} |")
        lines.append("")
    return "\n".join(lines)


def main(words: list[str]) -> None:
    reader = argparse.ArgumentParser(description="docs/reliability.md from what the tests recorded.")
    reader.add_argument("--check", action="store_true", help="only look whether every goal was shown")
    only_check = reader.parse_args(words).check
    groups, records = read_goals(), read_records()
    faults = find_faults(groups, records)
    if only_check:
        print("\n".join(faults), end="\n" if faults else "")
        sys.exit(1 if faults else 0)
    PAGE.write_text(write_page(groups, records))
    print(f"{PAGE.relative_to(ROOT)}: {sum(map(len, records.values()))} records, {len(faults)} faults")


if __name__ == "__main__":
    main(sys.argv[1:])
