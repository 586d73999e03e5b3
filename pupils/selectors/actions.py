"""Agreed actions: of a child, of a person, of where they were agreed."""

from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import ROLES, Reach
from aylsham.models import School, User
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction, Pupil
from pupils.selectors.adults import adults_at

#: Roles that open children's records: whoever holds one can be given an action.
WITH_RECORDS = frozenset(role for role, rule in ROLES.items() if rule.reach > Reach.NOBODY)


def actions_of(access: Access, pupil: Pupil) -> list[AgreedAction]:
    """Open actions about a child that the asker may read, the next due first."""
    actions = AgreedAction.objects.open().filter(school_id=pupil.school_id, pupil=pupil)
    return list(actions.readable_by(access).select_related("owner"))


def action_of(access: Access, pupil: Pupil, pk: UUID) -> AgreedAction | None:
    """One action about this child that the asker may read, open or over."""
    actions = AgreedAction.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    actions = actions.readable_by(access)
    return actions.select_related("owner", "done_by", "withdrawn_by").first()


def actions_from(
    access: Access, source: ActionSource, source_id: UUID, school: School
) -> list[AgreedAction]:
    """What was agreed at one meeting, talk or piece of advice, as far as the asker may read it."""
    return list(actions_of_source(access, source, source_id, school))


def actions_of_source(
    access: Access, source: ActionSource, source_id: UUID, school: School
) -> QuerySet[AgreedAction]:
    """The rows of the same, to be read together with others."""
    actions = AgreedAction.objects.filter(school=school, source=source, source_id=source_id)
    return actions.readable_by(access).select_related("owner").order_by("id")


def open_actions(access: Access, *, only_mine: bool) -> list[AgreedAction]:
    """Open actions about children in reach, the next due first; of the asker, or of everybody."""
    actions = AgreedAction.objects.open().filter(
        school__in=access.schools, pupil__in=Pupil.objects.visible_to(access)
    )
    if only_mine:
        actions = actions.filter(owner=access.user)
    actions = actions.readable_by(access)
    return list(actions.select_related("owner", "pupil"))


def colleagues_at(school: School, *, today) -> list[User]:
    """Everybody with a live role at the school, by name: who can be given an action."""
    found = {
        adult.user.pk: adult.user for adult in adults_at(school, today=today, roles=WITH_RECORDS)
    }
    return list(found.values())
