"""Pages of what a plan says: entered, pasted, compared, counted; who may read what."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from ehcp.models import PlanLine, PlanVersion
from ehcp.services.standing import add_terms
from ehcp.services.versions import check_version
from provision.models import Promise
from provision.rules.promised import kept
from provision.services.owed import ReleasedLine, release_delivery
from provision.services.provisions import Members, add_provision
from tests.access import access_of
from tests.ehcp.makers import day, make_plan
from tests.ehcp.test_sections import HELP, SPEECH, LineFacts, version_with, write
from tests.factories import SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def plan(school):
    return make_plan("2025-11-24", school=school)


@pytest.fixture
def sendco(client, school):
    user = member(school)
    access_of(user, school)
    client.force_login(user)
    return user


def text_of(page) -> str:
    return page.content.decode()


def boxes(page) -> dict[str, str]:
    """What a browser would send of a section's form, untouched."""
    form = page.context["form"]
    found = {name: form[name].value() for name in ("mark", "count")}
    for row in form.rows:
        for field in row:
            value = field.value()
            found[field.html_name] = value if value is not None else ""
    return found


def test_a_version_is_taken_in_once(client, school, sendco, plan):
    url = f"/{school.slug}/plans/{plan.pk}/wording/add/"
    key = client.get(url).context["form"].initial["key"]
    facts = {
        "kind": "final", "served_on": "24 Nov 2025", "local_authority": "Norfolk", "key": key,
    }  # fmt: skip
    first, again = client.post(url, facts), client.post(url, facts)
    assert first["Location"] == again["Location"] == f"/{school.slug}/plan-versions/{key}/"
    assert PlanVersion.objects.get(school=school).pk == key
    assert "Paste its text" in text_of(client.get(first["Location"]))


def test_a_section_is_written_in_rows(client, school, sendco, plan):
    version = version_with(plan)
    url = f"/{school.slug}/plan-versions/{version.pk}/section/f/"
    said = boxes(client.get(url)) | {
        "l1-text": "Reading with an adult.", "l1-number": "F1", "l1-sessions_a_week": "3",
        "l1-minutes": "20", "l3-text": "Rest.", "l3-page": "7",
    }  # fmt: skip
    assert client.post(url, said).status_code == 302
    first, second = PlanLine.objects.filter(school=school).order_by("position")
    assert (first.number, first.minutes_a_week) == ("F1", 60)
    assert (second.text, second.page, second.is_counted) == ("Rest.", 7, False)
    # Without its words a line goes.
    said = boxes(client.get(url)) | {"l1-text": ""}
    client.post(url, said)
    assert [line.text for line in PlanLine.objects.filter(school=school)] == ["Rest."]


def test_a_stale_section_shows_both(client, school, sendco, plan):
    version = version_with(plan)
    url = f"/{school.slug}/plan-versions/{version.pk}/section/b/"
    said = boxes(client.get(url)) | {"l1-text": "Mine."}
    write(version, "B", [LineFacts("Theirs.", "B1")])
    page = client.post(url, said)
    assert "Somebody else changed this" in text_of(page)
    assert "Theirs." in text_of(page)
    assert "Mine." in text_of(page)
    assert [line.text for line in PlanLine.objects.filter(school=school)] == ["Theirs."]


def test_a_wrong_amount_is_said_at_its_line(client, school, sendco, plan):
    version = version_with(plan)
    url = f"/{school.slug}/plan-versions/{version.pk}/section/f/"
    said = boxes(client.get(url)) | {"l1-text": "Reading.", "l1-sessions_a_week": "3"}
    page = client.post(url, said)
    assert "Give sessions a week and minutes each" in text_of(page)
    assert not PlanLine.objects.filter(school=school).exists()


def test_a_paste_is_seen_before_it_is_kept(client, school, sendco, plan):
    version = version_with(plan)
    url = f"/{school.slug}/plan-versions/{version.pk}/paste/"
    mark = client.get(url).context["form"].initial["mark"]
    text = (
        "Section B\n1. She tires.\nSection F\n1. An adult helps for 15 hours a week.\nSection K\n"
        "Author | Profession | Date\nDr A. Reed | Psychologist | 3 May 2026"
    )
    said = {"text": text, "section": "", "mark": mark}
    page = text_of(client.post(url, said | {"preview": "1"}))
    assert "15 hours a week" in page
    assert not PlanLine.objects.filter(school=school).exists()
    assert client.post(url, said | {"add": "1"}).status_code == 302
    again = client.post(url, said | {"add": "1"})
    assert "Somebody else changed this" in text_of(again)
    assert PlanLine.objects.filter(school=school).count() == 3
    advice = PlanLine.objects.get(school=school, section="K")
    assert (advice.author, advice.of_on) == ("Dr A. Reed", dt.date(2026, 5, 3))


