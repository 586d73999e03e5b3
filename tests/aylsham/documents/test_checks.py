"""What may be kept and what is stopped; every file is made on the spot."""

import email
import io
import socket
import threading
import zipfile

import pytest
from PIL import Image

from aylsham.documents import inspecting
from aylsham.documents.checks.examining import examine, words_of
from aylsham.documents.checks.kinds import MAX_BYTES
from aylsham.documents.checks.pictures import square_photo
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import EICAR
from aylsham.documents.inspecting import GAVE_UP, check_file, check_photo, read_words
from tests.documents.bad import bad_files
from tests.documents.good import HEIC, good_files
from tests.documents.making import (
    CAMERA,
    eml,
    jpeg_with_xmp,
    msg,
    pdf,
    pdf_stream,
    picture,
    upload,
    with_parts,
    word,
)

BAD = bad_files()
GOOD = list(good_files())


def test_there_are_enough_of_both():
    assert len({what for what, _, _ in BAD}) >= 100
    assert len(GOOD) >= 50


@pytest.mark.parametrize(("name", "data"), [pytest.param(n, d, id=w) for w, n, d in BAD])
def test_a_bad_file_is_stopped(name, data):
    with pytest.raises(FileRefused) as refused:
        examine(data, name)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(("name", "data"), [pytest.param(n, d, id=w) for w, n, d in GOOD])
def test_a_good_file_is_taken(name, data):
    checked = examine(data, name)
    assert checked.data
    assert "/" in checked.media_type
    if not checked.media_type.startswith("image/"):
        # Photos in it lose their place; nothing else changes.
        assert checked.data == data or CAMERA not in checked.data.decode("latin-1")


def test_too_large_is_said_before_it_is_read():
    with pytest.raises(FileRefused, match="51 MB"):
        examine(b"\0" * (MAX_BYTES + 1_000_000), "a.pdf")


class TestPictures:
    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.jpg", picture()),
            ("a.jpg", picture(turned=6)),
            ("a.jpg", picture(progressive=True)),
            ("a.jpg", jpeg_with_xmp()),
            ("a.jpg", picture() + b"\0\0\0\x18ftypmp42" + CAMERA.encode()),
            ("a.png", picture("PNG")),
            ("a.png", picture("PNG", turned=6)),
            ("a.webp", picture("WEBP")),
            ("a.webp", picture("WEBP", turned=6)),
            ("a.heic", HEIC.read_bytes()),
        ],
    )
    def test_place_and_camera_are_gone(self, name, data):
        kept = examine(data, name).data
        exif = Image.open(io.BytesIO(kept)).getexif()
        assert not exif.get_ifd(0x8825)
        assert set(exif) <= {0x0112}
        for trace in (CAMERA.encode(), b"GPS", b"ns.adobe.com", b"ftyp", b"Camera Maker"):
            assert trace not in kept

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    @pytest.mark.parametrize("turned", range(1, 9))
    def test_the_right_way_up_stays(self, kind, turned):
        from PIL import ImageOps

        data = picture(kind, turned=turned)
        name = f"a.{kind.lower().replace('jpeg', 'jpg')}"
        before = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
        after = ImageOps.exif_transpose(Image.open(io.BytesIO(examine(data, name).data))).convert(
            "RGB"
        )
        assert before.size == after.size
        for at in ((4, 4), (before.width - 5, before.height - 5)):
            near = zip(before.getpixel(at), after.getpixel(at), strict=True)
            assert all(abs(a - b) < 40 for a, b in near)

    def test_a_jpeg_keeps_every_dot(self):
        data = picture(turned=6)
        before, after = (Image.open(io.BytesIO(d)) for d in (data, examine(data, "a.jpg").data))
        assert before.tobytes() == after.tobytes()

    def test_an_iphones_photo_becomes_a_jpeg_that_anybody_opens(self):
        checked = examine(HEIC.read_bytes(), "IMG_1.HEIC")
        assert (checked.extension, checked.media_type) == ("jpg", "image/jpeg")
        assert Image.open(io.BytesIO(checked.data)).size in {(96, 64), (64, 96)}

    def test_a_photo_is_square_and_upright(self):
        small = Image.open(io.BytesIO(square_photo(picture(size=(400, 300), turned=6), "jpg")))
        assert small.size == (320, 320)
        assert not small.getexif()


