"""What on a news page is no part of the story: invented articles in the manner of ten outlets."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.furniture import Kind, find, is_surely_story, page_of, stretch_at, touches

ARTICLES: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"

PAGES: Final = {
    "antara": """\
Bawaslu Arunika tangani tiga laporan politik uang
@keywords id pilkada 2024, Bawaslu, politik uang, Arunika
@headline Bawaslu Arunika tangani tiga laporan politik uang
@caption Ketua Bawaslu Arunika Rahmawati Ladiva. (ANTARA/Edo Samudra)
@dateline Arunika (ANTARA) -@ Bawaslu Kabupaten Arunika menangani tiga laporan dugaan politik uang.
"Semua kami kaji," katanya di Arunika, Senin.
@read_also Baca juga: Bawaslu Samudra awasi masa tenang
Id yang dipakai pelapor itu, kata Rahmawati, bukan miliknya.
@byline Pewarta: Edo Samudra
@byline Editor: Teguh Armino
@origin Copyright © ANTARA 2024
@origin Dilarang keras mengambil konten, melakukan crawling atau pengindeksan untuk AI di situs ini.
""",
    "antara foto": """\
Logistik pilkada
@caption Petugas melipat surat suara di gudang KPU Arunika. ANTARA FOTO/Edo Samudra/aww/15.
@dateline Mekar, Arunika (ANTARA) -@ Petugas melipat surat suara pemilihan bupati di gudang KPU.
Pelipatan ditargetkan selesai dalam sepekan.
""",
    "kompas": """\
@advert Baca berita tanpa iklan. Gabung Kompas.com+
Bawaslu Arunika Telusuri Amplop di Desa Sukamaju
@byline Kompas.com - 25/11/2024, 11:30 WIB
@byline Tim Redaksi
@caption Rahmawati Ladiva saat ditemui di kantornya.(KOMPAS.com/TEGUH ARMINO)
@dateline ARUNIKA, KOMPAS.com -@ Badan Pengawas Pemilihan Umum menelusuri pembagian amplop.
@read_also Baca juga: Bawaslu: Politik Uang Rusak Pilkada
"Kami sudah memeriksa dua saksi," kata Rahmawati.
@share Dapatkan update berita pilihan dan breaking news setiap hari dari Kompas.com.
@byline Penulis: Rahmawati Ladiva
@byline Editor: Darsono Pilang
@origin Copyright 2008 - 2024 PT. Samudra Media. All Rights Reserved.
""",
    "detik": """\
@navigation Home / detikNews / Pilkada
Lurah Mekar Disanksi karena Ajak Pegawai Pilih Petahana
@byline Rahmawati Ladiva - detikNews
@byline Kamis, 10 Okt 2024 10:15 WIB
@share Bagikan
@share Facebook
@share Twitter
@share WhatsApp
@caption Lurah Mekar, Darsono Pilang. (Foto: Rahmawati/detikcom)
@dateline Arunika -@ Bawaslu menyatakan Lurah Mekar melanggar netralitas karena mengajak pegawai.
@advert ADVERTISEMENT
@advert SCROLL TO CONTINUE WITH CONTENT
"Kajian itu diteruskan," ujar Teguh kepada detikcom, Kamis (10/10/2024).
@advert [Gambas:Video 20detik]
@read_also Simak juga Video: Bawaslu Jelaskan Netralitas Lurah
@byline (rdl/dpl)
@navigation Halaman 1 2 Selanjutnya
""",
    "tempo": """\
Bawaslu Besok Gelar Pleno Bahas Tabloid
@advert image-gnews
@caption Komisioner Bawaslu menunjukkan tabloid, Kamis 31 Oktober 2024. TEMPO/Rahmawati.
@advert Iklan
@dateline TEMPO.CO, Jakarta -@ Badan Pengawas Pemilu menelusuri peredaran tabloid di Arunika.
@read_also Baca: Tabloid Bersampul Petahana, Ini Temuan Bawaslu
Rapat digelar besok, Ahad, 3 November 2024.
@advert Scroll Untuk Melanjutkan
@read_also Pilihan Editor: Cara Bawaslu Mengusut Politik Uang
@read_also Baca juga
@read_also Warga Sukamaju Mengaku Diberi Beras
""",
    "tribun": """\
