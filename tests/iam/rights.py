"""The rights of every function, read from the stack as it is deployed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from iam.stand import Stand

# On AWS, SES asks for SendEmail and SendRawEmail on the sender's identity and on the configuration set; the local AWS
# asks for the first alone, and can check it only against everything.
UNPROVEN = {("send_letter", "ses:SendEmail"), ("send_digest", "ses:SendEmail"), ("send_digest", "ses:SendBulkEmail")}
OF_THE_ACCOUNT = {("send_digest", "ses:GetAccount")}  # a question that no resource can be named for
LAMBDAS_OWN = (
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
)


@dataclass(frozen=True, order=True)
class Right:
    """One action on one resource."""

    action: str
    resource: str

    def __str__(self) -> str:
        return f"{self.action} on {':'.join(self.resource.split(':')[5:]) or self.resource}"


@dataclass(frozen=True)
class Role:
    """What a function runs as: its one policy, as deployed."""

    folder: str
    name: str
    policy: str
    document: dict[str, Any]

    @property
    def rights(self) -> list[Right]:
        """Every action with every resource."""
        return sorted(
            Right(action, resource)
            for statement in self.document["Statement"]
            for action in several(statement["Action"])
            for resource in several(statement["Resource"])
        )

    def without(self, *gone: Right) -> dict[str, Any]:
        """The policy as it is, lacking some rights."""
        kept = [
            {"Effect": "Allow", "Action": right.action, "Resource": right.resource}
            for right in self.rights
            if right not in gone
        ]
        return {"Version": "2012-10-17", "Statement": kept}

    def having(self, more: Right) -> "Role":
        """The role with one right more."""
        added = {"Effect": "Allow", "Action": more.action, "Resource": more.resource}
        return replace(self, document={**self.document, "Statement": [*self.document["Statement"], added]})


def several(value: Any) -> list[Any]:
    """What may be written as one or as a list, as a list."""
    return value if isinstance(value, list) else [value]


def roles(stand: Stand) -> dict[str, Role]:
    """The role of each deployed function, by the function's folder; a role with more than one policy is an error."""
    found = stand.lambdas.get_paginator("list_functions").paginate().search("Functions[]")
    return {role.folder: role for role in (_role(stand, one) for one in found)}


def _role(stand: Stand, function: dict[str, Any]) -> Role:
    name = function["Role"].rpartition("/")[2]
    [policy] = stand.iam.list_role_policies(RoleName=name)["PolicyNames"]
    assert not stand.iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"], name
    document = stand.iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
    assert all(one["Effect"] == "Allow" and "Condition" not in one for one in document["Statement"]), name
    return Role(function["FunctionName"].removeprefix(f"{stand.stack.name}-"), name, policy, document)


@contextmanager
def replaced(stand: Stand, role: Role, document: dict[str, Any]) -> Iterator[None]:
    """Let a role have another policy for a while."""
    give(stand, role, document)
    try:
        yield
    finally:
        give(stand, role, role.document)


def give(stand: Stand, role: Role, document: dict[str, Any]) -> None:
    """Put a policy in force."""
    stand.iam.put_role_policy(RoleName=role.name, PolicyName=role.policy, PolicyDocument=json.dumps(document))


@dataclass(frozen=True)
class ClockRole:
    """What a schedule runs as: the function that it starts, and where goes what could not start."""

    role: str
    function: str
    end: str
    rights: tuple[Right, ...]


def clocks(stand: Stand) -> list[ClockRole]:
    """The role of each schedule."""
    scheduler = stand.stack.client("scheduler")
    found = scheduler.list_schedules()["Schedules"]
    targets = [scheduler.get_schedule(Name=one["Name"])["Target"] for one in found]
    return [_clock(stand, target) for target in targets]


def _clock(stand: Stand, target: dict[str, Any]) -> ClockRole:
    name = target["RoleArn"].rpartition("/")[2]
    policies = stand.iam.list_role_policies(RoleName=name)["PolicyNames"]
    documents = [stand.iam.get_role_policy(RoleName=name, PolicyName=one)["PolicyDocument"] for one in policies]
    rights = [right for one in documents for right in Role("", name, "", one).rights]
    return ClockRole(name, target["Arn"], target["DeadLetterConfig"]["Arn"], tuple(rights))


def stack_roles(stand: Stand) -> set[str]:
    """Every role that there is."""
    return set(stand.iam.get_paginator("list_roles").paginate().search("Roles[].RoleName"))