class TestPicturesInsideFiles:
    """A photo in a letter or on an e-mail says no more about its place than one by itself."""

    PHOTOS = {
        "jpg": picture(turned=6),
        "png": picture("PNG", turned=6),
        "webp": picture("WEBP", turned=6),
    }
    TRACES = (CAMERA.encode(), b"GPS", b"52,47.0N")

    def assert_clean(self, before: bytes, after: bytes) -> None:
        assert len(before) == len(after)
        assert not any(trace in after for trace in self.TRACES)
        old, new = (Image.open(io.BytesIO(data)) for data in (before, after))
        assert not new.getexif().get_ifd(0x8825)
        assert new.getexif().get(0x0112, 1) == old.getexif().get(0x0112, 1)
        assert new.tobytes() == old.tobytes()

    @pytest.mark.parametrize("kind", PHOTOS)
    @pytest.mark.parametrize("folder", ["word/media", "docProps"])
    def test_in_a_word_file(self, kind, folder):
        photo = self.PHOTOS[kind]
        name = f"{folder}/{'image1' if folder == 'word/media' else 'thumbnail'}.{kind}"
        letter = with_parts(word("Dear parents"), {name: photo})
        kept = examine(letter, "a.docx").data
        self.assert_clean(photo, zipfile.ZipFile(io.BytesIO(kept)).read(name))
        assert "Dear parents" in words_of(kept, "docx")
        assert (
            zipfile.ZipFile(io.BytesIO(kept)).namelist()
            == zipfile.ZipFile(io.BytesIO(letter)).namelist()
        )
        assert examine(kept, "a.docx").data == kept

    def test_in_xmp_and_behind_the_end(self):
        for photo in (jpeg_with_xmp(), picture() + picture()):
            letter = with_parts(word(), {"word/media/image1.jpg": photo})
            kept = zipfile.ZipFile(io.BytesIO(examine(letter, "a.docx").data))
            self.assert_clean(photo, kept.read("word/media/image1.jpg"))

    def test_a_letter_without_photos_stays_as_it_is(self):
        plain = Image.new("RGB", (4, 4))
        into = io.BytesIO()
        plain.save(into, "PNG")
        for letter in (word(), with_parts(word(), {"word/media/a.png": into.getvalue()})):
            assert examine(letter, "a.docx").data == letter

    @pytest.mark.parametrize("kind", PHOTOS)
    @pytest.mark.parametrize("make", [eml, msg])
    def test_on_an_email(self, kind, make):
        photo = self.PHOTOS[kind]
        letter = make("See the photo", attached=((f"IMG_1.{kind}", photo), ("a.pdf", pdf())))
        kept = examine(letter, f"a.{make.__name__}").data
        assert "See the photo" in words_of(kept, make.__name__)
        if make is eml:
            parts = list(email.message_from_bytes(kept).walk())
            self.assert_clean(photo, parts[2].get_payload(decode=True))
            assert parts[3].get_payload(decode=True) == pdf()
        else:
            assert len(kept) == len(letter)
            assert not any(trace in kept for trace in self.TRACES)

    def test_in_a_letter_on_an_email_on_an_email(self):
        letter = with_parts(word("Inside"), {"word/media/a.jpg": picture()})
        inner = eml(attached=(("letter.docx", letter),))
        kept = examine(eml(attached=(("fw.eml", inner),)), "a.eml").data
        outer = list(email.message_from_bytes(kept).walk())[2].get_payload(decode=True)
        found = list(email.message_from_bytes(outer).walk())[2].get_payload(decode=True)
        photo = zipfile.ZipFile(io.BytesIO(found)).read("word/media/a.jpg")
        self.assert_clean(picture(), photo)

    def test_what_cannot_be_taken_out_is_refused_plainly(self):
        letter = with_parts(word(), {"word/media/a.jpg": picture()})
        with pytest.raises(FileRefused, match="file that by itself"):
            examine(msg(attached=(("letter.docx", letter),)), "a.msg")
        with pytest.raises(FileRefused, match="says where it was taken"):
            examine(pdf_stream(jpeg_with_xmp(), is_packed=True), "a.pdf")
        tiff = with_parts(word(), {"word/media/a.tiff": picture("TIFF")})
        with pytest.raises(FileRefused, match="says where it was taken"):
            examine(tiff, "a.docx")

    @pytest.mark.parametrize("photo", [picture(turned=6), jpeg_with_xmp()])
    def test_in_a_pdf(self, photo):
        scan = pdf_stream(photo)
        kept = examine(scan, "a.pdf").data
        assert len(kept) == len(scan)
        assert not any(trace in kept for trace in self.TRACES)
        self.assert_clean(photo, kept[kept.index(b"\xff\xd8\xff") :][: len(photo)])
        assert "Words" in words_of(kept, "pdf")


