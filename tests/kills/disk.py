"""A folder as a disk may have it after the power failed: what was synced is there;
of the rest each change may have come to the disk or not."""
import os
import shutil


class File:
    """One inode.  `path': where its bytes are to be had; None: they are gone."""

    def __init__(self, path=None):
        self.path = path
        self.written = -1	# number of the last event that wrote to it
        self.synced = -1	# of the last that synced it


def load(folder):
    """A folder as a dict: names to dicts, Files, and targets of links."""
    tree = {}
    for entry in os.scandir(folder):
        if entry.is_symlink():
            tree[entry.name] = os.readlink(entry.path)
        elif entry.is_dir():
            tree[entry.name] = load(entry.path)
        else:
            tree[entry.name] = File(entry.path)
    return tree


def copy(tree):
    """Folders anew, their Files the same."""
    return {name: copy(node) if isinstance(node, dict) else node
            for name, node in tree.items()}


def parent_of(tree, parts):
    for part in parts[:-1]:
        tree = tree.get(part)
        if not isinstance(tree, dict):
            return None
    return tree


def find(tree, parts):
    for part in parts:
        if not isinstance(tree, dict) or part not in tree:
            return None
        tree = tree[part]
    return tree


class Change:
    """A change of names: NODE comes to the place TO, unless that is None, and what
    was at the place GONE goes, unless that is None.  Atomic."""

    def __init__(self, number, to, node, gone):
        self.number, self.to, self.node, self.gone = number, to, node, gone

    def folders(self):
        return {place[:-1] for place in (self.to, self.gone) if place}

    def apply(self, tree):
        node = self.node
        if self.gone:
            old = parent_of(tree, self.gone)
            if old is None or self.gone[-1] not in old:
                return
            if self.to:
                node = old[self.gone[-1]]
        if self.to:
            new = parent_of(tree, self.to)
            if new is None:
                return
            new[self.to[-1]] = {} if node == {} else node
        if self.gone:
            del old[self.gone[-1]]


class Disk:
    """A folder at START, and what a run did to it, event by event."""

    def __init__(self, folder, start):
        self.folder = folder
        self.start = load(start)
        self.changes = []
        self.folder_syncs = []	# (number, place)

    def place(self, path):
        path = os.path.normpath(path)
        if path == self.folder:
            return ()
        if not path.startswith(self.folder + '/'):
            return None
        return tuple(path[len(self.folder) + 1:].split('/'))

    def run(self, events):
        """Plays EVENTS whole; self.now is then the folder as the run left it."""
        self.now = copy(self.start)
        self.points = []
        for number, event in enumerate(events):
            before = len(self.changes), len(self.folder_syncs)
            self.play(number, *event)
            if before != (len(self.changes), len(self.folder_syncs)) or \
                    event[0] == 'sync':
                self.points.append(number)

    def change(self, number, to, node, gone):
        self.changes.append(Change(number, to, node, gone))
        self.changes[-1].apply(self.now)

    def play(self, number, kind, *paths):
        if kind == 'sync all':
            raise SystemExit('sync(2) of everything is not modelled')
        if kind == 'symlink':
            place = self.place(paths[1])
            if place:
                self.change(number, place, paths[0], None)
            return
        places = [self.place(path) for path in paths]
        if None in places:
            return
        node = find(self.now, places[0])
        if kind in ('create', 'truncate'):
            if node is None:
                self.change(number, places[0], File(), None)
            elif kind == 'truncate' and isinstance(node, File):
                node.written = number
        elif kind == 'write' and isinstance(node, File):
            node.written = number
        elif kind == 'sync':
            self.sync(number, places[0], node)
        elif kind == 'mkdir':
            self.change(number, places[0], {}, None)
        elif kind == 'unlink':
            self.change(number, None, None, places[0])
        elif kind == 'rename':
            self.change(number, places[1], None, places[0])
        elif kind == 'link':
            self.change(number, places[1], node, None)

    def sync(self, number, place, node):
        if isinstance(node, File):
            if node.written >= node.synced:
                node.synced = number
        else:
            self.folder_syncs.append((number, place))

    def fill(self, folder):
        """Where the bytes of the files that are left are to be had."""
        def walk(tree, path):
            for name, node in tree.items():
                if isinstance(node, dict):
                    walk(node, f'{path}/{name}')
                elif isinstance(node, File):
                    node.path = f'{path}/{name}'
        walk(self.now, folder)

    def is_safe(self, change, number):
        """Whether CHANGE must be on the disk when the power fails after NUMBER."""
        return any(change.number < at <= number and place in change.folders()
                   for at, place in self.folder_syncs)

    def after(self, number, keep):
        """The names when the power fails after event NUMBER; keep(CHANGE) tells of
        what was not synced."""
        tree = copy(self.start)
        for change in self.changes:
            if change.number <= number and (self.is_safe(change, number) or keep(change)):
                change.apply(tree)
        return tree


def store(tree, folder, number, cut):
    """Writes TREE to FOLDER.  cut(SIZE) tells how much there is of a file that was
    not synced when the power failed after event NUMBER."""
    os.mkdir(folder)
    for name, node in tree.items():
        path = f'{folder}/{name}'
        if isinstance(node, dict):
            store(node, path, number, cut)
        elif isinstance(node, str):
            os.symlink(node, path)
        elif node.path is None:
            with open(path, 'wb') as file:
                file.write(b'?')
        else:
            shutil.copyfile(node.path, path)
            if -1 < node.written <= number and not \
                    node.written < node.synced <= number:
                os.truncate(path, cut(os.path.getsize(path)))
