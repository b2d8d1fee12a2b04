"""What stands behind the door of an inbox: how it looks, and which devices may show it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from aws_lambda_powertools.shared.cookies import Cookie

from throughline.adapters.huddle_paper import huddle_fields
from throughline.adapters.links import read_or_refuse
from throughline.adapters.manage import cookie, cookie_in
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.desk import SEND_CODE, read_step
from throughline.domain.device import KNOWN_FOR, Asking, asking_of, new_asking
from throughline.domain.digest import quiet
from throughline.domain.gathering import short
from throughline.domain.paging import page_number
from throughline.errors import Refused
from throughline.usecases.act_at_once import REFUSED, Told, act_at_once
from throughline.usecases.choose_digest import masked
from throughline.usecases.know_device import Gate, address_of_desk, enter_code, is_known, send_code
from throughline.usecases.letters import Letterhead
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.show_desk import desk_view
from throughline.usecases.show_goals import goals_view
from throughline.usecases.show_huddle import what_waits
from throughline.usecases.show_week import Shelf, digest_out

UNKNOWN = "We don't know this device yet."
HOW = "Send action=send_code; then action=code, with the asking it gives and the code from the department's mailbox."


@dataclass(frozen=True)
class DeskDoor:
    """The rooms that an inbox looks into."""

    ledger: LedgerRoom
    atlas: AtlasRoom
    secrets: StackSecrets
    site: str
    inbound: str

    def now(self) -> datetime:
        """This moment."""
        return self.ledger.clock.now()

    @cached_property
    def root(self) -> bytes:
        """What all keys come from."""
        return self.secrets.root()

    def department(self, token: str) -> str:
        """Whose inbox a link opens; Refused (403) when it opens none."""
        return unquote(read_or_refuse(self.root, token, purpose="desk", now=self.now()).subject)

    def gate(self) -> Gate:
        """What asks new devices."""
        current = self.atlas.map_in_force()
        return Gate(self.ledger.devices, current, self._head(current.mantra))

    def asking(self, department: str, fields: Mapping[str, str]) -> Asking:
        """The device that asks, a new one where it names none; Refused (403) when it is not one of ours."""
        token = fields.get("asking", "")
        if not token and fields.get("action") == SEND_CODE:
            return new_asking(self.root, department)
        asking = asking_of(self.root, department, token)
        if asking is None:
            do = "Open the link in the mail once more."
            raise Refused("This page has gone stale.", field="asking", do=do, status=403)
        return asking

    def code(self, asking: Asking, fields: Mapping[str, str]) -> tuple[str, str]:
        """What became of a wish for a code or of the code itself, and what the device carries after the right one."""
        if fields.get("action") == SEND_CODE:
            return send_code(asking=asking, gate=self.gate(), now=self.now()).value, ""
        typed = fields.get("code", "")
        return "known", enter_code(asking=asking, typed=typed, gate=self.gate(), now=self.now())

    def carries(self, department: str, known: str) -> Cookie:
        """What a known device carries from now on."""
        return cookie(cookie_of(department), known, self.site, seconds=int(KNOWN_FOR.total_seconds()))

    def known(self, department: str, event: Mapping[str, Any]) -> bool:
        """Whether the device that asks may show the inbox."""
        carried = cookie_in(event, cookie_of(department), self.site)
        return is_known(department=department, carried=carried, gate=self.gate(), now=self.now())

    def asked(self, asking: Asking, token: str, *, sent: bool, problem: str = "") -> dict[str, Any]:
        """The page that asks a device for its code."""
        current = self.atlas.map_in_force()
        told = {"department": asking.department, "asking": asking.token, "sent": sent, "problem": problem}
        address = masked(address_of_desk(asking.department, current))
        return {**told, "address": address, "action": f"/d/{token}", "mantra": current.mantra}

    def view(self, department: str, token: str, told: Sequence[Told] = (), page: int = 1) -> dict[str, Any]:
        """Everything one of the inbox's pages shows now."""
        current = self.atlas.maps.current()
        room = self.ledger
        view = desk_view(
            department=department,
            rooms=DeskRooms(room.cases, room.facts, room.letters, room.weeks),
            journey_map=current,
            head=self._head(current.mantra if current else ""),
            now=self.now(),
            page=page,
        )
        goals = goals_view(room.goal_board.current(), department)
        return {**view, "goals": goals, "action": f"/d/{token}", "told": told_of(told)}

    def look(
        self, department: str, token: str, asked: Mapping[str, str], shelf: Shelf, language: str
    ) -> tuple[str, dict[str, Any]]:
        """What is looked at, by its page's name: the inbox, or the sheet of its team."""
        if "sheet" in asked:
            return "huddle", self.sheet(department, shelf, language)
        return "desk", self.view(department, token, page=page_number(asked.get("page", "")))

    def sheet(self, department: str, shelf: Shelf, language: str) -> dict[str, Any]:
        """The page to print for a team's fifteen minutes: the week that last went out, and what waits here now."""
        current, room, now = self.atlas.map_in_force(), self.ledger, self.now()
        digest = digest_out(shelf, now, department=department) or quiet(next(shelf.weeks(now)), current)
        rooms = DeskRooms(room.cases, room.facts, room.letters, room.weeks)
        return huddle_fields(digest, department, language, what_waits(department, rooms, current, now))

    def act(self, department: str, fields: Mapping[str, str]) -> Sequence[Told]:
        """One step for the cases that were picked."""
        act, picked = read_step(fields)
        room, current = self.ledger, self.atlas.map_in_force()
        return act_at_once(
            act=act,
            picked=picked,
            department=department,
            facts=room.facts,
            cases=room.cases,
            journey_map=current,
            head=self._head(current.mantra),
            now=self.now(),
        )

    def _head(self, mantra: str) -> Letterhead:
        return Letterhead(self.site, self.root, mantra, self.inbound, colleagues=self.atlas.directory)


def unknown() -> dict[str, str]:
    """What a program is told that has no pass."""
    return {"error": UNKNOWN, "field": "asking", "do": HOW}


def told_of(told: Sequence[Told]) -> dict[str, Any]:
    """What came of one step for several: how many are noted, and which are not, with the reason."""
    left = [{"code": one.code, "why": one.why} for one in told if one.outcome == REFUSED]
    return {"done": len(told) - len(left), "left": left}


def program_told(outcome: str, told: Sequence[Told] = (), *, asking: str = "") -> dict[str, Any]:
    """The same as programs get it, case by case; `asking` is what they carry until their code is known."""
    return {"outcome": outcome, "asking": asking, **told_of(told), "steps": [asdict(one) for one in told]}


def cookie_of(department: str) -> str:
    """What a known device carries its pass as; one for each department."""
    return f"desk-{short(department)}"
