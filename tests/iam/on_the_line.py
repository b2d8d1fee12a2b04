"""What is carried on, decided, mailed and counted; what people see and do."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from iam.at_the_doors import FORM, answer, fresh
from iam.events import asked, streamed, told
from iam.scenario import scenario
from iam.stand import OPENING, Stand
from operate.demo.doors import hidden_fields
from throughline.domain.device import asking_of, code_for
from throughline.domain.seal import line_of, nonce_of

PRAISE = "Thank you to the packer who wrapped the lamp so carefully, the customer was delighted."
RIDDLE = "Something felt odd today."


def answered(stand: Stand) -> tuple[str, str]:
    """Line and key of a customer's answer that the bus has just brought."""
    word = fresh()
    detail = {**answer(word), "touchpoint_hint": OPENING, "verbatim": f"The lamp's box was crushed, {word}."}
    event = {"id": word, "detail-type": "SurveyResponse", "source": "shop.till", "detail": detail}
    assert stand.takes("event_arrived", event)
    item = stand.kept(word)
    assert item is not None
    return item["pk"]["S"], item["sk"]["S"]


@scenario("carry")
def a_note_is_carried_to_routing(stand: Stand) -> bool:
    fact = stand.items(stand.note())["fact"]
    return (stand.call("carry", streamed(fact)) or {}).get("route") == 1


@scenario("carry")
def a_letter_is_carried_to_the_post(stand: Stand) -> bool:
    letter = stand.items(stand.routed())["letter#case#1"]
    return (stand.call("carry", streamed(letter)) or {}).get("letters") == 1


@scenario("carry")
def an_answer_is_carried_to_the_count(stand: Stand) -> bool:
    line, fact = answered(stand)
    return (stand.call("carry", streamed(stand.items(line)[fact])) or {}).get("tally") == 1


@scenario("carry")
def a_case_is_told_to_other_systems(stand: Stand) -> bool:
    case = stand.items(stand.routed())["case#1"]
    return (stand.call("carry", streamed(case)) or {}).get("public") == 1


@scenario("route_issue")
def an_issue_becomes_a_case_and_a_letter(stand: Stand) -> bool:
    line = stand.note()
    routed = stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    return routed and {"case#1", "letter#case#1"} <= set(stand.items(line))


@scenario("route_issue")
def praise_becomes_thanks(stand: Stand) -> bool:
    line = stand.note(PRAISE, kind="praise")
    return stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"}) and "thanks#1" in stand.items(line)


@scenario("route_issue")
def praise_by_name_is_told_to_whom_it_names(stand: Stand) -> bool:
    person = stand.readers[0]
    line = stand.note(f"{PRAISE} We thank {stand.name(person)}.", kind="praise", email="ros.wren@oakandlantern.example")
    routed = stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    return routed and person in stand.items(line)["thanks#1"]["body"]["S"]


@scenario("route_issue")
def a_riddle_waits_for_a_person(stand: Stand) -> bool:
    line = stand.note(RIDDLE, touchpoint="")
    return stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"}) and "parked" in stand.items(line)


@scenario("route_issue")
def words_of_a_low_score_are_gathered(stand: Stand) -> bool:
    line, fact = answered(stand)
    routed = stand.takes("route_issue", {"id": line, "pk": line, "sk": fact})
    return routed and any(name.startswith("gathered#") for name in stand.items(line))


@scenario("carry")
def a_riddle_is_carried_to_be_weighed(stand: Stand) -> bool:
    parked = stand.items(stand.routed(RIDDLE, touchpoint=""))["parked"]
    return (stand.call("carry", streamed(parked)) or {}).get("meaning") == 1


@scenario("weigh_meaning")
def a_riddle_gets_its_suggestions(stand: Stand) -> bool:
    line = stand.routed(RIDDLE, touchpoint="")
    taken = stand.takes("weigh_meaning", {"id": line, "pk": line, "sk": "parked"})
    return taken and "pending" not in stand.items(line)["parked"]


@scenario("send_letter")
def a_letter_becomes_a_mail(stand: Stand) -> bool:
    line, letter = stand.routed(), "letter#case#1"
    sent = stand.takes("send_letter", {"id": line, "pk": line, "sk": letter})
    return sent and stand.items(line)[letter]["state"] == {"S": "sent"}


@scenario("send_letter")
def a_letter_in_doubt_is_shown_to_a_person(stand: Stand) -> bool:
    line, letter = stand.routed(), "letter#case#1"
    stand.mark(line, letter, state={"S": "claimed"}, tries={"N": "2"}, lease_until={"N": "1"})
    taken = stand.takes("send_letter", {"id": line, "pk": line, "sk": letter})
    return taken and stand.items(line)[letter]["state"] == {"S": "refused"} and bool(stand.kept(f"{line} {letter}"))


@scenario("tally_answer")
def an_answer_is_counted_once(stand: Stand) -> bool:
    line, fact = answered(stand)
    message = {"id": line, "pk": line, "sk": fact}
    taken = stand.takes("tally_answer", message) and stand.takes("tally_answer", message)
    return taken and "counted#recommend" in stand.items(line)


@scenario("case_page")
def a_department_sees_its_case(stand: Stand) -> bool:
    token = stand.link("case", f"{stand.routed()}/1")
    return stand.answers("case_page", 200, asked("GET", f"/c/{token}", **FORM), OPENING)


@scenario("case_page")
def a_department_answers_its_case(stand: Stand) -> bool:
    line = stand.routed()
    path = f"/c/{stand.link('case', f'{line}/1')}"
    page = (stand.call("case_page", asked("GET", path, **FORM)) or {}).get("body", "")
    nonce = hidden_fields(page).get("nonce", "")
    step = {"nonce": nonce, "action": "answer", "text": "We have asked the packers."}
    return stand.answers("case_page", 200, told("POST", path, step)) and "step#1#0002" in stand.items(line)


