import datetime as dt

from django import template

from aylsham import clock

register = template.Library()


@register.simple_tag
def demo_today() -> dt.date:
    """The day on which the demonstration plays."""
    return clock.today()
