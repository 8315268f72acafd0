"""Documents that are ZIP packages, one of each kind: report.KIND in a folder."""
import os
import shutil
import zipfile

import odf
import ofd

WHEN = (2024, 1, 2, 3, 4, 6)
FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "../fixtures/report.")
MANIFEST = ('<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:'
            'manifest:1.0"/>')
CONTAINER = ('<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
             'container"><rootfiles><rootfile full-path="o/c.opf"/></rootfiles>'
             '</container>')
PAGES = ('<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
         '<item id="a" href="a.xhtml"/></manifest>'
         '<spine><itemref idref="a"/></spine></package>')


def opendocument(path, kind, body):
    odf.write(path, kind, body, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("META-INF/manifest.xml", WHEN),
                         MANIFEST)


def epub(path):
    with open(FIXTURES + "html", encoding="utf-8") as page:
        body = page.read().split("<body", 1)[1].split(">", 1)[1]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (("mimetype", "application/epub+zip"),
                           ("META-INF/container.xml", CONTAINER),
                           ("o/c.opf", PAGES),
                           ("o/a.xhtml", "<html><body>" + body)):
            package.writestr(zipfile.ZipInfo(name, WHEN), data)


def make(folder):
    for kind in ("docx", "xlsx"):
        shutil.copy(FIXTURES + kind, folder + "/report." + kind)
    opendocument(folder + "/report.odt", "text", odf.TEXT)
    opendocument(folder + "/report.ods", "spreadsheet", odf.SHEET)
    ofd.write(folder + "/report.ofd", ofd.everything())
    epub(folder + "/report.epub")
