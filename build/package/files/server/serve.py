"""Serves the app to this computer and to nobody else. Called by the start scripts: serve.py FOLDER PORT [OPENER]."""
import errno
import os
import subprocess
import sys
import urllib.request
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

FOLDER, PORT = os.path.realpath(sys.argv[1]), int(sys.argv[2])
OPENER = sys.argv[3] if len(sys.argv) > 3 else ""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


def read_rules():
    """The headers of each path, as the app's own list of them says: a path, and under it, indented, its headers."""
    rules = []
    for line in read("_headers").splitlines():
        if line.startswith("/"):
            rules.append((line.strip(), []))
        elif ":" in line:
            rules[-1][1].append(tuple(part.strip() for part in line.split(":", 1)))
    return rules


RULES = read_rules()
VERSION = read("rehearsal-version.txt").strip()


def matches(pattern, path):
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    extensions_map = {"": "application/octet-stream", **TYPES}

    def __init__(self, *args):
        super().__init__(*args, directory=FOLDER)

    def send_head(self):
        if not (os.path.realpath(self.translate_path(self.path)) + os.sep).startswith(FOLDER + os.sep):
            self.send_error(404)
            return None
        return super().send_head()

    def list_directory(self, path):
        self.send_error(404)

    def end_headers(self):
        path = self.path.split("?")[0].split("#")[0]
        for pattern, headers in RULES:
            if matches(pattern, path):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # Elsewhere the address of a server that has just ended is free at once; on Windows it would be shared with one that runs.
    allow_reuse_address = os.name != "nt"


def show(port):
    print(f"{VERSION} is at http://localhost:{port}/", flush=True)
    if OPENER == "browser":
        import webbrowser

        webbrowser.open(f"http://localhost:{port}/")
    elif OPENER:
        subprocess.Popen([OPENER, f"http://localhost:{port}/"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def runs_at(port):
    """Whether it is this app that has the port already."""
    try:
        plain = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with plain.open(f"http://127.0.0.1:{port}/rehearsal-version.txt", timeout=3) as answer:
            return answer.read(200).decode("utf-8", "replace").strip() == VERSION
    except Exception:
        return False


for port in range(PORT, PORT + 20):
    try:
        server = Server(("127.0.0.1", port), Handler)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        if runs_at(port):
            print("It runs already.")
            show(port)
            sys.exit(0)
        continue
    if port != PORT:
        print(f"Port {PORT} is taken by something else. What was saved under it is not seen from here.")
    show(port)
    print("Leave this window open as long as you use it. Ctrl+C ends it.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(0)

print(f"All ports from {PORT} to {PORT + 19} are taken. Give another one: start with a number behind the name of this script.")
sys.exit(1)
