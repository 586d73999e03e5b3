"""Many documents at once: a row for each, whoever goes on; for whoever asked and still may."""

import datetime as dt
import io
import zipfile
from uuid import uuid4

import pypdf
import pytest
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.fitting import Fitted
from aylsham.documents.rendering import PdfProblem
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import cancel_job
from aylsham.models import AuditEvent, Job, Membership
from pupils.models import PrintBatch, PrintedDocument
from pupils.print_codes import DocumentState
from pupils.services.print_batches import ask_for_batch, forget_batches, set_again
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import client_of, text_of
from tests.provision.aims import a_target, running
from tests.pupils.passports.makers import DAY, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


class Killed(BaseException):
    """The worker is gone, in the middle of a document."""


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def sendco(group):
    return member(group.school)


@pytest.fixture
def children(group, sendco):
    """Three children of a class, with a published passport each."""
    found = [
        PupilFactory(school=group.school, class_group=group, last_name=name, on_register=["SLCN"])
        for name in ("Adams", "Baker", "Cole")
    ]
    for child in found:
        published(child, by=sendco)
    return found


@pytest.fixture
def printer(monkeypatch):
    """Sets a page for each passport, and says whose it set; `broken` names whose it cannot."""
    page = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(page)

    class Printer:
        done: list[str] = []
        broken: dict[str, BaseException | Fitted] = {}

        def __call__(self, passport, school, *, today):
            for name, problem in self.broken.items():
                if name in passport.name:
                    if isinstance(problem, Fitted):
                        return problem
                    raise problem
            self.done.append(passport.name.split()[-1])
            return Fitted(1, pdf=page.getvalue())

    made = Printer()
    made.done, made.broken = [], {}
    monkeypatch.setattr("pupils.services.passports.printing.one_side", made)
    return made


def ask(children, by, **more) -> PrintBatch:
    facts = {"kind": "passport", "is_large": False, "whom": "Oak", "key": uuid4()} | more
    ids = [child.pk for child in children]
    return ask_for_batch(school=children[0].school, pupil_ids=ids, by=by, **facts)


def work(batch) -> JobState | None:
    batch.refresh_from_db()
    return run_job(batch.job_id)


def states(batch) -> list[str]:
    return [d.state for d in PrintedDocument.objects.filter(batch=batch).order_by("place")]


def url(batch) -> str:
    return f"/oakfield/print/{batch.pk}/"


def test_a_pile_is_chosen_set_and_fetched(group, children, sendco, printer):
    client = client_of(sendco)
    shown = client.get("/oakfield/print/").content.decode()
    assert "Pupil passports" in shown and group.name in shown
    told = {"kind": "passport", "groups": [str(group.pk)], "only_register": "on", "key": uuid4()}
    answer = client.post("/oakfield/print/", told)
    batch = PrintBatch.objects.get()
    assert answer.headers["Location"] == url(batch)
    assert batch.whom == f"{group.name}, on the SEND register"
    assert work(batch) == JobState.DONE
    assert printer.done == ["Adams", "Baker", "Cole"]
    assert "3 of 3 set, 3 sides" in text_of(client.get(url(batch)))
    pdf = client.get(url(batch), {"as": "pdf"})
    assert len(pypdf.PdfReader(io.BytesIO(pdf.content)).pages) == 3
    assert pdf["Content-Disposition"] == 'attachment; filename="passport-2026-11-23.pdf"'
    names = zipfile.ZipFile(io.BytesIO(client.get(url(batch), {"as": "zip"}).content)).namelist()
    assert names == ["passport-001.pdf", "passport-002.pdf", "passport-003.pdf"]
    events = AuditEvent.objects.filter(action=Action.DOWNLOAD)
    assert [set(event.pupil_ids) for event in events] == [{c.pk for c in children}] * 2


def test_pressed_twice_it_is_one_pile(children, sendco, printer):
    key = uuid4()
    first, second = ask(children, sendco, key=key), ask(children, sendco, key=key)
    assert first.pk == second.pk
    assert Job.objects.filter(kind="print_batch").count() == 1
    assert PrintedDocument.objects.count() == 3
    with pytest.raises(TransitionNotAllowed):
        ask(children, member(children[0].school), key=key)


def test_a_lost_worker_is_no_loss(children, sendco, printer):
    batch = ask(children, sendco)
    printer.broken = {"Baker": Killed()}
    with pytest.raises(Killed):
        work(batch)
    assert states(batch) == ["set", "waiting", "waiting"]
    printer.broken = {}
    Job.objects.filter(pk=batch.job_id).update(lease_until=timezone.now() - dt.timedelta(hours=9))
    assert work(batch) == JobState.DONE
    assert states(batch) == ["set"] * 3
    assert printer.done == ["Adams", "Baker", "Cole"]  # none was set twice


def test_one_that_cannot_be_set_says_why_and_the_rest_goes_on(children, sendco, printer):
    printer.broken = {
        "Adams": PdfProblem("The PDF took too long."),
        "Baker": Fitted(2, too_long=(("What helps", 12),)),
    }
    batch = ask(children, sendco)
    assert work(batch) == JobState.DONE
    assert states(batch) == ["failed", "too_long", "set"]
    shown = text_of(client_of(sendco).get(url(batch)))
    assert "The PDF took too long." in shown and "What helps: 12 words too many" in shown
    assert "2 documents not set" in shown


