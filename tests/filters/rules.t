#!/bin/sh
# Rules of a user's own: what they replace, and what is refused.
. tests/lib/tap.sh
of_any_system 'rules of a user'

tab=$(printf '\t')
head='id	forms	level	range	condition	chinese	english	source'

# row FORM NUMBERS: the row `new' of a report of that form, one document
row() {
	row_form=$1 row_n=0
	shift
	for row_col in natural business research public-interest \
	    legal-service other total; do
		row_n=$((row_n + 1))
		printf '%s.txt\t\t青石县柳桥镇\t%s\t%s\trequests.new\t%s\t%s\t件\tnumber\ttable\tL%s\t%s\n' \
		    "$row_form" "$row_form" "$row_form" "$row_col" "$1" \
		    "$row_n" "$1"
		shift
	done
}
for form in 2019 2021; do row $form 4 1 0 0 0 0 6; done >"$tmp/f"

# rules LINE...: a file of them, tabs written as |
rules() { { echo "$head"; printf '%s\n' "$@" | tr '|' '\t'; } >"$tmp/own"; }
# found OPTION...: form, rule and level of what is found
found() {
	"$bin/check" --lang en "$@" "$tmp/f" 2>"$tmp/err" | cut -f1,5,6 |
	    tr '\t' ' '
}

rules 'Q-ROW|2021|note|item requests.new|$@total <= 5|{where}|{left}|us'
is 'a rule takes the place of its id for the forms it names' \
    "$(found --rules "$tmp/own")" '2019.txt Q-ROW error
2021.txt Q-ROW note'
rules 'Q-ROW|any|note|item requests.new|$@total <= 5|{where}|{left}|us'
is 'or for any' "$(found --rules "$tmp/own")" '2019.txt Q-ROW note
2021.txt Q-ROW note'
rules 'Q-ROW|2019|off'
is 'off with a form silences for this one' "$(found --rules "$tmp/own")" \
    '2021.txt Q-ROW error'
rules 'Q-ROW|2019,2021|off'
is 'or for several' "$(found --rules "$tmp/own")" ''
rules 'Q-ROW|any|off'
is 'or for all' "$(found --rules "$tmp/own")" ''
mkdir "$tmp/data"
cp "$tmp/own" "$tmp/data/rules.tsv"
is 'the folder of data does the same' "$(found --data "$tmp/data")" ''
rules 'Q-ROW|2021|note|item requests.new|$@total <= 5|{where}|{left}|us' \
    'Q-ROW|2021|duty|item requests.new|$@total <= 4|{where}|{left}|us'
is 'lines of one file stand side by side, behind the folder' \
    "$(found --data "$tmp/data" --rules "$tmp/own")" '2021.txt Q-ROW note
2021.txt Q-ROW duty'

### A form like another
row 2026 4 1 0 0 0 0 6 >"$tmp/f"
is 'a form that no rule names does not pass in silence' "$(found)" \
    '2026.txt D-NO-RULE error'
status 'but with an error' 1 "$bin/check" "$tmp/f"
matches 'which says so' "$tmp/out" 'No rule names the form of 2026'
"$bin/pinpoint" "$tmp/f" >"$tmp/out" 2>"$tmp/err"
matches 'and pinpoint says so' "$tmp/err" 'no rule names the form'
rules 'D-NO-RULE|any|off'
is 'unless that is silenced' "$(found --rules "$tmp/own")" ''
rm "$tmp/data/rules.tsv"
{ head -1 lib/data/forms.tsv; printf '2026\tlike 2021\n'; } >"$tmp/data/forms.tsv"
is 'what holds for a form holds for those like it' \
    "$(found --data "$tmp/data")" '2026.txt Q-ROW error'
row 2021 4 1 0 0 0 0 6 >>"$tmp/f"
rules 'Q-ROW|2026|note|item requests.new|$@total <= 5|{where}|{left}|us'
is 'until a line names it' "$(found --data "$tmp/data" --rules "$tmp/own")" \
    '2021.txt Q-ROW error
2026.txt Q-ROW note'
rules 'Q-ROW|2026|off'
is 'or silences it' "$(found --data "$tmp/data" --rules "$tmp/own")" \
    '2021.txt Q-ROW error'
rules 'Q-ROW|2021|off'
is 'what is silenced for a form is for those like it' \
    "$(found --data "$tmp/data" --rules "$tmp/own")" ''
rules 'X|any|note|report|requests.new@total <= 5|{left}|{left}|us' \
    'X|2026|duty|report|requests.new@total <= 5|{left}|{left}|us'
is 'any stands beside a form named in one file' \
    "$(found --data "$tmp/data" --rules "$tmp/own" | grep X)" \
    '2021.txt X note
2026.txt X note
2026.txt X duty'

