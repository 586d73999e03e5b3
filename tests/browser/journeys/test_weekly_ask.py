"""A teacher closes a cycle and opens the next from the weekly ask; a phase leader checks a plan."""

ASKS, QUEUE = "/bure-valley/asks/", "/bure-valley/quality/"


def ask_of(person, title: str, name: str):
    """The ask with this title about a child."""
    asks = person.page.locator(".ay-weekly__one").filter(has_text=name)
    return asks.filter(has_text=title).first


def press(person, ask, words: str) -> None:
    with person.page.expect_navigation():
        ask.get_by_role("button", name=words).first.click()


def test_a_cycle_is_closed_and_followed_from_the_weekly_ask(open_person):
    teacher = open_person(width=820).come_back_as("teacher@demo.example")
    teacher.go(ASKS)
    assert "things, about" in teacher.text and not teacher.is_too_wide()
    assert teacher.violations() == []
    name = "Sharon Dunn"
    ask = ask_of(teacher, "Review the targets", name)
    ask.get_by_text("Answer here").click()
    for n in range(ask.get_by_label("How it came out").count()):
        ask.get_by_label("How it came out").nth(n).select_option("1")
        ask.get_by_label("What shows it").nth(n).fill("Four weeks in a row")
        ask.get_by_label("What next").nth(n).select_option("keep")
    press(teacher, ask, "Save the review")
    assert "It is reviewed." in teacher.text
    ask = ask_of(teacher, "Close the cycle", name)
    if ask.locator("details[open]").count() == 0:
        ask.get_by_text("Answer here").click()
    ask.get_by_label("What happens next").fill("Smaller sets, every morning.")
    press(teacher, ask, "Close the cycle")
    assert "The cycle is closed." in teacher.text
    assert ask_of(teacher, "Review the targets", name).count() == 0
    teacher.go("/bure-valley/cycles/?group=Oak&stands=writing")
    assert name in teacher.text
    assert teacher.faults == []


def test_a_phase_leader_checks_a_sampled_plan_and_the_teacher_answers(open_person):
    leader = open_person().come_back_as("phaselead@demo.example")
    leader.go(QUEUE)
    assert leader.violations() == [] and "to look at" in leader.text
    row = leader.page.locator("main tbody tr").filter(has_text="Answered: look again")
    with leader.page.expect_navigation():
        row.get_by_role("link").first.click()
    assert "It stands in the plan now." in leader.text
    assert leader.violations() == []
    leader.press("Close it")
    assert "2 of 6 closed" in leader.text

    teacher = open_person(width=360).come_back_as("teacher@demo.example")
    teacher.go(ASKS)
    assert not teacher.is_too_wide()
    ask = teacher.page.locator(".ay-weekly__one").filter(has_text="phase leader found").first
    if not ask.get_by_label("What did you improve?").is_visible():  # the first stands open
        ask.get_by_text("Answer here").click()
    ask.get_by_label("What did you improve?").fill("A measure every Friday.")
    press(teacher, ask, "I have read it")
    assert "phase leader found" not in teacher.text
    leader.go(QUEUE)
    assert "Answered: look again" in leader.text
    assert leader.faults == [] and teacher.faults == []
