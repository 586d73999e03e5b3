"""A pasted plan: its sections and lines, and what hangs loose in it."""

from ehcp.rules.amounts import Quantity
from ehcp.rules.orphans import CheckedLine, loose_lines
from ehcp.rules.pasting import SECTIONS, heading_of, read_plan
from tests.ehcp.plan_texts import SECTIONS as PLAN

WHOLE = """Education, Health and Care Plan
Name of child: Zoe

SECTION A: The views, interests and aspirations of the child
Zoe likes horses
and drawing.

She wants a dog.
Section B – Special educational needs
1. Zoe has a speech sound disorder, so that strangers
understand one word in three.
2) She reads like a younger child.
\u2022 She tires.
Page 4 of 9
Section E
E1 By the end of Year 6 Zoe will be understood.
Section F: Special educational provision
Outcome\tProvision\tWho\tHow often
1\tA speech programme\tA trained teaching assistant\tDaily for 20 minutes
1\tSmall group reading\tTeacher\t3 x 30 minutes a week
Section F will be reviewed each year.
\fSection H1
None.
Section H 2: Other social care provision
None.
Section K
Author | Profession | Date
Dr A. Reed | Educational psychologist | 3 May 2026
"""


def test_a_whole_plan():
    found = read_plan(WHOLE)
    assert found.unread == "Education, Health and Care Plan\nName of child: Zoe"
    assert [x.text for x in found.of("A")] == ["Zoe likes horses and drawing.", "She wants a dog."]
    assert [(x.number, x.text) for x in found.of("B")] == [
        ("1", "Zoe has a speech sound disorder, so that strangers understand one word in three."),
        ("2", "She reads like a younger child."),
        ("", "She tires."),
    ]
    assert [(x.number, x.page) for x in found.of("E")] == [("E1", 4)]
    assert [x.section for x in found.lines if x.text == "None."] == ["H1", "H2"]


def test_a_table_of_provision():
    first, second, third = read_plan(WHOLE).of("F")
    assert first.text == "A speech programme. Daily for 20 minutes"
    assert (first.who, first.quantity) == ("A trained teaching assistant", Quantity(5, 20))
    assert (second.quantity, second.arrangement) == (Quantity(3, 30), "small")
    assert third.text == "Section F will be reviewed each year."


def test_the_list_of_advice():
    (line,) = read_plan(WHOLE).of("K")
    assert (line.author, line.profession) == ("Dr A. Reed", "Educational psychologist")
    assert (line.of_on, line.page) == ("3 May 2026", 5)


def test_one_section_without_its_heading():
    found = read_plan("1. Zoe will have 15 hours of 1:1 support a week.\n2. Speech therapy.", "F")
    assert [x.section for x in found.lines] == ["F", "F"]
    assert found.lines[0].quantity == Quantity(hours_a_week=15)
    assert found.lines[0].arrangement == "one"
    assert found.lines[1].quantity is None


def test_every_line_of_a_plan_comes_back():
    text = "\n".join(
        f"Section {section}\n" + "\n".join(f"{n}. {words}" for n, words in enumerate(texts, 1))
        for section, texts in PLAN.items()
    )
    found = read_plan(text)
    assert {s: tuple(x.text for x in found.of(s)) for s in SECTIONS if found.of(s)} == PLAN


def test_what_is_a_heading():
    assert heading_of("Section F: Special Educational Provision") == "F"
    assert heading_of("  *SECTION H2*") == "H2"
    assert heading_of("F. Special educational provision") == "F"
    assert heading_of("A. Zoe likes horses") == ""
    assert heading_of("Section F will be reviewed.") == ""
    assert heading_of("") == ""


def test_nothing_and_rubbish():
    assert read_plan("").lines == ()
    assert read_plan("\x00\t|\t|\n\f\f", "F").lines == ()


def line(section: str, text: str, key: str, **facts) -> CheckedLine:
    return CheckedLine(key, section, key.upper(), text, **facts)


def test_a_sound_plan_has_no_gap():
    words = "A teaching assistant reads with Zoe for 20 minutes each day."
    lines = [
        line("B", "She reads like a younger child.", "b1"),
        line("E", "She will read.", "e1"),
        line("F", words, "f1", links=frozenset({"b1", "e1"})),
    ]
    assert loose_lines(lines) == []


def test_what_hangs_loose_is_named_with_its_words():
    lines = [
        line("B", "She tires.", "b1"),
        line("E", "She will read.", "e1", has_target=False),
        line("F", "Regular access to a therapist.", "f1"),
    ]
    loose = loose_lines(lines)
    assert [each.number for each in loose] == ["B1", "E1", "F1"]  # F1 once, with all its gaps
    found = {gap.code: gap for each in loose for gap in each.gaps}
    assert {"need", "outcome", "provision", "vague_amount", "access_to"} <= found.keys()
    assert found["vague_amount"].quote == "Regular"
    assert all("12(1)" in gap.citation or "9.69" in gap.citation for gap in found.values())
    assert len(loose[2].citations) == len(set(loose[2].citations)) == 2


def test_a_link_to_a_line_that_is_gone_is_none():
    lines = [line("F", "Reading for 20 minutes each day.", "f1", links=frozenset({"e9"}))]
    assert [gap.code for each in loose_lines(lines) for gap in each.gaps] == ["provision"]


def test_an_amount_beside_the_words_answers_how_often():
    vague = line("F", "A teaching assistant reads with Zoe.", "f1", links=frozenset({"e1"}))
    counted = line(
        "F", "A teaching assistant reads with Zoe.", "f2", links=frozenset({"e1"}), is_counted=True
    )
    aim = line("E", "She will read.", "e1")
    assert [each.key for each in loose_lines([vague, counted, aim])] == ["f1"]
