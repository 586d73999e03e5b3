"""What one person may be given about a child: cut by the sharing rules, for page, print and file.

Nothing is shown as missing: that something was taken out would itself be told.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.codes import Sensitivity
from pupils.family_codes import AskKind, TalkOutcome, Withheld
from pupils.models import AgreedAction, Contact, Home, Pupil, Talk, Voice
from pupils.rules.sharing import Family, Person, Thing, ThingKind, Verdict, may_share
from pupils.rules.sharing import Sensitivity as ThingSensitivity
from pupils.selectors.meetings.seen import finished_minutes
from pupils.selectors.sharing import family_facts, person_in
from pupils.symbols import pictures_of

#: What a person would ask the SENDCo for, in the words of the page.
KINDS = {
    ThingKind.REPORT: "School reports, and the notice that the child gets SEN support",
    ThingKind.PLAN: "Plans and passport",
    ThingKind.ADVICE: "Professionals' reports",
    ThingKind.NOTES: "Notes of meetings and talks",
    ThingKind.INVITATION: "Invitations to meetings about the child",
    ThingKind.REQUEST: "Questions from us, by link",
    ThingKind.LETTER: "Letters and e-mails about the child",
    ThingKind.COLLECTION: "The child, at the gate",
}


@dataclass(frozen=True)
class SheetLine:
    """One line of the sheet: what sort of thing, when, and the words."""

    section: str
    on: dt.date | None
    title: str
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """What would be given to one person: a verdict for each kind of thing, and the lines."""

    contact: Contact
    verdicts: tuple[tuple[str, Verdict], ...]
    lines: tuple[SheetLine, ...]

    @property
    def answers(self) -> list[tuple[list[str], Verdict]]:
        """The kinds of things of which the same is true, with what is true of them."""
        found: list[tuple[list[str], Verdict]] = []
        for words, verdict in self.verdicts:
            alike = (v for v in found if _says(v[1]) == _says(verdict))
            if known := next(alike, None):
                known[0].append(words)
            else:
                found.append(([words], verdict))
        return found

    @property
    def sections(self) -> list[tuple[str, list[SheetLine]]]:
        """The lines under their headings."""
        found: dict[str, list[SheetLine]] = {}
        for line in self.lines:
            found.setdefault(line.section, []).append(line)
        return list(found.items())


def sheet_for(contact: Contact, pupil: Pupil, *, today: dt.date, reads_all: bool) -> Sheet:
    """The sheet in nine statements.

    Without `reads_all` the asker may not read what is sensitive themselves: then it is left out.
    """
    family = family_facts(pupil.pk, school_id=pupil.school_id)
    cutter = _Cutter(person_in(family, contact), family, today)
    own = {"school_id": pupil.school_id, "pupil_id": pupil.pk}
    talks, voices = Talk.objects.filter(**own), Voice.objects.filter(**own)
    homes = Home.objects.filter(**own)
    if not reads_all:
        talks = talks.filter(sensitivity=Sensitivity.EVERYONE)
        voices = voices.filter(sensitivity=Sensitivity.EVERYONE)
        homes = homes.filter(withheld=Withheld.NOBODY)
    talks = list(talks)
    lines = [
        *_homes(cutter, contact, homes),
        *_talks(cutter, talks),
        *_actions(cutter, AgreedAction.objects.open().filter(**own), talks),
        *_voices(cutter, voices),
        *_minutes(cutter, pupil, reads_all),
    ]
    return Sheet(contact, cutter.verdicts(), tuple(lines))


def _says(verdict: Verdict) -> tuple:
    return verdict.answer, verdict.reasons, verdict.cuts


class _Cutter:
    """Asks the rules about one person and remembers the answers."""

    def __init__(self, person: Person, family: Family, today: dt.date):
        self.person, self.family, self.today = person, family, today

    def allows(self, thing: Thing) -> bool:
        """Whether the thing may be given as it is, with nothing taken out."""
        verdict = may_share(self.person, thing, self.family, today=self.today)
        return not verdict.is_refused and not verdict.has_cuts

    def verdicts(self) -> tuple[tuple[str, Verdict], ...]:
        """For each kind of thing, one that touches everything: what would have to come out."""
        homes = frozenset(home.id for home in self.family.homes)
        people = frozenset(each.id for each in self.family.people)
        return tuple(
            (
                words,
                may_share(self.person, _whole(kind, homes, people), self.family, today=self.today),
            )
            for kind, words in KINDS.items()
        )


def _whole(kind: ThingKind, homes: frozenset[UUID], people: frozenset[UUID]) -> Thing:
    if kind == ThingKind.COLLECTION:
        return Thing(kind)
    is_report = kind == ThingKind.REPORT
    has_words = kind in (ThingKind.PLAN, ThingKind.NOTES)
    return Thing(
        kind,
        homes=frozenset() if is_report else homes,
        words_of=people if has_words else frozenset(),
        tells_whereabouts=not is_report,
        has_sensitive_parts=kind in (ThingKind.PLAN, ThingKind.ADVICE, ThingKind.NOTES),
        is_statutory=is_report,
    )


def _homes(cutter: _Cutter, contact: Contact, homes):
    for home in homes:
        if home.pk == contact.home_id and cutter.allows(
            Thing(ThingKind.NOTES, homes=frozenset({home.pk}))
        ):
            yield SheetLine("Home on our records", None, home.name, home.address)


def _talks(cutter: _Cutter, talks):
    for talk in talks:
        thing = Thing(
            ThingKind.NOTES,
            sensitivity=_sensitivity(talk.sensitivity),
            # Without a contact nobody knows whose words they are: then they are nobody's here.
            words_of=frozenset({talk.contact_id or talk.pk}),
        )
        if talk.outcome == TalkOutcome.HELD and cutter.allows(thing):
            title = f"{talk.get_how_display()} with {talk.who}"
            yield SheetLine("What we talked about", talk.on, title, talk.agreed)


def _actions(cutter: _Cutter, actions, talks: list[Talk]):
    """Only what was agreed in a talk that the person may see."""
    known = {talk.pk: talk for talk in talks}
    for action in actions.select_related("owner"):
        talk = known.get(action.source_id)
        if talk and cutter.allows(
            Thing(
                ThingKind.NOTES,
                sensitivity=_sensitivity(talk.sensitivity),
                words_of=frozenset({talk.contact_id or talk.pk}),
            )
        ):
            title = f"{action.owner_name}: {action.what}"
            yield SheetLine("What was agreed", action.due_on, title)


def _voices(cutter: _Cutter, voices):
    for voice in voices:
        is_parents = voice.kind == AskKind.PARENT_VIEWS
        thing = Thing(
            ThingKind.NOTES if voice.kind != AskKind.ADVICE else ThingKind.ADVICE,
            sensitivity=_sensitivity(voice.sensitivity),
            words_of=frozenset({voice.contact_id or voice.pk}) if is_parents else frozenset(),
            # The words of a child or a professional can tell where the child sleeps and goes.
            tells_whereabouts=not is_parents,
        )
        if cutter.allows(thing):
            words = "\n".join(_said(each) for each in voice.answers)
            title = f"{voice.get_kind_display()}: {voice.said_by}"
            yield SheetLine("Views and advice", voice.given_on, title, words)


def _said(each: dict) -> str:
    """One answer on paper: the question, the pictures' names, the words."""
    pictures = ", ".join(symbol.label for symbol in pictures_of(each.get("pictures", ())))
    chosen = f"[{pictures}]" if pictures else ""
    return " ".join(filter(None, [each["question"], chosen, each["answer"]]))


