"""A report's page in other renderings: paragraphs and tables as blocks, and what is
written of them.

blocks(page) is a list of ('title' or 'text', TEXT) and ('table', CELLS), a cell
being (row, column, rows, columns, text), from 1."""
import html.parser
import io
import os
import sys
import unicodedata
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../lib'))
import ofd  # noqa: E402
import word  # noqa: E402


class Blocks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks, self.text, self.taken = [], '', set()
        self.row = self.span = None

    def handle_starttag(self, tag, attributes):
        if tag == 'table':
            self.blocks.append(('table', []))
            self.row, self.taken = 0, set()
        elif tag == 'tr':
            self.row += 1
        elif tag == 'td':
            known = dict(attributes)
            self.span = int(known.get('rowspan', 1)), int(known.get('colspan', 1))
        self.text = ''

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == 'td':
            rows, cols = self.span
            col = next(c for c in range(1, 99) if (self.row, c) not in self.taken)
            self.taken |= {(self.row + r, col + c) for r in range(rows)
                           for c in range(cols)}
            self.blocks[-1][1].append((self.row, col, rows, cols, self.text))
        elif tag == 'h1':
            self.blocks.append(('title', self.text))
        elif tag == 'p' and self.text:
            self.blocks.append(('text', self.text))


def blocks(page):
    parser = Blocks()
    parser.feed(page)
    return parser.blocks


def grid(cells):
    """The rows of a table as texts; what is merged stays empty."""
    rows = [[''] * max(c + n - 1 for _, c, _, n, _ in cells)
            for _ in range(max(r + n - 1 for r, _, n, _, _ in cells))]
    for r, c, _, _, text in cells:
        rows[r - 1][c - 1] = text
    return rows


# As text

def wide(text):
    return sum(1 + (unicodedata.east_asian_width(c) in 'WF') for c in text)


def padded(row, widths):
    return [t + ' ' * (w - wide(t)) for t, w in zip(row, widths)]


def widths_of(rows):
    return [max(wide(t) for t in column) for column in zip(*rows)]


def in_pipes(cells):
    rows = grid(cells)
    lines = ['| %s |' % ' | '.join(row) for row in rows]
    return lines[:1] + ['|%s' % ('---|' * len(rows[0]))] + lines[1:]


def in_box(cells):
    rows = grid(cells)
    # A cell over all columns says nothing of the first one's width.
    whole = {(r, c) for r, c, _, n, _ in cells if n > 1}
    widths = widths_of([[t if (r + 1, c + 1) not in whole else ''
                         for c, t in enumerate(row)] for r, row in enumerate(rows)])
    widths = [max(w, 2) for w in widths]
    for r, c, _, n, text in cells:
        room = sum(widths[c - 1:c - 1 + n]) + n - 1
        widths[c - 1] += max(0, wide(text) - room)
    last = len(rows), len(widths)
    owner = {(r + i, c + j): (r, c) for r, c, m, n, _ in cells
             for i in range(m) for j in range(n)}

    def above(r, c):
        """Whether a line parts the cell from the one above it."""
        return owner.get((r, c)) != owner.get((r - 1, c)) or not 1 < r <= last[0]

    def before(r, c):
        return owner.get((r, c)) != owner.get((r, c - 1)) or not 1 < c <= last[1]

    def joint(r, c):
        up, down = r > 1 and before(r - 1, c), r <= last[0] and before(r, c)
        left, right = c > 1 and above(r, c - 1), c <= last[1] and above(r, c)
        return ' ╵╷│╴┘┐┤╶└┌├─┴┬┼'[up + 2 * down + 4 * left + 8 * right]

    lines = []
    for r in range(1, last[0] + 2):
        lines.append(''.join(
            joint(r, c) + ('─' if above(r, c) else ' ') * widths[c - 1]
            for c in range(1, last[1] + 1)) + joint(r, last[1] + 1))
        if r > last[0]:
            break
        line, c = '', 1
        while c <= last[1]:
            n = 1
            while c + n <= last[1] and not before(r, c + n):
                n += 1
            room = sum(widths[c - 1:c - 1 + n]) + n - 1
            text = rows[r - 1][c - 1]
            line += '│' + text + ' ' * (room - wide(text))
            c += n
        lines.append(line + '│')
    return lines