def test_what_hangs_loose_is_on_the_page(client, school, sendco, plan):
    version = version_with(plan, LineFacts("Regular access to a therapist.", "F1"))
    page = text_of(client.get(f"/{school.slug}/plan-versions/{version.pk}/"))
    assert "It leads to no outcome" in page
    assert "Regular" in page
    assert "reg 12(1)" in page


def test_a_checked_final_plan_promises(client, school, sendco, plan):
    version = version_with(plan, HELP)
    url = f"/{school.slug}/plan-versions/{version.pk}/check/"
    assert "read every line" in text_of(client.get(url))
    client.post(url)
    client.post(url)
    assert Promise.objects.get(school=school).minutes_a_week == 900
    assert "15 hours a week" in text_of(client.get(f"/{school.slug}/plans/{plan.pk}/"))


class TestComparing:
    @pytest.fixture
    def amended(self, plan):
        old = version_with(plan, HELP)
        check_version(version=old, by=None)
        less = LineFacts("A teaching assistant may help for 12 hours a week.", "F1")
        return version_with(plan, less, kind="amended", served="2026-11-16")

    def test_the_page_names_what_is_less_and_the_last_day(self, client, school, sendco, amended):
        page = text_of(client.get(f"/{school.slug}/plan-versions/{amended.pk}/compare/"))
        assert "Provision reduced" in page
        assert "900 min a week" in page
        assert "Mon 30 Nov" in page
        assert "8 days left" in page
        assert "reg 22(2)(c)" in page

    @pytest.mark.parametrize(
        ("served", "words"),
        [
            ("2026-11-23", "15 days left"),
            ("2026-11-10", "2 days left"),
            ("2026-11-09", "1 day left"),
            ("2026-11-08", "The last day to comment was"),
        ],
    )
    def test_the_days_that_are_left(self, client, school, sendco, plan, served, words):
        version_with(plan, HELP)
        draft = version_with(plan, HELP, kind="draft", served=served)
        page = text_of(client.get(f"/{school.slug}/plan-versions/{draft.pk}/compare/"))
        assert words in page
        assert "reg 13(1)(a)" in page

    def test_a_version_of_another_child_is_not_compared(self, client, school, sendco, amended):
        other = version_with(make_plan("2025-11-24", school=school), LineFacts("Secret.", "F1"))
        url = f"/{school.slug}/plan-versions/{amended.pk}/compare/?with={other.pk}"
        assert "Secret." not in text_of(client.get(url))
        assert client.get(f"{url}nonsense").status_code == 200

    def test_nothing_to_compare_with(self, client, school, sendco, plan):
        only = version_with(plan, HELP)
        page = client.get(f"/{school.slug}/plan-versions/{only.pk}/compare/")
        assert "no older version" in text_of(page)


class TestLedger:
    def test_each_line_week_by_week(self, client, school, sendco, plan):
        vague = LineFacts("Regular therapy.", "F2")
        check_version(version=version_with(plan, HELP, vague), by=None)
        page = client.get(f"/{school.slug}/plans/{plan.pk}/section-f/")
        (line,) = page.context["ledger"].lines
        assert sum(w.each.kept.promised for w in line.weeks) == line.term.kept.promised
        assert "Lines without a weekly amount" in text_of(page)
        assert "Nothing is planned for it" in text_of(page)

    def test_parents_get_what_the_head_released_alone(self, client, school, sendco, plan):
        check_version(version=version_with(plan, HELP), by=None)
        url = f"/{school.slug}/plans/{plan.pk}/section-f/parents/"
        assert "Nothing is released" in text_of(client.get(url))
        promise = Promise.objects.get(school=school)
        release_delivery(
            pupil=plan.pupil, first=day("2026-09-07"), last=day("2026-09-11"),
            lines=[ReleasedLine(promise, kept(900, 600, 540, 60))], by=sendco,
        )  # fmt: skip
        page = text_of(client.get(url))
        assert "540" in page
        assert "7 September 2026 to 11 September 2026" in page


@pytest.mark.parametrize("lines", [3, 30])
def test_statements_do_not_grow_with_the_plan(client, school, sendco, plan, lines):
    version = version_with(
        plan,
        *(
            LineFacts(f"Reading in way {n} for 3 hours a week.", f"F{n}", hours_a_week=3)
            for n in range(lines)
        ),
    )
    check_version(version=version, by=None)
    base = f"/{school.slug}/plan-versions/{version.pk}/"
    for url in (
        base,
        f"{base}section/f/",
        f"{base}compare/",
        f"/{school.slug}/plans/{plan.pk}/section-f/",
        f"/{school.slug}/plans/{plan.pk}/wording/",
    ):
        client.get(url)
        assert len(statements(client, url)) <= 8 + OF_EVERY_REQUEST, url


def test_the_childs_page_says_what_section_f_promises(client, school, sendco, plan):
    url = f"/{school.slug}/children/{plan.pupil_id}/"
    assert "hours a week" not in text_of(client.get(url))
    check_version(version=version_with(plan, HELP, SPEECH), by=None)
    assert "16 hours a week" in text_of(client.get(url))


