"""The form in which a person writes an answer for councils' forms."""

from django import forms

from aylsham.editing import EditForm
from ehcp.services.form_answers import ANSWER_FIELDS
from reports.council_forms.mapping import Answer

#: A person's answer takes no more than the longest box of any form.
MOST = 8000


class AnswerForm(EditForm):
    """One answer, for every form that asks for it."""

    record_fields = ANSWER_FIELDS
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 14}), max_length=MOST)

    def __init__(self, *args, answer: Answer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = answer.label
        self.fields["text"].help_text = answer.hint
        self.initial.setdefault("text", answer.text)


class GiveBackForm(EditForm):
    """Let the record speak again."""

    record_fields = ANSWER_FIELDS
