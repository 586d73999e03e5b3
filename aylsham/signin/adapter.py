"""What sign-in does differently here: nobody signs up, and e-mails go through the jobs."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter

from aylsham.mail.services import queue_message


class AccountAdapter(DefaultAccountAdapter):
    """People join by invitation only."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        message = self.render_mail(template_prefix, email, {"request": self.request, **context})
        queue_message(to=email, subject=message.subject, text=message.body)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on finds people who were invited; it makes nobody."""

    def is_open_for_signup(self, request, sociallogin) -> bool:
        return False
