"""The markup of fields, written without templates: a page of a hundred boxes costs little more
than a page of one. What is rare (files, passwords, errors) has its template in `django/forms/`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

Widget = dict[str, Any]
#: The class of a box, by its type; of every other one, as a text's.
_CLASSES = {"checkbox": "govuk-checkboxes__input", "file": "govuk-file-upload"}
#: Written by each widget itself; and a placeholder vanishes when one types.
_LEFT_OUT = ("class", "placeholder")


class FormRenderer(TemplatesSetting):
    """Writes the usual widgets and fields itself, and leaves others to their templates."""

    def render(self, template_name, context, request=None) -> str:
        """The markup of a widget, field, form or list of errors."""
        writer = _WRITERS.get(template_name)
        if writer is None:
            return super().render(template_name, context, request)
        return mark_safe(writer(context))  # noqa: S308 (every value is escaped where it stands)


def _said(value: Any) -> str:
    """A value as text between or within tags."""
    return conditional_escape(str(value))


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False and value is not None and name not in _LEFT_OUT
    )


def _class(widget: Widget, usual: str) -> str:
    more = widget["attrs"].get("class")
    return f' class="{usual} {_said(more)}"' if more else f' class="{usual}"'


def _input(context: dict[str, Any]) -> str:
    widget = context["widget"]
    kind, value = widget["type"], widget["value"]
    own = "" if kind == "hidden" else _class(widget, _CLASSES.get(kind, "govuk-input"))
    said = "" if value is None else f' value="{_said(value)}"'
    start = f'<input type="{_said(kind)}" name="{_said(widget["name"])}"'
    return f"{start}{own}{said}{_attributes(widget)}>"


def _select(context: dict[str, Any]) -> str:
    widget = context["widget"]
    start = f'<select name="{_said(widget["name"])}"{_class(widget, "govuk-select")}'
    return f"{start}{_attributes(widget)}>{''.join(_groups(widget))}</select>"


def _groups(widget: Widget) -> Iterator[str]:
    for name, options, _ in widget["optgroups"]:
        if name:
            yield f'<optgroup label="{_said(name)}">'
        for option in options:
            yield (
                f'<option value="{_said(option["value"])}"{_attributes(option)}>'
                f"{_said(option['label'])}</option>"
            )
        if name:
            yield "</optgroup>"


def _textarea(context: dict[str, Any]) -> str:
    widget = context["widget"]
    attrs, value = widget["attrs"], widget["value"]
    most = attrs.get("maxlength")
    usual = "govuk-textarea govuk-js-character-count" if most else "govuk-textarea"
    # A browser leaves out the first new line: without ours it would take one of the text's.
    box = (
        f'<textarea name="{_said(widget["name"])}"{_class(widget, usual)}{_attributes(widget)}>\n'
        f"{_said(value) if value else ''}</textarea>"
    )
    if not most:
        return box
    return (
        '<div class="govuk-character-count" data-module="govuk-character-count"'
        f' data-maxlength="{_said(most)}">{box}<div id="{_said(attrs.get("id", ""))}-info"'
        ' class="govuk-hint govuk-character-count__message">'
        f"At most {localize(most)} characters</div></div>"
    )


def _choices(kind: str) -> Callable[[dict[str, Any]], str]:
    """Several boxes, one below the other: `kind` is radio or checkbox."""
    plural = "radios" if kind == "radio" else "checkboxes"

    def write(context: dict[str, Any]) -> str:
        widget = context["widget"]
        written = [
            f'<div{_class(widget, f"govuk-{plural}")} data-module="govuk-{plural}">',
            *(
                part
                for name, options, _ in widget["optgroups"]
                for part in (
                    f'<p class="govuk-heading-s">{_said(name)}</p>' if name else "",
                    *(_choice(kind, plural, option) for option in options),
                )
            ),
            "</div>",
        ]
        return "\n".join(filter(None, written))

    return write


def _choice(kind: str, plural: str, option: Widget) -> str:
    whose = option["attrs"].get("id")
    return (
        f'<div class="govuk-{plural}__item"><input type="{kind}" name="{_said(option["name"])}"'
        f' class="govuk-{plural}__input" value="{_said(option["value"])}"{_attributes(option)}>'
        f'<label class="govuk-label govuk-{plural}__label"'
        f' for="{_said(whose or "")}">{_said(option["label"])}</label></div>'
    )


def _field(context: dict[str, Any]) -> str:
    """A field with its label, hint and errors."""
    field = context["field"]
    errors = field.errors
    wrong = " govuk-form-group--error" if errors else ""
    if field.use_fieldset:
        inside = _fieldset(field, errors)
    elif getattr(field.field.widget, "input_type", "") == "checkbox":
        inside = _tick(field, errors)
    else:
        inside = _labelled(field, errors)
    return f'<div class="govuk-form-group{wrong}">\n{inside}\n</div>'


def _fieldset(field, errors) -> str:
    described = field.aria_describedby
    by = f' aria-describedby="{_said(described)}"' if described else ""
    body = _below(field, errors, "legend", ' class="govuk-fieldset__legend"')
    return f'<fieldset class="govuk-fieldset"{by}>{body}</fieldset>'


def _tick(field, errors) -> str:
    hint = (
        '<div class="govuk-hint govuk-checkboxes__hint"'
        f' id="{_said(field.auto_id)}_helptext">{field.help_text}</div>'
        if field.help_text
        else ""
    )
    return (
        f'{errors or ""}<div class="govuk-checkboxes" data-module="govuk-checkboxes">'
        f'<div class="govuk-checkboxes__item">{field}'
        '<label class="govuk-label govuk-checkboxes__label"'
        f' for="{_said(field.id_for_label)}">{_said(field.label)}</label>{hint}</div></div>'
    )


def _labelled(field, errors) -> str:
    whose = field.id_for_label
    points = f' for="{_said(whose)}"' if whose else ""
    return _below(field, errors, "label", f' class="govuk-label"{points}')


def _below(field, errors, tag: str, attributes: str) -> str:
    """The boxes below their name, hint and errors."""
    name = f"<{tag}{attributes}>{_said(field.label)}{_optional(field)}</{tag}>"
    return f"{name if field.label else ''}{_hint(field)}{errors or ''}{field}"


def _hint(field) -> str:
    """The help text, which a form writes and no user: it may hold tags."""
    if not field.help_text:
        return ""
    key = f' id="{_said(field.auto_id)}_helptext"' if field.auto_id else ""
    return f'<div class="govuk-hint"{key}>{field.help_text}</div>'


def _optional(field) -> str:
    form = field.form
    if not getattr(form, "marks_optional", False) or field.field.required:
        return ""
    is_said = field.name not in form.sometimes_needed
    return ' <span class="ay-optional">(optional)</span>' if is_said else ""


_TYPES = "checkbox color date datetime email file hidden input number search tel text time url"
_WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in _TYPES.split()},
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/radio.html": _choices("radio"),
    "django/forms/widgets/checkbox_select.html": _choices("checkbox"),
    "django/forms/field.html": _field,
}
