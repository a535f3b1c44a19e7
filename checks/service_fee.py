"""Every service names its fee, or says that it is free (biaya/tarif)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import general_answer
from model.reading import Reading, Service, Topic

GENERAL = "Biaya disebut untuk layanan instansi secara umum, belum khusus untuk layanan “{service}”."


@service_check(about=Topic.FEE, version=1)
def fee(site: Reading, service: Service) -> Answer:
    """
    Looks at the fee (biaya/tarif) published for each service.

    Met: an amount, a tariff table, or an explicit "free", bound to the service.
    Partly met: only a regulation is named, free for some users without the tariff for the others, or a tariff for
    the agency's services in general.
    Not met: no fee statement, an amount that is no fee (such as stamp duty), a placeholder.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, component 4 (biaya/tarif).
    """
    return general_answer(site, service, Topic.FEE, GENERAL)
