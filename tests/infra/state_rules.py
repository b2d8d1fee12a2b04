"""What keeps what we were told safe, and the door narrow; each rule yields what is wrong."""

import json
from collections.abc import Iterator
from typing import Any

from infra.function_rules import FUNCTION
from infra.stack import Stack, scope_of

TABLE, BUCKET, SECRET = "AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"
ROUTE, INTEGRATION = "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration"
PUBLIC_ROUTES = {
    "GET /f/{place}",
    "POST /f/{place}",
    "GET /f/{place}/week",
    "POST /f/{place}/week",
    "POST /v1/responses",
    "ANY /s/{source}/{key}",
    "GET /c/{token}",
    "POST /c/{token}",
    "GET /d/{token}",
    "POST /d/{token}",
    "GET /r",
    "POST /r",
    "GET /map/{token}",
    "GET /openapi.json",
    "GET /a/{token}",
    "POST /a/{token}",
    "GET /u/{token}",
    "POST /u/{token}",
    "GET /manage",
    "GET /manage/in",
    "GET /manage/back",
    "GET /manage/out",
    "POST /manage/out",
    "GET /manage/triage",
    "POST /manage/triage",
    "GET /manage/mirror",
    "POST /manage/mirror",
    "GET /manage/shadow",
    "GET /manage/thanks",
    "POST /manage/thanks",
    "POST /manage/shadow",
    "GET /manage/digest",
    "POST /manage/digest",
    "GET /manage/mantra",
    "POST /manage/mantra",
    "GET /manage/lessons",
    "POST /manage/lessons",
    "GET /manage/goals",
    "POST /manage/goals",
}
TELLTALE = ("sourceIp", "userAgent", "context.path", "authorizer", "querystring", "identity")


def state_outlives_its_stack(stack: Stack) -> Iterator[str]:
    """Deleting or replacing the stack never deletes what we were told."""
    for path, resource in stack.resources.items():
        policies = {resource.get("DeletionPolicy"), resource.get("UpdateReplacePolicy")}
        if resource["Type"] in {TABLE, BUCKET, SECRET} and policies != {"Retain"}:
            yield f"{path} goes with its stack"


def tables_are_safe(stack: Stack) -> Iterator[str]:
    """Point-in-time recovery, encryption, expiry, no capacity to guess, no deletion by hand."""
    for path, table in stack.properties(TABLE):
        sound = {
            "can go back in time": table.get("PointInTimeRecoverySpecification")
            == {"PointInTimeRecoveryEnabled": True},
            "is encrypted": table.get("SSESpecification") == {"SSEEnabled": True},
            "forgets": table.get("TimeToLiveSpecification") == {"AttributeName": "expires", "Enabled": True},
            "is paid by use": table.get("BillingMode") == "PAY_PER_REQUEST",
            "is protected": table.get("DeletionProtectionEnabled") == {"Fn::If": ["IsDeployed", True, False]},
        }
        yield from (f"{path} is not one that {what}" for what, holds in sound.items() if not holds)
    if stack.resources["Data/Ledger"]["Properties"].get("StreamSpecification") != {"StreamViewType": "NEW_IMAGE"}:
        yield "the ledger's stream does not carry new images"


def stored_mail_is_safe(stack: Stack) -> Iterator[str]:
    """Nothing public, nothing in the clear, nothing for ever."""
    for path, bucket in stack.properties(BUCKET):
        shut = bucket.get("PublicAccessBlockConfiguration", {})
        if len(shut) != 4 or not all(shut.values()):
            yield f"{path} may become public"
        if "SSEAlgorithm" not in str(bucket.get("BucketEncryption")):
            yield f"{path} is not encrypted"
        if bucket.get("OwnershipControls") != {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}:
            yield f"{path} has objects of others"
        rules = bucket.get("LifecycleConfiguration", {}).get("Rules", ())
        if not any(one.get("Status") == "Enabled" and one.get("ExpirationInDays") for one in rules):
            yield f"{path} never forgets"


