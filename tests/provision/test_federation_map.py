"""The map of several schools: counts for who sees the children, letters alone for others."""

import io

import openpyxl
import pytest

from aylsham.access.roles import Role
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