def in_columns(cells):
    """As pdftotext -layout has it: columns that spaces keep apart."""
    rows = grid(cells)
    alone = [sum(t != '' for t in row) == 1 for row in rows]
    widths = widths_of([row if not lone else [''] * len(row)
                        for row, lone in zip(rows, alone)])
    return [('   '.join(padded(row, widths)) if not lone else
             ' ' * 20 + ''.join(row)).rstrip() for row, lone in zip(rows, alone)]


def in_tabs(cells):
    return ['\t'.join(row) for row in grid(cells)]


def as_text(parts, table, title='%s'):
    lines = []
    for kind, what in parts:
        lines += table(what) if kind == 'table' else \
            [title % what if kind == 'title' else what]
        lines.append('')
    return '\n'.join(lines) + '\n'


# As office documents

def merged(cells):
    """The cells by row, with None and the cell above where one goes on."""
    rows = {}
    for cell in cells:
        r, c, m, n, _ = cell
        for i in range(m):
            rows.setdefault(r + i, {})[c] = (cell, i > 0)
    return [[rows[r][c] for c in sorted(rows[r])] for r in sorted(rows)]


def word_cell(cell, goes_on):
    _, _, m, n, text = cell
    properties = '<w:gridSpan w:val="%d"/>' % n if n > 1 else ''
    if m > 1:
        properties += '<w:vMerge/>' if goes_on else '<w:vMerge w:val="restart"/>'
    return '<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' % (
        properties, word.paragraph('' if goes_on else html.escape(text)))


def word_table(cells):
    borders = ''.join('<w:%s w:val="single" w:sz="4"/>' % side for side in
                      'top left bottom right insideH insideV'.split())
    columns = max(c + n - 1 for _, c, _, n, _ in cells)
    return '<w:tbl><w:tblPr><w:tblBorders>%s</w:tblBorders></w:tblPr><w:tblGrid>%s' \
        '</w:tblGrid>%s</w:tbl>' % (
            borders, '<w:gridCol w:w="%d"/>' % (9000 // columns) * columns, ''.join(
                '<w:tr>%s</w:tr>' % ''.join(word_cell(*cell) for cell in row)
                for row in merged(cells)))


def docx(parts):
    body = ''.join(word_table(what) + word.paragraph('') if kind == 'table'
                   else word.paragraph(html.escape(what)) for kind, what in parts)
    out = io.BytesIO()
    word.docx(out, {'document': '<w:document %s><w:body>%s</w:body></w:document>' %
                    (word.W, body)})
    return out.getvalue()


def column_letters(c):
    return chr(64 + c)


def sheet_cell(r, c, text):
    place = '%s%d' % (column_letters(c), r)
    if text.lstrip('-').replace('.', '', 1).isdigit():
        return '<c r="%s"><v>%s</v></c>' % (place, text)
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (
        place, html.escape(text))


def xlsx(parts, name='年报'):
    rows, merges, top = {}, [], 1
    for kind, what in parts:
        if kind != 'table':
            what = [(1, 1, 1, 1, what)]
        for r, c, m, n, text in what:
            at = top + r - 1
            if text:
                rows.setdefault(at, {})[c] = text
            if m > 1 or n > 1:
                merges.append('<mergeCell ref="%s%d:%s%d"/>' % (
                    column_letters(c), at, column_letters(c + n - 1), at + m - 1))
        top += max(r + m - 1 for r, _, m, _, _ in what) + (kind == 'table')
    sheet = '<sheetData>%s</sheetData>' % ''.join(
        '<row r="%d">%s</row>' % (r, ''.join(sheet_cell(r, c, cells[c])
                                             for c in sorted(cells)))
        for r, cells in sorted(rows.items()))
    if merges:
        sheet += '<mergeCells count="%d">%s</mergeCells>' % (len(merges),
                                                             ''.join(merges))
    return workbook(name, sheet)


