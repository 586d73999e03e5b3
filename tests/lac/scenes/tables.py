"""A scenario as a row that a designated teacher can read."""

from dataclasses import dataclass


class Look(tuple):
    """Where somebody looks: the place, then who and of whom."""

    def __new__(cls, *words: str):
        return super().__new__(cls, words)

    def __str__(self) -> str:
        return ", ".join(self)


@dataclass(frozen=True)
class Scene:
    """What was recorded, where who looks, and what must not or must be found there."""

    name: str
    recorded: tuple[str, ...]
    looks: list[Look]
    #: In none of the places.
    never: tuple[str, ...]
    #: In one of them at least, so that an empty page is no success.
    found: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name