@scenario("desk_page")
def a_department_sees_its_inbox(stand: Stand) -> bool:
    case = json.loads(stand.items(stand.routed())["case#1"]["body"]["S"])
    token = stand.link("desk", quote(case["department"]))
    stranger = (stand.call("desk_page", asked("GET", f"/d/{token}", **FORM)) or {}).get("body", "")
    asking = hidden_fields(stranger).get("asking", "")
    wished = stand.answers("desk_page", 200, told("POST", f"/d/{token}", {"action": "send_code", "asking": asking}))
    mine = asking_of(stand.root, case["department"], asking)
    digits = {"action": "code", "asking": asking, "code": code_for(stand.root, mine) if mine else ""}
    answer = stand.call("desk_page", told("POST", f"/d/{token}", digits)) or {}
    carried = "".join(answer.get("cookies", ())).partition(";")[0]
    sheet = asked("GET", f"/d/{token}?sheet=a4", cookie=carried, **FORM)
    printed = stand.answers("desk_page", 200, sheet, "Fifteen minutes")
    inbox = asked("GET", f"/d/{token}", cookie=carried, **FORM)
    return wished and printed and stand.answers("desk_page", 200, inbox, OPENING)


@scenario("receipt_page")
def a_receipt_tells_what_became_of_a_note(stand: Stand) -> bool:
    identity = fresh()
    said = stand.call("feedback_form", told("POST", f"/f/{stand.place}", {"id": identity, "text": identity})) or {}
    receipt = json.loads(said["body"])["receipt"]
    return stand.answers("receipt_page", 200, asked("GET", f"/r?receipt={receipt}", **FORM), identity)


@scenario("receipt_page")
def whoever_wrote_says_where_it_was(stand: Stand) -> bool:
    said = stand.call("feedback_form", told("POST", f"/f/{stand.place}", {"id": fresh(), "text": RIDDLE})) or {}
    receipt = json.loads(said["body"])["receipt"]
    line = line_of(stand.root, receipt)
    assert stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    chosen = told("POST", "/r", {"receipt": receipt, "touchpoint": OPENING})
    return stand.answers("receipt_page", 200, chosen) and "case#1" in stand.items(line)


@scenario("receipt_page")
def whoever_wrote_says_more(stand: Stand) -> bool:
    said = stand.call("feedback_form", told("POST", f"/f/{stand.place}", {"id": fresh(), "text": RIDDLE})) or {}
    receipt = json.loads(said["body"])["receipt"]
    line = line_of(stand.root, receipt)
    assert stand.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
    assert stand.answers("receipt_page", 200, told("POST", "/r", {"receipt": receipt, "touchpoint": OPENING}))
    nonce = nonce_of(stand.root, f"receipt|{line}/1", 1)
    more = {"receipt": receipt, "number": "1", "nonce": nonce, "action": "reply", "text": "Once more."}
    return stand.answers("receipt_page", 200, told("POST", "/r", more)) and "said#1#0002" in stand.items(line)


@scenario("map_page")
def everyone_sees_the_map(stand: Stand) -> bool:
    return stand.answers("map_page", 200, asked("GET", f"/map/{stand.link('map', 'staff')}", **FORM), OPENING)


@scenario("api_document")
def programs_read_how_to_speak_to_us(stand: Stand) -> bool:
    return stand.answers("api_document", 200, told("GET", "/openapi.json"), "openapi")


@scenario("mail_outcome")
def what_was_sent_is_noted(stand: Stand) -> bool:
    line, letter = stand.routed(), "letter#case#1"
    tags = {"line": [line.encode().hex()], "letter": [letter.encode().hex()]}
    noted = stand.takes("mail_outcome", {"eventType": "Send", "mail": {"messageId": "m", "tags": tags}})
    return noted and stand.items(line)[letter]["state"] == {"S": "sent"}


@scenario("mail_outcome")
def a_complaint_ends_the_digest(stand: Stand) -> bool:
    person = stand.readers[0]
    report = {"eventType": "Complaint", "mail": {"messageId": "m", "tags": {"person": [person]}}}
    noted = stand.takes("mail_outcome", report)
    return noted and stand.choice_of(person) == "off" and stand.choose(person, "weekly")


@scenario("carry")
def what_a_vendor_sent_is_carried_to_its_reader(stand: Stand) -> bool:
    delivery = {"pk": {"S": fresh()}, "sk": {"S": "delivery#1"}, "announces": {"S": "delivery.received"}}
    return (stand.call("carry", streamed(delivery)) or {}).get("read") == 1


@scenario("sweep")
def what_a_vendor_sent_is_handed_out_again(stand: Stand) -> bool:
    line = fresh()
    key = {"pk": {"S": line}, "sk": {"S": "delivery#1"}}
    told = {"pending": {"S": "P#0"}, "pending_since": {"S": "2026-01-01T00+00:00"}}
    stand.table.put_item(TableName=stand.stack.outputs["LedgerTable"], Item={**key, **told})
    counts = stand.call("sweep", {"time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}) or {}
    stand.forget(line, "delivery#1")
    return int(counts.get("read", 0)) > 0


@scenario("sweep")
def what_waits_is_handed_out_again(stand: Stand) -> bool:
    stand.routed()
    answered(stand)
    later = datetime.now(UTC) + timedelta(hours=3)
    counts = stand.call("sweep", {"time": later.strftime("%Y-%m-%dT%H:%M:%SZ")}) or {}
    return {"route", "letters", "tally"} <= set(counts)
