"""docs/checks.md says what the checks say."""

from checks._run import all_checks
from tools.docs import checks_page, drifted


def test_no_generated_page_has_drifted():
    assert drifted() == [], "run `make docs`"


def test_every_check_has_its_entry_with_what_meets_it():
    entries = dict(part.split("\n", 1) for part in checks_page().split("\n## ")[1:])
    for one in all_checks():
        assert "**Met**" in entries[one.id]
        assert "**Not met**" in entries[one.id]
