"""What scrapers, office programs and readers of pages leave of a report, beside the tables
of tables.py: each a function of the report, to bytes.  Where a tool is not to be had its
documented way of writing is followed."""
import csv, html, io, json, os, subprocess
import damage


def run(*command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120, **more).stdout


def texts(report, rows):
    width = max(map(len, rows))
    return [[report.text(c) for c in row] + [''] * (width - len(row)) for row in rows]


def of_rows(make, encoding='utf-8'):
    """The report with its tables as MAKE writes rows of texts."""
    return lambda report: damage.document(report, lambda r, rows: make(texts(r, rows)).split('\n')).encode(encoding)


def of_spans(make, spans):
    """The same of rows of (text, rows, cols), each cell once."""
    return lambda report: damage.document(report, lambda r, rows: make(
        [[(r.text(t), down, cols) for t, down, cols in row] for row in spans(rows)]).split('\n')).encode()


def as_csv(rows, **how):
    out = io.StringIO()
    csv.writer(out, **how).writerows(rows)
    return out.getvalue()


def wrapped(text, width=4):
    """TEXT over lines of WIDTH, as cells of a PDF or a sheet hold it; figures stay whole."""
    return text if text.isascii() else '\n'.join(text[i:i + width] for i in range(0, len(text), width))


def records(rows):
    return [dict((str(i), c) for i, c in enumerate(row)) for row in rows]


def yaml_rows(rows):
    return '\n'.join('- ' + '\n  '.join('- %s' % (json.dumps(c, ensure_ascii=False) if c else "''") for c in row) for row in rows)


def repeated(spanned):
    """Cells again in every row and column that they span, as docling writes them."""
    grid = {}
    for y, row in enumerate(spanned):
        x = 0
        for text, down, cols in row:
            while (y, x) in grid:
                x += 1
            for i in range(down):
                for j in range(cols):
                    grid[y + i, x + j] = text
            x += cols
    width = 1 + max(x for _, x in grid)
    return [[grid.get((y, x), '') for x in range(width)] for y in range(len(spanned))]


def pipes(rows):
    line = ['| ' + ' | '.join(row) + ' |' for row in rows]
    return '\n'.join(['', line[0], '|' + '---|' * len(rows[0])] + line[1:] + [''])


def markdownify(rows):
    """A head of its own, empty, as where a table has no th."""
    return pipes([[''] * len(rows[0])] + rows)


def trafilatura(rows):
    return '\n'.join('|'.join(row) + '|' for row in rows)


def trafilatura_xml(report):
    def table(r, rows):
        return ['<table>'] + ['<row>%s</row>' % ''.join('<cell>%s</cell>' % html.escape(c) for c in row)
                              for row in texts(r, rows)] + ['</table>']
    return ('<doc><main>\n%s\n</main></doc>' % '\n'.join(
        l if l.startswith(('<t', '</t', '<r')) else '<p>%s</p>' % l
        for l in damage.document(report, table).split('\n') if l)).encode()


def html_of(cell, before='<table>', row='<tr>', paragraph='<p>%s</p>'):
    """A page whose cells CELL writes, of a text, rows and cols."""
    def make(spans):
        def write(report):
            def table(r, rows):
                return [before] + [row + ''.join(cell(html.escape(r.text(t)), down, cols) for t, down, cols in line) + '</tr>'
                                   for line in spans(rows)] + ['</table>']
            lines = damage.document(report, table).split('\n')
            return ('<html><head><meta charset="utf-8"></head><body>\n%s\n</body></html>\n' % '\n'.join(
                l if l.startswith(('<t', '</t', '<div')) else paragraph % l for l in lines if l)).encode()
        return write
    return make


def spanning(down, cols):
    return (' rowspan=%d' % down if down > 1 else '') + (' colspan=%d' % cols if cols > 1 else '')


def word_cell(text, down, cols):
    return ("<td width=75 valign=top style='width:56.0pt;border:solid windowtext 1.0pt'%s><p class=MsoNormal align=center>"
            "<span lang=EN-US style='font-size:9.0pt;font-family:\"Times New Roman\"'>%s</span></p></td>"
            % (spanning(down, cols), text or '&nbsp;'))


