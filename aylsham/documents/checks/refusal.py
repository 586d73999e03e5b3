"""Why a file is not taken."""


class FileRefused(Exception):
    """The file is not kept; the message says why and what to do instead, for a person."""
