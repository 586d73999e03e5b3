from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class StaffConfig(AppConfig):
    name = "staff"

    def ready(self) -> None:
        from aylsham.access.permissions import Permission
        from aylsham.deadlines.registry import register_provider
        from aylsham.navigation import MenuGroup, NavEntry, register
        from staff import deadlines, tracking

        REGISTRY.register(rules.BOOK)
        register_provider("staff", deadlines.deadlines, kinds=deadlines.KINDS, tables=())
        tracking.register_own()
        register(
            NavEntry(
                "training",
                "Training",
                "training",
                Permission.KEEP_TRAINING,
                order=84,
                level="school",
                place="menu",
                group=MenuGroup.SCHOOL,
            )
        )
        register(
            NavEntry(
                "my_training",
                "My training",
                "my_training",
                Permission.OPEN_TODAY,
                order=81,
                level="school",
                place="menu",
                group=MenuGroup.OWN,
            )
        )
