"""SES v2 as the local stack sees it: MiniStack checks, this front keeps the mails and raises the notices."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from botocore.exceptions import ClientError

from operate.local.httpd import Answer, Handler, TooLargeError, json_answer
from operate.local.notices import Announcer, notices_of, topics_by_kind
from operate.local.outbox import Outbox, Sent
from operate.local.reading import read_mail
from operate.local.wire import NotSendableError, Order, on_the_wire, order_from, orders_from_bulk

SINGLE = "/v2/email/outbound-emails"
BULK = "/v2/email/outbound-bulk-emails"


@dataclass(frozen=True)
class MailRoom:
    """What the mail front works with; `sesv2` asks MiniStack with the operator's key."""

    aws_port: int
    region: str
    outbox: Outbox
    announcer: Announcer
    sesv2: Any
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


class MailHandler(Handler):
    """Answers SES v2 calls."""

    room: MailRoom

    def serve(self) -> None:
        """Pass a call on to MiniStack and, when it is a sent mail, keep it."""
        try:
            body = self.read_body()
            checked = self.pass_on(self.room.aws_port, self.path, body)
            path = self.path.split("?")[0].rstrip("/")
            keep = {SINGLE: keep_single, BULK: keep_bulk}.get(path) if self.command == "POST" else None
            self.answer(keep(self.room, json.loads(body), checked) if keep and checked.fine else checked)
        except TooLargeError:
            self.answer(refused("BadRequestException", "The message is larger than 40 MB."))
        except NotSendableError as error:
            self.answer(refused(error.code, str(error)))
        except ClientError as error:
            self.answer(refused(error.response["Error"]["Code"], error.response["Error"]["Message"]))
        except (ValueError, KeyError) as error:
            self.answer(refused("BadRequestException", f"The request cannot be read: {error}"))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = serve  # noqa: N815


def refused(code: str, message: str) -> Answer:
    """Give an error as SES v2 gives it."""
    status = HTTPStatus.NOT_FOUND if code == "NotFoundException" else HTTPStatus.BAD_REQUEST
    return json_answer(status, {"message": message, "name": code}, ("x-amzn-errortype", code))


def keep_single(room: MailRoom, request: dict[str, Any], checked: Answer) -> Answer:
    """Keep the mail of a SendEmail call."""
    message_id = bare(json.loads(checked.body)["MessageId"])
    keep(room, order_from(request, stored_template(room, request.get("Content", {}))), message_id)
    return json_answer(HTTPStatus.OK, {"MessageId": message_id})


def keep_bulk(room: MailRoom, request: dict[str, Any], checked: Answer) -> Answer:
    """Keep the mails of a SendBulkEmail call, whose entries fare one by one."""
    results = json.loads(checked.body)["BulkEmailEntryResults"]
    orders = orders_from_bulk(request, stored_template(room, request.get("DefaultContent", {})))
    for order, result in zip(orders, results, strict=True):
        if result["Status"] == "SUCCESS":
            result["MessageId"] = bare(result["MessageId"])
            keep(room, order, result["MessageId"])
    return json_answer(HTTPStatus.OK, {"BulkEmailEntryResults": results})


def keep(room: MailRoom, order: Order, message_id: str) -> None:
    """Put a mail into the outbox and raise its notices."""
    now = room.clock()
    chosen = order.configuration_set or default_set(room, order.sender)
    topics = topics_by_kind(room.sesv2, chosen)
    raw = on_the_wire(order, message_id, now, room.region)
    sent = Sent(
        id=message_id,
        sent_at=now.isoformat(),
        sender=order.sender,
        recipients=order.recipients,
        subject=read_mail(raw).subject,
        size=len(raw),
        tags=order.tags,
        configuration_set=chosen,
    )
    room.outbox.keep(sent, raw)
    room.announcer.announce(topics, notices_of(sent, raw, now))


def default_set(room: MailRoom, sender: str) -> str:
    """Give the configuration set of the sender's identity, which holds when a mail names none."""
    address = sender.rpartition("<")[2].rstrip(">").strip()
    for identity in (address, address.rpartition("@")[2]):
        try:
            found = room.sesv2.get_email_identity(EmailIdentity=identity)
        except room.sesv2.exceptions.NotFoundException:
            continue
        return str(found.get("ConfigurationSetName", ""))
    return ""


def stored_template(room: MailRoom, content: dict[str, Any]) -> dict[str, str] | None:
    """Give the stored template that a request names, if it names one."""
    named = content.get("Template", {})
    name = named.get("TemplateName") or named.get("TemplateArn", "").rpartition("/")[2]
    if not name:
        return None
    found: dict[str, str] = room.sesv2.get_email_template(TemplateName=name)["TemplateContent"]
    return found


def bare(message_id: str) -> str:
    """Give a message id without the host, as SES gives it."""
    return message_id.partition("@")[0]
