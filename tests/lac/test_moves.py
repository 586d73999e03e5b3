"""What is passed on, that it arrived, and that the safeguarding file was sent and received."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes, rebuilt_once
from aylsham.models import Deadline
from lac.models import InformationShared, SafeguardingFile
from lac.services.moves import (
    FILE_FIELDS,
    SHARED_FIELDS,
    add_file,
    change_file,
    change_shared,
    share_information,
)
from lac.services.people import change_placement
from pupils.models import Pupil
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.lac.makers import ENTERED, a_placement, day, in_care
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SEND = "Send the safeguarding file to the new school, and keep the receipt"
RECEIPT = "Get the receipt for the safeguarding file"
ARRIVED = "Ask whether what was passed on has arrived"
AREA = "Note who was told that the child lives out of the council’s area"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
    in_care(pupil)
    return pupil


@pytest.fixture
def by(school):
    return member(school, Role.DESIGNATED_TEACHER)


@pytest.fixture
def url(pupil):
    return f"/oakfield/children/{pupil.pk}/care/moves/"


def shared(pupil, **more) -> InformationShared:
    facts = {"what": ["helps"], "to_name": "Mr Lee", "authority": "council", "how": "meeting"}
    facts |= {"shared_on": day("2026-11-20"), "by": None}
    return share_information(pupil=pupil, **facts | more)


def a_file(pupil, **more) -> SafeguardingFile:
    facts = {"to_school": "Ash Junior", "leaves_on": day("2026-11-20"), "by": None}
    return add_file(pupil=pupil, **facts | more)


def changed(service, row, fields, by, **values):
    name = "file" if isinstance(row, SafeguardingFile) else "shared"
    said = {field: getattr(row, field) for field in fields}
    return service(**{name: row}, version=version_of(row, fields), by=by, **said | values)


def due() -> dict[str, str]:
    rows = Deadline.objects.filter(provider="lac_watch")
    return {row.title: row.due_on.isoformat() for row in rows}


class TestPassedOn:
    def test_due_until_it_is_acknowledged(self, pupil, by):
        row = shared(pupil)
        assert due() == {ARRIVED: "2026-11-27"}
        changed(change_shared, row, SHARED_FIELDS, by, acknowledged_on=TODAY)
        assert due() == {}
        assert not find_changes(pupil.school)

    def test_pressed_twice_is_one(self, pupil):
        key = uuid4()
        assert shared(pupil, key=key) == shared(pupil, key=key)
        assert InformationShared.objects.count() == 1

    @pytest.mark.parametrize(
        "facts",
        [
            {"what": []},
            {"what": ["gossip"]},
            {"what": ["other"]},
            {"shared_on": TODAY + dt.timedelta(days=1)},
            {"acknowledged_on": day("2026-11-19")},
            {"acknowledged_on": TODAY + dt.timedelta(days=1)},
        ],
    )
    def test_what_cannot_be(self, pupil, facts):
        with pytest.raises(TransitionNotAllowed):
            shared(pupil, **facts)

    def test_on_the_same_day_it_can_arrive(self, pupil):
        assert shared(pupil, acknowledged_on=day("2026-11-20"))

    def test_somebody_else_changed_it(self, pupil, by):
        row = shared(pupil)
        version = version_of(row, SHARED_FIELDS)
        changed(change_shared, row, SHARED_FIELDS, by, to_role="Head of year")
        said = {field: getattr(row, field) for field in SHARED_FIELDS}
        with pytest.raises(StaleSave):
            change_shared(shared=row, version=version, by=by, **said | {"to_role": "Clerk"})


class TestOutOfTheArea:
    def test_due_from_the_move_until_somebody_is_told(self, pupil):
        a_placement(pupil, is_out_of_area=True, starts_on=day("2026-11-16"))
        assert due() == {AREA: "2026-11-23"}
        shared(pupil, what=["area"], shared_on=day("2026-11-15"), acknowledged_on=TODAY)
        assert AREA in due()  # told of an earlier move
        shared(pupil, what=["area", "people"], shared_on=day("2026-11-16"), acknowledged_on=TODAY)
        assert due() == {}

    def test_not_due_within_the_area(self, pupil, by):
        placement = a_placement(pupil, is_out_of_area=True)
        fields = ("is_out_of_area",)
        change_placement(
            placement=placement, version=version_of(placement, fields), by=by, is_out_of_area=False
        )
        assert due() == {}


class TestTheFile:
    @pytest.mark.parametrize(
        ("facts", "by_day"),
        [
            ({"leaves_on": day("2026-11-20")}, "2026-11-25"),
            # Five days stop for no holiday.
            ({"leaves_on": day("2026-10-23")}, "2026-10-28"),
            ({"leaves_on": None, "term_starts_on": day("2027-01-05")}, "2027-01-09"),
        ],
    )
    def test_within_five_days(self, pupil, facts, by_day):
        a_file(pupil, **facts)
        assert due() == {SEND: by_day}
        row = Deadline.objects.get(provider="lac_watch")
        assert "KCSIE" in row.citation
        assert row.permission == str(Permission.VIEW_CARE)

    def test_sent_then_received(self, pupil, by):
        file = a_file(pupil)
        file = changed(change_file, file, FILE_FIELDS, by, sent_on=TODAY)
        assert due() == {RECEIPT: "2026-11-30"}
        changed(change_file, file, FILE_FIELDS, by, received_on=TODAY, received_by="Ms Poe")
        assert due() == {}

    def test_still_owed_when_the_record_has_moved(self, pupil, by):
        file = a_file(pupil)
        Pupil.objects.filter(pk=pupil.pk).update(closed_on=TODAY)
        changed(change_file, file, FILE_FIELDS, by, sent_on=TODAY)
        assert due() == {RECEIPT: "2026-11-30"}

    @pytest.mark.parametrize(
        "facts",
        [
            {"leaves_on": None},
            {"term_starts_on": day("2027-01-05")},
            {"sent_on": TODAY + dt.timedelta(days=1)},
            {"received_on": TODAY, "received_by": "Ms Poe"},
            {"sent_on": TODAY, "received_on": TODAY},
            {"sent_on": TODAY, "received_by": "Ms Poe"},
            {"sent_on": TODAY, "received_on": day("2026-11-22"), "received_by": "Ms Poe"},
        ],
    )
    def test_what_cannot_be(self, pupil, facts):
        with pytest.raises(TransitionNotAllowed):
            a_file(pupil, **facts)


class TestThePages:
    def test_passed_on_and_acknowledged(self, client, by, pupil, url):
        client.force_login(by)
        assert "Nothing is recorded" in text_of(client.get(url))
        form = sent(
            client.get(f"{url}shared/add/"), what=["helps", "decides"], to_name="Mr Lee",
            to_role="Head of year", authority="council", how="email",
        )  # fmt: skip
        client.post(f"{url}shared/add/", form), client.post(f"{url}shared/add/", form)
        page = text_of(client.get(url))
        for words in ("Who may say yes to what", "Mr Lee, Head of year", "Not yet", ARRIVED):
            assert words in page, words
        address = f"{url}shared/{InformationShared.objects.get().pk}/"
        client.post(
            f"{address}change/", sent(client.get(f"{address}change/"), acknowledged_on="today")
        )
        assert ARRIVED not in text_of(client.get(url))
        client.post(f"{address}remove/")
        assert not InformationShared.objects.exists()

    def test_the_file(self, client, by, pupil, url):
        client.force_login(by)
        form = sent(client.get(f"{url}file/add/"), to_school="Ash Junior", leaves_on="today")
        client.post(f"{url}file/add/", form), client.post(f"{url}file/add/", form)
        assert "Not sent yet" in text_of(client.get(url))
        Pupil.objects.filter(pk=pupil.pk).update(closed_on=TODAY)
        address = f"{url}file/{SafeguardingFile.objects.get().pk}/change/"
        client.post(address, sent(client.get(address), sent_on="today"))
        assert "No receipt yet" in text_of(client.get(url))

    def test_neither_day_or_both(self, client, by, pupil, url):
        client.force_login(by)
        form = sent(client.get(f"{url}file/add/"), to_school="Ash Junior")
        assert "Give one of the two days" in client.post(f"{url}file/add/", form).content.decode()

    def test_who_opens_it(self, school, pupil, url):
        shared(pupil)
        assert client_of(member(school, Role.SENDCO)).get(url).status_code == 200
        assert client_of(member(school, Role.ASSISTANT_SENDCO)).get(url).status_code == 403
        assert client_of(teacher_of(pupil.class_group)).get(url).status_code == 403
        stranger = member(SchoolFactory(slug="ashfield"), Role.DESIGNATED_TEACHER)
        assert client_of(stranger).get(url).status_code == 404

    def test_the_same_number_of_statements(self, school, pupil, url):
        client = client_of(member(school, Role.HEAD))
        shared(pupil), a_file(pupil), a_placement(pupil, is_out_of_area=True, starts_on=ENTERED)
        few = len(statements(client, url))
        with rebuilt_once():
            for _ in range(29):
                shared(pupil)
        assert len(statements(client, url)) == few
        assert few <= OF_EVERY_REQUEST + 4
