"""The tools that judge the tree are judged here: each must find the fault it is there for."""
import contextlib
import io
import os
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
import build_dist  # noqa: E402
import check_rooms  # noqa: E402
import fetch_dependencies as fetch  # noqa: E402
import write_reliability  # noqa: E402
from gate import fuzz, machine, node, run, scan, steps, tidy  # noqa: E402
from gate.tally import Tally  # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class Rooms(unittest.TestCase):
    OPENING = ["// sign.hpp -- one sign.", "// Knows: base. Never: decides.", "#pragma once"]

    def faults(self, name, lines):
        return [what for look in check_rooms.CHECKS.values() for _, what in look(name, lines)]

    def test_a_room_may_look_at_itself_and_above(self):
        self.assertEqual(self.faults("shared/flow/update.cpp",
                                     ['#include "flow/update.hpp"', '#include "base/result.hpp"']), [])

    def test_nobody_looks_up(self):
        cases = [("shared/base/text.cpp", "content/content.hpp"), ("shared/content/load.cpp", "session/session.hpp"),
                 ("shared/figure/drawing.cpp", "session/session.hpp"), ("shared/guide/a.cpp", "dilemma/play.hpp"),
                 ("shared/flow/update.cpp", "view/view.hpp"), ("shared/view/a.cpp", "layout/layout.hpp"),
                 ("wasm/paint/a.cpp", "mirror/mirror.hpp"), ("wasm/mirror/a.cpp", "paint/paint.hpp"),
                 ("tools/lineal/a.cpp", "layout/layout.hpp")]
        for name, header in cases:
            self.assertEqual(len(self.faults(name, [f'#include "{header}"'])), 1, name)

    def test_the_json_library_has_one_door(self):
        line = ["#include <nlohmann/json.hpp>"]

        self.assertEqual(self.faults("shared/base/json_reader.cpp", line), [])
        self.assertEqual(len(self.faults("shared/content/load.cpp", line)), 1)

    def test_the_stemmer_has_one_door(self):
        line = ["#include <danish.h>"]

        self.assertEqual(self.faults("shared/base/danish_stem.cpp", line), [])
        self.assertEqual(len(self.faults("shared/knowledge/search.cpp", line)), 1)

    def test_words_that_must_not_appear(self):
        cases = [("shared/flow/a.cpp", "    throw Error{};"), ("shared/flow/a.cpp", "auto a = std::ranges::sort(b);"),
                 ("shared/flow/a.cpp", "#include <chrono>"), ("shared/flow/a.cpp", "    static int count = 0;"),
                 ("shared/view/a.cpp", "#include <emscripten.h>"), ("wasm/mirror/a.cpp", "#include <imgui.h>"),
                 ("web/page.mjs", "node.inner" + "HTML = text;"), ("wasm/platform/a.js", "new Web" + "Socket(a)"),
                 ("tests/browser/a.test.mjs", "test.sk" + "ip('x')"), ("tests/unit/a.cpp", '"[!may' + 'fail]"'),
                 ("README.md", "see /wo" + "rk/main"), ("shared/flow/a.cpp", "// TO" + "DO later")]
        for name, line in cases:
            lines = ["// @ts-check", line] if name.endswith(".mjs") else [line]
            self.assertEqual(len(self.faults(name, lines)), 1, f"{name}: {line}")

    def test_words_in_comments_and_constants_are_fine(self):
        for line in ("// we never throw (see house.md)", "static constexpr int most = 3;", "static int count(int a);"):
            self.assertEqual(self.faults("shared/flow/a.cpp", [line]), [], line)

    def test_danish_words_for_people_live_in_content(self):
        self.assertEqual(len(self.faults("shared/view/a.cpp", ['say("Gå videre");'])), 1)
        self.assertEqual(self.faults("shared/view/a.cpp", ["// da: iagttagelse på stuen"]), [])

    def test_a_header_says_what_it_is(self):
        self.assertEqual(self.faults("shared/content/sign.hpp", self.OPENING), [])
        self.assertEqual(len(self.faults("shared/content/sign.hpp", self.OPENING[::2])), 1)
        self.assertEqual(len(self.faults("shared/content/other.hpp", self.OPENING)), 1)

    def test_a_file_has_at_most_400_lines(self):
        self.assertEqual(self.faults("shared/flow/a.cpp", [""] * 400), [])
        self.assertEqual(len(self.faults("shared/flow/a.cpp", [""] * 401)), 1)

    def test_no_third_party_file_is_kept(self):
        for name in ("web/face.ttf", "third/imgui.cpp", "shared/base/json.hpp"):
            self.assertTrue(self.faults(name, check_rooms_opening(name)), name)


