"""Whether the tests notice faults: makes small ones, one at a time, and runs
what can see them.

	mutants.py [-s SEED] [-n N] [-r ROOM]... [-o REPORT] [-j JOBS] [-l] BASE

BASE holds the objects, as `make mutants' builds them.  Each worker has a copy
of the tree and of the programs, which share one library: a mutant is one
object, one link, and the tests, those first that have found most in this room
for their time, until one fails.  A compiler that makes the same object of it
proves the mutant no fault.
"""
import argparse
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

from operators import draw, mutations

ROOMS = ["form", "table", "prose", "rule", "repair", "section",
         "section/headings", "section/identity", "place", "structure", "text",
         "charset", "format/html", "format/word", "data"]
# Made by a script from lists of others; tests hold their shape.
MADE = {"lib/data/places.tsv", "lib/data/towns.tsv"}
# Data are drawn apart: they have more lines than the code, of less weight.
DATA_SHARE = 0.12
# A test that waits for ever, in seconds.
HANGS = 300
FAILURE = re.compile(rb"not ok (?!.*# *skip)", re.I)
HERE = os.path.dirname(os.path.abspath(__file__))


def base_name(test):
    return os.path.splitext(os.path.basename(test))[0]


def words(name):
    return os.environ[name].split()


def room_of(path):
    return os.path.dirname(path)[len("lib/"):]


def reported(path):
    """What names the mutations that a report lists: path, old and new line."""
    keys, lines = set(), open(path, encoding="utf-8").read().split("\n")
    for place, old, new in zip(lines, lines[1:], lines[2:]):
        if old.startswith("\t- ") and new.startswith("\t+ "):
            keys.add((place.split(":")[0], old[3:], new[3:]))
    return keys


def read_sources(rooms):
    """path -> text of the files that mutants are made of."""
    paths = []
    for room in rooms:
        paths += glob.glob("lib/data/*.tsv" if room == "data" else
                           "lib/%s/*.c" % room)
    return {p: open(p, encoding="utf-8").read() for p in sorted(paths)
            if p not in MADE}


def candidates(sources):
    code, data = [], []
    for path, text in sources.items():
        (data if path.endswith(".tsv") else code).extend(mutations(path, text))
    return code, data


def equivalents():
    """The mutations that are named as no faults."""
    known = set()
    path = os.path.join(HERE, "equivalent")
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line[0] != "#" and len(fields) == 4:
            known.add(tuple(fields[:3]))
    return known


def say_stale(known, candidates, sources):
    """Names what is kept of mutations that are no longer there."""
    there = {m.key() for m in candidates}
    for key in sorted(known - there):
        if key[0] in sources or not os.path.exists(key[0]):
            print("tests/mutants/equivalent names no mutation: %s: %s" %
                  key[:2], flush=True)


