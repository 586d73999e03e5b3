"""People of another federation stay in a record that came as names and roles, without accounts."""

import pytest

from aylsham.access.roles import Role
from aylsham.documents import keeping
from aylsham.models import Membership, User
from pupils.codes import Tried
from pupils.models import Pupil, RecordAuthor, StatusPeriod, Strategy, StrategyTry
from pupils.selectors.history import status_history
from pupils.services.strategies import add_strategy
from pupils.services.transfers.receiving import accept_record, bring_pack
from pupils.services.tries import note_try
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.pages import client_of, text_of
from tests.pupils.moving.makers import sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "files")]


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def by():
    found = member(SchoolFactory(name="Oak School"), Role.SENDCO)
    User.objects.filter(pk=found.pk).update(name="Ada Moss")
    found.refresh_from_db()
    return found


@pytest.fixture
def child(by):
    school = Membership.objects.get(user=by).school
    child = PupilFactory(school=school, first_name="Zoë", last_name="Heron")
    put_on_register(child, by=by)
    return child


@pytest.fixture
def theirs():
    return member(SchoolFactory(slug="elm", name="Elm School"), Role.SENDCO)


def moved(child, by, theirs) -> Pupil:
    """The child's record at a school of another federation."""
    data = keeping.read(child.school_id, sent(child, by=by).digest)
    school = Membership.objects.get(user=theirs).school
    incoming = bring_pack(school=school, data=data, code="", by=theirs)
    return accept_record(incoming=incoming, starts_on=TODAY, by=theirs).pupil


def test_who_wrote_it_stays_as_text_and_nobody_gets_an_account(child, by, theirs):
    accounts = User.objects.count()
    there = moved(child, by, theirs)
    assert User.objects.count() == accounts
    period = StatusPeriod.objects.get(pupil=there)
    assert period.started_by is None
    author = RecordAuthor.objects.get(row_id=period.pk)
    assert (author.column, author.name, author.role) == ("started_by", "Ada Moss", "SENDCo")
    assert author.school_name == "Oak School"
    assert status_history(there)[0].by == "Ada Moss, SENDCo, Oak School"


def test_the_timeline_and_the_page_of_moves_name_them(child, by, theirs):
    there = moved(child, by, theirs)
    client = client_of(theirs)
    assert "Ada Moss, SENDCo, Oak School" in text_of(
        client.get(f"/elm/children/{there.pk}/timeline/")
    )
    page = text_of(client.get(f"/elm/children/{there.pk}/moving/"))
    assert "Who wrote it at earlier schools" in page
    assert "Ada Moss" in page


def test_a_row_that_cannot_stand_without_its_person_is_kept_in_words(child, by, theirs):
    strategy = add_strategy(pupil=child, text="Sit at the front", since_on=TODAY, by=by)
    note_try(strategy=strategy, answer=Tried.WORKED, on=TODAY, by=by)
    there = moved(child, by, theirs)
    assert not StrategyTry.objects.filter(school=there.school).exists()
    own = Strategy.objects.get(pupil=there)
    [author] = RecordAuthor.objects.filter(row_id=own.pk).exclude(said="")
    assert "23 November 2026" in author.said
    assert author.name == "Ada Moss"


def test_words_are_cut_like_the_row_they_hang_on(child, by, theirs):
    strategy = add_strategy(pupil=child, text="A quiet room", since_on=TODAY, sensitivity=2, by=by)
    note_try(strategy=strategy, answer=Tried.WORKED, on=TODAY, by=by)
    there = moved(child, by, theirs)
    [author] = RecordAuthor.objects.exclude(said="")
    assert author.sensitivity == 2
    lead = client_of(member(there.school, Role.SEND_ADMINISTRATOR))
    assert author.said.splitlines()[0] not in text_of(
        lead.get(f"/elm/children/{there.pk}/timeline/")
    )


def test_they_go_on_with_the_record_to_a_third_school(child, by, theirs):
    there = moved(child, by, theirs)
    third = member(SchoolFactory(slug="ash"), Role.SENDCO)
    end = moved(there, theirs, third)
    author = RecordAuthor.objects.get(pupil=end, name="Ada Moss", column="started_by")
    assert author.row_id == StatusPeriod.objects.get(pupil=end).pk
    assert author.school_name == "Oak School"


def test_of_a_row_that_is_held_back_no_author_goes(child, by, theirs):
    add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=by)
    there = moved(child, by, theirs)
    third = member(SchoolFactory(slug="ash"), Role.SENDCO)
    data = keeping.read(there.school_id, sent(there, by=theirs, includes=[], include_why="").digest)
    incoming = bring_pack(
        school=Membership.objects.get(user=third).school, data=data, code="", by=third
    )
    end = accept_record(incoming=incoming, starts_on=TODAY, by=third).pupil
    assert not Strategy.objects.filter(pupil=end).exists()
    held = Strategy.objects.get(pupil=there, sensitivity=2)
    assert RecordAuthor.objects.filter(row_id=held.pk).exists()
    rows = set(RecordAuthor.objects.filter(pupil=end).values_list("table", flat=True))
    assert "pupils.strategy" not in rows
