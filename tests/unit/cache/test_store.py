"""The store of earlier results: whatever is wrong with an entry, there is none."""

from __future__ import annotations

import os
from pathlib import Path

from typedsoap.cache.store import Store, default_folder


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_put_is_got_by_its_key_alone(tmp_path: Path) -> None:
    Store(tmp_path).put("a", b"content")
    assert Store(tmp_path).get("a") == b"content"
    assert Store(tmp_path).get("b") is None


def test_a_damaged_cut_or_swapped_entry_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", b"content" * 100)
    (path,) = entries(tmp_path)
    good = path.read_bytes()
    for bad in (b"", good[:-1], good[:20], b"x" * 100, bytes([good[0] ^ 1]) + good[1:]):
        path.write_bytes(bad)
        assert store.get("a") is None
    store.put("b", b"other")
    other = next(entry for entry in entries(tmp_path) if entry != path)
    path.write_bytes(other.read_bytes())
    assert store.get("a") is None
    path.write_bytes(good)
    assert store.get("a") == b"content" * 100


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    store = Store(tmp_path / "file")
    store.put("a", b"content")
    assert store.get("a") is None
    store.prune(0)


def test_what_was_unused_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("old", b"1")
    (old,) = entries(tmp_path)
    os.utime(old, (1, 1))
    store.put("new", b"2")
    store.prune(old.stat().st_size)
    assert store.get("old") is None
    assert store.get("new") == b"2"


def test_nothing_but_whole_entries_is_left_behind(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for content in (b"1", b"1", b"1"):
        store.put("a", content)
    assert len(entries(tmp_path)) == 1


def test_the_default_folder_is_that_of_the_xdg_specification(tmp_path: Path) -> None:
    found = default_folder({"XDG_CACHE_HOME": str(tmp_path)})
    assert found == tmp_path / "typedsoap"
    relative = default_folder({"XDG_CACHE_HOME": "relative"})
    assert relative == Path.home() / ".cache" / "typedsoap"
