"""Faults of many kinds, each planted into a report whose figures add up.

A fault is a function of (rng, report, before): it changes the report and returns
what an entry about it has to say, a Planted; None where it cannot be made in this
report.  KINDS has how many of each an office of 200 gets."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                '../judged'))
from faults import leaves, slip  # noqa: E402
from report import COLS, GROUPS, LINES, R, results  # noqa: E402

OUTCOMES = {'maintain': '结果维持', 'correct': '结果纠正', 'other': '其他结果',
            'pending': '尚未审结', 'total': '总计'}
REVIEWS = dict(zip(GROUPS, ('行政复议', '未经复议直接起诉', '复议后起诉')))
COLUMNS = dict(zip(COLS + ['total'], '自然人 商业企业 科研机构 社会公益组织 '
                   '法律服务机构 其他 总计'.split()))
COLUMNS.update(made='本年制发件数', repealed='本年废止件数',
               valid='现行有效件数', amount='本年收费金额')


class Planted:
    """TABLE, and words of which an entry must have one for the row and one for
    the column; none where the fault is no cell's."""

    def __init__(self, table, rows=(), columns=()):
        self.table, self.rows, self.columns = table, rows, columns


def row_name(item):
    """The words of a row that no other row has: without its number."""
    for group, name in REVIEWS.items():
        if item.startswith(group + '.'):
            return name
    label = next(line[3] for line in LINES['2021'] if line[1] == item)
    for mark in '、', '）', '.':
        head, found, rest = label.partition(mark)
        if found and len(head) < 4:
            label = rest
    return label.partition('（')[0]


def column_name(item, col):
    if item.startswith('review.'):
        return OUTCOMES[item.rsplit('.', 1)[1]]
    return COLUMNS[col]


def at(*cells):
    """An entry names one of these cells."""
    return Planted(cells[0][0].split('.')[0],
                   tuple(dict.fromkeys(row_name(i) for i, _ in cells)),
                   tuple(dict.fromkeys(column_name(i, c) for i, c in cells)))


def slipped(rng, report, key):
    report.cells[key] = slip(rng, report.cells[key])
    return at(key)


def leaf(rng, report, before):
    return slipped(rng, report, rng.choice(leaves(report, lambda n: n > 0)))


def row_total(rng, report, before):
    return slipped(rng, report, (rng.choice(results('2021')), 'total'))


def column_total(rng, report, before):
    return slipped(rng, report, (R + 'total', rng.choice(('natural', 'total'))))


def flow(rng, report, before):
    return slipped(rng, report, (rng.choice(('requests.new', 'requests.forward')),
                                 rng.choice(('natural', 'total'))))


def times_ten(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] *= 10
    return at(key)


def negative(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] = -report.cells[key]
    return at(key)


def fraction(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] = '%d.5' % report.cells[key]
    return at(key)


def blank(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] = ''
    return at(key)


def blank_total(rng, report, before):
    key = rng.choice([i for i in results('2021') if report.cells[i, 'total'] > 0]), 'total'
    report.cells[key] = ''
    return at(key)


def wrong_column(rng, report, before):
    item, col = rng.choice(leaves(report, lambda n: n > 0))
    to = rng.choice([c for c in COLS if c != col])
    cells = report.cells
    if cells[item, to] == cells[item, col]:
        return None
    cells[item, to], cells[item, col] = cells[item, col], cells[item, to]
    return at((item, col), (item, to))


def shifted_row(rng, report, before):
    """The figures of a row, each a cell further to the right."""
    item = rng.choice([i for i, c in leaves(report, lambda n: n > 0)])
    cols = COLS + ['total']
    row = [report.cells[item, c] for c in cols]
    for col, n in zip(cols, [0] + row[:-1]):
        report.cells[item, col] = n
    return at(*((item, c) for c in cols))


def swapped_rows(rng, report, before):
    a, b = R + 'open', 'requests.forward'
    cells = report.cells
    if cells[a, 'total'] == cells[b, 'total']:
        return None
    cols = COLS + ['total']
    for col in cols:
        cells[a, col], cells[b, col] = cells[b, col], cells[a, col]
    return at(*((i, c) for i in (a, b) for c in cols))


def carried(rng, report, before):
    """What came over is not what last year's report passed on; all adds up."""
    n = rng.randint(1, 5)
    for col in 'natural', 'total':
        report.cells['requests.carried', col] += n
        report.cells['requests.forward', col] += n
    return at(('requests.carried', 'natural'), ('requests.carried', 'total'))


def review_total(rng, report, before):
    group = rng.choice(GROUPS)
    cells = [(group + '.' + o, 'count') for o in OUTCOMES]
    slipped(rng, report, cells[-1])
    return at(*cells)


def review_part(rng, report, before):
    group = rng.choice(GROUPS)
    cells = [(group + '.' + o, 'count') for o in OUTCOMES]
    slipped(rng, report, rng.choice(cells[:-1]))
    return at(*cells)


