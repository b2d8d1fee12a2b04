"""Mails to be careful with: found dangerous, forged, nobody's, a machine's, or by somebody who wants no name."""

from e2e.mails.written import CRUSHED, INBOX, OVER, RUN, Nasty, head, lines, of_parts, part, plain

STAFF = "nadia.farrow@oakandlantern.example"
READER = "ray.dubois@oakandlantern.example"
BEYOND = f"jörg-{RUN}@homes.example"  # no mail service of ours writes there
IDN, PUNYCODE = "möbel.example", "xn--mbel-5qa.example"
PASSED = "Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass header.from=oakandlantern.example"
COMPLAINT = "multipart/report; report-type=feedback-report"


def doubtful() -> list[Nasty]:
    return [*judged(), *of_machines(), *without_a_sender(), *by_people(), *sealed(), *without_a_name()]


def judged() -> list[Nasty]:
    """What the mail service found; what a sender wrote about it counts for nothing."""
    forged = ("A lamp", "X-Local-Verdict: dmarc=FAIL policy=reject", PASSED)
    return [
        Nasty("virus", verdict("virus", "virus=FAIL"), aside="virus"),
        Nasty("virus-untold", verdict("virus-untold", "virus=PROCESSING_FAILED"), aside="virus"),
        Nasty("spam", verdict("spam", "spam=FAIL"), aside="spam"),
        Nasty("spam-in-doubt", verdict("spam-in-doubt", "spam=GRAY"), (CRUSHED,)),
        Nasty("not-staff", verdict("not-staff", "dmarc=FAIL", STAFF), aside="one of us", sender=STAFF),
        Nasty("forged-pass", plain("forged-pass", CRUSHED, *forged, sender=STAFF), aside="one of us", sender=STAFF),
        Nasty("forged-virus", plain("forged-virus", CRUSHED, "A lamp", "X-SES-Virus-Verdict: FAIL"), (CRUSHED,)),
        Nasty("dmarc-elsewhere", verdict("dmarc-elsewhere", "dmarc=FAIL policy=none"), (CRUSHED,)),
    ]


def verdict(name: str, found: str, sender: str = "") -> bytes:
    return plain(name, CRUSHED, "A lamp", f"X-Local-Verdict: {found}", sender=sender)


def of_machines() -> list[Nasty]:
    """None of them is a note, and none is answered."""
    listed = ("List-Id: <tills.homes.example>", "Precedence: list")
    away = plain("away", f"I am out of the office until Monday. {CRUSHED}", "Automatic reply: A lamp")
    own = plain("own", CRUSHED, sender="throughline@throughline.test")
    looped = plain("looped", CRUSHED, "A lamp", sender=f"Feedback <{INBOX}>")
    return [
        Nasty("list", plain("list", CRUSHED, "A lamp", *listed), aside="mailing list"),
        Nasty("away", away, aside="automatic"),
        Nasty("own", own, sender="throughline@throughline.test", dropped=True),
        Nasty("looped", looped, sender=INBOX, dropped=True),
        Nasty("complaint", complaint(), aside="complaint"),
    ]


def complaint() -> bytes:
    """What a mail provider sends when a reader calls a digest spam."""
    told = f"Feedback-Type: abuse\r\nUser-Agent: Homes/1.0\r\nVersion: 1\r\nOriginal-Rcpt-To: <{READER}>\r\n"
    digest = f"From: throughline@throughline.test\r\nTo: {READER}\r\nSubject: 12 thanks\r\n\r\nThanks.\r\n"
    return of_parts(
        "complaint",
        part("This is an abuse report for a mail of yours."),
        part(told, "Content-Type: message/feedback-report"),
        part(digest, "Content-Type: message/rfc822"),
        subject="Abuse report",
        kind=COMPLAINT,
    )


