"""What one part of a page comes to, before it is bound to a service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from model.reading import Block, Exhibit, Grade, Statement, Topic
from model.sentence import Sentence
from reading.proof import Witness, exhibit


@dataclass(frozen=True, slots=True)
class Judged:
    """topic, grade and sentence as in a Statement. shown: blocks with the words that their quotes must hold."""

    topic: Topic
    grade: Grade
    says: Sentence
    shown: tuple[tuple[Block, str], ...]
    value: Any = None
    trap: str = ""

    def statement(self, witness: Witness, where: str = "") -> Statement:
        proofs: list[Exhibit] = []
        for block, wanted in self.shown:
            proof = exhibit(witness, block, wanted, where)
            if proof.quote and proof not in proofs:
                proofs.append(proof)
        return Statement(self.topic, self.grade, self.says, tuple(proofs[:3]), self.value, self.trap)
