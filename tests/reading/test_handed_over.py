"""The product that the last step hands over; and papers that only go to and fro."""

from __future__ import annotations

import pytest

from model.reading import Block, BlockKind, Zone
from reading.handed_over import product_handed_over
from reading.parts import Part


def given(*steps: str, label: str = "Prosedur") -> str:
    blocks = tuple(Block(BlockKind.ITEM, text, marker=f"{n}.") for n, text in enumerate(steps, 1))
    judged = product_handed_over(Part("procedure", label, "", (), blocks, Zone.MAIN))
    return judged.shown[0][1] if judged else ""


@pytest.mark.parametrize(
    "step",
    [
        "Petugas menyerahkan Kutipan Akta Kematian kepada pelapor",
        "Pemohon menerima Surat Keterangan Usaha",
        "KTP-el yang sudah jadi diserahkan kepada pemohon",
        "Petugas menyerahkan Surat Pindah ke loket untuk diserahkan kepada pemohon",
        "Anda akan menerima Kartu Keluarga terbaru",
    ],
)
def test_a_document_that_is_handed_over_is_the_product(step: str) -> None:
    assert given("Pemohon datang ke loket", step) in step
    assert given("Pemohon datang ke loket", step)


@pytest.mark.parametrize(
    "step",
    [
        "Petugas menyerahkan surat tanda terima berkas kepada pemohon",
        "Pemohon menerima kartu antrian",
        "Surat penolakan diberikan kepada pemohon",
        "Petugas memberikan surat pengantar kepada warga",
        "Pemohon menerima surat",
        "Berkas dikembalikan kepada pemohon",
        "Pengadu menerima surat jawaban atas pengaduan dan petugas menyerahkan surat jawaban kepada masyarakat",
    ],
)
def test_papers_on_the_way_are_none(step: str) -> None:
    assert given("Pemohon datang ke loket", step) == ""
