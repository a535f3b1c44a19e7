"""Kontak dan kanal pengaduan: the ways in which an agency can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from model.reading import Link
from reading.addresses import find_addresses
from reading.gated import compiled
from reading.phones import find_invented_phones, find_phones, is_invented, national_digits
from reading.vocabulary import pattern, words


class ContactKind(StrEnum):
    PHONE = "phone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    FORM = "form"  # an electronic form
    ADDRESS = "address"
    DESK = "desk"  # kotak saran, loket pengaduan: only at the office
    SOCIAL = "social"
    WEBSITE = "website"
    LAPOR = "lapor"  # SP4N-LAPOR!, the national channel


OWN_CHANNELS = frozenset(
    {ContactKind.PHONE, ContactKind.WHATSAPP, ContactKind.EMAIL, ContactKind.FORM, ContactKind.ADDRESS}
)
"""Kinds that count as the agency's own way to take complaints."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach someone. value: in one form (digits, lower-case address, link). text: as written."""

    kind: ContactKind
    value: str
    text: str

    @property
    def national(self) -> bool:
        return self.kind == ContactKind.LAPOR


_EMAIL = compiled(
    r"(?<![\w.+-])(?P<name>[\w][\w.+-]{0,60}?)\s?(?:@|\s*[\[({](?:at|@)[\])}]\s*)\s?"
    r"(?P<host>[\w-]{1,60}(?:(?:\.|\s*[\[({](?:dot|titik)[\])}]\s*)[a-zA-Z][\w-]{1,40}){1,4})"
)
_AT = compiled(r"\s*(?:[\[({](?:at|@)[\])}]|@)\s*", re.IGNORECASE)
_DOT = compiled(r"\s*[\[({](?:dot|titik)[\])}]\s*", re.IGNORECASE)
_SITE = compiled(
    r"(?<![\w@./])(?:https?://|www\.)[\w./?=&%#:\-~]{4,200}|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:go|desa)\.id(?:/[\w./-]*)?",
    re.IGNORECASE,
)
_LAPOR = compiled(
    r"(?:https?://)?(?:www\.)?lapor\.go\.id\S*|@?lapor\s?1708|\bsp4n\b(?:\s*[-–]?\s*lapor!?)?|\bspa?n\s?[-–]?\s?lapor!?|(?:sms|lapor|kirim|ke)\W{1,4}(?:ke\s+)?(?:nomor\s+)?1708(?![\w/]|[.,-]\d)"
    r"|(?-i:\bLAPOR!)|aplikasi\s+lapor\b",
    re.IGNORECASE,
)
_SOCIAL_LINK = re.compile(
    r"//(?:[\w-]+\.)?(?:instagram|facebook|fb|twitter|x|tiktok|youtube|t)\.(?:com|me)/[\w@.\-]{2,}", re.IGNORECASE
)
_HANDLE = compiled(
    r"(?:instagram|ig|facebook|fb|twitter|tiktok|telegram)\b\W{0,6}(?:\w+\W{0,3}){0,2}?(?P<handle>@[\w.]{3,40})",
    re.IGNORECASE,
)
_WA_LINK = re.compile(
    r"(?:wa\.me/(?:\+)?|api\.whatsapp\.com/send/?\?(?:\S*&)?phone=|whatsapp://send\?phone=|web\.whatsapp\.com/send\?phone=)(?P<digits>[+\d\s%\-x]*)",
    re.IGNORECASE,
)
_FORM_LINK = re.compile(
    r"forms\.gle/|docs\.google\.com/forms|forms\.office\.com|jotform\.com|typeform\.com", re.IGNORECASE
)
_COMPLAINT_LINK = re.compile(r"pengaduan|aduan|dumas|keluhan|komplain|complaint", re.IGNORECASE)


def find_contacts(text: str, links: Iterable[Link] = ()) -> tuple[Contact, ...]:
    """The ways to reach someone that a text and its links offer, without repeats. Invented ones are left out."""
    found = [*_in_text(text)]
    for link in links:
        found += _in_link(link)
    seen: dict[tuple[ContactKind, str], Contact] = {}
    for contact in found:
        seen.setdefault((contact.kind, contact.value), contact)
    return tuple(seen.values())


def has_own_channel(contacts: Iterable[Contact]) -> bool:
    """Whether one of them is the agency's own and can be used from a distance or by letter."""
    return any(c.kind in OWN_CHANNELS for c in contacts)


