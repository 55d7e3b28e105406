"""What people and programs call the columns of a table of articles, in Indonesian and English."""

import re
from typing import Final

ROLES: Final = (
    "text",
    "title",
    "date",
    "outlet",
    "author",
    "place",
    "language",
    "url",
    "id",
)
"""What a column can be for."""

SURE: Final = 0.95
IN_PART: Final = 0.7
"""A longer name that holds a usual one, such as `isi_berita_lengkap`."""
MAYBE: Final = 0.5

_NAMES: Final = {
    "text": "isi teks text konten content body artikel article berita naskah tulisan isiberita"
    " isiartikel isiteks articletext articlebody articlecontent fulltext maintext bodytext"
    " cleantext cleanedtext rawtext plaintext textcontent newscontent newstext kontenberita"
    " kontenartikel teksberita teksartikel paragraf paragraphs paragrafs narasi"
    " contentencoded bodyhtml htmlbody",
    "title": "judul title headline titel heading judulberita judulartikel newstitle articletitle"
    " juduldokumen",
    "date": "tanggal tgl date tanggalterbit tanggalberita tanggalpublikasi tanggalartikel"
    " tanggalposting tglterbit tglberita publishedat publishdate published datepublished pubdate"
    " publicationdate publishedtime publishedon datetime waktuterbit waktupublikasi newsdate"
    " articledate postedat dateposted",
    "outlet": "media outlet sumber source namamedia portal situs sitename publisher newspaper"
    " suratkabar koran penerbit sumberberita newssource sourcename medianame mediaonline",
    "author": "penulis author authors wartawan byline jurnalis reporter writer pewarta namapenulis"
    " authorname journalist creator",
    "place": "tempat lokasi place location kota daerah wilayah city kabupaten kabupatenkota"
    " kabkota tempatkejadian",
    "language": "bahasa language lang languagecode kodebahasa langcode",
    "url": "url link tautan permalink href sourceurl articleurl newsurl linkberita urlberita"
    " linkartikel urlartikel alamatweb weburl tautanberita canonicalurl",
    "id": "id no nomor nomer nomorurut idberita idartikel articleid newsid docid documentid uuid"
    " guid identifier kodeberita kodeartikel rowid index unnamed0",
}
_WEAK_NAMES: Final = {
    "text": "description deskripsi indonesian indonesia bahasaindonesia sentence kalimat document"
    " dokumen columndata post status tweet",
    "title": "nama name subject subjek",
    "date": "waktu time timestamp created createdat dibuat day hari",
    "outlet": "website web domain hostname host site",
    "author": "oleh by",
    "place": "provinsi province region alamat",
    "language": "locale",
    "url": "uri alamat source sumber website",
    "id": "key kode code nr",
}


def plain(name: str) -> str:
    """Return a name without case, blanks and signs: `Published_At` and `published at` are one."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _by_name(names: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role, words in names.items():
        for word in words.split():
            found.setdefault(word, []).append(role)
    return found


_STRONG: Final = _by_name(_NAMES)
_WEAK: Final = _by_name(_WEAK_NAMES)
_GENERIC: Final = frozenset({"name", "nama", "value", "nilai", "label", "fullname", "display"})
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PIECE: Final = re.compile(r"[^\W_]+")


def roles_of(name: str) -> dict[str, float]:
    """Return what a column of this name may be for, with how sure the name is, 0 to 1.

    Of a dotted path (`source.name`) the whole counts, then its last part.
    """
    found: dict[str, float] = {}

    def add(word: str, strong: float, weak: float) -> None:
        for table, sure in ((_STRONG, strong), (_WEAK, weak)):
            for role in table.get(word, ()):
                found[role] = max(found.get(role, 0.0), sure)

    add(plain(name), SURE, MAYBE)
    if "." in name and not any(sure >= SURE for sure in found.values()):
        path = [plain(piece) for piece in name.split(".")]
        found.clear()
        # of `author.name` the author counts
        add(path[-2 if path[-1] in _GENERIC else -1], SURE - 0.1, MAYBE - 0.1)
    if not found:
        pieces = [piece.casefold() for piece in _PIECE.findall(_CAMEL.sub(" ", name))]
        for piece in pieces if len(pieces) > 1 else ():
            add(piece, IN_PART, 0.0)
        if len(found) > 1:  # the title of an article is no text, its number no article
            found.pop("text", None)
    return {role: sure for role, sure in found.items() if sure > 0}
