#!/usr/bin/env python3
"""damage.py SEED COUNT DIR [DAMAGES [others]]: COUNT reports of made-up figures, each in
one of the layouts that tables come in and damaged in one of the ways that
scraping damages them, or in DAMAGES of them; DIR/reports.tar holds them, DIR/truth.tsv what each cell of each
was before (doc item col value where; an empty value is a blank cell; where is
`gone' if the damage took the cell out of the report)."""
import functools, io, random, sys, tarfile

ROOT = __file__.rsplit('/', 3)[0]


def read_forms():
    items = []
    with open(ROOT + '/lib/data/forms.tsv', encoding='utf-8') as f:
        head = f.readline().rstrip('\n').split('\t')
        for line in f:
            item = dict(zip(head, line.rstrip('\n').split('\t')))
            item['cols'] = [] if item['type'] == 'heading' else item['cols'].split(',')
            items.append(item)
    return items


FORMS = read_forms()
HEADS = {
    '2021': {'made': '本年制发件数', 'repealed': '本年废止件数', 'valid': '现行有效件数',
             'decisions': '本年处理决定数量', 'amount': '本年收费金额（单位：万元）'},
    '2019': {'new-made': '本年新制作数量', 'new-published': '本年新公开数量',
             'published-total': '对外公开总数量', 'items-last-year': '上一年项目数量',
             'change': '本年增/减', 'decisions': '处理决定数量', 'projects': '采购项目数量',
             'amount': '采购总金额'},
}
ARTICLES = {'art20.1': '第二十条第（一）项', 'art20.5': '第二十条第（五）项',
            'art20.6': '第二十条第（六）项', 'art20.8': '第二十条第（八）项',
            'art20.9': '第二十条第（九）项'}
APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
SEVEN = ['natural', 'business', 'research', 'public-interest', 'legal-service', 'other', 'total']
RESULT = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
FIVE = ['maintain', 'correct', 'other', 'pending', 'total']


@functools.lru_cache(None)
def of(form, table, variant):
    return [i for i in FORMS if i['form'] == form and i['table'] == table and i['variant'] == variant]


class Report:
    """Tables as grids: rows of cells; a figure is ('item', 'col')."""

    def __init__(self, rng, form, blanks):
        self.rng, self.form, self.blanks = rng, form, blanks
        self.value, self.tables = {}, []
        self.used, self.style = set(), None
        self.place, self.said, self.shown = {}, {}, {}
        {'2021': self.national, '2019': self.national, '2014': self.stats, '2008': self.annex}[form]()

    def number(self):
        """Figures that no two cells share: a misplaced one shows."""
        while True:
            n = self.rng.randint(1, 9999)
            if n not in self.used:
                self.used.add(n)
                return n

    def put(self, item, col, value=None):
        if value is None:
            value = '' if self.rng.random() < self.blanks else str(self.number())
        self.value[item, col] = value
        return (item, col)

    def proactive(self):
        rows, article = [], None
        for item in of(self.form, 'proactive', 'national'):
            if item['parent'] != article:
                article = item['parent']
                rows.append([ARTICLES[article], '', '', ''])
                head = ['信息内容'] + [HEADS[self.form][c] for c in item['cols']]
                rows.append(head + [''] * (4 - len(head)))
            cells = [item['label']] + [self.put(item['item'], c) for c in item['cols']]
            rows.append(cells + [''] * (4 - len(cells)))
        self.tables.append(rows)

    def requests(self):
        note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
        rows = [[note, '', '', '申请人情况', '', '', '', '', '', '总计'],
                ['', '', '', '自然人', '法人或其他组织', '', '', '', '', ''],
                ['', '', '', ''] + APPLICANTS[1:] + ['']]
        group = {}
        for item in of(self.form, 'requests', 'national'):
            depth = item['item'].count('.') - 1
            if not item['cols']:
                group[depth] = item['label']
                continue
            cells = [self.put(item['item'], c) for c in SEVEN]
            numbers = [self.value[c] for c in cells[:6]]
            self.value[cells[6]] = str(sum(int(n) for n in numbers if n))
            label = ['', '', '']
            label[depth] = item['label']
            for d in list(group):
                if d < depth:
                    label[d] = group.pop(d)
            rows.append(label + cells)
        self.tables.append(rows)

    def review(self):
        rows = [['行政复议', '', '', '', '', '行政诉讼'] + [''] * 9,
                RESULT + ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
                [''] * 5 + RESULT + RESULT]
        cells = []
        for group in ('reconsideration', 'litigation.direct', 'litigation.after'):
            items = ['review.%s.%s' % (group, f) for f in FIVE]
            five = [self.put(i, 'count', str(self.number())) for i in items]
            self.value[five[4]] = str(sum(int(self.value[c]) for c in five[:4]))
            cells += five
        rows.append(cells)
        self.tables.append(rows)

    def national(self):
        self.proactive()
        self.requests()
        self.review()

    def stats(self):
        rows = [['统计指标', '单位', '统计数']]
        for item in of('2014', 'stats', 'national'):
            if item['cols']:
                rows.append([item['label'], item['unit'], self.put(item['item'], 'count')])
            else:
                rows.append([item['label'], '——', '——'])
        self.tables.append(rows)

    def annex(self):
        rows = [['指标名称', '计量单位', '2017年', '历年累计']]
        for item in of('2008', 'annex', 'fujian-2018'):
            rows.append([item['label'], item['unit']] + [self.put(item['item'], c) for c in item['cols']])
        self.tables.append(rows)

    def note_places(self):
        self.place = {c: (i, len(row)) for rows in self.tables for row in rows for i, c in enumerate(row)
                      if isinstance(c, tuple)}
        self.said = {c: tuple(t for t in row if isinstance(t, str)) for rows in self.tables for row in rows
                     for c in figures_of(row)}

    def kept(self):
        """What a damage may change, apart from the report."""
        return dict(self.value), [[list(row) for row in rows] for rows in self.tables]

    def is_undone(self):
        """Whether a row has its width again, but other cells: sound to any reader."""
        return any(self.place[c][1] == len(row) and (self.place[c][0] != i or cell != c)
                   for rows in self.tables for row in rows for i, cell in enumerate(row) for c in figures_in(cell))

    def text(self, cell):
        return self.shown.get(cell, self.value[cell]) if isinstance(cell, tuple) else cell


