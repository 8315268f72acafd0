"""kill_trial.py [-n MOMENTS] [-s SEED] FOLDER [SCRIPT...]

Kills each script in FOLDER at MOMENTS seeded moments, by SIGKILL, SIGTERM and SIGINT in
turn, with all it started and alone in turn, and looks at what stands
then: it must be the whole of what was there before, or the whole of what the run
would have left.  Then the script runs undisturbed, and what stands must be the same
bytes as if nothing had happened, with nothing left over.
"""
import random
import signal
import time

from office import try_scripts


def kill_at(trial, moment, number, group):
    """Starts the script, and sends NUMBER after MOMENT seconds; waits until nothing
    of it runs.  Returns whether it was still at work."""
    process = trial.start()
    time.sleep(moment)
    alive = process.poll() is None
    trial.signal(process, number, group)
    trial.wait(process)
    return alive


def try_script(trial, moments, seed):
    chance = random.Random(f'{seed} {trial.name}')
    span = trial.measure(min(3, moments))
    met = dict.fromkeys(('before', 'after', 'mixed', 'alive'), 0)
    for n in range(moments):
        trial.reset()
        number = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[n % 3]
        met['alive'] += kill_at(trial, chance.random() * span, number, n // 3 % 2 == 0)
        met[trial.judge(f'moment {n}, signal {number}')] += 1
        trial.run()
        trial.judge_end(f'the run after moment {n}, signal {number}')
    print(f"{trial.name}: {moments} moments in {span * 1000:.0f} ms, {met['alive']} "
          f"while it ran: {met['before']} left the old results, {met['after']} the "
          f"new; {trial.wrong} mixed, lost or doubled")
    return trial.wrong


try_scripts(try_script)
