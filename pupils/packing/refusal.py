"""What is said of a pack that is not taken."""


class PackRefused(Exception):
    """The file is no pack of ours, or not as it was made; the message says so to a person."""
