"""A small browser without a window: cookies, forms and redirects over HTTP."""

import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPResponse
from http.cookiejar import CookieJar


@dataclass
class Form:
    """A form of a page: where it goes and what it would send as it stands."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects links, forms and words of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.forms: list[Form] = []
        self.words: list[str] = []
        self._href: str | None = None
        self._select: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in found:
            self._href = found["href"]
            self.links.append((found["href"], ""))
        elif tag == "form":
            self.forms.append(Form(found.get("action", ""), found.get("method", "get").lower()))
        elif self.forms and found.get("name"):
            self._control(tag, found)
        elif tag == "option" and self.forms and self._select:
            fields = self.forms[-1].fields
            if "selected" in found or self._select not in fields:
                fields[self._select] = found.get("value", "")

    def _control(self, tag: str, found: dict[str, str]) -> None:
        form, name, kind = self.forms[-1], found["name"], found.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag == "button" or kind == "submit":
            form.buttons.append(f"{name}={found.get('value', '')}")
        elif kind == "file":
            form.files.append(name)
        elif kind in ("checkbox", "radio"):
            if "checked" in found:
                form.fields[name] = found.get("value", "on")
        elif tag in ("input", "textarea"):
            form.fields[name] = found.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._href = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._href is not None:
            href, text = self.links[-1]
            self.links[-1] = (href, text + data)


@dataclass
class Page:
    """An answer: its address after redirects, its status and what it holds."""

    url: str
    status: int
    kind: str
    body: bytes

    def __post_init__(self) -> None:
        html = self.body.decode(errors="replace") if self.kind == "text/html" else ""
        read = _Reader(html)
        self.links, self.forms = read.links, read.forms
        self.text = " ".join(" ".join(read.words).split())

    @property
    def path(self) -> str:
        return urllib.parse.urlsplit(self.url).path

    def form(self, *names: str) -> Form:
        """The first form that has all these fields."""
        for form in self.forms:
            if set(names) <= form.fields.keys() | set(form.files):
                return form
        raise LookupError(f"{self.path} has no form with {', '.join(names)}")

    def link(self, part: str) -> str:
        """The first link whose address or words contain `part`."""
        for href, text in self.links:
            if part in href or part.lower() in " ".join(text.split()).lower():
                return href
        raise LookupError(f"{self.path} has no link with {part!r}")


class Browser:
    """One person's session with the site."""

    def __init__(self, address: str):
        self.address = address
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
        )

    def open(self, url: str) -> Page:
        """Go to a page."""
        return self._fetch(urllib.request.Request(urllib.parse.urljoin(self.address, url)))

    def send(
        self, page: Page, form: Form, files: dict[str, tuple] | None = None, **answers
    ) -> Page:
        """Send a form with these answers, as a browser would."""
        url = urllib.parse.urljoin(page.url, form.action or page.url)
        fields = form.fields | {name: str(value) for name, value in answers.items()}
        headers = {"Referer": page.url, "Origin": self.address}
        if form.method == "get":
            return self.open(f"{url.partition('?')[0]}?{urllib.parse.urlencode(fields)}")
        if files:
            body, headers["Content-Type"] = _multipart(fields, files)
        else:
            body = urllib.parse.urlencode(fields).encode()
        return self._fetch(urllib.request.Request(url, body, headers))

    def _fetch(self, request: urllib.request.Request) -> Page:
        try:
            with self._opener.open(request, timeout=60) as answer:
                return _page(answer)
        except urllib.error.HTTPError as answer:
            return _page(answer)


def _page(answer: HTTPResponse | urllib.error.HTTPError) -> Page:
    kind = answer.headers.get_content_type()
    return Page(answer.url, answer.status, kind, answer.read())


def _multipart(fields: dict[str, str], files: dict[str, tuple]) -> tuple[bytes, str]:
    """Fields and files (name → file name, bytes) as a browser sends an upload."""
    edge = "aylsham-form-edge"
    parts = []
    for name, value in fields.items():
        parts.append(
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        )
    for name, (file_name, content) in files.items():
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
        )
        kind = "Content-Type: application/octet-stream\r\n\r\n"
        parts.append((head + kind).encode() + content + b"\r\n")
    return b"".join([*parts, f"--{edge}--\r\n".encode()]), f"multipart/form-data; boundary={edge}"
