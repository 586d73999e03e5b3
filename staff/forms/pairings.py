"""The form of a pairing of an adult and a child."""

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, OnceForm
from pupils.models import Pupil
from staff.codes import PairingKind
from staff.services.pairings import PAIRING_FIELDS


class PairingForm(EditForm, OnceForm):
    """Which child, whether it goes well, and why."""

    record_fields = PAIRING_FIELDS
    pupil = forms.ChoiceField(label="Child")
    kind = forms.ChoiceField(label="The two", choices=PairingKind, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why",
        max_length=200,
        help_text="One sentence. Only who may read sensitive notes sees it.",
    )

    def __init__(self, *args, children: list[Pupil] = (), may_read: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.children = {str(child.pk): child for child in children}
        if self.record:
            del self.fields["pupil"]
        else:
            named = [(key, child.full_name) for key, child in self.children.items()]
            self.fields["pupil"].choices = [CHOOSE, *named]

    @property
    def chosen(self) -> Pupil:
        """Which child was chosen."""
        return self.children[self.cleaned_data["pupil"]]
