"""Which duty each kind of deadline belongs to: so what is due follows who holds the duty."""

from collections.abc import Iterable

from staff.duty_codes import HeldDuty

#: None: handed to the safeguarding lead, who is named on a page of their own.
DUTY_OF: dict[str, HeldDuty | None] = {
    kind: duty
    for duty, kinds in {
        HeldDuty.STRATEGY: "concern disagreement breach retention approval published senco "
        "council_map safety absence base access "
        "strategy objective policy",
        HeldDuty.PLANS: "annual_review papers review_tasks decision chase phase_transfer "
        "assessment assessment_advice advice consultation consultation_end appeal contribution "
        "under_five access_arrangement",
        HeldDuty.CYCLES: "passport cycle",
        HeldDuty.QUALITY: "classroom evaluation moderation",
        HeldDuty.CARE: "care_action care_file care_review care_shared care_watch pep pep_part "
        "premium year_report",
        HeldDuty.FAMILIES: "meeting parent_meeting booking agreed_action agreement parent_page "
        "early_help",
        HeldDuty.AGENCIES: "referral provider outside_share",
        HeldDuty.RECORDS: "transfer arrival move records_request census indes",
        HeldDuty.PEOPLE: "training training_seen",
        None: "hand_over",
    }.items()
    for kind in kinds.split()
}


def kinds_of(duties: Iterable[HeldDuty]) -> tuple[str, ...]:
    """The kinds of deadline of these duties, sorted."""
    wanted = frozenset(duties)
    return tuple(sorted(kind for kind, duty in DUTY_OF.items() if duty in wanted))
