"""Somebody at a browser who never touches the mouse."""

#: What stands at the focus: its own words, or those of its label.
FOCUSED = """() => {
    const at = document.activeElement
    const words = at.labels?.length ? at.labels[0].textContent : at.textContent
    return (words.trim() || at.getAttribute('aria-label') || '').replace(/\\s+/g, ' ').trim()
}"""


class Keys:
    """Somebody who never touches the mouse."""

    def __init__(self, person):
        self.person, self.page = person, person.page
        #: How many keys were pressed; a paste is one.
        self.count = 0

    def press(self, *keys: str) -> None:
        """One key after the other."""
        self.count += len(keys)
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Letter by letter."""
        self.count += len(words)
        self.page.keyboard.type(words)

    def paste(self, text: str) -> None:
        """Out of another program, in one go."""
        self.count += 1
        self.page.keyboard.insert_text(text)

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
