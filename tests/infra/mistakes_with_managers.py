"""Mistakes with the managers' door and their pool."""

from infra import manage_rules
from infra.mistake import Mistake, having, without

MISTAKES = {
    "a page without the door": Mistake(
        "ManageTriagePost", without("AuthorizationType"), manage_rules.managers_pages_stand_behind_the_door
    ),
    "a page behind another door": Mistake(
        "ManageMapGet", having(AuthorizerId="other"), manage_rules.managers_pages_stand_behind_the_door
    ),
    "the way in behind the door": Mistake(
        "ManageSessionIn",
        having(AuthorizationType="CUSTOM", AuthorizerId={"Ref": "ManageDoorAuthorizer"}),
        manage_rules.managers_pages_stand_behind_the_door,
    ),
    "an ended session opens for a while": Mistake(
        "ManageDoorAuthorizer", having(AuthorizerResultTtlInSeconds=300), manage_rules.the_door_is_asked_each_time
    ),
    "the door believes any token": Mistake(
        "ManageDoorAuthorizer", having(AuthorizerType="JWT"), manage_rules.the_door_is_asked_each_time
    ),
    "another function is asked": Mistake(
        "ManageDoorAuthorizer", having(AuthorizerUri="elsewhere"), manage_rules.the_door_is_asked_each_time
    ),
    "anybody signs up": Mistake(
        "Manage/Managers", without("AdminCreateUserConfig"), manage_rules.only_managers_are_let_in
    ),
    "tokens go through browsers": Mistake(
        "Manage/Client", having(AllowedOAuthFlows=["implicit"]), manage_rules.only_managers_are_let_in
    ),
    "codes go to others": Mistake(
        "Manage/Client", having(CallbackURLs=["https://else.example"]), manage_rules.only_managers_are_let_in
    ),
    "the pool goes with its stack": Mistake(
        "Manage/Managers", without("DeletionPolicy"), manage_rules.only_managers_are_let_in, whole=True
    ),
}
