"""A class teacher closes a cycle and opens the next with the keyboard alone; a plan is checked."""

from tests.browser.journeys.keys import Keys

LISTS = "/bure-valley/cycles/?group=Oak&stands="


def open_first(keys, stands: str) -> str:
    """Open the first child of a list of cycles; the child's name."""
    keys.person.go(LISTS + stands)
    name = keys.page.locator("main tbody th a").first.inner_text()
    keys.follow(name)
    return name


def test_a_teacher_closes_a_cycle_and_opens_the_next_with_the_keyboard(open_person):
    teacher = open_person().come_back_as("teacher@demo.example")
    keys = Keys(teacher)
    open_first(keys, "late")
    assert teacher.title == "Cycle 1"
    keys.follow("Review it")
    keys.reach("Much less than hoped")
    keys.press("Space", "ArrowDown", "Tab")  # less than hoped
    teacher.page.keyboard.type("18 of 45 words on Friday")
    keys.reach("Carry it over")
    keys.press("Space")
    keys.follow("Save")
    assert "Less than hoped; carry it over" in teacher.text
    keys.follow("Write what happens next")
    keys.reach("What happens next")
    teacher.page.keyboard.type("Go on with smaller sets of words.")
    keys.follow("Save")
    keys.follow("Close the cycle")
    keys.follow("Close it")
    assert "Closed" in teacher.text
    keys.follow("Cycles")
    keys.follow("Begin a cycle")
    keys.follow("Begin")
    assert teacher.title == "Cycle 2"
    assert "carried over" in teacher.text  # the target goes on
    assert "Less than hoped" in teacher.text  # and what came of it stands under what was tried
    assert not teacher.is_too_wide() and teacher.faults == []


def test_a_phase_leader_checks_a_plan(open_person):
    leader = open_person().come_back_as("phaselead@demo.example")
    keys = Keys(leader)
    open_first(keys, "checking")
    assert "With the checker" in leader.text
    assert leader.violations() == []
    keys.follow("Checked: let it run")
    assert "Running" in leader.text and "Checked Mon 23 Nov" in leader.text
    assert leader.faults == []
