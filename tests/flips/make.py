"""make.py DIR: small containers of each kind, of two reports of examples/, and
documents that are ZIP packages, for tests/flips/run: NAME.KIND."""
import base64
import bz2
import gzip
import hashlib
import io
import lzma
import os
import subprocess
import sys
import tarfile
import zipfile

sys.path.insert(0, 'tests/lib')
import packages  # noqa: E402
import rar  # noqa: E402

WHEN = (2024, 1, 2, 3, 4, 6)
EPOCH = 1704164646


def path(name):
    return os.path.join(sys.argv[1], name)


def write(name, data):
    with open(path(name), 'wb') as f:
        f.write(data)


def tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.mtime = EPOCH
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(members, kind):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', kind) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type = kind
            archive.writestr(info, data)
    return out.getvalue()


def record(name, data, digests):
    body = (b'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'
            b'Content-Length: %d\r\n\r\n' % len(data)) + data
    made = base64.b32encode(hashlib.sha1(body).digest()).decode()
    head = ('WARC/1.0\r\nWARC-Type: response\r\n'
            f'WARC-Target-URI: http://a.cn/{name}\r\n'
            'WARC-Date: 2024-02-03T04:05:06Z\r\n' +
            (f'WARC-Block-Digest: sha1:{made}\r\n' if digests else '') +
            'Content-Type: application/http; msgtype=response\r\n'
            f'Content-Length: {len(body)}\r\n\r\n')
    return head.encode() + body + b'\r\n\r\n'


def piped(command, data):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE,
                          check=True).stdout


def main():
    packages.make(sys.argv[1])
    members = []
    for name in ('2014.txt', '2021.txt'):
        with open(os.path.join('examples/source', name), 'rb') as f:
            members.append((name, f.read(1600)))
    plain = tar(members)
    write('plain.tar', plain)
    write('packed.tar.gz', gzip.compress(plain, mtime=0))
    write('packed.tar.bz2', bz2.compress(plain))
    write('packed.tar.xz', lzma.compress(plain))
    write('packed.tar.zst', piped(['zstd', '-q', '-c', '--check'], plain))
    write('packed.tar.lz4', piped(['lz4', '-q', '-c'], plain))
    write('single.txt.gz', gzip.compress(members[0][1], mtime=0))
    write('stored.zip', zipped(members, zipfile.ZIP_STORED))
    write('deflated.zip', zipped(members, zipfile.ZIP_DEFLATED))
    write('stored4.rar', rar.rar4(members))
    write('stored5.rar', rar.rar5(members))
    write('packed.7z', piped(['bsdtar', '-cf', '-', '--format=7zip',
                              '@-'], plain))
    for name, digests in (('plain.warc', False), ('digests.warc', True)):
        write(name, b''.join(record(*m, digests) for m in members))
    write('packed.warc.gz', b''.join(
        gzip.compress(record(*m, False), mtime=0) for m in members))


main()
