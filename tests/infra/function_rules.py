"""What every function of the template must have; each rule yields what is wrong."""

import re
from collections.abc import Iterator
from typing import Any

from infra.stack import Stack, listed, only_local

FUNCTION, ROLE, LOG = "AWS::Serverless::Function", "AWS::IAM::Role", "AWS::Logs::LogGroup"
PATTERNS_ALLOWED = tuple(f"Data/MailBucket.Arn/{room}/*" for room in ("inbound", "unnamed", "attachments", "surveys"))
PATTERNS_ALLOWED += ("Data/ModelBucket.Arn/models/*",)
LAMBDAS_OWN = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
}
SENDS_MAIL = {"ses:SendEmail", "ses:SendRawEmail"}
SENDS_MANY = SENDS_MAIL | {"ses:SendBulkEmail"}
ABOUT_THE_ACCOUNT = {"ses:GetAccount"}  # a question that AWS knows no resource for
TRANSLATES = {"translate:TranslateText", "comprehend:DetectDominantLanguage"}  # the same
SECRETIVE = re.compile(r"KEY|TOKEN|PASSWORD|SECRET")


def folder_of(properties: dict[str, Any]) -> str:
    """The folder whose handler a function runs."""
    return str(properties["Handler"]).partition(".")[0]


def statements(stack: Stack, name: str) -> list[dict[str, Any]]:
    """What a function's own role allows."""
    policies = stack.resources[f"{name}Role"]["Properties"]["Policies"]
    return [one for policy in policies for one in listed(policy["PolicyDocument"]["Statement"])]


def grants(stack: Stack, name: str) -> set[tuple[str, str]]:
    """Each action that a function may take, with what on."""
    return {
        (action, stack.meant(resource))
        for statement in statements(stack, name)
        for action in listed(statement["Action"])
        for resource in listed(statement["Resource"])
    }


def logs_are_its_own_and_end(stack: Stack) -> Iterator[str]:
    """Each function writes to a log group of its own, which forgets."""
    for name, properties in stack.properties(FUNCTION):
        if stack.meant(properties.get("LoggingConfig", {}).get("LogGroup", "")) != f"{name}Log":
            yield f"{name} does not log to {name}Log"
    for path, properties in stack.properties(LOG):
        if "RetentionInDays" not in properties:
            yield f"{path} never forgets"


def roles_are_its_own(stack: Stack) -> Iterator[str]:
    """Each function has its own role, and only Lambda may take it on."""
    for name, properties in stack.properties(FUNCTION):
        if stack.meant(properties.get("Role", "")) != f"{name}Role.Arn" or "Policies" in properties:
            yield f"{name} does not run as {name}Role"
    for path, properties in stack.properties(ROLE):
        trusted = [one["Principal"] for one in properties["AssumeRolePolicyDocument"]["Statement"]]
        if trusted != [{"Service": "lambda.amazonaws.com"}] or "ManagedPolicyArns" in properties:
            yield f"{path} is for more than Lambda, or has more than its own policy"


def privileges_are_narrow(stack: Stack) -> Iterator[str]:
    """No action and no resource is a pattern that AWS does not force on us."""
    for name, _ in stack.properties(FUNCTION):
        for statement in statements(stack, name):
            yield from (f"{name} may do {one}" for one in listed(statement["Action"]) if "*" in one)
            more_here = set(only_local(statement["Action"])) - set(listed(statement["Action"]))
            yield from (f"{name} may do {one} locally" for one in sorted(more_here))
            yield from (f"{name} may touch {one}" for one in _too_wide(stack, statement))


def _too_wide(stack: Stack, statement: dict[str, Any]) -> Iterator[str]:
    actions = set(listed(statement["Action"]))
    if actions in (ABOUT_THE_ACCOUNT, TRANSLATES):
        return
    forced = "*" if actions in (SENDS_MAIL, SENDS_MANY) else None
    yield from (f"{one} locally" for one in only_local(statement["Resource"]) if one != forced)
    meanings = [stack.meant(one) for one in listed(statement["Resource"])]
    yield from (one for one in meanings if "*" in one and one not in PATTERNS_ALLOWED)


def privileges_fit_the_environment(stack: Stack) -> Iterator[str]:
    """A function is told of exactly the tables, queues, bus, bucket and secret that it may touch."""
    for name, properties in stack.properties(FUNCTION):
        variables = properties.get("Environment", {}).get("Variables", {})
        told = {_thing(stack.meant(value)) for value in variables.values()} & _things(stack)
        touched = {_thing(resource) for action, resource in grants(stack, name) if is_work(action)} & _things(stack)
        failures = {_thing(one) for one in failure_destinations(stack, properties)}
        yield from (f"{name} is told of {one}, but may not touch it" for one in sorted(told - touched))
        yield from (f"{name} may touch {one}, but is not told of it" for one in sorted(touched - told - failures))


def nothing_secret_in_the_environment(stack: Stack) -> Iterator[str]:
    """Secrets are read where they are kept; only the secret's name is told."""
    for name, properties in stack.properties(FUNCTION):
        for variable in properties.get("Environment", {}).get("Variables", {}):
            if SECRETIVE.search(variable) and variable != "SECRET_ID":
                yield f"{name} is given {variable}"


def runtime_is_the_built_one(stack: Stack) -> Iterator[str]:
    """The bytecode fits one runtime, so that no function may choose another; layers are built with it."""
    layers = {path for path, _ in stack.properties("AWS::Serverless::LayerVersion")}
    defaults = stack.templates[""]["Globals"]["Function"]
    if defaults.get("Runtime") != {"Ref": "Runtime"}:
        yield "functions do not run on the runtime that they are built for"
    for name, properties in stack.properties(FUNCTION):
        if {"Runtime", "Architectures", "CodeUri"} & set(properties):
            yield f"{name} is built apart from the others"
        if not {stack.meant(one) for one in properties.get("Layers", ())} <= layers:
            yield f"{name} is built apart from the others"


def is_work(action: str) -> bool:
    """Whether our code takes the action; Lambda takes the others to wake it and to keep its log."""
    return action not in LAMBDAS_OWN


def _thing(meaning: str) -> str:
    return meaning.split(".", maxsplit=1)[0]


def _things(stack: Stack) -> set[str]:
    kinds = ("DynamoDB::Table", "SQS::Queue", "Events::EventBus", "S3::Bucket", "SecretsManager::Secret")
    return {path for path, each in stack.resources.items() if each["Type"].removeprefix("AWS::") in kinds}


def failure_destinations(stack: Stack, properties: dict[str, Any]) -> Iterator[str]:
    """Where Lambda puts what a function failed on."""
    told = [properties.get("EventInvokeConfig", {})]
    told += [each["Properties"] for each in properties.get("Events", {}).values()]
    for each in told:
        failure = each.get("DestinationConfig", {}).get("OnFailure")
        if failure:
            yield stack.meant(failure["Destination"])


RULES = (
    logs_are_its_own_and_end,
    roles_are_its_own,
    privileges_are_narrow,
    privileges_fit_the_environment,
    nothing_secret_in_the_environment,
    runtime_is_the_built_one,
)
