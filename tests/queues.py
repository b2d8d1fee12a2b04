"""What lies in a queue, taken out of it: a message that is only read comes again after its time."""

from typing import Any


def taken_from(sqs: Any, url: str, wait: int = 0) -> list[str]:
    """The bodies of up to ten messages that a queue hands over within `wait` seconds; they are gone from there."""
    found = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=wait).get("Messages", ())
    for message in found:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return [str(message["Body"]) for message in found]
