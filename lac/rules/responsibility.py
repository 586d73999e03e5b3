"""Whether a council shares parental responsibility for a child whom it looks after."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sharing:
    """What a legal status says of parental responsibility."""

    council_has_it: bool
    words: str
    citation: str


CARE_ORDER = Sharing(
    council_has_it=True,
    words="The council shares it with the parents, and says how far parents may use it.",
    citation="Children Act 1989 s.33(3)",
)
_KEPT = "Parents keep it. The council has none of its own."
#: By the code of the legal status; a status that is not known says nothing.
BY_STATUS: dict[str, Sharing] = {
    "full": CARE_ORDER,
    # An interim order is a care order for this: s.31(11).
    "interim": Sharing(
        council_has_it=True,
        words=CARE_ORDER.words,
        citation="Children Act 1989 s.33(3) with s.31(11)",
    ),
    "placement": Sharing(
        council_has_it=True,
        words="The council has it, with the parents, and the adopters once the child is placed. "
        "The council says how far parents and adopters may use it.",
        citation="Adoption and Children Act 2002 s.25",
    ),
    "emergency": Sharing(
        council_has_it=True,
        words="Whoever got the order has it while it lasts, as far as the child’s welfare needs it.",
        citation="Children Act 1989 s.44(4)–(5)",
    ),
    "police": Sharing(
        council_has_it=False,
        words="Parents keep it. The police do what is reasonable for the child’s welfare.",
        citation="Children Act 1989 s.46(9)",
    ),
    "agreed": Sharing(
        council_has_it=False,
        words=f"{_KEPT} They agree to where the child lives, and decide.",
        citation="Children Act 1989 s.20(7)–(8)",
    ),
    "remand": Sharing(
        council_has_it=False,
        words=_KEPT,
        citation="Legal Aid, Sentencing and Punishment of Offenders Act 2012 s.104",
    ),
}


def responsibility_of_council(legal_status: str) -> Sharing | None:
    """What a legal status says of the council's parental responsibility; None: not known."""
    return BY_STATUS.get(legal_status)
