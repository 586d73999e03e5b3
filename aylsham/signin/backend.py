"""Who the session belongs to: allauth's back end, which brings the person's roles along."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from aylsham import clock
from aylsham.access.current import user_with_posts
from aylsham.models import User


class Backend(AuthenticationBackend):
    """Allauth's own in all but the reading: every request asks for the person and the roles."""

    def get_user(self, user_id: UUID) -> User | None:
        """The person, if they may still sign in."""
        user = user_with_posts(user_id, today=clock.today())
        if user is None:  # somebody without a role
            return super().get_user(user_id)
        return user if self.user_can_authenticate(user) else None
