# plot.awk: what gnuplot is to draw of a summary.
#
#	title=... unit=... LC_ALL=C awk -v ranking=1|'' -v along=FIELD -v value=FIELD \
#	    -v by=FIELD,... -v number=N|'' -v zh=1|'' -v name=NAME -v work=DIR \
#	    -f plot.awk SUMMARY
#
# Writes DIR/script for gnuplot, DIR/data, numbers only, and DIR/words, a line for each
# text of the picture: the mark that gnuplot draws for it, the text as it stands in SVG.
# Exit status 1: something of the input was left out, which is told; 2: nothing is drawn.

BEGIN {
	FS = "\t"
	if (number == "")
		number = ranking ? 20 : 8
	# The colours of report; in print lines differ by their points and dashes too.
	split("#0b4a82 #a3081a #714500 #474d54", colour, " ")
	split("7 5 9 13 6 4 8 12", point, " ")
	LABEL_CELLS = 60
	TITLE_CELLS = 100
	PLACES_MAX = 12		# of years with a number, which do not overlap
}

{ sub(/\r$/, "") }

NR == 1 {
	sub(/^\357\273\277/, "")
	fields = NF
	for (i = 1; i <= NF; i++)
		column[$i] = i
	find_columns()
	next
}

NF != fields {
	complain(told(NF " 个字段，应有 " fields " 个", NF " fields where " fields " belong"))
	next
}

$at == "" {	# a gap
	next
}

$at !~ /^-?[0-9]+(\.[0-9]+)?$/ {
	complain(value told(" 不是数：", " is no number: ") plain($at))
	next
}

!ranking && $x !~ /^-?[0-9]+(\.[0-9]+)?$/ {
	complain(along told(" 不是数：", " is no number: ") plain($x))
	next
}

{
	who = joined()
	spot = who SUBSEP (ranking ? "" : $x + 0)
	if (spot in figure) {
		complain(told("已有一行是 ", "there is a row already of ") plain(who) \
		    (ranking ? "" : " " $x) told("；用 -b 写出更多字段", "; name more fields with -b"))
		next
	}
	figure[spot] = $at
	for (i = split(note_at ? $note_at : "", caveat, "; "); i >= 1; i--) {
		noted[++notes] = who
		note[notes] = caveat[i]
	}
	if (!(who in most)) {
		label[++labels] = who
		most[who] = $at + 0
	} else if ($at + 0 > most[who])
		most[who] = $at + 0
	if ($at ~ /\./)
		has_parts = 1
	if ($at + 0 < least)
		least = $at + 0
	if (ranking)
		next
	if (first == "" || $x + 0 < first)
		first = $x + 0
	if (last == "" || $x + 0 > last)
		last = $x + 0
	spots[$x + 0]
}

END {
	if (stopped)
		exit 2
	if (labels == 0)
		stop(told("没有可以画的数", "there is no figure to draw"))
	choose()
	script = work "/script"
	data = work "/data"
	words = work "/words"
	printf "" >words
	if (ranking)
		draw_bars()
	else
		draw_lines()
	exit trouble
}

function told(chinese, english) { return zh ? chinese : english }

# A message about the line; no more than ten of them.
function complain(what) {
	trouble = 1
	if (++complaints <= 10)
		print name ": " NR ": " what | "cat >&2"
	else if (complaints == 11)
		print name ": " told("还有这样的行", "and more such lines") | "cat >&2"
}

function stop(what) {
	print name ": " what | "cat >&2"
	stopped = 1
	exit 2
}

function position(field) {
	if (!(field in column))
		stop(plain(field) told("：第一行里没有这个字段", ": the first line names no such field"))
	return column[field]
}

function find_columns(   i, n, names) {
	at = position(value)
	note_at = column["caveat"] + 0
	if (!ranking)
		x = position(along)
	if (by == "" && ranking)
		key[keys = 1] = 1
	n = split(by, names, ",")
	for (i = 1; i <= n; i++)
		key[++keys] = position(names[i])
}

