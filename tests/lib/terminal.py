"""terminal.py COMMAND ...: what the command writes to a terminal, on standard output."""
import os
import pty
import subprocess
import sys


def main():
    ours, its = pty.openpty()
    with subprocess.Popen(sys.argv[1:], stdout=its) as process:
        os.close(its)
        written = b''
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:     # closed at the other end
                break
            if not part:
                break
            written += part
    sys.stdout.buffer.write(written.replace(b'\r\n', b'\n'))
    return process.returncode


sys.exit(main())
