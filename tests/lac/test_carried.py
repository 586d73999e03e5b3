"""A new record after an adoption: the sheet names nobody, and nothing leads from old to new."""

import io
import json

import docx
import pypdf
import pytest
from django.apps import apps

from aylsham import clock
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from lac.rules.carried import care_words
from lac.services.carried import set_apart_after_adoption
from lac.services.periods import leave_care
from pupils.codes import ImportKind
from pupils.models import Enrolment, PrintedPaper, Pupil
from pupils.selectors.emergencies import find_exactly
from pupils.services.documents.filing import file_document
from pupils.services.documents.misfiled import BreachNote, move_document
from pupils.services.importing.running import run_import
from pupils.services.papers import KEPT_FOR, forget_papers
from pupils.services.setting_apart import put_back
from pupils.services.strategies import add_strategy
from tests.documents.making import pdf, upload
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.lac.makers import a_person, in_care
from tests.pages import client_of, search, text_of
from tests.provision.aims import a_target
from tests.pupils.importing.makers import child as row_of
from tests.pupils.importing.makers import csv_bytes, upn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
HELPS = "Give Ava time, says Ada Lane of Norfolk."
CLEAR = "Give the child time."


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield")


@pytest.fixture
def old(school):
    """A child who was adopted; the record has words with names in them."""
    pupil = PupilFactory(
        school=school, first_name="Ava", last_name="Oldname", upn=upn(5), mis_id="00417",
        on_register=True, class_group=ClassGroupFactory(school=school),
    )  # fmt: skip
    period = in_care(pupil)
    a_person(pupil)
    add_strategy(pupil=pupil, text=HELPS, since_on=TODAY, tier="T", by=None)
    a_target(pupil)
    leave_care(period=period, last_day=TODAY, through="A", by=None)
    return pupil


@pytest.fixture
def teacher(school):
    return member(school, Role.DESIGNATED_TEACHER)


@pytest.fixture
def browser(teacher):
    return client_of(teacher)


def url(pupil, rest: str = "new-record/") -> str:
    return f"/oakfield/children/{pupil.pk}/care/{rest}"


def boxes(page, words: str = CLEAR) -> dict[str, str]:
    """The strategy ticked, with these words."""
    key = next(t.key for t in page.context["form"].texts if t.about == "Strategy")
    return {f"take_{key}": "on", f"words_{key}": words}


def apart(pupil, by):
    return set_apart_after_adoption(pupil=pupil, last_day=TODAY, by=by)


class TestTheSheet:
    def test_is_for_a_child_who_was_adopted_and_for_the_designated_teacher(self, browser, old):
        assert "Begin a new record" in text_of(browser.get(url(old, "")))
        other = PupilFactory(school=old.school)
        in_care(other)
        assert "Begin a new record" not in text_of(browser.get(url(other, "")))
        assert client_of(member(old.school)).get(url(old)).status_code == 403

    def test_marks_names_with_what_to_write_instead(self, browser, old):
        page = text_of(browser.get(url(old)))
        assert "Ava (write “the child”)" in page
        assert "Ada Lane (write “another person”)" in page
        assert "Norfolk (write “another person”)" in page

    def test_refuses_while_a_name_remains(self, browser, old):
        page = browser.get(url(old))
        for words in (HELPS, "give AVA time", "Ask the foster carer", f"Number {upn(5)}"):
            answer = browser.post(url(old), boxes(page, words) | {"do": "pdf"})
            assert answer.status_code == 200
            assert "Take out or replace" in text_of(answer), words
        assert not PrintedPaper.objects.exists()

    def test_replaces_all_names_at_one_press_and_keeps_the_ticks(self, browser, old):
        page = browser.get(url(old))
        answer = browser.post(url(old), boxes(page, HELPS) | {"do": "suggest"})
        assert "Give the child time, says another person of another person." in text_of(answer)
        assert "checked" in answer.content.decode()
        assert "Must go" not in text_of(answer)

    def test_asks_for_a_tick(self, browser, old):
        answer = browser.post(url(old), {"do": "pdf"})
        assert "Tick at least one text" in text_of(answer)

    @pytest.mark.parametrize("do", ["print", "word", "pdf"])
    def test_names_nobody_in_words_name_or_properties(self, browser, old, do):
        answer = browser.post(url(old), boxes(browser.get(url(old))) | {"do": do})
        said = {"print": text_of, "word": word_in, "pdf": pdf_of}[do](answer)
        assert "Give the child time." in said
        for found in ("Ava", "Oldname", upn(5), "Oakfield", "00417", "Lane", "Norfolk", "python"):
            assert found not in said, found
        assert "Ava" not in answer.headers.get("Content-Disposition", "")

    def test_the_file_is_deleted_after_a_day(self, browser, old):
        pdf_of(browser.post(url(old), boxes(browser.get(url(old))) | {"do": "pdf"}))
        later = clock.moment() + KEPT_FOR * 2
        assert forget_papers(school=old.school, now=later) == 1

    def test_a_record_without_texts_says_so(self, browser, school):
        bare = PupilFactory(school=school)
        assert "Begin the new record without a sheet" in text_of(browser.get(url(bare)))


