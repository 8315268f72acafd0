# notes.awk: one Markdown file an office from findings sorted by office,
# year and report.  See return-notes.

function say(chinese, english) { return zh ? chinese : english }

function unescape(s) {
	gsub(/\\[tnr]/, " ", s)
	gsub(/\\\\/, "\\", s)
	return s
}

# A file name that stays in the folder whatever the office is called.
function file_name(s) {
	gsub(/[\/\001-\037]/, "_", s)
	sub(/^\.+/, "_", s)
	return substr(s, 1, 200)
}

BEGIN {
	FS = "\t"
	word["error"] = say("错误", "error")
	word["suspect"] = say("疑点", "suspect")
	word["duty"] = say("义务", "duty")
	word["note"] = say("提示", "note")
}

$1 == "doc" || $7 != "fail" || index(levels, " " $6 " ") == 0 { next }

{
	office = $3 == "" ? say("单位不明", "unknown office") : unescape($3)
	if (office != last_office) {
		if (file != "")
			close(file)
		file = dir "/" file_name(office) ".md"
		print say("# 退回意见：", "# Returned for correction: ") office > file
		print say("\n下列报告中有数据需要核对。请逐条核对后更正，或说明理由。", \
		    "\nPlease check the following and correct it, or say why it is right.") > file
		last_office = office
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
