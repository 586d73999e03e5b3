from django.urls import path

from lac.views import pep_exports, pep_parts, pep_steps, pep_teacher, peps, virtual_schools

CHILD = "<slug:school>/children/<uuid:pupil>/"
PEP = f"{CHILD}care/pep/"
ONE = f"{PEP}<uuid:pep>/"
PART = f"{PEP}parts/<uuid:pep_part>/"
VIRTUAL = "<slug:school>/care/virtual-schools/"

urlpatterns = [
    path(PEP, peps.child_pep, name="child_pep"),
    path(f"{PEP}start/", peps.pep_start, name="pep_start"),
    path(ONE, peps.pep, name="pep"),
    path(f"{ONE}about/", peps.pep_change, name="pep_change"),
    path(f"{ONE}check/", peps.pep_checks, name="pep_checks"),
    path(f"{ONE}targets/", peps.pep_targets, name="pep_targets"),
    path(f"{ONE}targets/add/", pep_parts.pep_target_add, name="pep_target_add"),
    path(f"{ONE}ready/", pep_steps.pep_ready, name="pep_ready"),
    path(f"{ONE}meeting/", pep_steps.pep_meet, name="pep_meet"),
    path(f"{ONE}held/", pep_steps.pep_held, name="pep_held"),
    path(f"{ONE}sign/", pep_steps.pep_sign, name="pep_sign"),
    path(f"{ONE}signed/", pep_steps.pep_signed, name="pep_signed"),
    path(f"{ONE}complete/", pep_steps.pep_complete, name="pep_complete"),
    path(f"{ONE}send/", pep_steps.pep_send, name="pep_send"),
    path(f"{ONE}feedback/", pep_steps.pep_feedback, name="pep_feedback"),
    path(
        f"{ONE}actions/<uuid:pep_action>/done/", pep_steps.pep_action_done, name="pep_action_done"
    ),
    path(f"{ONE}reopen/", pep_steps.pep_reopen, name="pep_reopen"),
    path(f"{ONE}withdraw/", pep_steps.pep_withdraw, name="pep_withdraw"),
    path(f"{ONE}paste/", pep_exports.pep_paste, name="pep_paste"),
    path(f"{ONE}word/", pep_exports.pep_word, name="pep_word"),
    path(f"{ONE}print/", pep_exports.pep_print, name="pep_print"),
    path(PART, pep_parts.pep_part, name="pep_part"),
    path(f"{PART}who/", pep_parts.pep_part_give, name="pep_part_give"),
    path(f"{PART}ask/", pep_parts.pep_part_ask, name="pep_part_ask"),
    path(f"{PART}take-back/", pep_parts.pep_part_take_back, name="pep_part_take_back"),
    path(f"{PART}leave-out/", pep_parts.pep_part_leave_out, name="pep_part_leave_out"),
    path(f"{CHILD}your-parts/", pep_teacher.pep_my_parts, name="pep_my_parts"),
    path(f"{CHILD}your-parts/<uuid:pep_part>/", pep_teacher.pep_my_part, name="pep_my_part"),
    path(VIRTUAL, virtual_schools.virtual_school_list, name="virtual_schools"),
    path(f"{VIRTUAL}add/", virtual_schools.virtual_school_add, name="virtual_school_add"),
    path(
        f"{VIRTUAL}<uuid:virtual_school>/",
        virtual_schools.virtual_school_change,
        name="virtual_school_change",
    ),
]
