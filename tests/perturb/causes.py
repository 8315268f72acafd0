#!/usr/bin/env python3
"""Reports with one slip, or with one mistake that moved a whole table.

causes.py generate SEED LABELS >FACTS
    280 cases, each an office's report of last year and that of this year, in
    which something went wrong; LABELS gets a line a case: its name, its
    suite, the kind of mistake, the cells that changed with what they were.
causes.py score LABELS REPAIRS
    the table: by suite and kind how many cases there are, for how many
    pinpoint puts the mistake first, how many it tells as one fault, and how
    often it says `likely', rightly and wrongly.
"""
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import perturb
from perturb import COLS, GROUPS, OUTCOMES, R

ALL = COLS + ['total']
FORMS = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                     '../../lib/data/forms.tsv')
YEARS = {'2008': 2012, '2014': 2016, '2019': 2020, '2021': 2023}


def read_order():
    """The items of each form, in its order."""
    order = {}
    with open(FORMS, encoding='utf-8') as f:
        for line in f:
            fields = line.split('\t')
            if len(fields) > 3 and fields[3] not in \
                    order.setdefault(fields[0], []):
                order[fields[0]].append(fields[3])
    return order


ORDER = read_order()


class Report:
    def __init__(self, form, cells, prose):
        self.form, self.cells, self.prose = form, dict(cells), list(prose)

    def rows(self, table):
        """The items of TABLE, in the order of the form."""
        items = {item for item, _ in self.cells}
        return [i for i in ORDER[self.form] if i in items and
                i.startswith(table + '.')]


def in_identities(form, key):
    """Whether more than one identity has the cell: else all cells of it are as
    likely."""
    item, col = key
    if form in ('2019', '2021'):
        return item.startswith('requests.')
    if form == '2008':
        return item.startswith('requests.received') and col == 'year'
    return key == ('requests.answered.refused', 'count')


# Slips: a figure as it should be, and what was printed.
def digit(rng, text):
    i = rng.randrange(len(text))
    return text[:i] + rng.choice('0123456789') + text[i + 1:]


def transposed(rng, text):
    if len(text) < 2:
        return text
    i = rng.randrange(len(text) - 1)
    return text[:i] + text[i + 1] + text[i] + text[i + 2:]


def dropped(rng, text):
    if len(text) < 2:
        return text
    i = rng.randrange(len(text))
    return text[:i] + text[i + 1:]


def doubled(rng, text):
    i = rng.randrange(len(text))
    return text[:i] + text[i] + text[i:] if text != '0' else text


def off_by_one(rng, text):
    return str(max(0, int(text) + rng.choice((-1, 1))))


def tenfold(rng, text):
    return text + '0' if text != '0' else text


def omitted(rng, text):
    return '0'


SLIPS = (digit, transposed, dropped, doubled, off_by_one, tenfold, omitted)


def slip(kind):
    def change(rng, form, now, before):
        keys = [k for k in now.cells if in_identities(form, k)]
        for _ in range(1000):
            key = rng.choice(keys)
            old = str(now.cells[key])
            new = int(kind(rng, old))
            if str(new) != old:
                now.cells[key] = new
                return True
        return False
    change.__name__ = kind.__name__.replace('_', '-')
    return change


def two_slips(rng, form, now, before):
    return all(slip(rng.choice(SLIPS))(rng, form, now, before)
               for _ in range(2))


def lone_slip(rng, form, now, before):
    """A figure of the reviews, that one identity has, and no sentence."""
    key = rng.choice(GROUPS[1:]) + '.' + rng.choice(OUTCOMES), 'count'
    old = now.cells[key]
    now.cells[key] = int(rng.choice(SLIPS)(rng, str(old)))
    return now.cells[key] != old


def compensating(rng, form, now, before):
    a, b = rng.sample(COLS, 2)
    items = [i for i in perturb.result_items(form) if now.cells[i, a] > 0]
    if not items:
        return False
    item = rng.choice(items)
    n = rng.randint(1, now.cells[item, a])
    now.cells[item, a] -= n
    now.cells[item, b] += n
    return True


def last_forward(rng, form, now, before):
    """Both reports add up; what last year passed on is not what came."""
    for col in (rng.choice(COLS[:2]), 'total'):
        before.cells['requests.forward', col] += 3
        before.cells['requests.new', col] += 3
    return True


# Mistakes that moved a table.
def exchange(cells, pairs):
    for a, b in pairs:
        cells[a], cells[b] = cells[b], cells[a]


