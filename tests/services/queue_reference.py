"""What a query asks for, said once more in the plainest way, row by row."""

from annotator.model.project import Status
from annotator.services.queue import Key, Order
from annotator.store.listing import shuffled


def places(rows, query, order=Order.IMPORT, seed=""):
    """Return the places in `rows` of what is wanted, in order."""
    values = {}
    for part in query.parts:
        values.setdefault(part.key, []).append(part.value)
    found = [
        place
        for place, row in enumerate(rows)
        if all(_HOLDS[key](row, wanted) for key, wanted in values.items())
        and all(word in row.title.casefold() for word in query.words)
    ]
    if order is Order.RANDOM:
        return sorted(found, key=lambda place: mixed(rows[place].id, seed))
    key, backwards = _ORDERS[order]
    return sorted(found, key=lambda place: key(rows[place]), reverse=backwards)


def mixed(document, seed):
    """SplitMix64, as it is written everywhere."""
    from hashlib import blake2b

    most = 2**64 - 1
    start = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "little")
    x = (shuffled(document) & most) ^ start
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & most
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & most
    return x ^ (x >> 31)


_HOLDS = {
    Key.STATUS: lambda row, wanted: row.status in wanted,
    Key.LANGUAGE: lambda row, wanted: row.language in wanted,
    Key.SOURCE: lambda row, wanted: any(one.casefold() in row.source.casefold() for one in wanted),
    Key.AFTER: lambda row, wanted: all(row.date >= one for one in wanted),
    Key.BEFORE: lambda row, wanted: bool(row.date) and row.date[: len(min(wanted))] <= min(wanted),
    Key.FLAG: lambda row, wanted: (
        ("article" in wanted and row.status is Status.FLAGGED)
        or ("lead" in wanted and row.lead_notes > 0)
    ),
    Key.NOTES: lambda row, _wanted: row.open_notes > 0,
    # these two are not told by a row: no article of the random ones is a reprint or mixed
    Key.TWINS: lambda _row, wanted: bool({"none", "first"} & set(wanted)),
    Key.MIX: lambda _row, _wanted: False,
}
_SETTLED = {Status.DONE, Status.SKIPPED}
_ORDERS = {
    Order.IMPORT: (lambda _row: 0, False),
    Order.UNDECIDED: (lambda row: row.status in _SETTLED, False),
    Order.NEWEST: (lambda row: row.date, True),
    Order.OLDEST: (lambda row: (not row.date, row.date), False),
    Order.TITLE: (lambda row: row.title.casefold().lstrip("\"'“”‘’«([ "), False),
    Order.SHORTEST: (lambda row: row.length, False),
    Order.LONGEST: (lambda row: row.length, True),
    Order.FEWEST: (lambda row: row.span_count, False),
    Order.MOST: (lambda row: row.span_count, True),
}
