"""Pages of pupil premium plus: who opens them, the whole way of a pound, files, equal statements."""

import io

import pytest
from openpyxl import load_workbook

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent, Job
from lac.models import PremiumCost, PremiumFunding, PremiumRequest
from tests.factories import TODAY, MembershipFactory, PupilFactory, SchoolFactory, member
from tests.lac.premium_makers import a_request, a_sum, agreed, in_care, paid
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/premium/"
MAY = {
    Role.DESIGNATED_TEACHER,
    Role.SENDCO,
    Role.HEAD,
    Role.DEPUTY,
}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school, first_name="Mo", last_name="Zebra")
    in_care(pupil, placing_authority="Norfolk")
    return pupil


@pytest.fixture
def keeper(school):
    return client_of(member(school, Role.DESIGNATED_TEACHER))


def of(pupil, end=""):
    return f"/oakfield/children/{pupil.pk}/premium/{end}"


def sent(client, url, **said):
    """Fill in the form of a page and send it."""
    form = client.get(url).context["form"]
    known = {
        name: form.initial.get(name, field.initial)
        for name, field in form.fields.items()
        if form.initial.get(name, field.initial) is not None
    }
    return client.post(url, known | said)


@pytest.mark.parametrize("role", Role)
def test_who_sees_what_it_pays_for(school, pupil, role):
    a_sum(pupil, note="PREMIUMMARK")
    client = client_of(member(school, role))
    for url in (URL, of(pupil)):
        answer = client.get(url)
        if role in MAY:
            assert answer.status_code == 200 and "£2,630.00 held" in text_of(answer)
        else:
            assert answer.status_code in (403, 404)
    tabs = client.get(f"/oakfield/children/{pupil.pk}/care/")
    assert (of(pupil) in tabs.content.decode()) == (role in MAY)
    may_keep = role == Role.DESIGNATED_TEACHER
    for end in ("sum/", "request/"):
        assert (client.get(of(pupil, end)).status_code == 200) == may_keep


def test_another_schools_child_is_not_there(pupil):
    other = client_of(member(SchoolFactory(slug="elsewhere"), Role.DESIGNATED_TEACHER))
    row = a_sum(pupil)
    for url in (of(pupil), of(pupil, "sum/"), f"{URL}sums/{row.pk}/change/"):
        assert other.get(url).status_code == 404
        assert other.get(url.replace("oakfield", "elsewhere")).status_code == 404
        assert other.post(url.replace("oakfield", "elsewhere")).status_code in (404, 405)


def test_the_way_of_a_pound(school, pupil, keeper):
    sent(keeper, of(pupil, "sum/"), kind="part", pounds="600.00", payer="vs", on="20 Apr 2026")
    no_target = keeper.get(of(pupil, "request/"))
    assert "There is no target yet" in text_of(no_target)
    target = a_target(pupil)
    sent(
        keeper,
        of(pupil, "request/"),
        target=str(target.pk),
        what="Ten sessions with a tutor",
        intended="Reads 8 of 10 words.",
        pounds="450.50",
        starts_on="14 Sep 2026",
        review_on="20 Nov 2026",
    )
    row = PremiumRequest.objects.get()
    assert (row.payer, row.planned_pence, row.financial_year) == ("vs", 45_050, 2026)
    step = f"{URL}requests/{row.pk}/step/"
    assert "Record what was paid" not in text_of(keeper.get(of(pupil)))
    sent(keeper, f"{step}?to=asked", on="7 Sep 2026")
    refused = keeper.post(f"{URL}requests/{row.pk}/cost/", {"on": "8 Sep 2026", "pounds": "1"})
    assert refused.status_code == 200 and not PremiumCost.objects.exists()
    sent(keeper, f"{step}?to=agreed", on="10 Sep 2026", who="Ana Silva, adviser")
    for _ in range(2):  # another press of the same page adds nothing
        form = keeper.get(f"{URL}requests/{row.pk}/cost/").context["form"]
    said = {"key": form.initial["key"], "on": "1 Oct 2026", "pounds": "460.50", "what": "Tutor"}
    for _ in range(2):
        keeper.post(f"{URL}requests/{row.pk}/cost/", said)
    assert PremiumCost.objects.count() == 1
    page = text_of(keeper.get(of(pupil)))
    assert "£460.50 of £450.50 spent" in page and "by £10.00" in page and "no receipt" in page
    assert "Nobody has said since" in page
    year = text_of(keeper.get(URL))
    assert "£600.00 held, £460.50 spent" in year and "£139.50 free" in year
    assert "It adds up to the penny" in year and "Say what it changed" in year
    impact = f"{URL}requests/{row.pk}/impact/"
    sent(keeper, impact, impact="met", impact_words="Reads 9 of 10.", impact_on="20 Nov 2026")
    assert "It did what it was for" in text_of(keeper.get(URL))
    assert PremiumFunding.objects.get().pence == 60_000


