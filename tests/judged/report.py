"""Made-up yearly reports whose figures add up, with sentences that say what
the tables say, as web pages.

figures(rng, form, before) draws the cells of a report, as {(item, col): n};
`before' are those of the year before, or None.  Report puts them into a page:
whatever of it is changed first is what a suite wants to be found, or not."""
import html
import os

HERE = os.path.dirname(os.path.abspath(__file__))
COLS = 'natural business research public-interest legal-service other'.split()
GROUPS = ('review.reconsideration', 'review.litigation.direct',
          'review.litigation.after')
OUTCOMES = 'maintain correct other pending'.split()
VARIANT = {'2008': 'fujian-2018'}
YEAR = {'2008': 2013, '2014': 2016, '2019': 2020, '2021': 2023}
FORMS = tuple(YEAR)
MODERN = ('2019', '2021')
R = 'requests.results.'


def read_forms():
    """The lines of forms.tsv of the variants that are drawn here."""
    forms = {}
    path = os.path.join(HERE, '../../lib/data/forms.tsv')
    with open(path, encoding='utf-8') as lines:
        next(lines)
        for line in lines:
            form, variant, table, item, parent, label, cols, unit, kind = \
                (line.rstrip('\n').split('\t') + [''] * 9)[:9]
            if variant == VARIANT.get(form, 'national'):
                forms.setdefault(form, []).append(
                    (table, item, parent, label, cols.split(','), kind))
    return forms


LINES = read_forms()


def results(form):
    """The rows whose sum is the total of results."""
    items = [item for _, item, _, _, _, kind in LINES[form]
             if item.startswith(R) and kind != 'heading']
    return [i for i in items if i != R + 'total']


def add_requests(rng, form, cells, before):
    items = results(form)
    for col in COLS:
        busy = {'natural': .8, 'business': .4}.get(col, .05)
        done = 0
        for item in items:
            n = rng.choice((0, rng.randint(1, 9), rng.randint(1, 60)))
            cells[item, col] = n if rng.random() < busy else 0
            done += cells[item, col]
        carried = before['requests.forward', col] if before else \
            rng.randint(1, 6) if col == 'natural' else 0
        forward = rng.randint(1, 9) if col == 'natural' else 0
        forward = max(forward, carried - done)
        cells['requests.carried', col] = carried
        cells['requests.new', col] = done + forward - carried
        cells[R + 'total', col] = done
        cells['requests.forward', col] = forward
    for item in items + ['requests.new', 'requests.carried', R + 'total',
                         'requests.forward']:
        cells[item, 'total'] = sum(cells[item, c] for c in COLS)


def add_reviews(rng, cells, before):
    for group in GROUPS:
        for outcome in OUTCOMES:
            cells[group + '.' + outcome, 'count'] = rng.randint(0, 12)
        short = before[group + '.pending', 'count'] if before else 1
        cells[group + '.maintain', 'count'] += short
        cells[group + '.total', 'count'] = sum(
            cells[group + '.' + o, 'count'] for o in OUTCOMES)


def modern(rng, form, before):
    cells = {}
    add_requests(rng, form, cells, before)
    add_reviews(rng, cells, before)
    if form == '2021':
        made, repealed = rng.randint(1, 9), rng.randint(1, 4)
        old = before['proactive.normative', 'valid'] if before else \
            rng.randint(30, 90)
        for col, n in ('made', made), ('repealed', repealed), \
                ('valid', old + made - repealed):
            cells['proactive.regulations', col] = 0
            cells['proactive.normative', col] = n
        for item in 'licence', 'penalty', 'coercion':
            last = before['proactive.' + item, 'decisions'] if before else \
                rng.randint(60, 4000)
            cells['proactive.' + item, 'decisions'] = \
                int(last * rng.uniform(.8, 1.2))
        cells['proactive.fees', 'amount'] = rng.randint(1000, 90000) / 100
        return cells
    for col, n in ('new-made', rng.randint(2, 9)), \
            ('new-published', rng.randint(10, 19)):
        cells['proactive.regulations', col] = 0
        cells['proactive.normative', col] = n
    cells['proactive.regulations', 'published-total'] = 0
    cells['proactive.normative', 'published-total'] = \
        cells['proactive.normative', 'new-published'] + (
            before['proactive.normative', 'published-total'] if before
            else rng.randint(30, 60))
    for item in 'licence', 'other-services', 'penalty', 'coercion', 'fees':
        item = 'proactive.' + item
        cells[item, 'items-last-year'] = \
            before[item, 'items-last-year'] + before[item, 'change'] \
            if before else rng.randint(20, 90)
        cells[item, 'change'] = rng.choice((-3, -2, -1, 1, 2, 3))
        if not item.endswith('fees'):
            cells[item, 'decisions'] = rng.randint(500, 900)
    cells['proactive.procurement', 'projects'] = rng.randint(1, 9)
    cells['proactive.procurement', 'amount'] = rng.randint(100, 900)
    return cells


