"""oracle.py FACTS [-g KEYS] [-s STATISTICS] [-i ITEM] [--rate A/B] [--copies]
[--with-children] [--revisions WHICH] [--documents FILE]: what aggregate is to say of
them, worked out from what its manual says, with fractions."""
import argparse
import math
import sys
from collections import Counter, defaultdict
from fractions import Fraction

FIELDS = "doc region org year form item col value unit state source loc raw".split()
RECORD = ("doc sha256 type bytes url title office org region code level year period published "
          "form genre expected found blank unreadable status").split()
STATES = "number approx blank na unreadable absent".split()
OF_FACTS = "item col value unit state source loc raw".split()
KNOWN = {"blank": 2, "na": 2, "absent": 1, "unreadable": 0}


def rounded(x):
    """Six decimals, halves away from zero, no zeros behind."""
    if x is None:
        return ""
    n = math.floor(abs(x) * 10 ** 6 + Fraction(1, 2))
    text = "%d.%06d" % divmod(n, 10 ** 6)
    text = text.rstrip("0").rstrip(".")
    return "-" + text if x < 0 and n else text


def level(code):
    if len(code) == 9:
        return "town"
    if len(code) != 6:
        return ""
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


class Report:
    """A document: what it says of itself, its figures."""

    def __init__(self, first, record):
        self.first, self.record = first, record
        self.office, self.code, self.day, self.genre = first["org"], "", "", "report"
        self.cells, self.parent = [], None

    def key(self, name, fact):
        code, high = self.code, level(self.code)
        if name == "office":
            return self.office
        if name == "code":
            return code
        if name == "level":
            return high
        if name == "province":
            return code[:2] + "0000" if code else ""
        if name == "city":
            return code[:4] + "00" if high not in ("", "province") else ""
        if name == "county":
            return code[:6] if high in ("county", "town") else ""
        return fact[name] if name in FIELDS else self.record[name]

    @property
    def governs(self):
        region = self.first["region"]
        return bool(region) and (self.first["org"] == region or self.office.endswith(region)
                                 or region.endswith(self.office))


def read(path, records):
    reports = []
    for line in open(path, encoding="utf-8"):
        fact = dict(zip(FIELDS, line.rstrip("\n").split("\t")))
        if not reports or reports[-1].first["doc"] != fact["doc"]:
            reports.append(Report(fact, records.get(fact["doc"])))
        report = reports[-1]
        if fact["item"] == "structure.office":
            report.office = fact["raw"]
        elif fact["item"] == "structure.place":
            report.code = fact["raw"]
        elif fact["item"] == "structure.published":
            report.day = fact["value"]
        elif fact["item"] == "structure.genre":
            report.genre = fact["raw"]
        elif fact["source"] == "table":
            report.cells.append(fact)
    return reports


def has_value(fact):
    return fact["state"] in ("number", "approx")


def prefer(which, keys):
    """The order of copies: by day, by how many figures, by what they state."""
    def order(report):
        day = int(report.day or 0)
        day = (day or 10 ** 9) if which == "first" else -day
        said = [(f["item"].encode(), f["col"].encode(),
                 "\t".join(report.key(k, f) for k in keys).encode(),
                 STATES.index(f["state"]), Fraction(f["value"] or 0)) for f in report.cells]
        return day, -sum(map(has_value, report.cells)), said
    return order


def together(copies, which):
    """What copies, in order, say together; None when they differ and may not."""
    cells = defaultdict(list)
    for report in copies:
        for fact in report.cells:
            cells[fact["item"], fact["col"]].append((report, fact))
    taken = []
    for said in cells.values():
        figures = [(r, f) for r, f in said if has_value(f)]
        if not figures:
            most = max(KNOWN[f["state"]] for _, f in said)
            taken.append(next((r, f) for r, f in said if KNOWN[f["state"]] == most))
            continue
        if which == "error" and len({Fraction(f["value"]) for _, f in figures}) > 1:
            return None
        day = figures[0][0].day
        of_day = [(r, f) for r, f in figures if r.day == day]
        votes = Counter(Fraction(f["value"]) for _, f in of_day)
        most = max(votes.values())
        taken.append(next((r, f) for r, f in of_day if votes[Fraction(f["value"])] == most))
    return taken


def within(inner, outer):
    """Whether the division INNER is OUTER or lies in it."""
    county = inner[:6]
    return inner == outer or county == outer or \
        (level(outer) == "province" and county[:2] == outer[:2]) or \
        (level(outer) == "city" and county[:4] == outer[:4])


def speaks_for(parent, child, keys):
    if parent.office == child.office or parent.first["year"] != child.first["year"]:
        return False
    above, code, governs = parent.place
    if not governs or not any(map(has_value, parent.cells)):
        return False
    for key in keys:
        if key not in OF_FACTS and parent.key(key, parent.first) != child.key(key, child.first):
            return False
    region, inner, also = child.place
    if code and inner:
        return within(inner, code) and not (also and inner == code)
    return region.startswith(above) and not (also and region == above)


