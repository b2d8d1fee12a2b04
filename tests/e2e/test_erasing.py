"""Privacy requests through the operator's command, on the deployed stack."""

import json
from collections.abc import Iterator
from uuid import uuid4

from e2e.line import PAGE, Line, case_link, token
from operate.demo.doors import ask, send_json, send_mail


def test_what_is_erased_is_gone_wherever_it_was_and_does_not_come_back(line: Line) -> None:
    word, name, mailbox = token(), token(), f"{token()}@shops.example"
    note = {"id": uuid4().hex, "text": f"The box arrived crushed, {word}.", "touchpoint": "Opening the parcel"}
    note |= {"name": name, "email": mailbox, "reference": token()}
    private = (word, name, mailbox, note["reference"])
    receipt = send_json(line.form, note).document()["receipt"]
    page = case_link(line.mail(word, to="packing@"))
    line.mail(word, to=mailbox)
    line.until_queues_empty()
    assert {one for text in kept(line) for one in private if one in text} == set(private)
    given = line.run("export", "--subject", mailbox, "--json")
    assert [one for one in private if one not in given] == []

    line.run("erase", "--subject", mailbox, "--yes")

    assert not [text for text in kept(line) for one in private if one in text]
    assert "have been erased" in ask(page, headers=PAGE).body
    assert ask(f"{line.site}/r?receipt={receipt}", headers=PAGE).status == 404
    again = send_json(line.form, note)
    assert (again.status, again.document()["receipt"]) == (200, receipt)
    assert not [text for text in kept(line) for one in private if one in text]
    assert not [row for row in line.logs() for one in private if one in row]
    assert mailbox not in line.run("erase", "--list")
    assert "done again" in line.run("erase", "--replay")


def test_a_sealed_mail_is_opened_with_a_reason_and_goes_with_its_line(line: Line) -> None:
    word, mailbox = token(), f"{token()}@shops.example"
    send_mail(line.state.smtp, mailbox, line.mailbox, f"Till 3 {word}", f"The card reader froze, {word}.")
    line.mail(word, to=mailbox)
    rows = [json.loads(row) for row in line.run("export", "--subject", mailbox, "--json").splitlines()]
    (identity,) = {str(row["where"]).partition(" ")[0] for row in rows if row["kind"] == "fact"}
    assert f"From: {mailbox}" in line.run("mail", "raw", identity, "--reason", "to see how it was written")
    assert identity in line.run("mail", "audit")

    line.run("erase", "--subject", identity, "--yes")
    assert not [text for text in kept(line) if word in text or mailbox in text]


def kept(line: Line) -> Iterator[str]:
    """All that stands in the tables and among the stored mails."""
    dynamo, s3 = line.stack.client("dynamodb"), line.stack.client("s3")
    for table in ("LedgerTable", "AtlasTable"):
        for found in dynamo.get_paginator("scan").paginate(TableName=line.stack.outputs[table]):
            yield from map(json.dumps, found["Items"])
    bucket = line.stack.outputs["MailBucket"]
    for one in s3.list_objects_v2(Bucket=bucket).get("Contents", ()):
        yield s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read().decode("utf-8", "replace")
