"""What a run does to the names and files below a folder, in order, by strace(1)."""
import re
import subprocess

CALLS = ('openat ?open ?creat write pwrite64 writev copy_file_range sendfile splice '
         'ftruncate ?truncate fsync fdatasync sync syncfs ?rename renameat ?renameat2 '
         '?link linkat ?symlink symlinkat ?mkdir mkdirat ?unlink unlinkat '
         '?rmdir').split()
LINE = re.compile(r'(\d+) +(.*)')
CALL = re.compile(r'(\w+)\((.*)\) += (-?\d+)')
ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(?:AT_FDCWD|-?\d+)<((?:[^>\\]|\\.)*)>|[^,\s]+')


def unescape(text):
    raw = text.encode('utf-8').decode('unicode_escape').encode('latin-1')
    return raw.decode('utf-8', 'surrogateescape')


def whole_calls(lines):
    """Joins what strace parted where another process came between."""
    parts = {}
    for line in lines:
        pid, text = LINE.match(line).groups()
        if text.endswith('<unfinished ...>'):
            parts[pid] = text[:-len('<unfinished ...>')]
            continue
        if text.startswith('<... '):
            text = parts.pop(pid) + text.partition('resumed>')[2]
        call = CALL.match(text)
        if call and int(call[3]) >= 0:
            yield call[1], call[2]


def words_of(arguments):
    """Names in quotes, and the paths of open files, as ('name' or 'file', text);
    other words as ('word', text)."""
    for match in ARGUMENT.finditer(arguments):
        if match[1] is not None:
            yield 'name', unescape(match[1])
        elif match[2] is not None:
            yield 'file', unescape(match[2])
        else:
            yield 'word', match[0]


def paths_of(words):
    """Each name with the folder in front that it is relative to."""
    folder = ''
    for kind, text in words:
        if kind == 'file':
            folder = text
        elif kind == 'name':
            yield text if text.startswith('/') else f'{folder}/{text}'


def event_of(call, arguments):
    """The event as (kind, path...), or None."""
    words = list(words_of(arguments))
    if call in ('write', 'pwrite64', 'writev', 'ftruncate', 'fsync', 'fdatasync'):
        kind = 'sync' if call.endswith('sync') else 'write'
        return (kind, words[0][1]) if words[0][0] == 'file' else None
    if call in ('copy_file_range', 'sendfile', 'splice'):
        files = [text for kind, text in words if kind == 'file']
        to = files[:1] if call == 'sendfile' else files[-1:]
        return ('write', *to) if to else None
    if call in ('sync', 'syncfs'):
        return ('sync all',)
    paths = list(paths_of(words))
    if call in ('open', 'openat', 'creat'):
        flags = arguments + ('O_CREAT|O_TRUNC' if call == 'creat' else '')
        if 'O_CREAT' not in flags and 'O_TRUNC' not in flags:
            return None
        return ('truncate' if 'O_TRUNC' in flags else 'create', paths[0])
    if call.startswith('symlink'):
        names = [text for kind, text in words if kind == 'name']
        return ('symlink', names[0], paths[-1])
    kind = {'rename': 'rename', 'link': 'link', 'mkdir': 'mkdir', 'unlink': 'unlink',
            'rmdir': 'unlink'}[call.rstrip('2').removesuffix('at')]
    return (kind, *paths)


def trace(command, log):
    """Runs COMMAND and returns its events."""
    subprocess.run(['strace', '-f', '-qq', '-y', '-s', '4096', '-o', log, '-e',
                    'signal=none', '-e', 'trace=' + ','.join(CALLS)] + command,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
    with open(log, encoding='utf-8', errors='surrogateescape') as file:
        calls = list(whole_calls(file))
    return [event for event in (event_of(*call) for call in calls) if event]
