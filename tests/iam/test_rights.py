"""What no proof may pass over, and the proof for a few functions; `every_right.py` has it for all."""

from dataclasses import replace

import pytest

from iam.on_the_line import a_letter_becomes_a_mail
from iam.proof import SCENARIOS, proof_of, rehearsed
from iam.rights import OF_THE_ACCOUNT, UNPROVEN, Right, clocks, replaced, roles, stack_roles
from iam.stand import Stand
from infra.function_rules import FUNCTION, folder_of, statements
from infra.stack import load, only_local

SAMPLE = ("receipt_page", "tally_answer")
TEMPLATE = load()


@pytest.mark.parametrize("folder", SAMPLE)
def test_a_functions_rights_are_enough_and_each_is_needed(folder: str, stand: Stand) -> None:
    proof = proof_of(stand, roles(stand)[folder])
    assert (proof.lacking, proof.unneeded) == ([], [])


def test_every_deployed_function_has_its_scenarios(stand: Stand) -> None:
    assert set(roles(stand)) == set(SCENARIOS)


def test_nothing_but_functions_and_clocks_has_a_role(stand: Stand) -> None:
    known = {role.name for role in roles(stand).values()} | {clock.role for clock in clocks(stand)}
    assert stack_roles(stand) == known


def test_a_clock_may_start_its_function_and_keep_what_could_not_start(stand: Stand) -> None:
    for clock in clocks(stand):
        assert {right.action for right in clock.rights} == {"lambda:InvokeFunction", "sqs:SendMessage"}
        assert {right.resource.removesuffix(":*") for right in clock.rights} == {clock.function, clock.end}


def test_only_what_the_local_aws_cannot_check_is_open_here(stand: Stand) -> None:
    found = {(folder, right.action) for folder, role in roles(stand).items() for right in role.rights if is_open(right)}
    assert found == UNPROVEN | OF_THE_ACCOUNT


def test_only_what_the_local_aws_cannot_check_differs_here() -> None:
    differing = {
        (folder_of(properties), action)
        for name, properties in TEMPLATE.properties(FUNCTION)
        for statement in statements(TEMPLATE, name)
        if [*only_local(statement["Resource"]), *only_local(statement["Action"])]
        for action in only_local(statement["Action"])
    }
    assert differing == UNPROVEN


def test_what_the_local_aws_cannot_check_it_still_cannot(stand: Stand) -> None:
    role = roles(stand)["send_letter"]
    wide = next(right for right in role.rights if is_open(right))
    narrow = replace(role, document=role.without(wide))
    for resource in sender_and_set(stand):
        narrow = narrow.having(Right(wide.action, resource))
    with replaced(stand, role, narrow.document):
        stand.chill("send_letter")
        assert not a_letter_becomes_a_mail(stand), "it can be checked now: name the sender and its set locally too"


def test_a_right_that_nothing_asks_for_is_found(stand: Stand) -> None:
    role = roles(stand)["map_page"]
    table = next(one.resource for one in role.rights if one.action == "dynamodb:Query")
    wider = role.having(Right("dynamodb:DeleteItem", table))
    with replaced(stand, role, wider.document):
        _, uses = rehearsed(stand, wider)
    assert set(wider.rights) - set().union(*uses.values()) == {Right("dynamodb:DeleteItem", table)}


def test_a_right_that_is_missing_is_found(stand: Stand) -> None:
    role = roles(stand)["map_page"]
    query = next(one for one in role.rights if one.action == "dynamodb:Query")
    with replaced(stand, role, role.without(query)):
        proof, _ = rehearsed(stand, role)
    assert proof.lacking == [
        f"everyone sees the map: {query.action} on {query.resource}",
        "everyone sees the map: it did not come about",
    ]


def is_open(right: Right) -> bool:
    return right.resource == "*"


def sender_and_set(stand: Stand) -> list[str]:
    begins = f"arn:aws:ses:{stand.stack.region}:000000000000"
    sender = f"{begins}:identity/{stand.stack.outputs['SenderAddress']}"
    return [sender, f"{begins}:configuration-set/{stand.stack.name}-cases"]
