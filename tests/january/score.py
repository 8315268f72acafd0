#!/usr/bin/env python3
"""How the January of a made-up office was judged; see january.py.

score.py OFFICE ROUND RESULTS [-v]
    prints a line a question: how many of how many, and how many besides.  RESULTS is
    the folder that annual wrote; OFFICE has what status said.  -v also
    prints what is not as it should be."""
import os
import re
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
        self.before = {}
        self.name, self.unit = name, {}
        self.official = {}
        for f in fields(os.path.join(office, 'truth')):
            self.unit[f[0]] = f[at:at + 5]
            self.before[f[0]] = f[2] if at == 7 else ''
            self.official[f[0]] = f[1]
        files = fields(os.path.join(office, 'files'))
        self.files = {f[1]: f[2] for f in files if f[0] == name}
        self.ever = {f[1]: f[2] for f in files}

    def unit_of(self, document, files=None):
        """The unit whose file a document is, or lies in."""
        files = files or self.files
        best = ''
        for path in files:
            if path in document and len(path) > len(best):
                best = path
        return files.get(best)

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


def as_sent(path):
    """The name of a file, or of a member of it, without the office's folders."""
    file, mark, member = path.partition('!')
    return os.path.basename(file) + mark + member


def written_to(results, truth):
    """The units of whose files some letter speaks, and how many speak of none."""
    units, others = set(), 0
    sent = {as_sent(path): number for path, number in truth.files.items()}
    folder = os.path.join(results, 'letters')
    for name in os.listdir(folder):
        if name.endswith('.md'):
            with open(os.path.join(folder, name), encoding='utf-8') as letter:
                text = re.sub(r'\\(.)', r'\1', letter.read())    # of Markdown
            spoken_of = {truth.unit_of(line, sent) for line in text.split('\n')} - {None}
            units |= spoken_of
            others += not spoken_of
    return units, others


def told_states(office, truth):
    """What status says of the findings of each unit: {number: {state, ...}}."""
    told = {}
    for f in fields(os.path.join(office, 'states.tsv')):
        number = truth.unit_of(f[1], truth.ever)    # what is fixed may be gone
        if number and f[4] == YEAR and f[6] in ('error', 'suspect', 'duty') and \
                not f[5].startswith('R-'):
            told.setdefault(number, set()).add(f[0])
    return told


def deserved_state(before, now):
    """What status is to say of a unit, by its states in both rounds."""
    if now == 'fault':
        return 'left' if before == 'fault' else 'new'
    return 'fixed' if before == 'fault' else None


def score_states(office, truth, show):
    told = told_states(office, truth)
    for state in 'new', 'left', 'fixed':
        units = [n for n, f in truth.unit.items()
                 if deserved_state(truth.before[n], f[0]) == state]
        right = [n for n in units if told.get(n) == {state}]
        wrong = [n for n in told if state in told[n] and n not in units]
        for n in set(units) - set(right) | set(wrong):
            show(state + '?', [truth.official[n], truth.unit[n], told.get(n)], [])
        tell(truth, state, len(right), len(units), len(wrong))


def tell(truth, question, right, total, besides):
    print('%-7s %-11s %4d of %4d %6d besides' % (
        truth.name, question, right, total, besides))


def score(office, truth, results, show):
    found = entries(truth, fields(os.path.join(results, 'faults.tsv')))
    findings = fields(os.path.join(results, 'findings.tsv'))
    faulty, clean = truth.in_state('fault'), truth.in_state('clean')
    one = [n for n in faulty if len(found.get(n, [])) == 1]
    named = [n for n in one if names_it(found[n][0], truth.unit[n])]
    accused = [n for n in clean if n in found]
    letters, other_letters = written_to(results, truth)
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
             len(unread - unread_right)),
            ('letters', len(letters & set(faulty)), len(faulty),
             len(letters - set(faulty)) + other_letters)):
        tell(truth, name, right, total, wrong)
    if truth.name == 'second':
        score_states(office, truth, show)


if __name__ == '__main__':
    words = [w for w in sys.argv[1:] if w != '-v']

    def show(*what):
        if '-v' in sys.argv:
            print('#', *what[:2])
            for f in what[2]:
                print('#    ', ' '.join((f[2], f[5], f[6], f[10])))
    score(words[0], Truth(words[0], words[1]), words[2], show)
