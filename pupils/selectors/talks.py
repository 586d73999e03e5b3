"""The contact log of a child, cut to what the asker may read."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.models import User
from aylsham.statements import Statement, columns_of, made_from
from pupils.family_codes import Channel, TalkOutcome
from pupils.models import Pupil, Talk
from pupils.models.roll import tell_apart
from pupils.words import year_words


@dataclass(frozen=True)
class TalkLine:
    """An entry of the log."""

    id: UUID
    on: dt.date
    how: str
    who: str
    outcome: str
    agreed: str
    is_cut: bool
    is_sensitive: bool
    is_parent_meeting: bool
    #: A letter that can be printed.
    is_letter: bool
    services: tuple[str, ...]
    logged_by: str

    @property
    def title(self) -> str:
        """Who and how, in a few words."""
        if self.outcome == TalkOutcome.NO_ANSWER:
            return f"Tried {self.who}: no answer"
        if self.outcome == TalkOutcome.DECLINED:
            return f"Meeting offered to {self.who}, declined"
        return f"{self.how} with {self.who}"


def talks_of(access: Access, pupil: Pupil) -> list[TalkLine]:
    """Every entry about a child, the latest first; sensitive words only for those who may."""
    reads_all = Permission.VIEW_SENSITIVE in access.permissions_at(pupil.school)
    talks = Talk.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return [_line(talk, access, reads_all) for talk in talks.select_related("logged_by")]


def last_talk_of(access: Access, pupil: Pupil) -> TalkLine | None:
    """The last time that somebody spoke with the family; one statement."""
    reads_all = Permission.VIEW_SENSITIVE in access.permissions_at(pupil.school)
    found = _LAST.dicts(school=pupil.school_id, pupil=pupil.pk, today=access.today)
    if not found:
        return None
    talk = made_from(Talk, found[0])
    talk.logged_by = made_from(User, found[0], "logged_by__")
    return _line(talk, access, reads_all)


def _last(school: UUID, pupil: UUID, today: dt.date) -> QuerySet:
    talks = Talk.objects.filter(
        school_id=school, pupil=pupil, outcome=TalkOutcome.HELD, on__lte=today
    )
    return talks.values(*columns_of(Talk), *columns_of(User, "logged_by__"))[:1]


_LAST = Statement(_last, school=UUID, pupil=UUID, today=dt.date)


def talk_of(access: Access, pupil: Pupil, pk: UUID) -> Talk | None:
    """One entry that the asker may read in full: to put it right."""
    talks = Talk.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    if Permission.VIEW_SENSITIVE not in access.permissions_at(pupil.school):
        talks = talks.filter(sensitivity=Sensitivity.EVERYONE)
    return talks.select_related("contact__home", "logged_by").first()


def talked_about(access: Access, most: int = 8) -> list[tuple[UUID, str, str]]:
    """Id, name and year of the children whom the asker logged last, the latest first."""
    latest = (
        Pupil.objects.visible_to(access)
        .on_roll(access.today)
        .filter(talks__logged_by=access.user)
        .annotate(last=Max("talks__logged_at"))
        .order_by("-last", "pk")[:most]
    )
    return [
        (pupil.pk, pupil.full_name, year_words(pupil.year_group)) for pupil in tell_apart(latest)
    ]


def _line(talk: Talk, access: Access, reads_all: bool) -> TalkLine:
    is_sensitive = talk.sensitivity == Sensitivity.SENSITIVE
    is_cut = is_sensitive and not reads_all and talk.logged_by_id != access.user.pk
    return TalkLine(
        id=talk.pk,
        on=talk.on,
        how=talk.get_how_display(),
        who=talk.who,
        outcome=talk.outcome,
        agreed="" if is_cut else talk.agreed,
        is_cut=is_cut,
        is_sensitive=is_sensitive,
        is_parent_meeting=talk.is_parent_meeting,
        is_letter=talk.how == Channel.LETTER and bool(talk.agreed) and not is_cut,
        services=() if is_cut else tuple(talk.services),
        logged_by=talk.logged_by.name if talk.logged_by else "",
    )
