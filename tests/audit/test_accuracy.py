"""`patuh accuracy`: counting by hand, the proof of quotes, and what is said of labels that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit import cli
from audit.accuracy import AccuracyOrder, answer_for, compare, measure
from audit.accuracy_data import data_of
from audit.accuracy_page import page_of, table
from audit.inspect import Draft, look_at
from audit.labels import Label, read_labels
from audit.measures import Answer, Measures, Said, Tally
from audit.proofs import unproven
from audit.unfit import Unfit
from model.finding import Verdict
from model.reading import COMPONENTS, Exhibit, PageKind, Topic

SERVICE = """<!doctype html><html lang="id"><title>Surat Keterangan Domisili</title><main>
<h1>Surat Keterangan Domisili</h1>
<h2>Persyaratan</h2><ul><li>Fotokopi KTP pemohon</li><li>Surat pengantar RT dan RW</li></ul>
<h2>Jangka Waktu Penyelesaian</h2><p>2 (dua) <b>hari</b> kerja sejak berkas lengkap</p>
<h2>Biaya/Tarif</h2><p>Rp0 (gratis, tidak dipungut biaya)</p></main></html>"""
NEWS = """<!doctype html><html lang="id"><title>Kunjungan kerja</title><main><h1>Kunjungan kerja ke pasar</h1>
<p>Pasar, 3 Maret 2025. Kepala dinas meninjau pasar dan menyapa para pedagang pada hari Senin.</p></main></html>"""


def components(**true: bool | str) -> dict[str, bool | str]:
    return {topic.value: true.get(topic.value, False) for topic in COMPONENTS}


def row(path: str, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "path": path, "kind": "html", "page_kind": "service", "components": components(), "in_image_only": [],
        "quotes": {}, "trap": None, "title": "tidak dipakai",
    }  # fmt: skip
    return {**given, **changes}


def write(folder: Path, *rows: dict[str, Any] | str) -> Path:
    path = folder / "label.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "layanan.html").write_text(SERVICE, encoding="utf-8")
    (tmp_path / "berita.html").write_text(NEWS, encoding="utf-8")
    return tmp_path


def label(path: str = "a.html", kind: str = "html", pictures: tuple[Topic, ...] = (), **true: bool | str) -> Label:
    truth: Any = {topic: true.get(topic.value, False) for topic in COMPONENTS}
    return Label(path, Path(path), kind, PageKind.SERVICE, truth, frozenset(pictures), {})


def answer(*met: Topic, kind: PageKind = PageKind.SERVICE, partly: tuple[Topic, ...] = ()) -> Answer:
    def verdict(topic: Topic) -> Verdict:
        return Verdict.MET if topic in met else Verdict.PARTLY_MET if topic in partly else Verdict.NOT_MET

    return Answer(kind, {topic: Said(verdict(topic), "") for topic in COMPONENTS}, len(met))


# --- counting -----------------------------------------------------------------------------------------------


def test_a_tally_divides_by_hand() -> None:
    tally = Tally(hits=6, false=2, missed=4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_to_divide_is_no_figure() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert (Tally(missed=1).precision, Tally(missed=1).recall, Tally(missed=1).f1) == (None, 0.0, 0.0)


def test_hits_false_claims_and_misses_are_counted_by_component() -> None:
    counted = Measures()
    counted.add(label(fee=True, product=True), answer(Topic.FEE, Topic.PLEDGE))
    text = counted.by_component["text"]
    assert (text[Topic.FEE].hits, text[Topic.PLEDGE].false, text[Topic.PRODUCT].missed) == (1, 1, 1)
    assert counted.everything == Tally(1, 1, 1, 5)
    told = {(d.topic, d.claimed) for d in counted.disagreements}
    assert told == {(Topic.PLEDGE, True), (Topic.PRODUCT, False)}


@pytest.mark.parametrize("said", [answer(Topic.FEE), answer()])
def test_a_partial_label_is_never_scored(said: Answer) -> None:
    counted = Measures()
    counted.add(label(fee="partial"), said)
    assert counted.by_component["text"][Topic.FEE] == Tally()
    assert (counted.not_scored, counted.disagreements) == (1, [])


def test_met_in_part_claims_nothing() -> None:
    counted = Measures()
    counted.add(label(fee=True), answer(partly=(Topic.FEE, Topic.PLEDGE)))
    assert counted.everything == Tally(missed=1, silent=7)


def test_pictures_are_counted_apart() -> None:
    counted = Measures()
    counted.add(label(pictures=(Topic.FEE,), fee=True, product=True), answer(Topic.FEE, Topic.PRODUCT))
    counted.add(label(kind="image", pledge=True), answer())
    assert counted.by_component["image"][Topic.FEE].hits == 1
    assert counted.by_component["text"][Topic.PRODUCT].hits == 1
    assert counted.by_component["image"][Topic.PLEDGE].missed == 1
    assert counted.by_component["text"][Topic.FEE] == Tally()


def test_only_pages_that_hold_nothing_are_hard_negatives() -> None:
    counted = Measures()
    counted.add(label("a"), answer(Topic.FEE, Topic.PLEDGE))
    counted.add(label("b"), answer())
    counted.add(label("c", fee=True), answer(Topic.PLEDGE))
    counted.add(label("d", fee="partial"), answer(Topic.PLEDGE))
    assert (counted.hard_pages, counted.hard_false, counted.false_per_100) == (2, 2, 100.0)


def test_kinds_of_pages_agree_or_not() -> None:
    counted = Measures()
    counted.add(label("a"), answer())
    counted.add(label("b"), answer(kind=PageKind.NEWS))
    assert counted.kinds_agreed == 1
    assert counted.kind_tally(PageKind.SERVICE) == Tally(hits=1, missed=1)
    assert counted.kind_tally(PageKind.NEWS) == Tally(false=1, silent=1)
    assert data_of(counted)["page_kind"]["confusions"] == [{"label": "service", "ours": "news", "pages": 1}]


def test_figures_by_kind_of_page_follow_the_label() -> None:
    counted = Measures()
    counted.add(label(fee=True), answer(Topic.FEE, kind=PageKind.NEWS))
    assert counted.by_kind == {PageKind.SERVICE: Tally(hits=1, silent=7)}


# --- reading ------------------------------------------------------------------------------------------------


def test_pages_are_judged_as_inspect_judges_them(folder: Path) -> None:
    from audit.inspect import inspect_file

    (found,) = read_labels(write(folder, row("layanan.html")))
    said = answer_for(found, folder)
    inspected = inspect_file(Draft(folder / "layanan.html", folder))
    assert {t.value: s.verdict.value for t, s in said.said.items()} == {
        name: told["verdict"] for name, told in inspected["components"].items()
    }
    assert said.claims(Topic.REQUIREMENTS)


def test_a_whole_set_from_labels_to_figures(folder: Path) -> None:
    truth = components(requirements=True, completion_time=True, fee=True, product="partial", pledge=True)
    labels = write(folder, row("layanan.html", components=truth), row("berita.html", page_kind="news"))
    counted = measure(read_labels(labels), folder)
    assert counted.everything.hits == 3
    assert [(d.topic, d.claimed) for d in counted.disagreements] == [(Topic.PLEDGE, False)]
    assert (counted.hard_pages, counted.hard_false) == (1, 0)
    assert counted.met > 0
    assert counted.unproven == []


def exhibit_of(folder: Path, quote: str) -> tuple[str, ...]:
    evidence, bodies = look_at(Draft(folder / "layanan.html", folder))
    page = evidence.captures[0]
    return unproven([Exhibit(page.url, quote, "", page.digest, page.at)], evidence, bodies)


def test_a_quote_of_the_page_is_found_across_tags_and_lines(folder: Path) -> None:
    assert exhibit_of(folder, "2 (dua) hari kerja sejak\nberkas lengkap") == ()


@pytest.mark.parametrize("quote", ["3 (tiga) hari kerja", "", "font-weight"])
def test_words_that_the_page_does_not_hold_are_told(folder: Path, quote: str) -> None:
    assert exhibit_of(folder, quote) == (quote,)


def test_proof_from_another_file_is_no_proof(folder: Path) -> None:
    evidence, bodies = look_at(Draft(folder / "layanan.html", folder))
    page = evidence.captures[0]
    elsewhere = Exhibit(page.url, "Fotokopi KTP pemohon", "", "0" * 64, page.at)
    assert unproven([elsewhere], evidence, bodies) == ("Fotokopi KTP pemohon",)


def test_a_claim_without_proof_changes_the_exit_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = write(folder, row("layanan.html"))
    assert compare(AccuracyOrder(labels)) == cli.Exit.FINE
    monkeypatch.setattr("audit.accuracy.unproven", lambda *_: ("tidak ada di sana",))
    assert compare(AccuracyOrder(labels)) == cli.Exit.BELOW


# --- what is written ----------------------------------------------------------------------------------------


def test_json_and_markdown_are_written(folder: Path) -> None:
    labels = write(folder, row("layanan.html", components=components(pledge=True), quotes={"pledge": "Kami sanggup"}))
    told = CliRunner().invoke(
        cli.app, ["accuracy", str(labels), "--json", str(folder / "a.json"), "--markdown", str(folder / "a.md")]
    )
    assert told.exit_code == 0, told.output
    data = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    assert data["text"]["pledge"] == {
        "hits": 0, "false": 0, "missed": 1, "precision": None, "recall": 0.0, "f1": 0.0,
    }  # fmt: skip
    missed = next(d for d in data["disagreements"] if d["component"] == "pledge")
    assert (missed["what"], missed["label"]["quote"]) == ("missed", "Kami sanggup")
    false = next(d for d in data["disagreements"] if d["component"] == "fee")
    assert (false["what"], false["ours"]["quote"]) == ("false", "Rp0 (gratis, tidak dipungut biaya)")
    assert "Kami sanggup" in (folder / "a.md").read_text(encoding="utf-8")


def test_words_of_others_make_no_markup() -> None:
    shown = table(("Kutipan",), [("a | b <script>alert(1)</script>\n# judul",)])
    assert shown.splitlines()[-1] == r"| a \| b \<script\>alert(1)\</script\> \# judul |"


def test_an_empty_count_is_still_a_page() -> None:
    assert page_of(Measures(), "label.jsonl").startswith("# Ketelitian")


# --- labels that cannot be used -----------------------------------------------------------------------------

GOOD = row("layanan.html")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{", "bukan objek JSON"),
        ("[" * 100_000, "bukan objek JSON"),
        ("[]", "sesuai"),
        ({k: v for k, v in GOOD.items() if k != "components"}, "“components” belum ada"),
        (row("layanan.html", components={"fee": True}), "komponen kurang atau tidak dikenal"),
        (row("layanan.html", components={**components(), "biaya": True}), "biaya"),
        (row("layanan.html", components=components(fee="maybe")), "“components.fee”"),
        (row("layanan.html", components=components(fee=1)), "“components.fee”"),  # type: ignore[arg-type] # on purpose
        (row("layanan.html", page_kind="brochure"), "brochure"),
        (row("layanan.html", in_image_only=["tarif"]), "tarif"),
        (row("tidak-ada.html"), "tidak ditemukan"),
        (row("../di-luar.html"), "di luar folder"),
        (row("/etc/hostname"), "di luar folder"),
        (row("berita.html"), "sudah diberi label pada baris 1"),
    ],
)
def test_a_bad_line_is_named(folder: Path, bad: dict[str, Any] | str, words: str) -> None:
    labels = write(folder, row("berita.html"), bad)
    with pytest.raises(Unfit) as told:
        read_labels(labels)
    assert f"{labels}:2: " in str(told.value)
    assert words in str(told.value)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe{"])
def test_a_file_without_labels_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "label.jsonl"
    path.write_bytes(content)
    with pytest.raises(Unfit, match=r"label\.jsonl"):
        read_labels(path)


def test_on_the_command_line_bad_labels_are_one_sentence_and_exit_code_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = write(folder, "{")
    monkeypatch.setattr("sys.argv", ["patuh", "accuracy", str(labels)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.Exit.WRONG_USE
    assert f"patuh: {labels}:1: " in capsys.readouterr().err


def test_a_file_outside_the_root_is_told(folder: Path) -> None:
    (folder / "lain").mkdir()
    with pytest.raises(Unfit, match="--root"):
        compare(AccuracyOrder(write(folder, row("layanan.html")), root=folder / "lain"))


def test_a_folder_that_cannot_be_written_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from audit.commands import run_accuracy

    order = AccuracyOrder(write(folder, row("layanan.html")), json=folder / "berita.html" / "ada.json")
    assert run_accuracy(order) == cli.Exit.ENVIRONMENT
    assert "berita.html" in capsys.readouterr().err
