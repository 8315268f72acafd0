"""One thing wrong in a report, by kind.  A change returns what is wanted of the
findings (MISSING, BLANKS), or whether it could be made (FAULTS)."""
import itertools

from claims import said
from report import COLS, GROUPS, MODERN, R, results

RECON, DIRECT, AFTER = GROUPS
UNREADABLE = '□'


def without(table):
    def change(rng, report):
        report.without.add(table)
        return 'fault'
    return change


def each_cell(table, text):
    def change(rng, report):
        for item, col in report.cells:
            if item.startswith(table + '.'):
                report.cells[item, col] = text
        return 'fault'
    return change


def without_all(rng, report):
    report.without |= {'proactive', 'requests', 'review'}
    return 'fault'


MISSING = {
    'no table at all': without_all,
    'no table of disclosure': without('proactive'),
    'no table of requests': without('requests'),
    'no table of reviews': without('review'),
    'disclosure all blank': each_cell('proactive', ''),
    'requests all blank': each_cell('requests', ''),
    'reviews all blank': each_cell('review', ''),
    'requests unreadable': each_cell('requests', UNREADABLE),
    'reviews unreadable': each_cell('review', UNREADABLE),
}


def leaves(report, fits):
    return [(i, c) for i in results(report.form) for c in COLS
            if fits(report.cells[i, c])]


def blank_figure(rng, report):
    key = rng.choice(leaves(report, lambda n: n > 0))
    n = report.cells[key]
    report.cells[key] = ''
    return '应为 %d' % n


def blank_total(rng, report):
    item = rng.choice([i for i in results(report.form) + ['requests.new']
                       if report.cells[i, 'total'] > 0])
    n = report.cells[item, 'total']
    report.cells[item, 'total'] = ''
    return '应为 %d' % n


def blank_sum(rng, report):
    item = rng.choice((R + 'total', 'requests.new'))
    n = report.cells[item, 'natural']
    report.cells[item, 'natural'] = ''
    return '应为 %d' % n


def blank_review(rng, report):
    group = rng.choice(GROUPS)
    item = group + '.' + rng.choice(('total', 'maintain'))
    n = report.cells[item, 'count']
    report.cells[item, 'count'] = ''
    return '应为 %d' % n


def blank_zero(rng, report):
    item, col = rng.choice(leaves(report, lambda n: n == 0))
    report.cells[item, col] = ''
    return 'zero:%s@%s' % (item, col)


def blank_zeros(rng, report):
    """The zeros of a row whose total is stated."""
    item = rng.choice([i for i in results(report.form)
                       if report.cells[i, 'total'] > 0 and
                       any(report.cells[i, c] == 0 for c in COLS)])
    zeros = [c for c in COLS if report.cells[item, c] == 0]
    for col in zeros:
        report.cells[item, col] = ''
    return 'zero:%s@%s' % (item, zeros[-1])


def blank_stock(rng, report):
    col = 'valid' if report.form == '2021' else 'published-total'
    report.cells['proactive.normative', col] = ''
    return 'blank:proactive.normative@' + col


BLANKS = {'figure': (blank_figure, 20), 'total': (blank_total, 15),
          'sum': (blank_sum, 10), 'review': (blank_review, 10),
          'zero': (blank_zero, 10), 'zeros': (blank_zeros, 10),
          'stock': (blank_stock, 5)}


def slip(rng, n):
    """Another figure, by a slip of the finger."""
    text = str(n)
    for _ in range(9):
        kind, i = rng.randrange(4), rng.randrange(len(text))
        if kind == 0:
            new = text[:i] + rng.choice('0123456789') + text[i + 1:]
        elif kind == 1:
            new = text[:i] + text[i:i + 2][::-1] + text[i + 2:]
        elif kind == 2:
            new = text[:i] + rng.choice('123456789') + text[i:]
        else:
            new = str(max(0, n + rng.choice((-3, -2, -1, 1, 2, 3))))
        if int(new) != n:
            return int(new)
    return n + 1


def slipped(*names):
    """A slip in one of the cells named, ITEM@COL."""
    def change(rng, report, before):
        item, col = rng.choice(names).split('@')
        report.cells[item, col] = slip(rng, report.cells[item, col])
        return True
    return change


