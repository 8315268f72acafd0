#!/usr/bin/env python3
"""Reports that add up, and the same with one thing changed.

perturb.py generate N SEED LABELS >FACTS
    N cases: an office's clean report of one year and the changed one of the
    next; LABELS gets one line a case.  Kind `clean' changes nothing.
perturb.py score LABELS FINDINGS REPAIRS
    the table: by kind of change how many cases check caught, as errors and at
    all (but for notes), and for how many pinpoint put the changed cells
    first.  Exits 1 when anything is found in a clean report or a share falls
    below what is asked for.
"""
import math
import random
import sys

COLS = 'natural business research public-interest legal-service other'.split()
DENIED = ('state-secret law-forbidden safety-stability third-party internal '
          'process enforcement-file administrative-query').split()
UNABLE = 'not-held needs-creation unclear'.split()
UNPROCESSED = 'petition repeat publication excessive confirm'.split()
OTHER = 'not-corrected fee-unpaid misc'.split()
GROUPS = ('review.reconsideration', 'review.litigation.direct',
          'review.litigation.after')
OUTCOMES = 'maintain correct other pending'.split()
FORMS = ('2008', '2014', '2019', '2021')
R = 'requests.results.'


def result_items(form):
    return ([R + 'open', R + 'partial'] +
            [R + 'denied.' + x for x in DENIED] +
            [R + 'unable.' + x for x in UNABLE] +
            [R + 'unprocessed.' + x for x in UNPROCESSED] +
            ([R + 'other.' + x for x in OTHER] if form == '2021'
             else [R + 'other']))


def requests(rng, form, cells, carried, share=1):
    items = result_items(form)
    for col in COLS:
        busy = {'natural': 1.0, 'business': .6}.get(col, .15)
        done = 0
        for item in items:
            n = rng.choice((0, 0, rng.randint(1, 9), rng.randint(1, 99)))
            n = n if rng.random() < busy * share else 0
            cells[item, col] = n
            done += n
        old = carried.get(col, 0)
        forward = rng.randint(0, 12) if rng.random() < busy else 0
        forward = max(forward, old - done)
        cells['requests.carried', col] = old
        cells['requests.new', col] = done + forward - old
        cells[R + 'total', col] = done
        cells['requests.forward', col] = forward
    for item in items + ['requests.new', 'requests.carried', R + 'total',
                         'requests.forward']:
        cells[item, 'total'] = sum(cells[item, c] for c in COLS)


def review(rng, cells):
    for group in GROUPS:
        total = 0
        for outcome in OUTCOMES:
            n = rng.choice((0, rng.randint(1, 30)))
            cells[group + '.' + outcome, 'count'] = n
            total += n
        cells[group + '.total', 'count'] = total


def modern(rng, form, before, share):
    cells = {}
    carried = {c: before['requests.forward', c] for c in COLS} \
        if before else {c: rng.randint(0, 6) if c == 'natural' else 0
                        for c in COLS}
    requests(rng, form, cells, carried, share)
    review(rng, cells)
    if before:      # pending cases come back
        for group in GROUPS:
            short = before[group + '.pending', 'count'] - \
                cells[group + '.total', 'count']
            if short > 0:
                cells[group + '.other', 'count'] += short
                cells[group + '.total', 'count'] += short
    if form == '2021':
        made, repealed = rng.randint(0, 9), rng.randint(0, 3)
        valid = before['proactive.normative', 'valid'] + made - repealed \
            if before else rng.randint(20, 90)
        for col, n in (('made', made), ('repealed', repealed),
                       ('valid', valid)):
            cells['proactive.normative', col] = n
            cells['proactive.regulations', col] = 0
        for item in ('licence', 'penalty', 'coercion'):
            last = before and before['proactive.' + item, 'decisions']
            cells['proactive.' + item, 'decisions'] = \
                int(last * rng.uniform(.8, 1.2)) if before \
                else rng.randint(100, 9000)
        cells['proactive.fees', 'amount'] = round(rng.uniform(10, 90), 2)
    else:
        for item in ('licence', 'other-services', 'penalty', 'coercion'):
            item = 'proactive.' + item
            cells[item, 'items-last-year'] = \
                before[item, 'items-last-year'] + before[item, 'change'] \
                if before else rng.randint(20, 90)
            cells[item, 'change'] = rng.randint(-9, 9)
            cells[item, 'decisions'] = rng.randint(500, 900)
    prose = [('prose.requests.new', cells['requests.new', 'total']),
             ('prose.requests.carried', cells['requests.carried', 'total']),
             ('prose.requests.forward', cells['requests.forward', 'total']),
             ('prose.requests.answered', cells[R + 'total', 'total']),
             ('prose.review.reconsideration',
              cells[GROUPS[0] + '.total', 'count'])]
    return cells, prose