function joined(   i, text) {
	for (i = 1; i <= keys; i++)
		text = text (i > 1 ? " " : "") $key[i]
	return text
}

# TEXT of a record as one line without what is not to be seen: control characters,
# marks that turn the direction of what follows, what XML may not have.
function plain(text) {
	gsub(/\\\\/, "\001", text)
	gsub(/\\[tnr]/, " ", text)
	gsub(/\001/, "\\", text)
	gsub(/[\001-\037\177]|\302[\200-\237]|\342\200[\216\217\250-\256]|\342\201[\246-\251]|\357\277[\276\277]/,
	    "\357\277\275", text)
	return text
}

# In cells, of which a Chinese character has two; each byte of a letter is one of C's.
function width(text,   n) {
	n = gsub(/[\340-\364][\200-\277]+/, "&", text) * 2
	gsub(/[\340-\364][\200-\277]+/, "", text)
	gsub(/[\300-\337][\200-\277]/, "x", text)
	return n + length(text)
}

# TEXT, or as much of it as MOST cells hold.
function cut(text, most,   n, part) {
	if (width(text) <= most)
		return text
	while (text != "" && width(part) < most - 2) {
		match(text, /^[^\200-\277][\200-\277]*/)
		part = part substr(text, 1, RLENGTH)
		text = substr(text, RLENGTH + 1)
	}
	return part "\342\200\246"
}

# The mark for TEXT, of letters and digits, as wide as that.
function mark(text, most,   sign) {
	text = cut(plain(text), most)
	sign = "T" ++marks "x"
	while (length(sign) < width(text))
		sign = sign "x"
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	gsub(/>/, "\\&gt;", text)
	print sign "\t" text >words
	return sign
}

# The labels with the most, NUMBER of them; of two with as much the one that came first.
function choose(   i, j) {
	for (i = 1; i <= labels; i++) {
		for (j = shown; j >= 1 && most[chosen[j]] < most[label[i]]; j--)
			chosen[j + 1] = chosen[j]
		chosen[j + 1] = label[i]
		if (shown < number)
			shown++
	}
	if (labels > shown)
		print name ": " told("还有 " labels - shown " 个没有画，见 -n", \
		    labels - shown " more are not drawn, see -n") | "cat >&2"
	for (i = 1; i <= shown; i++)
		widest = larger(widest, lesser(width(plain(chosen[i])), LABEL_CELLS))
}

function larger(a, b) { return a > b ? a : b }

function lesser(a, b) { return a < b ? a : b }

function say(line) { print line >script }

# The axis with the figures has no digits beyond what they have.
function axis(which) {
	say("set grid " which "tics linetype 1 linewidth 0.5 linecolor rgb '#d5d9de'")
	say("set " which "range [" (least < 0 ? "*" : "0") ":*]")
	if (!has_parts && most[chosen[1]] <= 5)
		say("set " which "tics 1")
}

# What is to be known of the figures shown, each once, below them; returns how many.
function find_notes(   i, told_of, n) {
	for (i = 1; i <= shown; i++)
		told_of[chosen[i]]
	for (i = 1; i <= notes; i++)
		if (noted[i] in told_of && !(note[i] in told_of)) {
			told_of[note[i]]
			foot[++n] = "\342\200\273 " note[i]
			note_cells = larger(note_cells, lesser(width(plain(foot[n])), TITLE_CELLS))
		}
	return n + 0
}

