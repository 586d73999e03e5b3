"""A round of moderation: rated at another school, to settle, to describe; the lead drew it."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import BlindLook, ModeratedNeed
from pupils.selectors.moderation.naming import offered
from pupils.services.moderation.describing import approve_description
from pupils.services.moderation.drawing import draw_round
from pupils.services.moderation.rating import rate_blind
from pupils.services.moderation.settling import settle

DRAWN_ON = dt.date(2026, 11, 2)
DAYS = {
    "approve_by": dt.date(2026, 11, 27),
    "rate_by": dt.date(2026, 12, 4),
    "settle_by": dt.date(2026, 12, 18),
}
SEED = 20261102
#: How far others rate from our own level, in turn, and why.
APART = (0, 0, -1, 0, 1, 0, 0, -1, 0, 0, 1, 0)
WHY = "Pictures and a clear task seem to be enough on most days."
#: Of the drawn needs: sent away, of them rated, of them settled.
SENT, RATED, SETTLED = 11, 10, 5


def load_moderation(school: School, others: list[School], *, lead: User, rater: User) -> None:
    """Most of the sample has been rated at the infant school; a few needs wait at each step."""
    with school_transaction(school, *others):
        draw_round(
            federation=school.federation,
            schools=[school],
            per_school=16,
            today=DRAWN_ON,
            by=lead,
            seed=SEED,
            **DAYS,
        )
        rows = ModeratedNeed.objects.filter(school=school).select_related("need", "pupil__school")
        for place, row in enumerate(rows.order_by("place")[:SENT]):
            _take(row, place, lead, rater)


def _take(row: ModeratedNeed, place: int, lead: User, rater: User) -> None:
    """One need as far as its place in the sample says."""
    words = offered(row)
    sent = approve_description(
        moderated=row,
        seen=words.seen or "Waits to see what others do, then copies them.",
        impact=words.impact,
        helps=words.helps,
        today=DRAWN_ON + dt.timedelta(days=7),
        by=lead,
    )
    if place >= RATED:
        return
    level = min(max(row.own_level + APART[place % len(APART)], 1), 4)
    look = BlindLook.objects.get(pk=sent.first_look)
    rated_on = DRAWN_ON + dt.timedelta(days=16)
    rate_blind(look=look, level=level, why=WHY, today=rated_on, by=rater)
    row.refresh_from_db()
    if place < SETTLED:
        settle(
            moderated=row,
            level=row.own_level,
            why="We see more in the afternoon than the words can say; it stays.",
            today=DRAWN_ON + dt.timedelta(days=18),
            by=lead,
        )
