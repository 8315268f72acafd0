# places.awk: lists of divisions, one after the other by their days, into the
# lines of places.tsv, or of towns.tsv if `towns' is 1.  Each list is JSON, as
# an object a division or one object of all codes; before its file stands
# day=201607 on the command line.  The lists' names, as they are printed, may
# say more than the division is called: see name_of().  See places.sh.
BEGIN {
	RS = "[{}]"
	n = split(peoples, people, "|")
	for (m = split(customary, piece, " "); m > 0; m--) {
		split(piece[m], part, "=")
		custom[part[1]] = part[2]
	}
}

day != last_day {
	if (last_day != "")
		lists++
	list_day[lists + 0] = last_day = day
}

# {"110101": "name", ...}: all on one record.
/"[0-9][0-9][0-9][0-9][0-9][0-9]" *:/ {
	m = split($0, piece, ",")
	for (i = 1; i <= m; i++) {
		split(piece[i], part, "\"")
		add(part[2], part[4])
	}
	next
}

# {"code":"110101","name":"...", ...}
/"code" *:/ && /"name" *:/ {
	add(value("code"), value("name"))
}

function value(key,    text) {
	text = $0
	sub("^.*\"" key "\" *: *\"", "", text)
	sub("\".*$", "", text)
	return text
}

function add(code, name,    id) {
	name = name_of(name)
	if (!is_wanted(code, name))
		return
	if (!towns)
		code = substr(code "0000", 1, 6)
	id = code "\t" name
	if (!(id in first))
		first[id] = lists + 0
	last[id] = lists + 0
}

# A township's own name, without the office that governs it.
function name_of(name) {
	sub(/ +$/, "", name)
	if (!towns)
		return name
	if (name ~ /(街道|地区)办事处$/)
		sub(/办事处$/, "", name)
	if (name ~ /[镇乡](人民)?政府$/)
		sub(/(人民)?政府$/, "", name)
	return name
}

# Headings of the lists are no places; nor are farms and works townships.
# 71, 81 and 82 publish no such reports.
function is_wanted(code, name) {
	if (code !~ /^[1-6][0-9]+$/ || name ~ /[ -~]/)
		return 0
	if (towns)
		return name ~ /.(镇|乡|街道|苏木|地区)$/ && length(name) <= 42
	return name !~ /市辖区|直辖|^县$|岛$|海域$/
}

# The first year that a division of list I may have been there: it was not
# yet in the list before.
function from(i,    before) {
	if (i == 0)
		return towns ? substr(list_day[0], 1, 4) : ""
	before = list_day[i - 1]
	return substr(before, 1, 4) + (substr(before, 5) == "12")
}

# The last year at the end of which it may have been there: in the next list it
# is no more.
function to(i) {
	return i == lists ? "" : substr(list_day[i + 1], 1, 4) - 1
}

# The short names, parted by |.
function alias(name,    short) {
	short = without_peoples(name)
	return name in custom ? short "|" custom[name] : short
}

# 积石山县, 恩施州, 宁夏; 管城区.
function without_peoples(name,    kind, i, cut) {
	if (towns || name !~ /(自治(区|州|县|旗)|族区)$/)
		return ""
	kind = name ~ /族区$/ ? "区" : name
	sub(/^.*(自治区|自治)/, "", kind)
	sub(/(自治(区|州|县|旗)|区)$/, "", name)
	do {
		cut = 0
		for (i = 1; i <= n; i++)
			if (ends(name, people[i]) &&
			    (cut = length(name) - length(people[i])) >= 6)
				break
			else
				cut = 0
		if (cut)
			name = substr(name, 1, cut)
	} while (cut)
	if (ends(name, "族"))		# a people and nothing else
		name = substr(name, 1, length(name) - 3)
	return name kind
}

function ends(text, end) {
	return length(text) >= length(end) &&
	    substr(text, length(text) - length(end) + 1) == end
}

END {
	for (id in first) {
		split(id, field, "\t")
		# A city without districts stands twice in the lists.
		city = substr(field[1], 1, 4) "00\t" field[2]
		if (!towns && city in first && id != city)
			continue
		if (towns)
			line = field[2] "\t" field[1]
		else
			line = id
		line = line "\t" from(first[id]) "\t" to(last[id]) "\t" \
		    alias(field[2])
		sub(/\t+$/, "", line)
		print line
	}
}
