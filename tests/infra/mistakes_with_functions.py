"""Mistakes with functions: what they may do, what they are told, how they run."""

from infra import function_rules, right_rules, wiring_rules
from infra.mistake import Mistake, having, statement, variables, without

MISTAKES = {
    "a role may do anything": Mistake(
        "FeedbackFormRole",
        lambda p: statement(p, 1).update(Action=["dynamodb:*"]),
        function_rules.privileges_are_narrow,
    ),
    "a role may touch anything": Mistake(
        "FeedbackFormRole", lambda p: statement(p, 1).update(Resource="*"), function_rules.privileges_are_narrow
    ),
    "mail may be sent as anybody": Mistake(
        "SendLetterRole", lambda p: statement(p, 2).update(Resource=["*"]), function_rules.privileges_are_narrow
    ),
    "a role is anybody's": Mistake(
        "CasePageRole",
        lambda p: p["AssumeRolePolicyDocument"]["Statement"][0].update(Principal="*"),
        function_rules.roles_are_its_own,
    ),
    "a role has a ready-made policy": Mistake(
        "CasePageRole",
        having(ManagedPolicyArns=["arn:aws:iam::aws:policy/PowerUser"]),
        function_rules.roles_are_its_own,
    ),
    "a function borrows a role": Mistake(
        "CasePage", having(Role={"Fn::GetAtt": ["RouteIssueRole", "Arn"]}), function_rules.roles_are_its_own
    ),
    "a function gets SAM's own policies": Mistake(
        "CasePage", having(Policies=["AWSLambdaExecute"]), function_rules.roles_are_its_own
    ),
    "a function may touch what it does not know": Mistake(
        "MapPage", lambda p: variables(p).pop("ATLAS_TABLE"), function_rules.privileges_fit_the_environment
    ),
    "a function knows what it may not touch": Mistake(
        "MapPage",
        lambda p: variables(p).update(ROUTE_QUEUE={"Ref": "RouteQueue"}),
        function_rules.privileges_fit_the_environment,
    ),
    "a secret stands in the environment": Mistake(
        "MapPage", lambda p: variables(p).update(API_KEY="abc"), function_rules.nothing_secret_in_the_environment
    ),
    "a function runs on another Python": Mistake(
        "MapPage", having(Runtime="python3.9"), function_rules.runtime_is_the_built_one
    ),
    "a function logs where all do": Mistake(
        "MapPage", without("LoggingConfig"), function_rules.logs_are_its_own_and_end
    ),
    "a log never forgets": Mistake("MapPageLog", without("RetentionInDays"), function_rules.logs_are_its_own_and_end),
    "a role may send mail only in parts": Mistake(
        "SendLetterRole", lambda p: statement(p, 2).update(Action="ses:SendEmail"), right_rules.mail_may_be_sent_raw
    ),
    "a role may not use its configuration set": Mistake(
        "SendDigestRole",
        lambda p: statement(p, 5)["Resource"]["Fn::If"][2].pop(),
        right_rules.mail_may_be_sent_raw,
    ),
    "a role may do what there is not": Mistake(
        "SendLetterRole", lambda p: statement(p, 2).update(Action=["ses:SendMail"]), right_rules.actions_are_real
    ),
    "a role may put an item into a bucket": Mistake(
        "FeedbackMailRole", lambda p: statement(p, 1).update(Action=["dynamodb:PutItem"]), right_rules.actions_are_real
    ),
    "a role may do all but one thing": Mistake(
        "CasePageRole",
        lambda p: statement(p, 1).update(NotAction=statement(p, 1).pop("Action"), Action=[]),
        right_rules.statements_only_allow,
    ),
    "a role may touch any index": Mistake(
        "SweepRole",
        lambda p: statement(p, 1).update(Resource={"Fn::Sub": "${Data.Outputs.LedgerArn}/index/*"}),
        function_rules.privileges_are_narrow,
    ),
    "a role may touch all mail": Mistake(
        "FeedbackMailRole",
        lambda p: statement(p, 1).update(Resource={"Fn::Sub": "${Data.Outputs.MailBucketArn}/*"}),
        function_rules.privileges_are_narrow,
    ),
    "a role is wider on AWS than here": Mistake(
        "SendDigestRole", lambda p: statement(p, 5).update(Resource="*"), function_rules.privileges_are_narrow
    ),
    "a role may do more here than on AWS": Mistake(
        "SweepRole",
        lambda p: statement(p, 1).update(Action={"Fn::If": ["IsLocal", ["dynamodb:Scan"], ["dynamodb:Query"]]}),
        function_rules.privileges_are_narrow,
    ),
    "looking at the map may change it": Mistake(
        "MapPageRole",
        lambda p: statement(p, 1).update(Action=["dynamodb:GetItem", "dynamodb:UpdateItem"]),
        right_rules.looking_changes_nothing,
    ),
    "a case is acknowledged by GET": Mistake(
        "CasePagePost", having(RouteKey="GET /c/{token}/acknowledge"), right_rules.looking_changes_nothing
    ),
    "a door takes every method": Mistake(
        "DeskPageGet", having(RouteKey="ANY /d/{token}"), right_rules.looking_changes_nothing
    ),
    "words are translated unasked": Mistake(
        "SendLetterRole",
        lambda p: statement(p, -1)["Fn::If"].__setitem__(0, "ReceivesMail"),
        right_rules.words_leave_only_by_choice,
    ),
    "whoever translates may do more": Mistake(
        "CasePageRole",
        lambda p: statement(p, -1)["Fn::If"][1]["Action"].append("translate:ImportTerminology"),
        function_rules.privileges_are_narrow,
    ),
    "a function may not write its log": Mistake(
        "CarryRole", lambda p: statement(p, 0)["Action"].pop(), wiring_rules.lambda_may_do_its_part
    ),
    "a function may not read its stream": Mistake(
        "CarryRole",
        lambda p: statement(p, 1)["Action"].remove("dynamodb:GetShardIterator"),
        wiring_rules.lambda_may_do_its_part,
    ),
    "a function may not hand over what failed": Mistake(
        "SweepRole", lambda p: statement(p, 2)["Resource"].pop(), wiring_rules.lambda_may_do_its_part
    ),
    "a function thinks for longer than anybody waits": Mistake(
        "FeedbackForm", having(Timeout=60), right_rules.people_get_their_answer_in_time
    ),
    "a function has code of its own": Mistake(
        "MapPage", having(Layers=["arn:aws:lambda:layer"]), function_rules.runtime_is_the_built_one
    ),
    "a role may also be taken on by another account": Mistake(
        "SweepRole",
        lambda p: p["AssumeRolePolicyDocument"]["Statement"].append(
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}}
        ),
        function_rules.roles_are_its_own,
    ),
}
