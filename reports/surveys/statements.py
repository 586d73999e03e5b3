"""What a survey asks: fixed wordings with versions, never changed once they were asked; pure.

Reading age 11 or less. A new wording is a new version; rounds keep the key that they asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.labelled import Labelled


class Asked(Labelled):
    """Whom a round asks."""

    FAMILIES = "families", "Families of children with SEND"
    PUPILS = "pupils", "Pupils with SEND"


class FamilySays(Labelled):
    """How far a family agrees."""

    AGREE_STRONGLY = "4", "Agree strongly"
    AGREE = "3", "Agree"
    DISAGREE = "2", "Disagree"
    DISAGREE_STRONGLY = "1", "Disagree strongly"
    NOT_SURE = "0", "Not sure"


class PupilSays(Labelled):
    """What a child says to a statement, each with a picture."""

    YES = "3", "Yes"
    SOMETIMES = "2", "Sometimes"
    NO = "1", "No"

    @property
    def picture(self) -> str:
        """A code of `pupils.symbols`."""
        return {"3": "thumbs-up", "2": "think", "1": "thumbs-down"}[self.value]


#: What counts as agreeing.
AGREEING = {Asked.FAMILIES: ("4", "3"), Asked.PUPILS: ("3",)}
SCALES: dict[Asked, type[Labelled]] = {Asked.FAMILIES: FamilySays, Asked.PUPILS: PupilSays}
#: How a statement that the school wrote itself is named in an answer: `own1`, `own2`.
OWN, MOST_OWN = "own", 2
OPEN_QUESTION = {
    Asked.FAMILIES: "What should we do better?",
    Asked.PUPILS: "What would make school better for you?",
}


@dataclass(frozen=True)
class Statement:
    """One statement in one wording."""

    code: str
    version: int
    asked: Asked
    words: str
    #: Of `pupils.symbols`; for pupils.
    picture: str = ""

    @property
    def key(self) -> str:
        """As a round and an answer keep it."""
        return f"{self.code}.{self.version}"

    @property
    def is_own(self) -> bool:
        """The school wrote it itself, for one round."""
        return self.code == OWN


_F, _P = Asked.FAMILIES, Asked.PUPILS
_TABLE = (
    Statement("understood", 1, _F, "School understands what my child needs."),
    Statement("know", 1, _F, "I know what help my child gets."),
    Statement("asked", 1, _F, "I was asked what I think about the help."),
    Statement("whom", 1, _F, "I know whom to talk to when I am worried."),
    Statement("helps", 1, _F, "The help makes a difference."),
    Statement("included", 1, _F, "My child can join in with everything at school."),
    Statement("happy", 1, _P, "I like being at school.", "school"),
    Statement("hard", 1, _P, "Grown-ups help me when things are hard.", "raise"),
    Statement("better", 1, _P, "I know what I am getting better at.", "star"),
    Statement("say", 1, _P, "Grown-ups ask me what helps me.", "speech"),
    Statement("join", 1, _P, "I can join in with the others.", "friends"),
)
STATEMENTS = {each.key: each for each in _TABLE}


def current(asked: Asked) -> list[Statement]:
    """The newest wording of each statement, in their order."""
    newest = {each.code: each for each in _TABLE if each.asked is asked}
    return list(newest.values())


def asked_in(asked: Asked, keys: Iterable[str], own: Iterable[str]) -> tuple[Statement, ...]:
    """The statements of a round: those it kept, then its own; a pupil's own has no picture."""
    kept = [STATEMENTS[key] for key in keys]
    added = [Statement(OWN, number, asked, words) for number, words in enumerate(own, 1)]
    return (*kept, *added)
