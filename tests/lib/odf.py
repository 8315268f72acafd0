"""odf.py DIR: parts.odt, parts.ods and parts.fodt with one of everything that
is read (ISO/IEC 26300)."""
import sys
import zipfile

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = "".join(' xmlns:%s="%s%s:1.0"' % (prefix, BASE, name)
                 for prefix, name in (
                     ("office", "office"), ("text", "text"),
                     ("table", "table"), ("style", "style"),
                     ("draw", "drawing"), ("svg", "svg-compatible"),
                     ("fo", "xsl-fo-compatible")))

STYLES = """<office:styles>
<style:style style:name="Hidden" style:family="text"><style:text-properties
 text:display="none"/></style:style>
<style:style style:name="Framed" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<text:outline-style style:name="Outline"><text:outline-level-style
 text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
</text:outline-style>
</office:styles>"""

AUTOMATIC = """<office:automatic-styles>
<style:style style:name="T1" style:family="text"
 style:parent-style-name="Hidden"/>
<style:style style:name="T2" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="ce1" style:family="table-cell"
 style:parent-style-name="Framed"/>
<style:style style:name="White" style:family="text"><style:text-properties
 fo:color="#FFFFFF"/></style:style>
<style:style style:name="Auto" style:family="text"><style:text-properties
 fo:color="#ffffff" style:use-window-font-color="true"/></style:style>
<style:style style:name="Lit" style:family="text"
 style:parent-style-name="White"><style:text-properties
 fo:background-color="#000000"/></style:style>
<style:style style:name="PBlue" style:family="paragraph">
<style:paragraph-properties fo:background-color="#1f4e79"/></style:style>
<style:style style:name="PClear" style:family="paragraph">
<style:paragraph-properties fo:background-color="transparent"/></style:style>
<style:style style:name="CBlue" style:family="table-cell">
<style:table-cell-properties fo:background-color="#1f4e79"/></style:style>
<style:style style:name="RBlue" style:family="table-row">
<style:table-row-properties fo:background-color="#1f4e79"/></style:style>
<style:style style:name="TBlue" style:family="table">
<style:table-properties fo:background-color="#1f4e79"/></style:style>
<style:style style:name="ceWhite" style:family="table-cell"
 style:parent-style-name="Framed"><style:text-properties fo:color="#ffffff"/>
</style:style>
<style:style style:name="ceLit" style:family="table-cell"
 style:parent-style-name="ceWhite"><style:table-cell-properties
 fo:background-color="#1f4e79"/></style:style>
<style:style style:name="ceStruck" style:family="table-cell"
 style:parent-style-name="Framed"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="S1" style:family="section"><style:section-properties
 text:display="none"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties
 table:display="false"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1"
 style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="2" style:num-format="a"
 style:num-suffix="." text:display-levels="2"/>
</text:list-style></office:automatic-styles>"""


def p(text):
    return "<text:p>%s</text:p>" % text


def items(*texts, more=""):
    return '<text:list text:style-name="L1" %s>%s</text:list>' % (
        more, "".join("<text:list-item>%s</text:list-item>" % text
                      for text in texts))


def cell(text, more=""):
    return "<table:table-cell %s>%s</table:table-cell>" % (
        more, text and p(text))


def in_white(text, style="P"):
    return ('<text:p text:style-name="%s"><text:span text:style-name="White">%s'
            "</text:span></text:p>" % (style, text))


def cell_of(content, style):
    return ('<table:table-cell table:style-name="%s">%s</table:table-cell>' %
            (style, content))


COVERED = "<table:covered-table-cell>%s</table:covered-table-cell>" % p("盖住")


def row(*cells, more=""):
    return "<table:table-row %s>%s</table:table-row>" % (more, "".join(cells))


