"""What of the code the tests ran.

	coverage.py [-u PREFIX ...] [-b] BUILD

For each room, and over all: lines run of lines, branches taken of branches;
then the files least run.  With -u the lines of files below PREFIX that no test
ran, with -b also those that have a branch no test took.
"""
import argparse
import collections
import json
import os
import subprocess

# The build for coverage goes without it, see coverage.h.
LEFT_OUT = ["lib/source/sandbox.c"]


class File:
    def __init__(self):
        self.lines = collections.Counter()
        self.branches = collections.Counter()

    def add(self, lines):
        for line in lines:
            number = line["line_number"]
            self.lines[number] += line["count"]
            for n, branch in enumerate(line["branches"]):
                if not branch["throw"]:
                    self.branches[number, n] += branch["count"]

    def counts(self):
        return [sum(n > 0 for n in self.lines.values()), len(self.lines),
                sum(n > 0 for n in self.branches.values()),
                len(self.branches)]


def notes(build):
    for folder, _, names in os.walk(build):
        for name in sorted(names):
            if name.endswith(".gcno") and "/tests/" not in folder:
                yield os.path.join(folder, name)


def read(build):
    """path -> File, as gcov tells it."""
    files = collections.defaultdict(File)
    for note in notes(build):
        told = subprocess.run(
            ["gcov", "--json-format", "--stdout", "--branch-probabilities",
             note], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for document in told.splitlines():
            for file in json.loads(document)["files"]:
                path = file["file"]
                if path.startswith(("lib/", "filters/")) and \
                        path.endswith((".c", ".cc")) and \
                        path not in LEFT_OUT and os.path.exists(path):
                    files[path].add(file["lines"])
    return files


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:3] if parts[1] in ("format", "source") and
                    len(parts) > 3 else parts[:2]) if parts[0] == "lib" \
        else parts[0]


def shown(name, counts):
    lines, of_lines, taken, branches = counts
    return "%-34s %6d of %6d lines %5.1f %% %6d of %6d branches %5.1f %%" % (
        name, lines, of_lines, 100 * lines / max(1, of_lines), taken,
        branches, 100 * taken / max(1, branches))


def add(a, b):
    return [x + y for x, y in zip(a, b)]


def uncovered(path, file, branches):
    with open(path, encoding="utf-8") as source:
        text = source.read().splitlines()
    half = {line for (line, _), n in file.branches.items() if n == 0}
    for number, count in sorted(file.lines.items()):
        if count == 0:
            print("%s:%d: %s" % (path, number, text[number - 1].strip()))
        elif branches and number in half:
            taken = "".join("+" if n else "-" for (line, _), n in
                            sorted(file.branches.items()) if line == number)
            print("%s:%d: %s: %s" % (path, number, taken,
                                     text[number - 1].strip()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-u", "--uncovered", action="append", default=[])
    parser.add_argument("-b", "--branches", action="store_true")
    parser.add_argument("build")
    args = parser.parse_args()
    files = read(args.build)
    rooms, total = {}, [0, 0, 0, 0]
    for path, file in sorted(files.items()):
        room = room_of(path)
        rooms[room] = add(rooms.get(room, [0, 0, 0, 0]), file.counts())
        total = add(total, file.counts())
        if path.startswith(tuple(args.uncovered)):
            uncovered(path, file, args.branches)
    for room in sorted(rooms):
        print(shown(room, rooms[room]))
    print(shown("all", total))
    print("\nleast run:")
    missed = sorted(files, key=lambda p: files[p].counts()[0] -
                    files[p].counts()[1])
    for path in missed[:15]:
        print(shown(path, files[path].counts()))


if __name__ == "__main__":
    main()
