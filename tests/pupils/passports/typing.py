"""People who type into an open page, as the editor's script does; and where words may be found."""

import random
from dataclasses import dataclass, field

from aylsham.identifiers import uuid7
from pupils.models import AsideText, Passport, PassportText, Strategy
from pupils.rules.lines import LineKey
from pupils.services.passports.writing import write_line
from tests.pupils.passports.makers import TODAY, line


@dataclass
class Box:
    """One line on an open page: what it says, and which text it started from."""

    text: str
    revision: int
    is_unsent: bool = False


@dataclass
class Writer:
    """Somebody with the passport open: types, saves, loses an answer, reloads."""

    user: object
    pupil: object
    random: random.Random
    sitting: object = field(default_factory=uuid7)
    boxes: dict[str, Box] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    #: Saves of a line that nobody else had changed since it was opened, and those that asked.
    alone: int = 0
    asked_alone: int = 0
    asked: int = 0
    count: int = 0

    def open(self) -> None:
        """Load the page: unsent words are sent first, as the script does."""
        for name in list(self.boxes):
            self.save(name)
        self.sitting = uuid7()
        self.boxes = {
            name: Box(text, revision) for name, (text, revision) in lines(self.pupil).items()
        }

    def type(self, name: str) -> None:
        """Add a word that nobody else types, somewhere in the line."""
        box = self.boxes.setdefault(name, Box("", 0))
        self.count += 1
        word = f"{self.user.name.split()[-1]}w{self.count}"
        words = box.text.split()
        words.insert(self.random.randint(0, len(words)), word)
        self.typed.add(word)
        box.text, box.is_unsent = " ".join(words), True

    def save(self, name: str, *, answer_is_lost: bool = False) -> None:
        """Send the line; when the answer is lost the page knows no better and sends it again."""
        box = self.boxes[name]
        if not box.is_unsent:
            return
        is_alone = self._is_alone(name, box)
        outcome = write_line(
            pupil=self.pupil,
            line=line(name),
            text=box.text,
            revision=box.revision,
            sitting=self.sitting,
            on=TODAY,
            by=self.user,
        )
        self.alone += is_alone
        self.asked_alone += is_alone and outcome.aside is not None
        self.asked += outcome.aside is not None
        if answer_is_lost or outcome.aside:
            return
        box.revision, box.is_unsent = outcome.revision, False

    def choose(self, name: str) -> None:
        """Decide about two texts, if there are two: keep mine, now knowing theirs."""
        text, revision = lines(self.pupil).get(name, ("", 0))
        box = self.boxes[name]
        if box.is_unsent and text != box.text:
            box.revision = revision
            self.save(name)

    def _is_alone(self, name: str, box: Box) -> bool:
        events = history(self.pupil, name).filter(revision__gt=box.revision)
        return not events.exclude(sitting=self.sitting).exists()


def lines(pupil) -> dict[str, tuple[str, int]]:
    """What the passport says now, line by line, with the revision of each."""
    texts = PassportText.objects.filter(passport__pupil=pupil)
    found = {str(LineKey(r.part, r.sensitivity)): (r.text, r.revision) for r in texts}
    for row in Strategy.objects.filter(pupil=pupil, ended_on=None):
        found[f"helps.{row.pk}"] = (row.text, row.revision)
    return found


def history(pupil, name: str):
    """The history rows of one line."""
    if name.startswith("helps."):
        return Strategy.pgh_event_model.objects.filter(pgh_obj_id=name.removeprefix("helps."))
    texts = PassportText.objects.filter(passport__pupil=pupil, part=name)
    return PassportText.pgh_event_model.objects.filter(pgh_obj_id__in=texts.values("pk"))


def kept_words(pupil) -> set[str]:
    """Every word that can still be found: in the passport, in its history, set aside."""
    passport = Passport.objects.get(pupil=pupil)
    texts = PassportText.objects.filter(passport=passport).values("pk")
    strategies = Strategy.objects.filter(pupil=pupil).values("pk")
    sources = (
        PassportText.pgh_event_model.objects.filter(pgh_obj_id__in=texts),
        Strategy.pgh_event_model.objects.filter(pgh_obj_id__in=strategies),
        AsideText.pgh_event_model.objects.filter(passport=passport),
    )
    return {
        w for rows in sources for text in rows.values_list("text", flat=True) for w in text.split()
    }
