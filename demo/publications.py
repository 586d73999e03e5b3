"""SEN information reports of the demonstration, one out and one begun, and its strategy."""

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.strategy import load_strategy
from reports.codes import Duty
from reports.publications.kinds import KINDS
from reports.selectors.publications import mark_of_words
from reports.services.publications import publish, send_to_head, start_publication, write_words

WORDS = {
    "kinds": "We also provide for needs that few children have. Ask us.",
    "finding": "Class teachers look at every child’s progress each half-term. If you are worried, "
    "speak to the class teacher first; you need no form.",
    "effect": "Phase leaders look at all extra help once a term with the SENDCo. What does not "
    "work is changed or stopped.",
    "progress": "You meet the class teacher at least three times a year, and your child takes "
    "part as far as they wish.",
    "teaching": "Every teacher plans for every child. Extra help comes on top of good lessons and "
    "does not replace them.",
    "adapting": "Pictures, shorter tasks, quiet places and movement breaks are part of every "
    "class. We change more where a child needs it.",
    "support": "Teachers and LSAs give extra help in class first, in a small group if that is not "
    "enough, and to a child alone where nothing else works.",
    "joining": "Clubs, trips and PE are for everybody. We plan with you what your child needs to "
    "come along.",
    "wellbeing": "Two adults are trained to listen. Bullying is answered on the same day.",
    "senco": "Ring the school office and ask for the SENDCo, or write.",
    "expertise": "New staff learn about our children’s needs in their first term.",
    "equipment": "We borrow equipment from the council’s services and buy what is used by many.",
    "parents": "Besides the three meetings there is a coffee morning each term.",
    "pupils": "Children say what helps and what does not, before each review.",
    "complaints": "Speak to the class teacher or the SENDCo first, then to the head. The complaints "
    "policy stands on our website.",
    "others": "The governing body asks once a year which services we miss.",
    "advice": "Norfolk SENDIASS gives free, confidential and impartial advice.",
    "concerns": "Class teacher, then the SENDCo, then the head.",
    "moving": "Children visit their next class in July, and Year 6 visits the high school twice.",
    "offer": "Norfolk publishes its local offer on the council’s website.",
    "admission": "A child with an EHC plan that names our school is admitted. All others are "
    "admitted by the same rules, whatever their needs.",
    "equal": "Policies are read by the SENDCo before they are agreed.",
    "access": "All rooms are on one floor. There is a ramp and an accessible toilet.",
    "plan": "It stands on our website beside this report.",
}


def load_publications(school: School, people: dict[str, User]) -> None:
    """One that is out, the next as a draft, the local offer’s text, and the inclusion strategy."""
    by, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        draft = start_publication(kind=KINDS[Duty.SEN_REPORT], school=school, by=by)
        mark = mark_of_words(draft)
        draft = write_words(publication=draft, words=WORDS, version=mark, by=by)
        sent = send_to_head(publication=draft, by=by)
        publish(publication=sent, web_address="", by=head)
        start_publication(kind=KINDS[Duty.SEN_REPORT], school=school, by=by)
        start_publication(kind=KINDS[Duty.LOCAL_OFFER], school=school, by=by)
    load_strategy(school, people)
