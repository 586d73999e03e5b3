"""A child's whole record as the sharing rules see it: pure."""

from pupils.rules.sharing import Answer, Cut, Family, Thing, ThingKind, Verdict


def whole_record(family: Family) -> Thing:
    """Everything kept about a child: every home, everybody's words, places and times."""
    return Thing(
        ThingKind.NOTES,
        homes=frozenset(home.id for home in family.homes),
        words_of=frozenset(each.id for each in family.people),
        tells_whereabouts=True,
        has_sensitive_parts=True,
        is_statutory=True,
    )


def for_no_contact(family: Family) -> Verdict:
    """What stays hidden from somebody who asks with a right of their own and is no contact.

    Nobody knows with whom they speak: every withheld home, and whoever lives there.
    """
    homes = frozenset(
        home.id for home in family.homes if home.is_withheld_from_everybody or home.withheld_from
    )
    people = frozenset(each.id for each in family.people if each.home in homes)
    if not homes:
        return Verdict(Answer.ALLOWED)
    reason = "An address is withheld, and whoever asks is not on the family's page."
    return Verdict(Answer.CUT, (reason,), frozenset({Cut.ADDRESS}), homes, people)
