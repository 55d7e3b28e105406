"""Tables from the clipboard as files."""

from annotator.services.pasted import MOST, keep_table


def test_the_same_cells_are_one_file_and_few_are_kept():
    first = keep_table("judul\tisi\nSatu\tIsi 😀\n")
    assert first.read_bytes() == "judul\tisi\nSatu\tIsi 😀\n".encode()
    assert keep_table("judul\tisi\nSatu\tIsi 😀\n") == first
    others = [keep_table(f"judul\tisi\n{number}\tIsi\n") for number in range(MOST)]
    assert not first.exists()
    assert all(path.exists() for path in others)
    assert len(list(first.parent.iterdir())) == MOST
