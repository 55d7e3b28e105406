"""What a measured process says on its standard output, after its clock has stopped."""

import json
import os
import sys
from pathlib import Path


def resident_bytes() -> int:
    """Return the memory of this process that is in use now; its peak where Linux is not."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def report_start(usable: tuple[float, float], complete: tuple[float, float]) -> None:
    """Print both clocks when the window could be used, and when nothing was left to read."""
    figures = {"wall": usable[0], "cpu": usable[1]}
    figures |= {"complete_wall": complete[0], "complete_cpu": complete[1]}
    print(json.dumps({**figures, "resident": resident_bytes()}), flush=True)
