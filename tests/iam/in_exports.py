"""Exports of survey tools that somebody stores, to be counted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from iam.at_the_doors import fresh
from iam.scenario import scenario
from iam.stand import Item, Stand
from throughline.domain.delivery import line_of_response
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question

FAR = "\n" * 1000  # so that the next row is in another part
NO_TIME = 30  # seconds, of which a part leaves more


def _export(stand: Stand, word: str, rows: str) -> Item:
    """A source of its own with a mapping, and S3's word of its export."""
    survey = MappedSurvey(f"tally-{word}", word, (Question("score", Metric.CSAT, (1, 5)),), response_id="id")
    item = {"pk": f"SURVEYS#{survey.source}", "sk": word, "body": json.dumps(survey.as_document()), "version": "1"}
    stand.table.put_item(
        TableName=stand.stack.outputs["AtlasTable"], Item={name: {"S": value} for name, value in item.items()}
    )
    key = f"surveys/{survey.source}/{word}.csv"
    stand.stack.client("s3").put_object(
        Bucket=stand.stack.outputs["MailBucket"], Key=key, Body=f"id,score\n{rows}".encode()
    )
    return {"Records": [{"s3": {"object": {"key": key, "size": len(rows)}}}]}


def _counts(stand: Stand, word: str, response: str) -> bool:
    return "fact#score" in stand.items(line_of_response(f"tally-{word}", response))


@scenario("import_answers")
def an_export_is_counted_and_deleted(stand: Stand) -> bool:
    word = fresh()
    taken = stand.takes("import_answers", _export(stand, word, "r1,5\n"))
    return taken and _counts(stand, word, "r1") and f"{word}.csv" not in stand.stored_mails()


@scenario("import_answers")
def an_export_with_a_fault_is_shown_and_stays(stand: Stand) -> bool:
    word = fresh()
    taken = stand.takes("import_answers", _export(stand, word, "r1,eleven\n"))
    return taken and bool(stand.kept(f"{word}.csv")) and f"{word}.csv" in stand.stored_mails()


@scenario("import_answers")
def an_export_that_is_gone_is_passed_over(stand: Stand) -> bool:
    return stand.takes("import_answers", {"Records": [{"s3": {"object": {"key": f"surveys/tally/{fresh()}.csv"}}}]})


@contextmanager
def _in_a_hurry(stand: Stand) -> Iterator[None]:
    name = stand.name_of("import_answers")
    standing = stand.lambdas.get_function_configuration(FunctionName=name)["Timeout"]
    stand.lambdas.update_function_configuration(FunctionName=name, Timeout=NO_TIME)
    try:
        yield
    finally:
        stand.lambdas.update_function_configuration(FunctionName=name, Timeout=standing)


@scenario("import_answers")
def the_rest_of_an_export_is_asked_for(stand: Stand) -> bool:
    word, url = fresh(), stand.url_of(stand.mapping_of("import_answers")["EventSourceArn"])
    stand.sqs.purge_queue(QueueUrl=url)
    told = _export(stand, word, f"r1,5\n{FAR}r2,5\n")
    with _in_a_hurry(stand):
        taken = stand.takes("import_answers", told) and not _counts(stand, word, "r2")
    rest = [json.loads(body) for body in stand.taken_from(url)]
    return taken and any(one.get("after") for one in rest)