class TestWords:
    @pytest.mark.parametrize(
        ("data", "extension", "word"),
        [
            (pdf("Dysphagia seen"), "pdf", "Dysphagia"),
            (word("Dysphagia seen"), "docx", "Dysphagia"),
            (eml("Dysphagia seen"), "eml", "Dysphagia"),
            (eml("x", html="<style>p{}</style><p>Dysphagia</p>"), "eml", "report"),
            (msg("Dysphagia seen"), "msg", "Dysphagia"),
        ],
    )
    def test_they_are_read(self, data, extension, word):
        assert word in words_of(data, extension)

    def test_a_picture_has_none(self):
        assert words_of(picture(), "jpg") == ""


class TestTheChildProcess:
    """The same, from outside: what schools really run."""

    def test_it_takes_and_cleans(self):
        checked = check_file(upload("a.jpg", picture()))
        assert checked.extension == "jpg"
        assert CAMERA.encode() not in checked.data

    def test_it_stops_and_says_why(self):
        with pytest.raises(FileRefused, match="virus"):
            check_file(upload("a.pdf", pdf_stream(EICAR, is_packed=True)))

    def test_it_reads_words(self):
        assert read_words(pdf("Dysphagia"), "pdf") == "Dysphagia"

    def test_only_a_picture_makes_a_photo(self):
        assert check_photo(upload("a.png", picture("PNG"))).media_type == "image/jpeg"
        with pytest.raises(FileRefused, match="no picture"):
            check_photo(upload("a.pdf", pdf()))

    def test_what_takes_too_long_is_not_kept(self, monkeypatch):
        monkeypatch.setattr(inspecting, "SECONDS", 0)
        with pytest.raises(FileRefused) as refused:
            check_file(upload("a.pdf", pdf()))
        assert str(refused.value) == GAVE_UP

    def test_what_takes_too_much_memory_is_not_kept(self, monkeypatch):
        large = picture("PNG", size=(5000, 5000))
        assert check_file(upload("a.png", large)).extension == "png"
        monkeypatch.setattr(inspecting, "MEGABYTES", 60)
        with pytest.raises(FileRefused) as refused:
            check_file(upload("a.png", large))
        assert str(refused.value) == GAVE_UP


class TestClamAV:
    """Asked over its socket, with a stand-in that answers as it does."""

    @pytest.fixture
    def scanner(self, settings, tmp_path):
        settings.CLAMAV_SOCKET = str(tmp_path / "clam")
        heard: dict = {"answer": b"stream: OK\0"}

        def serve(server: socket.socket) -> None:
            with server.accept()[0] as client:
                asked = b""
                while not asked.endswith(b"\0\0\0\0"):
                    asked += client.recv(65536)
                heard["asked"] = asked
                client.sendall(heard["answer"])

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.bind(settings.CLAMAV_SOCKET)
            server.listen(1)
            thread = threading.Thread(target=serve, args=(server,))
            thread.start()
            yield heard
            thread.join(5)

    def test_a_clean_file_is_taken(self, scanner):
        assert check_file(upload("a.pdf", pdf("Clean"))).extension == "pdf"
        assert scanner["asked"].startswith(b"zINSTREAM\0")
        assert b"Clean" in scanner["asked"]

    def test_what_it_finds_is_stopped(self, scanner):
        scanner["answer"] = b"stream: Win.Test.EICAR_HDB-1 FOUND\0"
        with pytest.raises(FileRefused, match="virus was found"):
            check_file(upload("a.pdf", pdf()))

    def test_an_answer_that_is_none_is_no_yes(self, scanner):
        scanner["answer"] = b"INSTREAM size limit exceeded. ERROR\0"
        with pytest.raises(FileRefused, match="does not answer"):
            check_file(upload("a.pdf", pdf()))

    def test_without_an_answer_nothing_is_taken(self, settings, tmp_path):
        settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
        with pytest.raises(FileRefused, match="does not answer"):
            check_file(upload("a.pdf", pdf()))
