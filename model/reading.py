"""What the kept bytes say: sections of a document, services, and statements with their proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from model.evidence import Capture, LedgerLine, Reach, Target
from model.sentence import Sentence


class Topic(StrEnum):
    """What a statement is about. The first eight are the core components that `inspect` prints."""

    REQUIREMENTS = "requirements"  # persyaratan
    PROCEDURE = "procedure"  # sistem, mekanisme, dan prosedur
    COMPLETION_TIME = "completion_time"  # jangka waktu penyelesaian
    FEE = "fee"  # biaya/tarif
    PRODUCT = "product"  # produk pelayanan
    COMPLAINT_HANDLING = "complaint_handling"  # penanganan pengaduan, saran, dan masukan
    PLEDGE = "pledge"  # maklumat pelayanan
    LEGAL_BASIS = "legal_basis"  # dasar hukum

    COMPLAINT_PROCEDURE = "complaint_procedure"  # tata cara pengaduan
    COMPLAINT_OFFICER = "complaint_officer"  # pejabat pengelola pengaduan
    COMPLAINT_RECAP = "complaint_recap"  # rekapitulasi pengaduan
    LAPOR = "lapor"  # tautan SP4N-LAPOR!
    SERVICE_LIST = "service_list"  # daftar layanan
    SIPPN = "sippn"  # tautan SIPPN
    DECREE = "decree"  # SK penetapan standar pelayanan
    SPECIAL_SERVICES = "special_services"  # pelayanan khusus / kelompok rentan
    SURVEY = "survey"  # SKM / IKM
    VISION_MISSION = "vision_mission"  # visi dan misi
    MOTTO = "motto"  # moto pelayanan
    ADDRESS = "address"
    OFFICE_HOURS = "office_hours"  # jam layanan
    CONTACT = "contact"  # kontak umum
    INTEGRATED_SERVICE = "integrated_service"  # pelayanan terpadu / daring
    PPID = "ppid"  # pejabat pengelola informasi dan dokumentasi

    # with LEGAL_BASIS the eight components that need not be published (komponen manufacturing)
    FACILITIES = "facilities"  # sarana, prasarana, dan/atau fasilitas
    STAFF_COMPETENCE = "staff_competence"  # kompetensi pelaksana
    INTERNAL_SUPERVISION = "internal_supervision"  # pengawasan internal
    STAFF_NUMBER = "staff_number"  # jumlah pelaksana
    SERVICE_GUARANTEE = "service_guarantee"  # jaminan pelayanan
    SAFETY_GUARANTEE = "safety_guarantee"  # jaminan keamanan dan keselamatan pelayanan
    PERFORMANCE_EVALUATION = "performance_evaluation"  # evaluasi kinerja pelaksana


COMPONENTS: tuple[Topic, ...] = tuple(Topic)[:8]
"""The eight core components, in the order in which they are printed."""

PRODUCT_COMPONENTS: tuple[Topic, ...] = COMPONENTS[:6]
"""The six published components of PermenPANRB 15/2014, asked for every service."""


class PageKind(StrEnum):
    SERVICE = "service"
    STANDARD = "standard"
    PLEDGE = "pledge"
    COMPLAINTS = "complaints"
    TARIFF = "tariff"
    FAQ = "faq"
    NEWS = "news"
    MENU = "menu"
    PLACEHOLDER = "placeholder"
    PROFILE = "profile"
    DOCUMENT = "document"
    LOGIN = "login"
    ERROR = "error"
    PARKED = "parked"
    HACKED = "hacked"
    CHALLENGE = "challenge"
    OTHER = "other"


# --- a document as sections -------------------------------------------------------------------------------


class Zone(StrEnum):
    """Where on the page a section stands."""

    MAIN = "main"
    HEADER = "header"
    FOOTER = "footer"
    MENU = "menu"
    ASIDE = "aside"
    DIALOG = "dialog"  # modal windows: they belong to the page


class BlockKind(StrEnum):
    TEXT = "text"  # a paragraph or a line
    ITEM = "item"  # a list item
    ROW = "row"  # a table row, see cells
    IMAGE = "image"  # a picture; text is its alternative text


@dataclass(frozen=True, slots=True)
class Link:
    url: str  # absolute where the document has an address
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of text with a place.

    marker: "1.", "a)", "-" for items, else "". depth: nesting of lists, 0 = outermost. cells: texts of a table
    row, header: whether that row is made of header cells. where: a human place such as "tabel 1, baris 3",
    "halaman 2". page: PDF page from 1, else 0. links: in order. src: address of the picture for IMAGE.
    confidence: 0..1 from OCR, 1 for real text.
    """

    kind: BlockKind
    text: str
    marker: str = ""
    depth: int = 0
    cells: tuple[str, ...] = ()
    header: bool = False
    where: str = ""
    page: int = 0
    links: tuple[Link, ...] = ()
    src: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it until the next heading of the same or a higher level.

    level: 1..6, 0 for text before any heading. trail: the headings above, outermost first.
    """

    heading: str
    level: int
    trail: tuple[str, ...]
    zone: Zone
    blocks: tuple[Block, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page, PDF, Office file or image as sections. medium: "html", "pdf", "office", "text" or "image" (OCR).

    problems: short English codes, e.g. "no_text_layer", "too_large", "encrypted", "legacy_doc", "ocr_missing".
    images: addresses of the pictures that the main content shows, in order.
    """

    url: str
    medium: str
    title: str
    sections: tuple[Section, ...]
    images: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[str, ...] = ()
    author: str = ""
    pages: int = 0
    engine: str = ""  # the OCR with its version, e.g. "rapidocr 3.10.0", when pictures were read