def local(rng, before):
    cells = {}

    def put(item, n):
        cells[item, 'year'] = n
        cells[item, 'cumulative'] = n + (
            before[item, 'cumulative'] if before else rng.randint(0, 40))

    def put_sum(head, parts):
        for col in ('year', 'cumulative'):
            cells[head, col] = sum(cells[head + '.' + p, col] for p in parts)

    received = ('in-person', 'online', 'post-fax')
    answered = ('open', 'partial', 'refused', 'other')
    for p in received:
        put('requests.received.' + p, rng.randint(0, 30))
    put_sum('requests.received', received)
    total = cells['requests.received', 'year']
    for p in answered[:-1]:
        n = rng.randint(0, total)
        put('requests.answered.' + p, n)
        total -= n
    put('requests.answered.other', total)
    put_sum('requests.answered', answered)
    # all that was ever received has been answered
    short = cells['requests.received', 'cumulative'] - \
        cells['requests.answered', 'cumulative']
    late = 'requests.answered.other' if short > 0 else \
        'requests.received.online'
    cells[late, 'cumulative'] += abs(short)
    put_sum('requests.received', received)
    put_sum('requests.answered', answered)
    put('proactive.documents.site', rng.randint(20, 400))
    put('proactive.documents.gazette', rng.randint(0, 20))
    for col in ('year', 'cumulative'):
        cells['proactive.documents', col] = \
            cells['proactive.documents.site', col]
        cells['proactive.documents.gazette', col] = min(
            cells['proactive.documents.gazette', col],
            cells['proactive.documents', col])
    for item in ('review.complaints', 'review.reconsideration.total',
                 'review.litigation.total'):
        put(item, rng.randint(0, 5))
    prose = [('prose.proactive.total', cells['proactive.documents', 'year']),
             ('prose.proactive.total.cumulative',
              cells['proactive.documents', 'cumulative']),
             ('prose.requests.received', cells['requests.received', 'year'])]
    return cells, prose


def national(rng):
    cells = {}

    def put(head, parts, most=60):
        for p in parts:
            cells[head + '.' + p, 'count'] = rng.randint(0, most)
        cells[head, 'count'] = sum(cells[head + '.' + p, 'count']
                                   for p in parts)

    put('requests.received', 'in-person fax online post'.split())
    put('requests.answered.refused', ('state-secret trade-secret privacy '
        'safety-stability not-gov-info law-other').split(), 3)
    n = cells['requests.answered.refused', 'count']
    put('requests.answered', ('published open partial refused not-ours '
        'not-exist amend other-channel').split(), 20)
    cells['requests.answered', 'count'] += \
        n - cells['requests.answered.refused', 'count']
    cells['requests.answered.refused', 'count'] = n
    done = cells['requests.answered', 'count']
    cells['requests.completed', 'count'] = done
    short = max(0, done - cells['requests.received', 'count'])
    for item in 'requests.received', 'requests.received.online':
        cells[item, 'count'] += short
    late = rng.randint(0, done)
    cells['requests.completed.on-time', 'count'] = done - late
    cells['requests.completed.extended', 'count'] = late
    put('review.reconsideration', 'maintain correct other'.split(), 9)
    put('review.litigation', 'maintain correct other'.split(), 9)
    put('org.staff', 'fulltime parttime'.split(), 9)
    for c in 'gazette site weibo wechat other'.split():
        cells['channel.' + c, 'count'] = rng.randint(0, 900)
    cells['proactive.total', 'count'] = max(
        n for (i, c), n in cells.items() if i.startswith('channel.'))
    prose = [('prose.proactive.total', cells['proactive.total', 'count']),
             ('prose.requests.received', cells['requests.received', 'count'])]
    return cells, prose


