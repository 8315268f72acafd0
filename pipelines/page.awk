# page.awk: what is wrong, as a page to read and to print: how many offices are in
# order, what to look at first, which rules are broken most, and each office's faults.
#
#	LC_ALL=C awk -v zh=1|0 -v style="$(cat page.css)" -f shown.awk -f page.awk \
#	    NOTES OFFICES FAULTS
#
# NOTES is rule-notes.tsv; OFFICES are the facts structure.office of the reports;
# FAULTS what faults.tsv has.

function say(chinese, english) { return zh ? chinese : english }

# S, a field, as text of the page.
function text(s) {
	s = shown(s)
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/>/, "\\&gt;", s)
	return s
}

# A level: its first character in a frame.
function mark(level) {
	return "<b class=\"" class[level] "\">" sign[level] "</b> "
}

function add_fault(   office, n, rule) {
	office = $4 == "" ? unknown : $4
	if (!(office in place)) {
		place[office] = ++units
		unit[units] = office
	}
	if ($3 == suspect)
		doubts[office]++
	else
		bad[office]++
	level[++faults] = $3
	org[faults] = office
	year[faults] = $5
	message[faults] = $6
	rules[faults] = $7
	mend[faults] = $9
	loc[faults] = $10
	doc[faults] = $11
	entries[office] = entries[office] " " faults
	n = split($7, rule, ",")
	if (n > 0 && !common[rule[1]]++)
		kind[++kinds] = rule[1]
}

function write_counts(   office, all, wrong, doubtful, missing) {
	for (office in has_report)
		all++
	for (office in place) {
		if (office == unknown)
			continue
		if (!(office in has_report))
			missing++
		else if (bad[office])
			wrong++
		else
			doubtful++
	}
	print "<p class=\"counts\"><b>" all + 0 "</b>" say(" 家单位 ＝ ", \
	    " offices = ") "<b>" all - wrong - doubtful "</b>" say(" 无问题 ＋ ", \
	    " in order + ") "<b>" doubtful + 0 "</b>" say(" 请核实 ＋ ", \
	    " to verify + ") "<b>" wrong + 0 "</b>" say(" 须修改", " to correct") "</p>"
	if (missing)
		print "<p>" say("名册上另有 " missing " 家没有收到报告。", \
		    missing " more on the roster have sent no report.") "</p>"
	print "<p>" say("共 " faults + 0 " 处；同一处错牵动的几个算式合为一处。", \
	    faults + 0 " faults; one is one entry, however many identities it breaks.") "</p>"
}

function write_first(   i) {
	print "<h2>" say("先看这几处", "Look at these first") "</h2><ol>"
	for (i = 1; i <= faults && i <= 10; i++)
		print "<li>" mark(level[i]) "<a href=\"#u" place[org[i]] "\">" \
		    text(org[i]) "</a> " year[i] say("：", ": ") text(message[i]) \
		    "</li>"
	print "</ol>"
}

# The rules that are broken most, each fault under its first one.
function write_common(   i, k, best, told) {
	print "<h2>" say("最常不合的规则", "Rules broken most") "</h2><table>"
	for (i = 1; i <= kinds && i <= 10; i++) {
		best = ""
		for (k = 1; k <= kinds; k++)
			if (!(kind[k] in told) && (best == "" || \
			    common[kind[k]] > common[best]))
				best = kind[k]
		told[best]
		print "<tr><td>" text(best in title ? title[best] : best) \
		    "<td class=\"n\">" common[best]
	}
	print "</table>"
}

function write_entry(i) {
	print "<li>" mark(level[i]) text(message[i]) "<br><small>" \
	    (mend[i] == "" ? "" : say("怎样改：", "To mend: ") text(mend[i]) \
	    say("。", ". ")) text(doc[i]) (loc[i] == "" ? "" : \
	    say("，", ", ") text(loc[i])) say("，", ", ") rules[i] "</small></li>"
}

# The faults of an office, by year: first the year with the worst.
function write_unit(u,   office, n, list, i, k, told) {
	office = unit[u]
	print "<section id=\"u" u "\"><h2>" text(office) "</h2>"
	n = split(entries[office], list, " ")
	for (i = 1; i <= n; i++) {
		if (year[list[i]] in told)
			continue
		told[year[list[i]]]
		print "<h3>" (year[list[i]] == "" ? \
		    say("年度不明", "year unknown") : year[list[i]] \
		    say(" 年度", "")) "</h3><ol>"
		for (k = i; k <= n; k++)
			if (year[list[k]] == year[list[i]])
				write_entry(list[k])
		print "</ol>"
	}
	print "</section>"
}

BEGIN {
	FS = "\t"
	unknown = say("单位不明", "unknown office")
	split(say("错误 疑点 义务", "error suspect duty"), word, " ")
	split(say("错 疑 缺", "! ? -"), signs, " ")
	split("error suspect duty", classes, " ")
	suspect = word[2]
	for (i = 1; i <= 3; i++) {
		sign[word[i]] = signs[i]
		class[word[i]] = classes[i]
	}
}

FNR == 1 { part++ }

part == 1 { title[$1] = zh ? $2 : $3 }

part == 2 && $6 == "structure.office" && $3 != "" { has_report[$3] }

part == 3 && FNR > 1 { add_fault() }

END {
	heading = say("年度报告审核：问题清单", "Yearly reports: what is wrong")
	print "<!DOCTYPE html><html lang=\"" say("zh-CN", "en") \
	    "\"><meta charset=\"utf-8\"><meta name=\"viewport\" " \
	    "content=\"width=device-width,initial-scale=1\"><meta " \
	    "name=\"color-scheme\" content=\"light dark\"><title>" heading \
	    "</title><style>" style "</style><h1>" heading "</h1>"
	write_counts()
	if (faults) {
		write_first()
		write_common()
	}
	for (u = 1; u <= units; u++)
		write_unit(u)
	print "</html>"
}