# --- statements -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The proof of one statement (bukti): where the words stand, and the bytes that hold them.

    quote: words exactly as in the text of the page or of the OCR, whitespace folded, at most 300 characters.
    medium: "text", "pdf", "office" or "image". confidence: 0..1 from OCR, 1 for real text. at: UTC.
    """

    url: str
    quote: str
    where: str
    digest: str
    at: datetime
    medium: str = "text"
    confidence: float = 1.0


class Grade(StrEnum):
    """How far a citizen could act on a statement."""

    CLEAR = "clear"
    PARTIAL = "partial"  # something is there, but not enough to act on
    NAMED = "named"  # a heading, a menu word, a definition: no value


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a document says. value: a frozen dataclass of reading/ (typed value), or None.

    says: one sentence for people, which for PARTIAL and NAMED tells what is lacking or why it does not count.
    trap: code of the trap that was recognised, e.g. "definition", "placeholder", "office_hours", or "".
    """

    topic: Topic
    grade: Grade
    says: Sentence
    exhibits: tuple[Exhibit, ...]
    value: Any = None
    trap: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A service (produk layanan) with what is published about it. key: normalised name, unique within a Reading."""

    key: str
    name: str
    url: str
    statements: tuple[Statement, ...]
    also_at: tuple[str, ...] = ()
    owner: str = ""  # the agency the text names, when it is not the audited one
    same_text_as: str = ""  # key of another service whose text this one repeats

    def about(self, topic: Topic) -> tuple[Statement, ...]:
        return tuple(s for s in self.statements if s.topic == topic)


@dataclass(frozen=True, slots=True)
class Page:
    """One document that was read, with what it says. statements: those that belong to no single service.

    words, sketch: fingerprints of its own words, by which it is known again at another address.
    """

    url: str
    kind: PageKind
    title: str
    media: str
    digest: str
    services: tuple[Service, ...]
    statements: tuple[Statement, ...]
    chars: int
    medium: str = "html"
    problems: tuple[str, ...] = ()
    unread_images: tuple[str, ...] = ()  # pictures that may hold a standard and could not be read
    kind_says: Sentence | None = None  # why it was taken for this kind, when that matters to people
    words: str = ""
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one site.

    services: merged over the pages of the site, sorted by key. statements: of the agency, sorted.
    rules: version of the reading rules. ledger: the page ledger of the crawl, for coverage.
    """

    target: Target
    home: Reach
    pages: tuple[Page, ...]
    services: tuple[Service, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerLine, ...]
    rules: int
    notes: tuple[str, ...] = ()
    home_detail: str = ""

    def about(self, topic: Topic) -> tuple[Statement, ...]:
        """Statements on a topic, the agency's own first, then those bound to a service."""
        own = [s for s in self.statements if s.topic == topic]
        return tuple(own + [s for v in self.services for s in v.about(topic)])

    def kinds(self) -> Mapping[PageKind, int]:
        count: dict[PageKind, int] = {}
        for page in self.pages:
            count[page.kind] = count.get(page.kind, 0) + 1
        return count


def best(statements: Iterable[Statement]) -> Statement | None:
    """The strongest statement: CLEAR before PARTIAL before NAMED, then the first given."""
    order = (Grade.CLEAR, Grade.PARTIAL, Grade.NAMED)
    return min(statements, key=lambda s: order.index(s.grade), default=None)


@dataclass(frozen=True, slots=True)
class Source:
    """A kept document handed to the reader: its capture and its bytes."""

    capture: Capture
    body: bytes = field(repr=False)