def excel_cell(text, down, cols):
    return "<td%s height=19 class=xl65 style='border-top:none'%s>%s</td>" % (
        spanning(down, cols), ' x:num' if text.isdigit() else '', text or '　')


def ppstructure_cell(text, down, cols):
    return '<td%s>%s</td>' % (spanning(down, cols), text)


def of_pandoc(suffix, *command, output=None):
    """What COMMAND makes of pandoc's file of SUFFIX, or leaves in OUTPUT."""
    def write(report):
        run('pandoc', '-s', '-f', 'html', '-o', 'report.' + suffix, 'report.html')
        said = run(*command)
        if output is None:
            return said
        with open(output, 'rb') as f:
            return f.read()
    return write


def of_office(source, to, output):
    """What LibreOffice makes of the page, over pandoc's file of SOURCE."""
    return of_pandoc(source, 'soffice', '-env:UserInstallation=file:///%s/office' % os.environ.get('TMPDIR', '/tmp').strip('/'),
                     '--headless', '--convert-to', to, 'report.' + source, output=output)


def pymupdf(how):
    def write(report):
        import fitz
        if not os.path.exists('report.pdf'):
            run('wkhtmltopdf', '-q', 'report.html', 'report.pdf')
        book = fitz.open('report.pdf')
        if how == 'blocks':
            return '\n\n'.join(b[4].strip() for p in book for b in p.get_text('blocks', sort=True)).encode()
        return '\n'.join(p.get_text(how) for p in book).encode()
    return write


def readability(page):
    def write(report):
        import readability
        return readability.Document(page(report)).summary().encode()
    return write


def paragraphs(page):
    """Every block a paragraph, empty ones none: jusText, newspaper, goose, boilerpy."""
    def write(report):
        import bs4
        return '\n\n'.join(bs4.BeautifulSoup(page(report), 'lxml').stripped_strings).encode()
    return write


def scrapy(rows):
    return '\n'.join('\n\t\t\t'.join(row) + '\n\t\t' for row in rows)


def truncated(rows):
    """pandas' print of a wide frame, of which the middle is left out."""
    import pandas
    with pandas.option_context('display.max_columns', 6, 'display.max_rows', 12, 'display.width', 400,
                               'display.unicode.east_asian_width', True):
        return str(pandas.DataFrame(rows[1:], columns=rows[0]))


def node(script):
    return lambda report: run('node', '-e', script)


