"""Objectives, policies and a brief of the demonstration: looked at, late in places, half read."""

import datetime as dt

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from reports.access_codes import ActionState
from reports.codes import Duty
from reports.models import AccessAction, CircularReader, Objective, StrategyActivity
from reports.objective_codes import PlanKind
from reports.policy_codes import Inclusion
from reports.services.briefs import BRIEF_FIELDS, start_brief, write_brief
from reports.services.duties import record_duty
from reports.services.objectives import (
    add_objective,
    add_step,
    choose_counted,
    finish_row,
    record_objective_review,
)
from reports.services.policies import add_policy, check_policy, say_read, send_round

#: Plan, what, basis, sign, lead, end, first look; the looks: day, colour, words, next look.
OBJECTIVES = (
    (
        PlanKind.SCHOOL,
        "Children with speech and language needs take part in every lesson",
        (
            "In nine of twenty drop-ins last summer, one child or more waited for an adult before "
            "beginning. Language is the largest need on our register."
        ),
        "Eighteen of twenty drop-ins in summer 2027 show that everybody begins by themselves",
        "English lead and SENDCo",
        dt.date(2027, 7, 16),
        dt.date(2026, 10, 14),
        (
            (
                dt.date(2026, 10, 14),
                "amber",
                (
                    "Thirteen of twenty. Words are up before the topic in Key Stage 2; Year 1 has no "
                    "pictures yet."
                ),
                dt.date(2026, 12, 9),
            ),
        ),
    ),
    (
        PlanKind.SCHOOL,
        "Promised hours of support are given, and we know why where they were not",
        "In spring a fifth of the sessions in the logs had no answer.",
        "Ninety-five of a hundred promised hours are given, each missed one has a reason",
        "SENDCo",
        dt.date(2027, 3, 26),
        dt.date(2026, 11, 6),
        (
            (
                dt.date(2026, 11, 6),
                "red",
                (
                    "Logs are full, but illness in October took the small groups of Year 4 four times. "
                    "No adult stands in yet."
                ),
                dt.date(2026, 11, 20),
            ),
        ),
    ),
    (
        PlanKind.FEDERATION,
        "One way of writing support plans in all schools",
        "Children who move between our schools begin again with a new form.",
        "A plan from any school is understood at any other without a telephone call",
        "Federation SEND lead",
        dt.date(2027, 7, 16),
        dt.date(2026, 11, 12),
        (
            (
                dt.date(2026, 11, 12),
                "green",
                "All teachers here write in the one form since September.",
                dt.date(2027, 2, 10),
            ),
        ),
    ),
    (
        PlanKind.EQUALITY,
        "Disabled children go on every visit and to every club they want",
        (
            "Two of our eleven clubs had nobody with an EHC plan last year; parents named transport "
            "and toilets."
        ),
        "Families say at the yearly survey that nothing they wanted was closed to their child",
        "Head teacher",
        dt.date(2028, 7, 21),
        dt.date(2027, 1, 20),
        (),
    ),
)
#: Objective (by place), owner, who, what, day, evidence, milestone, done on.
STEPS = (
    (0, "teacher@demo.example", "", "Put the words of each topic up with pictures before it begins",
     dt.date(2026, 12, 4), "", False, None),
    (0, "phaselead@demo.example", "", "Look into ten lessons with the one-page list",
     dt.date(2026, 11, 13), "", False, None),
    (0, "", "Speech and language therapist", "Train all teachers in pre-teaching of words",
     dt.date(2026, 10, 2), "Register of 2 October, 14 of 15 came", False, dt.date(2026, 10, 2)),
    (0, "", "English lead", "Fifteen of twenty drop-ins show it", dt.date(2027, 2, 12), "", True,
     None),
    (1, "assistant@demo.example", "", "Name who stands in for each small group",
     dt.date(2026, 11, 27), "", False, None),
    (3, "", "School business manager", "Write the question about access into each booking form",
     dt.date(2027, 1, 8), "", False, None),
)  # fmt: skip
#: Name, keeper, holds since, next review, what of the check is so (None: not checked), what changes.
POLICIES = (
    ("SEND policy", "SENDCo", dt.date(2025, 12, 4), dt.date(2026, 12, 4),
     tuple(Inclusion.values), ""),
    ("Behaviour policy", "Deputy head", dt.date(2025, 9, 1), dt.date(2026, 11, 16),
     ("take", "plain", "fits"),
     ("Sanctions are looked at with the SENDCo each term; the school council and two coffee "
     "mornings are asked in spring.")),
    ("Attendance policy", "School office", dt.date(2026, 3, 2), dt.date(2027, 3, 1), None, ""),
    ("Educational visits", "Year 6 leader", dt.date(2026, 6, 8), dt.date(2027, 6, 7),
     ("take", "adjust", "harm", "plain", "fits"), "Ask families with the next residential."),
    ("Supporting pupils with medical conditions", "SENDCo", dt.date(2026, 1, 12),
     dt.date(2027, 1, 11), tuple(Inclusion.values), ""),
)  # fmt: skip
CIRCULAR = (
    "Every teacher is a teacher of SEND. The Code asks that the teacher stays responsible for "
    "each child’s progress, also where somebody else gives the support (6.36), and works closely "
    "with whoever gives it (6.52).\nNew in our policy: parents are met at least three times a "
    "year, and what is agreed is written down the same day."
)


