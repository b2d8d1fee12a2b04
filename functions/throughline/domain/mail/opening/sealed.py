"""Signed and encrypted mail: which it is, and the words of a signed one; nothing is verified or decrypted."""

import re

_SIGNED = bytes.fromhex("2a864886f70d010702")
_ENVELOPED = (bytes.fromhex("2a864886f70d010703"), bytes.fromhex("2a864886f70d0109100117"))
_LIST, _OCTETS, _MANY_OCTETS = 0x30, 0x04, 0x24
_LONG, _NO_END = 0x80, b"\0\0"
_DEEPEST, _MOST_VALUES = 12, 50_000
_PGP = "-----BEGIN PGP "
_ARMOR = re.compile(r"^-----BEGIN PGP MESSAGE-----$.*?(?:^-----END PGP MESSAGE-----$|\Z)", re.MULTILINE | re.DOTALL)
_CLEAR = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]{1,40}: [^\n]*\n)*\n?", re.MULTILINE)
_CLEAR_END = re.compile(
    r"^-----BEGIN PGP SIGNATURE-----$.*?(?:^-----END PGP SIGNATURE-----$|\Z)", re.MULTILINE | re.DOTALL
)
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)

Node = tuple[int, int, int, int]  # tag, where its content begins and ends, where the next one begins


def signed_content(der: bytes) -> bytes | None:
    """The mail inside an opaque S/MIME signature; None where there is none that can be read."""
    try:
        return _Der(der).signed()
    except (IndexError, ValueError):
        return None


def is_enveloped(der: bytes) -> bool:
    """Whether S/MIME content is encrypted."""
    return any(name in der[:60] for name in _ENVELOPED)


def without_armor(text: str) -> tuple[str, bool, bool]:
    """Text without the signs of PGP, whether something in it is encrypted, and whether it is signed."""
    if _PGP not in text:
        return text, False, False
    open_text, encrypted = _ARMOR.subn("", text)
    bare, signed = _CLEAR.subn("", open_text)
    return _DASHED.sub("", _CLEAR_END.sub("", bare)) if signed else bare, encrypted > 0, signed > 0


class _Der:
    """Nested values of one file, read with a limit on how many are looked at."""

    def __init__(self, der: bytes) -> None:
        self.der = der
        self._left = _MOST_VALUES

    def signed(self) -> bytes | None:
        name, told = self._children(self._node(0))[:2]
        if self.der[name[1] : name[2]] != _SIGNED:
            return None
        (data,) = self._children(told)
        inner, *_ = (node for node in self._children(data)[1:] if node[0] == _LIST)
        _, wrapped = self._children(inner)
        return b"".join(self._octets(node, 0) for node in self._children(wrapped))

    def _octets(self, node: Node, depth: int) -> bytes:
        if node[0] == _OCTETS:
            return self.der[node[1] : node[2]]
        if node[0] != _MANY_OCTETS or depth > _DEEPEST:
            return b""
        return b"".join(self._octets(child, depth + 1) for child in self._children(node))

    def _children(self, node: Node) -> list[Node]:
        found: list[Node] = []
        at = node[1]
        while at < node[2]:
            found.append(self._node(at))
            at = found[-1][3]
        return found

    def _node(self, at: int, depth: int = 0) -> Node:
        """One value; of one without a length the end is searched for."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise ValueError("values without end")
        tag, size, begin = self.der[at], self.der[at + 1], at + 2
        if size == _LONG:
            return tag, begin, *self._searched(begin, depth)
        if size > _LONG:
            width = size - _LONG
            size, begin = int.from_bytes(self.der[begin : begin + width], "big"), begin + width
        end = min(begin + size, len(self.der))
        return tag, begin, end, end

    def _searched(self, at: int, depth: int) -> tuple[int, int]:
        while at < len(self.der) and self.der[at : at + 2] != _NO_END:
            at = self._node(at, depth + 1)[3]
        return at, at + 2