def slipped_leaf(rng, report, before):
    key = rng.choice(leaves(report, lambda n: True))
    report.cells[key] = slip(rng, report.cells[key])
    return True


def slipped_total(rng, report, before):
    key = rng.choice(results(report.form)), 'total'
    report.cells[key] = slip(rng, report.cells[key])
    return True


def slipped_review(rng, report, before):
    key = rng.choice([k for k in report.cells if k[0].startswith('review.')])
    report.cells[key] = slip(rng, report.cells[key])
    return True


def pair(rng, report, before):
    keys = leaves(report, lambda n: n > 1)
    if not keys:
        return False
    item, col = rng.choice(keys)
    to = rng.choice([c for c in COLS if c != col])
    report.cells[item, col] -= 1
    report.cells[item, to] += 1
    return True


def wrong_column(rng, report, before):
    item, col = rng.choice(leaves(report, lambda n: n > 0))
    to = rng.choice([c for c in COLS if c != col])
    cells = report.cells
    if cells[item, to] == cells[item, col]:
        return False
    cells[item, to], cells[item, col] = cells[item, col], cells[item, to]
    return True


def swapped_rows(rng, report, before):
    a, b = rng.choice(((R + 'open', 'requests.forward'),
                       (R + 'partial', 'requests.carried'),
                       (R + 'total', 'requests.new')))
    cells = report.cells
    if cells[a, 'total'] == cells[b, 'total']:
        return False
    for col in COLS + ['total']:
        cells[a, col], cells[b, col] = cells[b, col], cells[a, col]
    return True


def shifted_row(rng, report, before):
    item = rng.choice([i for i, _ in leaves(report, lambda n: n > 0)])
    row = [report.cells[item, c] for c in COLS + ['total']]
    for col, n in zip(COLS + ['total'], [0] + row[:-1]):
        report.cells[item, col] = n
    return True


def swapped_columns(rng, report, before):
    for (item, col), n in list(report.cells.items()):
        if item.startswith('requests.') and col == 'natural':
            total = report.cells[item, 'total']
            report.cells[item, 'natural'] = total
            report.cells[item, 'total'] = n
    return report.cells['requests.new', 'natural'] != \
        report.cells['requests.new', 'total']


def times_ten(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] *= 10
    return True


def negative(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] = -report.cells[key]
    return True


def fraction(rng, report, before):
    key = rng.choice(leaves(report, lambda n: n > 0))
    report.cells[key] = '%d.5' % report.cells[key]
    return True


def carried(rng, report, before):
    n = rng.randint(1, 5)
    for col in 'natural', 'total':
        report.cells['requests.carried', col] += n
        report.cells['requests.forward', col] += n
    return True


def yuan(rng, report, before):
    key = 'proactive.fees', 'amount'
    report.cells[key] = round(report.cells[key] * 10000)
    return True


def regulations(rng, report, before):
    report.org = '青石市云河县%s' % rng.choice(
        ('北桥镇', '南湖街道', '柳桥乡', '水务局', '教育局'))
    report.title = '%s%d年政府信息公开工作年度报告' % (report.org, report.year)
    col = 'valid' if report.form == '2021' else 'published-total'
    report.cells['proactive.regulations', col] = rng.randint(1, 9)
    return True


def copied(rng, report, before):
    """The figures of last year's report, printed again."""
    for key in report.cells:
        if key[0].startswith('requests.'):
            report.cells[key] = before.cells[key]
    return True


def swapped_reviews(rng, report, before):
    cells = report.cells
    for outcome in 'maintain', 'correct', 'other', 'pending', 'total':
        a, b = (DIRECT + '.' + outcome, 'count'), \
            (AFTER + '.' + outcome, 'count')
        cells[a], cells[b] = cells[b], cells[a]
    before.cells[DIRECT + '.maintain', 'count'] += 20
    before.cells[DIRECT + '.total', 'count'] += 20
    report.sentences = ['政府信息公开行政诉讼%d件，其中未经复议直接起诉%d件。' % (
        cells[DIRECT + '.total', 'count'] + cells[AFTER + '.total', 'count'],
        cells[AFTER + '.total', 'count'])]
    return cells[DIRECT + '.total', 'count'] != cells[AFTER + '.total',
                                                      'count']