def word_in(answer) -> str:
    """The words and the properties of a Word file."""
    document = docx.Document(io.BytesIO(answer.content))
    about = document.core_properties
    kept = (about.author, about.title, about.comments, about.last_modified_by, about.subject)
    return "\n".join([*(each.text for each in document.paragraphs), *kept])


def pdf_of(answer) -> str:
    """The words and the properties of the PDF that a worker sets."""
    assert answer.status_code == 302
    run_job(Job.objects.get(kind="print_paper").pk)
    row = PrintedPaper.objects.get()
    pdf = pypdf.PdfReader(io.BytesIO(bytes(row.pdf)))
    about = " ".join(str(value) for value in (pdf.metadata or {}).values())
    return "\n".join([*(page.extract_text() for page in pdf.pages), about, row.file_name])


class TestSetApart:
    def test_needs_an_adoption(self, school, teacher):
        with pytest.raises(TransitionNotAllowed, match="adoption"):
            apart(PupilFactory(school=school), teacher)

    def test_closes_the_record_like_a_leavers(self, browser, old):
        answer = browser.post(url(old, "apart/"), {"last_day": "23/11/2026", "is_sure": "on"})
        assert answer.status_code == 302, text_of(answer)
        old.refresh_from_db()
        assert old.set_apart_on == TODAY
        assert old.class_group is None
        assert not Enrolment.objects.filter(pupil=old, ends_on=None).exists()

    def test_asks_whether_the_sheet_is_printed(self, browser, old):
        answer = browser.post(url(old, "apart/"), {"last_day": "23/11/2026"})
        assert "Print the sheet first" in text_of(answer)
        old.refresh_from_db()
        assert old.set_apart_on is None

    def test_only_the_designated_teacher_and_the_head_find_it(self, school, old, teacher):
        apart(old, teacher)
        for role in Role:
            may = role in (Role.DESIGNATED_TEACHER, Role.HEAD)
            assert (Permission.VIEW_SET_APART in ROLES[role].permissions) == may, role
            client = client_of(member(school, role))
            page = client.get(f"/oakfield/children/{old.pk}/")
            assert (page.status_code == 200) == may, role
            if Permission.VIEW_PUPILS in ROLES[role].permissions:
                found = text_of(search(client, "Oldname"))
                assert ("Ava Oldname" in found) == may, role

    def test_breaking_the_glass_does_not_find_it(self, school, old, teacher):
        assert find_exactly(school, upn=old.upn) == old
        apart(old, teacher)
        assert find_exactly(school, upn=old.upn) is None
        assert find_exactly(school, name="Ava Oldname", born_on=old.born_on) is None

    def test_a_mistake_is_put_back_without_a_number_that_stands_elsewhere(self, browser, old):
        apart(old, None)
        PupilFactory(school=old.school, upn=old.upn)
        assert "Put this record back" in text_of(browser.get(url(old, "")))
        assert browser.post(url(old, "apart/back/")).status_code == 302
        old.refresh_from_db()
        assert (old.set_apart_on, old.upn, old.mis_id) == (None, "", "00417")
        with pytest.raises(TransitionNotAllowed):
            put_back(pupil=old, by=None)


