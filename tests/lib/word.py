"""word.py DIR: documents of Word that have one of everything that is read:
lists.docx (each format of list numbers), parts.docx (tables, fields, notes,
revisions) and words.rtf (each control word)."""
import os
import sys
import zipfile

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
     'wordprocessingDrawing"')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/'
             '2006/relationships">%s</Relationships>')
FORMATS = """decimal upperRoman lowerRoman upperLetter lowerLetter ordinal
ideographDigital japaneseCounting decimalFullWidth decimalHalfWidth
japaneseDigitalTenThousand decimalEnclosedCircle decimalZero bullet
decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese
ideographEnclosedCircle ideographTraditional ideographZodiac taiwaneseCounting
ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital
chineseCounting chineseLegalSimplified chineseCountingThousand numberInDash
none cardinalText nonsense""".split()
NUMBERS = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 19, 20, 21, 22, 26, 27, 30, 52,
           53, 99, 100, 101, 110, 111, 120, 676, 677, 1000, 1001, 1010, 1100,
           3999, 4000, 10000, 10001, 10010, 12345]


def docx(path, parts):
    names = sorted(parts)
    related = "".join(
        '<Relationship Id="r%d" Type="%s%s" Target="%s.xml"/>' %
        (n, OFFICE, name, name) for n, name in enumerate(names)
        if name != "document")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        def put(name, text):
            package.writestr(zipfile.ZipInfo(name), text)
        put("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats'
            '.org/package/2006/content-types"><Override PartName="/word/'
            'document.xml" ContentType="application/vnd.openxmlformats-office'
            'document.wordprocessingml.document.main+xml"/></Types>')
        put("_rels/.rels", RELATIONS % (
            '<Relationship Id="r" Type="%sofficeDocument" Target="word/'
            'document.xml"/>' % OFFICE))
        put("word/_rels/document.xml.rels", RELATIONS % related)
        for name in names:
            put("word/%s.xml" % name, '<?xml version="1.0"?>' + parts[name])


def paragraph(text, properties="", run=""):
    return "<w:p>%s<w:r>%s<w:t>%s</w:t></w:r></w:p>" % (
        "<w:pPr>%s</w:pPr>" % properties if properties else "", run, text)


def numbered(list_id, text, level=0, more=""):
    return paragraph(text, '%s<w:numPr><w:ilvl w:val="%d"/><w:numId '
                     'w:val="%d"/></w:numPr>' % (more, level, list_id))


