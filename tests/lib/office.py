"""office.py DIR: documents.doc and cells.xls, the binary formats with one of
everything that is read ([MS-CFB], [MS-DOC], [MS-XLS])."""
import os
import struct
import sys
import zipfile
from xml.sax.saxutils import escape


def pad(data, size):
    return data + b"\0" * (-len(data) % size)


def compound(streams):
    """A compound file: each stream at least as long as needs no mini stream."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    sectors, chains, starts = [], [], []

    def add(data):
        first = len(sectors)
        parts = [data[i:i + 512] for i in range(0, len(data), 512)]
        sectors.extend(parts)
        chains.extend(list(range(first + 1, first + len(parts))) + [end])
        return first

    for name, data in streams:
        starts.append(add(pad(data.ljust(4096, b"\0"), 512)))
    entries = []
    names = [("Root Entry", 5, end, 0)] + [
        (n, 2, starts[i], max(4096, len(d) + -len(d) % 512))
        for i, (n, d) in enumerate(streams)]
    for i, (name, kind, start, size) in enumerate(names):
        wide = name.encode("utf-16-le") + b"\0\0"
        child = 1 if i == 0 else free
        right = i + 1 if 0 < i < len(names) - 1 else free
        entries.append(wide.ljust(64, b"\0") + struct.pack(
            "<HBBIII16xI8x8xIQ", len(wide), kind, 1, free, right, child, 0,
            start, size))
    directory = add(pad(b"".join(entries), 512))
    tables = (len(chains) + 1 + 127) // 128
    first = len(sectors)
    chains += [0xFFFFFFFD] * tables
    table = b"".join(struct.pack("<I", c) for c in chains)
    table = table.ljust(tables * 512, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", bytes.fromhex("D0CF11E0A1B11AE1"), 0x3E, 3,
        0xFFFE, 9, 6, 0, tables, directory, 0, 4096, end, 0, end, 0)
    header += b"".join(struct.pack("<I", first + i) for i in range(tables))
    return header.ljust(512, b"\xff") + b"".join(sectors) + table


# Word

def sprm(number, operand):
    return struct.pack("<H", number) + operand


def byte(number, value):
    return sprm(number, bytes([value]))


STYLE, LEVEL, LIST, OUTLINE = 0x4600, 0x260A, 0x460B, 0x2640
IN_TABLE, ROW_END, DEPTH = 0x2416, 0x2417, 0x6649
IN = byte(IN_TABLE, 1)
BOLD = byte(0x0835, 1)


def numbered(list_id, level=0):
    return sprm(LIST, struct.pack("<H", list_id)) + byte(LEVEL, level)


def shape(*edges, flags=()):
    n = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", flags[i] if i < len(flags) else 0)
                     for i in range(n))
    operand = bytes([n]) + struct.pack("<%dh" % (n + 1), *edges) + cells
    return sprm(0xD608, struct.pack("<H", len(operand) + 1) + operand)


def row(cells, properties, inner=False):
    """The paragraphs of a row: (text, mark, properties)."""
    if not inner:
        return [(c, "\x07", IN) for c in cells] + [
            ("", "\x07", IN + byte(ROW_END, 1) + properties)]
    deep = IN + sprm(DEPTH, struct.pack("<I", 2))
    return [(c, "\r", deep + byte(0x244B, 1)) for c in cells] + [
        ("", "\r", deep + byte(0x244C, 1) + properties)]


class Text:
    """The text, its paragraphs and runs, as they go into the main stream."""

    def __init__(self, begin):
        self.at, self.data = begin, b""
        self.paragraphs, self.runs = [], []

    def add(self, runs, mark, style=0, properties=b""):
        first = self.at
        if isinstance(runs, str):
            runs = [(runs, b"")]
        for text, look in runs + [(mark, b"")]:
            data = text.encode("utf-16-le", "surrogatepass")
            if data:
                self.runs.append((self.at, self.at + len(data), look))
            self.at += len(data)
            self.data += data
        self.paragraphs.append((first, self.at, struct.pack("<H", style) +
                                properties))


def pages(items, place_bytes, encode):
    """Pages of 512 bytes with the properties of some items each."""
    made = []
    for i in range(0, len(items), 6):
        part = items[i:i + 6]
        n = len(part)
        page = bytearray(512)
        top = 510
        for k, (first, last, properties) in enumerate(part):
            struct.pack_into("<I", page, 4 * k, first)
            struct.pack_into("<I", page, 4 * (k + 1), last)
            data = encode(properties)
            if not data:
                continue
            top = (top - len(data)) // 2 * 2
            page[top:top + len(data)] = data
            page[4 * (n + 1) + place_bytes * k] = top // 2
        page[511] = n
        made.append((part[0][0], part[-1][1], bytes(page)))
    return made


def paragraph_properties(data):
    if len(data) % 2:
        return bytes([(len(data) + 1) // 2]) + data
    return bytes([0, len(data) // 2]) + data


def level(start, kind, text, flags=0, follow=0, restart=0):
    """An LVL; \\0 to \\8 in the text are the numbers of levels."""
    wide = text.encode("utf-16-le")
    return struct.pack("<IBB9sBII BB BB".replace(" ", ""), start, kind, flags,
                       bytes(9), follow, 0, 0, 0, 0, restart, 0) + \
        struct.pack("<H", len(text)) + wide


def style(number, kind, based_on, paragraph=b"", character=b""):
    name = "s"
    std = struct.pack("<HHHHH", number, based_on << 4 | kind, 0, 0, 0)
    std += struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    std = pad(std, 2)
    papx = struct.pack("<H", 0) + paragraph
    std += pad(struct.pack("<H", len(papx)) + papx, 2)
    std += pad(struct.pack("<H", len(character)) + character, 2)
    return struct.pack("<H", len(std)) + std


def word(path):
    text = Text(2048)
    text.add("青石县2023年政府信息公开工作年度报告", "\r", 1)
    text.add([("粗", BOLD), ("左\t中\x0b右\x0e末\x1e尾", b""),
              ("隐藏", byte(0x083C, 1)), ("删去", byte(0x0800, 1))], "\r")
    text.add([("\x13PAGE\x14域\x15后 \x13a\x13b\x14c\x15d\x14e\x15f", b"")],
             "\r")
    text.add([("(", byte(0x0855, 1) + sprm(0x6A09, b"\0\0\x13\x27")),
              ("(", b""), ("(", sprm(0x6A09, b"\0\0\xb7\xf0")),
              ("\U0001F600\ud83d字", b"")], "\r")
    text.add("样式隐藏", "\r", 3)
    text.add([("样式隐藏", b""), ("又不隐藏", byte(0x083C, 0)),
              ("相反", byte(0x083C, 0x81))], "\r", 3)
    text.add("承接", "\r", 4)
    text.add("提纲", "\r", 0, byte(OUTLINE, 2))
    text.add("不是提纲", "\r", 1, byte(OUTLINE, 9))
    for list_id, depth in ((1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0),
                           (1, 1), (2, 0), (2, 0), (3, 0), (4, 0), (9, 0),
                           (0, 0), (1, 8)):
        text.add("列表", "\r", 0, numbered(list_id, depth))
    text.add("按样式编号", "\r", 5)
    text.add("分页\x0c同段", "\r")
    text.add("分节", "\x0c")
    text.add([("段落标记", b"")], "\r")
    text.runs[-1] = text.runs[-1][:2] + (byte(0x0800, 1),)
    text.add("接上段", "\r")
    # A table: spans across and down, as Word 97 wrote them and since.
    for cells, properties in (
            (["表头", "", "宽"], shape(0, 1000, 2000, 4000,
                                     flags=(0x01, 0x02, 0))),
            (["甲", "1", "2", "3"], shape(0, 1000, 2000, 3000, 4000,
                                         flags=(0x40,))),
            (["", "4", "5", "6"], shape(0, 1000, 2000, 3000, 4000,
                                        flags=(0x20,))),
            (["7", "8", "9", "10"], shape(0, 1000, 2000, 3000, 4000) +
             sprm(0x5624, b"\1\3") + sprm(0xD62B, b"\2\0\2")),
            (["", "11", "12", "13"], shape(0, 1000, 2000, 3000, 4000) +
             sprm(0x5624, b"\0\4") + sprm(0x5625, b"\1\4") +
             sprm(0xD62B, b"\2\0\1") + sprm(0xD62B, b"\2\x40\1")),
            (["14", "15"], shape(1000, 500, 3000)),
            (["16", "17"], shape(0, 1000, 2000, 3000))):
        for paragraph in row(cells, properties):
            text.add(paragraph[0], paragraph[1], 0, paragraph[2])
    # Pictures in cells: by itself, beside text, the code of a field.
    picture = ("\x01", byte(0x0855, 1))
    text.add([picture], "\x07", 0, IN)
    text.add([picture, ("18", b"")], "\x07", 0, IN)
    text.add([("\x13", b""), picture, ("\x14\x15", b"")], "\x07", 0, IN)
    text.add("", "\x07", 0, IN + byte(ROW_END, 1) + shape(0, 1000, 2000, 3000))
    text.add("表后", "\r")
    text.add("外", "\x07", 0, IN)
    for paragraph in row(["内甲", "内乙"], shape(1000, 2000, 3000), True):
        text.add(paragraph[0], paragraph[1], 0, paragraph[2])
    text.add("内之后", "\x07", 0, IN + sprm(0x664A, struct.pack("<i", 0)))
    text.add("", "\x07", 0, IN + byte(ROW_END, 1) + shape(0, 1000, 3000))
    for huge in (0x6646, 0x6645, 0x646B):
        text.add("远", "\x07", 0, IN)
        text.add("处", "\x07", 0, IN)
        text.add("", "\x07", 0, IN + byte(ROW_END, 1) +
                 sprm(huge, struct.pack("<I", 4)))
    text.add([("删去的行", b"")], "\x07", 0, IN)
    text.add("", "\x07", 0, IN + byte(ROW_END, 1) + shape(0, 1000))
    text.runs[-1] = text.runs[-1][:2] + (byte(0x0800, 1),)
    text.add("长", "\r", 0, sprm(0xC615, b"\xff\1\0\0\0\0\1\0\0\0") +
             byte(OUTLINE, 4))
    text.add("短", "\r", 0, sprm(0xC60D, b"\2\0\0") + byte(OUTLINE, 5))
    main = (text.at - 2048) // 2
    text.add("脚注", "\r")
    notes = (text.at - 2048) // 2 - main
    text.add("页眉", "\r")
    header = (text.at - 2048) // 2 - main - notes
    text.add("尾注", "\r")
    end_notes = (text.at - 2048) // 2 - main - notes - header
    text.add("文本框", "\r")
    boxes = (text.at - 2048) // 2 - main - notes - header - end_notes
    wide = (text.at - 2048) // 2
    narrow = b"caf\xe9 \x93quoted\x94 \x80\r"
    boxes += len(narrow)

    stream = bytearray(pad(b"\0" * 2048 + text.data + narrow, 512))
    paragraphs = text.paragraphs + [(text.at, text.at + len(narrow),
                                     struct.pack("<H", 0))]
    papx = pages(paragraphs, 13, paragraph_properties)
    chpx = pages(text.runs, 1, lambda d: bytes([len(d)]) + d if d else b"")
    table = bytearray()

    def structure(at, data):
        struct.pack_into("<II", stream, at, len(table), len(data))
        table.extend(data)

    for at, made in ((0x102, papx), (0xFA, chpx)):
        number = len(stream) // 512
        plc = b"".join(struct.pack("<I", p[0]) for p in made)
        plc += struct.pack("<I", made[-1][1])
        plc += b"".join(struct.pack("<I", number + i)
                        for i in range(len(made)))
        for page in made:
            stream += page[2]
        structure(at, plc)
    base = struct.pack("<HHH", 6, 10, 10) + b"\0\0"
    styles = [style(0, 1, 0xFFF), style(1, 1, 0), style(65, 2, 0),
              style(66, 1, 0, b"", byte(0x083C, 1)),
              style(67, 1, 3, b"", byte(0x083C, 0x81)),
              style(68, 1, 0, numbered(1, 1) + byte(OUTLINE, 3))]
    structure(0xA2, struct.pack("<H", 6) + struct.pack("<HHH", len(styles), 10,
                                                       0) + b"".join(styles))
    # Two lists of nine levels and of one; overrides of a start and of a level.
    lists = struct.pack("<H", 2)
    for number, simple in ((100, 0), (200, 1)):
        lists += struct.pack("<II18xBB", number, 0, simple, 0)
    structure(0x2E2, lists)
    table.extend(level(1, 39, "\0、", follow=2) +
                 level(3, 0, "\0.\1", flags=4) +
                 level(1, 4, "\2)", flags=8, restart=0) +
                 b"".join(level(1, k, "%s" % chr(k)) for k in range(3, 9)) +
                 level(5, 22, "第\0条"))
    overrides = struct.pack("<I", 5)
    for number, count in ((100, 0), (200, 0), (100, 1), (100, 1), (300, 0)):
        overrides += struct.pack("<IIIBBH", number, 0, 0, count, 0, 0)
    ff = b"\xff" * 4
    overrides += ff + ff + ff + struct.pack("<IB3x", 7, 0x10)
    overrides += ff + struct.pack("<IB3x", 1, 0x20) + level(8, 0, "<\0>")
    overrides += ff
    structure(0x2EA, overrides)
    begin = struct.pack("<3I", 0, wide, wide + len(narrow))
    pieces = begin + struct.pack("<HIH", 0, 2048, 0) + struct.pack(
        "<HIH", 0, 1 << 30 | text.at * 2, 0)
    structure(0x1A2, b"\1\2\0xx" + b"\2" + struct.pack("<I", len(pieces)) +
              pieces)
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", stream, 10, 0x0200)
    struct.pack_into("<8I", stream, 0x4C, main, notes, header, 0, 0, end_notes,
                     boxes, 0)
    huge = shape(0, 1000, 2000)
    data = b"\0" * 4 + struct.pack("<H", len(huge)) + huge
    with open(path, "wb") as file:
        file.write(compound([("WordDocument", bytes(stream)),
                             ("1Table", bytes(table)), ("Data", data)]))


# Excel

def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def string(text, short=False, wide=True):
    return struct.pack("<BB" if short else "<HB", len(text), wide) + \
        text.encode("utf-16-le" if wide else "latin-1")


def at(r, c, fmt=0):
    return struct.pack("<HHH", r, c, fmt)


def begin(kind):
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def sheet(cells):
    return begin(0x10) + b"".join(cells) + record(0xA)


FORMATS = ["General", "0", "0.00", "0%", "0.00%", "#,##0", "0!.0",
           "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "h:mm:ss", "0.00E+00", "@",
           '0"件"', "#,##0;[Red]-#,##0", "0;-0;;@", "0.0,", "[h]:mm",
           '_ * #,##0.00_ ;_ * -#,##0.00_ ', "mmm-yy", "# ?/?", "[$-804]aaaa",
           "00000", "yy/m/d h:mm", '"无";"负";"零"', "m/d", "0.###", "\\￥0"]


def excel(path):
    strings = ["青石县2023年政府信息公开工作年度报告", "规章", "rich", "phon",
               "x" * 30, "行政规范性文件" * 40, "\U0001F600"]
    shared = struct.pack("<II", 9, len(strings))
    shared += string(strings[0]) + string(strings[1])
    shared += struct.pack("<HBH", 4, 8, 1) + b"rich" + b"\0\0\0\0"
    shared += struct.pack("<HBI", 4, 4, 6) + b"phon" + b"p" * 6
    shared += string(strings[4], wide=False)[:20]
    # The rest goes on in other records, 8-bit and 16-bit again.
    rest = b"\1" + strings[4][17:].encode("utf-16-le")
    long = string(strings[5])
    rest += long[:103]
    globals_ = [record(0x22, b"\0\0")]
    for i, code in enumerate(FORMATS):
        globals_.append(record(0x41E, struct.pack("<H", 164 + i) +
                               string(code)))
    for i in range(len(FORMATS)):
        globals_.append(record(0xE0, struct.pack("<HHH4xH10x", 0, 164 + i, 0,
                                                 0x11 if i == 1 else 0)))
    for builtin in (0, 1, 2, 3, 4, 9, 10, 11, 14, 15, 16, 17, 18, 20, 21, 22,
                    37, 38, 39, 40, 45, 46, 47, 48, 49, 57, 58):
        globals_.append(record(0xE0, struct.pack("<HHH4xH10x", 0, builtin, 0,
                                                 0)))
    globals_.append(record(0xFC, shared))
    globals_.append(record(0x3C, rest))
    globals_.append(record(0x3C, b"\1" + long[103:]))
    globals_.append(record(0x3C, string(strings[6])))
    number = lambda r, c, v, f=0: record(0x203, at(r, c, f) +
                                         struct.pack("<d", v))
    rk = lambda r, c, v, f=0: record(0x27E, at(r, c, f) + struct.pack(
        "<I", v & 0xFFFFFFFF))
    text = lambda r, c, n: record(0xFD, at(r, c) + struct.pack("<I", n))
    double = struct.unpack("<Q", struct.pack("<d", 1234.5))[0] >> 32
    values = sheet(
        [text(0, c, c) for c in range(8)] +
        [number(1, 0, 12.0), number(1, 1, -0.5), number(1, 2, 1e20),
         number(1, 3, 0.1 + 0.2), number(1, 4, 123456789012345678.0)] +
        [rk(2, 0, 7 << 2 | 2), rk(2, 1, 12345 << 2 | 3),
         rk(2, 2, -7 << 2 | 2), rk(2, 3, double & ~3),
         rk(2, 4, double & ~3 | 1)] +
        [record(0xBD, struct.pack("<HH", 3, 0) + b"".join(
            struct.pack("<HI", 0, v << 2 | 2) for v in (1, 2, 3)) +
            struct.pack("<H", 2)),
         record(0xBE, struct.pack("<HHHHH", 3, 3, 0, 0, 4)),
         record(0x201, at(3, 5))] +
        [record(0x204, at(4, 0) + string("标签")),
         record(0x204, at(4, 1) + string("label", wide=False)),
         record(0xD6, at(4, 2) + string("富文本") + b"\1\0\0\0\0\0"),
         record(0x205, at(4, 3) + b"\1\0"), record(0x205, at(4, 4) + b"\0\0")] +
        [record(0x205, at(5, i) + bytes([code, 1])) for i, code in enumerate(
            (0, 7, 0xF, 0x17, 0x1D, 0x24, 0x2A, 0x99))] +
        [record(0x6, at(6, 0) + struct.pack("<d", 42.5) + b"\0" * 8),
         record(0x6, at(6, 1) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8),
         record(0x207, string("公式文字")),
         record(0x6, at(6, 2) + b"\1\0\1\0\0\0\xff\xff" + b"\0" * 8),
         record(0x6, at(6, 3) + b"\2\0\x07\0\0\0\xff\xff" + b"\0" * 8),
         record(0x6, at(6, 4) + b"\3\0\0\0\0\0\xff\xff" + b"\0" * 8),
         record(0x207, string("没有公式")),
         begin(0x20), number(7, 0, 99), record(0xA), number(7, 1, 98)] +
        [number(8 + i, 0, v, f) for i, (v, f) in enumerate(
            (v, f) for f in range(len(FORMATS))
            for v in (1234.567, -0.256, 0, 45000.75))] +
        [number(200 + i, 0, v, f) for i, (v, f) in enumerate(
            (v, f) for f in range(len(FORMATS), len(FORMATS) + 27)
            for v in (1234.567, -2, 60))] +
        [record(0xE5, struct.pack("<H8H", 2, 1, 2, 5, 6, 4, 5, 6, 6))])
    other = sheet([record(0x204, at(0, 0) + string("第二张")),
                   number(9, 3, 5)])
    hidden = sheet([record(0x204, at(0, 0) + string("隐藏"))])
    names = [("数据", 0, 0, values), ("第二", 0, 0, other),
             ("藏", 1, 0, hidden), ("图", 0, 2, sheet([]))]
    size = len(begin(5)) + sum(map(len, globals_)) + sum(
        len(record(0x85, struct.pack("<IBB", 0, 0, 0) + string(n, True)))
        for n, _, _, _ in names) + len(record(0xA))
    listed, place = [], size
    for name, state, kind, data in names:
        listed.append(record(0x85, struct.pack("<IBB", place, state, kind) +
                             string(name, True)))
        place += len(data)
    stream = begin(5) + b"".join(globals_[:1] + listed + globals_[1:]) + \
        record(0xA) + b"".join(n[3] for n in names)
    with open(path, "wb") as file:
        file.write(compound([("Workbook", stream)]))


# A workbook as Excel and WPS write it today (ECMA-376): its words kept apart from the
# cells, days as numbers in the format of dates, the first row merged over all columns.

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>%s</Types>' %
        (PACKAGE, "".join(
            '<Override PartName="/xl/%s.xml" ContentType="%s%s+xml"/>' %
            (part, TYPE, kind) for part, kind in
            (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"),
             ("styles", "styles"), ("sharedStrings", "sharedStrings")))),
    "_rels/.rels":
        '<Relationships xmlns="%srelationships"><Relationship Id="r" Type='
        '"%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' %
        (PACKAGE, OFFICE),
    "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="%srelationships">%s</Relationships>' %
        (PACKAGE, "".join(
            '<Relationship Id="%s" Type="%s/%s" Target="%s.xml"/>' %
            (name, OFFICE, kind, target) for name, kind, target in
            (("a", "worksheet", "worksheets/sheet1"), ("b", "styles", "styles"),
             ("c", "sharedStrings", "sharedStrings")))),
    "xl/workbook.xml":
        '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="名册" '
        'sheetId="1" r:id="a"/></sheets></workbook>' % (MAIN, OFFICE),
    "xl/styles.xml":
        '<styleSheet xmlns="%s"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>' %
        MAIN,
}


def workbook(path, rows):
    """ROWS of strings, numbers, None, and days as the tuple (number,)."""
    words, lines = [], []

    def cell(r, c, value):
        place = "%s%d" % (chr(65 + c), r)
        if value is None:
            return ""
        if isinstance(value, tuple):
            return '<c r="%s" s="1"><v>%d</v></c>' % (place, value[0])
        if not isinstance(value, str):
            return '<c r="%s"><v>%d</v></c>' % (place, value)
        if value not in words:
            words.append(value)
        return '<c r="%s" t="s"><v>%d</v></c>' % (place, words.index(value))

    for r, row in enumerate(rows, 1):
        lines.append('<row r="%d">%s</row>' % (r, "".join(
            cell(r, c, value) for c, value in enumerate(row))))
    width = chr(64 + max(len(row) for row in rows))
    parts = dict(PARTS)
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="%s"><sheetData>%s</sheetData><mergeCells count="1">'
        '<mergeCell ref="A1:%s1"/></mergeCells></worksheet>' %
        (MAIN, "".join(lines), width))
    parts["xl/sharedStrings.xml"] = '<sst xmlns="%s">%s</sst>' % (MAIN, "".join(
        "<si><t>%s</t></si>" % escape(word) for word in words))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(name, '<?xml version="1.0" encoding="UTF-8" '
                       'standalone="yes"?>\n' + text)


if __name__ == "__main__":
    word(os.path.join(sys.argv[1], "documents.doc"))
    excel(os.path.join(sys.argv[1], "cells.xls"))
