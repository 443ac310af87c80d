"""Plays Twilio on its routes: signs what is sent, so that what stands behind the signature is tried."""

import base64
import hashlib
import hmac
import os
from urllib.parse import parse_qsl

import schemathesis

ROUTES = ("/api/v1/whatsapp/webhook", "/api/v1/whatsapp/status")
ACCOUNT = os.environ["SIMULATOR_ACCOUNT_SID"]
TOKEN = os.environ["SIMULATOR_AUTH_TOKEN"]
PUBLIC_URL = os.environ["PUBLIC_URL"]


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


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.path in ROUTES:
        if isinstance(case.body, dict):
            case.body["AccountSid"] = ACCOUNT
        kwargs["auth"] = Signature()
