"""The way from a text about a child to the safeguarding lead, beside the text itself."""

from uuid import UUID

from django import template

from pupils.handed_texts import SEALED, texts, texts_in

register = template.Library()


@register.inclusion_tag("pupils/safeguarding/beside.html", takes_context=True)
def tell_lead(
    context, kind: str, pk: UUID | None, *words, about: str = "", child: UUID | None = None
) -> dict:
    """A link that hands a text over; none where nothing is written, or sealed already.

    `about` tells several links of one page apart for those who hear them; `child` is needed on a
    page that is not about one.
    """
    if kind not in texts():
        raise template.TemplateSyntaxError(f"“{kind}” is no text that can be handed over.")
    is_said = any(each != SEALED for value in words for each in texts_in(value))
    if child is None and "record" in context:
        child = context["record"].pupil.pk
    request = context["request"]
    # Who may not read such words at all finds nothing behind the link.
    is_shown = is_said and pk and child and request.access.can(texts()[kind].permission)
    return {
        "is_shown": is_shown,
        "school": request.school,
        "child": child,
        "kind": kind,
        "pk": pk,
        "about": about,
    }
