"""Papers for a named professional outside: marked, logged, ended; and thirty ways to abuse them."""

import datetime as dt
import io
from uuid import uuid4

import pypdf
import pytest
import time_machine
from django.test import Client

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents.rendering import PdfProblem
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Deadline, Job
from aylsham.secret_log import hide_secrets
from pupils.models import (
    ContributionRequest,
    Document,
    MarkedCopy,
    OutsideShare,
    ShareNote,
    Voice,
)
from pupils.rules.shares import place_words
from pupils.selectors.shares import items_of, over_words, shares_of
from pupils.services.contributions.answering import submit_answer
from pupils.services.contributions.reminding import remind_school
from pupils.services.details import add_contact, record_leaving
from pupils.services.documents.binning import bin_document
from pupils.services.documents.filing import file_document, replace_document
from pupils.services.documents.misfiled import BreachNote, move_document, seal_document
from pupils.services.shares.copies import forget_copies
from pupils.services.shares.sharing import Chosen, send_share_again, share_papers, stop_share
from pupils.share_codes import ShareStep
from tests.documents.making import pdf, picture, upload, word
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.agreements.makers import Outsider, secret_in
from tests.pupils.family.invited import code_in, deliver
from tests.pupils.passports.makers import published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
EP = "ep@council.example"
PERSON = {
    "name": "Dr Ada Moss",
    "profession": "Educational psychologist",
    "organisation": "Norfolk County Council",
    "email": EP,
    "purpose": "Preparing an assessment",
    "basis": "assess",
}
NOTE = BreachNote(
    happened="On the wrong child",
    action="Moved",
    found_at=dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC),
)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def report(child, by):
    return file_document(
        pupil=child,
        kind="slt",
        upload=upload("Quillmark report.pdf", pdf("Speaks in twos", pages=2)),
        title="Zephyrine's report",
        of_on=dt.date(2026, 5, 3),
        by=by,
    )


def chosen(document, **more):
    return Chosen("Speech report", document.versions.order_by("number").last(), **more)


def shared(child, papers, by, **more):
    facts = PERSON | {"ends_on": TODAY + dt.timedelta(days=28)} | more
    return share_papers(pupil=child, papers=papers, by=by, **facts)


@pytest.fixture
def share(child, report, by):
    return shared(child, [chosen(report)], by)


@pytest.fixture
def reader(share):
    return Outsider(secret_in(deliver()[-1]), "papers").open()


def item_of(share):
    behind_the_wall(share.school)
    return share.items.filter(school=share.school).first()


def paper(reader, share, query="", item=None):
    """What a reader gets who presses a paper, waits for its copy and opens that."""
    answer = reader.get(f"paper/?paper={(item or item_of(share)).pk}{query}")
    if "/copy/" not in answer.get("Location", ""):
        return answer
    make_copies()
    return reader.client.get(f"{answer.url}&as=pdf")


def make_copies():
    """Let the worker make what is asked for."""
    for job in Job.objects.filter(kind="mark_copy", state="waiting"):
        run_job(job.pk)


def steps_of(share):
    behind_the_wall(share.school)
    rows = ShareNote.objects.filter(share=share).order_by("id")
    return list(rows.values_list("step", flat=True))


