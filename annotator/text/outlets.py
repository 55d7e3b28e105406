"""Names of news outlets, as datelines, credits and addresses spell them."""

import re
from typing import Final

_NAMES: Final = {
    "ANTARA": ("antara", "antara news", "antaranews", "antara foto", "lkbn antara", "ant"),
    "Kompas.com": ("kompas", "kompas.com", "kompas com"),
    "Kompas.id": ("kompas.id",),
    "Tempo.co": ("tempo", "tempo.co", "tempo.com", "tempo interaktif"),
    "detikcom": ("detik", "detikcom", "detik.com", "detiknews"),
    "Liputan6.com": ("liputan6", "liputan6.com"),
    "CNN Indonesia": ("cnn indonesia", "cnnindonesia", "cnnindonesia.com"),
    "CNBC Indonesia": ("cnbc indonesia", "cnbcindonesia", "cnbcindonesia.com"),
    "Tribunnews.com": ("tribunnews", "tribunnews.com", "tribun", "tribun network"),
    "Republika.co.id": ("republika", "republika.co.id", "republika.id", "republika online"),
    "Suara.com": ("suara.com",),
    "Merdeka.com": ("merdeka.com",),
    "Okezone.com": ("okezone", "okezone.com"),
    "SINDOnews.com": ("sindonews", "sindonews.com", "koran sindo"),
    "VIVA.co.id": ("viva", "viva.co.id", "vivanews"),
    "JPNN.com": ("jpnn", "jpnn.com"),
    "Media Indonesia": ("media indonesia", "mediaindonesia.com"),
    "Bisnis.com": ("bisnis.com",),
    "Kontan.co.id": ("kontan.co.id",),
    "Medcom.id": ("medcom", "medcom.id"),
    "Metrotvnews.com": ("metrotvnews.com", "metro tv"),
    "iNews.id": ("inews", "inews.id"),
    "IDN Times": ("idn times", "idntimes", "idntimes.com"),
    "Kumparan": ("kumparan", "kumparannews", "kumparan.com"),
    "Jawa Pos": ("jawa pos", "jawapos", "jawapos.com"),
    "Pikiran Rakyat": ("pikiran rakyat", "pikiran-rakyat.com"),
    "BeritaSatu.com": ("beritasatu", "beritasatu.com", "berita satu"),
    "NU Online": ("nu online", "nu.or.id"),
    "RRI": ("rri", "rri.co.id", "kbrn"),
    "VOI": ("voi", "voi.id"),
    "RMOL": ("rmol", "rmol.id"),
    "Gatra.com": ("gatra", "gatra.com"),
    "Katadata": ("katadata", "katadata.co.id"),
    "Tirto.id": ("tirto", "tirto.id"),
    "BBC News Indonesia": ("bbc indonesia", "bbc news indonesia"),
    "VOA Indonesia": ("voa indonesia", "voaindonesia.com"),
    "The Jakarta Post": ("the jakarta post", "thejakartapost.com"),
    "Inilah.com": ("inilah", "inilah.com"),
    "Fajar.co.id": ("fajar.co.id",),
    "Waspada": ("waspada", "waspada.co.id", "waspada online"),
    "AFP": ("afp",),
    "Reuters": ("reuters",),
    "Xinhua": ("xinhua",),
}
_BY_NAME: Final = {each: name for name, spellings in _NAMES.items() for each in spellings}
_ENDS: Final = r"(?:com|id|net|org|tv|news|info|online|press|asia)"
DOMAIN: Final = rf"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.{_ENDS}"
"""Pattern of a site's name, for use with `re.IGNORECASE`."""
_DOMAIN: Final = re.compile(DOMAIN, re.IGNORECASE)
_HOST: Final = re.compile(r"(?:https?:)?//(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)
_LONGEST: Final = 60
_SECOND_LEVEL: Final = frozenset(("co", "go", "or", "ac", "web", "my", "sch", "desa", "com", "net"))


def outlet_named(name: str) -> str:
    """Return how an outlet is called that a text names so, "" where it is none we can tell.

    A site's name is one whether we know it or not: "TRIBUNJATENG.COM" is "tribunjateng.com".
    """
    name = name.strip()
    if not name or len(name) > _LONGEST:
        return ""
    known = _BY_NAME.get(" ".join(name.casefold().split()))
    if known is not None:
        return known
    if _DOMAIN.fullmatch(name):
        return name.lower() if name.upper() == name else name
    return ""


def outlet_at(address: str) -> str:
    """Return the outlet of a web address, "" where it is no address.

    A part of a site that we know counts as the site: "sumsel.antaranews.com" is ANTARA.
    """
    found = _HOST.match(address.strip())
    if found is None or "." not in found[1]:
        return ""
    parts = found[1].lower().strip(".").split(".")
    for first in range(len(parts) - 1):
        known = _BY_NAME.get(".".join(parts[first:]))
        if known is not None:
            return known
    least = 3 if len(parts) > 1 and parts[-2] in _SECOND_LEVEL else 2
    label = ".".join(parts[-least:])
    if parts[-least:][0] == "antaranews":
        return "ANTARA"
    return label
