"""Tables: which carry data, and their grid. Layout tables are read as plain flow."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

MOST_ROWS = 3_000
MOST_CELLS = 60
_LAYOUT = "table, h1, h2, form, iframe, article, section"


def is_data_table(table: LexborNode) -> bool:
    """A table with at least two columns somewhere and no page furniture inside its cells."""
    if table.css_first("tr") is None or _inside(table, _LAYOUT):
        return False
    return any(sum(1 for c in row.iter() if c.tag in ("td", "th")) > 1 for row in table.css("tr")[:50])


def _inside(node: LexborNode, selector: str) -> bool:
    # a css() on a node may list the node itself
    return any(found.mem_id != node.mem_id for found in node.css(selector)[:2])


def rows(table: LexborNode) -> list[tuple[list[LexborNode | None], bool]]:
    """Each row as its cells and whether all are header cells. None stands where a cell above or beside reaches in."""
    reach: dict[int, int] = {}
    found: list[tuple[list[LexborNode | None], bool]] = []
    for row in table.css("tr")[:MOST_ROWS]:
        cells: list[LexborNode | None] = []
        header = True
        for cell in row.iter():
            if cell.tag not in ("td", "th"):
                continue
            while reach.get(len(cells), 0) > 0:
                reach[len(cells)] -= 1
                cells.append(None)
            attributes = cell.attributes
            down = _span(attributes.get("rowspan"), 500) - 1
            across = _span(attributes.get("colspan"), 20)
            header = header and cell.tag == "th"
            for i in range(across):
                if down > 0:
                    reach[len(cells)] = down
                cells.append(cell if i == 0 else None)
            if len(cells) > MOST_CELLS:
                break
        while reach.get(len(cells), 0) > 0:
            reach[len(cells)] -= 1
            cells.append(None)
        if cells:
            found.append((cells, header))
    return found


def _span(text: str | None, most: int) -> int:
    digits = (text or "").strip()
    return max(1, min(most, int(digits))) if digits.isascii() and digits.isdigit() else 1


def pairs(dl: LexborNode) -> list[tuple[LexborNode, list[LexborNode]]] | None:
    """The terms of a definition list with what defines them; None when its parts are too rich for rows."""
    if _inside(dl, "table, dl, h1, h2, h3, form, iframe"):
        return None
    found: list[tuple[LexborNode, list[LexborNode]]] = []
    for part in dl.css("dt, dd")[:MOST_ROWS]:
        if part.tag == "dt":
            found.append((part, []))
        elif found:
            found[-1][1].append(part)
    return found or None