def counted(reports, args, keys):
    """Pairs of report and fact that count."""
    sets, alone = defaultdict(list), []
    for report in reports:
        filed = report.office and report.first["year"].isdigit() and report.genre == "report" and \
            any(f["value"] for f in report.all_cells) and "doc" not in keys
        if filed:
            sets[report.office, report.first["year"]].append(report)
        else:
            alone.append(report)
    minds = not args.with_children and not {"doc", "org", "office"} & set(keys)
    for copies in sets.values():
        copies.sort(key=prefer(args.revisions, keys))
        region = max((r.first["region"] for r in copies), key=len)
        code = next((r.code for r in copies if r.code), "")
        governs = any(r.governs for r in copies)
        for report in copies:
            report.place = region, code, governs
    heads = [copies[0] for copies in sets.values()]
    for copies in sets.values():
        for part in ([[r] for r in copies] if args.copies else [copies]):
            if minds and part[0].cells and any(speaks_for(p, part[0], keys) for p in heads):
                continue
            said = together(part, args.revisions) if len(part) > 1 else \
                [(part[0], f) for f in part[0].cells]
            yield from said or []
    for report in alone:
        yield from ((report, f) for f in report.cells)


def quantile(values, part):
    place = (len(values) - 1) * part
    low = math.floor(place)
    if low == place:
        return values[low]
    return values[low] + (place - low) * (values[low + 1] - values[low])


def root(x):
    """The root of X to six decimals, rounded, as a fraction."""
    scaled = x * 10 ** 12
    n = math.isqrt(math.floor(scaled))
    return Fraction(n + (Fraction(2 * n + 1, 2) ** 2 <= scaled), 10 ** 6)


class Group:
    def __init__(self):
        self.facts = []

    def settle(self):
        self.values = sorted(Fraction(f["value"]) for f in self.facts if has_value(f))
        self.sum = sum(self.values, Fraction(0))


def percent(part, whole):
    return part * 100 / whole if whole else None


def tell(name, key, groups, keys, rates):
    group = groups[key]
    values, n = group.values, len(group.values)
    last = lambda k: k[:-1] if len(k) > 1 else ()
    same = [g for k, g in groups.items() if last(k) == last(key)]
    if name in ("blank", "na", "unreadable", "absent", "approx"):
        return Fraction(sum(f["state"] == name for f in group.facts))
    if name == "records":
        return Fraction(len(group.facts))
    if name == "count":
        return Fraction(n)
    if name == "zero":
        return Fraction(values.count(0))
    if name.startswith("rate"):
        above, below = rates[int(name[4:] or 1) - 1].split("/")
        parts = [[Fraction(f["value"]) for f in group.facts if has_value(f) and f["item"] == item]
                 for item in (above, below)]
        return percent(sum(parts[0]), sum(parts[1])) if all(parts) else None
    if not n:
        return None
    if name == "sum":
        return group.sum
    if name == "mean":
        return group.sum / n
    if name == "min":
        return values[0]
    if name == "max":
        return values[-1]
    if name == "sd":
        mean = group.sum / n
        return root(sum((v - mean) ** 2 for v in values) / (n - 1)) if n > 1 else None
    if name == "median":
        return quantile(values, Fraction(1, 2))
    if name == "share":
        return percent(group.sum, sum(g.sum for g in same))
    if name == "share-of-all":
        return percent(group.sum, sum(g.sum for g in groups.values()))
    if name == "rank":
        return Fraction(1 + sum(bool(g.values) and g.sum > group.sum for g in same))
    if name[0] == "p":
        return quantile(values, Fraction(name[1:]) / 100)
    at = keys.index("year")
    year = name[5:] if name.startswith("index") else str(int(key[at]) - 1)
    other = groups.get(key[:at] + (year,) + key[at + 1:])
    if other is None or not other.values:
        return None
    if name == "change":
        return group.sum - other.sum
    return percent(group.sum - (0 if name.startswith("index") else other.sum), other.sum)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("facts")
    parser.add_argument("-g", default="")
    parser.add_argument("-s", default="count,sum,approx,blank,na,unreadable,absent")
    parser.add_argument("-i")
    parser.add_argument("--rate", action="append", default=[])
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--with-children", action="store_true")
    parser.add_argument("--revisions", default="newest")
    parser.add_argument("--documents")
    args = parser.parse_args()
    records = {}
    if args.documents:
        for line in open(args.documents, encoding="utf-8"):
            record = dict(zip(RECORD, line.rstrip("\n").split("\t")))
            records[record["doc"]] = record
    keys = args.g.split(",") if args.g else []
    reports = read(args.facts, records)
    for report in reports:
        report.all_cells = report.cells
        report.cells = [f for f in report.cells if not args.i or f["item"] == args.i]
    groups = defaultdict(Group)
    for report in reports:	# a group that nothing is counted in is told of, too
        for fact in report.cells:
            groups[tuple(report.key(k, fact) for k in keys)]
    for report, fact in counted(reports, args, keys):
        groups[tuple(report.key(k, fact) for k in keys)].facts.append(fact)
    for group in groups.values():
        group.settle()
    names = args.s.split(",")
    names += [r for r in ("rate", "rate2")[:len(args.rate)] if r not in names]
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
        for key in sorted(groups, key=lambda k: "\t".join(k).encode()):
            told = [rounded(tell(name, key, groups, keys, args.rate)) for name in names]
            out.write("\t".join(list(key) + told) + "\n")


main()
