#!/bin/sh
# Rare families of documents: named where they are not read, and read through
# LibreOffice where that is wanted and there.
. tests/lib/tap.sh
case $bin in /*) ;; *) bin=$root/$bin ;; esac

cat >"$tmp/word.xml" <<'EOF'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>
<w:p><w:r><w:t>青石市2023年政府信息公开工作年度报告</w:t></w:r></w:p>
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>
<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>数量</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>34</w:t></w:r></w:p></w:tc></w:tr>
</w:tbl><w:p/></w:body></w:wordDocument>
EOF
cat >"$tmp/sheet.xml" <<'EOF'
<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="年报"><Table><Row><Cell ss:MergeDown="1"><Data ss:Type="String">项目</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">数量</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">12</Data></Cell><Cell><Data ss:Type="Number">34</Data></Cell></Row></Table></Worksheet></Workbook>
EOF
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests/lib python3 - "$tmp" <<'EOF'
import sys
from office import compound
def write(name, *streams):
    with open(sys.argv[1] + "/" + name, "wb") as file:
        file.write(compound(list(streams)))
write("old.doc", ("WordDocument", b"\xdc\xa5\x65\x00" + bytes(900)))
write("asian.doc", ("WordDocument", b"\x99\xa6\x68\x00" + bytes(5000)))
write("works.wps", ("CONTENTS", b"CHNKWKS " + bytes(900)))
write("none.wps", ("CONTENTS", bytes(900)))
write("leaflet.pub", ("Quill", bytes(900)), ("Contents", b"CHNKINK " + bytes(900)))
EOF
for kind in text spreadsheet; do
	echo '<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" uof:mimetype="vnd.uof.'$kind'"/>' \
	    >"$tmp/$kind.uof"
done
echo '<?xml version="1.0"?><gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"/>' |
    gzip -n >"$tmp/book.gnumeric"
printf 'ID;PWXL;N;E\nC;Y1;X1;K"项目"\nE\n' >"$tmp/book.slk"
printf 'TABLE\r\n0,1\r\n"年报"\r\n' >"$tmp/book.dif"
printf 'From a Sat Nov 28\nFrom: a@b\nSubject: x\n\n公开\n' >"$tmp/box"
cd "$tmp" || exit 2

status 'without LibreOffice' 2 "$bin/extract" word.xml sheet.xml \
    old.doc asian.doc works.wps none.wps leaflet.pub text.uof spreadsheet.uof \
    book.gnumeric book.slk book.dif box
is 'they have their names' "$(cat err)" \
    'extract: word.xml: Word XML is not read without LibreOffice: see --convert
extract: sheet.xml: Excel XML is not read without LibreOffice: see --convert
extract: old.doc: Word 6 or 95 is not read without LibreOffice: see --convert
extract: asian.doc: Word 6 or 95 is not read without LibreOffice: see --convert
extract: works.wps: Works is not read without LibreOffice: see --convert
extract: none.wps: is OLE2 of no known kind
extract: leaflet.pub: is a publication of Publisher
extract: text.uof: UOF is not read without LibreOffice: see --convert
extract: spreadsheet.uof: UOF is not read without LibreOffice: see --convert
extract: book.gnumeric!book: is a Gnumeric sheet: save it as .xlsx
extract: book.slk: is a SYLK sheet: save it as .xlsx
extract: book.dif: is a DIF sheet: save it as .xlsx
extract: box: is a mailbox: save its messages as .eml
extract: 13 members = 0 documents + 0 skipped + 13 rejected'

# Word's XML since 2007 is its package in one file, which is read here
python3 - "$root/tests/fixtures/report.docx" >whole.xml <<'EOF'
import re, sys, zipfile
print('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>')
print('<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">')
with zipfile.ZipFile(sys.argv[1]) as package:
    for name in package.namelist():
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            text = re.sub(r"^<\?xml.*?\?>", "", package.read(name).decode()).strip()
            print('<pkg:part pkg:name="/%s" pkg:contentType="x"><pkg:xmlData>%s</pkg:xmlData></pkg:part>' % (name, text))
print('<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>')
EOF
blocks() { "$bin/extract" -q "$1" 2>err | awk -F'\t' '$3 != "meta"' | cut -f2-; }
blocks "$root/tests/fixtures/report.docx" >want
blocks whole.xml >got
same 'a package in one file' got want
head -c $(($(grep -bo '</w:body>' whole.xml | cut -d: -f1) - 20)) whole.xml >torn.xml
blocks torn.xml >got
is 'cut short, it says so' "$(cat err)" 'extract: torn.xml: XML that is cut short: word/document.xml'
mkdir none
cp "$(command -v sh)" none
status 'where it is not there' 2 env PATH="$tmp/none" "$bin/extract" \
    --convert word.xml
matches 'the option says what is missing' err \
    'needs soffice \(LibreOffice\) and bwrap \(bubblewrap\)'

if ! command -v soffice >/dev/null ||
    ! bwrap --unshare-all --ro-bind / / true 2>/dev/null; then
	skip 'conversion' 'no LibreOffice or bubblewrap here'
	plan $tap_n
	exit
fi
echo 公开 >a.txt
printf '<w:wordDocument xmlns:w="x"><w:body>' >cut.xml
status 'conversion' 2 "$bin/extract" --convert word.xml sheet.xml cut.xml a.txt
is 'in the order of the input' "$(awk -F'\t' '$3 != "meta" { print $1, $5, $6, $7, $8, $9 }' out)" \
    'word.xml 0 0 0  青石市2023年政府信息公开工作年度报告
word.xml 1 1 1 1x1 项目
word.xml 1 1 2 1x2 数量
word.xml 1 2 1 1x1 
word.xml 1 2 2 1x1 12
word.xml 1 2 3 1x1 34
sheet.xml 0 0 0  年报
sheet.xml 1 1 1 2x1 项目
sheet.xml 1 1 2 1x2 数量
sheet.xml 1 2 2 1x1 12
sheet.xml 1 2 3 1x1 34
a.txt 0 0 0  公开'
is 'what cannot be is told' "$(cat err)" 'extract: cut.xml: LibreOffice cannot read it
extract: 4 members = 3 documents + 0 skipped + 1 rejected'
is 'bytes and digest are the document'"'"'s own' \
    "$(awk -F'\t' '$4 == "sha256" { print $9; exit }' out)" \
    "$(sha256sum word.xml | cut -d' ' -f1)"

# A batch with a document of which nothing is made and one that ends LibreOffice,
# which a stand-in behind the walls plays: others stand between them.
mkdir fake many
cat >fake/bwrap <<'EOF'
#!/bin/sh
while [ $# -gt 0 ] && [ "$1" != soffice ]; do
	[ "$1" != --bind ] || folder=$2
	shift
done
[ $# -gt 0 ] || exit 0
echo "$folder" >>"$LOG"
for word; do
	case $word in /box/*) ;; *) continue ;; esac
	name=${word#/box/}
	! grep -q crash "$folder/$name" || exit 139
	grep -q nothing "$folder/$name" || cp "$MADE" "$folder/$name.docx"
done
EOF
chmod +x fake/bwrap
i=100
while [ $i -lt 170 ]; do
	cp word.xml many/$i.xml
	echo "公开$i" >many/$i.txt
	i=$((i + 1))
done
echo '<w:wordDocument xmlns:w="x">nothing' >many/110.xml
echo '<w:wordDocument xmlns:w="x">crash' >many/120.xml
status 'a batch' 2 env PATH="$tmp/fake:$PATH" LOG="$tmp/log" \
    MADE="$root/tests/fixtures/report.docx" "$bin/extract" --convert many
is 'what could not be read is told' "$(cat err)" \
    'extract: many/110.xml: LibreOffice cannot read it
extract: many/120.xml: LibreOffice cannot read it
extract: 140 members = 138 documents + 0 skipped + 2 rejected'
is 'all others are there, in the order of the input' "$(cut -f1 out | uniq)" \
    "$(ls many/* | grep -v 1[12]0.xml)"
is 'for few starts' "$(wc -l <log)" 5
is 'nothing is left' "$(xargs ls -d <log 2>/dev/null)" ''
plan $tap_n
