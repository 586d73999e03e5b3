"""Who reads what is published."""

from aylsham.labelled import Labelled


class Audience(Labelled):
    """Who reads a report."""

    GOVERNORS = "governors", "Governors, confidential"
    PUBLIC = "public", "Anybody"

    @property
    def reads(self) -> tuple["Audience", ...]:
        """Whose reports these readers have in their hands."""
        return tuple(Audience) if self is Audience.GOVERNORS else (Audience.PUBLIC,)
