"""Pictures and packs that open as the map that they were made from."""

from __future__ import annotations

import base64
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.data import SAMPLES
from mapper.export.exporter import ExportOptions
from mapper.export.pdf import PDF
from mapper.export.pictures import SVG
from mapper.files import native
from mapper.files.carried import png as png_pictures
from mapper.files.carried.svg import metadata
from mapper.files.content import Content
from mapper.files.opening import importer_of, open_map
from mapper.files.pictures import PICTURES
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.model import Component, Document, Id, Source, SourceLine
from mapper.ui import png
from strategies import documents

pytestmark = pytest.mark.usefixtures("qapp")

TEA = native.load(SAMPLES / "tea-shop.wardley")
HEAD = b'<svg xmlns="http://www.w3.org/2000/svg"'
OLDER = "title Tea\ncomponent Tea [0.8, 0.6]\n"


def _read(data: bytes, name: str = "tea") -> Opened:
    content = Content(data, name)
    return importer_of(content).read(content, {})


def _png(document: Document, **options: bool) -> bytes:
    return png.make(document, ExportOptions(scale=0.5, **options))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _with_chunk(kind: bytes, body: bytes) -> bytes:
    plain = _png(TEA, carries_map=False)
    return plain[:33] + _chunk(kind, body) + plain[33:]


MAKERS: dict[str, Callable[[Document], bytes]] = {
    "svg": lambda document: SVG.make(document, ExportOptions()),
    "png": _png,
    "pdf": lambda document: PDF.make(document, ExportOptions(map_only=True)),
}
WITHOUT: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "svg": ("an SVG picture", lambda document: SVG.make(document, ExportOptions(carries_map=False))),
    "png": ("a PNG picture", lambda document: _png(document, carries_map=False)),
    "pdf": ("a PDF", lambda document: PDF.make(document, ExportOptions(map_only=True, carries_map=False))),
}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
def test_a_sample_comes_back_whole_from_its_picture(kind: str, path: Path, tmp_path: Path) -> None:
    document = native.load(path)
    picture = tmp_path / f"picture.{kind}"
    picture.write_bytes(MAKERS[kind](document))
    opened = open_map(picture)
    assert opened.document == document
    assert opened.problems == ()


@pytest.mark.parametrize("kind", MAKERS)
def test_a_picture_of_a_map_that_was_read_from_text_holds_that_text(kind: str) -> None:
    source = Source(
        lines=(SourceLine(text="component Tea\r\n"), SourceLine(text="// \x00\x07\x7f\ufffe\uffff]]> </map>"))
    )
    document = TEA.but(source=source, title='"wardley" <map>')
    assert _read(MAKERS[kind](document)).document == document


@settings(max_examples=25)
@given(document=documents())
def test_any_document_comes_back_from_an_svg(document: Document) -> None:
    assert _read(SVG.make(document, ExportOptions())).document == document


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_picture_without_a_map_says_so(kind: str) -> None:
    what, make = WITHOUT[kind]
    with pytest.raises(
        FileProblem, match=rf"“tea” is {what} that carries no map: open the map that it was made from\."
    ):
        _read(make(TEA))


@pytest.mark.parametrize("kind", MAKERS)
def test_a_picture_is_told_from_other_files_by_what_it_holds(kind: str, tmp_path: Path) -> None:
    misnamed = tmp_path / "map.wardley"
    misnamed.write_bytes(MAKERS[kind](TEA))
    assert open_map(misnamed).document == TEA


def test_text_that_speaks_of_pictures_is_no_picture() -> None:
    for text in (b"component <svg> [0.5, 0.5]", b"<html><svg/></html>", b"PNG", b"<", b""):
        assert not PICTURES.recognises(Content(text, "map.owm"))


@pytest.mark.parametrize("letters", [base64.urlsafe_b64encode, base64.b64encode])
def test_older_pictures_of_another_editor_open_as_the_text_that_they_carry(letters: Callable[[bytes], bytes]) -> None:
    carried = letters(OLDER.encode()).rstrip(b"=")
    pictures = [
        HEAD + b' data-wardley-map="' + carried + b'"><rect/></svg>',
        _with_chunk(b"tEXt", b"wardley-map\0" + carried),
        _with_chunk(b"zTXt", b"wardley-map\0\0" + zlib.compress(carried)),
    ]
    for picture in pictures:
        opened = _read(picture)
        assert opened.document.source is not None
        assert opened.document.source.text == OLDER
        assert "OnlineWardleyMaps" in opened.format


