# offices.awk: which keys of offices are one, proved by the reports themselves.
#
#	awk -f offices.awk KEYS
#
# KEYS are facts structure.office and structure.formerly; a line of output is a
# key and the one that stands for it.  Two keys are one office where
# - the places of one are the last of those of the other (云河县水务局,
#   青石市云河县水务局), and of no third;
# - a report says that its office had the other name, it names no second one, no
#   second office says so, and no report under the old name is as late as the
#   first under the new one: else it is a merger, or a sentence about others.

function ends(s, end) {
	return length(s) >= length(end) &&
	    substr(s, length(s) - length(end) + 1) == end
}

# The key that stands for KEY by now.
function present(key) {
	while (key in later)
		key = later[key]
	return key
}

# Finds for each key with its place those that have less of it.
function join_places(   key, cut, short) {
	for (key in region)
		for (cut = 4; cut <= length(region[key]); cut += 3) {
			short = substr(key, cut)
			if (short in region && region[short] != "" &&
			    index(key, region[key]) == 1 &&
			    index(short, region[short]) == 1 &&
			    ends(region[key], region[short])) {
				fuller[short] = key
				fullers[short]++
			}
		}
	for (short in fuller)
		if (fullers[short] == 1)
			later[short] = fuller[short]
}

# What is known of a key goes to the one that stands for it.
function gather(   key, to) {
	for (key in first) {
		to = present(key)
		if (!(to in from) || first[key] < from[to])
			from[to] = first[key]
		if (!(to in until) || last[key] > until[to])
			until[to] = last[key]
	}
}

function join_names(   i, old, new) {
	for (i = 1; i <= formers; i++) {
		old = present(former[i])
		new = present(office[successor[i]])
		if (old == new || ((old, new) in told))
			continue
		told[old, new]
		olds[new]++
		news[old]++
		was[new] = old
	}
	for (new in was) {
		old = was[new]
		if (olds[new] == 1 && news[old] == 1 && (old in from) &&
		    until[old] != "" && from[new] != "" &&
		    until[old] < from[new])
			later[old] = new
	}
}

BEGIN { FS = OFS = "\t" }

$6 == "structure.office" {
	key = $13
	office[$1] = key
	if (length($2) > length(region[key]) || !(key in region))
		region[key] = $2
	if (!(key in first) || $4 < first[key])
		first[key] = $4
	if (!(key in last) || $4 > last[key])
		last[key] = $4
}

$6 == "structure.formerly" {
	former[++formers] = $13
	successor[formers] = $1
}

END {
	join_places()
	gather()
	join_names()
	for (key in later)
		print key, present(key)
}
