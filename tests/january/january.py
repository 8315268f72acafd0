#!/usr/bin/env python3
"""The January of a made-up office: what units send, twice, and what is true of it.

january.py DIR SEED [UNITS]
    writes DIR/first and DIR/second, the inbox in both rounds, DIR/roster.tsv,
    roster.csv (GBK) and roster.xlsx, and
	DIR/truth	number, official name, state in the first round, kind of
			the fault, table, rows, columns, state in the second
			round, kind, table, rows, columns; a state is clean,
			fault, missing, unreadable
	DIR/files	round, path in the inbox, number of the unit
    With --no-suite nothing is left to an office suite (LibreOffice): what it
    would convert stays a document of Word or Excel."""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../lib'))
import documents  # noqa: E402
import odd  # noqa: E402
import plant  # noqa: E402
from archives import zipped  # noqa: E402
from report import Report, figures  # noqa: E402
from units import COUNTIES, units  # noqa: E402

YEAR = 2024
# Of 200 units.
FAULTS, MISSING, UNREADABLE, CORRECTED = 67, 6, 4, 30
KINDS = list(documents.RENDERINGS)


class Sender:
    """A unit, its figures of two years, what it sends."""

    def __init__(self, unit, rng):
        self.unit, self.rng = unit, rng
        before = figures(rng, '2021')
        self.last = Report('2021', unit.name, before, YEAR - 1)
        self.true = figures(rng, '2021', before)
        self.rendering = KINDS[unit.number % len(KINDS)]
        self.state, self.kind, self.planted = 'clean', '', None

    def report(self):
        report = Report('2021', self.unit.name, self.true, YEAR)
        n = self.true['requests.new', 'total']
        report.sentences = ['%d年，本单位认真贯彻落实条例，新收政府信息公开申请%d件。'
                            % (YEAR, n)]
        return report

    def plant(self, kind):
        """The report with a fault of that kind."""
        change = plant.KINDS[kind][0]
        for _ in range(99):
            report = self.report()
            planted = change(self.rng, report, self.last)
            if planted:
                self.state, self.kind, self.planted = 'fault', kind, planted
                return report
        return None

    def mend(self):
        self.state, self.kind, self.planted = 'clean', '', None
        return self.report()

    def told(self):
        p = self.planted or plant.Planted('')
        return [self.state, self.kind, p.table, '|'.join(p.rows),
                '|'.join(p.columns)]

    def name(self):
        """What it calls its file."""
        org = self.unit.name
        return ('%s%d年政府信息公开工作年度报告' % (org, YEAR), '%s年报（定稿）' % org,
                '附件：%s%d年度报告' % (org, YEAR))[self.unit.number % 3]


