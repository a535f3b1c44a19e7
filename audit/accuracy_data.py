"""What was counted, as JSON-ready data: stable keys, shares rounded to four places."""

from __future__ import annotations

from typing import Any

from audit.measures import Disagreement, Measures, Tally
from model.reading import COMPONENTS


def data_of(measures: Measures) -> dict[str, Any]:
    """All figures and every disagreement."""
    return {
        "pages": measures.pages,
        "not_scored": measures.not_scored,
        **{
            medium: {
                **{topic.value: tally_data(tallies[topic]) for topic in COMPONENTS},
                "all": tally_data(measures.all(medium)),
            }
            for medium, tallies in measures.by_component.items()
        },
        "all": tally_data(measures.everything),
        "hard_negatives": {
            "pages": measures.hard_pages,
            "false_claims": measures.hard_false,
            "per_100_pages": rounded(measures.false_per_100),
        },
        "components_by_page_kind": {kind.value: tally_data(tally) for kind, tally in sorted(measures.by_kind.items())},
        "page_kind": page_kinds(measures),
        "quotes": {
            "met": measures.met,
            "not_in_the_page": [{"path": label.path, "quote": quote} for label, quote in measures.unproven],
        },
        "disagreements": [disagreement_data(one) for one in measures.disagreements],
    }


def tally_data(tally: Tally) -> dict[str, Any]:
    return {
        "hits": tally.hits,
        "false": tally.false,
        "missed": tally.missed,
        "precision": rounded(tally.precision),
        "recall": rounded(tally.recall),
        "f1": rounded(tally.f1),
    }


def rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def page_kinds(measures: Measures) -> dict[str, Any]:
    kinds = sorted({labelled for labelled, _ in measures.kinds} | {ours for _, ours in measures.kinds if ours})
    return {
        "agreed": measures.kinds_agreed,
        "of": measures.pages,
        "kinds": {kind.value: tally_data(measures.kind_tally(kind)) for kind in kinds},
        "confusions": [
            {"label": labelled.value, "ours": ours.value if ours else None, "pages": count}
            for (labelled, ours), count in sorted(measures.kinds.items(), key=lambda item: (-item[1], str(item[0])))
            if labelled is not ours
        ],
    }


def disagreement_data(one: Disagreement) -> dict[str, Any]:
    return {
        "path": one.label.path,
        "component": one.topic.value,
        "medium": one.medium,
        "what": "false" if one.claimed else "missed",
        "ours": {
            "verdict": one.said.verdict.value,
            "says": one.said.says,
            "quote": one.said.quote,
            "where": one.said.where,
        },
        "label": {"value": not one.claimed, "quote": one.expected, "trap": one.label.trap},
    }
