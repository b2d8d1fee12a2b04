"""Mails that nobody sends by accident: real-looking ones with their bytes changed, and shapes that break readers."""

import re
from collections.abc import Callable

from hypothesis import strategies as st

from hostile.strings import SHORT

PLAIN = (
    b"From: Ros Wren <ros.wren@shop.example>\r\nTo: line@shop.example\r\nSubject: =?utf-8?q?Caf=C3=A9_lamp?=\r\n"
    b"Message-ID: <1@shop.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe lamp was scratched.\r\n"
    b"\r\nOn Mon, 23 Nov 2026 at 10:00, Line <line@shop.example> wrote:\r\n> Hello\r\n-- \r\nRos\r\n"
)
GERMAN = (
    b"From: =?iso-8859-1?Q?J=FCrgen?= <j@shop.example>\nSubject: Karton\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=iso-8859-1\n'
    b"Content-Transfer-Encoding: quoted-printable\n\nDer Karton war zerdr=FCckt.\n--b1\n"
    b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    b"PHA+RGVyIEthcnRvbjwvcD4=\n--b1--\n"
)
WITH_FILE = (
    b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n"
    b"\r\nHi\r\n--x\r\nContent-Type: application/pdf; name*=utf-8''%e2%82%ac.pdf\r\nContent-Disposition: attachment;"
    b"\r\n filename*0*=utf-8''a; filename*1=b\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n"
)
BOUNCE = (
    b"From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nAuto-Submitted: auto-replied\r\n"
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=y\r\n\r\n--y\r\n\r\nNo such user\r\n"
    b"--y\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.1.1\r\n--y\r\nContent-Type: message/rfc822\r\n"
    b"\r\nSubject: inner\r\n\r\nbody\r\n--y--\r\n"
)
LIST = (
    b"From: x@list.example\r\nList-Id: <x.list.example>\r\nPrecedence: bulk\r\nX-SES-Spam-Verdict: PASS\r\n"
    b"X-SES-Virus-Verdict: GRAY\r\nContent-Type: text/html\r\n\r\n"
    b"<div>Hi<blockquote>old</blockquote><br>there</div>"
)
REAL = (PLAIN, GERMAN, WITH_FILE, BOUNCE, LIST)
PYTHONS_OWN = b"undefined idna punycode unicode_escape raw_unicode_escape mbcs rot13 hex zlib"
CHARSETS = (
    *PYTHONS_OWN.split(),
    b"utf-7",
    b"hz",
    b"utf-16",
    b"iso2022_jp",
    b"ut\0f",
    b"x" * 300,
    b"",
    b"'",
    b"../utf-8",
)
NASTY = (
    *(b"; charset=" + one for one in CHARSETS),
    *(b"; charset*=" + one + b"''%ff" for one in CHARSETS),
    *(b"; boundary*=" + one + b"''%ff" for one in CHARSETS),
    *(b"; filename*=" + one + b"''%ff" for one in CHARSETS),
    *(b"=?" + one + b"?b?/////w==?=" for one in CHARSETS),
    *(b"=?" + one + b"?q?=ff=00=0D=0ABcc:?=" for one in CHARSETS),
    b"; boundary*0*=a; boundary*2=b; boundary*x*=c",
    b'; boundary="',
    b"; boundary=",
    b"; name*99999999999999999999=x",
    b"Content-Transfer-Encoding: uuencode\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: 8bit\r\n\r\nbegin 999 x\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Type: multipart/digest; boundary=x\r\n\r\n--x\r\n\r\n--x\r\n",
    b"Content-Type: message/external-body; access-type=x\r\n\r\n",
    b'Content-Disposition: attachment; filename="\\\r\n',
    b"From: (((((((((((((\r\n",
    b'From: "\\\r\n',
    b"From: a:b:c;,<@x:y@z>\r\n",
    b"Message-ID: <" + b"\xff" * 50 + b">\r\n",
    b"\r\n\r\n",
    b"\0",
    b"\x1b$B",
    b"\x85\x0b\x0c\x1c",
    b"\xe2\x80\xa8",
    b"\r",
    b"--x--\r\n--x\r\n",
    b"<!--",
    b"<div" * 30,
    b"&#xd800;&#0;",
)
HUGE = (
    b"X: y\r\n" * 40_000 + b"\r\nhi",
    b"Subject: " + b"a" * 1_000_000 + b"\r\n\r\nhi",
    b"Subject: a\r\n" + b" b\r\n" * 50_000 + b"\r\nhi",
    b"Message-ID: " + "\U0001f980".encode() * 20_000 + b"\r\n\r\nhi",
    b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (at, at) for at in range(2_000)),
    b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 30_000,
    b"From: " + b"(" * 1_900 + b"\r\n\r\nhi",
    b"From: " + b'"' * 1_900 + b"\r\n\r\nhi",
    b"From: " + b"a:<b@c>,;" * 200 + b"\r\n\r\nhi",
    b"Subject: " + b"=?utf-8?q?a?= " * 700 + b"\r\n\r\nhi",
    b"\r\n" + b">\r\n" * 100_000,
    b"\r\n" + b"on \r\n" * 50_000,
    b"\r\non " + b"wrote a@" * 20_000,
    b"\r\n" + "\U0001f980".encode() * 100_000,
    b"Content-Type: text/html\r\n\r\n" + b"<" * 500_000,
    b"Content-Type: text/html\r\n\r\n" + b"<!--" * 100_000,
    b"Content-Type: text/html\r\n\r\n" + b"<div>" * 100_000,
    b"Content-Type: text/html\r\n\r\n" + b"&amp" * 100_000,
    b"Content-Type: text/html\r\n\r\n" + b"<p a='" * 100_000,
    b"Content-Type: text/html; charset=utf-16\r\n\r\n" + b"\xd8\x00" * 100_000,
)
TOKENS = re.compile(rb"utf-8|iso-8859-1|b1|base64|text/\w+|multipart/\w+|\r\n|boundary=|: ")


