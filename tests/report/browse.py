#!/usr/bin/env python3
"""browse.py PAGE [SECOND-ROUND]: what a reader meets in a page that report wrote, in headless
Chromium, a line each; at the end what went wrong while looking.

It speaks the DevTools protocol over a pipe (--remote-debugging-pipe): messages in
JSON, each ended by NUL, on descriptors 3 and 4 of the browser."""
import json, os, shutil, subprocess, sys, tempfile, time


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp()
        to_browser, self.write = os.pipe()
        self.read, from_browser = os.pipe()
        program = shutil.which("chromium") or shutil.which("chromium-browser")

        def descriptors():
            # Moved out of the way first: 3 and 4 may be among them.
            high = [os.dup2(fd, 60 + i) for i, fd in
                    enumerate((to_browser, from_browser))]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-background-networking",
             "--user-data-dir=" + self.profile, "--window-size=1366,900",
             "--remote-debugging-pipe", "about:blank"],
            preexec_fn=descriptors, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number, self.rest, self.events, self.session = 0, b"", [], None

    def message(self):
        while b"\0" not in self.rest:
            more = os.read(self.read, 65536)
            if not more:
                raise SystemExit("the browser is gone")
            self.rest += more
        one, self.rest = self.rest.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, **params):
        self.number += 1
        call = {"id": self.number, "method": method, "params": params}
        if self.session:
            call["sessionId"] = self.session
        os.write(self.write, json.dumps(call).encode() + b"\0")
        while True:
            said = self.message()
            if said.get("id") == self.number:
                if "error" in said:
                    raise SystemExit(method + ": " + said["error"]["message"])
                return said["result"]
            self.events.append(said)

    def wait(self, method):
        while True:
            said = self.message()
            self.events.append(said)
            if said.get("method") == method:
                return

    def open(self, address):
        self.call("Page.navigate", url="about:blank")
        self.wait("Page.loadEventFired")
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")

    def value(self, expression):
        got = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                        awaitPromise=True)
        if "exceptionDetails" in got:
            return "exception: " + expression
        return got["result"].get("value")

    def click(self, selector):
        place = self.value("""(function () {
            var e = document.querySelector(%s), r;
            e.scrollIntoView({ block: 'center' });
            r = e.getClientRects()[0];
            return [r.left + Math.min(8, r.width / 2), r.top + r.height / 2]; })()"""
                           % json.dumps(selector))
        for kind in "mousePressed", "mouseReleased":
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1],
                      button="left", clickCount=1)
        self.settle()

    def key(self, key):
        for kind in "keyDown", "keyUp":
            text = key if kind == "keyDown" and len(key) == 1 else ""
            self.call("Input.dispatchKeyEvent", type=kind, key=key, text=text)
        self.settle()

    def settle(self):
        self.value("new Promise(function (r) { setTimeout(r, 40); })")

    def until(self, expression):
        """Waits until EXPRESSION holds, for seconds on a busy machine."""
        for _ in range(200):
            if self.value("(" + expression + ") ? 1 : 0"):
                return
            time.sleep(.03)
        print("never: " + expression.replace("\n", " "))

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


SHOWN = """Array.prototype.filter.call(document.querySelectorAll('.view,.unit'),
    function (v) { return v.offsetParent; }).map(function (v) { return v.id; }).join(' ')"""
LISTED = """Array.prototype.filter.call(document.querySelectorAll('.ul tbody tr'),
    function (r) { return r.offsetParent; }).map(function (r) {
    return r.querySelector('a').textContent; }).join(' ')"""


