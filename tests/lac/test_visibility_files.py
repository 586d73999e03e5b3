"""Who finds what of care in files: PDF, Word, workbook, calendar, letters, packs' papers.

The same planted school and table as `test_visibility`; each file is opened and its text read, with
its properties. A file that somebody may not have is no leak; one that they may is held to the table.
"""

import re

import pytest
from django.test import Client

from aylsham.access.roles import Role
from aylsham.codes import TermName
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from lac.models import Pep
from pupils.models import PrintedPaper
from reports.governor.document import document_of, html_of
from tests.lac.reading_files import text_in
from tests.lac.test_visibility import EXPECTED, PROTECTION, marks_in, person_of
from tests.lac.test_visibility import oakfield as oakfield  # noqa: PLC0414 (a fixture)
from tests.lac.test_visibility import planted as planted  # noqa: PLC0414 (a fixture)
from tests.lac.turns import told_apart
from tests.pages import client_of
from tests.pupils.letters.makers import head, letters_to_family
from tests.pupils.meetings.makers import planned
from tests.pupils.parents.makers import parent
from tests.reports.governor.makers import counted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today"), pytest.mark.slow]
R = Role

#: What must stand in a file of somebody who may read the whole; so that an empty file is no success.
HOLDS: dict[str, set[str]] = {
    "plan, Word": {"the child’s words", "who said them", "target in the plan"},
    "plan as it was signed, Word": {"words as they were signed"},
    "plan, PDF": {"the child’s words", "who said them", "target in the plan"},
    "plan as it was signed, PDF": {"words as they were signed"},
    "premium, PDF": {"what the money buys", "what it is to change", "who answered"},
    "care in time, PDF": {"council", "with whom", "what the review decided", "why it ended"},
    "return of the money, workbook": {"what the sum is"},
    "record, PDF": set(),
    "support plan, PDF": set(),
    "children, workbook": set(),
    "register, workbook": set(),
    "calendar": set(),
    "meeting for a calendar": set(),
}
#: Who holds which file; everybody else is refused, or the file says nothing of care.
MONEY = {R.DESIGNATED_TEACHER, R.SENDCO, R.HEAD, R.DEPUTY}
WHOLE = MONEY | {R.SAFEGUARDING_LEAD}
HELD_BY = {
    "plan, Word": WHOLE,
    "plan as it was signed, Word": WHOLE,
    "plan, PDF": WHOLE,
    "plan as it was signed, PDF": WHOLE,
    "care in time, PDF": WHOLE,
    "premium, PDF": MONEY,
}


def paths_of(planted) -> dict[str, tuple[str, str]]:
    """The files: how each is asked for, and where."""
    child = planted.children[0]
    home = f"/oakfield/children/{child.pk}/"
    now = Pep.objects.get(pupil=child, academic_year=2026, term=TermName.AUTUMN)
    signed = Pep.objects.get(pupil=child, academic_year=2025, term=TermName.SUMMER)
    plans = {"plan": now.pk, "plan as it was signed": signed.pk}
    return {
        **{f"{name}, Word": ("get", f"{home}care/pep/{pk}/word/") for name, pk in plans.items()},
        **{f"{name}, PDF": ("paper", f"{home}care/pep/{pk}/print/") for name, pk in plans.items()},
        "premium, PDF": ("paper", f"{home}premium/print/"),
        "care in time, PDF": ("paper", f"{home}care/print/"),
        "record, PDF": ("paper", f"{home}timeline/print/"),
        "support plan, PDF": ("paper", f"{home}support-plan/print/"),
        "return of the money, workbook": ("get", "/oakfield/premium/return/"),
        "children, workbook": ("get", "/oakfield/children/export/?as=xlsx"),
        "register, workbook": ("get", "/oakfield/register/export/?as=xlsx"),
    }


