"""Who the paper is about, what was said, what is needed and what helps."""

from collections.abc import Callable, Iterator

from aylsham.datewords import full_day_words
from ehcp.selectors.papers.lines import FilledLine, sentences
from ehcp.selectors.papers.record import Filling
from pupils.family_codes import AskKind
from pupils.words import age_words, need_words, year_words

Fill = Callable[[Filling], Iterator[FilledLine]]
_ROLL = "School roll"
#: Our own advice is no professional's from outside.
_OWN = "school"


def child(of: Filling) -> Iterator[FilledLine]:
    """Name, age and class; the plan and its reviews."""
    pupil = of.pupil
    born = f"born {full_day_words(pupil.born_on)}, {age_words(pupil.born_on, of.today)}"
    yield FilledLine("name", f"{pupil.full_name}, {born}", _ROLL)
    group = f", {pupil.class_group.name}" if pupil.class_group else ""
    place = f"{year_words(pupil.year_group)}{group}, {of.access.school.name}"
    yield FilledLine("class", place, _ROLL)
    yield from _plan(of)


def _plan(of: Filling) -> Iterator[FilledLine]:
    plan, page = of.plan, "child_plan"
    made = f"Plan of {plan.local_authority}, first issued {full_day_words(plan.made_on)}"
    yield FilledLine("plan", made, "EHC plan", page=page)
    if of.version and of.version.served_on != plan.made_on:
        since = f"The wording in force is of {full_day_words(of.version.served_on)}"
        yield FilledLine("version", since, "EHC plan, versions", page=page)
    if of.held:
        last = of.held[0]
        words = f"Last review meeting {full_day_words(last.meeting_on)}"
        if last.decided_on:
            words += f"; the council decided on {full_day_words(last.decided_on)}"
        yield FilledLine(f"review:{last.pk}", words, "Reviews of the plan", page=page)
    when = "held on" if of.review.is_held else "planned for"
    kind = of.review.get_kind_display().lower()
    words = f"This review: {kind}, meeting {when} {full_day_words(of.review.meeting_on)}"
    yield FilledLine("this", words, "Reviews of the plan", page=page)


def views(*kinds: AskKind) -> Fill:
    """The newest words of each person, answer by answer."""

    def fill(of: Filling) -> Iterator[FilledLine]:
        seen = set()
        for voice in of.voices:
            if voice.kind not in kinds or (voice.kind, voice.said_by) in seen:
                continue
            seen.add((voice.kind, voice.said_by))
            role = f", {voice.role}" if voice.role else ""
            how = f"{full_day_words(voice.given_on)}, {voice.get_given_how_display().lower()}"
            for number, each in enumerate(voice.answers, 1):
                if each.get("answer"):
                    text = _answered(each.get("question", ""), each["answer"])
                    source = f"{voice.said_by}{role}, {how}"
                    key = f"voice:{voice.pk}:{number}"
                    yield FilledLine(key, text, source, page="child_family")

    return fill


def _answered(question: str, answer: str) -> str:
    """`What I like: trains`, `What goes well? Reading`."""
    asked = question.strip()
    return f"{asked}{'' if asked[-1:] in '?:.' else ':'} {answer}".strip()


def advice(of: Filling) -> Iterator[FilledLine]:
    """What professionals wrote in answer, and what their reports recommend."""
    yield from views(AskKind.ADVICE, AskKind.REPORT)(of)
    for report in of.reports:
        paper = report.document
        if paper.is_sensitive or paper.is_care or paper.kind == _OWN or paper.of_on < of.since:
            continue
        source = ", ".join(filter(None, [paper.kind_words, full_day_words(paper.of_on)]))
        if not report.lines:
            words = f"Report on file: {', '.join(filter(None, [paper.kind_words, paper.who]))}"
            yield FilledLine(f"paper:{paper.id}", words, source, page="advice_list")
        for line in report.lines:
            decided = f"What we do: {line.words}" if line.words else line.state_words
            words = sentences(line.text, decided)
            yield FilledLine(f"advice:{line.id}", words, source, page="advice_list")


def needs(of: Filling) -> Iterator[FilledLine]:
    """Open needs by rank, and what ended since."""
    for row in (each for each in of.needs if each.ended_on is None):
        label = need_words(row.need_type)
        since = f", since {full_day_words(row.since_on)}" if row.since_on else ""
        known = row.get_known_from_display() if row.known_from else ""
        source = ", ".join(filter(None, [f"SEND register{since}", known.lower()]))
        words = sentences(f"{label}: {row.in_words}" if row.in_words else label, row.impact)
        yield FilledLine(f"need:{row.pk}", words, source, page="child_register")
    for row in (each for each in of.needs if each.ended_on and each.ended_on >= of.since):
        ended = full_day_words(row.ended_on)
        words = f"No longer a need: {need_words(row.need_type)}"
        source = f"SEND register, {ended}"
        yield FilledLine(f"need:{row.pk}", words, source, page="child_register")


def helps(of: Filling) -> Iterator[FilledLine]:
    """What helps, as the passport says it."""
    for row in of.strategies:
        source = f"Passport, found true {full_day_words(row.confirmed_on)}"
        yield FilledLine(f"helps:{row.pk}", row.text, source, page="child_passport")


def moving(of: Filling) -> Iterator[FilledLine]:
    """Whether a change of phase comes, and by when the plan has to name the next school."""
    if of.facts is None:
        return
    source = f"{_ROLL}, {year_words(of.pupil.year_group)}"
    for year in filter(None, (of.facts.september, of.facts.next_september)):
        words = (
            f"Changes phase in September {year}: the council names the next school in an amended "
            f"plan before 15 February {year} (SEND Regulations 2014, reg 18)"
        )
        yield FilledLine(f"phase:{year}", words, source, page="child_moving")
        return
    yield FilledLine("phase", "No change of phase in this school year or the next", source)
