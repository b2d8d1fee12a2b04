"""Staff lists as identity providers give them: the users of SCIM 2.0 list responses (RFC 7643, RFC 7644), in JSON."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from operate.files.text import decoded
from throughline.domain.address import is_address
from throughline.domain.cells import clean
from throughline.domain.table import Row, Table
from throughline.errors import Refused

PEOPLE = "Resources"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:group"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user"
HOW = "Save what your identity provider answers to GET /Users; several pages stand in one list, [...]."
Fields = Mapping[str, Any]


def read_scim(content: bytes, path: Path) -> Table:
    """The users as a staff list's rows, counted from 1; Refused for anything else, and for a part of the users.

    Whoever is not in the list has left, so that a page of it must not pass for the whole.
    """
    users = [one for one in _resources(content, path) if GROUP not in map(_folded, _list(one.get("schemas")))]
    by_id = {str(one["id"]): one for one in users if one.get("id")}
    return Table(PEOPLE, tuple(Row(at, _cells(one, by_id)) for at, one in enumerate(users, 1)), {})


def _resources(content: bytes, path: Path) -> list[Fields]:
    try:
        document = json.loads(decoded(content, path))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name} is no JSON that can be read.", field=str(path), do=HOW) from error
    pages = [_by_name(one) for one in (document if isinstance(document, list) else [document])]
    found: list[Fields] = []
    for page in pages:
        if not isinstance(page.get("resources"), list):
            raise Refused(f"{path.name} is no list of users in SCIM 2.0.", field="Resources", do=HOW)
        found += map(_by_name, page["resources"])
    most = max((page["totalresults"] for page in pages if isinstance(page.get("totalresults"), int)), default=0)
    if most > len(found):
        what = f"{path.name} has {len(found)} of {most} users; the others would leave."
        raise Refused(what, field="totalResults", do=HOW)
    return found


def _cells(user: Fields, by_id: Mapping[str, Fields]) -> dict[str, str]:
    work = _by_name(user.get(ENTERPRISE))
    return {
        "name": _name(user),
        "email": _address(user),
        "department": _text(work.get("department")),
        "role": _text(user.get("title")),
        "timezone": _text(user.get("timezone")),
        "language": _text(user.get("preferredlanguage")).partition(",")[0].partition(";")[0].strip(),
        "manager": _manager(_by_name(work.get("manager")), by_id),
        "active": "no" if _folded(user.get("active", True)) == "false" else "yes",
    }


def _name(user: Fields) -> str:
    name = _by_name(user.get("name"))
    parts = (_text(name.get(part)) for part in ("givenname", "familyname"))
    return _text(user.get("displayname")) or _text(name.get("formatted")) or " ".join(filter(None, parts))


def _address(user: Fields) -> str:
    """The primary address, else the first, else the name they sign in by where it is one."""
    mails = sorted(map(_by_name, _list(user.get("emails"))), key=lambda one: _folded(one.get("primary")) != "true")
    found = next(filter(None, (_text(one.get("value")) for one in mails)), "")
    signs_in = _text(user.get("username"))
    return found or (signs_in if is_address(signs_in) else "")


def _manager(manager: Fields, by_id: Mapping[str, Fields]) -> str:
    known = by_id.get(_text(manager.get("value")))
    return _text(manager.get("displayname")) or (_address(known) or _name(known) if known else "")


def _by_name(value: object) -> Fields:
    """An object's values by their names, which SCIM takes in any case; nothing where it is no object."""
    return {str(name).casefold(): one for name, one in value.items()} if isinstance(value, dict) else {}


def _list(value: object) -> Iterator[object]:
    yield from value if isinstance(value, list) else ()


def _text(value: object) -> str:
    return clean(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _folded(value: object) -> str:
    return str(value).casefold()
