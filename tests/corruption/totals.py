#!/usr/bin/env python3
"""totals.py SEED COUNT DIR SIZE FAULT: COUNT reports whose table of requests holds few or
many figures, as offices have them, its cells one a line and its blanks gone;
FAULT is none, slip (a row of figures left blank or typed in another row) or stray (a
figure that is no cell's).  DIR/reports.tar and DIR/truth.tsv are as damage.py's."""
import io, math, random, sys, tarfile
sys.path.insert(0, sys.argv[0].rsplit('/', 1)[0])
import damage

# What share of requests ends in which row, by the order of the form, and who asks.
ROWS = [.38, .12, .0012, .005, .002, .006, .008, .006, .018, .012, .25, .01, .002, .03, .011, .0003, .008, .0007, .025, .012, .09]
WHO = [.955, .03, .0005, .003, .008, .0035]
SIZES = {'township': (3, 20), 'county': (20, 200), 'city': (200, 3500), 'province': (3500, 15000)}
LAST = len(damage.SEVEN) - 1


def shares(rng, base, spread):
    drawn = [rng.gammavariate(b * spread + 1e-3, 1) for b in base]
    return [d / sum(drawn) for d in drawn]


def figures(rng, size, leaves):
    """Rows new, carried, the leaves, total, forward: seven figures each."""
    low, high = SIZES[size]
    new = max(1, round(math.exp(rng.uniform(math.log(low), math.log(high)))))
    who, what = shares(rng, WHO, 25), shares(rng, ROWS[:leaves], 10)
    carried, forwarded = rng.random() * .06, rng.random() * .08
    rows = [[0] * 7 for _ in range(leaves + 4)]
    for source, n in enumerate((new, round(new * carried))):
        many = max(1, n // 300)     # requests at a time, so that large tables cost no more
        for column in rng.choices(range(6), who, k=n // many):
            at = rng.randint(1, 2 * many - 1)
            rows[source][column] += at
            if rng.random() < forwarded:
                rows[-1][column] += at
            else:
                rows[2 + rng.choices(range(leaves), what)[0]][column] += at
                rows[-2][column] += at
    for row in rows:
        row[LAST] = sum(row[:LAST])
    return rows


def main():
    seed, count, directory, size, fault = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:6]
    items = [i for i in damage.of('2021', 'requests', 'national') if i['cols']]
    archive = tarfile.open(directory + '/reports.tar', 'w')
    with open(directory + '/truth.tsv', 'w', encoding='utf-8') as truth:
        for n in range(count):
            rng = random.Random(seed * 1000003 + n)
            report = damage.Report(rng, '2021', 0)
            table = figures(rng, size, len(items) - 4)
            zeros = rng.random() < 0.3      # some offices write the zeros of totals
            for item, row in zip(items, table):
                for col, value in zip(damage.SEVEN, row):
                    report.value[item['item'], col] = str(value) if value or (zeros and col == 'total') else ''
            rows = report.tables[1]
            filled = [r for r in rows if any(report.text(c) for c in damage.figures_of(r))]
            if fault == 'slip':             # a row's figures stand nowhere, or some of them
                row = rng.choice(filled)
                cells = [c for c in damage.figures_of(row) if report.text(c)]
                for c in cells if rng.random() < 0.5 else rng.sample(cells, 1):
                    report.value[c] = ''
            document = damage.document(report, damage.one_a_line)
            if fault == 'stray':            # a page's number among the figures
                lines = document.split('\n')
                at = [i for i, l in enumerate(lines) if l.isdigit()]
                lines.insert(rng.choice(at) + rng.randint(0, 1), str(rng.randint(1, 9)))
                document = '\n'.join(lines)
            name = '%05d-2021-%s-%s.txt' % (n, size, fault)
            data = document.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
            for cell, value in report.value.items():
                if cell[0].startswith('requests'):
                    truth.write('%s\t%s\t%s\t%s\t\n' % (name, *cell, value))
    archive.close()


if __name__ == '__main__':
    main()
