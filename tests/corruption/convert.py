#!/usr/bin/env python3
"""convert.py SEED COUNT DIR: COUNT reports of made-up figures, each written by every
converter that is installed; DIR/reports.tar holds them, DIR/truth.tsv what each
cell is.  Their figures and names are damage.py's, nothing is damaged."""
import html, importlib.util, io, os, random, shutil, subprocess, sys, tarfile, tempfile
sys.path.insert(0, os.path.dirname(__file__))
import damage, scrapers, tables


def spans(rows):
    """The cells of each row as (text, rows, cols): a label spans the empty ones behind
    it, a group those below it, a name of the head both."""
    figures = next((i for i, r in enumerate(rows) if damage.is_figures(r)), 0)
    out = []
    for y, row in enumerate(rows):
        cells, x = [], 0
        while x < len(row):
            cols = down = 1
            if row[x] == '' and not isinstance(row[x], tuple):
                covered = y < figures or (len(row) >= 10 and x < 3)
                if covered:
                    x += 1
                    continue
            if isinstance(row[x], str) and row[x]:
                while x + cols < len(row) and row[x + cols] == '' and (y < figures or x + cols < 3) and (
                        y >= figures or not below_named(rows, y, x + cols, figures)):
                    cols += 1
                while y + down < len(rows) and (y + down < figures if y < figures else x < 2 and len(row) >= 10 and cols == 1) and \
                        all(c == '' for c in rows[y + down][x:x + cols]) and (y < figures or any(rows[y + down][x + 1:3])):
                    down += 1
            cells.append((row[x], down, cols))
            x += cols
        out.append(cells)
    return out


def below_named(rows, y, x, figures):
    """Whether a name right below the head's top row at X belongs to nobody else."""
    return rows[0][x] != '' if y == 0 else rows[y - 1][x] != ''


def table(report, rows):
    lines = ['<table border="1" cellspacing="0">']
    for row in spans(rows):
        lines.append('<tr>' + ''.join('<td align="center"%s%s>%s</td>' % (
            ' rowspan="%d"' % d if d > 1 else '', ' colspan="%d"' % c if c > 1 else '',
            html.escape(report.text(t)) or '&nbsp;') for t, d, c in row) + '</tr>')
    return lines + ['</table>']


def page(report):
    lines = damage.document(report, table).split('\n')
    return '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>%s</body></html>\n' % ''.join(
        l if l.startswith(('<t', '</t')) else '<p>%s</p>' % l for l in lines if l)


def run(*command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, **more).stdout


def pdf_of(name):
    if not os.path.exists('report.pdf'):
        run('wkhtmltopdf', '-q', 'report.html', 'report.pdf')
    return name


def pdftotext(*options):
    return lambda report: run('pdftotext', *options, pdf_of('report.pdf'), '-')


def dump(*command):
    return lambda report: run(*command, 'report.html')


def pandoc(to, *options):
    return lambda report: run('pandoc', '-f', 'html', '-t', to, *options, 'report.html')


def framed(make):
    """Tables as MAKE, a function of rows of texts, writes them."""
    def write(report):
        return damage.document(report, lambda r, rows: make(
            [[r.text(c) for c in row] + [''] * (max(map(len, rows)) - len(row)) for row in rows]).split('\n')).encode()
    return write


def tabulated(style):
    import tabulate
    tabulate.WIDE_CHARS_MODE = True
    tabulate.PRESERVE_WHITESPACE = False
    return framed(lambda rows: tabulate.tabulate(rows, tablefmt=style, disable_numparse=True))


def pretty(rows):
    import prettytable
    t = prettytable.PrettyTable(header=False)
    t.add_rows(rows)
    return t.get_string()


def rich(rows):
    import rich.console, rich.table
    t = rich.table.Table(show_header=False, show_lines=True)
    for _ in rows[0]:
        t.add_column()
    for row in rows:
        t.add_row(*row)
    out = io.StringIO()
    rich.console.Console(file=out, width=140).print(t)
    return out.getvalue()


def sqlite(mode):
    def make(rows):
        script = '.mode %s\n.headers on\ncreate table t(%s);\n' % (mode, ','.join('"%s"' % c for c in tables.named(rows)[0]))
        for row in rows[1:]:
            script += 'insert into t values(%s);\n' % ','.join("'%s'" % c for c in row)
        return run('sqlite3', input=(script + 'select * from t;\n').encode()).decode()
    return framed(make)


