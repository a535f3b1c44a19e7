"""What kind of thing an address leads to, by its ending and its host. Pure; the bytes have the last word later."""

from __future__ import annotations

from urllib.parse import unquote

from crawler.address import Address, AddressRefused, bare_host, parse
from crawler.media import ending

DOCUMENTS = frozenset(
    [
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "odt",
        "ods",
        "odp",
        "rtf",
        "docm",
        "xlsm",
        "pps",
        "ppsx",
        "txt",
    ]
)
PICTURES = frozenset(["png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "avif", "jfif"])
LEFT_OUT = frozenset(
    [
        "zip",
        "rar",
        "7z",
        "gz",
        "tar",
        "tgz",
        "exe",
        "apk",
        "msi",
        "dmg",
        "iso",
        "bin",
        "mp3",
        "mp4",
        "m4a",
        "avi",
        "mov",
        "mkv",
        "webm",
        "wmv",
        "flv",
        "ogg",
        "wav",
        "3gp",
        "svg",
        "ico",
        "css",
        "js",
        "json",
        "xml",
        "rss",
        "atom",
        "csv",
        "woff",
        "woff2",
        "ttf",
        "eot",
        "kml",
        "kmz",
        "shp",
        "dwg",
        "psd",
        "ics",
        "vcf",
    ]
)
DOCUMENT_HOSTS = (
    "drive.google.com", "docs.google.com", "sites.google.com", "forms.gle", "goo.gl", "bit.ly", "s.id", "tinyurl.com",
    "cutt.ly", "linktr.ee", "lynk.id", "rb.gy", "shorturl.at", "t.ly", "is.gd", "heyzine.com", "anyflip.com",
    "flipbuilder.com", "fliphtml5.com", "pubhtml5.com", "flipsnack.com",
    "issuu.com", "scribd.com", "slideshare.net", "calameo.com", "yumpu.com", "dropbox.com", "dropboxusercontent.com",
    "canva.com", "canva.site", "1drv.ms", "onedrive.live.com", "sharepoint.com", "mediafire.com", "mega.nz", "box.com",
    "academia.edu", "archive.org", "blogspot.com", "notion.site", "padlet.com",
)  # fmt: skip
VIEWER_PARAMETERS = ("url", "file", "src", "pdf", "document", "doc", "link")


def is_document_host(address: Address) -> bool:
    """A place where agencies put documents outside their own site (Drive, flipbooks, short links ...)."""
    host = bare_host(address.host)
    if host.startswith("maps."):  # a short link to a map is no document
        return False
    return any(host == h or host.endswith("." + h) for h in DOCUMENT_HOSTS)


def kind_of(address: Address) -> str:
    """ "document", "picture", "left_out" or "page", by the ending of the path."""
    end = ending(address.path)
    if end in DOCUMENTS:
        return "document"
    if end in PICTURES:
        return "picture"
    return "left_out" if end in LEFT_OUT else "page"


def inside_viewer(address: Address) -> Address | None:
    """The document that a viewer shows: `viewer.html?file=/sk.pdf`, `docs.google.com/viewer?url=...`."""
    for part in address.query.split("&"):
        name, _, value = part.partition("=")
        if name.lower() not in VIEWER_PARAMETERS or not value:
            continue
        try:
            found = parse(unquote(value), address.href)
        except AddressRefused:
            continue
        if ending(found.path) in DOCUMENTS | PICTURES:
            return found
    return None
