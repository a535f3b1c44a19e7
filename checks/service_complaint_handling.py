"""Every service says where to complain about it (penanganan pengaduan, saran, dan masukan)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import general_answer
from model.reading import Reading, Service, Topic

GENERAL = "Instansi punya kanal pengaduan, tetapi standar layanan “{service}” belum mencantumkannya."


@service_check(about=Topic.COMPLAINT_HANDLING, version=1)
def complaint_handling(site: Reading, service: Service) -> Answer:
    """
    Looks at the complaint clause (penanganan pengaduan, saran, dan masukan) in each service's standard.

    Met: an own channel (phone, WhatsApp, e-mail, form, address) offered for complaints inside the standard.
    Partly met: only a national portal or a QR code, or a channel of the agency that the standard does not name.
    Not met: no channel, or general contact details only.
    Law: UU 25/2009 articles 21 and 36(1); PermenPANRB 15/2014, component 6.
    """
    return general_answer(site, service, Topic.COMPLAINT_HANDLING, GENERAL)