def workbook(name, sheet):
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'
    types = ''.join('<Override PartName="/xl/%s" ContentType="%s"/>' % (p, kind % k)
                    for p, k in (('workbook.xml', 'sheet.main'),
                                 ('worksheets/sheet1.xml', 'worksheet')))
    files = (
        ('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/'
         'package/2006/content-types"><Default Extension="rels" ContentType='
         '"application/vnd.openxmlformats-package.relationships+xml"/>%s</Types>'
         % types),
        ('_rels/.rels', word.RELATIONS % (
            '<Relationship Id="r1" Type="%sofficeDocument" Target="xl/workbook.xml"/>'
            % word.OFFICE)),
        ('xl/workbook.xml', '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s"'
         ' sheetId="1" r:id="r1"/></sheets></workbook>' %
         (main, word.OFFICE.rstrip('/'), name)),
        ('xl/_rels/workbook.xml.rels', word.RELATIONS % (
            '<Relationship Id="r1" Type="%sworksheet" Target="worksheets/sheet1.xml"/>'
            % word.OFFICE)),
        ('xl/worksheets/sheet1.xml', '<worksheet xmlns="%s">%s</worksheet>' %
         (main, sheet)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        for path, text in files:
            package.writestr(zipfile.ZipInfo(path),
                             '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return out.getvalue()


def draw_ofd(parts):
    pages = ofd.Pages()
    for kind, what in parts:
        if kind == 'table':
            pages.table(what)
        else:
            pages.paragraph(what)
    out = io.BytesIO()
    ofd.write(out, ofd.pages_of(pages.drawn))
    return out.getvalue()


# As mail

def eml(parts, name):
    import email.message
    import email.policy
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message['Subject'] = name
    message['From'] = 'office@example.org'
    message['To'] = 'disclosure@example.org'
    message['Date'] = 'Wed, 15 Jan 2025 09:00:00 +0800'
    message.set_content('现报送%s，请查收。' % name)
    message.add_attachment(docx(parts), maintype='application', filename=name + '.docx',
                           subtype='vnd.openxmlformats-officedocument.'
                           'wordprocessingml.document')
    message.set_boundary('=_boundary')
    return message.as_bytes()


def page_in_lines(page):
    for end in '</tr>', '</p>', '</h1>', '<table border="1">':
        page = page.replace(end, end + '\n')
    return page


# Each takes the page, its blocks and a name; what it writes has the extension.
RENDERINGS = {
    'html': ('html', lambda p, b, n: page_in_lines(p).encode()),
    'html-line': ('htm', lambda p, b, n: p.encode()),
    'markdown': ('md', lambda p, b, n: as_text(b, in_pipes, '# %s').encode()),
    'box': ('txt', lambda p, b, n: as_text(b, in_box).encode()),
    'layout': ('txt', lambda p, b, n: as_text(b, in_columns).encode()),
    'tsv': ('tsv', lambda p, b, n: as_text(b, in_tabs).encode()),
    'docx': ('docx', lambda p, b, n: docx(b)),
    'xlsx': ('xlsx', lambda p, b, n: xlsx(b)),
    'ofd': ('ofd', lambda p, b, n: draw_ofd(b)),
    'html-gbk': ('html', lambda p, b, n: p.replace('utf-8', 'gb2312').encode('gb18030')),
    'utf-16': ('txt', lambda p, b, n: as_text(b, in_tabs).encode('utf-16')),
    'eml': ('eml', lambda p, b, n: eml(b, n)),
    # An office suite makes these, of what it reads best: see converted.
    'doc': ('doc', lambda p, b, n: docx(b)),
    'rtf': ('rtf', lambda p, b, n: docx(b)),
    'odt': ('odt', lambda p, b, n: docx(b)),
    'pdf': ('pdf', lambda p, b, n: docx(b)),
    'xls': ('xls', lambda p, b, n: xlsx(b)),
}
CONVERTED = {'doc': 'docx', 'rtf': 'docx', 'odt': 'docx', 'pdf': 'docx', 'xls': 'xlsx'}
