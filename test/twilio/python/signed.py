"""Webhooks and callbacks, by Twilio's own validator."""

from twilio.request_validator import RequestValidator, get_signature_algorithm

from played import files, sent
from simulated import TOKEN, WEBHOOK, Form, posted, write


def valid(sid, status, secret=TOKEN, change=False):
    """Whether Twilio's validator finds genuine what was posted of a message."""
    path, headers, form = posted(sid, status)
    if change:
        form = Form("Body=else")
    algorithm = get_signature_algorithm(headers.get("X-Twilio-Webhooks-Signature-Settings"))
    url = WEBHOOK.split("/webhook")[0] + path
    return RequestValidator(secret).validate(url, form, headers["X-Twilio-Signature"], algorithm)


def inbound(**message):
    return write(**{"shared_key": False, **message}), "received"


EMOJI = "Café, “menú” + 20 % & más? 👩‍👩‍👧\nok"
SIGNED = [
    ("a webhook", lambda: valid(*inbound(body="Hi")), True),
    (
        "a webhook of any characters",
        lambda: valid(*inbound(body=EMOJI, profile_name="Ana O'Neill")),
        True,
    ),
    (
        "a webhook with empty and repeated fields",
        lambda: valid(*inbound(fields={"Empty": "", "Again": ["b", "a", "b"]})),
        True,
    ),
    ("a webhook with a file", lambda: valid(*inbound(media=files)), True),
    ("a webhook that was changed", lambda: valid(*inbound(body="Hi"), change=True), False),
    ("a webhook of another token", lambda: valid(*inbound(body="Hi"), secret="another"), False),
    (
        "a webhook by a SharedKey",
        lambda: valid(*inbound(body=EMOJI, shared_key=True), secret="its-secret"),
        True,
    ),
    (
        "a SharedKey's webhook, by the token",
        lambda: valid(*inbound(body="Hi", shared_key=True)),
        False,
    ),
    (
        "a callback, without its fragment",
        lambda: valid(sent.sid, "delivered", secret="its-secret"),
        True,
    ),
]
