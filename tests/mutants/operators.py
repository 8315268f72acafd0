"""Semantic faults that can be put into a file of C or of data.

mutations(path, text) lists them; each is a Mutation that says where it is and
what becomes of it.  What cannot be a fault a user would see is left
out by rule: capacities, hashes, what is freed, declarations.
"""
import random
import re


class Mutation:
    def __init__(self, path, text, begin, end, new, kind):
        self.path, self.kind = path, kind
        self.change = begin, end, new
        first = text.rfind("\n", 0, begin) + 1
        last = end if text[begin:end].endswith("\n") else text.find("\n", end)
        self.line = text.count("\n", 0, begin) + 1
        self.old = one_line(text[first:last])
        self.new = one_line(text[first:begin] + new + text[end:last])

    def apply(self, text):
        begin, end, new = self.change
        return text[:begin] + new + text[end:]

    def key(self):
        """What names the mutation in tests/mutants/equivalent: no line number,
        so that it is found again when lines move."""
        return self.path, self.old, self.new


def one_line(text):
    """Without indentation; a tab within is shown."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\s])\t", " | ", text)).strip()


def masked(text):
    """The C with comments, strings, characters and directives blanked, byte
    for byte in place."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())

    def hollow(match):
        inner = match.group()
        return inner[0] + re.sub(r"[^\n]", "_", inner[1:-1]) + inner[-1]

    text = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
                  lambda m: blank(m) if m.group()[0] == "/" else hollow(m),
                  text, flags=re.S)
    return re.sub(r"^#(?:.*\\\n)*.*$", blank, text, flags=re.M)


def closing(code, at):
    """The place of the parenthesis that closes the one at AT."""
    depth = 0
    for i in range(at, len(code)):
        if code[i] == "(":
            depth += 1
        elif code[i] == ")":
            depth -= 1
            if depth == 0:
                return i
    return -1


ROWS_MAX = 150
OPPOSITE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=",
            "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+"}

# Functions and lines in which a change is no fault in what is written.
QUIET_FUNCTION = re.compile(
    r"hash|mix|_free$|^free_|_close$|grow|reserve|_clear$|destroy|allocate|prefetch")
# Nor where memory is sized, or where input is bounded that no report reaches.
QUIET_LINE = re.compile(
    r"capacity|\bcap\b|sizeof|malloc|free\(|close\(|assert\(|hash|<<|>>|0x|"
    r"UINT|\(struct slice\)\{|SIZE_MAX|memory_|MEMORY_|arena_alloc|_room\b|"
    r"madvise|_size\b|_MAX\b")

STATEMENT = re.compile(
    r"^\t+(?:\*?\(?[\w.>\[\]+*-]+\)?(?:\[[^\]]*\])? (?:[-+*/|&^]?=) .*;|"
    r"(?:\+\+|--)?\(?\*?[\w.>\[\]-]+\)?(?:\+\+|--);|\w+\(.*\);|"
    r"continue;|break;)$")
QUIET_STATEMENT = re.compile(r"^\s*\w*(free|close|unref|destroy|reset)\w*\(|"
                             r"^\s*\(void\)")


def functions(code):
    """(name, returns bool, begin, end) of each function's body."""
    for match in re.finditer(r"^\{$(.*?)^\}$", code, flags=re.M | re.S):
        head = code[:match.start()].rstrip().rsplit("\n\n", 1)[-1]
        name = re.findall(r"^(\w+)\(", head, flags=re.M)
        is_bool = re.search(r"^(?:static )?(?:inline )?bool$", head, flags=re.M)
        yield (name[-1] if name else "", bool(is_bool),
               match.start(1), match.end(1))


def tables(code):
    """(begin, end) of each static table's rows."""
    for match in re.finditer(r"^(?:static )?const [^;(]*? = \{$(.*?)^\};$",
                             code, flags=re.M | re.S):
        yield match.start(1), match.end(1)


