#!/usr/bin/env python3
"""Build what is missing, then serve dist/ on this machine only. Python's standard library, nothing else.

    python3 serve.py [--port 8080] [--build-only | --no-build] [--open]
"""
import argparse
import http.server
import re
import sys
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tools"))
from fetch_dependencies import Trouble  # noqa: E402
from gate import build, policy  # noqa: E402

HOST = "127.0.0.1"
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".wasm": "application/wasm", ".ttf": "font/ttf",
    ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json; charset=utf-8",
}
TWINS = (("br", ".br"), ("gzip", ".gz"))
HASHED_NAME = re.compile(r"\.[0-9A-Za-z]{8,64}\.[a-z]+$")


def list_files(dist: Path) -> dict[str, Path]:
    """Address -> file. What is not in this list does not exist, whatever the address looks like."""
    files = {}
    for path in dist.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.suffix in TYPES:
            files["/" + path.relative_to(dist).as_posix()] = path
    if "/index.html" in files:
        files["/"] = files["/index.html"]
    return files


def accepted_codings(header: str) -> set[str]:
    accepted = set()
    for part in header.lower().split(","):
        coding, _, weight = part.strip().partition(";")
        if not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight):
            accepted.add(coding.strip())
    return accepted


def choose_twin(path: Path, accept_encoding: str) -> tuple[Path, str]:
    accepted = accepted_codings(accept_encoding)
    for coding, suffix in TWINS:
        twin = path.with_name(path.name + suffix)
        if coding in accepted and twin.is_file():
            return twin, coding
    return path, ""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, dist: Path):
        self.dist = dist
        super().__init__((HOST, port), Handler)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "linealen"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        self.respond(with_body=True)

    def do_HEAD(self) -> None:
        self.respond(with_body=False)

    def do_POST(self) -> None:
        """Only /wipe: the browser is asked to forget what this address has stored."""
        self.close_connection = True  # a body, if any, is not read
        if not self.host_is_ours():
            return
        if self.path != "/wipe" or self.headers.get("Origin", "") + "/" != self.server.address:
            self.send_text(404, "Not found.")
            return
        self.send_text(200, "Cleared.", {"Clear-Site-Data": '"storage", "cache"'})

    def respond(self, with_body: bool) -> None:
        address = self.path.split("?", 1)[0].split("#", 1)[0]
        if not self.host_is_ours(address):
            return
        # Listed anew for each request: a build that ends meanwhile is served whole.
        path = list_files(self.server.dist).get(address)
        if path is None:
            self.send_text(404, "Not found.", with_body=with_body)
            return
        twin, coding = choose_twin(path, self.headers.get("Accept-Encoding", ""))
        try:
            body = twin.read_bytes()
        except OSError:
            self.send_text(404, "Not found.", with_body=with_body)
            return
        for_ever = HASHED_NAME.search(path.name) is not None
        more = {"Content-Type": TYPES[path.suffix], "Vary": "Accept-Encoding",
                "Cache-Control": policy.CACHE_FOR_EVER if for_ever else policy.CACHE_ASK_FIRST}
        if coding:
            more["Content-Encoding"] = coding
        self.send_all(200, body, more, with_body)

    def host_is_ours(self, address: str = "/") -> bool:
        """Another name for this machine is another origin, or a page elsewhere that lies about its name."""
        port = self.server.server_port
        ours = {f"{HOST}:{port}"} | ({HOST} if port == 80 else set())
        theirs = self.headers.get("Host", "").lower()
        if theirs in ours:
            return True
        if theirs.split(":")[0] == "localhost" and self.command in ("GET", "HEAD"):
            known = address if address in list_files(self.server.dist) else "/"
            self.send_text(308, "", {"Location": self.server.address + known[1:]})
            return False
        self.send_text(421, f"This address is served as {self.server.address} only.")
        return False

    def send_text(self, status: int, text: str, more: dict | None = None, with_body: bool = True) -> None:
        headers = {"Content-Type": TYPES[".txt"], "Cache-Control": "no-store", **(more or {})}
        self.send_all(status, (text + "\n").encode() if text else b"", headers,
                      with_body and self.command != "HEAD")

    def send_all(self, status: int, body: bytes, more: dict, with_body: bool) -> None:
        self.send_response(status)
        for name, value in {**policy.HEADERS, **more, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True  # the browser went away

    def send_error(self, code, message=None, explain=None) -> None:
        """Malformed requests and unknown methods get the same headers as all else."""
        self.close_connection = True
        if not hasattr(self, "headers"):
            self.headers = {}
        self.command = self.command or "GET"
        self.request_version = "HTTP/1.1"  # HTTP/0.9 would get no headers
        self.send_text(code, "This request is not understood.", {"Connection": "close"})

    def log_message(self, *_) -> None:
        """Nothing is logged: an address is no business of a log."""


def read_arguments(words: list[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(description="Build Linealen and serve it on this machine.")
    reader.add_argument("--port", type=int, default=8080, help="8080 unless told")
    which = reader.add_mutually_exclusive_group()
    which.add_argument("--build-only", action="store_true", help="build dist/ and stop")
    which.add_argument("--no-build", action="store_true", help="serve dist/ as it is")
    reader.add_argument("--open", action="store_true", help="open the page in a browser")
    reader.add_argument("--dist", type=Path, default=build.DIST, help=argparse.SUPPRESS)
    return reader.parse_args(words)


def open_server(port: int, dist: Path) -> Server:
    try:
        return Server(port, dist)
    except OverflowError:
        raise Trouble(f"{port} is not a port; choose one from 1024 to 65535 with --port.") from None
    except PermissionError:
        raise Trouble(f"port {port} is not allowed for you; choose one above 1023 with --port.") from None
    except OSError:
        raise Trouble(f"port {port} is in use; stop what uses it, or choose another with: "
                      f"python3 serve.py --port {port + 1}") from None


def serve(server: Server, open_page: bool) -> None:
    if "/" not in list_files(server.dist):
        raise Trouble("there is no dist/index.html to serve; build it with: python3 serve.py")
    print(f"Linealen is at {server.address}  (stop with Ctrl+C)", flush=True)
    if open_page:
        webbrowser.open(server.address)
    server.serve_forever()


def main(words: list[str]) -> None:
    arguments = read_arguments(words)
    if arguments.build_only:
        build.build_page()
        print(f"Built: {build.DIST}")
        return
    with open_server(arguments.port, arguments.dist) as server:  # before building: a used port is told at once
        if not arguments.no_build:
            build.build_page()
        serve(server, arguments.open)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Trouble as trouble:
        sys.exit(f"serve.py: {trouble}")
    except KeyboardInterrupt:
        print()
