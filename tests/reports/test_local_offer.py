"""The text for the local offer: from the facts and the published words of the SEN report."""

import pytest

from aylsham.access.roles import Role
from reports.codes import Duty
from reports.models import DutyRecord
from reports.publication_text import plain_text
from reports.publications.headings import SEN_INFORMATION
from reports.publications.kinds import KINDS
from reports.publications.local_offer import _FROM
from reports.selectors.publications import paper_of
from staff.services import record_senco
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.reports.publication_makers import a_draft, published, with_head, worded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
OFFER = KINDS[Duty.LOCAL_OFFER]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def test_every_heading_stands_on_headings_of_the_report():
    known = {heading.key for heading in SEN_INFORMATION}
    assert {key for keys in _FROM.values() for key in keys} <= known


def test_it_begins_with_what_parents_read_already(school):
    record_senco(school=school, user=member(school), became_senco_on=TODAY, by=None)
    report = worded(a_draft(school), parents="We meet each term.\nYou can ring.", senco="Ring 12.")
    draft = a_draft(school, kind=OFFER)
    assert "parents" not in draft.content and "We meet" not in str(draft.content)
    # Words count once the report is out.
    published(report)
    client = client_of(member(school))
    url = f"/oakfield/local-offer/{draft.pk}/"
    client.post(f"{url}step/", {"what": "count"})
    draft.refresh_from_db()
    assert draft.content["voice"][:2] == ["We meet each term.", "You can ring."]
    assert draft.content["contact"][0].startswith("Our SENCO is ")
    assert draft.content["contact"][1] == "Ring 12."
    text = client.get(f"{url}text/")
    assert "HOW PARENTS AND CHILDREN HAVE THEIR SAY" in text.text
    assert "Being written: not published." in text_of(text)
    # Nothing is missing, so the head may have it without another word.
    assert with_head(draft).is_with_head


def test_published_it_is_recorded_as_done_and_no_date_runs(school):
    published(worded(a_draft(school, kind=OFFER)))
    assert DutyRecord.objects.get(school=school).duty == Duty.LOCAL_OFFER
    page = text_of(client_of(member(school, Role.HEAD)).get("/oakfield/duties/"))
    assert "The council publishes it and says when." in page


def test_plain_text_holds_words_and_tables(school):
    found = worded(a_draft(school), offer="See the council’s page.")
    text = plain_text(paper_of(found))
    assert text.startswith("SEN information report: ")
    assert "WHERE THE COUNCIL’S LOCAL OFFER IS\n\nSee the council’s page." in text
