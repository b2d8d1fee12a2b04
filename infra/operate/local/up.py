"""Bringing the local AWS up with the built stack on it, and holding it until told to stop."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from operate.local.checkout import Checkout
from operate.local.deploy import DeployFailedError, create_stack, upload
from operate.local.environment import EnvironmentNotMadeError, ensure_ministack
from operate.local.front import FrontHandler, Site
from operate.local.httpd import LocalServer, front_server
from operate.local.locks import LockHeldError, held
from operate.local.mail_front import MailHandler, MailRoom
from operate.local.mail_in import MailIn, start_mail_in
from operate.local.notices import Announcer, Weather, publisher
from operate.local.outbox import Outbox
from operate.local.package import PackageError, make_package
from operate.local.ports import LOOPBACK, PortBusyError, any_free
from operate.local.server import REGION, Server, ServerFailedError, start_server, tail, wait_until_healthy
from operate.local.state import UP_LOCK, State, lock_of, write_state
from operate.local.test_manager import add_test_manager
from operate.local.test_sources import add_test_sources
from operate.stack import Stack, local_stack

STACK = "throughline-local"
SENDER = "throughline@throughline.test"
INBOUND_DOMAIN = "in.throughline.test"
BUCKET = "throughline-local-artifacts"
EACH_BY_ITSELF = "1000"  # mails a department and day: whoever tries things out looks at each
AS_MANY_AS_COME = "1000000"  # notes by a link and from a sender, counted as anywhere: a demonstration is no flood
AT_ONCE = "0"  # no mail waits
EVERY_WEEK = "1"  # a digest however little there is to tell, so that one success can be followed to its end
TRUSTED = "false"  # nobody clicks here: what a test loads is taken as it is
COUNTED = "true"  # so that it can be tried here; elsewhere somebody has to ask for it


class NotBuiltError(Exception):
    """There is no built template to deploy."""


REFUSALS = (
    NotBuiltError,
    LockHeldError,
    PortBusyError,
    EnvironmentNotMadeError,
    ServerFailedError,
    PackageError,
    DeployFailedError,
)


@contextmanager
def running_stack(checkout: Checkout, port: int | None, tell: Callable[[str], None]) -> Iterator[tuple[State, Server]]:
    """Hold a ready local stack; on leaving, nothing of it is left."""
    if not checkout.built_template.exists():
        raise NotBuiltError(f"{checkout.built_template} is missing: run `make build`, then `throughline up`")
    with ExitStack() as undo:
        undo.enter_context(held(lock_of(checkout, UP_LOCK)))
        front = undo.enter_context(front_server(port))
        mail = undo.enter_context(LocalServer())
        if changed := checkout.changed_since_build():
            tell(f"{changed.relative_to(checkout.root)} has changed since the build; `make build` takes it in")
        tell("starting the local AWS")
        server = start_server(checkout, ensure_ministack(checkout), port=any_free(), mail_port=mail.port)
        undo.callback(server.stop)
        state = first_state(server, front, mail)
        site = Site(server.port, Outbox(checkout.outbox), Weather())
        site.outbox.clear()
        front.start(FrontHandler, site=site)
        stack = local_stack(state)
        outputs = deploy(checkout, server, stack, tell)
        state = replace(state, outputs=outputs)
        if "SecretId" in outputs:
            add_test_sources(local_stack(state))
        if "ManagerPool" in outputs:
            add_test_manager(local_stack(state))
        open_mail(undo, state, site, mail)
        site.api_id = outputs["ApiId"]
        write_state(checkout, state)
        undo.callback(checkout.state_file.unlink, missing_ok=True)
        yield state, server


def first_state(server: Server, front: LocalServer, mail: LocalServer) -> State:
    """Note how to reach what runs, before there are outputs."""
    return State(
        pid=os.getpid(),
        stack=STACK,
        region=REGION,
        site_url=f"http://{LOOPBACK}:{front.port}",
        aws_endpoint=server.endpoint,
        mail_endpoint=f"http://{LOOPBACK}:{mail.port}",
        smtp=f"{LOOPBACK}:{any_free()}",
        access_key=server.key.id,
        secret_key=server.key.secret,
    )


def deploy(checkout: Checkout, server: Server, stack: Stack, tell: Callable[[str], None]) -> dict[str, str]:
    """Put the built template on the local AWS and give its outputs; packing runs while the server starts."""
    package = make_package(checkout.built_template, bucket=BUCKET, region=REGION, cache=checkout.zips)
    s3, cloudformation = stack.client("s3"), stack.client("cloudformation")
    wait_until_healthy(server)
    upload(s3, package)
    tell("deploying the stack")
    parameters = {
        "Stage": "local",
        "Sender": SENDER,
        "InboundDomain": INBOUND_DOMAIN,
        "SiteUrl": stack.state.site_url if stack.state else "",
        "CaseMailsADay": EACH_BY_ITSELF,
        "NotesALinkAnHour": AS_MANY_AS_COME,
        "NotesASenderADay": AS_MANY_AS_COME,
        "QuietMinutes": AT_ONCE,
        "DigestFewest": EVERY_WEEK,
        "CountReadings": COUNTED,
        "ConfirmAddresses": TRUSTED,
        "SignInUrl": server.endpoint,
        "Runtime": f"python{sys.version_info.major}.{sys.version_info.minor}",
    }
    return create_stack(cloudformation, stack.name, package, parameters)


def open_mail(undo: ExitStack, state: State, site: Site, mail: LocalServer) -> None:
    """Open both ways of mail: out through the mail front, in through SMTP."""
    stack = local_stack(state)
    announcer = Announcer(publisher(stack.client("sns")), site.weather)
    sesv2 = stack.session().client("sesv2", endpoint_url=state.aws_endpoint)
    mail.start(MailHandler, room=MailRoom(site.aws_port, REGION, site.outbox, announcer, sesv2))
    s3, bucket = stack.client("s3"), state.outputs["MailBucket"]

    def store(key: str, body: bytes) -> None:
        s3.put_object(Bucket=bucket, Key=key, Body=body)

    mail_in = MailIn(store, site.weather, region=REGION, domain=INBOUND_DOMAIN)
    undo.callback(start_mail_in(mail_in, int(state.smtp.rpartition(":")[2])).stop)


def ended_by_itself(server: Server) -> ServerFailedError:
    """Say that the local AWS ended although nobody asked it to."""
    return ServerFailedError(f"the local AWS ended by itself; its log ends with:\n{tail(server.log)}")