def converters(page, spans):
    """{name: (what must be there, function of a report, suffix)}"""
    tabs = of_spans(lambda rows: '\n'.join('\t'.join(t for t, _, _ in row) for row in rows), spans)
    return {
        'browser_paste': ('sh', tabs, 'txt'),
        'browser_paste_wrapped': ('sh', of_rows(lambda rows: as_csv([[wrapped(c) for c in row] for row in rows],
                                                                    delimiter='\t', lineterminator='\n')), 'txt'),
        'wps_text': ('sh', lambda report: of_rows(lambda rows: '\n'.join('\t'.join(row) + '\t' for row in rows))(report)
                     .decode().replace('\n', '\r\n').encode('gb18030'), 'txt'),
        'word_filtered': ('sh', html_of(word_cell, "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>",
                                        paragraph="<p class=MsoNormal><span style='font-family:宋体'>%s</span></p>")(spans), 'html'),
        'excel_page': ('sh', html_of(excel_cell, "<table border=0 cellpadding=0 cellspacing=0 width=672>",
                                     "<tr height=19 style='height:14.25pt'>")(spans), 'html'),
        'ppstructure': ('sh', html_of(ppstructure_cell, '<table>', paragraph='<div>%s</div>')(spans), 'html'),
        'csv_semicolons': ('sh', of_rows(lambda rows: as_csv(rows, delimiter=';', quoting=csv.QUOTE_ALL), 'utf-8-sig'), 'csv'),
        'csv_newlines': ('sh', of_rows(lambda rows: as_csv([[wrapped(c) for c in row] for row in rows])), 'csv'),
        'camelot_csv': ('sh', of_rows(lambda rows: as_csv([[wrapped(c, 8) for c in row] for row in rows], quoting=csv.QUOTE_ALL)), 'csv'),
        'json_rows': ('sh', of_rows(lambda rows: json.dumps(rows, ensure_ascii=False)), 'txt'),
        'json_rows_indented': ('sh', of_rows(lambda rows: json.dumps(rows, ensure_ascii=False, indent=2)), 'txt'),
        'json_records': ('sh', of_rows(lambda rows: json.dumps(records(rows), ensure_ascii=False)), 'txt'),
        'json_records_lines': ('sh', of_rows(lambda rows: '\n'.join(json.dumps(r, ensure_ascii=False) for r in records(rows))), 'txt'),
        'python_rows': ('sh', of_rows(repr), 'txt'),
        'python_rows_lines': ('sh', of_rows(lambda rows: '\n'.join(map(repr, rows))), 'txt'),
        'yaml_rows': ('sh', of_rows(yaml_rows), 'txt'),
        'scrapy': ('sh', of_rows(scrapy), 'txt'),
        'pandas_truncated': ('pandas', of_rows(truncated), 'txt'),
        'docling': ('sh', of_spans(lambda rows: pipes(repeated(rows)), spans), 'md'),
        'jina': ('sh', of_spans(lambda rows: '\n'.join('| ' + ' | '.join(t for t, _, _ in row) + ' |' for row in rows), spans), 'md'),
        'markdownify': ('sh', of_rows(markdownify), 'md'),
        'trafilatura': ('sh', of_rows(trafilatura), 'txt'),
        'trafilatura_xml': ('sh', trafilatura_xml, 'xml'),
        'paragraphs': ('bs4', paragraphs(page), 'txt'),
        'readability': ('readability', readability(page), 'html'),
        'mozilla_readability': ('node:@mozilla/readability', node(
            'const { JSDOM } = require("jsdom"), { Readability } = require("@mozilla/readability");'
            'const d = new JSDOM(require("fs").readFileSync("report.html", "utf8"));'
            'console.log(new Readability(d.window.document).parse().textContent)'), 'txt'),
        'mammoth_html': ('node:mammoth', of_pandoc('docx', 'node', '-e',
            'require("mammoth").convertToHtml({path: "report.docx"}).then(r => console.log(r.value))'), 'html'),
        'mammoth_markdown': ('node:mammoth', of_pandoc('docx', 'node', '-e',
            'require("mammoth").convertToMarkdown({path: "report.docx"}).then(r => console.log(r.value))'), 'md'),
        'mammoth_text': ('node:mammoth', of_pandoc('docx', 'node', '-e',
            'require("mammoth").extractRawText({path: "report.docx"}).then(r => console.log(r.value))'), 'txt'),
        'pymupdf_text': ('fitz', pymupdf('text'), 'txt'), 'pymupdf_blocks': ('fitz', pymupdf('blocks'), 'txt'),
        'pymupdf_html': ('fitz', pymupdf('html'), 'html'), 'pymupdf_xhtml': ('fitz', pymupdf('xhtml'), 'html'),
        'abiword_text': ('abiword', of_pandoc('docx', 'abiword', '--to=txt', 'report.docx', output='report.txt'), 'txt'),
        'unrtf_html': ('unrtf', of_pandoc('rtf', 'unrtf', '--html', 'report.rtf'), 'html'),
        'edbrowse': ('edbrowse', lambda report: run('edbrowse', '-e', 'report.html', input=b'b\n,p\nqt\n'), 'txt'),
        'elinks_200': ('elinks', lambda report: run('elinks', '-dump', '-dump-width', '200', '-dump-charset', 'UTF-8', '-no-references', 'report.html'), 'txt'),
        'lynx_132': ('lynx', lambda report: run('lynx', '-dump', '-width=132', '-nolist', '-display_charset=utf-8', '-assume_charset=utf-8', 'report.html'), 'txt'),
        'lowdown_term': ('lowdown', of_pandoc('md', 'lowdown', '-tterm', '--term-width=200', '--term-columns=200', 'report.md'), 'txt'),
        'libreoffice_text': ('soffice', of_office('docx', 'txt:Text (encoded):UTF8', 'report.txt'), 'txt'),
        # It writes over report.html: the last one.
        'libreoffice_html': ('soffice', of_office('docx', 'html:XHTML Writer File:UTF8', 'report.html'), 'html'),
    }
