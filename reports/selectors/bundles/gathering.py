"""Everything in a child's record that may go into a bundle, as far as the asker may read it.

What only a few may read stands apart, flagged: the rest is read as somebody reads it who may not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from aylsham.access.current import Access
from aylsham.access.narrowed import narrowed
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from pupils.family_codes import AskKind
from pupils.handed_texts import SEALED
from pupils.models import Voice
from pupils.selectors.contributions import voices_of
from pupils.selectors.identity import Child
from reports.bundle_codes import BY_KIND, BY_PERIOD, CARE, KINDS, SENSITIVE, VOICE_KINDS
from reports.bundles.evidence import Block, Evidence, Scope, paragraphs, with_words
from reports.selectors.bundles import papers, support
from reports.selectors.bundles.looking import Names, flagged, names_of
from reports.selectors.timeline.entries import Choice, Told
from reports.selectors.timeline.reading import timeline

#: Safeguarding text is never sent or printed from here (`pupils.rules.sharing`).
NEVER = (Permission.VIEW_CHILD_PROTECTION,)
#: What is read apart from the rest.
APART = (*NEVER, Permission.VIEW_SENSITIVE, Permission.VIEW_CARE)


@dataclass(frozen=True)
class Gathered:
    """The evidence of a record in the order of a bundle, and the names to look for in it."""

    evidence: tuple[Evidence, ...]
    names: Names

    def flagged(self, words: Mapping[str, str]) -> list[Evidence]:
        """The same with its flags; `words` by digest, of files that the search has not read."""
        return [self._flagged(with_words(each, words)) for each in self.evidence]

    def _flagged(self, each: Evidence) -> Evidence:
        if each.left_out:
            return each
        return replace(each, flags=(*each.flags, *flagged(each, self.names)))


def gathered(access: Access, child: Child, scope: Scope) -> Gathered:
    """All evidence that the asker may read; what was not chosen says so."""
    order = list(KINDS)
    reader = narrowed(access, NEVER)
    found = [_placed(each, scope) for each in _all(reader, child, scope)]

    def place(each: Evidence) -> tuple:
        """Words before files, so that numbers and pages rise together; then by day."""
        is_file = each.file is not None
        return order.index(each.kind), is_file, each.of_on or child.today, each.key

    found.sort(key=place)
    return Gathered(tuple(found), names_of(child))


def _placed(each: Evidence, scope: Scope) -> Evidence:
    if each.kind not in scope.kinds:
        return replace(each, left_out=BY_KIND)
    return each if scope.holds(each.of_on, each.until_on) else replace(each, left_out=BY_PERIOD)


def _all(access: Access, child: Child, scope: Scope) -> Iterator[Evidence]:
    plain = narrowed(access, APART)
    yield from support.needs(access, child)
    yield from support.cycles(access, plain, child)
    yield from support.provision(plain, child, scope)
    yield from support.tests(access, plain, child, scope)
    yield from voices(voices_of(access, child.pupil))
    yield from papers.documents(access, child)
    if "timeline" in scope.kinds:
        yield from _chronology(access, plain, child, scope)


def voices(rows: Iterable[Voice]) -> Iterator[Evidence]:
    """Each answer in the words in which it was given."""
    for voice in rows:
        kind = VOICE_KINDS.get(AskKind(voice.kind))
        if kind and (blocks := _answers(voice)):
            who = ", ".join(filter(None, [voice.said_by, voice.role]))
            helped = f", with {voice.helper}" if voice.helper else ""
            yield Evidence(
                f"voice:{voice.pk}",
                kind,
                f"{voice.get_kind_display()}: {voice.role or voice.said_by}",
                voice.given_on,
                f"{who}{helped}. {voice.get_given_how_display()}",
                blocks,
                flags=_levels(voice.sensitivity),
            )


def _answers(voice: Voice) -> tuple[Block, ...]:
    return tuple(
        Block(each["question"], each["answer"])
        for each in voice.answers
        if each["answer"] and each["answer"] != SEALED
    )


def _levels(sensitivity: int) -> tuple[str, ...]:
    return (SENSITIVE,) if sensitivity > Sensitivity.EVERYONE else ()


def _chronology(access: Access, plain: Access, child: Child, scope: Scope) -> Iterator[Evidence]:
    """What everybody near the child may read; and what a few may, apart."""
    choice = Choice(from_on=scope.starts_on, to_on=scope.ends_on)
    told = timeline(plain, child, choice)
    open_ones = {_mark(each) for each in told}
    closed = [each for each in timeline(access, child, choice) if _mark(each) not in open_ones]
    if told:
        yield _entries("timeline", "Chronology", child, told)
    care = [each for each in closed if each.kind == "care"]
    rest = [each for each in closed if each.kind != "care"]
    for key, title, some, why in (
        ("timeline-sensitive", "Chronology: entries marked sensitive", rest, SENSITIVE),
        ("timeline-care", "Chronology: care", care, CARE),
    ):
        if some:
            yield replace(_entries(key, title, child, some), flags=(why,))


def _mark(told: Told) -> tuple:
    event = told.event
    return told.kind, event.on, event.title, event.text


def _entries(key: str, title: str, child: Child, told: list[Told]) -> Evidence:
    """Oldest first, a row for each."""
    rows = tuple(
        (
            _day(each.event.on),
            paragraphs([each.event.title, _words(each.event.text)]),
            ", ".join(filter(None, [each.event.source, each.event.by])),
        )
        for each in reversed(told)
    )
    block = Block(head=("Day", "What happened", "Source"), rows=rows)
    return Evidence(key, "timeline", title, child.today, "The record, by day", (block,))


def _words(text: str) -> str:
    return "" if text == SEALED else text


def _day(on) -> str:
    return f"{on.day} {on:%b %Y}"
