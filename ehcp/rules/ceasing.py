"""From which day a council may stop keeping a plan (Children and Families Act 2014, s.45(4))."""

from dataclasses import dataclass
from datetime import date

from aylsham.dates import DAY

from .appeals import appeal

CITATION = "Children and Families Act 2014, s.45(4)"


@dataclass(frozen=True)
class CeasingFacts:
    """A council's letter that it will cease a plan, and what became of it."""

    letter_on: date
    certificate_on: date | None = None
    lodged_on: date | None = None
    #: The Tribunal's order, and whether the plan stays by it.
    ordered_on: date | None = None
    stays: bool = False
    #: The council does not oppose the appeal: it gives way.
    unopposed_on: date | None = None
    #: The parents took the appeal back, or will not appeal.
    withdrawn_on: date | None = None

    @property
    def appeal_by(self) -> date:
        """The last day on which the parents can lodge an appeal."""
        found = appeal(decision_letter=self.letter_on, mediation_certificate=self.certificate_on)
        return found["submit_by"]  # type: ignore[return-value]

    @property
    def may_end_on(self) -> date | None:
        """The first day on which the plan may have ended; None while, or as, it has to be kept.

        Not before the time to appeal is over, nor while an appeal runs: the plan is kept until
        the appeal is finally determined. Saying early that one will not appeal shortens nothing.
        """
        if self.lodged_on is None:
            return self.appeal_by + DAY
        if self.stays or (self.unopposed_on and not (self.ordered_on or self.withdrawn_on)):
            return None
        return self.ordered_on or self.withdrawn_on

    def keeps_plan(self, on: date) -> bool:
        """Whether the council still has to keep the plan on a day."""
        first = self.may_end_on
        return first is None or on < first
