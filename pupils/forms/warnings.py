"""Beside a person in a list to choose from: the order or withheld address that one must know."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pupils.rules.sharing import Verdict


def warned(label: str, verdict: Verdict) -> str | SafeString:
    """The label of a tick, and below it what stands in the way."""
    if not verdict.warning:
        return label
    return format_html('{}<br><span class="ay-warned">{}</span>', label, verdict.warning)


def warned_option(label: str, verdict: Verdict) -> str:
    """The same as one line of a list that opens."""
    return f"{label}. {verdict.warning}" if verdict.warning else label
