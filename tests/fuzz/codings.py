# codings.py DIR: bodies as servers code them, behind a byte that says how.
import gzip
import sys
import zlib

text = "青石县2021年政府信息公开工作年度报告 <td>5</td>".encode() * 3
raw = zlib.compressobj(wbits=-15)
made = {
    "gzip": b"\0" + gzip.compress(text, mtime=0),
    "members": b"\0" + gzip.compress(text[:20], mtime=0) * 2,
    "deflate": b"\1" + zlib.compress(text),
    "raw": b"\1" + raw.compress(text) + raw.flush(),
    "br": b"\2\x0b\x02\x80abcde\x03",
    "zstd": b"\3\x28\xb5\x2f\xfd\x24\x05\x29\0\0abcde\x4e\xb6\x5a\x94",
    "plain": b"\5" + text,
    "http": b"\x87HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    b"Content-Length: 5\r\n\r\nabcde",
    "chunked": b"\x87HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n"
    b"\r\n5;x=1\r\nabcde\r\n0\r\nA: b\r\n\r\n",
}
for name, body in made.items():
    with open(f"{sys.argv[1]}/{name}", "wb") as file:
        file.write(body)
