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

# judge: of facts.tsv in $new findings.tsv, faults.tsv, report.html, report.xlsx and
# summary.tsv beside it, and if $letters a folder of letters, of the settings $data,
# $rules, $roster, $waivers and $until, with what $last, the findings of the last run,
# and $documents, what tabulate tells of them, say besides; 4 stages.  What need not wait
# runs beside the rest.
judge() {
	check_and_sum &
	filter pinpoint --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} --by-office "$new/facts.tsv" \
		>"$work/repairs.tsv"
	wait
	filter report --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${letters:+--letters "$new/letters"} \
		${until:+--until "$until"} ${last:+--last "$last"} \
		${documents:+--documents "$documents"} \
		${roster:+--names "$work/names.tsv"} -f "$new/findings.tsv" \
		-p "$work/repairs.tsv" -x "$new/rejects.tsv" \
		--workbook "$new/report.xlsx" --faults "$new/faults.tsv" \
		"$new/facts.tsv" >"$new/report.html"
}

# check_and_sum: two stages of judge.
check_and_sum() {
	check_facts --by-office "$new/facts.tsv" >"$new/findings.tsv"
	sum_up -H --by-office "$new/facts.tsv" >"$new/summary.tsv"
}

# check_facts ARGUMENT...
check_facts() {
	filter check --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${roster:+--roster "$roster" --rejects "$new/rejects.tsv"} \
		${roster:+--names "$work/names.tsv"} \
		${waivers:+--waivers "$waivers" --waived} "$@"
}

# sum_up ARGUMENT...
sum_up() {
	filter aggregate -g year,form,item,col \
		-s count,sum,mean,min,max,approx,blank,na,unreadable,absent "$@"
}
whole="${whole:-} judge"
}
