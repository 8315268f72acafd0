# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by spread, behind tasks.sh: which tasks there are, and who does them.
#
#	count	large archives: how many entries they have
#	piece	files together, or a range of one: facts
#		(joined here: whose reports they are, which count)
#	deal	pieces: what counts of their facts, sorted by office
#	shard	offices, of all pieces: findings, a part of the summary
#		(merged here, in the order of the input)
#
# No step holds more than a piece, and of the whole only what is known of its documents
# is ever in one place.  In the spool:
#
#	settings	of the run, for the workers
#	new, plan, ...	the files, as intake.sh has them
#	pieces		first and last line of `new', range
#	STEP/NUMBER/	what a task made: see tasks.sh
#	todo		numbers of those that are to be done
#	joined/		what is known of all documents
#	log/		who did what: parallel's joblog, what jobs of Slurm say
{	# whole, or not at all: see common.sh

check_runner() {
	case $jobs in
	*[!0-9]*) die "$jobs: $(say '不是个数' 'not a number')" ;;
	esac
	bytes=$(numfmt --from=iec "$piece" 2>/dev/null)
	[ "${bytes:-0}" -gt 0 ] || die "$piece: $(say '大小写成 64M 这样' 'a size is like 64M')"
	piece=$bytes
	runner=parallel
	[ -z "$slurm" ] || runner=sbatch
	command -v "$runner" >/dev/null || die "$runner: $(say '没有安装' 'not installed')"
	[ -n "$slurm" ] || parallel --version 2>/dev/null | grep -q '^GNU parallel' ||
	    die "parallel: $(say '不是 GNU parallel' 'is not GNU parallel')"
}

# make_spool: $spool, for this run alone, in which $work is for what is of no use later.
make_spool() {
	mkdir -p -- "$output" && output=$(readlink -f -- "$output") || exit 2
	owner=$(cat "$output/runs/.lock" 2>/dev/null)
	[ "${owner:-spread}" = spread ] || die "$output: $(say \
	    "这里已是 $owner 的结果；请换一个输出位置" "holds results of $owner; choose another place")"
	mkdir -p -- "${spool:=$output/spool}" && spool=$(readlink -f -- "$spool") || exit 2
	[ -e "$spool/.lock" ] || [ -z "$(ls -A "$spool")" ] || die "$spool: $(say \
	    '不是本工具建立的文件夹' 'is not of these tools')"
	lock_spool
}

lock_spool() {
	exec 8>>"$spool/.lock"
	flock -w 10 8 || die "$spool: $(say '另一次运行还在进行' 'another run is at work here')"
	work=$spool/work
	rm -rf -- "$work"
	mkdir -p -- "$work" "$spool/log" || exit 2
	trap 'exit 2' HUP INT TERM
}

open_spool() {
	spool=$1
	# shellcheck disable=SC1091 # of the run
	. "$spool/settings" && [ "$settings" = whole ] || exit 2
	cd -- "$folder" || exit 2
	lock_spool
}

# find_work OPERAND...: the files to be read.  What was done is kept if they, and all that
# it depends on, are as they were.
find_work() {
	for operand; do
		[ "$operand" != - ] || die "-: $(say '要读的是文件' 'files are wanted')"
	done
	dir=$spool
	own=$spool
	: >"$work/read"
	find_before
	begin_reader
	look "$@"
	[ -z "$unlisted" ] || warn "$(say '有的文件夹或文件看不了' 'some of the files or folders cannot be seen')"
	wait_for_settings
	write_settings >"$work/for.workers" || exit 2
	{ cat "$work/listed" "$work/settings" && grep -vE '^(jobs|logins|slurm|sbatch)=' \
	    "$work/for.workers"; } >"$work/all" || exit 2
	cmp -s "$work/all" "$spool/all" || begin_anew
	rm -f -- "$spool"/tries.*
	cp -- "$work/for.workers" "$spool/settings" || exit 2
}

# write_settings: for a shell.
write_settings() {
	folder=$(pwd)
	for variable in language output data rules roster waivers manifest programs unlisted \
	    reader piece jobs logins slurm sbatch folder; do
		eval "value=\${$variable}"
		printf '%s=%s\n' "$variable" "$(quoted "$value")"
	done
	echo settings=whole
}

quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }

