"""Batches: several operations in one request, run one after the other, within the limits of one request."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from gql.compiler.errors import LimitExceeded
from gql.limits.excess import excess, require
from gql.limits.table import Limits
from gql.schema.errors import Code
from gql.schema.execution import Answer
from gql.web.at_once import Response
from gql.web.media_types import JSON
from gql.web.refusal import Refusal
from gql.web.requests import Parameters, parameters
from gql.web.responses import FIELDS

Batch = Sequence[Parameters]

Measure = Callable[[Parameters], int | Answer]
"""How many rows an operation may touch, or the answer that says why it may not run. Raises Refusal."""

Run = Callable[[Parameters], Awaitable[Answer]]
"""The answer to an operation. Raises Refusal, and whatever ends the whole request."""


def read_batch(given: Sequence[Any], limits: Limits) -> Batch:
    """What the operations of a batch ask for. Raises Refusal for one that is too large, or holds something else."""
    if not given:
        raise Refusal(400, "the batch is empty; send the operations in it")
    with _Bounded():
        require("batch", "operations of the batch", len(given), limits.batch)
    batch = [_read(each, number) for number, each in enumerate(given)]
    with _Bounded():
        require("characters", "characters of the documents of the batch",
                sum(len(each.query or "") for each in batch), limits.characters)
    return batch


async def answer_batch(batch: Batch, measure: Measure, run: Run, limits: Limits) -> list[bytes]:
    """The answers to the operations, in their order, as JSON. Raises Refusal if they cost too much together.

    Each is a transaction of its own: what one could not do undoes nothing of another. When the time is over, or the
    answers are as long as one may be, no more are begun.
    """
    until = asyncio.get_running_loop().time() + limits.deadline
    measured = [await _measured(each, measure) for each in batch]
    with _Bounded():
        require("cost", "rows that the operations of the batch may touch",
                sum(each for each in measured if isinstance(each, int)), limits.cost)
    answers: list[bytes] = []
    for each, found in zip(batch, measured, strict=True):
        answer = found if isinstance(found, Answer) else _unbegun(answers, until, limits) or await _run(
            each, run, until, limits)
        answers.append(answer.json)
    return answers


def respond_all(answers: Sequence[bytes]) -> Response:
    """The response: an array, which only the older media type knows; its status says nothing of the operations."""
    return Response(200, FIELDS[JSON], b"[" + b",".join(answers) + b"]")


class _Bounded:
    """A block in which LimitExceeded ends the whole request."""

    def __enter__(self) -> None:
        """Nothing has been done yet."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Say it as a refusal."""
        if isinstance(error, LimitExceeded):
            raise Refusal(413, str(error), code=Code.LIMIT) from None


def _read(given: Any, number: int) -> Parameters:
    try:
        return parameters(given)
    except Refusal as refusal:
        raise Refusal(refusal.status, f"operation {number} of the batch: {refusal.message}") from None


async def _measured(asked: Parameters, measure: Measure) -> int | Answer:
    """Others have their turn between two documents, which take long to validate."""
    await asyncio.sleep(0)
    try:
        return measure(asked)
    except Refusal as refusal:
        return _failed(refusal.code, refusal.message)


def _unbegun(answers: Sequence[bytes], until: float, limits: Limits) -> Answer | None:
    """The answer to an operation that is not begun any more, if that is so."""
    if asyncio.get_running_loop().time() >= until:
        return _failed(Code.TIMEOUT, f"{_late(limits)}; this operation was not begun")
    length = sum(map(len, answers))
    if length > limits.answer:
        error = excess("answer", "bytes of the answers before this one", length, limits.answer)
        return _failed(Code.LIMIT, f"{error}; this operation was not begun")
    return None


async def _run(asked: Parameters, run: Run, until: float, limits: Limits) -> Answer:
    try:
        async with asyncio.timeout_at(until) as deadline:
            return await run(asked)
    except Refusal as refusal:
        return _failed(refusal.code, refusal.message)
    except TimeoutError:
        if not deadline.expired():
            raise
    return _failed(Code.TIMEOUT, f"{_late(limits)}; what it was about to change may yet be changed: look before you "
                                 "repeat it")


def _late(limits: Limits) -> str:
    return f"the batch took longer than {limits.deadline} seconds (limits.deadline)"


def _failed(code: str, message: str) -> Answer:
    return Answer(None, [{"message": message, "extensions": {"code": code}}], ran=False)
