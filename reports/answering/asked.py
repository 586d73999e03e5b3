"""An ask that is shown or answered, and how a kind of ask is answered: its forms, its service."""

from collections.abc import Callable
from dataclasses import dataclass

from django.forms import Textarea
from django.http import HttpRequest, QueryDict

from aylsham.access.permissions import Permission
from aylsham.forms import Form
from pupils.models import Pupil
from reports.selectors.ask_facts import AskFacts
from reports.selectors.asks import AskLine, WeeklyAsk


@dataclass(frozen=True)
class Answer:
    """How one kind is answered: who may, the words of its button, its forms, what it does."""

    permission: Permission
    submit: str
    said: str
    make: Callable[["Asked"], list[Form]]
    act: Callable[["Asked", Form], object]
    #: Questions are folded away until somebody opens them; a lone button is not.
    is_folded: bool = True


@dataclass(frozen=True)
class Asked:
    """An ask that is being shown or answered: `data` is None until it is sent."""

    request: HttpRequest
    page: WeeklyAsk
    line: AskLine
    data: QueryDict | None = None

    @property
    def prefix(self) -> str:
        """Names its fields apart from those of other asks."""
        return f"{self.line.code}{self.line.ask.subject.hex}"

    @property
    def facts(self) -> AskFacts:
        """What its answer is given from."""
        return self.line.facts

    @property
    def pupil(self) -> Pupil:
        """The child, opened again: 404 has been asked for by the page."""
        found = Pupil.objects.visible_to(self.request.access).select_related("school")
        return found.get(school=self.request.school, pk=self.line.ask.pupil)


@dataclass(frozen=True)
class Shown:
    """A line of the page with its forms."""

    line: AskLine
    answer: Answer | None = None
    forms: tuple[Form, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self.forms)

    @property
    def texts(self) -> str:
        """Names of the fields that can be told to the safeguarding lead instead."""
        return " ".join(
            form.add_prefix(name)
            for form in self.forms
            for name, field in form.fields.items()
            if isinstance(field.widget, Textarea) or name == "evidence"
        )

    @property
    def rows(self) -> list[tuple]:
        """Targets with their forms."""
        parts = self.line.facts.cycle.parts if self.line.facts.cycle else ()
        return list(zip(parts, self.forms, strict=False))