TEXT = (
    "<text:tracked-changes><text:changed-region><text:deletion>" +
    p("删去的") + "</text:deletion></text:changed-region>"
    "</text:tracked-changes>"
    '<text:h text:outline-level="1">总体情况</text:h>' +
    p("收到<text:s text:c='3'/>申请<text:tab/>69<text:span text:style-name="
      "'T2'>1</text:span>件<text:span text:style-name='T1'>藏</text:span>"
      "<text:span text:style-name='T3'>7</text:span>。<office:annotation>" +
      p("批注") + "</office:annotation><text:note><text:note-citation>1"
      "</text:note-citation><text:note-body>" + p("脚注") +
      "</text:note-body></text:note>") +
    '<text:h text:outline-level="1">主动公开</text:h>' +
    items(p("甲") + p("甲的第二段"), p("乙") + items(p("子"), p("丑"))) +
    p("中间") + items(p("接着"), more='text:continue-numbering="true"') +
    items(p("重新")) +
    '<text:list text:style-name="L1"><text:list-item text:start-value="7">' +
    p("第七") + "</text:list-item></text:list>" +
    '<text:section text:style-name="S1">' + p("藏起的节") +
    "</text:section>" +
    "<table:table><table:table-column table:number-columns-repeated='4'/>"
    "<table:table-header-rows>" +
    row(cell("项目", "table:number-rows-spanned='2'"),
        cell("数量", "table:number-columns-spanned='3'"), COVERED, COVERED) +
    "</table:table-header-rows>" +
    row(COVERED, cell("新收"), cell("办结"), cell("结转")) +
    row(cell("公开"), cell("12"), cell("", "table:number-columns-repeated='2'")) +
    row(cell("合并", "table:number-columns-spanned='2' "
             "table:number-rows-spanned='2'"), COVERED, cell("3"), cell("4")) +
    row(COVERED, COVERED, cell("5"), cell("6")) + "</table:table>" +
    p("白<text:span text:style-name='White'>字不见</text:span>纸"
      "<text:span text:style-name='Auto'>自动</text:span>"
      "<text:span text:style-name='Lit'>黑底白字</text:span>") +
    in_white("深底的段", "PBlue") + in_white("不见的段", "PClear") +
    "<table:table>" +
    row(cell_of(in_white("表头白字"), "CBlue"), cell_of(in_white("不见"), "C")) +
    row(cell_of(in_white("行"), "C"), cell_of(in_white("底"), "C"),
        more="table:style-name='RBlue'") +
    row(cell_of(in_white("不见"), "C"), cell("31")) + "</table:table>" +
    "<table:table table:style-name='TBlue'>" +
    row(cell_of(in_white("表底"), "C"), cell("32")) + "</table:table>" +
    p("图<draw:frame><draw:text-box>" + p("框里") + "</draw:text-box>"
      "<svg:title>图名</svg:title></draw:frame>外"))

SHEET = (
    '<table:table table:name="年报"><table:table-column/><table:table-column '
    'table:visibility="collapse"/><table:table-column '
    'table:number-columns-repeated="16382"/>' +
    row(cell("青石县2023年政府信息公开工作年度报告")) +
    row(*(cell(x, 'table:style-name="ce1"') for x in ("项目", "藏列", "数量"))) +
    row(cell("规章", 'table:style-name="ce1"'),
        cell("9", 'table:style-name="ce1"'),
        '<table:table-cell table:style-name="ce1" office:value-type="float" '
        'office:value="5"/>') +
    row(cell("藏行", 'table:style-name="ce1"'), more='table:visibility="filter"') +
    row(cell("见与不见", 'table:style-name="ceLit"'),
        cell("8", 'table:style-name="ce1"'),
        cell("71", 'table:style-name="ceWhite" office:value="71"')) +
    row(cell("划去", 'table:style-name="ce1"'),
        cell("8", 'table:style-name="ce1"'),
        cell("72", 'table:style-name="ceStruck" office:value="72"')) +
    row(cell("空", 'table:style-name="ce1" table:number-columns-spanned="2"'),
        COVERED, cell("1,234.50", 'table:style-name="ce1" '
                      'office:value-type="float" office:value="1234.5"'),
        more="table:number-rows-repeated='2'") +
    row(cell("", "table:style-name='ce1' table:number-columns-repeated='16384'"),
        more="table:number-rows-repeated='1048570'") +
    '</table:table><table:table table:name="藏表" table:style-name="ta2">' +
    row(cell("藏")) + "</table:table>")


def content(body):
    return ("<office:document-content%s>%s<office:body>%s</office:body>"
            "</office:document-content>" % (SPACES, AUTOMATIC, body))


def write(path, kind, body, method=zipfile.ZIP_STORED):
    """An OpenDocument file; KIND is text or spreadsheet."""
    with zipfile.ZipFile(path, "w") as file:
        for name, data in (
                ("mimetype", "application/vnd.oasis.opendocument." + kind),
                ("styles.xml", "<office:document-styles%s>%s"
                 "</office:document-styles>" % (SPACES, STYLES)),
                ("content.xml", content("<office:%s>%s</office:%s>" % (
                    kind, body, kind)))):
            entry = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            if name != "mimetype":
                entry.compress_type = method
            file.writestr(entry, data)


def main(folder):
    write(folder + "/parts.odt", "text", TEXT)
    write(folder + "/parts.ods", "spreadsheet", SHEET)
    with open(folder + "/parts.fodt", "w", encoding="utf-8") as file:
        file.write("<office:document%s office:mimetype='application/vnd.oasis."
                   "opendocument.text'>%s%s<office:body><office:text>%s"
                   "</office:text></office:body></office:document>" % (
                       SPACES, STYLES, AUTOMATIC, TEXT))


if __name__ == "__main__":
    main(sys.argv[1])
