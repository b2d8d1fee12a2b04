"""How mail comes in: looked at, stored once, by SES alone, told by a queue; each rule yields what is wrong."""

from collections.abc import Iterator
from typing import Any

from infra.stack import Stack, listed, scope_of

RECEIPT_RULE, RULE_SET = "AWS::SES::ReceiptRule", "AWS::SES::ReceiptRuleSet"
BUCKET, BUCKET_POLICY, ALARM = "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::CloudWatch::Alarm"
STORES = {"BucketName": "Data/MailBucket", "ObjectKeyPrefix": "inbound/"}
SES_ARN = "arn:AWS::Partition:ses:AWS::Region:AWS::AccountId"
FAILURES = {"PublishFailure", "PublishExpired"}


def mail_that_comes_in_is_looked_at(stack: Stack) -> Iterator[str]:
    """By SES, for viruses and forged senders; ours alone; from old servers too, which know no TLS."""
    for path, properties in stack.properties(RECEIPT_RULE):
        rule = properties.get("Rule", {})
        recipients = [stack.meant(one, scope_of(path)) for one in rule.get("Recipients", ())]
        if (rule.get("Enabled"), rule.get("ScanEnabled")) != (True, True):
            yield f"{path} takes in mail unseen, or none"
        if recipients != ["InboundDomain"]:
            yield f"{path} takes in the mail of others"
        if rule.get("TlsPolicy") != "Optional":
            yield f"{path} bounces people whose server knows no TLS"


def mail_is_stored_once(stack: Stack) -> Iterator[str]:
    """As it came, with no key of SES's own; then nothing else is done with it."""
    rules = list(stack.properties(RECEIPT_RULE))
    if len(rules) != 1:
        yield f"{len(rules)} rules take in the same mail"
    for path, properties in rules:
        actions = properties.get("Rule", {}).get("Actions", ())
        if [list(one) for one in actions] != [["S3Action"], ["StopAction"]]:
            yield f"{path} does not store and then stop"
        for one in (action["S3Action"] for action in actions if "S3Action" in action):
            if {name: stack.meant(value, scope_of(path)) for name, value in one.items()} != STORES:
                yield f"{path} stores mail elsewhere, or in a way that we can't read"


def the_rule_stands_in_the_active_set(stack: Stack) -> Iterator[str]:
    """In the set that the account has active, else in one of our own, which is made only then."""
    for path, properties in stack.properties(RECEIPT_RULE):
        scope, where = scope_of(path), properties.get("RuleSetName", {})
        condition, own, shared = where.get("Fn::If", ("", "", "")) if isinstance(where, dict) else ("", "", "")
        made = stack.resources.get(stack.meant(own, scope), {})
        named = stack.meant(made.get("Properties", {}).get("RuleSetName", ""), scope)
        if condition != "HasOwnRuleSet" or shared != {"Ref": "RuleSet"} or named != stack.meant(shared, scope):
            yield f"{path} can't join the active set"
        if "After" not in properties:
            yield f"{path} can't come after another rule"
    for path, _ in stack.properties(RULE_SET):
        if stack.resources[path].get("Condition") != "HasOwnRuleSet":
            yield f"{path} is made beside the active set"


def the_policy_stands_before_the_rule(stack: Stack) -> Iterator[str]:
    """SES stores a test when the rule is made: the bucket's name comes from a stack that is whole by then."""
    policies = {scope_of(path) for path, _ in stack.properties(BUCKET_POLICY)}
    for path, properties in stack.properties(RECEIPT_RULE):
        actions = [one.get("S3Action", {}) for one in properties.get("Rule", {}).get("Actions", ())]
        told = {scope_of(stack.meant(one["BucketName"], scope_of(path))) for one in actions if "BucketName" in one}
        if not told or not told <= policies - {scope_of(path)}:
            yield f"{path} may be made before SES may store"


def mail_is_stored_by_ses_alone(stack: Stack) -> Iterator[str]:
    """For our own receipt rule, under inbound/; and nobody reads or writes in the clear."""
    for path, properties in stack.properties(BUCKET_POLICY):
        found = [_as_deployed(one) for one in properties["PolicyDocument"]["Statement"]]
        bucket = stack.meant(properties["Bucket"], scope_of(path))
        allowed = [one for one in found if one.get("Effect") == "Allow"]
        denied = [one for one in found if one.get("Effect") == "Deny"]
        if len(allowed) + len(denied) != len(found) or not all(_is_ses(stack, one, scope_of(path)) for one in allowed):
            yield f"{path} lets others in than SES"
        if not any(_denies_clear_text(stack, one, scope_of(path), bucket) for one in denied):
            yield f"{path} lets mail be read in the clear"


