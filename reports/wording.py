"""What a list is, in one plain sentence: shown above it, printed on it, kept with it."""

from aylsham.access.current import Access
from aylsham.datewords import full_day_words
from pupils.codes import SenStatus
from reports.filters import ChildrenFilter, year_place

_PHRASES = {
    "text": "with “{}” in their name or as their UPN",
    "school": "at {}",
    "year": "in {}",
    "year_to": "up to {}",
    "group": "in class {}",
    "need": "with the need {}",
    "area": "with a need in the area {}",
    "flag": "marked {}",
    "layer": "in the proposed layer “{}”",
    "untold": "whose parents have not been told yet",
}
_STATUS = {
    SenStatus.SUPPORT: "on SEN support",
    SenStatus.PLAN: "with an EHC plan",
    SenStatus.NONE: "without SEN",
}
_SORTED = {
    "name": "family name",
    "year": "year group",
    "class": "class",
    "status": "SEN status",
    "need": "primary need",
    "since": "the day they came on the register at this level",
    "school": "school",
}


def definition(
    access: Access,
    form: ChildrenFilter,
    *,
    only_register: bool,
    sort: str = "",
    count: int | None = None,
) -> str:
    """`Children of Bure Valley on SEN support, in Year 3 to Year 6, sorted by class; as on Mon 23
    November 2026; 14 children.`

    Without a count it is what a saved list says, whatever the day.
    """
    chosen = dict(form.chosen)
    parts = [f"Children of {_where(access)} {_whom(chosen, only_register=only_register)}"]
    parts += list(filter(None, [_years(form, chosen)]))
    parts += [phrase(form, name, value) for name, value in chosen.items()]
    parts.append(_order(sort))
    sentence = ", ".join(filter(None, parts))
    if count is None:
        return f"{sentence}."
    counted = "1 child" if count == 1 else f"{count:,} children"
    return f"{sentence}; as on {access.today:%a} {full_day_words(access.today)}; {counted}."


def phrase(form: ChildrenFilter, name: str, value) -> str:
    """One condition in words."""
    words = choice_words(form, name, value)
    if name in _PHRASES:
        return _PHRASES[name].format(words)
    return (
        _STATUS[SenStatus(value)]
        if name == "status"
        else f"with {form.fields[name].label}: {words}"
    )


def choice_words(form: ChildrenFilter, name: str, value) -> str:
    """What a list to choose from calls a value."""
    choices = {str(k): v for k, v in getattr(form.fields[name], "choices", ())}
    return str(choices.get(str(value), value))


def _where(access: Access) -> str:
    if access.school:
        return access.school.name
    if len(access.schools) <= 3:
        return _listed([s.name for s in access.schools])
    return f"{len(access.schools)} schools"


def _whom(chosen: dict, *, only_register: bool) -> str:
    """Their status, which is taken from what was chosen."""
    if status := chosen.pop("status", ""):
        return _STATUS[SenStatus(status)]
    both = f"{_STATUS[SenStatus.SUPPORT]} or {_STATUS[SenStatus.PLAN]}"
    return both if only_register else "on roll"


def _years(form: ChildrenFilter, chosen: dict) -> str:
    """From one year group to another, both taken from what was chosen."""
    if not (chosen.get("year") and chosen.get("year_to")):
        return ""
    years = sorted((chosen.pop("year"), chosen.pop("year_to")), key=year_place)
    first, last = (choice_words(form, "year", year) for year in years)
    return f"in {first} to {last}"


def _order(sort: str) -> str:
    key = sort.lstrip("-") or "name"
    if key not in _SORTED:
        key, sort = "name", ""
    return f"sorted by {_SORTED[key]}{', last first' if sort.startswith('-') else ''}"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