class Joined(str):
    """Cells that ran together: a text, but it knows which figures are in it."""

    def __new__(cls, report, cells):
        joined = super().__new__(cls, ''.join(report.text(c) for c in cells))
        joined.figures = [c for cell in cells for c in figures_in(cell)]
        return joined


def figures_in(cell):
    return [cell] if isinstance(cell, tuple) else getattr(cell, 'figures', [])


def figures_of(row):
    return [c for cell in row for c in figures_in(cell)]


def is_figures(row):
    return any(isinstance(c, tuple) for c in row)


# Damages: each changes one table (a list of rows) or says it cannot.

def pick(rng, rows, test=is_figures):
    return rng.choice([i for i, r in enumerate(rows) if test(r)] or [None])


def none(rng, report, rows):
    return True


def blank_cell(rng, report, rows):
    row = rows[pick(rng, rows)]
    cell = rng.choice([c for c in row if isinstance(c, tuple)])
    report.value[cell] = ''
    return True


def drop_row(rng, report, rows):
    del rows[pick(rng, rows)]
    return True


def swap_rows(rng, report, rows):
    figures = [i for i, r in enumerate(rows) if is_figures(r)]
    if len(figures) < 2:
        return False
    a, b = rng.sample(figures, 2)
    rows[a], rows[b] = rows[b], rows[a]
    # Two rows of one label cannot be told apart by anything they say.
    return {report.said[c] for c in figures_of(rows[a])} != {report.said[c] for c in figures_of(rows[b])}


def label_at(row):
    at = [i for i, c in enumerate(row) if isinstance(c, str) and c and not figures_in(c)]
    first = min(i for i, c in enumerate(row) if isinstance(c, tuple))
    at = [i for i in at if i < first and len(row[i]) > 1]
    return at[-1] if at else None


def label_of(rng, rows):
    i = pick(rng, rows, lambda r: is_figures(r) and label_at(r) is not None)
    return (None, None) if i is None else (i, label_at(rows[i]))


def cut_label(rng, report, rows):
    i, c = label_of(rng, rows)
    if i is None:
        return False
    label = rows[i][c]
    rows[i][c] = label[:rng.randint(1, len(label) - 1)]
    return True


def break_label(rng, report, rows):
    """The second half of a label on a row of its own, as at a page's end."""
    i, c = label_of(rng, rows)
    if i is None:
        return False
    label = rows[i][c]
    at = rng.randint(1, len(label) - 1)
    rest = [''] * len(rows[i])
    rows[i][c], rest[c] = label[:at], label[at:]
    rows.insert(i + 1, rest)
    return True


