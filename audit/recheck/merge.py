"""Two pieces of evidence made one: what was seen now, and of the last time what was not asked again.

The merged evidence is judged as a whole, by the same rules as any other; so a recheck can be replayed and disputed like
every audit. What is taken over keeps the time at which it was seen.
"""

from __future__ import annotations

from dataclasses import replace

from model.evidence import Evidence, LedgerLine, Reach, Why


def merge(last: Evidence, now: Evidence, run: str, period: str) -> Evidence:
    """The evidence of a recheck. run, period: of the audit that it goes on from.

    A site whose home page could not be read now is not audited: then nothing is taken over.
    """
    if now.home is not Reach.READ:
        return replace(now, notes=(*now.notes, f"recheck_of:{period}"))
    looked_at = {line.url for line in now.ledger if line.visited and line.why is not Why.TAKEN_OVER}
    seen = {capture.url for capture in now.captures}
    taken = tuple(c for c in last.captures if c.url not in seen and c.url not in looked_at)
    notes = (*dict.fromkeys((*now.notes, *_lasting(last))), f"recheck_of:{period}", f"taken_over:{len(taken)}")
    return replace(
        now,
        captures=(*now.captures, *taken),
        ledger=_ledger(last, now),
        notes=notes,
        base=run,
        taken_over=tuple(c.url for c in taken),
    )


def _ledger(last: Evidence, now: Evidence) -> tuple[LedgerLine, ...]:
    """The lines of now, those that were not asked again as they were; then what only the last ledger has."""
    old = {(line.url, line.resource): line for line in last.ledger}
    by_url = {line.url: line for line in last.ledger}
    lines = []
    for line in now.ledger:
        known = old.get((line.url, line.resource)) or by_url.get(line.url)
        lines.append(known if line.why is Why.TAKEN_OVER and known is not None else line)
    there = {line.url for line in lines}
    read_now = {line.url for line in now.ledger if line.visited and line.reach is Reach.READ}
    left = (line for line in last.ledger if line.url not in there)
    # an entry that only a script opened, of a page that was read now, has an address since, or is gone
    return (*lines, *(line for line in left if not (line.why is Why.SCRIPT and line.parent in read_now)))


def _lasting(last: Evidence) -> tuple[str, ...]:
    """Notes on the site; those on the last recheck itself are not repeated."""
    return tuple(n for n in last.notes if n.partition(":")[0] not in ("recheck_of", "taken_over"))
