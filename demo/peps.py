"""Plans in the demonstration: last term's complete, this term's half written, a support plan."""

import datetime as dt

from aylsham import clock
from aylsham.codes import TermName
from aylsham.models import Federation, School, User
from aylsham.tenancy.row_security import school_transaction
from lac.models import (
    CarePeriod,
    CarePerson,
    CutOff,
    Pep,
    PepPart,
    PepSignature,
    PepTarget,
    VirtualSchool,
)
from lac.pep_codes import PepState, TargetSort, TargetTerm
from lac.pep_parts import BY_KEY, CRITERIA, ORDER
from lac.selectors.pep_content import content_of
from lac.selectors.pep_marks import mark_of_answers, mark_of_checks
from lac.services.pep_asks import ask_for_part
from lac.services.pep_parts import add_pep_target, give_part, save_answers, set_checks
from lac.services.pep_starting import start_pep
from pupils.models import Pupil

#: What the school itself found so far, by the first of its criteria.
FOUND = ("met", "not", "not", "partly", "partly")
COUNCIL = "Norfolk"
CUT_OFFS = (
    (2026, TermName.AUTUMN, dt.date(2026, 12, 11)),
    (2026, TermName.SPRING, dt.date(2027, 3, 19)),
    (2026, TermName.SUMMER, dt.date(2027, 7, 9)),
)
#: Words of the half-written plan, by part and question.
WORDS = {
    "child": {
        "well": "I like art. Miss lets me show the others how to draw a fox.",
        "hard": "When somebody sits in my place. And when it is loud at lunch.",
        "helps": "Sitting next to Ellie. My timer.",
        "wish": "I want to be a vet. Or draw animals for books.",
    },
    "history": {
        "schools": "Here since Reception. No gap.",
        "attendance": "Two late mornings in the week of the move. A taxi comes now.",
    },
    "wellbeing": {
        "strengths": "Draws, notices when others are sad, kind to younger children.",
        "feelings": "Calm in the morning. Lunch is hard since the move: eats in the library.",
    },
}


def load_peps(schools: dict[str, School], people: dict[str, User]) -> None:
    """Add to children in care who are there; deterministic."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(schools["bure-valley"]):
        _virtual_school(schools["bure-valley"].federation)
        ours = CarePeriod.objects.filter(school=schools["bure-valley"], kind="looked_after")
        _this_term(_child(ours.get(legal_status="interim")), by=sendco, teacher=teacher)
        # Of another child only the roll says that a council looks after them.
        known = ours.filter(starts_on=None, ends_on=None).order_by("pupil__last_name", "pk").first()
        if known:
            _last_term(_child(known), by=sendco)
    with school_transaction(schools["john-of-gaunt"]):
        periods = CarePeriod.objects.filter(
            school=schools["john-of-gaunt"], left_care_through="G", declarations__isnull=False
        )
        _support_plan(_child(periods.first()), by=sendco)


def _child(period: CarePeriod) -> Pupil:
    return Pupil.objects.select_related("school").get(
        school_id=period.school_id, pk=period.pupil_id
    )


def _virtual_school(federation: Federation) -> None:
    row = VirtualSchool.objects.create(
        federation=federation,
        council=COUNCIL,
        contact="Sunita Rao",
        email="virtual.school@council.example",
        phone="01632 960075",
        criteria=list(CRITERIA),
        order=[list(each) for each in ORDER],
    )
    for year, term, on in CUT_OFFS:
        CutOff.objects.create(
            federation=federation, virtual_school=row, academic_year=year, term=term, on=on
        )


def _last_term(child: Pupil, *, by: User) -> None:
    """Complete, with what the virtual school said of it."""
    pep = start_pep(
        pupil=child, academic_year=2025, term=TermName.SUMMER, why="term", lead=by, by=by
    )
    pep.school, pep.pupil = child.school, child
    on = dt.date(2026, 7, 3)
    for part in pep.parts.all():
        part.pep, part.school = pep, child.school
        question = BY_KEY[part.key].asked(pep.kind)[0]
        text = WORDS.get(part.key, {}).get(question.key, "As we said at the meeting in July.")
        said = {question.key: (text, question.whose)}
        save_answers(part=part, said=said, version=mark_of_answers([]), is_done=True, by=by)
    for whose, name in (
        ("designated", by.name),
        ("worker", "Ruth Amos"),
        ("child", child.known_as),
    ):
        PepSignature.objects.create(
            school=child.school, pep=pep, whose=whose, name=name, signed_on=on, recorded_by=by
        )
    facts = {
        "state": PepState.COMPLETE,
        "started_on": dt.date(2026, 6, 8),
        "meeting_on": dt.date(2026, 6, 25),
        "signed_on": on,
        "sent_on": on,
        "sent_how": "portal",
        "feedback_on": dt.date(2026, 7, 10),
        "completed_on": dt.date(2026, 7, 10),
        "grade": "good",
        "feedback": "The child’s own words come through. Say next time what the tutor changed.",
        "snapshot": content_of(pep, on),
    }
    Pep.objects.filter(school_id=pep.school_id, pk=pep.pk).update(**facts)


def _this_term(child: Pupil, *, by: User, teacher: User) -> None:
    pep = start_pep(
        pupil=child, academic_year=2026, term=TermName.AUTUMN, why="move", lead=by, by=by
    )
    pep.school, pep.pupil = child.school, child
    for key, answers in WORDS.items():
        part = _part(pep, key)
        whose = {each.key: each.whose for each in BY_KEY[key].questions}
        said = {question: (text, whose[question]) for question, text in answers.items()}
        save_answers(part=part, said=said, version=mark_of_answers([]), is_done=True, by=by)
    give_part(
        part=_part(pep, "progress"),
        owner="teacher",
        user=teacher,
        due_on=clock.today() + dt.timedelta(days=4),
        by=by,
    )
    worker = CarePerson.objects.filter(school=child.school, pupil=child, role="social_worker")
    ask_for_part(
        part=_part(pep, "identity"),
        person=worker.get(ends_on=None),
        due_on=clock.today() + dt.timedelta(days=6),
        by=by,
    )
    _target(pep, by)
    said = {criterion: (found, "") for criterion, found in zip(CRITERIA[:5], FOUND, strict=True)}
    set_checks(pep=pep, said=said, version=mark_of_checks([]), by=by)


def _target(pep: Pep, by: User) -> PepTarget:
    return add_pep_target(
        pep=pep,
        sort=TargetSort.ACADEMIC,
        term=TargetTerm.SHORT,
        by=by,
        text="Reads a page aloud with at most two slips.",
        area="CL",
        outcome=None,
        measure="number",
        unit="slips on a page",
        out_of=None,
        baseline=7,
        goal=2,
        starts_on=dt.date(2026, 11, 9),
        by_on=dt.date(2027, 2, 12),
        who="Tutor, twice a week",
        child_words="I read a page and only trip twice.",
        is_on_passport=True,
        sensitivity=1,
    )


def _part(pep: Pep, key: str) -> PepPart:
    part = PepPart.objects.get(school_id=pep.school_id, pep=pep, key=key)
    part.pep, part.school = pep, pep.school
    return part


def _support_plan(child: Pupil, *, by: User) -> None:
    pep = start_pep(
        pupil=child, academic_year=2026, term=TermName.AUTUMN, why="term", lead=by, by=by
    )
    pep.school, pep.pupil = child.school, child
    said = {"well": ("I like that nobody asks me about before.", "child")}
    save_answers(
        part=_part(pep, "child"), said=said, version=mark_of_answers([]), is_done=True, by=by
    )
