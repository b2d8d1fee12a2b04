"""Each of these changes to the template is a mistake somebody makes one day; a rule has to see it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from infra import function_rules, message_rules, state_rules
from infra.stack import Stack, load

RULES = (*function_rules.RULES, *message_rules.RULES, *state_rules.RULES)
Properties = dict[str, Any]
Change = Callable[[Properties], object]


def trigger(properties: Properties) -> Properties:
    [event] = properties["Events"].values()
    found: Properties = event["Properties"]
    return found


def first_statement(role: Properties) -> Properties:
    statement: Properties = role["Policies"][0]["PolicyDocument"]["Statement"][1]
    return statement


def without(name: str) -> Change:
    return lambda properties: properties.pop(name)


def having(**values: Any) -> Change:
    return lambda properties: properties.update(values)


def logging(what: str) -> Change:
    return lambda properties: properties["AccessLogSettings"].update(Format=f'{{"a": "$context.{what}"}}')


MISTAKES: dict[str, tuple[str, Change]] = {
    "a queue shows messages again too soon": ("RouteQueue", having(VisibilityTimeout=60)),
    "a queue shows messages again at once": ("LettersQueue", without("VisibilityTimeout")),
    "a queue tries for ever": ("TallyQueue", without("RedrivePolicy")),
    "a queue tries once": ("TallyQueue", lambda p: p["RedrivePolicy"].update(maxReceiveCount=1)),
    "a failure is forgotten after four days": ("DigestFailed", without("MessageRetentionPeriod")),
    "a failure is forgotten before its queue's": ("Data/MailQueue", having(MessageRetentionPeriod=1_209_600)),
    "a queue is in the clear": ("RouteQueue", having(SqsManagedSseEnabled=False)),
    "a queue is not watched": ("SweepFailed", having(QueueName="unheard-of")),
    "a batch fails as one": ("RouteIssue", lambda p: trigger(p).pop("FunctionResponseTypes")),
    "a burst takes the whole account": ("SendLetter", lambda p: trigger(p).pop("ScalingConfig")),
    "the stream starts at the end": ("Carry", lambda p: trigger(p).update(StartingPosition="LATEST")),
    "a bad record is never found": ("Carry", lambda p: trigger(p).pop("BisectBatchOnFunctionError")),
    "a bad record is tried for a day": ("Carry", lambda p: trigger(p).pop("MaximumRetryAttempts")),
    "a bad record gets old": ("Carry", lambda p: trigger(p).update(MaximumRecordAgeInSeconds=-1)),
    "a record given up leaves no note": ("Carry", lambda p: trigger(p).pop("DestinationConfig")),
    "every write wakes the carrier": ("Carry", lambda p: trigger(p).pop("FilterCriteria")),
    "a clock keeps summer time": (
        "PlanDigests",
        lambda p: trigger(p).update(ScheduleExpressionTimezone="Europe/London"),
    ),
    "a clock that failed is lost": ("Sweep", lambda p: trigger(p).pop("DeadLetterConfig")),
    "a clock does not tell its time": ("PlanDigests", lambda p: trigger(p).pop("Input")),
    "a clock's function that failed is lost": ("Sweep", without("EventInvokeConfig")),
    "the bus loses events": ("ArrivalsRule", lambda p: p["Targets"][0].pop("DeadLetterConfig")),
    "the topic may not keep what it could not hand over": ("OutcomeQueuePolicy", lambda p: p["Queues"].pop()),
    "a clock has a name that another stack has": ("Sweep", lambda p: trigger(p).pop("Name")),
    "the topic wraps messages": ("OutcomeSubscription", without("RawMessageDelivery")),
    "the topic loses messages": ("OutcomeSubscription", without("RedrivePolicy")),
    "anybody may send to a queue": (
        "OutcomeQueuePolicy",
        lambda p: p["PolicyDocument"]["Statement"][0].pop("Condition"),
    ),
    "a sender may read": (
        "Data/MailQueuePolicy",
        lambda p: p["PolicyDocument"]["Statement"][0].update(Action=["sqs:SendMessage", "sqs:ReceiveMessage"]),
    ),
    "a role may do anything": ("FeedbackFormRole", lambda p: first_statement(p).update(Action=["dynamodb:*"])),
    "a role may touch anything": ("FeedbackFormRole", lambda p: first_statement(p).update(Resource="*")),
    "mail may be sent as anybody": (
        "SendLetterRole",
        lambda p: p["Policies"][0]["PolicyDocument"]["Statement"][2].update(Resource=["*"]),
    ),
    "a role is anybody's": (
        "CasePageRole",
        lambda p: p["AssumeRolePolicyDocument"]["Statement"][0].update(Principal="*"),
    ),
    "a role has a ready-made policy": ("CasePageRole", having(ManagedPolicyArns=["arn:aws:iam::aws:policy/PowerUser"])),
    "a function borrows a role": ("CasePage", having(Role={"Fn::GetAtt": ["RouteIssueRole", "Arn"]})),
    "a function gets SAM's own policies": ("CasePage", having(Policies=["AWSLambdaExecute"])),
    "a function may touch what it does not know": (
        "MapPage",
        lambda p: p["Environment"]["Variables"].pop("ATLAS_TABLE"),
    ),
    "a function knows what it may not touch": (
        "MapPage",
        lambda p: p["Environment"]["Variables"].update(ROUTE_QUEUE={"Ref": "RouteQueue"}),
    ),
    "a queue may not be read": (
        "TallyAnswerRole",
        lambda p: p["Policies"][0]["PolicyDocument"]["Statement"].pop(),
    ),
    "a secret stands in the environment": ("MapPage", lambda p: p["Environment"]["Variables"].update(API_KEY="abc")),
    "a function runs on another Python": ("MapPage", having(Runtime="python3.9")),
    "a function logs where all do": ("MapPage", without("LoggingConfig")),
    "a log never forgets": ("MapPageLog", without("RetentionInDays")),
    "the ledger can't go back in time": ("Data/Ledger", without("PointInTimeRecoverySpecification")),
    "the ledger is in the clear": ("Data/Ledger", having(SSESpecification={"SSEEnabled": False})),
    "the ledger never forgets": ("Data/Ledger", without("TimeToLiveSpecification")),
    "the ledger may be deleted by hand": ("Data/Ledger", without("DeletionProtectionEnabled")),
    "the ledger runs out of capacity": ("Data/Ledger", having(BillingMode="PROVISIONED")),
    "the ledger tells nobody": ("Data/Ledger", without("StreamSpecification")),
    "mail becomes public": (
        "Data/MailBucket",
        lambda p: p["PublicAccessBlockConfiguration"].update(BlockPublicPolicy=False),
    ),
    "mail is kept for ever": ("Data/MailBucket", without("LifecycleConfiguration")),
    "mail is kept in the clear": ("Data/MailBucket", without("BucketEncryption")),
    "mail is read in the clear": ("Data/MailBucketPolicy", lambda p: p["PolicyDocument"]["Statement"].pop()),
    "the secret is typed in": ("Data/Secret", having(SecretString="hunter2")),
    "the secret is short": ("Data/Secret", lambda p: p["GenerateSecretString"].update(PasswordLength=8)),
    "mail that bounced is sent again": ("Mail/CaseMail", without("SuppressionOptions")),
    "nobody hears of bounces": (
        "Mail/DigestMailEvents",
        lambda p: p["EventDestination"].update(MatchingEventTypes=["send"]),
    ),
    "the door has no bounds": ("Api/Stage", without("DefaultRouteSettings")),
    "the log knows who wrote": ("Api/Stage", logging("identity.sourceIp")),
    "the log knows secret links": ("Api/Stage", logging("path")),
    "any site may call": ("Api/Api", having(CorsConfiguration={"AllowOrigins": ["*"]})),
    "a door nobody knows of": ("MapPageGet", having(RouteKey="DELETE /map/{token}")),
    "a door that goes nowhere": ("MapPageIntegration", having(IntegrationUri="arn:aws:lambda:nowhere")),
    "any path may call a function": (
        "DeskPagePermission",
        having(SourceArn={"Fn::Sub": "${Api.Outputs.ExecutionArn}/*"}),
    ),
    "the old kind of event": ("MapPageIntegration", having(PayloadFormatVersion="1.0")),
}
STANDING = load()
GOES_WITH_THE_STACK = ("Data/Ledger", "Data/Atlas", "Data/MailBucket", "Data/Secret")


def faults(stack: Stack) -> list[str]:
    return [fault for rule in RULES for fault in rule(stack)]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_seen(mistake: str) -> None:
    path, change = MISTAKES[mistake]
    stack = deepcopy(STANDING)
    change(stack.resources[path]["Properties"])
    assert faults(stack) != []


@pytest.mark.parametrize("path", GOES_WITH_THE_STACK)
def test_state_that_goes_with_its_stack_is_seen(path: str) -> None:
    stack = deepcopy(STANDING)
    stack.resources[path]["DeletionPolicy"] = "Delete"
    assert f"{path} goes with its stack" in faults(stack)


def test_a_new_queue_nobody_watches_is_seen() -> None:
    stack = deepcopy(STANDING)
    queue = {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "new", "SqsManagedSseEnabled": True}}
    stack.templates[""]["Resources"]["NewQueue"] = queue
    assert faults(stack) == ["no alarm hears of NewQueue (new)"]
