"""A small office whose results are watched while its scripts are disturbed."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

SCRIPTS = 'annual', 'nightly', 'return-notes', 'waive'
OFFICES = '民政局', '水务局', '教育局'


def report(office, received):
    return (f'青石市{office}2023年政府信息公开工作年度报告\n一、总体情况\n'
            f'本年收到申请{received}件，办结{received + 1}件。\n')


def finding(office, message):
    return f'{office}.txt\t\t{office}\t2023\tQ-ROW\terror\tfail\tx\t1\t2\tc\tL1\t{message}\n'


class Trial:
    """A script over an inbox that changed since its last run.

    `old' and `new' are what stands before and after an undisturbed run: the
    contents of every name that a user sees."""

    def __init__(self, name, pipelines):
        self.name = name
        self.script = os.path.join(os.path.abspath(pipelines), name)
        self.wrong = 0

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='trial.')
        self.results = self.folder + '/results'
        self.write_inputs(0)
        self.run()
        shutil.copytree(self.results, self.folder + '/first', symlinks=True)
        self.old = self.seen()
        self.write_inputs(1)
        self.run()
        self.new = self.seen()
        self.kept = self.inside()
        if self.old == self.new:
            raise SystemExit(f'{self.name}: nothing changes')
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def write_inputs(self, change):
        """The second time one report is other, one is new, one is gone."""
        os.makedirs(self.folder + '/in', exist_ok=True)
        os.makedirs(self.results, exist_ok=True)
        offices = OFFICES[change:change + 2]
        for name in os.listdir(self.folder + '/in'):
            os.unlink(f'{self.folder}/in/{name}')
        for n, office in enumerate(offices):
            with open(f'{self.folder}/in/{office}.txt', 'w', encoding='utf-8') as file:
                file.write(report(office, 7 + 10 * change + n))
        with open(self.folder + '/findings.tsv', 'w', encoding='utf-8') as file:
            file.writelines(finding(office, f'message {change}') for office in offices)

    def command(self):
        arguments = {
            'annual': ['-q', '-L', '-o', self.results, self.folder + '/in'],
            'nightly': ['-m', '0', '-L', '-i', self.folder + '/in', '-o', self.results],
            'return-notes': ['-o', self.results, self.folder + '/findings.tsv'],
            'waive': ['-w', self.results + '/waivers.tsv', '-r', 'looked into', '-f',
                      self.folder + '/findings.tsv'],
        }
        if self.name == 'waive':
            with open(self.folder + '/findings.tsv', encoding='utf-8') as file:
                arguments['waive'] += file.read().splitlines()
        return [self.script, '-l', 'en'] + arguments[self.name]

    def start(self):
        return subprocess.Popen(self.command(), start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def signal(self, process, number, group):
        try:
            (os.killpg if group else os.kill)(process.pid, number)
        except ProcessLookupError:
            pass

    def wait(self, process):
        """Until the script and all that it started are gone."""
        process.wait()
        while True:
            try:
                os.killpg(process.pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.001)

    def run(self):
        process = self.start()
        self.wait(process)
        if process.returncode not in (0, 1):
            self.blame('an undisturbed run', f'status {process.returncode}')

    def measure(self, times):
        """How long the second run takes, in seconds: the shortest of so many."""
        spans = []
        for _ in range(times):
            self.reset()
            before = time.monotonic()
            self.run()
            spans.append(time.monotonic() - before)
        return min(spans)

    def reset(self):
        """The results as the first run left them."""
        shutil.rmtree(self.results)
        shutil.copytree(self.folder + '/first', self.results, symlinks=True)

    def seen(self):
        """What a user finds in the results: name to contents; no name that leads
        nowhere, which is as good as none, or is hidden, and no log."""
        contents = {}
        names = {name for name in os.listdir(self.results) if name[0] != '.'}
        names.discard('nightly.log')
        if 'letters' in names and os.path.isdir(self.results + '/letters'):
            names |= {f'letters/{name}' for name in os.listdir(self.results + '/letters')}
        for name in names:
            path = f'{self.results}/{name}'
            if os.path.isfile(path):
                with open(path, 'rb') as file:
                    contents[name] = file.read()
        return contents

    def inside(self):
        """Every path in the results, the number of the run as N."""
        current = self.results + '/current'
        number = os.readlink(current) if os.path.islink(current) else 'runs/N'
        paths = set()
        for folder, folders, files in os.walk(self.results):
            for name in folders + files:
                path = os.path.relpath(f'{folder}/{name}', self.results)
                paths.add(path.replace(number, 'runs/N'))
        return paths

    def blame(self, when, what):
        self.wrong += 1
        print(f'{self.name}: {when}: {what}', flush=True)

    def judge(self, when):
        """Which results stand, whole: 'before', 'after', or 'mixed'."""
        seen = self.seen()
        if seen == self.new:
            return 'after'
        if seen == self.old:
            return 'before'
        self.blame(when, 'mixed: ' + ', '.join(sorted(
            name for name in {*seen, *self.old}
            if seen.get(name) != self.old.get(name))))
        return 'mixed'

    def judge_end(self, when):
        seen, inside = self.seen(), self.inside()
        if seen != self.new:
            self.blame(when, 'other results: ' + ', '.join(sorted(
                name for name in {*seen, *self.new}
                if seen.get(name) != self.new.get(name))))
        if inside != self.kept:
            self.blame(when, f'left: {sorted(inside ^ self.kept)}')


def try_scripts(try_script):
    """Runs try_script(trial, times, seed), which returns how much was wrong, on the
    scripts that the command line names; ends with 1 if anything was."""
    parser = argparse.ArgumentParser()
    parser.add_argument('-n', type=int, default=1000)
    parser.add_argument('-s', default='1')
    parser.add_argument('folder')
    parser.add_argument('script', nargs='*')
    options = parser.parse_args()
    wrong = 0
    for script in options.script or SCRIPTS:
        with Trial(script, options.folder) as trial:
            wrong += try_script(trial, options.n, options.s)
    sys.exit(wrong > 0)
