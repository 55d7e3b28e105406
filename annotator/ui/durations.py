"""Lengths of time as people read them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_STEP = 10
"""Seconds in which a running time moves on: a faster one would only hurry people."""


def running_words(seconds: float) -> str:
    """Return a time that is being counted, such as "4 min 10 s"."""
    minutes, rest = divmod(int(seconds) // _STEP * _STEP, 60)
    if not minutes:
        return translate("Durations", "%1 s").replace("%1", str(rest))
    words = translate("Durations", "%1 min %2 s")
    return words.replace("%1", str(minutes)).replace("%2", str(rest))


def rough_words(seconds: float) -> str:
    """Return a time to the nearest minutes, such as "1 h 10 m"."""
    minutes = max(1, round(seconds / 60))
    if minutes > 60:  # noqa: PLR2004 - to five minutes, which is honest enough
        minutes = 5 * round(minutes / 5)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("Durations", "%1 min").replace("%1", str(rest))
    words = translate("Durations", "%1 h %2 m")
    return words.replace("%1", str(hours)).replace("%2", str(rest))
