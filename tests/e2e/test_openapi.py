"""The API's own document, where programs look for it."""

from e2e.line import Line
from operate.build.openapi import document
from operate.demo.doors import ask


def test_the_document_of_the_api_is_served_as_the_code_makes_it(line: Line) -> None:
    served = ask(f"{line.site}/openapi.json")

    assert (served.status, served.document()) == (200, document())
