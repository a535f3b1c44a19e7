"""Every service says what a citizen must bring (persyaratan)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import component_answer
from model.reading import Reading, Service, Topic


@service_check(about=Topic.REQUIREMENTS, version=1)
def requirements(_site: Reading, service: Service) -> Answer:
    """
    Looks at the requirements (persyaratan) published for each service.

    Met: at least one concrete item, bound to a named service.
    Partly met: requirements that a citizen could not act on alone, or text repeated from another service.
    Not met: no requirements, a bare heading, a definition, a placeholder.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, component 1 (persyaratan).
    """
    return component_answer(service, Topic.REQUIREMENTS)
