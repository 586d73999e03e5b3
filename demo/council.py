"""What the council asks for: a kept map with its moderation, INDES, element 3, self-evaluation."""

import datetime as dt
from decimal import Decimal

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.rules.graduated_map import norfolk
from provision.selectors.graduated import GraduatedLine, graduated_map
from provision.services.element_3 import LineFacts, add_letter
from provision.services.evaluations import (
    STATEMENT_FIELDS,
    add_evaluation_action,
    begin_evaluation,
    rate_statement,
)
from provision.services.graduated import add_map_line, add_moderation, keep_map, write_map_line
from provision.services.indes import ANSWER_FIELDS, AreaFacts, add_indes, answer_indes
from pupils.models import Pupil

YEAR = 2026
TWO_WEEKS = dt.timedelta(days=14)
#: What every child can count on.
OFFERED = {
    "019aa000-0000-7000-8000-000000000001": (
        "Now-and-next boards and pictured timetables in every classroom",
        "Looked for on each learning walk; in place in 9 of 10 classes on 6 November.",
    ),
    "019aa000-0000-7000-8000-000000000002": (
        "Pre-teaching of new words in every topic",
        "Word lists go home with the topic letter.",
    ),
}
WORDS = {
    "entry": "Below the screening score, or the class teacher's concern after six weeks.",
    "exit": "Target met twice in a row, or no change after ten weeks.",
    "baseline": "Screened in September.",
    "impact": "Reviewed in the autumn cycle.",
}
#: Level by section of the framework in force, for children in the order of their names.
LEVELS = (
    (AreaFacts("Communication and interaction", level="3", evidence="Understands two key words "
     "of an instruction; speech therapist's report of October.", impact="Needs instructions in "
     "pictures.", is_main=True),),
    (AreaFacts("Social, emotional and mental health", level="4", evidence="Left class in 7 of 10 "
     "logged afternoons.", impact="Misses half of mathematics.", is_main=True),
     AreaFacts("Cognition and learning", level="2")),
    (AreaFacts("Cognition and learning", level="3", evidence="Reads 14 of 100 common words.",
     is_main=True),),
    (AreaFacts("Sensory and physical", level="5", evidence="Physiotherapist's programme, walks "
     "with a frame.", impact="Tires by noon.", is_main=True),),
)  # fmt: skip
RATED = (
    ("in_place", "Link governor's notes of 14 October; report to governors each term."),
    ("developing", "Two days a week released; NPQ begun in September."),
    ("strong", "Published on 12 September; read by three parents before."),
    ("developing", "Concern forms name what was tried in 31 of 38 cases this year."),
    ("in_place", "Reports are summed up for the class teacher within a week."),
)


def load_council(school: School, people: dict[str, User]) -> None:
    """A map that was moderated, four INDES records, two letters, a self-evaluation in work."""
    sendco = people["sendco@demo.example"]
    with school_transaction(school):
        _map(school, sendco)
        _indes(school, sendco)
        _letters(school, sendco)
        _evaluate(school, sendco)


#: Element 3 of the other schools: part, pence, reference, how sure.
SISTER_LETTERS = {
    "john-of-gaunt": (("formula", 514_000, "E3-F-26", "V"), ("cohort", 630_050, "E3-C-26", "V")),
    "john-bears": (("cohort", 240_000, "", "M"),),
}


def load_sister_letters(schools: dict[str, School], sendco: User) -> None:
    """What the council gives the other schools of the federation, last year and this."""
    for slug, letters in SISTER_LETTERS.items():
        school = schools[slug]
        with school_transaction(school):
            for part, pence, reference, sure in letters:
                facts = {"part": part, "sure": sure, "lines": (), "by": sendco}
                add_letter(
                    school=school,
                    financial_year=YEAR,
                    total_pence=pence,
                    reference=reference,
                    **facts,
                )
                add_letter(
                    school=school, financial_year=YEAR - 1, total_pence=pence * 9 // 10, **facts
                )


