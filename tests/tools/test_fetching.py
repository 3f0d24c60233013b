"""What the tree stands on is brought here, or refused with one sentence that says how to mend it."""
import os
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
import fetch_dependencies as fetch  # noqa: E402
from gate import machine  # noqa: E402


class Fetching(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def archive(self, text):
        path = self.folder / "thing_1.0.orig.tar.gz"
        (self.folder / "a.h").write_text(text)
        with tarfile.open(path, "w:gz") as tar:
            tar.add(self.folder / "a.h", "thing-1.0/src/a.h")
            tar.add(self.folder / "a.h", "thing-1.0/src/../../../out.h")
        return path

    def source(self, sha256):
        return fetch.Source("thing", "1.0", "thing", "https://example.org/thing.tar.gz", "src/", r".+\.h", sha256)

    def sha_of(self, text):
        sound = self.folder / "sound"
        sound.mkdir()
        (sound / "a.h").write_text(text)
        return fetch.fingerprint(sound)

    def take(self, source, archives):
        debian = mock.Mock()
        debian.archives.return_value = archives
        with mock.patch.object(fetch, "DEPS", self.folder / "deps"), \
                mock.patch.object(fetch, "release_archives", return_value=[]):
            fetch.DEPS.mkdir()
            fetch.take_first_sound(source, self.folder, debian)

    def test_what_matches_its_pin_is_taken_and_nothing_leaves_the_folder(self):
        self.take(self.source(self.sha_of("sound")), [self.archive("sound")])

        self.assertEqual((self.folder / "deps" / "thing" / "a.h").read_text(), "sound")
        self.assertFalse((self.folder.parent / "out.h").exists())

    def test_one_changed_byte_is_refused_with_a_sentence(self):
        with self.assertRaisesRegex(fetch.Trouble, "is not what this project was tested with"):
            self.take(self.source(self.sha_of("sound")), [self.archive("Sound")])
        self.assertFalse((self.folder / "deps" / "thing").exists())

    def test_no_network_is_one_sentence_with_the_cure(self):
        with self.assertRaisesRegex(fetch.Trouble, "could not be fetched: .*; connect to a network"):
            self.take(self.source("0"), [])

    def test_no_network_for_npm_is_one_sentence_too(self):
        (self.folder / "package-lock.json").write_text("{}")
        failed = mock.Mock(returncode=1, stderr="npm error code ENOTFOUND\n")
        with mock.patch.object(fetch, "ROOT", self.folder), \
                mock.patch.object(fetch, "NODE_MODULES", self.folder / "node_modules"), \
                mock.patch.object(fetch.subprocess, "run", return_value=failed), \
                self.assertRaisesRegex(fetch.Trouble, "ENOTFOUND.*connect to a network"):
            fetch.fetch_packages()


class Machine(unittest.TestCase):
    MISSING = machine.Need("a thing", "thing-package", lambda: False)

    def test_a_missing_tool_is_one_sentence_with_the_cure(self):
        with mock.patch.object(os, "geteuid", return_value=1000), \
                self.assertRaisesRegex(fetch.Trouble, "^a thing missing .*: apt-get install thing-package$"):
            machine.bring((self.MISSING,))

    def test_as_root_it_is_installed(self):
        there = []
        need = machine.Need("a thing", lambda: "thing-package", lambda: bool(there))
        with mock.patch.object(os, "geteuid", return_value=0), \
                mock.patch.object(machine.shutil, "which", return_value="apt-get"), \
                mock.patch.object(machine, "install", side_effect=there.append) as install:
            machine.bring((need,))

        install.assert_called_once_with(["thing-package"])

    def test_without_a_network_installing_is_one_sentence(self):
        failed = mock.Mock(returncode=100, stderr="E: Unable to locate package thing-package\n")
        with mock.patch.object(machine.subprocess, "run", return_value=failed), \
                mock.patch("builtins.print"), self.assertRaisesRegex(fetch.Trouble, "could not install .*connect to a"):
            machine.install(["thing-package"])


if __name__ == "__main__":
    unittest.main()
