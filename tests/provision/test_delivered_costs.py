"""What was spent on sessions that were really given, beside what was planned until today."""

import datetime as dt
import io

import docx
import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.rules.costs import Rate
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.cost_ways import WAYS
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from pupils.models import PrintedPaper
from pupils.paper_codes import PaperKind
from pupils.views.papers import TABS
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/costs/"
#: Monday two weeks ago: six sessions of 30 minutes are planned until yesterday.
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def log(group, day, *marks, make_up=False):
    facts = [MarkFacts(child, Came(came), 0, reason) for child, came, reason in marks]
    at = SessionAt(BEFORE + dt.timedelta(days=day), is_make_up=make_up)
    log_session(provision=group, at=at, marks=facts, by=None)


def test_planned_until_today_is_delivered_or_explained_to_the_penny(school):
    one, two = (PupilFactory(school=school) for _ in range(2))
    rates = {"lsa": Rate(1413)}
    add_rate_card(school=school, starts_on=BEFORE, threshold_pence=600_000, rates=rates, by=None)
    group = given(school, one, two, starts_on=BEFORE, resources_pence=501)
    given(school, one, name="Not begun", starts_on=TODAY + dt.timedelta(days=1))
    given(school, name="Nobody in it", starts_on=BEFORE)
    log(group, 0, (one, "had", None), (two, "had", None))
    log(group, 1, (one, "had", None), (two, "missed", Reason.ABSENT))
    log(group, 2, (one, "missed", Reason.STAFF), (two, "missed", Reason.STAFF))
    log(group, 7, (one, "had", None), (two, "had", None))
    log(group, 8, (one, "had", None), make_up=True)
    client = client_of(member(school))
    page = client.get(URL, {"by": "child"}).context["page"]
    assert page.is_sound
    # Six sessions of 30 minutes at £14.13 are £42.39, and £5.01 of resources.
    assert page.spent.so_far == 4_740
    rows = {row.pupil_id: row.spent for row in page.rows if row.pupil_id}
    assert rows[one.pk].so_far + rows[two.pk].so_far == 4_740
    first = rows[one.pk]
    assert first.extra == 707 and first.delivered == first.within + 707
    assert set(first.missed) == {Reason.STAFF}
    assert set(rows[two.pk].missed) == {Reason.STAFF, Reason.ABSENT}
    assert dict(page.gap)["staff away"] == 706
    for asked in [{"by": way} for way in WAYS] + [{"by": "class", "then": "tier", "and": "child"}]:
        each = client.get(URL, asked).context["page"]
        assert sum(row.spent.so_far for row in each.rows) == 4_740
        assert sum(row.spent.delivered for row in each.rows) == page.spent.delivered
        assert each.is_sound
    words = text_of(client.get(URL))
    assert "Until today £47.40 was planned" in words and "£7.06 staff away" in words


def test_the_costed_case_of_one_child(school):
    child, other = (PupilFactory(school=school) for _ in range(2))
    rates = {"lsa": Rate(1413)}
    september = dt.date(2026, 9, 1)
    add_rate_card(school=school, starts_on=september, threshold_pence=10_000, rates=rates, by=None)
    group = given(school, child, other, starts_on=BEFORE)
    given(school, child, starts_on=BEFORE, name="Loss", is_confidential=True)
    log(group, 0, (child, "had", None), (other, "missed", Reason.ABSENT))
    log(group, 1, (child, "missed", Reason.ABSENT), (other, "had", None))
    client = client_of(member(school))
    url = f"/oakfield/children/{child.pk}/costs/"
    page = client.get(url).context["page"]
    school_wide = client.get(URL, {"by": "child"}).context["page"]
    (row,) = [row for row in school_wide.rows if row.pupil_id == child.pk]
    assert (page.total.planned, page.total.spent) == (row.pence, row.spent)
    words = text_of(client.get(url))
    assert "above £100.00 by" in words and "child absent" in words
    assert client_of(member(school, Role.LSA)).get(url).status_code in (403, 404)
    assert client.post(f"{url}print/").status_code == 302
    html = PrintedPaper.objects.get().html
    assert "costed case for a top-up" in html and "Loss" not in html
    assert "30 of 180 min given" in html
    paper = PrintedPaper.objects.get()
    opened = client.get(f"/oakfield/children/{child.pk}/papers/{paper.pk}/")
    assert opened.status_code == 200 and "Costed case for a top-up" in text_of(opened)


def test_a_paper_of_every_kind_belongs_to_a_page_of_the_record():
    assert set(TABS) == set(PaperKind)


def test_the_costed_case_as_a_word_file(school):
    child = PupilFactory(school=school, first_name="Wren", last_name="Vale")
    rates, september = {"lsa": Rate(1413)}, dt.date(2026, 9, 1)
    add_rate_card(school=school, starts_on=september, threshold_pence=10_000, rates=rates, by=None)
    group = given(school, child, starts_on=BEFORE, name="Talk time")
    given(school, child, starts_on=BEFORE, name="Loss", is_confidential=True)
    given(school, child, starts_on=BEFORE, name="Not yet", state="draft")
    log(group, 0, (child, "had", None))
    log(group, 1, (child, "missed", Reason.STAFF))
    url = f"/oakfield/children/{child.pk}/costs/"
    client = client_of(member(school))
    answer = client.get(f"{url}word/")
    assert "Vale" not in answer["Content-Disposition"]
    paper = docx.Document(io.BytesIO(answer.content))
    assert [p.text for p in paper.paragraphs if p.style.name.startswith("Heading")] == [
        "Wren Vale: costed case for a top-up", "In short", "What it costs", "What was given",
        "Talk time",
        "How it is worked out",
    ]  # fmt: skip
    [table] = paper.tables
    assert [cell.text for cell in table.rows[-1].cells] == [
        "Together", "", "30", "£211.95", "£42.39", "£7.07",
    ]  # fmt: skip
    marked = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
    assert marked == [True, False, False]
    words = "\n".join(p.text for p in paper.paragraphs)
    assert "£211.95 of provision is planned for the year: £111.95 above the £100.00" in words
    assert "£7.06 staff away" in words and "Loss" not in words and "Not yet" not in words
    assert words.count("Not delivered") == 1
    client.post(f"{url}print/")
    html = PrintedPaper.objects.get().html
    for sentence in (p.text for p in paper.paragraphs[1:] if p.text):
        assert sentence.replace("’", "") in html.replace("’", "")
    event = AuditEvent.objects.filter(action="print", detail__format="docx").get()
    assert event.pupil_ids == [child.pk]
    assert client_of(member(school, Role.LSA)).get(f"{url}word/").status_code in (403, 404)
    sister = member(SchoolFactory(slug="sister", federation=school.federation))
    assert client_of(sister).get(f"{url}word/").status_code == 404
