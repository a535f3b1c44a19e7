"""One thing of a machine, as the doctor tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    FINE = "fine"
    LACKING = "lacking"  # works, but something is not done
    BROKEN = "broken"  # audits cannot run


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at. remedy: one command or one sentence, "" when it is fine."""

    id: str
    name: str
    state: State
    says: str
    remedy: str = ""


def fine(id_: str, name: str, says: str) -> Examined:
    return Examined(id_, name, State.FINE, says)
