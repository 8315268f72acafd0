"""Tables as libraries and programs of other languages write them: each a function of
rows of texts, all of one width."""
import csv, functools, importlib.util, io, json, os, shutil, subprocess


def run(*command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, **more).stdout.decode()


def named(rows):
    """ROWS with names of columns, as libraries make them unlike that want them so."""
    seen = {}
    head = []
    for name in rows[0]:
        seen[name] = seen.get(name, 0) + 1
        head.append(name if name and seen[name] == 1 else '%s_%d' % (name or '?', seen[name]))
    return [head] + rows[1:]


def as_csv(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def program(*command, names=False):
    """What COMMAND makes of the rows as CSV."""
    return lambda rows: run(*command, input=as_csv(named(rows) if names else rows).encode())


@functools.lru_cache(None)
def has_node(module):
    return shutil.which('node') is not None and subprocess.run(
        ('node', '-e', 'require.resolve(%s)' % json.dumps(module)), stderr=subprocess.DEVNULL).returncode == 0


def node(script):
    """What SCRIPT prints of `rows' (module from NODE_PATH)."""
    return lambda rows: run('node', '-e', 'const rows = JSON.parse(require("fs").readFileSync(0));' + script,
                            input=json.dumps(rows).encode())


def perl(script):
    return lambda rows: run('perl', '-CSD', '-MJSON::PP', '-Mutf8', '-e',
                            'my $rows = JSON::PP->new->decode(join "", <STDIN>);' + script, input=json.dumps(rows).encode())


def ruby(script):
    return lambda rows: run('ruby', '-rjson', '-e', 'rows = JSON.parse(STDIN.read);' + script,
                            input=json.dumps(rows).encode(), env=dict(os.environ, LC_ALL='C.UTF-8'))


def r_language(script):
    return lambda rows: run('Rscript', '-e',
                            'options(width=400); d <- read.csv(file("stdin"), header=FALSE, colClasses="character",'
                            ' encoding="UTF-8"); ' + script, input=as_csv(rows).encode(), env=dict(os.environ, LC_ALL='C.UTF-8'))


def texttable(rows):
    import texttable
    t = texttable.Texttable(max_width=0)
    t.set_cols_dtype(['t'] * len(rows[0]))
    t.add_rows(rows, header=False)
    return t.draw()


def texttable_headed(rows):
    import texttable
    t = texttable.Texttable(max_width=120)
    t.set_cols_dtype(['t'] * len(rows[0]))
    t.set_deco(texttable.Texttable.BORDER | texttable.Texttable.HEADER | texttable.Texttable.VLINES)
    t.add_rows(rows)
    return t.draw()


def terminal(kind):
    def make(rows):
        import terminaltables
        return getattr(terminaltables, kind)(rows).table
    return make


def pandas(how):
    def make(rows):
        import pandas
        import warnings
        warnings.simplefilter('ignore')
        return how(pandas.read_csv(io.StringIO(as_csv(rows)), dtype=str))
    return make


def typst(spanned):
    """Rows of (text, rows, cols) as pandoc writes them for Typst."""
    width = sum(cols for _, _, cols in spanned[0])
    lines = ['#figure(', '  align(center)[#table(', '    columns: %d,' % width, '    align: (%s),' % ('center,' * width)]
    for row in spanned:
        cells = []
        for text, down, cols in row:
            span = ', '.join(['align: center'] + ['colspan: %d' % cols] * (cols > 1) + ['rowspan: %d' % down] * (down > 1))
            cells.append(('table.cell(%s)' % span if cols > 1 or down > 1 else '') + '[%s]' % (text or '~'))
        lines.append('    %s,' % ', '.join(cells))
    return '\n'.join(lines + ['  )]', '  , kind: table', '  )'])


TABLES = {     # name: (module or program, function of rows, suffix)
    'texttable': ('texttable', texttable, 'txt'), 'texttable_headed': ('texttable', texttable_headed, 'txt'),
    'terminaltables': ('terminaltables', terminal('AsciiTable'), 'txt'),
    'terminaltables_double': ('terminaltables', terminal('DoubleTable'), 'txt'),
    'terminaltables_single': ('terminaltables', terminal('SingleTable'), 'txt'),
    'terminaltables_porcelain': ('terminaltables', terminal('PorcelainTable'), 'txt'),
    'terminaltables_github': ('terminaltables', terminal('GithubFlavoredMarkdownTable'), 'md'),
    'csvlook': ('csvlook', program('csvlook', '--no-inference', names=True), 'txt'),
    'miller_barred': ('mlr', program('mlr', '--icsv', '--allow-ragged-csv-input', '--opprint', '--barred', 'cat', names=True), 'txt'),
    'miller_pprint': ('mlr', program('mlr', '--icsv', '--opprint', 'cat', names=True), 'txt'),
    'miller_markdown': ('mlr', program('mlr', '--icsv', '--omd', 'cat', names=True), 'md'),
    'miller_tsv': ('mlr', program('mlr', '--icsv', '--otsv', 'cat', names=True), 'txt'),
    'jq_tsv': ('jq', lambda rows: run('jq', '-r', '.[] | @tsv', input=json.dumps(rows).encode()), 'txt'),
    'column_pipes': ('column', lambda rows: run('column', '-t', '-s', '\t', '-o', ' | ', input='\n'.join(
        '\t'.join(c or ' ' for c in row) for row in rows).encode() + b'\n'), 'txt'),
    'sqlite_list': ('sqlite3', None, 'txt'), 'sqlite_tabs': ('sqlite3', None, 'txt'),
    'sqlite_table': ('sqlite3', None, 'txt'), 'sqlite_html': ('sqlite3', None, 'txt'),
    'pandas_string': ('pandas', pandas(lambda d: d.to_string()), 'txt'),
    'pandas_string_plain': ('pandas', pandas(lambda d: d.fillna('').to_string(index=False)), 'txt'),
    'pandas_markdown': ('pandas', pandas(lambda d: d.to_markdown()), 'md'),
    'pandas_markdown_plain': ('pandas', pandas(lambda d: d.fillna('').to_markdown(index=False)), 'txt'),
    'pandas_csv': ('pandas', pandas(lambda d: d.to_csv()), 'csv'),
    'pandas_html': ('pandas', pandas(lambda d: d.to_html()), 'txt'),
    'pandas_latex': ('pandas', pandas(lambda d: d.to_latex()), 'txt'),
    'perl_text_table': ('perl:Text::Table', perl(
        'use Text::Table; my $t = Text::Table->new(map { ($_ ? \\"|" : (), "") } 0 .. $#{$rows->[0]});'
        '$t->load(@$rows); print $t'), 'txt'),
    'perl_asciitable': ('perl:Text::ASCIITable', perl(
        'use Text::ASCIITable; my @h = @{shift @$rows}; my %s; $_ = $_ . " " x $s{$_}++ for @h; my $t = Text::ASCIITable->new({allowHTML => 0});'
        '$t->setCols(@h); $t->addRow(@$_) for @$rows; print $t'), 'txt'),
    'ruby_terminal_table': ('ruby:terminal-table', ruby('require "terminal-table"; puts Terminal::Table.new(rows: rows)'), 'txt'),
    'ruby_text_table': ('ruby:text-table', ruby('require "text-table"; puts Text::Table.new(rows: rows)'), 'txt'),
    'r_print': ('Rscript', r_language('names(d) <- d[1,]; print(d[-1,], right=FALSE)'), 'txt'),
    'r_write_table': ('Rscript', r_language('write.table(d, sep="\\t", quote=FALSE, row.names=FALSE, col.names=FALSE)'), 'txt'),
    'cli_table3': ('node:cli-table3', node(
        'const T = require("cli-table3"); const t = new T({style: {head: [], border: []}}); t.push(...rows); console.log(t.toString())'), 'txt'),
    'easy_table': ('node:easy-table', node(
        'const T = require("easy-table"); const t = new T(); rows.slice(1).forEach(r => { r.forEach((c, i) => t.cell((rows[0][i] || "?") + " ".repeat(i), c)); t.newRow() });'
        'console.log(t.toString())'), 'txt'),
    'node_table': ('node:table', node('console.log(require("table").table(rows))'), 'txt'),
    'node_table_ramac': ('node:table', node(
        'const { table, getBorderCharacters } = require("table"); console.log(table(rows, { border: getBorderCharacters("ramac") }))'), 'txt'),
    'node_table_void': ('node:table', node(
        'const { table, getBorderCharacters } = require("table"); console.log(table(rows, { border: getBorderCharacters("norc"), drawHorizontalLine: (i, n) => i === 0 || i === 1 || i === n }))'), 'txt'),
    'console_table_printer': ('node:console-table-printer', node(
        'const { Table } = require("console-table-printer"); const t = new Table(); rows.slice(1).forEach(r => t.addRow(Object.fromEntries(r.map((c, i) => [(rows[0][i] || "?") + i, c]))));'
        'console.log(t.render().replace(/\\x1b\\[[0-9;]*m/g, ""))'), 'txt'),
    'ascii_table': ('node:ascii-table', node(
        'const T = require("ascii-table"); const t = new T(); rows.forEach(r => t.addRow(r)); console.log(t.toString())'), 'txt'),
    'text_table': ('node:text-table', node('console.log(require("text-table")(rows))'), 'txt'),
    'columnify': ('node:columnify', node(
        'console.log(require("columnify")(rows.slice(1).map(r => Object.fromEntries(r.map((c, i) => [(rows[0][i] || "?") + i, c]))), {columnSplitter: " | "}))'), 'txt'),
}


def has(need):
    """Whether what a converter NEEDs is installed."""
    kind, _, name = need.partition(':')
    if kind == 'node' and name:
        return has_node(name)
    if kind == 'perl' and name:
        return subprocess.run(('perl', '-M' + name, '-e', '1'), stderr=subprocess.DEVNULL).returncode == 0
    if kind == 'ruby' and name:
        return shutil.which('ruby') is not None and subprocess.run(
            ('ruby', '-e', 'require "%s"' % name), stderr=subprocess.DEVNULL).returncode == 0
    return shutil.which(need) is not None or importlib.util.find_spec(need) is not None
