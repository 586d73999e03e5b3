"""What points to a child, and the words about a need without it: an offer to the SENDCo."""

from dataclasses import dataclass

from aylsham.codes import Sensitivity
from aylsham.models import Membership
from pupils.models import ClassGroup, Contact, ModeratedNeed, Pupil, Strategy
from pupils.rules.anonymous import Names, could_point, name_parts, without_names


@dataclass(frozen=True)
class Offered:
    """Words without names for the three boxes, and what could still point to the child."""

    seen: str
    impact: str
    helps: str
    marks: tuple[str, ...]


def names_about(pupil: Pupil) -> Names:
    """The names of the child, of the school's children, families, adults and classes.

    Four statements.
    """
    mine = {"school_id": pupil.school_id}
    children = Pupil.objects.filter(**mine).exclude(pk=pupil.pk)
    others = {
        *children.values_list("first_name", flat=True),
        *children.values_list("preferred_first_name", flat=True),
        *Contact.objects.filter(pupil=pupil, **mine).values_list("name", flat=True),
        *Membership.objects.filter(federation__schools=pupil.school_id, ends_on=None).values_list(
            "user__name", flat=True
        ),
    }
    own = (pupil.preferred_first_name, pupil.first_name, pupil.last_name)
    return Names(
        child=(*name_parts(*own), *filter(None, (pupil.upn, pupil.former_upn))),
        others=name_parts(*others),
        classes=tuple(set(ClassGroup.objects.filter(**mine).values_list("name", flat=True))),
        schools=_short_and_long(pupil.school.name),
    )


def offered(moderated: ModeratedNeed) -> Offered:
    """The need in a teacher's words and what helps with it, names taken out; five statements."""
    need, names = moderated.need, names_about(moderated.pupil)
    helps = Strategy.objects.filter(
        school_id=moderated.school_id,
        need=need,
        ended_on=None,
        sensitivity=Sensitivity.EVERYONE,
    ).order_by("since_on", "pk")
    texts = (
        need.in_words,
        need.impact,
        "\n".join(text for text in helps.values_list("text", flat=True) if text),
    )
    seen, impact, helping = (without_names(text, names) for text in texts)
    return Offered(seen, impact, helping, tuple(could_point("\n".join((seen, impact, helping)))))


def _short_and_long(name: str) -> tuple[str, ...]:
    """`Bure Valley School` is also called Bure Valley."""
    kinds = (" and Nursery School", " Infant", " Junior", " Primary", " Nursery", " School")
    short = name
    for kind in kinds:
        short = short.split(kind)[0]
    return tuple(dict.fromkeys((name, short)))
