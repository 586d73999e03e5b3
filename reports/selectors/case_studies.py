"""Case studies as pages show them: who may read which, what in them points to the child, consent."""

from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.models import School
from pupils.agreeing.registry import Shown, digest_of
from pupils.agreement_codes import AgreementState, Asked, Choice
from pupils.family_codes import AskKind
from pupils.handed_texts import SEALED
from pupils.models import AgreementAsk, Contact, Pupil
from pupils.rules.anonymous import Names, name_parts, without_names
from pupils.selectors.agreements.given import latest_text, newest_answers
from pupils.selectors.contributions import voices_of
from pupils.selectors.identity import Child
from pupils.selectors.moderation.naming import names_about
from reports.case_study_codes import StudyState
from reports.identifying import Spot, must_go, to_look_at
from reports.journey import FEWEST
from reports.models import CaseStudy
from reports.selectors.journeys import alike

#: Of `pupils.agreeing`.
KIND = "case-study"
TITLE = "Case study with your child’s name"
#: Whose words can be chosen.
_VOICES = {AskKind.PUPIL_VIEWS: "The child", AskKind.PARENT_VIEWS: "The family"}


@dataclass(frozen=True)
class Consent:
    """What the family said to exactly the words that stand there now."""

    is_given: bool
    words: str


@dataclass(frozen=True)
class StudyPage:
    """A study with what has to be settled before it is approved."""

    study: CaseStudy
    must_go: tuple[Spot, ...]
    to_look_at: tuple[Spot, ...]
    #: How many children are so alike that one is recognised; None: enough, or it is named anyway.
    alike: int | None
    consent: Consent | None

    @property
    def is_ready(self) -> bool:
        """Nothing points to the child, or the family agreed to these words."""
        return bool(self.study.parts) and (
            self.consent.is_given if self.consent else not self.must_go
        )


@dataclass(frozen=True)
class Said:
    """A sentence of the child or the family that can be chosen."""

    key: str
    whose: str
    words: str


def studies_of(child: Child) -> list[CaseStudy]:
    """The studies of a child, the newest first."""
    rows = CaseStudy.objects.filter(school=child.school, pupil=child.pupil)
    return list(rows.select_related("begun_by", "approved_by"))


def study_of(child: Child, pk: UUID) -> CaseStudy | None:
    """One study of a child."""
    rows = CaseStudy.objects.filter(school=child.school, pupil=child.pupil, pk=pk)
    return rows.select_related("pupil", "school", "approved_by", "begun_by").first()


def approved_studies(access: Access) -> list[CaseStudy]:
    """Approved studies of children whom the asker may see; one statement."""
    seen = Pupil.objects.visible_to(access).matched()
    rows = CaseStudy.objects.filter(school=access.school, state=StudyState.APPROVED, pupil__in=seen)
    return list(rows.select_related("pupil", "approved_by").order_by("is_named", "-approved_on"))


def anonymous_studies(school: School):
    """Approved studies that name nobody, of records that are not set apart: fit for a visitor."""
    return CaseStudy.objects.filter(
        school=school,
        state=StudyState.APPROVED,
        is_named=False,
        pupil__set_apart_on=None,
    ).order_by("approved_on", "id")


def study_page(child: Child, study: CaseStudy) -> StudyPage:
    """A study with what points to the child; of a named one, what the family said."""
    if study.is_named:
        return StudyPage(study, (), (), None, consent_of(study))
    names, parts = names_for(study.pupil), study.parts
    firsts = (study.pupil.first_name, study.pupil.preferred_first_name)
    few = alike(child) if child.status else FEWEST
    return StudyPage(
        study=study,
        must_go=tuple(must_go(parts, names)),
        to_look_at=tuple(to_look_at(parts, names, firsts)),
        alike=few if few < FEWEST else None,
        consent=None,
    )


def names_for(pupil: Pupil) -> Names:
    """Everybody whose name may not stand in a study: also family names of other children."""
    names = names_about(pupil)
    others = Pupil.objects.filter(school_id=pupil.school_id).exclude(pk=pupil.pk)
    last = set(others.values_list("last_name", flat=True))
    family = Contact.objects.filter(school_id=pupil.school_id).values_list("name", flat=True)
    return replace(names, others=tuple(dict.fromkeys([*names.others, *name_parts(*last, *family)])))


def shown_study(study: CaseStudy) -> Shown:
    """The words as the family reads them."""
    return Shown(TITLE, study.parts, owner=study.begun_by)


def consent_of(study: CaseStudy) -> Consent:
    """Whether a parent agreed to these very words, and nobody of the family said otherwise."""
    text = latest_text(study.school_id, KIND, study.pk)
    if text is None:
        return Consent(False, "The family has not been asked yet.")
    if text.digest != digest_of(TITLE, study.parts):
        return Consent(False, "The words have changed since the family was asked. Ask again.")
    asks = AgreementAsk.objects.filter(
        school_id=study.school_id, text=text, asked__in=[Asked.PARENT, Asked.CHILD]
    ).exclude(state=AgreementState.CANCELLED)
    asked_as = dict(asks.values_list("pk", "asked"))
    said = newest_answers(study.school_id, asked_as)
    if any(answer.choice != Choice.AGREE for answer in said.values()):
        return Consent(False, "Somebody of the family does not agree to these words.")
    if not any(asked_as[pk] == Asked.PARENT for pk in said):
        return Consent(False, "The family has not answered yet.")
    return Consent(True, "The family agrees to these words.")


def sayings(access: Access, child: Child, *, is_named: bool) -> list[Said]:
    """Sentences that the child and the family said, as far as everybody near the child may read."""
    names = None if is_named else names_for(child.pupil)
    found = []
    for voice in voices_of(access, child.pupil):
        whose = _VOICES.get(AskKind(voice.kind))
        if whose is None or voice.sensitivity != Sensitivity.EVERYONE:
            continue
        for number, each in enumerate(voice.answers):
            words = " ".join(each["answer"].split())
            if words and words != SEALED:
                shown = without_names(words, names) if names else words
                found.append(Said(f"{voice.pk}:{number}", whose, shown))
    return found
