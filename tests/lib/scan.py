"""scan.py PGM...: a PDF, on stdout, of pages that are these pictures."""
import sys
import zlib


def stream(number, head, data):
    return b'%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj\n' % (
        number, head, len(data), data)


def page(number, file):
    with open(file, 'rb') as f:
        _, size, _, grey = f.read().split(b'\n', 3)
    width, height = map(int, size.split())
    return (b'%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R'
            b'/Resources<</XObject<</I %d 0 R>>>>>> endobj\n'
            % (number, number + 1, number + 2) +
            stream(number + 1, b'', b'595 0 0 842 0 0 cm /I Do') +
            stream(number + 2, b'/Type/XObject/Subtype/Image/Width %d/Height %d'
                   b'/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode'
                   % (width, height), zlib.compress(grey)))


def main():
    files = sys.argv[1:]
    numbers = [10 + 3 * i for i in range(len(files))]
    out = b'%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n'
    for number, file in zip(numbers, files):
        out += page(number, file)
    kids = b' '.join(b'%d 0 R' % n for n in numbers)
    out += b'2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj\n' % (len(files), kids)
    sys.stdout.buffer.write(out + b'trailer <</Root 1 0 R>>\n')


main()
