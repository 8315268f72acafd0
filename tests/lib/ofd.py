"""ofd.py DIR		parts.ofd: one of everything that is read (GB/T 33190)
ofd.py --blocks OUT	the blocks on stdin, one document's, drawn on pages"""
import html
import itertools
import sys
import zipfile

OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
A4 = "0 0 210 297"
SIZE = 3.5  # of letters, mm


def wide(c):
    return ord(c) > 0x2E7F or c in "—“”…"


def width(text, size=SIZE):
    return sum(size if wide(c) else size / 2 for c in text)


def number(x):
    return ("%.3f" % x).rstrip("0").rstrip(".")


def deltas(text, size):
    """The distances from letter to letter, equal ones counted."""
    steps = [number(width(c, size)) for c in text[:-1]]
    runs = [(value, len(list(run))) for value, run in itertools.groupby(steps)]
    return " ".join(v if n == 1 else "g %d %s" % (n, v) for v, n in runs)


def words(x, y, text, size=SIZE, more="", inner="", delta=None):
    """TEXT with its base line at Y."""
    delta = 'DeltaX="%s"' % deltas(text, size) if delta is None else delta
    return (
        '<ofd:TextObject ID="1" Font="2" Size="%s" Boundary="%s %s %s %s" %s>'
        '%s<ofd:TextCode X="0" Y="%s" %s>%s</ofd:TextCode></ofd:TextObject>'
        % (size, number(x), number(y - size), number(width(text, size)),
           number(size * 1.2), more, inner, size, delta, html.escape(text)))


def stroke(x0, y0, x1, y1):
    return (
        '<ofd:PathObject ID="3" Boundary="%s %s %s %s" LineWidth="0.2">'
        '<ofd:AbbreviatedData>M 0 0 L %s %s</ofd:AbbreviatedData>'
        '</ofd:PathObject>' % (number(x0), number(y0), number(x1 - x0),
                               number(y1 - y0), number(x1 - x0),
                               number(y1 - y0)))


def bar(x, y, w, h):
    return (
        '<ofd:PathObject ID="3" Boundary="%s %s %s %s" Stroke="false" '
        'Fill="true"><ofd:AbbreviatedData>M 0 0 L %s 0 L %s %s L 0 %s C'
        '</ofd:AbbreviatedData></ofd:PathObject>'
        % tuple(map(number, (x, y, w, h, w, w, h, h))))


def content(objects, before=""):
    return ('<ofd:Page %s>%s<ofd:Content><ofd:Layer ID="9">%s</ofd:Layer>'
            '</ofd:Content></ofd:Page>' % (OFD, before, objects))


def document(pages, common="", box=A4):
    return (
        '<ofd:Document %s><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>%s'
        '</ofd:PhysicalBox></ofd:PageArea>%s</ofd:CommonData><ofd:Pages>%s'
        '</ofd:Pages></ofd:Document>' % (OFD, box, common, "".join(
            '<ofd:Page ID="%d" BaseLoc="%s"/>' % (i + 10, page)
            for i, page in enumerate(pages))))


def root(*bodies):
    return '<ofd:OFD %s Version="1.0" DocType="OFD">%s</ofd:OFD>' % (
        OFD, "".join('<ofd:DocBody>%s<ofd:DocRoot>%s</ofd:DocRoot>'
                     '</ofd:DocBody>' % body for body in bodies))


