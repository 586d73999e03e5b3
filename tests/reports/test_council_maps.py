"""Maps of councils' forms: checked in plain words, kept in versions, used, taken back."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from ehcp.map_codes import MapKind
from ehcp.models import FederationMap, SchoolMap
from ehcp.selectors.papers.orders import maps, order_of
from ehcp.services.maps import keep_map
from ehcp.services.papers.writing import start_paper
from reports.selectors.council_maps import faults_of, forms_of, shipped, versions_of
from tests.access import access_of
from tests.ehcp.makers import make_plan, planned
from tests.factories import TODAY, FederationFactory, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FORM, PAPER = MapKind.FORM, MapKind.PAPER
COUNTY = "example-county"
URL = "/oakfield/council-maps/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def client(by):
    return client_of(by)


def county(**changes) -> dict:
    return shipped(FORM)[COUNTY] | changes


def post(client, path: str, content, **more):
    text = content if isinstance(content, str) else json.dumps(content)
    return client.post(f"{URL}{path}", {"text": text, "seen": "0", "seen_shared": "0"} | more)


@pytest.mark.parametrize("kind", MapKind)
def test_nothing_is_wrong_with_what_comes_with_the_program(kind):
    for content in shipped(kind).values():
        assert faults_of(kind, content) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "x"}, "“format” has to be “aylsham-council-form-1”."),
        ({"council": " "}, "“council” is missing: whose form it is."),
        ({"parts": []}, "“parts” is missing"),
        ({"parts": [{"title": "One", "fields": []}]}, "Part 1 (“One”) has no fields."),
        ({"parts": ["x"]}, "Part 1 has no title."),
        (
            {"parts": [{"title": "One", "fields": [{"label": "A", "answers": ["nobody"]}]}]},
            "Part 1 (“One”), field 1 (“A”): there is no answer “nobody”.",
        ),
        (
            {
                "parts": [
                    {"title": "O", "fields": [{"label": "A", "answers": ["year"], "most": -1}]}
                ]
            },
            "“most” has to be a whole number",
        ),
    ],
)
def test_each_fault_of_a_form_says_where_it_is(change, said):
    (fault,) = faults_of(FORM, county(**change))
    assert said in fault


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"councils": "norfolk"}, "“councils” has to be a list"),
        ({"parts": {"letter": []}}, "There is no paper called “letter”."),
        ({"parts": {"advice": [{"part": "x", "number": "1"}]}}, "there is no part “x”"),
        ({"parts": {"advice": [{"part": "child"}]}}, "Part 1 of “advice” has no number."),
        (
            {"parts": {"advice": [{"part": "child", "number": n} for n in (1, 2)]}},
            "“child” stands there twice.",
        ),
    ],
)
def test_each_fault_of_an_order_says_where_it_is(change, said):
    (fault,) = faults_of(PAPER, shipped(PAPER)["norfolk"] | change)
    assert said in fault


@pytest.mark.parametrize("content", [None, [], "x", 3, {"parts": {"advice": [None]}}, {"parts": 1}])
@pytest.mark.parametrize("kind", MapKind)
def test_no_nonsense_breaks_the_check(kind, content):
    assert faults_of(kind, content)


class TestForms:
    def test_the_school_uses_its_own_version(self, client, school):
        page = client.get(f"{URL}form/{COUNTY}/")
        assert "child_name" in page.content.decode()
        answer = post(client, f"form/{COUNTY}/", county(title="Our title"))
        assert answer.headers["Location"] == URL
        assert forms_of(school)[COUNTY].title == "Our title"
        assert "This school, version 1" in text_of(client.get(URL))
        assert forms_of(SchoolFactory())[COUNTY].title == county()["title"]

    def test_a_file_takes_the_place_of_the_text(self, client, school):
        data = json.dumps(county(title="From a file")).encode()
        file = SimpleUploadedFile("map.json", data, content_type="application/json")
        assert post(client, f"form/{COUNTY}/", county(), file=file).status_code == 302
        assert forms_of(school)[COUNTY].title == "From a file"

    def test_what_is_wrong_is_said_and_nothing_kept(self, client):
        page = post(client, f"form/{COUNTY}/", '{\n "format": 1,\n}')
        said = text_of(page)
        assert "character " in said and "there is a comma too many." in said
        page = post(client, f"form/{COUNTY}/", county(parts=[{"title": "<b>", "fields": [1]}]))
        assert "Part 1 (“&lt;b&gt;”), field 1 has no label." in page.content.decode()
        page = post(client, f"form/{COUNTY}/", county(title="a\0b"))
        assert page.status_code == 200
        assert not SchoolMap.objects.exists()

    def test_it_can_only_be_checked(self, client):
        page = post(client, f"form/{COUNTY}/", county(), check="1")
        assert "Nothing is wrong with it" in text_of(page)
        assert not SchoolMap.objects.exists()

    def test_a_form_that_nobody_had_mapped(self, client, school):
        new = county(council="Suffolk", title="Our request")
        assert post(client, "form/add/", new).status_code == 302
        assert forms_of(school)["suffolk-our-request"].council == "Suffolk"
        post(client, "form/add/", new)
        assert "suffolk-our-request-2" in forms_of(school)
        pupil = PupilFactory(school=school)
        page = f"/oakfield/children/{pupil.pk}/council-forms/suffolk-our-request/"
        assert "Our request" in text_of(client.get(page))

    def test_versions_stay_and_can_be_downloaded(self, client, school):
        post(client, f"form/{COUNTY}/", county(title="One"))
        post(client, f"form/{COUNTY}/", county(title="Two"), seen="1")
        assert [v.name for v in versions_of(school, FORM, COUNTY)] == [
            "Two",
            "One",
            county()["title"],
        ]
        assert "This school, version 1" in text_of(client.get(f"{URL}form/{COUNTY}/versions/"))
        address = f"{URL}form/{COUNTY}/file/"
        assert json.loads(client.get(address).content)["title"] == "Two"
        first = client.get(f"{address}?version={COUNTY}@s1")
        assert json.loads(first.content)["title"] == "One"
        ours = client.get(f"{address}?version=shipped")
        assert json.loads(ours.content) == county()
        assert client.get(f"{address}?version={COUNTY}@s9").status_code == 404

    def test_taken_back_ours_is_used_again(self, client, school):
        post(client, f"form/{COUNTY}/", county(title="One"))
        client.post(f"{URL}form/{COUNTY}/back/")
        assert forms_of(school)[COUNTY].title == county()["title"]
        client.post(f"{URL}form/example-city/back/")
        assert SchoolMap.objects.count() == 2

    def test_a_second_editor_is_told(self, client):
        post(client, f"form/{COUNTY}/", county(title="One"))
        late = post(client, f"form/{COUNTY}/", county(title="Two"))
        assert "Somebody saved another version" in text_of(late)
        assert SchoolMap.objects.get().content["title"] == "One"


class TestFederation:
    @pytest.fixture
    def federation(self):
        return FederationFactory()

    def test_a_school_lays_its_own_over_the_federations(self, federation, by):
        first, second = (SchoolFactory(federation=federation) for _ in range(2))
        facts = {"kind": FORM, "code": COUNTY, "seen": 0, "by": by}
        keep_map(school=first, content=county(title="All"), is_shared=True, **facts)
        keep_map(school=second, content=county(title="Own"), **facts)
        assert forms_of(first)[COUNTY].title == "All"
        assert forms_of(second)[COUNTY].title == "Own"
        assert forms_of(SchoolFactory())[COUNTY].title == county()["title"]

    def test_only_who_keeps_the_library_of_every_school_may_share(self, client, school):
        SchoolFactory(federation=school.federation)
        post(client, f"form/{COUNTY}/", county(title="All"), is_shared="on")
        assert not FederationMap.objects.exists()
        assert SchoolMap.objects.count() == 1


class TestOrders:
    @pytest.fixture
    def review(self, school):
        pupil = PupilFactory(school=school, year_group="4")
        return planned(make_plan("2026-02-01", pupil=pupil), TODAY.isoformat())

    def norfolk(self, name: str) -> dict:
        parts = {"advice": [{"part": "needs", "number": "9", "heading": f"{name} needs"}]}
        return shipped(PAPER)["norfolk"] | {"name": name, "parts": parts}

    def keep(self, school, name: str, seen: int = 0):
        return keep_map(
            school=school,
            kind=PAPER,
            code="norfolk",
            content=self.norfolk(name),
            seen=seen,
            by=None,
        )

    def test_a_paper_keeps_the_version_it_was_begun_with(self, school, by, review):
        self.keep(school, "First")
        paper = start_paper(review=review, kind="advice", access=access_of(by, school))
        assert paper.order == "norfolk@s1"
        self.keep(school, "Second", seen=1)
        page = text_of(client_of(by).get(f"/oakfield/reviews/{review.pk}/paper/advice/"))
        assert "First needs" in page
        assert "Second needs" not in page
        assert order_of(school, paper.order).name == "First"
        assert next(iter(maps(school).values())).name == "Second"

    def test_an_order_that_is_not_here_is_the_plain_one(self, school):
        assert order_of(school, "suffolk@s3").key == "plain"
        assert order_of(school, "norfolk@s3").key == "norfolk"

    def test_the_plain_order_stays(self, client):
        assert client.get(f"{URL}paper/plain/").status_code == 404
        assert client.get(f"{URL}paper/plain/file/").status_code == 200


def test_a_stale_number_is_refused(school, by):
    with pytest.raises(TransitionNotAllowed, match="another version"):
        keep_map(school=school, kind=FORM, code="x", content=county(), seen=3, by=by)


@pytest.mark.parametrize("path", ["", "form/add/", f"form/{COUNTY}/", f"form/{COUNTY}/file/"])
def test_who_may_not_keep_templates_sees_none(school, path):
    teacher = client_of(member(school, Role.CLASS_TEACHER))
    assert teacher.get(f"{URL}{path}").status_code == 403


def test_what_is_no_kind_is_not_there(client):
    assert client.get(f"{URL}letter/add/").status_code == 404
    assert client.get(f"{URL}form/nothing/").status_code == 404


def test_two_first_versions_in_one_moment_are_one_and_a_sentence(school, by, monkeypatch):
    """The second writer read that there was none before the first one's was there."""
    facts = {"school": school, "kind": FORM, "code": COUNTY, "seen": 0, "by": by}
    keep_map(content=county(title="First"), **facts)
    owner = {"school": school}
    unseen = (SchoolMap.objects.none(), owner)
    monkeypatch.setattr("ehcp.services.maps._rows", lambda school, is_shared: unseen)
    with pytest.raises(TransitionNotAllowed, match="another version"):
        keep_map(content=county(title="Second"), **facts)
    assert SchoolMap.objects.get().content["title"] == "First"
