from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class EhcpConfig(AppConfig):
    name = "ehcp"

    def ready(self) -> None:
        from aylsham.deadlines.registry import register_provider

        from . import deadlines
        from .services.importing import tracker

        REGISTRY.register(rules.BOOK)
        register_provider("ehcp", deadlines.deadlines, kinds=deadlines.KINDS)
        tracker.register_own()
