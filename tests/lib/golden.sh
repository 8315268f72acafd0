# Sourced by tests/golden and tests/filters/golden-*.t: what each filter makes
# of the fixtures, in whole, one file a case.
#
#	goldens FILTER DIR	writes DIR/CASE for each case of a filter

bin=${BIN:-$PWD/bin}
golden_tab=$(printf '\t')
fixtures=$(echo tests/fixtures/odd.* tests/fixtures/report.* tests/fixtures/pdf/*.*)
reports=$(echo tests/reports/[!s]* tests/reports/shape2.html)
sentences=$(echo tests/reports/sentences-*)
words=$(echo tests/words/*.txt)
layouts=$(echo tests/layouts/*.txt tests/layouts/*.md)
archive=examples/reports.tar.gz

# golden CASE COMMAND...: what it prints, complains of and ends with.
golden() {
	golden_case=$1
	shift
	"$@" >"$golden_tmp/out" 2>"$golden_tmp/err"
	golden_status=$?
	{
		case $golden_fold in
		none) cat "$golden_tmp/out" ;;
		*) awk -f "tests/lib/fold_$golden_fold.awk" "$golden_tmp/out" ;;
		esac
		sed 's/^/# /' "$golden_tmp/err"
		echo "# status $golden_status"
	} | sed "s|$golden_tmp/||g" >"$golden_dir/$golden_case"
	"$golden_made"
}

# Many small documents in a file, see words.awk.
words_of() { awk -f tests/lib/words.awk "$1"; }

case_of() { basename "$1" .txt; }

# The cells of tables, and at the end the documents that have none.
cells() {
	"$bin/tabulate" -q "$golden_tmp/in" | awk -F'\t' '
	$1 != last { doc[++n] = last = $1 }
	$11 == "table" { has[$1]; print }
	END {
		for (i = 1; i <= n; i++)
			if (!(doc[i] in has))
				print doc[i]
	}'
}

# A report with a sentence for each word.
sentences_with() {
	awk 'BEGIN {
		print "== words\n青石县民政局2022年政府信息公开工作年度报告\n一、总体情况"
	}
	/^#/ { next }
	{
		n = NR + 20
		print "收到" $0 "政府信息公开申请" n "件，" $0 "主动公开政府信息" n + 1 \
		    "条，答复" $0 "申请" n + 2 "件；网站" $0 "公开" n + 3 "条，" $0 n + 4 "件。"
	}' "$1" >"$golden_tmp/sentences"
	words_of "$golden_tmp/sentences" | "$bin/sectionize"
}

figures() {
	"$bin/tabulate" -q "$golden_tmp/in" | awk -F'\t' '$11 != "structure"'
}

blocks_of() { "$bin/extract" -q "$@" 2>/dev/null; }
sections_of() { blocks_of "$@" | "$bin/sectionize" 2>/dev/null; }
facts_of() { sections_of "$@" | "$bin/tabulate" -q 2>/dev/null; }

# The encoding and the words of each document, and how much was lost.
charsets() {
	"$bin/extract" -q "$golden_tmp"/charsets/* |
	    awk -F'\t' '$4 !~ /^(type|bytes|sha256|mtime)$/'
}

goldens_extract() {
	golden_fold=blocks
	for file in $fixtures $reports; do
		golden "$(case_of "$file")" "$bin/extract" "$file"
	done
	command -v python3 >/dev/null || return 0
	python3 tests/lib/word.py "$golden_tmp"
	python3 tests/lib/office.py "$golden_tmp"
	python3 tests/lib/ofd.py "$golden_tmp"
	python3 tests/lib/odf.py "$golden_tmp"
	mkdir "$golden_tmp/charsets"
	python3 tests/lib/charsets.py "$golden_tmp/charsets"
	golden charsets charsets
	for file in lists.docx parts.docx words.rtf documents.doc cells.xls \
	    parts.ofd parts.odt parts.ods parts.fodt; do
		golden "$file" "$bin/extract" "$golden_tmp/$file"
	done
	python3 tests/html/pages.py government 1 2 "$golden_tmp/pages"
	python3 tests/html/pages.py soup 1 40 "$golden_tmp/pages"
	golden pages.html "$bin/extract" -q "$golden_tmp/pages"
}

goldens_sectionize() {
	golden_fold=none
	golden bad-data data_refusals sectionize
	golden_fold=blocks
	for file in $archive $reports; do
		blocks_of "$file" >"$golden_tmp/in"
		golden "$(case_of "$file")" "$bin/sectionize" "$golden_tmp/in"
	done
	for file in $words; do
		case $file in
		*genres* | *offices* | *fields*) golden_fold=meta ;;
		*headings* | *lines*) golden_fold=blocks ;;
		*sections*) golden_fold=outline ;;
		*) continue ;;	# tabulate reads more of these
		esac
		words_of "$file" >"$golden_tmp/in"
		golden "$(case_of "$file")" "$bin/sectionize" \
		    -d tests/fictional "$golden_tmp/in"
	done
}

goldens_tabulate() {
	golden_fold=none
	golden bad-data data_refusals tabulate
	golden_fold=facts
	for file in $archive $reports $sentences $layouts tests/fixtures/report.*; do
		sections_of "$file" >"$golden_tmp/in"
		golden "$(case_of "$file")" "$bin/tabulate" "$golden_tmp/in"
	done
	golden_fold=claims
	sentences_with tests/words/lexicon >"$golden_tmp/in"
	golden lexicon figures
	golden_fold=cells
	sections_of tests/fixtures/damaged.tgz >"$golden_tmp/in"
	golden damaged cells
	words_of tests/words/tables.txt | "$bin/sectionize" >"$golden_tmp/in"
	golden tables cells
	golden_fold=facts
	for file in $words; do
		case $file in
		*genres* | *offices* | *fields* | *lines* | *sections* | *tables*)
			continue ;;
		esac
		words_of "$file" | "$bin/sectionize" >"$golden_tmp/in"
		golden "$(case_of "$file")" figures
	done
	command -v python3 >/dev/null || return 0
	golden_fold=none
	golden damages damages
}

# How many cells of damaged reports are read, and in which reports not all.
damages() {
	sh tests/corruption/run 3 560 layout.damage 2>&1 |
	    sed 's|^tabulate: .*!||'
}

goldens_check() {
	golden_fold=none
	for file in $archive $reports $sentences; do
		facts_of "$file" >"$golden_tmp/in"
		golden "$(case_of "$file").zh" "$bin/check" --lang zh "$golden_tmp/in"
		golden "$(case_of "$file").en" "$bin/check" --lang en "$golden_tmp/in"
	done
	facts_by_hand rules
	golden rules "$bin/check" --lang zh "$golden_tmp/in"
	golden rules.others verdicts
	facts_by_hand approximate
	golden approximate verdicts_of_figures
	facts_by_hand roster
	golden roster "$bin/check" --lang zh --roster tests/facts/roster.tsv \
	    --waivers tests/facts/waivers.tsv "$golden_tmp/in"
	golden roster.en "$bin/check" --lang en --roster tests/facts/roster.tsv \
	    "$golden_tmp/in"
	golden bad-rules refusals
	golden user-rules "$bin/check" --lang en -a --rules tests/facts/user.rules \
	    "$golden_tmp/in"
	command -v python3 >/dev/null || return 0
	perturbed 200
	golden perturbed findings_of_changes
}

# N made-up reports with one thing changed, and what that is.
perturbed() {
	python3 tests/perturb/perturb.py generate "$1" 7 "$golden_tmp/changes" \
	    >"$golden_tmp/in"
}

# A line a change: what it is, then each finding.
findings_of_changes() {
	"$bin/check" "$golden_tmp/in" | cut -f 1,5,6,8-10 |
	    awk -F'\t' -f tests/lib/fold_changes.awk "$golden_tmp/changes" -
}

repairs_of_changes() {
	"$bin/pinpoint" -t 60 -n 4 "$golden_tmp/in" | cut -f 1,5-13 |
	    awk -F'\t' -f tests/lib/fold_changes.awk "$golden_tmp/changes" -
}

verdicts_of_figures() { "$bin/check" "$golden_tmp/in" | cut -f1,5,9,10; }

verdicts() {
	"$bin/check" --lang en -v unknown,pass "$golden_tmp/in" | cut -f1,5,7-10
}

# What FILTER says of each line of bad-data.tsv that is for it.
data_refusals() {
	mkdir -p "$golden_tmp/own"
	awk -F'\t' -v filter="$1" '$1 == filter { print $2 "\t" $3 }' \
	    tests/facts/bad-data.tsv | while IFS="$golden_tab" read -r file line; do
		rm -f "$golden_tmp"/own/*
		{
			sed -n 1p "lib/data/$file.tsv" 2>/dev/null
			printf '%b\n' "$line" | sed "s/|/$golden_tab/g; s/¦/|/g"
		} >"$golden_tmp/own/$file.tsv"
		echo "$file: $line"
		"$bin/$1" --data "$golden_tmp/own" </dev/null \
		    >"$golden_tmp/said" 2>&1 || echo "	status $?"
		sed "s|$golden_tmp/||; s/^/	/" "$golden_tmp/said"
	done
}

# What check says of each line of bad.rules by itself.
refusals() {
	grep -v '^#' tests/facts/bad.rules | while IFS= read -r rule; do
		sed -n 1p tests/facts/user.rules >"$golden_tmp/rules"
		printf '%s\n' "$rule" >>"$golden_tmp/rules"
		printf '%.60s: ' "$rule"
		"$bin/check" --lang en --rules "$golden_tmp/rules" "$golden_tmp/in" \
		    2>&1 >"$golden_tmp/found" | sed "s|$golden_tmp/||"
		grep "^[^	]*	[^	]*	[^	]*	[^	]*	X	" "$golden_tmp/found" |
		    cut -f4- | head -1
		echo
	done
}

# Facts by hand, see unfold_facts.awk.
facts_by_hand() {
	awk -f tests/lib/unfold_facts.awk "tests/facts/$1.txt" >"$golden_tmp/in"
}

goldens_pinpoint() {
	golden_fold=repairs
	facts_by_hand rules
	golden rules "$bin/pinpoint" "$golden_tmp/in"
	facts_by_hand repairs
	golden repairs "$bin/pinpoint" -n 20 "$golden_tmp/in"
	golden few "$bin/pinpoint" -n 2 --rules tests/facts/user.rules \
	    "$golden_tmp/in"
	for file in $archive $reports; do
		facts_of "$file" >"$golden_tmp/in"
		golden "$(case_of "$file")" "$bin/pinpoint" -n 6 "$golden_tmp/in"
	done
	command -v python3 >/dev/null || return 0
	perturbed 120
	golden_fold=none
	golden perturbed repairs_of_changes
}

# aggregate CASE OPTION...: over the facts of the examples and the reports.
golden_summary() {
	golden_name=$1
	shift
	golden "$golden_name" "$bin/aggregate" -H --copies --with-children "$@" "$golden_tmp/in"
}

goldens_aggregate() {
	golden_fold=none
	# shellcheck disable=SC2086
	facts_of $archive $reports $sentences >"$golden_tmp/in"
	golden_summary years -g year,form -s sum,count -c total,count
	golden_summary items -g form,item -s count,sum,blank,na,unreadable,absent
	golden_summary offices -g region,org -i 'requests.**' -c total \
	    -s sum,mean,min,max,median
	golden_summary states -g doc,source -S table,prose -s records,count,approx
	golden_summary prose -g item -S prose -i 'prose.*' -i 'prose.requests.**'
	golden_summary all
	golden copies "$bin/aggregate" -g region,org -i requests.new -c total \
	    -s sum "$golden_tmp/in"
	golden left-out summary_and_list -g year,region -i 'requests.**' -c total \
	    -s records,sum
	golden statistics "$bin/aggregate" -H -g region,year -i requests.new \
	    -s sd,p25,p99.5,zero,share,share-of-all,rank,change,growth,index2020,rate \
	    --rate requests.results.open/requests.results.total "$golden_tmp/in"
	golden part "$bin/aggregate" --partial -g year -i requests.new -c total \
	    -s sum,median,sd "$golden_tmp/in"
	golden series "$bin/aggregate" -H --series -s sum,approx,blank,unreadable \
	    "$golden_tmp/in"
	facts_by_hand series
	golden panel "$bin/aggregate" --wide --states --labels \
	    -i 'requests.*,proactive.fees,prose.requests.received' -c 'total,count,amount' \
	    -S table,prose "$golden_tmp/in"
	golden panel.series "$bin/aggregate" --wide --series --by office --lang en \
	    "$golden_tmp/in"
	golden series.doubts "$bin/aggregate" -H --series --lang zh -g org \
	    "$golden_tmp/in"
}

# What is summed up, and what is left out of it.
summary_and_list() {
	"$bin/aggregate" -H --left-out "$golden_tmp/list" "$@" "$golden_tmp/in"
	summary_status=$?
	cat "$golden_tmp/list"
	return $summary_status
}

goldens_reuse() {
	golden_fold=none
	golden bad-data data_refusals reuse
	words_of tests/reuse/reports.txt | "$bin/sectionize" -d tests/fictional \
	    >"$golden_tmp/in"
	golden reports.zh "$bin/reuse" --lang zh "$golden_tmp/in"
	golden reports.en "$bin/reuse" -H --lang en --common 9 -c 20 "$golden_tmp/in"
	sections_of $archive >"$golden_tmp/in"
	golden reports.tar.gz "$bin/reuse" --lang zh "$golden_tmp/in"
}

# A page without its style and script, which are files of the tree.
page_of() {
	"$bin/report" "$@" >"$golden_tmp/page"
	page_status=$?
	sed "/^<style>/,/<\\/style>\$/d; /^<script>/,/<\\/script>\$/d
	    s/'sha256-[^']*'/HASH/g" "$golden_tmp/page"
	return $page_status
}

# What report makes of the facts at hand, in LANGUAGE, with check's OPTIONS.
golden_page() {
	golden_name=$1
	golden_language=$2
	shift 2
	"$bin/check" --lang "$golden_language" "$@" "$golden_tmp/in" \
	    >"$golden_tmp/findings" 2>/dev/null
	"$bin/pinpoint" --lang "$golden_language" "$golden_tmp/in" \
	    >"$golden_tmp/repairs" 2>/dev/null
	golden "$golden_name" page_of --lang "$golden_language" \
	    -f "$golden_tmp/findings" -p "$golden_tmp/repairs" \
	    -x tests/facts/page.rejects "$golden_tmp/in"
	golden "$golden_name.text" "$bin/report" --text --width 80 \
	    --lang "$golden_language" -f "$golden_tmp/findings" \
	    -p "$golden_tmp/repairs" "$golden_tmp/in"
}

goldens_report() {
	golden_fold=none
	golden bad-data data_refusals report
	facts_by_hand page
	golden_page page.zh zh --roster tests/facts/page.roster
	golden_page page.en en
}

# goldens FILTER DIR
goldens() {
	golden_dir=$2
	golden_tmp=$(mktemp -d)
	mkdir -p "$golden_dir"
	"goldens_$1"
	rm -rf "$golden_tmp"
}

# What is done with each golden when it is made: nothing; or, in a test, it is
# held against that of the tree.
golden_made=:

hold_golden() {
	if grep -q 'built without a PDF reader' "$golden_tmp/err"; then
		skip "$golden_filter $golden_case" 'built without a PDF reader'
	elif [ -e "tests/goldens/$golden_filter/$golden_case" ]; then
		same "$golden_filter $golden_case" "$golden_dir/$golden_case" \
		    "tests/goldens/$golden_filter/$golden_case"
	else
		tap_fail "$golden_filter $golden_case has no golden"
	fi
}

# hold FILTER: a test for each case of a filter, for those who sourced tap.sh.
hold() {
	golden_filter=$1
	golden_made=hold_golden
	goldens "$1" "$tmp/goldens"
	for golden_want in tests/goldens/"$1"/*; do
		[ -e "$tmp/goldens/${golden_want##*/}" ] ||
		    skip "$1 ${golden_want##*/}" 'not made here'
	done
	plan "$tap_n"
}
