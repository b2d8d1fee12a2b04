"""Managers' sessions in DynamoDB: one item each, gone when it ends; it holds no name and no address."""

from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.manager import Session

PREFIX = "session#"


class DynamoSessions:
    """Sessions by the manager that they are of."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def begin(self, session: Session) -> None:
        """From now on it stands; DynamoDB forgets it some time after it is over."""
        self._record(*_key(session), expires=int(session.until.timestamp())).save()

    def stands(self, session: Session) -> bool:
        """Whether it was begun and not ended; when it is over its token says."""
        try:
            self._record.get(*_key(session), consistent_read=True)
        except self._record.DoesNotExist:
            return False
        return True

    def end(self, session: Session) -> None:
        """From now on it does not stand."""
        self._record(*_key(session)).delete()

    def end_all(self, manager: str) -> int:
        """End all of a manager's; how many there were."""
        found = list(self._record.query(_partition(manager), self._record.sk.startswith(PREFIX), consistent_read=True))
        for item in found:
            item.delete()
        return len(found)


def _partition(manager: str) -> str:
    return f"MANAGER#{manager}"


def _key(session: Session) -> tuple[str, str]:
    return _partition(session.manager), f"{PREFIX}{session.id}"
