"""How many checks passed and how many failed."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    passed: int
    failed: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.passed + other.passed, self.failed + other.failed)
