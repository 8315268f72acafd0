# faults.awk: what is wrong, one line a fault, with how much it is worth to look at
# it first.
#
#	awk -v zh=1|0 -f faults.awk WEIGHTS NOTES REPAIRS FINDINGS
#
# WEIGHTS is fault-weights.tsv, NOTES rule-notes.tsv, REPAIRS what pinpoint says.  A
# fault is what pinpoint explains by one change, with all findings that this
# explains or that are about the cells it changes; else the findings of a rule in
# a report, of sentences those about one figure.
# What pinpoint has no doubt about is an error, whatever the level of the rules.
# Fields: weight, level, org, year, message, findings, count, mend, loc, doc.

function say(chinese, english) { return zh ? chinese : english }

function fits(text, pattern,   star) {
	star = index(pattern, "*")
	if (star == 0)
		return text == pattern
	return substr(text, 1, star - 1) == substr(pattern, 1, star - 1) && \
	    (star == length(pattern) || index(text, substr(pattern, star + 1)))
}

# How much hangs on what RULE finds at WHERE; and whether by_digits.
function weight_of(rule, where,   i) {
	for (i = 1; i <= weights; i++)
		if (fits(rule, weight_rule[i]) && fits(where, weight_where[i])) {
			by_digits = digits[i] == "digits"
			return weight[i]
		}
	return 1
}

# 1, and the digits by which LEFT and RIGHT differ, where both are figures.
function size_of(left, right,   difference, n) {
	if (left !~ /^-?[0-9.]+$/ || right !~ /^-?[0-9.]+$/)
		return 1
	difference = left < right ? right - left : left - right
	for (n = 1; difference >= 1; difference /= 10)
		n++
	return n
}

# What pinpoint says of each fault: the first of its answers, which may be
# several that are as likely, the findings that it explains and its cells.
function read_repair(   id, n, i, list) {
	id = $1 SUBSEP $5
	if ($7 != 1)
		return
	cell_of[$1, $9 "@" $10] = id
	if ($13 != "other")
		speaks[id, $6]
	else if (++unlike[id, $6] > 1)
		several[id, $6]
	if ((id, $6) in told)
		return
	told[id, $6]
	set[id, ++answers[id]] = $6
	if (answers[id] <= most)
		answer[id] = answer[id] (answers[id] > 1 ? say("；或", "; or ") \
		    : "") $19
	if ($8 == "likely")
		likely[id]
	if ($17 > worth[id])
		worth[id] = $17
	n = split($18, list, ",")
	for (i = 1; i <= n; i++)
		explained[$1, list[i]] = id
}

# The fault that the finding at hand is of.
function fault_of(   id, n, i, list) {
	if (($1, $5 ":" $8) in explained)
		return explained[$1, $5 ":" $8]
	n = split($11, list, ",")
	for (i = 1; i <= n; i++)
		if (($1, list[i]) in cell_of)
			return cell_of[$1, list[i]]
	# A blank that would mend several sums is one fault, by the name that check gives it.
	if (match($13, /空白的“.*”应为 |the blank .* should be /))
		return $1 SUBSEP substr($13, RSTART, RLENGTH)
	# A report that is missing has no document; copies that differ are two.
	id = ($1 == "" || $5 ~ /^Y-/ ? $2 SUBSEP $3 SUBSEP $4 : $1) SUBSEP $5
	# Shares that do not fit make sums that do not.
	if ($5 ~ /^T-PCT/)
		return $1 SUBSEP "T-PCT" SUBSEP $12
	return $5 ~ /^T-/ ? id SUBSEP $12 SUBSEP $9 : id
}

function add_finding(   id, w) {
	id = fault_of()
	if (!(id in level)) {
		order[++faults] = id
		level[id] = $6
		who[id] = $3 "\t" $4
		place[id] = $12
		document[id] = $1
		mend[id] = note[$5]
		first[id] = $13 ($12 == "" ? "" : say("（" $12 "）", " (" $12 ")"))
	}
	if (rank[$6] < rank[level[id]])
		level[id] = $6
	w = weight_of($5, $8) * (by_digits ? size_of($9, $10) : 1)
	w = int(100 * sure[$6] * w)
	if (w > worth[id])
		worth[id] = w
	if (index("," rules[id] ",", "," $5 ",") == 0)
		rules[id] = rules[id] (rules[id] == "" ? "" : ",") $5
	count[id]++
}

# What is wrong: which cells, where that is beyond doubt, else what does not agree,
# and what may be wrong.
function message(id,   text, i) {
	if (id in likely)
		return answer[id]
	text = first[id]
	if (count[id] > 1)
		text = text say("；共" count[id] "处", "; " count[id] " in all")
	if (!(id in answer))
		return text
	# Several cells that look like no slip explain nothing to a reader.
	for (i = 1; i <= answers[id]; i++)
		if ((id, set[id, i]) in several && \
		    !((id, set[id, i]) in speaks))
			return text
	if (answers[id] > most)
		return text say("。" answers[id] "种改法都可能", \
		    ". " answers[id] " ways to mend it are as likely")
	return text say("。", ". ") answer[id]
}

BEGIN {
	FS = OFS = "\t"
	most = 3	# answers of a fault that are told
	n = split("error suspect duty", levels, " ")
	split("1 .5 .4", certainty, " ")
	split(say("错误 疑点 义务", "error suspect duty"), words, " ")
	for (i = 1; i <= n; i++) {
		rank[levels[i]] = i
		sure[levels[i]] = certainty[i]
		word[levels[i]] = words[i]
	}
}

FNR == 1 { part++ }

part <= 2 && (/^#/ || FNR == 1) { next }

part == 1 {
	weight_rule[++weights] = $1
	weight_where[weights] = $2
	weight[weights] = $3
	digits[weights] = $4
	next
}

part == 2 {
	note[$1] = zh ? $4 : $5
	next
}

part == 3 && $1 != "doc" { read_repair() }

part == 4 && $7 == "fail" && ($6 in rank) && $1 != "doc" { add_finding() }

# What FAULT is, whichever copy of the report has it: mirrors share their faults.
function kind_of(id,   text) {
	text = message(id)
	gsub(say("（[^（）]*）", " [(][^()]*[)]"), "", text)
	return who[id] SUBSEP rules[id] SUBSEP text
}

# Of the faults that copies share the one of the first document by name stands for
# all.
function gather_copies(   i, id, kind) {
	for (i = 1; i <= faults; i++) {
		id = order[i]
		kind = kind_of(id)
		documents[kind]++
		if (!(kind in shown) || document[id] < document[shown[kind]])
			shown[kind] = id
	}
}

END {
	gather_copies()
	for (i = 1; i <= faults; i++) {
		id = order[i]
		kind = kind_of(id)
		if (shown[kind] != id)
			continue
		if (id in likely) {
			level[id] = "error"
			mend[id] = say("核对原始登记后照此改正，改后各数相合", \
			    "correct it so, when the registers agree: then all adds up")
		}
		print worth[id], word[level[id]], who[id], message(id) \
		    (documents[kind] == 1 ? "" : say("；" documents[kind] \
		    "份文件都是这样", "; the same in " documents[kind] \
		    " documents")), rules[id], count[id], mend[id], place[id], \
		    document[id]
	}
}
