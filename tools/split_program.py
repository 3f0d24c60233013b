#!/usr/bin/env python3
"""Make the page's program as small as it gets, and split it in two: what the start page needs, and the rest.

The rest is what can be reached through LATER only. Those functions are called when the start pack is in, and the page
gives no pack but the front pack to the program before the rest is in (web/main.mjs; docs/adr/0006). What is called too
early all the same stops the page with a sentence, as any fault does.
Knows: WebAssembly's sections and name section, Binaryen's tools. Never: changes what a function does.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

FEATURES = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals"]
# An order that is slow and gains 3 kB to fetch. Functions of six bytes are put where they are called (-aimfs): 2 kB
# less, and 500 fewer that a browser compiles one by one.
SMALLEST = ["--flatten", "--rereloop", "-Oz", "-Oz", "-aimfs", "6"]

# Each is looked for in the demangled name, and must be there: one that was inlined would take its callees along.
# What has one caller only is always inlined; then its own callees stand here.
LATER = (
    r"^core::describe_(?!start\()\w+\(core::Scene const&, std::__2::vector<core::Element",  # the other screens
    r"^core::(\(anonymous namespace\)::)?read_(?!front_texts)\w+\(core::JsonValue const&, core::JsonReport&, core::Content&\)",
    r"^core::\(anonymous namespace\)::read_files\(",
    r"RealHouse::take_pack\(",
    r"^core::indicate\(",  # a case: it begins with an age, and ages come with the start pack
    r"^core::compose\(",
    r"PageWriter::",  # a page for paper: of a screen that is in the rest
    r"^core::(sentences_of|table_of)\(core::Content const&, core::Figure const&",  # of a figure or self-assessment
    r"^core::\(anonymous namespace\)::download_document\(",
    r"^core::read_case\(",
    r"^core::write_case\(",
    r"^core::draw_scale\(",  # drawings: the start page has none
    r"^core::arrange\(",
)

# Many are the same to the byte, and one of them then stands for all: also for those that the start page calls.
LAMBDA = "::$_"


def run(*words: str | Path) -> str:
    """One of Binaryen's tools, which come with Emscripten: by Debian into the path, by emsdk into its own folder."""
    folders = os.pathsep.join([os.environ["PATH"], str(Path(os.environ.get("EMSDK", "/")) / "upstream" / "bin")])
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True,
                          env={**os.environ, "PATH": folders})
    if done.returncode != 0:
        sys.exit(f"split_program: {words[0]} stopped:\n{done.stderr.strip()[-2000:]}")
    return done.stdout


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def write_number(value: int) -> bytes:
    written = b""
    while value > 127:
        written += bytes([value & 127 | 128])
        value >>= 7
    return written + bytes([value])


def read_text(data: bytes, at: int) -> tuple[str, int]:
    length, at = read_number(data, at)
    return data[at:at + length].decode(), at + length


def read_function_names(section: bytes) -> dict[int, str]:
    names: dict[int, str] = {}
    _, at = read_text(section, 0)
    while at < len(section):
        kind = section[at]
        size, at = read_number(section, at + 1)
        end = at + size
        if kind == 1:
            count, at = read_number(section, at)
            for _ in range(count):
                index, at = read_number(section, at)
                names[index], at = read_text(section, at)
        at = end
    return names


def with_short_names(program: bytes) -> tuple[bytes, dict[str, str]]:
    """The program with its functions named f0, f1 …, and what each was called: no tool stumbles over the names of C++."""
    at, kept, names = 8, program[:8], {}
    while at < len(program):
        begin, kind = at, program[at]
        size, at = read_number(program, at + 1)
        section = program[at:at + size]
        if kind != 0:
            kept += program[begin:at + size]
        elif read_text(section, 0)[0] == "name":
            names = read_function_names(section)
        at += size
    if not names:
        sys.exit("split_program: the program has no names; it must be linked with --profiling-funcs.")
    each = b"".join(write_number(index) + write_number(len(f"f{index}")) + f"f{index}".encode() for index in sorted(names))
    listed = write_number(len(names)) + each
    section = b"\x04name\x01" + write_number(len(listed)) + listed
    return kept + b"\0" + write_number(len(section)) + section, {f"f{index}": name for index, name in names.items()}


def read_calls(written: str) -> tuple[dict[str, set[str]], set[str]]:
    """Who calls whom, and who can be called from anywhere: by the page or through a pointer."""
    calls: dict[str, set[str]] = {}
    open_to_all: set[str] = set()
    inside: set[str] | None = None
    for line in written.splitlines():
        if line.startswith(" (func $"):
            inside = calls.setdefault(line[8:].split(" ")[0].rstrip(")"), set())
        elif line.startswith(" ("):
            inside = None
            if line.startswith((" (export", " (elem", " (start")):
                open_to_all.update(re.findall(r"\$(f\d+)", line))
        if inside is not None:
            inside.update(re.findall(r"\((?:call|return_call|ref\.func) \$(f\d+)", line))
    return calls, open_to_all


def choose_later(calls: dict[str, set[str]], open_to_all: set[str], names: dict[str, str]) -> list[str]:
    gates: set[str] = set()
    for pattern in LATER:
        found = {short for short, name in names.items()
                 if re.search(pattern, name) and LAMBDA not in name and short in calls}
        if not found:
            sys.exit(f"split_program: no function is called »{pattern}«. Was it renamed or inlined? Mend LATER.")
        gates |= found
    needed: set[str] = set()
    waiting = list(open_to_all - gates)
    while waiting:
        one = waiting.pop()
        if one in needed or one in gates:
            continue
        needed.add(one)
        waiting.extend(calls.get(one, ()))
    return sorted(set(calls) - needed)


def split_program(program: Path, rest: Path) -> None:
    work = program.with_suffix(".split")
    work.mkdir(exist_ok=True)
    small, short, later = work / "small.wasm", work / "short.wasm", work / "later.txt"
    run("wasm-opt", *FEATURES, "-g", "--strip-producers", *SMALLEST, program, "-o", small)
    data, names = with_short_names(small.read_bytes())
    short.write_bytes(data)
    chosen = choose_later(*read_calls(run("wasm-dis", *FEATURES, short)), names)
    later.write_text("\n".join(chosen))
    run("wasm-split", *FEATURES, "-g", short, f"--split-funcs=@{later}", "--placeholder-namespace=later",
        "--import-namespace=first", "-o1", work / "first.wasm", "-o2", work / "rest.wasm")
    for part, into in ((work / "first.wasm", program), (work / "rest.wasm", rest)):
        run("wasm-opt", *FEATURES, "-Oz", "--strip-debug", "--strip-producers", part, "-o", into)


if __name__ == "__main__":
    split_program(Path(sys.argv[1]), Path(sys.argv[2]))
