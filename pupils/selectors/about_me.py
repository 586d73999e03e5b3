"""The five questions of "About me", each with the pictures that a child is shown first."""

from dataclasses import dataclass

from pupils.codes import AboutMe
from pupils.selectors.passports.own_words import OwnAnswer, OwnWords
from pupils.symbols import SYMBOLS, Symbol


@dataclass(frozen=True)
class Choice:
    """One picture to press."""

    symbol: Symbol
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """A question as an adult reads it aloud, with its pictures."""

    code: str
    #: As the record says it: "What I like".
    label: str
    asked: str
    symbol: Symbol
    answer: OwnAnswer | None = None

    @property
    def first(self) -> list[Choice]:
        """The pictures shown at once: those that fit, and what was chosen."""
        shown = dict.fromkeys((*_SHOWN[AboutMe(self.code)], *self._chosen))
        return [Choice(SYMBOLS[code], code in self._chosen) for code in shown]

    @property
    def more(self) -> list[Choice]:
        """All other pictures."""
        shown = {choice.symbol.code for choice in self.first}
        return [Choice(s, is_chosen=False) for code, s in SYMBOLS.items() if code not in shown]

    @property
    def _chosen(self) -> list[str]:
        return [symbol.code for symbol in self.answer.pictures] if self.answer else []


def questions(own: OwnWords) -> list[Question]:
    """All questions with what was answered last."""
    return [
        Question(q.value, str(q.label), asked, SYMBOLS[symbol], own.answer(q))
        for q, (asked, symbol) in _ASKED.items()
    ]


_ASKED = {
    AboutMe.LIKES: ("What do you like?", "happy"),
    AboutMe.MATTERS: ("What matters to you?", "heart"),
    AboutMe.HELPS: ("What helps you?", "idea"),
    AboutMe.HARD: ("What is hard for you?", "puzzle"),
    AboutMe.HOW: ("How do you like to be helped?", "raise"),
}
_SHOWN = {
    AboutMe.LIKES: (
        "friends", "family", "play", "ball", "run", "swimming", "bike", "game", "television",
        "music", "art", "making", "book", "brick", "cooking", "dog", "cat", "rabbit", "horse",
        "dinosaur", "train", "car", "tree", "food",
    ),
    AboutMe.MATTERS: (
        "family", "friends", "teacher", "dog", "house", "school", "teddy", "play", "alone",
        "calendar", "clock", "star", "trophy", "thumbs-up", "happy", "food", "bed", "book",
    ),
    AboutMe.HELPS: (
        "headphone", "timer", "calendar", "check", "picture", "show-me", "pause", "calm",
        "space", "walk", "chair", "door", "hand", "drink", "pencil", "laptop", "teacher",
        "friends", "think", "hug",
    ),
    AboutMe.HARD: (
        "loudspeaker", "ear", "crowd", "light", "smell", "cold", "clothes", "food", "toilet",
        "book", "pencil", "numbers", "speech", "question", "clock", "door", "friends",
        "worried", "angry", "sad", "tired",
    ),
    AboutMe.HOW: (
        "raise", "wave", "speech", "shush", "show-me", "picture", "think", "pause", "alone",
        "space", "hug", "hand", "thumbs-up", "thumbs-down", "star", "friends", "teacher", "stop",
    ),
}  # fmt: skip
