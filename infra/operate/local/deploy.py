"""Putting the built template on the local AWS by plain CloudFormation calls."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from operate.local.package import Package

PATIENCE_SECONDS = 120.0
UNDER_WAY = ("CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS", "ROLLBACK_IN_PROGRESS")
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]

NEEDED_OUTPUTS = ("ApiId", "MailBucket")


class DeployFailedError(Exception):
    """The stack could not be made; the message names each resource and its reason."""


def upload(s3: Any, package: Package) -> None:
    """Put code and child templates where the root template says they are."""
    s3.create_bucket(Bucket=package.bucket)
    with ThreadPoolExecutor(4) as pool:
        jobs = [
            pool.submit(s3.put_object, Bucket=package.bucket, Key=key, Body=path.read_bytes())
            for key, path in package.files.items()
        ]
        jobs += [
            pool.submit(s3.put_object, Bucket=package.bucket, Key=key, Body=text.encode())
            for key, text in package.texts.items()
        ]
        for job in jobs:
            job.result()


def create_stack(cloudformation: Any, name: str, package: Package, parameters: Mapping[str, str]) -> dict[str, str]:
    """Make the stack and give its outputs."""
    url = f"https://s3.{package.region}.amazonaws.com/{package.bucket}/root.json"
    cloudformation.create_stack(
        StackName=name,
        TemplateURL=url,
        Parameters=[
            {"ParameterKey": key, "ParameterValue": value}
            for key, value in parameters.items()
            if key in package.parameters
        ],
        Capabilities=CAPABILITIES,
    )
    stack = wait_for(cloudformation, name)
    if stack["StackStatus"] != "CREATE_COMPLETE":
        raise DeployFailedError(f"the stack {name} was not made:\n{failures(cloudformation, name)}")
    outputs = {each["OutputKey"]: each["OutputValue"] for each in stack.get("Outputs", [])}
    if missing := [key for key in NEEDED_OUTPUTS if key not in outputs]:
        raise DeployFailedError(f"the template gives no output {', '.join(missing)}, which the local AWS needs")
    return outputs


def wait_for(cloudformation: Any, name: str) -> dict[str, Any]:
    """Give the stack's description once CloudFormation is done with it."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        stack: dict[str, Any] = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        if stack["StackStatus"] not in UNDER_WAY:
            return stack
        time.sleep(0.1)
    raise DeployFailedError(f"the stack {name} was still under way after {PATIENCE_SECONDS:.0f} s")


def failures(cloudformation: Any, name: str) -> str:
    """Name each resource that failed, with its reason; a nested stack's own resources come before it."""
    told: list[str] = []
    for each in reversed(cloudformation.describe_stack_events(StackName=name)["StackEvents"]):
        if not each["ResourceStatus"].endswith("FAILED"):
            continue
        if each["ResourceType"] == "AWS::CloudFormation::Stack":
            told += [failures(cloudformation, child) for child in children(cloudformation, name, each)]
        reason = each.get("ResourceStatusReason", "no reason was given")
        told.append(f"  {each['LogicalResourceId']} ({each['ResourceType']}): {reason}")
    return "\n".join(dict.fromkeys(told))


def children(cloudformation: Any, name: str, event: dict[str, Any]) -> list[str]:
    """Give the nested stack behind a failure; a failed one is known by its name alone."""
    begins = f"{name}-{event['LogicalResourceId']}-"
    stacks = cloudformation.describe_stacks()["Stacks"]
    return [each["StackName"] for each in stacks if each["StackName"].startswith(begins)]
