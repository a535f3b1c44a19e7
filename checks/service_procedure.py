"""Every service tells its steps (sistem, mekanisme, dan prosedur)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import general_answer
from model.reading import Reading, Service, Topic

GENERAL = "Alur pelayanan yang umum tersedia, tetapi belum ada langkah khusus untuk layanan “{service}”."


@service_check(about=Topic.PROCEDURE, version=1)
def procedure(site: Reading, service: Service) -> Answer:
    """
    Looks at the procedure (sistem, mekanisme, dan prosedur) published for each service.

    Met: at least two ordered steps, or a flow picture, bound to a named service.
    Partly met: one step only, or a flow for all services together and none for this one.
    Not met: no steps, a bare heading, a definition, a placeholder.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, component 2 (sistem, mekanisme, dan prosedur).
    """
    return general_answer(site, service, Topic.PROCEDURE, GENERAL)
