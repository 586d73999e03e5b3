from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class LacConfig(AppConfig):
    name = "lac"

    def ready(self) -> None:
        from aylsham.access.permissions import Permission
        from aylsham.deadlines.registry import register_provider
        from aylsham.navigation import MenuGroup, NavEntry, register
        from lac import (
            deadlines,
            flags,
            importing,
            packing,
            pep_registering,
            premium,
            print_kinds,
            report_deadlines,
            tracking,
            watch_deadlines,
        )
        from pupils.tabs import ChildTab, register_tab

        print_kinds.register_own()
        REGISTRY.register(rules.BOOK)
        register_provider(
            deadlines.NAME, deadlines.deadlines, tables=deadlines.TABLES, kinds=deadlines.KINDS
        )
        register_provider(
            watch_deadlines.NAME,
            watch_deadlines.deadlines,
            tables=watch_deadlines.TABLES,
            kinds=watch_deadlines.KINDS,
        )
        register_provider(
            report_deadlines.NAME,
            report_deadlines.deadlines,
            tables=report_deadlines.TABLES,
            kinds=report_deadlines.KINDS,
        )
        flags.register_own()
        importing.register_own()
        tracking.register_own()
        packing.register_own()
        premium.register_own()
        premium.register_packs()
        packing.leave_own_unhanded()
        pep_registering.register_own()
        register(
            NavEntry(
                "care",
                "Children in care",
                "care",
                Permission.VIEW_CARE,
                order=35,
                federation_url_name="federation_care",
                place="menu",
                group=MenuGroup.SUPPORT,
            )
        )
        read = Permission.READ_CARE
        for key, words, page, permission, order in (
            ("care", "Care", "child_care", Permission.VIEW_CARE, 48),
            ("watch", "Watch", "child_watch", read, 51),
            ("care_moves", "Moves and what is passed on", "care_moves", read, 52),
        ):
            register_tab(ChildTab(key, words, page, permission, order, group="care"))
