"""The witness: the newest seals, written down outside the database.

Whoever can rewrite the database and every seal in it must also find this file, and the copies
of it that have left the machine by e-mail.
"""

import datetime as dt
import fcntl
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings


@dataclass(frozen=True)
class WitnessLine:
    """A seal of a school, as the file has it."""

    at: dt.datetime
    school_id: UUID
    number: int
    count: int
    hash: str
    begun_up_to: int
    origin: str
    is_restore: bool

    def as_json(self) -> str:
        return json.dumps(asdict(self), default=str, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> "WitnessLine":
        """Raises ValueError for a line that is no such thing."""
        try:
            data = json.loads(line)
            at, school_id = dt.datetime.fromisoformat(data.pop("at")), UUID(data.pop("school_id"))
            return cls(at=at, school_id=school_id, **data)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"Not a line of the witness: {line[:80]}") from error


def append_to_witness(lines: Iterable[WitnessLine]) -> None:
    """Add these seals to the file of their day; on the disk when this returns."""
    by_day: dict[dt.date, list[WitnessLine]] = {}
    for line in lines:
        by_day.setdefault(line.at.date(), []).append(line)
    for day, those in by_day.items():
        path = _folder() / f"{day}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write("".join(line.as_json() + "\n" for line in those))
            file.flush()
            os.fsync(file.fileno())


def read_witness(path: Path | None = None) -> list[WitnessLine]:
    """All lines, oldest first; or those of one file, say of a saved e-mail.

    Raises ValueError for a damaged line. A file may hold other text between the lines.
    """
    paths = [path] if path else sorted(_folder().glob("*.jsonl"))
    return [
        WitnessLine.from_json(line)
        for each in paths
        for line in each.read_text().splitlines()
        if line.startswith("{")
    ]


def newest_lines() -> list[WitnessLine]:
    """The last seal of each school that the witness knows."""
    newest = {line.school_id: line for line in read_witness()}
    return list(newest.values())


def newest_numbers() -> dict[UUID, int]:
    """The highest number of a seal that the witness knows, by school."""
    numbers: dict[UUID, int] = {}
    for line in read_witness():
        numbers[line.school_id] = max(numbers.get(line.school_id, 0), line.number)
    return numbers


def thin_witness(before: dt.date) -> None:
    """Of each day before this one keep the last seal of each school: it vouches for the others."""
    for path in sorted(_folder().glob("*.jsonl")):
        if path.stem >= before.isoformat():
            continue
        lines = read_witness(path)
        kept = {line.school_id: line for line in lines}
        if len(kept) < len(lines):
            thinner = path.with_suffix(".thinner")
            thinner.write_text("".join(line.as_json() + "\n" for line in kept.values()))
            thinner.replace(path)


def _folder() -> Path:
    return Path(settings.AUDIT_WITNESS_DIR)
