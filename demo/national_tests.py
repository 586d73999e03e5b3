"""Access arrangements of Year 6, specialist assessments and two terms of attainment."""

import csv
import datetime as dt
import io
from typing import Any

from aylsham import clock
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import ImportKind, Tried
from pupils.models import AccessArrangement, Pupil, StatusPeriod
from pupils.services.arrangements.deciding import (
    consider_arrangement,
    gather_evidence,
    move_arrangement,
)
from pupils.services.arrangements.week import add_test_room, seat_child, sign_arrangements
from pupils.services.assessments import record_assessment
from pupils.services.importing.running import run_import
from pupils.services.strategies import add_strategy, confirm_strategy
from pupils.services.tries import note_try

YEAR, KS2 = 2026, "ks2"
SINCE, FOUND_TRUE = dt.date(2025, 9, 15), dt.date(2026, 10, 12)
APPLIED, DECIDED = dt.date(2026, 11, 9), dt.date(2026, 11, 18)

#: What each child of Year 6 in turn normally does, and the arrangement it is evidence for: how far
#: that is. Nothing considered: the list asks for a decision.
PRACTICE: tuple[tuple[str, str, str], ...] = (
    ("An adult reads the questions aloud, as often as asked", "reader", "agreed"),
    ("Types longer pieces on a laptop, spelling help off", "word_processor", "notified"),
    ("A movement break after every ten minutes", "rest_breaks", "agreed"),
    ("Yellow paper and 24 point print", "large_print", "ordered"),
    ("More time to finish written work", "extra_time", "applied"),
    ("Works in a quiet place with Mrs Bell", "own_room", "evidence"),
    ("A prompt card brings her back to the task", "prompter", "considered"),
    ("An adult writes down for him what he says", "scribe", ""),
    ("Blue overlay on every text", "", ""),
    ("Reads the questions in a small group first", "", ""),
)
#: The head has signed for so many; the others came later.
SIGNED_FIRST = 3
ROOMS = (("Library", "Mrs Bell (reads), Mr Osei"), ("Music room", "Ms Kaur"))

#: Place in the register of Year 6, test, part, month of the test, scores.
RESULTS: tuple[tuple[int, str, str, dt.date, dict[str, int]], ...] = (
    (0, "yarc", "Accuracy", dt.date(2025, 11, 4), {"score": 76, "percentile": 5}),
    (0, "yarc", "Accuracy", dt.date(2026, 10, 6), {"score": 82, "percentile": 12}),
    (0, "yarc", "Comprehension", dt.date(2026, 10, 6), {"score": 94, "percentile": 34}),
    (0, "ctopp2", "Phonological awareness", dt.date(2026, 3, 10), {"score": 78, "percentile": 7}),
    (1, "dash2", "", dt.date(2026, 9, 22), {"score": 74, "percentile": 4}),
    (1, "hast2", "", dt.date(2026, 9, 22), {"score": 81, "percentile": 10}),
    (2, "bpvs3", "", dt.date(2026, 5, 12), {"score": 88, "percentile": 21}),
    (2, "celf5-sub", "Following directions", dt.date(2026, 5, 19), {"score": 6, "percentile": 9}),
    (3, "wrat5", "Spelling", dt.date(2026, 6, 16), {"score": 85, "percentile": 16}),
    (4, "bas3", "Recall of digits", dt.date(2026, 2, 3), {"score": 38, "percentile": 12}),
    (4, "towre2", "Sight words", dt.date(2026, 9, 29), {"score": 79, "percentile": 8}),
    (5, "ngrt", "", dt.date(2026, 9, 15), {"score": 97, "percentile": 42}),
)
TERMS = ("Spring 2026", "Summer 2026")
WORDS = ("WTS", "EXS", "EXS", "EXS", "EXS", "GDS")
#: Of children on the register.
SEND_WORDS = ("WB", "WTS", "WTS", "WB", "EXS", "WTS")