class TestNothingLinks:
    @pytest.mark.parametrize(
        "row",
        [
            {"Surname": "Newname"},
            {"Surname": "Oldname"},
            {"Surname": "Newname", "Admission number": "417"},
            {"Surname": "Newname", "Former UPN": upn(5)},
            {"Surname": "Newname", "UPN": upn(5)},
        ],
        ids=["new name", "same name", "same number", "former UPN", "the old UPN"],
    )
    def test_a_roll_makes_a_new_child_and_asks_nobody(self, school, old, teacher, row):
        apart(old, teacher)
        before = list(Pupil.objects.filter(pk=old.pk).values())
        facts = {"Forename": "Ava", "Date of birth": "14/03/2018", "UPN": upn(6)} | row
        run_import(
            school=school, kind=ImportKind.ROLL, data=csv_bytes([row_of(6, **facts)]),
            name="roll.csv", today=TODAY, by=None, is_written=True,
        )  # fmt: skip
        new = Pupil.objects.exclude(pk=old.pk).get(school=school)
        assert (new.first_name, new.former_upn, new.set_apart_on) == ("Ava", "", None)
        assert list(Pupil.objects.filter(pk=old.pk).values()) == before
        new_events = AuditEvent.objects.filter(pupil_ids__contains=[new.pk])
        assert not new_events.filter(pupil_ids__contains=[old.pk]).exists()
        assert str(old.pk) not in told(new_events)
        of_old = AuditEvent.objects.filter(pupil_ids__contains=[old.pk])
        assert str(new.pk) not in told(of_old)
        assert "Newname" not in told(of_old)

    def test_no_paper_moves_from_one_to_the_other(self, school, old, teacher):
        new = PupilFactory(school=school)
        paper = file_document(pupil=old, kind="slt", upload=upload("a.pdf", pdf("Words")), by=None)
        apart(old, teacher)
        note = BreachNote(happened="Wrong child", action="Moved", found_at=clock.moment())
        with pytest.raises(TransitionNotAllowed, match="set apart"):
            move_document(document=paper, to=new, note=note, by=teacher)

    def test_no_table_points_from_one_child_to_another(self):
        """A table with two keys to children could hold the link.

        A breach says whose paper lay with whom: nothing moves to or from a record set apart.
        """
        found = {
            f"{model._meta.label}.{field.name}"
            for model in apps.get_models()
            if not hasattr(model, "pgh_tracked_model")
            for field in model._meta.concrete_fields
            if field.related_model is Pupil and field.name not in ("pupil", "content_object")
        }
        assert found == {"pupils.Breach.about"}
        twice = [
            model._meta.label
            for model in apps.get_models()
            if not hasattr(model, "pgh_tracked_model")
            and sum(f.related_model is Pupil for f in model._meta.concrete_fields) > 1
        ]
        assert twice == ["pupils.Breach"]


def told(events) -> str:
    """Everything that events hold."""
    return json.dumps(list(events.values()), default=str)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Likes maths and Lego.", []),
        ("Her foster carer helps.", ["foster", "carer"]),
        ("Is looked after, LAC review in May", ["looked after", "LAC"]),
        ("Ring 01603 123456 or NR11 6AA", ["01603 123456", "NR11 6AA"]),
        ("Write to a@b.example", ["a@b.example"]),
        ("Careful with black ink, carefully placed", []),
    ],
)
def test_words_of_care_are_found(text, found):
    assert care_words(text) == found