def _map(school: School, sendco: User) -> None:
    today = clock.today()
    access = Access(sendco, today, posts_of(sendco, today=today), school, [school])
    for key, (name, evidence) in OFFERED.items():
        words = {"name": name, "tier": "U", "evidence": evidence, "lead": "Class teachers"}
        add_map_line(school=school, year=YEAR, words=words, by=sendco, key=key)
    found = graduated_map(access, YEAR, has_hours=False)
    for line in found.lines[::2]:
        _word(school, line, sendco)
    content = graduated_map(access, YEAR, has_hours=True).content()
    kept = keep_map(school=school, year=YEAR, content=content, note="Moderation panel", by=sendco)
    add_moderation(
        kept=kept,
        held_on=today,
        who="INDES and GPM moderation panel; SENDCos of two other schools",
        agreed="Tiers agreed. Say for each enhanced line when it ends, and show the effect of "
        "talk groups in the summer.",
        act_by=today + TWO_WEEKS,
        by=sendco,
    )


def _word(school: School, line: GraduatedLine, sendco: User) -> None:
    if line.key.startswith("provision:"):
        write_map_line(
            school=school,
            year=YEAR,
            key=line.key,
            words=WORDS,
            is_left_out=False,
            version="",
            by=sendco,
        )


def _indes(school: School, sendco: User) -> None:
    """One sent and answered, one with the council, one to be sent, one only begun."""
    today = clock.today()
    on_register = Pupil.objects.filter(
        school=school, status_periods__ends_on=None, status_periods__isnull=False
    )
    pupils = on_register.select_related("school").distinct().in_register_order()[: len(LEVELS)]
    for number, (pupil, areas) in enumerate(zip(pupils, LEVELS, strict=False)):
        completed_on = today - dt.timedelta(days=40 - 5 * number)
        record = add_indes(
            pupil=pupil,
            framework="2026-07",
            areas=areas,
            completed_on=completed_on,
            due_on=today + TWO_WEEKS if number == 2 else None,
            contributors="Class teacher, LSA, parents",
            asks_support=number < 2,
            by=sendco,
        )
        if number < 2:
            _send(record, number, sendco)


def _send(record, number: int, sendco: User) -> None:
    sent_on = record.completed_on + dt.timedelta(days=3)
    facts = {"submitted_on": sent_on, "reference": f"INDES-26-{4100 + number}"}
    if number == 0:
        facts |= {
            "panel_on": sent_on + dt.timedelta(days=20),
            "outcome": "adviser",
            "outcome_note": "A speech and language adviser visits in January.",
        }
    answer_indes(record=record, version=version_of(record, ANSWER_FIELDS), by=sendco, **facts)


def _letters(school: School, sendco: User) -> None:
    facts = {"financial_year": YEAR, "letter_on": dt.date(2026, 5, 14), "by": sendco}
    add_letter(
        school=school,
        part="formula",
        total_pence=842_000,
        reference="E3-F-26",
        sure="V",
        lines=[
            LineFacts("Children with an EHC plan", Decimal(12), 52_000),
            LineFacts("Children with SEN support", Decimal("43.6"), 5_000),
        ],
        **facts,
    )
    add_letter(
        school=school,
        part="cohort",
        total_pence=510_000,
        reference="",
        sure="M",
        note="Told on the telephone; the letter is to come.",
        lines=(),
        **facts,
    )


def _evaluate(school: School, sendco: User) -> None:
    shape = norfolk().ipsef_on(clock.today())
    evaluation = begin_evaluation(school=school, year=YEAR, shape=shape, by=sendco)
    statements = list(evaluation.statements.select_related("school", "evaluation__school"))
    for row, (rating, evidence) in zip(statements, RATED, strict=False):
        rate_statement(
            statement=row,
            version=version_of(row, STATEMENT_FIELDS),
            by=sendco,
            text=row.text,
            rating=rating,
            evidence=evidence,
        )
    for row, what in (
        (statements[1], "Agree release time for the summer term with the head"),
        (
            statements[3],
            "Put what was tried on the concern form as a question that must be answered",
        ),
    ):
        add_evaluation_action(
            statement=row,
            what=what,
            owner=sendco,
            by_on=dt.date(2027, 1, 29),
            done_on=None,
            by=sendco,
        )
