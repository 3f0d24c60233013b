"""serve.py as a browser, and as somebody who means harm, meets it."""
import contextlib
import gzip
import http.client
import io
import re
import socket
import sys
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
import serve  # noqa: E402
import write_reliability  # noqa: E402
from gate import policy  # noqa: E402

PAGE = "<!doctype html><title>Linealen</title>" + "x" * 2000


class Served(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dist = Path(folder.name) / "dist"
        (self.dist / "content").mkdir(parents=True)
        (self.dist / "index.html").write_text(PAGE)
        (self.dist / "index.html.gz").write_bytes(gzip.compress(PAGE.encode()))
        (self.dist / "index.html.br").write_bytes(b"brotli bytes")
        (self.dist / "linealen.191bfb636016.wasm").write_bytes(b"\0asm")
        (self.dist / "main.ZGAIRY5A.mjs").write_text("export {}")
        (self.dist / "sw.js").write_text("")
        (self.dist / "manifest.webmanifest").write_text("{}")
        (self.dist / "icon-192.png").write_bytes(b"\x89PNG")
        (self.dist / "content" / "start.0123456789ab.json").write_text("{}")
        (self.dist / "notes.secret").write_text("not of a known type")
        (self.dist.parent / "outside.txt").write_text("outside")
        (self.dist / "link.txt").symlink_to(self.dist.parent / "outside.txt")
        self.server = serve.Server(0, self.dist)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.port = self.server.server_port

    def ask(self, path="/", method="GET", host=None, **headers):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(line.close)
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        line.putheader("Host", host or f"127.0.0.1:{self.port}")
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        answer.body = answer.read()
        return answer


class Headers(Served):
    def test_every_answer_carries_exactly_the_headers_of_the_threat_model(self):
        expected = {
            "Content-Security-Policy":
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
                "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
                "form-action 'none'; frame-ancestors 'none'; object-src 'none'; "
                "require-trusted-types-for 'script'; trusted-types lineal-sw",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), "
                                  "hid=(), bluetooth=(), payment=(), clipboard-read=(), browsing-topics=()",
        }

        answers = [self.ask("/"), self.ask("/missing"), self.ask("/", host="evil.example"),
                   self.ask("/", method="DELETE"), self.ask("/", host=f"localhost:{self.port}")]

        for answer in answers:
            for name, value in expected.items():
                self.assertEqual(answer.getheader(name), value, f"{name} at {answer.status}")

    def test_only_names_with_a_hash_are_kept_for_ever(self):
        kept = ["/linealen.191bfb636016.wasm", "/main.ZGAIRY5A.mjs", "/content/start.0123456789ab.json"]
        asked_again = ["/", "/index.html", "/sw.js", "/manifest.webmanifest", "/icon-192.png"]

        for path in kept:
            self.assertEqual(self.ask(path).getheader("Cache-Control"), "public, max-age=31536000, immutable", path)
        for path in asked_again:
            self.assertEqual(self.ask(path).getheader("Cache-Control"), "no-cache", path)

    def test_types_are_those_browsers_insist_on(self):
        expected = {"/": "text/html; charset=utf-8", "/linealen.191bfb636016.wasm": "application/wasm",
                    "/main.ZGAIRY5A.mjs": "text/javascript; charset=utf-8",
                    "/content/start.0123456789ab.json": "application/json; charset=utf-8",
                    "/sw.js": "text/javascript; charset=utf-8", "/icon-192.png": "image/png",
                    "/manifest.webmanifest": "application/manifest+json; charset=utf-8"}

        for path, kind in expected.items():
            self.assertEqual(self.ask(path).getheader("Content-Type"), kind)

    def test_the_server_does_not_say_what_it_runs_on(self):
        self.assertNotIn("Python", self.ask("/").getheader("Server"))


