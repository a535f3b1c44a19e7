"""Citizens can reach the agency with a complaint (sarana pengaduan)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.COMPLAINT_HANDLING,), near=(SERVICE,), version=1)
def complaint_channels(site: Reading) -> Answer:
    """
    Looks at the channels offered for complaints (sarana pengaduan), on any page of the site.

    Met: at least one channel of its own that can be used: phone, WhatsApp, e-mail, form or address.
    Partly met: only a national portal, a QR code, or a general form.
    Not met: no channel offered for complaints; general contact details do not count.
    Law: UU 25/2009 article 36(1).
    """
    absent = say("Sarana pengaduan milik instansi belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.COMPLAINT_HANDLING), absent)
