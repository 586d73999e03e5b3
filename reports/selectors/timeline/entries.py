"""What a timeline is made of: dated, sourced, told once."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Event

#: Kinds of event that a person can choose between.
KINDS = {
    "concerns": "Concerns",
    "register": "SEND register",
    "needs": "Needs and diagnoses",
    "helps": "What helps, passport",
    "safety": "Health and safety",
    "absence": "Time out of class",
    "family": "Family and views",
    "meetings": "Meetings, early help, actions",
    "agencies": "Referrals",
    "plan": "EHC plan",
    "documents": "Documents",
    "school": "School and class",
    "facts": "Other facts",
    "care": "Care",
}
#: What somebody needs to know anything of a kind; the others need no more than the child.
NEEDED = {
    "concerns": Permission.VIEW_NEEDS,
    "register": Permission.VIEW_NEEDS,
    "needs": Permission.VIEW_NEEDS,
    "helps": Permission.VIEW_NEEDS,
    "absence": Permission.VIEW_NEEDS,
    "family": Permission.VIEW_NEEDS,
    "meetings": Permission.VIEW_FAMILY_LOG,
    "agencies": Permission.VIEW_REFERRALS,
    "plan": Permission.VIEW_PLANS,
    "documents": Permission.VIEW_DOCUMENTS,
    "facts": Permission.VIEW_NEEDS,
    "care": Permission.VIEW_CARE,
}


#: What is told of each line of a passport; several of one day are one entry.
NEW_LINE = "What helps: a new line"


@dataclass(frozen=True)
class Told:
    """One event with its kind, and the record that it comes from."""

    kind: str
    event: Event


@dataclass(frozen=True)
class Choice:
    """Which events a person wants: of a kind, of some days, both included."""

    kind: str = ""
    from_on: dt.date | None = None
    to_on: dt.date | None = None

    def holds(self, told: Told) -> bool:
        """Whether an event is among them."""
        on = told.event.on
        return (
            self.kind in ("", told.kind)
            and (self.from_on is None or self.from_on <= on)
            and (self.to_on is None or on <= self.to_on)
        )


def told(kind: str, on: dt.date, title: str, source: str, **more) -> Told:
    """An event of a kind, from a record of that name."""
    return Told(kind, Event(on, title, source=source, **more))


def kinds_for(access: Access) -> dict[str, str]:
    """The kinds of which the asker may know anything."""
    return {k: v for k, v in KINDS.items() if k not in NEEDED or access.can(NEEDED[k])}


def told_once(found: Iterable[Told]) -> list[Told]:
    """Without what says the same of the same day: its sources stand together."""
    kept: dict[tuple, Told] = {}
    for each in found:
        event = each.event
        key = (each.kind, event.on, event.title, event.text)
        before = kept.get(key)
        if before is None:
            kept[key] = each
            continue
        sources = dict.fromkeys([*before.event.source.split("; "), event.source])
        joined = replace(
            before.event,
            source="; ".join(filter(None, sources)),
            by=before.event.by or event.by,
            url=before.event.url or event.url,
        )
        kept[key] = Told(each.kind, joined)
    return list(kept.values())


def lines_together(found: Iterable[Told]) -> list[Told]:
    """New lines of a passport that begin on one day as one entry that holds them all."""
    kept: list[Told] = []
    lines: dict[dt.date, tuple[int, int]] = {}  # day → place in the list, number of lines
    for each in found:
        event = each.event
        if event.title != NEW_LINE:
            kept.append(each)
            continue
        if event.on not in lines:
            lines[event.on] = len(kept), 1
            kept.append(each)
            continue
        place, number = lines[event.on]
        lines[event.on] = place, number + 1
        before = kept[place].event
        both = replace(
            before,
            title=f"What helps: {number + 1} new lines",
            text="\n".join(filter(None, [before.text, event.text])),
            by=before.by if before.by == event.by else "",
        )
        kept[place] = Told(each.kind, both)
    return kept
