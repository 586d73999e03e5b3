from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "provision"

    def ready(self) -> None:
        from provision import (
            agreeing,
            asks,
            deadlines,
            handing,
            leaving,
            navigation,
            packing,
            print_kinds,
            searching,
            tracking,
        )
        from provision.selectors import aims, by_law, family
        from provision.services.importing import provision_map

        deadlines.register_own()
        tracking.register_own()
        searching.register_own()
        packing.register_own()
        print_kinds.register_own()
        handing.register_own()
        leaving.register_own()
        navigation.register_own()
        family.register_own()
        aims.register_own()
        by_law.register_own()
        agreeing.register_own()
        asks.register_own()
        provision_map.register_own()
