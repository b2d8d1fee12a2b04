"""Mistakes with mail that comes in: unseen, lost, stored twice, by others, or told to the wrong one."""

from infra import inbound_rules
from infra.mistake import Mistake, Properties, having, statement, without

ANY_SET = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:receipt-rule-set/*:receipt-rule/*"
KEY = "arn:aws:kms:eu-west-1:123456789012:key/1"


def tested(policy: Properties) -> Properties:
    """What SES is asked for before it may store."""
    found: Properties = statement(policy, 0)["Condition"]["StringEquals"]
    return found


def actions(rule: Properties) -> list[Properties]:
    """What the receipt rule does with a mail."""
    found: list[Properties] = rule["Rule"]["Actions"]
    return found


def straight(bucket: Properties) -> None:
    """Leave the queue out."""
    told = bucket["NotificationConfiguration"]["QueueConfigurations"].pop(0)
    told["Function"] = told.pop("Queue")
    bucket["NotificationConfiguration"]["LambdaConfigurations"] = [told]


MISTAKES = {
    "mail is read in the clear": Mistake(
        "Data/MailBucketPolicy",
        lambda p: p["PolicyDocument"]["Statement"].pop(),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "anybody may store mail": Mistake(
        "Data/MailBucketPolicy",
        lambda p: statement(p, 0).update(Principal="*"),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "SES may store for whomever": Mistake(
        "Data/MailBucketPolicy", lambda p: statement(p, 0).pop("Condition"), inbound_rules.mail_is_stored_by_ses_alone
    ),
    "any account's SES may store mail": Mistake(
        "Data/MailBucketPolicy",
        lambda p: tested(p).pop("aws:SourceAccount"),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "any rule of SES may store mail": Mistake(
        "Data/MailBucketPolicy", lambda p: tested(p).pop("aws:SourceArn"), inbound_rules.mail_is_stored_by_ses_alone
    ),
    "any rule of any set may store mail": Mistake(
        "Data/MailBucketPolicy",
        lambda p: tested(p).update({"aws:SourceArn": {"Fn::Sub": ANY_SET}}),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "the rule may not store": Mistake(
        "Mail/InboundRule", lambda p: p["Rule"].update(Name="store"), inbound_rules.mail_is_stored_by_ses_alone
    ),
    "SES may store anywhere": Mistake(
        "Data/MailBucketPolicy",
        lambda p: statement(p, 0).update(Resource={"Fn::Sub": "${MailBucket.Arn}/*"}),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "objects are read in the clear": Mistake(
        "Data/MailBucketPolicy",
        lambda p: statement(p, 1)["Fn::If"][1]["Resource"].pop(),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "mail in the clear is welcome": Mistake(
        "Data/MailBucketPolicy",
        lambda p: statement(p, 1)["Fn::If"][1].update(Effect="Allow"),
        inbound_rules.mail_is_stored_by_ses_alone,
    ),
    "stored mail wakes nobody": Mistake(
        "Data/MailBucket", without("NotificationConfiguration"), inbound_rules.only_stored_mail_is_told
    ),
    "anything stored wakes the reader of mail": Mistake(
        "Data/MailBucket",
        lambda p: p["NotificationConfiguration"]["QueueConfigurations"][0].pop("Filter"),
        inbound_rules.only_stored_mail_is_told,
    ),
    "stored mail is told to those who count exports": Mistake(
        "Data/MailBucket",
        lambda p: p["NotificationConfiguration"]["QueueConfigurations"][1].update(Queue={"Ref": "MailQueue"}),
        inbound_rules.only_stored_mail_is_told,
    ),
    "stored mail wakes its reader with no queue between": Mistake(
        "Data/MailBucket", straight, inbound_rules.only_stored_mail_is_told
    ),
    "stored mail is told to the account's bus too": Mistake(
        "Data/MailBucket",
        lambda p: p["NotificationConfiguration"].update(EventBridgeConfiguration={"EventBridgeEnabled": True}),
        inbound_rules.only_stored_mail_is_told,
    ),
    "mail comes in unseen": Mistake(
        "Mail/InboundRule", lambda p: p["Rule"].update(ScanEnabled=False), inbound_rules.mail_that_comes_in_is_looked_at
    ),
    "mail comes in unseen because nobody said": Mistake(
        "Mail/InboundRule", lambda p: p["Rule"].pop("ScanEnabled"), inbound_rules.mail_that_comes_in_is_looked_at
    ),
    "no mail comes in": Mistake(
        "Mail/InboundRule", lambda p: p["Rule"].pop("Enabled"), inbound_rules.mail_that_comes_in_is_looked_at
    ),
    "mail comes in for everybody": Mistake(
        "Mail/InboundRule", lambda p: p["Rule"].pop("Recipients"), inbound_rules.mail_that_comes_in_is_looked_at
    ),
    "old servers are turned away": Mistake(
        "Mail/InboundRule",
        lambda p: p["Rule"].update(TlsPolicy="Require"),
        inbound_rules.mail_that_comes_in_is_looked_at,
    ),
    "mail comes in elsewhere": Mistake(
        "Mail/InboundRule",
        lambda p: actions(p)[0]["S3Action"].pop("ObjectKeyPrefix"),
        inbound_rules.mail_is_stored_once,
    ),
    "mail is encrypted by SES, and nobody can read it": Mistake(
        "Mail/InboundRule",
        lambda p: actions(p)[0]["S3Action"].update(KmsKeyArn=KEY),
        inbound_rules.mail_is_stored_once,
    ),
    "mail is stored twice": Mistake(
        "Mail/InboundRule", lambda p: actions(p).insert(0, actions(p)[0]), inbound_rules.mail_is_stored_once
    ),
    "a later rule bounces what was stored": Mistake(
        "Mail/InboundRule", lambda p: actions(p).pop(), inbound_rules.mail_is_stored_once
    ),
    "a mail is stopped before it is stored": Mistake(
        "Mail/InboundRule", lambda p: actions(p).reverse(), inbound_rules.mail_is_stored_once
    ),
    "the rule is always in a set of its own": Mistake(
        "Mail/InboundRule",
        having(RuleSetName={"Ref": "InboundRules"}),
        inbound_rules.the_rule_stands_in_the_active_set,
    ),
    "the rule can't come after another": Mistake(
        "Mail/InboundRule", without("After"), inbound_rules.the_rule_stands_in_the_active_set
    ),
    "a set is made beside the active one": Mistake(
        "Mail/InboundRules",
        having(Condition="ReceivesMail"),
        inbound_rules.the_rule_stands_in_the_active_set,
        whole=True,
    ),
    "the stack's own set has a name that the policy does not know": Mistake(
        "Mail/InboundRules", having(RuleSetName="inbound"), inbound_rules.the_rule_stands_in_the_active_set
    ),
    "the rule is made while SES may not store yet": Mistake(
        "Mail/InboundRule",
        lambda p: actions(p)[0]["S3Action"].update(BucketName={"Fn::Sub": "${Line}-mail"}),
        inbound_rules.the_policy_stands_before_the_rule,
    ),
    "nobody hears that mail could not be stored": Mistake(
        "Watch/MailLate", having(MetricName="Received"), inbound_rules.failing_to_store_is_heard
    ),
    "nobody hears that mail was lost": Mistake(
        "Watch/MailLost", having(Dimensions=[]), inbound_rules.failing_to_store_is_heard
    ),
    "failures of somebody else's rule are heard": Mistake(
        "Watch/MailLost",
        having(Dimensions=[{"Name": "RuleName", "Value": "store"}]),
        inbound_rules.failing_to_store_is_heard,
    ),
    "one lost mail is too few to hear of": Mistake(
        "Watch/MailLost", having(Threshold=10), inbound_rules.failing_to_store_is_heard
    ),
    "that nobody wrote is an alarm": Mistake(
        "Watch/MailLate", having(TreatMissingData="breaching"), inbound_rules.failing_to_store_is_heard
    ),
}
