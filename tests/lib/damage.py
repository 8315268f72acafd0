"""damage.py FOLDER: the documents of packages.py, whole, and once for every part
that a reader needs with one bit of that part another one, which its checksum tells:
PART.KIND.  And twins.docx, whose directory has another name for a part, and
folder.docx, where it says that one is a folder."""
import os
import sys
import zipfile

import packages

NEEDED = {
    "docx": ("word/document.xml", "word/styles.xml",
             "word/_rels/document.xml.rels"),
    "xlsx": ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml",
             "xl/worksheets/sheet1.xml"),
    "odt": ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"),
    "ofd": ("OFD.xml", "Doc_0/DocumentRes.xml",
            "Doc_0/Pages/Page_0/Content.xml"),
    "epub": ("o/c.opf", "o/a.xhtml"),
}


def stored(path):
    """The package with its parts as they are, and where each begins."""
    with zipfile.ZipFile(path) as package:
        parts = [(i.filename, package.read(i)) for i in package.infolist()]
    with zipfile.ZipFile("whole", "w") as package:
        for name, data in parts:
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), data)
        places = {i.filename: i.header_offset + 30 + len(i.filename)
                  for i in package.infolist()}
    with open("whole", "rb") as file:
        return bytearray(file.read()), places


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def main(folder):
    packages.make(folder)
    os.chdir(folder)
    for kind, names in NEEDED.items():
        whole, places = stored("report." + kind)
        for name in names:
            # The last byte that is text: what is read before it is right.
            at = places[name] + max(0, whole[places[name]:].index(b"PK") - 9)
            one = bytearray(whole)
            one[at] ^= 1
            write("%s.%s" % (os.path.basename(name), kind), one)
    whole, places = stored("report.docx")
    name = b"word/styles.xml"
    line = whole.rindex(name)
    one = bytearray(whole)
    one[line] ^= 1
    write("twins.docx", one)
    one = bytearray(whole)
    one[line - 5] = 0x41
    write("folder.docx", one)


main(sys.argv[1])
