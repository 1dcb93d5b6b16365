"""`[tool.typedsoap]`: facts about the run."""

from __future__ import annotations

from typedsoap.config.model import Config, ServiceConfig

__all__ = ["Config", "ServiceConfig"]
