"""Mail out by the mail service: whole, once, and told apart when it fails."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from calls import count_calls
from throughline.adapters.ses import SesPostbox, in_ascii, raw_mail
from throughline.adapters.ses_bulk import SesBulkPostbox
from throughline.domain.bundle import Bundle, Copy, Fate, Printed
from throughline.domain.letter import Mail
from throughline.errors import Paused, Refused, Unavailable

SENDER = "The Line <line@shop.example>"
UNVERIFIED = "Email address is not verified. The following identities failed the check in region EU-WEST-1: a@b.example"
LONG = "https://line.example/u/" + "a1" * 150
MAIL = Mail(
    to="packing@shop.example",
    subject="[Packing] Größe – a lamp 🛋️",
    text="Größe\nfehlt",
    html="<p>Größe</p>",
    headers={"List-Unsubscribe": f"<{LONG}>", "Auto-Submitted": "auto-generated"},
    tags={"line": "46", "letter": "6c"},
    reply_to="case@in.example",
)


class Service:
    """Answers as it is told to."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.fails = fails
        self.asked: list[dict[str, Any]] = []
        self.results: list[dict[str, str]] = []

    def send_email(self, **asked: Any) -> dict[str, str]:
        self.asked.append(asked)
        if self.fails:
            raise self.fails
        return {"MessageId": "ses-1"}

    def send_bulk_email(self, **asked: Any) -> dict[str, Any]:
        self.asked.append(asked)
        return {"BulkEmailEntryResults": self.results}


def answer(code: str, status: int, words: str = "") -> ClientError:
    told = {"Error": {"Code": code, "Message": words}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(told, "SendEmail")


def read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_goes_out_with_its_tags_under_the_configuration_set() -> None:
    service = Service()
    assert SesPostbox(SENDER, "cases", service).post(MAIL) == "ses-1"
    (asked,) = service.asked
    assert asked["ConfigurationSetName"] == "cases"
    assert asked["Destination"] == {"ToAddresses": ["packing@shop.example"]}
    assert {"Name": "line", "Value": "46"} in asked["EmailTags"]


def test_a_mail_is_written_as_text_and_html_that_any_server_can_carry() -> None:
    raw = raw_mail(MAIL, SENDER)
    message = read(raw)
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n") if not line.startswith(b"List-Unsubscribe")) <= 78
    assert (message["Subject"], message["To"], message["Reply-To"]) == (MAIL.subject, MAIL.to, MAIL.reply_to)
    parts = [part.get_content().strip().replace("\r\n", "\n") for part in message.iter_parts()]
    assert parts == ["Größe\nfehlt", "<p>Größe</p>"]


def test_a_long_link_stands_whole_on_one_line() -> None:
    assert f"List-Unsubscribe: <{LONG}>\r\n".encode() in raw_mail(MAIL, SENDER)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("MailFromDomainNotVerifiedException", ""),
        ("NotFoundException", "Configuration set <x> does not exist."),
        ("MessageRejected", UNVERIFIED),
        ("AccountSuspendedException", ""),
        ("BadRequestException", "Sending paused for this account."),
    ],
)
def test_what_is_ours_to_mend_ends_nobodys_mail(code: str, words: str) -> None:
    with pytest.raises(Paused, match=code):
        SesPostbox(SENDER, "cases", Service(answer(code, 400, words))).post(MAIL)


@pytest.mark.parametrize(
    ("result", "fate"),
    [
        ({"Status": "MESSAGE_REJECTED", "Error": UNVERIFIED}, Fate.PAUSED),
        ({"Status": "MESSAGE_REJECTED", "Error": "Bad content"}, Fate.REFUSED),
        ({"Status": "MAIL_FROM_DOMAIN_NOT_VERIFIED"}, Fate.PAUSED),
        ({"Status": "ACCOUNT_THROTTLED", "Error": "Maximum sending rate exceeded."}, Fate.LATER),
        ({"Status": "SUCCESS", "MessageId": "ses-1"}, Fate.SENT),
    ],
)
def test_so_it_is_with_one_of_many(result: dict[str, str], fate: Fate) -> None:
    service = Service()
    service.results = [result]
    bundle = Bundle(Printed("s", "t", "h"), (Copy("id-ada", MAIL.to, {"choice": "x"}),))
    [said] = SesBulkPostbox(SENDER, "digests", service).post_all(bundle)
    assert said.fate is fate


@pytest.mark.parametrize("code", ["MessageRejected", "BadRequestException"])
def test_what_can_never_go_is_refused(code: str) -> None:
    with pytest.raises(Refused, match=code):
        SesPostbox(SENDER, "cases", Service(answer(code, 400))).post(MAIL)


@pytest.mark.parametrize(
    "failure", [answer("TooManyRequestsException", 429), EndpointConnectionError(endpoint_url="https://mail.example")]
)
def test_what_was_surely_not_taken_can_be_tried_again(failure: Exception) -> None:
    with pytest.raises(Unavailable):
        SesPostbox(SENDER, "cases", Service(failure)).post(MAIL)


@pytest.mark.parametrize(
    "failure", [answer("InternalFailure", 500), ReadTimeoutError(endpoint_url="https://mail.example")]
)
def test_what_may_have_gone_out_is_neither_refused_nor_given_back(failure: Exception) -> None:
    with pytest.raises(type(failure)) as raised:
        SesPostbox(SENDER, "cases", Service(failure)).post(MAIL)
    assert not isinstance(raised.value, Refused | Unavailable)


def test_the_client_never_tries_a_mail_again_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "pretended")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    made = boto3.client

    def broken(*which: Any, **how: Any) -> Any:
        client = made(*which, **how)
        client.meta.events.register_last("before-send", _time_out)
        return client

    monkeypatch.setattr("boto3.client", broken)
    postbox = SesPostbox(SENDER, "cases")
    with count_calls() as calls, pytest.raises(ReadTimeoutError):
        postbox.post(MAIL)
    assert len(calls) == 1


def _time_out(**_request: object) -> None:
    raise ReadTimeoutError(endpoint_url="https://mail.example")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("jo@möbel.example", "jo@xn--mbel-5qa.example"),
        ("Jo.Smith@shop.example", "Jo.Smith@shop.example"),
        ("nobody", "nobody"),
        (f"jo@{'x' * 70}.example", f"jo@{'x' * 70}.example"),
    ],
)
def test_an_address_goes_out_as_the_mail_service_takes_it(address: str, written: str) -> None:
    assert in_ascii(address) == written
