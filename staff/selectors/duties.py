"""Who holds which duty of a school on a day, and what was handed over or is covered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role
from aylsham.models import Membership, School, User
from aylsham.together import Reads, read
from staff.duty_codes import HeldDuty
from staff.models import Away, Delegation, DutyHolder
from staff.rules.duties import Because, Hand, Passed, hands_of

#: So many days after its last day a delegation is still told of on the page.
TOLD_DAYS = 14


@dataclass(frozen=True)
class Team:
    """Everybody at a school on a day: names, roles, and in whose hands each duty is."""

    names: Mapping[UUID, str]
    roles: Mapping[UUID, frozenset[Role]]
    holders: tuple[DutyHolder, ...]
    delegations: tuple[Delegation, ...]
    aways: tuple[Away, ...]

    def may(self, person: UUID, duty: HeldDuty) -> bool:
        """Whether the person's own roles allow the duty."""
        held = self.roles.get(person, frozenset())
        return any(duty.needs in ROLES[role].permissions for role in held)

    def holders_of(self, duty: HeldDuty) -> list[tuple[UUID, Because]]:
        """Who is named and still here, or else everybody with the first role that anybody has."""
        named = [row.user_id for row in self.holders if row.duty == duty]
        if here := [person for person in named if person in self.roles]:
            return [(person, Because.NAMED) for person in here]
        for role in duty.roles:
            if found := [p for p, held in self.roles.items() if role in held]:
                return [(person, Because.ROLE) for person in sorted(found, key=self.name)]
        return []

    def hands(self, duty: HeldDuty) -> tuple[Hand, ...]:
        """In whose hands the duty is."""
        handed = {
            row.giver_id: Passed(row.giver_id, row.taker_id, row.ends_on, Because.HANDED)
            for row in self.delegations
            if row.duty == duty
        }
        return hands_of(
            self.holders_of(duty), handed, self._covered, lambda person: self.may(person, duty)
        )

    @cached_property
    def all_hands(self) -> dict[HeldDuty, tuple[Hand, ...]]:
        """Every duty."""
        return {duty: self.hands(duty) for duty in HeldDuty}

    @cached_property
    def _covered(self) -> dict[UUID, Passed]:
        return {
            row.user_id: Passed(row.user_id, row.cover_id, row.ends_on, Because.COVERS)
            for row in self.aways
        }

    def duties_of(self, person: UUID) -> list[HeldDuty]:
        """What is in somebody's hands."""
        return [d for d, hands in self.all_hands.items() if any(h.person == person for h in hands)]

    def held_by(self, person: UUID) -> list[HeldDuty]:
        """What somebody holds, even while it is with another."""
        return [d for d in HeldDuty if any(p == person for p, _ in self.holders_of(d))]

    def name(self, person: UUID) -> str:
        """Of whoever is here; others have left."""
        return self.names.get(person, "Somebody who has left")


def team_of(school: School, today: dt.date) -> Team:
    """The people of a school and their duties; one statement."""
    return read(team_read(school, today))


def team_read(school: School, today: dt.date) -> Reads[Team]:
    """The same, to go with other reads."""
    posts = (
        Membership.objects.live(today)
        .filter(Q(school=school) | Q(school=None, federation=school.federation_id))
        .filter(user__is_active=True)
    )
    found, holders, delegations, aways = yield [
        posts.values_list("user_id", "user__name", "role"),
        DutyHolder.objects.filter(school=school).on(today),
        Delegation.objects.filter(school=school).on(today),
        Away.objects.filter(school=school).on(today),
    ]
    names: dict[UUID, str] = {}
    roles: dict[UUID, set[Role]] = defaultdict(set)
    for user, name, role in found:
        names[user] = name
        roles[user].add(Role(role))
    return Team(
        names,
        {user: frozenset(held) for user, held in roles.items()},
        tuple(holders),
        tuple(delegations),
        tuple(aways),
    )


@dataclass(frozen=True)
class HandLine:
    """Who has a duty now, in words."""

    name: str
    person: UUID
    words: str
    is_uncovered: bool


@dataclass(frozen=True)
class HeldLine:
    """A duty on its page: who has it, who is named, whether the asker may hand it over."""

    duty: HeldDuty
    hands: tuple[HandLine, ...]
    named: tuple[DutyHolder, ...]
    #: Above so many people by role their names would fill the page.
    by_role: str
    may_hand_over: bool


@dataclass(frozen=True)
class PassedLine:
    """Something handed over or covered, as the two and who keeps duties see it."""

    row: Delegation | Away
    giver: str
    taker: str
    duty: HeldDuty | None
    is_mine: bool
    state: str
    words: str
    note: str


@dataclass(frozen=True)
class HeldPage:
    """The page of who holds which duty."""

    lines: tuple[HeldLine, ...]
    delegations: tuple[PassedLine, ...]
    aways: tuple[PassedLine, ...]
    #: What has ended lately.
    ended: tuple[PassedLine, ...]


#: With more people by a role, the role's name stands alone.
NAMES_SHOWN = 3


