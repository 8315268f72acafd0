# plot-words.awk: puts words in the place of their marks in a picture.
#
#	LC_ALL=C awk -f plot-words.awk WORDS PICTURE
#
# WORDS are plot.awk's; PICTURE is gnuplot's, which has each text in a line of its own, and
# names of its own for the picture and its lines.  Exit status 1: a mark or the end is
# missing.

BEGIN { FS = "\t" }

FILENAME == ARGV[1] {
	word[$1] = $2
	if (title == "")
		title = $2
	next
}

/^<title>/ {
	print "<title>" title "</title>"
	next
}

/^<desc>/ { next }

/<\/svg>/ { is_whole = 1 }

{ sub(/<title>gnuplot_plot_[^<]*<\/title>/, "") }

match($0, /T[0-9]+x+</) {
	mark = substr($0, RSTART, RLENGTH - 1)
	drawn[mark]
	print substr($0, 1, RSTART - 1) word[mark] substr($0, RSTART + RLENGTH - 1)
	next
}

{ print }

END {
	for (mark in word)
		if (!(mark in drawn))
			exit 1
	exit !is_whole
}
