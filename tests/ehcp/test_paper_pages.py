"""Pages of a review's papers: who opens them, both texts, who is writing, from draft to sent."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from ehcp.models import PartWriter, ReviewPaper, ReviewPaperPart, SentPaper
from ehcp.services.papers.writing import hand_part_to, marks_of
from tests.access import access_of
from tests.ehcp.makers import a_school, make_plan, planned
from tests.ehcp.paper_makers import begun_paper as begun_paper  # noqa: PLC0414 (a fixture)
from tests.ehcp.paper_makers import made as made  # noqa: PLC0414 (a fixture)
from tests.factories import TODAY, MembershipFactory, UserFactory, member, teacher_of
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school(begun_paper):
    return begun_paper.school


@pytest.fixture
def sendco(begun_paper):
    return begun_paper.sendco


@pytest.fixture
def paper(begun_paper):
    return begun_paper.paper


@pytest.fixture
def pdf(monkeypatch):
    monkeypatch.setattr(
        "ehcp.services.papers.sending.write_pdf", lambda html: b"%PDF-" + html.encode()
    )


def at(paper, rest="") -> str:
    return f"/{paper.school.slug}/reviews/{paper.review_id}/paper/{paper.kind}/{rest}"


def row_of(paper, key) -> ReviewPaperPart:
    return ReviewPaperPart.objects.get(paper=paper, key=key)


def part_at(paper, key, rest="") -> str:
    return f"/{paper.school.slug}/reviews/parts/{row_of(paper, key).pk}/{rest}"


def saved(client, paper, key, **facts):
    facts = {"text": "", "version": marks_of(row_of(paper, key))} | facts
    return client.post(part_at(paper, key), facts)


class TestWhoSees:
    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.HEAD, 200),
            (Role.SEND_ADMINISTRATOR, 200),
            (Role.CLASS_TEACHER, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_the_paper(self, school, paper, role, status):
        client = client_of(member(school, role))
        assert client.get(at(paper)).status_code == status
        assert client.get(at(paper, "paper.docx")).status_code == status

    def test_whoever_may_not_read_needs_sees_headings_alone(self, school, paper):
        shown = client_of(member(school, Role.SEND_ADMINISTRATOR)).get(at(paper)).content.decode()
        assert "You may not read this part." in shown
        assert "quiet corner" not in shown
        word = client_of(member(school, Role.SEND_ADMINISTRATOR)).get(at(paper, "paper.docx"))
        assert b"quiet corner" not in word.content

    def test_a_phase_leader_reads_no_health(self, school, paper):
        client = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
        shown = client.get(at(paper)).content.decode()
        assert "quiet corner" in shown
        assert "Glue ear" not in shown
        assert client.get(part_at(paper, "health_care")).status_code == 404

    def test_a_head_reads_and_does_not_write(self, school, paper):
        client = client_of(member(school, Role.HEAD))
        assert client.get(part_at(paper, "progress")).status_code == 200
        assert saved(client, paper, "progress", text="No.").status_code == 403
        for step in ("start/", "record/", "check/", "send/", "new-version/", "order/"):
            assert client.post(at(paper, step)).status_code == 403
        assert row_of(paper, "progress").text == ""
        assert not PartWriter.objects.exists()

    def test_another_school_finds_nothing(self, paper, sendco):
        other = a_school()
        client = client_of(member(other))
        for address in (at(paper), part_at(paper, "progress"), at(paper, "paper.pdf")):
            assert client.get(address).status_code == 404
            own = address.replace(paper.school.slug, other.slug, 1)
            assert client.get(own).status_code == 404

    def test_no_such_paper(self, school, sendco, paper):
        client = client_of(sendco)
        assert client.get(at(paper).replace("advice", "poem")).status_code == 404
        assert client.get(at(paper, "paper.pdf?version=7")).status_code == 404


class TestTeacher:
    @pytest.fixture
    def teacher(self, school, sendco, paper):
        user = teacher_of(paper.review.plan.pupil.class_group)
        part = row_of(paper, "progress")
        access = access_of(sendco, school)
        part.paper = paper
        hand_part_to(part=part, owner=user, due_on=TODAY, access=access)
        return user

    def test_sees_and_writes_the_own_part_alone(self, school, paper, teacher):
        client = client_of(teacher)
        assert client.get(at(paper)).status_code == 403
        assert client.get(part_at(paper, "helps")).status_code == 404
        assert client.post(part_at(paper, "helps", "here/")).status_code == 404
        page = client.get(part_at(paper, "progress"))
        assert "6 of 10 on Friday" in page.content.decode()
        answer = saved(client, paper, "progress", text="She joins in.", is_done="on")
        assert answer.headers["Location"] == part_at(paper, "progress")
        row = row_of(paper, "progress")
        assert (row.text, row.is_done, row.written_by) == ("She joins in.", True, teacher)

    def test_who_no_longer_has_the_class_no_longer_sees_it(self, paper, teacher):
        group = paper.review.plan.pupil.class_group
        group.adults.update(ends_on=TODAY - dt.timedelta(days=1))
        assert client_of(teacher).get(part_at(paper, "progress")).status_code == 404

    def test_a_colleague_of_the_class_who_was_not_asked_finds_nothing(self, paper, teacher):
        other = teacher_of(paper.review.plan.pupil.class_group)
        assert client_of(other).get(part_at(paper, "progress")).status_code == 404


class TestWritingTogether:
    def test_both_texts_are_shown_and_the_writer_chooses(self, school, sendco, paper):
        mine, theirs = client_of(sendco), client_of(member(school, Role.ASSISTANT_SENDCO))
        version = marks_of(row_of(paper, "progress"))
        saved(theirs, paper, "progress", text="He reads <more>.", version=version)
        page = saved(mine, paper, "progress", text="She tries.", version=version)
        shown = page.content.decode()
        assert "A colleague saved other words while you typed" in shown
        assert "He reads &lt;more&gt;." in shown
        assert "She tries." in shown
        again = page.context["form"].data["version"]
        saved(mine, paper, "progress", text="She tries.", version=again, keep="both")
        assert row_of(paper, "progress").text == "He reads <more>.\n\nShe tries."

    def test_taking_theirs_leaves_it(self, school, sendco, paper):
        client = client_of(sendco)
        saved(client, paper, "progress", text="One.")
        assert saved(client, paper, "progress", text="Two.", keep="theirs").status_code == 302
        assert row_of(paper, "progress").text == "One."

    def test_a_colleague_who_has_it_open_is_named(self, school, sendco, paper):
        other = UserFactory(name="Priya Shah")
        MembershipFactory(user=other, school=school, role=Role.ASSISTANT_SENDCO)
        client_of(other).get(part_at(paper, "progress"))
        client = client_of(sendco)
        assert "Priya Shah</b> is writing here since 09:00" in (
            client.get(part_at(paper, "progress")).content.decode()
        )
        beat = client.post(part_at(paper, "progress", "here/"), headers={"HX-Request": "true"})
        assert beat.content.decode().startswith('<p class="ay-next"><b>Priya Shah</b>')
        assert "Priya Shah is writing" in client.get(at(paper)).content.decode()

    def test_it_is_kept_while_one_types_and_the_page_stays_open(self, school, sendco, paper):
        client = client_of(sendco)
        form = client.get(part_at(paper, "progress")).context["form"]
        facts = {"version": form.initial["version"], "sitting": str(form.initial["sitting"])}
        for text in ("She", "She tries."):
            kept = client.post(part_at(paper, "progress", "keep/"), facts | {"text": text})
            assert kept.status_code == 204
        assert row_of(paper, "progress").text == "She tries."
        assert PartWriter.objects.filter(user=sendco).exists()
        other = client_of(member(school, Role.ASSISTANT_SENDCO))
        saved(other, paper, "progress", text="He reads.")
        late = client.post(part_at(paper, "progress", "keep/"), facts | {"text": "She tries on."})
        assert late.status_code == 409
        assert row_of(paper, "progress").text == "He reads."
        page = client.post(part_at(paper, "progress"), facts | {"text": "She tries on."})
        assert "He reads." in page.content.decode()
        saved(client, paper, "progress", text="Done.")
        assert not PartWriter.objects.filter(user=sendco).exists()
        head = client_of(member(school, Role.HEAD))
        assert head.post(part_at(paper, "progress", "keep/"), facts).status_code == 403

    def test_nobody_else_is_here(self, sendco, paper):
        client = client_of(sendco)
        assert client.post(part_at(paper, "progress", "here/")).content.strip() == b""


class TestHowItReads:
    def test_the_share_and_the_sources_stand_on_the_page(self, sendco, paper):
        words = text_of(client_of(sendco).get(at(paper)))
        assert "of 15 parts filled from the record" in words
        assert "Review of cycle 1, 20 November 2026" in words
        assert "Norfolk order" in words
        said = AuditEvent.objects.filter(school=paper.school, action="view_review_paper")
        assert said.exists()

    def test_before_it_is_begun_the_page_says_how(self, school, sendco):
        review = planned(make_plan(school=school), "2026-12-09")
        address = f"/{school.slug}/reviews/{review.pk}/paper/advice/"
        client = client_of(sendco)
        assert "This paper is not begun." in client.get(address).content.decode()
        assert client.get(f"{address}paper.pdf").status_code == 404
        assert client.post(f"{address}start/").status_code == 302
        assert ReviewPaper.objects.get(review=review).kind == "advice"

    def test_a_report_of_a_meeting_to_come_is_refused_in_words(self, school, sendco):
        review = planned(make_plan(school=school), "2026-12-09")
        address = f"/{school.slug}/reviews/{review.pk}/paper/report/start/"
        page = client_of(sendco).post(address, follow=True)
        assert "The meeting has not been held" in page.content.decode()

    def test_as_many_statements_for_many_lines(self, school, sendco, paper):
        client = client_of(sendco)
        few = len(statements(client, at(paper)))
        line = {"key": "k", "text": "t", "source": "s", "is_under": False, "page": ""}
        for row in ReviewPaperPart.objects.filter(paper=paper):
            row.lines = [line | {"key": f"k{n}"} for n in range(30)]
            row.save()
        many = statements(client, at(paper))
        assert len(many) == few <= OF_EVERY_REQUEST + 8, "\n".join(many)


def test_from_the_record_to_the_kept_paper_on_the_pages(school, sendco, paper, pdf):
    client, other = client_of(sendco), client_of(member(school, Role.ASSISTANT_SENDCO))
    owner = teacher_of(paper.review.plan.pupil.class_group)
    hand = part_at(paper, "progress", "hand/")
    assert client.post(hand, {"owner": str(owner.pk)}).status_code == 200  # by when?
    assert client.post(hand, {"owner": str(owner.pk), "due_on": "today"}).status_code == 302
    assert "With a colleague" in client.get(at(paper)).content.decode()
    for row in ReviewPaperPart.objects.filter(paper=paper):
        assert saved(client, paper, row.key, text=row.text, is_done="on").status_code == 302
    assert "Somebody else who keeps plans" in client.get(at(paper)).content.decode()
    seen = other.get(at(paper)).context["seen"]
    assert other.post(at(paper, "check/"), {"seen": seen}).status_code == 302
    page = client.get(at(paper, "send/"))
    facts = {"gone_on": "today", "seen": page.context["form"].initial["seen"]}
    assert client.post(at(paper, "send/"), facts).status_code == 302
    shown = client.get(at(paper)).content.decode()
    assert "It can no longer be changed" in shown
    copy = SentPaper.objects.get()
    assert client.get(at(paper, "paper.pdf")).content == bytes(copy.pdf)
    assert client.get(at(paper, "paper.docx?version=1")).content == bytes(copy.word)
    assert saved(client, paper, "progress").status_code == 403
    leader = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
    assert leader.get(at(paper, "paper.pdf")).status_code == 404
    assert client.post(at(paper, "new-version/")).status_code == 302
    assert "Version 2." in client.get(at(paper)).content.decode()