def held_page(access: Access) -> HeldPage:
    """Every duty, what is handed over and who covers; four statements."""
    school, today = access.school, access.today
    team = team_of(school, today)
    keeps = access.can(Permission.EDIT_DUTIES)
    since = today - dt.timedelta(days=TOLD_DAYS)
    recent = Delegation.objects.filter(school=school, ends_on__gte=since)
    rows = list(recent.select_related("giver", "taker"))
    away_rows = Away.objects.filter(school=school).not_over(today)
    aways = list(away_rows.select_related("user", "cover"))
    delegations = [_delegated(row, access, keeps) for row in rows]
    return HeldPage(
        tuple(_held(team, duty, access, keeps) for duty in HeldDuty),
        tuple(line for line in delegations if line.state != "closed"),
        tuple(_away(row, access, keeps) for row in aways),
        tuple(line for line in delegations if line.state == "closed"),
    )


def _held(team: Team, duty: HeldDuty, access: Access, keeps: bool) -> HeldLine:
    hands = team.all_hands[duty]
    holders = team.holders_of(duty)
    role = next((r.label for r in duty.roles if any(r in held for held in team.roles.values())), "")
    is_many = len(hands) > NAMES_SHOWN and all(h.because is Because.ROLE for h in hands)
    shown = () if is_many else tuple(_hand(team, hand) for hand in hands)
    named = tuple(row for row in team.holders if row.duty == duty)
    mine = any(person == access.user.pk for person, _ in holders)
    by_role = "" if any(b is Because.NAMED for _, b in holders) else role
    if is_many:
        by_role = f"{role}: {len(hands)} people"
    return HeldLine(duty, shown, named, by_role, keeps or mine)


def _hand(team: Team, hand: Hand) -> HandLine:
    words = {
        Because.NAMED: "named",
        Because.ROLE: "by role",
        Because.HANDED: f"handed over by {team.name(hand.holder)}",
        Because.COVERS: f"covers for {team.name(hand.holder)}",
    }[hand.because]
    if hand.until:
        words += f" until {hand.until:%a} {hand.until.day} {hand.until:%b}"
    return HandLine(team.name(hand.person), hand.person, words, hand.is_uncovered)


def _delegated(row: Delegation, access: Access, keeps: bool) -> PassedLine:
    is_mine = access.user.pk in (row.giver_id, row.taker_id)
    state, words = _state(row, access.today)
    note = row.note if keeps or is_mine else ""
    return PassedLine(
        row,
        row.giver.name,
        row.taker.name,
        HeldDuty(row.duty),
        is_mine or keeps,
        state,
        words,
        note,
    )


def _away(row: Away, access: Access, keeps: bool) -> PassedLine:
    is_mine = access.user.pk in (row.user_id, row.cover_id)
    state, words = _state(row, access.today)
    note = row.note if keeps or is_mine else ""
    return PassedLine(
        row, row.user.name, row.cover.name, None, is_mine or keeps, state, words, note
    )


def _state(row: Delegation | Away, today: dt.date) -> tuple[str, str]:
    if row.back_on and row.back_on <= today:
        return "closed", "Handed back"
    if row.ends_on < today:
        return "closed", "Ended by itself"
    return ("waiting", "To come") if row.starts_on > today else ("on_track", "Now")


def takers_for(team: Team, duty: HeldDuty, *, but: UUID | None) -> list[tuple[UUID, str]]:
    """Colleagues whose own roles allow the duty, by name."""
    found = [(pk, name) for pk, name in team.names.items() if pk != but and team.may(pk, duty)]
    return sorted(found, key=lambda each: each[1])


def colleagues(team: Team, *, but: UUID | None) -> list[tuple[UUID, str]]:
    """Everybody who works with children here, by name."""
    near = {
        pk
        for pk, held in team.roles.items()
        if any(ROLES[role].reach > Reach.NOBODY for role in held)
    }
    found = [(pk, name) for pk, name in team.names.items() if pk in near and pk != but]
    return sorted(found, key=lambda each: each[1])


def holder_of(school: School, pk: UUID) -> DutyHolder | None:
    """Somebody who is named for a duty."""
    return DutyHolder.objects.filter(school=school, pk=pk).select_related("user").first()


def delegation_of(access: Access, pk: UUID) -> Delegation | None:
    """What was handed over, for the two and for who keeps duties."""
    rows = Delegation.objects.filter(school=access.school, pk=pk)
    if not access.can(Permission.EDIT_DUTIES):
        rows = rows.filter(Q(giver=access.user) | Q(taker=access.user))
    return rows.select_related("giver", "taker", "school").first()


def away_of(access: Access, pk: UUID) -> Away | None:
    """Who is away, for the two and for who keeps duties."""
    rows = Away.objects.filter(school=access.school, pk=pk)
    if not access.can(Permission.EDIT_DUTIES):
        rows = rows.filter(Q(user=access.user) | Q(cover=access.user))
    return rows.select_related("user", "cover", "school").first()


def not_allowed(team: Team, away: Away) -> list[HeldDuty]:
    """What of an absent person's duties the cover's own roles do not allow."""
    return [duty for duty in team.held_by(away.user_id) if not team.may(away.cover_id, duty)]


def people_of(pks: list[UUID]) -> dict[UUID, User]:
    """People by their ids."""
    return {user.pk: user for user in User.objects.filter(pk__in=pks)}
