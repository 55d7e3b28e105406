"""People who annotate, and the devices they write from."""

from typing import NamedTuple

from annotator.model.ids import AnnotatorId, DeviceId, new_id
from annotator.model.journal import START
from annotator.model.project import Annotator
from annotator.store.database import Database
from annotator.store.fold import Order


class Device(NamedTuple):
    """One journal: this installation at this place, or another that wrote here."""

    id: DeviceId
    annotator: AnnotatorId | None


class Annotators:
    """The annotators of a project: names as the journals say them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Annotator, ...]:
        """Return everybody, in the order of their names."""
        rows = self._database.all("SELECT annotator_id, name FROM annotator ORDER BY name")
        return tuple(Annotator(AnnotatorId(key), name) for key, name in rows)

    def get(self, annotator: AnnotatorId) -> Annotator | None:
        name = self._database.value(
            "SELECT name FROM annotator WHERE annotator_id = ?", (annotator,)
        )
        return None if name is None else Annotator(annotator, name)

    def write(self, annotator: AnnotatorId, name: str, order: Order) -> None:
        """Store the folded name. To be called in a transaction."""
        self._database.run(
            "INSERT INTO annotator (annotator_id, name, lam, device_id, seq)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (annotator_id) DO UPDATE SET"
            " name = excluded.name, lam = excluded.lam, device_id = excluded.device_id,"
            " seq = excluded.seq",
            (annotator, name, *order),
        )

    def folded(self) -> dict[AnnotatorId, tuple[str, Order]]:
        """Return the names with the entries they come from, as `fold` would."""
        rows = self._database.all("SELECT annotator_id, name, lam, device_id, seq FROM annotator")
        return {AnnotatorId(key): (name, (lam, dev, seq)) for key, name, lam, dev, seq in rows}


class Devices:
    """The devices that write journals into this file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, installation: str, place: str) -> Device | None:
        """Return the device of this installation at this place, or None.

        Where the place is new, its annotator is still the installation's latest choice: see
        `latest_annotator`.
        """
        row = self._database.one(
            "SELECT device_id, annotator_id FROM device WHERE installation = ? AND place = ?",
            (installation, place),
        )
        return None if row is None else Device(DeviceId(row[0]), row[1])

    def latest_annotator(self, installation: str) -> AnnotatorId | None:
        """Return who annotated last from this installation, wherever the file then lay."""
        found = self._database.value(
            "SELECT annotator_id FROM device WHERE installation = ? AND annotator_id IS NOT NULL"
            " ORDER BY device_no DESC LIMIT 1",
            (installation,),
        )
        return None if found is None else AnnotatorId(found)

    def add(self, installation: str, place: str, at: str) -> Device:
        """Make the device of this installation at this place. To be called in a transaction."""
        device = Device(DeviceId(new_id()), self.latest_annotator(installation))
        self._database.run(
            "INSERT INTO device (device_id, installation, place, annotator_id, head_hash, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (device.id, installation, place, device.annotator, START, at),
        )
        return device

    def choose(self, device: DeviceId, annotator: AnnotatorId) -> None:
        """Remember who annotates on a device."""
        self._database.run(
            "UPDATE device SET annotator_id = ? WHERE device_id = ?", (annotator, device)
        )
