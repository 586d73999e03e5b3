from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class StaffConfig(AppConfig):
    name = "staff"

    def ready(self) -> None:
        from aylsham.deadlines.registry import register_provider
        from staff import deadlines, tracking

        REGISTRY.register(rules.BOOK)
        register_provider("staff", deadlines.deadlines, kinds=deadlines.KINDS, tables=())
        tracking.register_own()
