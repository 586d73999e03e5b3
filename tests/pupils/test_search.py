"""Three letters find a child, and never another school's; the database uses its trigram index."""

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from aylsham.access.current import Access, posts_of
from aylsham.access.roles import Role
from aylsham.identifiers import uuid7
from aylsham.tenancy.row_security import set_schools
from pupils.migrations._search import FEW_SCHOOLS, FIND_PUPILS, NAMED
from pupils.selectors.search import find_children
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)

pytestmark = pytest.mark.django_db


def access_of(user, *schools) -> Access:
    """What the page of a school gives the views."""
    access = Access(user, TODAY, posts_of(user, today=TODAY), schools[0], list(schools))
    set_schools(s.pk for s in schools)
    return access


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def zoe(school):
    return PupilFactory(
        school=school, first_name="Zoë", preferred_first_name="Zozo", last_name="O’Brien-Łukasz"
    )


@pytest.fixture
def search(school, zoe):
    PupilFactory.create_batch(3, school=school)
    access = access_of(member(school), school)
    return lambda words: [f.id for f in find_children(access, words)]


@pytest.mark.parametrize(
    "words",
    [
        "zoe",
        "ZOË",
        "zoz",
        "obr",
        "o'brien",
        "O’Brien",
        "lukasz",
        "Łuk",
        "brien zoe",
        "zoe brien",
        "brien-lukasz",
        "zo",
        "zoe  l",
        "obrein",  # a slip of the pen
    ],
)
def test_parts_of_a_name_find_the_child(search, zoe, words):
    assert search(words) == [zoe.pk]


@pytest.mark.parametrize("words", ["", " ", "z", "xyz", "%", "_oe", "\\", "'", "oe b r q"])
def test_nothing_else_does(search, words):
    assert search(words) == []


def test_a_guess_says_that_it_is_one(school, zoe):
    access = access_of(member(school), school)
    assert [f.is_guess for f in find_children(access, "obrein")] == [True]
    assert [f.is_guess for f in find_children(access, "obrien")] == [False]


def test_the_upn_finds_the_child_exactly(search, zoe):
    assert search(zoe.upn) == search(zoe.upn.lower()) == [zoe.pk]
    assert search(zoe.upn[:12]) == []


def test_the_beginning_of_a_name_comes_first(school, search):
    inside = PupilFactory(school=school, first_name="Ann", last_name="Wilburn")
    start = PupilFactory(school=school, first_name="Zed", last_name="Burn")
    assert search("bur") == [start.pk, inside.pk]


def test_another_schools_children_never_come_out(school, zoe):
    other = SchoolFactory(federation=school.federation)
    PupilFactory(school=other, first_name="Zoë", last_name="Other")
    elsewhere = SchoolFactory()
    PupilFactory(school=elsewhere, first_name="Zoë", last_name="Elsewhere")
    found = find_children(access_of(member(school), school), "zoe")
    assert [f.id for f in found] == [zoe.pk]
    with connection.cursor() as cursor:  # the function itself, past every view
        for setting, count in (("", 0), (str(other.pk), 1), (f"{other.pk},{school.pk}", 2)):
            set_schools(setting.split(",") if setting else [])
            cursor.execute("SELECT count(*) FROM find_pupils('zoe', 50)")
            assert cursor.fetchone() == (count,)


def test_a_federation_page_finds_in_all_its_schools():
    federation = FederationFactory()
    schools = SchoolFactory.create_batch(2, federation=federation)
    for school in schools:
        PupilFactory(school=school, first_name="Zoë")
    from tests.factories import MembershipFactory

    lead = MembershipFactory(
        school=None, federation=federation, role=Role.FEDERATION_SEND_LEAD
    ).user
    assert len(find_children(access_of(lead, *schools), "zoe")) == 2


def test_the_function_can_be_replaced_in_a_database_that_is_already_there(db):
    """A new session has not loaded the trigram library, whose setting the function names."""
    address = make_conninfo(settings.DATABASE_OWNER_URL, dbname=connection.settings_dict["NAME"])
    with psycopg.connect(address) as own:
        own.execute(FIND_PUPILS)
        own.rollback()


