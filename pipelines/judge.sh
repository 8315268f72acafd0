# shellcheck shell=sh disable=SC2154
# Sourced by the pipelines, behind results.sh: facts to what is wrong with them.
{	# whole, or not at all: see common.sh

# lines_of WORD... FILE: there may be none.
lines_of() {
	LC_ALL=C grep -F "$@"
	[ $? -le 1 ]
}

# tell_unread LITTER SUPERSEDED REJECTS FACTS: what was not read, in the user's language;
# what is litter goes to the file LITTER.  See unread.awk.
tell_unread() {
	chinese=$share/chinese.tsv
	[ -e "$chinese" ] || chinese=$share/../lib/data/chinese.tsv
	litter=$1
	shift
	litter=$litter LC_ALL=C awk -v zh="${language#en}" -f "$share/shown.awk" \
	    -f "$share/unread.awk" "$chinese" "$share/reasons.tsv" "$share/litter.tsv" "$@"
}

# by_office [FILE]: facts put so that an office's reports stand in a row, year by
# year, under whatever name: by its key, which tabulate tells first of a
# document.  A document's facts stand together, so documents are sorted, each a
# line with NUL between its facts, and in front of the first what it is sorted by: a
# third of the time of sorting facts.  Fields are cut where a document begins only.
# Three stages, of a further pipeline: the shell that cannot make all processes of one
# ends at once, while those that it made work on.
by_office() {
	# shellcheck disable=SC2016 # the program is awk's
	stage office env LC_ALL=C awk -F "$tab" -v ORS= '
	BEGIN { head = "\n" }
	index($0, head) == 1 { printf "%c%s", 0, $0; next }
	{
		if (NR > 1)
			print "\n"
		head = $1 "\t"
		key = $6 == "structure.office" ? $13 : $3
		printf "%s\t%s\t%s%c%s", key, $4, $1, 0, $0
	}
	END { if (NR > 0) print "\n" }' "$@" |
		stage sort env LC_ALL=C sort -s -t "$tab" -k1,3 |
		stage facts env LC_ALL=C sed 's/^[^\x00]*\x00//; y/\x00/\n/'
}

# judge: of facts.tsv in $new findings.tsv, faults.tsv, report.html, report.xlsx and
# summary.tsv beside it, and if $letters a folder of letters, of the settings $data,
# $rules, $roster, $waivers and $until, with what $last, the findings of the last run,
# and $documents, what tabulate tells of them, say besides; 12 stages.  Sorted by office
# and year, an office's reports are in a row, and one year can be compared with the next.
# What need not wait runs beside the rest.
judge() {
	by_office "$new/facts.tsv" | stage write cat >"$work/sorted.tsv"
	check_and_sum &
	filter pinpoint --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} "$work/sorted.tsv" |
		stage write cat >"$work/repairs.tsv"
	wait
	filter report --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${letters:+--letters "$new/letters"} \
		${until:+--until "$until"} ${last:+--last "$last"} \
		${documents:+--documents "$documents"} \
		${roster:+--names "$work/names.tsv"} -f "$new/findings.tsv" \
		-p "$work/repairs.tsv" -x "$new/rejects.tsv" \
		--workbook "$new/report.xlsx" --faults "$new/faults.tsv" \
		"$new/facts.tsv" |
		stage write cat >"$new/report.html"
	rm -f "$work/sorted.tsv"
}

# check_and_sum: four stages of judge.
check_and_sum() {
	filter check --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${roster:+--roster "$roster" --rejects "$new/rejects.tsv"} \
		${roster:+--names "$work/names.tsv"} \
		${waivers:+--waivers "$waivers" --waived} "$work/sorted.tsv" |
		stage write cat >"$new/findings.tsv"
	filter aggregate --sorted -H -g year,form,item,col \
		-s count,sum,mean,min,max,approx,blank,na,unreadable,absent \
		"$work/sorted.tsv" |
		stage write cat >"$new/summary.tsv"
}
whole="${whole:-} judge"
}
