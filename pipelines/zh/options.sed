# What getopt(1) says in the C locale, in Chinese.
s/unrecognized option '\(.*\)'$/没有 \1 这个选项/
s/invalid option -- '\(.*\)'$/没有 -\1 这个选项/
s/option '\(.*\)' requires an argument$/\1 需要一个参数/
s/option requires an argument -- '\(.*\)'$/-\1 需要一个参数/
s/option '\(.*\)' doesn't allow an argument$/\1 不带参数/
s/option '\(.*\)' is ambiguous; possibilities: \(.*\)$/\1 不明确，可以是：\2/
