"""The command line of checks: `patuh checks`."""

from __future__ import annotations

from typing import Annotated

import typer

from audit.cli import Instrument, leave


def checks(
    name: Annotated[str, typer.Argument(help="Satu indikator; kosongkan untuk daftarnya.")] = "",
    instrument: Instrument = "publikasi-web",
    as_json: Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")] = False,
) -> None:
    """Apa yang diperiksa, berapa bobotnya, apa dasarnya, dan bagaimana memenuhinya.

    Contoh: patuh checks fee
    """
    from audit.checks_commands import run_checks

    leave(run_checks(name, instrument, as_json=as_json))
