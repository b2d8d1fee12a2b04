"""Reads the mails that come on stdin and tells what each cost: `python -m operate.bench.reading_worker`.

Each mail comes as its length in 8 bytes and its bytes. The answer is one JSON object for all of them; a process
of its own, so that its memory is that of reading alone.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from traceback import format_exc

LENGTH = 8
_LOST = "\ufffd"
_PEAK = "VmHWM:"


def mails() -> Iterator[bytes]:
    """The mails, one after the other."""
    while head := sys.stdin.buffer.read(LENGTH):
        yield sys.stdin.buffer.read(int.from_bytes(head, "big"))


def peak_kb() -> int:
    """The most memory that this process had at once; 0 where the system does not tell."""
    try:
        told = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith(_PEAK)), 0)


def main() -> None:
    """Read all, then tell: processor and wall time of each in seconds, new words, faults, memory."""
    began = time.process_time()
    from throughline.adapters.mail_tools import MAIL_TOOLS
    from throughline.domain.mail.reading import read_mail

    loading = time.process_time() - began
    rows, faults = [], []
    for raw in mails():
        cpu, wall, words, lost = time.process_time(), time.perf_counter(), "", False
        try:
            split = read_mail(raw, tools=MAIL_TOOLS).split
            words, lost = split.new, _LOST in split.new + split.quoted + split.signature
        except Exception:  # noqa: BLE001 - that none is raised is what is measured
            faults.append(format_exc(limit=-3))
        told = (time.process_time() - cpu, time.perf_counter() - wall)
        rows.append([*told, words, lost and _LOST.encode() not in raw])
    print(json.dumps({"loading": loading, "rows": rows, "faults": faults, "peak": peak_kb()}))


if __name__ == "__main__":
    main()
