"""charsets.py DIR: pages and texts in many encodings, and what they claim."""
import os
import sys

SIMPLE = "青石县2023年政府信息公开工作年度报告，规章０件—“完”。"
TRADITIONAL = "青石縣政府資訊公開工作年度報告，規章零件。"
CLAIMS = {
    "bare": "<meta charset=%s>", "quoted": '<meta charset="%s">',
    "single": "<meta charset='%s'>", "spaced": "<meta charset = \t%s >",
    "upper": "<META CHARSET=%s>", "slash": "<meta charset=%s/>",
    "equiv": '<meta http-equiv="Content-Type" content="text/html; '
             'charset=%s">',
    "equiv-spaced": "<meta content='text/html;charset = %s;x=y' "
                    "http-equiv=content-type>",
    "open": '<meta charset="%s>', "comment": "<!-- <meta charset=utf-8> -->"
    "<meta charset=%s>", "xml": '<?xml version="1.0" encoding="%s"?>',
    "xml-single": "<?xml version='1.0' encoding = '%s'?>",
    "late": "<!-- " + "x" * 1100 + " --><meta charset=%s>",
    "empty": "<meta charset=''><meta charset=%s>",
    "other-word": "<meta name=charsets charsetx=utf-16><meta charset=%s>",
    "text": "<p>charset=big5</p><meta charset=%s>"}
NAMES = ["utf-8", "UTF8", "gbk", "GB2312", "gb18030", "x-gbk", "big5",
         "Big5-HKSCS", "utf-16", "iso-8859-1", "windows-1252", "nonsense", ""]
CODECS = ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"]


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def main(folder):
    for codec in CODECS:
        text = TRADITIONAL if codec == "big5" else SIMPLE
        for claim, form in CLAIMS.items():
            page = "<html>%s<title>%s</title><p>%s</p></html>" % (
                form % {"gb18030": "gbk"}.get(codec, codec), text, text)
            write(folder, "%s-%s.html" % (codec, claim), page.encode(codec))
        write(folder, codec + "-none.html",
              ("<title>%s</title><p>%s</p>" % (text, text)).encode(codec))
        write(folder, codec + "-none.txt", (text + "\n").encode(codec) * 3)
        write(folder, codec + "-once.txt", text[:4].encode(codec))
        for name in NAMES:
            page = "<meta charset=%s><p>%s</p>" % (name, text)
            write(folder, "%s-says-%s.html" % (codec, name or "nothing"),
                  page.encode(codec))
    for bom, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"),
                       (b"\xfe\xff", "utf-16-be")):
        write(folder, "bom-%s.txt" % codec, bom + SIMPLE.encode(codec))
        write(folder, "bom-%s.html" % codec, bom + (
            "<meta charset=gbk><p>" + SIMPLE).encode(codec))
    gbk = SIMPLE.encode("gb18030")
    write(folder, "cut.txt", gbk[:-1])
    write(folder, "damaged.txt", gbk[:9] + b"\xff" + gbk[9:] * 3)
    write(folder, "mixed.txt", SIMPLE.encode("utf-8") * 4 + b"\n" + gbk)
    write(folder, "four-bytes.txt", (SIMPLE + "\u3400\U00020000\n").encode(
        "gb18030") * 3)
    write(folder, "latin.html", b"<p>caf\xe9 na\xefve \x80 \x93x\x94 \x81</p>")
    for name in NAMES:
        write(folder, "latin-says-%s.html" % (name or "nothing"), (
            "<meta charset=%s><p>cafe no. 1" % name).encode() + b" \xe9t\xe9")
        write(folder, "short-says-%s.html" % (name or "nothing"), (
            "<meta charset=%s><p>" % name).encode() + b"\xb5\xa5\xa4\xa4")
    write(folder, "ascii.txt", b"2023 12 30\n" * 3)
    write(folder, "control.txt", b"a\x01b\x1f\x7f\x85" + SIMPLE.encode())
    write(folder, "surrogates.txt", SIMPLE.encode("utf-8") +
          b"\xed\xa0\xbd\xed\xb8\x80 \xc0\x80 \xf4\x90\x80\x80 \xe5\xb9\n")
    write(folder, "private.txt", b"\xa2\xa1\xa6\xd9\xfe\x50" + gbk * 2)


if __name__ == "__main__":
    main(sys.argv[1])
