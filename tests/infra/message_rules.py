"""What keeps a message from being lost, repeated for ever or blocking others; each rule yields what is wrong."""

from collections.abc import Iterator
from typing import Any

from infra.function_rules import FUNCTION, grants
from infra.stack import Stack, listed, scope_of

QUEUE, ALARM = "AWS::SQS::Queue", "AWS::CloudWatch::Alarm"
FORTNIGHT = 1_209_600
DEFAULT_RETENTION = 345_600
LATEST_ALARM_SECONDS, MOST_METRICS = 7200, 10


def triggers(stack: Stack, kind: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Function, its properties and the trigger's, for each trigger of a kind."""
    for name, properties in stack.properties(FUNCTION):
        for event in properties.get("Events", {}).values():
            if event["Type"] == kind:
                yield name, properties, event["Properties"]


def consumed(stack: Stack) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Function, its properties and the path of the queue that it takes from."""
    for name, properties, trigger in triggers(stack, "SQS"):
        yield name, properties, stack.meant(trigger["Queue"]).removesuffix(".Arn")


def failure_queue(stack: Stack, path: str) -> str | None:
    """Where a queue's messages go when they gave up."""
    policy = stack.resources[path]["Properties"].get("RedrivePolicy")
    return stack.meant(policy["deadLetterTargetArn"], scope_of(path)).removesuffix(".Arn") if policy else None


def queues_wait_for_their_function(stack: Stack) -> Iterator[str]:
    """A message stays hidden for six times as long as its function may take."""
    shared = stack.templates[""]["Globals"]["Function"]["Timeout"]
    for name, properties, queue in consumed(stack):
        needed = 6 * properties.get("Timeout", shared)
        if stack.resources[queue]["Properties"].get("VisibilityTimeout", 30) < needed:
            yield f"{queue} shows a message again before {name} is done: needs {needed} s"


def queues_have_an_end(stack: Stack) -> Iterator[str]:
    """What fails five times goes where a person looks, and stays for a fortnight."""
    for name, _, queue in consumed(stack):
        end = failure_queue(stack, queue)
        policy = stack.resources[queue]["Properties"].get("RedrivePolicy", {})
        if end not in stack.resources or not 3 <= policy.get("maxReceiveCount", 0) <= 10:
            yield f"what {name} fails on never ends"
            continue
        kept = stack.resources[end]["Properties"].get("MessageRetentionPeriod", 0)
        waits = stack.resources[queue]["Properties"].get("MessageRetentionPeriod", DEFAULT_RETENTION)
        if kept < FORTNIGHT or waits >= kept:
            yield f"{end} forgets too soon"


def queues_are_encrypted(stack: Stack) -> Iterator[str]:
    """At rest, every one."""
    for path, properties in stack.properties(QUEUE):
        if properties.get("SqsManagedSseEnabled") is not True:
            yield f"{path} is not encrypted"


def messages_fail_alone(stack: Stack) -> Iterator[str]:
    """One bad message never brings its neighbours back; a burst never takes all of the account."""
    for name, _, trigger in triggers(stack, "SQS"):
        if trigger.get("FunctionResponseTypes") != ["ReportBatchItemFailures"]:
            yield f"{name} fails as a batch"
        if not 2 <= trigger.get("ScalingConfig", {}).get("MaximumConcurrency", 0) <= 50:
            yield f"{name} may run without bounds"


def messages_may_be_taken(stack: Stack) -> Iterator[str]:
    """Lambda reads a queue with the function's own role."""
    for name, _, queue in consumed(stack):
        for action in ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"):
            if (action, f"{queue}.Arn") not in grants(stack, name):
                yield f"{name} lacks {action} on {queue}"


def the_stream_goes_on(stack: Stack) -> Iterator[str]:
    """From the first record; a bad one is found by halves, given up in bounds, and noted."""
    for name, _, trigger in triggers(stack, "DynamoDB"):
        bounds = (trigger.get("MaximumRetryAttempts", -1), trigger.get("MaximumRecordAgeInSeconds", -1))
        sound = {
            "starts at the first record": trigger["StartingPosition"] == "TRIM_HORIZON",
            "halves a failing batch": trigger.get("BisectBatchOnFunctionError") is True,
            "tries in bounds": 0 < bounds[0] <= 100 and 0 < bounds[1] < 86_400,
            "notes what it gave up": bool(trigger.get("DestinationConfig", {}).get("OnFailure")),
            "wakes for announcements only": "announces" in str(trigger.get("FilterCriteria")),
        }
        yield from (f"{name} is not one that {what}" for what, holds in sound.items() if not holds)


def clocks_tell_their_time(stack: Stack) -> Iterator[str]:
    """In UTC, which no night skips; with the time that they mean; what fails is kept."""
    found = list(triggers(stack, "ScheduleV2"))
    for name, properties, clock in found:
        sound = {
            "is named after its stack": stack.meant(clock.get("Name", "")).startswith("AWS::StackName-"),
            "runs by UTC": clock.get("ScheduleExpressionTimezone") == "UTC",
            "tells the time it means": "<aws.scheduler.scheduled-time>" in clock.get("Input", ""),
            "keeps what could not start": "DeadLetterConfig" in clock,
            "keeps what failed": "OnFailure" in properties.get("EventInvokeConfig", {}).get("DestinationConfig", {}),
        }
        yield from (f"{name} is not one that {what}" for what, holds in sound.items() if not holds)
    told = stack.templates[""]["Outputs"]["ScheduledFunctions"]["Value"]["Fn::Join"][1]
    if sorted(stack.meant(one) for one in told) != sorted(name for name, _, _ in found):
        yield "the output ScheduledFunctions does not name the functions that a clock starts"


def hand_overs_have_an_end(stack: Stack) -> Iterator[str]:
    """The bus and the topic may keep what a queue would not take; a topic's message arrives as it was sent."""
    open_to_services = {
        stack.meant(queue, scope_of(path))
        for path, policy in stack.properties("AWS::SQS::QueuePolicy")
        for queue in policy["Queues"]
    }
    for path, properties in stack.properties("AWS::Events::Rule"):
        ends = [target.get("DeadLetterConfig", {}).get("Arn", "") for target in properties["Targets"]]
        if not {stack.meant(end).removesuffix(".Arn") for end in ends} <= open_to_services:
            yield f"{path} loses events"
    for path, properties in stack.properties("AWS::SNS::Subscription"):
        end = stack.meant(properties.get("RedrivePolicy", {}).get("deadLetterTargetArn", ""))
        if end.removesuffix(".Arn") not in open_to_services or properties.get("RawMessageDelivery") is not True:
            yield f"{path} loses or wraps messages"


def senders_are_named(stack: Stack) -> Iterator[str]:
    """A queue or topic that a service may send to names the action, and whose."""
    kinds = ("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
    for path, properties in [one for kind in kinds for one in stack.properties(kind)]:
        for statement in properties["PolicyDocument"]["Statement"]:
            actions = set(listed(statement["Action"]))
            if statement["Principal"] == "*" or not statement.get("Condition"):
                yield f"{path} lets anybody send"
            if not actions <= {"sqs:SendMessage", "sns:Publish"}:
                yield f"{path} allows more than sending"


def alarms_hear_of_every_queue(stack: Stack) -> Iterator[str]:
    """No queue is added without being watched."""
    watched = {
        stack.meant(metric["MetricStat"]["Metric"]["Dimensions"][0]["Value"], "Watch/")
        for _, properties in stack.properties(ALARM)
        for metric in properties.get("Metrics", ())
        if "MetricStat" in metric
    }
    for path, properties in stack.properties(QUEUE):
        name = stack.meant(properties["QueueName"], scope_of(path))
        if name not in watched:
            yield f"no alarm hears of {path} ({name})"


def alarms_are_heard(stack: Stack) -> Iterator[str]:
    """Soon, by a person, and of no more metrics than an alarm may add up."""
    topics = {path for path, _ in stack.properties("AWS::SNS::Topic")}
    for path, alarm in stack.properties(ALARM):
        metrics = [one for one in alarm.get("Metrics", ()) if "MetricStat" in one]
        period = max([one["MetricStat"].get("Period", 0) for one in metrics] or [alarm.get("Period", 0)])
        sound = {
            "tells a person": {stack.meant(one, scope_of(path)) for one in alarm.get("AlarmActions", ())} <= topics,
            "tells somebody": bool(alarm.get("AlarmActions")),
            "tells within some hours": 0 < period * alarm.get("EvaluationPeriods", 0) <= LATEST_ALARM_SECONDS,
            "knows what silence means": alarm.get("TreatMissingData") in {"breaching", "notBreaching"},
            "adds up what it may": len(metrics) <= MOST_METRICS,
            "compares with something": {"Threshold", "ComparisonOperator"} <= set(alarm),
        }
        yield from (f"{path} is not one that {what}" for what, holds in sound.items() if not holds)


RULES = (
    queues_wait_for_their_function,
    queues_have_an_end,
    queues_are_encrypted,
    messages_fail_alone,
    messages_may_be_taken,
    the_stream_goes_on,
    clocks_tell_their_time,
    hand_overs_have_an_end,
    senders_are_named,
    alarms_hear_of_every_queue,
    alarms_are_heard,
)