def test_the_schools_own_money_is_agreed_without_asking(pupil, keeper):
    row = a_request(pupil, payer="school")
    page = keeper.get(of(pupil)).content.decode()
    assert "?to=agreed" in page and "?to=asked" not in page
    sent(keeper, f"{URL}requests/{row.pk}/step/?to=agreed", on="10 Sep 2026", who="Head")
    row.refresh_from_db()
    assert row.is_agreed


def test_a_step_that_is_not_open_is_said(pupil, keeper):
    row = a_request(pupil)
    for to in ("refused", "nonsense"):
        answer = keeper.get(f"{URL}requests/{row.pk}/step/?to={to}", follow=True)
        assert "That step is not open" in text_of(answer)


def test_the_return_has_every_cost_and_only_the_virtual_schools_money(school, pupil, keeper):
    a_sum(pupil, 60_000)
    paid(agreed(a_request(pupil, 50_000)), 12_345, receipt="=R-7")
    own = PupilFactory(school=school, last_name="Ours")
    in_care(own, "previously")
    a_sum(own, 263_000, payer="school")
    page = keeper.get(f"{URL}return/?year=2026")
    sheet = load_workbook(io.BytesIO(page.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == ["Mo Zebra", "Mo Zebra"]
    use, total = rows[1], rows[2]
    assert (use[0], float(use[6]), float(use[7])) == ("Norfolk", 500, 123.45)
    assert sheet.cell(2, 9).data_type == "s"  # a text, never a formula
    assert [float(total[i]) for i in (7, 12, 13)] == [123.45, 600, 476.55]
    told = AuditEvent.objects.get(action="export_premium")
    assert told.pupil_ids == [pupil.pk]
    assert "Zebra" not in page["Content-Disposition"]


def test_a_rate_of_the_federation_stands_instead_of_none(school, keeper):
    assert "not known here" in text_of(keeper.get(URL))
    assert keeper.get(f"{URL}rate/").status_code == 403
    user = member(school, Role.DESIGNATED_TEACHER)
    MembershipFactory(school=school, role=Role.SENDCO, user=user)
    both = client_of(user)
    sent(
        both, f"{URL}rate/", rate_for="lac", financial_year="2026", pounds="2690", source="DfE page"
    )
    page = text_of(both.get(URL))
    assert "Looked-after children: £2,690.00 DfE page" in page
    assert "Previously looked-after children: not known here" in page


def test_the_usual_sum_is_the_years_rate(pupil, keeper):
    initial = keeper.get(of(pupil, "sum/?year=2025")).context["form"].initial
    assert (initial["pounds"], initial["payer"]) == (2630, "vs")
    assert initial["on"].isoformat() == "2026-03-31"


def test_a_target_that_may_not_be_read_is_not_named(school, pupil, keeper):
    target = a_target(pupil, text="SECRETAIM in counselling.", sensitivity=3)
    a_request(pupil, target=target)
    for url in (URL, of(pupil)):
        page = text_of(keeper.get(url))
        assert "SECRETAIM" not in page and "may not read" in page


def test_it_prints_as_a_job_for_who_may_see_it(pupil, keeper):
    a_sum(pupil)
    answer = keeper.post(of(pupil, "print/"), {"year": "2026"})
    assert answer.status_code == 302 and Job.objects.count() == 1


def test_a_page_of_thirty_children_asks_no_more_than_one_of_three(school, keeper):
    def more(number):
        with rebuilt_once():
            for n in range(number):
                child = PupilFactory(school=school, last_name=f"Child {n}")
                in_care(child)
                a_sum(child)
                paid(agreed(a_request(child)), 100)

    more(3)
    few = statements(keeper, URL)
    more(27)
    assert len(statements(keeper, URL)) == len(few) <= OF_EVERY_REQUEST + 8


def test_all_schools_on_one_page(pupil):
    other = SchoolFactory(slug="elsewhere", federation=pupil.school.federation)
    child = PupilFactory(school=other, last_name="Yak")
    hidden = PupilFactory(
        school=SchoolFactory(slug="third", federation=other.federation), last_name="Xerus"
    )
    for each in (pupil, child, hidden):
        in_care(each) if each != pupil else None
        a_sum(each, 10_000)
    user = member(pupil.school, Role.DESIGNATED_TEACHER)
    MembershipFactory(school=other, role=Role.DESIGNATED_TEACHER, user=user)
    page = text_of(client_of(user).get("/federation/premium/"))
    assert "Zebra" in page and "Yak" in page and "Xerus" not in page and "£200.00 held" in page
    assert TODAY.year == 2026
