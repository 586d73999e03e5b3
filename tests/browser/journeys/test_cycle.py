"""A class teacher closes a cycle and opens the next with the keyboard alone; a plan is checked."""

#: What stands at the focus: its own words, or those of its label.
FOCUSED = """() => {
    const at = document.activeElement
    const words = at.labels?.length ? at.labels[0].textContent : at.textContent
    return words.replace(/\\s+/g, ' ').trim()
}"""
LISTS = "/bure-valley/cycles/?group=Oak&stands="


class Keys:
    """Somebody who never touches the mouse."""

    def __init__(self, person):
        self.person, self.page = person, person.page

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, words: str) -> None:
        """Tab on until the focus stands on what begins with these words."""
        for _ in range(150):
            self.press("Tab")
            if self.page.evaluate(FOCUSED).startswith(words):
                return
        raise AssertionError(f"No Tab reaches “{words}”.")

    def follow(self, words: str) -> None:
        """Tab on to a link or a button, press Enter, and wait for the next page."""
        self.reach(words)
        with self.page.expect_navigation():
            self.press("Enter")

    def open_first(self, stands: str) -> str:
        """Open the first child of a list of cycles; the child's name."""
        self.person.go(LISTS + stands)
        name = self.page.locator("main tbody th a").first.inner_text()
        self.follow(name)
        return name


def test_a_teacher_closes_a_cycle_and_opens_the_next_with_the_keyboard(open_person):
    teacher = open_person().come_back_as("teacher@demo.example")
    keys = Keys(teacher)
    keys.open_first("late")
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
    keys.open_first("checking")
    assert "With the checker" in leader.text
    assert leader.violations() == []
    keys.follow("Checked: let it run")
    assert "Running" in leader.text and "Checked Mon 23 Nov" in leader.text
    assert leader.faults == []
