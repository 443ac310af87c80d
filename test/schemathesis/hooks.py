"""What a document can't give: Twilio's signature on its routes, and ids of what is there."""

import base64
import hashlib
import hmac
import itertools
import os
import re
from urllib.parse import parse_qsl
from uuid import UUID

import requests
import schemathesis
from schemathesis.generation.meta import TestPhase

ROUTES = ("/api/v1/whatsapp/webhook", "/api/v1/whatsapp/status")
PAGES = "/api/v1/knowledge/pages"
ACCOUNT = os.environ["SIMULATOR_ACCOUNT_SID"]
TOKEN = os.environ["SIMULATOR_AUTH_TOKEN"]
PUBLIC_URL = os.environ["PUBLIC_URL"]
BEARER = {"Authorization": f"Bearer {os.environ['ADMIN_TOKEN']}"}
BACKUPS = "/api/v1/backups"
guesses = itertools.count()


def leave_as_somebody_else(adapter, request, **_):
    """Each request comes from an address of its own: a wrong token of one slows down no other."""
    n = next(guesses)
    request.headers["X-Forwarded-For"] = f"198.18.{n // 256 % 256}.{n % 256}"


# The check of wrong tokens sends on its own, past every hook of schemathesis.
requests.adapters.HTTPAdapter.add_headers = leave_as_somebody_else


class Signature:
    """The last to touch a request: what is signed is what is sent."""

    def __call__(self, request):
        body = request.body or ""
        text = body if isinstance(body, str) else body.decode(errors="replace")
        # Twilio's order, and its repeated fields: each value once.
        form = sorted(set(parse_qsl(text, keep_blank_values=True)), key=utf16)
        signed = PUBLIC_URL + request.path_url + "".join(name + value for name, value in form)
        digest = hmac.new(TOKEN.encode(), signed.encode(errors="replace"), hashlib.sha1).digest()
        request.headers["X-Twilio-Signature"] = base64.b64encode(digest).decode()
        return request


def utf16(pair):
    return [text.encode("utf-16-be", "surrogatepass") for text in pair]


def is_uuid(text):
    return re.fullmatch(r"[0-9a-f-]{36}", str(text)) is not None


backups = []


def a_backup(id):
    """Backups have no list: the id of one that was made for this."""
    if not backups:
        answer = requests.post(PUBLIC_URL + BACKUPS, headers=BEARER, timeout=20)
        backups.extend([answer.json()["id"]] if answer.ok else [])
    return backups[0] if backups else id


def one_that_is_there(path, id):
    """An id from the list that the path begins with; which one, the made-up id says."""
    if path.startswith(BACKUPS):
        return a_backup(id)
    answer = requests.get(f"{PUBLIC_URL}{path.split('/{id}')[0]}?limit=200", headers=BEARER, timeout=20)
    # Some lists are whole, and take no limit; some routes have none above them.
    listed = answer.json().get("items", []) if answer.ok else []
    known = [item["id"] for item in listed if is_uuid(item.get("id"))]
    return known[UUID(id).int % len(known)] if known else id


def soon(body):
    """A webhook that is late by minutes is what was asked for; here nobody waits for it."""
    messages = body.get("messages") if isinstance(body, dict) else None
    for one in [body, *(messages if isinstance(messages, list) else [])]:
        if isinstance(one, dict) and isinstance(one.get("delay_ms"), int) and 0 < one["delay_ms"] <= 600_000:
            one["delay_ms"] = 1


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.path in ("/simulator/control/messages", "/simulator/control/bursts"):
        soon(case.body)
    # Nothing is to leave the loopback, which is refused like all addresses of the inside.
    if case.path == PAGES and isinstance(case.body, dict) and ":" in str(case.body.get("url")):
        case.body["url"] = "http://127.0.0.1/"
    if case.path in ROUTES:
        if isinstance(case.body, dict):
            case.body["AccountSid"] = ACCOUNT
        kwargs["auth"] = Signature()
    # Stateful tests have ids of their own, and know what became of them. Every fourth stays unknown.
    id = case.path_parameters.get("id") if case.path_parameters else None
    stateful = case.meta is None or case.meta.phase.name == TestPhase.STATEFUL
    if not stateful and is_uuid(id) and UUID(id).int % 4:
        case.path_parameters["id"] = one_that_is_there(case.path, id)
