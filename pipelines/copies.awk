# copies.awk: which documents do not count, as another one does in their place.
#
#	LC_ALL=C awk -v zh=1|'' -f copies.awk KEYS READ ABOUT DOCUMENTS
#
# KEYS are those of offices that are one (offices.awk), READ is read.tsv, ABOUT are facts
# of documents about themselves, DOCUMENTS is documents.tsv of the books.  A line of
# output is a document that does not count, office, year, why, the one that counts.
#
# Of documents with the same bytes the first counts.  Of reports of one office for one
# year it is the one published last: the day that the report or its page gives, or that
# it was signed, or else that it came in; on one day, the one that came in last; and of
# those that came in together, the last in the order of the input.  But a report with
# tables, or with an overview, does not give way to one without: they may be two
# parts of it.

BEGIN { FS = OFS = "\t" }

FILENAME == ARGV[1] {
	present[$1] = $2
	next
}

FILENAME == ARGV[2] {
	if (!($2 in came))
		came[$2] = $3
	next
}

FILENAME == ARGV[3] {
	if ($6 == "structure.signed")
		signed[$1] = $13
	else if ($6 ~ /^structure\.text\.(overview|problems)$/)
		text[$1]
	next
}

# The day in UTC of SECONDS since 1970 (Howard Hinnant, days_from_civil backwards).
function day_of(seconds,   z, era, doe, yoe, doy, mp, d, m, y) {
	z = int(seconds / 86400) + 719468
	era = int(z / 146097)
	doe = z - era * 146097
	yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
	doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
	mp = int((5 * doy + 2) / 153)
	d = doy - int((153 * mp + 2) / 5) + 1
	m = mp < 10 ? mp + 3 : mp - 9
	y = yoe + era * 400 + (m <= 2)
	return sprintf("%04d-%02d-%02d", y, m, d)
}

function put(i, why, j) { print doc[i], org[i], year[i], why, doc[j] }

{
	i = ++n
	doc[i] = $2
	org[i] = $9
	year[i] = $13
	if ($3 != "" && $3 in first) {
		put(i, zh ? "内容相同" : "same contents", first[$3])
		next
	}
	if ($3 != "")
		first[$3] = i
	if ($8 == "" || $13 == "" || $22 == "other")
		next
	at[i] = came[$1]
	day[i] = $15 != "" ? $15 : doc[i] in signed ? signed[doc[i]] : day_of(at[i])
	has_tables[i] = $16 != ""
	has_text[i] = doc[i] in text
	office[i] = ($8 in present ? present[$8] : $8) SUBSEP $10 SUBSEP $13
	class = office[i] SUBSEP has_tables[i] SUBSEP has_text[i]
	if (!(class in last) || is_later(i, last[class]))
		last[class] = i
}

function is_later(i, j) {
	if (day[i] != day[j])
		return day[i] > day[j]
	return at[i] != at[j] ? at[i] + 0 > at[j] + 0 : i > j
}

# The one that I gives way to; itself, if to none.
function successor(i,   best, tables, words, class) {
	best = i
	for (tables = has_tables[i]; tables <= 1; tables++)
		for (words = has_text[i]; words <= 1; words++) {
			class = office[i] SUBSEP tables SUBSEP words
			if (class in last && is_later(last[class], best))
				best = last[class]
		}
	return best
}

function reason(i, j) {
	if (day[i] != day[j])
		return (zh ? "日期较早：" : "older: ") day[i] \
		    (zh ? "，另一份 " : ", the other ") day[j]
	if (at[i] != at[j])
		return zh ? "日期相同，收到较早" : "of the same day, came in earlier"
	return zh ? "同时收到，排在前面" : "came in together, stands before it"
}

END {
	for (i = 1; i <= n; i++)
		if (i in office && (j = successor(i)) != i)
			put(i, reason(i, j), j)
}