def lists(path):
    definitions, nums, body = "", "", paragraph("列表编号")
    for f, name in enumerate(FORMATS):
        definitions += (
            '<w:abstractNum w:abstractNumId="%d"><w:lvl w:ilvl="0"><w:start '
            'w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="(%%1)"/>'
            '</w:lvl></w:abstractNum>' % (f, name))
        for n in NUMBERS:
            list_id = f * 1000 + NUMBERS.index(n) + 1
            nums += ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>'
                     '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/>'
                     '</w:lvlOverride></w:num>' % (list_id, f, n))
            body += numbered(list_id, "%s %d" % (name, n))
    # Levels that count their parents, start again, or never.
    a = len(FORMATS)
    definitions += (
        '<w:abstractNum w:abstractNumId="%d">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val='
        '"chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%%1、"/>'
        '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val='
        '"decimal"/><w:isLgl/><w:lvlText w:val="%%1.%%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlRestart w:val="0"/><w:lvlText w:val="%%2%%3)"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:numFmt w:val="upperRoman"/><w:lvlRestart '
        'w:val="1"/><w:pStyle w:val="Deep"/><w:lvlText w:val="[%%4]"/></w:lvl>'
        '<w:lvl w:ilvl="4"><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="11"><w:numFmt w:val="decimal"/></w:lvl>'
        '</w:abstractNum><w:abstractNum w:abstractNumId="%d"><w:styleLink '
        'w:val="Linked"/><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt '
        'w:val="decimal"/><w:lvlText w:val="第%%1条"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="%d"><w:numStyleLink w:val="Linked"/>'
        '</w:abstractNum>' % (a, a + 1, a + 2))
    first = 90001
    nums += '<w:num w:numId="0"><w:abstractNumId w:val="%d"/></w:num>' % a
    for n in range(3):
        nums += ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' %
                 (first + n, a + n))
    nums += ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride '
             'w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="8"/><w:numFmt '
             'w:val="decimal"/><w:lvlText w:val="&lt;%%1&gt;"/></w:lvl>'
             '</w:lvlOverride></w:num>' % (first + 3, a))
    nums += ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride '
             'w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
             '<w:lvlText w:val="{%%1}"/></w:lvl></w:lvlOverride></w:num>' % (
                 first + 4, a))
    for n, start in enumerate(('<w:start w:val="0"/>', "<w:start/>")):
        definitions += (
            '<w:abstractNum w:abstractNumId="%d"><w:lvl w:ilvl="0">%s<w:numFmt '
            'w:val="decimal"/><w:lvlText w:val="|%%1|"/></w:lvl></w:abstractNum>'
            % (a + 3 + n, start))
        nums += ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' %
                 (first + 5 + n, a + 3 + n))
    for level in (0, 1, 1, 2, 2, 0, 1, 2, 3, 3, 1, 3, 0, 3, 4, 9, 11):
        body += numbered(first, "层 %d" % level, level)
    for n in (1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 0, 7):
        body += numbered(first + n, "列表 %d" % n)
    body += paragraph("按样式", '<w:pStyle w:val="Deep"/>')
    body += paragraph("按样式又", '<w:pStyle w:val="Deeper"/>')
    body += paragraph("按样式，自有列表", '<w:pStyle w:val="Deep"/><w:numPr>'
                      '<w:numId w:val="%d"/></w:numPr>' % (first + 1))
    body += paragraph("不编号", '<w:pStyle w:val="Deep"/><w:numPr><w:numId '
                      'w:val="0"/></w:numPr>')
    body += paragraph("提纲", '<w:outlineLvl w:val="1"/>')
    body += paragraph("正文", '<w:pStyle w:val="Head"/><w:outlineLvl w:val="9"/>')
    body += paragraph("标题", '<w:pStyle w:val="Head"/>')
    body += paragraph("看不见", '<w:pStyle w:val="Hidden"/>')
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name '
        'w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="deep"/>'
        '<w:basedOn w:val="N"/><w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId '
        'w:val="%d"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deeper"><w:basedOn w:val='
        '"Deep"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 2"'
        '/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="c"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/>'
        '</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/>'
        '</w:style>' % first)
    docx(path, {
        "document": "<w:document %s><w:body>%s</w:body></w:document>" % (W, body),
        "numbering": "<w:numbering %s>%s%s</w:numbering>" % (
            W, definitions, nums),
        "styles": "<w:styles %s>%s</w:styles>" % (W, styles)})


def cell(text, properties="", width=1000):
    return '<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>' \
        % (width, properties, text if text.startswith("<w:") else
           paragraph(text))


def row(*cells, properties=""):
    return "<w:tr>%s%s</w:tr>" % (
        "<w:trPr>%s</w:trPr>" % properties if properties else "",
        "".join(cells))


def table(*rows, columns=4):
    return "<w:tbl><w:tblPr/><w:tblGrid>%s</w:tblGrid>%s</w:tbl>" % (
        '<w:gridCol w:w="1000"/>' * columns, "".join(rows))


def inked(text, properties="", paragraph_properties=""):
    """A paragraph in white, whatever else it has."""
    return ('<w:p><w:pPr>%s</w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/>%s'
            '</w:rPr><w:t>%s</w:t></w:r></w:p>' % (
                paragraph_properties, properties, text))


