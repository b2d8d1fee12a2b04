"""A contact opened from outside of its page: with a reason, and written down before it is shown."""

import pytest

from fakes import FixedClock, MemoryLedger
from fakes.outside import ROOT
from fakes.values import NOW, answer
from throughline.domain.contact import Contact
from throughline.domain.subject import Opened
from throughline.errors import Refused
from throughline.usecases.open_contact import open_contact

KIM = Contact("Kim Wren", "kim@home.example")
ASKED = answer()


class Audit:
    def __init__(self) -> None:
        self.noted: list[Opened] = []

    def note(self, opened: Opened) -> None:
        self.noted.append(opened)


def opens(audit: Audit, *, line: str = ASKED.line, reason: str = "the carrier may not see it") -> Contact:
    room = MemoryLedger(FixedClock())
    room.contacts.record(ASKED, KIM.sealed(ROOT, ASKED.line))
    return open_contact(line=line, reason=reason, by="ada", now=NOW, contacts=room.contacts, audit=audit, root=ROOT)


def test_whoever_opens_it_is_written_down_with_the_reason() -> None:
    audit = Audit()
    assert opens(audit) == KIM
    assert audit.noted == [Opened("ada", NOW, f"contact of {ASKED.line}", "the carrier may not see it")]


@pytest.mark.parametrize(("told", "field"), [({"reason": " "}, "reason"), ({"line": "S#other"}, "id")])
def test_without_a_reason_or_a_contact_nothing_is_shown_or_noted(told: dict[str, str], field: str) -> None:
    audit = Audit()
    with pytest.raises(Refused) as refusal:
        opens(audit, **told)
    assert (refusal.value.field, audit.noted) == (field, [])
