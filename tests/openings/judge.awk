# judge.awk: what sectionize tells of openings, against the names of the documents
# (see make.awk): those whose office, region, year or genre is another, and how many
# are right.
BEGIN { FS = "\t" }
$1 != doc { judge(); doc = $1; split("", got) }
$3 == "meta" && !($4 in got) { got[$4] = $9 }
END {
	judge()
	for (i = 1; i <= verdicts; i++)
		print order[i], count[order[i]]
}

# The name without what says no more than that it governs, or is of the country.
function bare(name) {
	gsub(/（[^）]*）|\([^)]*\)/, "", name)
	sub(/^(中华人民共和国|国家税务总局)/, "", name)
	sub(/(人民政府|办事处|(工作委员会)?管理委员会|管委会|政府|行政公署)$/, "", name)
	sub(/人民政府/, "", name)	# of a district, before its street
	return name
}

function ends(text, tail) {
	return substr(text, length(text) - length(tail) + 1) == tail
}

function verdict_of_office(name, want) {
	if (want == "" || substr(want, 1, 1) == "~")
		return name == "" || index(bare(name), bare(behind_kind(want))) ? \
		    "right" : "another"
	if (name == "")
		return "empty"
	if (ends(bare(name), bare(want)))
		return "right"
	return ends(bare(want), bare(name)) ? "less" : "another"
}

# ~市财政局 without the kind of its place.
function behind_kind(want) {
	sub(/^~(省|自治区|市|县|区|州|盟|旗)?/, "", want)
	return want
}

function say(what, verdict, want, is) {
	if (!((what " " verdict) in count))
		order[++verdicts] = what " " verdict
	count[what " " verdict]++
	if (verdict != "right")
		print what " " verdict ": " want " | " is
}

function judge(    want, verdict) {
	if (doc == "")
		return
	split(doc, want, "|")
	say("genre", got["genre"] == want[5] ? "right" : "another", doc, got["genre"])
	if (want[5] != "report")
		return
	verdict = verdict_of_office(got["org"], want[2])
	if (verdict != "right" && verdict_of_office(got["office"], want[2]) == "right")
		verdict = "right"
	say("office", verdict, doc, got["org"])
	say("region", got["region"] == "" ? (want[3] == "" ? "right" : "empty") : \
	    index(got["region"], want[3]) ? "right" : "another", doc, got["region"])
	say("year", got["year"] == want[4] ? "right" : "another", doc, got["year"])
}
