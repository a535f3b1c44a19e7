"""The technical log: one JSON object a line, apart from what people read. Line breaks and control codes are escaped."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path


class JsonLines(logging.Formatter):
    """A record as one line of JSON: at (UTC), level, name, message, trace."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "name": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True)


def log_to(path: Path) -> None:
    """Send the log of this process to a file, once. Raises OSError."""
    root = logging.getLogger()
    if any(isinstance(h, logging.FileHandler) and h.baseFilename == str(path.resolve()) for h in root.handlers):
        return
    file = logging.FileHandler(path, encoding="utf-8")
    file.setFormatter(JsonLines())
    root.addHandler(file)
    root.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # one line a request would drown the rest