def given_minutes(
    contact: Contact, pupil: Pupil, family: Family, *, today: dt.date, reads_all: bool
) -> tuple[SheetLine, ...]:
    """The lines of minutes that a person would be given; one statement."""
    cutter = _Cutter(person_in(family, contact), family, today)
    return tuple(_minutes(cutter, pupil, reads_all))


def _minutes(cutter: _Cutter, pupil: Pupil, reads_all: bool):
    """Finished minutes; the words of whoever came from another home are not ours to pass on."""
    for said in finished_minutes(pupil):
        thing = Thing(
            ThingKind.NOTES,
            sensitivity=_sensitivity(said.sensitivity),
            words_of=said.contacts,
            tells_whereabouts=True,
        )
        is_known = reads_all or said.sensitivity == Sensitivity.EVERYONE
        if is_known and cutter.allows(thing):
            yield SheetLine("Minutes of meetings", said.on, f"{said.kind}: {said.title}", said.text)


def _sensitivity(level: int) -> ThingSensitivity:
    return {
        Sensitivity.EVERYONE: ThingSensitivity.ORDINARY,
        Sensitivity.SENSITIVE: ThingSensitivity.SENSITIVE,
        Sensitivity.SAFEGUARDING: ThingSensitivity.SEALED,
    }[Sensitivity(level)]
