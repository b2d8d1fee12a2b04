"""What stands behind the door of a case: how it looks, and whom somebody means who describes a team."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.case import Case
from throughline.domain.contact import Contact
from throughline.domain.line import Line
from throughline.ports.translating import Translator
from throughline.usecases.for_outside import for_outside
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import case_of, case_view
from throughline.usecases.show_contact import Seen, show_contact
from throughline.usecases.show_quotes import with_customers_words
from throughline.usecases.translate_sparingly import sparing
from throughline.usecases.translate_words import with_translation


@dataclass(frozen=True)
class CaseDoor:
    """The rooms that a case's page looks into."""

    ledger: LedgerRoom
    atlas: AtlasRoom
    secrets: StackSecrets
    site: str
    inbound: str
    translator: Translator | None = None

    def head(self) -> Letterhead:
        """What mails about it are written on."""
        mantra, known = self.atlas.map_in_force().mantra, self.atlas.directory
        return Letterhead(self.site, self.secrets.root(), mantra, self.inbound, colleagues=known)

    def view(self, case: Case, line: Line, token: str, *, notice: str = "") -> dict[str, Any]:
        """Everything its page shows now."""
        current, now = self.atlas.map_in_force(), self.ledger.clock.now()
        view = case_view(case=case, line=line, journey_map=current, head=self.head(), now=now, notice=notice)
        shown = for_outside(with_customers_words(view, line, self.ledger.facts), current)
        return {**shown, "action": f"/c/{token}"}

    def view_now(self, case: Case, token: str, *, notice: str) -> dict[str, Any]:
        """The same of a case on which somebody has just acted."""
        line = self.ledger.facts.line(case.line)
        return self.view(case_of(line, case.number) or case, line, token, notice=notice)

    def in_both(self, view: dict[str, Any], case: Case, language: str) -> dict[str, Any]:
        """The same with a translation beside its words, for whoever reads another language."""
        translator = sparing(self.translator, self.ledger.clock)
        return with_translation(view, language, translator, confidential=case.confidential)

    def contact(self, case: Case, line: Line, nonce: str) -> Contact | None:
        """Whom to call back; whoever looks is noted."""
        current, root, now = self.atlas.map_in_force(), self.secrets.root(), self.ledger.clock.now()
        seen = Seen(case, line, nonce)
        return show_contact(seen=seen, contacts=self.ledger.contacts, journey_map=current, root=root, now=now)

    def teams(self, described: str, case: Case) -> tuple[str, ...]:
        """The departments that somebody may mean; what tells them loads slowly, and so when it is needed."""
        suggest = import_module("throughline.usecases.suggest_teams")
        found: tuple[str, ...] = suggest.teams_for(described, case, self.atlas.map_in_force())
        return found