def only_stored_mail_is_told(stack: Stack) -> Iterator[str]:
    """Mail and exports are told to queues of their own, so that a bad one delays nobody; nothing else is told."""
    told_of = {"Data/MailQueue.Arn": "inbound/", "Data/ImportQueue.Arn": "surveys/"}
    rules = {queue: {"S3Key": {"Rules": [{"Name": "prefix", "Value": room}]}} for queue, room in told_of.items()}
    for path, bucket in stack.properties(BUCKET):
        told = bucket.get("NotificationConfiguration", {})
        if path != STORES["BucketName"] and not told:
            continue
        found = told.get("QueueConfigurations", [])
        queues = {stack.meant(one.get("Queue", ""), scope_of(path)): one.get("Filter") for one in found}
        created = all(one.get("Event") == "s3:ObjectCreated:*" for one in found)
        if list(told) != ["QueueConfigurations"] or len(found) != len(rules) or queues != rules or not created:
            yield f"{path} does not tell of what was stored by a queue, or tells of more"


def failing_to_store_is_heard(stack: Stack) -> Iterator[str]:
    """That SES could not store a mail, and that it gave up, at once and of our rule alone."""
    for path, properties in stack.properties(RECEIPT_RULE):
        ours = [{"Name": "RuleName", "Value": stack.meant(properties.get("Rule", {}).get("Name", ""), scope_of(path))}]
        heard = {
            one.get("MetricName")
            for alarm, one in stack.properties(ALARM)
            if one.get("Namespace") == "AWS/SES" and _dimensions(stack, alarm, one) == ours and _is_at_once(one)
        }
        yield from (f"nobody hears of {failure} of {path}" for failure in sorted(FAILURES - heard))


def _dimensions(stack: Stack, path: str, alarm: dict[str, Any]) -> list[dict[str, str]]:
    told = alarm.get("Dimensions", ())
    return [{"Name": one["Name"], "Value": stack.meant(one["Value"], scope_of(path))} for one in told]


def _is_at_once(alarm: dict[str, Any]) -> bool:
    compared = (alarm.get("Statistic"), alarm.get("ComparisonOperator"), alarm.get("Threshold"))
    return compared == ("Sum", "GreaterThanThreshold", 0) and alarm.get("TreatMissingData") == "notBreaching"


def _is_ses(stack: Stack, one: dict[str, Any], scope: str) -> bool:
    conditions = one.get("Condition", {})
    tested = {name: stack.meant(value, scope) for name, value in conditions.get("StringEquals", {}).items()}
    return (
        one.get("Principal") == {"Service": "ses.amazonaws.com"}
        and one.get("Action") == "s3:PutObject"
        and stack.meant(one.get("Resource", ""), scope) == f"{scope}MailBucket.Arn/inbound/*"
        and list(conditions) == ["StringEquals"]
        and tested == {"aws:SourceAccount": "AWS::AccountId", "aws:SourceArn": _arn_of_our_rule(stack)}
    )


def _arn_of_our_rule(stack: Stack) -> str:
    """Give the ARN of the one receipt rule, in whichever set it stands."""
    [(path, properties)] = stack.properties(RECEIPT_RULE)
    rule_set = stack.meant({"Ref": "RuleSet"}, scope_of(path))
    rule = stack.meant(properties["Rule"]["Name"], scope_of(path))
    return f"{SES_ARN}:receipt-rule-set/{rule_set}:receipt-rule/{rule}"


def _denies_clear_text(stack: Stack, one: dict[str, Any], scope: str, bucket: str) -> bool:
    resources = {stack.meant(each, scope) for each in listed(one.get("Resource", []))}
    return (
        (one.get("Principal"), one.get("Action")) == ("*", "s3:*")
        and resources == {f"{bucket}.Arn", f"{bucket}.Arn/*"}
        and one.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}}
    )


def _as_deployed(statement: dict[str, Any]) -> dict[str, Any]:
    branches = statement.get("Fn::If")
    return branches[1] if branches and branches[0] == "IsDeployed" else statement


RULES = (
    mail_that_comes_in_is_looked_at,
    mail_is_stored_once,
    the_rule_stands_in_the_active_set,
    the_policy_stands_before_the_rule,
    mail_is_stored_by_ses_alone,
    only_stored_mail_is_told,
    failing_to_store_is_heard,
)
