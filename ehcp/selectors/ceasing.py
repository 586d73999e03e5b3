"""What is known of a council's wish to cease a plan, and until when the plan is kept."""

from collections.abc import Iterable

from ehcp.appeal_codes import AppealAbout, Order
from ehcp.codes import Decision
from ehcp.models import AnnualReview, EhcPlan, PlanAppeal
from ehcp.rules.ceasing import CeasingFacts

#: Orders by which a plan that was to cease stays.
_STAYS = frozenset({Order.CONTINUE, Order.AMEND})


def ceasing_of(plan: EhcPlan) -> CeasingFacts | None:
    """The council's last letter that it will cease a plan, as far as it is recorded."""
    mine = {"school_id": plan.school_id, "plan": plan}
    return last_ceasing(AnnualReview.objects.filter(**mine), PlanAppeal.objects.filter(**mine))


def last_ceasing(
    reviews: Iterable[AnnualReview], appeals: Iterable[PlanAppeal]
) -> CeasingFacts | None:
    """The same from rows: an appeal that is followed, or else the decision after a review.

    None too where the council decided otherwise after a later review, unless an appeal still runs.
    """
    about = [each for each in appeals if each.about == AppealAbout.CEASED]
    followed = {each.review_id for each in about}
    decided = [each for each in reviews if each.decided_on]
    found = [ceasing_facts(each) for each in about]
    found += [
        CeasingFacts(each.decided_on)
        for each in decided
        if each.decision == Decision.CEASE and each.pk not in followed
    ]
    last = max(found, key=lambda facts: facts.letter_on, default=None)
    return None if last is None or _is_overtaken(last, decided) else last


def _is_overtaken(facts: CeasingFacts, decided: Iterable[AnnualReview]) -> bool:
    if facts.lodged_on and not (facts.ordered_on or facts.withdrawn_on):
        return False
    return any(
        each.decided_on > facts.letter_on and each.decision != Decision.CEASE for each in decided
    )


def ceasing_facts(each: PlanAppeal) -> CeasingFacts:
    """What came of a disagreement about ceasing a plan."""
    return CeasingFacts(
        letter_on=each.letter_on,
        told_on=each.adviser_told_on,
        wants_mediation=each.wants_mediation,
        certificate_on=each.certificate_on,
        lodged_on=each.lodged_on,
        ordered_on=each.order_on,
        stays=each.order in _STAYS,
        unopposed_on=each.unopposed_on,
        withdrawn_on=each.withdrawn_on,
    )
