"""Passports on paper: measured by setting them, flagged when they do not fit, a class as one."""

import io
import os
import random
import re
import time
from collections import Counter

import pikepdf
import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.documents.fitting import Fitted, fit_pdf
from aylsham.documents.fonts import fonts
from aylsham.documents.rendering import PangoMissing
from aylsham.identifiers import uuid7
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.models import PassportPrint
from pupils.selectors.passports.printing import PrintedPart, PrintedPassport, printed_passports
from pupils.services.passports.printing import (
    ask_for_class_set,
    class_set,
    forget_class_sets,
    keep_class_set,
    large_print,
    on_more_sides,
    one_side,
)
from pupils.services.strategies import add_strategy
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.pupils.passports.made_up import made_up, nasty
from tests.pupils.passports.makers import DAY, TODAY, published, write
from tests.tags import of_kind, smallest_print

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

#: Sixty with every run of the suite; AYLSHAM_PASSPORTS=500 for all of them, in about a minute.
PASSPORTS = int(os.environ.get("AYLSHAM_PASSPORTS", "60"))
CLASS = 30


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory())


@pytest.fixture
def child(group):
    return PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def url(child) -> str:
    return f"/{child.school.slug}/children/{child.pk}/passport/print/"


class TestOneSide:
    def test_random_passports_fit_or_are_flagged_and_then_fit_when_shortened(self, group):
        chance = random.Random(20261123)
        made = [made_up(chance, most) for most in (10, 30, 60, 90, 120, 150) for _ in range(7)]
        # As one document: on which sides does each stand? Two child processes, not forty-two.
        fitted = class_set(made, group.school, today=TODAY, is_large=False)
        longer = set(on_more_sides(made, fitted))
        flags = {len(made) - len(longer), len(longer)}
        assert min(flags) >= 8, "the sample must hold both kinds"
        for passport in [p for p in made if p.pupil_id in longer][:3]:
            answer = one_side(passport, group.school, today=TODAY)
            assert answer.too_long
            assert not answer.pdf
            assert one_side(shortened(passport, answer), group.school, today=TODAY).pdf
        for passport in [p for p in made if p.pupil_id not in longer][:3]:
            assert one_side(passport, group.school, today=TODAY).pages == 1

    @pytest.mark.slow
    def test_every_one_of_many_fits_at_12_point_or_is_flagged(self, group):
        """In sets of a class; the answer for each is what its own print page says."""
        flags = Counter()
        for first in range(0, PASSPORTS, CLASS):
            made = [nasty(seed) for seed in range(first, min(first + CLASS, PASSPORTS))]
            fitted = class_set(made, group.school, today=TODAY, is_large=False)
            assert fitted.pdf
            longer = set(on_more_sides(made, fitted))
            flags.update(p.pupil_id in longer for p in made)
            with pikepdf.open(io.BytesIO(fitted.pdf)) as read:
                assert_sides(read, made, fitted)
            # One of each set alone: the longest that fits, and the shortest that does not.
            one = max((p for p in made if p.pupil_id not in longer), key=length, default=None)
            other = min((p for p in made if p.pupil_id in longer), key=length, default=None)
            if one:
                alone = one_side(one, group.school, today=TODAY)
                assert alone.pages == 1
                assert smallest_print(alone.pdf) >= 12
            if other:
                alone = one_side(other, group.school, today=TODAY)
                assert alone.too_long
                assert not alone.pdf
        assert flags.total() == PASSPORTS
        assert min(flags[True], flags[False]) > PASSPORTS / 5, flags

    def test_the_pdf_passes_the_checks_of_a_tagged_pdf(self, group):
        pdf = one_side(nasty(1), group.school, today=TODAY).pdf
        assert smallest_print(pdf) >= 12
        with pikepdf.open(io.BytesIO(pdf)) as read:
            assert str(read.Root.Lang) == "en-GB"
            assert str(read.docinfo["/Title"]) == "Pupil passport"
            assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
            assert read.Root.MarkInfo.Marked
            assert b"pdfuaid" in bytes(read.Root.Metadata.read_bytes())
            assert len(of_kind(read, "/H1")) == 1
            assert len(of_kind(read, "/H2")) == len(nasty(1).parts)
            assert len(of_kind(read, "/LI")) == sum(
                len(p.lines) for p in nasty(1).parts if p.is_list
            )
            for figure in of_kind(read, "/Figure"):
                assert str(figure.Alt)
            for font in read.pages[0].Resources.Font.values():
                name = str(font.BaseFont).partition("+")[2]
                assert "Atkinson" in name or name in fonts()
                descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                keys = set(descendant.FontDescriptor.keys())
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & keys

    def test_large_print_may_take_more_sides(self, group):
        assert large_print(made_up(random.Random(2), 60), group.school, today=TODAY).pages > 1

    def test_thirty_are_set_while_somebody_waits(self, group):
        """Seven alone on two cores; beside two other test processes they may take twice as long."""
        chance = random.Random(30)
        made = [made_up(chance, 25) for _ in range(30)]
        start = time.monotonic()
        fitted = class_set(made, group.school, today=TODAY, is_large=False)
        assert fitted.pages >= 30
        assert time.monotonic() - start < 20