def without_a_sender() -> list[Nasty]:
    """Nobody is answered who can't be told, yet no words are lost."""
    none = b"\r\n".join(one for one in plain("no-from", CRUSHED).split(b"\r\n") if not one.startswith(b"From:"))
    two = b"From: Isla <isla.brandt@oakandlantern.example>\r\n" + plain("two-from", CRUSHED)
    group = plain("group-from", CRUSHED, sender="undisclosed: ;")
    return [
        Nasty("no-from", none, (CRUSHED,), answered=False),
        Nasty("group-from", group, (CRUSHED,), answered=False),
        Nasty("two-from", two, (CRUSHED,), answered=False),
    ]


def by_people() -> list[Nasty]:
    """Written by people, in ways that are easily taken for two things, or for none."""
    return [
        Nasty("three-times", plain("three-times", CRUSHED), (CRUSHED,), to=("Packing",), times=3),
        Nasty("both", praise_too(), (CRUSHED,), to=("Packing",), thanks=1),
        Nasty(
            "idn-sender",
            plain("idn-sender", CRUSHED, sender=f"Jo <{RUN}@{IDN}>"),
            (CRUSHED,),
            sender=f"{RUN}@{PUNYCODE}",
        ),
        Nasty("utf-8-sender", plain("utf-8-sender", CRUSHED, sender=f"Jo <{BEYOND}>"), (CRUSHED,), answered=False),
        *forwarded(),
    ]


def praise_too() -> bytes:
    return plain("both", f"{CRUSHED}\n\nThank you to the driver who carried the sofa upstairs, so kind.", "Two things")


def forwarded() -> list[Nasty]:
    """A customer's words, passed on by somebody at the front: theirs is the note, and they are told."""
    begins = "---------- Forwarded message ---------\nFrom: Ed Moss <ed@customers.example>\n"
    inline = f"See below.\n\n{begins}Date: Mon, 23 Nov 2026\nSubject: My lamp\nTo: us\n\n{OVER}\n"
    inner = f"From: Ed Moss <ed@customers.example>\r\nSubject: My lamp\r\n\r\n{OVER}\r\n"
    whole = of_parts(
        "forwarded-whole", part("See below."), part(inner, "Content-Type: message/rfc822"), subject="Fwd: My lamp"
    )
    return [
        Nasty("forwarded-inline", plain("forwarded-inline", inline, "Fwd: My lamp"), (OVER,)),
        Nasty("forwarded-whole", whole, (OVER,)),
    ]


def sealed() -> list[Nasty]:
    """Signed mail is read, encrypted mail is named as such."""
    pgp = "-----BEGIN PGP MESSAGE-----\n\nhQEMA0123456789\n-----END PGP MESSAGE-----\n"
    smime = ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",)
    signature = part("MIIGjQYJKoZIhvcN\r\n", "Content-Type: application/pkcs7-signature; name=smime.p7s")
    signed = 'multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256'
    encrypted = of_parts(
        "encrypted",
        part("Version: 1\r\n", "Content-Type: application/pgp-encrypted"),
        part(pgp, "Content-Type: application/octet-stream"),
        kind='multipart/encrypted; protocol="application/pgp-encrypted"',
    )
    closed = head("enveloped", "A lamp", *smime, "Content-Transfer-Encoding: base64") + b"\r\n" + lines("MIIGjQYJKoZI")
    return [
        Nasty("signed", of_parts("signed", part(CRUSHED), signature, kind=signed), (CRUSHED,), ("p7s",), ("Packing",)),
        Nasty("encrypted", encrypted, aside="encrypted"),
        Nasty("enveloped", closed, aside="encrypted"),
    ]


ASKED = {
    "no-name-en": "Please keep my name off this.",
    "no-name-de": "Bitte nennt meinen Namen nicht.",
    "no-name-fr": "Merci de ne pas mentionner mon nom.",
    "no-name-ja": "私の名前は出さないでください。",
}


def without_a_name() -> list[Nasty]:
    return [Nasty(name, plain(name, f"{CRUSHED}\n\n{asked}\n\nAda Reed")) for name, asked in ASKED.items()]
