"""beyond.py DIR: documents that have one thing more than their reader keeps
(DIR/beyond), and as many as it keeps (DIR/within)."""
import os
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import odf   # noqa: E402
import ofd   # noqa: E402
import word  # noqa: E402

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXT = "公开"


def page(body, head=""):
    return ("<!DOCTYPE html><html><head><meta charset=utf-8><title>页</title>"
            "%s</head><body>%s</body></html>" % (head, body))


def style(text):
    return "<style>%s</style>" % text


def docx(path, **parts):
    parts.setdefault("document", word.paragraph(TEXT))
    whole = {"document": "w:document", "styles": "w:styles",
             "numbering": "w:numbering"}
    made = {}
    for name, text in parts.items():
        if name == "document":
            text = "<w:body>%s</w:body>" % text
        made[name] = "<%s %s>%s</%s>" % (whole[name], word.W, text,
                                         whole[name])
    word.docx(path, made)


def bases(n):
    return "".join('<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn '
                   'w:val="s%d"/></w:style>' % (i, i + 1) for i in range(n))


def based(path, n):
    docx(path, styles=bases(n - 1) + '<w:style w:type="paragraph" '
         'w:styleId="s%d"/>' % (n - 1),
         document=word.paragraph(TEXT, '<w:pStyle w:val="s0"/>'))


def numbering(path, n):
    docx(path, numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
         '<w:numFmt w:val="decimal"/><w:lvlText w:val="%s"/></w:lvl>'
         '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
         '</w:num>' % ("-" * n), document=word.numbered(1, TEXT))


def attributes(path, n):
    docx(path, document="<w:p %s/>%s" % (
        " ".join('a%d=""' % i for i in range(n)), word.paragraph(TEXT)))


def namespaces(path, n):
    docx(path, document="<w:p %s/>%s" % (
        " ".join('xmlns:a%d="a"' % i for i in range(n)),
        word.paragraph(TEXT)))


def lists(path, n):
    docx(path, numbering="".join('<w:num w:numId="%d"><w:abstractNumId '
                                 'w:val="1"/></w:num>' % i for i in range(n)))


def spans(path, n):
    odf.write(path, "text", odf.p('<text:span text:style-name="T2">' * n +
                                  TEXT + "</text:span>" * n))


def columns(path, n):
    odf.write(path, "text", '<table:table>%s</table:table>' % odf.row(
        *[odf.cell("7")] * n))


def parents(path, n):
    with open(path, "w") as out:
        out.write("<office:document%s office:mimetype='application/vnd.oasis."
                  "opendocument.text'><office:styles>%s</office:styles>"
                  "<office:body><office:text>%s</office:text></office:body>"
                  "</office:document>" % (odf.SPACES, "".join(
                      '<style:style style:name="s%d" style:family="text"%s/>' %
                      (i, ' style:parent-style-name="s%d"' % (i + 1)
                       if i + 1 < n else "") for i in range(n)),
                      odf.p('<text:span text:style-name="s0">%s</text:span>' %
                            TEXT)))


def xlsx(path, styles="", row=1, sheets=1):
    spaces = 'xmlns="%s" xmlns:r="%s"' % (SHEET, word.OFFICE.rstrip("/"))
    related = "".join('<Relationship Id="r%d" Type="%sworksheet" Target='
                      '"sheet.xml"/>' % (i, word.OFFICE)
                      for i in range(sheets))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.'
                   'openxmlformats.org/package/2006/content-types"><Override '
                   'PartName="/xl/workbook.xml" ContentType="application/vnd.'
                   'openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
                   '"/></Types>')
        z.writestr("_rels/.rels", word.RELATIONS % (
            '<Relationship Id="r" Type="%sofficeDocument" Target="xl/'
            'workbook.xml"/>' % word.OFFICE))
        z.writestr("xl/_rels/workbook.xml.rels", word.RELATIONS % (
            related + '<Relationship Id="s" Type="%sstyles" Target='
            '"styles.xml"/>' % word.OFFICE))
        z.writestr("xl/workbook.xml", "<workbook %s><sheets>%s</sheets>"
                   "</workbook>" % (spaces, "".join(
                       '<sheet name="%d" sheetId="%d" r:id="r%d"/>' %
                       (i, i + 1, i) for i in range(sheets))))
        z.writestr("xl/styles.xml", "<styleSheet %s>%s</styleSheet>" %
                   (spaces, styles))
        z.writestr("xl/sheet.xml", '<worksheet %s><sheetData><row r="1"><c '
                   'r="A1" t="inlineStr"><is><t>%s</t></is></c></row><row '
                   'r="%d"><c r="B%d"><v>7</v></c></row></sheetData>'
                   '</worksheet>' % (spaces, TEXT, row, row))


def rtf(body):
    return "{\\rtf1\\ansi\\ansicpg936 %s}" % body


def cells(n):
    return rtf("\\trowd%s\\pard\\intbl %s\\row\\pard x\\par" % (
        "".join("\\cellx%d" % (500 * (i + 1)) for i in range(n)),
        "7\\cell " * n))