def lose_label(rng, report, rows):
    i, c = label_of(rng, rows)
    if i is None:
        return False
    rows[i][c] = ''
    return True


def shift_right(rng, report, rows):
    """An empty cell before the figures.  It may push the last one out of a full
    row that has a sum; of another, what is left is a sound row with a blank."""
    i = pick(rng, rows)
    first = min(k for k, c in enumerate(rows[i]) if isinstance(c, tuple))
    full = all(report.text(c) for c in rows[i][first:])
    rows[i].insert(first, '')
    if len(rows[i]) > 10 and full and rng.random() < 0.5:
        rows[i].pop()
    return True


def shift_left(rng, report, rows):
    i = pick(rng, rows)
    if not isinstance(rows[i][0], str):
        return False
    del rows[i][0 if rows[i][0] == '' else max(
        k for k, c in enumerate(rows[i]) if isinstance(c, str) and (k == 0 or c == ''))]
    return is_figures(rows[i])


def lose_head(rng, report, rows):
    i = pick(rng, rows, lambda r: not is_figures(r))
    if i is None:
        return False
    del rows[i]
    return True


def lose_cell(rng, report, rows):
    row = rows[pick(rng, rows)]
    del row[rng.randrange(len(row))]
    return is_figures(row)


def lose_delimiter(rng, report, rows):
    """Two neighbours in one cell."""
    row = rows[pick(rng, rows)]
    i = rng.randrange(len(row) - 1)
    row[i:i + 2] = [Joined(report, row[i:i + 2])]
    return True


def change_digit(rng, report, rows):
    i, c = label_of(rng, rows)
    if i is None:
        return False
    digits = [k for k, ch in enumerate(rows[i][c]) if ch in '123456789一二三四五六七']
    if not digits:
        return False
    k = rng.choice(digits)
    new = rng.choice('123456789' if rows[i][c][k] in '123456789' else '一二三四五六七')
    rows[i][c] = rows[i][c][:k] + new + rows[i][c][k + 1:]
    return True


def duplicate_rows(rng, report, rows):
    a = rng.randrange(len(rows))
    b = rng.randrange(a, len(rows)) + 1
    rows[b:b] = [list(r) for r in rows[a:b]]
    return True


# Damages of a whole table, that an office or a program does.

def split_at_page(rng, report, rows):
    """A page's end in a table: its heads once more, or not, or its lowest one."""
    heads = next(i for i, r in enumerate(rows) if is_figures(r))
    if len(rows) < heads + 4:
        return False
    at = rng.randrange(heads + 2, len(rows))
    rows[at:at] = [list(r) for r in rng.choice([[], rows[:heads], rows[heads - 1:heads]])]
    return True


def note_row(rng, report, rows):
    """A note stands in a row of its own among the others."""
    note = rng.choice(['注：以上数据截至年底。', '注：本表由各科室汇总，共3页。', '备注', '（单位：件）', '续表'])
    i = pick(rng, rows)
    rows.insert(i, [note] + [''] * (len(rows[i]) - 1))
    return True


def merge_labels(rng, report, rows):
    """The label of a row stands with the one above; its figures are where they were."""
    i = pick(rng, rows, lambda r: is_figures(r) and label_at(r) is not None)
    if not i or not is_figures(rows[i - 1]) or label_at(rows[i - 1]) is None:
        return False
    at, above = label_at(rows[i]), label_at(rows[i - 1])
    rows[i - 1][above] += rows[i][at]
    rows[i][at] = ''
    return True


def split_thousands(rng, report, rows):
    """1 234 in place of 1234."""
    cells = [c for r in rows for c in figures_of(r) if len(report.value[c]) > 3]
    if not cells:
        return False
    cell = rng.choice(cells)
    report.shown[cell] = report.value[cell][:-3] + ' ' + report.value[cell][-3:]
    return True


def insert_last_year(rng, report, rows):
    """A column of last year's figures beside the first of each row, its head too."""
    first = min(k for r in rows if is_figures(r) for k, c in enumerate(r) if isinstance(c, tuple))
    for row in rows:
        last = str(rng.randint(1, 99)) if is_figures(row) else '上年' if row[first:first + 1] != [''] else ''
        row.insert(first, last)
    return True


