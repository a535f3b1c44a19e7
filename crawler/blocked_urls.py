"""What pages may load in vain: nothing that a reader of the text or the pictures would miss."""

from __future__ import annotations

FONTS_AND_MEDIA = tuple(
    f"*.{end}{tail}"
    for end in ("woff", "woff2", "ttf", "otf", "eot", "mp4", "webm", "mp3", "m4a", "ogg", "avi", "mov", "m3u8")
    for tail in ("", "?*")
)
TRACKERS = tuple(
    f"*://{host}/*"
    for host in (
        "*.google-analytics.com",
        "*.googletagmanager.com",
        "*.doubleclick.net",
        "*.googlesyndication.com",
        "*.googleadservices.com",
        "fonts.googleapis.com",
        "fonts.gstatic.com",
        "connect.facebook.net",
        "*.facebook.com",
        "*.twitter.com",
        "*.hotjar.com",
        "*.clarity.ms",
        "*.histats.com",
        "*.statcounter.com",
        "*.addthis.com",
        "*.sharethis.com",
        "*.youtube.com",
        "*.ytimg.com",
        "*.tiktok.com",
        "*.instagram.com",
        "*.tawk.to",
        "*.onesignal.com",
        "maps.googleapis.com",
        "maps.gstatic.com",
        "www.google.com/maps",
    )
)
PATTERNS = [*FONTS_AND_MEDIA, *TRACKERS]
