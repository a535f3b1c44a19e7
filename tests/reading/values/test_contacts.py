"""Ways to reach an agency, and numbers that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reading import Link
from reading.contacts import ContactKind, find_complaint_links, find_contacts, has_invented_contact, has_own_channel


def kinds(text, *links):
    return [(c.kind.value, c.value) for c in find_contacts(text, links)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Telp. (0911) 352678", [("phone", "0911352678")]),
        ("Telepon/HP : 0914 - 21234 / 085244178820", [("phone", "091421234"), ("phone", "085244178820")]),
        ("+62 911 352678", [("phone", "0911352678")]),
        ("WA : 0852 4417 8820", [("whatsapp", "085244178820")]),
        ("0852-4417-8820 (WhatsApp)", [("whatsapp", "085244178820")]),
        ("Call center 112", [("phone", "112")]),
        ("E-mail: Aduan@dinas.go.id", [("email", "aduan@dinas.go.id")]),
        ("surel: aduan [at] dinas.go.id", [("email", "aduan@dinas.go.id")]),
        ("aduan(at)dinas(dot)go(dot)id", [("email", "aduan@dinas.go.id")]),
        (
            "Jl. Pattimura No. 5, Kel. Tengah, Telp. 0911352678",
            [("phone", "0911352678"), ("address", "Jl. Pattimura No. 5, Kel. Tengah")],
        ),
        (
            "Alamat: Desa Wali, Kecamatan Tengah, Kabupaten Utara",
            [("address", "Desa Wali, Kecamatan Tengah, Kabupaten Utara")],
        ),
        ("Kotak saran di ruang tunggu", [("desk", "kotak saran")]),
        ("SMS 1708", [("lapor", "lapor.go.id")]),
        ("www.lapor.go.id atau SP4N-LAPOR!", [("lapor", "lapor.go.id")]),
        ("Instagram: @dinas_utara", [("social", "@dinas_utara")]),
        ("https://forms.gle/AbC", [("form", "https://forms.gle/AbC")]),
        ("Situs: www.dinas.go.id", [("website", "www.dinas.go.id")]),
    ],
)
def test_contacts_in_text(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19800101 200501 1 001", "NIK 8101010101010001", "Pasal 112 ayat 3", "Nomor 440/123/2020",
        "Tahun 2021-2024",
        "Rp. 081.000", "Fax (0911) 352679", "Pelayanan Rawat Jalan", "pemohon berjalan ke loket", "Kode Pos 97124",
        "lapor diri ke petugas", "1708/PL/2020", "25.000 lembar",
    ],
)  # fmt: skip
def test_text_without_contacts(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "628xxxxxxxxxx",
        "0812-3456-7890",
        "081234567890",
        "0800000000",
        "nama@email.com",
        "info@example.com",
        "WA: 08xx-xxxx-xxxx",
    ],
)
def test_contacts_that_were_never_filled_in(text):
    assert kinds(text) == []
    assert has_invented_contact(text)


def test_a_real_contact_is_not_called_invented():
    assert not has_invented_contact(
        "Telp (0911) 352678, aduan@dinas.go.id", [Link("https://wa.me/6285244178820", "WA")]
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("tel:+62911352678", [("phone", "0911352678")]),
        ("mailto:Aduan@dinas.go.id?subject=aduan", [("email", "aduan@dinas.go.id")]),
        ("https://wa.me/6285244178820", [("whatsapp", "085244178820")]),
        ("https://api.whatsapp.com/send?text=a&phone=6285244178820", [("whatsapp", "085244178820")]),
        ("https://wa.me/6281234567890", []),
        ("https://wa.me/628xxxxxxxx", []),
        ("https://docs.google.com/forms/d/1", [("form", "https://docs.google.com/forms/d/1")]),
        ("https://www.lapor.go.id/", [("lapor", "lapor.go.id")]),
        ("https://www.instagram.com/dinas", [("social", "https://www.instagram.com/dinas")]),
        ("https://dinas.go.id/berita", []),
    ],
)
def test_contacts_in_links(url, expected):
    assert kinds("", Link(url, "di sini")) == expected


def test_the_national_channel_is_not_the_agencys_own():
    national = find_contacts("Sampaikan lewat SP4N-LAPOR! atau SMS 1708")
    assert all(c.national for c in national)
    assert not has_own_channel(national)
    assert has_own_channel(find_contacts("Telp (0911) 352678"))


def test_a_complaint_box_is_no_channel_from_a_distance():
    assert not has_own_channel(find_contacts("kotak saran"))


def test_links_that_name_complaints():
    links = [
        Link("https://a.go.id/pengaduan", "Form"),
        Link("https://www.lapor.go.id", "Pengaduan"),
        Link("https://a.go.id/x", "Profil"),
    ]
    assert [x.url for x in find_complaint_links(links)] == ["https://a.go.id/pengaduan"]


@given(st.sampled_from(["0852", "+62852", "62852", "+62 852", "0852 ", "0852-"]), st.sampled_from([" ", "-", ".", ""]))
def test_one_mobile_number_in_many_forms(start, gap):
    text = f"Hubungi {start}{gap if start[-1].isdigit() else ''}4417{gap}8820 segera"
    assert kinds(text) == [(ContactKind.PHONE.value, "085244178820")]


def test_the_number_of_a_law_is_no_number_to_call():
    assert (
        find_contacts("Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Nomor 5038")
        == ()
    )
    assert [c.value for c in find_contacts("Keadaan darurat: hubungi 112")] == ["112"]
