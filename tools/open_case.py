#!/usr/bin/env python3
"""Open a .lineal file outside the browser, by docs/format.md alone; prints the case as JSON.

    tools/open_case.py FILE [--passphrase WORDS]

It shares no code with Linealen, so that a file can be read in twenty years and so that the format is what the
document says. Needs python3-cryptography.
"""
import argparse
import getpass
import hashlib
import struct
import sys
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HEADER = struct.Struct("<4sBBBBII16s16sQI12sI")
BLOCK = struct.Struct("<B3xI16s")
SUM = 32


class Refused(Exception):
    """One sentence for the person who has the file."""


def open_file(file: bytes, passphrase: str) -> bytes:
    start = HEADER.size + BLOCK.size
    if file[:4] != b"LIN1":
        raise Refused("This is not a file from Linealen.")
    if len(file) < start + SUM:
        raise Refused("The file is cut off.")
    _, form, cipher, kind, flags, _, _, _, _, _, _, iv, length = HEADER.unpack_from(file)
    making, rounds, salt = BLOCK.unpack_from(file, HEADER.size)
    if form > 1 or cipher > 1 or making > 1:
        raise Refused("The file is of a newer format than this tool knows.")
    if (kind, flags) != (2, 0) or len(file) != start + length + SUM or not 600_000 <= rounds <= 5_000_000:
        raise Refused("The file's header is damaged.")
    if hashlib.sha256(file[:-SUM]).digest() != file[-SUM:]:
        raise Refused("The file is damaged.")
    words = unicodedata.normalize("NFC", passphrase).encode()
    key = hashlib.pbkdf2_hmac("sha256", words, salt, rounds, 32)
    try:
        plain = AESGCM(key).decrypt(iv, file[start:-SUM], file[:start])
    except InvalidTag:
        raise Refused("The passphrase does not fit.") from None
    size, = struct.unpack_from("<I", plain)
    return plain[4:4 + size]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file", type=Path)
    options.add_argument("--passphrase", help="asked for when it is not given")
    given = options.parse_args()
    try:
        passphrase = given.passphrase if given.passphrase is not None else getpass.getpass("Passphrase: ")
        sys.stdout.buffer.write(open_file(given.file.read_bytes(), passphrase))
    except (Refused, OSError) as trouble:
        print(f"open_case: {trouble}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
