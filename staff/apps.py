from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class StaffConfig(AppConfig):
    name = "staff"

    def ready(self) -> None:
        from aylsham.deadlines.registry import register_provider
        from aylsham.documents.holders import register_holder
        from staff import (
            day_givers,
            deadlines,
            duty_tracking,
            giving,
            line_asks,
            navigation,
            packing,
            tracking,
            training_asks,
            training_deadlines,
        )
        from staff.models import TrainingCertificate
        from staff.services.importing import staff_list

        REGISTRY.register(rules.BOOK)
        register_holder(TrainingCertificate)
        register_provider("staff", deadlines.deadlines, kinds=deadlines.KINDS, tables=())
        for part in (
            training_deadlines,
            tracking,
            duty_tracking,
            packing,
            giving,
            day_givers,
            navigation,
            training_asks,
            line_asks,
            staff_list,
        ):
            part.register_own()
