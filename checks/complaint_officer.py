"""The agency names who answers for complaints (pejabat pengelola pengaduan)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.COMPLAINT_OFFICER,), near=(Topic.COMPLAINT_HANDLING.value,), version=1)
def complaint_officer(site: Reading) -> Answer:
    """
    Looks at the officer responsible for complaints (pejabat/petugas pengelola pengaduan).

    Met: a name or a post, together with an address or contact.
    Partly met: one of the two only.
    Not met: nobody is named.
    Law: UU 25/2009 article 36(4).
    """
    absent = say("Nama atau jabatan pengelola pengaduan beserta kontaknya belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.COMPLAINT_OFFICER), absent)