function head(tall,   title_cells, n, i) {
	n = find_notes()
	title_cells = lesser(width(plain(ENVIRON["title"])), TITLE_CELLS)
	say("set terminal svg size " larger(larger(560 + int(7.5 * widest), 30 + 9 * title_cells), \
	    30 + int(7 * note_cells)) "," tall + 20 * n \
	    " font 'sans-serif,13' background '#ffffff' noenhanced dashed")
	say("set datafile separator '\t'")
	if (ENVIRON["title"] != "")
		say("set label '" mark(ENVIRON["title"], TITLE_CELLS) "' at screen 0.02, screen 1" \
		    " offset 0, -1.2 left font ',17' textcolor rgb '#1a1d21'")
	if (ENVIRON["unit"] != "")
		say("set label '" mark(ENVIRON["unit"], TITLE_CELLS) "' at screen 0.02, screen 1" \
		    " offset 0, -2.8 left textcolor rgb '#474d54'")
	for (i = 1; i <= n; i++)
		say("set label '" mark(foot[i], TITLE_CELLS) "' at screen 0.02, screen 0" \
		    " offset 0, " 0.8 + 1.4 * (n - i) " left font ',12' textcolor rgb '#474d54'")
	say("set tmargin 4.5")
	if (n > 0)
		say("set bmargin " 2.5 + 1.4 * n)
	say("set tics nomirror scale 0.5 textcolor rgb '#474d54'")
	say("set border 3 linecolor rgb '#8a9097'")
	say("set format xy '%.12g'")
}

# A line of data for each place along, the figures of the chosen side by side; where
# there is none, or no place one further on, a line is broken.
function write_lines(   i, n, place, order, places, is_followed) {
	for (place in spots)
		order[++places] = place + 0
	sort_numbers(order, places)
	for (n = 1; n <= places; n++) {
		printf "%s", order[n] >data
		for (i = 1; i <= shown; i++)
			printf "\t%s", (chosen[i] SUBSEP order[n]) in figure ? \
			    figure[chosen[i], order[n]] : "NaN" >data
		is_followed = order[n + 1] <= order[n] + 1
		printf "%s", is_followed ? "\n" : "\n\n" >data
	}
}

# What the key says of a line; the only one there can be has no name.
function named(who) {
	return keys == 0 ? "notitle" : "title '" mark(who, LABEL_CELLS) "'"
}

function draw_lines(   i, plots) {
	head(larger(400, 120 + 20 * shown))
	axis("y")
	write_lines()
	say("set xrange [" first - 0.5 ":" last + 0.5 "]")
	if (last - first <= 200)
		say("set xtics " int((last - first) / PLACES_MAX) + 1)
	say("set key outside right center vertical Left reverse samplen 2.5" \
	    " textcolor rgb '#1a1d21'")
	for (i = 1; i <= shown; i++)
		plots = plots (i > 1 ? ", " : "plot ") "'data' using 1:" i + 1 \
		    " with linespoints linewidth 2 dashtype " (i > 4 ? 2 : 1) \
		    " pointtype " point[(i - 1) % 8 + 1] " pointsize 0.8 linecolor rgb '" \
		    colour[(i - 1) % 4 + 1] "' " named(chosen[i])
	say(plots)
}

function sort_numbers(list, n,   i, j, one) {
	for (i = 2; i <= n; i++) {
		one = list[i]
		for (j = i - 1; j >= 1 && list[j] > one; j--)
			list[j + 1] = list[j]
		list[j + 1] = one
	}
}

function draw_bars(   i, tics, length_of, longest) {
	head(100 + 24 * shown)
	axis("x")
	for (i = 1; i <= shown; i++) {
		length_of = figure[chosen[i], ""]
		longest = larger(longest, length(length_of))
		printf "%d\t%s\n", i, length_of >data
		tics = tics (i > 1 ? ", " : "") "'" mark(chosen[i], LABEL_CELLS) "' " i
		say("set label '" mark(length_of, LABEL_CELLS) "' at " length_of "," i \
		    " left offset 0.5,0 textcolor rgb '#1a1d21'")
	}
	say("set yrange [" shown + 0.6 ":0.4]")
	say("set ytics (" tics ") scale 0")
	say("set rmargin " longest + 4)
	say("unset key")
	say("set style fill solid 1 noborder")
	say("plot 'data' using ($2/2):1:($2/2):(0.33) with boxxyerror linecolor rgb '" \
	    colour[1] "'")
}
