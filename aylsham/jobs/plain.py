"""What may stand outside the wall of a school: ids, codes, dates and counts, never text.

Arguments, results and e-mail contexts are kept in global tables. A guard, not a proof: it refuses
what looks like a sentence or a name, so that nobody puts case text there without noticing.
"""

import re
from collections.abc import Mapping
from typing import Any

#: Ids, ISO dates and times, paths and lower-case codes; codes of at most four capitals (SLCN, N1).
_PLAIN = re.compile(r"[a-z0-9_.:/+-]*|\d{4}-\d\d-\d\d(T[\d:.+Z-]+)?|[A-Z0-9]{1,4}")
_LONGEST = 200


class NotPlain(ValueError):
    """Something that could be a name or a text was about to leave a school's wall."""


def require_plain(values: Mapping[str, Any], what: str = "arguments") -> dict[str, Any]:
    """The same mapping, ready for JSON; NotPlain names the first value that does not belong."""
    return {name: _plain(value, f"{what}.{name}") for name, value in values.items()}


def _plain(value: Any, where: str) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return require_plain(value, where)
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each, where) for each in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    text = str(value)
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        raise NotPlain(f"{where} may hold ids, codes, dates and numbers, no names and no text.")
    return text
