#!/bin/sh
# plot: what a summary becomes as a picture: every text, point and bar of it.
. tests/lib/tap.sh
of_scripts 'plot'
command -v gnuplot >/dev/null || {
	skip 'plot' 'no gnuplot'
	plan 1
	exit
}
plot=$root/pipelines/plot
TMPDIR=$tmp
export TMPDIR
unset LC_ALL
LANG=C.UTF-8
export LANG
seen() { python3 tests/lib/svg.py "$1"; }

# Lines
cat >"$tmp/summary" <<'EOS'
year	org	sum
2018	青石县柳桥镇	4
2018	青石县财政局	12
2019	青石县柳桥镇	8
2019	青石县财政局	
2020	青石县柳桥镇	0
2020	青石县财政局	10
2022	青石县柳桥镇	2
2022	青石县财政局	11
EOS
status 'lines' 0 "$plot" -b org -t 收到的申请 -u 件 -o "$tmp/lines.svg" "$tmp/summary"
is 'it says nothing' "$(cat "$tmp/out" "$tmp/err")" ''
seen "$tmp/lines.svg" >"$tmp/got"
cat >"$tmp/want" <<'EOS'
title 收到的申请
text 0
text 2
text 4
text 6
text 8
text 10
text 12
text 2018
text 2019
text 2020
text 2021
text 2022
text 收到的申请
text 件
text 青石县财政局
text 青石县柳桥镇
line 青石县财政局 3 0.00/1.00 0.50/0.83 1.00/0.92
line 青石县柳桥镇 2 0.00/0.33 0.25/0.67 0.50/0.00 1.00/0.17
made of circle defs feComposite feFlood filter g path rect svg text title use
EOS
same 'the one with the most first; where a figure is missing they break' "$tmp/got" "$tmp/want"
"$plot" -b org -t 收到的申请 -u 件 <"$tmp/summary" >"$tmp/out"
same 'from standard input to standard output' "$tmp/out" "$tmp/lines.svg"
status 'only one of two' 0 "$plot" -b org -n 1 -o "$tmp/one.svg" "$tmp/summary"
is 'the other is not left out in silence' "$(cat "$tmp/err")" \
    'plot: 1 more are not drawn, see -n'
is 'the one with the most is drawn' "$(seen "$tmp/one.svg" | grep line)" \
    'line 青石县财政局 3 0.00/1.00 0.50/0.00 1.00/0.50'
status 'one line of all' 0 "$plot" -o "$tmp/all.svg" - <<'EOS'
year	sum
2023	1.5
2024	-2
EOS
is 'needs no name' "$(seen "$tmp/all.svg" | grep line)" 'line 1 0.00/1.00 1.00/0.00'

# What is to be known of figures stands below them, once; of those not drawn it does not.
status 'caveats' 0 "$plot" -b series -n 2 -o "$tmp/notes.svg" - <<'EOS'
series	year	sum	caveat
a	2018	4	counted anew
a	2019	5	
b	2018	3	counted anew
b	2019	3	counted anew; <of two & more>
c	2019	1	not seen
EOS
is 'stand below' "$(seen "$tmp/notes.svg" | grep '^text [^0-9]' | tr '\n' ' ')" \
    'text ※ counted anew text ※ <of two & more> text a text b '

