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

    def test_an_observatory_would_give_the_best_mark(self):
        """The points of the public grader that concern headers, counted as it counts them."""
        policies = dict(part.split(" ", 1) for part in self.ask("/").getheader("Content-Security-Policy").split("; "))
        header = self.ask("/").getheader

        score = 100
        score += 10 if policies["default-src"] == "'none'" and "unsafe-inline" not in str(policies) else -25
        score += 5 if header("Referrer-Policy") == "no-referrer" else 0
        score += 5 if policies["frame-ancestors"] == "'none'" else -20
        score += 10 * sum(header(f"Cross-Origin-{name}-Policy") is not None
                          for name in ("Resource", "Embedder", "Opener"))
        score -= 0 if header("X-Content-Type-Options") == "nosniff" else 5
        score -= 20  # HSTS means nothing at 127.0.0.1

        self.assertGreaterEqual(score, 100)


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


class Policy(unittest.TestCase):
    def test_the_policy_inside_the_page_is_the_same_but_for_framing(self):
        self.assertEqual(policy.META_POLICY,
                         re.sub(r"frame-ancestors 'none'; ", "", policy.HEADERS["Content-Security-Policy"]))


if __name__ == "__main__":
    unittest.main()
