"""How a change is said."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import localtime

from aylsham.access.permissions import Permission
from aylsham.datewords import day_words
from aylsham.models import User

if TYPE_CHECKING:
    from aylsham.audit.history import Change

LONGEST = 80
SYSTEM = "Aylsham"


class Phrases:
    """Names and values in words, with all names looked up beforehand."""

    def __init__(self, people: dict[UUID, str], others: dict[tuple, str], today: dt.date):
        self._people = people
        self._others = others
        self._today = today

    @classmethod
    def for_changes(cls, changes: "list[Change]", *, today: dt.date) -> "Phrases":
        """Look up everybody and everything that the changes name: a statement for each table."""
        wanted: dict[type[models.Model], set[str]] = {User: {str(c.by) for c in changes if c.by}}
        for change in changes:
            for each in change.changed_fields():
                if isinstance(each, models.ForeignKey):
                    values = (change.before.get(each.column), change.after.get(each.column))
                    wanted.setdefault(each.related_model, set()).update(filter(None, values))
        found = {
            (model, key): str(row)
            for model, keys in wanted.items()
            if keys
            for key, row in model._default_manager.in_bulk(keys).items()
        }
        people = {key: name for (model, key), name in found.items() if model is User}
        return cls(people, found, today)

    def sentence(self, change: "Change", may: frozenset[Permission]) -> str:
        """What somebody did, as far as the reader may know; empty when there is nothing to say."""
        who = self._people.get(change.by, SYSTEM) if change.by else SYSTEM
        kind = change.tracked
        title = kind.title(change.values)
        which = f"{kind.noun}: {title}" if title else kind.noun
        if change.step == "delete":
            return f"{who} removed {which}"
        if change.step == "insert":
            return f"{who} added {which}"
        parts = [
            self._part(change, each)
            for each in change.changed_fields()
            if kind.guarded.get(each.name) is None or kind.guarded[each.name] in may
        ]
        if not parts:
            return ""
        return f"{who} changed {_and(parts)}" + (f" ({title})" if title else "")

    def _part(self, change: "Change", each: models.Field) -> str:
        label = f"the {change.tracked.label_of(each)}"
        if each.name in change.tracked.quiet:
            return label
        before = self._value(each, change.before.get(each.column))
        after = self._value(each, change.after.get(each.column))
        return f"{label} from {before} to {after}"

    def _value(self, each: models.Field, value: Any) -> str:
        if value in (None, "", []):
            return "nothing"
        if isinstance(each, models.ForeignKey):
            return self._others.get((each.related_model, UUID(str(value))), "something gone")
        if each.choices:
            return str(dict(each.flatchoices).get(value, value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(each, models.DateTimeField):
            moment = localtime(parse_datetime(value))
            return f"{day_words(moment.date(), today=self._today)} {moment:%H:%M}"
        if isinstance(each, models.DateField):
            return day_words(parse_date(value), today=self._today)
        if isinstance(value, list):
            return ", ".join(str(v) for v in value)
        return _quoted(str(value)) if isinstance(each, models.TextField) else str(value)


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + '…'}”"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
