"""The pages of EHC plans with Tab, Enter and arrows alone: seen, in order, never caught."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, EhcPlan, NeedsAssessment, PlanVersion, ProposedReview
from ehcp.services.review_meetings import set_up_meeting
from pupils.models import Pupil
from tests.browser.journeys.keys import Keys
from tests.browser.journeys.tabbing import walk

SLUG = "bure-valley"
SENDCO = "sendco@demo.example"
CALENDAR = f"/{SLUG}/reviews/calendar/"


@pytest.fixture
def pages(transactional_db) -> dict[str, str]:
    """The addresses of the four ways: assessment, review, calendar, comparison."""
    with school_transaction(*School.objects.filter(slug=SLUG)):
        asked = NeedsAssessment.objects.filter(school__slug=SLUG).latest("received_on", "pk")
        amended = PlanVersion.objects.filter(school__slug=SLUG, kind="amended").latest("pk")
        proposed = ProposedReview.objects.filter(school__slug=SLUG).latest("meeting_on", "pk")
        review = _with_meeting()
    child = f"/{SLUG}/children/{asked.pupil_id}/assessment/"
    reviews = f"/{SLUG}/reviews/"
    return {
        "assessment": child,
        "legal test": f"{child}case/",
        "review": f"{reviews}{review.pk}/",
        "meeting": f"{reviews}{review.pk}/meeting/",
        "calendar": CALENDAR,
        "a day": f"{CALENDAR}{proposed.pk}/",
        "heat map": "/federation/reviews/calendar/",
        "compare": f"/{SLUG}/plan-versions/{amended.pk}/compare/",
        "wording": f"/{SLUG}/plan-versions/{amended.pk}/",
        "plan": f"/{SLUG}/plans/{amended.plan_id}/",
    }


def _with_meeting() -> AnnualReview:
    """A planned review with time and place."""
    rows = AnnualReview.objects.filter(school__slug=SLUG, is_held=False)
    review = rows.select_related("plan__pupil__school", "school").latest("meeting_on", "pk")
    if not review.meetings.exists():
        by = User.objects.get(email=SENDCO)
        facts = {"starts_at": dt.time(9, 30), "length": 60, "place": "Rainbow room", "chair": by}
        set_up_meeting(review=review, key=uuid4(), by=by, **facts)
    return review


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_walked_from_the_top_to_the_end(open_person, pages, width):
    sendco = open_person(width=width, height=800).come_back_as(SENDCO)
    wrong = {name: found for name, path in pages.items() if (found := walk(sendco.go(path).page))}
    assert wrong == {}
    assert sendco.faults == []


def test_what_has_no_focus_to_be_seen_is_found(open_person, pages):
    """The walk itself: planted faults are named."""
    sendco = open_person().come_back_as(SENDCO).go(pages["legal test"])
    sendco.page.evaluate("""() => {
        const main = document.querySelector('main')
        main.insertAdjacentHTML('beforeend', `<a href="#x" id="plain">Plain</a>
            <a href="#x" id="first">First</a>
            <button id="hidden">Hidden</button>`)
        for (const [id, name, value] of [['plain', 'outline', 'none'], ['plain', 'boxShadow', 'none'],
            ['hidden', 'width', '0'], ['hidden', 'padding', '0'], ['hidden', 'border', '0'],
            ['hidden', 'overflow', 'hidden']])
            document.getElementById(id).style[name] = value
        document.getElementById('first').tabIndex = 1
    }""")
    found = " ".join(walk(sendco.page))
    assert "Plain: no focus to be seen" in found
    assert "First: out of order" in found
    assert "Hidden: without size" in found


def test_a_request_is_recorded(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        taken = [*NeedsAssessment.objects.values_list("pupil_id", flat=True)]
        taken += EhcPlan.objects.maintained().values_list("pupil_id", flat=True)
        rows = Pupil.objects.filter(school__slug=SLUG, class_group__isnull=False, closed_on=None)
        child = rows.exclude(pk__in=taken).latest("last_name", "pk")
    keys = Keys(open_person().come_back_as(SENDCO).go(f"/{SLUG}/children/{child.pk}/assessment/"))
    keys.follow("Look at the legal test")
    keys.follow("Record a request")
    keys.reach("The school")
    keys.press("Space")
    _answer(keys, "requested_on", "16 Nov 2026")
    _answer(keys, "local_authority", "Norfolk")
    _answer(keys, "received_on", "17 Nov 2026")
    keys.reach("What shows it")
    keys.press("ArrowDown")
    with keys.page.expect_navigation():
        _to_button(keys, "Record the request")
    assert "Tue 29 Dec" in keys.person.text  # six weeks for the decision
    assert keys.person.faults == []


def test_a_review_is_moved_and_locked(open_person, transactional_db):
    keys = Keys(open_person().come_back_as(SENDCO).go(CALENDAR))
    keys.follow("Move or lock")
    pk = keys.page.url.rstrip("/").rpartition("/")[2]
    row = keys.page.locator(".ay-days tbody tr:has-text('Free')").last
    _answer(keys, "meeting_on", row.locator("th").inner_text().split(" to ")[0])
    keys.reach("Time")
    keys.type(row.locator("td").inner_text().removeprefix("Free").split(",")[0].strip())
    keys.press("Tab")
    keys.page.wait_for_selector("#reason:has-text('It fits')")
    keys.press("Shift+Tab")
    keys.reach("Lock it")
    keys.press("Space")
    with keys.page.expect_navigation():
        _to_button(keys, "Keep it")
    assert "The calendar is changed" in keys.page.inner_text("body")
    with school_transaction(*School.objects.filter(slug=SLUG)):
        assert ProposedReview.objects.get(pk=pk).is_locked


def test_the_meeting_is_written_down(open_person, pages):
    keys = Keys(open_person().come_back_as(SENDCO).go(pages["meeting"]))
    keys.reach("Whose opinion")
    keys.type("Mother")
    keys.reach("What they say")
    keys.type("Asks for a smaller group.")
    with keys.page.expect_navigation():
        _to_button(keys, "Keep it, and any action")
    boxes = keys.page.get_by_label("What they say")
    assert "Asks for a smaller group." in boxes.first.input_value()
    assert keys.person.faults == []


def test_what_is_less_is_reached_from_the_plan(open_person, pages):
    keys = Keys(open_person().come_back_as(SENDCO).go(pages["wording"]))
    keys.follow("Compare")
    assert "/compare/" in keys.page.url
    assert keys.person.faults == []


def _answer(keys: Keys, name: str, words: str) -> None:
    """Tab on to the field of this name, and type in place of what stands there."""
    for _ in range(150):
        keys.press("Tab")
        if keys.page.evaluate("document.activeElement.name") == name:
            keys.press("Control+a")
            keys.type(words)
            return
    raise AssertionError(f"No Tab reaches {name}.")


def _to_button(keys: Keys, words: str) -> None:
    keys.reach(words)
    keys.press("Enter")
