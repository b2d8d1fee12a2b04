"""Every AWS call that the functions make; the artifact knows how to make these and no others.

A test holds this list and the permissions in template.yaml together.
"""

CALLS: dict[str, tuple[str, ...]] = {
    "bedrock-runtime": ("Converse",),
    "dynamodb": (
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactWriteItems",
        "UpdateItem",
    ),
    "events": ("PutEvents",),
    "s3": ("DeleteObject", "GetObject", "PutObject"),
    "secretsmanager": ("GetSecretValue",),
    "sesv2": ("GetAccount", "SendBulkEmail", "SendEmail"),
    "sqs": ("SendMessageBatch",),
    "translate": ("TranslateText",),
}
