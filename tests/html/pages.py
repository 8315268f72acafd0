#!/usr/bin/env python3
"""pages.py government|soup|markup|mutated FIRST LAST DIRECTORY: pages for tests, the
same for the same numbers.

government: what the sites of offices serve: nested layout tables, a report
exported from Word, cells and rows without end tags, misnested tags, scripts
with tables in them; 22 to 199 KB.
soup: tags and text at random.
markup: the signs of which comments, scripts, references and tags are made, at
random: where each of them ends, and what is text.
mutated: either, with bytes changed, lost, doubled, cut off."""

import os
import random
import sys

TOWNS = ["石桥镇", "柳河乡", "青溪街道", "白塔镇", "南坪镇", "双河乡"]
HANZI = ("政府信息公开工作年度报告根据条例要求由办公室编制主动申请处理情况数量本年"
         "制发废止现行有效规章行政许可处罚强制事业性收费自然人商业企业科研机构社会公益"
         "组织法律服务其他总计结果维持纠正尚未审结复议诉讼未经直接起诉后存在的主要问题"
         "及改进措施需要说明事项")
WORD = ("mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:"
        "Calibri;mso-bidi-font-family:'Times New Roman';font-size:{}pt;"
        "mso-font-kerning:1.0pt;line-height:28.0pt;mso-line-height-rule:"
        "exactly;layout-grid-mode:char;color:black")
WORD_STYLES = "".join(
    "p.Mso%d, li.Mso%d { mso-style-unhide:no; margin:0cm; margin-bottom:"
    ".0001pt; mso-pagination:none; font-size:%d.0pt; font-family:Calibri }\n" %
    (n, n, n) for n in range(60))


