"""What newer Pythons have and 3.11 lacks, without importing typing_extensions at start."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _F = TypeVar("_F", bound=Callable[..., object])

    def override(method: _F) -> _F:
        """Mark a method as an override; the type checker holds us to it."""
        return method


__all__ = ["override"]