def rich_of(box):
    def make(rows):
        import rich.box, rich.console, rich.table
        t = rich.table.Table(show_header=box == 'MARKDOWN', box=getattr(rich.box, box), show_lines=box != 'MARKDOWN')
        for c in rows[0]:
            t.add_column(c if box == 'MARKDOWN' else '')
        for row in rows[1 if box == 'MARKDOWN' else 0:]:
            t.add_row(*row)
        out = io.StringIO()
        rich.console.Console(file=out, width=160).print(t)
        return out.getvalue()
    return framed(make)


def pretty_of(style):
    def make(rows):
        import prettytable
        t = prettytable.PrettyTable(tables.named(rows)[0])
        t.set_style(getattr(prettytable, style))
        t.add_rows(rows[1:])
        return t.get_string()
    return framed(make)


def html2text_py(**options):
    def write(report):
        import html2text
        h = html2text.HTML2Text()
        h.body_width = 0
        for k, v in options.items():
            setattr(h, k, v)
        return h.handle(page(report)).encode()
    return write


def rows_joined(separator):
    """The cells of each row, blanks too, with SEPARATOR between them, as BeautifulSoup finds them."""
    def write(report):
        import bs4
        soup = bs4.BeautifulSoup(page(report), 'lxml')
        for table in soup.find_all('table'):
            table.replace_with('\n' + '\n'.join(separator.join(c.get_text(strip=True) for c in r.find_all('td'))
                                                 for r in table.find_all('tr')) + '\n')
        return soup.get_text('\n').encode()
    return write


def text_content(report):
    import lxml.html
    return lxml.html.fromstring(page(report)).text_content().encode()


def pdfminer(report):
    import pdfminer.high_level
    return pdfminer.high_level.extract_text(pdf_of('report.pdf')).encode()


def by_office(suffix, *command):
    """What COMMAND makes of the report as pandoc's file of SUFFIX."""
    def write(report):
        run('pandoc', '-f', 'html', '-o', 'report.' + suffix, 'report.html')
        return run(*command, 'report.' + suffix, *(['-'] if command[0] == 'docx2txt' else []))
    return write


def sheet(report, command=None):
    import openpyxl
    book = openpyxl.Workbook()
    for line in damage.document(report, lambda r, rows: ['\t'.join(r.text(c) for c in row) for row in rows]).split('\n'):
        book.active.append(line.split('\t'))
    book.save('report.xlsx')
    if command:
        return run(command, 'report.xlsx')
    with open('report.xlsx', 'rb') as f:
        return f.read()


def mutool(report):
    run('mutool', 'convert', '-F', 'text', '-o', 'report.txt', pdf_of('report.pdf'))
    with open('report.txt', 'rb') as f:
        return f.read()


def typst(report):
    """As pandoc's newer versions write it; nothing is asked for it."""
    return damage.document(report, lambda r, rows: tables.typst(
        [[(r.text(t), down, cols) for t, down, cols in row] for row in spans(rows)]).split('\n')).encode()


def by_node(script):
    """What SCRIPT, JavaScript, prints of the page, `html'."""
    return lambda report: run('node', '-e', 'const html = require("fs").readFileSync(0, "utf8");' + script,
                              input=page(report).encode())


def by_ruby(script):
    return lambda report: run('ruby', '-e', script, input=page(report).encode(), env=dict(os.environ, LC_ALL='C.UTF-8'))


def style(name):
    """tabulate's style NAME; the library is asked for only when it is there."""
    return lambda report: tabulated(name)(report)