def test_what_was_not_set_is_tried_again_and_nothing_else(children, sendco, printer):
    printer.broken = {"Baker": ValueError("a fault of ours")}
    batch = ask(children, sendco)
    work(batch)
    assert states(batch) == ["set", "failed", "set"]
    printer.broken, printer.done = {}, []
    assert client_of(sendco).post(f"{url(batch)}again/").status_code == 302
    assert work(batch) == JobState.DONE
    assert (states(batch), printer.done) == (["set"] * 3, ["Baker"])
    with pytest.raises(TransitionNotAllowed):
        set_again(batch=batch, by=sendco)


def test_a_child_without_a_passport_has_nothing_to_print(group, children, sendco, printer):
    other = PupilFactory(school=group.school, class_group=group, last_name="Dean")
    batch = ask([*children, other], sendco)
    work(batch)
    assert states(batch)[-1] == DocumentState.NOTHING
    assert "No passport is published yet." in text_of(client_of(sendco).get(url(batch)))


def test_a_stopped_pile_can_go_on(children, sendco, printer):
    batch = ask(children, sendco)
    batch.refresh_from_db()
    with pytest.raises(TransitionNotAllowed):
        set_again(batch=batch, by=sendco)
    cancel_job(Job.objects.get(pk=batch.job_id), by=sendco)
    assert work(batch) is None and states(batch) == ["waiting"] * 3
    set_again(batch=batch, by=sendco)
    assert work(batch) == JobState.DONE and states(batch) == ["set"] * 3


def test_who_lost_the_role_between_gets_nothing_set(children, sendco, printer):
    batch = ask(children, sendco)
    Membership.objects.filter(user=sendco).update(ends_on=dt.date(2026, 11, 20))
    work(batch)
    assert states(batch) == ["failed"] * 3 and printer.done == []


def test_a_child_out_of_reach_by_now_is_not_in_the_file(group, children, printer):
    teacher = teacher_of(group)
    batch = ask(children, teacher)
    work(batch)
    elsewhere = ClassGroupFactory(school=group.school)
    type(children[0]).objects.filter(pk=children[0].pk).update(class_group=elsewhere)
    client = client_of(teacher)
    shown = text_of(client.get(url(batch)))
    assert "Adams" not in shown and "A child whom you may no longer see" in shown
    files = zipfile.ZipFile(io.BytesIO(client.get(url(batch), {"as": "zip"}).content))
    assert files.namelist() == ["passport-002.pdf", "passport-003.pdf"]


def test_a_pile_is_its_askers_alone(children, sendco, printer):
    batch = ask(children, sendco)
    work(batch)
    for other in (member(children[0].school, Role.HEAD), member(SchoolFactory())):
        assert client_of(other).get(url(batch), {"as": "pdf"}).status_code == 404
        assert client_of(other).post(f"{url(batch)}again/").status_code == 404
    governor = member(children[0].school, Role.GOVERNOR)
    assert client_of(governor).get("/oakfield/print/").status_code == 403


def test_a_kind_that_one_may_not_read_cannot_be_chosen(children, group):
    teacher = client_of(teacher_of(group))
    assert "Personal education plans" not in teacher.get("/oakfield/print/").content.decode()
    answer = teacher.post("/oakfield/print/", {"kind": "pep", "key": uuid4()})
    assert answer.status_code == 200 and not PrintBatch.objects.exists()


def test_a_teacher_prints_for_children_in_reach_only(children, group, printer):
    stranger = PupilFactory(school=group.school, last_name="Strange", on_register=["SLCN"])
    client_of(teacher_of(group)).post("/oakfield/print/", {"kind": "passport", "key": uuid4()})
    asked = set(PrintedDocument.objects.values_list("pupil_id", flat=True))
    assert asked == {child.pk for child in children} and stranger.pk not in asked


def test_it_is_gone_after_a_day(children, sendco):
    batch = ask(children, sendco)
    batch.refresh_from_db()
    school = batch.school
    assert forget_batches(school=school, now=batch.asked_at) == 0
    assert forget_batches(school=school, now=batch.asked_at + 2 * DAY) == 1
    assert not PrintedDocument.objects.exists()


@pytest.mark.parametrize("kind", ["support_plan", "pep", "cycle", "top_up"])
def test_every_kind_is_prepared_from_what_the_asker_may_read(children, sendco, kind, monkeypatch):
    monkeypatch.setattr("provision.print_kinds.fit_pdf", lambda htmls: Fitted(1, pdf=b"%PDF-1.7"))
    batch = ask(children, sendco, kind=kind)
    assert work(batch) == JobState.DONE
    expected = DocumentState.NOTHING if kind in ("pep", "cycle") else DocumentState.SET
    assert states(batch) == [expected] * 3


def test_a_running_plan_is_printed_and_counts_as_given_only_when_somebody_says_so(
    children, sendco, monkeypatch
):
    monkeypatch.setattr("provision.print_kinds.fit_pdf", lambda htmls: Fitted(1, pdf=b"%PDF-1.7"))
    a_target(children[0])
    cycle = running(children[0], by=sendco)
    batch = ask(children, sendco, kind="cycle")
    assert work(batch) == JobState.DONE
    assert sorted(states(batch)) == sorted([DocumentState.SET, *[DocumentState.NOTHING] * 2])
    cycle.refresh_from_db()
    assert cycle.given_on is None