def clean(rng, form, before, share=1):
    """A report of FORM that adds up, after that of the year BEFORE: its cells,
    and what its sentences say.  SHARE: of the results that are not 0."""
    if form == '2008':
        return local(rng, before)
    if form == '2014':
        return national(rng)
    return modern(rng, form, before, share)


def write(out, doc, org, year, form, cells, prose, blanks):
    line = 0

    def put(item, col, value, state, source):
        nonlocal line
        line += 1
        out.write('\t'.join((doc, '云岭县', org, str(year), form, item, col,
                             value, '件', state, source, 'L%d' % line,
                             value)) + '\n')

    for item, n in prose:
        put(item, 'count', str(n), 'number', 'prose')
    for (item, col), n in cells.items():
        if (item, col) in blanks:
            put(item, col, '', 'blank', 'table')
        else:
            put(item, col, str(n), 'number', 'table')


# Each change returns the cells it touched, or None where it cannot be made.
def pick(rng, cells, fits):
    found = [k for k, n in cells.items() if fits(k, n)]
    return rng.choice(found) if found else None


def is_request(key):
    return key[0].startswith('requests.')


def is_leaf(key):
    item, col = key
    return is_request(key) and col in COLS and item != R + 'total' and \
        item.startswith(R)


def is_total(key):
    return is_request(key) and (key[1] == 'total' or key[0] == R + 'total')


def slip(rng, n):
    """Another number, by a slip of the finger."""
    text = str(n)
    kind = rng.randrange(4)
    if kind == 0:
        i = rng.randrange(len(text))
        text = text[:i] + rng.choice('0123456789') + text[i + 1:]
    elif kind == 1 and len(text) > 1:
        i = rng.randrange(len(text) - 1)
        text = text[:i] + text[i + 1] + text[i] + text[i + 2:]
    elif kind == 2:
        i = rng.randrange(len(text) + 1)
        text = text[:i] + rng.choice('123456789') + text[i:]
    else:
        return max(0, n + rng.choice((-3, -2, -1, 1, 2, 3)))
    return int(text)


def change_one(rng, cells, fits):
    key = pick(rng, cells, fits)
    if key is None:
        return None
    new = slip(rng, cells[key])
    if new == cells[key]:
        return None
    cells[key] = new
    return [key]


def leaf(rng, cells, prose, blanks):
    return change_one(rng, cells, lambda k, n: is_leaf(k))


def total(rng, cells, prose, blanks):
    return change_one(rng, cells, lambda k, n: is_total(k))


def local_part(rng, cells, prose, blanks):
    return change_one(rng, cells, lambda k, n: k[1] in ('year', 'cumulative')
                      and k[0].count('.') >= 2 and is_request(k))


def national_part(rng, cells, prose, blanks):
    return change_one(rng, cells, lambda k, n: ('requests.answered', 'count')
                      in cells and k[1] == 'count' and is_request(k) and
                      k[0].count('.') >= 1 and 'completed' not in k[0])


def blanked(rng, cells, prose, blanks):
    key = pick(rng, cells, lambda k, n: is_leaf(k) and n > 0)
    if key is None:
        return None
    blanks.add(key)
    return [key]


def negative(rng, cells, prose, blanks):
    key = pick(rng, cells, lambda k, n: is_leaf(k) and n > 0)
    if key is None:
        return None
    cells[key] = -cells[key]
    return [key]


