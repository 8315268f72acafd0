#!/usr/bin/env python3
"""How the January of a made-up office was judged; see january.py.

score.py OFFICE ROUND RESULTS [-v]
    prints a line a question: how many of how many, and how many besides.  RESULTS is
    the folder that annual wrote; -v also prints what is not as it should be."""
import os
import sys

YEAR = '2024'


def fields(path):
    with open(path, encoding='utf-8') as lines:
        return [line.rstrip('\n').split('\t') for line in lines]


class Truth:
    """What is true of the units in a round: {number: (state, kind, table, rows,
    columns)}."""

    def __init__(self, office, name):
        at = 2 if name == 'first' else 7
        self.name, self.unit = name, {}
        self.official = {}
        for f in fields(os.path.join(office, 'truth')):
            self.unit[f[0]] = f[at:at + 5]
            self.official[f[0]] = f[1]
        self.files = {f[1]: f[2] for f in fields(os.path.join(office, 'files'))
                      if f[0] == name}

    def unit_of(self, document):
        """The unit whose file a document is, or lies in."""
        best = ''
        for path in self.files:
            if path in document and len(path) > len(best):
                best = path
        return self.files.get(best)

    def in_state(self, state):
        return [n for n, f in self.unit.items() if f[0] == state]


def entries(truth, faults):
    """The entries of this year by unit; those of none by ''."""
    found = {}
    for f in faults[1:]:
        number = truth.unit_of(f[10]) if f[10] else next(
            (n for n, name in truth.official.items() if f[3] == name), None)
        if f[4] == YEAR or f[10]:
            found.setdefault(number or '', []).append(f)
    return found


def names_it(entry, planted):
    """Whether an entry has a word for the table's row and column at fault."""
    text = entry[5]
    _, _, _, rows, columns = planted
    return any(r in text for r in rows.split('|')) and \
        any(c in text for c in columns.split('|'))


def unread_units(truth, results):
    """The units of which files came and no figure could be read."""
    read = {f[0] for f in fields(os.path.join(results, 'facts.tsv')) if f[3] == YEAR}
    read = {truth.unit_of(document) for document in read}
    tried = {truth.unit_of(f[0]) for f in fields(os.path.join(results, 'rejects.tsv'))}
    return tried - read - {None}


def score(truth, results, show):
    found = entries(truth, fields(os.path.join(results, 'faults.tsv')))
    findings = fields(os.path.join(results, 'findings.tsv'))
    faulty, clean = truth.in_state('fault'), truth.in_state('clean')
    one = [n for n in faulty if len(found.get(n, [])) == 1]
    named = [n for n in one if names_it(found[n][0], truth.unit[n])]
    accused = [n for n in clean if n in found]
    missing = {f[2] for f in findings if f[4] == 'R-MISSING'}
    unread = unread_units(truth, results)
    of_none = found.get('', [])
    for n in faulty:
        if n not in named:
            show(truth.official[n], truth.unit[n], found.get(n, []))
    for n in accused:
        show(truth.official[n], truth.unit[n], found[n])
    for f in of_none:
        show('of no unit', [], [f])
    for name in missing ^ {truth.official[n] for n in truth.in_state('missing')}:
        show('missing or not', [name], [])
    for n in unread ^ set(truth.in_state('unreadable')):
        show('unreadable or not', [truth.official[n]], [])
    missing_right = {truth.official[n] for n in truth.in_state('missing')} & missing
    unread_right = set(truth.in_state('unreadable')) & unread
    for name, right, total, wrong in (
            ('one entry', len(one), len(faulty), 0),
            ('named', len(named), len(faulty), 0),
            ('clean', len(clean) - len(accused), len(clean), len(of_none)),
            ('missing', len(missing_right), len(truth.in_state('missing')),
             len(missing - missing_right)),
            ('unreadable', len(unread_right), len(truth.in_state('unreadable')),
             len(unread - unread_right))):
        print('%-7s %-11s %4d of %4d %6d besides' % (
            truth.name, name, right, total, wrong))


if __name__ == '__main__':
    words = [w for w in sys.argv[1:] if w != '-v']

    def show(*what):
        if '-v' in sys.argv:
            print('#', *what[:2])
            for f in what[2]:
                print('#    ', ' '.join((f[2], f[5], f[6], f[10])))
    score(Truth(words[0], words[1]), words[2], show)