def mutated() -> st.SearchStrategy[bytes]:
    """A real-looking mail after one to six changes."""
    changes = st.one_of(
        st.builds(_inserted, PLACES, st.sampled_from(NASTY)),
        st.builds(_inserted, PLACES, st.sampled_from(SHORT).map(lambda one: one.encode("utf-8", "surrogatepass"))),
        st.builds(_inserted, PLACES, st.binary(max_size=6)),
        st.builds(_cut, PLACES, PLACES),
        st.builds(_replaced, st.integers(0, 30), st.sampled_from(NASTY + CHARSETS)),
        st.builds(_repeated, PLACES, PLACES, st.sampled_from((2, 30))),
    )
    return st.builds(_changed, st.sampled_from(REAL), st.lists(changes, min_size=1, max_size=6))


PLACES = st.floats(0, 1)
Change = Callable[[bytes], bytes]


def _changed(mail: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        mail = change(mail)
    return mail[:200_000]


def _inserted(place: float, what: bytes) -> Change:
    return lambda mail: mail[: int(place * len(mail))] + what + mail[int(place * len(mail)) :]


def _cut(one: float, two: float) -> Change:
    return lambda mail: mail[: int(min(one, two) * len(mail))] + mail[int(max(one, two) * len(mail)) :]


def _repeated(one: float, two: float, times: int) -> Change:
    def change(mail: bytes) -> bytes:
        first, last = (int(place * len(mail)) for place in (min(one, two), max(one, two)))
        return mail[:first] + mail[first:last][:2_000] * times + mail[last:]

    return change


def _replaced(at: int, what: bytes) -> Change:
    def change(mail: bytes) -> bytes:
        found = [*TOKENS.finditer(mail)]
        if not found:
            return mail
        one = found[at % len(found)]
        return mail[: one.start()] + what + mail[one.end() :]

    return change
