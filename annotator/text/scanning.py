import re


def last_end(pattern: re.Pattern[str], text: str, end: int) -> int:
    """End of the last match before `end`, 0 if there is none; looks back in doubling steps.

    The pattern begins with `.*` (DOTALL) and ends with the one character looked for.
    """
    size = 64
    while True:
        start = max(0, end - size)
        if found := pattern.match(text, start, end):
            return found.end()
        if start == 0:
            return 0
        size *= 2
