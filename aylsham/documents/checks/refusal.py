"""Why a file is not taken."""

BROKEN_SOUND = "This recording is damaged, or no sound at all. Record or save it again."


class FileRefused(Exception):
    """The file is not kept; the message says why and what to do instead, for a person."""
