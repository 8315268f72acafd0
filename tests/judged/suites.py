#!/usr/bin/env python3
"""Made-up reports with one thing wrong, or nothing, and how check judges them.

suites.py write DIR SEED
    writes the pages of all suites into DIR, one folder a suite, and DIR/cases:
    suite, kind, page, what is wanted of it.
suites.py score CASES FINDINGS
    for each suite how many pages are judged as they deserve, how many there
    are; with -v also the pages that are not.  What is wanted is one of
      fault   an error, suspect or duty
      clean   none of these
      TEXT    an error, suspect or duty whose message or cells have this text
      blank:CELL  any finding that names the cell
  zero:CELL   a finding that says the cell can only be 0"""
import os
import random
import sys

import claims
import faults
import lawful
import whole
from report import FORMS, MODERN, Report, figures

OFFICES = ('水务局', '教育局', '财政局', '民政局', '司法局', '审计局',
           '交通运输局', '市场监督管理局')


class Suite:
    """The pages of one suite, in a folder of its own."""

    def __init__(self, out, name, cases):
        self.folder = os.path.join(out, name)
        self.name, self.cases, self.n = name, cases, 0
        os.makedirs(self.folder)

    def add(self, kind, report, want, before=None):
        self.n += 1
        page = '%04d.html' % self.n
        if before is not None:
            self.write('%04d-last.html' % self.n, before)
            self.note(kind, '%04d-last.html' % self.n, 'clean')
        self.write(page, report)
        self.note(kind, page, want)

    def write(self, page, report):
        path = os.path.join(self.folder, page)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(report.page())

    def note(self, kind, page, want):
        self.cases.write('\t'.join((self.name, kind, page, want)) + '\n')


# A county for each office: no two are of one office.
FIRST, SECOND = '云青南北石柳桥清松枫', '河溪湖岭坪塘湾浦洲岗'


def office(rng, n):
    county = FIRST[n // 100 % 10] + FIRST[n // 10 % 10] + SECOND[n % 10] + \
        ('县', '市', '区')[n // 1000]
    return '青石市%s%s' % (county, rng.choice(OFFICES))


def draw(rng, form, n, chained=False):
    """A report of FORM and, if CHAINED, the one of the year before."""
    org = office(rng, n)
    if not chained:
        return Report(form, org, figures(rng, form)), None
    old = figures(rng, form)
    report = Report(form, org, figures(rng, form, old))
    return report, Report(form, org, old, report.year - 1)


def missing(rng, suite):
    for kind, change in faults.MISSING.items():
        report, _ = draw(rng, '2021', suite.n)
        want = change(rng, report)
        suite.add(kind, report, want)


def blanks(rng, suite):
    for kind, (change, number) in faults.BLANKS.items():
        for _ in range(number):
            report, _ = draw(rng, rng.choice(MODERN), suite.n)
            suite.add(kind, report, change(rng, report))


def clean(rng, suite, number=2000):
    """Reports of all forms, with sentences; every third of two years."""
    for i in range(number):
        form = FORMS[i % 4]
        report, before = draw(rng, form, suite.n, i % 3 == 0)
        kinds = [k for k, (forms, _) in claims.CLAIMS.items()
                 if form in forms and (before or not needs_last(k))]
        for kind in rng.sample(kinds, rng.randint(1, min(4, len(kinds)))):
            add_sentence(rng, report, kind, before)
        suite.add(form, report, 'clean', before)


def needs_last(kind):
    return kind in ('growth', 'change', 'last-year')


def add_sentence(rng, report, kind, before, wrong=False, line=None):
    text = claims.said(rng, kind, report, before and before.cells, wrong,
                       line)
    if text is not None:
        report.sentences.append(text)
    return text


def accounts(rng, suite, each=18):
    for i, sentence in enumerate(lawful.ACCOUNTS * each):
        report, _ = draw(rng, '2021', suite.n)
        report.sentences = [lawful.account(rng, sentence, report)]
        suite.add('account-%d' % (i % len(lawful.ACCOUNTS)), report, 'clean')


def sentences(rng, suite):
    for sentence in lawful.SENTENCES:
        report, _ = draw(rng, '2021', suite.n)
        report.sentences = [lawful.fill(rng, sentence, report)]
        suite.add(sentence, report, 'clean')


def contradictions(rng, suite, each=10):
    for kind, (forms, lines) in claims.CLAIMS.items():
        for i in range(each):
            while True:
                report, before = draw(rng, rng.choice(forms), suite.n,
                                      needs_last(kind))
                if add_sentence(rng, report, kind, before, True,
                                lines[i % len(lines)]):
                    break
            suite.add(kind + ': ' + lines[i % len(lines)][0], report,
                      'fault', before)


def planted(rng, suite, each=20):
    for kind, (change, forms, chained) in faults.FAULTS.items():
        for _ in range(each):
            while True:
                report, before = draw(rng, rng.choice(forms), suite.n,
                                      chained)
                if change(rng, report, before):
                    break
            suite.add(kind, report, 'fault', before)


def wholes(rng, suite, each=2):
    """Each in a city of its own."""
    for form, org, lines, other in whole.REPORTS * each:
        city = FIRST[suite.n // 10 % 10] + SECOND[suite.n % 10]
        report = Report(form, org.replace('青石', city), figures(rng, form))
        whole.fill(rng, lines, other, report)
        suite.add(form + ' ' + org, report, 'clean')


SUITES = {'missing': missing, 'blanks': blanks, 'clean': clean,
          'accounts': accounts, 'lawful': sentences,
          'contradictions': contradictions, 'faults': planted, 'whole': wholes}


def write(out, seed):
    with open(os.path.join(out, 'cases'), 'w', encoding='utf-8') as cases:
        for name, draw_all in SUITES.items():
            draw_all(random.Random(name + seed), Suite(out, name, cases))


def judged(lines):
    """Findings by page; those that call for an answer, and all."""
    serious, all_of = {}, {}
    for line in lines:
        f = line.rstrip('\n').split('\t')
        page = '/'.join(f[0].split('/')[-2:])
        text = ' '.join((f[4], f[5], f[10], f[12]))
        all_of.setdefault(page, []).append(text)
        if f[5] != 'note':
            serious.setdefault(page, []).append(text)
    return serious, all_of


def is_deserved(want, serious, everything):
    if want == 'clean':
        return not serious
    if want.startswith('blank:'):
        return any(want[6:] in text for text in everything)
    if want.startswith('zero:'):
        return any('D-ZERO' in text and want[5:] in text
                   for text in everything)
    return bool(serious) if want == 'fault' else \
        any(want in text for text in serious)


def score(cases, findings, verbose):
    serious, all_of = judged(findings)
    count = {}
    for line in cases:
        suite, kind, page, want = line.rstrip('\n').split('\t')
        page = suite + '/' + page
        got = serious.get(page, [])
        good = is_deserved(want, got, all_of.get(page, []))
        accused = want == 'clean' and suite not in ('clean', 'accounts',
                                                    'lawful', 'whole')
        name = 'last-years' if accused else suite
        right, total = count.get(name, (0, 0))
        count[name] = right + good, total + 1
        if verbose and not good:
            print('#', page, kind, want, '|', '; '.join(got))
    for name, (right, total) in count.items():
        print('%-16s %5d of %5d' % (name, right, total))


if __name__ == '__main__':
    if sys.argv[1] == 'write':
        write(sys.argv[2], sys.argv[3])
    else:
        with open(sys.argv[2], encoding='utf-8') as c, \
                open(sys.argv[3], encoding='utf-8') as f:
            score(c, f, sys.argv[-1] == '-v')