def stock(rng, report, before):
    """Documents in force that are not last year's, the new and the repealed."""
    report.cells['proactive.normative', 'valid'] += rng.choice((-3, 4, 10))
    return at(('proactive.normative', 'valid'))


def yuan(rng, report, before):
    key = 'proactive.fees', 'amount'
    if report.cells[key] < 100:
        return None     # so many of ten thousand could be meant
    report.cells[key] = round(report.cells[key] * 10000)
    return at(key)


def regulations(rng, report, before):
    """Regulations made by an office that has no power to make any."""
    if report.org.endswith('人民政府') and '镇' not in report.org:
        return None
    for col, n in ('made', 1), ('valid', 1):
        report.cells['proactive.regulations', col] = n
    before.cells['proactive.regulations', 'valid'] = 0
    return at(('proactive.regulations', 'made'), ('proactive.regulations', 'valid'))


def told(item, text):
    """The text says another figure than the table, and none that it may mean: all
    that were at hand, or those of the year."""
    def plant(rng, report, before):
        n = slip(rng, report.cells[item, 'total'])
        new, over = (report.cells['requests.' + i, 'total'] for i in ('new', 'carried'))
        if n in (new, new + over):
            return None
        report.sentences = [text % n]
        return at((item, 'total'))
    return plant


def told_of_reviews(rng, report, before):
    group = GROUPS[0]
    n = report.cells[group + '.total', 'count']
    report.sentences = ['因政府信息公开被申请行政复议%d件。' % (n + rng.randint(1, 4))]
    return at((group + '.total', 'count'))


def copied(rng, report, before):
    """Last year's table of requests, printed again."""
    for key in report.cells:
        if key[0].startswith('requests.'):
            report.cells[key] = before.cells[key]
    return Planted('requests')


def without(table):
    def plant(rng, report, before):
        report.without.add(table)
        return Planted(table)
    return plant


def section_missing(rng, report, before):
    report.drop.add(rng.choice((4, 5)))
    return Planted('structure')


def section_empty(rng, report, before):
    report.problems = ''
    return Planted('structure')


def section_number(rng, report, before):
    i = rng.randint(2, 5)
    report.numerals[i] = report.numerals[i - 1]
    return Planted('structure')


def wrong_period(rng, report, before):
    report.period = report.period.replace(str(report.year), str(report.year - 1))
    return Planted('structure')


def early(rng, report, before):
    report.dated = '%d年12月20日' % report.year
    return Planted('structure')


def shares(rng, report, before):
    a, b = rng.randint(10, 90), rng.randint(10, 90)
    report.sentences = [
        '全年主动公开政府信息%d条，其中机构职能类%d条，占%.1f%%，其他类%d条，占%.1f%%。'
        % (a + b, a, 100 * a / (a + b) + 7.4, b, 100 * b / (a + b))]
    return Planted('prose')


def parts(rng, report, before):
    a, b = rng.randint(10, 90), rng.randint(10, 90)
    report.sentences = ['全年主动公开政府信息%d条，其中机构职能类%d条，财政预决算类'
                        '%d条，其他类7条。' % (a + b + 17, a, b)]
    return Planted('prose')


KINDS = {
    'leaf': (leaf, 7), 'row total': (row_total, 5),
    'column total': (column_total, 3), 'flow': (flow, 4),
    'times ten': (times_ten, 2), 'negative': (negative, 1),
    'fraction': (fraction, 1), 'blank': (blank, 2),
    'blank total': (blank_total, 1), 'wrong column': (wrong_column, 2),
    'shifted row': (shifted_row, 2), 'swapped rows': (swapped_rows, 1),
    'carried': (carried, 5), 'review total': (review_total, 4),
    'review part': (review_part, 3), 'stock': (stock, 2), 'yuan': (yuan, 2),
    'regulations': (regulations, 2),
    'told new': (told('requests.new', '本年新收政府信息公开申请%d件。'), 2),
    'told done': (told(R + 'total', '全年办结政府信息公开申请%d件。'), 2),
    'told reviews': (told_of_reviews, 1), 'copied table': (copied, 1),
    'no disclosure': (without('proactive'), 1), 'no requests': (without('requests'), 1),
    'no reviews': (without('review'), 1), 'no section': (section_missing, 2),
    'empty section': (section_empty, 1), 'section number': (section_number, 1),
    'period': (wrong_period, 1), 'early': (early, 1), 'shares': (shares, 2),
    'parts': (parts, 1)}


def drawn(rng, n):
    """N kinds: all of the 67, or so many of them, different ones where that can be."""
    kinds = [k for k, (_, count) in KINDS.items() for _ in range(count)]
    if n < len(kinds):
        kinds = rng.sample(list(KINDS) if n <= len(KINDS) else kinds, n)
    rng.shuffle(kinds)
    return kinds
