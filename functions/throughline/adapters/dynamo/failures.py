"""What the tables raise when they don't answer."""

from pynamodb.exceptions import PynamoDBException

STORE_FAILURES = (PynamoDBException,)