begin_anew() {
	[ ! -e "$spool/all" ] || warn "$spool: $(say '文件或设置与上次不同，从头开始' \
	    'the files or settings are others now; begun anew')"
	for step in count piece deal shard joined; do
		rm -rf -- "${spool:?}/$step" && mkdir -- "$spool/$step" || exit 2
	done
	rm -f -- "$spool/all" "$spool/pieces"
	mv -- "$work/new" "$work/plan" "$work/listed" "$work/there" "$work/skips.tsv" "$spool" &&
	    LC_ALL=C awk -f "$share/pieces.awk" -v most="$piece" -v large=1 "$spool/new" \
		>"$spool/large" && mv -- "$work/all" "$spool/all" || exit 2
}

# go_on: does what is left to do, and ends.
go_on() {
	do_step count "$spool/large"
	[ -e "$spool/pieces" ] || cut_pieces
	pieces=$(wc -l <"$spool/pieces")
	seq "$pieces" >"$work/pieces"
	do_step piece "$work/pieces"
	[ -e "$spool/joined/bounds" ] || join_pieces
	do_step deal "$work/pieces"
	shards=$(($(wc -l <"$spool/joined/bounds") + 1))
	seq "$shards" >"$work/shards"
	do_step shard "$work/shards"
	merge
}

# do_step STEP NUMBERS: has the tasks done whose numbers the file has.
do_step() {
	while read -r number; do
		[ -d "$spool/$1/$number" ] || echo "$number"
	done <"$2" >"$work/todo"
	[ -s "$work/todo" ] || return 0
	mv -- "$work/todo" "$spool/todo" || exit 2
	if [ -n "$slurm" ]; then
		submit "$1"
	else
		run_here "$1"
	fi
	while read -r number; do
		[ -d "$spool/$1/$number" ] || name_task "$1" "$number"
	done <"$spool/todo" >"$spool/failed.tsv"
	[ ! -s "$spool/failed.tsv" ] || give_up
}

# run_here STEP: by GNU parallel.  A task that fails is tried twice more, where there are
# other machines on one of these.  It is a Perl, which has words of its own for a locale
# that a machine lacks.
run_here() {
	PERL_BADLANG=0 parallel --will-cite --retries 3 -q ${jobs:+-j "$jobs"} ${logins:+-S "$logins"} \
	    --joblog "+$spool/log/$1" -a "$spool/todo" \
	    "$self" --task "$spool" "$1" '{}' </dev/null 8>&-
}

# submit STEP: to Slurm, an array, and behind it a job that goes on.  Ends.
submit() {
	tries=$(cat "$spool/tries.$1" 2>/dev/null)
	[ "${tries:-0}" -lt 3 ] || return 0
	echo "$((${tries:-0} + 1))" >"$spool/tries.$1"
	width=$(wc -l <"$spool/todo")
	[ "$width" -le 1000 ] || width=1000
	turns="$(quoted "$self") --turns $(quoted "$spool") $1"
	# shellcheck disable=SC2086 # words
	array=$(sbatch --parsable $sbatch --array="1-$width${jobs:+%$jobs}" -D "$spool" \
	    -o "$spool/log/$1.%A.%a" --wrap "$turns \$SLURM_ARRAY_TASK_ID $width") || not_submitted
	# shellcheck disable=SC2086 # words
	last=$(sbatch --parsable $sbatch --dependency="afterany:${array%%;*}" -D "$spool" \
	    -o "$spool/log/last.%A" --wrap "$(quoted "$self") --go-on $(quoted "$spool")") ||
	    not_submitted
	echo "$(say "已提交 $array；接着是" "submitted $array; then") $last"
	exit 0
}

not_submitted() { die "$(say '没有提交上' 'could not be submitted')"; }

# name_task STEP NUMBER: which files, entries of one, or offices it is about.
name_task() {
	case $1 in
	count) place=$(sed -n "${2}p" "$spool/new" | cut -f3) ;;
	shard) place=$(say "第 $2 批单位" "offices, part $2") ;;
	*)
		place=$(awk -F "$tab" -v n="$2" -v to="$(say 至 to)" '
		FILENAME == ARGV[1] { if (FNR == n) split($0, piece, " "); next }
		FNR == piece[1] { printf "%s", $3 }
		FNR == piece[2] && FNR > piece[1] { printf " %s %s", to, $3 }
		END { if (piece[3] != "1-") printf " %s", piece[3] }' "$spool/pieces" "$spool/new")
		;;
	esac
	printf '%s\t%s\t%s\n' "$1" "$2" "$place"
}