def section_missing(rng, report, before):
    report.drop.add(rng.choice((4, 5)))
    return True


def section_empty(rng, report, before):
    if rng.random() < .5:
        report.problems = ''
    else:
        report.other = ''
    return True


def section_order(rng, report, before):
    report.order = rng.choice(([0, 1, 3, 2, 4, 5], [0, 2, 1, 3, 4, 5],
                               [0, 1, 2, 3, 5, 4]))
    report.numerals = [report.numerals[i] for i in report.order]
    names = list('一二三四五六')
    numerals = [''] * 6
    for place, i in enumerate(report.order):
        numerals[i] = names[place]
    report.numerals = numerals
    return True


def section_number(rng, report, before):
    i = rng.randint(1, 5)
    report.numerals[i] = report.numerals[i - 1]
    return True


def wrong_period(rng, report, before):
    report.period = report.period.replace(str(report.year),
                                          str(report.year - 1))
    return True


def wrong_title(rng, report, before):
    report.title = report.title.replace(str(report.year),
                                        str(report.year - 1))
    return True


def stale_year(rng, report, before):
    last = report.year - 1
    report.sentences = ['%d年，我局认真贯彻落实条例。' % last,
                        '%d年，共收到政府信息公开申请%d件。' % (
                            last, report.cells['requests.new', 'total']),
                        '%d年，新收政府信息公开申请均已答复。' % last]
    return True


def early(rng, report, before):
    report.dated = '%d年12月20日' % report.year
    return True


def wrong_form(rng, report, before):
    report.year = {'2021': 2020, '2019': 2023}[report.form]
    report.title = '%s%d年政府信息公开工作年度报告' % (report.org, report.year)
    report.period = '本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。' % (
        report.year, report.year)
    report.dated = '%d年1月15日' % (report.year + 1)
    return True


def told(*kinds):
    def change(rng, report, before):
        text = said(rng, rng.choice(kinds), report, before and before.cells,
                    True)
        report.sentences = [text]
        return text is not None
    return change


def bad_list(rng, report, before):
    parts = [rng.randint(2, 90) for _ in range(4)]
    report.sentences = [
        '全年主动公开政府信息%d条，其中机构职能类%d条，规划计划类%d条，'
        '财政预决算类%d条，其他类%d条。' % (
            sum(parts) + rng.choice((-2, -1, 1, 2, 10)), *parts)]
    return True


def bad_share(rng, report, before):
    a, b = rng.randint(10, 90), rng.randint(10, 90)
    shares = [100 * a / (a + b), 100 * b / (a + b)]
    shares[0] += rng.choice((-3.2, 2.4, 11.7))
    report.sentences = [
        '全年主动公开政府信息%d条，其中机构职能类%d条，占%.1f%%，其他类%d条，'
        '占%.1f%%。' % (a + b, a, shares[0], b, shares[1])]
    return True


def bad_results(rng, report, before):
    cells = report.cells
    report.sentences = [
        '办结政府信息公开申请%d件，其中予以公开%d件，其他处理%d件。' % (
            cells[R + 'total', 'total'] + 2, cells[R + 'open', 'total'],
            cells[R + 'total', 'total'] - cells[R + 'open', 'total'])]
    return True


def fee_notices(rng, report, before):
    """More notices than requests, more charged than asked for, or nothing
    asked for."""
    n = report.cells['requests.new', 'total'] + \
        report.cells['requests.carried', 'total']
    report.other = rng.choice((
        '发出收费通知%d件，总金额%d元，实际收取金额0元。' % (
            n + rng.randint(1, 9), 40 * n),
        '发出收费通知3件，总金额0.12万元，实际收取金额%d元。' %
        rng.randint(1300, 9000),
        '发出收费通知0件，总金额%d元，实际收取金额0元。' %
        rng.randint(10, 900),
        '发出收费通知4件，总金额0元，实际收取金额0元。'))
    return True


