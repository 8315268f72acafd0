#!/usr/bin/env python3
"""chromium.py DIRECTORY PAGE...: the trees that Chromium's parser makes of
pages, written out as pages of the same names.  Scripts in them do not run."""

import html
import json
import os
import subprocess
import sys
import tempfile

HARNESS = """<!DOCTYPE html><meta charset=utf-8><pre id=out></pre><script>
const pages = %s;
const trees = pages.map(page => new DOMParser().parseFromString(page,
    "text/html").documentElement.outerHTML);
document.getElementById("out").textContent = JSON.stringify(trees);
</script>"""


def main():
    directory, pages = sys.argv[1], sys.argv[2:]
    os.makedirs(directory, exist_ok=True)
    texts = [open(page, encoding="utf-8", newline="").read() for page in pages]
    with tempfile.TemporaryDirectory() as home:
        path = os.path.join(home, "harness.html")
        with open(path, "w", encoding="utf-8", newline="") as harness:
            harness.write(HARNESS % json.dumps(texts).replace("<", "\\u003c"))
        dumped = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             "--user-data-dir=" + home, "--dump-dom", "file://" + path],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = dumped.stdout.decode("utf-8")
    out = out[out.index('<pre id="out">') + 14:out.index("</pre>")]
    for page, tree in zip(pages, json.loads(html.unescape(out))):
        path = os.path.join(directory, os.path.basename(page))
        with open(path, "w", encoding="utf-8", newline="") as written:
            written.write(tree)


main()