def write(path, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            entry.compress_type = method
            file.writestr(entry, text)


def pages_of(drawn):
    parts = [("Doc_0/Pages/Page_%d/Content.xml" % i, content(
        page, "<ofd:Area><ofd:PhysicalBox>0 0 210 %s</ofd:PhysicalBox>"
        "</ofd:Area>" % number(height)))
             for i, (page, height) in enumerate(drawn)]
    names = ["Pages/Page_%d/Content.xml" % i for i in range(len(drawn))]
    return parts + [("Doc_0/Document.xml", document(names)),
                    ("OFD.xml", root(("", "Doc_0/Document.xml")))]


# Blocks

LEFT, RIGHT, TOP, BOTTOM = 20, 190, 25, 270


def wrap(text, room):
    lines, line = [], ""
    for c in text:
        if line and width(line + c) > room:
            lines.append(line)
            line = ""
        line += c
    return lines + [line] if line else lines


class Pages:
    def __init__(self):
        self.drawn, self.y = [("", 297)], TOP

    def draw(self, text):
        self.drawn[-1] = (self.drawn[-1][0] + text, self.drawn[-1][1])

    def need(self, height):
        """A page is as high as a table that goes on no page."""
        if self.y + height > BOTTOM:
            self.drawn.append(("", max(297, TOP + height + 27)))
            self.y = TOP

    def paragraph(self, text):
        for line in wrap("　　" + text, RIGHT - LEFT):
            self.need(SIZE * 1.6)
            self.draw(words(LEFT, self.y + SIZE, line))
            self.y += SIZE * 1.6

    def table(self, cells):
        """CELLS: row, column, rows, columns, text; from 1."""
        cols = max(c + n - 1 for r, c, m, n, text in cells)
        rows = max(r + m - 1 for r, c, m, n, text in cells)
        wide_as = (RIGHT - LEFT) / cols
        height = [SIZE * 2] * rows
        for r, c, m, n, text in cells:
            lines = len(wrap(text, wide_as * n - 2))
            over = (lines * 1.3 + 0.7) * SIZE - sum(height[r - 1:r - 1 + m])
            height[r + m - 2] += max(0, over)
        self.need(sum(height))
        edge = [self.y + sum(height[:i]) for i in range(rows + 1)]
        for i, (r, c, m, n, text) in enumerate(cells):
            box = (LEFT + (c - 1) * wide_as, edge[r - 1],
                   LEFT + (c - 1 + n) * wide_as, edge[r - 1 + m])
            self.draw(stroke(box[0], box[1], box[2], box[1]) +
                      bar(box[0] - 0.1, box[1], 0.2, box[3] - box[1]) +
                      stroke(box[2], box[1], box[2], box[3]) +
                      bar(box[0], box[3] - 0.1, box[2] - box[0], 0.2))
            lines = wrap(text, box[2] - box[0] - 2)
            top = (box[1] + box[3] - len(lines) * 1.3 * SIZE) / 2
            for j, line in enumerate(lines):
                self.draw(words(box[0] + 1, top + (j * 1.3 + 1.1) * SIZE,
                                line))
        self.y = edge[-1] + SIZE * 2


def draw_blocks(lines):
    pages = Pages()
    records = [line.rstrip("\n").split("\t") for line in lines]
    records = [f for f in records if f[2] != "meta"]
    for table, group in itertools.groupby(records, lambda f: f[4]):
        group = list(group)
        if table == "0":
            for fields in group:
                pages.paragraph(fields[8])
            continue
        pages.table([(int(f[5]), int(f[6])) +
                     tuple(map(int, f[7].split("x"))) + (f[8],)
                     for f in group])
    return pages.drawn


# One of everything

def everything():
    grid = "".join(stroke(20, y, 140, y) for y in (60, 70, 80)) + "".join(
        bar(x - 0.1, 60, 0.2, 20) for x in (20, 60, 100, 140))
    first = (
        words(50, 30, "青石市2023年政府信息公开工作年度报告", 6) +
        # Distances that end early go on, a line end is no letter.
        words(20, 42, "一、总体情况", delta='DeltaX="3.5"') +
        words(20, 50, "\n收到申请18件。", delta='DeltaX="g 4 3.5 1.75 1.75 '
              '3.5 3.5"') +
        grid + words(22, 67, "甲") + words(62, 67, "12") +
        words(102, 67, "—") + words(22, 77, "乙类") +
        # Two words in one object, where the next one stands is told.
        words(62, 77, "34567", delta='DeltaX="1.75 40 1.75 1.75"') +
        # What is not shown.
        words(20, 90, "看不见", more='Visible="false"') +
        words(20, 92, "透明", more='Alpha="0"') +
        words(20, 94, "无色", inner='<ofd:FillColor Value="0 0 0" '
              'Alpha="0"/>') +
        words(20, 96, "底层文字", more='Fill="false"') +
        words(20, 97, "白字", inner='<ofd:FillColor Value="255 255 255"/>') +
        words(20, 98, "近白", inner='<ofd:FillColor Value="250 252 255"/>') +
        words(20, 99, "灰阶白", inner='<ofd:FillColor Value="255"/>') +
        words(20, 99, "四色白", inner='<ofd:FillColor Value="0 0 0 0"/>') +
        words(-40, 99, "纸外") + words(20, 330, "页下") +
        # What is white on a ground.
        bar(19, 104, 30, 6) +
        words(20, 109, "白字黑底", inner='<ofd:FillColor Value="255 255 255"/>') +
        words(60, 109, "某色", inner='<ofd:FillColor Value="255" ColorSpace="5"/>') +
        # What a box hides that is drawn over it.
        words(100, 118, "盖住的字") + bar(99, 113, 30, 7) +
        words(20, 160, "看得见") + bar(19, 155, 30, 7).replace(
            'Fill="true"', 'Fill="true" Alpha="90"') +
        # fi is one glyph: three distances for five letters.
        words(20, 100, "final", delta='DeltaX="2.5 1.75 1.75"',
              inner='<ofd:CGTransform CodePosition="0" CodeCount="2" '
              'GlyphCount="1"><ofd:Glyphs>191</ofd:Glyphs>'
              '</ofd:CGTransform>') +
        # Turned by its matrix; upright letters downwards; a watermark.
        words(150, 100, "竖排", more='CTM="0 1 -1 0 0 0"') +
        words(170, 100, "直书", delta='DeltaY="4"') +
        words(60, 200, "样张", 20, more='CTM="0.7 0.7 -0.7 0.7 0 0"') +
        # Twice as large by its matrix.
        words(20, 112, "放大", more='CTM="2 0 0 2 0 0"') +
        '<ofd:PageBlock ID="40"><ofd:PageBlock ID="41">' +
        words(20, 125, "块中的字") + '</ofd:PageBlock></ofd:PageBlock>'
        '<ofd:CompositeObject ID="42" Boundary="20 130 60 10" '
        'ResourceID="77"/>'
        '<ofd:ImageObject ID="43" ResourceID="8" '
        'Boundary="150 240 30 30" CTM="30 0 0 30 0 0"/>')
    second = words(20, 40, "第二页的字") + words(20, 48, "1.5E1件",
                                            delta='DeltaX="1.75E0"')
    unit = ('<ofd:CompositeGraphicUnit ID="77" Width="60" Height="10">'
            '<ofd:Content ID="78">' + words(0, 5, "组合中的字") +
            '</ofd:Content></ofd:CompositeGraphicUnit>')
    resources = ('<ofd:Res %s BaseLoc="Res"><ofd:CompositeGraphicUnits>%s'
                 '</ofd:CompositeGraphicUnits></ofd:Res>' % (OFD, unit))
    template = content(words(20, 20, "青石市人民政府"))
    return [
        ("OFD.xml", root(
            ("<ofd:DocInfo><ofd:Title>年度报告</ofd:Title></ofd:DocInfo>",
             "Doc_0/Document.xml"),
            ("", "/Doc_1/Document.xml"))),
        ("Doc_0/Document.xml", document(
            ["Pages/Page_0/Content.xml", "/Doc_0/Pages/Page_1/Content.xml"],
            '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>'
            '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>')),
        ("Doc_0/DocumentRes.xml", resources),
        ("Doc_0/Tpls/Tpl_0/Content.xml", template),
        ("Doc_0/Pages/Page_0/Content.xml", content(
            first, '<ofd:Template TemplateID="5" ZOrder="Background"/>')),
        ("Doc_0/Pages/Page_1/Content.xml", content(
            second, '<ofd:Area><ofd:PhysicalBox>10 10 120 90'
            '</ofd:PhysicalBox></ofd:Area>')),
        ("Doc_0/Annots/Page_0/Annotation.xml", content(
            words(20, 150, "批注"))),
        ("Doc_1/Document.xml", document(["Page.xml"])),
        ("Doc_1/Page.xml", content(words(20, 40, "另一份文件"))),
    ]


if __name__ == "__main__":
    if sys.argv[1] == "--blocks":
        sys.stdin.reconfigure(encoding="utf-8")
        write(sys.argv[2], pages_of(draw_blocks(sys.stdin)))
    else:
        # Not deflated: the bytes are the same wherever it runs.
        write(sys.argv[1] + "/parts.ofd", everything(), zipfile.ZIP_STORED)
