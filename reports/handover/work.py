"""Parts of the handover pack about people and work: duties, provision, quality, contacts, places."""

import datetime as dt
from collections import Counter

from django.db.models import Count, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import asked_as
from aylsham.calendars import calendar_read
from aylsham.dates import DAY
from aylsham.datewords import day_words, full_day_words
from aylsham.navigation import entries
from aylsham.together import Reads, at_once
from ehcp.models import EhcPlan
from provision.provision_codes import LegalWeight
from provision.selectors.quality import half_term_of, quality_read
from provision.selectors.unplanned import (
    UnplannedLine,
    live_promises_on_roll,
    serving,
    unplanned,
)
from pupils.selectors.providers import providers_read
from pupils.selectors.services import listed_read
from reports.handover.children import WEEKS
from reports.handover.sections import Row
from staff.duty_codes import HeldDuty
from staff.models import SencoPost, TrainingRecord
from staff.rules.duties import Because, Hand
from staff.selectors.duties import NAMES_SHOWN, Team, team_read
from staff.selectors.senco import senco_posts_read
from staff.selectors.training import runs_out_read


def duties(access: Access) -> Reads[list[Row]]:
    """In whose hands each duty is."""
    team = yield from team_read(access.school, access.today)
    return [_duty(team, duty, access.today) for duty in HeldDuty]


def _duty(team: Team, duty: HeldDuty, today: dt.date) -> Row:
    hands = team.all_hands[duty]
    if len(hands) > NAMES_SHOWN and all(hand.because is Because.ROLE for hand in hands):
        words = f"{len(hands)} people by role"
    else:
        words = ", ".join(_hand(team, hand, today) for hand in hands)
    missing = not hands
    return Row(
        duty.label,
        words,
        state="due_soon" if missing else "",
        state_words="Nobody" if missing else "",
    )


def _hand(team: Team, hand: Hand, today: dt.date) -> str:
    until = f" until {day_words(hand.until, today=today)}" if hand.until else ""
    return team.name(hand.person) + until


def provision(access: Access) -> Reads[list[Row]]:
    """What is promised by how it binds, and what of it nobody has planned."""
    promises, served = yield asked_as(_promised, access)
    counted = Counter(row.weight for row in promises)
    sums = [
        Row(str(weight.label), f"{counted[weight]} promised")
        for weight in LegalWeight
        if counted[weight]
    ]
    return sums + [_missing(line) for line in unplanned(promises, served, access.today).lines]


def _promised(access: Access) -> list[QuerySet]:
    return [live_promises_on_roll(access), serving(access)]


def _missing(line: UnplannedLine) -> Row:
    pupil = line.promise.pupil
    return Row(
        line.line.source_words,
        f"{line.line.amount}, {line.missing} minutes a week are not planned",
        name=pupil.full_name,
        pupil=pupil.pk,
        state="overdue" if line.is_council else "due_soon",
        state_words="The council must secure it" if line.is_council else "Not planned in full",
    )


def quality(access: Access) -> Reads[list[Row]]:
    """How far this half-term's sample is, and what is often weak; no names."""
    calendar = yield from calendar_read(access.school)
    begun = half_term_of(calendar, access.today)
    queue = yield from quality_read(access, access.school, begun)
    return [
        *(
            Row(year, f"{looked} of {drawn} papers looked at this half-term")
            for year, looked, drawn in queue.progress
        ),
        *(
            Row(
                pattern.point.title,
                f"{year}, {kind.lower()}: weak in {pattern.weak} of {pattern.looked}",
            )
            for year, kind, pattern in queue.often_weak
            if pattern.is_enough
        ),
    ]


def training(access: Access) -> Reads[list[Row]]:
    """SENCOs who have to qualify, and trainings that run out in twelve weeks or have."""
    school, last = access.school, access.today + WEEKS * 7 * DAY
    posts, trainings = yield from at_once(senco_posts_read(school), runs_out_read(school))
    to_qualify = [post for post in posts if post.ends_on is None and not post.qualified_on]
    ending = sorted((row for row in trainings if row.ends_on <= last), key=lambda row: row.ends_on)
    return [*map(_to_qualify, to_qualify), *(_ending(row, access.today) for row in ending)]


def _to_qualify(post: SencoPost) -> Row:
    words = f"SENCO since {full_day_words(post.became_senco_on)}, not qualified yet"
    return Row(post.user.name, words, state="due_soon", state_words="To qualify")


def _ending(row: TrainingRecord, today: dt.date) -> Row:
    who = row.user.name if row.user else row.member.name
    is_over = row.ends_on < today
    return Row(
        f"{who}: {row.title}",
        f"valid until {full_day_words(row.ends_on)}",
        state="overdue" if is_over else "due_soon",
        state_words="Has run out" if is_over else "Runs out",
    )


def contacts(access: Access) -> Reads[list[Row]]:
    """Councils with their coordinators, services and providers with how to reach them."""
    asked = []
    if access.can(Permission.VIEW_PLANS):
        asked.append(_councils(access))
    if access.can(Permission.VIEW_PROVIDERS):
        asked.append(_providers(access))
    if access.can(Permission.VIEW_REFERRALS):
        asked.append(_services(access))
    found = yield from at_once(*asked)
    return [row for rows in found for row in rows]


def _councils(access: Access) -> Reads[list[Row]]:
    plans = EhcPlan.objects.filter(school=access.school).maintained()
    named = plans.values_list("local_authority", "coordinator").annotate(n=Count("pk"))
    [found] = yield [named.order_by("local_authority", "coordinator")]
    return [
        Row(council, ", ".join(filter(None, (coordinator, f"{n} plan{'' if n == 1 else 's'}"))))
        for council, coordinator, n in found
    ]


def _providers(access: Access) -> Reads[list[Row]]:
    lines = yield from providers_read(access)
    return [Row(f"{line.name}: {line.does}", ", ".join(line.contact)) for line in lines]


def _services(access: Access) -> Reads[list[Row]]:
    services = yield from listed_read(access)
    return [Row(each.name, " · ".join(filter(None, (each.how, each.contact)))) for each in services]


def places(access: Access) -> Reads[list[Row]]:
    """Where things stand in the product: every entry that the reader's roles open."""
    yield from ()  # nothing to read
    found: dict[str, list[str]] = {}
    for entry in entries():
        if entry.place not in ("main", "menu") or entry.level == "federation":
            continue
        if entry.permission is None or access.can(entry.permission):
            where = "Row at the top" if entry.place == "main" else f"Your menu: {entry.group}"
            found.setdefault(where, []).append(entry.label)
    return [Row(where, " · ".join(labels)) for where, labels in found.items()]
