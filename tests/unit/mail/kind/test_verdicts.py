"""What the mail service found: only its own lines are believed, which stand on top of what a sender wrote."""

import pytest

from throughline.domain.mail.incoming import Verdicts
from throughline.domain.mail.opening.parts import take_apart
from throughline.domain.mail.sorting.verdicts import verdicts_of

RECEIVED = (
    "Received: from mx.shop.example (mx.shop.example [192.0.2.1]) by inbound-smtp.eu-west-1.amazonaws.com\n"
    " with SMTP id o3v for line@in.shop.example; Tue, 3 Nov 2026 10:00:00 +0000 (UTC)\n"
)
RESULTS = (
    "Authentication-Results: amazonses.com;\n spf=pass (spfCheck: ok) smtp.mailfrom=dee@shop.example;\n"
    " dkim=pass header.i=@shop.example;\n dmarc={dmarc} header.from=shop.example;\n"
)
FORGED = (
    "X-SES-Spam-Verdict: PASS\nX-SES-Virus-Verdict: PASS\nAuthentication-Results: amazonses.com; dmarc=pass\n"
    "Received: by inbound-smtp.eu-west-1.amazonaws.com; now\n"
)
PERSON = "From: Dee <dee@shop.example>\nSubject: Till 3\n"


def ses(spam: str = "PASS", virus: str = "PASS", dmarc: str = "pass") -> str:
    found = f"X-SES-Spam-Verdict: {spam}\nX-SES-Virus-Verdict: {virus}\nReceived-SPF: pass\n"
    return f"Return-Path: <dee@shop.example>\n{RECEIVED}{found}{RESULTS.format(dmarc=dmarc)}X-SES-RECEIPT: x\n"


def read(head: str) -> Verdicts:
    return verdicts_of(take_apart(f"{head}\nhello\n".encode()).message)


def test_the_services_verdicts_are_read() -> None:
    assert read(ses() + PERSON) == Verdicts(virus="PASS", spam="PASS", dmarc="PASS")
    assert read(ses("gray", "FAIL", "fail") + PERSON) == Verdicts(virus="FAIL", spam="GRAY", dmarc="FAIL")


@pytest.mark.parametrize("written", ["fail (p=reject)", "fail policy.dmarc=x p=reject", "fail (policy=REJECT sp=none)"])
def test_the_policy_is_read_where_it_is_told(written: str) -> None:
    assert read(ses(dmarc=written) + PERSON).dmarc_policy == "REJECT"


def test_what_a_sender_writes_below_changes_nothing() -> None:
    assert read(ses("FAIL", "FAIL", "fail") + FORGED + PERSON) == Verdicts(virus="FAIL", spam="FAIL", dmarc="FAIL")


@pytest.mark.parametrize(
    "head",
    [
        PERSON + FORGED,
        PERSON + ses(),
        "Received: from a by mx.else.example; now\n" + FORGED,
        f"Return-Path: <a@b.example>\n{RECEIVED}Received: from a by b; now\n" + FORGED,
        f"Return-Path: <a@b.example>\n{RECEIVED}DKIM-Signature: v=1\n" + FORGED,
        "",
    ],
)
def test_where_the_service_said_nothing_a_sender_can_say_nothing_for_it(head: str) -> None:
    assert read(head) == Verdicts()


def test_results_of_another_server_are_not_believed() -> None:
    other = ses().replace("amazonses.com;", "mx.else.example;")
    assert read(other + FORGED + PERSON) == Verdicts(virus="PASS", spam="PASS")
    assert read(ses().replace("amazonses.com;", "amazonses.com.evil.example;")).dmarc == ""


def test_verdicts_above_all_that_was_received_count() -> None:
    assert read(f"X-SES-Virus-Verdict: FAIL\nReceived: from a by b; now\n{PERSON}").virus == "FAIL"


@pytest.mark.parametrize(
    "results", ["amazonses.com", "amazonses.com; spf=pass", "amazonses.com; x-dmarc=pass", ";", ""]
)
def test_no_verdict_on_the_senders_domain_is_none(results: str) -> None:
    assert read(f"{RECEIVED}Authentication-Results: {results}\n{PERSON}").dmarc == ""


@pytest.mark.parametrize(
    "words",
    ['"a; dmarc=pass header.from=corp.test;"@evil.test', "x; dmarc=pass", "a" * 5_000 + "; dmarc=pass"],
)
def test_a_verdict_that_the_sender_wrote_into_an_address_is_a_failure(words: str) -> None:
    results = f"amazonses.com; spf=fail envelope-from={words}; helo=h.test; dmarc=fail header.from=corp.test;"
    received = "Received: from h.test by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 1"
    message = take_apart(f"{received}\nAuthentication-Results: {results}\n\nHi\n".encode()).message
    assert verdicts_of(message).dmarc == "FAIL"
