"""CoNLL 2003 with BIOES tags; what is read of either kind is read by the other module."""

from annotator.formats.base import FormatInfo
from annotator.formats.conll import HOLDS, Conll
from annotator.formats.conll_tags import TagScheme


class ConllBioes(Conll):
    """The same file with tags that say where entities end."""

    info = FormatInfo(
        "conll-bioes", "CoNLL 2003, BIOES", (".bioes.conll", ".bioes"), writes=True, holds=HOLDS
    )
    scheme = TagScheme.BIOES


FORMAT = ConllBioes()