def compensating(rng, cells, prose, blanks):
    a = pick(rng, cells, lambda k, n: is_leaf(k) and n > 0)
    b = a and pick(rng, cells, lambda k, n: is_leaf(k) and k[0] == a[0] and
                   k[1] != a[1])
    if not b:
        return None
    n = rng.randint(1, cells[a])
    cells[a] -= n
    cells[b] += n
    return [a, b]


def wrong_column(rng, cells, prose, blanks):
    a = pick(rng, cells, lambda k, n: is_leaf(k) and n > 0)
    b = a and pick(rng, cells, lambda k, n: is_leaf(k) and k[0] == a[0] and
                   n == 0)
    if not b:
        return None
    cells[a], cells[b] = 0, cells[a]
    return [a, b]


def swapped_rows(rng, cells, prose, blanks):
    if (R + 'total', 'total') not in cells:
        return None
    a, b = rng.choice(((R + 'open', 'requests.forward'),
                       (R + 'partial', 'requests.carried'),
                       (R + 'total', 'requests.new')))
    keys = [k for c in COLS + ['total'] for k in ((a, c), (b, c))
            if cells[a, c] != cells[b, c]]
    if not keys:
        return None
    for c in COLS + ['total']:
        cells[a, c], cells[b, c] = cells[b, c], cells[a, c]
    return keys


def shifted(rng, cells, prose, blanks):
    a = pick(rng, cells, lambda k, n: is_leaf(k) and n > 0)
    if a is None:
        return None
    row = [(a[0], c) for c in COLS + ['total']]
    old = [cells[k] for k in row]
    new = [0] + old[:-1] if rng.random() < .5 else old[1:] + [0]
    for k, n in zip(row, new):
        cells[k] = n
    return [k for k, m, n in zip(row, old, new) if m != n]


def times_ten(rng, cells, prose, blanks):
    key = pick(rng, cells, lambda k, n: (is_leaf(k) or is_total(k)) and n > 0)
    if key is None:
        return None
    cells[key] *= 10
    return [key]


def yuan(rng, cells, prose, blanks):
    key = 'proactive.fees', 'amount'
    if key not in cells:
        return None
    cells[key] = round(cells[key] * 10000)
    return [key]


def carry(rng, cells, prose, blanks):
    """One column does not take over what last year passed on, though the
    report itself adds up."""
    if ('requests.carried', 'total') not in cells:
        return None
    col = rng.choice(COLS[:2])
    n = rng.randint(1, 5)
    for c in (col, 'total'):
        cells['requests.carried', c] += n
        cells['requests.forward', c] += n
    prose[:] = []
    return [('requests.carried', col), ('requests.carried', 'total')]


def cumulative(rng, cells, prose, blanks):
    return change_one(rng, cells, lambda k, n: k[1] == 'cumulative' and
                      not is_request(k))


def prose_digits(rng, cells, prose, blanks):
    found = [i for i, (item, n) in enumerate(prose) if n >= 10 and
             str(n)[-1] != str(n)[-2]]
    if not found:
        return None
    i = rng.choice(found)
    item, n = prose[i]
    text = str(n)
    prose[i] = item, int(text[:-2] + text[-1] + text[-2])
    return [(item, 'count')]


MODERN = ('2019', '2021')
# kind: change, forms, share to be caught at error level and at any,
# share of pinpoint's first places (None: not asked for)
KINDS = {
    'clean': (None, FORMS, None, None, None),    # see the end of score
    'leaf': (leaf, MODERN, 1, 1, .95),
    'total': (total, MODERN, 1, 1, .95),
    'part-2008': (local_part, ('2008',), .95, 1, .95),
    'part-2014': (national_part, ('2014',), 1, 1, None),
    'blanked': (blanked, MODERN, None, None, None),
    'negative': (negative, MODERN, 1, 1, .95),
    'compensating-pair': (compensating, MODERN, 1, 1, None),
    'wrong-column': (wrong_column, MODERN, 1, 1, .95),
    'swapped-rows': (swapped_rows, MODERN, .95, .95, None),
    'shifted-row': (shifted, MODERN, 1, 1, .9),
    'times-ten': (times_ten, MODERN, 1, 1, .95),
    'yuan': (yuan, ('2021',), None, 1, None),
    'carry': (carry, MODERN, 1, 1, None),
    # this year's figure or last year's may as well be the wrong one
    'cumulative': (cumulative, ('2008',), 1, 1, None),
    # what was answered may become what came in, which contradicts nothing
    'prose-transposed': (prose_digits, FORMS, None, .99, None),
}


