"""What goes wrong in one simulation, and how often: drawn from its seed, so that some have one kind of trouble only."""

from dataclasses import dataclass, fields
from datetime import datetime
from random import Random

WORST = {
    "crash": 0.03,
    "away": 0.03,
    "unheard": 0.02,
    "overlap": 0.06,
    "echo": 0.03,
    "duplicate": 0.1,
    "throttle": 0.1,
    "doubtful": 0.08,
    "reject": 0.04,
    "paused": 0.3,
    "event_lost": 0.2,
    "event_late": 0.2,
    "stream_lost": 0.15,
    "unscheduled": 0.3,
    "late_schedule": 0.3,
}


@dataclass(frozen=True, slots=True)
class Weather:
    """Chances from 0 to 1.

    Calls to stores and queues: `crash` (the function dies), `away` (refused, nothing written), `unheard`
    (written, the answer lost), `echo` (written, the answer lost, asked again by the client), `overlap`
    (somebody else runs in between). `duplicate`: a message comes again. Mail: `throttle`, `doubtful` (no
    answer: taken or not), `reject`, `paused` (the account, for hours), `event_lost`, `event_late`.
    `stream_lost`: a day's records. Schedules: `unscheduled`, `late_schedule`.
    """

    crash: float = 0
    away: float = 0
    unheard: float = 0
    overlap: float = 0
    echo: float = 0
    duplicate: float = 0
    throttle: float = 0
    doubtful: float = 0
    reject: float = 0
    paused: float = 0
    event_lost: float = 0
    event_late: float = 0
    stream_lost: float = 0
    unscheduled: float = 0
    late_schedule: float = 0


CALM = Weather()


@dataclass(frozen=True)
class Late:
    """A schedule that comes later than it should, with the time that it should have come at."""

    meant: datetime
    due: datetime


def weather_of(rng: Random) -> Weather:
    """One seed in four has a single kind of trouble, so that nothing hides behind something else."""
    names = [field.name for field in fields(Weather)]
    chosen = [rng.choice(names)] if rng.random() < 0.25 else [name for name in names if rng.random() < 0.6]
    return Weather(**{name: WORST[name] * rng.random() for name in chosen})