def bad_part(rng, report, before):
    """A part that is more than what it is a part of."""
    n = rng.randint(5, 90)
    more = n + rng.randint(1, 9)
    report.sentences = [rng.choice((
        '全年主动公开政府信息%d条，其中财政预决算类%d条。',
        '历年累计主动公开政府信息%d条，本年主动公开%d条。')) % (n, more)]
    return True


# Offices without the power to make regulations, one a page.
POWERLESS = itertools.cycle((
    '云南省腾冲市 浙江省义乌市 广州市天河区 浙江省桐庐县档案馆 浙江省慈溪市 '
    '山东省荣成市 山东省寿光市 江苏省昆山市 江苏省张家港市 福建省石狮市 '
    '湖南省浏阳市 四川省都江堰市 北京市海淀区 上海市徐汇区 南京市玄武区 '
    '武汉市江汉区 成都市武侯区 杭州市西湖区 西安市雁塔区 长沙市岳麓区'
).split())


def county_city(rng, report, before):
    report.org = next(POWERLESS)
    report.title = '%s%d年政府信息公开工作年度报告' % (report.org, report.year)
    col = 'valid' if report.form == '2021' else 'published-total'
    report.cells['proactive.regulations', col] = rng.randint(1, 9)
    return True


def told_twice_of_last(rng, report, before):
    last = report.year - 1
    report.sentences = ['全年认真贯彻落实条例，主动公开各类信息。',
                        '%d年，我局加强网站平台建设。' % last,
                        '%d年，我局加强监督保障。' % last]
    return True


M = MODERN
FAULTS = {
    'leaf': (slipped_leaf, M, False),
    'row total': (slipped_total, M, False),
    'flow': (slipped('requests.new@natural', 'requests.carried@natural',
                     'requests.forward@total', R + 'total@total'), M, False),
    'review': (slipped_review, M, False),
    'pair': (pair, M, False),
    'wrong column': (wrong_column, M, False),
    'swapped rows': (swapped_rows, M, False),
    'shifted row': (shifted_row, M, False),
    'swapped columns': (swapped_columns, M, False),
    'times ten': (times_ten, M, False),
    'negative or fraction': (lambda *a: (negative if a[0].random() < .5
                                         else fraction)(*a), M, False),
    'carried': (carried, M, True),
    'copied table': (copied, M, True),
    'swapped suits': (swapped_reviews, M, True),
    'stock': (slipped('proactive.normative@valid'), ('2021',), True),
    'stock of items': (slipped('proactive.licence@items-last-year',
                               'proactive.penalty@items-last-year'),
                       ('2019',), True),
    'yuan': (yuan, ('2021',), True),
    'regulations': (regulations, M, False),
    'parts of 2008': (slipped('requests.received@year',
                              'requests.answered.open@year',
                              'requests.received.online@cumulative'),
                      ('2008',), False),
    'cumulative': (slipped('proactive.documents@cumulative',
                           'review.litigation.total@cumulative',
                           'requests.received@cumulative'), ('2008',), True),
    'parts of 2014': (slipped('requests.received@count',
                              'requests.answered.open@count',
                              'requests.completed.on-time@count',
                              'review.litigation.maintain@count',
                              'org.staff@count'), ('2014',), False),
    'sections': (lambda *a: (section_missing if a[0].random() < .5
                             else section_empty)(*a), M, False),
    'order': (lambda *a: (section_order if a[0].random() < .5
                          else section_number)(*a), M, False),
    'years': (lambda *a: (wrong_period if a[0].random() < .5
                          else wrong_title)(*a), M, False),
    'stale year': (stale_year, M, False),
    'early or wrong form': (lambda *a: (early if a[0].random() < .5
                                        else wrong_form)(*a), M, False),
    'told': (told('new', 'received', 'carried', 'answered', 'forward'), M,
             False),
    'told results': (told('open', 'partial', 'denied', 'unable',
                          'applicant'), M, False),
    'told of years': (told('growth', 'change', 'last-year'), M, True),
    'lists': (lambda *a: (bad_list, bad_share, bad_results)[
        a[0].randrange(3)](*a), M, False),
    'fee notices': (fee_notices, M, False),
    'part': (bad_part, M, False),
    'power': (county_city, M, False),
    'last year\'s words': (told_twice_of_last, M, False),
}
