"""What is wrong with the map of a council's form, in sentences that say where. No database."""

from collections.abc import Iterator
from typing import Any

from reports.council_forms.mapping import FORMAT
from reports.council_forms.questions import QUESTIONS

_NEEDED = {
    "council": "whose form it is",
    "title": "what the form is called",
    "version": "which edition of the form it is for",
}


def faults_of(said: Any) -> list[str]:
    """Everything that is wrong; empty when the form can be filled by it."""
    if not isinstance(said, dict):
        return ["The file has to begin with { and end with }."]
    found = []
    if said.get("format") != FORMAT:
        found.append(f"“format” has to be “{FORMAT}”.")
    for name, why in _NEEDED.items():
        if not isinstance(said.get(name), str) or not said[name].strip():
            found.append(f"“{name}” is missing: {why}.")
    if not isinstance(said.get("route", ""), str):
        found.append("“route” has to be words: where the council wants the form.")
    parts = said.get("parts")
    if not isinstance(parts, list) or not parts:
        return [*found, "“parts” is missing: a list of parts, each with a title and fields."]
    for place, part in enumerate(parts, 1):
        found += _part(place, part)
    return found


def _part(place: int, part: Any) -> Iterator[str]:
    where = f"Part {place}"
    if not isinstance(part, dict) or not isinstance(part.get("title"), str):
        yield f"{where} has no title."
        return
    where += f" (“{part['title']}”)"
    fields = part.get("fields")
    if not isinstance(fields, list) or not fields:
        yield f"{where} has no fields."
        return
    for number, field in enumerate(fields, 1):
        yield from _field(f"{where}, field {number}", field)


def _field(where: str, field: Any) -> Iterator[str]:
    if not isinstance(field, dict) or not isinstance(field.get("label"), str):
        yield f"{where} has no label."
        return
    where += f" (“{field['label']}”)"
    answers = field.get("answers")
    if not isinstance(answers, list) or not answers:
        yield f"{where}: “answers” says nothing. Say which answers fill it."
    else:
        for key in answers:
            if not isinstance(key, str) or key not in QUESTIONS:
                yield f"{where}: there is no answer “{key}”."
    most = field.get("most", 0)
    if not isinstance(most, int) or isinstance(most, bool) or most < 0:
        yield f"{where}: “most” has to be a whole number of characters, 0 for no limit."
