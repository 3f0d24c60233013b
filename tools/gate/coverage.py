"""How much of what reads foreign bytes the fuzzing targets reach, branch by branch.

    tools/fuzz --coverage

Built once more with clang's counters; every input of tests/fuzz/corpus and of what earlier runs found is run once.
Knows: the preset native-coverage, llvm-cov. Never: looks for new inputs.
"""
import json
import os
import subprocess
import tempfile
from pathlib import Path

import write_reliability
from fetch_dependencies import ROOT, Trouble
from gate import build
from gate.tally import Tally

# The reader of JSON, of content with its checks, of cases, and of what is encrypted.
READERS = ("shared/base/json_*.cpp", "shared/content/read_*.cpp", "shared/content/check_*.cpp",
           "shared/content/load_content.cpp", "shared/session/read_case.cpp", "shared/keeping/envelope.cpp")
LEAST = 90.0  # per cent of all branches together


def count_branches(programs: list[Path], folders: dict[str, list[str]], words: list[str]) -> dict[str, tuple[int, int]]:
    """Of each file: branches that were taken, and all."""
    files = sorted(str(path) for pattern in READERS for path in ROOT.glob(pattern))
    with tempfile.TemporaryDirectory() as name:
        for program in programs:
            target = program.name.removeprefix("fuzz_")
            subprocess.run([str(program), "-runs=0", *words, *folders[target]], cwd=ROOT, check=True,
                           capture_output=True, env={**os.environ, "LLVM_PROFILE_FILE": f"{name}/{target}.profraw"})
        merged = f"{name}/all.profdata"
        subprocess.run(["llvm-profdata", "merge", "-o", merged, *map(str, Path(name).glob("*.profraw"))], check=True)
        others = [word for program in programs[1:] for word in ("-object", str(program))]
        told = subprocess.run(["llvm-cov", "export", "-summary-only", f"-instr-profile={merged}", str(programs[0]),
                               *others, *files], check=True, capture_output=True, text=True)
    counted = {}
    for one in json.loads(told.stdout)["data"][0]["files"]:
        branches = one["summary"]["branches"]
        counted[str(Path(one["filename"]).relative_to(ROOT))] = (branches["covered"], branches["count"])
    return counted


def measure(targets: list[str], folders: dict[str, list[str]]) -> Tally:
    build.build("native-coverage", "fuzz_targets")
    programs = [build.BUILD / "native-coverage" / f"fuzz_{target}" for target in targets]
    try:
        counted = count_branches(programs, folders, ["-max_len=24000", "-timeout=10"])
    except (OSError, subprocess.CalledProcessError) as fault:
        raise Trouble(f"The branches could not be counted: {fault}") from fault
    for name, (taken, all_of_it) in sorted(counted.items()):
        if all_of_it:
            print(f"   {name}: {taken} of {all_of_it}, {100 * taken / all_of_it:.0f} %")
    taken, all_of_it = (sum(column) for column in zip(*counted.values()))
    share = 100 * taken / all_of_it
    told = f"{share:.1f} % of {all_of_it:,} branches of the readers and checks"
    print(f"   together: {told}")
    if share < LEAST:
        return Tally(0, 1)
    write_reliability.record("F1", "coverage", told)
    return Tally(1, 0)
