"""What roles and policies may say at all; each rule yields what is wrong."""

from collections.abc import Iterator
from functools import cache

from botocore.loaders import Loader

from infra.function_rules import FUNCTION, ROLE, SENDS_MAIL, grants
from infra.stack import Stack, listed

ROUTE, INTEGRATION = "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration"
# A right may be named after the call of an older interface.
INTERFACES = {"bedrock": ("bedrock-runtime",), "ses": ("sesv2", "ses"), "dynamodb": ("dynamodb", "dynamodbstreams")}
# Asked for beside GetObject and not a call of its own.
BESIDE = {"s3:ListBucket"}
MADE_OF = {
    "dynamodb": "AWS::DynamoDB::Table",
    "sqs": "AWS::SQS::Queue",
    "events": "AWS::Events::EventBus",
    "s3": "AWS::S3::Bucket",
    "secretsmanager": "AWS::SecretsManager::Secret",
    "logs": "AWS::Logs::LogGroup",
}
LONGEST_ANSWER_SECONDS = 29
CHOSEN = {"bedrock": "AsksBedrock", "translate": "Translates", "comprehend": "Translates"}  # by which condition
WRITES = {
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "events:PutEvents",
    "s3:DeleteObject",
    "s3:PutObject",
    "sqs:SendMessage",
    *SENDS_MAIL,
}


def statements_only_allow(stack: Stack) -> Iterator[str]:
    """A function's statement allows named actions on named things; nothing is said by leaving out."""
    for path, properties in stack.properties(ROLE):
        for policy in properties["Policies"]:
            for one in listed(policy["PolicyDocument"]["Statement"]):
                if one.get("Effect") != "Allow" or not {"Effect", "Action", "Resource"} >= set(one):
                    yield f"{path} says more than what is allowed on what"


def actions_are_real(stack: Stack) -> Iterator[str]:
    """Each action is one that its service knows, on a thing of that service."""
    for name, _ in stack.properties(FUNCTION):
        for action, resource in sorted(grants(stack, name)):
            service, _, operation = action.partition(":")
            if action not in BESIDE and operation not in _operations(service):
                yield f"{name} may {action}, which there is not"
            if service in MADE_OF and not _is_a(stack, resource, MADE_OF[service]):
                yield f"{name} may {action} on {resource}, which is something else"


LOOKED_AT_ANYHOW = {"ANY /s/{source}/{key}"}  # vendors look by HEAD and whatever else before they send


def looking_changes_nothing(stack: Stack) -> Iterator[str]:
    """A function that is only looked at by GET has no right to write; only one door takes every method."""
    integrations = dict(stack.properties(INTEGRATION))
    methods: dict[str, set[str]] = {}
    for _, route in stack.properties(ROUTE):
        method = route["RouteKey"].partition(" ")[0]
        integration = integrations.get(stack.meant(route["Target"]).removeprefix("integrations/"), {})
        function = stack.meant(integration.get("IntegrationUri", "")).removesuffix(".Arn")
        methods.setdefault(function, set()).add(method)
        if method not in {"GET", "POST"} and route["RouteKey"] not in LOOKED_AT_ANYHOW:
            yield f"{route['RouteKey']} is neither looking nor acting"
    for name in sorted(one for one, found in methods.items() if found == {"GET"} and f"{one}Role" in stack.resources):
        yield from (f"{name} may {action} by GET" for action, _ in sorted(grants(stack, name)) if action in WRITES)


def people_get_their_answer_in_time(stack: Stack) -> Iterator[str]:
    """The HTTP API waits for 30 seconds at most."""
    shared = stack.templates[""]["Globals"]["Function"]["Timeout"]
    doors = {stack.meant(one["FunctionName"]) for _, one in stack.properties("AWS::Lambda::Permission")}
    for name, properties in stack.properties(FUNCTION):
        if name in doors and not 0 < properties.get("Timeout", shared) <= LONGEST_ANSWER_SECONDS:
            yield f"{name} may think for longer than anybody waits"


def mail_may_be_sent_raw(stack: Stack) -> Iterator[str]:
    """SES asks for both rights when a mail is sent raw, on the sender and on the configuration set."""
    for name, _ in stack.properties(FUNCTION):
        sends = {(action, what.split("/")[0]) for action, what in grants(stack, name) if action in SENDS_MAIL}
        kinds = {what.rpartition(":")[2] for _, what in sends}
        if sends and (len(sends) != len(SENDS_MAIL) * len(kinds) or kinds != {"identity", "configuration-set"}):
            yield f"{name} may not send raw mail, or not as whom it should"


def words_leave_only_by_choice(stack: Stack) -> Iterator[str]:
    """A service that reads what people wrote may be asked only where the parameter for it says so."""
    for path, properties in stack.properties(ROLE):
        for statement in (one for policy in properties["Policies"] for one in policy["PolicyDocument"]["Statement"]):
            condition = statement.get("Fn::If", [""])[0]
            actions = [action for one in listed(statement) for action in listed(one["Action"])]
            services = {str(action).partition(":")[0] for action in actions}
            yield from (f"{path} may ask {one} unasked" for one in services if CHOSEN.get(one, condition) != condition)


@cache
def _operations(service: str) -> frozenset[str]:
    models = (Loader().load_service_model(one, "service-2") for one in INTERFACES.get(service, (service,)))
    return frozenset(operation for model in models for operation in model["operations"])


def _is_a(stack: Stack, resource: str, kind: str) -> bool:
    paths = [path for path, each in stack.resources.items() if each["Type"] == kind]
    return any(resource == path or resource.startswith((f"{path}.", f"{path}/")) for path in paths)


RULES = (
    statements_only_allow,
    actions_are_real,
    looking_changes_nothing,
    people_get_their_answer_in_time,
    mail_may_be_sent_raw,
    words_leave_only_by_choice,
)
