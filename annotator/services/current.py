"""What holds for a project right now, shared by its services and by the jobs it starts."""

from dataclasses import dataclass

from annotator.model.ids import AnnotatorId
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme


@dataclass(slots=True)
class Current:
    """The scheme in force with its number in the project, and who annotates here."""

    scheme: Scheme
    scheme_version: int
    annotator: Annotator | None = None

    @property
    def annotator_id(self) -> AnnotatorId:
        """The id of who annotates, "" while nobody was named."""
        return AnnotatorId("") if self.annotator is None else self.annotator.id