def in_body(path, text, code, begin, end, is_bool):
    body = code[begin:end]

    def make(kind, first, last, new):
        return Mutation(path, text, begin + first, begin + last, new, kind)

    for m in re.finditer(r"(?<=\s)(<=|>=|<|>|==|!=)(?=\s)", body):
        line = body[body.rfind("\n", 0, m.start()) + 1:m.start()]
        loop = re.search(r"\bfor \(.*;[^;]*$", line)
        if loop and m.group() == "<":
            yield make("skip the last", m.start(), m.end(), "+ 1 <")
        else:
            yield make("compare", m.start(), m.end(), OPPOSITE[m.group()])
    for m in re.finditer(r"(?<=\s)(&&|\|\|)(?=\s)", body):
        yield make("and/or", m.start(), m.end(), OPPOSITE[m.group()])
    for m in re.finditer(r"(?<=[\w)\]] )([+-])(?= [\w(*])", body):
        yield make("plus/minus", m.start(), m.end(), OPPOSITE[m.group()])
    for m in re.finditer(r"\bif (\()", body):
        close = closing(body, m.start(1))
        if close > 0:
            condition = text[begin + m.start(1):begin + close + 1]
            yield make("negate", m.start(1), close + 1, "(!" + condition + ")")
    for m in re.finditer(r"\breturn (true|false|0|1|-1);", body):
        new = {"true": "false", "false": "true", "0": "1", "1": "0",
               "-1": "0"}[m.group(1)]
        yield make("return", m.start(1), m.end(1), new)
    if is_bool:
        for m in re.finditer(r"\breturn ((?!true;|false;)[^;]+);", body):
            value = text[begin + m.start(1):begin + m.end(1)]
            yield make("return", m.start(1), m.end(1), "!(" + value + ")")
    for m in re.finditer(r"(?<=[(, ])(true|false)(?=[,);])", body):
        if not body[:m.start()].endswith("return "):
            yield make("flag", m.start(), m.end(),
                       "false" if m.group() == "true" else "true")
    for m in re.finditer(r"(?<![\w.\[])(\d+)(?![\w.\]]|u?l)", body):
        n = int(m.group())
        if body[:m.start()].endswith("return ") or n > 100000:
            continue
        yield make("constant", m.start(), m.end(), str(n + 1))
        if n > 1:
            yield make("constant", m.start(), m.end(), str(n - 1))
    at = 0
    for line in body.splitlines(keepends=True):
        before = body[:at].rstrip()
        if STATEMENT.match(line.rstrip("\n")) and \
                not QUIET_STATEMENT.match(line) and \
                re.search(r"[;{})]$|\belse$|:$", before or "{"):
            indent = len(line) - len(line.lstrip())
            yield make("drop", at + indent, at + len(line.rstrip("\n")), ";")
        at += len(line)


def in_table(path, text, code, begin, end):
    """What ends a table stays: what would be read behind it is chance."""
    for m in re.finditer(r"\{(?! NULL, 0)[^{}]*\},?|^\t\[[^]]*\] = [^{}\n]*,$",
                         code[begin:end], flags=re.M):
        yield Mutation(path, text, begin + m.start(), begin + m.end(), "",
                       "drop a row")


def in_c(path, text):
    code = masked(text)
    for name, is_bool, begin, end in functions(code):
        if QUIET_FUNCTION.search(name):
            continue
        for mutation in in_body(path, text, code, begin, end, is_bool):
            line = code.splitlines()[mutation.line - 1]
            if not QUIET_LINE.search(line) and \
                    not re.search(r"^\s*\w[\w ]*\*?\w+\[[^\]]*\](;| =)", line):
                yield mutation
    for begin, end in tables(code):
        yield from in_table(path, text, code, begin, end)


# Columns of data that say nothing to the filters, or say it to the user.
UNREAD = {"example", "counterexample", "chinese", "english", "source"}


def in_data(path, text):
    """A row dropped; one of a field's alternatives dropped; a limit moved."""
    names = [] if path.endswith("html-entities.tsv") else None
    at = 0
    for line in text.splitlines(keepends=True):
        begin, at = at, at + len(line)
        row = line.rstrip("\n")
        if not row or row[0] == "#":
            continue
        if names is None:
            names = row.split("\t")
            continue
        yield Mutation(path, text, begin, at, "", "drop a row")
        if path.endswith(("characters.tsv", "html-entities.tsv")):
            continue
        first = begin
        for n, field in enumerate(row.split("\t")):
            if n >= len(names) or names[n] not in UNREAD:
                yield from in_field(path, text, first, field)
            first += len(field) + 1


def in_field(path, text, first, field):
    if re.fullmatch(r"[1-9]\d?", field):
        yield Mutation(path, text, first, first + len(field),
                       str(int(field) + 1), "limit")
    for separator in ("|", " ", ","):
        parts = field.split(separator)
        if len(parts) < 2:
            continue
        where = first
        for part in parts:
            end = where + len(part)
            if end < first + len(field):
                yield Mutation(path, text, where, end + 1, "", "drop a word")
            else:
                yield Mutation(path, text, where - 1, end, "", "drop a word")
            where = end + 1
        return


def mutations(path, text):
    return list(in_data(path, text) if path.endswith(".tsv")
                else in_c(path, text))


def draw(candidates, seed):
    """The candidates in the order in which a seed draws them: lines first, so
    that a crowded line is drawn no more often than a bare one; of a long table
    of data not more than some."""
    lines = {}
    for mutation in candidates:
        lines.setdefault((mutation.path, mutation.line), []).append(mutation)
    lots = random.Random(seed)
    places = sorted(lines)
    lots.shuffle(places)
    drawn, of_table = [], {}
    for place in places:
        path = place[0]
        of_table[path] = of_table.get(path, 0) + 1
        if not path.endswith(".tsv") or of_table[path] <= ROWS_MAX:
            drawn.append(lots.choice(lines[place]))
    return drawn
