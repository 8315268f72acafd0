"""rar5.py NAME TEXT: a RAR 5 archive on stdout with one member that is not packed, as
nothing free writes RAR (RAR 5.0 archive format, rarlab.com/technote.htm)."""
import struct
import sys
import zlib


def vint(n):
    out = b""
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def block(kind, flags, rest, data=b""):
    head = vint(kind) + vint(flags) + (vint(len(data)) if data else b"") + rest
    head = vint(len(head)) + head
    return struct.pack("<I", zlib.crc32(head)) + head + data


def main(name, text):
    name, data = name.encode(), text.encode()
    member = (vint(4) + vint(len(data)) + vint(0o100644) +   # it has a CRC32
              struct.pack("<I", zlib.crc32(data)) +
              vint(0) + vint(1) + vint(len(name)) + name)    # stored; Unix
    sys.stdout.buffer.write(b"Rar!\x1a\x07\x01\x00" + block(1, 0, vint(0)) +
                            block(2, 2, member, data) + block(5, 0, vint(0)))


main(*sys.argv[1:])
