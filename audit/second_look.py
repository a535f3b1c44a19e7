"""A new failure is looked at twice (dilihat dua kali): a site that has just become worse is visited again later.

One bad hour of a server must not become a month's verdict. What the second visit sees counts, and the notes say so.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.audit import Audit
from model.evidence import Reach
from model.finding import Verdict

NOTE = "seen_twice"
PAUSES = 30  # pauses between requests to one host that lie between the two visits, at least
SURE = (Reach.READ, Reach.DISALLOWED)
"""The start page was read, or robots.txt said plainly that it is not to be."""


def deserves_second_look(audit: Audit, history: Iterable[Audit]) -> bool:
    """The site could not be audited, or an indicator that was met in the newest earlier audit is not met any more.

    history: earlier audits of the same agency, in time order.
    """
    if audit.home not in SURE:
        return not audit.home_detail.startswith("address_")  # an address that is never asked for stays so
    earlier = [past for past in history if past.run != audit.run and past.scorecard.audited]
    if not earlier or not audit.scorecard.audited:
        return False
    met = {p.indicator for p in earlier[-1].scorecard.points if p.verdict is Verdict.MET}
    return any(p.verdict is Verdict.NOT_MET and p.indicator in met for p in audit.scorecard.points)
