"""Nobody gives a programme untrained, unless somebody says why it goes on all the same."""

from typing import Any

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from provision.giver_checks import Giving, Missing, giver_checks
from provision.models import Provision

ASKED = (
    "Choose somebody who is trained, or tick “Give it all the same” and say why. "
    "The reason is kept."
)


class UntrainedGiver(TransitionNotAllowed):
    """The adult has not had a training that the programme asks for."""

    def __init__(self, missing: tuple[Missing, ...]):
        super().__init__(f"{' '.join(each.words for each in missing)} {ASKED}")


def missing_for(school: School, facts: dict[str, Any]) -> tuple[Missing, ...]:
    """What the named adult lacks for the intervention on its first day, or today if that is later."""
    item, own = facts.get("shared_item"), facts.get("own_item")
    if not facts.get("staff") or not (item or own):
        return ()
    on = max(facts["starts_on"], clock.today())
    giving = Giving(school, facts["staff"], item, own, on)
    return tuple(each for check in giver_checks() for each in check.missing(giving))


def missing_of(provision: Provision) -> tuple[Missing, ...]:
    """What the adult of a provision lacks and nobody has accepted."""
    names = ("staff", "shared_item", "own_item", "starts_on")
    facts = {name: getattr(provision, name) for name in names}
    found = missing_for(provision.school, facts)
    if not found:
        return ()
    known = {key for check in giver_checks() for key in check.accepted(provision)}
    return tuple(each for each in found if each.key not in known)


def require_trained(missing: tuple[Missing, ...], anyway: str) -> None:
    """Refuse an adult who is not trained; `anyway` is the reason why they give it all the same."""
    if missing and not anyway.strip():
        raise UntrainedGiver(missing)


def keep_override(
    provision: Provision, missing: tuple[Missing, ...], anyway: str, by: User | None
) -> None:
    """Write down who lets somebody untrained give it, and why."""
    for check in giver_checks() if missing else ():
        check.keep(provision, missing, anyway.strip(), by)


def overrides_of(provision: Provision) -> list[str]:
    """What was said when somebody untrained was let give it."""
    return [words for check in giver_checks() for words in check.said(provision)]
