#!/usr/bin/env python3
"""Years and copies of made-up offices, and what check finds of them.

chains.py write DIR SEED
    writes the pages, a folder a chain, rosters, and DIR/cases: kind, chain,
    what is wanted of it.
chains.py score CASES FINDINGS
    for each kind how many of the planted faults are found, and how many chains
    are accused of what they have not; with -v also which.  What is wanted is
    `clean', or PAGE,...:RULE: the rule fails in one of these pages.  `order'
    is not accused of more."""
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                '../judged'))
import renamings  # noqa: E402
from report import COLS, MODERN, R, Report, figures  # noqa: E402

FIRST, SECOND = '云青南北石柳桥清松枫', '河溪湖岭坪塘湾浦洲岗'
OFFICES = ('水务局', '教育局', '财政局', '民政局', '司法局', '审计局')
# Under two names, by office-names.tsv.
KNOWN = (('环境保护局', '生态环境局'), ('卫生和计划生育局', '卫生健康局'),
         ('农业局', '农业农村局'), ('国土资源局', '自然资源局'),
         ('安全生产监督管理局', '应急管理局'))


def form_of(year):
    return '2008' if year < 2014 else '2014' if year < 2019 else \
        '2019' if year < 2021 else '2021'


class Chains:
    """The chains of one kind."""

    def __init__(self, out, kind, cases, rng):
        self.out, self.kind, self.cases, self.rng = out, kind, cases, rng
        self.n = 0

    def begin(self):
        """A new chain, of an office in a county of its own."""
        n = self.n
        self.n += 1
        self.county = '%s%s%s%s' % (
            FIRST[n // 100 % 10], FIRST[n // 10 % 10], SECOND[n % 10], '县')
        self.name = '%s-%03d' % (self.kind, n)
        self.folder = os.path.join(self.out, self.name)
        self.names = self.rng.sample(range(100, 1000), 40)
        os.makedirs(self.folder)
        return '青石市%s%s' % (self.county, self.rng.choice(OFFICES))

    def add(self, report):
        """Writes a page under a name that says nothing of its order."""
        page = '%d.html' % self.names.pop()
        with open(os.path.join(self.folder, page), 'w',
                  encoding='utf-8') as f:
            f.write(report.page())
        return page

    def want(self, *wanted):
        self.cases.write('\t'.join((self.kind, self.name) + wanted) + '\n')


def years(rng, org, first, last, lines=None):
    """The reports of ORG from FIRST to LAST, one following from the other."""
    reports, before = [], None
    for year in range(first, last + 1):
        form = form_of(year)
        if before is not None and form_of(year - 1) != form:
            before = bridge(before, form)
        cells = figures(rng, form, before)
        reports.append(Report(form, org, cells, year))
        before = cells
    return reports


def bridge(before, form):
    """What the figures of one form say on the next one: nothing, but for the
    lines that 2019 and 2021 share."""
    if form != '2021':
        return None
    cells = dict(before)
    cells['proactive.normative', 'valid'] = \
        before['proactive.normative', 'published-total']
    for item in 'licence', 'penalty', 'coercion':
        cells['proactive.' + item, 'decisions'] = 100
    return cells


def break_carry(rng, report):
    """What came over is not what last year's report passed on, in a report that
    adds up."""
    n = rng.randint(1, 5)
    for col in 'natural', 'total':
        report.cells['requests.carried', col] += n
        report.cells['requests.forward', col] += n


def carry(chains, rng):
    for i in range(20):
        reports = years(rng, chains.begin(), 2021, 2023)
        if i % 2:
            break_carry(rng, reports[1])
            # The year after goes on from what is stated.
            reports[2] = Report('2021', reports[2].org, figures(
                rng, '2021', reports[1].cells), 2023)
        pages = [chains.add(r) for r in reports]
        chains.want(pages[1] + ':Q-CARRY' if i % 2 else 'clean')


def region(chains, rng):
    """The report of one year names its office without the city, or says its
    place only in the signature."""
    for i in range(20):
        org = chains.begin()
        reports = years(rng, org, 2021, 2023)
        if i % 2:
            break_carry(rng, reports[2])
        short = org[len('青石市'):]
        reports[1].org = short
        reports[1].title = reports[1].title.replace(org, short)
        if i % 4 > 1:
            reports[1].title = reports[1].title.replace(short, '')
        pages = [chains.add(r) for r in reports]
        chains.want(pages[2] + ':Q-CARRY' if i % 2 else 'clean')


def renamed(reports, old, new, first):
    for r in reports:
        name = new if r.year >= first else old
        r.title = r.title.replace(r.org, name)
        r.org = name


def rename(chains, rng):
    """Under the names that office-names.tsv has for one office."""
    for i in range(20):
        place = chains.begin() and '青石市' + chains.county
        old, new = KNOWN[i % len(KNOWN)]
        reports = years(rng, place + old, 2019, 2020)
        if i % 2:
            break_carry(rng, reports[1])
        renamed(reports, place + old, place + new, 2020)
        pages = [chains.add(r) for r in reports]
        chains.want(pages[1] + ':Q-CARRY' if i % 2 else 'clean')


def told(chains, rng, sentences, is_told):
    for sentence in sentences:
        for broken in False, True:
            place = chains.begin() and '青石市' + chains.county
            old, new = rng.choice(renamings.NAMES)
            reports = years(rng, place + old, 2019, 2020)
            if broken:
                break_carry(rng, reports[1])
            renamed(reports, place + old, place + new, 2020)
            words = {'county': chains.county, 'old': old, 'new': new,
                     'other': rng.choice(renamings.OTHERS)}
            if sentence.startswith('title:'):
                reports[1].title = reports[1].title.replace(
                    place + new, place + sentence[6:].format(**words))
            else:
                reports[1].sentences = [sentence.format(**words)]
            pages = [chains.add(r) for r in reports]
            chains.want(pages[1] + ':Q-CARRY' if broken and is_told
                        else 'clean')


def rename_told(chains, rng):
    told(chains, rng, renamings.PROOFS, True)


def rename_untold(chains, rng):
    told(chains, rng, renamings.NO_PROOFS, False)


def rename_refuted(chains, rng):
    """The report tells of a new name, and others speak against it: the old name
    reports for the same year, or two offices say that they had it."""
    for i in range(20):
        place = chains.begin() and '青石市' + chains.county
        old, new = rng.choice(renamings.NAMES)
        first = years(rng, place + old, 2019, 2020)
        second = years(rng, place + new, 2020, 2020)[0]
        second.sentences = ['%s%s更名为%s%s。' % (
            chains.county, old, chains.county, new)]
        if i % 2:
            other = rng.choice(renamings.OTHERS)
            first[1] = years(rng, place + other, 2020, 2020)[0]
            first[1].sentences = ['%s%s（原%s%s）。' % (
                chains.county, other, chains.county, old)]
        for report in first + [second]:
            chains.add(report)
        chains.want('clean')


def gap(chains, rng):
    """A year is missing: what adds up over all years cannot fall."""
    for i in range(20):
        old, _, new = reports = years(rng, chains.begin(), 2009, 2011)
        if i % 2:
            item = rng.choice(('review.complaints', 'review.litigation.total',
                               'proactive.documents'))
            n = old.cells[item, 'cumulative'] + new.cells[item, 'year']
            new.cells[item, 'cumulative'] = rng.randint(
                new.cells[item, 'year'], n - 1)
            if item == 'proactive.documents':
                new.cells[item, 'cumulative'] = max(
                    new.cells['proactive.documents.site', 'cumulative'],
                    new.cells[item, 'year'], n - rng.randint(1, 9))
        pages = [chains.add(r) for r in (old, new)]
        chains.want(pages[1] + ':F-CUM' if i % 2 and
                    new.cells[item, 'cumulative'] < n else 'clean')


def reform(chains, rng):
    """2018 to 2019: another form."""
    for i in range(20):
        old, new = years(rng, chains.begin(), 2018, 2019)
        left = rng.randint(1, 3)
        for item in 'requests.received', 'requests.received.online':
            old.cells[item, 'count'] += left
        n = new.cells['requests.carried', 'natural']
        carried = rng.randint(0, left - 1) if i % 2 else \
            left + rng.randint(0, 2)
        for col in 'natural', 'total':
            new.cells['requests.carried', col] += carried - n
            new.cells['requests.new', col] += n - carried
        if new.cells['requests.new', 'natural'] < 0:
            for item in 'requests.new', 'requests.forward':
                for col in 'natural', 'total':
                    new.cells[item, col] += 9
        pages = [chains.add(r) for r in (old, new)]
        chains.want(pages[1] + ':N-CARRY' if i % 2 else 'clean')


def bridged(chains, rng):
    """2020 to 2021: another form, the same requests."""
    for i in range(20):
        old, new = years(rng, chains.begin(), 2020, 2021)
        if i % 2:
            break_carry(rng, new)
        pages = [chains.add(r) for r in (old, new)]
        chains.want(pages[1] + ':Q-CARRY' if i % 2 else 'clean')


def changed(rng, report):
    """A copy of REPORT in which figures changed, and still add up."""
    other = copy_of(report)
    n = rng.randint(1, 9)
    for item in 'requests.new', R + 'open', R + 'total':
        for col in 'business', 'total':
            other.cells[item, col] += n
    return other


def copy_of(report):
    return Report(report.form, report.org, report.cells, report.year)


def copies(chains, rng):
    for i in range(20):
        old, now, new = years(rng, chains.begin(), 2021, 2023)
        pages = [chains.add(r) for r in (old, now, new)]
        same = [chains.add(copy_of(now)) for _ in range(i % 3)]
        if i % 2:
            same.append(chains.add(changed(rng, now)))
        chains.want(','.join(same + [pages[1]]) + ':Y-CHANGED' if i % 2 else
                    'clean')


def copies_carry(chains, rng):
    """Copies of two years: each is held against last year's."""
    for i in range(20):
        old, now, new = years(rng, chains.begin(), 2021, 2023)
        wrong = copy_of(now)
        if i % 2:
            break_carry(rng, wrong)
        pages = [chains.add(r) for r in (old, copy_of(old), now, new)]
        page = chains.add(wrong)
        wanted = [page + ':Q-CARRY', page + ',' + pages[2] + ':Y-CHANGED']
        chains.want(*(wanted if i % 2 else ['clean']))


def spoiled(report, text):
    other = copy_of(report)
    for item, col in other.cells:
        if item.startswith(('requests.', 'review.')):
            other.cells[item, col] = text
    return other


def copies_spoiled(chains, rng):
    """A copy that is blank, or cannot be read, says nothing of the figures: what
    it lacks is its own fault."""
    for i in range(20):
        old, now, new = years(rng, chains.begin(), 2021, 2023)
        if i % 2:
            break_carry(rng, new)
        pages = [chains.add(r) for r in (old, now, new)]
        copy = spoiled(now, ('', '□')[i // 2 % 2])
        page = chains.add(copy)
        chains.want(*([pages[2] + ':Q-CARRY'] if i % 2 else ['clean']),
                    'but:' + page + ':D-*', 'but:' + page + ':B-*')


def namesakes(chains, rng):
    """A town in each of two counties, both of one name."""
    for i in range(20):
        chains.begin()
        other = '%s区' % chains.county[:-1]
        pages = []
        for county in chains.county, other:
            reports = years(rng, '青石市%s城关镇' % county, 2022, 2023)
            if i % 2 and county == other:
                break_carry(rng, reports[1])
            pages += [chains.add(r) for r in reports]
        chains.want(pages[3] + ':Q-CARRY' if i % 2 else 'clean')


def added(reports, form, org, year):
    """The report of a government: the sums of those below."""
    cells = {key: round(sum(r.cells[key] for r in reports), 2) for key in
             reports[0].cells}
    return Report(form, org, cells, year)


def cells_of(table, report):
    return sorted(k for k, n in report.cells.items()
                  if k[0].startswith(table) and n > 0 and k[1] != 'change')


def tree(chains, rng):
    """A county against its offices, in cells of all three tables."""
    for i in range(30):
        chains.begin()
        form = MODERN[i % 2]
        year = {'2019': 2020, '2021': 2023}[form]
        county = '青石市' + chains.county
        below = [Report(form, county + office, figures(rng, form), year)
                 for office in OFFICES[:4]]
        above = added(below, form, county + '人民政府', year)
        wanted = ['clean']
        page = None
        if i % 3:
            table = ('proactive', 'requests', 'review')[i // 2 % 3]
            item, col = rng.choice(cells_of(table, above))
            above.cells[item, col] = round(above.cells[item, col] - 1, 2)
            wanted = ['R-TREE:%s@%s' % (item, col)]
        late = i % 5 == 0
        page = chains.add(above)
        for r in below[late:]:
            chains.add(r)
        roster = 'org\tyear\tparent\n%s人民政府\t%d\t\n' % (county, year) + \
            ''.join('%s\t%d\t%s人民政府\n' % (r.org, year, county)
                    for r in below)
        with open(os.path.join(chains.folder, 'roster'), 'w',
                  encoding='utf-8') as f:
            f.write(roster)
        if late:
            # The sum of the others is only a bound.
            wanted = ['R-CHILDREN', 'R-MISSING']
        # What was taken away breaks sums of the report itself, too.
        chains.want(*wanted, 'but:' + page + ':*', 'but::R-TREE')


KINDS = {'carry': carry, 'region': region, 'rename': rename,
         'rename-told': rename_told, 'rename-untold': rename_untold,
         'rename-refuted': rename_refuted,
         'gap': gap, 'reform': reform, 'bridge': bridged, 'copies': copies,
         'copies-carry': copies_carry, 'copies-spoiled': copies_spoiled,
         'namesakes': namesakes, 'tree': tree}


def write(out, seed):
    with open(os.path.join(out, 'cases'), 'w', encoding='utf-8') as cases:
        for kind, draw in KINDS.items():
            rng = random.Random(kind + seed)
            draw(Chains(out, kind, cases, rng), rng)


def matches(wanted, finding):
    """WANTED is PAGE,...:RULE, or RULE[:CELL]; `*' ends a rule."""
    page, rule, where, _ = finding
    first, _, second = wanted.partition(':')
    if first == '' or first.endswith('.html') or '.html,' in first:
        return page in first.split(',') and is_rule(second, rule)
    return is_rule(first, rule) and second in ('', where)


def is_rule(wanted, rule):
    return rule.startswith(wanted[:-1]) if wanted.endswith('*') else \
        rule == wanted


def read_findings(lines):
    found = {}
    for line in lines:
        f = line.rstrip('\n').split('\t')
        chain, rest = f[0], f[1:]
        page = rest[0].rsplit('/', 1)[-1]
        found.setdefault(chain, []).append((page, rest[4], rest[7], rest[5]))
    return found


def score(cases, findings, verbose):
    found, count = read_findings(findings), {}
    for line in cases:
        kind, chain, *wanted = line.rstrip('\n').split('\t')
        lawful = [w[4:] for w in wanted if w.startswith('but:')]
        wanted = [w for w in wanted if not w.startswith('but:') and
                  w != 'clean']
        all_of = found.get(chain, [])
        good = sum(any(matches(w, f) for f in all_of) for w in wanted)
        unfounded = [f for f in all_of if f[3] != 'note' and not any(
            matches(w, f) for w in wanted + lawful)]
        right, total, accused, chains = count.get(kind, (0, 0, 0, 0))
        count[kind] = (right + good, total + len(wanted),
                       accused + (unfounded != []), chains + 1)
        if verbose and (good < len(wanted) or unfounded):
            print('#', chain, wanted, unfounded)
    for kind, numbers in count.items():
        print('%-16s %4d of %4d %6d of %4d' % ((kind,) + numbers))


if __name__ == '__main__':
    if sys.argv[1] == 'write':
        write(sys.argv[2], sys.argv[3])
    else:
        with open(sys.argv[2], encoding='utf-8') as c, \
                open(sys.argv[3], encoding='utf-8') as f:
            score(c, f, sys.argv[-1] == '-v')
