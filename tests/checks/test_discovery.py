"""Adding a check is adding a file: nothing else has to know."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from checks._run import all_checks, discover, judge, versions
from model.finding import Verdict
from model.reading import Topic
from tests.checks.build import clear, site

QUEUE = '''
"""The site says how to get a queue number."""
from checks._check import Answer, check, saw_none
from model.finding import Verdict
from model.reading import Reading, Topic
from model.sentence import say

@check(needs=(Topic.INTEGRATED_SERVICE,), version=3)
def {name}(site: Reading) -> Answer:
    """Looks at queueing."""
    return saw_none(Verdict.NOT_MET, say("Belum ada."))
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """An empty package of checks, removed from the interpreter afterwards."""
    folder = tmp_path / "morechecks"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield importlib.import_module("morechecks")
    for name in [n for n in sys.modules if n.split(".")[0] == "morechecks"]:
        del sys.modules[name]


def add(package: ModuleType, file: str, source: str) -> None:
    (Path(package.__path__[0]) / file).write_text(source)
    importlib.invalidate_caches()


def test_one_file_makes_one_finding(package):
    add(package, "queue_number.py", QUEUE.format(name="queue_number"))
    found = judge(site(), discover(package))
    assert [(f.check, f.version, f.verdict) for f in found] == [("queue_number", 3, Verdict.NOT_MET)]


def test_files_with_an_underscore_are_not_checks(package):
    add(package, "_words.py", "raise RuntimeError('never imported')")
    assert discover(package) == ()


def test_a_file_without_a_check_is_a_mistake(package):
    add(package, "words.py", "")
    with pytest.raises(ValueError, match="holds no check"):
        discover(package)


def test_two_checks_of_one_name_are_a_mistake(package):
    add(package, "one.py", QUEUE.format(name="same"))
    add(package, "two.py", QUEUE.format(name="same"))
    with pytest.raises(ValueError, match="two checks are called same"):
        discover(package)


def test_a_check_without_a_docstring_is_a_mistake(package):
    add(package, "bare.py", QUEUE.format(name="bare").replace('"""Looks at queueing."""', "pass"))
    with pytest.raises(ValueError, match="no docstring"):
        discover(package)


def test_an_imported_check_is_found_once(package):
    add(package, "one.py", QUEUE.format(name="one"))
    add(package, "two.py", QUEUE.format(name="two") + "\nfrom morechecks.one import one\n")
    assert [c.id for c in discover(package)] == ["one", "two"]


def test_findings_come_in_the_order_of_their_ids():
    found = [f.check for f in judge(site())]
    assert found == sorted(found) == list(versions())


def test_the_order_of_the_checks_asked_does_not_matter():
    reading = site(statements=clear(*Topic))
    assert judge(reading, all_checks()[::-1]) == judge(reading)
