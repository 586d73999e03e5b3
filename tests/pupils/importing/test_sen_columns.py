"""What offices do with SEN columns: short words, two rows of headings, yes and no, half a pair."""

import pytest

from pupils.importing.faults import YES_ALONE

from .makers import child, csv_text, found, read, upn, warned


def asked(roll):
    """(row, column) of the children of whom a person has to say K or E."""
    return [(row, column) for row, column, problem in warned(roll) if problem == YES_ALONE]


LINE = f"{upn(1)},Burton,Jo,03/12/2018,3"


@pytest.mark.parametrize(
    "heading", ["SEN Prov", "SEN Prov.", "SEN prov code", "SEND Prov.", "SENProv"]
)
def test_short_words_for_provision(heading):
    roll = read(f"UPN,Surname,Forename,DOB,Year,{heading}\n{LINE},K\n")
    assert (roll.rows[0].sen_status, roll.unrecognised) == ("K", ())


@pytest.mark.parametrize("heading", ["Need", "Primary need"])
def test_needs_without_a_status_are_told_once(heading):
    roll = read(f"UPN,Surname,Forename,DOB,Year,{heading}\n{LINE},ASD\n")
    assert [n for n in roll.notices if f"(“{heading}”) and no column with the SEN status" in n]
    assert not [n for n in read([child(1)]).notices if "no column with the SEN status" in n]


def test_one_group_heading_over_the_columns_of_sen():
    roll = read(
        ",,,,,SEN,,,\nUPN,Surname,Forename,DOB,Year,Status,Primary,Secondary,Start\n"
        f"{LINE},K,SLCN,SEMH,01/09/2025\n"
    )
    assert list(roll.columns.items())[5:] == [
        ("Status", "sen_status"),
        ("Primary", "need_1"),
        ("Secondary", "need_2"),
        ("Start", "sen_since"),
    ]
    assert (roll.rows[0].sen_status, roll.rows[0].needs) == ("K", ("SLCN", "SEMH"))


def test_a_title_above_the_headings_is_no_group():
    roll = read(f"SEN,,,,,\nUPN,Surname,Forename,DOB,Year,Primary\n{LINE},x\n")
    assert roll.unrecognised == ("Primary",)


def answers(*pairs, headings=("SEN (Y/N)", "EHCP (Y/N)")):
    """A hand-made list with these answers, child by child."""
    rows = [child(n, **dict(zip(headings, pair, strict=True))) for n, pair in enumerate(pairs, 1)]
    for row in rows:
        del row["SEN status"]
    return rows


@pytest.mark.parametrize(
    "headings", [("SEN (Y/N)", "EHCP (Y/N)"), ("SEN", "EHCP"), ("SEND", "Has EHC plan?")], ids=str
)
def test_yes_to_a_plan_is_e_and_yes_to_sen_alone_is_k(headings):
    rows = answers(("Y", "N"), ("Y", "Y"), ("N", "N"), ("N", "Yes"), headings=headings)
    roll = read(rows)
    assert found(roll) == []
    assert [row.sen_status for row in roll.rows] == ["K", "E", "N", "E"]
    assert [n for n in roll.notices if n.startswith(f"“{headings[0]}” and “{headings[1]}” say yes")]
    assert roll.columns[headings[1]] == "has_plan"


def test_empty_means_no_plan_only_where_nobody_writes_no():
    assert [r.sen_status for r in read(answers(("Y", ""), ("Y", "Y"))).rows] == ["K", "E"]
    roll = read(answers(("Y", ""), ("Y", "Y"), ("N", "N")))
    assert (found(roll), asked(roll)) == ([], [(2, "SEN (Y/N)")])
    assert [r.sen_status for r in roll.rows] == ["", "E", "N"]


def test_a_typed_status_settles_what_yes_left_open():
    rows = answers(("Y", ""), ("Y", "Y"), ("N", "N"))
    roll = read(rows, corrections={(2, "SEN (Y/N)"): "K"})
    assert [row.sen_status for row in roll.rows] == ["K", "E", "N"]


@pytest.mark.parametrize(
    "pairs",
    [[("Y", "Pending"), ("Y", "Y")], [("Y", "12/03/2024"), ("N", "")]],
    ids=["words", "dates"],
)
def test_yes_is_asked_about_where_it_could_mean_either(pairs):
    roll = read(answers(*pairs))
    assert found(roll) == []
    assert (2, "SEN (Y/N)") in asked(roll)
    assert (roll.rows[0].sen_status, "sen_status" in roll.rows[0].given) == ("", False)
    assert roll.unrecognised == ("EHCP (Y/N)",)


def alone(*cells, heading="SEN (Y/N)"):
    """A hand-made list that says yes and no to SEN and nothing of plans."""
    rows = [child(n, **{heading: cell}) for n, cell in enumerate(cells, 1)]
    for row in rows:
        del row["SEN status"]
    return rows