@headline Macak dengan Laporan Dana Kampanye Cekak - TribunArunika.com
Macak dengan Laporan Dana Kampanye Cekak
@byline Penulis: iwan Ladiva | Editor: armino
@dateline TRIBUNARUNIKA.COM, ARUNIKA –@ Laporan dana kampanye pasangan calon dinilai terlalu kecil.
Pegiat pemilu meminta KPU membuka laporan itu.
@origin Artikel ini telah tayang di TribunArunika.com dengan judul Macak dengan Laporan Dana
@share Ikuti saluran WhatsApp Tribun Arunika untuk berita terbaru
@read_also Baca Juga
@read_also Bawaslu Periksa Dana Kampanye
@keywords Tags: dana kampanye, Pilkada Arunika, Bawaslu
""",
    "liputan6": """\
@dateline Liputan6.com, Jakarta -@ Komisi Pemilihan Umum Kabupaten Arunika menunda rapat pleno.
@read_also BACA JUGA: KPU Arunika Tunda Pleno Rekapitulasi
Hal itu disampaikan Ketua KPU pada Jumat, 29 November 2024.
@byline Reporter: Teguh Armino
@origin Sumber: Merdeka.com
@read_also * Saksikan Video Pilihan di Bawah Ini:
""",
    "cnn": """\
Bawaslu Panggil Sekretaris Daerah Arunika
@dateline Jakarta, CNN Indonesia --@ Bawaslu mendalami dugaan pengerahan aparatur sipil negara.
@read_also Lihat juga: Bawaslu Panggil Sekda
Pemanggilan itu tertunda dua kali.
@byline (tfq/rah)
@advert [Gambas:Video CNN]
""",
    "republika": """\
Polisi Jaga Gudang KPU
@byline Rep: Rahma Ladiva Red: Teguh Armino
@dateline REPUBLIKA.CO.ID, ARUNIKA —@ Polres Arunika menempatkan personel di gudang logistik.
Penjagaan berlangsung sampai rekapitulasi usai.
@keywords Topik: gudang logistik, KPU Arunika
""",
    "suara": """\
Blak-blakan Ketua KPU Arunika Soal Partisipasi
@byline Kamis, 23 Desember 2021 | 07:42 WIB
@headline Blak-blakan Ketua KPU Arunika Soal Partisipasi
@caption Ketua KPU Arunika Teguh Armino. [Suara.com/Rahma Ladiva]
@dateline Suara.com -@ Ketua KPU Arunika menyebut partisipasi pemilih mencapai 76,09 persen.
Angka itu naik dari pemilihan sebelumnya.
@read_also BERITA TERKAIT
@read_also KPU Arunika Tetapkan Daftar Pemilih
@share Cek Berita dan Artikel yang lain di Google News
""",
    "jpnn": """\
Calon Bupati Nomor Urut 3 Unggul Sementara
@dateline jpnn.com, ARUNIKA -@ Calon bupati nomor urut 3 menyebut figur faktor keunggulannya.
"Pertarungannya adalah figur," kata dia. @@byline (mcr/jpnn)
@share Facebook | Twitter | WhatsApp | Telegram
@navigation Selanjutnya
""",
}


def marked(page: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a text without its marks, and the furniture they tell."""
    lines: list[str] = []
    furniture: list[tuple[str, str]] = []
    for line in page.splitlines():
        if not line.startswith("@"):
            story, _, mark = line.partition(" @@")
            kind, _, words = mark.partition(" ")
            if words:
                furniture.append((kind, words))
            lines.append(f"{story} {words}".rstrip())
            continue
        kind, _, rest = line[1:].partition(" ")
        words, _, story = rest.partition("@")
        furniture.append((kind, words))
        lines.append(words + story)
    return "\n\n".join(lines), furniture


def told(text: str) -> list[tuple[str, str]]:
    return [(str(kind), text[start:end]) for start, end, kind in find(text)]


@pytest.mark.parametrize("outlet", PAGES)
def test_the_furniture_of_an_outlet_is_found_and_nothing_else(outlet: str) -> None:
    text, furniture = marked(PAGES[outlet])
    assert told(text) == furniture


@pytest.mark.parametrize("outlet", PAGES)
def test_lines_without_blank_lines_between_say_the_same(outlet: str) -> None:
    text, furniture = marked(PAGES[outlet])
    found = told(text.replace("\n\n", "\n"))
    assert [each for each in found if each in furniture] == furniture


def test_links_behind_a_heading_go_on_without_blank_lines() -> None:
    text = "Judul\n\nBaca Juga:\n\nBawaslu Periksa Dana\n- KPU Buka Laporan\nIa menolak."
    assert told(text) == [
        *(("read_also", "Baca Juga:"), ("read_also", "Bawaslu Periksa Dana")),
        ("read_also", "- KPU Buka Laporan"),
    ]


