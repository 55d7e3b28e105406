"""What another package may offer."""

from annotator.formats.base import FormatInfo


class _Foreign:
    def __init__(self, info: object) -> None:
        self.info = info

    def accepts(self, _head: bytes, _path: object) -> bool:
        return False


FORMAT = _Foreign(FormatInfo("foreign", "Foreign", (".jsonl.foreign",), writes=True))
TAKEN = _Foreign(FormatInfo("jsonl", "Not ours", (".jsonl",)))
WRONG = _Foreign("no info")
