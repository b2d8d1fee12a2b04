from operate.bench.figures import all_hold
from operate.bench.iam import Report, mistake_figures, read_report, right_figures

TOLD = """<testsuites><testsuite>
<testcase name="a">
<properties><property name="ours" value="4"/><property name="unneeded" value="0"/></properties></testcase>
<testcase name="b">
<properties><property name="ours" value="3"/><property name="unneeded" value="1"/></properties>
<failure message="one too many"/></testcase>
</testsuite></testsuites>"""


def test_what_functions_count_is_added_up() -> None:
    assert read_report(TOLD) == Report(tests=2, failed=1, counted={"ours": 7, "unneeded": 1})


def test_a_right_that_nothing_needs_does_not_hold() -> None:
    assert not all_hold(right_figures(read_report(TOLD)))
    assert all_hold(right_figures(Report(18, 0, {"ours": 80, "lambdas": 60, "unneeded": 0, "unproven": 2})))


def test_a_mistake_that_goes_unseen_does_not_hold() -> None:
    [figure] = mistake_figures(Report(100, 1, {}))
    assert (figure.within, dict(figure.parts)) == (False, {"mistakes seen": 99, "mistakes tried": 100})


def test_tests_that_could_not_run_do_not_hold() -> None:
    assert not all_hold(mistake_figures(Report(0, 1, {})))
