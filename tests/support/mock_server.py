"""Serves WSGI applications on loopback, on a thread of this process."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing about each request."""


@contextmanager
def serving(applications: Mapping[str, WSGIApplication]) -> Generator[str]:
    """Serve applications, each at its path, while the context lasts.

    Args:
        applications: By path, such as `/Remote/Orders.svc`.

    Yields:
        The URL that the paths are appended to, such as `http://127.0.0.1:40123`.
    """

    def at_path(
        environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        application = applications.get(environ["PATH_INFO"])
        if application is None:
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"nothing is served here\n"]
        return application(environ, start_response)

    server = make_server("127.0.0.1", 0, at_path, _Server, _Quiet)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
