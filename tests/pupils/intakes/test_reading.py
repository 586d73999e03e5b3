"""What is read out of existing passports: headings in many wordings, every layout, whose it is."""

import datetime as dt
from uuid import UUID

import pytest

from aylsham.documents.inspecting import Upload
from pupils.rules.passport_files import sort_into_boxes
from pupils.rules.passport_headings import box_of, sentences, split_heading
from pupils.rules.passport_matching import (
    BORN_OTHERWISE,
    FIRST_NAME_ONLY,
    NOBODY,
    SEVERAL,
    Candidate,
    dates_in,
    match_child,
)
from pupils.services.intakes.reading import A_SCAN, NO_PAGE, look_into
from tests.documents.making import picture
from tests.pupils.intakes import files

HEADINGS = {
    "admire": (
        "What people like and admire about me", "What people like about me", "What do people like about me?",
        "What others appreciate about me", "My strengths", "I am good at…", "Things I’m good at",
        "Great things about Zoë", "STRENGTHS AND INTERESTS", "Like and admire:", "What we like and admire about Zoë",
    ),
    "matters": (
        "What is important to me", "What's important to me", "What matters to me", "Important to me now", "My likes",
        "Things I like", "My interests", "Likes and interests", "What makes me happy", "What is important to Zoë",
    ),
    "support": (
        "How best to support me", "How to support me", "How you can help me", "How can you help me?", "How to help me",
        "What you can do to help me", "I learn best when", "I work best when…", "Support I need", "Adults can help me by",
        "How I like to be supported", "What I need from adults",
    ),
    "hard": (
        "What is hard for me", "What I find hard", "Things I find difficult", "I find it difficult to", "My difficulties",
        "Things I find tricky:", "What I struggle with", "Challenges", "Barriers to learning", "I need help with",
        "What Zoe finds difficult", "How my needs affect my learning", "Triggers", "1. What I find hard",
    ),
    "helps": (
        "Strategies", "Strategies that help me", "Helpful strategies", "What helps", "What helps me", "What works for me",
        "Things that help me", "Classroom strategies", "Reasonable adjustments", "Strategies for staff", "It helps me if you",
        "What helps me learn", "Strategies to support me",
    ),
    "do": ("Please do", "Do", "Do's", "Please", "I would like you to"),
    "dont": ("Please don't", "Please don’t", "Don'ts", "Please do not", "What doesn't help", "Please avoid", "Things I don't like", "Dislikes"),
    "aims": ("My aims", "My targets", "Targets", "My goals", "My hopes and dreams", "Aspirations", "I want to", "Outcomes", "I am working on"),
    "who": ("Who helps me", "Who helps me at school?", "People who help me", "Key adults", "My support network", "Important people in my life"),
    "words": ("In my own words", "Pupil voice", "My views", "I would like you to know that…"),
    "scribe": ("Written by", "Completed by", "Completed with", "Who wrote this down"),
    "elsewhere": ("Medical needs", "Medical information", "Diagnosis", "Area of need", "SEN status", "Reading age", "External agencies", "Access arrangements", "Parents' views", "Attainment"),
    "facts": ("Name", "Date of birth", "Class", "Year group", "One Page Profile", "Pupil Passport", "My passport", "Review date"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("box", "title"), [(b, t) for b, all_of in HEADINGS.items() for t in all_of]
)
def test_a_heading_in_the_words_of_schools_means_its_box(box, title):
    assert box_of(title) == box


@pytest.mark.parametrize(
    "line",
    [
        "I find it difficult to sit still for long.", "I like trains and my dog.", "Sit me at the front, please.",
        "My targets are on the wall next to the door so that everybody can see them every day.", "", "•", "Zoë",
    ],
)  # fmt: skip
def test_a_sentence_is_no_heading(line):
    assert box_of(line) is None


def test_a_heading_with_its_words_on_one_line():
    assert split_heading("Completed by: Ms Hall, May 2026") == ("scribe", "Ms Hall, May 2026")
    assert split_heading("Remember: pens") is None


def test_a_line_that_a_narrow_column_broke_is_one_line_again():
    lines = ["• A seat near", "the door", "• Ear defenders", "Tell me first."]
    assert list(sentences(lines)) == ["A seat near the door", "Ear defenders", "Tell me first."]


LAYOUTS = {
    "headings": (files.word, "docx"),
    "bold lines": (files.bold, "docx"),
    "table, headings above": (files.table_below, "docx"),
    "table, headings beside": (files.table_beside, "docx"),
    "table, headings inside": (files.table_cells, "docx"),
    "text boxes": (files.text_boxes, "docx"),
    "PDF": (files.pdf, "pdf"),
    "PDF, two columns": (files.pdf_columns, "pdf"),
    "PDF, table": (files.pdf_table, "pdf"),
}


@pytest.mark.rough_paper
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_boxes(layout):
    make, extension = LAYOUTS[layout]
    looked = look_into(Upload(f"Zoe.{extension}", make()))
    assert looked.refusal == ""
    assert looked.found.boxes == files.BOXES
    assert looked.found.helps == files.HELPS
    assert looked.found.unplaced == ""
    assert "Zoë Burton" in looked.found.text


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (Upload("Zoe.pdf", files.scan()), A_SCAN),
        (Upload("Zoe.jpg", picture("jpeg")), NO_PAGE),
        (Upload("Zoe.doc", b"\xd0\xcf\x11\xe0old"), "old Word file"),
        (Upload("Zoe.docx", b"no zip at all"), "not a Word file"),
        (Upload("Zoe.pdf", b""), "empty"),
    ],
    ids=["scan", "photo", "old word", "disguised", "empty"],
)
def test_what_cannot_be_read_is_said_plainly(upload, words):
    looked = look_into(upload)
    assert looked.found is None
    assert words in looked.refusal


