"""Globally unique names of things, so that files of several people can be joined."""

import os
import time
from typing import NewType

DocumentId = NewType("DocumentId", str)
SpanId = NewType("SpanId", str)
RelationId = NewType("RelationId", str)
DocumentLabelId = NewType("DocumentLabelId", str)
AnnotatorId = NewType("AnnotatorId", str)
DeviceId = NewType("DeviceId", str)
ActId = NewType("ActId", str)


def new_id() -> str:
    """Return a UUID of version 7 (RFC 9562): 48 bits of milliseconds, 74 random bits.

    Unique, and roughly in order of time so that indexes stay compact. Order is never *read* from
    it: clocks differ.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
