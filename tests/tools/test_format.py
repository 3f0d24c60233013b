"""The worked example of docs/format.md, computed anew from the two files it is of."""
import hashlib
import re
import struct
import sys
import unicodedata
import unittest
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tools")]
import open_case  # noqa: E402


def told(name: str) -> dict[str, str]:
    """What the document says of a file: the rows of its table."""
    document = (ROOT / "docs/format.md").read_text()
    rows = document.split(f"| `tests/keeping/{name}` | |\n| --- | --- |\n")[1].split("\n\n")[0]
    return dict(re.findall(r"^\| (.+) \| `([0-9a-f]+)` \|$", rows, re.M))


def case_in(plain: bytes) -> bytes:
    size, = struct.unpack_from("<I", plain)
    return plain[4:4 + size]


class Format(unittest.TestCase):
    def setUp(self) -> None:
        document = (ROOT / "docs/format.md").read_text()
        words = re.search(r"under the passphrase `([^`]+)`", document)
        assert words is not None
        self.words = words[1]

    def key(self, file: bytes) -> tuple[bytes, int, bytes]:
        _, rounds, salt = open_case.BLOCK.unpack_from(file, 76)
        words = unicodedata.normalize("NFC", self.words).encode()
        return hashlib.pbkdf2_hmac("sha256", words, salt, rounds, 32), rounds, salt

    def test_file(self) -> None:
        file = (ROOT / "tests/keeping/case_1.lineal").read_bytes()
        key, rounds, salt = self.key(file)
        plain = open_case.unseal(key, file[60:72], file[100:-32], file[:100])
        self.assertEqual(case_in(plain), open_case.open_file(file, self.words))
        self.assertEqual(told("case_1.lineal"), {
            "bytes 0 to 76, the envelope": file[:76].hex(),
            "bytes 76 to 100, how its key is made": file[76:100].hex(),
            "salt": salt.hex(),
            "rounds": f"{rounds:x}",
            "key of the file": key.hex(),
            "IV": file[60:72].hex(),
            "the first 16 sealed bytes": file[100:116].hex(),
            "tag": file[-48:-32].hex(),
            "the first 32 bytes inside the seal": plain[:32].hex(),
            "SHA-256 of the case": hashlib.sha256(case_in(plain)).hexdigest(),
        })

    def test_rescued(self) -> None:
        file = (ROOT / "tests/keeping/rescue_1.lineal").read_bytes()
        key, rounds, salt = self.key(file)
        iv, wrapped = open_case.WRAP.unpack_from(file, 100)
        header = b"LINV" + struct.pack("<I", 1) + file[16:32] + file[80:100]
        vault = open_case.unseal(key, iv, wrapped, header)
        info = b"draft" + file[32:48] + file[8:12]
        draft = HKDF(SHA256(), 32, None, info).derive(vault)
        bound = file[:6] + b"\1" + file[7:76]
        plain = open_case.unseal(draft, file[60:72], file[160:-32], bound)
        self.assertEqual(case_in(plain), open_case.open_file(file, self.words))
        self.assertEqual(told("rescue_1.lineal"), {
            "salt": salt.hex(),
            "rounds": f"{rounds:x}",
            "key of the passphrase": key.hex(),
            "vault header, bound to the wrapped key": header.hex(),
            "IV of the wrapped key": iv.hex(),
            "wrapped key and its tag": wrapped.hex(),
            "key of the vault": vault.hex(),
            "info of the draft's key": info.hex(),
            "key of the draft": draft.hex(),
            "bytes bound to the seal": bound.hex(),
            "SHA-256 of the case": hashlib.sha256(case_in(plain)).hexdigest(),
        })
