"""Forms of sign-in pages that are our own."""

from django import forms

from aylsham.forms import Form, PinInput
from aylsham.signin.devices import PIN_LENGTH, weakness

PIN_INPUT = forms.PasswordInput(
    attrs={
        "inputmode": "numeric",
        "autocomplete": "off",
        "maxlength": PIN_LENGTH,
        "class": "govuk-input--width-10",
    }
)


class UnlockForm(Form):
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class PinForm(Form):
    person = forms.UUIDField(widget=forms.HiddenInput)
    pin = forms.CharField(label="PIN", widget=PinInput(PIN_LENGTH))


class SetPinForm(Form):
    pin = forms.CharField(
        label="PIN for this tablet",
        help_text=f"{PIN_LENGTH} digits. It works on this tablet only.",
        widget=PIN_INPUT,
    )
    again = forms.CharField(label="The same PIN again", widget=PIN_INPUT)

    def clean_pin(self) -> str:
        pin = self.cleaned_data["pin"]
        if reason := weakness(pin):
            raise forms.ValidationError(reason)
        return pin

    def clean(self):
        data = super().clean()
        if data.get("pin") and data.get("again") and data["pin"] != data["again"]:
            self.add_error("again", "The two PINs differ. Type the same one twice.")
        return data


class DeviceForm(Form):
    name = forms.CharField(
        label="Name of this tablet",
        help_text="For example: Oak class tablet",
        max_length=60,
    )