### Lines that can never apply: fields, column, reason
while read -r column line; do
	reason=${line#* ## } line=${line% ## *}
	rules "$line"
	want="own:2: column $column: $reason"
	"$bin/check" --rules "$tmp/own" /dev/null 2>"$tmp/err" && echo 0 >>"$tmp/err"
	is "refused: $line" "$(sed 's|.*/||' "$tmp/err")" "$want"
done <<'END'
1 Q-RWO|any|off ## no rule has this id: Q-RWO
7 Q-ROW|2014|off ## no rule of this id holds for this form: 2014
7 Q-ROW|2022|off ## no such form: 2022
8 X|2021,2O19|note|report|requests.new@total <= 5|z|e|s ## no such form: 2O19
20 X|2021|note|report|requests.nwe@total <= 5|z|e|s ## no such item: requests.nwe
33 X|2021|note|report|requests.new@totl <= 5|z|e|s ## no such column: totl
33 X|2021|note|report|requests.new@count <= 5|z|e|s ## the item has no such column: count
20 X|2014|note|report|requests.new@total <= 5|z|e|s ## no form of the rule has such a cell: requests.new
24 X|2021|note|report|sum(requests.nwe.*@total) <= 5|z|e|s ## no item of a table matches: requests.nwe.*
18 X|2021|note|item requests.nwe|$@total <= 5|z|e|s ## no such item: requests.nwe
18 X|2021|note|item prose.**|$@count <= 5|z|e|s ## no item of a table matches: prose.**
33 X|2021|note|item requests.new|$@totl <= 5|z|e|s ## no such column: totl
20 X|2021|note|column totl|requests.new <= 5|z|e|s ## no such column: totl
20 X|2021|note|column tote*|requests.new <= 5|z|e|s ## no column of a table matches: tote*
31 X|2021|note|cell requests.new@made|$ <= 5|z|e|s ## the item has no such column: made
39 X|not-report|note|cell proactive.**@*|$ >= 0|z|e|s ## no form of the rule has such a cell: $ >= 0
42 X|any|note|report|prose.requests.channel@count <= 5|z|e|s ## the item has no such column: count
17 X|any|note|item prose.proactive.category|$@count <= 5|z|e|s ## members of lists are no cells; see the ranges list and share: prose.proactive.category
19 X|any|note|report|year = head|z|e|s ## head, parts ... are words of the ranges list and share: year = head
17 X|any|note|list|share <= head|z|e|s ## part, share, digit are words of the range share: share <= head
33 X|any|note|report|year >= 2008|{yaer}|e|s ## no such item: yaer
35 X|any|note|report|year >= 2008|z|{Year}|s ## nothing of this name to fill in: Year
19 X|any|note|report|structure.section.overveiw@count = 1|z|e|s ## no such item: structure.section.overveiw
1 X|any|note|own|-|z|e|s ## check finds nothing of this name by itself: X
17 X|any|note|tree requests.nwe@total|-|z|e|s ## no such item: requests.nwe
24 R-LATE|any|note|own|-|{last}|e|s ## nothing of this name to fill in: last
END
{ echo "$head"; printf 'X\tany\tnote\treport\tyear = 1\n'; } >"$tmp/own"
status 'too few fields' 2 "$bin/check" --rules "$tmp/own" /dev/null
cp "$tmp/own" "$tmp/data/rules.tsv"
status 'in the folder too' 2 "$bin/check" --data "$tmp/data" /dev/null
status 'and by pinpoint' 2 "$bin/pinpoint" --rules "$tmp/own" /dev/null
rm "$tmp/data/rules.tsv"
printf 'rule\torg\tyear\twhere\tleft\tright\nQ-RWO\to\t2023\tw\t1\t2\n' >"$tmp/w"
status 'a waiver of a rule there is not' 2 "$bin/check" --waivers "$tmp/w" \
    /dev/null
matches 'with its place' "$tmp/err" 'w:2: column 1: no rule has this id'
rules 'Q-ROW|any|off'
printf 'rule\torg\tyear\twhere\tleft\tright\nQ-ROW\to\t2023\tw\t1\t2\n' >"$tmp/w"
status 'one of a silenced rule is let be' 0 "$bin/check" --rules "$tmp/own" \
    --waivers "$tmp/w" /dev/null
{ head -1 lib/data/forms.tsv; printf 'off\t2014\tnational\t\trequests.answered\n'
} >"$tmp/data/forms.tsv"
status 'rules built in may name what a user took away' 0 \
    "$bin/check" --data "$tmp/data" /dev/null

# What is refused ends the run; a column of an older form may be the highest.
rules 'X|2021|error|report|requests.nwe@total >= 1|x|x|s'
is 'a rule that is refused' "$("$bin/check" --lang en --rules "$tmp/own" "$tmp/f" 2>&1 |
    sed 's/.*own:/own:/'; "$bin/check" --rules "$tmp/own" "$tmp/f" >/dev/null 2>&1; echo $?)" \
    'own:2: column 21: no such item: requests.nwe
2'
rules 'X|2021|error|report|requests.new@total > highest(requests.received@count)|x|x|s' \
    'Y|2021|error|report|requests.new@total > requests.received@count|x|x|s'
is 'the highest of an older form' "$("$bin/check" --lang en --rules "$tmp/own" "$tmp/f" 2>&1 |
    sed 's/.*own:/own:/')" 'own:3: column 42: no form of the rule has such a cell: requests.received'

# More cells than are numbered: the last are left out, and that is said.
awk 'BEGIN {
	for (i = 0; i <= 16384; i++)
		printf "d.txt\t\t青石县\t2022\t2021\tproactive.i%d\tcount\t1\t件\tnumber\ttable\tL%d\t1\n", i, i
}' >"$tmp/crowd"
"$bin/check" --lang en "$tmp/crowd" >"$tmp/out" 2>"$tmp/err"
rows='check: d.txt: has more rows than a rule is applied to: the last ones are not checked'
is 'more cells than are numbered' "$(cat "$tmp/err")" \
    'check: d.txt: proactive.i16384@count: too many different cells: the last ones are left out
'"$rows"
sed '$d' "$tmp/crowd" >"$tmp/fewer"
"$bin/check" --lang en "$tmp/fewer" >"$tmp/out" 2>"$tmp/err"
is 'as many as are numbered' "$(cat "$tmp/err")" "$rows"

echo "1..$tap_n"
