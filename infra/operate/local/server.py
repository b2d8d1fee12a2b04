"""Starting MiniStack: loopback only, IAM enforced, nothing of the user's AWS settings inside."""

import http.client
import os
import secrets
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from operate.local import emulator, watcher
from operate.local.checkout import Checkout
from operate.local.ports import LOOPBACK
from operate.local.state import WATCHER_LOCK

REGION = "us-east-1"
SERVICES = (
    "apigateway,cloudformation,cognito-idp,dynamodb,dynamodbstreams,events,iam,kms,lambda,logs,monitoring,"
    "s3,scheduler,secretsmanager,ses,sns,sqs,ssm,sts,tagging"
)
PASSED_ON = ("PATH", "LANG", "LC_ALL", "SSL_CERT_FILE", "TZ")
PATIENCE_SECONDS = 60.0


class ServerFailedError(Exception):
    """The local AWS did not start; the message carries the end of its log."""


@dataclass(frozen=True)
class Key:
    """The operator's AWS key, new for each start; it may do everything, the functions' roles may not."""

    id: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Server:
    """A running MiniStack: its port, its operator's key and the watcher that ends it."""

    port: int
    key: Key
    watcher: subprocess.Popen[bytes] = field(repr=False)
    log: Path

    @property
    def endpoint(self) -> str:
        """Give the address for AWS calls."""
        return f"http://{LOOPBACK}:{self.port}"

    def stop(self) -> None:
        """End the server with all its workers and wait until nothing is left."""
        if self.watcher.stdin:
            self.watcher.stdin.close()
        self.watcher.wait()


def start_server(checkout: Checkout, python: Path, *, port: int, mail_port: int) -> Server:
    """Start MiniStack under its watcher; it answers a moment later."""
    scratch = checkout.kept / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    log = checkout.kept / "aws.log"
    key = Key(f"local-{secrets.token_hex(8)}", secrets.token_urlsafe(30))
    settings = surroundings(port, mail_port, scratch, checkout.zips) | {
        "AWS_ACCESS_KEY_ID": key.id,
        "AWS_SECRET_ACCESS_KEY": key.secret,
    }
    lock = checkout.kept / WATCHER_LOCK
    command = [sys.executable, "-I", "-S", watcher.__file__, str(lock), str(scratch), str(log)]
    started = subprocess.Popen(  # noqa: S603
        [*command, str(python), "-P", emulator.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=settings,
        start_new_session=True,
    )
    return Server(port, key, started, log)


def surroundings(port: int, mail_port: int, scratch: Path, unpacked: Path) -> dict[str, str]:
    """Give the whole environment of MiniStack, which its Lambda workers inherit."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | {
        "AUTH": "true",
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(port),
        "MINISTACK_HOST": LOOPBACK,
        "MINISTACK_REGION": REGION,
        "IOT_MTLS_ENABLED": "false",
        "SFTP_ENABLED": "false",
        "SERVICES": SERVICES,
        "LAMBDA_EXECUTOR": "local",
        "DOCKER_HOST": f"unix://{scratch}/no-docker",
        "LOG_LEVEL": "WARNING",
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "PYTHONDONTWRITEBYTECODE": "1",
        emulator.FOLDER: str(unpacked),
        "AWS_ENDPOINT_URL_SESV2": f"http://{LOOPBACK}:{mail_port}",
    }


def wait_until_healthy(server: Server) -> None:
    """Return once MiniStack answers, or say why it never will."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.watcher.poll() is None:
        if answers(server.port):
            return
        time.sleep(0.05)
    raise ServerFailedError(f"the local AWS did not start; its log ends with:\n{tail(server.log)}")


def answers(port: int) -> bool:
    """Tell whether MiniStack is ready for calls."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        connection.request("GET", "/_ministack/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def tail(log: Path, lines: int = 15) -> str:
    """Give the last lines of a log, for a message."""
    if not log.exists():
        return "(it wrote no log)"
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
