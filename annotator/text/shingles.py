"""When two articles are one story reprinted: shingles, their Jaccard index, MinHash bands.

A shingle is five words in a row (Broder 1997, "On the resemblance and containment of documents").
The share of shingles that two texts have in common is their Jaccard index; MinHash finds, without
comparing all pairs, those that may have a high one (Broder 1997; banding: Leskovec, Rajaraman,
Ullman, "Mining of Massive Datasets", 3.4). Case, compatibility forms, signs and blanks make no
difference here; the texts themselves are never changed.
"""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

SIZE: Final = 5
"""Words of a shingle."""
BANDS: Final = 32
ROWS: Final = 4
"""128 minima in 32 bands of 4: of pairs with a Jaccard index of 0.5 some 87 in 100 meet in a band,
with 0.6 98, with 0.7 all but 2 in 10,000 (1 - (1 - j ** 4) ** 32)."""
ALIKE: Final = 0.5
"""Jaccard index from which on two articles count as reprints: 6 words in 100 changed leave 0.58."""
FORM: Final = "1"
"""Grows when fingerprints are made in another way."""
_SEED: Final = 20241127
_WORD: Final = re.compile(r"\w+")
_MIX: Final = 0x9E3779B97F4A7C15
"""2 to the 64 by the golden ratio: Fibonacci hashing."""


def shingles(text: str) -> frozenset[str]:
    """Return the shingles of a text, each as its words with blanks between.

    A text of fewer words than a shingle is one; a text without words has none.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if len(words) <= SIZE:
        return frozenset({" ".join(words)} if words else ())
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(SIZE)), strict=False)))


def jaccard(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Return the share of shingles in common, 0 to 1; 0 where neither has any."""
    common = len(one & other)
    everything = len(one) + len(other) - common
    return common / everything if everything else 0.0


def fingerprints(many: Sequence[AbstractSet[str]]) -> list[bytes]:
    """Return the bands of each text's shingles: `BANDS` numbers of 32 bits, little-endian.

    Texts that share the number of a band may be alike. The same on every machine.
    """
    import numpy as np
    from rensa import RMinHash

    if not many:
        return []
    # sorted: a set has another order in each process
    tokens = [sorted(found) for found in many]
    digests = RMinHash.digests_from_token_sets(tokens, num_perm=BANDS * ROWS, seed=_SEED)
    minima = np.array(digests, dtype=np.uint64).reshape(len(many), BANDS, ROWS)
    mixed = np.zeros((len(many), BANDS), dtype=np.uint64)
    for row in range(ROWS):
        mixed = (mixed ^ minima[:, :, row]) * np.uint64(_MIX)
        mixed ^= mixed >> np.uint64(29)
    bands = (mixed >> np.uint64(32)).astype("<u4")
    return [row.tobytes() for row in bands]
