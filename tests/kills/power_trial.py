"""power_trial.py [-n STATES] [-s SEED] FOLDER [SCRIPT...]

Has the power fail at each step of a run of each script in FOLDER, and looks at what
a disk may then hold: what was synced, and of all else any part.  A user must see
the whole of the old results or the whole of the new ones there, and the next run
must leave the same bytes as if nothing had happened.

The steps are what strace(1) tells of the run.  Of the changes of names since the
last sync of their folders all are on the disk, none, those up to some moment, or any
of them; a file not synced is empty, half there or whole.
"""
import os
import random
import shutil

from calls import trace
from disk import Disk, store
from office import try_scripts


def keeper(way, chance, number):
    """Which of the unsynced changes are on the disk; WAY: one of four."""
    last = chance.randint(0, number)
    return (lambda change: True, lambda change: False,
            lambda change: change.number <= last,
            lambda change: chance.random() < 0.5)[way]


def fingerprint(folder):
    found = []
    for path, folders, files in sorted(os.walk(folder)):
        for name in sorted(folders + files):
            full = f'{path}/{name}'
            if os.path.islink(full):
                found.append((full, os.readlink(full)))
            elif os.path.isfile(full):
                with open(full, 'rb') as file:
                    found.append((full, file.read()))
            else:
                found.append((full, None))
    return hash(tuple(map(repr, found)))


def load_disk(trial):
    """The disk of a run over the results as the first run left them."""
    trial.reset()
    events = trace(trial.command(), trial.folder + '/strace')
    trial.judge_end('the run that is watched')
    disk = Disk(trial.results, trial.folder + '/first')
    disk.run(events)
    shutil.copytree(trial.results, trial.folder + '/last', symlinks=True)
    disk.fill(trial.folder + '/last')
    return disk


def put(trial, tree, number, cut):
    shutil.rmtree(trial.results)
    store(tree, trial.results, number, cut)


def try_script(trial, states, seed):
    chance = random.Random(f'{seed} {trial.name}')
    disk = load_disk(trial)
    put(trial, disk.now, -1, None)
    trial.judge_end('all steps, played')	# else the model is wrong
    met = dict.fromkeys(('before', 'after', 'mixed'), 0)
    known = set()
    tries = [(number, way) for number in disk.points for way in range(4)]
    chance.shuffle(tries)
    cuts = (lambda size: 0), (lambda size: size // 2), (lambda size: size)
    for n in range(states):
        number, way = tries[n % len(tries)]
        keep = keeper(way, chance, number)
        put(trial, disk.after(number, keep), number, lambda size: chance.choice(cuts)(size))
        met[trial.judge(f'step {number}, state {n}')] += 1
        state = fingerprint(trial.results)
        if state not in known:
            known.add(state)
            trial.run()
            trial.judge_end(f'the run after step {number}, state {n}')
    print(f"{trial.name}: {states} states of a disk, {len(known)} of them different, at "
          f"{len(disk.points)} steps: {met['before']} had the old results, "
          f"{met['after']} the new; {trial.wrong} mixed, lost or doubled")
    return trial.wrong


try_scripts(try_script)