def check_rooms_opening(name):
    return [f"// {Path(name).name} -- x", "// Knows: x. Never: y.", "#pragma once"]


class Dist(Folder):
    def scanned(self, **files):
        for name, text in files.items():
            (self.folder / name.replace("_", ".")).write_text(text)
        with mock.patch.object(scan, "DIST", self.folder), mock.patch("builtins.print"):
            return scan.scan_dist()

    def test_a_clean_page_passes(self):
        self.assertEqual(self.scanned(index_html='<script src="a.mjs" integrity="x"></script>').failed, 0)

    def test_an_empty_folder_does_not_pass(self):
        self.assertEqual(self.scanned(), Tally(0, 1))

    def test_each_forbidden_word_is_found(self):
        for word in scan.FORBIDDEN:
            self.assertEqual(self.scanned(a_mjs=f"x {word} y").failed, 1, word)

    def test_only_what_was_found_clean_is_recorded(self):
        for text, records in (("new WebSocket(a)", []), ("a()", ["N3"])):
            with self.subTest(text), mock.patch.object(write_reliability, "RECORDS", self.folder / "reached"), \
                    mock.patch.object(scan, "DIST", self.folder), mock.patch("builtins.print"):
                (self.folder / "a.mjs").write_text(text)
                self.assertEqual(scan.check_dist().failed, 2 - len(records), "and nothing there to be weighed")
                self.assertEqual(list(write_reliability.read_records()), records)
                if records:
                    self.assertRegex(write_reliability.read_records()["N3"][0]["what"], r"^\d+ words looked for in 1 files")

    def weighed(self, **sizes):
        """A page whose files, as they are sent, have these sizes; what else is fetched at the start weighs nothing."""
        for pattern in scan.UNTIL_READY:
            path = self.folder / pattern.replace("*", "0af1")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"long before it is compressed" * 100_000)
            path.with_name(path.name + ".br").write_bytes(bytes(sizes.get(path.name.split(".")[0], 0)))
        with mock.patch.object(scan, "DIST", self.folder), mock.patch("builtins.print") as said:
            return scan.weigh_start(), " ".join(str(call[0][0]) for call in said.call_args_list)

    def test_a_page_that_fetches_too_much_until_it_is_ready_fails(self):
        self.assertEqual(self.weighed(linealen=200_000, main=25_000), (Tally(1, 0), ""))
        tally, said = self.weighed(linealen=200_000, main=25_001)
        self.assertEqual(tally, Tally(0, 1))
        self.assertIn("225.0 kB are fetched until the page is ready; no more than 225 kB may be", said)

    def test_the_rest_of_the_program_is_not_fetched_until_the_page_is_ready(self):
        (self.folder / "linealen.rest.0af1.wasm").write_bytes(bytes(400_000))
        self.assertEqual(self.weighed(linealen=1)[0], Tally(1, 0))

    def test_a_page_whose_files_are_called_something_else_is_not_weighed_as_light(self):
        self.weighed()
        (self.folder / "main.0af1.mjs").rename(self.folder / "start.0af1.mjs")
        with mock.patch.object(scan, "DIST", self.folder), mock.patch("builtins.print") as said:
            self.assertEqual(scan.weigh_start(), Tally(0, 1))
        self.assertIn("main.*.mjs: there must be exactly one", said.call_args_list[0][0][0])

    def test_foreign_addresses_and_inline_code_are_found(self):
        self.assertEqual(self.scanned(a_mjs='fetch("https://example.org/x")').failed, 1)
        self.assertEqual(self.scanned(a_mjs='a("http://www.w3.org/2000/svg")').failed, 0)
        self.assertGreater(self.scanned(index_html="<script>a()</script>").failed, 0)

    def test_compressed_twins_exist_only_where_they_save(self):
        import random
        long, noise = self.folder / "a.css", self.folder / "b.png"
        long.write_text("x" * 5000)
        noise.write_bytes(random.Random(1).randbytes(5000))
        with mock.patch.object(build_dist, "DIST", self.folder / "no"):
            build_dist.compress_all(self.folder, self.folder / "index.html")

        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.css", "a.css.br", "a.css.gz", "b.png"])


