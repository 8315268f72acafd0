# Sourced by tests/filters/pdf.t once for each reader of PDFs, in a folder of
# its own: the programs are in $bin.
# shellcheck shell=sh disable=SC2154
RESOURCES='' OBJECTS='' FONTS='' PAGE=''

# Reports made by an office suite from the pages beside them.
for page in "$fixtures"/*.html; do
	name=$(basename "$page" .html)
	"$bin/extract" -q "$page" >want
	read_pdf "$fixtures/$name.pdf" >got
	cells <want >want.cells
	cells <got >got.cells
	same "$name: every cell in its place" got.cells want.cells
	paragraphs <want >want.text
	paragraphs <got >got.text
	same "$name: every paragraph whole" got.text want.text
done

# by itself
file=$fixtures/no-rules.pdf
read_pdf --name a.pdf "$file" >want
is 'the name of the document' "$(cut -f1 want | uniq)" a.pdf
read_pdf --name a.pdf <"$file" | grep -v "${tap_tab}mtime" >got
grep -v "${tap_tab}mtime" want >rest
same 'from standard input' got rest
read_pdf -H "$file" | head -1 >got
is 'a header' "$(cut -f1,9 got)" "doc${tap_tab}text"
is 'a missing file' "$(read_pdf /no/such.pdf; cat err)" \
    'extract-pdf: /no/such.pdf: No such file or directory'
status 'a full disk' 2 sh -c '"$1" "$2" >/dev/full' - "$bin/extract-pdf" "$file"
"$bin/extract-pdf" "$file" "$file" "$file" "$file" "$file" "$file" 2>err | :
is 'a closed pipe' "$(cat err)" ''

# a table of thin bars, its last row without a rule below, going on without a
# head; a merged label in letters one below the other
{
	words 250 790 16 柳桥镇年报
	for y in 700 660 620; do bar 72 $y 400 0.5; done
	for x in 72 100 300 472; do bar $x 580 0.5 120.5; done
	words 80 680 10 号; words 110 680 10 指标; words 310 680 10 件数
	words 80 640 10 办; words 110 640 10 一、新收; words 310 640 10 12
	words 80 600 10 理; words 110 600 10 二、结转; words 310 600 10 7
	words 280 40 10 '- 1 -'
} >one
{
	for y in 780 740; do bar 72 $y 400 0.5; done
	for x in 72 100 300 472; do bar $x 740 0.5 40; done
	words 110 760 10 三、办结
	words 280 40 10 '- 2 -'
} >two
pdf one two >t.pdf
read_pdf t.pdf >got
is 'rules that are bars, a missing one, a page more' "$(rows <got)" '号|指标|件数
办|一、新收|12
理|二、结转|7
|三、办结|'
is 'its places' "$(awk -F'\t' '$9 == "7" || $9 == "三、办结" { print $2 }' got |
    tr '\n' ' ')" 'P1L4 P2L1 '
is 'numbers of pages are furniture' "$(awk -F'\t' '$4 == "furniture" { print $9 }' got |
    tr '\n' ' ')" '- 1 - - 2 - '

# figures that touch across the rule between narrow cells are two; one that is
# too wide for its cell is that cell's at whose side it begins or ends, or in whose
# middle it stands; what may be of either is read in neither
{
	for y in 780 760 740 720 700 680; do line 72 $y 212 $y; done
	for x in 72 132 147 177 212; do line $x 680 $x 780; done
	words 80 765 10 新收; words 132 765 10 804; words 147 765 10 223228; words 180 765 10 9
	words 80 745 10 结转; words 133 745 10 70123; words 180 745 10 8
	words 80 725 10 办结; words 151 725 10 70124; words 180 725 10 7
	words 80 705 10 公开; words 137 705 10 7012501; words 180 705 10 6
	words 80 685 10 其他; words 132 685 10 701260193; words 180 685 10 5
} >one
pdf one >t.pdf
read_pdf t.pdf >got
is 'figures across a rule' "$(rows <got)" '新收|804|223228|9
结转|70123||8
办结||70124|7
公开|7�|�2501|6
其他|70�|�60193|5'

# what a box hides that was drawn later is not seen; half a figure is none; what
# can be seen through hides nothing, nor does what a round clip leaves of a box
{
	for y in 780 760 740 720 700 680 660; do line 72 $y 272 $y; done
	for x in 72 172 272; do line $x 660 $x 780; done
	words 80 765 10 新收; words 180 765 10 11
	words 80 745 10 结转; words 180 745 10 2345; bar 178 743 60 12
	words 80 725 10 办结; words 180 725 10 3456; echo 1 g; bar 178 723 60 12; echo 0 g
	words 180 725 10 78
	words 80 705 10 公开; words 180 705 10 4567; echo 1 g; bar 190 703 60 12; echo 0 g
	words 80 685 10 其他; words 180 685 10 55; echo q 0.5 g /H gs; bar 178 683 60 12; echo Q
	words 80 665 10 总计; words 180 665 10 66
	echo q 1 g 178 663 m 178 690 258 690 258 663 c W n; bar 178 663 60 12; echo Q
} >one
RESOURCES='/ExtGState<</H<</ca 0.5>>>>' pdf one >t.pdf
read_pdf t.pdf >got
is 'what boxes hide' "$(rows <got | sed 's/^办结|[7�][8�]$/办结|78 or doubted/')" '新收|11
结转|
办结|78 or doubted
公开|45�
其他|55
总计|66'

# a letter drawn twice to be bold is one, two thin ones beside each other are two
{
	words 72 700 10 甲; words 72.4 700 10 甲; echo 30 Tz
	words 100 700 10 1; words 101.5 700 10 1; echo 100 Tz
} >one
pdf one >t.pdf
is 'thin letters' "$(read_pdf t.pdf | awk -F'\t' '$3 == "text" { print $9 }')" '甲 11'

# a page that begins with the rows that the page before began with: only the
# head is repeated, numbers of columns in it too
grid() {
	for y in 780 760 740 720 700 680; do line 72 $y 372 $y; done
	for x in 72 172 272 372; do line $x 680 $x 780; done
	grid_y=764
	while read -r a b c; do
		words 80 $grid_y 10 "$a"; words 180 $grid_y 10 "$b"; words 280 $grid_y 10 "$c"
		grid_y=$((grid_y - 20))
	done
}
grid >one <<-END
	单位 收件 办结
	1 2 3
	北桥镇 0 0
	柳桥镇 0 4
	青石镇 0 0
END
sed 's/<0034>/<0035>/' one >two
pdf one two >t.pdf
is 'equal rows of two pages are two' "$(read_pdf t.pdf | rows)" '单位|收件|办结
1|2|3
北桥镇|0|0
柳桥镇|0|4
青石镇|0|0
北桥镇|0|0
柳桥镇|0|5
青石镇|0|0'

# a frame that runs on beyond the page, as its cells do; a wide cell that is
# a little taller than its row
{
	for x in 72 472; do line $x -500 $x 120; done
	line 72 120 472 120; line 72 90 472 90
	for x in 73 272 471; do line $x 60 $x 120; line $x -20 $x 59; done
	line 73 60 471 60
	words 80 100 10 一、新收; words 280 100 10 12
	words 80 70 10 二、结转; words 280 70 10 7
	words 80 6 10 三、依照规定应当予以公开而由机关予以公; words 280 40 10 5
} >one
{
	for x in 72 472; do line $x 600 $x 1500; done
	for x in 73 272 471; do line $x 800 $x 900; done
	line 73 800 272 800; line 272 808 472 808
	for x in 73 272 471; do line $x 760 $x 799; done
	line 73 799 471 799; line 73 760 471 760
	words 80 830 10 开的
	words 80 775 10 四、其他; words 280 775 10 3
} >two
pdf one two >t.pdf
is 'rules beyond the page' "$(read_pdf t.pdf | rows)" '一、新收|12
二、结转|7
三、依照规定应当予以公开而由机关予以公开的|5
四、其他|3'

# a frame with rules between its rows only: columns by position, with a row over
# all, a head over two, a blank; then one more rule behind the labels
rows_only() {
	for y in 780 760 740 720 700 680; do line 72 $y 472 $y; done
	for x in 72 472; do line $x 680 $x 780; done
	words 180 764 10 第二十条第（一）项公开的政府信息
	words 80 744 10 信息内容; words 200 744 10 制发件数; words 320 744 10 废止件数; words 400 744 10 有效件数
	words 80 724 10 规章; words 220 724 10 1; words 340 724 10 2; words 420 724 10 9
	words 80 704 10 规范性文件; words 220 704 10 3; words 420 704 10 15
	words 80 684 10 合计; words 220 684 10 4; words 340 684 10 2; words 420 684 10 24
}
rows_only >one
pdf one >t.pdf
is 'rules between rows only' "$(read_pdf t.pdf | awk -F'\t' '$8 ~ /x/ && $8 != "1x1" { print $8 }
    { print > "got" }'; rows <got)" '1x4
第二十条第（一）项公开的政府信息
信息内容|制发件数|废止件数|有效件数
规章|1|2|9
规范性文件|3||15
合计|4|2|24'
{ rows_only; line 180 680 180 780; } >one
pdf one >t.pdf
is 'and one behind the labels' "$(read_pdf t.pdf | rows)" '|第二十条第（一）项公开的政府信息
信息内容|制发件数|废止件数|有效件数
规章|1|2|9
规范性文件|3||15
合计|4|2|24'
{
	for y in 780 760 740 720; do line 72 $y 472 $y; done
	for x in 72 472; do line $x 720 $x 780; done
	words 80 764 10 联系人：王某; words 300 764 10 电话：1234567
	words 80 744 10 地址：云河县新街; words 300 744 10 邮编：100000
	words 80 724 10 填报人：李某; words 300 724 10 审核人：赵某
} >one
pdf one >t.pdf
is 'words beside each other are no columns' "$(read_pdf t.pdf | rows)" '联系人：王某 电话：1234567
地址：云河县新街 邮编：100000
填报人：李某 审核人：赵某'

# no rules at all: a label reaches over the column of its first figure, a blank; a
# heading parts two tables
{
	words 80 764 10 信息内容; words 220 764 10 制发件数; words 300 764 10 废止件数; words 380 764 10 有效件数
	words 80 744 10 规章; words 235 744 10 1; words 395 744 10 9
	words 80 724 10 由县政府及其办公室制发的规范性; words 80 712 10 文件; words 235 712 10 3; words 315 712 10 4; words 395 712 10 5
	words 80 692 10 合计; words 235 692 10 4; words 315 692 10 4; words 395 692 10 14
	words 80 660 12 三、收到申请情况
	words 80 636 10 申请人; words 180 636 10 件数; words 260 636 10 答复
	words 80 616 10 自然人; words 185 616 10 7; words 265 616 10 6
	words 80 596 10 企业; words 185 596 10 2; words 265 596 10 2
} >one
pdf one >t.pdf
is 'tables without rules' "$(read_pdf t.pdf | awk -F'\t' '$3 == "cell" { print $5, $6, $7, $8, $9 }')" \
    '1 1 1 1x1 信息内容
1 1 2 1x1 制发件数
1 1 3 1x1 废止件数
1 1 4 1x1 有效件数
1 2 1 1x1 规章
1 2 2 1x1 1
1 2 3 1x1 
1 2 4 1x1 9
1 3 1 1x1 由县政府及其办公室制发的规范性文件
1 3 2 1x1 3
1 3 3 1x1 4
1 3 4 1x1 5
1 4 1 1x1 合计
1 4 2 1x1 4
1 4 3 1x1 4
1 4 4 1x1 14
2 1 1 1x1 申请人
2 1 2 1x1 件数
2 1 3 1x1 答复
2 2 1 1x1 自然人
2 2 2 1x1 7
2 2 3 1x1 6
2 3 1 1x1 企业
2 3 2 1x1 2
2 3 3 1x1 2'

# three rules across: the title above and the note below are no part of the table; names
# of two depths, one with a rule below it, one in several lines; a row of a label alone
placed() { awk -F'\t' '$3 == "cell" { print $6, $7, $8, $9 }' | tr -d ' '; }
{
	words 80 790 10 表一　各镇受理申请情况
	line 72 780 472 780; line 72 724 472 724; line 72 640 472 640
	words 80 740 10 镇街; words 260 764 10 申请; line 200 760 330 760
	words 210 740 10 当面; words 290 740 10 网络
	words 380 752 10 办结; words 380 740 10 总数
	words 80 710 10 城区
	words 90 698 10 东河镇; words 215 698 10 3; words 295 698 10 14; words 385 698 10 17
	words 90 686 10 西河镇; words 215 686 10 5; words 385 686 10 5
	words 80 674 10 农村
	words 90 662 10 北山乡; words 215 662 10 0; words 295 662 10 2; words 385 662 10 2
	words 90 650 10 南山乡; words 215 650 10 11; words 295 650 10 9; words 385 650 10 20
	words 80 626 10 注：数据截至年末。
} >one
pdf one >t.pdf
is 'three rules: names of two depths' "$(read_pdf t.pdf | placed)" '112x1镇街
121x2申请
142x1办结总数
221x1当面
231x1网络
311x1城区
321x1
331x1
341x1
411x1东河镇
421x13
431x114
441x117
511x1西河镇
521x15
531x1
541x15
611x1农村
621x1
631x1
641x1
711x1北山乡
721x10
731x12
741x12
811x1南山乡
821x111
831x19
841x120'
is 'its title and its note' "$(read_pdf t.pdf | awk -F'\t' '$3 == "text" { print $9 }')" \
    '表一 各镇受理申请情况
注：数据截至年末。'

# no rule: names over the middle of those below, a label around its figures, dots that
# lead to a figure; rows with space between, in one of which a figure had no room
{
	words 200 790 10 申请; words 340 790 10 办结
	words 160 766 10 当面; words 240 766 10 网络; words 300 766 10 公开; words 380 766 10 不公开
	words 72 742 10 东河镇; words 165 742 10 '3'; words 245 742 10 14; words 305 742 10 12; words 385 742 10 5
	words 72 716 10 西河镇及; words 72 704 10 开发区; words 165 710 10 7; words 305 710 10 6; words 385 710 10 1
	words 72 680 10 '北山乡.......'; words 165 680 10 8; words 245 680 10 9; words 305 680 10 9; words 385 680 10 8
	words 72 654 10 合计; words 160 654 10 1234; words 245 654 10 23; words 305 654 10 27; words 385 654 10 14
	words 160 642 10 5
} >one
pdf one >t.pdf
is 'no rule: names over others, labels of two lines' "$(read_pdf t.pdf | placed)" '121x2申请
141x2办结
221x1当面
231x1网络
241x1公开
251x1不公开
311x1东河镇
321x13
331x114
341x112
351x15
411x1西河镇及开发区
421x17
431x1
441x16
451x11
511x1北山乡
521x18
531x19
541x19
551x18
611x1合计
621x112345
631x123
641x127
651x114'

# the same columns on the next page, where one has no text and the labels stand in two;
# below it another table, whose heading is an item
{
	words 80 764 10 镇街; words 200 764 10 新收; words 280 764 10 结转; words 360 764 10 办结
	words 80 744 10 东河镇; words 205 744 10 4; words 285 744 10 1; words 365 744 10 5
	words 80 724 10 西河镇; words 205 724 10 2; words 285 724 10 3; words 365 724 10 5
	words 80 704 10 南山乡; words 205 704 10 6; words 285 704 10 0; words 365 704 10 1234
} >one
{
	words 365 790 10 5
	words 80 764 10 农村; words 130 764 10 北山乡; words 205 764 10 8; words 365 764 10 8
	words 130 744 10 青石乡; words 205 744 10 9; words 365 744 10 9
	words 130 724 10 白水乡; words 205 724 10 9; words 365 724 10 7
	words 80 690 10 四、行政复议情况
	words 80 660 10 结果维持; words 150 660 10 结果纠正; words 220 660 10 其他结果; words 290 660 10 总计
	words 85 640 10 1; words 155 640 10 2; words 225 640 10 0; words 295 640 10 3
	words 85 620 10 4; words 155 620 10 1; words 225 620 10 2; words 295 620 10 7
} >two
pdf one two >t.pdf
is 'a column without text on the next page, digits of a figure there' \
    "$(read_pdf t.pdf | awk -F'\t' '$3 == "cell" { printf "%s%s", $5 $6 == row ? "|" : sep, $9; row = $5 $6; sep = "\n" }
    $3 == "text" { print sep $9; sep = "" } END { print "" }')" '镇街|新收|结转|办结
东河镇||4|1|5
西河镇||2|3|5
南山乡||6|0|1234 5
农村|北山乡|8||8
|青石乡|9||9
|白水乡|9||7
四、行政复议情况
结果维持|结果纠正|其他结果|总计
1|2|0|3
4|1|2|7'

# figures over each other in a narrow cell: one that had no room, or two of two
# labels without a rule between
{
	for y in 700 660 620 580; do line 72 $y 372 $y; done
	for x in 72 232 262 372; do line $x 580 $x 700; done
	words 80 676 10 规章; words 80 664 10 规范性文件; words 236 676 10 1234; words 236 664 10 5678
	words 270 676 10 3; words 270 664 10 4
	words 80 640 10 收费; words 236 646 10 1234; words 236 634 10 5678; words 270 640 10 5
	words 80 606 10 合计; words 80 594 10 占比; words 236 606 10 87.1; words 236 594 10 88.8; words 270 600 10 5
} >one
pdf one >t.pdf
is 'figures over each other' "$(read_pdf t.pdf | rows)" '规章规范性文件|1234 5678|3 4
收费|12345678|5
合计占比|87.1 88.8|5'

# a row cut by the page's end
{
	for y in 100 60; do line 72 $y 472 $y; done
	for x in 72 150 472; do line $x 60 $x 100; done
	words 80 80 10 四、保护他人
	words 80 66 10 的合法权益的
	words 160 80 10 3
} >one
{
	for y in 780 750 720; do line 72 $y 472 $y; done
	for x in 72 150 472; do line $x 720 $x 780; done
	words 80 765 10 情形
	words 80 735 10 五、其他; words 160 735 10 0
} >two
pdf one two >t.pdf
is 'a row cut in two is one' "$(read_pdf t.pdf | rows)" \
    '四、保护他人的合法权益的情形|3
五、其他|0'

# and one whose label had no room above, though its figures had
{
	for y in 120 90; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 40 $x 120; done
	words 80 100 10 一、其他; words 180 100 10 1; words 280 100 10 2; words 380 100 10 3
	words 180 60 10 4; words 380 60 10 5
} >one
{
	for y in 760 730; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 730 $x 790; done
	words 80 780 10 二、申请人逾期; words 80 768 10 不补正; words 80 740 10 三、总计; words 280 740 10 6
} >two
pdf one two >t.pdf
is 'a label behind the break' "$(read_pdf t.pdf | rows)" '一、其他|1|2|3
二、申请人逾期不补正|4||5
三、总计||6|'

# paragraphs
{
	words 96 700 12 本报告由松溪县民政局编制，所列数据的统计期限自一月一日起，
	words 72 680 12 至十二月三十一日止。联系电话12
	words 96 640 12 一、总体情况
} >one
pdf one >t.pdf
is 'paragraphs and headings' "$(read_pdf t.pdf | paragraphs)" \
    '本报告由松溪县民政局编制，所列数据的统计期限自一月一日起，至十二月三十一日止。联系电话12
一、总体情况'
is 'text drawn twice is read once' "$({ words 72 700 12 公开; words 72.3 700 12 公开; } >one
    pdf one >t.pdf; read_pdf t.pdf | paragraphs)" 公开

# marks of footnotes above the line, in the size of several programs; powers;
# what is small or beside it but on the line
{
	for y in 720 700 680 660 640 620; do line 72 $y 272 $y; done
	for x in 72 172 272; do line $x 620 $x 720; done
	words 80 706 10 24.91; words 105 709.3 6.5 2; words 180 706 10 24.91; words 205 711 6 2
	words 80 686 10 占地8m; words 110 690 8.3 2; words 180 686 10 H; words 185 684 6 2; words 188 686 10 O
	words 80 669 6 3; words 83 666 10 共7件; words 180 666 10 8; words 185 666 7 9件
	words 80 646 10 共69; words 100 650 6 12; words 106 646 10 件; words 180 646 6 12
	words 80 626 10 12; words 180 633 6 3; words 180 626 10 4
} >one
pdf one >t.pdf
is 'raised figures' "$(read_pdf t.pdf | rows)" '24.91²|24.91²
占地8m²|H₂O
³共7件|89件
共69¹²件|12
12|3 4'

# what a line strikes out
{
	for y in 700 660 620; do line 72 $y 472 $y; done
	for x in 72 272 472; do line $x 620 $x 700; done
	words 80 676 10 一、新收; words 280 676 10 6869; line 280 679.5 290 679.5
	words 80 636 10 二、结转; words 280 636 10 7 ; words 285 636 10 12; bar 279 639 7 0.7
	words 72 600 12 共68; bar 84 604 12 0.6; words 96 600 12 69件; line 72 597 140 597
} >one
{ line 60 584 200 584; words 72 580 12 合计5; } >two
pdf one >t.pdf
pdf two >two.pdf
is 'struck out figures' "$(read_pdf t.pdf | rows)" '一、新收|69
二、结转|12'
is 'but not underlined, or on a longer line' \
    "$(read_pdf t.pdf two.pdf | awk -F'\t' '$3 == "text" { print $9 }')" '共 69件
合计5'

# what nobody sees: no ink, the colour of the paper or of the ground, a clip, the
# page's edge; but white on dark is seen, and a figure cut in two is no figure
{
	for y in 700 680 660 640 620; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 620 $x 700; done
	words 80 686 10 一; words 180 686 10 1; echo '3 Tr'; words 185 686 10 2; echo '0 Tr'
	echo '1 g'; words 280 686 10 34; echo '0 g'; words 380 686 10 5; echo '1 1 1 rg'; words 385 686 10 6; echo '0 g'
	words 80 666 10 二; echo '0 0 0.5 rg 172 661 100 18 re f 1 g'; words 180 666 10 7; echo '0 0 0.5 rg'
	words 185 666 10 8; echo '0 g'; words 280 666 10 9; echo '/Clear gs'; words 285 666 10 10; echo '/Full gs 0 0 0 0 k'
	words 380 666 10 11; echo '/Sep cs 0.3 scn'; words 392 666 10 12; echo '0 g'
	words 80 646 10 三; echo 'q 172 640 18 20 re W n'; words 180 646 10 1314; echo 'Q'
	echo 'q 280 640 10 20 re W n'; words 280 646 10 15; words 310 646 10 16; echo 'Q'
	echo '0.9 g 372 641 100 18 re f 0 g'; words 380 646 10 17
	words 80 626 10 四; words 180 626 10 18; echo '7 Tr'; words 280 626 10 19; echo '0 Tr'; words 380 626 10 20
	words 610 626 10 21; words 80 900 10 22
} >one
RESOURCES='/ExtGState<</Clear<</ca 0>>/Full<</ca 1>>>>/ColorSpace<</Sep[/Separation/Spot/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]>>'
pdf one >t.pdf
is 'what nobody sees is not there' "$(read_pdf t.pdf | rows)" '一|1||5
二|7|9|12
三|13�|15|17
四|18|19|20'
is 'nor beside' "$(read_pdf t.pdf | paragraphs)" ''
RESOURCES=''
PAGE='/CropBox[0 0 300 842]'
{
	for y in 700 680 660; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 660 $x 700; done
	words 80 686 10 一; words 180 686 10 1; words 280 686 10 123456; words 380 686 10 3
	words 80 666 10 二; words 180 666 10 4; words 280 666 10 56; words 380 666 10 6
} >one
pdf one >t.pdf
is 'beyond the crop box' "$(read_pdf t.pdf | rows)" '一|1|1234�
二|4|56'
PAGE=''

# letters that are not seen, over a picture of them or below it: a layer for it
layer() {
	echo "$1"
	words 72 700 12 云河县政府信息公开工作年度报告
	words 72 680 12 本年收到申请56件，答复55件。
	echo '0 Tr'
}
picture() { echo 'q 595 0 0 842 0 0 cm /Scan Do Q'; }
OBJECTS='100 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream
x
endstream endobj'
RESOURCES='/XObject<</Scan 100 0 R>>'
{ picture; layer '3 Tr'; } >over
{ layer '0 Tr'; picture; words 290 40 10 '- 2 -'; } >below
pdf over below >t.pdf
is 'a layer of letters over a scan' "$(read_pdf t.pdf | awk -F'\t' '$4 == "ocr" || $3 == "text" { print $4, $9 }')" \
    'ocr 2
 云河县政府信息公开工作年度报告本年收到申请56件，答复55件。
 云河县政府信息公开工作年度报告本年收到申请56件，答复55件。
furniture - 2 -'
{ picture; words 72 700 12 云河县政府信息公开工作年度报告，本年收到申请56件，答复55件。; echo '3 Tr'; words 72 600 12 不可见的文字; } >one
pdf one >t.pdf
is 'but not where there is print' "$(read_pdf t.pdf | awk -F'\t' '$4 == "ocr" || $3 == "text" { print $4, $9 }')" \
    ' 云河县政府信息公开工作年度报告，本年收到申请56件，答复55件。'
scanned() {
	picture
	for y in 640 620 600; do line 72 $y 472 $y; done
	for x in 72 272 372 472; do line $x 600 $x 640; done
	layer '3 Tr'
	echo '3 Tr'
	words 80 626 10 收件; words 280 626 10 12; words 380 626 10 13
	words 80 606 10 办结; words 380 606 10 8
	echo '0 Tr'
}
scanned >one
pdf one >t.pdf
is 'what the layer leaves empty is not blank' "$(read_pdf t.pdf | rows)" '收件|12|13
办结|￼|8'
OBJECTS='' RESOURCES=''

# a table of two cells, in pieces below
table() {
	for y in 700 660; do line 72 $y 472 $y; done
	for x in 72 272 472; do line $x 660 $x 700; done
	words 80 676 10 "$1"; words 280 676 10 12
}
{ table 一、新收; slanted 180 580 40 仅供内部使用; } >one
pdf one >t.pdf
is 'a watermark is in no cell' "$(read_pdf t.pdf | rows)" '一、新收|12'
is 'and no paragraph' "$(read_pdf t.pdf | paragraphs)" ''
sed 's/0.7 0.7 -0.7 0.7/0.9 0.4 -0.4 0.9/' one >less
pdf less >t.pdf
is 'however slanted' "$(read_pdf t.pdf | rows; read_pdf t.pdf | paragraphs)" '一、新收|12'

# drawn by a form that is drawn by a form; the clip leaves nothing of a rule
{
	echo 'q 0 0 200 200 re W n'
	line 372 660 372 700
	echo 'Q /Outer Do'
} >one
table 二、结转 >form
inner='q 2 0 0 2 -72 -700 cm /Table Do Q'
OBJECTS="100 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[0.5 0 0 0.5 36 350]/Resources<</XObject<</Table 101 0 R>>>>/Length ${#inner}>> stream
$inner
endstream endobj
101 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Length $(wc -c <form)>> stream
$(cat form)
endstream endobj"
RESOURCES='/XObject<</Outer 100 0 R>>'
pdf one >t.pdf
is 'forms' "$(read_pdf t.pdf | rows)" '二、结转|12'
OBJECTS='' RESOURCES=''

# shapes filled with a pattern, and curves, are no rules
{
	table 三、办结
	echo '/Pattern cs /None scn 371 660 1 40 re f'
	echo '372 660 m 372 670 372 690 372 700 c S'
	echo '0 g'
} >one
pdf one >t.pdf
is 'patterns and curves' "$(read_pdf t.pdf | rows)" '三、办结|12'

# a page that is turned, and its letters with it
{ echo '0 1 -1 0 700 0 cm'; table 四、其他; } >one
PAGE='/Rotate 90'
pdf one >t.pdf
is 'a turned page' "$(read_pdf t.pdf | rows)" '四、其他|12'
PAGE='/Rotate 270/CropBox[50 50 550 800]'
{ echo '0 -1 1 0 -200 742 cm'; table 五、其他; } >one
pdf one >t.pdf
is 'the other way, and cropped' "$(read_pdf t.pdf | rows)" '五、其他|12'
PAGE=''

# a page drawn sideways, or upside down, that says nothing of it; its number is
# upright
{ echo 'q 0 1 -1 0 700 0 cm'; table 六、其他; echo Q; words 290 40 10 7; } >left
{ echo 'q 0 -1 1 0 -200 742 cm'; table 七、其他; echo Q; words 290 40 10 8; } >right
{ echo '-1 0 0 -1 595 842 cm'; table 八、其他; } >down
pdf left right down >t.pdf
is 'pages drawn sideways' "$(read_pdf t.pdf | rows)" '六、其他|12|七、其他|12|八、其他|12'
is 'and their numbers' "$(read_pdf t.pdf | awk -F'\t' '$3 == "text" { print $4, $9 }')" \
    'furniture 7
furniture 8'

# running text in two columns, below a title and above a line over both
{
	words 150 780 14 云河县政府信息公开工作年度报告
	words 92 740 12 全年主动公开信息1234条，比上年; words 330 733 12 二、依申请公开
	words 72 720 12 多出120条，其中规范性文件7件，并; words 330 713 12 收到申请56件，其中自然人提出
	words 72 700 12 解读9篇。网站由县政府办公室维护，; words 310 693 12 50件，企业提出6件，均已按期答
	words 72 680 12 新媒体发布消息300条。; words 310 673 12 复。
	words 92 660 12 另外编印公报12期，分送各乡镇和; words 330 653 12 本年没有行政复议，也没有行政
	words 72 640 12 各村便民服务点查阅。; words 310 633 12 诉讼。
	words 72 590 12 以上数据统计时间自一月一日至十二月三十一日，由云河县政府办公室解释。
	words 290 40 10 '- 1 -'
} >one
pdf one >t.pdf
is 'two columns of text' "$(read_pdf t.pdf | awk -F'\t' '$3 == "text" { print $2, $4, $9 }')" \
    'P1L1  云河县政府信息公开工作年度报告
P1L2  全年主动公开信息1234条，比上年多出120条，其中规范性文件7件，并解读9篇。网站由县政府办公室维护，新媒体发布消息300条。
P1L6  另外编印公报12期，分送各乡镇和各村便民服务点查阅。
P1L2  二、依申请公开
P1L3  收到申请56件，其中自然人提出50件，企业提出6件，均已按期答复。
P1L6  本年没有行政复议，也没有行政诉讼。
P1L8  以上数据统计时间自一月一日至十二月三十一日，由云河县政府办公室解释。
P1L9 furniture - 1 -'

# letters below each other, by the font and by place
FONTS=/V\ 100\ 0\ R
OBJECTS='100 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-V/DescendantFonts[4 0 R]>> endobj'
{
	for y in 700 600; do line 72 $y 472 $y; done
	for x in 72 100 472; do line $x 600 $x 700; done
	words 86 690 10 结果 | sed 's/F/V/'
	words 110 650 10 12
} >one
pdf one >t.pdf
is 'letters below each other' "$(read_pdf t.pdf | rows)" '结果|12'

# letters that stand for no character
FONTS=/U\ 100\ 0\ R
OBJECTS='100 0 obj <</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[101 0 R]>> endobj
101 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Unknown)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000>> endobj'
{
	words 72 700 10 本年新收政府信息公开申请 | sed 's/F/U/'
	words 72 680 10 公开
} >one
pdf one >t.pdf
status 'letters of no known character' 2 "$bin/extract-pdf" t.pdf
is 'are told' "$(cut -d: -f3- "$tmp/err")" ' has pages without text to read, scans perhaps: see --ocr'
OBJECTS='' FONTS=''

# a picture, an outline in a cell: not blank; nor is the ground of a cell a figure
{
	for y in 700 660 620; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 620 $x 700; done
	words 80 676 10 一
	printf 'q 12 0 0 12 180 676 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q\n'
	echo '290 690 m 284 690 284 676 290 676 c 296 676 296 690 290 690 c f'
	echo 'q 98 0 0 38 373 661 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q'
	words 80 636 10 二
	bar 180 630 10 10
} >one
pdf one >t.pdf
is 'pictures in cells' "$(read_pdf t.pdf | rows)" '一|￼|￼|
二|||'
{
	echo '0 1 -1 0 700 0 cm'
	cat one
} >turned
pdf turned >t.pdf
is 'in a table that lies on its side' "$(read_pdf t.pdf | rows)" '一|￼|￼|
二|||'

# numbers of glyphs without a map, of digits and of controls, are no characters
FONTS=/U\ 100\ 0\ R
OBJECTS='100 0 obj <</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[101 0 R]>> endobj
101 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 500>> endobj'
{
	for y in 700 660; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 660 $x 700; done
	words 80 676 10 一
	echo 'BT /U 10 Tf 180 676 Td <00310034> Tj ET'
	echo 'BT /U 10 Tf 280 676 Td <0014> Tj ET'
	words 380 676 10 4
} >one
pdf one >t.pdf
is 'numbers of glyphs are no digits' "$(read_pdf t.pdf | rows | sed 's,[14]�,�,g')" '一|��|�|4'
OBJECTS='' FONTS=''

# some of them, in cells: those are not blank, but a space is
cmap='1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0003> <0020> <0014> <0031> endbfchar
1 beginbfrange <0015> <0017> <0032> endbfrange 1 beginbfrange <0020> <0021> [<4E00> <4E8C>] endbfrange'
FONTS='/U 100 0 R/S 103 0 R'
OBJECTS="100 0 obj <</Type/Font/Subtype/Type0/BaseFont/Some/Encoding/Identity-H/DescendantFonts[101 0 R]/ToUnicode 102 0 R>> endobj
101 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/Some/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[3 [250] 20 60 500]>> endobj
102 0 obj <</Length ${#cmap}>> stream
$cmap
endstream endobj
103 0 obj <</Type/Font/Subtype/Type1/BaseFont/Odd/FontDescriptor 5 0 R/FirstChar 48/LastChar 57/Widths[500 500 500 500 500 500 500 500 500 500]/Encoding<</Type/Encoding/Differences[32/space 48/zero/.notdef/two/.notdef/space]>>>> endobj"
{
	for y in 700 660 620; do line 72 $y 472 $y; done
	for x in 72 172 272 372 472; do line $x 620 $x 700; done
	words 80 676 10 一
	echo 'BT /U 10 Tf 180 676 Td <001400300016> Tj ET'
	echo 'BT /U 10 Tf 280 676 Td [<0014> -2000 <00310003> -500 <0016>] TJ ET'
	echo 'BT /U 10 Tf 380 676 Td <00030003> Tj ET'
	words 80 636 10 二
	echo 'BT /S 10 Tf 180 636 Td (022) Tj ET'
	echo 'BT /S 10 Tf 280 636 Td (\\0601\\062) Tj ET'
	echo 'BT /S 10 Tf 380 636 Td (3) Tj 2 0 Td ( 4) Tj ET'
	echo '8 Tc 200 Tz BT /S 5 Tf 80 606 Td (99\\007) Tj T* ET 0 Tc 100 Tz'
} >one
pdf one >t.pdf
is 'letters of no known character in cells' "$(read_pdf t.pdf | rows | tr -d ' ')" '一|1�3|1�3|
二|022|0�2|�'
is 'and elsewhere, spread and stretched' "$(read_pdf t.pdf | paragraphs)" '99�'
{
	echo '0 1 -1 0 700 0 cm'
	cat one
} >turned
PAGE='/Rotate 90'
pdf turned >t.pdf
is 'on a turned page' "$(read_pdf t.pdf | rows | tr -d ' ')" '一|1�3|1�3|
二|022|0�2|�'
PAGE='' OBJECTS='' FONTS=''

# fonts that are no objects of the file, one saved while another is set
direct() {
	echo "<</Type/Font/Subtype/Type1/BaseFont/Odd/FontDescriptor 5 0 R/FirstChar 48/LastChar 49/Widths[500 500]/Encoding<</Type/Encoding/Differences[48/$1/$2]>>>>"
}
FONTS="/S $(direct .notdef one)/T $(direct zero .notdef)"
{
	table 一
	echo 'BT /S 10 Tf q /T 10 Tf Q 300 676 Td (01) Tj /T 10 Tf 30 0 Td (01) Tj ET'
} >one
pdf one >t.pdf
is 'fonts within the resources' "$(read_pdf t.pdf | rows | tr -d ' ')" '一|12�10�'
FONTS=''

# bytes before the header: a byte order mark, an answer over HTTP
table 五、结转 >one
{ printf '\357\273\277'; pdf one; } >bom.pdf
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'; pdf one; } >http.pdf
is 'bytes before the header' "$("$bin/extract" -q bom.pdf | rows; "$bin/extract" -q http.pdf | rows)" \
    '五、结转|12
五、结转|12'

# spaces that letters are drawn over, as fields of forms are
{
	words 72 700 10 收到851.5件
	words 66 700 10 '     '
	words 72 680 10 公开12件
	words 70 680 10 '   '
	words 72 500 10 'a b'
} >one
pdf one >t.pdf
is 'blanks below letters' "$(read_pdf t.pdf | awk -F'\t' '$3 == "text" { print $9 }' |
    tr -d '\n')" '收到851.5件公开12件a b'

# what cannot be read
is 'encrypted without a password' "$(read_pdf "$fixtures/encrypted.pdf" | paragraphs)" 公开信息十二条
status 'encrypted with one' 2 "$bin/extract-pdf" "$fixtures/locked.pdf"
is 'is refused' "$(cut -d: -f3 "$tmp/err"; cat "$tmp/out")" ' encrypted with a password'
head -c 3000 "$file" >cut.pdf
status 'cut short' 2 "$bin/extract-pdf" cut.pdf
is 'says one line' "$(wc -l <"$tmp/err" | tr -d ' ')" 1
echo 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q' >one
pdf one one >scan.pdf
status 'pictures of text' 2 "$bin/extract-pdf" scan.pdf
is 'are counted' "$(awk -F'\t' '$4 == "needs-ocr" { print $9 }' "$tmp/out")" 2
matches 'and told' "$tmp/err" 'scan.pdf: has no text to read, a scan perhaps: see --ocr'

# OCR, where it is installed
if tesseract --list-langs 2>/dev/null | grep -qx chi_sim && command -v pdftoppm >/dev/null; then
	pdftoppm -gray -r 150 -l 1 "$file" picture
	python3 "$root/tests/lib/scan.py" picture-*.pgm >scan.pdf
	status 'a picture is read' 0 "$bin/extract" -q --ocr scan.pdf
	matches 'as far as can be' "$tmp/out" '松溪县民政局'
	is 'and says so' "$(awk -F'\t' '$4 == "ocr" || $4 == "needs-ocr" { print $4, $9 }' \
	    "$tmp/out")" 'ocr 1'
else
	skip 'a picture is read' 'no tesseract here'
	status 'it is said that there is none' 2 "$bin/extract-pdf" --ocr scan.pdf
fi

# more letters, more lines on a page than are kept
awk 'BEGIN { print "BT /F 1 Tf 1 0 0 1 72 700 Tm"
for (i = 0; i < 2010; i++) { printf "<"; for (j = 0; j < 100; j++) printf "516C"; print "> Tj" }
print "ET" }' >letters
awk 'BEGIN { for (i = 0; i < 100010; i++) printf "72 %d m 372 %d l S\n", 100 + i % 600, 100 + i % 600 }' >lines
words 72 700 12 公开 >>lines
for page in letters lines; do
	pdf $page >full.pdf
	status "more $page than are kept" 2 "$bin/extract-pdf" full.pdf
	is 'are told' "$(cat "$tmp/err")" 'extract-pdf: full.pdf: some pages draw more than is read'
	is 'and marked' "$(awk -F'\t' '$4 == "error" { print $9 }' "$tmp/out")" 'some pages draw more than is read'
done

# drawings within drawings: ten times ten times ten ...
OBJECTS=$(for i in 0 1 2 3 4 5 6 7 8 9; do
	next="/Next $((101 + i)) 0 R" body=
	for j in 0 1 2 3 4 5 6 7 8 9; do body="$body/Next Do "; done
	[ $i -lt 9 ] || next='' body='0 0 9 9 re f'
	echo "$((100 + i)) 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<$next>>>>/Length ${#body}>> stream"
	echo "$body"
	echo 'endstream endobj'
done)
RESOURCES='/XObject<</Next 100 0 R>>'
echo '/Next Do' >one
pdf one >slow.pdf
status 'what takes too long' 2 "$bin/extract-pdf" --seconds 1 slow.pdf
is 'is given up' "$(cat "$tmp/err")" 'extract-pdf: slow.pdf: took more than 1 s to read'
if grep -q __asan_init "$bin/extract-pdf"; then
	skip 'what needs too much memory' 'the sanitizer needs it all'
else
	status 'what needs too much memory' 2 "$bin/extract-pdf" --memory 16 "$file"
	is 'is given up too' "$(wc -l <"$tmp/err" | tr -d ' ')" 1
fi

# run by extract
OBJECTS='' RESOURCES=''
mkdir dir
for i in 1 2 3 4 5 6 7 8 9; do
	words 72 700 12 "第$i" >one
	pdf one >dir/$i.pdf
	echo "文$i" >dir/$i.txt
done
cp cut.pdf dir/5.pdf
cp "$fixtures/split-rows.pdf" dir/2.pdf
"$bin/extract" dir >out 2>err
got=$?
is 'one bad PDF of many' "$got $(tail -1 err)" \
    '2 extract: 18 members = 17 documents + 0 skipped + 1 rejected'
is 'is told in one line' "$(grep -c dir/5.pdf err)" 1
is 'in the order of the input' "$(cut -f1 out | uniq | tr '\n' ' ')" \
    'dir/1.pdf dir/1.txt dir/2.pdf dir/2.txt dir/3.pdf dir/3.txt dir/4.pdf dir/4.txt dir/5.txt dir/6.pdf dir/6.txt dir/7.pdf dir/7.txt dir/8.pdf dir/8.txt dir/9.pdf dir/9.txt '
"$bin/extract" -q dir/2.pdf >got 2>err
"$bin/extract-pdf" dir/2.pdf >want
same 'the same as by itself' got want
mkdir alone
cp "$bin/extract" alone/extract
is 'without its reader' "$(alone/extract -q dir/1.pdf dir/1.txt 2>&1 | cut -f1 |
    uniq)" 'extract: dir/1.pdf: the program that reads it does not answer
dir/1.txt'

# a frame with rules between its columns only: rows are told by their figures; a label
# in two lines, which had no room for its rest, is one
{
	line 72 780 372 780; line 72 756 372 756; line 72 684 372 684
	for x in 72 160 270 372; do line $x 780 $x 684; done
	words 80 764 10 镇街; words 170 764 10 新收; words 280 764 10 办结
	words 80 744 10 东河镇; words 170 744 10 4; words 280 744 10 15
	words 80 732 10 西河镇和河西新; words 170 732 10 7; words 280 732 10 16
	words 80 720 10 区; words 80 708 10 南山乡; words 170 708 10 2; words 280 708 10 17
	words 80 696 10 北山乡; words 170 696 10 0; words 280 696 10 18
} >one
pdf one >t.pdf
is 'rows that have no rule between them' "$(read_pdf t.pdf | rows)" '镇街|新收|办结
东河镇|4|15
西河镇和河西新区|7|16
南山乡|2|17
北山乡|0|18'

# rows without the rule between two columns that others have: two cells
{
	for y in 780 760 740 720 700 680 660; do line 72 $y 372 $y; done
	for x in 72 172 372; do line $x 780 $x 660; done
	line 272 780 272 760
	words 80 764 10 镇街; words 180 764 10 新收; words 280 764 10 办结
	for y in 744 724 704 684; do words 80 $y 10 东河镇; words 180 $y 10 4; words 280 $y 10 5; done
	words 80 664 10 说明; words 180 664 10 西河镇的数字含河西新区与开发区
} >one
pdf one >t.pdf
is 'cells that have no rule between them' "$(read_pdf t.pdf | rows)" '镇街|新收|办结
东河镇|4|5
东河镇|4|5
东河镇|4|5
东河镇|4|5
说明|西河镇的数字含河西新区与开发区'

# the same where columns are as narrow as their figures, which cannot be one; a head of
# names without rules between them, in the middles of their columns
{
	line 72 780 302 780; line 72 756 302 756; line 72 696 302 696
	for x in 72 172 232 302; do line $x 756 $x 696; done
	line 72 780 72 756; line 302 780 302 756
	words 112 764 10 镇街; words 192 764 10 新收; words 257 764 10 占比
	words 80 744 10 东河镇; words 175 744 10 12,345,678; words 235 744 10 17.25
	words 80 732 10 西河镇; words 175 732 10 12,345,679; words 235 732 10 18.25
	words 80 720 10 南山乡; words 175 720 10 12,345,680; words 235 720 10 19.25
	words 80 708 10 北山乡; words 175 708 10 12,345,681; words 235 708 10 20.25
} >one
pdf one >t.pdf
is 'figures as wide as their column, names without rules between' \
    "$(read_pdf t.pdf | rows)" '镇街|新收|占比
东河镇|12,345,678|17.25
西河镇|12,345,679|18.25
南山乡|12,345,680|19.25
北山乡|12,345,681|20.25'

# lines of dashes are rules
{
	words 80 784 10 -----------------------------------------
	words 80 770 10 镇街; words 170 770 10 新收; words 240 770 10 办结
	words 80 760 10 -----------------------------------------
	words 80 746 10 东河镇; words 170 746 10 4; words 240 746 10 5
	words 80 732 10 西河镇; words 170 732 10 6; words 240 732 10 -
	words 80 718 10 南山乡; words 170 718 10 1; words 240 718 10 2
	words 80 704 10 -----------------------------------------
} >one
pdf one >t.pdf
is 'rules of dashes' "$(read_pdf t.pdf | rows)" '镇街|新收|办结
东河镇|4|5
西河镇|6|-
南山乡|1|2'