DAMAGES = [none, blank_cell, drop_row, swap_rows, cut_label, break_label, lose_label, shift_right,
           shift_left, lose_head, lose_cell, lose_delimiter, change_digit, duplicate_rows]
# What else befalls tables: with `others' as the last argument.
OTHERS = [none, split_at_page, note_row, merge_labels, split_thousands, insert_last_year]


# Layouts: a table as lines of text.

def tabs(report, rows):
    """Labels stand where they are found: the figures' column moves with them."""
    for row in rows:
        if 8 <= len(row) <= 11 and not (is_figures(row) and row[2]):
            row = row[:2] + row[3:] + ['']
        yield '\t'.join(report.text(c) for c in row)


def grid_tabs(report, rows):
    for row in rows:
        yield '\t'.join(report.text(c) for c in row)


def pipes(report, rows):
    for i, row in enumerate(rows):
        yield '| ' + ' | '.join(report.text(c) for c in row) + ' |'
        if i == 0:
            yield '|' + '---|' * len(row)


def one_a_line(report, rows):
    for row in rows:
        for c in row:
            if report.text(c):
                yield report.text(c)
                yield ''


def one_a_line_kept(report, rows):
    """Empty cells are empty lines."""
    for row in rows:
        for c in row:
            if report.text(c) or isinstance(c, tuple):
                yield report.text(c)
                yield ''


def one_a_tab_line(report, rows):
    for row in rows:
        if len(row) > 4:
            row = [c for c in row if c != '']
        for c in row:
            yield '\t' + report.text(c)
        yield ''


def spaces(report, rows):
    for row in rows:
        text = ' '.join(t for t in (report.text(c) for c in row) if t)
        if text:
            yield text


def is_wide(c):
    return '\u2e80' <= c <= '\uffe6'


@functools.lru_cache(None)
def measure(text, wide):
    return sum(2 if wide and is_wide(c) else 1 for c in text)


def scarred(rng, line, most):
    """A line of positions, at times with a few spaces, MOST at most, more or fewer
    somewhere, or without those at its beginning."""
    gaps = [i for i in range(1, len(line)) if line[i] == line[i - 1] == ' ']
    if rng.random() > 0.1 or not gaps:
        return line
    at, n = rng.choice(gaps), min(rng.randint(1, 3), most)
    way = rng.random()
    if way < 0.4:
        return line[:at] + ' ' * n + line[at:]
    return line.lstrip() if way < 0.6 else line[:at] + line[at:at + n].lstrip() + line[at + n:]


def wrapped(text, most):
    return [text[i:i + most] for i in range(0, len(text), most)] or ['']


def placed(rng, cells, widths, wide, gap, most):
    """The lines of a row: what is wrapped in a cell is set in the middle of its
    height, lines in the middle of their width."""
    height, lines = max(len(c) for c in cells), []
    for i in range(height):
        line, at, end = '', 0, 0
        for cell, width in zip(cells, widths):
            above = (height - len(cell)) // 2
            text = cell[i - above] if 0 <= i - above < len(cell) else ''
            left = (width - measure(text, wide)) // 2
            # What does not fit pushes along what stands behind it.
            pad = max(at + left - end, 1 if line and text else 0)
            if text:
                line += ' ' * pad + text
                end += pad + measure(text, wide)
            at += width + gap
        lines.append(scarred(rng, line, most))
    return lines


def laid(report, rows, most=100, wide=True, apart=False):
    """Cells stand by position, as pdftotext -layout and text browsers write them."""
    rng = report.rng
    table = [[wrapped(report.text(c), most) for c in row] for row in rows]
    columns = max(len(row) for row in table)
    widths = [max(measure(t, wide) for row in table if len(row) > i and (len(row) < 10 or len(row[0][0]) < 30)
                  for t in row[i]) for i in range(columns)]
    gap = rng.randint(1, 3)
    # What is moved by half a column stands in the next one to any reader.
    narrowest = min((widths[i] for row in rows for i, c in enumerate(row) if figures_in(c)), default=9)
    most = (narrowest + gap - 1) // 2
    for row in table:
        for line in placed(rng, row, widths, wide, gap, most):
            yield line
            if apart and rng.random() < 0.01:
                yield '\f' + ' ' * rng.randint(0, 2)
        if apart:
            yield ''


def laid_wrapped(report, rows):
    if not report.style:    # one program writes all tables of a report
        report.style = report.rng.choice([8, 10, 12]), report.rng.random() < 0.5, report.rng.random() < 0.7
    return laid(report, rows, *report.style)