def test_a_name_may_stand_below_its_role() -> None:
    text = "Judul\nIsi berita.\nReporter:\nRahma Ladiva\nEditor:\n\nIa menolak laporan itu."
    roles = [("byline", "Reporter:"), ("byline", "Rahma Ladiva"), ("byline", "Editor:")]
    assert told(text) == roles


def test_every_kind_is_among_the_pages() -> None:
    kinds = {kind for page in PAGES.values() for kind, _ in marked(page)[1]}
    assert kinds == set(Kind)


STORY: Final = (
    "Bawaslu Arunika terima laporan\n\n"
    "Warga Desa Sukamaju melaporkan pembagian amplop berisi uang kepada Bawaslu Arunika.\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Id yang dipakai pelapor, kata Rahmawati, bukan miliknya.",
        "id itu palsu, menurut pelapor, dan sudah dihapus",
        "Baca juga surat itu sebelum memilih, kata Teguh kepada warga.",
        "Baca juga: begitu tulisan di spanduk yang terpasang di Desa Sukamaju.",
        "Baca juga surat edaran yang ditempel di balai desa",
        '"Foto: itu buktinya," kata Rahmawati sambil menunjukkan telepon genggamnya.',
        'Foto: "Kami tidak bohong," begitu tulisan di bawahnya',
        "Ia mengunggah bukti itu (foto: amplop berisi uang).",
        "Foto itu beredar di Facebook dan WhatsApp sejak Senin.",
        "Share lokasi itu dikirim pelapor kepada petugas Bawaslu.",
        "Facebook",
        "Bagikan uang itu kepada pemilih, begitu perintahnya.",
        "Editor surat kabar itu menolak memuat iklan pasangan calon.",
        'Editor: "Kami menolak," kata dia',
        "Penulis buku itu, Teguh Armino, hadir dalam debat.",
        "Oleh karena itu Bawaslu meminta warga melapor.",
        "Sumber: tiga saksi yang melihat pembagian amplop.",
        "Topik: politik uang dan netralitas, dua hal yang dibahas semalam.",
        "Iklan pasangan calon itu melanggar jadwal kampanye.",
        "Scroll layar telepon, katanya, lalu pilih gambar calon.",
        "Senin (25/11/2024) rapat itu ditunda.",
        "25 November 2024 menjadi hari terakhir kampanye.",
        "Halaman kantor Bawaslu dipenuhi massa.",
        "Halaman 2 formulir itu kosong.",
        "Selanjutnya Bawaslu memanggil dua saksi.",
        "Copyright lagu kampanye itu dipersoalkan.",
        "Dapatkan uang, begitu janji di grup WhatsApp, bila memilih dia.",
        "Ikuti saluran WhatsApp itu, kata polisi, berarti siap ditipu.",
        "Koalisi itu didukung dua partai (PDIP/PPP)",
        "Batas kecepatan konvoi 40 kilometer per jam (km/jam)",
        "Surat itu ditandatangani ketua (dok. terlampir).",
        "Ketua Bawaslu - Rahmawati Ladiva - menolak laporan itu karena dianggap tidak lengkap.",
        "Pilkada - Bawaslu Arunika mencatat tiga puluh laporan selama masa kampanye berlangsung.",
        "Warga - begitu laporan itu berbunyi - menerima amplop dari tim sukses pasangan calon.",
        "Rahmawati: Saya tidak menerima laporan itu sampai hari ini, jadi belum bisa menilai.",
        "Komisi Pemilihan Umum (KPU) - lembaga yang menyelenggarakan pilkada itu - menolak.",
        "Bawaslu Arunika terima laporan itu lagi.",
        "Line up tim kampanye diumumkan hari ini.",
        "Rekomendasi Bawaslu dikirim ke KPU.",
        "Berita terkait pembagian amplop itu dibantah tim sukses.",
        "Pilihan warga Sukamaju terbelah dua.",
        "Tim redaksi koran itu didatangi massa.",
        "Beranda rumah calon itu dipenuhi sembako.",
        "Kata kunci dalam kasus ini adalah niat.",
        "“Simak video itu,” kata Teguh.",
        "Simak video yang beredar luas itu sebelum menilai.",
        "Tag harga sembako itu masih tertempel.",
        "Video: rekaman itu diputar tiga kali dalam sidang.",
        "Lihat: tidak ada satu pun saksi yang hadir di sana.",
    ],
)
def test_a_sentence_of_the_story_is_left_to_it(line: str) -> None:
    """Wherever it stands: behind the first paragraph, at the top, and at the end."""
    end = "Penyidik memeriksa tiga orang saksi yang menerima amplop dari tim sukses itu."
    assert told(f"{STORY}{line}\n\n{end}\n") == []
    assert told(f"{STORY}{line}") == []
    assert told(f"Amplop di Sukamaju\n{line}\n{end}") == []


