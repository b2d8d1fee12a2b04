"""A device gets one code, a few tries, and nothing for ever."""

from datetime import timedelta

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import NOW
from throughline.domain.device import MOST_CODES, MOST_TRIES, TIME_FOR_CODE
from throughline.domain.letter import Letter, LetterKind
from throughline.ports.devices import Sent

PACKING = "Packing"


def letter(ledger: Ledger, mark: str, department: str = PACKING) -> Letter:
    line = ledger.devices.line(department)
    return Letter(line, f"letter#code#{mark}", LetterKind.CODE, "packing@shop.example", {"code": "123 456"})


def asks(ledger: Ledger, mark: str = "m1", department: str = PACKING) -> Sent:
    return ledger.devices.ask(department, mark, letter(ledger, mark, department), NOW)


def test_a_device_is_sent_its_code_once(ledger: Ledger) -> None:
    assert [asks(ledger), asks(ledger)] == [Sent.NOW, Sent.BEFORE]
    claimed = ledger.letters.claim(ledger.devices.line(PACKING), "letter#code#m1", NOW)
    assert claimed
    assert claimed.fields["code"] == "123 456"


def test_only_so_many_codes_go_out_in_an_hour(ledger: Ledger, clock: FixedClock) -> None:
    assert [asks(ledger, f"m{at}") for at in range(MOST_CODES)] == [Sent.NOW] * MOST_CODES
    assert asks(ledger, "one more") is Sent.TOO_MANY
    assert asks(ledger, "m1") is Sent.BEFORE
    assert asks(ledger, "m1", "Delivery") is Sent.NOW
    clock.moment += timedelta(hours=1)
    later = ledger.devices.ask(PACKING, "one more", letter(ledger, "one more"), clock.now())
    assert later is Sent.NOW


def test_tries_are_counted_and_end(ledger: Ledger) -> None:
    asks(ledger)
    left = [ledger.devices.tries(PACKING, "m1", NOW) for _ in range(MOST_TRIES + 1)]
    assert left == [*reversed(range(MOST_TRIES)), None]


def test_a_code_is_used_once(ledger: Ledger) -> None:
    asks(ledger)
    assert ledger.devices.tries(PACKING, "m1", NOW) == MOST_TRIES - 1
    assert [ledger.devices.uses(PACKING, "m1") for _ in range(2)] == [True, False]
    assert ledger.devices.tries(PACKING, "m1", NOW) is None


def test_a_code_is_too_old_after_ten_minutes_and_none_was_never_asked_for(ledger: Ledger) -> None:
    asks(ledger)
    assert ledger.devices.tries(PACKING, "m1", NOW + TIME_FOR_CODE) is None
    assert ledger.devices.tries(PACKING, "another", NOW) is None
    assert ledger.devices.tries("Delivery", "m1", NOW) is None


def test_what_a_code_said_is_forgotten_once_it_went(ledger: Ledger) -> None:
    asks(ledger)
    line = ledger.devices.line(PACKING)
    ledger.letters.claim(line, "letter#code#m1", NOW)
    ledger.letters.sent(line, "letter#code#m1", "ses-1")
    record, letters = getattr(ledger, "record", None), ledger.letters
    kept = [item.body for item in record.query(line)] if record else letters.written  # type: ignore[attr-defined]
    assert "123 456" not in repr(kept)


def test_all_devices_of_a_department_are_forgotten_at_once(ledger: Ledger) -> None:
    assert ledger.devices.known_since(PACKING) is None
    ledger.devices.forget(PACKING, NOW)
    assert ledger.devices.known_since(PACKING) == NOW
    assert ledger.devices.known_since("Delivery") is None
