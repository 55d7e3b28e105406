"""What holds for a project right now, shared by its services and by the jobs it starts."""

from annotator.model.ids import AnnotatorId
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme


class Current:
    """The scheme in force with its number in the project, and who annotates here."""

    def __init__(
        self, scheme: Scheme, scheme_version: int, annotator: Annotator | None = None
    ) -> None:
        self.scheme = scheme
        self.scheme_version = scheme_version
        self.annotator = annotator

    @property
    def annotator_id(self) -> AnnotatorId:
        """The id of who annotates, "" while nobody was named."""
        return AnnotatorId("") if self.annotator is None else self.annotator.id
