from django.urls import path

from provision import base_urls, council_urls, provision_urls
from provision.rules.writing import OUTCOME, PROVISION, TARGET
from provision.views import (
    bank,
    beginning,
    cycle_steps,
    cycles,
    progress,
    questions,
    reopening,
    review_grid,
    sheets,
    support_plan,
    targets,
)

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_TARGET = f"{_CHILD}targets/<uuid:target>/"
_BANK = "<slug:school>/cycles/bank/<slug:bank_target>/"
_CYCLE = f"{_CHILD}cycles/<uuid:cycle>/"

urlpatterns = [
    path("<slug:school>/cycles/", cycles.cycles, name="cycles"),
    path("<slug:school>/cycles/begin/", beginning.cycles_begin, name="cycles_begin"),
    path("<slug:school>/cycles/review/", review_grid.cycles_review, name="cycles_review"),
    *(
        path(
            f"<slug:school>/writing/{about}/",
            targets.check_words,
            {"about": about},
            name=f"check_{about}",
        )
        for about in (OUTCOME, TARGET, PROVISION)
    ),
    path(f"{_CHILD}targets/", targets.child_targets, name="child_targets"),
    path("<slug:school>/cycles/questions/", questions.cycle_questions, name="cycle_questions"),
    path("<slug:school>/cycles/length/", questions.cycle_length, name="cycle_length"),
    path(
        "<slug:school>/cycles/questions/change/",
        questions.questions_change,
        name="questions_change",
    ),
    path(
        "<slug:school>/cycles/questions/follow/",
        questions.questions_follow,
        name="questions_follow",
    ),
    path("<slug:school>/cycles/bank/", bank.target_bank, name="target_bank"),
    path("<slug:school>/cycles/bank/add/", bank.bank_add, name="bank_add"),
    path(f"{_BANK}change/", bank.bank_change, name="bank_change"),
    path(f"{_BANK}retire/", bank.bank_retire, name="bank_retire"),
    path(f"{_CHILD}targets/bank/", bank.bank_pick, name="bank_pick"),
    path(f"{_CHILD}targets/add/", targets.target_add, name="target_add"),
    path(f"{_CHILD}outcomes/add/", targets.outcome_add, name="outcome_add"),
    path(f"{_CHILD}outcomes/<uuid:outcome>/", targets.outcome_change, name="outcome_change"),
    path(f"{_CHILD}outcomes/<uuid:outcome>/close/", targets.outcome_end, name="outcome_end"),
    path(f"{_CHILD}outcomes/<uuid:outcome>/again/", reopening.outcome_again, name="outcome_again"),
    path(_TARGET, targets.target, name="target"),
    path(f"{_TARGET}change/", targets.target_change, name="target_change"),
    path(f"{_TARGET}adapt/", targets.target_adapt, name="target_adapt"),
    path(f"{_TARGET}close/", targets.target_end, name="target_end"),
    path(f"{_TARGET}again/", reopening.target_again, name="target_again"),
    path(f"{_TARGET}measure/", progress.target_measure, name="target_measure"),
    path(f"{_TARGET}teaching/", progress.teaching_change, name="teaching_change"),
    path(
        f"{_TARGET}teaching/<uuid:teaching_change>/remove/",
        progress.teaching_change_remove,
        name="teaching_change_remove",
    ),
    path(
        f"{_TARGET}measurements/<uuid:measurement>/remove/",
        progress.measurement_remove,
        name="measurement_remove",
    ),
    path(f"{_CHILD}support-plan/", support_plan.child_support_plan, name="child_support_plan"),
    path(
        f"{_CHILD}support-plan/export/",
        support_plan.support_plan_export,
        name="support_plan_export",
    ),
    path(
        f"{_CHILD}support-plan/print/",
        support_plan.support_plan_print,
        name="support_plan_print",
    ),
    path(f"{_CHILD}cycles/", cycles.child_cycles, name="child_cycles"),
    path(f"{_CHILD}cycles/start/", cycles.cycle_start, name="cycle_start"),
    path(_CYCLE, cycles.cycle, name="cycle"),
    path(f"{_CYCLE}change/", cycles.cycle_change, name="cycle_change"),
    path(f"{_CYCLE}write/<slug:section>/", cycles.cycle_write, name="cycle_write"),
    path(f"{_CYCLE}send/", cycle_steps.cycle_send, name="cycle_send"),
    path(f"{_CYCLE}check/", cycle_steps.cycle_check, name="cycle_check"),
    path(f"{_CYCLE}back/", cycle_steps.cycle_back, name="cycle_back"),
    path(f"{_CYCLE}unlock/", cycle_steps.cycle_unlock, name="cycle_unlock"),
    path(f"{_CYCLE}sheet/", sheets.cycle_sheet, name="cycle_sheet"),
    path(f"{_CYCLE}take/<uuid:voice>/", cycle_steps.cycle_take, name="cycle_take"),
    path(f"{_CYCLE}given/", cycle_steps.cycle_given, name="cycle_given"),
    path(f"{_CYCLE}targets/<uuid:part>/", cycle_steps.cycle_review, name="cycle_review"),
    path(f"{_CYCLE}reopen/", cycle_steps.cycle_reopen, name="cycle_reopen"),
    path(f"{_CYCLE}delete/", cycle_steps.cycle_delete, name="cycle_delete"),
    path(f"{_CYCLE}close/", cycle_steps.cycle_close, name="cycle_close"),
    *base_urls.urlpatterns,
    *council_urls.urlpatterns,
    *provision_urls.urlpatterns,
]
