"""Numbers and names that no one means, in every language: what opens can be saved, and comes back as it was."""

from __future__ import annotations

import json

import pytest

from mapper.files import native
from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.problem import FileProblem
from mapper.model import broken_references

NUMBERS = (
    *("1e999", "1e-999", "-1e999", "00001", "٣", "٠.٥", "NaN", "inf", "-inf", "0x1F", "1_000", "1.2.3", "--5", "5."),
    *("", "9" * 400, "0." + "9" * 5000, "½", "１", "²"),
)
NAMES = (
    *("=1+1", "-A", "<b>x</b>", "&amp;", "&", "%s%n{}{0}", "../../etc/passwd", "\u202eevil", "a\u200bb", "\ufeffmid"),
    *("\x07bell", "x" * 20_000, "'", '"', "]]>", "\\", "\t", "\u2028", "Z͑ͫ̓ͪ̂" * 40, "component", "->", "//", "/*", "*/"),
    *("\x1b[31m", " ", "\ud800"),
)
WITH_NUMBERS = {
    "owm": "component A [{0}, {0}] label [{0}, {0}]\ncomponent B [0.5, 0.5]\nevolve A {0}\nA->B; {0}\nA +'{0}'> B\n"
    "note x [{0},{0}]\nannotation {0} [{0},{0}] x\nannotation 1 [[{0},{0}],[.1,.2]] x\nsize [{0}, {0}]\n"
    "pioneers [{0}, {0}, {0}, {0}] {0} {0}\npipeline A [{0}, {0}]\nevolution a@{0}->b@{0}\nannotations [{0},{0}]\n",
    "mermaid": "---\nwidth: {0}\n---\nwardley-beta\nsize [{0}, {0}]\nevolution a@{0} -> b@{0} -> c@{0} -> d\n"
    "component A [{0}%, {0}] label [{0}, {0}]\ncomponent B [0.5,0.5]\nevolve A {0}\nA +'{0}'> B\npipeline A {{\ncomponent \"C\" [{0}]\n}}\n"
    'annotation {0},[{0},{0}] "x"\nnote "x" [{0},{0}]\naccelerator "x" [{0},{0}]\nA -.- ({0}, {0})\n',
    "wtg2": "stages: {0}\nP : II.{0} >> III.{0} @{0} !({0})\nQ : II.5\nQ {{\n cost: {0}\n inertia: {0}\n}}\nQ -[{0}]-> P\n",
    "wtg": "stage1: {0}\nP: |...|..x..|.....|.....|\nQ: {{\nevolution: {0}\n}}\nP -{0}- Q\n",
    "tranquil": "A (50, 50)\nB ({0}, {0})\n[I] {0}\n[evolution] A +{0}\n[note] ({0}, {0}) hi\n",
    "csv": "Name,Evolution,Visibility,Value,Stage,Evolve\nA,{0},{0},{0},{0},{0}\nB,.5,.5,1,II,.7\n",
    "atlas": '{{"elements":[{{"id":1,"name":"A","visibility":{0},"maturity":{0}}}]}}',
    "miragon": '{{"config":{{"style":"wardley","size":{{"width":{0}}},"stageBoundaries":[{0},{0}]}},"elements":[{{'
    '"elementType":"component","id":"1","label":"A","position":{{"x":{0},"y":{0}}}}}],"edges":[]}}',
}
WITH_NAMES = {
    "owm": "title {0}\ncomponent {0} [0.5, 0.5] (build)\nanchor B{0} [.9, .5]\n{0}->B{0}; {0}\nnote {0} [.4,.4]\n"
    "evolve {0}->{0}x 0.9\npipeline {0}\n{{\ncomponent {0}y [.6]\n}}\nurl {0} [{0}]\naccelerator {0} [.1,.1]\n"
    "component \"{0}q\" [.2, .2]\nevolution {0}->{0}->{0}->{0}\nB{0} +'{0}'> {0}\n",
    "mermaid": 'wardley-beta\ntitle {0}\ncomponent "{0}" [0.5, 0.5]\ncomponent {0} [0.4, 0.5]\n{0} -> "{0}"\n'
    'note "{0}" [.5,.5]\npipeline "{0}" {{\ncomponent "{0}" [.6]\n}}\ncomponent B [.5, .5]\nB +\'{0}\'> "{0}"\n',
    "wtg2": "title: {0}\n{0} : II.5\n{0}x : III.4\n{0} -> {0}x\ngroup {0} {{\n {0}z : II.3\n}}\n",
    "tranquil": "{0} (50, 50)\nB{0} (40, 50)\n{0} -> B{0}\n[group] {0}, B{0}\n[note] (1, 2) {0}\n",
    "csv": 'Name,Stage,Contract,Description,Owner\n"{0}",II,"{0}","{0}","{0}"\nB,II,C1,x,y\n',
}


def expect_sound(text: str) -> None:
    content = Content(text.encode("utf-8", "surrogatepass"), "strange")
    try:
        importer = importer_of(content)
        importer.questions(content)
        document = importer.read(content, {}).document
    except FileProblem as problem:
        assert "\n" not in problem.message and problem.message.endswith(".")
        return
    assert native.parse(native.dump(document), "strange") == document
    assert list(broken_references(document)) == []


@pytest.mark.parametrize("language", WITH_NUMBERS)
def test_numbers_that_no_one_means_leave_a_map_that_can_be_saved(language: str) -> None:
    for number in NUMBERS:
        expect_sound(WITH_NUMBERS[language].format(number))


@pytest.mark.parametrize("language", WITH_NAMES)
def test_names_that_no_one_gives_leave_a_map_that_can_be_saved(language: str) -> None:
    for name in NAMES:
        expect_sound(WITH_NAMES[language].format(name))


def test_names_in_json_that_no_one_gives_leave_a_map_that_can_be_saved() -> None:
    for name in NAMES:
        node = {"id": name, "name": name, "visibility": 0.5, "maturity": 0.5}
        expect_sound(json.dumps({"title": name, "elements": [node], "links": [{"start": name, "end": name}]}))
        element = {"elementType": "note", "id": name, "label": name, "position": {"x": 0.5, "y": 0.5}}
        edge = {"source": name, "target": name, "label": name}
        expect_sound(json.dumps({"config": {"title": name}, "elements": [element], "edges": [edge]}))
