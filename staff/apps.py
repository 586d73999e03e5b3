from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class StaffConfig(AppConfig):
    name = "staff"

    def ready(self) -> None:
        from aylsham.access.permissions import Permission
        from aylsham.deadlines.registry import register_provider
        from aylsham.navigation import MenuGroup, NavEntry, register
        from staff import deadlines, packing, tracking, training_deadlines
        from staff.services.importing import staff_list

        REGISTRY.register(rules.BOOK)
        register_provider("staff", deadlines.deadlines, kinds=deadlines.KINDS, tables=())
        training_deadlines.register_own()
        tracking.register_own()
        packing.register_own()
        staff_list.register_own()
        register(
            NavEntry(
                "staff",
                "Staff",
                "staff",
                Permission.VIEW_STAFF,
                order=83,
                level="school",
                place="menu",
                group=MenuGroup.SCHOOL,
                claims=("school-day/",),
            )
        )
        register(
            NavEntry(
                "weeks",
                "The week",
                "weeks",
                Permission.VIEW_STAFF,
                order=82,
                level="school",
                place="menu",
                group=MenuGroup.SCHOOL,
            )
        )
        register(
            NavEntry(
                "my_contract",
                "My hours",
                "my_contract",
                Permission.OPEN_TODAY,
                order=80,
                level="school",
                place="menu",
                group=MenuGroup.OWN,
            )
        )
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
