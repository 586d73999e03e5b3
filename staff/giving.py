"""Tells provision whether an adult is trained for what they are to give."""

from uuid import UUID

from aylsham.datewords import full_day_words
from aylsham.models import User
from provision.giver_checks import GiverCheck, Giving, Missing, register_giver_check
from provision.models import Provision
from staff.rules.training import Standing
from staff.selectors.exceptions import noted_in_plans
from staff.selectors.requirements import names_of, overrides_of, requirements, standings
from staff.services.requirements import accept_untrained


def _missing(giving: Giving) -> tuple[Missing, ...]:
    topics = requirements(giving.school).of(giving.shared_item, giving.own_item)
    if not topics:
        return ()
    person = giving.staff.pk
    held = standings(giving.school, [topic.pk for topic in topics], giving.on, [person])
    found = []
    for topic in topics:
        standing, until = held.of(person, topic.pk)
        if standing == Standing.OVER and until:
            ends = full_day_words(until)
            words = f"{giving.staff.name}’s training in {topic.name} ends on {ends}."
            found.append(Missing(topic.pk, words))
        elif standing.is_gap:
            words = f"{giving.staff.name} is not trained in {topic.name}."
            found.append(Missing(topic.pk, words))
    return tuple(found)


def _accepted(provision: Provision) -> frozenset[UUID]:
    """Also what a plan of the week has noted: nobody is asked for a reason twice."""
    rows = [row for row in overrides_of(provision) if row.user_id == provision.staff_id]
    found = frozenset(key for row in rows for key in row.missing)
    noted = noted_in_plans(provision.school, provision.pk)
    if any(each.member.user_id == provision.staff_id for each in noted):
        topics = requirements(provision.school).of(provision.shared_item, provision.own_item)
        found |= {topic.pk for topic in topics}
    return found


def _keep(provision: Provision, missing: tuple[Missing, ...], why: str, by: User | None) -> None:
    keys = [each.key for each in missing]
    accept_untrained(provision=provision, missing=keys, why=why, by=by)


def _said(provision: Provision) -> tuple[str, ...]:
    rows = overrides_of(provision)
    names = names_of({key for row in rows for key in row.missing}) if rows else {}
    noted = noted_in_plans(provision.school, provision.pk)
    return tuple(
        f"{row.user.name}, without {', '.join(names.get(key, '') for key in row.missing)}: "
        f"{row.why} ({f'{row.said_by.name}, ' if row.said_by else ''}{full_day_words(row.said_on)})"
        for row in rows
    ) + tuple(
        f"{each.member.name}, noted in the plan {each.plan.name}: {each.why} "
        f"({full_day_words(each.on)})"
        for each in noted
    )


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_giver_check(GiverCheck(_missing, _accepted, _keep, _said))
