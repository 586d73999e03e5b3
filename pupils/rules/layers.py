"""Where a child's status today and the proposed layer do not fit together: pure, no Django.

White paper "Every child achieving and thriving" and consultation of 23 February 2026: universal,
targeted, targeted plus and specialist, EHC plans for a specialist provision package only, no change
of support before September 2030. Nothing of it is law: a misfit is a question to a person, never a
change of the status. The readings are the house's own.
"""

from dataclasses import dataclass

CITATION = "White paper of 23 February 2026 (proposed, not law)"
NONE, SUPPORT, PLAN = "N", "K", "E"
UNIVERSAL, TARGETED, PLUS, SPECIALIST = "universal", "targeted", "plus", "specialist"
#: A level of need from which adapted work or an adult is needed for much of the day.
HIGH = 3


@dataclass(frozen=True)
class Misfit:
    """What does not fit, and what a person can do about it."""

    what: str
    to_do: str


_BY_PAIR = {
    (NONE, TARGETED): Misfit(
        "Not on the register, but the layer says targeted",
        "If the support is special educational provision, put the child on SEN support and tell "
        "the parents. If not, set the layer to universal.",
    ),
    (SUPPORT, UNIVERSAL): Misfit(
        "SEN support, but the layer says universal",
        "If ordinary classroom practice is enough, look at whether SEN support should end. "
        "If more is given, set the layer to targeted.",
    ),
    (SUPPORT, SPECIALIST): Misfit(
        "SEN support, but the layer says specialist",
        "Look at whether an EHC needs assessment should be asked for. If not, targeted plus may "
        "say it better.",
    ),
    (PLAN, UNIVERSAL): Misfit(
        "EHC plan, but the layer says universal",
        "The plan holds, whatever the layer. Set the layer by what Section F provides.",
    ),
    (PLAN, TARGETED): Misfit(
        "EHC plan, but the layer says targeted",
        "The plan holds, whatever the layer. Set the layer by what Section F provides.",
    ),
}
_OFF_REGISTER = Misfit(
    "Not on the register, but the layer says more than targeted",
    "Look at whether the child should be on SEN support, and set the layer again after that.",
)
_HIGH_NEED = Misfit(
    "A need is rated high, but the layer says universal or targeted",
    "Rate the need again by what is seen, or look at whether targeted plus is nearer.",
)


def misfit_of(status: str, layer: str, level: int | None) -> Misfit | None:
    """What does not fit between status (N, K, E), layer and the highest level of need (1 to 4).

    None where all is well, or where there is no layer.
    """
    if not layer:
        return None
    if found := _BY_PAIR.get((status, layer)):
        return found
    if status == NONE and layer in (PLUS, SPECIALIST):
        return _OFF_REGISTER
    if (level or 0) >= HIGH and layer in (UNIVERSAL, TARGETED):
        return _HIGH_NEED
    return None


def is_missing(status: str, layer: str) -> bool:
    """On the register without a layer; a child who is not on it needs none."""
    return status != NONE and not layer
