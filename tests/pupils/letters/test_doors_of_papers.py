"""Papers for professionals outside and on parents' pages wait for a second look where asked."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Deadline
from pupils.models import Approval, Document, OutsideShare, SecretLink, SharedPaper
from pupils.selectors.approvals import leaving_of
from pupils.selectors.shares import shares_of
from pupils.services.approvals import answer_approval, ask_approval, set_approval_rules
from pupils.services.details import add_contact
from pupils.services.documents.filing import file_document, replace_document
from pupils.services.parents.pages import send_page, stop_page
from pupils.services.parents.papers import share_paper, take_back_paper
from pupils.services.shares.sharing import (
    Chosen,
    send_share_again,
    share_papers,
    stop_paper,
    stop_share,
)
from tests.documents.making import pdf, upload, words_in
from tests.factories import (
    TODAY,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.agreements.makers import Outsider, secret_in
from tests.pupils.family.invited import deliver
from tests.pupils.parents.makers import newest_parent, parent

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


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def boss(school):
    return member(school, Role.HEAD, user__name="Hal Head")


@pytest.fixture
def child(school):
    return PupilFactory(
        school=school, first_name="Zephyrine", last_name="Quillmark", on_register=True
    )


def filed(child, by, sensitivity=Sensitivity.SENSITIVE, words="Speaks in twos"):
    return file_document(
        pupil=child,
        kind="school",
        upload=upload("report.pdf", pdf(words)),
        title="Autumn report",
        sensitivity=sensitivity,
        by=by,
    )


def shared(child, by, document, **more):
    version = document.versions.order_by("number").last()
    papers = more.pop("papers", [Chosen("Report", version)])
    facts = PERSON | {"ends_on": TODAY + dt.timedelta(days=28)} | more
    return share_papers(pupil=child, papers=papers, by=by, **facts)


def now(child, kind, row):
    behind_the_wall(child.school)
    return leaving_of(child.school, kind, row.pk)


def looked_at(child, kind, row, boss, by, *, yes=True, why=""):
    """Asked of the head, and answered."""
    look = ask_approval(
        leaving=now(child, kind, row), approver=boss, due_on=TODAY + dt.timedelta(days=2), by=by
    )
    return answer_approval(
        approval=look, leaving=now(child, kind, row), is_approved=yes, by=boss, why=why
    )


def mails_to(address):
    return [mail for mail in deliver() if mail.to == [address]]


class TestOutside:
    def test_sensitive_papers_wait_and_go_once_approved(self, child, by, boss):
        share = shared(child, by, filed(child, by))
        assert not mails_to(EP)
        assert not SecretLink.objects.exists()
        assert shares_of(child, today=TODAY)[0].waits
        with pytest.raises(TransitionNotAllowed, match="second person"):
            send_share_again(share=share, email=EP, by=by)
        looked_at(child, "outside", share, boss, by, yes=False, why="Not the whole report")
        with pytest.raises(TransitionNotAllowed, match="Not the whole report"):
            send_share_again(share=share, email=EP, by=by)
        looked_at(child, "outside", share, boss, by)
        send_share_again(share=share, email=EP, by=by)
        assert "Report" in text_of(Outsider(secret_in(mails_to(EP)[-1]), "papers").open().get())
        behind_the_wall(child.school)
        assert not shares_of(child, today=TODAY)[0].waits

    def test_others_go_at_once_and_a_school_may_ask_for_all(self, child, by, boss, school):
        plain = filed(child, by, Sensitivity.EVERYONE)
        shared(child, by, plain)
        assert len(mails_to(EP)) == 1
        set_approval_rules(school=school, asked={"outside": "always"}, by=boss)
        shared(child, by, plain, email="b@nhs.example")
        assert not mails_to("b@nhs.example")

    @pytest.mark.parametrize("level", [1, 2], ids=["plain", "sensitive"])
    def test_a_text_is_as_sensitive_as_it_is_at_school(self, child, by, level):
        text = Chosen("Passport", parts=(("Likes", "Trains"),), sensitivity=level)
        shared(child, by, filed(child, by, words="Other"), papers=[text])
        assert bool(mails_to(EP)) is (level == 1)

    def test_the_approval_is_of_these_papers_for_this_address(self, child, by, boss):
        document = filed(child, by)
        text = Chosen("Passport", parts=(("Likes", "Trains"),))
        version = document.versions.get()
        share = shared(child, by, document, papers=[Chosen("Report", version), text])
        looked_at(child, "outside", share, boss, by)
        # Another reader: the address is corrected, and it waits again.
        share = send_share_again(share=share, email="other@council.example", by=by)
        assert not deliver()
        with pytest.raises(TransitionNotAllowed, match="changed after Hal Head looked"):
            send_share_again(share=share, email="other@council.example", by=by)
        looked_at(child, "outside", share, boss, by)
        stop_paper(item=share.items.get(version=None), by=by)
        with pytest.raises(TransitionNotAllowed, match="changed after"):
            send_share_again(share=share, email="other@council.example", by=by)
        looked_at(child, "outside", share, boss, by)
        share = send_share_again(share=share, email="other@council.example", by=by)
        reader = Outsider(secret_in(mails_to("other@council.example")[-1]), "papers").open()
        # Sent, an earlier link is dead when it goes to somebody else, who waits.
        behind_the_wall(child.school)
        send_share_again(share=share, email="third@council.example", by=by)
        assert reader.get().status_code == 404
        assert not mails_to("third@council.example")

    def test_what_the_sharing_rules_refuse_is_said_before_anybody_is_asked(self, child, by):
        add_contact(pupil=child, by=by, name="Ben Reed", email=EP)
        with pytest.raises(TransitionNotAllowed, match="child's family"):
            shared(child, by, filed(child, by))
        assert not OutsideShare.objects.exists()

    def test_stopped_nobody_needs_to_look_any_more(self, child, by, boss):
        share = shared(child, by, filed(child, by))
        ask_approval(leaving=now(child, "outside", share), approver=boss, due_on=TODAY, by=by)
        assert Deadline.objects.filter(kind="approval").exists()
        stop_share(share=share, why="wrong", by=by)
        assert Approval.objects.get().answer == "withdrawn"
        assert not Deadline.objects.filter(kind="approval").exists()
        assert now(child, "outside", share) is None

    def test_the_whole_way_by_form(self, child, by, boss, school):
        document = filed(child, by)
        base = f"/oakfield/children/{child.pk}/shared/"
        sender, approver = client_of(by), client_of(boss)
        said = PERSON | {"papers": [f"document:{document.pk}"], "ends_on": "14 Dec 2026"}
        shown = sender.post(f"{base}add/", said)
        assert "a second person looks at this first" in text_of(shown)
        said["seen"] = shown.context["leaving"].digest
        share_page = sender.post(f"{base}add/", said)
        behind_the_wall(school)
        share = OutsideShare.objects.get()
        ask = f"/oakfield/children/{child.pk}/approve/outside/{share.pk}/"
        assert share_page.url == ask
        page = f"{base}{share.pk}/"
        assert "Waits for a second look" in text_of(sender.get(page))
        answer = sender.post(ask, {"approver": boss.pk, "due_on": "25 Nov 2026", "note": ""})
        assert answer.url == page
        assert "Not sent" in text_of(sender.get(base))
        assert "Not sent yet" in text_of(sender.get("/oakfield/shared/"))
        behind_the_wall(school)
        # What was previewed is what is approved.
        assert Approval.objects.get().digest == said["seen"]
        one = f"/oakfield/approvals/{Approval.objects.get().pk}/"
        seen = text_of(approver.get(one))
        for words in ("Dr Ada Moss", EP, "Preparing an assessment", "marked with their name"):
            assert words in seen
        assert approver.get(f"{one}pages.pdf").status_code == 404
        as_read = words_in(approver.get(f"{one}part/?part=1").content)
        assert "Speaks in twos" in as_read
        assert "Copy for Dr Ada Moss, [day and time]" in as_read
        opened = AuditEvent.objects.get(action="download")
        assert (opened.subject_id, opened.detail) == (str(Approval.objects.get().pk), {"part": "1"})
        for part in ("", "0", "2", "-1", "x", "9" * 400):
            assert approver.get(f"{one}part/", {"part": part}).status_code == 404
        assert sender.get(f"{one}part/?part=1").status_code == 200
        assert approver.post(one, {"is_approved": "yes"}).status_code == 302
        assert "Can be sent now" in text_of(sender.get(page))
        assert not mails_to(EP)
        sender.post(f"{page}again/", {"email": EP})
        assert len(mails_to(EP)) == 1
        assert "Shared, link sent" in text_of(sender.get(page))

    def test_who_may_not_read_the_paper_does_not_see_what_leaves(self, child, by, boss, school):
        document = filed(child, by)
        share = shared(child, by, document)
        look = ask_approval(
            leaving=now(child, "outside", share), approver=boss, due_on=TODAY, by=by
        )
        Document.objects.filter(pk=document.pk).update(sensitivity=Sensitivity.SAFEGUARDING)
        page = text_of(client_of(boss).get(f"/oakfield/approvals/{look.pk}/"))
        assert "Changed since" in page
        assert "Report" not in page


class TestOnAPage:
    @pytest.fixture
    def mum(self, child, by):
        return parent(child, by)

    @pytest.fixture
    def page(self, mum, by):
        return send_page(contact=mum, by=by)

    def shared(self, page, document, by):
        return share_paper(page=page, document=document, is_checked=True, by=by)

    def test_a_sensitive_paper_is_on_the_page_once_approved(self, page, child, by, boss, school):
        document = filed(child, by)
        paper = self.shared(page, document, by)
        reader = newest_parent().open()
        assert "Autumn report" not in text_of(reader.get("home/"))
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 404
        looked_at(child, "page", paper, boss, by)
        assert "Autumn report" in text_of(reader.get("home/"))
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 200
        # A newer version is off the page until somebody has looked at it too.
        behind_the_wall(school)
        replace_document(document=document, upload=upload("new.pdf", pdf("New words")), by=by)
        assert "Autumn report" not in text_of(reader.get("home/"))
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 404
        looked_at(child, "page", paper, boss, by)
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 200

    def test_others_stand_there_at_once_until_they_are_marked(self, page, child, by, boss, school):
        document = filed(child, by, Sensitivity.EVERYONE)
        paper = self.shared(page, document, by)
        reader = newest_parent().open()
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 200
        behind_the_wall(school)
        Document.objects.filter(pk=document.pk).update(sensitivity=Sensitivity.SENSITIVE)
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 404
        behind_the_wall(school)
        set_approval_rules(school=school, asked={"page": "never"}, by=boss)
        assert reader.get(f"paper/?paper={paper.pk}").status_code == 200

    @pytest.mark.parametrize("end", ["taken back", "page stopped"])
    def test_taken_back_nobody_needs_to_look_any_more(self, page, child, by, boss, end):
        paper = self.shared(page, filed(child, by), by)
        ask_approval(leaving=now(child, "page", paper), approver=boss, due_on=TODAY, by=by)
        if end == "taken back":
            take_back_paper(paper=paper, by=by)
        else:
            stop_page(page=page, by=by)
        assert Approval.objects.get().answer == "withdrawn"
        assert not Deadline.objects.filter(kind="approval").exists()

    def test_the_whole_way_by_form(self, page, mum, child, by, boss, school):
        document = filed(child, by)
        base = f"/oakfield/children/{child.pk}/parents/"
        sender, approver = client_of(by), client_of(boss)
        said = {"document": str(document.pk), "is_checked": "on"}
        shown = sender.post(f"{base}{mum.pk}/share/", said)
        assert "Autumn report" in text_of(shown)
        assert "a second person looks at this first" in text_of(shown)
        said["seen"] = shown.context["leaving"].digest
        asked = sender.post(f"{base}{mum.pk}/share/", said)
        behind_the_wall(school)
        paper = SharedPaper.objects.get()
        ask = f"/oakfield/children/{child.pk}/approve/page/{paper.pk}/"
        assert asked.url == ask
        tab = text_of(sender.get(base))
        assert "Not on the page yet" in tab
        assert "Ask a colleague" in tab
        assert "Autumn report" not in text_of(sender.get(f"{base}{mum.pk}/preview/"))
        answer = sender.post(ask, {"approver": boss.pk, "due_on": "25 Nov 2026", "note": ""})
        assert answer.url == base
        tab = text_of(sender.get(base))
        assert "Hal Head has been asked to approve it by 25 November" in tab
        assert "Ask a colleague" not in tab
        behind_the_wall(school)
        look = Approval.objects.get()
        assert look.digest == said["seen"]
        one = f"/oakfield/approvals/{look.pk}/"
        seen = text_of(approver.get(one))
        assert "The page of Mia Reed" in seen
        assert "Autumn report" in seen
        assert approver.get(f"{one}part/?part=1").content == pdf("Speaks in twos")
        approver.post(one, {"is_approved": "yes"})
        behind_the_wall(school)
        replace_document(document=document, upload=upload("new.pdf", pdf("New words")), by=by)
        again = text_of(approver.get(one))
        assert "Changed since" in again
        assert "Approved" not in again
        assert "Not on the page yet" in text_of(sender.get(base))
        looked_at(child, "page", paper, boss, by)
        assert "Not on the page yet" not in text_of(sender.get(base))
        assert "Autumn report" in text_of(sender.get(f"{base}{mum.pk}/preview/"))

    def test_as_many_statements_for_thirty_papers_as_for_three(self, page, mum, child, by):
        client, base = client_of(by), f"/oakfield/children/{child.pk}/parents/"
        pages = (base, f"{base}{mum.pk}/preview/", f"{base}{mum.pk}/share/")
        for n in range(3):
            self.shared(page, filed(child, by, words=f"Words {n}"), by)
        few = [len(statements(client, each)) for each in pages]
        behind_the_wall(child.school)
        for n in range(3, 30):
            self.shared(page, filed(child, by, words=f"Words {n}"), by)
        assert [len(statements(client, each)) for each in pages] == few


def test_the_rule_page_lists_every_kind(boss):
    page = text_of(client_of(boss).get("/oakfield/approvals/rules/"))
    assert "Papers shared with a professional outside" in page
    assert "A paper on a parent" in page
