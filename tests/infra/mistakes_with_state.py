"""Mistakes with what we keep, with mail, and at the doors."""

from infra import function_rules, state_rules
from infra.mistake import Change, Mistake, having, without


def logging(what: str) -> Change:
    """Let the access log say more."""
    return lambda properties: properties["AccessLogSettings"].update(Format=f'{{"a": "$context.{what}"}}')


MISTAKES = {
    "the ledger can't go back in time": Mistake(
        "Data/Ledger", without("PointInTimeRecoverySpecification"), state_rules.tables_are_safe
    ),
    "the ledger is in the clear": Mistake(
        "Data/Ledger", having(SSESpecification={"SSEEnabled": False}), state_rules.tables_are_safe
    ),
    "the ledger never forgets": Mistake("Data/Ledger", without("TimeToLiveSpecification"), state_rules.tables_are_safe),
    "the ledger may be deleted by hand": Mistake(
        "Data/Ledger", without("DeletionProtectionEnabled"), state_rules.tables_are_safe
    ),
    "the ledger runs out of capacity": Mistake(
        "Data/Ledger", having(BillingMode="PROVISIONED"), state_rules.tables_are_safe
    ),
    "the ledger tells nobody": Mistake("Data/Ledger", without("StreamSpecification"), state_rules.tables_are_safe),
    "mail becomes public": Mistake(
        "Data/MailBucket",
        lambda p: p["PublicAccessBlockConfiguration"].update(BlockPublicPolicy=False),
        state_rules.stored_mail_is_safe,
    ),
    "mail is kept for ever": Mistake(
        "Data/MailBucket", without("LifecycleConfiguration"), state_rules.stored_mail_is_safe
    ),
    "mail is kept in the clear": Mistake(
        "Data/MailBucket", without("BucketEncryption"), state_rules.stored_mail_is_safe
    ),
    "the secret is typed in": Mistake(
        "Data/Secret", having(SecretString="hunter2"), state_rules.secrets_are_made_not_written
    ),
    "the secret is short": Mistake(
        "Data/Secret",
        lambda p: p["GenerateSecretString"].update(PasswordLength=8),
        state_rules.secrets_are_made_not_written,
    ),
    "mail that bounced is sent again": Mistake(
        "Mail/CaseMail", without("SuppressionOptions"), state_rules.mail_that_bounced_is_not_sent_again
    ),
    "nobody hears of bounces": Mistake(
        "Mail/DigestMailEvents",
        lambda p: p["EventDestination"].update(MatchingEventTypes=["send"]),
        state_rules.mail_that_bounced_is_not_sent_again,
    ),
    "the door has no bounds": Mistake("Api/Stage", without("DefaultRouteSettings"), state_rules.the_door_is_narrow),
    "the log knows who wrote": Mistake("Api/Stage", logging("identity.sourceIp"), state_rules.the_door_is_narrow),
    "the log knows secret links": Mistake("Api/Stage", logging("path"), state_rules.the_door_is_narrow),
    "any site may call": Mistake(
        "Api/Api", having(CorsConfiguration={"AllowOrigins": ["*"]}), state_rules.the_door_is_narrow
    ),
    "a door nobody knows of": Mistake(
        "MapPageGet", having(RouteKey="DELETE /map/{token}"), state_rules.doors_are_the_known_ones
    ),
    "a door that goes nowhere": Mistake(
        "MapPageIntegration", having(IntegrationUri="arn:aws:lambda:nowhere"), state_rules.doors_are_the_known_ones
    ),
    "any path may call a function": Mistake(
        "DeskPagePermission",
        having(SourceArn={"Fn::Sub": "${Api.Outputs.ExecutionArn}/*"}),
        state_rules.doors_are_the_known_ones,
    ),
    "the old kind of event": Mistake(
        "MapPageIntegration", having(PayloadFormatVersion="1.0"), state_rules.doors_are_the_known_ones
    ),
    "the ledger's past is switched off": Mistake(
        "Data/Ledger",
        having(PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": False}),
        state_rules.tables_are_safe,
    ),
    "the atlas may be deleted by hand": Mistake(
        "Data/Atlas", having(DeletionProtectionEnabled=False), state_rules.tables_are_safe
    ),
    "the ledger goes with its stack": Mistake(
        "Data/Ledger", having(DeletionPolicy="Delete"), state_rules.state_outlives_its_stack, whole=True
    ),
    "the atlas goes with its stack": Mistake(
        "Data/Atlas", without("DeletionPolicy"), state_rules.state_outlives_its_stack, whole=True
    ),
    "stored mail goes with its stack": Mistake(
        "Data/MailBucket", having(DeletionPolicy="Delete"), state_rules.state_outlives_its_stack, whole=True
    ),
    "the secret goes with its stack": Mistake(
        "Data/Secret", having(UpdateReplacePolicy="Delete"), state_rules.state_outlives_its_stack, whole=True
    ),
    "mail has an owner elsewhere": Mistake(
        "Data/MailBucket", without("OwnershipControls"), state_rules.stored_mail_is_safe
    ),
    "mail is kept because forgetting is switched off": Mistake(
        "Data/MailBucket",
        lambda p: p["LifecycleConfiguration"]["Rules"][0].update(Status="Disabled"),
        state_rules.stored_mail_is_safe,
    ),
    "the secret lacks what is read from it": Mistake(
        "Data/Secret",
        lambda p: p["GenerateSecretString"].update(GenerateStringKey="key"),
        state_rules.secrets_are_made_not_written,
    ),
    "bounces are told to nobody": Mistake(
        "Mail/CaseMailEvents",
        lambda p: p["EventDestination"].pop("SnsDestination"),
        state_rules.mail_that_bounced_is_not_sent_again,
    ),
    "telling of bounces is switched off": Mistake(
        "Mail/DigestMailEvents",
        lambda p: p["EventDestination"].update(Enabled=False),
        state_rules.mail_that_bounced_is_not_sent_again,
    ),
    "complaints are not kept": Mistake(
        "Mail/DigestMail",
        lambda p: p["SuppressionOptions"]["SuppressedReasons"].pop(),
        state_rules.mail_that_bounced_is_not_sent_again,
    ),
    "the door logs nothing": Mistake(
        "Api/Stage", lambda p: p["AccessLogSettings"].pop("DestinationArn"), state_rules.the_door_is_narrow
    ),
    "the door lets everything through at once": Mistake(
        "Api/Stage",
        lambda p: p["DefaultRouteSettings"].update(ThrottlingRateLimit=100_000),
        state_rules.the_door_is_narrow,
    ),
    "the door stays as it was": Mistake("Api/Stage", having(AutoDeploy=False), state_rules.the_door_is_narrow),
    "a door is lost": Mistake(
        "ReceiptPagePost", having(RouteKey="POST /receipts"), state_rules.doors_are_the_known_ones
    ),
    "the access log never forgets": Mistake(
        "Api/AccessLog", without("RetentionInDays"), function_rules.logs_are_its_own_and_end
    ),
}
