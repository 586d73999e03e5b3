"""The ways in which costs are broken down and narrowed, at one school and over several."""

from collections.abc import Callable
from dataclasses import dataclass

from aylsham.codes import YEAR_GROUP_ORDER
from provision.provision_codes import FundingStream
from provision.selectors.shares import Share
from pupils.codes import NEED_TYPES, Tier
from pupils.words import year_words

NOBODY = "No child in it yet"
NOT_YOURS = "A child whose record you cannot open"
NOT_SEEN = "Schools whose children you do not see"
NO_NEED = "No main need"
NO_CLASS = "No class"


@dataclass(frozen=True)
class Way:
    """One way to break costs down: what a line is called, and in which order lines stand."""

    key: str
    label: str
    of: Callable[[Share], tuple]
    #: What an address calls a line by whom costs may be narrowed to it; None: they may not.
    code: Callable[[Share], str] | None = None

    def name_of(self, share: Share) -> tuple:
        """The line that a share stands in; its last part is what the line is called."""
        if share.is_closed and self.key != SCHOOL.key:
            return (999, "", "", None, NOT_SEEN)
        return self.of(share)

    def has(self, share: Share, code: str) -> bool:
        """Whether a share stands in the line of that code."""
        if self.code is None or (share.is_closed and self.key != SCHOOL.key):
            return False
        return self.code(share) == code


def _child(share: Share) -> tuple:
    if share.pupil:
        pupil = share.pupil
        return (0, pupil.last_name, pupil.first_name, pupil.pk, pupil.full_name)
    return (2, "", "", None, NOT_YOURS) if share.is_hidden else (3, "", "", None, NOBODY)


def _group(share: Share) -> tuple:
    row = share.provision
    return (row.name, row.starts_on, row.pk, row.name)


def _group_by_name(share: Share) -> tuple:
    """Two schools that give the same say it by its name."""
    name = share.provision.name.strip()
    return (name.casefold(), name)


def _class(share: Share) -> tuple:
    group = share.pupil.class_group if share.pupil else None
    return (0, group.name, group.pk, group.name) if group else (1, "", None, NO_CLASS)


def _class_at_school(share: Share) -> tuple:
    group = share.pupil.class_group if share.pupil else None
    if group is None:
        return (1, "", "", None, NO_CLASS)
    school = share.provision.school.name
    return (0, school, group.name, group.pk, f"{group.name}, {school}")


def _year(share: Share) -> tuple:
    if share.pupil is None:
        return (99, NOT_YOURS if share.is_hidden else NOBODY)
    year = share.pupil.year_group
    return (YEAR_GROUP_ORDER.get(year, 98), year_words(year))


def _need(share: Share) -> tuple:
    code = share.provision.need_type
    return (0, NEED_TYPES[code].label) if code else (1, NO_NEED)


_TIERS = {tier.value: ("UTE".index(tier), tier.label) for tier in Tier}


def _tier(share: Share) -> tuple:
    return _TIERS[share.provision.tier]


_STREAMS = {stream.value: (n, stream.label) for n, stream in enumerate(FundingStream)}


def _stream(share: Share) -> tuple:
    return _STREAMS[share.provision.funding]


SCHOOL = Way(
    "school",
    "School",
    lambda share: (share.provision.school.name, share.provision.school_id,
                   share.provision.school.name),
    lambda share: share.provision.school.slug,
)  # fmt: skip
_CHILD = Way("child", "Child", _child)
_TIER = Way("tier", "Tier", _tier, lambda share: share.provision.tier)
_OF_ANY = (
    Way("year", "Year group", _year, lambda share: share.pupil.year_group if share.pupil else ""),
    Way("need", "Main need", _need, lambda share: share.provision.need_type),
    Way("stream", "Paid from", _stream, lambda share: share.provision.funding),
)


def _by_key(*ways: Way) -> dict[str, Way]:
    return {way.key: way for way in ways}


#: At one school; a reader begins with the first.
WAYS = _by_key(
    _TIER, _CHILD, Way("group", "Provision", _group), Way("class", "Class", _class), *_OF_ANY
)  # fmt: skip
#: Over several schools.
FEDERATION_WAYS = _by_key(
    SCHOOL, _TIER, _CHILD, Way("group", "Provision, by name", _group_by_name),
    Way("class", "Class", _class_at_school), *_OF_ANY,
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """How costs are broken down, and what they are narrowed to: (way, code) each."""

    ways: tuple[Way, ...]
    only: tuple[tuple[Way, str], ...] = ()

    def keeps(self, share: Share) -> bool:
        """Whether a share is among what was asked for."""
        return all(way.has(share, code) for way, code in self.only)

    def keeps_school(self, share: Share) -> bool:
        """The same where a child's whole sum counts: narrowed by school alone."""
        return all(way.has(share, code) for way, code in self.only if way is SCHOOL)


def sortable(key: tuple) -> tuple[str, ...]:
    """Names of lines in their order, numbers as numbers."""
    return tuple(f"{part:03d}" if isinstance(part, int) else str(part or "") for part in key)
