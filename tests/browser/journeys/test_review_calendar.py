"""A term's reviews are planned, one parent cannot come, the rest is planned again; one is dragged."""

from uuid import UUID

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import ProposedReview
from tests.browser.journeys.conftest import work_off

SLUG = "bure-valley"
PAGE = f"/{SLUG}/reviews/calendar/"


def _rows() -> dict:
    with school_transaction(*School.objects.filter(slug=SLUG)):
        rows = ProposedReview.objects.filter(school__slug=SLUG, meeting_on__isnull=False)
        return {row.pk: row for row in rows.order_by("meeting_on", "pk")}


def _has_time(row: ProposedReview) -> bool:
    """Nobody has fixed it, and it can wait for two weeks."""
    is_fixed = row.is_locked or row.review_id is not None
    return not is_fixed and (row.legal_on - row.meeting_on).days > 14


def _plan(sendco) -> None:
    """Press “Plan the rest for me”, and let a worker do it."""
    sendco.go(PAGE)
    sendco.page.locator("summary", has_text="Plan the rest for me").click()
    sendco.fill(until="year").press("Plan the rest for me")
    work_off("review_calendar")
    sendco.go(PAGE)


def test_one_parent_cannot_come_and_the_rest_stays(open_person, transactional_db):
    sendco = open_person().come_back_as("sendco@demo.example")
    _plan(sendco)
    assert "without a day" not in sendco.text
    before = _rows()
    moved = next(row for row in before.values() if _has_time(row))
    sendco.go(f"{PAGE}{moved.pk}/")
    sendco.fill(wish_not_on=f"{moved.meeting_on:%d %b %Y}").press("Keep it")
    assert "Plan the rest again" in sendco.page.inner_text("body")
    _plan(sendco)
    after = _rows()
    assert after[moved.pk].meeting_on != moved.meeting_on
    stayed = [
        pk for pk in before if pk != moved.pk and after[pk].meeting_on == before[pk].meeting_on
    ]
    assert len(stayed) >= len(before) - 2  # at most one made room
    assert sendco.faults == []
    assert sendco.violations() == []


def test_a_review_is_dragged_locked_and_planned_around(open_person, transactional_db):
    sendco = open_person(height=1400).come_back_as("sendco@demo.example").go(PAGE)
    page = sendco.page
    entry = page.locator("[data-days]:has-text('Proposed')").first
    own = entry.get_attribute("data-days")
    entry.scroll_into_view_if_needed()
    entry.hover(position={"x": 4, "y": 4})
    page.mouse.down()
    page.mouse.move(*_middle(entry, by=12))
    page.mouse.move(*_middle(entry, by=16))
    page.wait_for_selector("[data-drop-form]", state="attached")
    barred = page.locator("td.ay-termgrid__day:not(.ay-termgrid__day--may)").first
    page.mouse.move(*_middle(barred))
    page.mouse.move(*_middle(barred, by=3))
    page.locator("[data-drag-words]", has_text="not possible").wait_for()
    free = page.locator(f"td.ay-termgrid__day--may:not(:has([data-days='{own}']))").first
    on = free.get_attribute("data-on")
    page.mouse.move(*_middle(free))
    page.mouse.move(*_middle(free, by=3))
    page.locator("[data-drag-words]", has_text="free at").wait_for()
    page.mouse.up()
    page.wait_for_load_state("load")
    page.wait_for_selector("text=and locked")
    row = _rows()[_key(own)]
    assert (row.meeting_on.isoformat(), row.is_locked) == (on, True)
    _plan(sendco)
    assert _rows()[_key(own)].meeting_on.isoformat() == on
    assert sendco.faults == []


def _key(address: str) -> UUID:
    return UUID(address.split("/")[-3])


def _middle(locator, by: int = 0) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2 + by, box["y"] + box["height"] / 2 + by / 2
