"""What lies in an inbox besides: reports that nobody can read, no reports, litter."""
import os
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../lib'))
import documents  # noqa: E402
from office import compound  # noqa: E402


def locked(page):
    """A document of Word with a password: what that leaves to be seen."""
    return compound([('EncryptionInfo', b'\4\0\4\0\x40\0\0\0' + b'<encryption/>'),
                     ('EncryptedPackage', b'\0\x10\0\0\0\0\0\0' + bytes(
                         i * 37 % 251 for i in range(8000)))])


def cut_off(page):
    return documents.docx(documents.blocks(page))[:3000]


def scan(page):
    """A PDF of one grey page without a letter."""
    grey = zlib.compress(b'\xee' * (827 * 1169))
    head = (b'%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n'
            b'2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n'
            b'3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R'
            b'/Resources<</XObject<</I 5 0 R>>>>>> endobj\n'
            b'4 0 obj <</Length 26>> stream\n595 0 0 842 0 0 cm /I Do  \nendstream endobj\n')
    return head + (b'5 0 obj <</Type/XObject/Subtype/Image/Width 827/Height 1169'
                   b'/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode'
                   b'/Length %d>> stream\n%s\nendstream endobj\n'
                   b'trailer <</Root 1 0 R>>\n' % (len(grey), grey))


def empty(page):
    return b''


def unreadable(i, page):
    """The I-th way to send what cannot be read: its extension and bytes."""
    extension, make = (('docx', locked), ('docx', cut_off), ('pdf', scan),
                       ('doc', empty))[i % 4]
    return extension, make(page)


def beside(folder):
    """What a Mac and Windows put into an archive besides."""
    fork = b'\0\5\x16\7\0\2\0\0Mac OS X        ' + bytes(60)
    return [(b'__MACOSX/._%s' % folder.encode('gbk'), fork),
            (folder.encode('gbk') + b'/Thumbs.db', thumbs()),
            (folder.encode('gbk') + b'/.DS_Store', b'\0\0\0\1Bud1' + bytes(400))]


def thumbs():
    return compound([('Catalog', bytes(400)), ('1', bytes(600))])


NOTICE = '''<html><head><meta charset="utf-8"><title>关于报送年度报告的通知</title></head>
<body><h1>关于做好2024年政府信息公开工作年度报告编制工作的通知</h1>
<p>各县区、各单位：</p><p>请于2025年1月31日前报送年度报告，联系电话：0000-0000000。</p>
<p>青石市人民政府办公室</p><p>2025年1月3日</p></body></html>
'''


def litter(root):
    """Files that are no reports."""
    with open(os.path.join(root, 'Thumbs.db'), 'wb') as f:
        f.write(thumbs())
    with open(os.path.join(root, 'desktop.ini'), 'w', encoding='utf-8') as f:
        f.write('[.ShellClassInfo]\r\nIconResource=C:\\icons.dll,3\r\n')
    with open(os.path.join(root, '~$年报（定稿）.docx'), 'wb') as f:
        f.write(b'\5office' + bytes(155))
    with open(os.path.join(root, '微信图片_20250110.jpg'), 'wb') as f:
        f.write(b'\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0' + bytes(300) +
                b'\xff\xd9')
    with open(os.path.join(root, '通知.html'), 'w', encoding='utf-8') as f:
        f.write(NOTICE)
