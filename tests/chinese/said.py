"""What the programs can say to their user, by their source.

    said.py said FILE...     every string of C that reads like words, and every one in a
                             call of what tells the user something
    said.py stale TABLE FILE...
                             the lines of TABLE of which the source has no string

A string of several pieces counts as one.
"""
import os
import re
import sys

TOKEN = re.compile(
    r"/\*.*?\*/|//[^\n]*|^#include[^\n]*|(?P<char>'(?:\\.|[^'\\])+')"
    r'|"(?P<string>(?:\\.|[^"\\])*)"|(?P<blank>\s+|\\\n)'
    r"|(?P<name>[A-Za-z_]\w*)|.", re.S | re.M)
TELLING = {"warn_at", "warn_of", "warn_at_line", "remark", "cli_usage", "data_warn",
           "show_progress",
           "data_refuse", "data_refuse_line", "left_out", "source_doubt"}
# Pages, statements of SQL, lists of words: what is said there is said by a call.
SILENT = re.compile(r"lib/(report|export/(sql|sqlite|postgres|views|package_description)\b"
                    r"|section/word\.c|format/html/element\.c)")
WORDS = re.compile(r"[A-Za-z%)'] [A-Za-z%(`]")
CONVERSION = re.compile(r"%[0-9.*lz]*[sducf]")


def strings(path):
    """Each string of a file, and whether it stands in a call that tells."""
    with open(path) as file:
        text = file.read()
    joined, telling, depth, name = None, [], 0, ""
    for token in TOKEN.finditer(text):
        piece = token.group()
        if token["string"] is not None:
            joined = (joined or "") + token["string"]
            continue
        if token["blank"] or piece.startswith(("/*", "//", "#include")):
            continue
        if joined is not None:
            yield joined, bool(telling)
            joined = None
        if piece == "(":
            depth += 1
            if name in TELLING:
                telling.append(depth)
        elif piece == ")":
            if telling and telling[-1] == depth:
                telling.pop()
            depth -= 1
        name = token["name"] or ""


def is_said(path, string, is_told):
    if not re.search("[A-Za-z]{2}", CONVERSION.sub("", string)):
        return False
    return is_told or (not SILENT.match(path) and re.search(WORDS, string) and
                       not re.search(r"[<>]|\\[nr]|^[^A-Za-z`'{%;-]|^ .* $", string))


def read_table(path):
    with open(path) as file:
        lines = file.read().splitlines()[1:]
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def is_had(piece, had):
    """Whether the source has PIECE, perhaps as two strings that are put together."""
    return any(piece in string for string in had) or any(
        any(string.endswith(piece[:at]) for string in had) and
        any(string.startswith(piece[at:]) for string in had)
        for at in range(1, len(piece)))


def main():
    if sys.argv[1] == "said":
        for path in sys.argv[2:]:
            for string, is_told in strings(path):
                if is_said(path, string, is_told):
                    print(string)
        return
    had = {string for path in sys.argv[3:] for string, _ in strings(path)}
    had |= {os.strerror(number) for number in range(1, 134)}
    for line in read_table(sys.argv[2]):
        for piece in CONVERSION.split(line[0]):
            if re.search("[A-Za-z]", piece) and not is_had(piece.strip(": ;"), had):
                print(line[0])
                break


main()
