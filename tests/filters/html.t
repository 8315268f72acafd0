#!/bin/sh
# HTML: cells against gumbo on generated pages, and pages with damage.
. tests/lib/tap.sh
plan 15
pages=$(lots 40 20)

python3 tests/html/pages.py government 1 "$pages" "$tmp/government"
status 'cells of government pages, in place, span and text' 0 \
    "${BUILD:-build}/tests/html/compare" "$tmp"/government/*
matches 'there are cells to compare' "$tmp/out" '^[0-9]{5,} of '
matches 'no text of theirs is lost' "$tmp/out" "text of $pages\$"

# What differs is the order of text that has strayed out of a table.
python3 tests/html/pages.py soup 1 $((pages * 20)) "$tmp/soup"
"${BUILD:-build}/tests/html/compare" "$tmp"/soup/* >"$tmp/out"
ok 'cells of tag soup' awk '
END { print "# " $0; exit !($3 > 2000 && $1 >= 0.999 * $3) }' "$tmp/out"
matches 'no text of the soup is lost' "$tmp/out" "text of $((pages * 20))\$"

# Where comments, scripts and references end, a byte at a time and whole.
python3 tests/html/pages.py markup 1 $((pages * 100)) "$tmp/markup"
"${BUILD:-build}/tests/html/compare" "$tmp"/markup/* >"$tmp/out"
matches 'no text of markup is lost, none invented' "$tmp/out" \
    "text of $((pages * 100))\$"

# The same against the trees of a real browser, and as near them as gumbo.
name='cells of tag soup as Chromium sees them'
if command -v chromium >/dev/null &&
    python3 tests/html/chromium.py "$tmp/trees" "$tmp"/soup/* 2>"$tmp/err"; then
	for who in '' -g; do
		"${BUILD:-build}/tests/html/compare" $who -t "$tmp/trees" \
		    "$tmp"/soup/* | tail -n 1
	done >"$tmp/out"
	ok "$name" awk '
	{ print "# " $0; right[NR] = $1 / $3 }
	END { exit !(right[1] > 0.999 && right[1] > right[2] - 0.001) }' "$tmp/out"
else
	skip "$name" 'no chromium here'
fi

python3 tests/html/pages.py mutated 1 $((pages * 5)) "$tmp/mutated"
"$bin/extract" "$tmp/mutated" >"$tmp/out" 2>"$tmp/err"
matches 'damaged pages are read to their end' "$tmp/err" \
    "^extract: $((pages * 5)) members = "

# The same report as an office's site serves it: exported from Word, in layout
# tables, rows and cells without end, blanks as &nbsp;, a script with a table.
facts() {
	"$bin/extract" "$1" 2>"$tmp/err" | "$bin/sectionize" |
	    "$bin/tabulate" | awk -F '\t' '$11 == "table"' |
	    cut -f 2-11,13
}
{
	echo '<script>document.write("<table><tr><td>规章<td>7")</script>
<table width=980><tr><td colspan=2><img src=logo.gif><tr><td>首页<td>公开</table>
<table><tr><td width=200><ul><li>机构<li>法规</ul><td><table><tr><td>
您的位置：首页 &gt; 年报<tr><td><div id=zoom>'
	sed -e 's|<td></td>|<td>\&nbsp;|g' -e 's|</t[dr]>||g' -e 's|</*h1>||g' \
	    -e 's|<h2>\([^<]*\)</h2>|<p><strong>\1</strong></p>|' \
	    -e 's|<td\([^>]*\)>\([^<]*\)|<TD\1 style="padding:0"><p class=MsoNormal><span lang=EN-US>\2<o:p></o:p></span></p>\n|g' \
	    tests/fixtures/report.html
	echo '</div></table></table><table><tr><td>主办：某县<td>备案号 1</table>'
} >"$tmp/scraped.html"
facts tests/fixtures/report.html >"$tmp/plain.facts"
facts "$tmp/scraped.html" >"$tmp/scraped.facts"
ok 'a report has facts' [ "$(wc -l <"$tmp/plain.facts")" -ge 200 ]
same 'as a site serves it, it has the same' "$tmp/scraped.facts" \
    "$tmp/plain.facts"
"$bin/extract" "$tmp/scraped.html" 2>"$tmp/err" >"$tmp/blocks"
matches 'where the page stands is furniture' "$tmp/blocks" \
    'furniture.*您的位置'

# What rules of style add before and behind.
cat >"$tmp/added.html" <<'END'
<style>
.seven::before { content: "7" } .share:after { content: "%" } .less:before { content: '-' }
.parts:after { content: "."; display: block; height: 0; overflow: hidden }
.icon:before { content: "\e601" } .of::before { content: attr(data-of) }
.counted::after { content: counter(row) "件" } .row:nth-child(2) .odd::after { content: "3" }
.escaped::after { content: "\4e00\4e8c;件" ; color: red } a:hover::after { content: "9" }
h2::before { content: "一、" } li::before { content: "• " }
.none::before { content: "8" } td .none::before { content: none }
.gone::after { content: "8"; display: none }
</style><h2>总体情况</h2><ul><li>第一项</ul>
<p>本年共<span class=seven></span>件，另有<span class=counted></span>。
<table class=parts><tr class=parts><th>甲<th>乙<th>丙<th>丁
<tr class=row><td class=seven><td class="share">12<td class=less>3<td class=icon>
<tr class=row><td class=odd>1<td class=of>2<td class=counted>3<td class=icon>4
<tr><td class=escaped>x<td><a href=a>5</a><td><span class=none></span><td class=gone>6
</table>
END
"$bin/extract" "$tmp/added.html" 2>"$tmp/err" | grep -v '	meta	' |
    cut -f 3,6- | tr '\t' ' ' >"$tmp/out"
is 'what rules of style add is read, or cannot be' "$(cat "$tmp/out")" \
    'head 0 0  一、总体情况
text 0 0  第一项
text 0 0  本年共7件，另有￼。
cell 1 1 1x1 甲
cell 1 2 1x1 乙
cell 1 3 1x1 丙
cell 1 4 1x1 丁
cell 2 1 1x1 7
cell 2 2 1x1 12%
cell 2 3 1x1 -3
cell 2 4 1x1 ￼
cell 3 1 1x1 1￼
cell 3 2 1x1 ￼2
cell 3 3 1x1 3￼
cell 3 4 1x1 4
cell 4 1 1x1 x一二;件
cell 4 2 1x1 5
cell 4 3 1x1 
cell 4 4 1x1 6'
echo '<style>*::before { content: "7" }</style><p>共件。' >"$tmp/any.html"
"$bin/extract" "$tmp/any.html" >"$tmp/out" 2>"$tmp/err"
matches 'what they add to any element is said' "$tmp/err" \
    'any.html: rules of style add text that is not read'
echo '<style>.a td:nth-child(2) { display: none } li:nth-child(2) { display: none }</style><p>公开' >"$tmp/nth.html"
"$bin/extract" "$tmp/nth.html" >"$tmp/out" 2>"$tmp/err"
matches 'that they hide cells which are not known is said' "$tmp/err" \
    'nth.html: rules of style hide cells that are read'

# Lists that stand open, and boxes to tick.
cat >"$tmp/fields.html" <<'END'
<table><tr><th>甲<th>乙<th>丙
<tr><td><select size=3><option>1<option>2</select><td><select multiple><option>3<option selected>4</select><td><select size=1><option>5<option>6</select>
<tr><td><input type=checkbox value=7><td><input type=radio checked>是<td><input type=hidden value=8>9
</table>
END
"$bin/extract" "$tmp/fields.html" 2>"$tmp/err" | grep -v '	meta	' |
    cut -f 6,7,9 | tr '\t' ' ' >"$tmp/out"
is 'open lists show all they have' "$(sed 1,3d "$tmp/out")" '2 1 1 2
2 2 3 4
2 3 5
3 1 ￼
3 2 是
3 3 9'