@pytest.mark.parametrize("heading", ["SEN (Y/N)", "SEN", "SEND", "SEN register"])
def test_yes_alone_is_asked_about_and_no_is_no_sen(heading):
    roll = read(alone("Y", "N", "yes", "", heading=heading))
    assert found(roll) == []
    assert asked(roll) == [(2, heading), (4, heading)]
    assert [r.sen_status for r in roll.rows] == ["", "N", "", "N"]
    assert ["sen_status" in r.given for r in roll.rows] == [False, True, False, True]
    told = [n for n in roll.notices if n.startswith(f"“{heading}” says who has SEN")]
    assert len(told) == 1
    assert all("K (SEN support) or E (EHC plan)" in w.advice for w in roll.warnings[:1])


def test_a_level_typed_for_one_child_leaves_the_others_asked():
    roll = read(alone("Y", "Y", "N"), corrections={(2, "SEN (Y/N)"): "E"})
    assert (found(roll), asked(roll)) == ([], [(3, "SEN (Y/N)")])
    assert [r.sen_status for r in roll.rows] == ["E", "", "N"]


def test_the_heading_alone_can_say_that_it_is_yes_and_no():
    roll = read(alone("Y", "", ""))
    assert ([r.sen_status for r in roll.rows], asked(roll)) == (["", "N", "N"], [(2, "SEN (Y/N)")])
    assert found(read(alone("Y", "", "", heading="SEN"))) == [(2, "SEN", "unknown SEN status")]


def test_a_yes_among_levels_is_a_slip():
    assert found(read(alone("Y", "K", "N"))) == [(2, "SEN (Y/N)", "unknown SEN status")]


def test_not_known_among_yes_and_no_is_no_level_either():
    roll = read(alone("Y", "Unknown", "N"))
    assert found(roll) == [(3, "SEN (Y/N)", "unknown SEN status")]
    assert asked(roll) == [(2, "SEN (Y/N)")]


FACTS = {
    "Service child": "service_child",
    "Pupil premium": "pupil_premium",
    "FSM": "free_school_meals",
    "EAL": "eal",
    "Traveller": "traveller",
    "Kinship care": "kinship_care",
    "In care": "in_care",
    "Young carer": "young_carer",
    "Post looked after": "post_looked_after",
}


@pytest.mark.parametrize(
    "cell", ["U", "Unknown", "Not known", "NOBT", "REF", "n/k", "-", "Refused"]
)
@pytest.mark.parametrize("heading", sorted(FACTS))
def test_what_nobody_knows_is_no_fault_and_changes_nothing(heading, cell):
    rows = [child(1, **{heading: cell}), child(2, **{heading: "Y"}), child(3, **{heading: "N"})]
    roll = read(rows)
    assert found(roll) == []
    assert getattr(roll.rows[0], FACTS[heading]) in (None, "")
    assert getattr(roll.rows[1], FACTS[heading])


def test_refused_is_a_word_of_the_service_child_alone():
    assert read([child(1, **{"Service child": "R"})]).rows[0].service_child is None
    assert found(read([child(1, EAL="R")])) == [(2, "EAL", "not yes or no")]


def test_empty_is_not_read_as_no_beside_what_nobody_knows():
    roll = read([child(1, FSM="Y"), child(2, FSM="U"), child(3, FSM="")])
    assert [r.free_school_meals for r in roll.rows] == [True, None, None]


def test_a_column_of_plans_beside_codes_is_not_understood_as_before():
    roll = read([child(1, **{"SEN status": "K", "Need": "ASD", "EHCP": "Y"})])
    assert (found(roll), roll.rows[0].sen_status, roll.unrecognised) == ([], "K", ("EHCP",))


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Kinship care", "SGO", "kinship_care"),
        ("Kinship care", "Special Guardianship Order", "kinship_care"),
        ("Kinship care", "Child arrangements order", "kinship_care"),
        ("Kinship care", "Residence Order", "kinship_care"),
        ("Service child", "Armed forces", "service_child"),
        ("Service child", "RAF", "service_child"),
        ("Traveller", "GRT", "traveller"),
    ],
)
def test_words_that_mean_yes(heading, cell, field):
    roll = read([child(1, **{heading: cell}), child(2, **{heading: "No"})])
    assert found(roll) == []
    assert [getattr(row, field) for row in roll.rows] == [True, False]


def test_words_that_mean_nothing_stay_faults():
    assert found(read([child(1, **{"Kinship care": "Nan?"})])) == [
        (2, "Kinship care", "not yes or no")
    ]


def test_no_specialist_assessment_beside_a_plan_is_told():
    rows = [child(1, **{"SEN status": "E", "Need": "NSA"})]
    rows += [child(2, **{"SEN status": "K", "Need": "NSA"})]
    assert warned(read(rows)) == [(2, "Need", "NSA with an EHC plan")]


def test_a_start_date_without_a_status_is_told():
    rows = [child(1, **{"SEN start date": "01/09/2025"})]
    rows += [child(2, **{"SEN status": "K", "Need": "ASD", "SEN start date": "01/09/2025"})]
    roll = read(csv_text(rows))
    assert warned(roll) == [(2, "SEN start date", "SEN start date without SEN status")]
    assert found(roll) == []
