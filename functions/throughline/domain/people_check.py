"""From a staff list's table to people, or to everything that is wrong with it, at once."""

from collections.abc import Iterable

from throughline.domain.address import is_address
from throughline.domain.department_check import NO, YES, language_problem, zone_problem
from throughline.domain.journey import Department, JourneyMap, folded
from throughline.domain.person import DIGEST_RHYTHMS, Person, person_id
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

PERSON_COLUMNS = (
    "name",
    "email",
    "department",
    "role",
    "place",
    "timezone",
    "language",
    "manager",
    "digest",
    "active",
)
NEEDED = ("name", "email", "department")


def check_people(table: Table, journey_map: JourneyMap | None = None) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """The people of a table, or nobody and every problem in it.

    With a map, each department has to be one of the map's, and its time zone is the usual one.
    """
    if not table.rows:
        return (), (Problem(table.name, 0, "", "There are no rows. One row is one person."),)
    checker = _PeopleCheck(table, journey_map.departments if journey_map else ())
    people = tuple(checker.person(row) for row in table.rows)
    problems = (*column_problems(table, known=PERSON_COLUMNS, needed=NEEDED), *checker.problems)
    return (() if problems else people), problems


class _PeopleCheck:
    """Reads row after row, remembering who was seen and what was wrong."""

    def __init__(self, table: Table, departments: Iterable[Department]) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._departments = {folded(one.name): one for one in departments}
        self._seen: dict[str, int] = {}

    def person(self, row: Row) -> Person:
        department = self._department(row)
        usual = Person("", "", "", "")
        zone = self._zone(row)
        person = Person(
            id=person_id(email=row["email"], name=row["name"], department=department.name),
            name=self._filled(row, "name"),
            email=self._address(row),
            department=department.name,
            role=row["role"],
            place=row["place"],
            timezone=zone or department.timezone,
            language=self._language(row) or usual.language,
            manager=row["manager"],
            digest=self._one_of(row, "digest", DIGEST_RHYTHMS) or usual.digest,
            active=self._one_of(row, "active", YES + NO) not in NO,
        )
        self._once(row, person)
        return person

    def _wrong(self, row: Row, column: str, what: str, hint: str = "") -> None:
        self.problems.append(problem(self._table, row, column, what, hint))

    def _filled(self, row: Row, column: str) -> str:
        if not row[column] and (column in self._table.columns or not self._table.columns):
            self._wrong(row, column, f"The {column} is empty. Each person needs one.")
        return row[column]

    def _department(self, row: Row) -> Department:
        name = self._filled(row, "department")
        known = self._departments.get(folded(name))
        if name and self._departments and not known:
            hint = nearest(name, (one.name for one in self._departments.values()))
            self._wrong(row, "department", f'"{name}" is no department of the map.', hint)
        return known or Department(name)

    def _address(self, row: Row) -> str:
        if row["email"] and not is_address(row["email"]):
            what = f'"{row["email"]}" is no e-mail address. Write one, or leave it empty.'
            self._wrong(row, "email", what)
        return row["email"]

    def _zone(self, row: Row) -> str:
        if row["timezone"] and (wrong := zone_problem(row["timezone"])):
            self._wrong(row, "timezone", *wrong)
        return row["timezone"]

    def _language(self, row: Row) -> str:
        if what := language_problem(row["language"]):
            self._wrong(row, "language", what)
        return row["language"]

    def _one_of(self, row: Row, column: str, words: tuple[str, ...]) -> str:
        word = row[column].casefold()
        if word and word not in words:
            choices = ("yes", "no") if column == "active" else words
            what = f'"{row[column]}" is not one of {", ".join(choices)}.'
            self._wrong(row, column, what, nearest(word, choices))
        return word

    def _once(self, row: Row, person: Person) -> None:
        earlier = self._seen.setdefault(person.id, row.number)
        if not person.name or earlier == row.number:
            return
        where = f"{self._table.counted_in} {earlier}"
        if person.email:
            self._wrong(row, "email", f'"{person.email}" already belongs to the person in {where}.')
        else:
            what = f"{person.name} of {person.department} is already in {where}."
            self._wrong(row, "name", f"{what} Remove one of the two, or add an initial to tell them apart.")
