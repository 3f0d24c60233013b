"""What the machine must have, and how it comes there: apt when we are root, else one sentence.

Knows: Debian's package names. Never: a mirror or a registry; those are the machine's own settings.
"""
import glob
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Callable

from fetch_dependencies import Trouble


def has_command(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def has_header(name: str) -> Callable[[], bool]:
    def found() -> bool:
        compiler = shutil.which("c++")
        if not compiler:
            return False
        probe = [compiler, "-E", "-x", "c++", "-include", name, os.devnull, "-o", os.devnull]
        return subprocess.run(probe, capture_output=True).returncode == 0
    return found


def python_has(modules: str) -> Callable[[], bool]:
    """This Python, the one called python3 or Debian's own: whoever needs the modules takes the first that has them."""
    def found() -> bool:
        pythons = {sys.executable, shutil.which("python3"), shutil.which("python3", path="/usr/bin:/usr/local/bin")}
        return any(subprocess.run([python, "-c", f"import {modules}"], capture_output=True).returncode == 0
                   for python in pythons if python)
    return found


def has_file(pattern: str) -> Callable[[], bool]:
    return lambda: bool(glob.glob(pattern))


def has_webkit_window() -> bool:
    """Debian's own Python, whatever python3 is: tests/engines/webkit_window.py runs in it."""
    probe = ["/usr/bin/python3", "-c", "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"]
    return os.access(probe[0], os.X_OK) and subprocess.run(probe, capture_output=True).returncode == 0


def has_sanitizers() -> bool:
    if not shutil.which("clang++"):
        return False
    probe = ["clang++", "-x", "c++", "-fsanitize=address,undefined", "-o", os.devnull, "-"]
    return subprocess.run(probe, input=b"int main() {}", capture_output=True).returncode == 0


def sanitizer_package() -> str:
    """Its name carries clang's version, so it is known only once clang is there."""
    if not shutil.which("clang++"):
        return ""
    said = subprocess.run(["clang++", "-dumpversion"], capture_output=True, text=True).stdout
    return f"libclang-rt-{said.split('.')[0]}-dev"


@dataclass(frozen=True)
class Need:
    what: str
    package: str | Callable[[], str]
    is_there: Callable[[], bool]


TO_BUILD = (
    Need("a C++ compiler", "g++", has_command("c++")),
    Need("cmake", "cmake", has_command("cmake")),
    Need("ninja", "ninja-build", has_command("ninja")),
    Need("Emscripten", "emscripten", lambda: bool(os.environ.get("EMSDK") or shutil.which("em++"))),
    Need("node", "nodejs", has_command("node")),
    Need("npm", "npm", has_command("npm")),
    Need("brotli", "brotli", has_command("brotli")),
    Need("brotli's header", "libbrotli-dev", has_header("brotli/encode.h")),
    Need("zlib's header", "zlib1g-dev", has_header("zlib.h")),
    Need("OpenSSL's header", "libssl-dev", has_header("openssl/evp.h")),
    Need("fontTools", "python3-fonttools", python_has("fontTools, brotli")),
    Need("brotli for Python", "python3-brotli", python_has("fontTools, brotli")),
)
TO_CHECK = TO_BUILD + (
    Need("ccache", "ccache", has_command("ccache")),
    Need("clang", "clang", has_command("clang++")),
    Need("clang's sanitizers", sanitizer_package, has_sanitizers),
    Need("clang-format", "clang-format", has_command("clang-format")),
    Need("clang-tidy", "clang-tidy", has_command("clang-tidy")),
    Need("Chromium", "chromium", has_command("chromium")),
    Need("cryptography for Python", "python3-cryptography", python_has("cryptography")),
)
TO_RUN_ENGINES = (
    Need("Chromium", "chromium", has_command("chromium")),
    Need("Firefox ESR", "firefox-esr", has_command("firefox-esr")),
    Need("WebKit's driver", "webkit2gtk-driver", has_command("WebKitWebDriver")),
    Need("Python's way to GTK", "python3-gi", has_webkit_window),
    Need("WebKitGTK for Python", "gir1.2-webkit2-4.1", has_webkit_window),
    Need("Xvfb", "xvfb", has_command("Xvfb")),
    Need("Mesa's software graphics", "libgl1-mesa-dri", has_file("/usr/lib/*/dri/swrast_dri.so")),
    Need("cryptography for Python", "python3-cryptography", python_has("cryptography")),
)


def install(packages: list[str]) -> None:
    print("Installing " + " ".join(packages), flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True, "text": True}
    subprocess.run(["apt-get", "-q", "update"], **quiet)
    done = subprocess.run(["apt-get", "-q", "-y", "--no-install-recommends", "install", *packages], **quiet)
    if done.returncode != 0:
        why = [line for line in done.stderr.splitlines() if line.startswith("E:")] or ["no reason given"]
        raise Trouble(f"apt-get could not install {' '.join(packages)} ({why[0][3:]}); "
                      "connect to a network or mend apt's sources, and start again.")


def bring(needs: tuple[Need, ...]) -> None:
    """Makes every need true or says in one sentence which is not. Twice, as one need can hang on another."""
    for _ in range(2):
        missing = [need for need in needs if not need.is_there()]
        if not missing:
            return
        named = [need.package if isinstance(need.package, str) else need.package() for need in missing]
        packages = [name for name in named if name]
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise Trouble(f"{' and '.join(n.what for n in missing)} missing on this machine; install with: "
                          f"apt-get install {' '.join(packages)}")
        install(packages)
    missing = [need for need in needs if not need.is_there()]
    if missing:
        raise Trouble(f"{missing[0].what} is installed but does not work; try it by hand and start again.")
