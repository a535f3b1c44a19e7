"""Which government a unit belongs to: people write its id, its name, or a short form of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from audit.columns import government_key
from audit.target_row import make_id
from model.evidence import Target


@dataclass(frozen=True, slots=True)
class Parent:
    """id: of the parent, or "". missing: the list holds no target with that id."""

    id: str
    missing: bool = False


def find_parents(targets: Collection[Target]) -> Iterator[tuple[Target, Parent]]:
    """Each target with its parent, in order. A target that names itself, or a ring of targets, has none."""
    ids = {target.id for target in targets}
    by_name = {government_key(target.name): target.id for target in targets}
    ambiguous: dict[str, set[str]] = {}
    for key, id_ in by_name.items():
        ambiguous.setdefault(key.partition(" ")[2], set()).add(id_)  # "muna barat" for "kabupaten muna barat"
    by_place = {place: next(iter(found)) for place, found in ambiguous.items() if len(found) == 1}

    def look_up(target: Target) -> Parent:
        said = target.parent
        if not said:
            return Parent("")
        key = government_key(said)
        found = said if said in ids else by_name.get(key) or by_place.get(key)
        if found is None:
            return Parent(make_id(said), missing=True)
        return Parent("" if found == target.id else found)

    parents = {target.id: look_up(target) for target in targets}
    for target in targets:
        yield target, Parent("") if _in_ring(target.id, parents) else parents[target.id]


def _in_ring(start: str, parents: dict[str, Parent]) -> bool:
    seen: set[str] = set()
    at = start
    while at in parents and parents[at].id and at not in seen:
        seen.add(at)
        at = parents[at].id
    return at == start and bool(seen)
