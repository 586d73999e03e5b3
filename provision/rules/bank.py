"""The targets that come with Aylsham, from a file that a SENDCo can read."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "targets.toml"


@dataclass(frozen=True)
class ShippedTarget:
    """A target of the file, in the fields of `provision.models.BankEntry`."""

    code: str
    area: str
    from_year: str
    to_year: str
    text: str
    measure: str
    baseline: Decimal
    goal: Decimal
    unit: str = ""
    out_of: int | None = None
    is_retired: bool = False


@cache
def shipped_targets() -> tuple[ShippedTarget, ...]:
    """Every target of the file, in its order."""
    with _FILE.open("rb") as file:
        rows = tomllib.load(file)
    return tuple(_target(code, facts) for code, facts in rows.items())


def _target(code: str, facts: dict) -> ShippedTarget:
    numbers = {name: Decimal(facts[name]) for name in ("baseline", "goal")}
    return ShippedTarget(code=code, **facts | numbers)
