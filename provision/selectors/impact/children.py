"""The children behind a figure: those whom the asker may open, and how many others there are."""

from dataclasses import dataclass

from aylsham.access.current import Access
from provision.rules.measures import change_words, score_words
from provision.selectors.impact.page import pair_of
from provision.selectors.impact.runs import Asked, Run, chosen, runs_of, sees_all_children
from provision.selectors.measures import lines_of_tests, own_tests, series_line, value_of
from pupils.models import Pupil
from pupils.models.roll import tell_apart


@dataclass(frozen=True)
class Scored:
    """One child in one series: from, to, the change, and months between."""

    series: str
    entry: str
    exit: str
    change: str
    months: str


@dataclass(frozen=True)
class ChildBehind:
    """A child with what it had and what it scored."""

    pupil: Pupil
    run: Run
    scored: tuple[Scored, ...]


@dataclass(frozen=True)
class ChildrenBehind:
    """Everybody behind a figure, as far as the asker may see them."""

    name: str
    children: tuple[ChildBehind, ...]
    others: int


def children_behind(access: Access, asked: Asked) -> ChildrenBehind:
    """Who had an intervention, with their scores; five statements."""
    if not sees_all_children(access):  # a finer cut would tell what needs an unseen child has
        asked = Asked(item=asked.item, year=asked.year)
    runs = chosen(runs_of(access), asked, access.schools)
    tests = lines_of_tests(own_tests(access.schools))
    seen = [run for run in runs if run.is_seen]
    pupils = Pupil.objects.visible_to(access).filter(school__in=access.schools)
    rows = tell_apart(
        pupils.filter(pk__in={run.pupil_id for run in seen}).select_related("class_group", "school")
    )
    by_id = {pupil.pk: pupil for pupil in rows}
    found = [
        ChildBehind(by_id[run.pupil_id], run, tuple(_scored(run, tests)))
        for run in seen
        if run.pupil_id in by_id
    ]
    found.sort(key=lambda c: (c.pupil.last_name, c.pupil.first_name, c.pupil.pk, c.run.starts_on))
    others = {run.pupil_id for run in runs} - by_id.keys()
    return ChildrenBehind(runs[-1].name if found else "", tuple(found), len(others))


def _scored(run: Run, tests):
    for row in run.measures:
        line = series_line(tests, value_of(row), row.part, row.scores)
        if line is None:
            continue
        kind, pair = line.series.scores, pair_of(row, line)
        yield Scored(
            series=line.words,
            entry="" if row.entry is None else score_words(row.entry, kind),
            exit="" if row.exit is None else score_words(row.exit, kind),
            change=change_words(pair.change, kind) if pair else "",
            months=f"{pair.months:.1f}" if pair else "",
        )
