"""The map as a page of an atlas: moments across, the departments behind them down."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]


def atlas(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each journey of a map's document with its stages, its moments, and its departments' parts in them.

    A department that answers for a moment (its row comes first there) stands on the front stage,
    every other one behind the line of visibility.
    """
    rows = [row for row in document["parts"] if row["active"]]
    return [_journey(name, [row for row in rows if row["journey"] == name]) for name in _names(rows, "journey")]


def _journey(name: str, rows: list[Row]) -> dict[str, Any]:
    moments = _moments(rows)
    owners = {moment["owner"] for moment in moments}
    departments = [_department(department, moments, rows) for department in _names(rows, "department")]
    return {
        "name": name,
        "stages": [
            {"name": stage, "span": len(list(group))} for stage, group in groupby(moments, lambda one: one["stage"])
        ],
        "moments": moments,
        "front": [one for one in departments if one["name"] in owners],
        "back": [one for one in departments if one["name"] not in owners],
    }


def _moments(rows: list[Row]) -> list[dict[str, Any]]:
    """The touchpoints, those of a stage side by side, in the order of the map."""
    stages = _names(rows, "stage")
    first = {name: next(row for row in rows if row["touchpoint"] == name) for name in _names(rows, "touchpoint")}
    moments = [
        {"name": name, "stage": row["stage"], "channel": row["channel"], "owner": row["department"]}
        for name, row in first.items()
    ]
    return sorted(moments, key=lambda moment: stages.index(moment["stage"]))


def _department(name: str, moments: list[dict[str, Any]], rows: list[Row]) -> dict[str, Any]:
    own = [row for row in rows if row["department"] == name]
    cells = [
        {
            "moment": moment["name"],
            "answers": moment["owner"] == name,
            "parts": [row for row in own if row["touchpoint"] == moment["name"]],
        }
        for moment in moments
    ]
    return {"name": name, "cells": cells}


def _names(rows: Iterable[Row], column: str) -> list[str]:
    return list(dict.fromkeys(row[column] for row in rows))
