"""From which day a council may stop keeping a plan (Children and Families Act 2014, s.45(4))."""

from dataclasses import dataclass
from datetime import date

from aylsham.dates import DAY

from .appeals import appeal, mediation

CITATION = "Children and Families Act 2014, s.45(4)"


def appeal_until(
    letter_on: date,
    *,
    certificate_on: date | None = None,
    told_on: date | None = None,
    wants_mediation: bool | None = None,
) -> date:
    """The last day for an appeal; with a certificate still to come, as late as it may come.

    Two months from the letter or one from the certificate (HESC Tribunal Rules 2008 r.20(1)(c));
    a parent who told the adviser in time is given one (SEND Regs 2014 regs 33, 34 and 39).
    """
    if told_on and not certificate_on:
        found = mediation(decision_letter=letter_on, parent_contacts_adviser=told_on)
        declined = wants_mediation is False
        answer = "certificate_if_declined_by" if declined else "certificate_if_no_mediation_by"
        if told_on <= found["contact_adviser_by"]:  # type: ignore[operator]
            certificate_on = found[answer]  # type: ignore[assignment]
    days = {"decision_letter": letter_on, "mediation_certificate": certificate_on}
    return appeal(**days)["submit_by"]  # type: ignore[return-value]


@dataclass(frozen=True)
class CeasingFacts:
    """A council's letter that it will cease a plan, and what became of it."""

    letter_on: date
    #: The parents told the mediation adviser, and whether they want mediation.
    told_on: date | None = None
    wants_mediation: bool | None = None
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
        is_pending = self.withdrawn_on is None
        return appeal_until(
            self.letter_on,
            certificate_on=self.certificate_on,
            told_on=self.told_on if is_pending else None,
            wants_mediation=self.wants_mediation,
        )

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
