"""A PDF comes from a child process that can read our own look and nothing else."""

import io
import subprocess

import pikepdf
import pytest

from aylsham.documents import child, rendering, sandbox
from aylsham.documents.rendering import PangoMissing, PdfProblem, write_pdf

PAGE = '<!doctype html><html lang="en-GB"><head><title>T</title>{head}</head><body>{body}</body></html>'
FACE = '<style>@font-face{font-family:Atkinson;src:url("own:fonts/atkinson-next.woff2")}body{font-family:Atkinson}</style>'


def made(body: str, head: str = FACE, **limits) -> bytes:
    return write_pdf(PAGE.format(body=body, head=head), **limits)


def answer(monkeypatch, code: int = 0, out: bytes = b""):
    done = subprocess.CompletedProcess([], code, stdout=out, stderr=b"")
    monkeypatch.setattr(rendering, "run_child", lambda *a, **k: done)


@pytest.mark.slow
@pytest.mark.rough_paper
class TestWriting:
    def test_it_is_tagged_says_its_language_and_has_a_title(self):
        with pikepdf.open(io.BytesIO(made("<h1>Heading</h1><p>Words</p>"))) as pdf:
            assert str(pdf.Root.Lang) == "en-GB"
            assert pdf.Root.MarkInfo.Marked
            assert "/StructTreeRoot" in pdf.Root
            assert str(pdf.docinfo["/Title"]) == "T"
            assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()

    def test_our_font_is_in_the_file(self):
        assert "Atkinson" in fonts(made("<p>Words</p>"))

    @pytest.mark.parametrize(
        "address",
        [
            "file:///etc/hostname",
            "http://127.0.0.1:9/x.css",
            "data:text/css,p{}",
            "own:../manage.py",
        ],
    )
    def test_no_other_file_and_no_network_can_be_read(self, address):
        with pytest.raises(ValueError, match="not a file of ours"):
            child.own_files().fetch(address)

    def test_what_it_cannot_read_is_left_out(self):
        made("<p>x</p>", f'{FACE}<link rel="stylesheet" href="file:///etc/hostname">')
        assert child.own_files().fetch("own:fonts/OFL.txt").read()

    def test_too_long_and_too_large_are_given_up(self):
        table = "<table>" + "<tr><td colspan=100000>x</td></tr>" * 50 + "</table>"
        with pytest.raises(PdfProblem):
            made(table, seconds=2)
        with pytest.raises(PdfProblem):
            made("x" * 2**25, megabytes=60)  # the helper has some memory left over from its own


class TestProblems:
    def test_without_pango_it_says_how_to_install_it(self, monkeypatch):
        answer(monkeypatch, code=rendering.PANGO_IS_MISSING)
        with pytest.raises(PangoMissing, match="apt install libpango"):
            made("")

    @pytest.mark.parametrize("code, out", [(0, b""), (1, b"%PDF-1.7"), (-9, b"")])
    def test_what_is_no_pdf_is_a_problem(self, monkeypatch, code, out):
        answer(monkeypatch, code, out)
        with pytest.raises(PdfProblem, match="The page shows the same"):
            made("")

    def test_a_child_that_hangs_is_a_problem(self, monkeypatch):
        def hang(*args, **options):
            raise subprocess.TimeoutExpired(args, options["seconds"])

        monkeypatch.setattr(rendering, "run_child", hang)
        with pytest.raises(PdfProblem, match="too long"):
            made("")

    def test_the_child_gets_no_secret(self, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", "x")
        monkeypatch.setenv("DATABASE_URL", "x")
        assert not {"SECRET_KEY", "DATABASE_URL"} & sandbox._environment().keys()

    def test_both_sides_mean_the_same_exit_status(self):
        assert child.PANGO_IS_MISSING == rendering.PANGO_IS_MISSING


def fonts(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = pdf.pages[0].Resources.Font
        return " ".join(str(font.BaseFont) for font in found.values())
