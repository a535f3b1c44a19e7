"""The vocabulary files have the shape that their readers expect, and a mistake in one is told by file and key."""

import pytest

from model.reading import COMPONENTS
from reading.vocabulary import VocabularyError, normalise, pairs, pattern, words
from reading.vocabulary.load import FOLDER, LABELS_FILE, read_labels, read_lists
from reading.vocabulary.phrases import compile_phrases
from reading.vocabulary.spelling import slips

OTHER_PARTS = {
    "facilities", "staff_competence", "internal_supervision", "staff_number", "service_guarantee", "safety_guarantee",
    "performance_evaluation",
}  # fmt: skip


def test_the_labels_cover_the_fourteen_parts_of_the_law():
    names = {entry.component for entry in read_labels(FOLDER / LABELS_FILE)}
    assert names >= {t.value for t in COMPONENTS} | OTHER_PARTS


@pytest.mark.parametrize(
    "path", sorted(p for p in FOLDER.glob("*.toml") if p.name != LABELS_FILE), ids=lambda p: p.name
)
def test_every_list_compiles_and_finds_its_own_phrases(path):
    for name, phrases in read_lists(path).items():
        found = pattern(name)
        if all(" = " in p for p in phrases):
            assert pairs(name)
            continue
        for phrase in phrases:
            assert found.search(f"; {phrase.strip('*')} ;"), (name, phrase)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[topic.price]\nlabels = ['x']", r"bad\.toml: \[topic\.price\] is not a topic"),
        ("[topic.fee]\nheads = ['x']", r"bad\.toml: \[topic\.fee\] needs \"labels\""),
        ("[topic.fee]\nlabels = 'x'", r"bad\.toml: topic\.fee\.labels should be a list"),
        ("[topic.fee]\nlabels = ['a', 'a']", r"bad\.toml: topic\.fee\.labels holds 'a' more than once"),
        ("[topic.fee]\nlabels = [' a']", r"bad\.toml: topic\.fee\.labels holds ' a'"),
        ("[colour.fee]\nlabels = ['a']", r"bad\.toml: unknown group"),
        ("[topic.fee", r"bad\.toml: "),
    ],
)
def test_a_mistake_in_the_labels_is_told_by_file_and_key(tmp_path, text, message):
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        read_labels(path)


def test_a_mistake_in_a_list_is_told_by_file_and_key(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text("free = [1, 2]", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"bad\.toml: free should be a list"):
        read_lists(path)


def test_an_unknown_list_is_an_error():
    with pytest.raises(KeyError):
        words("no_such_list")


def test_phrases_match_whole_words_over_any_spacing():
    found = compile_phrases(["tidak dipungut", "penyelesai*"])
    assert found.search("TIDAK\n  dipungut biaya")
    assert found.search("penyelesaiannya")
    assert not found.search("setidak dipungut")
    assert not found.search("tidak dipungutnya")


def test_the_longest_phrase_wins():
    assert compile_phrases(["surat", "surat izin"]).findall("surat izin usaha") == ["surat izin"]


def test_normalise_makes_one_form():
    assert normalise("  “Biaya\u00a0–  Tarif”\u200b ") == '"biaya - tarif"'


@pytest.mark.parametrize(
    ("a", "b", "count"), [("biaya", "biaya", 0), ("baiya", "biaya", 1), ("biaa", "biaya", 1), ("syarat", "surat", 2)]
)
def test_slips(a, b, count):
    assert slips(a, b) == count
