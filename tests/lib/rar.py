"""rar.py VERSION FILE...: a RAR archive of version 4 or 5 on stdout whose members are
not packed, as nothing free writes RAR (technote.txt of RAR 4; RAR 5.0 archive format,
rarlab.com/technote.htm)."""
import struct
import sys
import zlib


def vint(n):
    out = b""
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def block5(kind, flags, rest, data=b""):
    head = vint(kind) + vint(flags) + (vint(len(data)) if data else b"") + rest
    head = vint(len(head)) + head
    return struct.pack("<I", zlib.crc32(head)) + head + data


def rar5(members):
    out = b"Rar!\x1a\x07\x01\x00" + block5(1, 0, vint(0))
    for name, data in members:
        name = name.encode()
        out += block5(2, 2, vint(4) + vint(len(data)) +          # it has a CRC32
                      vint(0o100644) + struct.pack("<I", zlib.crc32(data)) +
                      vint(0) + vint(1) + vint(len(name)) + name, data)  # Unix
    return out + block5(5, 0, vint(0))


def block4(kind, flags, rest, data=b""):
    head = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data


def rar4(members):
    out = b"Rar!\x1a\x07\x00" + block4(0x73, 0, bytes(6))
    for name, data in members:
        name = name.encode()
        out += block4(0x74, 0x8000, struct.pack(
            "<IIBIIBBHI", len(data), len(data), 3, zlib.crc32(data), 0x58210000,
            20, 0x30, len(name), 0o100644) + name, data)         # Unix; stored
    return out + block4(0x7B, 0x4000, b"")


if __name__ == "__main__":
    members = [(name, open(name, "rb").read()) for name in sys.argv[2:]]
    sys.stdout.buffer.write({"4": rar4, "5": rar5}[sys.argv[1]](members))
