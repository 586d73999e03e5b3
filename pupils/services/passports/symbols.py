"""The picture beside a line of a passport, chosen by the child or an adult."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import PassportSymbol, Pupil
from pupils.rules.lines import LineKey
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock_pupil, record_change
from pupils.symbols import SYMBOLS


@transaction.atomic
def choose_symbol(*, pupil: Pupil, line: LineKey, symbol: str, by: User) -> None:
    """Put a picture beside a line; an empty one takes away what was chosen."""
    if symbol and symbol not in SYMBOLS:
        raise TransitionNotAllowed("This picture is not one of ours. Choose another.")
    pupil = lock_pupil(pupil)
    passport = passport_of(pupil)
    mine = {"school": passport.school, "passport": passport, "line": str(line)}
    if symbol:
        chosen = {"symbol": symbol, "chosen_by": by, "chosen_at": clock.moment()}
        PassportSymbol.objects.update_or_create(**mine, defaults=chosen)
    else:
        PassportSymbol.objects.filter(**mine).delete()
    record_change(Action.WRITE_PASSPORT, pupil=pupil, by=by, subject=passport, moves_dates=False)
