"""Which language a text is in: langdetect behind one function, made repeatable.

langdetect's answers depend on the order of a folder's listing and on chance; two threads that
start it at once get wrong answers silently. Here the profiles are loaded sorted, once, under a
lock, and every detection starts from the same seed. It knows neither Malay nor any language of the
archipelago but Indonesian, and calls nearly all of them that. Small words tell Javanese and
Sundanese apart, and texts that only look like Indonesian (see `function_words`).
"""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from annotator.model.document import UNKNOWN_LANGUAGE, Language
from annotator.text.function_words import (
    ADDRESS,
    is_hardly_indonesian,
    likeliest,
    other_paragraphs,
)

LIMIT: Final = 500
"""Code points looked at. Indonesian and English are told without a miss from 200 on; beyond 500
only answers change about languages that langdetect does not know (docs/benchmarks.md)."""
FEWEST_LETTERS: Final = 20
"""Under so many letters every answer would be a guess told with full confidence."""
_BEGINNING: Final = 2_000
"""Code points whose small words are counted: some 300 words."""
_LONGEST: Final = 100_000
"""Code points in which paragraphs of other languages are looked for."""
_UNKNOWN_TO_LANGDETECT: Final = frozenset({"jv", "su"})
_VOTES: Final = 7
_SEED: Final = 0
_lock: Final = Lock()


def detect(text: str) -> Language:
    """Return the language of `text` and its share of seven votes; never an error.

    The share of Javanese and Sundanese is that of their function words. "unknown" with share 0 for
    what is too short, holds no words, or looks like Indonesian without its small words.
    """
    found = by_letters(sample_of(text))
    beginning = text[:_BEGINNING]
    guess = likeliest(beginning)
    if guess is not None and guess.code in _UNKNOWN_TO_LANGDETECT:
        found = Language(guess.code, round(guess.share, 2))
    elif found.code == "id" and is_hardly_indonesian(beginning):
        found = Language()
    if found.code == UNKNOWN_LANGUAGE:
        return found
    others = {stretch.code: None for stretch in other_paragraphs(text[:_LONGEST], found.code)}
    return Language(found.code, found.share, tuple(others))


def by_letters(sample: str) -> Language:
    """Return what langdetect says."""
    if sum(character.isalpha() for character in sample) < FEWEST_LETTERS:
        return Language()
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.seed = _SEED
    detector.append(sample)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return Language()
    if not found:
        return Language()
    best = max(found, key=lambda language: (language.prob, language.lang))
    code = best.lang.partition("-")[0]  # "zh-cn" and "zh-tw" are one language
    return Language(code, round(best.prob * _VOTES) / _VOTES)


def preload() -> None:
    """Load the profiles now; call it once before work is spread over threads."""
    _factory()


def sample_of(text: str) -> str:
    """Return what is looked at: lower case where most is in capitals, which would be ignored."""
    sample = ADDRESS.sub(" ", text[: 2 * LIMIT])[:LIMIT]
    capitals = sum(map(str.isupper, sample))
    return sample.lower() if capitals > sum(map(str.islower, sample)) else sample


def _factory() -> Any:
    with _lock:
        return _loaded()


@cache
def _loaded() -> Any:
    import langdetect
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    folder = Path(langdetect.__file__).parent / "profiles"
    files = sorted(file for file in folder.iterdir() if not file.name.startswith("."))
    profiles = [file.read_text(encoding="utf-8") for file in files]
    factory.load_json_profile(profiles)
    return factory
