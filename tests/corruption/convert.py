#!/usr/bin/env python3
"""convert.py SEED COUNT DIR: COUNT reports of made-up figures, each written by every
converter that is installed; DIR/reports.tar holds them, DIR/truth.tsv what each
cell is.  Their figures and names are damage.py's, nothing is damaged."""
import html, importlib.util, io, os, random, shutil, subprocess, sys, tarfile, tempfile
sys.path.insert(0, os.path.dirname(__file__))
import damage


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
        n = len(rows[0])
        script = '.mode %s\n.headers on\ncreate table t(%s);\n' % (mode, ','.join('"%s"' % (rows[0][i] or i) if rows[0].count(rows[0][i]) == 1 else '"%d"' % i for i in range(n)))
        for row in rows[1:]:
            script += 'insert into t values(%s);\n' % ','.join("'%s'" % c for c in row)
        return run('sqlite3', input=(script + 'select * from t;\n').encode()).decode()
    return framed(make)


def column(rows):
    return run('column', '-t', '-s', '\t', '-n', '-o', '  ',
               input='\n'.join('\t'.join(c or ' ' for c in row) for row in rows).encode()).decode()


CONVERTERS = {     # name: (program or module, how, suffix)
    'pdftotext_layout': ('wkhtmltopdf', pdftotext('-layout'), 'txt'),
    'pdftotext_fixed': ('wkhtmltopdf', pdftotext('-layout', '-fixed', '4'), 'txt'),
    'w3m_80': ('w3m', dump('w3m', '-dump', '-cols', '80', '-I', 'UTF-8', '-O', 'UTF-8'), 'txt'),
    'w3m_160': ('w3m', dump('w3m', '-dump', '-cols', '160', '-I', 'UTF-8', '-O', 'UTF-8'), 'txt'),
    'elinks': ('elinks', dump('elinks', '-dump', '-dump-width', '120', '-dump-charset', 'UTF-8', '-no-references'), 'txt'),
    'links2': ('links2', dump('links2', '-dump', '-width', '120', '-codepage', 'utf-8'), 'txt'),
    'lynx_200': ('lynx', dump('lynx', '-dump', '-width=200', '-display_charset=utf-8', '-assume_charset=utf-8'), 'txt'),
    'html2text2': ('html2text', dump('html2text', '-utf8', '-width', '120'), 'txt'),
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
    'column': ('column', framed(column), 'txt'),
}


def installed(need):
    if need in ('tabulate', 'prettytable', 'rich'):
        return importlib.util.find_spec(need) is not None
    return shutil.which(need) is not None


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
                if not installed(need) or (only and name not in only):
                    continue
                data = (how or tabulated(name.split('_')[1]))(report)
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
