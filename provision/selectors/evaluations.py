"""The self-evaluation as its pages show it."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import Membership, User
from provision.models import Evaluation, EvaluationAction, EvaluationStatement
from provision.rules.graduated_map import Ipsef, Rating, shapes_for


@dataclass(frozen=True)
class StatementLine:
    """A statement with its rating and actions."""

    statement: EvaluationStatement
    rating: Rating | None
    actions: tuple[EvaluationAction, ...]


@dataclass(frozen=True)
class EvaluationPage:
    """A version with its statements by heading."""

    evaluation: Evaluation
    shape: Ipsef
    groups: tuple[tuple[str, tuple[StatementLine, ...]], ...]

    @property
    def lines(self) -> list[StatementLine]:
        """Every statement."""
        return [line for _, lines in self.groups for line in lines]

    @property
    def is_in_work(self) -> bool:
        return self.evaluation.finished_on is None

    @property
    def next_line(self) -> StatementLine | None:
        """The first that nobody has rated."""
        return next((line for line in self.lines if line.rating is None), None)

    @property
    def counts(self) -> list[tuple[Rating, int]]:
        """How many statements have each rating, the lowest first."""
        found = [line.rating for line in self.lines]
        return [(rating, found.count(rating)) for rating in self.shape.ratings]

    @property
    def unrated(self) -> int:
        """How many statements nobody has rated."""
        return sum(line.rating is None for line in self.lines)

    @property
    def open_actions(self) -> int:
        return sum(action.done_on is None for line in self.lines for action in line.actions)


def shape_now(access: Access) -> Ipsef | None:
    """The self-evaluation that the council asks for today."""
    return shapes_for(access.school.la_code)[0].ipsef_on(access.today)


def evaluations_of(access: Access) -> list[Evaluation]:
    """Every version, the newest first; one statement."""
    return list(Evaluation.objects.filter(school=access.school))


def evaluation_of(access: Access, pk: UUID) -> Evaluation | None:
    """One version of the school."""
    row = Evaluation.objects.filter(school=access.school, pk=pk).first()
    if row:
        row.school = access.school
    return row


def evaluation_page(access: Access, evaluation: Evaluation) -> EvaluationPage:
    """A version in full; two statements."""
    shape = shape_now(access)
    rows = EvaluationStatement.objects.filter(school=access.school, evaluation=evaluation)
    lines = [
        StatementLine(row, shape.rating(row.rating), tuple(row.actions.all()))
        for row in rows.prefetch_related("actions__owner")
    ]
    by_heading = groupby(lines, key=lambda line: line.statement.heading)
    groups = tuple((heading, tuple(found)) for heading, found in by_heading)
    return EvaluationPage(evaluation, shape, groups)


def statement_of(access: Access, evaluation: Evaluation, pk: UUID) -> EvaluationStatement | None:
    """One statement of a version."""
    rows = EvaluationStatement.objects.filter(school=access.school, evaluation=evaluation, pk=pk)
    row = rows.first()
    if row:
        row.school, row.evaluation = access.school, evaluation
    return row


def action_of(access: Access, statement: EvaluationStatement, pk: UUID) -> EvaluationAction | None:
    """One action about a statement."""
    rows = EvaluationAction.objects.filter(school=access.school, statement=statement, pk=pk)
    row = rows.first()
    if row:
        row.school, row.statement = access.school, statement
    return row


def owners_at(access: Access) -> list[User]:
    """Who works at the school today, by name: an action is somebody's; one statement."""
    posts = Membership.objects.filter(school=access.school).live(access.today)
    return list(User.objects.filter(pk__in=posts.values("user")).order_by("name", "pk"))