def length(passport: PrintedPassport) -> int:
    """How much is written in it."""
    return sum(len(line) for part in passport.parts for line in part.lines)


def assert_sides(read: pikepdf.Pdf, made, fitted: Fitted) -> None:
    """Each passport begins a side of A4, in the order of the class."""
    starts = [fitted.starts[f"p{n}"] for n in range(1, len(made) + 1)]
    assert starts == sorted(set(starts))
    assert len(read.pages) == fitted.pages
    for page in read.pages:
        width, height = (float(n) for n in page.MediaBox[2:])
        assert (round(width), round(height)) == (595, 842)


def shortened(passport: PrintedPassport, answer: Fitted) -> PrintedPassport:
    """The passport after its writer has done what the answer asks."""
    left = dict(answer.too_long)
    parts = []
    for part in passport.parts:
        lines, cut = list(part.lines), left.get(part.label, 0)
        while cut:
            words = lines[-1].split()
            kept = words[: max(0, len(words) - cut)]
            cut -= len(words) - len(kept)
            lines = [*lines[:-1], " ".join(kept)] if kept else lines[:-1]
        parts.append(PrintedPart(part.code, part.label, tuple(lines)))
    return PrintedPassport(passport.pupil_id, passport.name, passport.place, tuple(parts), 3, TODAY)


class TestWhatIsPrinted:
    def test_only_published_and_only_what_is_for_everyone(self, child, teacher):
        sendco = member(child.school)
        write(child, "hard.2", "A hard time at home", by=sendco)
        assert printed_passports(child.school, [child.pk]) == []
        published(child, by=teacher)
        add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=teacher)
        add_strategy(
            pupil=child,
            text="Sealed words",
            since_on=TODAY,
            by=sendco,
            sensitivity=Sensitivity.SENSITIVE,
        )
        (found,) = printed_passports(child.school, [child.pk])
        said = str(found)
        assert "Sit in front" in said
        assert "Sealed words" not in said
        assert "A hard time at home" not in said
        (more,) = printed_passports(child.school, [child.pk], levels=(1, 2))
        assert "Sealed words" in str(more)

    def test_the_page_names_the_box_that_is_too_long(self, child, teacher):
        write(child, "aims", "I want to read a whole book. " * 90, by=teacher)
        write(child, "hard", "The hall is very loud. " * 150, by=teacher)
        published(child, by=teacher)
        client = client_of(teacher)
        assert "Not measured since the last change" in text_of(client.get(url(child)))
        measure(client, child)
        shown = text_of(client.get(url(child)))
        assert "Does not fit one side" in shown
        assert re.search(r"What is hard for me is \d+ words too long", shown)
        assert "Does not fit" in text_of(client.get(url(child), {"as": "pdf"}))
        assert client.get(url(child), {"as": "pdf", "large": ""}).content[:5] == b"%PDF-"

    def test_looking_sets_nothing_and_another_wording_is_measured_anew(
        self, child, teacher, monkeypatch
    ):
        published(child, by=teacher)
        client = client_of(teacher)
        measure(client, child)
        monkeypatch.setattr("pupils.services.passports.printing.fit_pdf", None)
        assert "Fits one side" in text_of(client.get(url(child)))
        sendco = client_of(member(child.school))
        assert "Not measured" in text_of(sendco.get(url(child), {"sensitive": ""}))
        write(child, "aims", "To swim", by=teacher)
        assert "Not measured" in text_of(client.get(url(child)))
        assert client.post(f"{url(child)}measure/", {"sensitive": "1"}).status_code == 403
        # Saving without a script measures by itself.
        saved = f"/{child.school.slug}/children/{child.pk}/passport/save/"
        client.post(saved, {"step": "still_true", "sitting": uuid7()})
        assert Job.objects.filter(kind="measure_print", state="waiting").count() == 1

    def test_a_print_is_written_down_and_its_name_tells_nothing(self, child, teacher):
        published(child, by=teacher)
        answer = client_of(teacher).get(url(child), {"as": "pdf"})
        assert answer["Content-Type"] == "application/pdf"
        assert child.last_name.lower() not in answer["Content-Disposition"].lower()
        event = AuditEvent.objects.get(action=Action.PRINT)
        assert event.pupil_ids == [child.pk]

    def test_sensitive_lines_only_for_whoever_may_read_them(self, child, teacher):
        published(child, by=teacher)
        assert client_of(teacher).get(url(child), {"sensitive": ""}).status_code == 403
        assert client_of(member(child.school)).get(url(child), {"sensitive": ""}).status_code == 200

    def test_what_cannot_be_set_is_said(self, child, teacher, monkeypatch):
        published(child, by=teacher)

        def fail(*args, **kwargs):
            raise PangoMissing

        monkeypatch.setattr("pupils.services.passports.printing.fit_pdf", fail)
        shown = client_of(teacher).get(url(child), {"as": "pdf"}, follow=True).content.decode()
        assert "PDFs need the library Pango" in shown

    def test_an_lsa_prints_nothing_that_is_not_published(self, child, teacher):
        write(child, "hard", "The hall", by=teacher)
        shown = text_of(client_of(supporter_of(child)).get(url(child), {"as": "pdf"}))
        assert "nothing to print" in shown


