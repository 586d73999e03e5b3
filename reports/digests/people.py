"""Who hears of what is due, at which school: roles, preferences, holiday cover."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.db.models import F, Q

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.models import Closure, HolidayCover, Membership, ReminderPreference, School, Term
from aylsham.school_calendar import Period, SchoolCalendar
from reports.digests.planning import Post, Rhythm
from staff.models import Away, Delegation

#: How often a role hears of what is due; the others look when they want to.
RHYTHMS: dict[Role, Rhythm] = {
    Role.SENDCO: Rhythm.DAILY,
    Role.ASSISTANT_SENDCO: Rhythm.DAILY,
    Role.DESIGNATED_TEACHER: Rhythm.DAILY,
    Role.SEND_ADMINISTRATOR: Rhythm.DAILY,
    Role.HEAD: Rhythm.WEEKLY,
    Role.DEPUTY: Rhythm.WEEKLY,
    Role.FEDERATION_SEND_LEAD: Rhythm.WEEKLY,
    Role.PHASE_LEADER: Rhythm.WEEKLY,
    Role.CLASS_TEACHER: Rhythm.WEEKLY,
    Role.KEY_PERSON: Rhythm.WEEKLY,
}
#: Who covers the holidays where nobody was named, the first that a school has.
COVERING = (Role.SENDCO, Role.ASSISTANT_SENDCO, Role.FEDERATION_SEND_LEAD, Role.HEAD)

Place = tuple[UUID, UUID]  # person, school


def posts_on(today: dt.date) -> list[Post]:
    """Everybody at every school, after preferences; read with every school's wall open."""
    roles = _roles(today)
    federations = dict(School.objects.values_list("pk", "federation_id"))
    preferences = {p.user_id: p for p in ReminderPreference.objects.all()}
    cover = _cover(roles)
    covers = _stand_ins(today)
    takers = _takers(today)
    posts: dict[Place, Post] = {}
    for place, held in roles.items():
        rhythm = max(RHYTHMS.get(role, Rhythm.NEVER) for role in held)
        if place in takers and may_see_what_is_due(held):
            rhythm = Rhythm.DAILY  # has a colleague's duty for a time
        person = _receiver(place, roles, preferences, covers, today)
        _add(
            posts,
            Post(
                person=person,
                federation=federations[place[1]],
                school=place[1],
                rhythm=rhythm,
                hour=preferences[person].hour if person in preferences else 7,
                covers=place in cover,
            ),
        )
    return [post for post in posts.values() if post.rhythm or post.covers]


def calendars_of(schools) -> dict[UUID, SchoolCalendar]:
    """The calendars of many schools; two statements."""
    terms: dict[UUID, list[Period]] = defaultdict(list)
    closed: dict[UUID, list[Period]] = defaultdict(list)
    for rows, model in ((terms, Term), (closed, Closure)):
        found = model.objects.filter(school__in=schools)
        for school_id, first, last in found.values_list("school_id", "starts_on", "ends_on"):
            rows[school_id].append((first, last))
    return {
        school.pk: SchoolCalendar(
            terms=tuple(sorted(terms[school.pk])),
            closed=tuple(sorted(closed[school.pk])),
            name=school.name,
            open_in_holidays=school.is_open_in_holidays,
        )
        for school in schools
    }


def may_see_what_is_due(roles: frozenset[Role]) -> bool:
    """Whether somebody with these roles can be sent another's reminders."""
    return any(Permission.VIEW_DUE in ROLES[role].permissions for role in roles)


def _roles(today: dt.date) -> dict[Place, frozenset[Role]]:
    rows = (
        Membership.objects.live(today)
        .filter(Q(school=None) | Q(school=F("federation__schools")), user__is_active=True)
        .values_list("user_id", "federation__schools", "role")
    )
    found: dict[Place, set[Role]] = defaultdict(set)
    for user_id, school_id, role in rows:
        if school_id:
            found[user_id, school_id].add(Role(role))
    return {place: frozenset(held) for place, held in found.items()}


def _cover(roles: Mapping[Place, frozenset[Role]]) -> set[Place]:
    named = {
        (user_id, school_id)
        for user_id, school_id in HolidayCover.objects.values_list("user_id", "school_id")
        if may_see_what_is_due(roles.get((user_id, school_id), frozenset()))
    }
    covered = {school for _, school in named}
    for role in COVERING:
        found = {place for place, held in roles.items() if role in held} - named
        named |= {place for place in found if place[1] not in covered}
        covered |= {school for _, school in found}
    return named


def _receiver(
    place: Place,
    roles: Mapping[Place, frozenset[Role]],
    preferences: Mapping[UUID, ReminderPreference],
    covers: Mapping[Place, UUID],
    today: dt.date,
) -> UUID:
    """Who gets it: who covers or whom it is passed to, if that one may see it; never nobody."""
    start, school = place
    person, seen = start, {start}
    while step := covers.get((person, school)) or _passed(preferences.get(person), today):
        person = step
        if person in seen or not may_see_what_is_due(roles.get((person, school), frozenset())):
            return start
        seen.add(person)
    return person


def _passed(preference: ReminderPreference | None, today: dt.date) -> UUID | None:
    """To whom somebody passes reminders on that day."""
    if preference is None or (preference.passes_until and preference.passes_until < today):
        return None
    return preference.passes_to_id


def _stand_ins(today: dt.date) -> dict[Place, UUID]:
    """Who covers for whom that day."""
    rows = Away.objects.on(today).values_list("user_id", "school_id", "cover_id")
    return {(user, school): cover for user, school, cover in rows}


def _takers(today: dt.date) -> set[Place]:
    """Who has a colleague's duty that day."""
    return set(Delegation.objects.on(today).values_list("taker_id", "school_id"))


def _add(posts: dict[Place, Post], post: Post) -> None:
    place = post.person, post.school
    known = posts.get(place)
    if known:
        post = replace(
            post, rhythm=max(known.rhythm, post.rhythm), covers=known.covers or post.covers
        )
    posts[place] = post
