"""Documents: what a file may be called, how long the bin keeps it, when the ICO must know."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from uuid import UUID

#: How long a document can be taken out of the bin again.
BIN_DAYS = 30
#: From becoming aware of a breach that is likely to be a risk to people (UK GDPR art 33(1)).
REPORT_WITHIN = dt.timedelta(hours=72)
#: Names that cameras, scanners and programs give.
_MACHINE = re.compile(
    r"(img|image|photo|pic|picture|dsc[nf]?|pxl|scan|scanned|document|doc|file|whatsapp|untitled"
    r"|screenshot|fullsizerender|copy|final|new|draft|v?\d+|[\d_:.-]+)",
    re.I,
)


def title_from(stem: str, child_names: Iterable[str]) -> str:
    """A title from a file's name, without the child's; empty when nothing telling is left."""
    names = {_folded(word) for name in child_names for word in re.split(r"[\s\-]+", name) if word}
    words = [w for w in re.split(r"[\s_\-.,]+", stem) if w]
    kept = [w for w in words if _folded(re.sub(r"['’]s?$", "", w)) not in names]
    telling = [w for w in kept if not _MACHINE.fullmatch(w.strip("()"))]
    if sum(len(w) for w in telling) < 4:
        return ""
    title = " ".join(w for w in kept if not re.fullmatch(r"\(?\d{1,2}\)?|copy|final", w, re.I))
    return title[:1].upper() + title[1:150]


def paper_named(words: str, papers: Iterable[tuple[str, UUID]]) -> UUID | None:
    """The paper whose title stands in these words: the longest title, the first of its like.

    A title of one word, such as "Report", has to be all of them.
    """
    said = _as_said(words)
    titles = ((_as_said(title), pk) for title, pk in papers)
    found = [each for each in titles if each[0] == said or _stands_in(each[0], said)]
    return max(found, key=lambda each: len(each[0]))[1] if said and found else None


def _stands_in(title: str, said: str) -> bool:
    return " " in title and bool(re.search(rf"(?<!\w){re.escape(title)}(?!\w)", said))


def _as_said(words: str) -> str:
    return " ".join(words.casefold().split())


def _folded(word: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", word.lower()))


def gone_after(binned_on: dt.date) -> dt.date:
    """The last day on which a document can be taken out of the bin."""
    return binned_on + dt.timedelta(days=BIN_DAYS)


def report_by(found_at: dt.datetime) -> dt.datetime:
    """When the ICO must have been told at the latest; nights and holidays count."""
    return found_at + REPORT_WITHIN


def clock_words(found_at: dt.datetime, now: dt.datetime) -> str:
    """How much of the 72 hours is left, in words."""
    left = report_by(found_at) - now
    hours = int(abs(left).total_seconds() // 3600)
    many = f"{hours} hour{'' if hours == 1 else 's'}" if hours else "less than an hour"
    return f"{many} left" if left >= dt.timedelta(0) else f"{many} over"
