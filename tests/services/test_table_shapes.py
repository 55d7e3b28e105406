"""What was said about the columns of a table is remembered for tables of its shape."""

from pathlib import Path

from annotator.formats.base import ReadOptions
from annotator.formats.registry import registry
from annotator.services import table_shapes
from annotator.services.settings import Settings
from annotator.services.table_shapes import reading_for, remember, remembered
from annotator.services.transfer import ImportOptions, import_paths
from tests.builders import make_project


def test_what_was_said_is_kept_and_the_oldest_are_forgotten(
    tmp_path: Path,
) -> None:
    settings = Settings(tmp_path / "s.json")
    for number in range(table_shapes._KEPT + 3):
        remember(settings, f"shape{number}", {"text": f"c{number}"})
    remember(settings, "shape5", {"text": "isi", "title": ""})
    found = remembered(Settings(tmp_path / "s.json"))
    assert len(found) == table_shapes._KEPT
    assert found["shape5"] == {"text": "isi", "title": ""}
    assert "shape0" not in found


def test_settings_of_others_are_passed_over(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json")
    settings.set(table_shapes.KEY, ["{", "3", '{"shape": "x", "columns": {"text": 3, "y": "z"}}'])
    assert remembered(settings) == {"x": {}}


def test_tables_of_each_shape_are_read_with_their_own_columns(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("a,b\nWarga satu melapor,Judul satu\nWarga dua melapor,Judul dua\n", "utf-8")
    second.write_text("p,q,r\n1,Warga tiga melapor,x\n2,Warga empat melapor,y\n", "utf-8")
    importer = registry().importer("csv-table")
    assert importer is not None
    shapes = {
        importer.sample(path, 1).signature: columns  # type: ignore[attr-defined]
        for path, columns in ((first, {"text": "a"}), (second, {"text": "q"}))
    }
    usual = ReadOptions()
    assert reading_for(usual, {}, importer, first) is usual
    assert reading_for(usual, shapes, importer, second).columns == {"text": "q"}
    with make_project(tmp_path, ()) as project:
        options = ImportOptions(shapes=shapes, detect_language=False)
        assert ImportOptions.from_json(options.to_json()) == options
        report = import_paths(project, [first, second], options)
        assert (report.documents_added, report.skipped) == (4, ())


def test_mappings_are_kept_in_the_project_by_name(tmp_path: Path) -> None:
    from annotator.model.label_mapping import LabelMapping

    with make_project(tmp_path, ()) as project:
        project.mappings.save(" ner  lama ", LabelMapping({"PER": None}))
        project.mappings.save("baru", LabelMapping({"PER": "x"}))
        project.mappings.save("ner lama", LabelMapping({"LOC": None}))
        assert project.mappings.all() == {
            "baru": LabelMapping({"PER": "x"}),
            "ner lama": LabelMapping({"LOC": None}),
        }