def swapped_columns(rng, form, now, before):
    if form == '2008':
        exchange(now.cells, [((i, 'year'), (i, 'cumulative')) for i in
                             now.rows('requests') + now.rows('review') +
                             now.rows('proactive')])
        return True
    a, b = rng.sample(ALL, 2)
    exchange(now.cells, [((i, a), (i, b)) for i in now.rows('requests')])
    # a trace: what came is not what last year passed on
    return any(now.cells['requests.carried', c] !=
               before.cells['requests.forward', c] for c in ALL)


def swapped_outcomes(rng, form, now, before):
    a, b = rng.choice(OUTCOMES), 'total'
    exchange(now.cells, [((g + '.' + a, 'count'), (g + '.' + b, 'count'))
                         for g in GROUPS])
    return True


def swapped_groups(rng, form, now, before):
    exchange(now.cells, [((GROUPS[1] + '.' + o, 'count'),
                          (GROUPS[2] + '.' + o, 'count'))
                         for o in OUTCOMES + ['total']])
    # a trace: fewer than were pending
    return any(now.cells[g + '.total', 'count'] <
               before.cells[g + '.pending', 'count'] for g in GROUPS)


def shifted_rows(rng, form, now, before):
    items = now.rows('requests')
    columns = ALL if form in ('2019', '2021') else \
        ['count'] if form == '2014' else ['year', 'cumulative']
    first = rng.randrange(len(items) - 3)
    down = rng.random() < .6
    old = dict(now.cells)
    for k in range(first, len(items)):
        source = k - 1 if down else k + 1
        for c in columns:
            now.cells[items[k], c] = old[items[source], c] \
                if first <= source < len(items) else 0
    return True


def shifted_columns(rng, form, now, before):
    right = rng.random() < .5
    if form == '2008':
        return False
    if form == '2014':
        return False
    old = dict(now.cells)
    for item in now.rows('requests'):
        for k, c in enumerate(ALL):
            source = k - 1 if right else k + 1
            now.cells[item, c] = old[item, ALL[source]] \
                if 0 <= source < len(ALL) else 0
    return True


def shifted_review(rng, form, now, before):
    keys = [(g + '.' + o, 'count') for g in GROUPS
            for o in OUTCOMES + ['total']]
    old = [now.cells[k] for k in keys]
    new = [0] + old[:-1] if rng.random() < .5 else old[1:] + [0]
    for k, n in zip(keys, new):
        now.cells[k] = n
    return True


def empty_totals(rng, form, now, before):
    for item in now.rows('requests'):
        now.cells[item, 'total'] = 0
    return True


def copied_table(rng, form, now, before):
    for item in now.rows('requests'):
        for key in now.cells:
            if key[0] == item:
                now.cells[key] = before.cells[key]
    return True


def copied_report(rng, form, now, before):
    now.cells = dict(before.cells)
    if rng.random() < .5:
        now.prose = list(before.prose)
    return True


def copied_swapped(rng, form, now, before):
    copied_table(rng, form, now, before)
    return swapped_columns(rng, form, now, before)


def ten_thousand(rng, form, now, before):
    if form == '2021':
        now.cells['proactive.fees', 'amount'] = round(
            now.cells['proactive.fees', 'amount'] * 10000)
    elif form == '2014':
        return False
    elif form == '2008':
        for item in now.rows('proactive'):
            for col in ('year', 'cumulative'):
                now.cells[item, col] = now.cells[item, col] * 10000
    else:
        for item in now.rows('requests'):
            for col in ALL:
                now.cells[item, col] *= 10000
    return True


MODERN = ('2019', '2021')
# suite: mistakes, forms, cases of each
SUITES = {
    'slips': ([slip(s) for s in SLIPS], perturb.FORMS, 20),
    'doubtful': ([two_slips, lone_slip, compensating, last_forward],
                 MODERN, 10),
    'tables': ([(swapped_columns, MODERN, 10), (swapped_columns, ('2008',), 4),
                (swapped_outcomes, MODERN, 8), (swapped_groups, MODERN, 6),
                (shifted_rows, MODERN, 16), (shifted_rows, ('2014',), 4),
                (shifted_columns, MODERN, 12), (shifted_review, MODERN, 6),
                (empty_totals, MODERN, 4),
                (copied_table, MODERN, 8), (copied_swapped, MODERN, 6),
                (copied_report, ('2008', '2019', '2021'), 8),
                (ten_thousand, ('2021',), 4), (ten_thousand, ('2008',), 2),
                (ten_thousand, ('2019',), 2)], None, None),
}


