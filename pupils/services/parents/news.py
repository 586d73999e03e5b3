"""News of stages: an e-mail when something has moved for a child, once, unless it is held back."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.calendars import calendar_of
from aylsham.models import School, User
from pupils.models import ParentPage, Pupil, StageHold
from pupils.parent_codes import PageScope, PageStep, PageStop
from pupils.parent_parts import keys_of
from pupils.rules.parents import has_moved
from pupils.selectors.parents.pages import is_at_address
from pupils.selectors.parents.stages import stages_of
from pupils.services.parents.pages import is_barred, note, send_link, stop_by_itself
from pupils.services.recording import lock_pupil, record_change

NEWS_MAIL = "stage_moved"


def tell_of_stages(*, school: School, today: dt.date) -> int:
    """Tell the readers of a school's pages whose child's stages have moved; how many were told.

    On school days only, at most once a day for each page: whoever moved a stage by mistake has
    until the next morning, and whoever wants to ring first holds the news back.
    """
    if not calendar_of(school).is_open_day(today):
        return 0
    held = set(StageHold.objects.filter(school=school).values_list("pupil_id", flat=True))
    here = Pupil.objects.on_roll(today).filter(school=school, closed_on=None)
    pages = ParentPage.objects.filter(
        school=school,
        scope=PageScope.WHOLE,
        stopped_on=None,
        locked_at=None,
        expires_on__gte=today,
        pupil__in=here,
    ).exclude(pupil__in=held)
    return sum(_tell(page, today) for page in pages.select_related("pupil").order_by("pk"))


@transaction.atomic
def _tell(page: ParentPage, today: dt.date) -> bool:
    page.pupil.school = page.school
    page = _locked(page)
    if not page.is_live or page.told_on == today or page.contact is None:
        return False
    stages = stages_of(page.pupil, page.contact, today=today)
    if not has_moved(page.told, stages):
        return False
    # An order may have come since: whoever may no longer be told hears nothing, for good.
    if not is_at_address(page) or is_barred(page):
        note(page, PageStep.HELD_BACK)
        stop_by_itself(page, PageStop.RULES)
        return False
    page.told, page.told_on = keys_of(stages), today
    # A new link comes with new codes, or it would be a door without a key.
    page.codes_sent = 0
    page.save(update_fields=["told", "told_on", "codes_sent"])
    send_link(page, NEWS_MAIL, {"until": page.expires_on}, by=None)
    note(page, PageStep.NEWS)
    return True


def _locked(page: ParentPage) -> ParentPage:
    pupil = lock_pupil(page.pupil)
    rows = ParentPage.objects.select_for_update(of=("self",), no_key=True)
    locked = rows.select_related("contact").get(school_id=page.school_id, pk=page.pk)
    locked.pupil, locked.school = pupil, pupil.school
    return locked


@transaction.atomic
def hold_news(*, pupil: Pupil, by: User) -> StageHold:
    """Send no e-mails about the stages of a child until somebody says so; once is enough."""
    pupil = lock_pupil(pupil)
    hold, is_new = StageHold.objects.get_or_create(
        school=pupil.school, pupil=pupil, defaults={"held_on": clock.today(), "held_by": by}
    )
    if is_new:
        _record(pupil, by, "news_held")
    return hold


@transaction.atomic
def let_news_go(*, pupil: Pupil, by: User) -> None:
    """Send e-mails about the stages again: what has moved meanwhile is told the next morning."""
    pupil = lock_pupil(pupil)
    if StageHold.objects.filter(school=pupil.school, pupil=pupil).delete()[0]:
        _record(pupil, by, "news_on")


@transaction.atomic
def count_as_told(*, page: ParentPage, by: User) -> ParentPage:
    """Somebody told this person of the stages themselves: no e-mail follows about them."""
    lock_pupil(page.pupil)
    page = _locked(page)
    page.told = keys_of(stages_of(page.pupil, page.contact, today=clock.today()))
    page.save(update_fields=["told"])
    _record(page.pupil, by, "told_ourselves")
    return page


def _record(pupil: Pupil, by: User, step: str) -> None:
    record_change(
        Action.SEND_PARENT_PAGE, pupil=pupil, by=by, detail={"step": step}, moves_dates=False
    )
