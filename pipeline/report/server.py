"""Serves the page of a folder on this machine alone, and takes the verdicts that are given on it."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path

import waitress
from flask import Flask, Response, abort, jsonify, request

from pipeline.errors import UsageError
from pipeline.report.data import load_desk
from pipeline.report.page import policy_of, render_page
from pipeline.report.records import Json
from pipeline.review import NAME, ROW, SLOTS, Verdict, keep_verdict, load_reviews
from pipeline.review.records import STATUSES
from pipeline.tables.read import check_folder

HOST = "127.0.0.1"
LARGEST = 65_536  # bytes of a verdict
TOKEN = "X-Communique-Token"  # noqa: S105 - the name of a header
HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


def serve_review(folder: Path, port: int) -> None:
    """Serves until interrupted; UsageError for a folder without tables."""
    waitress.serve(make_app(folder, port), host=HOST, port=port, threads=2, ident="communique", clear_untrusted_proxy_headers=True)


def make_app(folder: Path, port: int) -> Flask:
    """The page at `/`, verdicts at `/verdicts`. Requests that another site could have sent, or under another name of this machine, are refused."""
    desk, token = load_desk(check_folder(folder)), secrets.token_urlsafe(32)
    path = folder / NAME
    load_reviews(path)
    known = set(desk.index["events"]["event_id"])  # type: ignore[index, arg-type, call-overload]
    app = Flask("communique", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    @app.before_request
    def refuse_strangers() -> None:
        if request.host not in hosts:
            abort(403, "this page is served on this machine alone")
        if request.method == "POST" and not _is_own(token):
            abort(403, "not sent by the page of this review")

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    @app.get("/")
    def show_page() -> Response:
        told: dict[str, Json] = {"token": token, "slots": list(SLOTS), "statuses": list(STATUSES), "verdicts": _tell(load_reviews(path))}
        html = render_page(desk, title=folder.resolve().name, review=told)
        return Response(html, mimetype="text/html", headers={"Content-Security-Policy": f"{policy_of(html)}; frame-ancestors 'none'"})

    @app.post("/verdicts")
    def take_verdict() -> tuple[Response, int]:
        try:
            return jsonify(_tell(_keep(path, request.get_json(), known))), 200
        except UsageError as error:
            return jsonify({"error": str(error)}), 400

    return app


def _is_own(token: str) -> bool:
    """Does the request come from the page itself: its token, its origin, and JSON, which no form of another site can send?"""
    origin, site = request.headers.get("Origin", ""), request.headers.get("Sec-Fetch-Site", "same-origin")
    given = secrets.compare_digest(request.headers.get(TOKEN, "").encode(), token.encode())
    return given and origin == f"http://{request.host}" and site == "same-origin" and request.is_json


def _keep(path: Path, told: object, known: set[str]) -> tuple[Verdict, ...]:
    """Keeps the verdict that the page sent; one that is empty is taken back."""
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise UsageError("a verdict is an object of texts: event_id, slot, verdict, value, was")
    event_id, slot = told.get("event_id", ""), told.get("slot", "")
    if event_id not in known or slot not in (ROW, *SLOTS):
        raise UsageError(f"no event {event_id!r} with a cell {slot!r} here")
    if not told.get("verdict"):
        return keep_verdict(path, None, event_id=event_id, slot=slot)
    value, was = (" ".join(told.get(key, "").split()) for key in ("value", "was"))
    reviewed = datetime.now(UTC).isoformat(timespec="seconds")
    return keep_verdict(path, Verdict(event_id, slot, told["verdict"], value, was, reviewed), event_id=event_id, slot=slot)


def _tell(verdicts: tuple[Verdict, ...]) -> list[Json]:
    return [[verdict.event_id, verdict.slot, verdict.verdict, verdict.value] for verdict in verdicts]