class TestReading:
    def test_the_marked_copy_and_the_log(self, child, share, school, by):
        message = deliver()[-1]
        assert message.to == [EP]
        for words in ("Zephyrine", "Quillmark", "report"):
            assert words not in message.subject + message.body
        reader = Outsider(secret_in(message), "papers")
        assert "Speech" not in text_of(reader.get())  # nothing before the code
        reader.open()
        page = reader.get()
        assert "Speech report" in text_of(page)
        assert "Zephyrine" not in page.content.decode()
        answer = paper(reader, share)
        assert answer["Content-Type"] == "application/pdf"
        assert "Quillmark" not in answer["Content-Disposition"]
        pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
        assert len(pages) == 2
        for each in pages:
            words = each.extract_text().replace("\n", " ")
            assert "Copy for Dr Ada Moss, 23 November 2026" in words
            assert "Speaks in twos" in words
        behind_the_wall(school)
        assert steps_of(share) == ["shared", "code_sent", "entered", "read"]
        event = AuditEvent.objects.get(action=Action.OPEN_SHARED)
        assert event.actor_name == "Dr Ada Moss, Norfolk County Council (from outside)"
        assert event.pupil_ids == [child.pk]
        page = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/shared/{share.pk}/"))
        assert "Opened the copy" in page
        assert "version 1" in page
        looks = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/looks/"))
        assert "Dr Ada Moss, Norfolk County Council (from outside)" in looks

    def test_a_picture_and_a_text_become_marked_pdfs(self, child, by):
        photo = file_document(pupil=child, kind="work", upload=upload("work.jpg", picture()), by=by)
        share = shared(
            child,
            [chosen(photo), Chosen("Passport", parts=(("What matters to me", "Trains"),))],
            by,
        )
        reader = Outsider(secret_in(deliver()[-1]), "papers").open()
        behind_the_wall(child.school)
        texts = []
        for line in items_of(share):
            answer = paper(reader, share, item=line.item)
            texts.append(pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text())
        assert all("Copy for" in text for text in texts)
        assert "Trains" in texts[1]

    def test_a_new_version_is_not_shared_by_itself(self, report, share, reader, by):
        replace_document(document=report, upload=upload("new.pdf", pdf("New words")), by=by)
        words = pypdf.PdfReader(io.BytesIO(paper(reader, share).content)).pages[0].extract_text()
        assert "Speaks in twos" in words
        assert "New words" not in words

    def test_word_only_as_it_is_and_only_if_allowed(self, child, by):
        letter = file_document(
            pupil=child, kind="letter", upload=upload("letter.docx", word("Dear all")), by=by
        )
        with pytest.raises(TransitionNotAllowed, match="Allow the original"):
            shared(child, [chosen(letter)], by)
        share = shared(child, [chosen(letter, gives_original=True)], by)
        reader = Outsider(secret_in(deliver()[-1]), "papers").open()
        answer = paper(reader, share)
        assert answer.content[:2] == b"PK"
        assert answer["Content-Disposition"].startswith("attachment")
        assert steps_of(share)[-1] == ShareStep.ORIGINAL

    def test_words_come_back_as_advice(self, share, reader, school):
        response = reader.post("write/")
        page = reader.client.get(response.url)
        assert "Your advice" in text_of(page)
        behind_the_wall(school)
        ask = ContributionRequest.objects.get()
        share.refresh_from_db()
        assert share.ask == ask
        submit_answer(ask=ask, answers={q["key"]: "Small steps" for q in ask.questions})
        assert Voice.objects.get().said_by == "Dr Ada Moss"


