"""The field's words in plain English, for people who meet them for the first time."""

GLOSSARY = {
    "send": "Special educational needs and disabilities.",
    "sen support": "Extra help that the school plans and pays for, for a child without an EHC plan.",
    "ehc plan": "Education, health and care plan: a legal paper from the council that says what a "
    "child needs and what must be given.",
    "needs assessment": "The council's look at what a child needs, which may end in an EHC plan.",
    "annual review": "The meeting and the papers, at least every 12 months, that check an EHC plan.",
    "phase transfer": "The move to the next school, for which the council must change an EHC plan "
    "by 15 February (31 March for a move after 16).",
    "apdr": "Assess, plan, do, review: the round of work for each child on SEN support.",
    "provision": "The help that is given: what, who gives it, how often and how long.",
    "outcome": "What the child will be able to do, in one to three years.",
    "target": "The next step towards an outcome, for this term.",
    "passport": "One page that says what helps this child, for every adult who works with them.",
    "pep": "Personal education plan, for a child in care.",
    "designated teacher": "The teacher who leads on the schooling of children in care.",
    "looked-after child": "A child in the care of a council.",
    "virtual school": "The council's team for the schooling of children in care.",
    "upn": "Unique pupil number: 13 signs that stay with a child through every school.",
    "urn": "Unique reference number of a school.",
    "pupil premium": "Money for schools to help children from poorer homes, in care or adopted.",
    "eal": "English as an additional language: another language is spoken at home.",
    "lsa": "Learning support assistant.",
    "sendco": "The teacher who leads on special educational needs and disabilities.",
    "la": "Local authority: the council that is responsible for the child's plan.",
    "slcn": "Speech, language and communication needs.",
    "semh": "Social, emotional and mental health needs.",
    "suppressed": "Left out because so few children are counted that one could be recognised.",
}
