"""archives.py DIR: archives of fictional reports, for tests of extract."""
import base64
import binascii
import gzip
import hashlib
import io
import os
import random
import sys
import tarfile
import zipfile
import zlib

WHEN = (2024, 1, 2, 3, 4, 6)
NOISE = random.Random(1)
EPOCH = 1704164646
TEXT = '青石县柳桥镇2023年政府信息公开工作年度报告\n\n规章\t0\t1\n'.encode()


def path(name):
    return os.path.join(sys.argv[1], name)


def write(name, data):
    with open(path(name), 'wb') as f:
        f.write(data)


def tar(members, **options):
    """A tar file of (name, bytes) or of ready TarInfo objects."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w', **options) as archive:
        for name, data in members:
            info = name
            if not isinstance(name, tarfile.TarInfo):
                info = tarfile.TarInfo(name)
                info.mtime = EPOCH
                info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(members, flagged=True, packed=True):
    """A ZIP file; names as bytes are stored as they are, unflagged."""
    out = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    # Python writes no names but in ASCII or UTF-8: others of their length, of which
    # none is part of another, keep their places.
    held = []
    with zipfile.ZipFile(out, 'w', kind) as archive:
        for n, (name, data) in enumerate(members):
            place = name
            if isinstance(name, bytes):
                place = ('<%d' % n).ljust(len(name) - 1, '~') + '>'
                held.append((place.encode(), name))
            info = zipfile.ZipInfo(place, WHEN)
            info.compress_type = kind
            archive.writestr(info, data)
    data = out.getvalue()
    for place, name in held:
        data = data.replace(place, name)
    return data


def link(name, kind, target):
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = target
    return info, b''


def record(kind, uri, type, body, version='1.0', brackets=False):
    if brackets:
        uri = '<' + uri + '>'
    head = (f'WARC/{version}\r\nWARC-Type: {kind}\r\n'
            f'WARC-Target-URI: {uri}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n'
            f'Content-Type: {type}\r\nContent-Length: {len(body)}\r\n\r\n')
    return head.encode() + body + b'\r\n\r\n'


def http(fields, body, status='200 OK'):
    head = f'HTTP/1.1 {status}\r\nContent-Type: text/plain\r\n{fields}\r\n'
    return head.encode() + body


def chunked(data):
    out = b''
    for i in range(0, len(data), 10):
        piece = data[i:i + 10]
        out += b'%x;x=y\r\n' % len(piece) + piece + b'\r\n'
    return out + b'0\r\nTrailer: t\r\n\r\n'


def brotli(data):
    """One block that is not compressed (RFC 7932, 9.2), then the last."""
    head = (len(data) - 1) << 4 | 1 << 20
    return head.to_bytes(3, 'little') + data + b'\x03'


def zstd(data):
    """One raw block (RFC 8878, 3.1.1)."""
    block = len(data) << 3 | 1
    return (b'\x28\xb5\x2f\xfd\x20' + bytes([len(data)]) +
            block.to_bytes(3, 'little') + data)


def warc():
    response = 'application/http; msgtype=response'
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = raw.compress(TEXT) + raw.flush()
    packed = gzip.compress(TEXT, mtime=0)
    records = [
        record('warcinfo', 'info', 'application/warc-fields', b'a: b\r\n'),
        record('request', 'http://a.cn/plain', 'application/http', b'GET'),
        record('response', 'http://a.cn/plain', response, http('', TEXT),
               brackets=True),
        record('response', 'http://a.cn/gzip', response,
               http('Content-Encoding: gzip\r\n', packed), version='1.1'),
        record('response', 'http://a.cn/zlib', response,
               http('Content-Encoding: deflate\r\n', zlib.compress(TEXT))),
        record('response', 'http://a.cn/raw', response,
               http('Content-Encoding: deflate\r\n', raw)),
        record('response', 'http://a.cn/chunked', response,
               http('Transfer-Encoding: chunked\r\n', chunked(TEXT))),
        record('response', 'http://a.cn/both', response,
               http('Transfer-Encoding: chunked\r\n'
                    'Content-Encoding: gzip\r\n', chunked(packed))),
        record('response', 'http://a.cn/claimed', response,
               http('Transfer-Encoding: chunked\r\n', TEXT)),
        record('resource', 'file:///a', 'text/plain', TEXT),
        record('resource', 'metadata://wget/log', 'text/plain', TEXT),
        record('revisit', 'http://a.cn/plain', response, b''),
        record('response', 'http://a.cn/gone', response,
               http('', b'x', '404 Not Found')),
        record('response', 'http://a.cn/br', response,
               http('Content-Encoding: br\r\n', brotli(TEXT))),
        record('response', 'http://a.cn/zstd', response,
               http('Content-Encoding: zstd\r\n', zstd(TEXT))),
    ] + [
        # Fields that are not true.
        record('response', 'http://a.cn/not-' + name, response,
               http('Content-Encoding: %s\r\n' % name, TEXT))
        for name in ('gzip', 'deflate', 'br', 'zstd', 'identity')
    ] + [
        record('response', 'http://a.cn/gzip-not-br', response,
               http('Content-Encoding: br\r\n', packed)),
        record('response', 'http://a.cn/cut-br', response,
               http('Content-Encoding: br\r\n', brotli(TEXT)[:-30])),
        record('response', 'http://a.cn/other', response,
               http('Content-Encoding: dcb\r\n', b'x')),
    ]
    write('a.warc', b''.join(records))
    write('a.warc.gz', b''.join(gzip.compress(r, mtime=0) for r in records))
    write('mislabelled.warc', b''.join(
        record('response', 'http://a.cn/' + name, response,
               http('Content-Encoding: ' + coding + '\r\n', data))
        for name, coding, data in (
            ('br', 'gzip', brotli(TEXT)), ('zlib', 'gzip', zlib.compress(TEXT)),
            ('deflate-br', 'deflate', brotli(TEXT)),
            ('gzip-byte', 'gzip', packed[:1]),
            # compressed, cut off before anything can be decoded
            ('br-bytes', 'br', bytes.fromhex(
                '1f4700f88d94a9b91e32e1c8a0d6f16fdbd8574587a0af15')))))
    write('damaged.warc', records[2] + b'rubbish\r\n' + records[3])
    write('cut.warc', records[2] + records[3][:-40])


def digest(name, text, data):
    """The field of a digest that is stated of DATA."""
    made = hashlib.new(name, data).digest()
    text = made.hex() if text == 'hex' else base64.b32encode(made).decode()
    return f'WARC-Block-Digest: {name}:{text}\r\n'


def faults_of_warc():
    """WARC files that are damaged, cut, or less than they say."""
    response = 'application/http; msgtype=response'
    body = http('', TEXT)

    def stated(uri, fields, data=body, bytes=None):
        made = record('response', 'http://a.cn/' + uri, response, data)
        if bytes:
            made = made.replace(b'Length: %d' % len(data),
                                b'Length: %d' % bytes)
        return made.replace(b'Content-Type', fields.encode() +
                            b'Content-Type', 1)

    payload = digest('sha1', 'base32', TEXT).replace('Block', 'Payload')
    good = [stated('sha1', digest('sha1', 'base32', body)),
            stated('md5', digest('md5', 'hex', body)),
            stated('sha256', digest('sha256', 'base32', body)),
            stated('payload', payload)]
    write('digests.warc', b''.join(good))
    write('wrong.warc', b''.join(r.replace(b'\t0\t1', b'\t0\t7') for r in good))
    gone = http('', TEXT, '404 Not Found')
    write('skipped.warc', stated('gone', digest('sha1', 'hex', gone),
                                 gone.replace(b'404', b'405')))
    plain = [stated(name, '') for name in ('1', '2', '3')]
    write('long.warc', plain[0] + stated('2', '', bytes=len(body) + 99) +
          plain[2])
    write('truncated.warc', stated('1', 'WARC-Truncated: time\r\n') +
          stated('2', 'WARC-Segment-Number: 1\r\n'))
    write('short.warc', stated('1', '', http('Content-Length: 999\r\n', TEXT)) +
          stated('2', '', http('Transfer-Encoding: chunked\r\n',
                               chunked(TEXT)[:-30])) +
          stated('3', '', http('Content-Encoding: gzip\r\n',
                               gzip.compress(TEXT) + gzip.compress(b'x'))))
    write('kind.warc', plain[0] + plain[1].replace(b': resp', b': rest'))
    write('tail.warc', plain[0] + b'WARX/1.0\r\n' + plain[1][10:])
    write('cut-skipped.warc', plain[0] + record(
        'request', 'http://a.cn/', 'application/http', b'GET / ')[:-9])
    packed = [gzip.compress(r, mtime=0) for r in plain]
    write('crc.warc.gz', packed[0] + flip(packed[1], -8) + packed[2])
    half = len(packed[1]) // 2
    write('hole.warc.gz', packed[0] + packed[1][:half] + bytes(9) +
          packed[1][half + 9:] + packed[2])
    write('one.warc.gz', flip(gzip.compress(b''.join(plain), mtime=0), -8))


def mail():
    """Mail with the attachments that programs write, by hand: each name in
    another way."""
    report = zipped([('r.txt', TEXT)])

    def base64(data):
        return binascii.b2a_base64(data).decode()

    def part(fields, body):
        return '--x--y\r\n%s\r\n\r\n%s\r\n' % (fields, body)

    gbk = binascii.b2a_base64('柳桥镇年报'.encode('gb18030'),
                              newline=False).decode()
    attached = '\r\nContent-Transfer-Encoding: base64\r\n'
    inner = ('From: b@b.cn\r\nMessage-ID: <2@b.cn>\r\n'
             'Subject: inner\r\n\r\n' + TEXT.decode())
    text = ('Received: from a\r\n by b\r\nFrom: a@a.cn\r\nTo: b@b.cn\r\n'
            'MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n'
            ' boundary="x--y"\r\n\r\nnot shown\r\n' +
            part('Content-Type: multipart/alternative; boundary=z',
                 '--z\r\nContent-Type: text/plain\r\n\r\nplain\r\n'
                 '--z\r\nContent-Type: text/html; charset=utf-8\r\n'
                 'Content-Transfer-Encoding: quoted-printable\r\n\r\n'
                 '<p>=E8=A7=81=E9=99=84=\r\n=E4=BB=B6</p>\r\n--z--') +
            part('Content-Type: text/plain; charset=gb2312;\r\n'
                 ' name="=?GB2312?B?%s?=\r\n =?us-ascii?Q?=2Etxt?="'
                 % gbk + attached, base64(TEXT.decode().encode('gb18030'))) +
            part("Content-Disposition: attachment;\r\n filename*0*=utf-8'zh'"
                 '%E6%9F%B3;\r\n filename*1*=%E6%A1%A5;\r\n'
                 ' filename*2=".zip"\r\nContent-Type: application/zip' +
                 attached, base64(report)) +
            part("Content-Disposition: attachment; filename*=gb18030''"
                 '%C4%EA%B1%A8.txt\r\nContent-Type: text/plain', 'x\ty') +
            part('Content-Type: image/png; name=logo.png\r\n'
                 'Content-ID: <1>' + attached, base64(b'\x89PNG\r\n\x1a\n')) +
            part('Content-Type: application/pkcs7-signature; name=s.p7s' +
                 attached, 'AAAA') +
            part('Content-Type: message/rfc822', inner) + '--x--y--\r\n')
    write('mail.eml', text.encode())
    deep = inner
    for i in range(5):
        deep = ('From: a@a.cn\r\nMIME-Version: 1.0\r\nContent-Type: '
                'message/rfc822\r\n\r\n' + deep)
    write('deep.eml', deep.encode())
    write('many.eml', ('MIME-Version: 1.0\r\nContent-Type: multipart/mixed; '
                       'boundary=b\r\n\r\n' + '--b\r\n\r\nx\r\n' *
                       20000).encode())


def flip(data, at):
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def damaged():
    """Archives in which a checksum fails, that end too early or too late, or
    have a name twice."""
    members = [('b.txt', TEXT), ('a/c.txt', TEXT.replace(b'0', b'7'))]
    report = gzip.compress(TEXT, mtime=0)
    write('crc.txt.gz', flip(report, len(report) - 8))
    write('behind.txt.gz', report + b'behind')
    write('two.txt.gz', report + gzip.compress(b'end\n', mtime=0))
    plain = tar(members)
    packed = gzip.compress(plain, mtime=0)
    write('crc.tar.gz', flip(packed, len(packed) - 8))
    write('two.tar', plain + tar([('d.txt', TEXT)]))
    write('two.tar.gz', packed + gzip.compress(tar([('d.txt', TEXT)])))
    write('twice.tar', tar(members + [('b.txt', b'x\n')] +
                           [('b.txt~2', b'y\n')]))
    write('header.tar', flip(plain, 1024))
    write('no-end.tar', plain[:2048])
    write('behind.tar', plain + b'behind' * 256)
    store = zipped(members, packed=False)
    write('crc.zip', flip(store, store.index(TEXT)))
    write('two.zip', store + zipped([('d.txt', TEXT)]))
    write('behind.zip', store + b'behind')
    write('large.tar.gz', flip(
        gzip.compress(tar([('%d.txt' % i, TEXT * 60000) for i in range(6)]),
                      1, mtime=0), -8))


def main():
    name = '柳桥镇2023年报.txt'
    members = [('b.txt', TEXT), ('a/c.txt', TEXT.replace(b'0', b'7'))]
    write('a.tar', tar(members))
    write('a.tar.gz', gzip.compress(tar(members), mtime=0))
    write('a.zip', zipped(members))
    write('stored.zip', zipped(members, packed=False))
    write('gbk.zip', zipped([(name.encode('gb18030'), TEXT)]))
    write('utf8.zip', zipped([(name, TEXT)]))
    write('gbk.tar', tar([(name, TEXT)], format=tarfile.GNU_FORMAT,
                         encoding='gb18030'))
    write('big5.tar', tar([('縣政府資訊公開年報.txt', TEXT)],
                          format=tarfile.GNU_FORMAT, encoding='big5'))
    write('pax.tar', tar([(name, TEXT)], format=tarfile.PAX_FORMAT))
    write('report.txt.gz', gzip.compress(TEXT, mtime=0))
    write('links.tar', tar([
        ('a.txt', TEXT), link('s', tarfile.SYMTYPE, 'a.txt'),
        link('h', tarfile.LNKTYPE, 'a.txt'),
        link('f', tarfile.FIFOTYPE, ''), link('d', tarfile.DIRTYPE, '')]))
    write('kinds.tar', tar([
        ('a.txt', TEXT), ('p.png', b'\x89PNG\r\n\x1a\n' + bytes(40)),
        ('s.css', b'p { margin: 0 }\n'), ('e.txt', b''),
        ('x.exe', bytes(range(256)) * 9)]))
    deep = TEXT
    for i, wrap in enumerate((tar, zipped, tar, zipped)):
        deep = wrap([('n%d' % i, deep)])
        write('deep%d' % (i + 1), deep)
    bomb = '年报 '.encode() * 3000000
    write('bomb.tar.gz', gzip.compress(tar([('bomb.txt', bomb)] + members)))
    write('bomb.zip', zipped([('bomb.txt', bomb)] + members))
    write('bomb.txt.gz', gzip.compress(bomb))
    whole = zipped([('b.txt', NOISE.randbytes(6000).hex().encode()),
                    ('c.txt', NOISE.randbytes(6000).hex().encode())])
    write('cut.zip', whole[:len(whole) * 3 // 4])
    whole = gzip.compress(tar([('b.txt', NOISE.randbytes(50000).hex().encode()),
                               ('c.txt', NOISE.randbytes(300000).hex().encode())]))
    write('cut.tar.gz', whole[:len(whole) // 2])
    damaged()
    warc()
    faults_of_warc()
    mail()


if __name__ == "__main__":
    main()