def styled(style, *rows):
    return table(*rows, columns=2).replace(
        "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="%s"/></w:tblPr>' % style)


def white():
    """White text: seen on what is not white, or may not be."""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="%s"/>'
    blue = shade % "1F4E79"
    return "".join([
        '<w:p><w:r><w:t>收到申请</w:t></w:r><w:r><w:rPr><w:color w:val="FFFFFF"/>'
        '</w:rPr><w:t>99</w:t></w:r><w:r><w:rPr><w:color w:val="000000"/></w:rPr>'
        '<w:t>12件</w:t></w:r></w:p>',
        inked("白字不见"), inked("白底白字不见", shade % "ffffff"),
        inked("突出显示的白字", '<w:highlight w:val="black"/>'),
        inked("深底的白字", blue), inked("深底一段的白字", "", blue),
        inked("图案上的白字", '<w:shd w:val="pct50" w:fill="auto"/>'),
        paragraph("样式的白字不见", '<w:pStyle w:val="White"/>'),
        table(row(cell(inked("表头白字"), blue), cell(inked("不见"))),
              row(cell("21"), cell(inked("88") + paragraph("22"))), columns=2),
        styled("T", row(cell(inked("样式表头")), cell("23"))),
        styled("Blue", row(cell(inked("深色样式的表头")), cell("25"))),
        styled("Plain", row(cell(inked("不见")), cell("26"))),
        "<w:p><w:r><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></w:r>"
        "</w:p>" % inked("框里的白字"),
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="0"/></w:drawing></w:r></w:p>',
        inked("图旁白字不见"),
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>',
        inked("图上的白字")])


def parts(path):
    down, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    inner = table(row(cell("内甲"), cell("内乙")), row(cell("1"), cell("2")),
                  columns=2)
    body = "".join([
        paragraph("青石县2023年政府信息公开工作年度报告"),
        "<w:p><w:r><w:t>左</w:t><w:tab/><w:t>中</w:t><w:br/><w:t>右</w:t>"
        "<w:cr/><w:t>下</w:t><w:noBreakHyphen/><w:t>末</w:t></w:r></w:p>",
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>号</w:t>'
        '<w:sym w:font="Wingdings" w:char="2713"/></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        'PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>域的结果</w:t></w:r><w:r><w:fldChar w:fldCharType='
        '"end"/></w:r><w:r><w:t>之后</w:t></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>域的指令'
        '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>'
        '删去</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r>'
        '</w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>',
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>段落标记删去'
        '</w:t></w:r></w:p>',
        paragraph("接上段"),
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr>"
        '<w:vanish w:val="0"/></w:rPr><w:t>不隐藏</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>注</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>",
        "<w:p><w:r><w:t>框外</w:t><mc:AlternateContent><mc:Choice><w:pict>"
        "<w:txbxContent>%s</w:txbxContent></w:pict></mc:Choice><mc:Fallback>"
        "<w:t>替代</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>" %
        paragraph("框里"),
        "<w:sdt><w:sdtPr><w:t>属性</w:t></w:sdtPr><w:sdtContent>%s"
        "</w:sdtContent></w:sdt>" % paragraph("控件里"),
        table(row(cell("表头", down), cell("宽", wide, 2000), cell("末")),
              row(cell("", go_on), cell("3"), cell("4"), cell("5")),
              row(cell("6", '<w:hMerge w:val="restart"/>'),
                  cell("", "<w:hMerge/>"), cell("7"), cell("8"))),
        table(row(cell("9"), cell("10"),
                  properties='<w:gridBefore w:val="2"/>'),
              row(cell("11"), cell("12"), cell("删", "<w:cellDel/>"),
                  cell("13"))),
        table(row(cell("外"), cell(inner + paragraph("内之后"))),
              row(cell("14"), cell(paragraph("15") + paragraph("16"))),
              columns=2),
        table(row(cell("", down), cell("17")), row(cell("18", go_on),
              cell("19")), row(cell("", down), cell("20")), columns=2),
        "<w:p><w:ruby><w:rt><w:r><w:t>注音</w:t></w:r></w:rt><w:rubyBase><w:r>"
        "<w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:p>",
        # Pictures in the line; beside text, or over it, they hide no figure.
        table(row(cell("图"), cell('<w:p><w:r><w:drawing><wp:inline/></w:drawing>'
                                   '</w:r></w:p>')),
              row(cell('<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r><w:r>'
                       '<w:t>24</w:t></w:r></w:p>'),
                  cell('<w:p><w:r><w:drawing><wp:anchor behindDoc="0"/>'
                       '</w:drawing></w:r></w:p>')), columns=2),
        white(),
        paragraph("末段"),
        "<w:sectPr/>"])
    note = ('<w:footnotes %s><w:footnote w:type="separator" w:id="0">%s'
            '</w:footnote><w:footnote w:id="2">%s</w:footnote></w:footnotes>' %
            (W, paragraph("分隔"), paragraph("脚注说明")))
    end = ('<w:endnotes %s><w:endnote w:type="separator" w:id="0">%s</w:endnote>'
           '<w:endnote w:type="normal" w:id="3">%s</w:endnote></w:endnotes>' %
           (W, paragraph("分隔"), paragraph("尾注说明")))
    docx(path, {"document": "<w:document %s><w:body>%s</w:body></w:document>" %
                (W, body), "footnotes": note, "endnotes": end,
                "styles": '<w:styles %s><w:style w:type="paragraph" w:styleId='
                '"White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
                '<w:style w:type="table" w:styleId="Plain"><w:tblPr/></w:style>'
                '<w:style w:type="table" w:styleId="Blue"><w:basedOn w:val='
                '"Plain"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val='
                '"clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr><w:tblStylePr '
                'w:type="lastRow"><w:tcPr><w:shd w:val="clear" w:fill="auto"/>'
                '</w:tcPr></w:tblStylePr></w:style></w:styles>' % W})


SKIPPED = """aftncn aftnsep aftnsepc annotation atnauthor atnid bkmkend
bkmkstart colortbl datafield datastore filetbl fldinst footer footerf footerl
footerr ftncn ftnsep ftnsepc generator header headerf headerl headerr info
latentstyles listoverridetable listtable nonesttables objclass objdata pgptbl
pict revtbl rsidtbl rxe shprslt sp tc template themedata xe unheard""".split()
CHARACTERS = """bullet column emdash emspace endash enspace ldblquote line
lquote page qmspace rdblquote rquote softline softpage tab""".split()


def rtf(path):
    lines = [
        r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}"
        r"{\f1\fcharset0 Arial;}{\f2\cpg1251 Cyr;}{\f3\fcharset136 Ming;}"
        r"{\f4\fcharset77 Mac;}{\f5\fcharset204 Rus;}}",
        r"{\colortbl;\red255\green255\blue255;\red31\green78\blue121;"
        r"\red255\green255\blue0;}"
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}"
        r"{\s2\sbasedon1 sub;}{\s3\v hidden;}}",
        r"\pard\plain\s1\f0 \'c4\'ea\'b1\'a8\par",
        r"\pard\plain\s2\outlinelevel2 sub\par\pard\plain\s0\outlinelevel9 no\par",
        r"\pard\plain\s3 unseen?\par\pard\plain seen\par",
        r"\f2\'e0\'e1 \f3\'a4\'a4 \f4\'8e \f5\'c0 \f1\'e9 \f0\'d6\par"]
    for name in CHARACTERS:
        lines.append(r"%s[\%s ]\par" % (name, name))
    for name in SKIPPED:
        lines.append(r"%s:{\%s lost \'b1\'a8{\b deeper}}kept {\*\%s gone}\par"
                     % (name, name, name))
    for name in ("do", "field", "fldrslt", "listtext", "pntext", "result",
                 "shpinst"):
        lines.append(r"%s:{\%s text}kept\par" % (name, name))
    lines += [
        r"\u24180?\u-30000?{\uc2\u25253 ??}{\uc0\u21578}\uc1\u55357?\u56832?\par",
        r"{\upr{ansi}{\*\ud{unicode}}}\par",
        r"a\~b\-c\_d\\\{\}e\par", r"\v hidden\v0 shown{\v again} on\par",
        r"\deleted gone\deleted0 here\par", "line\nbreak\r\nhere\\\nnew par\\par",
        r"note{\footnote a note\par}after\par",
        r"{\shp{\shpinst{\sp{\sn x}{\sv 1}}{\shptxt boxed\par}}}beside\par",
        r"\sect section\par",
        r"\trowd\trleft0\clvmgf\cellx1000\cellx2000\cellx3000 A\intbl\cell B"
        r"\intbl\cell C\cell\row",
        r"\trowd\clvmrg\cellx1000\cellx3000\pard\intbl\cell D\cell\row",
        r"\trowd\trleft0\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl E"
        r"\cell F\cell\cell\row\pard",
        r"\trowd\trleft1000\cellx2000\cellx3000\intbl G\cell H\cell\row\pard",
        r"\trowd\cellx1500\cellx3000\intbl I\cell\itap2 n1\nestcell n2"
        r"\nestcell{\*\nesttableprops\trowd\cellx700\cellx1500\nestrow}"
        r"{\nonesttables\par}\itap1 J\cell\row\pard after\par",
        r"\trowd\cellx-5\cellx99999999\intbl K\cell L\cell\row\pard",
        r"{\cf1 white, gone}black{\cf3 yellow}{\cf1\chcbpat2 on blue}"
        r"{\cf1\highlight1 on white, gone}{\cf1\chshdng5000 on grey}\par",
        r"\pard\cbpat2{\cf1 paragraph on blue}\par\pard{\cf1 gone}\par",
        r"\cf1\plain plain\par",
        r"\trowd\clcbpat2\cellx1000\cellx2000\intbl{\cf1 M}\cell{\cf1 gone}"
        r"\cell\row\trowd\trcbpat2\cellx1000\cellx2000\intbl{\cf1 N}\cell"
        r"{\cf1 O}\cell\row\pard",
        r"{\footnote{\cf1 white in a note}\par}with a note\par",
        r"\bin5 xxxxxend\par", r"\unknown-12 word\par",
        r"{\shp{\shpinst\shpfblwtxt1{\shptxt\par}}}{\cf1 over a shape}\par", "}"]
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    lists(os.path.join(sys.argv[1], "lists.docx"))
    parts(os.path.join(sys.argv[1], "parts.docx"))
    rtf(os.path.join(sys.argv[1], "words.rtf"))