def load_national_tests(school: School, people: dict[str, User]) -> None:
    """Year 6 of one school, and the attainment of everybody there."""
    sendco, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        on_register = StatusPeriod.objects.filter(school=school, ends_on=None).values("pupil")
        pupils = list(
            Pupil.objects.filter(school=school, year_group="6", pk__in=on_register)
            .on_roll(clock.today())
            .select_related("school")
            .in_register_order()[: len(PRACTICE)]
        )
        rows = []
        for pupil, practice in zip(pupils, PRACTICE, strict=False):
            if row := _arrange(pupil, practice, sendco):
                rows.append(row)
            if len(rows) == SIGNED_FIRST:
                _sign(rows, school, head)
        _seat(rows, school, sendco)
        for place, test, part, day, scores in RESULTS:
            if place < len(pupils):
                _record(pupils[place], test, part, day, scores, sendco)
        _attain(school, sendco)


def _arrange(pupil: Pupil, practice: tuple[str, str, str], by: User) -> AccessArrangement | None:
    text, arrangement, state = practice
    strategy = add_strategy(
        pupil=pupil, text=text, since_on=SINCE, by=by, setting="task", tier="T",
        is_normal_practice=True,
    )  # fmt: skip
    confirm_strategy(strategy=strategy, on=FOUND_TRUE, by=by)
    if not state:
        return None
    for days in (3, 10, 17):
        day = clock.today() - dt.timedelta(days=days)
        note_try(strategy=strategy, answer=Tried.WORKED, on=day, by=by)
    row = consider_arrangement(
        pupil=pupil, academic_year=YEAR, test=KS2, arrangement=arrangement, on=APPLIED, by=by
    )
    if state != "considered":
        gather_evidence(arrangement=row, on=APPLIED, by=by)
        row.refresh_from_db()
    asked = {"notified": "notified", "ordered": "applied", "applied": "applied"}.get(state)
    if asked:
        row = move_arrangement(
            arrangement=row, state=asked, on=DECIDED, by=by, reference="NCA 4417"
        )
    return row


def _sign(rows: list[AccessArrangement], school: School, head: User) -> None:
    sign_arrangements(
        school=school, academic_year=YEAR, test=KS2, seen=[row.pk for row in rows], on=DECIDED,
        by=head,
    )  # fmt: skip


def _seat(rows: list[AccessArrangement], school: School, by: User) -> None:
    rooms = [
        add_test_room(school=school, academic_year=YEAR, test=KS2, name=name, adults=adults, by=by)
        for name, adults in ROOMS
    ]
    for number, row in enumerate(rows[:4]):
        seat_child(pupil=row.pupil, academic_year=YEAR, test=KS2, room=rooms[number % 2], by=by)


def _record(pupil: Pupil, test: str, part: str, day: dt.date, scores: dict, by: User) -> None:
    facts: dict[str, Any] = dict(scores)
    if scores["score"] > 60:  # a score with mean 100
        facts |= {"low": scores["score"] - 6, "high": scores["score"] + 6, "interval": 95}
    record_assessment(
        pupil=pupil, test=test, part=part, taken_on=day, by_whom="A. Reid, specialist teacher",
        by=by, **facts,
    )  # fmt: skip


def _attain(school: School, by: User) -> None:
    """Two terms as the office exports them, read by the product's own import."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["UPN", "Surname", "Forename", "Term", "Reading", "Writing", "Maths",
                     "Behaviour incidents", "Praise points"])  # fmt: skip
    pupils = Pupil.objects.filter(school=school).exclude(upn="").in_register_order()
    periods = StatusPeriod.objects.filter(school=school, ends_on=None)
    send = set(periods.values_list("pupil_id", flat=True))
    for place, pupil in enumerate(pupils):
        for number, term in enumerate(TERMS):
            words = SEND_WORDS if pupil.pk in send else WORDS
            marks = [words[(place * step + number) % len(words)] for step in (5, 7, 11)]
            counts = [(place * 3 + number) % 5, 10 + (place * 7 + number * 13) % 40]
            writer.writerow([pupil.upn, pupil.last_name, pupil.first_name, term, *marks, *counts])
    run_import(
        school=school,
        kind=ImportKind.MARKS,
        data=out.getvalue().encode(),
        name="attainment.csv",
        today=clock.today(),
        by=by,
        is_written=True,
    )
