"""The funding page: each stream from its one source, corrections, who may see, the workbook."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from aylsham.access.roles import Role
from lac.models import PremiumFunding
from provision.models import FundingSum
from provision.services.element_3 import add_letter
from provision.services.funding import add_funding_sum
from reports.models import InclusionStrategy
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

URL = "/oakfield/funding/"
DEAR = {"sessions_a_week": 10, "minutes": 60, "pence_an_hour": 7_000}  # £7,000 in ten weeks


@pytest.fixture
def school(db, today):
    return SchoolFactory(slug="oakfield", la_code="926", year_groups=["R", "1", "2"])


def received(school, pence, stream="notional", year=2026, **more):
    facts = {"is_returned": False, "on": TODAY, "source": "Budget share"} | more
    return add_funding_sum(
        school=school, by=None, pence=pence, stream=stream, financial_year=year, **facts
    )


def said_of(sum_of, form, **more):
    return {
        "key": form.initial["key"],
        "financial_year": sum_of.financial_year,
        "stream": sum_of.stream,
        "pounds": "0",
        "on": "2026-11-23",
        "source": sum_of.source,
        "why": "Read from the wrong line",
    } | more


def streams_of(client, **query):
    page = client.get(URL, query).context["page"]
    return {line.sum.stream: line.sum for line in page.streams}, page


def test_each_stream_comes_from_its_one_source(school):
    child = PupilFactory(school=school, year_group="1")
    given(school, child, name="Dear", **DEAR, funding="notional")
    given(school, child, name="Cheap", pence_an_hour=1_000, funding="cohort")  # £150
    before = {"starts_on": dt.date(2026, 1, 5)}  # over before April
    given(school, child, name="Of last year", **DEAR, **before, funding="notional")
    received(school, 900_000)
    received(school, 100_000, is_returned=True)
    letter = {"financial_year": 2026, "part": "cohort", "total_pence": 50_000, "sure": "V"}
    add_letter(school=school, lines=(), by=None, **letter)
    InclusionStrategy.objects.create(
        school=school, first_year=2026, last_year=2026, fund_pence=1_400_000
    )
    client = client_of(member(school))
    streams, page = streams_of(client)
    # Today's two sessions are not logged: what nobody gave is not spent.
    assert streams["notional"].flow.not_given == 14_000
    assert (streams["notional"].received, streams["notional"].left) == (800_000, 114_000)
    assert (streams["cohort"].received, streams["cohort"].flow.planned) == (50_000, 15_000)
    assert streams["imf"].received == 1_400_000
    assert streams["senif"].received is None
    assert not {"core", "plus"} & streams.keys()  # nothing to say of them
    assert page.proof.is_sound and page.whole == 715_000
    assert [line.against.above for line in page.above] == [115_000]
    [cohort] = client.get(URL).context["cohorts"]
    assert (cohort.name, cohort.children, cohort.planned) == ("Year 1", 1, 715_000)
    # A paper of the fund goes before what the strategy says.
    received(school, 1_399_900, stream="imf")
    assert streams_of(client)[0]["imf"].received == 1_399_900
    assert len(statements(client, URL)) <= OF_EVERY_REQUEST + 9


def test_what_runs_over_the_31st_of_march_has_a_part_in_each_year(school):
    """Ten weeks from the 3rd of March: 29 days of 67 fall on the old year, 38 on the new one."""
    twins = [PupilFactory(school=school) for _ in range(3)]
    row = given(school, *twins, name="Dear", **DEAR, starts_on=dt.date(2026, 3, 3))
    assert (row.ends_on - row.starts_on).days + 1 == 67
    client = client_of(member(school))
    pages = [streams_of(client, year=year)[1] for year in (2025, 2026)]
    planned = [page.flow.planned for page in pages]
    assert planned == [302_985, 397_015]
    assert all(page.proof.is_sound for page in pages)
    assert pages[0].flow.after == 397_015 and pages[1].flow.after == 0
    # Nobody logged anything, and all of it is over; nothing was planned on bank holidays.
    so_far = [page.flow.so_far for page in pages]
    assert so_far == [294_000, 350_000]
    assert [page.flow.coming for page in pages] == [0, 0]
    by_child = [{c.pupil.pk: c.against.spent for c in page.children} for page in pages]
    each = [sum(year[child.pk] for year in by_child) for child in twins]
    assert sum(each) == 700_000 and max(each) - min(each) <= 1


def test_a_sum_is_put_right_once_and_the_old_one_stays(school):
    wrong = received(school, 900_000)
    client = client_of(member(school))
    url = f"{URL}received/{wrong.pk}/correct/"
    form, second = (client.get(url).context["form"] for _ in range(2))
    # Into another year: it counts there, and no longer here.
    moved = said_of(wrong, form, pounds="8500", financial_year=2025)
    for _ in range(2):  # pressed twice
        assert client.post(url, moved).status_code == 302
    late = client.post(url, said_of(wrong, second, pounds="1"))
    assert "put this sum right already" in text_of(late)
    assert FundingSum.objects.count() == 2
    assert streams_of(client)[0]["notional"].received is None
    assert streams_of(client, year=2025)[0]["notional"].received == 850_000
    page = client.get(URL)
    assert "Read from the wrong line" in text_of(page) and "<s>£9,000.00</s>" in page.text
    # Nothing takes it out.
    right = FundingSum.objects.get(corrects=wrong)
    url = f"{URL}received/{right.pk}/correct/"
    client.post(url, said_of(right, client.get(url).context["form"]))
    assert streams_of(client, year=2025)[0]["notional"].received is None


def test_what_is_typed_is_checked(school):
    client = client_of(member(school))
    form = client.get(f"{URL}received/add/").context["form"]
    said = {"key": form.initial["key"], "financial_year": 2026, "stream": "daf", "source": "Letter"}
    said |= {"on": "2026-11-23", "pounds": "938.00"}
    for bad in ({"stream": "plus"}, {"pounds": "0"}, {"on": "2026-11-24"}, {"source": ""}):
        assert client.post(f"{URL}received/add/", said | bad).status_code == 200
    for _ in range(2):  # pressed twice
        client.post(f"{URL}received/add/", said)
    assert [row.pence for row in FundingSum.objects.all()] == [93_800]
    # A school without early years is not offered their funds.
    school.year_groups = ["3", "4"]
    school.save()
    assert client.post(f"{URL}received/add/", said | {"key": ""}).status_code == 200


def test_who_may_not_see_care_sees_no_line_of_it(school):
    child = PupilFactory(school=school)
    given(school, child, name="Tutor", pence_an_hour=1_000, funding="plus")
    PremiumFunding.objects.create(
        school=school, pupil=child, financial_year=2026, payer="vs", kind="part", pence=60_000,
        on=TODAY,
    )  # fmt: skip
    streams, page = streams_of(client_of(member(school)))
    # The tutor stands on the map, and with the child's money: it counts from there alone.
    assert (streams["plus"].received, streams["plus"].flow.planned) == (60_000, 0)
    assert page.plus_on_map == 15_000 and page.proof.is_sound
    assistant = client_of(member(school, Role.ASSISTANT_SENDCO))
    streams, page = streams_of(assistant)
    assert "plus" not in streams and page.proof.is_sound
    assert "£600.00" not in text_of(assistant.get(URL))
    assert client_of(member(school, Role.CLASS_TEACHER)).get(URL).status_code == 403


def test_the_workbook_names_no_child_and_leaves_out_what_is_confidential(school):
    child = PupilFactory(school=school, first_name="Zebedee", last_name="Quill", year_group="2")
    given(school, child, name="Dear", **DEAR)
    given(school, child, name="Secret", **DEAR, is_confidential=True)
    received(school, 900_000)
    answer = client_of(member(school)).get(f"{URL}sheet/")
    book = load_workbook(io.BytesIO(answer.content))
    cells = {str(cell) for sheet in book for row in sheet.values for cell in row}
    assert not {"Quill", "Zebedee", "Zebedee Quill", "Secret"} & cells
    rows = {row[0]: row for row in book["Funding"].values}
    assert [float(each) for each in rows["Together"][1:3]] == [9000, 7000]
    [_, child_row] = book["Costed case by child"].values
    assert child_row[:3] == ("Child 1", "Year 2", 7000)
    assert book["Provision"]["A2"].value == "Dear"