CONVERTERS = {     # name: (program or module, how, suffix)
    'pdftotext_layout': ('wkhtmltopdf', pdftotext('-layout'), 'txt'),
    'pdftotext_fixed': ('wkhtmltopdf', pdftotext('-layout', '-fixed', '4'), 'txt'),
    'w3m_80': ('w3m', dump('w3m', '-dump', '-cols', '80', '-I', 'UTF-8', '-O', 'UTF-8'), 'txt'),
    'w3m_160': ('w3m', dump('w3m', '-dump', '-cols', '160', '-I', 'UTF-8', '-O', 'UTF-8'), 'txt'),
    'elinks': ('elinks', dump('elinks', '-dump', '-dump-width', '120', '-dump-charset', 'UTF-8', '-no-references'), 'txt'),
    'links2': ('links2', dump('links2', '-dump', '-width', '120', '-codepage', 'utf-8'), 'txt'),
    'lynx_200': ('lynx', dump('lynx', '-dump', '-width=200', '-display_charset=utf-8', '-assume_charset=utf-8'), 'txt'),
    'html2text2': ('/usr/bin/html2text', dump('html2text', '-utf8', '-width', '120'), 'txt'),
    'pandoc_plain': ('pandoc', pandoc('plain', '--columns=120'), 'txt'),
    'pandoc_org': ('pandoc', pandoc('org'), 'txt'),
    'pandoc_asciidoc': ('pandoc', pandoc('asciidoc'), 'txt'),
    'pandoc_textile': ('pandoc', pandoc('textile'), 'txt'),
    'pandoc_mediawiki': ('pandoc', pandoc('mediawiki'), 'txt'),
    'pandoc_markdown': ('pandoc', pandoc('markdown'), 'md'),
    'pandoc_rst': ('pandoc', pandoc('rst'), 'txt'),
    'tabulate_plain': ('tabulate', None, 'txt'), 'tabulate_simple': ('tabulate', None, 'txt'),
    'tabulate_grid': ('tabulate', None, 'txt'), 'tabulate_psql': ('tabulate', None, 'txt'),
    'tabulate_presto': ('tabulate', None, 'txt'),
    'prettytable': ('prettytable', framed(pretty), 'txt'),
    'rich': ('rich', framed(rich), 'txt'),
    'sqlite_column': ('sqlite3', sqlite('column'), 'txt'), 'sqlite_box': ('sqlite3', sqlite('box'), 'txt'),
    'sqlite_markdown': ('sqlite3', sqlite('markdown'), 'txt'),

    'html2text_py': ('html2text', html2text_py(), 'md'),
    'html2text_padded': ('html2text', html2text_py(pad_tables=True), 'md'),
    'bs4_tabs': ('bs4', rows_joined('\t'), 'txt'), 'bs4_pipes': ('bs4', rows_joined('|'), 'txt'),
    'bs4_spaced_pipes': ('bs4', rows_joined(' | '), 'txt'), 'bs4_commas': ('bs4', rows_joined(','), 'csv'),
    'lxml_text': ('lxml', text_content, 'txt'),
    'docx2txt': ('docx2txt', by_office('docx', 'docx2txt'), 'txt'),
    'odt2txt': ('odt2txt', by_office('odt', 'odt2txt', '--encoding=UTF-8', '--width=-1'), 'txt'),
    'openpyxl': ('openpyxl', sheet, 'xlsx'), 'xlsx2csv': ('xlsx2csv', lambda r: sheet(r, 'xlsx2csv'), 'csv'),
    'mutool_text': ('mutool', mutool, 'txt'), 'pdfminer': ('pdfminer', pdfminer, 'txt'),
    'pdftotext': ('wkhtmltopdf', pdftotext(), 'txt'), 'pdftotext_raw': ('wkhtmltopdf', pdftotext('-raw'), 'txt'),
    'lynx_80': ('lynx', dump('lynx', '-dump', '-width=80', '-display_charset=utf-8', '-assume_charset=utf-8'), 'txt'),
    'elinks_80': ('elinks', dump('elinks', '-dump', '-dump-width', '80', '-dump-charset', 'UTF-8', '-no-references'), 'txt'),
    'rich_ascii': ('rich', rich_of('ASCII'), 'txt'), 'rich_markdown': ('rich', rich_of('MARKDOWN'), 'md'),
    'rich_heavy': ('rich', rich_of('HEAVY'), 'txt'), 'rich_simple': ('rich', rich_of('SIMPLE'), 'txt'),
    'prettytable_markdown': ('prettytable', pretty_of('MARKDOWN'), 'md'),
    'prettytable_plain': ('prettytable', pretty_of('PLAIN_COLUMNS'), 'txt'),
    'prettytable_double': ('prettytable', pretty_of('DOUBLE_BORDER'), 'txt'),
    'tabulate_fancy_grid': ('tabulate', style('fancy_grid'), 'txt'),
    'tabulate_fancy_outline': ('tabulate', style('fancy_outline'), 'txt'),
    'tabulate_heavy_grid': ('tabulate', style('heavy_grid'), 'txt'),
    'tabulate_rounded_outline': ('tabulate', style('rounded_outline'), 'txt'),
    'tabulate_double_grid': ('tabulate', style('double_grid'), 'txt'),
    'tabulate_mixed_grid': ('tabulate', style('mixed_grid'), 'txt'),
    'tabulate_outline': ('tabulate', style('outline'), 'txt'),
    'tabulate_pretty': ('tabulate', style('pretty'), 'txt'),
    'tabulate_orgtbl': ('tabulate', style('orgtbl'), 'txt'),
    'tabulate_jira': ('tabulate', style('jira'), 'txt'),
    'tabulate_github': ('tabulate', style('github'), 'md'),
    'tabulate_pipe': ('tabulate', style('pipe'), 'md'),
    'tabulate_rst': ('tabulate', style('rst'), 'txt'),
    'tabulate_mediawiki': ('tabulate', style('mediawiki'), 'txt'),
    'tabulate_moinmoin': ('tabulate', style('moinmoin'), 'txt'),
    'tabulate_youtrack': ('tabulate', style('youtrack'), 'txt'),
    'tabulate_html': ('tabulate', style('html'), 'txt'),
    'tabulate_tsv': ('tabulate', style('tsv'), 'txt'),
    'tabulate_textile': ('tabulate', style('textile'), 'txt'),
    'tabulate_asciidoc': ('tabulate', style('asciidoc'), 'txt'),
    'tabulate_latex': ('tabulate', style('latex'), 'txt'),
    'pandoc_gfm': ('pandoc', pandoc('gfm'), 'md'),
    'pandoc_commonmark_x': ('pandoc', pandoc('commonmark_x'), 'md'),
    'pandoc_markdown_mmd': ('pandoc', pandoc('markdown_mmd'), 'md'),
    'pandoc_markdown_phpextra': ('pandoc', pandoc('markdown_phpextra'), 'md'),
    'pandoc_dokuwiki': ('pandoc', pandoc('dokuwiki'), 'txt'),
    'pandoc_jira': ('pandoc', pandoc('jira'), 'txt'),
    'pandoc_muse': ('pandoc', pandoc('muse'), 'txt'),
    'pandoc_zimwiki': ('pandoc', pandoc('zimwiki'), 'txt'),
    'pandoc_xwiki': ('pandoc', pandoc('xwiki'), 'txt'),
    'pandoc_haddock': ('pandoc', pandoc('haddock'), 'txt'),
    'typst': ('sh', typst, 'txt'),
    'html_to_text': ('node:html-to-text', by_node(
        'console.log(require("html-to-text").convert(html, { wordwrap: false, selectors: [{ selector: "table", format: "dataTable" }] }))'), 'txt'),
    'node_html_markdown': ('node:node-html-markdown', by_node(
        'console.log(require("node-html-markdown").NodeHtmlMarkdown.translate(html))'), 'md'),
    'turndown': ('node:turndown-plugin-gfm', by_node(
        'const T = require("turndown"), t = new T(); t.use(require("turndown-plugin-gfm").gfm); console.log(t.turndown(html))'), 'md'),
    'ruby_html2text': ('ruby:html2text', by_ruby('require "html2text"; puts Html2Text.convert(STDIN.read)'), 'txt'),
    'pandoc_latex': ('pandoc', pandoc('latex'), 'txt'),
    'pandoc_rtf': ('pandoc', pandoc('rtf', '-s'), 'rtf'),
}


