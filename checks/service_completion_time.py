"""Every service says how long it takes (jangka waktu penyelesaian)."""

from __future__ import annotations

from checks._check import Answer, service_check
from checks._services import component_answer
from model.reading import Reading, Service, Topic


@service_check(about=Topic.COMPLETION_TIME, version=1)
def completion_time(_site: Reading, service: Service) -> Answer:
    """
    Looks at the time norm (jangka waktu penyelesaian) published for each service.

    Met: a number with a unit of time, bound to a named service.
    Partly met: a time without a norm, such as "depends on the case", or a norm for a part of the service.
    Not met: no time, office hours in its place, a placeholder.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, component 3 (jangka waktu penyelesaian).
    """
    return component_answer(service, Topic.COMPLETION_TIME)
