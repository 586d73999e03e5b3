"""A week on the board: dragged with a mouse on a computer and a tablet, moved with keys alone."""

import datetime as dt

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from staff.models import PlanSession, WeekPlan
from staff.planning.solving import make_plan
from staff.planning.writing import plan_data
from staff.selectors.weeks.instances import monday_of, week_of_plan
from staff.services.weeks.plans import begin_plan, keep_answer
from tests.conftest import TODAY

SLUG = "bure-valley"


@pytest.fixture
def plan(transactional_db) -> WeekPlan:
    """A draft of the demonstration school, planned."""
    school = School.objects.get(slug=SLUG)
    monday = TODAY + dt.timedelta(days=-TODAY.weekday() % 7)
    with school_transaction(school):
        found = begin_plan(
            school=school, name="On the board", starts_on=monday, ends_on=None, based_on=None,
            by=None,
        )  # fmt: skip
        week = week_of_plan(found, monday_of(found))
        answer = plan_data(make_plan(week.instance, seconds=3, workers=1))
        return keep_answer(plan=found, week=week, answer=answer, by=None)


def _rows(plan) -> dict:
    with school_transaction(plan.school):
        rows = PlanSession.objects.filter(plan=plan)
        return {row.pk: (row.member_id, row.weekday, row.starts) for row in rows}


def _middle(item, by: int = 0) -> tuple[float, float]:
    box = item.bounding_box()
    return box["x"] + box["width"] / 2 + by, box["y"] + box["height"] / 2 + by


#: Whether a press in the middle of a cell would meet that cell, clear of the edges that scroll.
IN_SIGHT = """cell => {
  const box = cell.getBoundingClientRect(), pane = cell.closest(".ay-scroll").getBoundingClientRect()
  const x = box.x + box.width / 2, y = box.y + box.height / 2
  const inside = x > pane.left + 60 && x < Math.min(pane.right, innerWidth) - 60
    && y > Math.max(pane.top, 0) + 60 && y < Math.min(pane.bottom, innerHeight) - 60
  return inside && document.elementsFromPoint(x, y).includes(cell)
}"""


def _taken_up(page):
    """The first cell that fits a card which can go elsewhere; the card is held."""
    for card in page.locator("td [data-card]").all()[:80]:
        card.scroll_into_view_if_needed()
        card.hover(position={"x": 4, "y": 4})
        page.mouse.down()
        page.mouse.move(*_middle(card, by=12))
        page.mouse.move(*_middle(card, by=16))
        page.wait_for_selector("td.ay-boardgrid__may, td.ay-boardgrid__not")
        for free in page.locator("td.ay-boardgrid__may:not(:has(.ay-boardslot--held))").all():
            if free.evaluate(IN_SIGHT):
                return free
        page.keyboard.press("Escape")
        page.mouse.up()
    raise AssertionError("no card of the board can go anywhere else")


@pytest.mark.parametrize("width", [1280, 820])
def test_a_card_is_dragged_to_a_cell_that_fits(open_person, plan, width):
    sendco = open_person(width=width, height=1400).come_back_as("sendco@demo.example")
    page = sendco.go(f"/{SLUG}/week/{plan.pk}/board/").page
    before = _rows(plan)
    card = page.locator("td [data-card]").first
    card.scroll_into_view_if_needed()
    card.hover(position={"x": 4, "y": 4})
    page.mouse.down()
    page.mouse.move(*_middle(card, by=12))
    page.mouse.move(*_middle(card, by=16))
    page.wait_for_selector("[data-drop-form]", state="attached")
    barred = page.locator("td.ay-boardgrid__not").first
    page.mouse.move(*_middle(barred))
    page.mouse.move(*_middle(barred, by=3))
    page.locator("[data-board-words]", has_text="Not possible: ").wait_for()
    page.mouse.up()
    assert _rows(plan) == before  # a forbidden cell takes nothing
    free = _taken_up(page)
    page.mouse.move(*_middle(free))
    page.mouse.move(*_middle(free, by=3))
    with page.expect_navigation():
        page.mouse.up()
    assert "It is moved." in page.inner_text("body")
    after = _rows(plan)
    assert sum(before[pk] != after[pk] for pk in before) == 1
    sendco.press("Undo my last step")
    assert _rows(plan) == before
    assert sendco.faults == []
    assert sendco.violations() == []


def test_a_held_card_pulls_what_is_out_of_sight_into_view(open_person, plan):
    sendco = open_person(width=820, height=700).come_back_as("sendco@demo.example")
    page = sendco.go(f"/{SLUG}/week/{plan.pk}/board/").page
    card = page.locator("td [data-card]").first
    card.scroll_into_view_if_needed()
    card.hover(position={"x": 4, "y": 4})
    page.mouse.down()
    page.mouse.move(*_middle(card, by=12))
    page.mouse.move(*_middle(card, by=16))
    page.wait_for_selector("td.ay-boardgrid__may, td.ay-boardgrid__not")
    pane = page.locator(".ay-board .ay-scroll")
    before = pane.evaluate("pane => pane.scrollTop + scrollY")
    box = pane.bounding_box()
    page.mouse.move(box["x"] + 400, min(box["y"] + box["height"], 700) - 10)
    page.wait_for_function(
        """before => document.querySelector(".ay-board .ay-scroll").scrollTop + scrollY > before + 50""",
        arg=before,
    )
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.locator(".ay-boardslot--held").count() == 0


def test_moved_with_keys_alone(open_person, plan):
    sendco = open_person(script=False).come_back_as("sendco@demo.example")
    page = sendco.go(f"/{SLUG}/week/{plan.pk}/board/").page
    before = _rows(plan)
    page.locator("td .ay-boardslot__move").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Move it here").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "It is moved." in page.inner_text("body")
    assert sum(_rows(plan)[pk] != before[pk] for pk in before) == 1


def test_a_phone_shows_a_list_by_day(open_person, plan):
    lsa = open_person(width=360, height=740).come_back_as("sendco@demo.example")
    page = lsa.go(f"/{SLUG}/week/{plan.pk}/board/").page
    assert page.locator(".ay-boardlist .ay-boardslot").first.is_visible()
    assert not page.locator(".ay-boardgrid").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