def look(browser, page):
    def tell(what, expression):
        print(what + ": " + str(browser.value(expression)))

    browser.open(page)
    tell("view", SHOWN)
    tell("counts", "document.querySelector('.eqs').innerText.replace(/\\s+/g, ' ')")
    browser.click(".eq a[data-q='st=bad']")
    browser.until(SHOWN + " === 'units'")
    tell("to correct", LISTED)
    browser.click(".flt button")
    browser.until("!document.querySelector('.ul tr[hidden]')")
    tell("all", LISTED)
    browser.key("/")
    browser.until("document.activeElement.name === 'q'")
    for letter in "民政":
        browser.call("Input.insertText", text=letter)
    browser.until("document.querySelector('.ul tr[hidden]')")
    tell("search", LISTED)
    tell("counted", "document.querySelector('.flt output').value")
    browser.click(".flt button")
    browser.until("!document.querySelector('.ul tr[hidden]')")
    browser.click(".ul thead th:nth-child(1) button")
    tell("by name", LISTED)
    browser.click(".ul tbody tr[data-ru~='V-SUM'] a")
    browser.until("document.querySelector('.unit.on')")
    tell("office", SHOWN + " + ' ' + document.querySelector('.on h2').innerText")
    browser.click(".on td[data-e='1']")
    tell("cell", "document.querySelector('.on .bar output').value")
    browser.key("ArrowRight")
    tell("right of it", "document.querySelector('.on .bar output').value")
    browser.click(".on td[data-t]")
    tell("what a sentence states", "document.querySelector('.on .bar output').value")
    browser.click(".on td[data-e='1'] a")
    browser.until("document.querySelector('.en:target')")
    tell("its entry", "document.querySelector('.en:target h4').innerText")
    before = browser.value(SHOWN)
    browser.key("k")
    browser.until(SHOWN + " !== " + json.dumps(before))
    tell("the one before it in the list", SHOWN)
    tell("hostile name", "document.querySelectorAll('img').length + ' pictures'")
    browser.key("Escape")
    browser.until(SHOWN + " === 'units'")
    tell("back", SHOWN)
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page + "#u2")
    document = browser.call("DOM.getDocument", depth=0)["root"]["nodeId"]
    found = browser.call("DOM.querySelectorAll", nodeId=document, selector=".view,.unit")
    shown = 0
    for node in found["nodeIds"]:
        try:
            browser.call("DOM.getBoxModel", nodeId=node)
            shown += 1
        except SystemExit:
            pass
    print("without scripts: %d of %d" % (shown, len(found["nodeIds"])))


def look_back(browser, page):
    """What the page of a second round has on top."""
    def tell(what, expression):
        print(what + ": " + str(browser.value(expression)))

    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    browser.open(page)
    tell("changes", "document.querySelectorAll('.say')[1].innerText")
    for change in "new", "left", "mended", "waived":
        browser.open(page + "#units?ch=" + change)
        browser.until("document.querySelector('.ul tr[hidden]')")
        tell(change, LISTED)
    browser.click(".ul tbody tr:not([hidden]) a")
    browser.until("document.querySelector('.unit.on')")
    tell("entries", """Array.prototype.map.call(document.querySelectorAll('.on .en'),
        function (e) { return e.querySelector('.no').innerText +
        e.querySelector('.ch').innerText; }).join(' ')""")
    tell("folded", "document.querySelectorAll('.on .told[open]').length + ' open'")
    browser.click(".on .told:nth-of-type(2) summary")
    tell("mended", "document.querySelector('.on .told[open]').innerText")
    tell("document", "document.querySelector('.on .id').innerText.replace(/\\s+/g, ' ')")


def faults(browser):
    for event in browser.events:
        method, said = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            address = said["request"]["url"]
            if not address.startswith(("file:", "data:", "about:")):
                yield "asks for " + address
        elif method == "Runtime.exceptionThrown":
            yield "exception " + said["exceptionDetails"]["text"]
        elif method == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
            yield said["entry"]["text"]
        elif method == "Runtime.consoleAPICalled":
            yield "console." + said["type"]
        elif method == "Page.javascriptDialogOpening":
            yield "a dialog: " + said["message"]


def main():
    browser = Browser()
    try:
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.call("Target.attachToTarget", targetId=target,
                                       flatten=True)["sessionId"]
        for domain in "Page", "Runtime", "Log", "Network", "DOM":
            browser.call(domain + ".enable")
        look(browser, "file://" + os.path.abspath(sys.argv[1]))
        if len(sys.argv) > 2:
            look_back(browser, "file://" + os.path.abspath(sys.argv[2]))
        wrong = list(faults(browser))
        print("faults: " + ("; ".join(wrong) or "none"))
    finally:
        browser.close()


main()