def mht(depth):
    text = ("Content-Type: text/html; charset=utf-8\r\n\r\n<p>%s</p>\r\n" %
            TEXT)
    outside = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>7</p>\r\n"
    for i in range(depth):
        text = ("Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n"
                "%s--b%d\r\n%s--b%d--\r\n" % (i, i, outside, i, text, i))
    return "MIME-Version: 1.0\r\n" + text


def templates(path, n):
    parts = ofd.pages_of([(ofd.words(20, 20, TEXT), 297)])
    parts = [(name, text.replace("</ofd:CommonData>", '<ofd:TemplatePage '
                                 'ID="1" BaseLoc="x"/>' * n +
                                 "</ofd:CommonData>"))
             for name, text in parts]
    ofd.write(path, parts)


def epub(path, n):
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/epub+zip")
        z.writestr("META-INF/container.xml", '<container xmlns="urn:oasis:'
                   'names:tc:opendocument:xmlns:container"><rootfiles>'
                   '<rootfile full-path="a.opf"/></rootfiles></container>')
        z.writestr("a.opf", '<package xmlns="http://www.idpf.org/2007/opf">'
                   '<manifest>%s</manifest><spine><itemref idref="i0"/>'
                   '</spine></package>' % "".join(
                       '<item id="i%d" href="a.xhtml"/>' % i
                       for i in range(n)))
        z.writestr("a.xhtml", page("<p>%s</p>" % TEXT))


def frame(rows, columns):
    rule = "+---" * columns + "+\n"
    return rule + ("|" + " 7 |" * columns + "\n") * rows + rule


def warc(fields, http):
    body = TEXT + "\n"
    response = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
    response += "X: y\r\n" * (http - 1) + "\r\n" + body
    return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/1\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            "Content-Length: %d\r\n%s\r\n%s\r\n\r\n" % (
                len(response.encode()), "X: y\r\n" * (fields - 4),
                response))


def wiki(n):
    return "{|\n|-\n" + "".join("| 7\n" for _ in range(n)) + "|}\n"


# Of each: the file, how many it may have, and what makes it of a number.
WRITTEN = [
    ("sheet.html", 1 << 20, lambda n: page(TEXT, style("a" * n))),
    ("rules.html", 4096, lambda n: page(TEXT, style("".join(
        ".c%d{display:none}" % i for i in range(n))))),
    ("deep.html", 512, lambda n: page("<div>" * n + TEXT + "</div>" * n)),
    ("tag.html", 65512, lambda n: page('<p t="%s" style="color:red">%s</p>' % (
        "x" * n, TEXT))),
    ("paragraph.html", 1 << 20, lambda n: page("<p>" + "x" * n)),
    ("cells.rtf", 64, cells),
    ("colours.rtf", 1024, lambda n: rtf("{\\colortbl%s}x\\par" % (";" * n))),
    ("font.rtf", 65535, lambda n: rtf("\\f%d x\\par" % n)),
    ("parts.mht", 4, mht),
    ("frame.txt", 4094, lambda n: frame(n, 2)),
    ("columns.txt", 63, lambda n: frame(2, n)),
    ("wiki.txt", 64, wiki),
    ("span.txt", 64, lambda n: "{|\n|-\n| colspan=%d | 7\n|}\n" % n),
    ("http.warc", 1000, lambda n: warc(4, n)),
    ("head.warc", 1000, lambda n: warc(n, 1)),
    ("line.txt", 1 << 20, lambda n: "x" * n + "\n"),
]
PACKED = [
    ("based.docx", 16, based), ("number.docx", 200, numbering),
    ("lists.docx", 8192, lists), ("attributes.docx", 1024, attributes),
    ("namespaces.docx", 508, namespaces), ("spans.odt", 63, spans),
    ("columns.odt", 1024, columns), ("parents.fodt", 16, parents),
    ("formats.xlsx", 4096, lambda path, n: xlsx(path, "<numFmts>%s</numFmts>" %
     "".join('<numFmt numFmtId="%d" formatCode="0"/>' % (i + 200)
             for i in range(n)))),
    ("fills.xlsx", 65536, lambda path, n: xlsx(path, "<fills>%s</fills>" %
     ("<fill/>" * n))),
    ("row.xlsx", 1048576, lambda path, n: xlsx(path, row=n)),
    ("sheets.xlsx", 1024, lambda path, n: xlsx(path, sheets=n)),
    ("templates.ofd", 1024, templates), ("items.epub", 4096, epub),
]


def main(folder):
    for name, more in (("within", 0), ("beyond", 1)):
        os.makedirs(folder + "/" + name, exist_ok=True)
        for file, most, make in WRITTEN:
            with open("%s/%s/%s" % (folder, name, file), "w",
                      encoding="utf-8") as out:
                out.write(make(most + more))
        for file, most, make in PACKED:
            make("%s/%s/%s" % (folder, name, file), most + more)


if __name__ == "__main__":
    main(sys.argv[1])
