# rule-list.awk: makes the manual page of all rules of what tells them.
#
#	check --lang en --explain all >told
#	sed 1q doc/nianbao-rules.5 | awk -f doc/rule-list.awk - told
#
# or with zh instead of en and -v zh=1, in Chinese.
# The first line is the page's date; those of the file are a key, a tab and what the
# rule says there.

BEGIN {
	FS = "\t"
	rule = zh ? "规则" : "rule"
	level = zh ? "级别" : "level"
	mend = zh ? "改法" : "to mend"
	version = zh ? "规则集" : "rule set"
	examples = zh ? "^(成立|不成立)$" : "^(holds|fails)$"
}

# What roff would take for a request, or for an escape, is text; a long list may be
# broken behind its bars.
function text(line) {
	gsub(/\\/, "\\e", line)
	gsub(/[|]/, "|\\:", line)
	return (line ~ /^[.']/ ? "\\&" : "") line
}

function begin_list() {
	if (!listing)
		print ".Bl -tag -width condition -compact"
	listing = 1
}

function end_list() {
	if (listing)
		print ".El"
	listing = 0
}

function head_in_english() {
	print ".Nd every rule built in, with its examples\n.Sh DESCRIPTION"
	print "What\n.Dl check --explain all\nprints of the rules built in:"
	print "for each id its lines of\n.Pa rules.tsv ,"
	print "their conditions as they stand and in the words of the form;"
	print "how what it finds is mended and what is lawful all the same;"
	print "then reports that keep it and reports that break it, with what"
	print "is found in these.\n.Xr nianbao-rules 5\ntells how to read them."
	print ".Sh RULES"
}

function head_in_chinese() {
	print ".Nd 自带的全部规则，附例子\n.Sh 说明"
	print ".Dl check --explain all\n对自带规则所写的：\n每个编号在"
	print ".Pa rules.tsv\n里的各行，条件照写的和用表上原文的；"
	print "查出以后怎样改，什么情况下仍然合法；"
	print "然后是合乎它的和违反它的报告，以及在后者里查出什么。"
	print "怎样读，见\n.Xr nianbao-rules 5 Ns 。\n.Sh 规则"
}

NR == 1 {
	print
	print ".Dt NIANBAO-RULE-LIST 5\n.Os\n.Sh NAME\n.Nm nianbao-rule-list"
	if (zh)
		head_in_chinese()
	else
		head_in_english()
	next
}

$1 == rule {
	end_list()
	id = title = $2
	sub(/ .*/, "", id)
	sub(/^[^ ]* ?/, "", title)
	print ".Ss " id
	if (title != "")
		print text(title) (zh ? "。" : ".")
	next
}

$1 == level || $1 == mend {
	end_list()
	print ".Pp"
}

$1 == version {
	set = $2
	next
}

NF > 1 && $2 != "" {
	begin_list()
	print ".It " ($1 ~ examples ? "Sy" : "Em") " " $1
	print text($2)
}

END {
	end_list()
	print ".Sh " (zh ? "另见" : "SEE ALSO") "\n.Xr check 1 ,\n.Xr nianbao-rules 5"
	print ".Pp\n" (zh ? "规则集是 " set "。" : "The rule set is " set ".")
}