class Compression(Served):
    def test_brotli_is_sent_where_it_is_understood(self):
        answer = self.ask(Accept_Encoding="gzip, deflate, br, zstd")

        self.assertEqual(answer.getheader("Content-Encoding"), "br")
        self.assertEqual(answer.body, b"brotli bytes")
        self.assertEqual(answer.getheader("Content-Type"), "text/html; charset=utf-8")
        self.assertEqual(answer.getheader("Vary"), "Accept-Encoding")

    def test_gzip_is_sent_where_brotli_is_refused(self):
        answer = self.ask(Accept_Encoding="br;q=0, gzip;q=0.5")

        self.assertEqual(answer.getheader("Content-Encoding"), "gzip")
        self.assertEqual(gzip.decompress(answer.body).decode(), PAGE)

    def test_the_plain_file_is_sent_where_nothing_is_understood(self):
        answer = self.ask()

        self.assertIsNone(answer.getheader("Content-Encoding"))
        self.assertEqual(answer.body.decode(), PAGE)

    def test_head_says_the_length_and_sends_nothing(self):
        answer = self.ask(method="HEAD")

        self.assertEqual(answer.getheader("Content-Length"), str(len(PAGE)))
        self.assertEqual(answer.body, b"")


class Door(Served):
    def test_another_host_name_is_turned_away(self):
        for host in ("evil.example", f"evil.example:{self.port}", "127.0.0.1:1", "[::1]", "127.0.0.1.evil.example"):
            answer = self.ask(host=host)
            self.assertEqual(answer.status, 421, host)
            self.assertNotIn(b"Linealen", answer.body)

    def test_localhost_is_led_to_the_one_true_address(self):
        answer = self.ask("/index.html", host=f"localhost:{self.port}")

        self.assertEqual(answer.status, 308)
        self.assertEqual(answer.getheader("Location"), f"http://127.0.0.1:{self.port}/index.html")

    def test_the_redirect_repeats_nothing_it_does_not_know(self):
        answer = self.ask("//evil.example/?note=x", host=f"localhost:{self.port}")

        self.assertEqual(answer.getheader("Location"), f"http://127.0.0.1:{self.port}/")

    def test_only_files_of_dist_exist(self):
        for path in ("/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "//outside.txt", "/link.txt",
                     "/content/", "/content", "/notes.secret", "/index.html.br", "/.git/config", "/serve.py",
                     "/content/../../outside.txt", "\\..\\outside.txt", "/index.html%00"):
            self.assertEqual(self.ask(path).status, 404, path)

    def test_what_follows_a_question_mark_does_not_matter(self):
        self.assertEqual(self.ask("/?visning=tekst").status, 200)

    def test_methods_that_change_things_are_not_understood(self):
        for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
            self.assertEqual(self.ask(method=method).status, 501, method)

    def test_wiping_is_for_our_own_page_only(self):
        own = self.ask("/wipe", method="POST", Origin=f"http://127.0.0.1:{self.port}")
        foreign = self.ask("/wipe", method="POST", Origin="http://evil.example")
        nameless = self.ask("/wipe", method="POST")

        self.assertEqual(own.getheader("Clear-Site-Data"), '"storage", "cache"')
        for answer in (foreign, nameless, self.ask("/wipe")):
            self.assertEqual(answer.status, 404)
            self.assertIsNone(answer.getheader("Clear-Site-Data"))

    def test_it_listens_on_this_machine_only(self):
        self.assertEqual(self.server.server_address[0], "127.0.0.1")

    def test_a_request_that_is_no_http_gets_an_answer_and_an_end(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(b"nonsense\r\n\r\n")
            said = line.makefile("rb").read()

        self.assertIn(b"400", said.splitlines()[0])
        self.assertIn(b"nosniff", said)

    def test_nothing_about_a_visit_is_written_down(self):
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            self.ask("/?secret")
            self.ask("/missing")

        self.assertEqual(said.getvalue(), "")


class Sentences(Served):
    """What can go wrong is told in one sentence with its cure."""

    def trouble(self, *words):
        with self.assertRaises(serve.Trouble) as caught:
            serve.main(list(words))
        said = str(caught.exception)
        self.assertNotIn("\n", said)
        return said

    def test_a_port_in_use(self):
        said = self.trouble("--no-build", "--port", str(self.port))

        self.assertRegex(said, rf"port {self.port} is in use; .*--port {self.port + 1}$")

    def test_a_port_that_is_none(self):
        self.assertIn("not a port; choose one", self.trouble("--no-build", "--port", "70000"))

    def test_nothing_to_serve(self):
        said = self.trouble("--no-build", "--port", "0", "--dist", str(self.dist / "content"))

        self.assertRegex(said, r"no dist/index\.html to serve; build it with: python3 serve\.py$")

    def test_building_only_opens_no_port(self):
        with mock.patch.object(serve.build, "build_page") as built, \
                contextlib.redirect_stdout(io.StringIO()) as said:
            serve.main(["--build-only", "--port", str(self.port)])

        built.assert_called_once_with()
        self.assertTrue(said.getvalue().startswith("Built: "))


def documented_headers():
    """The block under **Headers** in docs/hosting.md, as a host sends it."""
    block = re.search(r"\*\*Headers\*\*.*?```\n(.*?)```", (ROOT / "docs" / "hosting.md").read_text(), re.S)[1]
    return dict(line.split(": ", 1) for line in re.sub(r"\n\s+", " ", block).strip().splitlines())


def points(headers, meta_policy="", has_integrity=True):
    """What the public grader gives (safe-keeping 2.4, S36): its rules for headers, and its rounding: bonus from 90 on."""
    words = headers.get("Content-Security-Policy", meta_policy)
    policies = dict(part.split(" ", 1) for part in words.split("; ")) if words else {}
    framing = dict(part.split(" ", 1) for part in headers.get("Content-Security-Policy", "a b").split("; "))
    is_safe = "unsafe-inline" not in words and "unsafe-eval" not in words.replace("wasm-unsafe-eval", "")
    age = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    missing = {"policy": 25 * (not words or not is_safe), "framing": 20 * ("frame-ancestors" not in framing),
               "nosniff": 5 * (headers.get("X-Content-Type-Options") != "nosniff"),
               "transport": 20 * (not age or int(age[1]) < 15768000)}
    bonus = {"policy": 10 * (policies.get("default-src") == "'none'" and is_safe), "integrity": 5 * has_integrity,
             "referrer": 5 * (headers.get("Referrer-Policy") == "no-referrer"),
             "framing": 5 * (framing.get("frame-ancestors") == "'none'"),
             **{name: 10 * (f"Cross-Origin-{name}-Policy" in headers) for name in ("Opener", "Embedder", "Resource")}}
    base = 100 - sum(missing.values())
    return base + sum(bonus.values()) if base >= 90 else base


class Grade(Served):
    """N7: what the public grader would give the page, where the headers can be set and where they cannot."""

    def sent(self):
        return {name: value for name, value in self.ask("/").getheaders() if name in documented_headers()}

    def test_serve_py_sends_what_hosting_asks_for_but_for_https(self):
        documented = documented_headers()
        self.assertIn("Strict-Transport-Security", documented)

        del documented["Strict-Transport-Security"]  # means nothing at http://127.0.0.1
        self.assertEqual(self.sent(), documented)
        self.assertEqual(documented, policy.HEADERS)

    def test_the_documented_headers_are_worth_the_best_mark(self):
        whole = points(documented_headers())
        self.assertGreaterEqual(whole, 100)

        for name in documented_headers():  # each of them counts, or stands there for another reason than the mark
            less = {other: value for other, value in documented_headers().items() if other != name}
            if name != "Permissions-Policy":
                self.assertLess(points(less), whole, name)
        scripts = re.findall(r"<script[^>]*>", (ROOT / "web" / "index.html").read_text())
        self.assertEqual(scripts, [], "build_dist writes the only script, with its hash; the scan of dist looks at it")
        write_reliability.record("N7", "the headers of docs/hosting.md", f"{whole} points, A+")

    def test_without_headers_the_ceiling_is_the_documented_one(self):
        """A host that sends nothing but https: the policy stands in the page, framing and types are not controlled."""
        ceiling = points({"Strict-Transport-Security": "max-age=63072000"}, policy.META_POLICY)

        self.assertEqual(ceiling, 75)
        hosting = (ROOT / "docs" / "hosting.md").read_text()
        self.assertIn(f"at most {ceiling} points, grade B", " ".join(hosting.split()))


class Policy(unittest.TestCase):
    def test_the_policy_inside_the_page_is_the_same_but_for_framing(self):
        self.assertEqual(policy.META_POLICY,
                         re.sub(r"frame-ancestors 'none'; ", "", policy.HEADERS["Content-Security-Policy"]))


if __name__ == "__main__":
    unittest.main()
