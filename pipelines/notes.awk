# notes.awk: one Markdown file an office from findings sorted by office,
# year and report.  See return-notes.

function say(chinese, english) { return zh ? chinese : english }

function unescape(s) {
	gsub(/\\[tnr]/, " ", s)
	gsub(/\\\\/, "\\", s)
	return s
}

# A file name that stays in the folder whatever the office is called, and is no
# other office's.
function file_name(s,   base, n) {
	gsub(/[\/\001-\037]/, "_", s)
	sub(/^\.+/, "_", s)
	if (length(s) > 200) {
		s = substr(s, 1, 200)
		sub(/[\300-\377]?[\200-\277]*$/, "", s)	# half a character
	}
	for (base = s; s in used; s = base "-" n)
		n = n == "" ? 2 : n + 1
	used[s]
	return s
}

BEGIN {
	FS = "\t"
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
	office = $3 == "" ? say("单位不明", "unknown office") : unescape($3)
	if (file == "" || $3 != last_org || place != last_place) {
		if (file != "")
			close(file)
		full = index(office, place) == 1 ? office : \
		    unescape(place) office
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
		    say($4 "年度", $4), unescape($1) > file
		last_report = $1
		number = 0
	}
	printf "%d. **%s** %s%s `%s`\n", ++number, word[$6], unescape($13), \
	    $12 == "" ? "" : say("（" $12 "）", " (" $12 ")"), $5 > file
}