def load_objectives(school: School, people: dict[str, User]) -> None:
    """The objectives with steps and looks, the policies, what was sent round, and a brief."""
    by = people["sendco@demo.example"]
    with school_transaction(school):
        record_duty(
            school=school,
            duty=Duty.EQUALITY_OBJECTIVES,
            done_on=dt.date(2024, 9, 9),
            web_address=f"https://{school.slug}.example/equality",
            done_by="School office",
            by=by,
        )
        record_duty(
            school=school,
            duty=Duty.EQUALITY_INFORMATION,
            done_on=dt.date(2026, 1, 19),
            web_address=f"https://{school.slug}.example/equality",
            done_by="School office",
            by=by,
        )
        found = [_objective(school, by, *values) for values in OBJECTIVES]
        for values in STEPS:
            _step(found, people, by, *values)
        _count(found, by)
        _policies(school, by)
        _circular(school, people)
        _brief(school, found[1], people)


def _objective(school, by, plan, what, basis, sign, lead, ends_on, first, looks) -> Objective:
    objective = add_objective(
        school=school,
        by=by,
        plan=plan,
        what=what,
        basis=basis,
        sign=sign,
        lead=lead,
        ends_on=ends_on,
        review_on=first,
        state=ActionState.UNDER_WAY if looks else ActionState.NOT_BEGUN,
    )
    for held_on, rag, words, next_on in looks:
        record_objective_review(
            objective=objective, held_on=held_on, rag=rag, words=words, next_on=next_on, by=by
        )
    return objective


def _step(found, people, by, place, owner, who, what, due_on, evidence, is_milestone, done) -> None:
    user = people.get(owner)
    step = add_step(
        school=found[place].school,
        objective=found[place],
        by=by,
        what=what,
        owner=user,
        who=user.name if user else who,
        due_on=due_on,
        is_milestone=is_milestone,
    )
    if done:
        finish_row(row=step, done_on=done, evidence=evidence, by=by)


def _count(found: list[Objective], by: User) -> None:
    """The accessibility plan and the inclusion strategy feed two of the objectives."""
    rows = {"school": found[0].school}
    words = AccessAction.objects.filter(**rows, strand="curriculum")
    activities = StrategyActivity.objects.filter(**rows)[:2]
    keys = [f"access_action:{row.pk}" for row in words]
    choose_counted(
        objective=found[0], keys=[keys[0], *(f"activity:{row.pk}" for row in activities)], by=by
    )
    choose_counted(objective=found[3], keys=keys[1:], by=by)


def _policies(school: School, by: User) -> None:
    for name, keeper, adopted_on, review_on, met, words in POLICIES:
        policy = add_policy(
            school=school,
            by=by,
            name=name,
            keeper=keeper,
            approved_by="The governing body",
            adopted_on=adopted_on,
            review_on=review_on,
            web_address=f"https://{school.slug}.example/policies",
        )
        if met is not None:
            check_policy(policy=policy, held_on=dt.date(2026, 9, 22), met=met, words=words, by=by)


def _circular(school: School, people: dict[str, User]) -> None:
    """The SEND policy went round; some have read it."""
    circular = send_round(
        school=school,
        by=people["sendco@demo.example"],
        title="SEND policy: what every teacher does",
        words=CIRCULAR,
        web_address=f"https://{school.slug}.example/policies",
        roles=[Role.CLASS_TEACHER, Role.LSA, Role.PHASE_LEADER, Role.ASSISTANT_SENDCO],
        read_by=dt.date(2026, 12, 4),
    )
    for email in ("phaselead@demo.example", "assistant@demo.example"):
        reader = CircularReader.objects.filter(circular=circular, user=people[email]).first()
        if reader:
            say_read(reader=reader, by=people[email])


def _brief(school: School, objective: Objective, people: dict[str, User]) -> None:
    """The brief of the last meeting, with what it decided."""
    by, head = people["sendco@demo.example"], people["head@demo.example"]
    brief = start_brief(
        school=school,
        held_on=dt.date(2026, 11, 10),
        facts=[
            ("Objectives", "1 red, 1 amber, 1 green, 1 not judged yet; no step late"),
            ("Off track", f"{objective.what} ({objective.lead})"),
            ("To publish", "Publish the inclusion strategy on the website, by 18 December 2026"),
        ],
        by=by,
    )
    write_brief(
        brief=brief,
        version=version_of(brief, BRIEF_FIELDS),
        by=by,
        words="Illness in October took the small groups of Year 4 four times. Two of them are "
        "promised in EHC plans.",
        asks="Who stands in when an adult of a promised group is away? We propose the higher-level "
        "assistants first, then a teacher’s planning time moved within the week.",
        decided="Promised groups come before whole-class support. The list stands by the end of "
        "November.",
    )
    add_step(
        school=school,
        brief=brief,
        objective=objective,
        by=by,
        what="Tell all staff that promised groups come first",
        owner=head,
        who=head.name,
        due_on=dt.date(2026, 11, 18),
    )
