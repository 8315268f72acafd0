# waive.awk: the waivers with those of some findings, without them, or all of them.
#
#	task=waive|withdraw|list reason=... who=... day=... name=... LC_ALL=C \
#	    awk -v zh=1|0 -f waive.awk part=waivers WAIVERS part=findings FINDINGS \
#	    part=faults FAULTS part=lines LINES
#
# Each of LINES is one of FINDINGS, of FAULTS or of the list, whose tabs may have become
# spaces on the way.  What is no such line is told.  The status is 0; 3 where a line
# was none; 4 and 5 the same where nothing changes, and nothing is written: 2 is that
# of an awk which failed.

function say(chinese, english) { return zh ? chinese : english }

function complain(text) {
	printf "%s: %s\n", ENVIRON["name"], text >"/dev/stderr"
	status = 3
}

# LINE as one may be recognized that was pasted.
function squeezed(line) {
	gsub(/[\t ]+/, " ", line)
	sub(/^ /, "", line)
	sub(/ $/, "", line)
	return line
}

# The beginning of LINE, for a message.
function short(line) {
	return length(line) > 160 ? substr(line, 1, 157) "..." : line
}

# TEXT as a field of a record.
function field_of(text,   n, i, part) {
	gsub(/[\t\r\n]+/, " ", text)
	n = split(text, part, "\\")
	text = part[1]
	for (i = 2; i <= n; i++)
		text = text "\\\\" part[i]
	return text
}

# The number of the column NAME, from 1, behind the last one where there is none.
function column(name) {
	if (!(name in column_of)) {
		column_of[name] = ++columns
		header[columns] = name
	}
	return column_of[name]
}

# The header of a file of waivers that there is, or of a new one.
function read_header(line,   n, i, f) {
	n = split(line, f, "\t")
	columns = n
	for (i = 1; i <= n; i++) {
		header[i] = f[i]
		if (i > 6 && !(f[i] in column_of))
			column_of[f[i]] = i
	}
}

# What a waiver is about: a waiver of these figures is one finding's.
function key_of(rule, org, year, where, left, right, region) {
	return rule SUBSEP org SUBSEP year SUBSEP where SUBSEP left SUBSEP \
	    right SUBSEP region
}

BEGIN {
	FS = OFS = "\t"
	read_header("rule\torg\tyear\twhere\tleft\tright")
}

part == "waivers" && FNR == 1 { read_header($0); next }

part == "waivers" {
	row[++rows] = $0
	if (NF > columns)
		columns = NF
	next
}

part == "findings" && $1 != "doc" {
	finding[++findings] = $0
	at = squeezed($0)
	if (at in finding_at)
		several[at]
	finding_at[at] = findings
	next
}

# By their names in either language.
part == "faults" && FNR == 1 {
	for (i = 1; i <= NF; i++)
		fault_column[$i] = i
	next
}

part == "faults" {
	fault_at[squeezed($0)] = $0
	next
}

part == "lines" && /[^\t ]/ { line[++lines] = $0 }

function fault_field(f, chinese, english) {
	return f[chinese in fault_column ? fault_column[chinese] : \
	    fault_column[english]]
}

# Whether the finding of the fields G may be one of the fault of the fields F.
function is_of_fault(g, f) {
	return g[7] == "fail" && g[6] ~ /^(error|suspect|duty)$/ && \
	    g[1] == fault_field(f, "文件", "doc") && \
	    g[3] == fault_field(f, "单位", "org") && \
	    g[4] == fault_field(f, "年度", "year") && \
	    index("," fault_field(f, "依据", "rules") ",", "," g[5] ",") > 0
}

# Takes the findings of the fault FAULT: those of its rules in its report, if they are
# as many as it has; else those of its place.
function take_fault(fault, text,   f, g, i, n, m, all, here) {
	split(fault, f, "\t")
	for (i = 1; i <= findings; i++) {
		split(finding[i], g, "\t")
		if (!is_of_fault(g, f))
			continue
		all[++n] = finding[i]
		if (g[12] == fault_field(f, "位置", "loc"))
			here[++m] = finding[i]
	}
	if (n == fault_field(f, "条数", "findings"))
		for (i = 1; i <= n; i++)
			take_finding(all[i], text)
	else if (m > 0 && m == fault_field(f, "条数", "findings"))
		for (i = 1; i <= m; i++)
			take_finding(here[i], text)
	else
		complain(say("这些规则在这份报告里不止这一个问题，请用 findings.tsv 里的行：", \
		    "its rules found more in this report; take lines of findings.tsv: ") \
		    short(text))
}