class Gate(unittest.TestCase):
    def test_a_step_that_breaks_counts_as_failed(self):
        def broken():
            raise ValueError("oh")
        with mock.patch("builtins.print"):
            self.assertEqual(run.run_step(steps.Step("x", broken), set()), Tally(0, 1))

    def test_a_step_whose_ground_is_missing_counts_as_failed(self):
        step = steps.Step("x", lambda: Tally(5, 0), ("build",))
        with mock.patch("builtins.print"):
            self.assertEqual(run.run_step(step, {"build"}), Tally(0, 1))
        self.assertEqual(run.run_step(step, set()), Tally(5, 0))

    def test_every_step_stands_on_steps_before_it(self):
        for run_of_steps in (steps.list_steps(False), steps.list_steps(True), steps.list_engine_steps()):
            seen = set()
            for step in run_of_steps:
                self.assertLessEqual(set(step.after), seen, step.name)
                seen.add(step.name)

    def test_the_engines_are_a_run_of_their_own_and_part_of_the_full_one(self):
        def names(run_of_steps):
            return [step.name for step in run_of_steps]

        self.assertNotIn("engines", names(steps.list_steps(False)))
        self.assertEqual(names(steps.list_steps(True))[-3:], ["browser", "engines", "reliability"])
        self.assertEqual(names(steps.list_engine_steps()), ["machine", "fetch", "testing page", "engines"])

    def test_a_full_run_that_shows_too_little_of_a_goal_fails(self):
        goals = [{"goals": [{"id": "R1", "goal": "500 crashes", "least": 500}, {"id": "R3", "goal": "every place"}]}]

        def short(**record):
            return write_reliability.find_short(goals, {"R1": [{"full": True, "count": 3}, record], "R3": [{"full": True}]})

        self.assertEqual(short(full=True, count=500), [])
        self.assertEqual(short(full=True, count=499), ["R1 was shown 499 times; its goal asks for 500"])
        self.assertEqual(short(full=False, count=500), ["R1 was shown 3 times; its goal asks for 500"])

    def test_a_full_run_that_does_not_show_a_goal_in_each_engine_fails(self):
        goals = [{"goals": [{"id": "R2", "goal": "in both, 20 times", "where": ["Firefox ESR", "WebKitGTK"], "each": 20}]}]
        other = {"where": "WebKitGTK", "full": True, "count": 20}

        def short(**record):
            return write_reliability.find_short(goals, {"R2": [{"where": "Chromium", "full": True, "count": 60}, other, record]})

        self.assertEqual(short(where="Firefox ESR", full=True, count=20), [])
        self.assertEqual(short(where="Firefox ESR, by --engines", full=True, count=20), [])
        self.assertEqual(short(where="Firefox ESR", full=True, count=3), ["R2 was shown 3 times in Firefox ESR; its goal asks for 20"])
        for wrong in ({"where": "Firefox ESR", "full": False}, {"where": "Firefox ESR 2", "full": True}):
            self.assertEqual(short(**wrong, count=20), ["R2 was not shown in Firefox ESR; its goal asks for it"])
        del goals[0]["goals"][0]["each"]
        self.assertEqual(short(where="Firefox ESR", full=True, count=None), [])

    def test_what_a_goal_asks_of_a_place_is_of_a_place_that_tests_record(self):
        named = {place for group in write_reliability.read_goals() for goal in group["goals"] for place in goal.get("where", [])}
        engines = (fetch.ROOT / "tests" / "engines" / "engines.mjs").read_text()

        self.assertTrue(named)
        for place in named:
            self.assertIn(f'name: "{place.split(",")[0]}"', engines)

    def test_a_missing_engine_is_a_failure_with_the_cure(self):
        absent = machine.Need("Firefox ESR", "firefox-esr", lambda: False)
        with mock.patch.object(machine, "TO_BUILD", ()), mock.patch.object(machine, "TO_RUN_ENGINES", (absent,)), \
                mock.patch.object(os, "geteuid", return_value=1000), mock.patch("builtins.print") as said:
            tally = run.run_step(steps.list_engine_steps()[0], set())

        self.assertEqual(tally, Tally(0, 1))
        self.assertIn("Firefox ESR missing on this machine; install with: apt-get install firefox-esr", said.call_args[0][0])

    def test_the_engines_alone_leave_what_the_others_have_shown(self):
        for words, forgets in ((["--engines"], 0), ([], 1), (["--full"], 1)):
            with mock.patch.object(run.write_reliability, "forget") as forget, mock.patch.object(sys, "argv", ["run", *words]), \
                    mock.patch.object(steps, "list_steps", return_value=[]), mock.patch.object(os, "environ", {}), \
                    mock.patch.object(steps, "list_engine_steps", return_value=[]), mock.patch("builtins.print"):
                run.main()
            self.assertEqual(forget.call_count, forgets, words)

    def test_a_clean_verdict_is_forgotten_when_a_header_changes(self):
        with tempfile.TemporaryDirectory() as name:
            top = Path(name)
            (top / "a.cpp").write_text('#include "b.hpp"\n')
            (top / "b.hpp").write_text("int a();\n")
            with mock.patch.object(tidy, "INCLUDE_ROOTS", [top]), mock.patch.object(tidy, "ROOT", top):
                before = tidy.key_of(top / "a.cpp", "cc", b"rules")
                same = tidy.key_of(top / "a.cpp", "cc", b"rules")
                (top / "b.hpp").write_text("int a(int);\n")
                after = tidy.key_of(top / "a.cpp", "cc", b"rules")

        self.assertEqual(before, same)
        self.assertNotEqual(before, after)

    def test_sources_are_looked_at_together_as_far_as_no_name_stands_in_them_twice(self):
        with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
            paths = [Path(name) / f"{letter}.cpp" for letter in "abcd"]
            for path, own in zip(paths, ("one", "two", "three", "two")):
                path.write_text(f"static int {own}() {{ return 1; }}\nint {path.stem}();\nint {path.stem}() {{ return {own}(); }}\n")
            groups = tidy.list_groups(paths, dict.fromkeys(paths, ("-std=c++20",)), pool)

        self.assertEqual(groups, [paths[:2], paths[2:]])

    def test_of_sources_looked_at_together_the_faulty_one_is_told(self):
        with tempfile.TemporaryDirectory() as name:
            room = Path(name) / "shared"  # what lies in no room is not looked at through another file
            room.mkdir()
            clean, faulty = room / "clean.cpp", room / "faulty.cpp"
            clean.write_text("int same(int number);\nint same(int number) { return number; }\n")
            faulty.write_text("int twice(int number);\nint twice(int number) { return number - number; }\n")
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                found = tidy.find_clean([clean, faulty], ("-std=c++20",), [])

        self.assertEqual(found, [clean])
        self.assertIn("misc-redundant-expression", said.getvalue())

    def test_only_faults_of_a_report_are_shown(self):
        tap = "ok 1 - fine\n  duration_ms 1\nnot ok 2 - bad\n  error: 'x'\nok 3 - fine\n# pass 2\n# fail 1\n"

        self.assertEqual(node.only_faults(tap), "not ok 2 - bad\n  error: 'x'\n# pass 2\n# fail 1")

    def test_a_file_that_hangs_is_stopped_with_all_it_began_and_says_what_ended_before(self):
        with tempfile.TemporaryDirectory() as name, mock.patch.object(node, "ROOT", Path(name)):
            path = Path(name) / "hangs.test.mjs"
            path.write_text('import { test } from "node:test";\nimport { writeFileSync } from "node:fs";\n'
                            'test("stands", () => writeFileSync("pid", String(process.pid)));\n'
                            'test("hangs", () => new Promise(() => setInterval(() => {}, 1000)));\n')
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                tally = node.run_file(path, 10)
            pid = int((Path(name) / "pid").read_text())

        self.assertEqual(tally, node.Tally(0, 1))
        self.assertIn("hangs.test.mjs was stopped: it had 10 s. The last that ended: »stands«.", said.getvalue())
        stat = Path(f"/proc/{pid}/stat")
        for _ in range(100):
            if not stat.exists() or stat.read_text().split()[2] == "Z":
                break
            time.sleep(0.02)
        else:
            self.fail("what it began goes on")


