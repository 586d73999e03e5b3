"""How strictly counts are kept back: the threshold, zeros, rounding and shares; pure."""

from dataclasses import dataclass

#: Counts below this are hidden.
SMALL = 5
#: No percentage on fewer children than this.
SMALLEST_BASE = 10


@dataclass(frozen=True)
class Settings:
    """What a publisher may choose; the defaults are the house's."""

    threshold: int = SMALL
    smallest_base: int = SMALLEST_BASE
    #: What is shown is rounded to the nearest multiple of this, halves up; 1 for as it is.
    round_to: int = 1
    #: A zero in a breakdown is shown. Readers then know that a hidden count is at least one.
    shows_zero: bool = False
    #: Hidden counts are told apart, as “fewer than 5” and “not shown”, where that is safe.
    tells_few: bool = False

    def __post_init__(self) -> None:
        if self.threshold < 2 or self.smallest_base < self.threshold or self.round_to < 1:
            raise ValueError(
                "The threshold is two or more, no share stands on fewer than the threshold, and "
                "counts are rounded to one or more."
            )

    def is_small(self, count: int) -> bool:
        """Whether a count by itself is too small to be shown."""
        return count < self.threshold and not (self.shows_zero and count == 0)

    def rounded(self, count: int) -> int:
        """The count as it is printed."""
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to

    def is_near(self, before: int, now: int) -> bool:
        """Whether a figure would differ so little from one before that the change is small."""
        return 0 < abs(before - self.rounded(now)) < self.threshold


#: Whatever no school has chosen otherwise.
USUAL = Settings()
