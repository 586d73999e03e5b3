"""What floors above do when a letter has gone: in its transaction, by the template it is from."""

from collections import defaultdict
from collections.abc import Callable

from aylsham.models import User
from pupils.models import Letter, SentLetter

type Follow = Callable[[Letter, SentLetter, User], object]

_follow: dict[str, list[Follow]] = defaultdict(list)


def register_sent(template_code: str, follow: Follow) -> None:
    """Call this when a letter from a template goes for the first time."""
    if follow not in _follow[template_code]:
        _follow[template_code].append(follow)


def follow_sent(letter: Letter, sent: SentLetter, by: User) -> None:
    """Tell whoever asked to hear of letters from its template."""
    for follow in _follow[letter.template_code]:
        follow(letter, sent, by)