# Bars
awk -F'\t' 'NR == 1 || $1 == 2018' "$tmp/summary" >"$tmp/2018"
printf '2018\t青石县教育局\t123456789012345678901234567890\n2018\t青石县水务局\t\n' >>"$tmp/2018"
status 'bars' 0 "$plot" -r -b org,year -t 2018 -u 件 -o "$tmp/bars.svg" "$tmp/2018"
seen "$tmp/bars.svg" | grep -v 'e+' >"$tmp/got"
cat >"$tmp/want" <<'EOS'
title 2018
text 青石县教育局 2018
text 青石县财政局 2018
text 青石县柳桥镇 2018
text 0
text 2018
text 件
text 123456789012345678901234567890
text 12
text 4
bar 1.000
bar 0.000
bar 0.000
made of circle defs feComposite feFlood filter g path polygon rect svg text title use
EOS
same 'the longest first, with all digits; no bar where there is no figure' "$tmp/got" "$tmp/want"
sed '/教育局/d' "$tmp/2018" | "$plot" --ranking -b org >"$tmp/bars.svg"
is 'as long as the figures say' "$(seen "$tmp/bars.svg" | grep bar | tr '\n' ' ')" \
    'bar 1.000 bar 0.333 '

# Names that would be more than names.  What gnuplot is given has nothing of them.
mkdir "$tmp/bin"
gnuplot=$(command -v gnuplot)
cat >"$tmp/bin/gnuplot" <<EOS
#!/bin/sh
cp script data "$tmp"
"$gnuplot" "\$@"
ls >>"$tmp/made"
EOS
chmod +x "$tmp/bin/gnuplot"
touch='touch made'
{
	printf 'year\torg\tsum\n'
	while IFS= read -r hostile; do
		n=$((n + 1))
		printf '2023\t%s\t%d\n2024\t%s\t%d\n' "$hostile" $((100 - n)) "$hostile" $((100 - n))
	done <<-EOS
	\`$touch\`
	\$($touch)
	'; system("$touch"); plot '
	" . system("$touch") . "
	@touch %s %5.3f {/Symbol a} a_b^c ~a{.8-}
	T1x T2xxxxxx
	</text><script>alert(1)</script>&amp;&
	]]><!-- \\\\ \\t| \\n end \\101 \\U+4E2D
	$(printf 'escape \033[31m, turned \342\200\256 round, \302\233 and \177')
	<$touch
	|$touch
	=1+1,'=1'
	EOS
	printf '2024\t%s\t1\n' "$(head -c 3000 /dev/zero | tr '\0' x)"
} >"$tmp/hostile"
title="'; system(\"$touch\"); \`$touch\` </text> @touch"
status 'hostile names' 0 env PATH="$tmp/bin:$PATH" "$plot" -b org -n 20 -t "$title" \
    -u "$title" -o "$tmp/hostile.svg" "$tmp/hostile"
is 'are not run' "$(cat "$tmp/made")" 'data
drawn
script
summary
words'
is 'gnuplot is given marks only' "$(grep -o "'[^']*'" "$tmp/script" | sort -u |
    grep -vE "^'(T[0-9]+x+|#[0-9a-f]{6}|data|sans-serif,13|,17|%.12g|.)'$")
$(tr -d '0-9\t\n' <"$tmp/data")" "
NaN"
seen "$tmp/hostile.svg" | grep '^t\|^made' | grep -v 'text [0-9]*$' >"$tmp/got"
{
	printf '%s\n' "title $title" "text $title" "text $title"
	cat <<-EOS
	text \`$touch\`
	text \$($touch)
	text '; system("$touch"); plot '
	text " . system("$touch") . "
	text @touch %s %5.3f {/Symbol a} a_b^c ~a{.8-}
	text T1x T2xxxxxx
	text </text><script>alert(1)</script>&amp;&
	text ]]><!-- \\  |   end \\101 \\U+4E2D
	text escape �[31m, turned � round, � and �
	text <$touch
	text |$touch
	text =1+1,'=1'
	text $(head -c 58 /dev/zero | tr '\0' x)…
	made of circle defs feComposite feFlood filter g path rect svg text title use
	EOS
} >"$tmp/want"
same 'and stand there as they are, in a line; what cannot be seen is shown' "$tmp/got" "$tmp/want"
status 'as bars' 0 env PATH="$tmp/bin:$PATH" "$plot" -r -b org,year -n 30 -t "$title" \
    -o "$tmp/hostile.svg" "$tmp/hostile"
is 'neither' "$(sort -u "$tmp/made" | tr '\n' ' ')$(seen "$tmp/hostile.svg" | grep -c '^bar')" \
    'data drawn script summary words 25'

# What cannot be drawn
cat >"$tmp/bad" <<'EOS'
year	org	sum
2018	甲	4
2018	乙
2018	丙	四
二〇一八	丁	4
2018	甲	5
2019	甲	6
EOS
status 'lines that are none' 2 "$plot" -b org -o "$tmp/bad.svg" "$tmp/bad"
is 'are told, each' "$(cat "$tmp/err")" 'plot: 3: 2 fields where 3 belong
plot: 4: sum is no number: 四
plot: 5: year is no number: 二〇一八
plot: 6: there is a row already of 甲 2018; name more fields with -b'
is 'and the others drawn' "$(seen "$tmp/bad.svg" | grep line)" 'line 甲 1 0.00/0.00 1.00/1.00'
status 'in Chinese' 2 "$plot" -l zh -b org -o "$tmp/bad.svg" "$tmp/bad"
is 'likewise' "$(cat "$tmp/err")" 'plot: 3: 2 个字段，应有 3 个
plot: 4: sum 不是数：四
plot: 5: year 不是数：二〇一八
plot: 6: 已有一行是 甲 2018；用 -b 写出更多字段'
# refused WORDS ARGUMENT...: says so, and leaves what was there.
refused() {
	said=$1
	shift
	echo before >"$tmp/there.svg"
	status "plot $*" 2 "$plot" -o "$tmp/there.svg" "$@"
	is 'is told, and nothing drawn' "$(cat "$tmp/err" "$tmp/there.svg")" "plot: $said
before"
}
refused 'nosuch: the first line names no such field' -y nosuch "$tmp/summary"
refused 'nosuch: the first line names no such field' -b org,nosuch "$tmp/summary"
refused 'there is no figure to draw' -b org /dev/null
refused 'x: is no number' -n x "$tmp/summary"
refused 'one file will do' "$tmp/summary" "$tmp/summary"
printf 'year\tsum\n2018\t\377\n' >"$tmp/latin"
refused "$tmp/latin: is not UTF-8" "$tmp/latin"
cat >"$tmp/bin/gnuplot" <<EOS
#!/bin/sh
"$gnuplot" "\$@" | grep -v T2x
EOS
PATH=$tmp/bin:$PATH refused 'gnuplot: not all was drawn' -b org "$tmp/summary"
echo 'exit 1' >"$tmp/bin/gnuplot"
PATH=$tmp/bin:$PATH refused 'gnuplot: failed' -b org "$tmp/summary"
{
	printf 'org\tyear\tsum\n'
	seq 60 | sed 's/.*/Office &\t2020\t&/'
} >"$tmp/many"
"$plot" -b org -n 60 "$tmp/many" >"$tmp/out"
is 'sixty lines are all named' "$(seen "$tmp/out" | grep -c '^line Office')" 60
status 'no room' 2 sh -c '"$0" -b org "$1" >/dev/full' "$plot" "$tmp/summary"
for blocks in 1 2 4 8 16 20; do
	echo before >"$tmp/there.svg"
	sh -c 'ulimit -f "$1"; shift; "$@"' sh $blocks "$plot" -b org -o "$tmp/there.svg" \
	    "$tmp/hostile" >"$tmp/out" 2>&1
	is "no more than $blocks blocks: nothing" "$? $(cat "$tmp/there.svg")" '2 before'
done
status 'nor a folder' 2 "$plot" -b org -o "$tmp/no/x.svg" "$tmp/summary"
is 'nothing is left behind' "$(find "$tmp" -mindepth 1 -name 'tmp.*' -o -name '*.svg.*')" ''
status '--help' 0 "$plot" --help
matches 'tells the options' "$tmp/out" '^usage: plot '
plan "$tap_n"