class TestWhatIsLeft:
    def line(self, text, *, head=False):
        return {"text": text, "head": head}

    def test_a_heading_that_nobody_knows_runs_on_under_no_other(self):
        titles = ("Strategies", "Things I find hard", "My superhero page")
        said = [x for t in titles for x in (self.line(t, head=True), self.line(f"About {t}"))]
        found = sort_into_boxes([*said, self.line("x"), self.line("y")])
        assert found.helps == ["About Strategies"]
        assert found.unplaced == "My superhero page\nAbout My superhero page\nx\ny"

    def test_medical_words_stay_in_the_document(self):
        found = sort_into_boxes(
            [
                self.line("Strategies"),
                self.line("A"),
                self.line("Medical needs:"),
                self.line("Inhaler"),
            ]
        )
        assert found.elsewhere == ["Medical needs"]
        assert "Inhaler" not in str((found.boxes, found.helps, found.unplaced))

    def test_without_any_heading_all_of_it_waits(self):
        found = sort_into_boxes([self.line("Zoë is a happy girl who loves trains.")])
        assert not found.has_headings
        assert found.unplaced == "Zoë is a happy girl who loves trains."

    def test_a_long_sentence_beside_name_and_date_is_not_lost(self):
        words = "Zoë is a happy girl who loves trains and maps."
        found = sort_into_boxes([self.line(words), self.line("Strategies"), self.line("A")])
        assert found.unplaced == words


def child(number: int, first: str, last: str, **more) -> Candidate:
    facts = {"preferred": "", "born_on": dt.date(2018, 3, number), "year": "4", "group": "Oak"}
    return Candidate(UUID(int=number), first, last, **(facts | more))


ROLL = [
    child(1, "Zoë", "Burton"),
    child(2, "Leo", "Park", group="Elm", year="3"),
    child(3, "Leo", "Park", group="Oak"),
    child(4, "Alexandra", "Smith-Jones", preferred="Alex"),
    child(5, "Mia", "Reed"),
    child(6, "Mia", "Ford", group="Elm", year="3"),
    child(7, "Anna", "Bell"),
    child(8, "Anna", "Bellamy"),
]


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        ("Zoe Burton passport.docx", "", 1),
        ("passport.docx", "Name: Zoë Burton", 1),
        ("BURTON, Zoe.pdf", "", 1),
        ("ZoeBurton_2026.docx", "", 1),
        ("zoe-burton.pdf", "Friends: Leo Park and Mia Reed", 1),
        ("alex smith jones.docx", "", 4),
        ("Alexandra Smith-Jones.docx", "", 4),
        ("Anna Bellamy.docx", "", 8),
        ("Leo Park.docx", "Class: Elm", 2),
        ("Leo Park.docx", "born 3 March 2018", 3),
        ("Leo Park Year 3.docx", "", 2),
        ("Mia.docx", "DOB 06.03.18", 6),
    ],
)
def test_sure_whose_it_is(name, text, sure):
    assert match_child(name, text, ROLL).child == UUID(int=sure)


@pytest.mark.parametrize(
    ("name", "text", "doubt", "meant"),
    [
        ("Leo Park.docx", "", SEVERAL, {2, 3}),
        ("Mia.docx", "", FIRST_NAME_ONLY, {5, 6}),
        ("Mia Oak.docx", "", FIRST_NAME_ONLY, {5}),
        ("Zoe Burton.docx", "Date of birth: 02/09/2017", BORN_OTHERWISE, {1}),
        ("profile 7.docx", "My name is Quentin", NOBODY, set()),
    ],
)
def test_asks_whose_it_is(name, text, doubt, meant):
    match = match_child(name, text, ROLL)
    assert match.child is None
    assert match.doubt == doubt
    assert {pk.int for pk in match.candidates} == meant


def test_dates_of_review_are_no_dates_of_birth():
    assert match_child("Zoe Burton.docx", "Review: 02/09/2026", ROLL).child == UUID(int=1)
    assert dates_in("31/02/2018 and 1st May 2018, 2018-05-02") == {
        dt.date(2018, 5, 1),
        dt.date(2018, 5, 2),
    }