def generate(count, seed, labels):
    rng = random.Random(seed)
    kinds = list(KINDS)
    for case in range(count):
        kind = kinds[case % len(kinds)]
        change, forms = KINDS[kind][:2]
        year = 2023
        while True:
            form = rng.choice(forms)
            before, before_prose = clean(rng, form, None)
            cells, prose = clean(rng, form, before)
            blanks = set()
            touched = change(rng, cells, prose, blanks) if change else []
            if touched is not None:
                break
        year = {'2008': 2012, '2014': 2016, '2019': 2020}.get(form, 2023)
        org = '云岭县第%05d局' % case
        write(sys.stdout, 'case%05d-last' % case, org, year - 1, form, before,
              before_prose, set())
        write(sys.stdout, 'case%05d' % case, org, year, form, cells, prose,
              blanks)
        labels.write('\t'.join(('case%05d' % case, kind, form, ','.join(
            '@'.join(k) for k in touched))) + '\n')


def is_enough(found, share, n):
    # A few cases show no hundredth: of 15 one may be the one of 100.
    return share is None or n - found <= math.ceil((1 - share) * n)


def score(labels, findings, repairs):
    errors, caught, first = {}, {}, {}
    for line in findings:
        f = line.rstrip('\n').split('\t')
        if f[5] == 'note' and f[4] != 'P21-UNIT':
            continue
        caught.setdefault(f[0], set()).add(f[4])
        if f[5] == 'error':
            errors.setdefault(f[0], set()).add(f[4])
    for line in repairs:
        f = line.rstrip('\n').split('\t')
        if f[6] == '1':
            first.setdefault(f[0], {}).setdefault((f[4], f[5]), set()).add(
                f[8] + '@' + f[9])
    table = {}
    for line in labels:
        case, kind, form, touched = line.rstrip('\n').split('\t')
        touched = set(touched.split(',')) if touched else set()
        row = table.setdefault(kind, [0, 0, 0, 0])
        row[0] += 1
        row[1] += case in errors
        row[2] += case in caught
        row[3] += any(cells == touched for cells in
                      first.get(case, {}).values())
        if case + '-last' in errors:
            print('# error in the clean report %s-last: %s' %
                  (case, errors[case + '-last']))
            table['clean'][1] += 1
    good = True
    print('# %-18s %6s %8s %8s %8s' % ('change', 'cases', 'errors', 'caught',
                                      'first'))
    for kind, (n, e, c, p) in table.items():
        print('# %-18s %6d %7.1f%% %7.1f%% %7.1f%%' % (
            kind, n, 100 * e / n, 100 * c / n, 100 * p / n))
        _, _, want_e, want_c, want_p = KINDS[kind]
        good &= is_enough(e, want_e, n) and is_enough(c, want_c, n) and \
            is_enough(p, want_p, n)
    return good and table['clean'][1] == table['clean'][2] == 0


def main():
    if sys.argv[1] == 'generate':
        with open(sys.argv[4], 'w') as f:
            generate(int(sys.argv[2]), int(sys.argv[3]), f)
        return 0
    with open(sys.argv[2]) as a, open(sys.argv[3]) as b, \
            open(sys.argv[4]) as c:
        return 0 if score(a, b, c) else 1


if __name__ == '__main__':
    sys.exit(main())
