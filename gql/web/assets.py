"""GraphiQL: the page and the files that it loads, all of them this server's own."""
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.responses import FileResponse, PlainTextResponse, Response

FOLDER = Path(__file__).with_name("static")
"""What `npm run build` in gql/web/graphiql has written."""

PAGE = "index.html"

MEDIA_TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".ttf": "font/ttf",
}

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # the editor writes its colours into style elements
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
))
"""The page talks to this server and to nobody else."""

PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
}

FILE_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",  # the names hold a hash of the contents
    "Content-Security-Policy": POLICY,  # a worker obeys the policy of its own file
    "X-Content-Type-Options": "nosniff",
}


class Assets:
    """The built files, known by name when the gateway starts: no path of a request ever reaches the disk."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {path.name: path for path in folder.iterdir() if path.suffix in MEDIA_TYPES}

    def page(self) -> Response:
        """The GraphiQL page."""
        return self._file(PAGE, PAGE_HEADERS)

    def file(self, name: str) -> Response:
        """A file that the page loads."""
        if name not in self._files or name == PAGE:
            return PlainTextResponse("There is no such file.\n", 404)
        return self._file(name, FILE_HEADERS)

    def _file(self, name: str, headers: Mapping[str, str]) -> Response:
        path = self._files[name]
        return FileResponse(path, headers=dict(headers), media_type=MEDIA_TYPES[path.suffix])
