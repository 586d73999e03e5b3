"""What the plan promised and what was given, what is in place, and what should change."""

import re
from collections.abc import Iterator

from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from ehcp.selectors.ledger import Ledger
from ehcp.selectors.papers.lines import FilledLine, sentences
from ehcp.selectors.papers.progress_lines import Aims
from ehcp.selectors.papers.record import Filling
from ehcp.selectors.parent_sheet import why_less
from ehcp.selectors.sections import label_of
from provision.codes import OutcomeEnd
from provision.rules.promised import time_words
from provision.selectors.provisions import ProvisionLine
from pupils.handed_texts import SEALED
from pupils.words import need_words

_HEALTH_CARE = ("C", "D", "G", "H1", "H2")
#: What a section says where it says that there is nothing.
_NOTHING = frozenset({"none", "none.", "n/a", "not applicable", "not applicable."})


def delivered(of: Filling) -> Iterator[FilledLine]:
    """In the order of the plan: this term by the sessions, earlier days as they were released."""
    lines = [*_promised(of.ledger), *_uncounted(of, of.ledger)]
    yield from (line for _, line in sorted(lines, key=lambda pair: _place(pair[0])))
    for row in of.ledger.released:
        if row.first >= of.since:
            days = f"{full_day_words(row.first)} to {full_day_words(row.last)}"
            label = row.promise.reference or row.promise.text
            source = f"Released to the parents {full_day_words(row.released_on)}, {days}"
            words = sentences(f"{label}: {row.why}")
            yield FilledLine(f"released:{row.pk}", words, source, page="child_provision")


def _promised(ledger: Ledger) -> Iterator[tuple[str, FilledLine]]:
    first, last = (full_day_words(day) for day in (ledger.period.first, ledger.period.last))
    for line in ledger.lines:
        promise = line.term.line.promise
        if promise.sensitivity != Sensitivity.EVERYONE or SEALED in promise.text:
            continue
        label = f"{promise.reference}: " if promise.reference else ""
        kept = line.term.kept
        given = f"Promised {time_words(kept.promised)}, given {time_words(kept.delivered)}"
        words = sentences(f"{label}{promise.text}", given, why_less(kept, is_brief=True))
        source = f"Sessions from {first} to {last}"
        key = f"promise:{promise.pk}"
        yield promise.reference, FilledLine(key, words, source, page="child_provision")


def _uncounted(of: Filling, ledger: Ledger) -> Iterator[tuple[str, FilledLine]]:
    for label, text in ledger.uncounted:
        words = sentences(f"{label}: {text}", "The plan states no amount, so nothing is counted")
        source = of.plan_source(label)
        yield label, FilledLine(f"uncounted:{label}", words, source, page="child_plan")


def _place(label: str) -> tuple[int, str]:
    """F2 before F10."""
    number = re.search(r"\d+", label)
    return (int(number.group()) if number else 0, label)


def provision(of: Filling) -> Iterator[FilledLine]:
    """What runs today and is known to everybody who teaches the child."""
    for place in of.places:
        line = ProvisionLine(place.provision, (), 0)
        words = f"{place.provision.name}: {line.shape}, {line.who}"
        source = f"Provision map, until {full_day_words(place.ends_on)}"
        yield FilledLine(f"place:{place.pk}", words, source, page="child_provision")


def health_care(of: Filling) -> Iterator[FilledLine]:
    """Sections C, D, G and H of the plan in force, for those who may read them."""
    for code in _HEALTH_CARE:
        for line in of.section(code, Sensitivity.SENSITIVE):
            if line.text.strip().casefold() not in _NOTHING:
                source = of.plan_source(f"Section {code}")
                yield FilledLine(f"line:{line.pk}", line.text, source, page="child_plan")


def changes(of: Filling) -> Iterator[FilledLine]:
    """Section by section, what the record says the plan should say otherwise."""
    yield from _needs_not_named(of)
    yield from _outcomes_over(of)
    known = {str(line.pk): line for code in ("B", "E", "F") for line in of.section(code)}
    for loose in of.loose:
        if line := known.get(loose.key):
            label = label_of(line)
            words = f"Section {line.section}, {label}: “{line.text.strip()}”"
            yield FilledLine(f"gaps:{loose.key}", words, of.plan_source(label), page="child_plan")
            for gap in loose.gaps:
                quote = f" (“{gap.quote}”)" if gap.quote else ""
                key, source = f"gap:{gap.code}:{loose.key}", "The plan beside the record"
                yield FilledLine(key, f"{gap.title}{quote}", source, is_under=True)


def _needs_not_named(of: Filling) -> Iterator[FilledLine]:
    if of.version is None:
        return
    lines = of.section("B")
    named = {line.need_id for line in lines}
    said = {line.need.need_type for line in lines if line.need}
    for row in of.needs:
        if row.ended_on is None and row.pk not in named and row.need_type not in said:
            label = need_words(row.need_type)
            words = f"Section B: no line is linked with this need of the register: {label}"
            source = "SEND register beside Section B"
            yield FilledLine(f"missing:{row.pk}", words, source, page="child_plan")


def _outcomes_over(of: Filling) -> Iterator[FilledLine]:
    aims = Aims(of)
    for pk, line in aims.plan_lines.items():
        outcome = aims.outcomes.get(pk)
        if outcome is None:
            continue
        label, source = label_of(line), of.plan_source(label_of(line))
        if outcome.ended_as == OutcomeEnd.MET:
            on = full_day_words(outcome.ended_on or of.today)
            words = f"Section E, {label}: reached on {on}; a new outcome is needed"
        elif outcome.ended_on:
            on = full_day_words(outcome.ended_on)
            words = f"Section E, {label}: no longer the right one since {on}"
        elif outcome.by_on <= of.review.meeting_on:
            on = full_day_words(outcome.by_on)
            words = f"Section E, {label}: was to be reached by {on}; a new day or outcome is needed"
        else:
            continue
        yield FilledLine(f"over:{pk}", words, source, page="child_targets")