for name, (need, make, suffix) in tables.TABLES.items():
    CONVERTERS[name] = (need, framed(make) if make else sqlite(name.split('_')[1]), suffix)


CONVERTERS.update(scrapers.converters(page, spans))


def main():
    seed, count, directory = int(sys.argv[1]), int(sys.argv[2]), os.path.abspath(sys.argv[3])
    only = sys.argv[4:]
    archive = tarfile.open(directory + '/reports.tar', 'w')
    work = tempfile.mkdtemp()
    os.chdir(work)
    with open(directory + '/truth.tsv', 'w', encoding='utf-8') as truth:
        for n in range(count):
            rng = random.Random(seed * 1000003 + n)
            form, blanks = ['2021', '2021', '2019', '2014', '2008'][n % 5], [0, 0.5, 0.3, 0.3, 0.5][n % 5]
            report = damage.Report(rng, form, blanks)
            for old in os.listdir(work):
                os.remove(old)
            with open('report.html', 'w', encoding='utf-8') as f:
                f.write(page(report))
            for name, (need, how, suffix) in CONVERTERS.items():
                if (only and name not in only) or not tables.has(need):
                    continue
                data = (how or tabulated(name.split('_', 1)[1]))(report)
                doc = '%05d-%s-%s-none.%s' % (n, form, name, suffix)
                info = tarfile.TarInfo(doc)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
                for (item, col), value in report.value.items():
                    truth.write('%s\t%s\t%s\t%s\n' % (doc, item, col, value))
    archive.close()
    shutil.rmtree(work)


if __name__ == '__main__':
    main()
