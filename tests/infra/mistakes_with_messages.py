"""Mistakes with messages: lost, repeated for ever, blocking others, or sent by the wrong ones."""

from infra import message_rules, wiring_rules
from infra.mistake import Mistake, having, statement, trigger, without

MISTAKES = {
    "a queue shows messages again too soon": Mistake(
        "RouteQueue", having(VisibilityTimeout=60), message_rules.queues_wait_for_their_function
    ),
    "a queue shows messages again at once": Mistake(
        "LettersQueue", without("VisibilityTimeout"), message_rules.queues_wait_for_their_function
    ),
    "a queue tries for ever": Mistake("TallyQueue", without("RedrivePolicy"), message_rules.queues_have_an_end),
    "a queue tries once": Mistake(
        "TallyQueue", lambda p: p["RedrivePolicy"].update(maxReceiveCount=1), message_rules.queues_have_an_end
    ),
    "a failure is forgotten after four days": Mistake(
        "DigestFailed", without("MessageRetentionPeriod"), message_rules.queues_have_an_end
    ),
    "a failure is forgotten before its queue's": Mistake(
        "Data/MailQueue", having(MessageRetentionPeriod=1_209_600), message_rules.queues_have_an_end
    ),
    "a queue is in the clear": Mistake(
        "RouteQueue", having(SqsManagedSseEnabled=False), message_rules.queues_are_encrypted
    ),
    "a queue is not watched": Mistake(
        "SweepFailed", having(QueueName="unheard-of"), message_rules.alarms_hear_of_every_queue
    ),
    "a batch fails as one": Mistake(
        "RouteIssue", lambda p: trigger(p).pop("FunctionResponseTypes"), message_rules.messages_fail_alone
    ),
    "a burst takes the whole account": Mistake(
        "SendLetter", lambda p: trigger(p).pop("ScalingConfig"), message_rules.messages_fail_alone
    ),
    "the stream starts at the end": Mistake(
        "Carry", lambda p: trigger(p).update(StartingPosition="LATEST"), message_rules.the_stream_goes_on
    ),
    "a bad record is never found": Mistake(
        "Carry", lambda p: trigger(p).pop("BisectBatchOnFunctionError"), message_rules.the_stream_goes_on
    ),
    "a bad record is tried for a day": Mistake(
        "Carry", lambda p: trigger(p).pop("MaximumRetryAttempts"), message_rules.the_stream_goes_on
    ),
    "a bad record gets old": Mistake(
        "Carry", lambda p: trigger(p).update(MaximumRecordAgeInSeconds=-1), message_rules.the_stream_goes_on
    ),
    "every write wakes the carrier": Mistake(
        "Carry", lambda p: trigger(p).pop("FilterCriteria"), message_rules.the_stream_goes_on
    ),
    "a clock keeps summer time": Mistake(
        "PlanDigests",
        lambda p: trigger(p).update(ScheduleExpressionTimezone="Europe/London"),
        message_rules.clocks_tell_their_time,
    ),
    "a clock that failed is lost": Mistake(
        "Sweep", lambda p: trigger(p).pop("DeadLetterConfig"), message_rules.clocks_tell_their_time
    ),
    "a clock does not tell its time": Mistake(
        "PlanDigests", lambda p: trigger(p).pop("Input"), message_rules.clocks_tell_their_time
    ),
    "the bus loses events": Mistake(
        "ArrivalsRule", lambda p: p["Targets"][0].pop("DeadLetterConfig"), message_rules.hand_overs_have_an_end
    ),
    "the topic may not keep what it could not hand over": Mistake(
        "OutcomeQueuePolicy", lambda p: p["Queues"].pop(), message_rules.hand_overs_have_an_end
    ),
    "a clock has a name that another stack has": Mistake(
        "Sweep", lambda p: trigger(p).pop("Name"), message_rules.clocks_tell_their_time
    ),
    "the topic wraps messages": Mistake(
        "OutcomeSubscription", without("RawMessageDelivery"), message_rules.hand_overs_have_an_end
    ),
    "the topic loses messages": Mistake(
        "OutcomeSubscription", without("RedrivePolicy"), message_rules.hand_overs_have_an_end
    ),
    "anybody may send to a queue": Mistake(
        "OutcomeQueuePolicy", lambda p: statement(p, 0).pop("Condition"), message_rules.senders_are_named
    ),
    "a sender may read": Mistake(
        "Data/MailQueuePolicy",
        lambda p: statement(p, 0).update(Action=["sqs:SendMessage", "sqs:ReceiveMessage"]),
        message_rules.senders_are_named,
    ),
    "a queue may not be read": Mistake(
        "TallyAnswerRole",
        lambda p: p["Policies"][0]["PolicyDocument"]["Statement"].pop(),
        message_rules.messages_may_be_taken,
    ),
    "a record given up leaves no note": Mistake(
        "Carry", lambda p: trigger(p).pop("DestinationConfig"), message_rules.the_stream_goes_on
    ),
    "a clock's function that failed is lost": Mistake(
        "Sweep", without("EventInvokeConfig"), message_rules.clocks_tell_their_time
    ),
    "a queue has nobody who takes from it": Mistake(
        "TallyAnswer", without("Events"), wiring_rules.every_queue_is_emptied
    ),
    "a queue has two who take from it": Mistake(
        "TallyAnswer",
        lambda p: trigger(p).update(Queue={"Fn::GetAtt": ["RouteQueue", "Arn"]}),
        wiring_rules.every_queue_is_emptied,
    ),
    "a function has nothing that wakes it": Mistake("Carry", without("Events"), wiring_rules.every_function_is_woken),
    "what the stream gave up is forgotten": Mistake(
        "CarryFailed", without("MessageRetentionPeriod"), wiring_rules.every_queue_is_emptied
    ),
    "a queue tries a hundred times": Mistake(
        "RouteQueue", lambda p: p["RedrivePolicy"].update(maxReceiveCount=100), message_rules.queues_have_an_end
    ),
    "an end is an end of something else": Mistake(
        "RouteQueue",
        lambda p: p["RedrivePolicy"].update(deadLetterTargetArn="arn:aws:sqs:else"),
        message_rules.queues_have_an_end,
    ),
    "one message at a time": Mistake(
        "SendLetter",
        lambda p: trigger(p)["ScalingConfig"].update(MaximumConcurrency=1),
        message_rules.messages_fail_alone,
    ),
    "a clock strikes in the hour that spring leaves out": Mistake(
        "PlanDigests",
        lambda p: trigger(p).update(
            ScheduleExpression="cron(30 1 * * ? *)", ScheduleExpressionTimezone="Europe/London"
        ),
        message_rules.clocks_tell_their_time,
    ),
    "a clock strikes once a day": Mistake(
        "PlanDigests",
        lambda p: trigger(p).update(ScheduleExpression="cron(0 9 * * ? *)"),
        wiring_rules.clocks_strike_every_hour,
    ),
    "a clock strikes some time near the hour": Mistake(
        "Sweep",
        lambda p: trigger(p).update(FlexibleTimeWindow={"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 30}),
        wiring_rules.clocks_strike_every_hour,
    ),
    "a late start is tried for a day": Mistake(
        "Sweep", lambda p: trigger(p).pop("RetryPolicy"), wiring_rules.clocks_strike_every_hour
    ),
    "a failing start is tried for six hours": Mistake(
        "PlanDigests",
        lambda p: p["EventInvokeConfig"].pop("MaximumEventAgeInSeconds"),
        wiring_rules.clocks_strike_every_hour,
    ),
    "a start is never tried again": Mistake(
        "PlanDigests",
        lambda p: p["EventInvokeConfig"].update(MaximumRetryAttempts=0),
        wiring_rules.clocks_strike_every_hour,
    ),
    "the bus may not send to its queue": Mistake(
        "ArrivalsQueuePolicy", lambda p: statement(p, 0)["Resource"].pop(0), wiring_rules.senders_reach_their_queues
    ),
    "a queue lets in nobody": Mistake(
        "OutcomeQueuePolicy", lambda p: statement(p, 0).update(Effect="Deny"), wiring_rules.senders_reach_their_queues
    ),
    "a queue lets in any rule": Mistake(
        "ArrivalsQueuePolicy",
        lambda p: statement(p, 0).update(Condition={"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}),
        wiring_rules.senders_reach_their_queues,
    ),
    "stored mail may not be told": Mistake(
        "Data/MailQueuePolicy",
        lambda p: statement(p, 0)["Principal"].update(Service="sns.amazonaws.com"),
        wiring_rules.senders_reach_their_queues,
    ),
    "the topic sends by another way": Mistake(
        "OutcomeSubscription", having(Protocol="sqs-fifo"), wiring_rules.senders_reach_their_queues
    ),
    "our own events come in again": Mistake(
        "ArrivalsRule",
        lambda p: p["EventPattern"]["detail-type"].append("CaseRouted"),
        wiring_rules.only_known_events_come_in,
    ),
    "every event comes in": Mistake(
        "ArrivalsRule", having(EventPattern={"source": [{"prefix": ""}]}), wiring_rules.only_known_events_come_in
    ),
    "the account's bus is listened to": Mistake(
        "ArrivalsRule", without("EventBusName"), wiring_rules.only_known_events_come_in
    ),
    "an alarm tells nobody": Mistake("Watch/GivenUp", having(AlarmActions=[]), message_rules.alarms_are_heard),
    "an alarm comes a day late": Mistake(
        "Watch/DoorErrors", having(EvaluationPeriods=288), message_rules.alarms_are_heard
    ),
    "an alarm is silent when all is silent": Mistake(
        "Watch/Silence", without("TreatMissingData"), message_rules.alarms_are_heard
    ),
    "an alarm adds up more than it may": Mistake(
        "Watch/GivenUp", lambda p: p["Metrics"].append(p["Metrics"][1]), message_rules.alarms_are_heard
    ),
}
