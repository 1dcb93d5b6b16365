"""Errors whose types the contract gives."""

from __future__ import annotations

from ._runtime.errors import OperationFailed as AnyOperationFailed
from ._runtime.errors import ResultFailed
from .types import Problem, SignInResult


class OperationFailed(AnyOperationFailed[Problem]):
    """The reply says that the operation failed."""


class SignInRefused(OperationFailed, ResultFailed[SignInResult]):
    """Signing in was refused."""

    def __init__(self, result: SignInResult) -> None:
        super().__init__(message="the result says that the operation failed")
        self.result = result