class Dice:
    """Numbers by a seed; Random.random() is the same in every Python."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, percent):
        return self.below(100) < percent


def prose(dice, n):
    text = "".join(dice.pick(HANZI) for _ in range(n))
    for mark in "，。；" if n > 12 else "":
        at = dice.below(len(text))
        text = text[:at] + mark + text[at:]
    return text


def figure(dice):
    return dice.pick(["0", "0", "0", "1", "12", "-", "/", "&nbsp;", "", "&nbsp",
                      "1,024", "８", "3.5", "<br>", "&#160;&#xA0;", "　"])


def worded(dice, text):
    """A run of text as Word exports it."""
    span = '<span style="{}">'.format(WORD.format(dice.pick([9, 12, 16])))
    return dice.pick([
        span + text + "</span>",
        "<p class=MsoNormal align=center style='text-align:center'>" + span +
        text + "<span lang=EN-US><o:p></o:p></span></span></p>",
        "<p class=MsoNormal>" + span + text + "</span>",
        "<font face=宋体><b>" + text + "</font></b>",
        "<![if !supportMisalignedColumns]>" + text + "<![endif]>",
        "<!--[if gte vml 1]><v:shape><table><tr><td>" + text +
        "</td></tr></table></v:shape><![endif]-->" + text,
        "<st1:chsdate w:st='on' year='1899' title='a > b'>" + text +
        "</st1:chsdate>",
    ])


class Table:
    """A table of figures; `loose' ones leave end tags out."""

    def __init__(self, dice):
        self.dice = dice
        self.loose = dice.chance(40)
        self.word = dice.chance(50)

    def cell(self, text, attributes=""):
        dice = self.dice
        name = "th" if dice.chance(5) else "td"
        if self.word:
            text = worded(dice, text)
            attributes += (" style='width:{}pt;border:solid windowtext 1.0pt;"
                           "padding:0cm 5.4pt'".format(dice.below(200)))
        elif dice.chance(20):
            text = dice.pick(["<div>{}</div>", "\n  {}\n", "<b>{}</b>",
                              "<p>{}", "<strong><em>{}</strong></em>",
                              "<a name=x>{}", "{}<!-- > -->"]).format(text)
        if dice.chance(2):
            text += "<span style='display: none'>隐</span>"
        if dice.chance(5):
            name = name.upper()
        end = "" if self.loose and dice.chance(70) else "</" + name + ">"
        return "<" + name + attributes + ">" + text + end

    def row(self, cells):
        dice = self.dice
        end = "" if self.loose and dice.chance(60) else "</tr>"
        if dice.chance(2):
            end += "</td>"
        return "<tr{}>".format(dice.pick(["", " height=20", " align='center'"])
                               ) + "".join(cells) + end + dice.pick(["\n", ""])

    def figures(self, n):
        return [self.cell(figure(self.dice)) for _ in range(n)]

    def requests(self):
        rows = [self.row([self.cell("（勾稽关系）", " rowspan=3 colspan=3"),
                          self.cell("申请人情况", ' colspan="7"')]),
                self.row([self.cell("自然人", " rowspan='2'"),
                          self.cell("法人或其他组织", " colspan=5"),
                          self.cell("总计", " rowspan=2")]),
                self.row([self.cell(t) for t in
                          ["商业<br>企业", "科研<br/>机构", "社会公益组织",
                           "法律服务机构", "其他"]]),
                self.row([self.cell("一、新收", " colspan=3")] +
                         self.figures(7))]
        groups = [2 + self.dice.below(8) for _ in range(3)]
        for g, items in enumerate(groups):
            for i in range(items):
                cells = []
                if g == 0 and i == 0:
                    cells.append(self.cell("三、办理结果",
                                           " rowspan=%d" % sum(groups)))
                if i == 0:
                    cells.append(self.cell("（%d）" % (g + 1),
                                           " rowspan=%d" % items))
                cells.append(self.cell("%d.%s" % (i + 1, prose(self.dice, 9))))
                rows.append(self.row(cells + self.figures(7)))
        rows.append(self.row([self.cell("四、结转", " colspan=3")] +
                             self.figures(7)))
        return rows

    def review(self):
        return [self.row([self.cell("行政复议", " colspan=5"),
                          self.cell("行政诉讼", " colspan=10")]),
                self.row([self.cell(t, " rowspan=2") for t in
                          ["结果<br>维持", "结果纠正", "其他", "未结", "总计"]] +
                         [self.cell("未经复议", " colspan=5"),
                          self.cell("复议后", " colspan=5")]),
                self.row([self.cell(prose(self.dice, 2)) for _ in range(10)]),
                self.row(self.figures(15))]

    def proactive(self):
        return [self.row([self.cell("第二十条第(一)项", " colspan=4")])] + [
            self.row([self.cell(prose(self.dice, 6))] + self.figures(3))
            for _ in range(3 + self.dice.below(4))]

    def __str__(self):
        rows = self.dice.pick([self.requests, self.review, self.proactive])()
        body = "".join(rows)
        if self.dice.chance(30):
            body = "<tbody>" + body + self.dice.pick(["", "</tbody>"])
        if self.dice.chance(10):
            body = "<colgroup><col width=72><col></colgroup>" + body
        if self.dice.chance(10):
            body = "<caption>附表</caption>" + body
        return "<table border=1 cellspacing=0>" + body + "</table>"


def navigation(dice):
    items = "".join("<li><a href='/zwgk/%d.html' target=_blank>%s</a>%s" %
                    (i, prose(dice, 4), dice.pick(["</li>", ""]))
                    for i in range(10 + dice.below(60)))
    return ("<div class='nav'><ul>" + items + "</ul></div>" +
            "<div>您的位置：<a href=/>首页</a> &gt; <a href=a>公开</a></div>")


def script(dice):
    return ("<script type=text/javascript>\n<!--\n" +
            "document.write('<table><tr><td>9</td></tr></table>');\n" * 3 +
            "var u = '/a?b=%d&c=1';\n" % dice.below(9999) +
            "//-->\n</script>\n")


def report(dice, size):
    parts = ["<h1>%s2023年政府信息公开工作年度报告</h1>" % dice.pick(TOWNS)]
    while sum(map(len, parts)) < size:
        text = prose(dice, 40 + dice.below(160))
        parts.append(dice.pick([
            "<p>　　" + text + "</p>\n", "<p>" + text + "\n",
            "&nbsp;&nbsp;&nbsp;&nbsp;" + text + "<br>\n",
            worded(dice, text) + "<br />", "<div>" + text + "</div>",
            "<h3>一、" + text[:6] + "</h3>", "<li>" + text,
            "<p style='text-indent:32.0pt'>" + worded(dice, text) + "</p>\n",
            "<p align=left>" + worded(dice, text) + worded(dice, text) + "\n",
            "<p>" + text + str(Table(dice)), str(Table(dice)) + "\n",
            script(dice)]))
    return "".join(parts)


def around(dice, content):
    """Layout tables around the report."""
    for _ in range(dice.below(4)):
        content = dice.pick([
            "<table width=100%><tr><td>{}</td></tr></table>",
            "<table width=980 align=center><tr><td width=10>&nbsp;</td>"
            "<td valign=top>{}<td width=10></table>",
            "<TABLE><TBODY><TR><TD>{}</TD></TR></TBODY></TABLE>",
            "<table><tr><td><img src=a.gif></td></tr><tr><td>{}</table>",
            "<div id=zoom class='TRS_Editor'>{}</div>",
            "<center><table><tr><td>" + navigation(dice) +
            "</td><td>{}</td></tr></table></center>",
        ]).replace("{}", content)
    return content


def government(dice):
    size = 4500 + dice.below(131000)
    head = dice.pick(["<!DOCTYPE html>", "", "<?xml version='1.0'?>",
                      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
                      'Transitional//EN">'])
    return (head + "\n<html xmlns:o='urn:schemas-microsoft-com:office:office'>"
            "<head><meta charset=utf-8><title>年度报告</title>" +
            script(dice) * (1 + dice.below(3)) +
            "<style>\n<!-- td { color: #000 }\n" + WORD_STYLES +
            "-->\n</style></head>\n<body>" +
            navigation(dice) + around(dice, report(dice, size)) +
            "<select><option>友情链接<option>省政府</select>" +
            "<div class=footer>主办：某镇人民政府</div></body></html>\n")


NAMES = ("table tr td th tbody thead tfoot caption col colgroup div p span b i "
         "a font ul li dl dd dt h1 h2 h3 pre center form br hr img input small "
         "button nobr em section").split() + ["td"] * 25 + ["tr"] * 12
ATTRIBUTES = [" colspan=2", " rowspan=2", " colspan='3'", ' rowspan="3"',
              " rowspan=0", " colspan=0", " class=x", " align=center",
              " title='a>b'", " colspan=+2", " rowspan=-1", " colspan=2px",
              " x=\"<td>\"", " /", " colspan"]
MARKUP = ["<!-- x -->", "<!-->", "<!--->", "<!--x--!>", "<![if a]>", "<?x y>",
          "</>", "</ x>", "<", "&nbsp;", "&lt", "&amp;amp;", "&#x4e00;", "&bad;",
          "&nbspx", "&notit;", "&#0;", "<script><td>x</script>", "<a b='c' d>",
          "<style><table></style>", "<textarea><td></textarea>", "<xmp><td>"
          "</xmp>", "<script><!--<script></script>x</script>--></script>",
          "<iframe><td></iframe>", "\n", " ", "<!doctype html>", "<title>x"
          "</title>"]


def soup(dice):
    page = [dice.pick(["", "<table>", "<table><tr><td>"])]
    for _ in range(20 + dice.below(100)):
        kind = dice.below(100)
        name = dice.pick(NAMES)
        if kind < 45:
            attributes = "".join(dice.pick(ATTRIBUTES) for _ in range(
                dice.pick([0, 0, 0, 1, 1, 2])))
            page.append("<" + name + attributes + ">")
        elif kind < 65:
            page.append("</" + name + ">")
        elif kind < 92:
            page.append(dice.pick(["", "\n", " "]) +
                        prose(dice, 1 + dice.below(5)))
        else:
            page.append(dice.pick(MARKUP))
    return "".join(page) + "</body>"


# What belongs together: comments, tags, references, raw text, scripts.
SIGNS = [signs.split() + ["a"] for signs in (
    "<!-- <!- - > ! --> <p>", "< </ > / = ' \" p <? <! ?",
    "<p/a= <p/a=' <p/a=\" ' \" /b= / > =", "& # x ; lt notin 20 =",
    "<title> </title> </titl e / > &lt; <!--", "<xmp> </xmp </xm p > & /",
    "<script> </script> <script </script - -- > / <!-- <!- <!", "<?xml <? x ?> > <p/>")]


def markup(dice):
    signs = dice.pick(SIGNS)
    return "".join(dice.pick(dice.pick(SIGNS) if dice.chance(10) else signs)
                   for _ in range(3 + dice.below(30)))


def mutated(dice):
    make = dice.pick([government, soup, soup])
    page = bytearray(make(dice).encode("utf-8"))
    for _ in range(1 + dice.below(40)):
        at = dice.below(len(page) or 1)
        n = 1 + dice.below(dice.pick([2, 30, 3000]))
        kind = dice.below(6)
        if kind == 0:
            page[at:at + 1] = bytes([dice.below(256)])
        elif kind == 1:
            del page[at:at + n]
        elif kind == 2:
            page[at:at] = page[at:at + n]
        elif kind == 3:
            page[at:at] = dice.pick(MARKUP).encode("utf-8")
        elif kind == 4:
            page[at:at] = bytes(dice.pick(b"<>&\"'/=-!\0\x80") for _ in
                                range(n % 50))
        elif dice.chance(10) and at > 0:
            del page[at:]
    return bytes(page)


def main():
    kind, first, last, directory = sys.argv[1:]
    make = {"government": government, "soup": soup, "markup": markup,
            "mutated": mutated}[kind]
    os.makedirs(directory, exist_ok=True)
    for seed in range(int(first), int(last) + 1):
        path = os.path.join(directory, "%s%04d.html" % (kind, seed))
        page = make(Dice(seed))
        with open(path, "wb") as out:
            out.write(page if kind == "mutated" else page.encode("utf-8"))


main()
