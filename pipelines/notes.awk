# notes.awk: one Markdown file an office from findings sorted by office,
# year and report, what pinpoint says of them, in the file REPAIRS, with them: a
# fault is one entry, however many findings it explains.  Behind shown.awk.  See
# return-notes.

function say(chinese, english) { return zh ? chinese : english }

# A number that tells S from other names.
function sum_of(s,   i, sum) {
	for (i = 1; i <= length(s); i++)
		sum = (sum * 251 + code[substr(s, i, 1)]) % 2147483647
	return sprintf("%08x", sum)
}

# A file name that stays in the folder whatever the office is called, and is no
# other office's.  What would order the letters of a name anew, or is not seen, is
# no part of it.
function file_name(s,   all, base, n) {
	all = s
	gsub(/[\/\001-\037\177]|\302[\200-\237]/, "_", s)
	gsub(/\342\200[\213-\217\252-\256]|\342\201[\246-\251]|\357\273\277/, "_", s)
	sub(/^[.-]+/, "_", s)
	if (length(s) > 200) {
		s = substr(s, 1, 190)
		sub(/[\300-\377][\200-\277]*$/, "", s)	# half a character
		s = s "-" sum_of(all)
	}
	for (base = s; s in used; s = base "-" n)
		n = n == "" ? 2 : n + 1
	used[s]
	return s
}

# What pinpoint says of each fault: the first of its answers, which may be
# several that are as likely, and the findings that it explains.
function read_repairs(path,   line, f, n, i, id, list) {
	while ((getline line < path) > 0) {
		split(line, f, "\t")
		id = f[1] SUBSEP f[5]
		if (f[7] != 1 || (id, f[6]) in told)
			continue
		told[id, f[6]]
		if (!(id in answer))
			weight[id] = f[17]
		answer[id] = answer[id] (id in answer && answer[id] != "" ? \
		    say("；或", "; or ") : "") shown(f[19])
		n = split(f[18], list, ",")
		for (i = 1; i <= n; i++)
			fault[f[1], list[i]] = id
	}
	close(path)
}

# Writes the entries of a report: first those that are worth most to look at.
function write_report(   i, k, id, best) {
	for (i = 1; i <= faults; i++) {
		best = 1
		for (k = 2; k <= faults; k++)
			if (!(order[k] in written) && (order[best] in written || \
			    weight[order[k]] > weight[order[best]]))
				best = k
		id = order[best]
		written[id]
		printf "%d. **%s** %s\n%s", ++number, word[level[id]], \
		    answer[id], entry[id] > file
		if (explained[id] > most)
			print "   - " say("共" explained[id] "处", \
			    explained[id] " in all") > file
	}
	for (i = 1; i <= others; i++)
		printf "%d. %s", ++number, other[i] > file
	faults = others = number = 0
}

# Takes a finding to the fault that explains it, or to the others.
function add_finding(   id, text) {
	text = shown($13) ($12 == "" ? "" : say("（" shown($12) "）", \
	    " (" shown($12) ")")) " `" $5 "`\n"
	if (!(($1, $5 ":" $8) in fault)) {
		other[++others] = "**" word[$6] "** " text
		return
	}
	id = fault[$1, $5 ":" $8]
	if (!(id in entry)) {
		order[++faults] = id
		level[id] = $6
	}
	if (rank[$6] < rank[level[id]])
		level[id] = $6
	if (++explained[id] <= most)
		entry[id] = entry[id] "   - " text
}

BEGIN {
	FS = "\t"
	dir = ENVIRON["letters"]	# awk would undo escapes in an assignment
	levels = ENVIRON["levels"]
	repairs = ENVIRON["repairs"]
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
	most = 5	# findings of a fault that are listed
	split("error suspect duty note", levels_in_order, " ")
	for (i = 1; i <= 4; i++)
		rank[levels_in_order[i]] = i
	if (repairs != "")
		read_repairs(repairs)
	word["error"] = say("错误", "error")
	word["suspect"] = say("疑点", "suspect")
	word["duty"] = say("义务", "duty")
	word["note"] = say("提示", "note")
}

{
	place = $1
	sub(/^[^\t]*\t/, "")
}

$1 == "doc" || $7 != "fail" || index(levels, " " $6 " ") == 0 { next }

{
	office = $3 == "" ? say("单位不明", "unknown office") : shown($3)
	if (file != "" && ($3 != last_org || place != last_place || \
	    $1 != last_report))
		write_report()
	if (file == "" || $3 != last_org || place != last_place) {
		if (file != "")
			close(file)
		full = index(office, place) == 1 ? office : \
		    shown(place) office
		file = dir "/" file_name(full) ".md"
		print say("# 退回意见：", "# Returned for correction: ") full > file
		print say("\n下列报告中有数据需要核对。请逐条核对后更正，或说明理由。", \
		    "\nPlease check the following and correct it, or say why it is right.") > file
		last_org = $3
		last_place = place
		last_report = ""
	}
	if ($1 != last_report) {
		printf "\n## %s\n\n%s\n\n", $4 == "" ? say("年度不明", "unknown year") : \
		    say($4 "年度", $4), shown($1) > file
		last_report = $1
	}
	add_finding()
}

END {
	if (file != "")
		write_report()
}