give_up() {
	while IFS=$tab read -r step number place; do
		warn "$place: $(say '三次都没有读成' 'not read, three times over') ($step $number)"
	done <"$spool/failed.tsv"
	die "$output: $(say "没有写完，原有结果未动；再运行一次，只做余下的；见 $spool/log" \
	    "not finished; nothing there was changed.  Run it again for what is left; see $spool/log")"
}

# cut_pieces: from what there is and how many entries large archives have.
cut_pieces() {
	while read -r number; do
		echo "$number $(cat "$spool/count/$number/entries")"
	done <"$spool/large" >"$work/entries" &&
	    LC_ALL=C awk -f "$share/pieces.awk" -v most="$piece" "$work/entries" "$spool/new" \
		>"$work/cut" && mv -- "$work/cut" "$spool/pieces" || exit 2
}

# in_order STEP FILE N: of the N tasks of a step, in the order of the input.
in_order() {
	at=0
	while [ "$at" -lt "$3" ]; do
		at=$((at + 1))
		cat "$spool/$1/$at/$2" || return 1
	done
}

# join_pieces: whose the documents are, and which of them count, as annual has it.
join_pieces() {
	dir=$spool
	new=$work/joined
	rm -rf -- "$work/before" && mkdir -- "$new" || exit 2
	find_before
	in_order piece said "$pieces" >&2
	for part in documents intake about; do
		in_order piece $part "$pieces" >"$work/$part" || exit 2
	done
	refuse_doubles
	for part in listed new skips.tsv; do
		cp -- "$spool/$part" "$work/$part" || exit 2
	done
	: >"$work/settings"
	: >"$work/status"
	stage read awk -F "$tab" -v OFS="$tab" '{ print $4, $3 }' "$work/new" >"$work/read"
	plan final
	enter
	find_offices
	choose_documents
	part_offices "$pieces" >"$new/bounds"
	stage documents whole_records "$new/.read/documents.tsv" >"$new/documents.tsv"
	stage keys cp -- "$work/keys" "$new/keys"
	judge_stages 18 || unfinished
	rm -rf -- "$spool/joined" && mv -T -- "$new" "$spool/joined" || exit 2
}

# Two files of the names "a.zip" and "a.zip!b.txt" can have documents of one name.
refuse_doubles() {
	double=$(cut -f1 "$work/documents" | LC_ALL=C sort | uniq -d | head -n 1) || exit 2
	[ -z "$double" ] || die "$double: $(say '两个文件里都有这个名字的文档；请换一个文件名' \
	    'documents of two files have this name; give one of them another')"
}

# part_offices N: the keys with which parts but the first begin, N parts of about as many
# documents.  Three stages.
part_offices() {
	stage weigh plainly awk -F "$tab" -v OFS="$tab" '
	FILENAME == ARGV[1] { present[$1] = $2; next }
	{
		key = $8 != "" ? $8 : $9
		documents[key in present ? present[key] : key]++
	}
	END { for (key in documents) print key, documents[key] }' \
	    "$work/keys" "$new/.read/documents.tsv" |
		stage sort plainly sort |
		stage cut plainly awk -F "$tab" -v parts="$1" \
		    -v documents="$(wc -l <"$new/.read/documents.tsv")" '
		n >= documents * (begun + 1) / parts { print $1; begun++ }
		{ n += $2 }'
}

# merge: the results, in the place of those of the last run.  Ends.
merge() {
	open_results spread "$output" || busy
	stage facts in_order deal facts "$pieces" >"$new/facts.tsv"
	stage findings in_order shard findings "$shards" >"$new/findings.tsv"
	filter aggregate -H --merge "$spool"/shard/*/part >"$new/summary.tsv"
	for file in documents rejects litter superseded read; do
		stage copy cp -- "$spool/joined/$file.tsv" "$new/"
	done
	[ -n "$slurm" ] || cat "$spool"/log/* >"$new/jobs.tsv" || exit 2
	stage piece in_order piece status "$pieces" >"$work/statuses"
	stage shard in_order shard status "$shards" >>"$work/statuses"
	judge_stages 10 || unfinished
	[ -z "$unlisted" ] || echo 2 >>"$work/statuses"
	status=$(sort -n "$work/statuses" | tail -n 1) && [ -n "$status" ] || exit 2
	publish
	rm -rf -- "$spool"
	exit "$status"
}
whole="${whole:-} steps"
}
