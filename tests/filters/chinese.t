#!/bin/sh
# Whoever has a Chinese locale is spoken to in Chinese: help, options, messages; by
# filters and by scripts.  That all of it is translated is looked at by in-step.t.
. tests/lib/tap.sh
PATH=$root/bin:$PATH
# Help and errors, by the locale: the rule of check's findings.
for locale in 'LC_ALL=zh_CN.UTF-8' 'LC_ALL= LC_MESSAGES=zh_CN' 'LC_ALL= LC_MESSAGES= LANG=zh'; do
	# shellcheck disable=SC2086 # words
	is "$locale" "$(env $locale check --help | head -2)" '用法：check [选项 ...] [文件 ...]
按各表式的规则核对数据。'
done
is 'another locale goes first' "$(LC_ALL=C LANG=zh_CN.UTF-8 check --help | head -1)" \
    'usage: check [OPTION ...] [FILE ...]'
unset LC_ALL
LANG=zh_CN.UTF-8
export LANG
for filter in extract extract-office extract-pdf sectionize tabulate check pinpoint aggregate reuse report export; do
	status "$filter --help" 0 "$bin/$filter" --help
	! command -v python3 >/dev/null ||
	    is "$filter: its words stand in one column" \
		"$(python3 tests/chinese/ragged.py <"$tmp/out")" ''
	status "$filter: an option that is none" 2 "$bin/$filter" --no-such-option
	is "$filter: is told" "$(cat "$tmp/err")" \
	    "$filter: --no-such-option: 没有这个选项，或它不带参数；用法见 $filter --help"
done
status 'a word that is none of an option' 2 "$bin/check" --lang fr
is 'is told' "$(cat "$tmp/err")" 'check: fr: 语言是 zh 或 en；用法见 check --help'

# The scripts: --help in any place; what getopt says.
for script in pipelines/zh/*; do
	name=$(basename "$script")
	[ "$name" != options.sed ] || continue
	status "$name --help" 0 "$bin/$name" x --help
	is "$name: is told how it is used" "$(head -1 "$tmp/out" | sed 's/ .*//')" "用法：$name"
done
status 'an option of a script that is none' 2 "$bin/annual" --none
is 'is told' "$(cat "$tmp/err")" 'annual: 没有 --none 这个选项
annual: 用 --help 看用法'
status 'one without its argument' 2 "$bin/annual" -o
is 'is told, too' "$(head -1 "$tmp/err")" 'annual: -o 需要一个参数'
status 'one that is two' 2 "$bin/annual" --o
is 'with both' "$(head -1 "$tmp/err")" "annual: --o 不明确，可以是：'--output' '--ocr'"
status 'one that takes none' 2 "$bin/annual" --quiet=1
is 'as such' "$(head -1 "$tmp/err")" 'annual: --quiet 不带参数'
status 'a language asked for' 2 env LC_ALL=C "$bin/annual" -q -l zh -o "$tmp/asked" "$tmp/none"
matches 'is that of the filters, too' "$tmp/err" 'none: 没有这个文件或目录'
matches 'a reason of the system' "$tmp/asked/rejects.tsv" '没有这个文件或目录'
status 'another one' 2 "$bin/annual" -q -l en -o "$tmp/asked" "$tmp/none"
matches 'likewise' "$tmp/err" 'none: No such file or directory'

# Messages made of parts: what came from outside stays as it is.
told() {
	"$@" 2>"$tmp/err" >/dev/null
	cat "$tmp/err"
}
printf 'a\tb\n' >"$tmp/facts"
is 'a line that is no record' "$(told "$bin"/check "$tmp/facts")" \
    "check: $tmp/facts:1: 有 2 个字段，数据应为 13 个：没有计入"
is 'a file that is not there' "$(told "$bin"/check "$tmp/is a script")" \
    "check: $tmp/is a script: 没有这个文件或目录"
mkdir "$tmp/data"
printf 'item\tspell\n' >"$tmp/data/spellings.tsv"
is 'a header line of data' "$(told "$bin"/check --data "$tmp/data" /dev/null)" "check: \
$tmp/data/spellings.tsv:1: 第 6 个字符：这里没有 spell 一列；列名一行应为：item\\x09spelling\\x09form"
printf '%s\n接受\trequests.new\tis a script\n' "$(head -1 lib/data/spellings.tsv)" \
    >"$tmp/data/spellings.tsv"
is 'a word of it' "$(told "$bin"/check --data "$tmp/data" /dev/null)" "check: \
$tmp/data/spellings.tsv:2: 第 17 个字符：没有这种表式：is a script"
head -c 8000 examples/reports.tar.gz >"$tmp/cut.tar.gz"
is 'a reason in a message' "$(told "$bin"/extract -q "$tmp/cut.tar.gz" | tail -1 | tr -d 0-9)" \
    "extract: $(printf %s "$tmp" | tr -d 0-9)/cut.tar.gz: 文件不全：请重新取得；里面可能有错的文档： 份"
plan "$tap_n"
