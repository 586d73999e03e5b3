"""Where handed words stand again, and which words of a child are not handed over, and why."""

from pupils import models as own
from pupils.handed_texts import (
    Repeat,
)

#: Where words stand again though they were written elsewhere.
REPEATS = (
    Repeat(own.PassportVersion, "content", "passport__pupil"),
    Repeat(own.AsideText, "text", "passport__pupil"),
    Repeat(own.IntakeFile, "found", "pupil"),
    Repeat(own.IntakeFile, "choices", "pupil"),
    Repeat(own.IntakeFile, "written", "pupil"),
    Repeat(own.ContributionRequest, "draft", "pupil"),
    Repeat(own.AgreementText, "parts", "pupil"),
    Repeat(own.AgreementAsk, "draft", "pupil"),
    Repeat(own.SharedItem, "parts", "share__pupil"),
)

_COPY = "Is the copy of another text, and is sealed with it."
_REQUEST = "Is this school's answer to a request; what is sealed leaves it."
_NAMES = "Names, places and addresses, no account of the child."
_SENDING = "Says how a record was sent or came, not how the child is."
_SHARING = "Says with whom papers are shared, not how the child is."
_OPENING = "Says why somebody may open the record, not how the child is."
_FILE = "Is of a file, which is sealed as a whole from its own page."
_LAW = "The breach register is the school's own duty (UK GDPR art 33(5))."
_RATING = "Says how a level was rated, not how the child is."
_GUARD = "The rules on who may be told what stand on it; few may read it."

_LETTER = "Goes out as it stands, and what was sent is kept as it was sent."

NOT_HANDED = (
    (own.Letter, "template_title values citation rule", _LETTER),
    (own.Letter, "to_name to_address to_email checked_by signed_by signed_as", _NAMES),
    (own.Letter, "subject body", _LETTER),
    (own.TranslatedParagraph, "source text", _LETTER),
    (own.SentLetter, "to_name to_address to_email subject body digest", _LETTER),
    (own.Approval, "digest note why", "Notes between colleagues on what leaves the school."),
    (own.Pupil, "first_name last_name preferred_first_name", _NAMES),
    (own.Contact, "name email", _NAMES),
    (own.Home, "address child_is_there", _NAMES),
    (own.Home, "withheld_why", _GUARD),
    (own.ContactOrder, "says evidence", _GUARD),
    (own.Talk, "who", _NAMES),
    (own.AgreedAction, "outside_owner", _NAMES),
    (own.Voice, "said_by role helper", _NAMES),
    (own.ContributionRequest, "name role email", _NAMES),
    (own.ContributionRequest, "questions", "Our questions, the same for every child."),
    (own.ContributionRequest, "draft", "Nobody here reads it before it is sent."),
    (own.ContributionRequest, "code_hash", "No words."),
    (own.ContributionFile, "name digest", _FILE),
    (own.ContributionNote, "email", _NAMES),
    (own.AgreementText, "title parts digest", _COPY),
    (own.AgreementAsk, "name role email", _NAMES),
    (own.AgreementAsk, "draft", "Nobody here reads it before it is sent."),
    (own.AgreementAsk, "code_hash", "No words."),
    (own.AgreementAnswer, "digest", "No words."),
    (own.OutsideShare, "name profession organisation email purpose", _SHARING),
    (own.OutsideShare, "consent_from code_hash", _SHARING),
    (own.SharedItem, "label parts", _COPY),
    (own.ShareNote, "place", "From what somebody read, no words of a person."),
    (own.Disagreement, "raised_by next_outside", _NAMES),
    (own.DisagreementText, "said_by", _NAMES),
    (own.Meeting, "place", _NAMES),
    (own.MeetingInvitee, "name role email", _NAMES),
    (own.ParentPage, "email", _NAMES),
    (own.ParentPage, "told code_hash", "No words."),
    (own.ParentPageNote, "email", _NAMES),
    (own.AgendaItem, "title", "The agenda, which everybody who is invited reads."),
    (own.HelpPlan, "lead_name lead_role consent_by", _NAMES),
    (own.Referral, "service consent_by", _NAMES),
    (own.ReferralAppointment, "place", _NAMES),
    (own.Assessment, "by_whom", _NAMES),
    (own.Diagnosis, "name made_by", _NAMES),
    (own.PassportVersion, "content", _COPY),
    (own.AsideText, "text", "Unfinished words beside the passport; sealed with the line."),
    (own.AlternativeProvision, "provider days", _NAMES),
    (own.PartTimeTimetable, "times", "Times of the day, no words."),
    (own.Medicine, "name dose given kept_at", "A medicine must be given as it says."),
    (own.Equipment, "name kept_at lent_by", _NAMES),
    (own.SafetyPlan, "draft", "Not agreed yet: whoever writes it takes the words out."),
    (own.SafetyPlanVersion, "agreed_with", _NAMES),
    (own.PlanAdult, "does", "What an adult does, not how the child is."),
    (own.MovePlan, "to_name receiver_name not_known_from", _NAMES),
    (own.RecordAuthor, "did name role school_name", _NAMES),
    (own.MoveVisit, "place who", _NAMES),
    (own.NextSetting, "name", _NAMES),
    (own.MoveQuestion, "asked_by", _NAMES),
    (
        own.ModeratedNeed,
        "seen impact helps",
        "Is written so that nothing in it points to the child.",
    ),
    (own.ModeratedNeed, "left_out_why blind_why second_why settled_why", _RATING),
    (own.Document, "title author profession source hold_reason bin_reason seal_reason", _FILE),
    (own.PrintFit, "mark too_long", "Names of boxes, and how many words they are too long."),
    (own.DocumentVersion, "digest sent_digest media_type note", _FILE),
    (own.DocumentWords, "heading text", _FILE),
    (own.NoteWords, "text", _COPY),
    (own.PupilPhoto, "digest", _FILE),
    (own.IntakeFile, "file_name digest refusal candidates doubt", _FILE),
    (own.IntakeFile, "found choices written", _COPY),
    (own.Breach, "happened action risk_reason families_reason", _LAW),
    (own.RollDifference, "label ours theirs stated", "What the school's own system says."),
    (own.PreviousRecord, "setting address received ended_why", _SENDING),
    (own.RecordTransfer, "to_name to_person to_email include_why digest", _SENDING),
    (own.RecordTransfer, "counts received_by received_how ended_why code_hash", _SENDING),
    (own.TransferNote, "who", _SENDING),
    (own.IncomingRecord, "from_name digest returned_why", _SENDING),
    (own.PupilGrant, "reason", _OPENING),
    (own.LineReader, "reason", _OPENING),
    (own.EmergencyAccess, "reason review_note", _OPENING),
    (
        own.RecordsRequest,
        "asker scope identity_how right_how extended_why outcome_why share_why",
        _REQUEST,
    ),
    (own.RequestItem, "part title text holds reason words boxes left_out", _REQUEST),
    (own.Disclosure, "problem log link_email code_hash", _REQUEST),
    (own.ConcernDraft, "words", "Its author's alone, until the concern is raised."),
    (own.PrintedPaper, "html digest page_digests other_ids", _COPY),
    (own.PrintedDocument, "reason", _COPY),
    (own.RetentionDecision, "reason", "Says why a record is kept, not how the child is."),
    (own.HandOver, "words sealed_values", "Is what was handed over."),
)
