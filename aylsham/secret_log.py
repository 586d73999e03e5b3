"""Keeps secret addresses out of logs: whoever reads a log must not be able to open a link."""

import logging
import re

#: The first words of addresses whose next part is a secret.
_SECRET = re.compile(
    r"/(contribute(?:/(?:meeting|page|records?|agree|papers|survey))?|invitations|calendar|supply)/[^/\s\"'<>?]+"
)


class HideSecrets(logging.Filter):
    """Writes a dash for the secret part of an address, wherever in a record it stands."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes, without secrets."""
        record.msg, record.args = hide_secrets(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = hide_secrets(record.exc_text)
        return True


def hide_secrets(text: str) -> str:
    """A text in which secret addresses end after their first word."""
    return _SECRET.sub(r"/\1/-", text)
