"""What a list is, in one plain sentence: shown above it, printed on it, kept with it."""

from aylsham.access.current import Access
from aylsham.datewords import full_day_words
from reports.filters import ChildrenFilter

_PHRASES = {
    "text": "with “{}” in their name or as their UPN",
    "school": "at {}",
    "year": "in {}",
    "group": "in class {}",
    "status": "with status {}",
    "need": "with the need {}",
    "area": "with a need in the area {}",
    "flag": "marked {}",
    "untold": "whose parents have not been told yet",
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


def definition(access: Access, form: ChildrenFilter, *, only_register: bool, sort: str = "") -> str:
    """`Children on the SEND register of Bure Valley School on 23 November 2026: in Year 4.`"""
    whom = "on the SEND register" if only_register else "on roll"
    if access.school:
        where = f"of {access.school.name}"
    elif len(access.schools) <= 3:
        where = f"of {_listed([s.name for s in access.schools])}"
    else:
        where = f"of {len(access.schools)} schools"
    if not only_register:
        where = where.replace("of ", "at ", 1)
    sentence = f"Children {whom} {where} on {full_day_words(access.today)}"
    conditions = [_phrase(form, name, value) for name, value in form.chosen.items()]
    if conditions:
        sentence += f": {_listed(conditions)}"
    key = sort.lstrip("-")
    if key in _SORTED and sort != "name":
        sentence += f", sorted by {_SORTED[key]}{', last first' if sort.startswith('-') else ''}"
    return f"{sentence}."


def _phrase(form: ChildrenFilter, name: str, value) -> str:
    choices = {str(k): v for k, v in getattr(form.fields[name], "choices", ())}
    return _PHRASES[name].format(choices.get(str(value), value))


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
