"""The line on a pretended AWS with everybody's story on it, and the operator's command for privacy requests."""

from collections.abc import Callable, Iterator

import pytest
from click.testing import Result

from aws import ATLAS, BUCKET, LEDGER, REGION, SECRET
from commanding import result_of, rooms_anew
from fakes.values import SITE
from handlers.live import Live, forget
from operate.commands import privacy
from operate.commands.mail import mail
from operate.stack import Stack
from privacy.story import LATER, PEOPLES, Story, found_in

Command = Callable[..., Result]


@pytest.fixture
def live(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:  # noqa: ARG001 - it runs on what it pretends
    here = Live()
    for name, value in here.environment().items():
        monkeypatch.setenv(name, value)
    forget()
    yield here
    forget()


@pytest.fixture
def story(live: Live, monkeypatch: pytest.MonkeyPatch) -> Story:
    return Story(live, monkeypatch)


@pytest.fixture
def told(story: Story) -> Story:
    """All of it has come in, and stands where it stands."""
    story.told()
    assert set(PEOPLES) - {LATER} <= {hit.partition(" ")[0] for hit in found_in(story.everywhere(), *PEOPLES)}
    return story


@pytest.fixture
def stack() -> Stack:
    names = {"LedgerTable": LEDGER, "AtlasTable": ATLAS, "MailBucket": BUCKET, "SecretId": SECRET, "SiteUrl": SITE}
    return Stack("here", names, REGION, local=False)


@pytest.fixture
def run(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """A command on the pretended stack."""
    monkeypatch.setattr(privacy, "find_stack", lambda *_options: stack)
    commands = {"erase": privacy.erase, "export": privacy.export, "mail": mail}

    def ran(command: str, *arguments: str) -> Result:
        return result_of(commands[command], *arguments)

    with rooms_anew():
        yield ran
