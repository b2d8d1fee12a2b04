"""That digests do not go, counted, so that an alarm tells whoever is on duty."""

from aws_lambda_powertools import Metrics
from aws_lambda_powertools.metrics import MetricUnit


def stopped() -> None:
    """Once more."""
    metrics = Metrics(namespace="Throughline")
    metrics.add_metric("DigestStopped", MetricUnit.Count, 1)
    metrics.flush_metrics()
