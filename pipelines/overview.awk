# overview.awk: one screen about the results in a folder.
#
#	results=DIR LC_ALL=C awk -v zh=1|0 -v most=10 -v colours=1 -v columns=80 \
#	    -f shown.awk -f terminal.awk -f overview.awk \
#	    DIR/facts.tsv DIR/findings.tsv DIR/faults.tsv DIR/rejects.tsv \
#	    DIR/superseded.tsv DIR/litter.tsv

function say(chinese, english) { return zh ? chinese : english }

# "12 of these, 3 of those" for COUNT over the words of ORDER.
function counts(count, order, name,    i, n, word, text) {
	n = split(order, word, " ")
	for (i = 1; i <= n; i++)
		if (count[word[i]])
			text = text (text == "" ? "" : say("，", ", ")) \
			    say(name[word[i]] " ", "") count[word[i]] \
			    say("", " " name[word[i]])
	return text == "" ? say("没有", "none") : text
}

# The colour of a level, which a line of faults.tsv has in words.
function colour_of(level) {
	return level ~ /^(错误|error)$/ ? 31 : level ~ /^(疑点|suspect)$/ ? 33 : 35
}

BEGIN {
	FS = "\t"
	dir = ENVIRON["results"]
	if (!most)
		most = 10
	n = split("number blank na approx unreadable absent", w, " ")
	split(say("数字 空白 不适用 约数 读不出 缺失", \
	    "numbers blank not-applicable approximate unreadable absent"), s, " ")
	for (i = 1; i <= n; i++)
		state_name[w[i]] = s[i]
	n = split("error suspect duty note", w, " ")
	split(say("错误 疑点 缺项 提示", "errors suspects duties notes"), s, " ")
	for (i = 1; i <= n; i++)
		level_name[w[i]] = s[i]
	n = split("2008 2014 2019 2021 none", w, " ")
	for (i = 1; i < n; i++)
		form_name[w[i]] = say(w[i] "年表", "on form " w[i])
	form_name["none"] = say("没有表", "without a form")
}

FNR == 1 { part++ }

FILENAME ~ /facts\.tsv$/ {
	if ($1 == "doc")
		next
	if ($1 != doc) {
		doc = $1
		reports++
		forms[$5 == "" ? "none" : $5]++
	}
	if ($11 != "structure") {
		states[$10]++
		figures++
	}
	next
}

FILENAME ~ /findings\.tsv$/ && $7 == "fail" {
	levels[$6]++
	next
}

FILENAME ~ /faults\.tsv$/ && FNR > 1 {
	faults++
	if (faults <= most)
		worst[faults] = sprintf("%2d  %s  %s %s\n    %s\n", $1, \
		    coloured(colour_of($3), $3), \
		    coloured(1, folded(shown($4 == "" ? $11 : $4), 10)), $5, \
		    folded(shown($6), 4))
	next
}

FILENAME ~ /rejects\.tsv$/ {
	rejects++
	if ($2 == "skipped" && $3 !~ /--ocr/)	# may be a scan
		next
	if (!unread[$3]++)
		reason[++reasons] = $3
	example[$3] = shown($1)
}

FILENAME ~ /superseded\.tsv$/ {
	superseded++
	next
}

FILENAME ~ /litter\.tsv$/ {
	litter++
	if (!kinds[$2]++)
		kind[++n_kinds] = $2
}

# Pictures and the like, in a line.
function show_litter(   i, text) {
	for (i = 1; i <= n_kinds; i++)
		text = text (i > 1 ? say("，", ", ") : "") \
		    (zh ? kind[i] " " kinds[kind[i]] : kinds[kind[i]] " " kind[i])
	tell(say("未读  ", "not read  ") say("不算报告：", "none of them reports: ") text)
}

# A line, and what does not go on it.
function tell(text) { print folded(text, 6) }

# What was not read, a line for each reason.
function show_unread(    i, n) {
	for (i = 1; i <= reasons && i <= 5; i++) {
		n = unread[reason[i]]
		print "        " folded((n > 1 ? n say(" 个", "") : \
		    example[reason[i]]) say("：", ": ") shown(reason[i]), 8)
	}
}

END {
	tell(say("报告  ", "reports   ") reports + 0 say(" 篇：", ": ") \
	    counts(forms, "2008 2014 2019 2021 none", form_name))
	tell(say("数据  ", "figures   ") figures + 0 say(" 项：", ": ") \
	    counts(states, "number approx blank na unreadable absent", state_name))
	tell(say("问题  ", "findings  ") \
	    counts(levels, "error suspect duty note", level_name))
	if (version != "")
		print say("规则集  ", "rule set  ") version
	if (rejects)
		print say("未读  ", "not read  ") rejects say(" 个成员", " members")
	show_unread()
	if (litter)
		show_litter()
	if (superseded)
		tell(say("旧稿  ", "copies    ") superseded \
		    say(" 份由同一单位同一年度的另一份代替，见 superseded.tsv", \
		    " in whose place another one counts, see superseded.tsv"))
	if (faults)
		print "\n" coloured(1, say("先看这几处：", "Look at these first:"))
	for (i = 1; i <= faults && i <= most; i++)
		printf "%s", worst[i]
	if (faults > most)
		print say("还有 " faults - most " 处，见 ", \
		    faults - most " more, in ") dir "/faults.tsv"
	print ""
	print dir say("/facts.tsv     每一项数据", "/facts.tsv     every figure")
	print dir say("/faults.tsv    问题清单，最要紧的在前", \
	    "/faults.tsv    what is wrong, what matters most first")
	print dir say("/report.html   同上，用浏览器看：按单位列出，原表上标出错格", \
	    "/report.html   the same to look at: by office, marked in its tables")
	print dir say("/report.xlsx   同上，用 WPS 或 Excel 打开：单位、问题、名册、全部数", \
	    "/report.xlsx   the same as a workbook: offices, faults, roster, figures")
	if (letters != "")
		print dir say("/letters/      给每个单位的退回意见：.docx 和 Markdown", \
		    "/letters/      a letter to each office: .docx and Markdown")
	print dir say("/findings.tsv  不合的每一条规则", "/findings.tsv  every rule that is broken")
	print dir say("/summary.tsv   按年度、表、指标汇总", \
	    "/summary.tsv   sums by year, form and item")
	if (rejects)
		print dir say("/rejects.tsv   未能读取的文件", \
		    "/rejects.tsv   what could not be read")
}