class Inbox:
    """A folder that fills: each file with the unit that it is of."""

    def __init__(self, root):
        self.root, self.files, self.later = root, {}, []

    def put(self, path, data, number):
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'wb') as f:
            f.write(data)
        self.files[path] = number

    def remove(self, path):
        os.unlink(os.path.join(self.root, path))
        del self.files[path]

    def path_of(self, sender):
        return next(p for p, n in self.files.items() if n == sender.unit.number)

    def rename(self, path, stem):
        new = os.path.join(os.path.dirname(path), stem + os.path.splitext(path)[1])
        os.rename(os.path.join(self.root, path), os.path.join(self.root, new))
        self.files[new] = self.files.pop(path)

    def remove_all(self, sender):
        """What a unit sent is withdrawn, but for what lies in archives."""
        for path in [p for p, n in self.files.items() if n == sender.unit.number]:
            if '!' not in path:
                self.remove(path)

    def send(self, sender, report, name=None):
        """The report in the rendering of its sender; its path."""
        name = name or sender.name()
        extension, render = documents.RENDERINGS[sender.rendering]
        page = report.page()
        data = render(page, documents.blocks(page), name)
        county = sender.unit.official[3:6]
        folder = county if county in COUNTIES and sender.unit.number % 4 else ''
        if sender.rendering in documents.CONVERTED:
            if SUITE:
                self.later.append((os.path.join(folder, name), sender.rendering))
            extension = documents.CONVERTED[sender.rendering]
        path = os.path.join(folder, '%s.%s' % (name, extension))
        self.put(path, data, sender.unit.number)
        return path

    def convert(self):
        """Has the office suite convert what waits for that."""
        for to in documents.CONVERTED:
            waiting = [stem for stem, rendering in self.later if rendering == to]
            if not waiting:
                continue
            extension = documents.CONVERTED[to]
            with tempfile.TemporaryDirectory() as work:
                for i, stem in enumerate(waiting):
                    os.rename(os.path.join(self.root, '%s.%s' % (stem, extension)),
                              os.path.join(work, '%d.%s' % (i, extension)))
                subprocess.run(
                    ['soffice', '-env:UserInstallation=file://%s/profile' % work,
                     '--headless', '--convert-to', to, '--outdir', work] +
                    ['%s/%d.%s' % (work, i, extension) for i in range(len(waiting))],
                    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for i, stem in enumerate(waiting):
                    # The writer of WPS is one of Word's under another name.
                    end = 'wps' if to == 'doc' and i % 3 == 0 else to
                    shutil.move('%s/%d.%s' % (work, i, to), os.path.join(
                        self.root, '%s.%s' % (stem, end)))
                    number = self.files.pop('%s.%s' % (stem, extension))
                    self.files['%s.%s' % (stem, end)] = number
        self.later = []

    def pack(self, folder, archive):
        """What lies in a folder goes into an archive, under names in GBK."""
        inside = [p for p in sorted(self.files) if p.startswith(folder + '/')]
        if not inside:
            return
        members = []
        for path in inside:
            with open(os.path.join(self.root, path), 'rb') as f:
                members.append((path.encode('gbk'), f.read()))
            number = self.files.pop(path)
            self.files['%s!%s' % (archive, path)] = number
        shutil.rmtree(os.path.join(self.root, folder))
        with open(os.path.join(self.root, archive), 'wb') as f:
            f.write(zipped(members + odd.beside(folder), flagged=False))


def last_years(inbox, senders):
    """All reports of the year before, in one archive."""
    with zipfile.ZipFile(os.path.join(inbox.root, '%d年度年报汇总.zip' % (YEAR - 1)),
                         'w', zipfile.ZIP_DEFLATED) as archive:
        for sender in senders:
            archive.writestr(zipfile.ZipInfo(
                '%s%d.html' % (sender.unit.name, YEAR - 1)), sender.last.page())


def first_round(inbox, senders, rng, share):
    """Deals out what is wrong, sends; the faulty ones."""
    dealt = senders[:]
    rng.shuffle(dealt)
    for state, n in ('missing', MISSING), ('unreadable', UNREADABLE):
        for _ in range(max(1, int(n * share))):
            dealt.pop().state = state
    faulty = []
    for kind in plant.drawn(rng, int(FAULTS * share)):
        report = None
        while report is None:
            sender = dealt.pop(0)
            report = sender.plant(kind)
            if report is None:
                dealt.append(sender)
        sender.path = inbox.send(sender, report)
        faulty.append(sender)
    for sender in dealt:
        sender.path = inbox.send(sender, sender.report())
    for i, sender in enumerate(s for s in senders if s.state == 'unreadable'):
        extension, data = odd.unreadable(i, sender.report().page())
        inbox.put('%s.%s' % (sender.name(), extension), data, sender.unit.number)
    # Some are sent twice: the same file, the same report in another rendering.
    for i, sender in enumerate(dealt[:max(2, int(10 * share))]):
        if i % 2:
            sender.rendering = 'docx' if sender.rendering != 'docx' else 'html'
            inbox.send(sender, sender.report(), '重报 ' + sender.name())
        else:
            path = os.path.join(inbox.root, sender.path)
            with open(path, 'rb') as f:
                data = f.read()
            stem, extension = os.path.splitext(sender.path)
            inbox.put('%s(1)%s' % (stem, extension), data, sender.unit.number)
            if sender.rendering in documents.CONVERTED and SUITE:
                inbox.later.append((stem + '(1)', sender.rendering))
    return faulty, dealt


def correct(inbox, faulty, share):
    """Corrections: in place, beside the old one, under a new name, in another
    rendering."""
    for i, sender in enumerate(faulty[:int(CORRECTED * share)]):
        report = sender.mend()
        report.dated = '%d年2月10日' % (YEAR + 1)
        if i % 3 == 0:
            inbox.remove_all(sender)
            inbox.send(sender, report)
        elif i % 3 == 1:
            inbox.send(sender, report, sender.name() + '（更正）')
        else:
            inbox.remove_all(sender)
            sender.rendering = 'docx' if sender.rendering == 'html' else 'html'
            inbox.send(sender, report, '更正后' + sender.name())


def second_round(inbox, senders, faulty, clean, rng, share):
    correct(inbox, faulty, share)
    # Late ones, one of them with a fault.
    for i, sender in enumerate([s for s in senders if s.state == 'missing'][
            :max(1, int(3 * share))]):
        inbox.send(sender, sender.mend() if i else sender.plant('row total'))
    for sender in [s for s in senders if s.state == 'unreadable'][
            :max(1, int(2 * share))]:
        sender.rendering = 'docx'
        inbox.send(sender, sender.mend(), '重新报送' + sender.name())
    # One that was right is sent again and is wrong; one is withdrawn, some renamed.
    left = [s for s in clean if s.rendering not in documents.CONVERTED and
            list(inbox.files.values()).count(s.unit.number) == 1 and
            '!' not in inbox.path_of(s)]
    wrong, gone, *renamed = left[:2 + max(1, int(5 * share))]
    report = wrong.plant('carried')
    report.dated = '%d年2月11日' % (YEAR + 1)
    inbox.send(wrong, report, wrong.name() + '（新）')
    inbox.remove_all(gone)
    gone.state = 'missing'
    for sender in renamed:
        inbox.rename(inbox.path_of(sender), sender.unit.name)


def write_roster(out, senders):
    lines = [('单位名称', '年度', '报送截止日期')] + [
        (s.unit.official, '%d' % YEAR, ('2025-01-31', '2025年1月31日')[
            s.unit.number % 2]) for s in senders]
    with open(os.path.join(out, 'roster.csv'), 'w', encoding='gbk', newline='') as f:
        f.writelines(','.join(line) + '\r\n' for line in lines)
    cells = [(r + 1, c + 1, 1, 1, text) for r, line in enumerate(lines)
             for c, text in enumerate(line)]
    with open(os.path.join(out, 'roster.xlsx'), 'wb') as f:
        f.write(documents.xlsx([('table', cells)], '名单'))
    with open(os.path.join(out, 'roster.tsv'), 'w', encoding='utf-8') as f:
        f.write('org\tyear\tparent\tdue\n')
        f.writelines('%s\t%d\t\t20250131\n' % (s.unit.official, YEAR)
                     for s in senders)


def write(out, seed, n):
    rng = random.Random(seed)
    senders = [Sender(u, random.Random('%s %d' % (seed, u.number))) for u in units(n)]
    share = n / 200
    first = Inbox(os.path.join(out, 'first'))
    faulty, clean = first_round(first, senders, rng, share)
    first.convert()
    for folder, archive in ((COUNTIES[0], '云河县报送.zip'),
                            (COUNTIES[1], '澄湖区年报.zip')):
        first.pack(folder, archive)
    last_years(first, senders)
    odd.litter(first.root)
    told = [s.told() for s in senders]
    shutil.copytree(first.root, os.path.join(out, 'second'), copy_function=shutil.copy2)
    second = Inbox(os.path.join(out, 'second'))
    second.files = dict(first.files)
    second_round(second, senders, faulty, clean, rng, share)
    second.convert()
    write_roster(out, senders)
    with open(os.path.join(out, 'truth'), 'w', encoding='utf-8') as f:
        for sender, before in zip(senders, told):
            f.write('\t'.join([str(sender.unit.number), sender.unit.official] +
                              before + sender.told()) + '\n')
    with open(os.path.join(out, 'files'), 'w', encoding='utf-8') as f:
        for name, inbox in ('first', first), ('second', second):
            f.writelines('%s\t%s\t%d\n' % (name, path, number)
                         for path, number in sorted(inbox.files.items()))


if __name__ == '__main__':
    SUITE = '--no-suite' not in sys.argv
    words = [w for w in sys.argv[1:] if not w.startswith('--')]
    write(words[0], words[1], int((words + ['200'])[2]))
