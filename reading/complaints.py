"""Penanganan pengaduan: a channel of the agency's own that is offered for complaints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from model.reading import Block, BlockKind, Grade, Topic, Zone
from model.sentence import say
from reading.contacts import OWN_CHANNELS, Contact, ContactKind, find_contacts, has_invented_contact
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.parts import Part
from reading.vocabulary import component_of_label, pattern

_KINDS = {
    ContactKind.PHONE: "telepon",
    ContactKind.WHATSAPP: "WhatsApp",
    ContactKind.EMAIL: "surel",
    ContactKind.FORM: "formulir",
    ContactKind.ADDRESS: "alamat",
    ContactKind.DESK: "kotak saran atau loket",
    ContactKind.LAPOR: "SP4N-LAPOR!",
}
_OFFERED = re.compile(
    r"(?:sampai|kirim|laporkan|adukan|mengadu|hubungi|melalui|via|lewat|dapat\s+di|kontak|saluran|kanal|sarana|media|hotline"
    r"|nomor|layanan|unit|call\s?cent|klik|:)",
    re.I,
)
_FORM = "formulir"
_COMPLAIN = Root("adu", "kelu", "compl", "kompl", "dumas")


def judge_complaints(part: Part) -> Judged | None:
    """Under a label that names complaints: the channels that stand there."""
    if trap := _other_matter(part):
        return trap
    channels = _channels(_until_next_card(part.blocks))
    own = [(b, c) for b, c in channels if c.kind in OWN_CHANNELS]
    if own:
        return _clear(own)
    form = next((b for b in part.blocks if b.where == _FORM), None)
    if form is not None and _is_for_complaints(part):
        says = say("Tersedia formulir pengaduan di halaman ini.")
        return Judged(
            Topic.COMPLAINT_HANDLING, Grade.CLEAR, says, ((form, ""),), (Contact(ContactKind.FORM, "", form.text),)
        )
    return _weak(part, channels)


def _is_for_complaints(part: Part) -> bool:
    """Whether a form below these words takes complaints, and does not ask how well they are handled."""
    if _SURVEY.search("\n".join((part.label, *part.headings))):
        return False
    named = component_of_label(part.label) == Topic.COMPLAINT_HANDLING
    return named or bool(pattern("complaint_nouns").search(part.label))


_SURVEY = compiled(r"\bsurve[iy]|ku(?:e|i)sioner|kepuasan|\b(?:skm|ikm)\b", re.I)


def stray_complaints(part: Part) -> Judged | None:
    """A channel beside words on complaints, outside a part of its own: "Pengaduan: WhatsApp 0812..."."""
    about = "\n".join((part.label, *part.headings[-2:]))
    if not (_COMPLAIN.stands_in(about) or _COMPLAIN.stands_in(part.text)):
        return None
    nouns = pattern("complaint_nouns")
    under = bool(nouns.search(about))
    if not under and not nouns.search(part.text):
        return None
    for i, block in enumerate(part.blocks):
        near = part.blocks[i : i + 3]
        if under or (nouns.search(block.text) and _OFFERED.search(block.text)):
            own = [(b, c) for b, c in _channels(near if not under else part.blocks) if c.kind in OWN_CHANNELS]
            own = [(b, c) for b, c in own if c.kind is not ContactKind.ADDRESS or under]
            if own and not _other_matter(part):
                return _clear(own)
    return None


def judge_complaint_page(parts: Sequence[Part], titles: Iterable[str]) -> Judged | None:
    """A page that is titled "Pengaduan" offers the contacts in its main content for complaints."""
    if not any(component_of_label(t) == Topic.COMPLAINT_HANDLING for t in titles):
        return None
    blocks = [b for p in parts if p.zone is Zone.MAIN for b in p.blocks]
    own = [(b, c) for b, c in _channels(blocks) if c.kind in OWN_CHANNELS]
    if not own or any(_other_matter(p) for p in parts if p.zone is Zone.MAIN):
        return None
    return _clear(own)


def _until_next_card(blocks: Sequence[Block]) -> Sequence[Block]:
    """Where pictures alternate with titles, each picture opens another card: the label heads only its own."""
    pictures = [i for i, b in enumerate(blocks) if b.kind is BlockKind.IMAGE]
    return blocks[: pictures[0] + 1] if len(pictures) >= 4 else blocks


def _channels(blocks: Iterable[Block]) -> list[tuple[Block, Contact]]:
    return [(b, c) for b in blocks if _may_reach(b) for c in find_contacts(b.text, b.links)]


def _may_reach(block: Block) -> bool:
    """A cheap look before the dear one."""
    if block.kind is BlockKind.IMAGE:
        return False
    return bool(_REACH.search(block.text)) or any(_REACH_LINK.search(link.url) for link in block.links)


_REACH = re.compile(
    r"@|\d{3}|\b(?:jl|jln|jalan|kotak|loket|meja|ruang|datang|tatap|lapor|sp4n|instagram|facebook|form\w*)\b"
    r"|\.go\.id",
    re.I,
)
_REACH_LINK = re.compile(r"^(?:mailto|tel):|wa\.me|whatsapp|lapor\.go\.id|forms?\b|instagram|facebook", re.I)


def _clear(own: Sequence[tuple[Block, Contact]]) -> Judged:
    names = list(dict.fromkeys(_KINDS[c.kind] for _, c in own))
    says = say("Kanal pengaduan sendiri tersedia: {channels}.", channels=", ".join(names))
    shown = tuple((b, c.text) for b, c in own[:3])
    return Judged(Topic.COMPLAINT_HANDLING, Grade.CLEAR, says, shown, tuple(c for _, c in own))


def _weak(part: Part, channels: Sequence[tuple[Block, Contact]]) -> Judged | None:
    found = [(b, c) for b, c in channels if c.kind in (ContactKind.DESK, ContactKind.LAPOR, ContactKind.SOCIAL)]
    topic = Topic.COMPLAINT_HANDLING
    if found:
        block, contact = found[0]
        says = say("Pengaduan hanya menunjuk {name}; tidak ada kanal sendiri yang dapat dihubungi.", name=contact.text)
        trap = "national_only" if all(c.national for _, c in found) else "desk_only"
        return Judged(topic, Grade.PARTIAL, says, ((block, contact.text),), tuple(c for _, c in found), trap)
    if any(has_invented_contact(b.text, b.links) for b in part.blocks):
        says = say("Nomor atau alamat pengaduan di halaman ini hanya isian contoh.")
        return Judged(topic, Grade.NAMED, says, tuple((b, "") for b in part.blocks[:1]), None, "dummy_contact")
    if not part.label.strip():
        return None
    label = Block(BlockKind.TEXT, part.label, where=part.where)
    says = say("Pengaduan hanya disebut; tidak ada nomor, alamat, atau formulir.")
    return Judged(topic, Grade.NAMED, says, ((label, ""),), None, "label_only")


_OBJECTION = compiled(r"(?:pengaduan|aduan)\s+(?=keberatan\b)", re.I)  # an objection that is called a complaint


def _other_matter(part: Part) -> Judged | None:
    """Objections to information decisions and reports of misconduct have channels of their own."""
    about = "\n".join((part.label, *part.headings[-1:]))
    text = f"{about}\n{part.text}"
    if pattern("complaint_nouns").search(_OBJECTION.sub("", text.replace("pengaduan masyarakat", ""))):
        return None
    for words, trap, name in (
        ("objection_words", "objection", "keberatan atas informasi publik"),
        ("misconduct_words", "misconduct", "laporan pelanggaran pegawai"),
    ):
        if pattern(words).search(about):
            says = say("Kanal ini untuk {name}, bukan pengaduan layanan.", name=name)
            shown = tuple((b, "") for b in part.blocks[:1])
            return Judged(Topic.COMPLAINT_HANDLING, Grade.PARTIAL, says, shown, None, trap)
    return None
