"""Audits written by hand for the tests of the reports: mixed verdicts, a blocked site, an unreachable one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from model.audit import Audit, AuditedService, ReadPage
from model.evidence import LedgerLine, Level, Reach, Resource, Target, Why
from model.finding import Coverage, Finding, ServiceFinding, Unread, Verdict
from model.instrument import Criterion, Instrument, Zone, ZoneScale
from model.reading import PRODUCT_COMPONENTS, Exhibit, PageKind
from model.score import Points, Scorecard
from model.sentence import say
from reports.index import RunOverview

SITE = "https://dukcapil.kabcontoh.test"
START = datetime(2026, 11, 22, 1, 5, tzinfo=UTC)
MET, PARTLY, NOT, UNKNOWN = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN

SCALE = ZoneScale(
    "2022-2024",
    (2022, 2023, 2024),
    "Ombudsman 2022–2024",
    (
        Zone("merah", "E", "Zona merah (kualitas terendah)", Fraction(0)),
        Zone("merah", "D", "Zona merah (kualitas rendah)", Fraction(32)),
        Zone("kuning", "C", "Zona kuning (kualitas sedang)", Fraction(54)),
        Zone("hijau", "B", "Zona hijau (kualitas tinggi)", Fraction(78)),
        Zone("hijau", "A", "Zona hijau (kualitas tertinggi)", Fraction(88)),
    ),
)

TARGET = Target(
    "dukcapil-kabcontoh",
    "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    Level.KABUPATEN,
    "Maluku",
    SITE + "/",
)

_PRODUCT, _AGENCY = "Standar pelayanan setiap layanan", "Pengaduan, maklumat, dan informasi instansi"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def criterion(id_: str, title: str, weight: int, effort: int, group: str, **more: str | bool) -> Criterion:
    words: dict[str, str] = {
        "legal_basis": "UU 25/2009 pasal 21; PermenPANRB 15/2014",
        "counts_when": f"{title} disebut lengkap dan dapat dipakai warga tanpa bertanya lagi.",
        "remedy": f"Tulis {title.lower()} pada halaman setiap layanan, bukan hanya judulnya.",
        "example": "",
    }
    words.update({key: str(value) for key, value in more.items()})
    return Criterion(
        id=id_, check=id_, weight=Fraction(weight), title=title, effort=effort, group=group, own=weight == 4, **words
    )


INSTRUMENT = Instrument(
    "web",
    "1.0",
    "Instrumen Publikasi Web",
    (
        criterion("requirements", "Persyaratan", 6, 4, _PRODUCT, example="1. KTP asli\n2. Fotokopi kartu keluarga"),
        criterion("procedure", "Sistem, mekanisme, dan prosedur", 6, 6, _PRODUCT),
        criterion("completion_time", "Jangka waktu penyelesaian", 12, 2, _PRODUCT, example="Paling lama 3 hari kerja"),
        criterion("fee", "Biaya atau tarif", 12, 2, _PRODUCT, example="Gratis (tidak dipungut biaya)"),
        criterion("product", "Produk pelayanan", 6, 2, _PRODUCT),
        criterion("complaint_handling", "Penanganan pengaduan, saran, dan masukan", 6, 3, _PRODUCT),
        criterion("service_pledge", "Maklumat pelayanan", 12, 3, _AGENCY, legal_basis="UU 25/2009 pasal 22"),
        criterion("complaint_channels", "Sarana pengaduan", 5, 1, _AGENCY, legal_basis="UU 25/2009 pasal 36 ayat (1)"),
        criterion("complaint_officer", "Pejabat pengelola pengaduan", 5, 1, _AGENCY),
        criterion("satisfaction_survey", "Hasil survei kepuasan masyarakat", 4, 8, _AGENCY),
        criterion("site_health", "Kesehatan situs", 0, 1, _AGENCY),
    ),
)

SERVICES = ("KTP elektronik", "Kartu keluarga", "Akta kelahiran", "Surat pindah")

ANSWERS: dict[str, tuple[Verdict, ...]] = {
    "requirements": (MET, MET, MET, NOT),
    "procedure": (MET, MET, PARTLY, NOT),
    "completion_time": (MET, NOT, NOT, NOT),
    "fee": (MET, MET, PARTLY, UNKNOWN),
    "product": (MET, MET, MET, MET),
    "complaint_handling": (PARTLY, PARTLY, NOT, NOT),
}

QUOTES = {
    "requirements": "Persyaratan: 1. Fotokopi kartu keluarga 2. Berusia 17 tahun atau sudah kawin",
    "procedure": "Pemohon mengambil nomor antrean, menyerahkan berkas di loket 2, lalu merekam data biometrik",
    "completion_time": "KTP elektronik selesai 1 (satu) hari kerja sejak berkas lengkap",
    "fee": "Biaya: Rp0,00 (gratis)",
    "product": "Produk pelayanan: KTP elektronik",
    "complaint_handling": "Pengaduan dapat disampaikan lewat kotak saran",
}


def exhibit(quote: str, path: str = "/ktp-el", where: str = "bagian Biaya, baris 1", medium: str = "text") -> Exhibit:
    return Exhibit(SITE + path, quote, where, digest(path), START + timedelta(seconds=12), medium)


def _answer(check: str, n: int, verdict: Verdict) -> ServiceFinding:
    shown = (exhibit(QUOTES[check], f"/layanan/{n + 1}"),) if verdict in (MET, PARTLY) else ()
    says = {
        MET: "Tertulis jelas dan terikat pada layanan ini.",
        PARTLY: "Disebut, tetapi belum cukup untuk dipakai warga.",
        NOT: "Tidak disebut pada halaman layanan ini.",
        UNKNOWN: "Halaman rincian layanan ini tidak dapat dibaca.",
    }
    return ServiceFinding(str(n), SERVICES[n], f"{SITE}/layanan/{n + 1}", verdict, say(says[verdict]), shown)


def product_finding(check: str, verdict: Verdict) -> Finding:
    answers = tuple(_answer(check, n, v) for n, v in enumerate(ANSWERS[check]))
    met = sum(a.verdict is MET for a in answers)
    unread = (Unread(f"{SITE}/layanan/surat-pindah", Reach.TIMED_OUT, "Surat pindah"),) if check == "fee" else ()
    return Finding(
        check,
        1,
        verdict,
        say("{met} dari {all} layanan memuatnya dengan lengkap.", met=met, all=len(answers)),
        tuple(e for a in answers for e in a.exhibits),
        Coverage(14, 14 - len(unread), unread, enough=not unread),
        answers,
    )


def finding(check: str, verdict: Verdict, says: str, *exhibits: Exhibit, unread: tuple[Unread, ...] = ()) -> Finding:
    return Finding(check, 1, verdict, say(says), exhibits, Coverage(14, 14 - len(unread), unread, enough=not unread))


FINDINGS = (
    product_finding("requirements", PARTLY),
    product_finding("procedure", PARTLY),
    product_finding("completion_time", PARTLY),
    product_finding("fee", PARTLY),
    product_finding("product", MET),
    product_finding("complaint_handling", PARTLY),
    finding(
        "service_pledge",
        MET,
        "Maklumat pelayanan diterbitkan lengkap dengan nama kepala dinas.",
        exhibit(
            "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah "
            "ditetapkan dan apabila tidak menepati janji ini, kami siap menerima sanksi",
            "/maklumat.pdf",
            "halaman 2, paragraf 1",
            "pdf",
        ),
    ),
    finding(
        "complaint_channels",
        MET,
        "Ada nomor pengaduan dan surel yang dapat dihubungi.",
        exhibit("Layanan pengaduan: WA 0812-3456-7890, surel dukcapil@kabcontoh.test", "/kontak", "kaki halaman"),
    ),
    finding("complaint_officer", NOT, "Tidak ditemukan nama pejabat pengelola pengaduan beserta alamatnya."),
    finding(
        "satisfaction_survey",
        UNKNOWN,
        "Halaman survei kepuasan tidak dapat dibaca, sehingga belum dapat disimpulkan.",
        unread=(Unread(f"{SITE}/ikm", Reach.BLOCKED, "IKM"), Unread(f"{SITE}/skm-2026", Reach.UNREACHABLE, "SKM 2026")),
    ),
    finding("site_health", MET, "Situs berfungsi dan isinya dapat dibaca."),
)

_SHARE = {
    "requirements": "9/2",
    "procedure": "15/4",
    "completion_time": "3",
    "fee": "15/2",
    "complaint_handling": "3/2",
}
_HIGH = {"fee": "21/2", "satisfaction_survey": "4"}


def points_of(one: Finding) -> Points:
    weight = next(c.weight for c in INSTRUMENT.criteria if c.id == one.check)
    low = Fraction(_SHARE[one.check]) if one.check in _SHARE else weight if one.verdict is MET else Fraction(0)
    return Points(one.check, one.verdict, low, Fraction(_HIGH.get(one.check, low)), weight)


def scorecard(findings: tuple[Finding, ...] = FINDINGS, low: str = "1193/20", high: str = "1337/20") -> Scorecard:
    return Scorecard(
        INSTRUMENT.id,
        INSTRUMENT.version,
        SCALE.id,
        True,
        Reach.READ,
        Fraction(low),
        Fraction(high),
        "kuning",
        "C",
        "Zona kuning (kualitas sedang)",
        say("Seluruh rentang nilai berada di zona kuning (54,00 sampai 77,99)."),
        tuple(points_of(one) for one in findings),
    )


def _line(path: str, reach: Reach, why: Why = Why.PROMISE, text: str = "", **more: object) -> LedgerLine:
    visited = reach is not Reach.NOT_TRIED
    at = START + timedelta(seconds=len(path)) if visited else None
    line = LedgerLine(SITE + path, Resource.PAGE, visited, why, reach, text=text, at=at, depth=1, parent=SITE + "/")
    return replace(line, **more)  # type: ignore[arg-type]  # a test's own short-hand


LEDGER = (
    _line("/", Reach.READ, Why.HOME, status=200),
    *(_line(f"/layanan/{n}", Reach.READ, text=f"Layanan {name}", status=200) for n, name in enumerate(SERVICES, 1)),
    _line("/maklumat.pdf", Reach.READ, text="Maklumat", status=200, resource=Resource.DOCUMENT),
    _line("/kontak", Reach.READ, text="Kontak", status=200),
    _line("/standar-pelayanan-2019", Reach.MISSING, text="Standar Pelayanan 2019", status=404, detail="http_404"),
    _line("/ikm", Reach.BLOCKED, text="IKM", status=403, detail="challenge_page"),
    _line("/skm-2026", Reach.UNREACHABLE, text="SKM 2026", detail="reset"),
    _line("/layanan/surat-pindah", Reach.TIMED_OUT, text="Surat pindah", detail="timed_out"),
    _line("/berita/1", Reach.NOT_TRIED, Why.BUDGET, "Bupati meresmikan gedung"),
    _line("/kalender?bulan=1", Reach.NOT_TRIED, Why.TRAP, "Kalender"),
)

AUDIT = Audit(
    run="20261122T010500Z-7f3a",
    period="2026-11",
    target=TARGET,
    started=START,
    finished=START + timedelta(minutes=3),
    home=Reach.READ,
    home_detail="",
    scorecard=scorecard(),
    findings=FINDINGS,
    services=tuple(
        AuditedService(
            str(n), name, f"{SITE}/layanan/{n + 1}", tuple((t, ANSWERS[t.value][n]) for t in PRODUCT_COMPONENTS)
        )
        for n, name in enumerate(SERVICES)
    ),
    pages=(
        ReadPage(SITE + "/", PageKind.MENU, "Beranda", "text/html", digest("/")),
        ReadPage(SITE + "/layanan/1", PageKind.SERVICE, "KTP elektronik", "text/html", digest("/1")),
    ),
    ledger=LEDGER,
    rules=(("check:fee", "1"), ("instrument:web", "1.0"), ("reading", "1")),
)


def not_audited(audit: Audit, reach: Reach, detail: str) -> Audit:
    """The same agency in a month in which its home page was not read."""
    card = Scorecard(
        INSTRUMENT.id, INSTRUMENT.version, SCALE.id, False, reach, None, None, None, None, "",
        say("Halaman depan tidak terbaca, jadi tidak ada nilai pada bulan ini."), (),
    )  # fmt: skip
    line = LedgerLine(audit.target.url, Resource.PAGE, True, Why.HOME, reach, detail, at=audit.started)
    return replace(
        audit, home=reach, home_detail=detail, scorecard=card, findings=(), services=(), pages=(), ledger=(line,)
    )


def month(audit: Audit, period: str, low: str, high: str, zone: str | None) -> Audit:
    """The same agency in an earlier month, with another score and one verdict that was worse."""
    findings = tuple(
        replace(f, verdict=NOT) if f.check == "service_pledge" else replace(f, verdict=MET, says=say("Ada."))
        if f.check == "satisfaction_survey" else f
        for f in audit.findings
    )  # fmt: skip
    year, number = (int(part) for part in period.split("-"))
    started = audit.started.replace(year=year, month=number)
    card = replace(scorecard(findings, low, high), zone=zone, category=None, zone_label="")
    return replace(
        audit, run=f"r{period}", period=period, started=started, finished=started, findings=findings, scorecard=card
    )


HISTORY = (
    month(AUDIT, "2026-07", "2180/100", "3010/100", "merah"),
    month(AUDIT, "2026-08", "4410/100", "5890/100", None),
    not_audited(month(AUDIT, "2026-09", "0", "0", None), Reach.BLOCKED, "challenge_page"),
    month(AUDIT, "2026-10", "5625/100", "5625/100", "kuning"),
)

BLOCKED = not_audited(
    replace(
        AUDIT, target=replace(TARGET, id="dinkes-kotacontoh", name="Dinas Kesehatan Kota Contoh", level=Level.KOTA)
    ),
    Reach.BLOCKED,
    "challenge_page",
)
UNREACHABLE = not_audited(
    replace(AUDIT, target=replace(TARGET, id="disdik-provcontoh", name="Dinas Pendidikan Provinsi Contoh")),
    Reach.UNREACHABLE,
    "dns_nxdomain",
)
UNSURE = replace(
    AUDIT,
    target=replace(TARGET, id="dpmptsp-kabcontoh", name="DPMPTSP Kabupaten Contoh"),
    scorecard=replace(
        scorecard(low="70", high="83"),
        zone=None,
        category=None,
        zone_label="",
        why=say("Rentang nilai melewati batas 78, jadi zonanya belum dapat ditetapkan."),
    ),
)

OVERVIEW = RunOverview(
    run=AUDIT.run,
    started=START,
    finished=START + timedelta(minutes=20),
    audits=(AUDIT, BLOCKED, UNREACHABLE, UNSURE),
    earlier=HISTORY,
    waiting=(replace(TARGET, id="disnaker-kabcontoh", name="Dinas Tenaga Kerja Kabupaten Contoh"),),
)
