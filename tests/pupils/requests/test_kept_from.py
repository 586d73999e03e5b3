"""Records for somebody from whom a home is withheld, or whom an order bars."""

import datetime as dt

import pytest
from django.test import Client

from aylsham.changes import TransitionNotAllowed
from pupils.models import Disclosure
from pupils.request_codes import Decision
from pupils.services.details import add_contact
from pupils.services.family import add_home, record_order
from pupils.services.requests.bundle import ask_for_bundle
from pupils.services.requests.cases import answer_request
from pupils.services.requests.items import collect_items
from pupils.services.requests.links import send_records_link
from tests.factories import TODAY
from tests.pages import OF_EVERY_REQUEST, client_of, statements
from tests.pupils.requests.test_link import kept, sent
from tests.pupils.requests.test_requests import (  # noqa: F401 (fixtures)
    by,
    checked,
    child,
    decided,
    opened,
    rest_given,
    school,
    talk,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ADDRESS, PHONE, EMAIL = "1 Secret Close", "01632 960 999", "ann@home.example"
DAD = "dad@x.example"


@pytest.fixture
def mum(child, by):  # noqa: F811
    home = add_home(
        pupil=child, by=by, name="Refuge", address=f"{ADDRESS}\nNorwich", withheld="everybody",
        withheld_why="Police, 3 May",
    )  # fmt: skip
    return add_contact(
        pupil=child, by=by, name="Ann Moss", home=home, phone=PHONE, email=EMAIL,
        has_parental_responsibility=True,
    )  # fmt: skip


@pytest.fixture
def dad(child, by, mum):  # noqa: F811
    return add_contact(
        pupil=child, by=by, name="Dan", email=DAD, relationship="Stepfather",
        has_parental_responsibility=True,
    )  # fmt: skip


def barred(contact, by):  # noqa: F811
    record_order(
        contact=contact, kind="no_contact", stops_information=True, starts_on=TODAY,
        evidence="Seen", by=by,
    )  # fmt: skip


@pytest.fixture
def case(child, by, dad):  # noqa: F811
    talk(child, by, f"Moved to {ADDRESS.upper()}")
    talk(child, by, "Glasses come on Monday")
    case = checked(opened(child, by, contact=dad, asker=dad.name), by)
    collect_items(case=case, by=by)
    return case


def hidden(case):
    """The items that hold the withheld home or who lives there."""
    return [i for i in case.items.all() if any(w in i.text for w in (ADDRESS, PHONE, "SECRET"))]


def given(case, by):  # noqa: F811
    """Every hidden item given with a note, and the rest."""
    for item in case.items.filter(decision=Decision.OPEN):
        decided(item, by, Decision.DISCLOSE, reason="Mum agreed in writing")


class TestItems:
    def test_give_all_leaves_what_is_kept_from_who_asks(self, case, by):  # noqa: F811
        assert len(hidden(case)) == 3
        rest_given(case, by)
        assert {item.decision for item in hidden(case)} == {Decision.OPEN}
        assert case.items.get(text__contains="Glasses").decision == Decision.DISCLOSE
        with pytest.raises(TransitionNotAllowed, match="Decide about"):
            ask_for_bundle(case=case, by=by)

    def test_such_an_item_is_given_only_with_a_note(self, case, by):  # noqa: F811
        item = hidden(case)[0]
        with pytest.raises(TransitionNotAllowed, match="kept from whoever asks"):
            decided(item, by, Decision.DISCLOSE)
        assert decided(item, by, Decision.DISCLOSE, reason="She agreed").reason == "She agreed"

    def test_blacked_out_in_part_is_not_blacked_out(self, case, by):  # noqa: F811
        item = case.items.get(text__contains="SECRET")
        facts = {"ground": "third_party"}
        with pytest.raises(TransitionNotAllowed, match="kept from whoever asks"):
            decided(item, by, Decision.REDACT, words=["Moved"], **facts)
        decided(item, by, Decision.REDACT, words=[ADDRESS.upper()], **facts)

    def test_kept_back_needs_no_note(self, case, by):  # noqa: F811
        for item in hidden(case):
            decided(item, by, Decision.WITHHOLD, ground="third_party")
        rest_given(case, by)
        given(case, by)
        kept(case, by)
        assert Disclosure.objects.get().pdf

    def test_mum_may_have_her_own(self, child, by, mum):  # noqa: F811
        case = checked(opened(child, by, contact=mum, asker=mum.name), by)
        collect_items(case=case, by=by)
        rest_given(case, by)
        assert not case.items.filter(decision=Decision.OPEN).exists()

    def test_somebody_whom_nobody_knows_is_not_given_it_either(self, child, by, mum):  # noqa: F811
        case = checked(opened(child, by, asker="A solicitor", asker_kind="agent"), by)
        collect_items(case=case, by=by)
        rest_given(case, by)
        assert {item.decision for item in hidden(case)} == {Decision.OPEN}

    def test_the_page_marks_them_and_says_why(self, case, by):  # noqa: F811
        shown = client_of(by).get(f"/oakfield/records-requests/{case.pk}/").content.decode()
        assert shown.count("Kept from who asks") >= 3
        assert "The address is withheld from this person" in shown

    def test_the_page_stays_quick(self, case, by):  # noqa: F811
        page = f"/oakfield/records-requests/{case.pk}/"
        assert len(statements(client_of(by), page)) <= OF_EVERY_REQUEST + 8


class TestGiving:
    @pytest.fixture
    def bundle(self, case, by):  # noqa: F811
        given(case, by)
        return kept(case, by)

    def test_with_a_note_it_goes_to_who_asked_and_to_nobody_else(self, bundle, by):  # noqa: F811
        send_records_link(bundle=bundle, email=f" {DAD.upper()}", by=by)
        with pytest.raises(TransitionNotAllowed, match="not the address of whoever asked"):
            send_records_link(bundle=bundle, email=EMAIL, by=by)

    @pytest.mark.parametrize("step", ["make", "download", "send", "hand over"])
    def test_withheld_afterwards_every_step_stops(
        self,
        child,  # noqa: F811
        by,  # noqa: F811
        dad,
        step,
    ):
        """Decided while the home was open: what was given then is looked at again."""
        child.homes.update(withheld="nobody", withheld_why="")
        case = checked(opened(child, by, contact=dad, asker=dad.name), by)
        collect_items(case=case, by=by)
        for item in case.items.all():
            type(item).objects.filter(pk=item.pk).update(
                decision=Decision.DISCLOSE, decided_at=dt.datetime.now(dt.UTC), decided_by=by
            )
        type(case).objects.filter(pk=case.pk).update(share_why="")
        bundle = Disclosure.objects.create(
            school=case.school, case=case, made_by=by, made_at=dt.datetime.now(dt.UTC),
            pdf=b"%PDF-", pages=1,
            log=[[i.number, "disclose", "", 1] for i in case.items.all()],
        )  # fmt: skip
        child.homes.update(withheld="everybody", withheld_why="Police")
        self.stops(case, bundle, by, step, "Kept from whoever asks")

    @pytest.mark.parametrize("step", ["make", "download", "send", "hand over"])
    def test_an_order_stops_every_step(self, case, bundle, by, dad, step):  # noqa: F811
        barred(dad, by)
        self.stops(case, bundle, by, step, "told nothing about the child")

    def stops(self, case, bundle, by, step, words):  # noqa: F811
        if step == "download":
            page = f"/oakfield/records-requests/{case.pk}/bundle/{bundle.pk}/"
            answer = client_of(by).get(page, follow=True)
            assert answer["Content-Type"].startswith("text/html")
            assert words in answer.content.decode()
            return
        steps = {
            "make": lambda: ask_for_bundle(case=case, by=by),
            "send": lambda: send_records_link(bundle=bundle, email=DAD, by=by),
            "hand over": lambda: answer_request(
                case=case, outcome="full", why="", on=TODAY, how="printed", by=by
            ),
        }
        with pytest.raises(TransitionNotAllowed, match=words):
            steps[step]()

    def test_against_an_order_it_is_made_only_with_a_reason(
        self,
        case,
        bundle,
        by,  # noqa: F811
        dad,
    ):
        barred(dad, by)
        case = checked(case, by, share_why="The court allowed it on 20 November")
        ask_for_bundle(case=case, by=by)
        page = f"/oakfield/records-requests/{case.pk}/"
        client = client_of(by)
        assert "The court allowed it" in client.get(page).content.decode()
        assert client.get(f"{page}bundle/{bundle.pk}/")["Content-Type"] == "application/pdf"
        with pytest.raises(TransitionNotAllowed, match="told nothing"):
            send_records_link(bundle=bundle, email=DAD, by=by)

    def test_the_order_stands_on_the_page_of_the_case(self, case, by, dad):  # noqa: F811
        barred(dad, by)
        shown = client_of(by).get(f"/oakfield/records-requests/{case.pk}/").content.decode()
        assert "Not to be given" in shown
        assert "told nothing about the child" in shown


def test_a_link_closes_when_its_reader_is_barred(child, by):  # noqa: F811
    """Who asked is on the family's page only since; the address is known by itself."""
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    path = sent(kept(case, by), by)
    assert Client().get(path).status_code == 200
    late = add_contact(
        pupil=child, by=by, name="Dan", email=EMAIL, has_parental_responsibility=True
    )
    barred(late, by)
    assert Client().get(path).status_code == 404
