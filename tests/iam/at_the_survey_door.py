"""What survey vendors send, how it is read, and what has to be asked of them."""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from iam.at_the_doors import fresh
from iam.events import asked
from iam.scenario import scenario
from iam.stand import Item, Stand
from operate.survey_book import SurveyBook
from throughline.contracts.signature import sign
from throughline.domain.survey_source import SurveySource
from vendor_stub import Stub, vendor


def _source(stand: Stand, name: str) -> SurveySource:
    return next(one for one in SurveyBook(stand.stack).all() if one.name == name)


def _post(stand: Stand, document: object) -> Item:
    """Our own shape, at the address of the source `native`."""
    source, body = _source(stand, "native"), json.dumps(document).encode()
    key = b64decode(source.secrets[0].removeprefix("whsec_"))
    signed = sign(key, fresh(), datetime.now(UTC), body)
    headers = {"content-type": "application/json", "accept": "application/json", **signed}
    return asked("POST", f"/s/native/{source.keys[0]}", body.decode(), **headers)


def _delivered(stand: Stand, word: str) -> Item:
    answer = {"survey_id": word, "response_id": word, "question_key": word, "score": 3}
    assert stand.answers("survey_delivered", 200, _post(stand, answer))
    return _kept(stand, word)


def _kept(stand: Stand, survey: str) -> Item:
    item = stand.kept(f'"survey": "{survey}"')
    assert item is not None
    return item


def _key(item: Item) -> Item:
    return {"id": "1", "pk": item["pk"]["S"], "sk": item["sk"]["S"]}


@scenario("survey_delivered")
def what_a_vendor_sends_is_kept_once(stand: Stand) -> bool:
    word = fresh()
    event = _post(stand, {"survey_id": word, "response_id": word, "question_key": "q", "score": 3})
    first = stand.answers("survey_delivered", 200, event, '"repeated": false')
    return first and stand.answers("survey_delivered", 200, event, '"repeated": true')


@scenario("read_delivery")
def its_answers_are_recorded_and_it_is_noted(stand: Stand) -> bool:
    item = _delivered(stand, fresh())
    taken = stand.takes("read_delivery", _key(item))
    items = stand.items(item["pk"]["S"])
    return taken and items[item["sk"]["S"]].get("state") == {"S": "read"} and len(items) > 1


@scenario("read_delivery")
def a_question_that_nobody_mapped_is_told(stand: Stand) -> bool:
    word = fresh()
    taken = stand.takes("read_delivery", _key(_delivered(stand, word)))
    return taken and bool(stand.kept(f'"survey": "{word}", "questions"'))


def _named(stand: Stand, word: str) -> Item:
    """A response that SurveyMonkey only named."""
    event = {"event_type": "response_completed", "event_id": word, "object_id": word, "resources": {"survey_id": word}}
    body, source = json.dumps(event).encode(), _source(stand, "surveymonkey")
    digest = b64encode(hmac.digest(source.signing()[0], body, "sha1")).decode()
    told = asked("POST", f"/s/surveymonkey/{source.keys[0]}", body.decode(), **{"sm-signature": digest})
    assert stand.answers("survey_delivered", 200, told)
    return _kept(stand, word)


@scenario("read_delivery")
def what_was_only_named_is_asked_for(stand: Stand) -> bool:
    word, url = fresh(), stand.stack.outputs["FetchQueueUrl"]
    stand.sqs.purge_queue(QueueUrl=url)
    taken = stand.takes("read_delivery", _key(_named(stand, word)))
    return taken and any(word in body for body in stand.taken_from(url))


def _wanted(item: Item, word: str) -> Item:
    return {**_key(item), "source": "surveymonkey", "survey": word, "response": word}


@contextmanager
def _asked_of(stand: Stand) -> Iterator[Stub]:
    """Let the function ask a vendor of ours."""
    name = stand.name_of("fetch_responses")
    standing = stand.lambdas.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    with vendor() as stub:
        told = {**standing, "VENDOR_SITE": stub.site}
        stand.lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": told})
        try:
            yield stub
        finally:
            stand.lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": standing})


@scenario("fetch_responses")
def what_was_named_is_fetched_and_kept(stand: Stand) -> bool:
    word = fresh()
    item = _named(stand, word)
    with _asked_of(stand) as stub:
        stub.answered(word, 3, "Crushed.")
        taken = stand.takes("fetch_responses", _wanted(item, word))
    kept = [one for name, one in stand.items(item["pk"]["S"]).items() if name.startswith("delivery#")]
    return taken and len(kept) == 2


@scenario("fetch_responses")
def what_may_not_be_asked_now_goes_back_into_the_queue(stand: Stand) -> bool:
    word, url = fresh(), stand.stack.outputs["FetchQueueUrl"]
    item = _named(stand, word)
    stand.sqs.purge_queue(QueueUrl=url)
    with _asked_of(stand) as stub:
        stub.faults.append((429, {"Retry-After": "1"}))
        taken = stand.takes("fetch_responses", _wanted(item, word))
    back = stand.waiting_or_delayed(url)
    stand.sqs.purge_queue(QueueUrl=url)
    return taken and back > 0
