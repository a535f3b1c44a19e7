"""Every service says what a citizen gets (produk pelayanan)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import component_answer
from model.reading import Reading, Service, Topic


@service_check(about=Topic.PRODUCT, version=1)
def product(_site: Reading, service: Service) -> Answer:
    """
    Looks at the output (produk pelayanan) published for each service.

    Met: the document or service obtained is stated or described.
    Partly met: it is known only from a heading or a list of names.
    Not met: nothing says what the citizen gets.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, component 5 (produk pelayanan).
    """
    return component_answer(service, Topic.PRODUCT)