class Tests:
    """The tests, and how much each has found."""

    def __init__(self):
        self.lock = threading.Lock()
        self.names = sorted(
            [os.path.basename(p)[:-2] for p in glob.glob("tests/unit/*.c")]) + \
            sorted(glob.glob("tests/filters/*.t"))
        self.seconds = {}
        self.found = {}
        self.ran = {}
        self.blind = {}
        for line in open(os.path.join(HERE, "blind"), encoding="utf-8"):
            if line[0] != "#" and line.strip():
                rooms, names = line.rstrip("\n").split("\t")
                for room in rooms.split():
                    self.blind.setdefault(room, set()).update(names.split())

    def order(self, path):
        """The tests that can see a fault in the file, the most telling first."""
        room = room_of(path)
        blind = self.blind.get(room, set())

        def worth(name):
            ran = self.ran.get((path, name), 0) + self.ran.get((room, name), 0)
            found = 3 * self.found.get((path, name), 0) + \
                self.found.get((room, name), 0)
            return (found + 1) / (ran + 4) / (self.seconds[name] + 0.02)

        with self.lock:
            able = [n for n in self.seconds if base_name(n) not in blind]
            return sorted(able, key=worth, reverse=True)

    def told(self, path, name, found):
        with self.lock:
            for place in (path, room_of(path)):
                self.ran[place, name] = self.ran.get((place, name), 0) + 1
                self.found[place, name] = \
                    self.found.get((place, name), 0) + found


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class Worker:
    """A copy of the tree with programs of its own."""

    def __init__(self, base, number, sources):
        self.base = base
        self.sources = sources
        self.top = os.path.abspath(os.path.join(base, "..", str(number)))
        self.bin = os.path.join(self.top, "bin")
        self.build = os.path.join(self.top, "build")
        shutil.rmtree(self.top, ignore_errors=True)
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"],
            stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        for path in listed:
            if os.path.isfile(path):
                copy = os.path.join(self.top, path)
                os.makedirs(os.path.dirname(copy), exist_ok=True)
                shutil.copy2(path, copy)
        self.scratch = os.path.join(self.top, "tmp")
        os.makedirs(self.bin)
        os.makedirs(self.scratch)
        self.link_library(None, None)
        for source in glob.glob("filters/*.c"):
            name = os.path.basename(source)[:-2]
            own = [os.path.join(base, o) for o in words("PDF_OBJECT")] + \
                words("PDF_LIBRARIES") if name == "extract-pdf" else []
            self.link("filters/%s.o" % name, os.path.join(self.bin, name), own)
        for source in glob.glob("tests/unit/*.c"):
            name = "tests/unit/%s" % os.path.basename(source)[:-2]
            self.link(name + ".o", os.path.join(self.build, name),
                      words("UNIT_LIBRARIES"))
        self.link("tests/html/compare.o",
                  os.path.join(self.build, "tests/html/compare"),
                  words("UNIT_LIBRARIES"))
        drip = os.path.join(self.build, "tests/lib/drip")
        os.makedirs(os.path.dirname(drip), exist_ok=True)
        shutil.copy2(os.path.join(base, "tests/lib/drip"), drip)

    def link(self, made_of, made, own):
        os.makedirs(os.path.dirname(made), exist_ok=True)
        subprocess.run(
            words("CC") + ["-o", made, os.path.join(self.base, made_of)] +
            own[:1] + ["-L" + self.top, "-Wl,-rpath," + self.top,
                       "-lnianbao", "-Wl,--allow-shlib-undefined",
                       "-Wl,-z,lazy", "-Wl,--as-needed"] +
            words("LIBRARIES") + own[1:], check=True)

    def link_library(self, replaced, by):
        objects = [by if o == replaced else o for o in words("OBJECTS")]
        return subprocess.run(
            words("CC") + ["-shared", "-o",
                           os.path.join(self.top, "libnianbao.so")] + objects +
            ["-Wl,-z,lazy", "-Wl,--as-needed"] + words("LIBRARIES"),
            stderr=subprocess.DEVNULL).returncode == 0

    def compile(self, mutation):
        """The object of the mutant, or None where it does not compile or is
        the same."""
        made = os.path.join(self.top, "mutant.o")
        source = os.path.join(self.top, mutation.path)
        write(source, mutation.apply(self.sources[mutation.path]))
        original = os.path.join(self.base, mutation.path)
        if mutation.path.endswith(".tsv"):
            original += ".o"
            code = subprocess.run(["sh", "lib/data/embed.sh", mutation.path],
                                  cwd=self.top, stdout=subprocess.PIPE).stdout
            source = "%s.c" % source
            write(source, code.decode())
        else:
            original = original[:-2] + ".o"
        done = subprocess.run(
            words("COMPILE") + ["-c", "-o", made, source],
            cwd=self.top, stderr=subprocess.DEVNULL)
        if done.returncode != 0:
            return None
        if open(made, "rb").read() == open(original, "rb").read():
            return None
        return original, made

    def restore(self, path):
        """The source as it was, and no file of a test that was stopped."""
        write(os.path.join(self.top, path), self.sources[path])
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)

    def run(self, name, limit):
        """Whether a test passes here, no process of it taking LIMIT seconds of
        the processor, and what it took."""
        env = dict(os.environ, BIN=self.bin, BUILD=self.build, LOTS="5",
                   TMPDIR=self.scratch,
                   SHARED=os.path.abspath("../shared"),
                   CMOCKA_MESSAGE_OUTPUT="TAP")
        env.pop("MAKEFLAGS", None)
        command = ["sh", name] if name.endswith(".t") else \
            [os.path.join(self.build, "tests/unit", name)]
        test = subprocess.Popen(
            ["sh", "-c", "ulimit -v 4000000; ulimit -f 200000; ulimit -t %d; "
             'exec "$@"' % (limit + 1), "sh"] + command, cwd=self.top, env=env, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        watch = threading.Timer(HANGS, stop, [test])
        watch.start()
        failed = any(FAILURE.match(line) for line in test.stdout)
        if failed:
            stop(test)
        _, status, used = os.wait4(test.pid, 0)
        test.returncode = status
        watch.cancel()
        stop(test)
        test.stdout.close()
        return not failed and status == 0, used.ru_utime + used.ru_stime


def stop(test):
    """Ends a test and what it started."""
    try:
        os.killpg(test.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def measure(workers, tests, slow):
    """Runs every test on what is no mutant: how long each takes, and which
    cannot be used."""
    waiting = [n for n in tests.names if base_name(n) not in
               tests.blind["any"]]

    def work(worker):
        while waiting:
            name = waiting.pop()
            passed, seconds = worker.run(name, 60)
            if passed and seconds <= slow:
                tests.seconds[name] = seconds
            else:
                print("fails or is slow on what is no mutant, left out: %s "
                      "(%.1f s)" % (name, seconds), flush=True)

    in_parallel(work, workers)


def in_parallel(work, workers):
    threads = [threading.Thread(target=work, args=[w]) for w in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def examine(worker, tests, mutation):
    """What became of a mutant: the name of the test that killed it,
    "survived", or None where it is no fault."""
    try:
        made = worker.compile(mutation)
        if made is None:
            return None
        if not worker.link_library(*made):
            return None
        for name in tests.order(mutation.path):
            passed, _ = worker.run(name, 1 + 4 * tests.seconds[name])
            tests.told(mutation.path, name, not passed)
            if not passed:
                return name
        return "survived"
    finally:
        worker.restore(mutation.path)


class Hunt:
    """N mutants of those drawn, shared out among the workers."""

    def __init__(self, drawn, wanted, tests, known):
        self.drawn, self.wanted = drawn, wanted
        self.tests, self.known = tests, known
        self.lock = threading.Lock()
        self.results = []
        self.equivalent = []

    def next(self):
        with self.lock:
            while self.wanted > 0 and self.drawn:
                mutation = self.drawn.pop(0)
                if mutation.key() in self.known:
                    self.equivalent.append(mutation)
                    continue
                self.wanted -= 1
                return mutation
        return None

    def work(self, worker):
        mutation = self.next()
        while mutation:
            became = examine(worker, self.tests, mutation)
            with self.lock:
                if became is None:
                    self.wanted += 1
                else:
                    self.results.append((mutation, became))
                    print("%4d %s:%d %s: %s" % (
                        len(self.results), mutation.path, mutation.line,
                        mutation.kind, became), flush=True)
            mutation = self.next()


def report(hunt, began):
    survivors = [m for m, became in hunt.results if became == "survived"]
    print()
    for m in sorted(survivors, key=lambda m: (m.path, m.line)):
        print("%s:%d: %s\n\t- %s\n\t+ %s" % (m.path, m.line, m.kind, m.old,
                                          m.new))
    print("\n%-14s %7s %6s %8s" % ("room", "mutants", "killed", "survived"))
    rooms = sorted({room_of(m.path) for m, _ in hunt.results})
    for room in rooms + ["all"]:
        became = [b for m, b in hunt.results
                  if room in ("all", room_of(m.path))]
        living = became.count("survived")
        print("%-14s %7d %6d %8d   %3.0f %%" % (
            room, len(became), len(became) - living, living,
            100 * (len(became) - living) / max(1, len(became))))
    print("%d named as equivalent; %.0f s" % (len(hunt.equivalent),
                                              time.time() - began))


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", "--seed", type=int, default=1)
    parser.add_argument("-n", "--number", type=int, default=300)
    parser.add_argument("-r", "--room", choices=ROOMS, action="append",
                        help="only these, all without it")
    parser.add_argument("-o", "--only", metavar="REPORT",
                        help="those that a report lists, as its survivors")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-t", "--slow", type=float, default=60,
                        help="leave out tests that take so many seconds")
    parser.add_argument("-l", "--list", action="store_true",
                        help="list what would be drawn, and end")
    parser.add_argument("base")
    return parser.parse_args()


def drawn_of(code, data, seed, number):
    """More than the NUMBER wanted: some will be no faults."""
    share = 1 if not code else DATA_SHARE if data else 0
    of_data, of_code = draw(data, seed), draw(code, seed)
    drawn = []
    for i in range(4 * number):
        from_data = int((i + 1) * share) > int(i * share)
        pool = of_data if from_data else of_code
        if pool:
            drawn.append(pool.pop(0))
    return drawn


def places_of(mutations):
    return len({(m.path, m.line) for m in mutations})


def main():
    args = parse()
    began = time.time()
    sources = read_sources(args.room or ROOMS)
    code, data = candidates(sources)
    known = equivalents()
    say_stale(known, code + data, sources)
    if args.only:
        keys = reported(args.only)
        drawn = [m for m in code + data if m.key() in keys]
    else:
        drawn = drawn_of(code, data, args.seed, args.number)
    if args.list:
        for m in drawn[:args.number]:
            print("%s:%d: %s\n\t- %s\n\t+ %s" % (m.path, m.line, m.kind,
                                              m.old, m.new))
        return
    print("%d places in code, %d in data" % (
        places_of(code), places_of(data)), flush=True)
    workers = [Worker(args.base, n, sources) for n in range(args.jobs)]
    tests = Tests()
    measure(workers, tests, args.slow)
    print("%d tests measured after %.0f s" % (len(tests.seconds),
                                              time.time() - began), flush=True)
    hunt = Hunt(drawn, args.number, tests, known)
    in_parallel(hunt.work, workers)
    report(hunt, began)


if __name__ == "__main__":
    sys.exit(main())
