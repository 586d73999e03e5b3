"""What a person reads above the rows of a table: the pack's title, or ours for what stays here."""

from django.db import models

from pupils import models as own
from pupils.packs.registry import table

#: Tables that no pack holds; a test finds one without a title.
STAYS_HERE: dict[type[models.Model], str] = {
    own.Pupil: "The child",
    own.AgreementAnswer: "What people said to plans",
    own.AgreementAsk: "People asked to agree to plans",
    own.AgreementNote: "When people were asked to agree",
    own.AgreementText: "Plans as people were shown them",
    own.Approval: "Second looks at what left",
    own.AsideText: "Unfinished words of the passport",
    own.Breach: "Breaches of personal data",
    own.ConcernDraft: "Concerns that were begun",
    own.ContributionFile: "Files added to an answer",
    own.ContributionNote: "When views were asked for",
    own.ContributionRequest: "Views asked for",
    own.Disagreement: "Disagreements",
    own.DisagreementText: "What was said in disagreements",
    own.EmergencyAccess: "Access in an emergency",
    own.IncomingRecord: "Records that came from other schools",
    own.IntakeFile: "Passports taken in from files",
    own.Letter: "Letters",
    own.SentLetter: "Letters as they were sent",
    own.TranslatedParagraph: "Translations of letters",
    own.MeetingChild: "Children whom meetings are about",
    own.MeetingInvitee: "People invited to meetings",
    own.OutsideShare: "Papers shared with professionals outside",
    own.LineReader: "Who was named to read sensitive lines of the passport",
    own.ModeratedNeed: "Levels of need that other schools rated",
    own.ParentPage: "Parents' pages",
    own.ParentPageNote: "What happened to parents' pages",
    own.PassportComment: "Comments on the passport",
    own.PassportSymbol: "Pictures in the passport",
    own.PreviousRecord: "Records asked for from earlier settings",
    own.PreviousRecordNote: "When earlier settings were asked",
    own.PupilAdult: "Adults who support the child",
    own.PupilGrant: "Access given to named people",
    own.PrintFit: "Whether prints fit one side",
    own.ReadReceipt: "Who has read what",
    own.RetentionDecision: "Decisions about keeping the record",
    own.RecordTransfer: "Records sent to other schools",
    own.SharedItem: "Each paper that was shared outside",
    own.MarkedCopy: "Marked copies that readers asked for",
    own.ShareNote: "Who read what was shared outside",
    own.RoundChild: "Times offered to the parents",
    own.SharedPaper: "Papers on parents' pages",
    own.SlotBooking: "Times that parents booked",
    own.StageHold: "E-mails about stages held back",
    own.TransferNote: "Log of records sent",
    own.VisitChild: "Visits of providers",
}


def register_title(model: type[models.Model], title: str) -> None:
    """The title of a table of another floor that no pack holds."""
    STAYS_HERE[model] = title


def title_of(model: type[models.Model]) -> str:
    """The title of a table that leads to a child; its plain name where nobody gave it one."""
    packed = table(model._meta.label_lower)
    plain = str(model._meta.verbose_name).capitalize()
    return packed.title if packed else STAYS_HERE.get(model, plain)