class TestCopies:
    """A copy is made by a worker; its reader sees how far it is, and each opening is written down."""

    def test_from_the_press_to_the_pdf(self, share, reader, school):
        url = reader.get(f"paper/?paper={item_of(share).pk}").url
        page = reader.client.get(url)
        assert "being prepared" in text_of(page)
        refresh = '<noscript><meta http-equiv="refresh" content="3"></noscript>'
        assert refresh in page.content.decode()  # without JavaScript too
        assert "Zephyrine" not in page.content.decode()
        # Nothing was read yet, so nothing is written down; pressed again, it is made once.
        assert steps_of(share)[-1] == "entered"
        assert reader.get(f"paper/?paper={item_of(share).pk}").url == url
        job = Job.objects.get(kind="mark_copy")
        assert (job.started_by, job.school) == (None, school)
        make_copies()
        page = reader.client.get(url)
        assert "copy is ready" in text_of(page)
        assert refresh not in page.content.decode()
        for _ in range(2):
            assert reader.client.get(f"{url}&as=pdf")["Content-Type"] == "application/pdf"
        assert steps_of(share)[-2:] == ["read", "read"]
        assert AuditEvent.objects.filter(action=Action.OPEN_SHARED).count() == 2
        # Opened again later it is a new copy, with the time of then.
        assert reader.get(f"paper/?paper={item_of(share).pk}").url != url

    def test_it_is_its_readers_alone_and_for_an_hour(self, child, share, reader, by, school):
        url = reader.get(f"paper/?paper={item_of(share).pk}").url
        make_copies()
        other = shared(child, [Chosen("Passport", parts=(("A", "B"),))], by, email="b@nhs.example")
        stranger = Outsider(secret_in(deliver()[-1]), "papers").open()
        assert stranger.get(f"copy/?{url.partition('?')[2]}").status_code == 404
        assert Outsider(reader.secret, "papers").client.get(url).status_code == 302  # no code
        assert reader.get("copy/?copy=nonsense").status_code == 404
        assert item_of(other) != item_of(share)
        behind_the_wall(school)
        copy = MarkedCopy.objects.get(item__share=share)
        assert forget_copies(school=school, now=copy.asked_at + dt.timedelta(minutes=59)) == 0
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=61)):
            assert reader.client.get(url).status_code == 404
        behind_the_wall(school)
        assert forget_copies(school=school, now=copy.asked_at + dt.timedelta(minutes=61)) == 1

    def test_what_was_put_away_meanwhile_is_not_given(self, report, share, reader, by, school):
        url = reader.get(f"paper/?paper={item_of(share).pk}").url
        make_copies()
        behind_the_wall(school)
        seal_document(document=report, note=NOTE, by=by)
        answer = reader.client.get(f"{url}&as=pdf")
        assert "no longer shared" in text_of(answer)
        assert "read" not in steps_of(share)

    def test_what_cannot_be_made_says_so_at_once(self, share, reader, monkeypatch):
        def locked(*args, **kwargs):
            raise PdfProblem("This PDF is locked with a password.")

        monkeypatch.setattr("pupils.services.shares.copies.mark_pdf", locked)
        url = reader.get(f"paper/?paper={item_of(share).pk}").url
        make_copies()
        page = text_of(reader.client.get(f"{url}&as=pdf"))
        assert "locked with a password" in page
        assert "Try again" in page
        assert reader.get(f"paper/?paper={item_of(share).pk}").url != url


class TestEnding:
    def test_each_way_in_which_it_ends(self, child, share, reader, by, school):
        last = dt.datetime(2026, 12, 21, 12, tzinfo=dt.UTC)
        with time_machine.travel(last):
            assert Outsider(reader.secret, "papers").get().status_code == 200
        with time_machine.travel(last + dt.timedelta(days=1)):
            assert Outsider(reader.secret, "papers").get().status_code == 404
        behind_the_wall(school)
        assert Deadline.objects.get(kind="outside_share").due_on == dt.date(2026, 12, 21)
        stop_share(share=share, why="consent", by=by)
        assert reader.get().status_code == 404
        assert paper(reader, share).status_code == 404
        behind_the_wall(school)
        assert not Deadline.objects.filter(kind="outside_share").exists()
        with pytest.raises(TransitionNotAllowed, match="already"):
            stop_share(share=share, why="done", by=by)

    @pytest.mark.parametrize("way", ["stopped", "readdressed"])
    def test_whoever_wrote_back_is_asked_and_reminded_no_more(self, share, reader, by, school, way):
        answer = reader.post("write/").url
        assert reader.client.get(answer).status_code == 200
        behind_the_wall(school)
        share.refresh_from_db()
        if way == "stopped":
            stop_share(share=share, why="consent", by=by)
        else:
            send_share_again(share=share, email="right@council.example", by=by)
        assert reader.client.get(answer).status_code == 404
        behind_the_wall(school)
        assert ContributionRequest.objects.get().state == "cancelled"
        deliver()
        assert remind_school(school, today=share.ends_on) == 0

    def test_when_the_child_leaves(self, child, share, reader, by, school):
        record_leaving(pupil=child, last_day=dt.date(2026, 11, 24), by=by)
        assert reader.get().status_code == 200
        with time_machine.travel(dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)):
            assert Outsider(reader.secret, "papers").get().status_code == 404
            behind_the_wall(school)
            assert shares_of(child, today=dt.date(2026, 11, 25))[0].over == "The child has left"
            with pytest.raises(TransitionNotAllowed, match="has left"):
                shared(child, [Chosen("Passport", parts=(("A", "B"),))], by)

    def test_one_paper_and_then_all_by_form(self, child, report, by, school):
        second = Chosen("Passport", parts=(("What matters to me", "Trains"),))
        share = shared(child, [chosen(report), second], by)
        reader = Outsider(secret_in(deliver()[-1]), "papers").open()
        url = f"/oakfield/children/{child.pk}/shared/{share.pk}/"
        behind_the_wall(school)
        first = share.items.get(school=school, version__isnull=False)
        assert client_of(by).post(f"{url}papers/{first.pk}/stop/").status_code == 302
        page = text_of(reader.get())
        assert "Speech report" not in page
        assert "Passport" in page
        assert "no longer shared" in text_of(reader.get(f"paper/?paper={first.pk}"))
        client_of(by).post(f"{url}stop/", {"why": "done"})
        assert reader.get().status_code == 404

    def test_many_at_once(self, child, report, by, school):
        other = PupilFactory(school=school)
        mine = shared(child, [chosen(report)], by)
        theirs = shared(other, [Chosen("Passport", parts=(("A", "B"),))], by)
        page = client_of(by).get("/oakfield/shared/")
        assert "Dr Ada Moss" in text_of(page)
        client_of(by).post("/oakfield/shared/stop/", {"share": [str(mine.pk), "nonsense"]})
        behind_the_wall(school)
        assert OutsideShare.objects.get(pk=mine.pk).stopped_why == "bulk"
        assert OutsideShare.objects.get(pk=theirs.pk).stopped_at is None

    @pytest.mark.parametrize("days, is_fine", [(-1, False), (0, True), (90, True), (91, False)])
    def test_at_most_ninety_days(self, child, report, by, days, is_fine):
        until = TODAY + dt.timedelta(days=days)
        if is_fine:
            assert shared(child, [chosen(report)], by, ends_on=until).ends_on == until
        else:
            with pytest.raises(TransitionNotAllowed):
                shared(child, [chosen(report)], by, ends_on=until)
            assert not AuditEvent.objects.filter(action=Action.SHARE_OUTSIDE).exists()


