# render.awk: writes the reports that descriptions on its input describe.
#
#	awk -v labels=labels.tsv -v out=DIR [-v facts=FILE] -f render.awk FILE...
#
# A description begins with a line
#	@report PATH FORM LAYOUT ORG YEAR
# What follows is the report's text, line by line (`= ' opens its title), and
# in it the tables, each from @TABLE to @end with one row a line:
#	ITEM VALUE...		as labels.tsv names the items, without the
#				table's name and, for requests, `results.'
#	cut ITEM HEAD TAIL	the label torn in two by a page break
# A value `_' is a blank cell, `-' one with a dash.  An item not mentioned is
# 0 throughout; in the requests table the last column, unless given, is the
# sum of the others and the row results.total the sum of its items.
#	@claim ITEM COLUMN VALUE
# says that the text states a figure.  FILE gets every figure of the tables
# and every claim: doc org year form item col value state.
#
# LAYOUT: tabs (merged cells stay as empty ones, and the figures move with
# the depth of the label), pipes, spaces, lines (a cell a line), html.

BEGIN {
	OFS = "\t"
	dash = "—"
	while ((getline line < labels) > 0) {
		if (line ~ /^#/)
			continue
		split(line, l, "\t")
		t = l[1] "," l[2]
		n = ++rows[t]
		item[t, n] = l[3]
		columns[t, n] = l[4]
		unit[t, n] = l[5]
		label[t, n] = l[6]
		place[t, l[3]] = n
	}
	applicants = split("自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", applicant, " ")
	outcomes = split("结果维持 结果纠正 其他结果 尚未审结 总计", outcome, " ")
}

function fail(reason) {
	print "render: " FILENAME ":" FNR ": " reason > "/dev/stderr"
	exit failed = 1
}

function put(line) { print line > path }

# A line of cells C[1..N] in the layout; empty cells mean merged ones.
function put_cells(c, n,    i, line) {
	if (layout == "lines") {
		for (i = 1; i <= n; i++)
			if (c[i] != "")
				put(c[i] "\n")
		return
	}
	if (layout == "spaces") {
		for (i = 1; i <= n; i++)
			if (c[i] != "")
				line = line (line == "" ? "" : " ") c[i]
	} else if (layout == "pipes") {
		line = "|"
		for (i = 1; i <= n; i++)
			line = line " " c[i] " |"
	} else {
		line = c[1]
		for (i = 2; i <= n; i++)
			line = line "\t" c[i]
	}
	put(line)
}

# The rule that Markdown wants under a table's first row.
function put_rule(n,    line) {
	if (layout != "pipes")
		return
	for (line = "|"; n > 0; n--)
		line = line "---|"
	put(line)
}

# A row from TEXT, its cells separated by `|', filled up to WIDTH.
function put_row(text, width,    c, n, i, line) {
	n = split(text, c, "|")
	if (layout == "html") {
		for (i = 1; i < n; i++)
			line = line "<td>" c[i] "</td>"
		line = line "<td" (n < width ? " colspan=\"" (width - n + 1) "\"" : "") ">" c[n] "</td>"
		put("<tr>" line "</tr>")
		return
	}
	for (i = n + 1; i <= width; i++)
		c[i] = ""
	put_cells(c, width)
}

function shown(v) { return v == "_" ? "" : v == "-" ? dash : v }

# Cells of row N of table T, each behind a `|'.
function values(t, n,    i, k, c, text) {
	k = columns[t, n] == "-" ? 0 : split(columns[t, n], c, " ")
	for (i = 1; i <= k; i++)
		text = text "|" shown(value[n, i])
	return text
}

function fact(it, column, v,    state) {
	state = v == "_" ? "blank" : v == "-" ? "na" : "number"
	if (facts != "")
		print doc, org, year, form, it, column,
		    (state == "number" ? v + 0 : ""), state > facts
}

# Plain tables: a label and its values in a row.
function put_proactive(t,    n) {
	if (layout == "html")
		put("<table border=\"1\">")
	for (n = 1; n <= rows[t]; n++) {
		put_row(label[t, n] values(t, n), 4)
		if (n == 1)
			put_rule(4)
	}
	put(layout == "html" ? "</table>" : "")
}

function put_list(t, head, width,    n, u) {
	if (layout == "html")
		put("<table border=\"1\">")
	put_row(head, width)
	put_rule(width)
	for (n = 1; n <= rows[t]; n++) {
		u = unit[t, n] == "-" ? "" : "|" unit[t, n]
		put_row(label[t, n] u values(t, n), width)
	}
	put(layout == "html" ? "</table>" : "")
}

# 1 for the four main rows of the requests table, 2 for the results, 3 for
# what stands in a group of results.
function depth(it,    part) {
	if (it !~ /results\./)
		return 1
	part = split(it, parts, ".")
	return part > 3 ? 3 : 2
}

function html_requests_head() {
	put("<table border=\"1\">")
	put("<tr><td colspan=\"3\" rowspan=\"3\">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=\"7\">申请人情况</td></tr>")
	put("<tr><td rowspan=\"2\">自然人</td><td colspan=\"5\">法人或其他组织</td><td rowspan=\"2\">总计</td></tr>")
	put("<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>")
}

# The label's cell is left open, as pages often do.
function html_row(cells, text) {
	gsub(/\|/, "</td><td>", text)
	put("<tr>" cells text "</td></tr>")
}

function count_rows(t, prefix,    n, k) {
	for (n = 1; n <= rows[t]; n++)
		if (columns[t, n] != "-" && index(item[t, n], prefix) == 1)
			k++
	return k
}

function html_requests(t,    n, d, first, group) {
	html_requests_head()
	for (n = 1; n <= rows[t]; n++) {
		d = depth(item[t, n])
		if (columns[t, n] == "-") {
			if (d == 1)
				first = "<td rowspan=\"" count_rows(t, "requests.results.") "\">" label[t, n] "</td>"
			else
				group = "<td rowspan=\"" count_rows(t, item[t, n] ".") "\">" label[t, n] "</td>"
			continue
		}
		html_row(first group "<td" (d < 3 ? " colspan=\"" 4 - d "\"" : "") ">" label[t, n], "<td>" substr(values(t, n), 2))
		first = group = ""
	}
	put("</table>")
}

function requests_head() {
	if (layout == "tabs") {
		put_row("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）||申请人情况||||||总计", 10)
		put_row("||自然人|法人或其他组织", 10)
		put_row("|||商业企业|科研机构|社会公益组织|法律服务机构|其他", 10)
	} else if (layout == "pipes") {
		put_row("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况||||||总计", 10)
		put_rule(10)
		put_row("|||自然人|法人或其他组织", 10)
		put_row("||||商业企业|科研机构|社会公益组织|法律服务机构|其他", 10)
	} else {
		put_row("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况", 2)
		put_row("自然人|法人或其他组织|总计", 3)
		put_row("商业企业|科研机构|社会公益组织|法律服务机构|其他", 5)
	}
}

function put_requests(t,    n, d, first, group, name, labelled) {
	if (layout == "html") {
		html_requests(t)
		return
	}
	requests_head()
	for (n = 1; n <= rows[t]; n++) {
		d = depth(item[t, n])
		if (columns[t, n] == "-") {
			if (d == 1)
				first = label[t, n]
			else
				group = label[t, n]
			continue
		}
		name = label[t, n]
		if (item[t, n] in cut_head) {
			put_row(cut_head[item[t, n]] "|" values(t, n), 10)
			put("")
			put_row("||" cut_tail[item[t, n]], 10)
		} else if (layout == "tabs" && d < 3)
			put_row((d == 1 ? name "|" : first "|" name) values(t, n), 10)
		else {
			labelled = d == 1 ? name "||" : d == 2 ? first "|" name "|" : first "|" group "|" name
			put_row(labelled values(t, n), 10)
		}
		first = group = ""
	}
	put("")
}

function put_review(t,    i, j, head, figures) {
	for (j = 1; j <= 3; j++)
		for (i = 1; i <= outcomes; i++)
			head = head "|" outcome[i]
	for (i = 1; i <= rows[t]; i++)
		if (columns[t, i] != "-")
			figures = figures "|" shown(value[i, 1])
	head = substr(head, 2)
	figures = substr(figures, 2)
	if (layout == "html") {
		put("<table border=\"1\"><tr><td colspan=\"5\">行政复议</td><td colspan=\"10\">行政诉讼</td></tr>")
		put("<tr>")
		for (i = 1; i <= outcomes; i++)
			put("<td rowspan=\"2\">" outcome[i] "</td>")
		put("<td colspan=\"5\">未经复议直接起诉</td><td colspan=\"5\">复议后起诉</td></tr>")
		head = ""
		for (j = 1; j <= 2; j++)
			for (i = 1; i <= outcomes; i++)
				head = head "|" outcome[i]
		put_row(substr(head, 2), 10)
		put_row(figures, 15)
		put("</table>")
		return
	}
	put_row("行政复议|||||行政诉讼", 15)
	put_rule(15)
	if (layout == "tabs" || layout == "pipes") {
		put_row("结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉", 15)
		put_row("|||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计", 15)
	} else {
		put_row("未经复议直接起诉|复议后起诉", 2)
		put_row(head, 15)
	}
	put_row(figures, 15)
	put("")
}

# Fills what the description leaves out.
function complete(t,    n, i, k, c) {
	for (n = 1; n <= rows[t]; n++) {
		k = columns[t, n] == "-" ? 0 : split(columns[t, n], c, " ")
		for (i = 1; i <= k; i++)
			if (!((n, i) in value) && !(table == "requests" && (i == 7 || item[t, n] == "requests.results.total")))
				value[n, i] = 0
	}
	if (table == "requests")
		complete_requests(t)
}

function complete_requests(t,    n, i, total) {
	total = place[t, "requests.results.total"]
	for (n = 1; n <= rows[t]; n++) {
		if (columns[t, n] == "-" || n == total)
			continue
		if (!((n, 7) in value))
			for (i = value[n, 7] = 0; i < 6; )
				value[n, 7] += value[n, ++i]
	}
	for (i = 1; i <= 7; i++) {
		if ((total, i) in value)
			continue
		value[total, i] = 0
		for (n = 1; n < total; n++)
			if (columns[t, n] != "-" && item[t, n] ~ /results\./)
				value[total, i] += value[n, i]
	}
}

function tell(t,    n, i, k, c) {
	for (n = 1; n <= rows[t]; n++) {
		k = columns[t, n] == "-" ? 0 : split(columns[t, n], c, " ")
		for (i = 1; i <= k; i++)
			fact(item[t, n], c[i], value[n, i])
	}
}

function put_table(t) {
	complete(t)
	if (facts != "")
		tell(t)
	if (layout != "html")
		put("")
	if (table == "proactive")
		put_proactive(t)
	else if (table == "requests")
		put_requests(t)
	else if (table == "review")
		put_review(t)
	else if (table == "annex")
		put_list(t, "指标名称|单位|" year "年度|历年累计", 4)
	else
		put_list(t, "统计指标|单位|统计数", 3)
}

function find(t, key,    n) {
	if ((t, key) in place)
		return place[t, key]
	if ((t, table "." key) in place)
		return place[t, table "." key]
	if ((t, table ".results." key) in place)
		return place[t, table ".results." key]
	fail("no such item: " key)
}

function page_end() {
	if (path == "")
		return
	if (layout == "html")
		put("<p>主办：" org "　网站地图　联系我们</p></body></html>")
	close(path)
}

function page_begin() {
	doc = $2
	form = $3
	layout = $4
	org = $5
	year = $6
	path = out "/" doc
	if (match(path, /.*\//) && !(substr(path, 1, RLENGTH) in made)) {
		system("mkdir -p '" substr(path, 1, RLENGTH) "'")
		made[substr(path, 1, RLENGTH)]
	}
	if (layout == "html")
		put("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" org year "年政府信息公开工作年度报告</title>\n<script>var table = \"<table><tr><td>9</td></tr></table>\";</script></head>\n<body><div class=\"nav\"><a href=\"/\">首页</a> <a href=\"/zwgk\">政务公开</a></div>")
}

/^@report / { page_end(); page_begin(); next }
/^@claim / { fact($2, $3, $4); next }
/^@(proactive|requests|review|annex|stats)$/ {
	table = substr($1, 2)
	t = form "," table
	split("", value)
	split("", cut_head)
	split("", cut_tail)
	next
}
/^@end$/ { put_table(t); table = ""; next }
/^@/ { fail("no such directive: " $1) }
table != "" && $1 == "cut" {
	cut_head[item[t, find(t, $2)]] = $3
	cut_tail[item[t, find(t, $2)]] = $4
	next
}
table != "" {
	n = find(t, $1)
	for (i = 2; i <= NF; i++)
		value[n, i - 1] = $i
	next
}
layout == "html" && /^= / { put("<h1>" substr($0, 3) "</h1>"); next }
layout == "html" { if ($0 != "") put("<p>" $0 "</p>"); next }
/^= / { put(substr($0, 3) "\n"); next }
{ put($0) }
END { if (!failed) page_end() }
