"""mutate.py COUNT DIR FILE...: COUNT damaged copies of the FILEs in DIR."""
import os
import random
import sys

EVIL = (b'\xff\xff\xff\xff', b'\0\0\0\0', b'\x7f\xff\xff\xff', b'\x80\0\0\0')


def damage(data, dice):
    data = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(data)) if data else 0
        kind = dice.randrange(6)
        if kind == 0 and data:
            data[at] ^= 1 << dice.randrange(8)
        elif kind == 1 and data:
            data[at] = dice.randrange(256)
        elif kind == 2:
            data[at:at + 4] = dice.choice(EVIL)
        elif kind == 3:
            del data[at:at + dice.randrange(1, 64)]
        elif kind == 4:
            other = dice.randrange(len(data)) if data else 0
            data[at:at] = data[other:other + dice.randrange(1, 512)]
        elif dice.randrange(8) == 0:
            del data[at:]
    return bytes(data)


def main():
    count, folder, files = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    dice = random.Random(2024)
    for i in range(count):
        file = files[i % len(files)]
        with open(file, 'rb') as f:
            data = f.read()
        name = '%04d-%s' % (i, os.path.basename(file))
        with open(os.path.join(folder, name), 'wb') as f:
            f.write(damage(data, dice))


main()
