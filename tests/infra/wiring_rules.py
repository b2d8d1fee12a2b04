"""Who wakes whom, who may hand over to whom, and what Lambda itself may do; each rule yields what is wrong."""

from collections.abc import Iterator
from typing import Any

from infra.function_rules import FUNCTION, failure_destinations, grants
from infra.message_rules import FORTNIGHT, QUEUE, consumed, triggers
from infra.stack import Stack, listed, scope_of

BUCKET, RULE, SUBSCRIPTION = "AWS::S3::Bucket", "AWS::Events::Rule", "AWS::SNS::Subscription"
READS_A_STREAM = ("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
LET_IN = {"FrontlineFeedback", "SurveyResponse"}
HOURLY = ("cron(0 * * * ? *)", "cron(30 * * * ? *)")


def every_function_is_woken(stack: Stack) -> Iterator[str]:
    """By a queue, the stream, a clock or a door; one that nothing wakes does nothing, and nobody notices."""
    doors = {stack.meant(one["FunctionName"]) for _, one in stack.properties("AWS::Lambda::Permission")}
    for name, properties in stack.properties(FUNCTION):
        if not properties.get("Events") and name not in doors:
            yield f"nothing wakes {name}"


def every_queue_is_emptied(stack: Stack) -> Iterator[str]:
    """By one function; or it is an end, and keeps for a fortnight what a person has to look at."""
    takers = [queue for _, _, queue in consumed(stack)]
    for path, properties in stack.properties(QUEUE):
        if "RedrivePolicy" in properties and takers.count(path) != 1:
            yield f"{takers.count(path)} functions take from {path}"
        if "RedrivePolicy" not in properties and properties.get("MessageRetentionPeriod") != FORTNIGHT:
            yield f"{path} forgets before a person has looked"


def lambda_may_do_its_part(stack: Stack) -> Iterator[str]:
    """Write the function's log, read its stream, hand over what failed."""
    for name, properties in stack.properties(FUNCTION):
        wanted = {(f"logs:{action}", f"{name}Log.Arn") for action in ("CreateLogStream", "PutLogEvents")}
        wanted |= {("sqs:SendMessage", end) for end in failure_destinations(stack, properties)}
        for event in properties.get("Events", {}).values():
            if event["Type"] == "DynamoDB":
                stream = stack.meant(event["Properties"]["Stream"])
                wanted |= {(f"dynamodb:{action}", stream) for action in READS_A_STREAM}
        yield from (f"{name} may not {action} on {what}" for action, what in sorted(wanted - grants(stack, name)))


def clocks_strike_every_hour(stack: Stack) -> Iterator[str]:
    """On the hour or the half, not somewhere near it; a late start is worth little and is not tried for long."""
    for name, properties, clock in triggers(stack, "ScheduleV2"):
        retries = [clock.get("RetryPolicy", {}), properties.get("EventInvokeConfig", {})]
        sound = {
            "strikes every hour": clock.get("ScheduleExpression") in HOURLY,
            "strikes on time": clock.get("FlexibleTimeWindow") == {"Mode": "OFF"},
            "gives up a late start": all(0 < one.get("MaximumEventAgeInSeconds", 86_400) <= 3600 for one in retries),
            "tries a start again": all(1 <= one.get("MaximumRetryAttempts", 185) <= 5 for one in retries),
        }
        yield from (f"{name} is not one that {what}" for what, holds in sound.items() if not holds)


def senders_reach_their_queues(stack: Stack) -> Iterator[str]:
    """What a service sends to a queue, the queue's own policy lets in, from that sender alone."""
    allowed = set(_let_in(stack))
    for sender, service, queue in _sent(stack):
        if (service, queue, sender) not in allowed:
            yield f"{queue} does not let in what {sender} sends"


def only_known_events_come_in(stack: Stack) -> Iterator[str]:
    """From our own bus, by the two names that others use; never our own events, which would go round for ever."""
    for path, rule in stack.properties(RULE):
        if set(rule.get("EventPattern", {}).get("detail-type", ())) != LET_IN or len(rule["EventPattern"]) != 1:
            yield f"{path} lets in other events than it should"
        if stack.meant(rule.get("EventBusName", "default"), scope_of(path)) != "Data/Bus":
            yield f"{path} listens to another bus"
        if not rule["Targets"]:
            yield f"{path} leads nowhere"


def _sent(stack: Stack) -> Iterator[tuple[str, str, str]]:
    """Sender, its service and the queue, for everything that a service sends."""
    for path, rule in stack.properties(RULE):
        for target in rule["Targets"]:
            ends = [target.get("Arn", ""), target.get("DeadLetterConfig", {}).get("Arn", "")]
            yield from ((f"{path}.Arn", "events.amazonaws.com", stack.meant(end, scope_of(path))) for end in ends)
    for path, one in stack.properties(SUBSCRIPTION):
        topic, scope = stack.meant(one.get("TopicArn", "")), scope_of(path)
        ends = [one.get("Endpoint", ""), one.get("RedrivePolicy", {}).get("deadLetterTargetArn", "")]
        protocol = "sns.amazonaws.com" if one.get("Protocol") == "sqs" else ""
        yield from ((topic, protocol, stack.meant(end, scope)) for end in ends)
    for path, bucket in stack.properties(BUCKET):
        for one in bucket.get("NotificationConfiguration", {}).get("QueueConfigurations", ()):
            yield "AWS::AccountId", "s3.amazonaws.com", stack.meant(one.get("Queue", ""), scope_of(path))


def _let_in(stack: Stack) -> Iterator[tuple[str, str, str]]:
    """Service, queue and sender, for everything that a queue's policy allows."""
    for path, policy in stack.properties("AWS::SQS::QueuePolicy"):
        scope = scope_of(path)
        governed = {f"{stack.meant(queue, scope)}.Arn" for queue in policy["Queues"]}
        for statement in policy["PolicyDocument"]["Statement"]:
            for queue in (stack.meant(one, scope) for one in listed(statement.get("Resource", []))):
                if queue in governed and _lets_send(statement):
                    yield statement["Principal"].get("Service", ""), queue, _named(stack, statement, scope)


def _lets_send(statement: dict[str, Any]) -> bool:
    return statement.get("Effect") == "Allow" and "sqs:SendMessage" in listed(statement["Action"])


def _named(stack: Stack, statement: dict[str, Any], scope: str) -> str:
    values = [value for test in statement.get("Condition", {}).values() for value in test.values()]
    return stack.meant(values[0], scope) if len(values) == 1 else ""


RULES = (
    every_function_is_woken,
    every_queue_is_emptied,
    lambda_may_do_its_part,
    clocks_strike_every_hour,
    senders_reach_their_queues,
    only_known_events_come_in,
)
