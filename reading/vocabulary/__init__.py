"""The words of the field as data: what a label names, and lists of phrases, in TOML files that anyone can edit.

topic_of_label("3. Jangka Waktu Penyelesian")   -> Topic.COMPLETION_TIME
component_of_label("Jaminan Pelayanan")          -> "service_guarantee"
split_label("Biaya/Tarif : Gratis")              -> Label(component="fee", text="Biaya/Tarif", rest="Gratis")
pattern("free").search(text)                     -> the words "tidak dipungut biaya", wherever they stand
"""

from reading.vocabulary.labels import (
    Label,
    component_of_label,
    components_of_label,
    goes_on,
    split_label,
    topic_of_label,
)
from reading.vocabulary.load import VocabularyError, fold_signs, normalise, pairs, words
from reading.vocabulary.phrases import pattern

__all__ = [
    "Label",
    "VocabularyError",
    "component_of_label",
    "components_of_label",
    "fold_signs",
    "goes_on",
    "normalise",
    "pairs",
    "pattern",
    "split_label",
    "topic_of_label",
    "words",
]