class TestAdults:
    @pytest.mark.parametrize(("kind", "is_law"), [("final", True), ("draft", False)])
    def test_whoever_gives_it_reads_that_the_law_asks_for_it(
        self, client, school, plan, kind, is_law
    ):
        lsa = member(school, Role.LSA)
        check_version(version=version_with(plan, HELP, kind=kind), by=None)
        add_provision(
            school=school,
            members=Members((plan.pupil,), tuple(Promise.objects.filter(school=school))),
            by=None, name="Help", starts_on=day("2026-09-01"), staff_role="lsa", staff=lsa,
            sessions_a_week=5, minutes=180, weeks=39,
        )  # fmt: skip
        client.force_login(lsa)
        assert ("owed by law" in text_of(client.get(f"/{school.slug}/sessions/"))) is is_law
        assert ("owed by law" in text_of(client.get(f"/{school.slug}/"))) is is_law


class TestReaders:
    def test_dates_alone_for_whoever_does_not_read_needs(self, client, school, plan):
        version = version_with(plan, LineFacts("Her own words.", "F1"))
        client.force_login(member(school, Role.SEND_ADMINISTRATOR))
        for url in (f"plan-versions/{version.pk}/", f"plan-versions/{version.pk}/compare/",
                    f"plans/{plan.pk}/section-f/", f"plans/{plan.pk}/section-f/parents/"):  # fmt: skip
            page = client.get(f"/{school.slug}/{url}")
            assert page.status_code == 200
            assert "Her own words." not in text_of(page)
        assert client.post(f"/{school.slug}/plan-versions/{version.pk}/check/").status_code == 403

    def test_care_for_those_who_read_sensitive_text(self, client, school, plan):
        version = version_with(plan)
        write(version, "D", [LineFacts("A social worker visits.", "D1")])
        client.force_login(member(school, Role.PHASE_LEADER, year_groups=["4"]))
        page = client.get(f"/{school.slug}/plan-versions/{version.pk}/")
        assert page.status_code == 200
        assert "A social worker visits." not in text_of(page)

    def test_another_school_has_none_of_it(self, client, school, sendco, plan):
        version = version_with(make_plan("2025-11-24", school=SchoolFactory()))
        for part in ("", "correct/", "check/", "remove/", "paste/", "compare/", "section/f/"):
            url = f"/{school.slug}/plan-versions/{version.pk}/{part}"
            assert client.get(url).status_code == 404

    def test_no_section_of_that_name(self, client, school, sendco, plan):
        version = version_with(plan)
        url = f"/{school.slug}/plan-versions/{version.pk}/section/z/"
        assert client.get(url).status_code == 404


class TestStanding:
    def test_funding_in_pounds(self, client, school, sendco, plan):
        url = f"/{school.slug}/plans/{plan.pk}/terms/add/"
        said = {
            "starts_on": "1 Sep 2026", "band": "D", "top_up_pence": "5400.50",
            "placement": "base", "setting": "The Nest",
        }  # fmt: skip
        assert client.post(url, said).status_code == 302
        terms = plan.terms.get()
        assert terms.top_up_pence == 540_050
        page = text_of(client.get(f"/{school.slug}/plans/{plan.pk}/"))
        assert "£5,400.50" in page
        assert "The Nest" in page
        change = f"/{school.slug}/plan-terms/{terms.pk}/change/"
        form = client.get(change).context["form"]
        assert client.post(change, said | {"band": "E", "version": form.initial["version"]})
        terms.refresh_from_db()
        assert (terms.band, terms.top_up_pence) == ("E", 540_050)

    def test_a_stale_save_shows_the_money_in_pounds(self, client, school, sendco, plan):
        facts = {"band": "D", "placement": "sole", "setting": ""}
        terms = add_terms(
            plan=plan, starts_on=day("2026-09-01"), top_up_pence=540_000, by=None, **facts
        )
        said = facts | {"starts_on": "1 Sep 2026", "top_up_pence": "6000", "version": "old"}
        page = client.post(f"/{school.slug}/plan-terms/{terms.pk}/change/", said)
        assert "The record now says: £5400.00" in text_of(page)

    def test_a_move_from_another_council_sets_days(self, client, school, sendco, plan):
        url = f"/{school.slug}/plans/{plan.pk}/moved-in/"
        said = {
            "from_authority": "Suffolk", "moved_on": "2 Nov 2026", "aware_on": "2 Nov 2026",
            "transferred_on": "9 Nov 2026", "version": "new",
        }  # fmt: skip
        assert client.post(url, said).status_code == 302
        page = text_of(client.get(f"/{school.slug}/plans/{plan.pk}/"))
        assert "Mon 21 Dec" in page  # six weeks after the transfer
        assert "reg 15(4)" in page
        early = client.post(url, said | {"transferred_on": "1 Nov 2026"})
        assert "on the day of the move or later" in text_of(early)
