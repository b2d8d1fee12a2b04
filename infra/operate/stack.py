"""Which stack a command works on, and how it reaches it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import click

from operate.local.checkout import find_checkout
from operate.local.state import State, read_state

Command = TypeVar("Command", bound=Callable[..., Any])

NONE_FOUND = (
    "no stack: start the local one with `throughline up`, or name one on AWS with --stack (and --region, --profile)"
)


@dataclass(frozen=True)
class Stack:
    """A deployed Throughline, here or on AWS, with what its template gave out."""

    name: str
    outputs: dict[str, str]
    region: str
    local: bool
    profile: str | None = None
    state: State | None = field(default=None, repr=False)

    def client(self, service: str, **settings: Any) -> Any:
        """Make a boto3 client for a service of this stack; further settings go to botocore's Config."""
        return self.session().client(service, endpoint_url=self.endpoint(service), config=config(settings))

    def session(self) -> Any:
        """Make a boto3 session with this stack's credentials."""
        import boto3  # half a second that commands without AWS calls need not wait

        if self.state is None:
            return boto3.Session(region_name=self.region, profile_name=self.profile)
        return boto3.Session(
            aws_access_key_id=self.state.access_key,
            aws_secret_access_key=self.state.secret_key,
            region_name=self.region,
        )

    def endpoint(self, service: str) -> str | None:
        """Give the address for a service's calls, or none for AWS's own."""
        if self.state is None:
            return None
        return self.state.mail_endpoint if service == "sesv2" else self.state.aws_endpoint


def config(settings: dict[str, Any]) -> Any:
    """Make botocore's Config; checksums only where AWS demands them, as they double an upload's time."""
    from botocore.config import Config

    return Config(
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        **settings,
    )


def find_stack(stack: str | None = None, region: str | None = None, profile: str | None = None) -> Stack:
    """Find the stack named, else the local one; wrong use when there is neither."""
    if stack:
        return deployed_stack(stack, region, profile)
    state = read_state(find_checkout())
    if state is None or region or profile:
        raise click.UsageError(NONE_FOUND)
    return local_stack(state)


def local_stack(state: State) -> Stack:
    """Give the running local stack."""
    return Stack(name=state.stack, outputs=state.outputs, region=state.region, local=True, state=state)


def deployed_stack(name: str, region: str | None, profile: str | None) -> Stack:
    """Look a stack up on AWS."""
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        session = boto3.Session(region_name=region, profile_name=profile)
        found = session.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
    except (BotoCoreError, ClientError) as error:
        raise click.UsageError(f"stack {name!r} cannot be read: {error}") from error
    outputs = {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}
    return Stack(name=name, outputs=outputs, region=session.region_name, local=False, profile=profile)


def stack_options(command: Command) -> Command:
    """Give a command --stack, --region and --profile."""
    command = click.option("--profile", help="AWS profile to use with --stack.")(command)
    command = click.option("--region", help="AWS region of --stack.")(command)
    return click.option("--stack", help="Name of a stack on AWS; else the local one.")(command)
