"""The main job, done by the program itself: load, label, close, reopen, export, with pictures.

Real key and mouse events on the real window (see `hands.py`). Leaves the project file, the export
and PNG pictures in a folder and prints their paths. Ends with an error when anything that was
labelled is not found again, in the reopened project and in the export.

    python tools/tour.py --out build/tour
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if TYPE_CHECKING:  # Qt's platform is chosen before anything of it is imported
    from annotator.app import Program
    from tools.hands import Hands

ARTICLE = """Bawaslu Samudra terima laporan dugaan bagi-bagi sembako di Arunika

Samudra - Badan Pengawas Pemilihan Umum (Bawaslu) Kabupaten Samudra menerima laporan warga \
tentang dugaan politik uang di Desa Karang Lila, Senin (25/11/2024).

Ketua Bawaslu Samudra Rahmawati Ladiva mengatakan pelapor menyerahkan dua paket sembako yang \
diduga dibagikan tim sukses pasangan calon nomor urut 3.

"Kami masih mengklarifikasi tiga saksi," kata Rahmawati. Juru bicara pasangan calon itu \
membantah timnya membagi-bagikan sembako 🙏.

Kapolres Samudra mengimbau semua pihak menghindari kampanye hitam dan ujaran kebencian \
menjelang hari pemungutan suara.
"""


def main() -> int:
    """Run the tour and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=Path("build/tour"))
    out = parser.parse_args().out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    os.environ["ANNOTATOR_HOME"] = str(out / "home")

    from annotator.app import Program, make_application
    from annotator.services.settings import Settings

    application = make_application()
    program = Program(Settings.load())
    program.set_language("id")
    program.set_theme("light")
    program.settings.set("first_steps", "seen")
    tour = Tour(program, out)
    tour.label_an_article()
    tour.reopen()
    tour.export()
    tour.show_the_sample()
    application.quit()
    print(*tour.made, sep="\n")
    return 0


