"""Element 3: letters proved line by line, children above element 2, parts that add up."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.models import FundingLetter
from provision.rules.elements import attributed, line_pence
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

URL = "/oakfield/provision/element-3/"
YEAR = 2026


def test_a_line_is_rounded_once():
    assert line_pence(Decimal("2.5"), 101) == 253
    assert line_pence(Fraction(1, 3), 100) == 33


@examples(st.integers(0, 10**9), st.dictionaries(st.integers(), st.integers(-5, 10**7), max_size=9))
def test_parts_of_children_add_up_to_what_was_given(received, above):
    parts = attributed(received, above)
    over = {child for child, pence in above.items() if pence > 0}
    assert set(parts) == (over if received else set())
    assert sum(parts.values()) == (received if parts else 0)
    assert all(pence >= 0 for pence in parts.values())


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPage:
    def test_letters_and_children_are_proved_to_the_penny(self):
        school = SchoolFactory(slug="oakfield", la_code="926")
        able, baker, carr = (PupilFactory(school=school, last_name=n) for n in ("A", "B", "C"))
        dear = {"sessions_a_week": 10, "minutes": 60, "pence_an_hour": 7_000}
        given(school, able, name="Dear", **dear, funding="cohort")  # £7,000
        given(school, baker, name="Dearer", **dear, weeks=10, resources_pence=50_001)
        given(school, carr, name="Cheap", pence_an_hour=100)
        before = {"starts_on": dt.date(2026, 3, 31), **dear}
        given(school, carr, name="Last year", **before, funding="formula")
        client = client_of(member(school))
        form = client.get(f"{URL}letters/add/").context["form"]
        said = {
            "key": form.initial["key"],
            "version": "new",
            "financial_year": YEAR,
            "part": "formula",
            "total": "2000.00",
            "sure": "V",
            "l1-label": "Children with a plan",
            "l1-count": "2.5",
            "l1-pounds": "800",
        }
        half = client.post(f"{URL}letters/add/", said | {"l2-label": "More"})
        assert "Row 2: Give what is counted" in text_of(half)
        for _ in range(2):  # pressed twice
            client.post(f"{URL}letters/add/", said)
        client.post(
            f"{URL}letters/add/",
            said | {"key": "", "part": "cohort", "total": "500.01", "sure": "M"},
        )
        page = client.get(URL, {"year": YEAR}).context["page"]
        assert (page.sum.formula, page.sum.cohort, page.sum.planned) == (200_000, 50_001, 700_000)
        assert [(c.pupil.last_name, c.against.above) for c in page.children] == [
            ("B", 150_001),
            ("A", 100_000),
        ]
        assert sum(c.part for c in page.children) == 250_001 and page.proof.is_sound
        sound = {line.letter.part: line.proof.is_sound for line in page.letters}
        assert sound == {"formula": True, "cohort": False} and not page.is_sure
        assert "£1,499.99 apart" in text_of(client.get(URL, {"year": YEAR}))
        assert [s.financial_year for s in page.years] == [2025, 2026]
        assert page.below == 1
        assert len(statements(client, URL)) <= OF_EVERY_REQUEST + 9

        letter = FundingLetter.objects.get(part="formula")
        form = client.get(f"{URL}letters/{letter.pk}/").context["form"]
        put = said | {"version": form.initial["version"], "total": "2100"}
        client.post(f"{URL}letters/{letter.pk}/", put)
        assert "Somebody else" in text_of(client.post(f"{URL}letters/{letter.pk}/", put))
        assert FundingLetter.objects.get(pk=letter.pk).total_pence == 210_000
        assert AuditEvent.objects.filter(action="change_element_3").count() == 3
        clerk = client_of(member(school, Role.CLASS_TEACHER))
        assert clerk.get(URL).status_code == 403
