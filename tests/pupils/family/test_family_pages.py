"""Homes, orders and contacts: recorded, refused, cut for those who may not know."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from pupils.models import AddressWithheld, Contact, ContactOrder, Home
from pupils.services.details import CONTACT_FIELDS, add_contact
from pupils.services.family import (
    HOME_FIELDS,
    add_home,
    change_home,
    end_order,
    record_order,
    remove_home,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def client(by):
    return client_of(by)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/family/{part}"


class TestHomes:
    facts = {"name": "Mum's", "address": "1 Heronmark Lane", "withheld": "nobody"}

    def test_a_contact_is_given_a_home(self, client, child):
        client.post(url(child, "homes/add/"), self.facts)
        home = Home.objects.get()
        data = {"name": "Ann Moss", "priority": "1", "home": str(home.pk), "language": "Polish"}
        client.post(url(child, "add/"), data | {"interpreter": "spoken", "may_collect": "True"})
        contact = Contact.objects.get()
        assert (contact.home, contact.may_collect) == (home, True)
        text = text_of(client.get(url(child)))
        for words in ("Heronmark", "Polish, Interpreter", "May collect"):
            assert words in text, words

    def test_a_home_of_another_child_is_none_to_choose(self, client, child, by):
        theirs = add_home(pupil=PupilFactory(school=child.school), by=by, name="Theirs")
        page = client.post(url(child, "add/"), {"name": "A", "priority": "1", "home": theirs.pk})
        assert page.status_code == 200
        assert not Contact.objects.exists()

    def test_whoever_withholds_says_why_and_from_whom(self, client, child, by):
        add_contact(pupil=child, by=by, name="Ben Reed")
        page = client.post(url(child, "homes/add/"), self.facts | {"withheld": "named"})
        assert "Tick from whom" in text_of(page)
        assert "Say why" in text_of(page)
        assert not Home.objects.exists()

    def test_who_may_not_know_the_address_does_not_read_it(self, client, child, by):
        ben = add_contact(pupil=child, by=by, name="Ben Reed")
        more = {"withheld": "named", "withheld_from": [str(ben.pk)], "withheld_why": "Police"}
        client.post(url(child, "homes/add/"), self.facts | more)
        assert AddressWithheld.objects.get().contact == ben
        assert "Heronmark" in text_of(client.get(url(child)))
        theirs = text_of(client_of(teacher_of(child.class_group)).get(url(child)))
        assert "Heronmark" not in theirs
        assert "Address withheld" in theirs
        assert "Ben Reed" in theirs
        office = client_of(member(child.school, Role.OFFICE))
        assert "Heronmark" in text_of(office.get(url(child)))

    def test_no_longer_withheld_forgets_from_whom(self, child, by):
        ben = add_contact(pupil=child, by=by, name="Ben Reed")
        home = add_home(
            pupil=child, by=by, name="Mum's", withheld="named", withheld_why="Police",
            withheld_from=[ben],
        )  # fmt: skip
        change_home(home=home, version=version_of(home, HOME_FIELDS), by=by, withheld="nobody")
        assert not AddressWithheld.objects.exists()

    def test_a_home_where_somebody_lives_stays(self, child, by):
        home = add_home(pupil=child, by=by, name="Mum's")
        add_contact(pupil=child, by=by, name="Ann", home=home)
        with pytest.raises(TransitionNotAllowed):
            remove_home(home=home, by=by)
        assert Home.objects.exists()

    def test_the_second_editor_is_told(self, child, by):
        home = add_home(pupil=child, by=by, name="Mum's")
        started = version_of(home, HOME_FIELDS)
        change_home(home=home, version=started, by=by, name="Ann's")
        with pytest.raises(StaleSave):
            change_home(home=home, version=started, by=by, name="Mother's")


class TestOrders:
    @pytest.fixture
    def ben(self, child, by):
        return add_contact(pupil=child, by=by, name="Ben Reed", has_parental_responsibility=True)

    def test_recorded_with_its_evidence_and_seen_at_the_gate(self, client, child, ben):
        page = url(child, f"{ben.pk}/orders/add/")
        data = {"kind": "no_contact", "starts_on": "1 Nov 2026", "says": "Saymark"}
        assert client.post(page, data).context["form"].errors["evidence"]
        client.post(page, data | {"evidence": "Safemark"})
        order = ContactOrder.objects.get()
        assert order.stops_contact  # what the kind always means
        teacher = text_of(client_of(teacher_of(child.class_group)).get(url(child)))
        assert "No contact with the child" in teacher
        assert "Saymark" not in teacher
        assert "Safemark" not in teacher

    def test_only_few_record_one(self, school, child, ben):
        for role in (Role.OFFICE, Role.CLASS_TEACHER, Role.SEND_ADMINISTRATOR):
            page = client_of(member(school, role)).get(url(child, f"{ben.pk}/orders/add/"))
            assert page.status_code == 403, role

    def test_over_is_no_warning(self, client, child, ben, by):
        order = record_order(
            contact=ben, kind="no_contact", starts_on=dt.date(2026, 6, 1), evidence="Safe", by=by
        )
        end_order(order=order, last_day=TODAY - dt.timedelta(days=1), by=by)
        text = text_of(client.get(url(child)))
        assert "(over)" in text

    def test_it_cannot_end_before_it_begins(self, client, child, ben, by):
        page = url(child, f"{ben.pk}/orders/add/")
        data = {"kind": "other", "starts_on": "1 Nov 2026", "ends_on": "31 Oct 2026"}
        text = text_of(client.post(page, data | {"evidence": "Safe"}))
        assert "The last day is before the first." in text
        order = record_order(contact=ben, kind="other", starts_on=TODAY, evidence="Safe", by=by)
        with pytest.raises(TransitionNotAllowed):
            end_order(order=order, last_day=TODAY - dt.timedelta(days=1), by=by)


def test_a_contact_of_the_roll_is_changed_without_losing_what_it_has(child, by):
    from pupils.services.details import change_contact

    ann = add_contact(pupil=child, by=by, name="Ann", may_collect=True, language="Polish")
    change_contact(
        contact=ann, version=version_of(ann, CONTACT_FIELDS), by=by, phone="01632 960001"
    )
    ann.refresh_from_db()
    assert (ann.phone, ann.language, ann.may_collect) == ("01632 960001", "Polish", True)


def test_actions_by_form(client, child, by):
    page = f"/oakfield/children/{child.pk}/actions/"
    data = {"what": "Ring the clinic", "owner_choice": str(by.pk), "due_on": "4 Dec 2026"}
    client.post(f"{page}add/", data)
    assert "Ring the clinic" in text_of(client.get("/oakfield/actions/"))
    action = child.actions.get()
    form = client.get(f"{page}{action.pk}/").context["form"]
    other = {"owner_choice": "health", "name": "Dr Patel", "version": form.initial["version"]}
    client.post(f"{page}{action.pk}/", data | other)
    assert "Ring the clinic" not in text_of(client.get("/oakfield/actions/"))
    assert "Dr Patel" in text_of(client.get("/oakfield/actions/?whose=all"))
    client.post(f"{page}{action.pk}/done/", {"on": "today"})
    assert "Ring the clinic" not in text_of(client.get("/oakfield/actions/?whose=all"))
    client.post(f"{page}{action.pk}/reopen/")
    client.post(f"{page}{action.pk}/withdraw/", {"why": "Moved away"})
    action.refresh_from_db()
    assert action.withdrawn_why == "Moved away"
