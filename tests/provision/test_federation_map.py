"""The map of several schools: counts for who sees the children, letters alone for others."""

import io

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from pupils.models import Pupil
from tests.factories import MembershipFactory, PupilFactory, SchoolFactory
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/federation/provision/"


def test_who_sees_children_reads_counts_and_others_letters():
    ash = SchoolFactory(slug="ash", name="Ash")
    elm = SchoolFactory(slug="elm", name="Elm", federation=ash.federation)
    other = SchoolFactory(slug="oak", name="Oak")
    at_ash = [PupilFactory(school=ash) for _ in range(6)]
    at_elm = [PupilFactory(school=elm) for _ in range(2)]
    given(ash, *at_ash, name="Talk", pence_an_hour=1200)
    given(elm, *at_elm, name="Talk", pence_an_hour=1200)
    given(elm, at_elm[0], name="Physio", tier="E", pence_an_hour=100)
    given(ash, at_ash[0], name="Grief", is_confidential=True)
    given(ash, at_ash[0], name="Sketch", state="draft")
    given(other, PupilFactory(school=other), name="Elsewhere")
    posts = {"school": None, "federation": ash.federation}
    lead = client_of(MembershipFactory(role=Role.FEDERATION_SEND_LEAD, **posts).user)
    page = lead.get(URL)
    found = page.context["map"]
    assert [(r.letter, r.name, [c and c.children for c in r.cells]) for r in found.rows] == [
        ("T", "Talk", [6, 2]),
        ("E", "Physio", [None, 1]),
    ]
    assert found.pence == 18_000 + 18_000 + 1_500 and found.everywhere == 1
    assert [c.tiers[2] for c in found.schools] == [("E", 0, 0), ("E", 1, 1)]
    words = text_of(page)
    assert not any(name in words for name in ("Grief", "Sketch", "Elsewhere"))
    sheet = openpyxl.load_workbook(io.BytesIO(lead.get(f"{URL}sheet/").content)).active
    assert [cell.value for cell in sheet[2]] == ["Talk", "T", 6, 2]

    governor = client_of(MembershipFactory(role=Role.GOVERNOR, **posts).user)
    page = governor.get(URL)
    found = page.context["map"]
    [talk] = found.rows
    assert [c and (c.letter, c.children) for c in talk.cells] == [("T", None), None]
    assert found.unnamed == 1 and found.pence is None
    words = text_of(page)
    assert "Physio" not in words and "£" not in words and "child" not in words.split("A number")[0]
    assert governor.get(f"{URL}sheet/").status_code == 403
    before = len(statements(lead, URL))
    for _ in range(9):
        given(ash, *at_ash, pence_an_hour=1)
    assert len(statements(lead, URL)) == before <= OF_EVERY_REQUEST + 8


class TestOpened:
    """The children of one school, opened in place."""

    @pytest.fixture
    def schools(self):
        ash = SchoolFactory(slug="ash", name="Ash")
        elm = SchoolFactory(slug="elm", name="Elm", federation=ash.federation)
        oak = SchoolFactory(slug="oak", name="Oak")
        for school in (ash, elm, oak):
            child = PupilFactory(school=school, last_name=f"{school.name}ford")
            given(school, child, name=f"Talk at {school.name}")
            given(school, child, name=f"Grief at {school.name}", is_confidential=True)
        return ash, elm, oak

    def lead_of(self, school, role=Role.FEDERATION_SEND_LEAD):
        return MembershipFactory(role=role, school=None, federation=school.federation).user

    def test_shows_who_has_what_there_and_says_what_it_leaves_out(self, schools):
        page = client_of(self.lead_of(schools[0])).get(f"{URL}?children=elm")
        words = text_of(page)
        assert "Elm: who has what" in words
        assert "Elmford" in words and "Ashford" not in words
        assert "Talk at Elm" in words and "Grief" not in words
        assert "1 confidential provision is left out." in words
        html = page.content.decode()
        assert 'action="/elm/provision/map/print/' in html

    def test_of_no_other_federation_nor_for_who_sees_no_children(self, schools):
        lead, governor = self.lead_of(schools[0]), self.lead_of(schools[0], Role.GOVERNOR)
        for user, slug in ((lead, "oak"), (governor, "elm"), (lead, "nowhere")):
            words = text_of(client_of(user).get(f"{URL}?children={slug}"))
            assert "who has what" not in words
            assert "Oakford" not in words and "Elmford" not in words

    def test_whose_children_were_seen_is_written_down(self, schools):
        user = self.lead_of(schools[0])
        client_of(user).get(f"{URL}?children=elm")
        seen = {
            event.school_id: event.pupil_ids
            for event in AuditEvent.objects.filter(action=Action.VIEW_PROVISION)
        }
        assert seen[schools[0].pk] == []
        assert seen[schools[1].pk] == [Pupil.objects.get(school=schools[1]).pk]

    def test_as_many_statements_for_thirty_children_as_for_three(self, schools):
        client = client_of(self.lead_of(schools[0]))
        url = f"{URL}?children=elm"
        client.get(url)
        before = len(statements(client, url))
        given(schools[1], *(PupilFactory(school=schools[1]) for _ in range(27)))
        assert len(statements(client, url)) == before
