"""Every template can be read: one that no test opens breaks here and not for a person."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateSyntaxError, engines
from django.template.loader import get_template

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def test_every_template_can_be_read():
    names = [str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")]
    assert len(names) > 300
    for name in names:
        get_template(name)


def test_a_broken_one_is_caught():
    with pytest.raises(TemplateSyntaxError):
        engines["django"].from_string("{{ draft.</b>expires_on|day }}")