def has_invented_contact(text: str, links: Iterable[Link] = ()) -> bool:
    """Whether a number or address stands there that was never filled in ("628xxxxxxxxxx", "nama@email.com")."""
    if find_invented_phones(text) or _BLANK_NUMBER.search(text):
        return True
    mails = (m.group() for m in _EMAIL.finditer(text))
    digits = (m["digits"] for link in links if (m := _WA_LINK.search(link.url)))
    return any(_invented_mail(m) for m in mails) or any(not _real_number(d) for d in digits)


_BLANK_NUMBER = compiled(r"(?:\+?62|0)\s?8?[\d\s\-]{0,4}(?:x{3,}|X{3,}|\.{4,}|_{4,})|x{4,}[\s-]?x{3,}", re.IGNORECASE)


def _in_text(text: str) -> list[Contact]:
    found = []
    for phone in find_phones(text):
        kind = ContactKind.WHATSAPP if phone.whatsapp else ContactKind.PHONE
        found.append(Contact(kind, phone.digits, phone.text))
    for m in _EMAIL.finditer(text):
        if not _invented_mail(m.group()):
            found.append(Contact(ContactKind.EMAIL, _plain_mail(m.group()), m.group()))
    found += [Contact(ContactKind.ADDRESS, a, a) for a in find_addresses(text)]
    found += [Contact(ContactKind.LAPOR, "lapor.go.id", m.group().strip()) for m in _LAPOR.finditer(text)]
    found += [Contact(ContactKind.DESK, m.group().lower(), m.group()) for m in pattern("complaint_desk").finditer(text)]
    found += [Contact(ContactKind.SOCIAL, m["handle"].lower(), m["handle"]) for m in _HANDLE.finditer(text)]
    return found + _sites(text)


def _sites(text: str) -> list[Contact]:
    found = []
    for m in _SITE.finditer(_EMAIL.sub(" ", text)):
        address = m.group().rstrip(".,;:)")
        if "lapor.go.id" not in address.lower():
            found += _in_link(Link(address, address)) or [Contact(ContactKind.WEBSITE, address.lower(), address)]
    return found


_SIGNS_OF_REACH = (
    *("mailto:", "tel:", "wa.me", "whatsapp", "lapor.go.id", "forms", "form.com"),
    *("instagram.", "facebook.", "fb.", "twitter.", "x.com", "tiktok.", "youtube.", "t.me"),
)


def may_reach(link: Link) -> bool:
    """Whether the address of a link can be a way to reach someone: a cheap look, for most lead to other pages."""
    return _shows_reach(link.url)


@lru_cache(maxsize=8192)  # the same links stand on every page, and each is asked for several times
def _shows_reach(url: str) -> bool:
    return any(sign in url.lower() for sign in _SIGNS_OF_REACH)


def _in_link(link: Link) -> list[Contact]:
    if not may_reach(link):
        return []
    url, shown = link.url.strip(), link.text.strip() or link.url
    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme == "mailto":
        mail = rest.partition("?")[0].strip().lower()
        return [Contact(ContactKind.EMAIL, mail, shown)] if _EMAIL.fullmatch(mail) and not _invented_mail(mail) else []
    if scheme == "tel":
        digits = national_digits(rest)
        return [Contact(ContactKind.PHONE, digits, shown)] if _real_number(digits) else []
    chat = _WA_LINK.search(url)
    if chat:
        digits = national_digits(chat["digits"])
        return [Contact(ContactKind.WHATSAPP, digits, shown)] if _real_number(chat["digits"]) else []
    if re.search(r"//(?:[\w-]+\.)*lapor\.go\.id", url, re.IGNORECASE):
        return [Contact(ContactKind.LAPOR, "lapor.go.id", shown)]
    if _FORM_LINK.search(url):
        return [Contact(ContactKind.FORM, url, shown)]
    if _SOCIAL_LINK.search(url):
        return [Contact(ContactKind.SOCIAL, url.lower().rstrip("/"), shown)]
    return []


def find_complaint_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links whose address or words name complaints, other than the national channel: a form may stand behind them."""
    return tuple(
        link
        for link in links
        if (_COMPLAINT_LINK.search(link.url) or _COMPLAINT_LINK.search(link.text))
        and "lapor.go.id" not in link.url.lower()
    )


def _real_number(text: str) -> bool:
    digits = national_digits(text)
    return "x" not in text.lower() and 8 <= len(digits) <= 15 and not is_invented(digits)


def _invented_mail(mail: str) -> bool:
    name, _, host = _plain_mail(mail).partition("@")
    return host in words("invented_hosts") or name in words("invented_names") or "xxx" in mail.lower()


def _plain_mail(mail: str) -> str:
    """An e-mail address without its disguises: "dinas [at] kab.go.id" is dinas@kab.go.id."""
    return _DOT.sub(".", _AT.sub("@", mail)).lower()
