# prefix.awk: puts a prefix in front of the names of the suite's programs,
# where they stand as such: in a manual (mdoc), in Markdown, in a script's head or
# its help in Chinese, as the name of FILE tells.
#
#	awk -v prefix=nb- -v programs='extract check' -f prefix.awk FILE
#
# Everywhere else these are plain words and stay.

BEGIN {
	n = split(programs, list, " ")
	for (i = 1; i <= n; i++)
		is_program[list[i]] = 1
}

# Code: a word that is the name of a program, with a colon where the program
# speaks, or what opens a command between "$( and ) in front.
function code(text,    out, word, bare, opening) {
	while (match(text, /[^ \t]+/)) {
		word = substr(text, RSTART, RLENGTH)
		out = out substr(text, 1, RSTART - 1)
		text = substr(text, RSTART + RLENGTH)
		opening = ""
		if (match(word, /^("|\\[(]dq)?[$][(]/)) {
			opening = substr(word, 1, RLENGTH)
			word = substr(word, RLENGTH + 1)
		}
		bare = word
		sub(/:$/, "", bare)
		out = out opening (bare in is_program ? prefix : "") word
	}
	return out text
}

# Markdown: what stands between backticks is code.
function between_backticks(text,    out, part, n, i) {
	n = split(text, part, "`")
	for (i = 1; i <= n; i++)
		out = out (i > 1 ? "`" : "") (i % 2 == 0 ? code(part[i]) : part[i])
	return out
}

# A macro's line: the word behind Nm, Ic and Ql, behind Xr in section 1.
function macros(text,    word, n, i) {
	n = split(text, word, " ")
	for (i = 1; i < n; i++) {
		if (word[i] !~ /^\.?(Nm|Ic|Ql|Xr)$/ ||
		    !(word[i + 1] in is_program) ||
		    (word[i] ~ /Xr/ && word[i + 2] != 1))
			continue
		sub(word[i] " +" word[i + 1], word[i] " " prefix word[i + 1], text)
	}
	return text
}

FILENAME ~ /\.[157]$/ {
	if (/^\.Bd -literal/)
		literal = 1
	else if (/^\.Ed/)
		literal = 0
	if (/^\.Dt / && tolower($2) in is_program)
		sub(/^\.Dt /, ".Dt " toupper(prefix))
	else if (/^\.(Dl|D1) / || (literal && !/^\./))
		$0 = code($0)
	else if (/^\./)
		$0 = macros($0)
	print
	next
}

FILENAME ~ /\.md$/ {
	if (/^```/)
		fenced = !fenced
	else if (fenced || /^    /)
		$0 = code($0)
	else
		$0 = between_backticks($0)
	print
	next
}

/^用法：/ { $0 = "用法：" code(substr($0, length("用法：") + 1)) }
FILENAME ~ /\/zh\// {
	for (name in is_program)
		if (match($0, "[^a-z-]" name "[(]1[)]"))
			$0 = substr($0, 1, RSTART) prefix substr($0, RSTART + 1)
	print
	next
}

/^# usage: / { $0 = "# usage: " code(substr($0, 10)) }
/^#/ {
	for (name in is_program)
		if (match($0, "[^a-z-]" name "[(]1[)]"))
			$0 = substr($0, 1, RSTART) prefix substr($0, RSTART + 1)
}
{ print }