class Fuzzing(Folder):
    SOUND = "stat::number_of_executed_units: 81234\nstat::slowest_unit_time_sec:    0\n"
    CRASH = ("a View keeps its promises\nSUMMARY: libFuzzer: deadly signal\n"
             "artifact_prefix='x/'; Test unit written to x/crash-1f\nstat::number_of_executed_units: 12\n")

    def ran(self, said, code=0):
        """What the step says, shows and records when every target says that."""
        shown = []
        with mock.patch.object(fuzz, "FOUND", self.folder / "found"), \
                mock.patch.object(write_reliability, "RECORDS", self.folder / "reached"), \
                mock.patch.object(fuzz.subprocess, "run", return_value=mock.Mock(returncode=code, stdout=said)), \
                mock.patch("builtins.print", side_effect=lambda *words, **_: shown.append(" ".join(words))):
            tally = fuzz.run_targets({"case": 1, "flow": 2}, 1)
        return tally, "\n".join(shown), sorted(path.name for path in (self.folder / "reached").glob("*"))

    def test_every_target_that_finds_nothing_is_counted_and_recorded(self):
        tally, shown, records = self.ran(self.SOUND)

        self.assertEqual(tally, Tally(2, 0))
        self.assertIn("case: 81,234 executions in", shown)
        self.assertEqual(records, ["F1.case.json", "F1.flow.json", "F1.together.json"])
        self.assertIn("162,468 executions", (self.folder / "reached" / "F1.together.json").read_text())
        self.assertIn("0 faults, slowest under 1 s", (self.folder / "reached" / "F1.case.json").read_text())

    def test_a_crash_fails_and_says_how_to_run_it_again(self):
        tally, shown, records = self.ran(self.CRASH, 77)

        self.assertEqual(tally, Tally(0, 2))
        self.assertIn("a View keeps its promises", shown)
        self.assertIn("fuzz_case broke; run it again with: ", shown)
        self.assertIn("native-asan/fuzz_case x/crash-1f", shown)
        self.assertEqual(records, [])

    def test_a_run_that_takes_too_long_and_one_that_never_was_fail(self):
        self.assertEqual(self.ran(self.SOUND.replace("    0", "    2"))[0], Tally(0, 2))
        self.assertIn("one input took 1 s or more", self.ran(self.SOUND.replace("    0", "    1"))[1])
        self.assertEqual(self.ran("")[0], Tally(0, 2))

    def test_every_target_in_the_tree_is_run_from_a_small_corpus(self):
        sources = {path.stem.removeprefix("fuzz_") for path in (ROOT / "tests/fuzz").glob("fuzz_*.cpp")}
        self.assertEqual(sources, set(fuzz.TARGETS))
        for target in sources:
            kept = list((fuzz.CORPUS / target).iterdir())
            self.assertTrue(5 <= len(kept) <= fuzz.MOST_KEPT, target)
            self.assertLessEqual(sum(path.stat().st_size for path in kept), fuzz.MOST_BYTES, target)

    def test_the_inputs_that_reach_most_are_kept(self):
        notes = "STARTED 0 9\nFT 0 1 2 3\nCOV 0 7\nFT 1 2\nFT 2 4\nCOV 2 8 9\n"

        self.assertEqual(fuzz.choose(fuzz.read_reach(notes), {0: 9, 1: 1, 2: 1}), [0, 2])


if __name__ == "__main__":
    unittest.main()
