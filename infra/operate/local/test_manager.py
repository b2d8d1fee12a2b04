"""A manager of the local stack, whose password `status` shows."""

import json

from operate.managers import ManagerPool
from operate.stack import Stack
from throughline.domain.seal import derived

EMAIL = "manager@throughline.test"


def add_test_manager(stack: Stack) -> None:
    """Let one in who has a password already."""
    ManagerPool(stack).add(EMAIL, told_manager(stack)["password"])


def told_manager(stack: Stack) -> dict[str, str]:
    """Address and password; the password grows from the stack's secret, so that it stands nowhere else."""
    found = stack.client("secretsmanager").get_secret_value(SecretId=stack.outputs["SecretId"])
    root = json.loads(found["SecretString"])["root"].encode()
    return {"email": EMAIL, "password": derived(root, "test manager").hex()[:24]}
