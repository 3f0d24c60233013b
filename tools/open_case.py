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
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

HEADER = struct.Struct("<4sBBBBII16s16sQI12sI")
BLOCK = struct.Struct("<B3xI16s")
WRAP = struct.Struct("<12s48s")
SUM = 32
DRAFT, FILE, RESCUED = 1, 2, 3


class Refused(Exception):
    """One sentence for the person who has the file."""


def unseal(key: bytes, iv: bytes, sealed: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(iv, sealed, bound)
    except InvalidTag:
        raise Refused("The passphrase does not fit.") from None


def key_of_draft(key: bytes, header: bytes, block: bytes, wrap: bytes) -> bytes:
    """A rescued draft: the passphrase's key opens the vault's, and that one makes the draft's."""
    iv, wrapped = WRAP.unpack(wrap)
    vault, draft, epoch = header[16:32], header[32:48], header[8:12]
    vault_key = unseal(key, iv, wrapped, b"LINV" + struct.pack("<I", 1) + vault + block[4:])
    return HKDF(SHA256(), 32, None, b"draft" + draft + epoch).derive(vault_key)


def open_file(file: bytes, passphrase: str) -> bytes:
    if file[:4] != b"LIN1":
        raise Refused("This is not a file from Linealen.")
    at_block, at_wrap = HEADER.size, HEADER.size + BLOCK.size
    start = at_wrap + (WRAP.size if file[6:7] == bytes([RESCUED]) else 0)
    if len(file) < start + SUM:
        raise Refused("The file is cut off.")
    _, form, cipher, kind, flags, _, _, _, _, _, _, iv, length = HEADER.unpack_from(file)
    making, rounds, salt = BLOCK.unpack_from(file, at_block)
    if form > 1 or cipher > 1 or making > 1:
        raise Refused("The file is of a newer format than this tool knows.")
    is_known = kind in (FILE, RESCUED) and flags == 0 and 600_000 <= rounds <= 5_000_000
    if not is_known or len(file) != start + length + SUM:
        raise Refused("The file's header is damaged.")
    if hashlib.sha256(file[:-SUM]).digest() != file[-SUM:]:
        raise Refused("The file is damaged.")
    words = unicodedata.normalize("NFC", passphrase).encode()
    key = hashlib.pbkdf2_hmac("sha256", words, salt, rounds, 32)
    bound = file[:start]
    if kind == RESCUED:
        bound = file[:6] + bytes([DRAFT]) + file[7:at_block]  # as it was sealed on the device
        key = key_of_draft(key, bound, file[at_block:at_wrap], file[at_wrap:start])
    plain = unseal(key, iv, file[start:-SUM], bound)
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
