"""Code sets of disagreements: with which decision, what a Tribunal orders, what that makes due."""

from django.db import models


class AppealAbout(models.TextChoices):
    """Which decision somebody disagrees with (Children and Families Act 2014, s.51(2))."""

    REFUSED = "refused", "The council will not assess"
    NO_PLAN = "no_plan", "The council will not make a plan"
    CONTENT = "content", "What the plan says (sections B, F, I)"
    AMENDED = "amended", "What the amended plan says (sections B, F, I)"
    SAME = "same", "The council will not change the plan"
    CEASED = "ceased", "The council ceases the plan"


#: Decisions about a request, and about a plan; the first plan's words can be reached from both.
OF_REQUEST = (AppealAbout.REFUSED, AppealAbout.NO_PLAN, AppealAbout.CONTENT)
OF_PLAN = (AppealAbout.CONTENT, AppealAbout.AMENDED, AppealAbout.SAME, AppealAbout.CEASED)


class Order(models.TextChoices):
    """What a Tribunal orders (SEND Regulations 2014, regs 43 and 44)."""

    ASSESS = "assess", "Assess the child"
    MAKE_PLAN = "make", "Make a plan"
    AMEND = "amend", "Amend the plan (sections B and F)"
    NAME_SCHOOL = "name", "Change the school that is named"
    CONTINUE = "keep", "Keep the plan"
    DISMISSED = "none", "Appeal dismissed: no order"


_OF_CONTENTS = (Order.AMEND, Order.NAME_SCHOOL, Order.CONTINUE, Order.DISMISSED)
#: Which orders can follow an appeal about what.
ORDERS_OF: dict[str, tuple[Order, ...]] = {
    AppealAbout.REFUSED: (Order.ASSESS, Order.DISMISSED),
    AppealAbout.NO_PLAN: (Order.MAKE_PLAN, Order.DISMISSED),
    AppealAbout.CONTENT: _OF_CONTENTS,
    AppealAbout.AMENDED: _OF_CONTENTS,
    AppealAbout.SAME: (Order.AMEND, Order.NAME_SCHOOL, Order.DISMISSED),
    AppealAbout.CEASED: (Order.CONTINUE, Order.AMEND, Order.DISMISSED),
}
#: What each order makes due, by the answers of the rule; and where the council did not oppose.
ORDER_MAKES: dict[str, tuple[str, ...]] = {
    Order.ASSESS: (
        "notify_will_assess_by",
        "if_assess_ordered_no_plan_decision_by",
        "if_assess_ordered_final_plan_by",
    ),
    Order.MAKE_PLAN: ("draft_plan_if_ordered_by", "final_plan_if_ordered_by"),
    Order.AMEND: ("amend_B_F_by",),
    Order.NAME_SCHOOL: ("amend_named_school_by",),
    Order.CONTINUE: ("continue_plan_by",),
}
UNOPPOSED_MAKES: dict[str, tuple[str, ...]] = {
    AppealAbout.REFUSED: (
        "unopposed_notify_will_assess_by",
        "unopposed_no_plan_decision_by",
        "unopposed_final_plan_by",
    ),
    AppealAbout.NO_PLAN: ("unopposed_final_plan_by",),
    AppealAbout.CONTENT: ("unopposed_amend_by",),
    AppealAbout.AMENDED: ("unopposed_amend_by",),
    AppealAbout.SAME: ("unopposed_amend_by",),
    AppealAbout.CEASED: ("unopposed_continue_by",),
}