class Tour:
    """The steps, and the files they left."""

    def __init__(self, program: "Program", out: Path) -> None:
        from tools.hands import Hands

        self._hands_type = Hands
        self._program = program
        self._out = out
        self._project = out / "tour.annotator"
        self._export = out / "tour.jsonl"
        self._labelled: list[tuple[int, int, str]] = []
        self.made: list[Path] = []

    def label_an_article(self) -> None:
        """Make a project, load an article through the window, label it by keyboard and mouse."""
        article = self._out / "artikel.txt"
        article.write_text(ARTICLE, encoding="utf-8")
        assert self._program.create(self._project)
        hands = self._answer_name("Rahma")
        hands.keys("Ctrl+I")
        hands.fill_file_dialog(article)
        from tools.hands import wait_until

        wait_until(lambda: hands.window.session.document, "the article")
        self._picture("1-artikel")

        # keyboard: caret to a word, Shift and Ctrl to select, group and letter to label
        hands.window.annotate.focus_text()
        start, end = hands.range_of("politik uang")
        hands.click(start)
        hands.keys("Ctrl+Shift+Right Ctrl+Shift+Right")
        assert hands.view.selection() == (start, end), hands.view.selection()
        hands.keys("3 M Shift+2")
        self._labelled.append((start, end, "violation.vote_buying"))
        # mouse: double click takes a word, a drag snaps to words
        start, end = hands.range_of("warga")
        hands.double_click(start + 2)
        hands.keys("1 V")
        self._labelled.append((start, end, "actor.voter"))
        start, end = hands.range_of("Badan Pengawas Pemilihan Umum (Bawaslu) Kabupaten Samudra")
        hands.drag(start + 1, end - 2)
        hands.keys("1 B")
        self._labelled.append((start, end, "actor.supervisor"))
        for words, keys, label in (
            ("menerima laporan", "2 L", "action.report"),
            ("Desa Karang Lila", "4 L", "context.place"),
            ("Senin (25/11/2024)", "4 W", "context.time"),
            ("Ketua Bawaslu Samudra Rahmawati Ladiva", "1 B", "actor.supervisor"),
            ("tim sukses", "1 T", "actor.campaign"),
            ("dibagikan", "3 M Shift+2", "violation.vote_buying"),
            ("membantah", "2 D", "action.deny"),
            ("membagi-bagikan sembako", "3 M Shift+6", "violation.vote_buying"),
            ("kampanye hitam", "3 B Shift+7", "violation.black_campaign"),
            ("ujaran kebencian", "3 U Shift+7", "violation.hate_speech"),
        ):
            start, end = hands.range_of(words)
            hands.drag(start, end)
            hands.keys(keys)
            self._labelled.append((start, end, label))
        hands.keys("Ctrl+Z Ctrl+Shift+Z")
        hands.click(hands.range_of("politik uang")[0] + 2)
        self._check()
        self._picture("2-anotasi-terang")
        self._program.set_theme("dark")
        hands = self._hands()
        hands.click(hands.range_of("politik uang")[0] + 2)
        self._picture("3-anotasi-gelap")
        self._program.set_theme("light")
        self._program.set_language("en")
        hands = self._hands()
        hands.click(hands.range_of("politik uang")[0] + 2)
        self._picture("4-anotasi-english")
        hands.key_sheet()
        self._picture("5-keys", sheet=True)
        self._program.set_language("id")
        self._hands().keys("Ctrl+Q")
        assert self._program.window is None

    def reopen(self) -> None:
        """Open the project again: everything is there."""
        assert self._program.open(self._project)
        self._check()
        self._hands().keys("Ctrl+Return")
        self._picture("6-dibuka-lagi")
        self.made.append(self._project)

    def export(self) -> None:
        """Export through the window and read the file."""
        from tools.hands import wait_until

        hands = self._hands()
        hands.keys("Ctrl+E")
        hands.fill_file_dialog(self._export)
        wait_until(lambda: self._export.exists() and not hands.window.session.is_busy, "export")
        self._picture("7-ekspor")
        line = json.loads(self._export.read_text(encoding="utf-8").split("\n")[0])
        [written] = line["annotation_sets"]
        found = sorted((span["start"], span["end"], span["label"]) for span in written["spans"])
        assert found == sorted(self._labelled), found
        assert all(
            line["text"][span["start"] : span["end"]] == span["quote"] for span in written["spans"]
        )
        assert written["status"] == "done"
        self.made.append(self._export)

    def show_the_sample(self) -> None:
        """Open the sample project and take its pictures, in both colours."""
        assert self._program.make_sample("Rahma")
        for theme, name in (("light", "8-contoh-terang"), ("dark", "9-contoh-gelap")):
            self._program.set_theme(theme)
            hands = self._hands()
            rows = hands.window.session.project.documents.summaries()
            hands.window.session.open(max(rows, key=lambda row: row.span_count).id)
            hands.keys("Ctrl+Home")
            while True:
                hands.keys("]")
                span = hands.window.annotate.presenter.selected
                assert span is not None
                if span.label.startswith("violation."):
                    break
            self._picture(name)
        hands.keys("Ctrl+Q")

    def _hands(self) -> "Hands":
        assert self._program.window is not None
        self._program.window.resize(1440, 900)  # a virtual screen may be smaller
        return self._hands_type(self._program.window)

    def _answer_name(self, name: str) -> "Hands":
        hands = self._hands()
        hands.answer_name(name)
        return hands

    def _check(self) -> None:
        annotations = self._hands().window.session.annotations
        assert annotations is not None
        found = sorted((span.start, span.end, span.label) for span in annotations.spans)
        assert found == sorted(self._labelled), found

    def _picture(self, name: str, *, sheet: bool = False) -> None:
        from PySide6.QtWidgets import QApplication

        from tools.hands import settle

        window = self._program.window
        assert window is not None
        shown = QApplication.activeModalWidget() if sheet else window
        assert shown is not None
        settle()
        path = self._out / f"{name}.png"
        assert shown.grab().save(str(path))
        self.made.append(path)
        if sheet:
            shown.close()


if __name__ == "__main__":
    sys.exit(main())
