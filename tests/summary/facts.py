"""facts.py SEED DOCUMENTS [plain]: made-up facts on stdout, of offices in three
provinces, with copies, revisions, governments above others, every state and awkward
figures.  With a file name behind it, the records of the documents go there."""
import random
import sys

ITEMS = ["requests.new", "requests.results.open", "requests.results.denied.safety",
         "review.total", "fees.charged"]
PLACES = [("", "云河省", "云河省", "530000"),
          ("云河省", "江州市", "江州市", "530100"),
          ("江州市", "青石县", "青石县", "530121"),
          ("江州市", "白塔县", "白塔县", "530122"),
          ("青石县", "柳桥镇", "青石县柳桥镇", "530121104"),
          ("", "清溪市", "清溪市", "")]
BUREAUS = ["民政局", "财政局", "水务局"]


def figure(draw):
    kind = draw.randrange(20)
    if kind < 10:
        return str(draw.randrange(0, 50))
    if kind < 14:
        return "%d.%s" % (draw.randrange(0, 5000), str(draw.randrange(10 ** 6)).zfill(6))
    if kind < 16:
        return "-%d.%d" % (draw.randrange(0, 90), draw.randrange(10))
    if kind < 18:
        return str(draw.randrange(10 ** 11, 10 ** 12))
    return "0"


def cell(draw):
    state = draw.choices(["number", "approx", "blank", "na", "unreadable", "absent"],
                         [70, 5, 10, 5, 5, 5])[0]
    return state, figure(draw) if state in ("number", "approx") else ""


def offices(draw):
    """An office: key, region, org, code, whether its place is told."""
    place = draw.choice(PLACES)
    above, name, region, code = place
    if name == "柳桥镇":
        return region, "青石县", region, code
    if draw.random() < 0.35:
        return name, name, name, code
    bureau = name + draw.choice(BUREAUS)
    return bureau, name, bureau, code


def write(seed, documents, out, records, plain):
    draw = random.Random(seed)
    reports = []
    for n in range(documents):
        if reports and draw.random() < 0.25 and not plain:
            office, region, org, code, year, cells = draw.choice(reports)
            cells = [(item, col, *(cell(draw) if draw.random() < 0.1 else (state, value)))
                     for item, col, state, value in cells]
        else:
            office, region, org, code = offices(draw)
            year = draw.randrange(2016, 2025)
            cells = [(item, col, *cell(draw)) for item in ITEMS
                     for col in ("natural", "total") if draw.random() < 0.9]
        reports.append((office, region, org, code, year, cells))
        if draw.random() < 0.05:
            region = ""
        day = draw.choice(["", "%d0312" % (year + 1), "%d0315" % (year + 1)])
        form = "2019" if year < 2021 else "2021"
        doc = "a.zip!%d/%06d.html" % (year, n)
        head = "\t".join([doc, region, org, str(year), form])
        line = head + "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n"
        out.write(line % ("structure.office", "count", "1", "", "number", "structure", "", office))
        if day:
            out.write(line % ("structure.published", "date", day, "", "number", "structure", "", day))
        if code:
            out.write(line % ("structure.place", "code", code, "", "number", "structure", "", code))
        genre = "notice" if draw.random() < 0.03 else "report"
        if genre != "report":
            out.write(line % ("structure.genre", "count", "1", "", "number", "structure", "", "notice"))
        for item, col, state, value in cells:
            out.write(line % (item, col, value, "件", state, "table", "L1", value))
        if records:
            records.write("\t".join([
                doc, "%064d" % n, draw.choice(["text/html", "application/pdf"]), str(n), "", "",
                office, org, region, code, "", str(year), "",
                "-".join([day[:4], day[4:6], day[6:]]) if day else "", form, genre, "10", "10",
                "0", str(draw.randrange(3)), draw.choice(["read", "incomplete"])]) + "\n")


if __name__ == "__main__":
    target = open(sys.argv[4], "w", encoding="utf-8") if len(sys.argv) > 4 else None
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as stdout:
        write(int(sys.argv[1]), int(sys.argv[2]), stdout, target, "plain" in sys.argv[3:4])
