"""The certificate of a training: brought, opened, taken out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.notices import done
from pupils.views.document_files import file_answer
from pupils.views.documents import taken
from staff.forms.certificates import CertificateForm
from staff.models import TrainingRecord
from staff.selectors.certificates import certificate_of, leads_training, training_to_show
from staff.services.certificates import keep_certificate, take_out_certificate


@school_view(Permission.OPEN_TODAY)
def certificate(request: HttpRequest, training_record) -> HttpResponse:
    """The file, for whom it is of, their line manager and who keeps training."""
    row = certificate_of(request.access, training_record)
    if row is None:
        raise Http404
    record_event(Action.DOWNLOAD, school=request.school, by=request.access, subject=row)
    try:
        data = keeping.read(row.school_id, row.digest)
    except OSError:
        raise Http404 from None
    return file_answer(data, row.media_type, f"certificate.{row.extension}")


@school_view(Permission.OPEN_TODAY)
def certificate_add(request: HttpRequest, training_record) -> HttpResponse:
    """Bring the paper of a training; a newer one takes the place of the one before."""
    training = _found(request, training_record)
    form = CertificateForm(*((request.POST, request.FILES) if request.method == "POST" else ()))

    def keep() -> None:
        upload = Upload.of(form.cleaned_data["file"])
        keep_certificate(training=training, upload=upload, by=request.user)

    if request.method == "POST" and taken(form, keep):
        return _back(request, "The certificate is kept.")
    context = {
        "form": form,
        "training": training,
        "is_there": certificate_of(request.access, training.pk) is not None,
        "cancel_url": _list(request),
        "crumb": _crumb(request),
    }
    return render(request, "staff/training/certificate.html", context)


@school_view(Permission.OPEN_TODAY)
def certificate_remove(request: HttpRequest, training_record) -> HttpResponse:
    """Take the file out for good."""
    training = _found(request, training_record)
    row = certificate_of(request.access, training.pk)
    form = Form(request.POST if request.method == "POST" else None)
    if row is None:
        raise Http404
    if request.method == "POST" and carried_out(
        form, lambda: take_out_certificate(certificate=row, by=request.user)
    ):
        return _back(request, "The certificate is deleted.")
    words = f"{training.title}: the file is deleted for good. That the training took place stays."
    context = {
        "form": form,
        "heading": "Take this certificate out?",
        "words": words,
        "submit": "Take it out",
        "cancel_url": _list(request),
    }
    return render(request, "layouts/take_out.html", context)


def _found(request: HttpRequest, pk) -> TrainingRecord:
    training = training_to_show(request.access, pk)
    if training is None:
        raise Http404
    return training


def _back(request: HttpRequest, words: str) -> HttpResponse:
    done(request, words)
    return redirect(_list(request))


def _list(request: HttpRequest) -> str:
    name = "training" if leads_training(request.access) else "my_training"
    return reverse(name, args=[request.school.slug])


def _crumb(request: HttpRequest) -> str:
    return "Training" if leads_training(request.access) else "My training"