@pytest.mark.parametrize("words", ["zoe", "obr", "oe luk", "obrein", "zo"])
def test_many_schools_find_the_same_as_few(zoe, words):
    """Above a number of schools another statement answers; a 101st child elsewhere stays out."""
    schools = [
        zoe.school,
        *SchoolFactory.create_batch(FEW_SCHOOLS, federation=zoe.school.federation),
    ]
    twin = PupilFactory(school=schools[-1], first_name="Zoë", last_name="O’Brien-Łukasz")
    PupilFactory(first_name="Zoë", last_name="O’Brien-Łukasz")
    with connection.cursor() as cursor:
        set_schools(s.pk for s in schools)
        cursor.execute("SELECT pupil_id, rank FROM find_pupils(%s, 50)", [words])
        many = dict(cursor.fetchall())
        set_schools([zoe.school_id])
        cursor.execute("SELECT pupil_id, rank FROM find_pupils(%s, 50)", [words])
        assert many == dict(cursor.fetchall()) | {twin.pk: many[twin.pk]}
    assert set(many) == {zoe.pk, twin.pk}


def test_people_find_only_whom_they_may_see(school, zoe):
    group = ClassGroupFactory(school=school)
    mine = PupilFactory(school=school, first_name="Zoe", class_group=group)
    assert [f.id for f in find_children(access_of(teacher_of(group), school), "zoe")] == [mine.pk]
    assert [f.id for f in find_children(access_of(supporter_of(zoe), school), "zoe")] == [zoe.pk]
    assert find_children(access_of(member(school, Role.GOVERNOR), school), "zoe") == []


FILL = """
INSERT INTO pupils_pupil (id, school_id, upn, former_upn, mis_id, first_name, last_name,
    preferred_first_name, born_on, sex, year_group, ethnicity, first_language, kept_fields)
SELECT gen_random_uuid(), (%s::uuid[])[1 + n %% 100], '', '', '', md5(n::text),
    md5((n * 7)::text), '', '2018-03-14', '', '4', '', '', '{}'
FROM generate_series(1, 30000) AS n
"""


def test_the_function_uses_the_trigram_index_among_30000_children(db):
    """The function's own words for many schools, planned as its owner, in a transaction taken back."""
    schools = [uuid7() for _ in range(100)]
    address = make_conninfo(settings.DATABASE_OWNER_URL, dbname=connection.settings_dict["NAME"])
    with psycopg.connect(address) as own:
        own.execute("ALTER TABLE pupils_pupil DISABLE TRIGGER USER")
        own.execute("SET CONSTRAINTS ALL DEFERRED")
        setting = "SELECT set_config('app.school_ids', %s, true)"
        own.execute(setting, [",".join(map(str, schools))])
        own.execute(FILL, [schools])
        own.execute("SELECT gin_clean_pending_list('pupils_pupil_search')")
        own.execute("ANALYZE pupils_pupil")
        own.execute(
            "PREPARE search(uuid[], text, text[], text, integer) AS "
            + NAMED.format(name="p.search_name")
            .replace("schools", "$1")
            .replace("longest", "$2")
            .replace("patterns", "$3")
            .replace("start", "$4")
            .replace("most", "$5")
        )
        asked = "EXPLAIN EXECUTE search(%s, '%%abc%%', '{%%abc%%}', '%% abc%%', 50)"
        plan = "\n".join(r[0] for r in psycopg.ClientCursor(own).execute(asked, [schools]))
        own.rollback()
    assert "Bitmap Index Scan on pupils_pupil_search" in plan, plan
    assert "search_name ~~" in plan


def test_no_list_of_schools_goes_through_the_index_of_names(db):
    """Named by the page and by row security, each pair of schools would be looked up: seconds."""
    schools = [str(uuid7()) for _ in range(20)]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM pupils_pupil"
            " WHERE school_id = ANY (%s::uuid[]) AND school_id = ANY (%s::uuid[])",
            [schools, schools],
        )
        plan = "\n".join(row for (row,) in cursor.fetchall())
    assert "pupils_pupil_search" not in plan, plan
