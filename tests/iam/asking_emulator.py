"""Starts the local AWS with more questions: it notes each decision about a role, and asks where only AWS does.

On AWS, Lambda reads a queue or a stream, writes a log and hands over what failed with the function's own role, and
S3 says that an object is missing only to whoever may list its bucket. MiniStack does both without asking; here it
asks, by its own judge of policies, for what AWS documents as needed.

Runs on MiniStack's own interpreter: standard library and ministack only.
"""

import json
import os
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

EMULATOR = Path(__file__).parents[2] / "infra" / "operate" / "local" / "emulator.py"
NOTES = Path(os.environ.get("HOME", "."), "decisions.jsonl")
READS = {
    "sqs": ("sqs:ReceiveMessage", "sqs:GetQueueAttributes"),
    "dynamodb": (
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
    ),
}
WRITES_A_LOG = ("logs:CreateLogStream", "logs:PutLogEvents")
ONE_AT_A_TIME = threading.Lock()


def note(role: str, action: str, resource: str, *, allowed: bool) -> None:
    """Write one decision down."""
    decision = {"role": role, "action": action, "resource": resource, "allowed": allowed}
    with ONE_AT_A_TIME, NOTES.open("a", encoding="utf-8") as notes:
        notes.write(json.dumps(decision) + "\n")


def is_missing(resource_arn: str) -> bool:
    """Whether a bucket that there is has no such object."""
    name, _, key = resource_arn.rpartition(":")[2].partition("/")
    bucket = import_module("ministack.services.s3")._buckets.get(name)
    return bucket is not None and key not in bucket["objects"]


class Judge:
    """MiniStack's own judge of policies."""

    def __init__(self) -> None:
        self.evaluator: Any = import_module("ministack.core.iam_evaluator")
        self.enforce: Callable[..., Any] = self.evaluator.enforce

    def of_a_call(self, key: str, action: str, service: str, region: str, resource_arn: str = "*", **more: Any) -> Any:
        """Decide about a call as ever, and about what AWS asks for beside it."""
        denied = self.decided(key, action, service, region, resource_arn=resource_arn, **more)
        if denied is None and action == "s3:GetObject" and is_missing(resource_arn):
            return self.decided(key, "s3:ListBucket", service, region, resource_arn=resource_arn.partition("/")[0])
        return denied

    def decided(self, key: str, action: str, service: str, region: str, *, resource_arn: str, **more: Any) -> Any:
        """Decide, and note what was decided about a role."""
        denied = self.enforce(key, action, service, region, resource_arn=resource_arn, **more)
        identity = self.evaluator.resolve_caller_identity(key) or {}
        kind, _, name = str(identity.get("userArn", "")).rpartition(":")[2].partition("/")
        if kind == "assumed-role":
            note(name.partition("/")[0], action, resource_arn, allowed=denied is None)
        return denied

    def may(self, role_arn: str, action: str, resource: str) -> bool:
        """Decide about something that Lambda does with a function's role."""
        account, name = role_arn.split(":")[4], role_arn.rpartition("/")[2]
        context = self.evaluator.EvalContext(
            principal_arn=role_arn,
            principal_type="AssumedRole",
            principal_account=account,
            action=action,
            resource_arn=resource,
            region=resource.split(":")[3],
        )
        policies = self.evaluator._gather_role_policies(name, account)
        allowed: bool = self.evaluator.evaluate(context, policies).decision == "Allow"
        note(name, action, resource, allowed=allowed)
        return allowed

    def may_all(self, role_arn: str, actions: tuple[str, ...], resource: str) -> bool:
        """Decide about each of several, so that each is noted."""
        allowed = [self.may(role_arn, action, resource) for action in actions]
        return all(allowed)


def ask_before_reading(lambdas: Any, judge: Judge) -> None:
    """Let Lambda read only sources that the function's role may read, and delete only what it may delete."""
    every, run = lambdas._iter_all_esms, lambdas._run_sqs_batch

    def readable() -> Iterator[tuple[str, str, dict[str, Any]]]:
        for account, region, mapping in every():
            _, config = lambdas._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
            source = str(mapping.get("EventSourceArn", ""))
            wanted = READS.get(source.split(":")[2], ()) if mapping.get("Enabled", True) and config else ()
            if not wanted or judge.may_all(config["Role"], wanted, source):
                yield account, region, mapping

    def run_and_keep(mapping: Any, function: Any, event: Any, batch: Any, *rest: Any) -> None:
        may_delete = judge.may(function["config"]["Role"], "sqs:DeleteMessage", mapping["EventSourceArn"])
        run(mapping, function, event, batch if may_delete else [], *rest)

    lambdas._iter_all_esms, lambdas._run_sqs_batch = readable, run_and_keep


def ask_before_writing(lambdas: Any, judge: Judge) -> None:
    """Let Lambda write a log and hand over what failed only where the function's role may."""
    log, after_stream, after_event = (
        lambdas._emit_lambda_logs,
        lambdas._send_ddb_stream_failure_record,
        lambdas._route_async_failure,
    )

    def log_if_allowed(function: Any, *rest: Any, **more: Any) -> None:
        config = function.get("config") or function
        group = config.get("LoggingConfig", {}).get("LogGroup", "")
        region, account = config["FunctionArn"].split(":")[3:5]
        stream = f"arn:aws:logs:{region}:{account}:log-group:{group}:log-stream:any"
        if judge.may_all(config["Role"], WRITES_A_LOG, stream):
            log(function, *rest, **more)

    def after_stream_if_allowed(mapping: Any, function: Any, *rest: Any) -> None:
        end = mapping["DestinationConfig"]["OnFailure"]["Destination"]
        if judge.may(function["config"]["Role"], "sqs:SendMessage", end):
            after_stream(mapping, function, *rest)

    def after_event_if_allowed(end: str, name: str, *rest: Any) -> None:
        if judge.may(lambdas._functions[name]["config"]["Role"], "sqs:SendMessage", end):
            after_event(end, name, *rest)

    lambdas._emit_lambda_logs = log_if_allowed
    lambdas._send_ddb_stream_failure_record = after_stream_if_allowed
    lambdas._route_async_failure = after_event_if_allowed


def main() -> None:
    """Start MiniStack as `up` does, but asking."""
    judge = Judge()
    judge.evaluator.enforce = judge.of_a_call
    lambdas: Any = import_module("ministack.services.lambda_svc")
    ask_before_reading(lambdas, judge)
    ask_before_writing(lambdas, judge)
    spec = spec_from_file_location("emulator", EMULATOR)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(EMULATOR)
    emulator = module_from_spec(spec)
    spec.loader.exec_module(emulator)
    emulator.main()


if __name__ == "__main__":
    main()