def test_an_svg_that_another_program_saved_again_still_holds_its_map() -> None:
    text = SVG.make(TEA, ExportOptions()).decode()
    again = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert _read(again).document == TEA
    prefixed = text.replace("<map xmlns=", "<m:map xmlns:m=").replace("</map>", "</m:map>")
    assert _read(b"\xef\xbb\xbf" + prefixed.encode()).document == TEA


@pytest.mark.parametrize("is_linear", [True, False])
@pytest.mark.parametrize("is_compressed", [True, False])
def test_a_pack_that_another_program_saved_again_still_holds_its_map(is_linear: bool, is_compressed: bool) -> None:
    again = io.BytesIO()
    with pikepdf.open(io.BytesIO(MAKERS["pdf"](TEA))) as pdf:
        pdf.save(
            again,
            linearize=is_linear,
            compress_streams=is_compressed,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    assert _read(again.getvalue()).document == TEA


HOSTILE = {
    "entities that multiply": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + HEAD
    + b"><text>&b;</text></svg>",
    "a file of this machine": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + HEAD
    + b'><metadata><map xmlns="urn:x-mapper:map">&a;</map></metadata></svg>',
    "no end": HEAD + b"><metadata><map xmlns='urn:x-mapper:map'>{",
    "no map in the map": (HEAD.decode() + ">" + metadata(b"Tea") + "</svg>").encode(),
    "not base64": HEAD + b' data-wardley-map="???"/>',
    "a signature alone": png_pictures.SIGNATURE,
    "a chunk without end": png_pictures.SIGNATURE + b"\xff\xff\xff\xffiTXtwardley\0\1\0\0\0",
    "a pack that says it has a map": b"%PDF-1.7\n1 0 obj\n<< /Type /WardleyMap /Filter /FlateDecode >>\nstream\nx",
    "a pack that has locked it away": b"%PDF-1.7\n1 0 obj\n<< /Type /WardleyMap /Filter /Crypt >>\nstream\nx",
    "a pack without a stream": b"%PDF-1.7 /Type /WardleyMap",
    "groups in groups without end": HEAD + b">" + b"<g>" * 5_000 + b"</g>" * 5_000 + b"</svg>",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_broken_picture_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^“tea” .*\.$"):
        _read(data)


def test_a_map_that_would_grow_without_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapper.files.carried.cargo.LIMIT", 100_000)
    bomb = zlib.compress(b"\0" * 200_000)
    pack = b"%PDF-1.7\n1 0 obj\n<< /Type /WardleyMap /Filter /FlateDecode >>\nstream\n" + bomb
    for data in (_with_chunk(b"iTXt", b"wardley\0\1\0\0\0" + bomb), pack):
        with pytest.raises(FileProblem, match="the map in it cannot be read"):
            _read(data)


def test_a_picture_that_carries_more_text_than_any_map_is_refused() -> None:
    carried = base64.b64encode(b"A->B\n" * 600_000)
    with pytest.raises(FileProblem, match="far more text than any map"):
        _read(_with_chunk(b"zTXt", b"wardley-map\0\0" + zlib.compress(carried)))


@pytest.mark.parametrize("kind", MAKERS)
def test_a_picture_that_was_cut_short_or_changed_opens_or_is_refused_with_a_sentence(kind: str) -> None:
    whole = MAKERS[kind](
        Document(components={Id("tea"): Component(id=Id("tea"), name="Tea", evolution=1, visibility=0)})
    )

    @settings(max_examples=60)
    @given(at=st.integers(0, len(whole) - 1), byte=st.integers(0, 255), is_cut=st.booleans())
    def changed(at: int, byte: int, is_cut: bool) -> None:
        data = whole[:at] if is_cut else whole[:at] + bytes([byte]) + whole[at + 1 :]
        try:
            assert isinstance(_read(data), Opened)
        except FileProblem as problem:
            assert problem.message.endswith(".")

    changed()