def html(report, rows):
    yield '<table>'
    for row in rows:
        out, i = [], 0
        while i < len(row):
            span = 1
            # Labels span the structural blanks behind them, as in the form.
            if isinstance(row[i], str) and row[i] and len(row) >= 10:
                while i + span < len(row) and row[i + span] == '' and i + span < 3:
                    span += 1
            out.append('<td%s>%s</td>' % (' colspan=%d' % span if span > 1 else '', report.text(row[i]) or '&nbsp;'))
            i += span
        yield '<tr>' + ''.join(out) + '</tr>'
    yield '</table>'


def one_line(report, rows):
    """All that a page says on one line, its cells apart."""
    yield ' '.join(t for row in rows for t in (report.text(c) for c in row) if t)


def run_together(report, rows):
    """The same with nothing between them."""
    yield ''.join(report.text(c) for row in rows for c in row)


LAYOUTS = [tabs, grid_tabs, pipes, one_a_line, one_a_line_kept, one_a_tab_line, spaces, html, laid, laid_wrapped, one_line, run_together]
# A cell lost from a line of positions leaves its place.
BY_POSITION = {laid, laid_wrapped}
NO_POSITION = {lose_cell, lose_delimiter, shift_left, shift_right}
HEADINGS = {'2021': ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'],
            '2014': ['政府信息公开情况统计表'], '2008': ['（三）附表']}
HEADINGS['2019'] = HEADINGS['2021']
YEARS = {'2021': 2023, '2019': 2019, '2014': 2016, '2008': 2012}


def document(report, layout):
    year = YEARS[report.form]
    lines = ['青石镇%d年政府信息公开工作年度报告' % year, '',
             '本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。' % (year, year), '',
             '一、总体情况', '', '一年来，我镇认真做好政府信息公开工作，稳步推进各项任务。', '']
    for heading, rows in zip(HEADINGS[report.form], report.tables):
        lines += [heading, ''] + list(layout(report, rows)) + ['']
    lines += ['五、存在的主要问题及改进情况', '', '工作中还存在一些不足，今后将不断改进。', '', '六、其他需要报告的事项', '', '无。']
    if layout is html:
        body = ''.join(l if l.startswith('<t') or l.startswith('</t') else '<p>%s</p>' % l for l in lines)
        return '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>%s</body></html>\n' % body
    if layout in (one_line, run_together):
        return (' ' if layout is one_line else '').join(lines) + '\n'
    return '\n'.join(lines) + '\n'


def damaged(rng, form, blanks, damages):
    """A report and the names of what was done to it; one that could not be done
    is left out."""
    report = Report(rng, form, blanks)
    report.note_places()
    done = []
    for damage in damages:
        before = report.kept()
        rows = rng.choice(report.tables)
        if any(is_figures(row) for row in rows) and damage(rng, report, rows) and not (done and report.is_undone()):
            done += [damage.__name__] * (damage is not none)
        else:
            report.value, report.tables = before
    return report, done


def main():
    seed, count, directory = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    damages = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    kinds = OTHERS if sys.argv[5:] == ['others'] else DAMAGES
    archive = tarfile.open(directory + '/reports.tar', 'w')
    with open(directory + '/truth.tsv', 'w', encoding='utf-8') as truth:
        n = 0
        while n < count:
            rng = random.Random(seed * 1000003 + n)
            form = rng.choice(['2021', '2021', '2019', '2014', '2008'])
            blanks = rng.choice([0, 0, 0.3, 0.7])
            layout = LAYOUTS[n // len(kinds) % len(LAYOUTS)]
            chosen = [kinds[n % len(kinds)]] + [rng.choice(kinds[1:]) for _ in range(damages - 1)]
            if layout in BY_POSITION:
                chosen = [none if damage in NO_POSITION else damage for damage in chosen]
            report, done = damaged(rng, form, blanks, chosen)
            name = '%05d-%s-%s-%s.%s' % (n, form, layout.__name__, '+'.join(done) or 'none', 'html' if layout is html else 'txt')
            data = document(report, layout).encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
            there = {c for rows in report.tables for row in rows for c in figures_of(row)}
            for cell, value in report.value.items():
                truth.write('%s\t%s\t%s\t%s\t%s\n' % (name, *cell, value, '' if cell in there else 'gone'))
            n += 1
    archive.close()


if __name__ == '__main__':
    main()
