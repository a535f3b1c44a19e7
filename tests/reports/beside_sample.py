"""What stands beside the sample audit: a difference with causes, official scores with gaps, a place, a note."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from fractions import Fraction

from PIL import Image

from model.change import Cause, Change, Difference, Regression, Side
from model.confidence import Confidence, Surety
from model.evidence import Level, Reach
from model.finding import Verdict
from model.note import Bearing, MentorNote, NoteBeside, NotedScore, Stance
from model.official import OfficialScore
from model.ranking import Earlier, Place, Ranking, Scope
from model.sentence import say
from reports.beside import Beside
from reports.pictures import Picture
from tests.reports.sample import AUDIT, FINDINGS, INSTRUMENT, SITE, TARGET

SOURCE = "https://ombudsman.test/berita/1"


def official(year: int, value: str | None, zone: str, category: str = "", *, assessed: bool = True) -> OfficialScore:
    number = Fraction(value) if value else None
    return OfficialScore(TARGET.id, TARGET.name, year, number, zone, category, zone, str(year), SOURCE, assessed)


OFFICIAL = (
    official(2017, "5698/100", "kuning"),
    official(2018, "8714/100", "hijau"),
    official(2020, None, "", assessed=False),
    official(2022, "7387/100", "kuning", "C"),
    official(2023, "8235/100", "hijau", "B"),
)


def side(period: str, low: int, high: int, zone: str) -> Side:
    return Side(f"r{period}", period, Fraction(low), Fraction(high), zone, None, Reach.READ, INSTRUMENT.id, "1.0")


DIFFERENCE = Difference(
    agency=TARGET.id,
    name=TARGET.name,
    before=side("2026-10", 56, 56, "kuning"),
    after=side("2026-11", 60, 67, "kuning"),
    comparable=True,
    replayed=False,
    changes=(
        Change(
            "service_pledge", "Maklumat pelayanan", Verdict.NOT_MET, Verdict.MET, Cause.SITE,
            say("Halaman baru memuat maklumat."), (SITE + "/maklumat.pdf",), Fraction(12), Fraction(12),
        ),
        Change(
            "satisfaction_survey", "Hasil survei kepuasan masyarakat", Verdict.MET, Verdict.UNKNOWN, Cause.UNREACHED,
            say("Alamat {url} tidak terbaca pada audit ini.", url=SITE + "/ikm"), (SITE + "/ikm",), Fraction(-4),
        ),
    ),
    regressions=(
        Regression(
            "completion_time", "Jangka waktu penyelesaian", "Surat pindah", Verdict.MET, Verdict.NOT_MET,
            say("Standar layanan ini tidak lagi ada di situs."), (SITE + "/layanan/4",),
        ),
    ),
    pages=(),
    says=say("Indeks naik dari 56,00 menjadi 60,00–67,00."),
)  # fmt: skip

PLACE = Place(
    TARGET.id, TARGET.name, 3, 15, 2, 2, 5, Fraction(60), Fraction(67), "kuning", "C", Earlier("2026-10", 13, 15)
)
RANKING = Ranking(
    Scope.PROVINCE,
    Level.KABUPATEN,
    "Maluku",
    True,
    "2026-11",
    INSTRUMENT.id,
    "1.0",
    (PLACE,),
    (),
    (),
    say("Peringkat."),
)

NOTE = MentorNote(
    1, TARGET.id, "complaint_officer", "", Stance.DISPUTE, Verdict.NOT_MET, Verdict.MET, "Sri Wahyuni",
    "Namanya tercantum pada gambar struktur di halaman profil.", SITE + "/profil", AUDIT.run, "2026-11",
    datetime(2026, 11, 23, 2, 0, tzinfo=UTC),
)  # fmt: skip
NOTED = NotedScore(
    Fraction(65), Fraction(72), "kuning", "C", "Zona kuning (kualitas sedang)",
    (NoteBeside(NOTE, Verdict.NOT_MET, Bearing.COUNTS),),
)  # fmt: skip
CONFIDENCE = Confidence(Surety.MEDIUM, 14, 12, Fraction(93, 100), Fraction(0), 1.0, 0, say("Keyakinan sedang."))


def picture() -> Picture:
    """A small grey picture with a dark bar, as a marked place looks."""
    drawn = Image.new("L", (240, 60), 230)
    drawn.paste(40, (20, 20, 180, 40))
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=60)
    return Picture(out.getvalue(), 240, 60)


PROOF = next(finding for finding in FINDINGS if finding.check == "service_pledge").exhibits[0]
BESIDE = Beside(
    difference=DIFFERENCE,
    official=OFFICIAL,
    rankings=(RANKING,),
    noted=NOTED,
    confidence=CONFIDENCE,
    pictures={(PROOF.digest, PROOF.quote): picture()},
)
