import base64
import json
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any

import pytest

from operate.local.reading import read_mail
from operate.local.wire import NotSendableError, Order, on_the_wire, order_from, orders_from_bulk

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def raw_request(mail: bytes, **more: Any) -> dict[str, Any]:
    return {"Content": {"Raw": {"Data": base64.b64encode(mail).decode()}}, **more}


def simple_request(**content: Any) -> dict[str, Any]:
    body = {"Text": {"Data": "Läden"}, "Html": {"Data": "<p>Läden</p>"}}
    return {
        "FromEmailAddress": "Line <line@x.test>",
        "Destination": {"ToAddresses": ["Ann <ann@x.test>"], "BccAddresses": ["hidden@x.test"]},
        "Content": {"Simple": {"Subject": {"Data": "Grüße"}, "Body": body, **content}},
    }


def test_a_raw_mail_goes_out_as_it_is_but_for_its_id_and_date() -> None:
    mail = (
        b"From: a@x.test\r\nMessage-ID: <own@x>\r\nTo: b@x.test\r\nDate: long ago\r\nBcc: c@x.test\r\n"
        b"X-SES-MESSAGE-TAGS: letter=1, kind=case\r\nSubject: one\r\n two\r\n\r\nB\xf6dy\r\n\r\nend"
    )
    order = order_from(raw_request(mail))
    wire = on_the_wire(order, "id-1", NOON, "us-east-1")

    assert order.recipients == ["b@x.test", "c@x.test"]
    assert order.tags == {"letter": "1", "kind": "case"}
    assert wire == (
        b"From: a@x.test\r\nTo: b@x.test\r\nSubject: one\r\n two\r\n"
        b"Message-ID: <id-1@email.amazonses.com>\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\n"
        b"\r\nB\xf6dy\r\n\r\nend"
    )


def test_elsewhere_the_message_id_names_the_region() -> None:
    wire = on_the_wire(Order("a@x.test", ["b@x.test"], b"From: a@x.test\n\nhi"), "id-1", NOON, "eu-west-1")

    assert message_from_bytes(wire)["Message-ID"] == "<id-1@eu-west-1.amazonses.com>"


def test_the_request_decides_over_the_headers_of_a_raw_mail() -> None:
    mail = b"From: a@x.test\r\nTo: list@x.test\r\nX-SES-CONFIGURATION-SET: old\r\n\r\nhi"
    request = raw_request(
        mail,
        Destination={"ToAddresses": ["one@x.test"]},
        ConfigurationSetName="cases",
        EmailTags=[{"Name": "letter", "Value": "7"}],
    )
    order = order_from(request)

    assert (order.recipients, order.configuration_set) == (["one@x.test"], "cases")
    assert order.tags == {"letter": "7"}


def test_a_simple_mail_has_both_parts_and_hides_hidden_readers() -> None:
    order = order_from(simple_request(Headers=[{"Name": "Auto-Submitted", "Value": "auto-generated"}]))
    mail = read_mail(on_the_wire(order, "id-1", NOON, "us-east-1"))

    assert order.recipients == ["ann@x.test", "hidden@x.test"]
    assert (mail.subject, mail.text, mail.html) == ("Grüße", "Läden\n", "<p>Läden</p>\n")
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert "hidden" not in " ".join(mail.headers.values())


def test_an_attachment_keeps_its_bytes_and_name() -> None:
    attached = {
        "FileName": "map.bin",
        "ContentType": "application/x-map",
        "RawContent": base64.b64encode(b"\0\xff").decode(),
    }
    message = message_from_bytes(order_from(simple_request(Attachments=[attached])).body)
    part = next(part for part in message.walk() if part.get_filename() == "map.bin")

    assert part.get_payload(decode=True) == b"\0\xff"


@pytest.mark.parametrize(
    "headers",
    [
        [{"Name": f"X-{number}", "Value": "v"} for number in range(16)],
        [{"Name": "X-Long", "Value": "v" * 996}],
        [{"Name": "X-Letters", "Value": "ü"}],
        [{"Name": "X-Line", "Value": "a\r\nBcc: b@x.test"}],
    ],
)
def test_headers_that_ses_refuses_are_refused(headers: list[dict[str, str]]) -> None:
    with pytest.raises(NotSendableError, match="header"):
        order_from(simple_request(Headers=headers))


@pytest.mark.parametrize("count", [0, 51])
def test_no_reader_or_too_many_are_refused(count: int) -> None:
    readers = [f"r{number}@x.test" for number in range(count)]

    with pytest.raises(NotSendableError, match=r"[Rr]ecipient"):
        order_from({**simple_request(), "Destination": {"ToAddresses": readers}})


def test_bulk_gives_each_reader_their_own_words_headers_and_tags() -> None:
    request = {
        "FromEmailAddress": "line@x.test",
        "ConfigurationSetName": "digests",
        "DefaultEmailTags": [{"Name": "kind", "Value": "digest"}],
        "DefaultContent": {
            "Template": {
                "TemplateContent": {"Subject": "Hi {{name}}", "Text": "{{ name }}: {{count}}"},
                "TemplateData": json.dumps({"name": "you", "count": 0}),
                "Headers": [{"Name": "X-Kind", "Value": "digest"}],
            }
        },
        "BulkEmailEntries": [
            {
                "Destination": {"ToAddresses": ["ann@x.test"]},
                "ReplacementEmailContent": {
                    "ReplacementTemplate": {"ReplacementTemplateData": json.dumps({"name": "Ann", "count": 2})}
                },
                "ReplacementHeaders": [{"Name": "List-Unsubscribe", "Value": "<https://x.test/u/1>"}],
                "ReplacementTags": [{"Name": "reader", "Value": "1"}],
            },
            {"Destination": {"ToAddresses": ["bob@x.test"]}},
        ],
    }
    ann, bob = orders_from_bulk(request)
    mail = read_mail(ann.body)

    assert (mail.subject, mail.text.strip()) == ("Hi Ann", "Ann: 2")
    assert (mail.headers["X-Kind"], mail.headers["List-Unsubscribe"]) == ("digest", "<https://x.test/u/1>")
    assert ann.tags == {"kind": "digest", "reader": "1"}
    assert read_mail(bob.body).text.strip() == "you: 0"
    assert bob.configuration_set == "digests"


def test_a_gap_without_data_sends_nothing() -> None:
    template = {"TemplateContent": {"Subject": "Hi {{name}}", "Text": "x"}, "TemplateData": "{}"}
    request = {**simple_request(), "Content": {"Template": template}}

    with pytest.raises(NotSendableError, match="name"):
        order_from(request)


def test_a_stored_template_is_used_where_the_request_names_one() -> None:
    request = {
        **simple_request(),
        "Content": {"Template": {"TemplateName": "kept", "TemplateData": '{"n": 1}'}},
    }
    order = order_from(request, {"Subject": "S{{n}}", "Text": "T", "Html": "<p>{{n}}</p>"})

    assert read_mail(order.body).subject == "S1"
    assert read_mail(order.body).html.strip() == "<p>1</p>"