class TestClassSet:
    def test_the_job_is_started_with_ids_only_and_the_file_is_the_askers(
        self, group, child, teacher
    ):
        published(child, by=teacher)
        client = client_of(teacher)
        answer = client.post(f"/{group.school.slug}/classes/{group.pk}/passports/")
        assert answer.status_code == 302
        job = Job.objects.get(kind="print_passports")
        row = PassportPrint.objects.get()
        assert job.arguments == {"passport_print": str(row.pk), "group": str(group.pk)}
        made = printed_passports(group.school, row.pupil_ids)
        fitted = class_set(made, group.school, today=TODAY, is_large=False)
        keep_class_set(row=row, passports=made, fitted=fitted)
        page = f"/{group.school.slug}/passports/prints/{row.pk}/"
        assert "1 passport on 1 side" in text_of(client.get(page))
        assert client.get(page, {"as": "pdf"}).content[:5] == b"%PDF-"
        assert AuditEvent.objects.filter(action=Action.DOWNLOAD).get().pupil_ids == [child.pk]
        assert client_of(teacher_of(group)).get(page).status_code == 404

    def test_it_says_beforehand_in_whose_passport_boxes_stand_empty(self, group, child, teacher):
        other = PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])
        published(other, by=teacher)
        published(child, by=teacher, text="I am called 美 at home")
        ids = [child.pk, other.pk]
        row, _ = ask_for_class_set(class_group=group, pupil_ids=ids, is_large=True, by=teacher)
        made = printed_passports(group.school, ids)
        keep_class_set(row=row, passports=made, fitted=Fitted(2, pdf=b"%PDF-"))
        client = client_of(teacher)
        shown = text_of(client.get(f"/{group.school.slug}/passports/prints/{row.pk}/"))
        assert f"{child.full_name} : 美" in shown
        assert other.full_name not in shown
        easy = f"/{group.school.slug}/children/{child.pk}/passport/symbols/"
        assert "No font for paper has this character: 美" in text_of(client.get(easy))

    def test_nothing_to_print_says_so(self, group, child, teacher):
        answer = client_of(teacher).post(
            f"/{group.school.slug}/classes/{group.pk}/passports/", follow=True
        )
        assert "No passport of this class is published yet" in answer.content.decode()
        assert not Job.objects.filter(kind="print_passports").exists()

    def test_it_is_gone_after_a_day(self, group, child, teacher):
        row, _ = ask_for_class_set(
            class_group=group, pupil_ids=[child.pk], is_large=False, by=teacher
        )
        assert forget_class_sets(school=group.school, now=row_time(row)) == 0
        assert forget_class_sets(school=group.school, now=row_time(row) + 2 * DAY) == 1

    def test_a_governor_prints_nothing(self, group):
        governor = member(group.school, Role.GOVERNOR)
        answer = client_of(governor).post(f"/{group.school.slug}/classes/{group.pk}/passports/")
        assert answer.status_code == 403


def measure(client, child) -> None:
    """Press "See whether it fits", and do the work."""
    assert client.post(f"{url(child)}measure/").status_code == 302
    job = Job.objects.filter(kind="measure_print").latest("pk")
    assert run_job(job.pk) == JobState.DONE


def row_time(row):
    row.refresh_from_db()
    return row.asked_at


@pytest.mark.rough_paper
def test_a_document_can_name_no_file_but_ours():
    fitted = fit_pdf(
        ['<html lang="en"><title>x</title><img alt="x" src="file:///etc/passwd"></html>']
    )
    assert b"/Image" not in fitted.pdf