function take_finding(record, text,   f) {
	if (split(record, f, "\t") < 13 || f[7] != "fail")
		complain(say("不是问题：", "is none that fails: ") short(text))
	else if (ENVIRON["task"] == "withdraw")
		withdraw(f, text)
	else if (f[5] == "W-LAPSED")
		complain(say("失效的豁免用 --withdraw 撤销：", \
		    "a waiver that lapsed is withdrawn: ") short(text))
	else
		waive(f)
}

function waive(f,   i, g, new, key) {
	key = key_of(f[5], f[3], f[4], f[8], f[9], f[10], f[2])
	if (key in waived)
		return
	waived[key]
	split("", new)
	new[1] = f[5]; new[2] = f[3]; new[3] = f[4]
	new[4] = f[8]; new[5] = f[9]; new[6] = f[10]
	new[column("region")] = f[2]
	new[column("reason")] = field_of(ENVIRON["reason"])
	new[column("who")] = field_of(ENVIRON["who"])
	new[column("day")] = ENVIRON["day"]
	g = new[1]
	for (i = 2; i <= columns; i++)
		g = g "\t" new[i]
	row[++rows] = g
	changes++
}

# Takes away the waivers of the finding of the fields F, or the one that it says has
# lapsed.
function withdraw(f, text,   i, g, n) {
	for (i = 1; i <= rows; i++) {
		split(row[i], g, "\t")
		if (row[i] ~ /^#/ || i in withdrawn || g[2] != f[3] || \
		    g[3] != f[4] || g[4] != f[8] || \
		    g[5] != f[9] || g[6] != f[10] || \
		    (f[5] == "W-LAPSED" ? index(f[13], g[1]) == 0 : \
		    g[1] != f[5]))
			continue
		withdrawn[i]
		changes++
		n++
	}
	if (!n)
		complain(say("没有豁免：", "is not waived: ") short(text))
}

# Finds what the line TEXT is.
function take_line(text,   at, i, f) {
	at = squeezed(text)
	if (ENVIRON["task"] == "withdraw")
		for (i = 1; i <= rows; i++)
			if (squeezed(listed(row[i])) == at || \
			    squeezed(row[i]) == at) {
				withdrawn[i]
				changes++
				return
			}
	if (at in several && text !~ /\t/)
		complain(say("不止一行是这样，请连制表符一起粘贴：", \
		    "several lines read so; paste it with its tabs: ") short(text))
	else if (at in finding_at)
		take_finding(finding[finding_at[at]], text)
	else if (at in fault_at)
		take_fault(fault_at[at], text)
	else if (!findings && split(text, f, "\t") == 13)
		take_finding(text, text)
	else
		complain(say("不是 findings.tsv 或 faults.tsv 里的行：", \
		    "no line of findings.tsv or faults.tsv: ") short(text))
}

# A waiver as the list has it.
function listed(text,   f, n) {
	n = split(text, f, "\t")
	return f[1] "\t" f[2] "\t" f[3] "\t" f[4] "\t" f[5] "\t" f[6] "\t" \
	    of_column(f, n, "region") "\t" of_column(f, n, "reason") "\t" \
	    of_column(f, n, "who") "\t" of_column(f, n, "day")
}

function of_column(f, n, name) {
	return name in column_of && column_of[name] <= n ? \
	    f[column_of[name]] : ""
}

function write_list(   i) {
	print "rule\torg\tyear\twhere\tleft\tright\tregion\treason\twho\tday"
	for (i = 1; i <= rows; i++)
		if (row[i] !~ /^#/ && row[i] != "")
			print listed(row[i])
}

function write_waivers(   i, text) {
	text = header[1]
	for (i = 2; i <= columns; i++)
		text = text "\t" header[i]
	print text
	for (i = 1; i <= rows; i++)
		if (!(i in withdrawn))
			print row[i]
}

END {
	if (ENVIRON["task"] == "list") {
		write_list()
		exit 0
	}
	for (i = 1; i <= rows; i++) {
		n = split(row[i], f, "\t")
		waived[key_of(f[1], f[2], f[3], f[4], f[5], f[6], \
		    of_column(f, n, "region"))]
	}
	for (i = 1; i <= lines; i++)
		take_line(line[i])
	if (!changes)
		exit status ? 5 : 4
	write_waivers()
	exit status
}
