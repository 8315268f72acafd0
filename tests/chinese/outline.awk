# outline.awk: what a manual page has to say in any language, a line each, behind the
# number of its section: options, names of files, programs and fields, examples word
# for word, how many entries lists have, numbers of two digits and more.
#
#	awk -f outline.awk PAGE | sort -u

BEGIN {
	n = split("Ar Fl Cm Pa Ev Xr Ql Sq Li Sy Ic Va Ns No Op Oo Oc Pq Po Pc Dq Nm Em " \
	    "Xo Xc Sx Fn It Ap Qq", name, " ")
	for (i = 1; i <= n; i++)
		is_macro[name[i]] = 1
	n = split("Fl Cm Pa Ev Xr Ql Sq Li Sy Ic Va Fn", name, " ")
	for (i = 1; i <= n; i++)
		is_told[name[i]] = 1
}

function tell(what) { print section + 0 "\t" what }

# Not those in names, as sha256.
function numbers(text) {
	gsub(/[A-Za-z][A-Za-z0-9_-]*/, " ", text)
	gsub(/[0-9],[0-9][0-9][0-9]/, "&\001", text)
	gsub(/\001/, "", text)
	while (match(text, /[0-9][0-9,.]*[0-9]/)) {
		tell("number " substr(text, RSTART, RLENGTH))
		text = substr(text, RSTART + RLENGTH)
	}
}

# The words of a macro that is told up to the next macro or mark: Fl, Cm, Ev and Pa
# go on behind a mark.
function line(    word, n, i, macro, text) {
	gsub(/Fl Fl /, "Fl -")
	n = split($0, word, " ")
	sub(/^\./, "", word[1])
	for (i = 1; i <= n; i++) {
		if (word[i] in is_macro) {
			close_macro(macro, text)
			macro = word[i]
			text = ""
		} else if (word[i] ~ /^([.,:;()|]|\\&[?!.:;])$/ || word[i] ~ /^[^ -~]+$/ && macro !~ /^[QSL][qli]$/) {
			close_macro(macro, text)
			text = ""
			if (macro == "Ql" || macro == "Sq" || macro == "Xr")
				macro = ""
		} else if (macro == "Ql" || macro == "Sq" || macro == "Xr" || macro == "Li")
			text = text (text == "" ? "" : " ") word[i]
		else {
			close_macro(macro, text word[i])
			text = ""
		}
	}
	close_macro(macro, text)
}

function close_macro(macro, text) {
	if (macro in is_told && text != "" && text ~ /[!-~]/)
		tell(macro == "Fl" ? "-" text : macro " " text)
}

/^\.\\"/ || /^\.(Dd|Dt|Os|Nd)/ { next }
/^\.S[hs] / { section++; next }
/^\.Bd -literal/ { literal = 1; next }
/^\.Ed/ { literal = 0; next }
literal { tell("example " $0); next }
/^\.(Dl|D1) / { tell("example " substr($0, 5)); next }
/^\.It/ { items[section]++ }
/^\.(Bl|El|Pp)/ { next }
/^\./ { line(); next }
{ numbers($0) }

END {
	for (i in items)
		print i "\titems " items[i]
}