def national(rng):
    cells = {}

    def put(head, parts, most=60):
        for part in parts.split():
            cells[head + '.' + part, 'count'] = rng.randint(1, most)
        cells[head, 'count'] = sum(
            cells[head + '.' + part, 'count'] for part in parts.split())

    put('requests.answered.refused', 'state-secret trade-secret privacy '
        'safety-stability not-gov-info law-other', 3)
    refused = cells['requests.answered.refused', 'count']
    put('requests.answered', 'published open partial refused not-ours '
        'not-exist amend other-channel', 20)
    cells['requests.answered', 'count'] += \
        refused - cells['requests.answered.refused', 'count']
    cells['requests.answered.refused', 'count'] = refused
    done = cells['requests.answered', 'count']
    cells['requests.completed', 'count'] = done
    late = rng.randint(1, done - 1)
    cells['requests.completed.on-time', 'count'] = done - late
    cells['requests.completed.extended', 'count'] = late
    for part in 'in-person', 'fax', 'online':
        cells['requests.received.' + part, 'count'] = rng.randint(1, done // 4)
    cells['requests.received.post', 'count'] = done - sum(
        n for (item, _), n in cells.items() if 'received' in item)
    cells['requests.received', 'count'] = done
    put('review.reconsideration', 'maintain correct other', 9)
    put('review.litigation', 'maintain correct other', 9)
    put('org.staff', 'fulltime parttime', 9)
    for part in 'gazette', 'site', 'weibo', 'wechat', 'other':
        cells['channel.' + part, 'count'] = rng.randint(20, 900)
    cells['proactive.total', 'count'] = rng.randint(
        max(n for (item, _), n in cells.items() if item.startswith('channel.')),
        sum(n for (item, _), n in cells.items() if item.startswith('channel.')))
    cells['proactive.normative', 'count'] = rng.randint(1, 19)
    cells['proactive.normative.issued', 'count'] = rng.randint(20, 40)
    for part in 'press', 'interview':
        cells['respond.' + part, 'count'] = rng.randint(4, 9)
        cells['respond.%s.chief' % part, 'count'] = rng.randint(0, 3)
    for part in 'topics', 'articles', 'social', 'other':
        cells['respond.' + part, 'count'] = rng.randint(1, 60)
    return cells


def local(rng, before):
    cells = {}

    def put(item, n):
        cells[item, 'year'] = n
        cells[item, 'cumulative'] = n + (
            before[item, 'cumulative'] if before else rng.randint(1, 40))

    def put_sum(head, parts):
        for col in 'year', 'cumulative':
            cells[head, col] = sum(
                cells[head + '.' + p, col] for p in parts)

    received = 'in-person', 'online', 'post-fax'
    answered = 'open', 'partial', 'refused', 'other'
    for part in received:
        put('requests.received.' + part, rng.randint(2, 30))
    put_sum('requests.received', received)
    left = cells['requests.received', 'year']
    for part in answered[:-1]:
        n = rng.randint(1, left // 3)
        put('requests.answered.' + part, n)
        left -= n
    put('requests.answered.other', left)
    put_sum('requests.answered', answered)
    short = cells['requests.received', 'cumulative'] - \
        cells['requests.answered', 'cumulative']
    cells['requests.answered.other' if short > 0 else
          'requests.received.online', 'cumulative'] += abs(short)
    put_sum('requests.received', received)
    put_sum('requests.answered', answered)
    put('proactive.documents.site', rng.randint(120, 400))
    put('proactive.documents.gazette', rng.randint(1, 20))
    extra = rng.randint(5, 60)
    for col in 'year', 'cumulative':
        cells['proactive.documents', col] = \
            cells['proactive.documents.site', col] + extra
    if before:
        cells['proactive.documents', 'cumulative'] = \
            before['proactive.documents', 'cumulative'] + \
            cells['proactive.documents', 'year']
    for item in 'review.complaints', 'review.reconsideration.total', \
            'review.litigation.total':
        put(item, rng.randint(1, 5))
    return cells


def figures(rng, form, before=None):
    if form == '2008':
        return local(rng, before)
    return national(rng) if form == '2014' else modern(rng, form, before)


# What stands in the head of a table, and what in its rows.
HEADS = {
    'proactive': ('二、主动公开政府信息情况', '主动公开政府信息情况'),
    'requests': ('三、收到和处理政府信息公开申请情况', ''),
    'review': ('四、政府信息公开行政复议、行政诉讼情况', ''),
}
ARTICLES = {'art20.1': '第二十条第（一）项', 'art20.5': '第二十条第（五）项',
            'art20.6': '第二十条第（六）项', 'art20.8': '第二十条第（八）项',
            'art20.9': '第二十条第（九）项'}
COLUMNS = {'made': '本年制发件数', 'repealed': '本年废止件数',
           'valid': '现行有效件数', 'decisions': '本年处理决定数量',
           'amount': '本年收费金额（单位：万元）',
           'new-made': '本年新制作数量', 'new-published': '本年新公开数量',
           'published-total': '对外公开总数量',
           'items-last-year': '上一年项目数量', 'change': '本年增/减',
           'projects': '采购项目数量', 'year': '本年度',
           'cumulative': '历年累计'}
APPLICANTS = ('自然人', '商业企业', '科研机构', '社会公益组织',
              '法律服务机构', '其他', '总计')


def row(*texts, tag='td'):
    return '<tr>%s</tr>' % ''.join(
        '<%s>%s</%s>' % (tag, html.escape(str(t)), tag) for t in texts)


class Report:
    """A report as a page; texts and cells may be changed before `page'."""

    def __init__(self, form, org, cells, year=None):
        self.form, self.org, self.cells = form, org, dict(cells)
        self.year = year or YEAR[form]
        self.title = '%s%d年政府信息公开工作年度报告' % (org, self.year)
        self.period = '本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。' \
            % (self.year, self.year)
        self.sentences = []
        self.without = set()     # tables left out
        self.pictures = set()    # tables that are pictures
        self.drop = set()        # numbers of sections left out
        self.order = None        # of the sections
        self.numerals = list('一二三四五六')
        self.problems = '公开的及时性有待提高，下一步加强培训。'
        self.other = '无其他需要报告的事项。'
        self.dated = '%d年1月15日' % (self.year + 1)

    def text(self, item, col):
        n = self.cells.get((item, col), '')
        return '' if n is None else n

    def table_of(self, name):
        if name in self.without:
            return ''
        if name in self.pictures:
            return '<p><img src="%s.png"></p>' % name
        make = getattr(self, name + '_' + self.form, None) or \
            getattr(self, name)
        return '<table border="1">%s</table>' % make()

    def lines(self, table):
        return [line for line in LINES[self.form] if line[0] == table]

    def proactive(self):
        rows, last = [], None
        for _, item, article, label, cols, _ in self.lines('proactive'):
            if article != last:
                rows.append('<tr><td colspan="4">%s</td></tr>' %
                            ARTICLES[article])
                names = ['采购总金额' if article == 'art20.9' and
                         c == 'amount' else COLUMNS[c] for c in cols]
                rows.append(row('信息内容', *names))
            last = article
            rows.append(row(label, *(self.text(item, c) for c in cols)))
        return ''.join(rows)

    def requests(self):
        rows = ['<tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：'
                '第一项加第二项之和，等于第三项加第四项之和）</td>'
                '<td colspan="7">申请人情况</td></tr>'
                '<tr><td rowspan="2">自然人</td>'
                '<td colspan="5">法人或其他组织</td>'
                '<td rowspan="2">总计</td></tr>' + row(*APPLICANTS[1:-1])]
        lines = self.lines('requests')
        for _, item, parent, label, cols, kind in lines:
            below = [l for l in lines if l[2] == item]
            if kind == 'heading' and item == 'requests.results':
                span = len([l for l in lines if l[1].startswith(R) and
                            l[5] != 'heading'])
                rows.append('<tr><td rowspan="%d">%s</td>' % (span, label))
                continue
            if kind == 'heading':
                rows.append(('<tr>' if rows[-1].endswith('</tr>') else '') +
                            '<td rowspan="%d">%s</td>' % (len(below), label))
                continue
            top = parent == ''
            span = 3 if top else 2 if parent == 'requests.results' else 1
            line = '<td colspan="%d">%s</td>' % (span, label) + ''.join(
                '<td>%s</td>' % self.text(item, c) for c in cols) + '</tr>'
            rows.append(line if not rows[-1].endswith('</tr>')
                        else '<tr>' + line)
        return ''.join(rows)

    def review(self):
        names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
        return ('<tr><td colspan="5">行政复议</td>'
                '<td colspan="10">行政诉讼</td></tr>'
                '<tr>' + ''.join('<td rowspan="2">%s</td>' % n
                                 for n in names) +
                '<td colspan="5">未经复议直接起诉</td>'
                '<td colspan="5">复议后起诉</td></tr>' + row(*names * 2) +
                row(*(self.text(g + '.' + o, 'count') for g in GROUPS
                      for o in OUTCOMES + ['total'])))

    def stats(self):
        return row('统计指标', '单位', '统计数') + ''.join(
            row(label, '' if kind == 'heading' else '件',
                '' if kind == 'heading' else self.text(item, cols[0]))
            for _, item, _, label, cols, kind in self.lines('stats'))

    def annex(self):
        return row('指标名称', '计量单位', '本年度', '历年累计') + ''.join(
            row(label, '条', self.text(item, 'year'),
                self.text(item, 'cumulative'))
            for _, item, _, label, _, _ in self.lines('annex'))

    def sections(self):
        """Headings without their numbers, and what stands below."""
        overview = ''.join('<p>%s</p>' % s for s in self.sentences)
        if self.form in MODERN:
            return [('总体情况', overview),
                    ('主动公开政府信息情况', self.table_of('proactive')),
                    ('收到和处理政府信息公开申请情况',
                     self.table_of('requests')),
                    ('政府信息公开行政复议、行政诉讼情况',
                     self.table_of('review')),
                    ('存在的主要问题及改进情况', '<p>%s</p>' % self.problems),
                    ('其他需要报告的事项', '<p>%s</p>' % self.other)]
        table = 'stats' if self.form == '2014' else 'annex'
        return [('概述', '<p>按照条例要求编制本报告。</p>'),
                ('主动公开政府信息的情况', overview),
                ('政府信息依申请公开办理情况', '<p>按规定办理。</p>'),
                ('因政府信息公开申请行政复议、提起行政诉讼的情况',
                 '<p>按规定办理。</p>'),
                ('存在的主要问题及改进措施', '<p>%s</p>' % self.problems),
                ('需要说明的事项与附表', '<p>%s</p>' % self.other +
                 self.table_of(table))]

    def page(self):
        parts = list(zip(self.numerals, self.sections()))
        if self.order:
            parts = [parts[i] for i in self.order]
        body = ''.join(
            '<p>%s、%s</p>%s' % (numeral, heading, text)
            for i, (numeral, (heading, text)) in enumerate(parts)
            if i not in self.drop)
        return ('<html><head><meta charset="utf-8"><title>%s</title></head>'
                '<body><h1>%s</h1><p>%s</p>%s<p>%s</p><p>%s</p></body></html>'
                % (self.title, self.title, self.period, body, self.org,
                   self.dated))
