"""A report from the form at a place, or from its JSON twin."""

import re
from collections.abc import Mapping, Sequence

from throughline.contracts.report_fields import Problem, cleaned, problems_in, report_of
from throughline.domain.feedback import Channel, Report
from throughline.domain.place import Place
from throughline.errors import Refused

ID = re.compile(r"[A-Za-z0-9-]{8,128}")
_NO_ID = Problem("id", "This form came without a number of its own.", "Reload the page and send it again.")


class FormProblems(Refused):
    """All that is wrong with a form; as an error it tells the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.what, field=first.field, do=first.do)
        self.problems = tuple(problems)


def read_report(fields: Mapping[str, str], *, place: Place) -> Report:
    """The report that was filled in at a place; fields that it does not know are passed over.

    `place.name` goes along as it is given: empty it where too few work there to name it.
    FormProblems tells everything that is wrong at once.
    """
    values, identity = cleaned(fields), fields.get("id", "")
    problems = list(problems_in(values))
    if not ID.fullmatch(identity):
        problems.append(_NO_ID)
    if problems:
        raise FormProblems(problems)
    return report_of(values, identity=identity, channel=Channel.FORM, place=place.name)
