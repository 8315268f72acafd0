#!/bin/sh
# Messages: their text and each attachment is a document.
. tests/lib/tap.sh
python3 tests/lib/archives.py "$tmp" || exit 2
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

"$bin/extract" mail.eml >out 2>err
is 'members' "$(cut -f1 out | uniq)" 'mail.eml!message.html
mail.eml!柳桥镇年报.txt
mail.eml!柳桥.zip!r.txt
mail.eml!年报.txt
mail.eml!message.eml!message.txt'
is 'are counted' "$(cat err)" \
    'extract: 7 members = 5 documents + 2 skipped + 0 rejected'
is 'and read' "$(awk -F'\t' '$4 != "meta" && $3 != "meta" { print $9 }' out)" \
    '见附件
青石县柳桥镇2023年政府信息公开工作年度报告
规章
0
1
青石县柳桥镇2023年政府信息公开工作年度报告
规章
0
1
x
y
青石县柳桥镇2023年政府信息公开工作年度报告
规章
0
1'
status 'messages in messages' 2 "$bin/extract" deep.eml
is 'are bounded' "$(head -1 err)" 'extract: deep.eml!message.eml!message.eml!message.eml: archives are nested deeper than --depth'
status 'parts without end' 2 "$bin/extract" --members 9 many.eml
is 'are bounded' "$(cat err)" "extract: many.eml!message.txt: the message has more than --members
extract: 10 members = 9 documents + 0 skipped + 1 rejected"
status 'a large one' 2 "$bin/extract" --member-bytes 4K mail.eml many.eml
matches 'is told' err 'many.eml: is larger than --member-bytes'
printf 'From: a text\nthat is no message\n' >a.txt
is 'a text that begins like one' "$("$bin/extract" -q a.txt | tail -2 | cut -f9 | tr '\n' ' ')" \
    'From: a text that is no message '
plan $tap_n