def cases():
    for suite, (kinds, forms, many) in SUITES.items():
        for kind in kinds:
            change, kind_forms, n = kind if many is None else \
                (kind, forms, many)
            for k in range(n):
                yield suite, change, kind_forms[k % len(kind_forms)]


def make(rng, change, form):
    """A case that leaves a trace: before, now and what is true."""
    while True:
        share = rng.choice((1, 1, .3))
        before = Report(form, *perturb.clean(rng, form, None, share))
        now = Report(form, *perturb.clean(rng, form, before.cells, share))
        true = dict(now.cells)
        if change(rng, form, now, before) and (
                now.cells != true or change is last_forward):
            return before, now, true


def generate(seed, labels):
    for case, (suite, change, form) in enumerate(cases()):
        rng = random.Random('%s %d' % (seed, case))
        before, now, true = make(rng, change, form)
        name, year = 'case%03d' % case, YEARS[form]
        org = '云岭县第%03d局' % case
        perturb.write(sys.stdout, name + '-last', org, year - 1, form,
                      before.cells, before.prose, set())
        perturb.write(sys.stdout, name, org, year, form, now.cells,
                      now.prose, set())
        labels.write('\t'.join((
            name, suite, change.__name__.replace('_', '-'), form,
            ','.join('%s@%s=%s' % (*k, n) for k, n in true.items()
                     if n != now.cells[k]))) + '\n')


class Set:
    """A set of repairs: one answer of pinpoint."""
    def __init__(self):
        self.rank, self.verdict, self.cells, self.slip = 0, '', {}, ''
        self.doc = self.report = ''


def read_repairs(lines):
    sets = {}
    for line in lines:
        f = line.rstrip('\n').split('\t')
        s = sets.setdefault(f[0], {}).setdefault((f[4], f[5]), Set())
        s.rank, s.verdict, s.slip = int(f[6]), f[7], f[12]
        s.cells[f[8] + '@' + f[9]] = f[11]
        s.last = len(f) > 15 and f[15] != f[0]
    return sets


# What pinpoint calls a mistake whose repair it cannot tell.
COPIED = {'copied-table': 'copied-table', 'copied-report': 'copied-report',
          'copied-swapped': 'copied-table'}


def is_right(kind, want, got):
    """Whether the set GOT is the mistake: every cell of it is one that was
    changed, and says what it said."""
    if kind in COPIED:
        return got.slip == COPIED[kind]
    if kind == 'last-forward':
        return got.last
    return not got.last and all(want.get(c) == n for c, n in
                                got.cells.items())


def is_whole(kind, want, got):
    return is_right(kind, want, got) and (
        kind in COPIED or kind == 'last-forward' or
        set(got.cells) == set(want))


def score(labels, repairs):
    sets = read_repairs(repairs)
    table, wrong = {}, []
    for line in labels:
        case, suite, kind, _, touched = line.rstrip('\n').split('\t')
        want = dict(t.split('=') for t in touched.split(',') if t)
        row = table.setdefault((suite, kind), [0] * 5)
        mine = sets.get(case, {})
        faults = {f for f, _ in mine}
        first = [s for s in mine.values() if s.rank == 1]
        likely = [s for s in first if s.verdict == 'likely']
        row[0] += 1
        row[1] += any(is_whole(kind, want, s) for s in first)
        row[2] += len(faults) == 1
        row[3] += sum(is_right(kind, want, s) for s in likely)
        bad = [s for s in likely if not is_right(kind, want, s)]
        row[4] += len(bad)
        wrong += [case] * len(bad)
    print('%-28s %6s %6s %6s %7s %6s' % ('mistake', 'cases', 'first', 'one',
                                         'likely', 'wrong'))
    for suite in SUITES:
        rows = {k: r for (s, k), r in table.items() if s == suite}
        rows['together'] = [sum(c) for c in zip(*rows.values())]
        for kind, row in rows.items():
            print('%-28s %6d %6d %6d %7d %6d' % (suite + ' ' + kind, *row))
    if wrong:
        print('wrongly likely: ' + ' '.join(wrong))


if __name__ == '__main__':
    if sys.argv[1] == 'generate':
        with open(sys.argv[3], 'w') as f:
            generate(sys.argv[2], f)
    else:
        with open(sys.argv[2]) as a, open(sys.argv[3]) as b:
            score(a, b)
