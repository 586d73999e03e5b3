"""The form of a certificate."""

from django import forms

from aylsham.forms import Form
from staff.services.certificates import ENDINGS, MEGABYTES


class CertificateForm(Form):
    """The paper of a training."""

    file = forms.FileField(
        label="Certificate",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{each}" for each in ENDINGS)}),
        error_messages={"required": "Choose the file, or take a photo of the paper."},
        help_text=f"PDF, Word or a photo, up to {MEGABYTES} MB.",
    )