def read_file(client: Client, how: str, path: str) -> str | None:
    """The text of a file; None for who may not have it."""
    if how == "get":
        answer = client.get(path)
        return text_in(answer.content) if answer.status_code == 200 else None
    answer = client.post(path)
    if answer.status_code != 302 or "job=" not in answer.url:
        return None
    job = Job.objects.get(pk=re.search(r"job=([\w-]+)", answer.url).group(1))
    run_job(job.pk)
    row = PrintedPaper.objects.get(pk=job.arguments["paper"])
    page = client.get(f"/oakfield/children/{row.pupil_id}/papers/{row.pk}/")
    assert page.status_code == 200
    answer = client.get(f"/oakfield/children/{row.pupil_id}/papers/{row.pk}/?as=pdf")
    return text_in(answer.content) + answer.headers["Content-Disposition"]


@pytest.mark.parametrize("who", [*told_apart(), "told"], ids=str)
def test_every_file_holds_what_the_table_says_and_nothing_else(planted, who, caplog):
    caplog.set_level("CRITICAL")
    user = planted.told if who == "told" else person_of(planted, who)
    client = client_of(user)
    client.raise_request_exception = False
    leaks, missing, held = {}, {}, set()
    for name, (how, path) in paths_of(planted).items():
        said = read_file(client, how, path)
        if said is None:
            continue
        held.add(name)
        found = marks_in(said)
        if wrong := {mark for mark in found if who not in EXPECTED[mark][1]}:
            leaks[name] = wrong
        if who in HELD_BY.get(name, ()) and HOLDS[name] - found:
            missing[name] = HOLDS[name] - found
    assert leaks == {}
    assert missing == {}
    assert {name for name, roles in HELD_BY.items() if who in roles} == held & HELD_BY.keys()


class TestPapersForOthers:
    def test_letters_to_the_family_hold_nothing_of_care(self, planted):
        by = person_of(planted, R.SENDCO)
        head(planted.school)
        for number, child in enumerate(planted.children):
            child.school = planted.school
            parent(child, by, email=f"p{number}@home.example")
            for letter in letters_to_family(child, "send_provision", by):
                path = f"/oakfield/children/{child.pk}/letters/{letter.pk}/pages.pdf"
                answer = client_of(by).get(path)
                assert answer.status_code == 200
                said = text_in(b"".join(answer) if answer.streaming else answer.content)
                assert child.first_name in said
                assert marks_in(said) == set()

    def test_a_meeting_in_a_calendar_holds_nothing_of_care(self, planted):
        by = person_of(planted, R.SENDCO)
        child = planted.children[0]
        child.school = planted.school
        meeting = planned(child, by)
        path = f"/oakfield/children/{child.pk}/meetings/{meeting.pk}/calendar/"
        answer = client_of(by).get(path)
        said = text_in(b"".join(answer) if answer.streaming else answer.content)
        assert "VEVENT" in said
        assert marks_in(said) == set()

    def test_the_governors_report_holds_nothing_of_care(self, planted):
        from aylsham.documents.rendering import write_pdf

        said = text_in(write_pdf(html_of(document_of(counted(planted.school)))))
        assert "Oakfield" in said
        assert marks_in(said) == set()

    def test_the_sheet_for_a_new_record_holds_nothing_of_care(self, planted):
        client = client_of(person_of(planted, R.DESIGNATED_TEACHER))
        path = f"/oakfield/children/{planted.children[0].pk}/care/new-record/"
        page = client.get(path)
        taken = {}
        for text in page.context["form"].texts:
            taken |= {f"take_{text.key}": "on", f"words_{text.key}": text.text}
        again = client.post(path, taken | {"do": "suggest"})
        boxes = {
            f"words_{text.key}": again.context["form"][f"words_{text.key}"].value()
            for text in page.context["form"].texts
        }
        answer = client.post(path, taken | boxes | {"do": "word"})
        said = text_in(answer.content)
        assert "Reads 8 of 10 words" in said
        assert marks_in(said) == set()
        assert planted.children[0].last_name not in said


def test_who_may_know_of_protection_is_the_same_table():
    """The files are held to the table of the pages, whose roles these are."""
    assert {R.SENDCO, R.HEAD} <= PROTECTION
    assert HELD_BY.keys() <= HOLDS.keys()
