import pytest
from operate.sample import __file__ as sample_file
from throughline.contracts import reasons
from throughline.contracts.reasons import reason_code
from throughline.domain.decision import Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.journey import Cue, JourneyMap, Part
from throughline.domain.routing import Router
from throughline.usecases.route_fact import NO_MAP