def test_a_caption_of_the_story_text_gives_only_its_credit() -> None:
    """Some outlets close the story with its source: the paragraph stays."""
    last = "Ia meminta warga melapor bila melihat pembagian uang di desanya. (ANTARA/Edo Samudra)"
    assert told(STORY + last) == [("caption", "(ANTARA/Edo Samudra)")]


def test_a_photo_with_a_story_of_one_paragraph_keeps_it() -> None:
    text = (
        "Saksi pilkada siaga\n\nArunika, Samudra (ANTARA) - Para saksi hadir sejak awal"
        " pencoblosan di TPS 48 Arunika. (ANTARA/Edo Samudra)."
    )
    assert told(text) == [
        ("dateline", "Arunika, Samudra (ANTARA) -"),
        ("caption", "(ANTARA/Edo Samudra)."),
    ]


def test_what_is_all_furniture_is_none() -> None:
    assert find("Bagikan\nFacebook\nTwitter") == ()
    assert find("") == ()
    assert find("\n \n") == ()


def test_stretches_are_looked_up_by_place() -> None:
    text = "Judul berita\nBaca juga: Judul lain\nIsi"
    found = find(text)
    assert [kind for _, _, kind in found] == [Kind.READ_ALSO]
    start, end = text.index("Baca"), text.index("\nIsi")
    assert stretch_at(found, start) == found[0] == stretch_at(found, end - 1)
    assert stretch_at(found, start - 1) is None
    assert stretch_at(found, end) is None
    assert touches(found, 0, start + 1)
    assert touches(found, end - 1, end + 2)
    assert not touches(found, 0, start)
    assert not touches(found, end, end + 3)


LINES: Final = st.one_of(
    st.sampled_from(
        [line for page in PAGES.values() for line in marked(page)[0].split("\n\n")]
        + [
            "",
            " ",
            "(",
            "/",
            "Foto:",
            "id a,b",
            "- ",
            "—",
            "Baca juga",
            "Baca juga:",
            "@",
            "\u2028",
        ]
    ),
    st.text(max_size=40),
)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_any_text_gives_stretches_in_order_within_lines(text: str) -> None:
    page = page_of(text)
    found = page.stretches
    assert all(one.end <= other.start for one, other in pairwise(found))
    for start, end, _ in found:
        words = text[start:end]
        assert words
        assert words == words.strip()
        assert "\n" not in words
    start, end = page.headline
    assert 0 <= start <= end <= len(text)
    assert not found or text.strip() != text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "piece", ["a ", "Baca juga: ", "- ", "(", "id a, ", "Foto: (", "/a", "1 2 "]
)
def test_long_lines_cost_no_more_than_their_length(piece: str) -> None:
    """A rule that goes back and forth in a line would never come back from these."""
    text = piece * (300_000 // len(piece))
    assert all(end <= len(text) for _, end, _ in find(f"Judul\n{text}"))
    assert all(end <= len(text) for _, end, _ in find(text.replace(" ", "\n")))


def test_the_article_of_antara() -> None:
    path = ARTICLES / "antara-oku-timur.txt"
    if not path.exists():
        pytest.skip("the shared articles are not here")
    assert [kind for kind, _ in told(path.read_text())] == [
        *("keywords", "headline", "caption", "dateline")
    ]


@given(st.data(), st.lists(LINES | LINES.map(lambda line: line * 7), max_size=30).map("\n".join))
def test_what_is_surely_story_is_no_furniture(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 9)))
    assert not (is_surely_story(text, start, end) and touches(find(text), start, end))


def test_within_a_long_paragraph_the_page_need_not_be_read() -> None:
    line = "Orang Desa Sukamaju melaporkan pembagian amplop kepada Bawaslu. " * 6
    assert is_surely_story(f"Judul\n{line}\n", 20, 26)
    assert not is_surely_story(f"Arunika - {line}", 0, 7)
    assert is_surely_story(f"Arunika - {line}", 200, 206)
    assert not is_surely_story(f"{line} (ANTARA/Rahma)", 20, 26)
    assert not is_surely_story("Judul\nIsi", 0, 2)
