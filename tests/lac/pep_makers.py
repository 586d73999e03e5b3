"""Plans for tests, made by the services."""

import datetime as dt

from aylsham.codes import TermName
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Term, User
from lac.models import Pep, PepPart
from lac.pep_parts import BY_KEY
from lac.selectors.pep_marks import mark_of_answers, mark_of_checks
from lac.selectors.virtual_schools import criteria_of
from lac.services.pep_parts import leave_part_out, save_answers, set_checks
from lac.services.pep_starting import start_pep
from lac.services.peps import (
    add_signature,
    finish_signing,
    mark_ready,
    record_meeting,
    send_pep,
)
from pupils.models import Pupil
from tests.factories import TODAY


def a_pep(pupil: Pupil, by: User | None = None, **more) -> Pep:
    """This term's plan of a child in care, just begun."""
    facts = {"academic_year": 2026, "term": TermName.AUTUMN, "why": "term", "by": by}
    return start_pep(pupil=pupil, **facts | more)


def a_term(school, name="autumn", starts_on="2026-09-02", ends_on="2026-12-18", year=2026) -> Term:
    """A term of a school."""
    days = {
        "starts_on": dt.date.fromisoformat(starts_on),
        "ends_on": dt.date.fromisoformat(ends_on),
    }
    return Term.objects.create(school=school, academic_year=year, name=name, **days)


def part(pep: Pep, key: str) -> PepPart:
    """One part of a plan, as it is now."""
    row = PepPart.objects.select_related("pep__pupil__school").get(pep=pep, key=key)
    row.school = row.pep.school = row.pep.pupil.school
    return row


def written(pep: Pep, key: str, text: str = "Words", by=None, done: bool = True, **more) -> PepPart:
    """A part with an answer to its first question, in the usual words."""
    row = part(pep, key)
    first = BY_KEY[key].asked(pep.kind)[0]
    answers = list(row.answers.all())
    said = {each.question: (each.text, each.whose) for each in answers}
    said[first.key] = (text, more.pop("whose", first.whose))
    mark = mark_of_answers(answers)
    return save_answers(part=row, said=said, version=mark, is_done=done, by=by, **more)


@rebuilt_once()
def all_written(pep: Pep, by=None, without: tuple[str, ...] = ()) -> None:
    """Every part done, but for some."""
    for row in pep.parts.all():
        if row.key not in without and row.state not in ("done", "not_needed"):
            if row.key == "sen":
                leave_part_out(part=part(pep, "sen"), why="No special needs", by=by)
            else:
                written(pep, row.key, by=by)


def checked(pep: Pep, by=None) -> None:
    """Every criterion looked at."""
    said = dict.fromkeys(criteria_of(pep), ("met", ""))
    set_checks(pep=pep, said=said, version=mark_of_checks(pep.checks.all()), by=by)


@rebuilt_once()
def signed(pep: Pep, by=None) -> Pep:
    """A plan that everybody signed."""
    all_written(pep, by)
    checked(pep, by)
    mark_ready(pep=pep, by=by)
    record_meeting(pep=pep, meeting_on=TODAY, by=by)
    second = "worker" if pep.kind == "pep" else "carer"
    for whose in ("designated", second):
        add_signature(pep=pep, whose=whose, name=f"The {whose}", signed_on=TODAY, by=by)
    return finish_signing(pep=pep, by=by)


@rebuilt_once()
def sent(pep: Pep, by=None) -> Pep:
    """A plan that the virtual school has."""
    signed(pep, by)
    return send_pep(pep=pep, sent_on=TODAY, sent_how="portal", has_officer=True, by=by)
