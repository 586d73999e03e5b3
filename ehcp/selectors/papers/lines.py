"""Lines of a paper as the record gives them: each says where it comes from."""

from dataclasses import asdict, dataclass
from typing import Any

from pupils.handed_texts import SEALED


@dataclass(frozen=True)
class FilledLine:
    """One thing that the record says, where it stands there, and on which page it is put right."""

    #: Names it from one filling to the next.
    key: str
    text: str
    source: str
    #: It belongs to the line above.
    is_under: bool = False
    #: Name of the child's page; empty where there is none.
    page: str = ""

    def as_data(self) -> dict[str, Any]:
        """As a part keeps it."""
        return asdict(self)


def without_sealed(lines: list[FilledLine]) -> tuple[FilledLine, ...]:
    """Nothing that was taken out of the record."""
    return tuple(line for line in lines if SEALED not in line.text)


def sentences(*parts: str) -> str:
    """Parts as sentences, each with one full stop."""
    said = (part.strip().rstrip(".") for part in parts if part and part.strip())
    return ". ".join(said) + "." if any(parts) else ""
