"""Code sets of the pure rules, each code with its words."""

from enum import StrEnum
from typing import Any, Self


class Labelled(StrEnum):
    """A code with a label, its last value: `OPEN = "open", "Still open"`.

    What stands between the two is for the `__init__` of the code set.
    """

    label: str

    def __new__(cls, value: str, *facts: Any) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = facts[-1]
        return member