class TestAbuse:
    """What somebody could try who has a link, a code, an id, or an account at the school."""

    def test_no_secret_no_code_no_page(self, share, child):
        secret = secret_in(deliver()[-1])
        for wrong in ("x" * 43, secret[:-1], secret.swapcase(), "a"):
            assert Outsider(wrong, "papers").get().status_code == 404
        assert Outsider(secret, "agree").get().status_code == 404  # a link opens its own door
        assert Client().get(f"/contribute/{secret}/").status_code == 404
        reader = Outsider(secret, "papers")
        assert paper(reader, share).status_code == 302  # back to the start
        assert reader.post("write/").status_code == 302
        assert reader.post("code/", {"code": "000000"}).status_code == 200
        assert steps_of(share) == ["shared", "wrong_code"]

    def test_another_browser_needs_its_own_code(self, share, reader):
        assert paper(Outsider(reader.secret, "papers"), share).status_code == 302

    def test_a_mail_scanner_uses_nothing_up(self, share):
        secret = secret_in(deliver()[-1])
        scanner = Outsider(secret, "papers")
        for part in ("", "code/", f"{item_of(share).pk}/"):
            for _ in range(3):
                scanner.get(part)
                scanner.client.head(scanner.base + part)
        assert steps_of(share) == ["shared"]
        assert Outsider(secret, "papers").open().get().status_code == 200

    def test_a_code_works_once_and_in_time(self, share):
        reader = Outsider(secret_in(deliver()[-1]), "papers")
        reader.post()
        code = code_in(deliver()[-1])
        assert reader.post("code/", {"code": code}).status_code == 302
        assert Outsider(reader.secret, "papers").post("code/", {"code": code}).status_code == 200
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=3)):
            assert paper(reader, share).status_code == 302  # the browser is forgotten

    def test_five_wrong_codes_lock_it_until_we_send_another(self, share, by, child):
        reader = Outsider(secret_in(deliver()[-1]), "papers")
        reader.post()
        right = code_in(deliver()[-1])
        for _ in range(5):
            reader.post("code/", {"code": "1"})
        assert reader.post("code/", {"code": right}).status_code == 404
        assert steps_of(share)[-1] == ShareStep.LOCKED
        url = f"/oakfield/children/{child.pk}/shared/{share.pk}/again/"
        assert client_of(by).post(url, {"email": EP}).status_code == 302
        assert Outsider(secret_in(deliver()[-1]), "papers").open().get().status_code == 200
        assert Outsider(reader.secret, "papers").get().status_code == 404

    def test_swapped_ids(self, child, report, share, reader, by, school):
        other = PupilFactory(school=school)
        theirs = file_document(pupil=other, kind="ep", upload=upload("a.pdf", pdf("Other")), by=by)
        foreign = shared(other, [chosen(theirs)], by, email="other@council.example")
        far = SchoolFactory(slug="far")
        far_child = PupilFactory(school=far)
        far_by = member(far)
        far_paper = file_document(
            pupil=far_child, kind="ep", upload=upload("b.pdf", pdf("Far")), by=far_by
        )
        far_share = shared(far_child, [chosen(far_paper)], far_by, email="far@council.example")
        for wrong in (foreign.items.get(), far_share.items.get()):
            assert reader.get(f"paper/?paper={wrong.pk}").status_code == 404
        for wrong in (theirs.pk, far_paper.pk, report.pk, share.pk, uuid4()):
            assert reader.get(f"paper/?paper={wrong}").status_code == 404
        assert reader.get("nonsense/").status_code == 404
        behind_the_wall(school, far)
        # A paper of another child or school cannot be put into a share.
        for document in (theirs, far_paper):
            with pytest.raises(TransitionNotAllowed, match="no longer on this child"):
                shared(child, [chosen(document)], by)

    @pytest.mark.parametrize("way", ["sealed", "moved", "binned", "safeguarding"])
    def test_what_is_put_away_stops_being_visible_at_once(
        self, child, report, share, reader, by, school, way
    ):
        assert paper(reader, share).status_code == 200
        behind_the_wall(school)
        if way == "sealed":
            seal_document(document=report, note=NOTE, by=by)
        elif way == "moved":
            move_document(document=report, to=PupilFactory(school=school), note=NOTE, by=by)
        elif way == "binned":
            bin_document(document=report, reason="Twice", by=by)
        else:
            Document.objects.filter(pk=report.pk).update(sensitivity=Sensitivity.SAFEGUARDING)
        answer = paper(reader, share)
        assert answer["Content-Type"].startswith("text/html")
        assert "no longer shared" in text_of(answer)
        assert "Speech report" not in text_of(reader.get())
        behind_the_wall(school)
        assert items_of(share)[0].why_not

    def test_the_original_of_a_marked_paper_is_not_given(self, share, reader):
        answer = paper(reader, share, "&as=original")
        assert answer["Content-Type"].startswith("text/html")
        assert ShareStep.ORIGINAL not in steps_of(share)

    def test_hundreds_of_openings_are_slowed_down(self, share, reader, monkeypatch):
        monkeypatch.setattr("pupils.services.shares.copies.mark_pdf", lambda *a, **k: b"%PDF-1.7")
        answers = [paper(reader, share)["Content-Type"] for _ in range(31)]
        assert answers[:30] == ["application/pdf"] * 30
        assert answers[30].startswith("text/html")

    def test_nobody_of_the_family_reads_the_address(self, child, report, share, reader, by):
        add_contact(pupil=child, by=by, name="Ben Reed", email=EP.upper())
        assert reader.get().status_code == 404
        with pytest.raises(TransitionNotAllowed, match="child's family"):
            shared(child, [chosen(report)], by)

    def test_headers_and_log_lines_give_nothing_away(self, share, reader, caplog):
        page = reader.get()
        assert page["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page["Cache-Control"]
        assert hide_secrets(f"GET /contribute/papers/{reader.secret}/code/") == (
            "GET /contribute/papers/-/code/"
        )
        assert hide_secrets(f"/contribute/agree/{reader.secret}/") == "/contribute/agree/-/"

    def test_a_corrected_address_gets_no_earlier_words(self, child, share, reader, by, school):
        reader.post("write/")
        client_of(by).post(
            f"/oakfield/children/{child.pk}/shared/{share.pk}/again/", {"email": "b@nhs.example"}
        )
        Outsider(secret_in(deliver()[-1]), "papers").open().post("write/")
        behind_the_wall(school)
        emails = set(ContributionRequest.objects.values_list("email", flat=True))
        assert emails == {EP, "b@nhs.example"}


class TestAtSchool:
    def test_by_form(self, child, report, by, school):
        url = f"/oakfield/children/{child.pk}/shared/add/"
        client = client_of(by)
        page = client.get(url)
        assert "Speech and language therapy report, 3 May 2026" in text_of(page)
        said = PERSON | {"papers": [f"document:{report.pk}"], "ends_on": "14 Dec 2026"}
        page = text_of(client.post(url, said | {"basis": "consent", "ends_on": "1 Jun 2027"}))
        assert "at most 90 days" in page
        assert "Say who." in page
        # First what they will get, then the press; another choice is shown again.
        shown = client.post(url, said)
        assert "What they will get" in text_of(shown)
        assert "PDF, each page marked with their name" in text_of(shown)
        assert not OutsideShare.objects.exists()
        seen = {"seen": shown.context["leaving"].digest}
        assert "What they will get" in text_of(client.post(url, said | seen | {"name": "Eve"}))
        assert not OutsideShare.objects.exists()
        response = client.post(url, said | seen)
        assert response.status_code == 302, text_of(response)
        behind_the_wall(school)
        share = OutsideShare.objects.get()
        assert share.ends_on == dt.date(2026, 12, 14)
        # What it is, never the title in which somebody typed a name.
        assert item_of(share).label == "Speech and language therapy report, 3 May 2026"
        assert over_words(share, today=TODAY, is_here=True) == ""

    def test_a_published_passport_is_shown_in_words_without_sensitive_lines(self, child, by):
        passport = published(child, by=by, text="I know all about trains.")
        write(child, "hard.2", "His father died.", by=by)
        said = PERSON | {"papers": [f"passport:{passport.pk}"], "ends_on": "14 Dec 2026"}
        shown = client_of(by).post(f"/oakfield/children/{child.pk}/shared/add/", said)
        page = text_of(shown)
        assert "What people like and admire about me" in page
        assert "I know all about trains." in page
        assert "His father died." not in page
        assert shown.context["leaving"].is_sensitive is False

    def test_who_may_and_how_far(self, child, share, school, by):
        page = f"/oakfield/children/{child.pk}/shared/{share.pk}/"
        teacher = member(school, Role.CLASS_TEACHER)
        assert client_of(teacher).get("/oakfield/shared/").status_code == 403
        group = ClassGroupFactory(school=school)
        child.class_group = group
        child.save(update_fields=["class_group"])
        assert client_of(teacher_of(group)).get(page).status_code == 403
        far = SchoolFactory(slug="far")
        stranger = client_of(member(far))
        assert stranger.get(page).status_code == 404
        behind_the_wall(far)
        assert stranger.get(f"/far/children/{child.pk}/shared/{share.pk}/").status_code == 404
        assert client_of(member(school, Role.HEAD)).get(page).status_code == 200


def test_from_what_in_words():
    edge = "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0"
    assert place_words(edge, "192.0.2.7") == "Edge on Windows, address 192.0.2.7"
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
    assert place_words(phone, "") == "Safari on an iPhone"
    assert place_words("", "") == "An unknown browser on an unknown system"


def test_as_many_statements_for_thirty_as_for_three(child, by, school):
    client, text = client_of(by), Chosen("Passport", parts=(("Likes", "Trains"),))
    shares = [shared(child, [text], by) for _ in range(3)]
    one = f"/oakfield/children/{child.pk}/shared/{shares[0].pk}/"
    pages = ("/oakfield/shared/", f"/oakfield/children/{child.pk}/shared/", one)
    few = [len(statements(client, page)) for page in pages]
    behind_the_wall(school)
    for n in range(27):
        shared(PupilFactory(school=school), [text], by, email=f"reader{n}@council.example")
    shared(child, [text] * 30, by)
    assert [len(statements(client, page)) for page in pages] == few
    assert max(few) <= 8 + 5, few
