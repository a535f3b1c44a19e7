"""What kind of page a document is, by what it says and not by its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from model.reading import COMPONENTS, PRODUCT_COMPONENTS, Document, Grade, PageKind, Topic
from reading.components import Found
from reading.descriptions import DESCRIPTION
from reading.fees import TABLE_SIZE, Fee
from reading.gated import compiled
from reading.news import is_announcement, is_dated, is_news
from reading.page_text import PageText, gives_documents
from reading.vocabulary import component_of_label, pattern, topic_of_label

LITTLE = 220
"""Characters of main content below which a page holds nothing to read, when it names a part and does not give it."""

NEXT_TO_NOTHING = 100
"""Characters of main content below which a page holds nothing to read, whatever it is about."""

_STANDARD = compiled(r"standa?r[dt]?\s+(?:pelayanan|layanan)|\bsop\b|standar\s+operasional", re.I)
_HEADLINES = 6
_FILE_NAME = compiled(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods)\b", re.I)


def kind_of(document: Document, text: PageText, found: Sequence[Found]) -> PageKind:
    """The kind of an ordinary page (states such as "hacked" are told before)."""
    titles = f"{document.title}\n" + "\n".join(text.headings[:_HEADLINES])
    clear = {f.judged.topic for f in found if f.judged.grade is Grade.CLEAR and f.judged.value != DESCRIPTION}
    product = [t for t in PRODUCT_COMPONENTS if t in clear and t is not Topic.COMPLAINT_HANDLING]
    named = {f.judged.topic for f in found}
    if document.medium not in ("html", "text") and not clear:
        return PageKind.DOCUMENT
    if len(product) < 3 and any(
        component_of_label(t) == "news" for t in (document.title.split(" - ")[0], *text.headings[:1])
    ):
        return PageKind.NEWS
    if _titled_faq(document.title, text):
        return PageKind.FAQ
    labelled = {f.judged.topic for f in found if f.part.component == f.judged.topic} & set(product)
    if len(labelled) < 2 and is_news(text.main, text.sentences):
        return PageKind.NEWS
    if _is_faq(document, text):
        return PageKind.FAQ
    if Topic.PLEDGE in clear and (len(product) <= 1 or (len(product) < 4 and _is_titled_pledge(document, text))):
        return PageKind.PLEDGE
    if product == [Topic.FEE] and (_says(titles, Topic.FEE) or _is_price_list(found)):
        return PageKind.TARIFF
    if len(product) >= 4 or (product and _STANDARD.search(titles)):
        return PageKind.STANDARD
    described = Topic.PRODUCT in {f.judged.topic for f in found} and Topic.PRODUCT not in clear
    if product and len(product) + described == 3 and _STANDARD.search(_words_of_address(document.url)):
        return PageKind.STANDARD  # half a standard, in the folder of standards
    if _is_about_complaints(document, text, named, product):
        return PageKind.COMPLAINTS
    if product:
        return PageKind.DOCUMENT if document.medium == "office" else PageKind.SERVICE
    return _without_values(document, text, titles, found)


def _without_values(document: Document, text: PageText, titles: str, found: Sequence[Found]) -> PageKind:
    clear = {f.judged.topic for f in found if f.judged.grade is Grade.CLEAR and f.judged.value != DESCRIPTION}
    little = len(text.main) < LITTLE
    if len(text.main) < 1_500 and pattern("placeholder_words").search(text.main):
        return PageKind.PLACEHOLDER
    if little:
        if gives_documents(document):
            return PageKind.MENU
        return PageKind.PLACEHOLDER if len(text.main) < NEXT_TO_NOTHING or _promises(found) else PageKind.OTHER
    if pattern("profile_cues").search(titles) or clear & {Topic.VISION_MISSION}:
        return PageKind.PROFILE
    if text.link_share > 0.45 or (text.sentences < 4 and (_FILE_NAME.search(text.main) or gives_documents(document))):
        return PageKind.MENU
    if _STANDARD.search(titles):
        return PageKind.STANDARD
    if (text.sentences >= 4 and is_dated(text.main)) or (
        not clear & set(COMPONENTS) and is_announcement(document.title, text)
    ):
        return PageKind.NEWS
    if not clear & set(COMPONENTS) and _is_front(document.url):
        return PageKind.PROFILE
    return PageKind.OTHER


def _promises(found: Sequence[Found]) -> bool:
    """Whether a page names a part of a standard, the pledge or the like, and does not give it."""
    return any(f.judged.grade is not Grade.CLEAR and f.judged.topic is not Topic.LEGAL_BASIS for f in found)


def _is_price_list(found: Sequence[Found]) -> bool:
    fees = (f.judged.value for f in found if f.judged.topic is Topic.FEE and f.judged.grade is Grade.CLEAR)
    return any(isinstance(fee, Fee) and len(fee.amounts) >= TABLE_SIZE for fee in fees)


def _is_front(url: str) -> bool:
    """Whether an address is that of a front page: one that tells of no service presents the agency."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.query and bool(_FRONT.fullmatch(parts.path))


_FRONT = re.compile(r"/?(?:(?:index|home|beranda|default)(?:\.\w{3,5})?)?/?", re.I)


def _words_of_address(url: str) -> str:
    return re.sub(r"[\W_]+", " ", unquote(url.partition("?")[0]))


def _is_titled_pledge(document: Document, text: PageText) -> bool:
    return any(_says(t, Topic.PLEDGE) for t in (document.title, *text.headings[:1]))


def _titled_faq(title: str, text: PageText) -> bool:
    """Whether a page says that it holds questions and answers, and does: "Q : ...", "A : ..."."""
    titled = pattern("faq_cues").search("\n".join((title, *text.headings[:2])))
    return bool(titled) and len(_QUESTION.findall(text.main)) >= _FEWEST_QUESTIONS


_FEWEST_QUESTIONS = 2
_QUESTION = re.compile(r"^\s*(?:[QTqt]|Tanya|Pertanyaan)\s*:|\?\s*$", re.M)


def _is_faq(document: Document, text: PageText) -> bool:
    asked = sum(1 for h in text.headings if h.rstrip().endswith("?"))
    titled = f"{document.title}\n{text.main[:300]}"
    if asked < 4 and text.main.count("?\n") >= 4 and pattern("faq_cues").search(titled):
        return True  # questions set as plain lines
    return asked >= 4 or bool(pattern("faq_cues").search(document.title) and asked)


def _is_about_complaints(document: Document, text: PageText, named: set[Topic], product: Sequence[Topic]) -> bool:
    titled = any(_says(t, Topic.COMPLAINT_HANDLING) for t in (document.title, *text.headings[:3]))
    complaint = {Topic.COMPLAINT_HANDLING, Topic.COMPLAINT_PROCEDURE, Topic.COMPLAINT_OFFICER} & named
    if len(product) > 1:
        return False
    nouns = pattern("complaint_nouns")
    # how soon a complaint is answered may look like the time norm of a service
    answered = set(product) <= {Topic.COMPLETION_TIME} and nouns.search("\n".join((document.title, *text.headings[:1])))
    return bool(titled or (complaint and answered))


def _says(text: str, topic: Topic) -> bool:
    """Whether a line of titles is a label of the topic."""
    pieces = [p for line in text.split("\n") for p in re.split(r"\s+[-|–»]\s+", line)]
    group = {topic, Topic.COMPLAINT_PROCEDURE} if topic is Topic.COMPLAINT_HANDLING else {topic}
    return any(topic_of_label(p) in group for p in pieces if p.strip())