def secrets_are_made_not_written(stack: Stack) -> Iterator[str]:
    """The stack makes its secret; nobody types it."""
    for path, secret in stack.properties(SECRET):
        made = secret.get("GenerateSecretString", {})
        if "SecretString" in secret or not 32 <= made.get("PasswordLength", 0) <= 4096:
            yield f"{path} is written down or short"
        if made.get("GenerateStringKey") != "root" or json.loads(made.get("SecretStringTemplate", "0")) != {
            "sources": {}
        }:
            yield f"{path} is not made the way it is read"


def mail_that_bounced_is_not_sent_again(stack: Stack) -> Iterator[str]:
    """Each configuration set suppresses, and tells what became of its mail."""
    topics = {stack.meant(each["TopicArn"]) for _, each in stack.properties("AWS::SNS::Subscription")}
    told = {
        stack.meant(each["ConfigurationSetName"], scope_of(path))
        for path, each in stack.properties("AWS::SES::ConfigurationSetEventDestination")
        if {"bounce", "complaint", "send"} <= set(each["EventDestination"]["MatchingEventTypes"])
        and each["EventDestination"].get("Enabled") is True
        and stack.meant(each["EventDestination"].get("SnsDestination", {}).get("TopicARN", ""), scope_of(path))
        in topics
    }
    for path, each in stack.properties("AWS::SES::ConfigurationSet"):
        if path not in told or len(each.get("SuppressionOptions", {}).get("SuppressedReasons", ())) != 2:
            yield f"{path} does not hear of bounces, or sends again"


def doors_are_the_known_ones(stack: Stack) -> Iterator[str]:
    """Every route is on the list, reaches a function, and only its own path may call that function."""
    routes = {each["RouteKey"]: each for _, each in stack.properties(ROUTE)}
    yield from (f"{route} is a new door, or a lost one" for route in set(routes) ^ PUBLIC_ROUTES)
    integrations = dict(stack.properties(INTEGRATION))
    for key, route in routes.items():
        integration = integrations.get(stack.meant(route["Target"]).removeprefix("integrations/"), {})
        function = stack.meant(integration.get("IntegrationUri", "")).removesuffix(".Arn")
        if integration.get("PayloadFormatVersion") != "2.0" or not _may_be_called(stack, function, key):
            yield f"{key} does not reach its function"


def the_door_is_narrow(stack: Stack) -> Iterator[str]:
    """Bounds on how much comes in; a log that knows neither callers nor the secrets in paths."""
    logs = {f"{path}.Arn" for path, _ in stack.properties("AWS::Logs::LogGroup")}
    for path, stage in stack.properties("AWS::ApiGatewayV2::Stage"):
        bounds = stage.get("DefaultRouteSettings", {})
        if not 0 < bounds.get("ThrottlingRateLimit", 0) <= 1000 or not bounds.get("ThrottlingBurstLimit"):
            yield f"{path} has no bounds"
        if stage.get("AutoDeploy") is not True or stage.get("StageName") != "$default":
            yield f"{path} is not what people reach"
        words = stage.get("AccessLogSettings", {}).get("Format", "")
        if stack.meant(stage.get("AccessLogSettings", {}).get("DestinationArn", ""), scope_of(path)) not in logs:
            yield f"{path} logs nowhere"
        if not words or any(one in words for one in TELLTALE) or not json.loads(words):
            yield f"{path} keeps no log, or too much of one"
    for path, api in stack.properties("AWS::ApiGatewayV2::Api"):
        if "*" in str(api.get("CorsConfiguration", "")):
            yield f"{path} lets any site call it"


def _may_be_called(stack: Stack, function: str, key: str) -> bool:
    pattern = key.partition(" ")[2].replace("{place}", "*").replace("{token}", "*").replace("{source}/{key}", "*")
    called: list[dict[str, Any]] = [
        each
        for _, each in stack.properties("AWS::Lambda::Permission")
        if stack.meant(each["FunctionName"]) == function and each["Principal"] == "apigateway.amazonaws.com"
    ]
    known = function in dict(stack.properties(FUNCTION))
    return known and any(stack.meant(each.get("SourceArn", "")).endswith(f"/*/*{pattern}") for each in called)


RULES = (
    state_outlives_its_stack,
    tables_are_safe,
    stored_mail_is_safe,
    secrets_are_made_not_written,
    mail_that_bounced_is_not_sent_again,
    doors_are_the_known_ones,
    the_door_is_narrow,
)
