"""Structured logs: one JSON object a line in an installation, readable lines in the demo."""

from __future__ import annotations

from typing import Any

import structlog

from cchc.site.configuration import Configuration

SHARED: list[structlog.types.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=False, key="at"),
    structlog.processors.StackInfoRenderer(),
]
TRACEBACKS = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
"""Without the values of variables: they are what people typed."""


def logging_settings(configuration: Configuration) -> dict[str, Any]:
    """Django's LOGGING; sets structlog up on the way, so that both write through one door."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structured": _formatter(configuration)},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": configuration.log_level},
        "loggers": {
            "django": {"handlers": [], "level": configuration.log_level, "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "propagate": True},
            "procrastinate": {"level": "WARNING"},
            "procrastinate.worker": {"level": "CRITICAL"},
            "procrastinate.worker.cchc": {"level": "WARNING"},
            "fontTools": {"level": "ERROR"},
            "pdfminer": {"level": "ERROR"},
        },
    }


def _formatter(configuration: Configuration) -> dict[str, Any]:
    """Lines for people in the demo, JSON with tracebacks as data in an installation."""
    renderers: list[structlog.types.Processor] = (
        [
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            )
        ]
        if configuration.demo or configuration.debug
        else [
            structlog.processors.ExceptionRenderer(TRACEBACKS),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    )
    return {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder(), _without_request],
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
    }


def _without_request(
    logger: Any, method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    """Drop the request that Django adds: its address may carry what somebody typed."""
    event.pop("request", None)
    return event
