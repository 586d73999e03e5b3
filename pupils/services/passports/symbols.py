"""The picture beside a line of a passport, chosen by the child or an adult."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import PassportSymbol, Pupil
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock_pupil, record_change
from pupils.symbols import NO_PICTURE, SYMBOLS


@transaction.atomic
def choose_symbol(*, pupil: Pupil, line: str, symbol: str, by: User) -> None:
    """Put a picture beside a line (see `easy.key_of`); an empty one takes away what was chosen."""
    if symbol and symbol not in SYMBOLS and symbol != NO_PICTURE:
        raise TransitionNotAllowed("This picture is not one of ours. Choose another.")
    pupil = lock_pupil(pupil)
    passport = passport_of(pupil)
    mine = {"school": passport.school, "passport": passport, "line": line}
    if symbol:
        chosen = {"symbol": symbol, "chosen_by": by, "chosen_at": clock.moment()}
        PassportSymbol.objects.update_or_create(**mine, defaults=chosen)
    else:
        PassportSymbol.objects.filter(**mine).delete()
    record_change(Action.WRITE_PASSPORT, pupil=pupil, by=by, subject=passport, moves_dates=False)
