"""stored.py KIND PATH: what export wrote, as records again.

csv FILE, defused FILE, ndjson FILE: the records; of NDJSON a line each of the
types that are not those of their fields too.  package DIR: what is wrong with
the description of a data package, measured against its files.  escape: records
with \\x01 for tabs and \\x02 at the end, as sqlite3 -ascii writes them.
"""
import csv
import hashlib
import io
import json
import os
import re
import sqlite3
import sys

NUMBERS = {"year", "value", "count", "sum"}


def escaped(text):
    for plain, letter in ("\\", "\\"), ("\t", "t"), ("\n", "n"), ("\r", "r"):
        text = text.replace(plain, "\\" + letter)
    return text


def write(rows):
    for row in rows:
        sys.stdout.write("\t".join(escaped(cell) for cell in row) + "\n")


def rows_of_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def refuse(constant):
    raise ValueError("no JSON: " + constant)


class Number(str):
    pass


def rows_of_ndjson(path):
    for line in open(path, encoding="utf-8", newline="\n"):
        record = json.loads(line, parse_float=Number, parse_int=Number,
                            parse_constant=refuse)
        for name, value in record.items():
            if value is not None and isinstance(value, Number) != (name in NUMBERS):
                print("type of", name, repr(value))
        yield ["" if value is None else value for value in record.values()]


TYPES = {
    "string": r"(?s).*",
    "year": r"\d{4}",
    "integer": r"-?\d+",
    "number": r"-?(0|[1-9]\d*)(\.\d+)?",
}


def check_field(field, cells, where):
    limits = field.get("constraints", {})
    for cell in cells:
        if cell == "":
            if limits.get("required"):
                print(where, "is empty")
        elif not re.fullmatch(TYPES[field["type"]], cell):
            print(where, "is no", field["type"], repr(cell))
        elif "enum" in limits and cell not in limits["enum"]:
            print(where, "is none of its words", repr(cell))


def check_resource(folder, resource):
    path = os.path.join(folder, resource["path"])
    data = open(path, "rb").read()
    if resource["bytes"] != len(data):
        print(path, "bytes")
    if resource["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
        print(path, "hash")
    if resource["encoding"] != "utf-8" or resource["schema"]["missingValues"] != [""]:
        print(path, "encoding")
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    fields = resource["schema"]["fields"]
    if rows[0] != [field["name"] for field in fields]:
        print(path, "names")
    for number, field in enumerate(fields):
        check_field(field, [row[number] for row in rows[1:]],
                    path + " " + field["name"])


def check_package(folder):
    package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
    if package["profile"] != "tabular-data-package" or not re.fullmatch(
            r"[a-z0-9._-]+", package["name"]):
        print("profile")
    named = {resource["path"] for resource in package["resources"]}
    if named | {"datapackage.json"} != set(os.listdir(folder)):
        print("files", named, os.listdir(folder))
    for resource in package["resources"]:
        check_resource(folder, resource)


def columns_of_sqlite(store, table):
    """The columns of a table, with the exact text of numbers where it has one."""
    names = [row[1] for row in store.execute("pragma table_info(%s)" % table)]
    for name in names:
        if name + "_exact" in names:
            yield 'coalesce("%s_exact", "%s")' % (name, name)
        elif not name.endswith("_exact"):
            yield '"%s"' % name


def rows_of_sqlite(path, table):
    store = sqlite3.connect("file:" + path + "?mode=ro", uri=True)
    if store.execute("pragma integrity_check").fetchone() != ("ok",):
        print("damaged")
    columns = ", ".join(columns_of_sqlite(store, table))
    for row in store.execute("select %s from %s order by rowid" % (columns, table)):
        yield ["" if cell is None else "%.15g" % cell if isinstance(cell, float)
               else str(cell) for cell in row]


def formulas(path):
    for row in rows_of_csv(path)[1:]:
        for cell in row:
            if cell[:1] and cell[0] in "=+-@\t\r＝＋－＠" and cell.strip("-－") and \
                    not re.fullmatch(TYPES["number"], cell):
                print(cell)


def main(kind, path, table=None):
    if kind == "package":
        check_package(path)
    elif kind == "formulas":
        formulas(path)
    elif kind == "ndjson":
        write(rows_of_ndjson(path))
    elif kind == "sqlite":
        write(rows_of_sqlite(path, table))
    else:
        rows = rows_of_csv(path)[1:]
        if kind == "defused":
            rows = [[cell[1:] if cell[:1] == "'" else cell for cell in row] for row in rows]
        write(rows)


main(*sys.argv[1:])
