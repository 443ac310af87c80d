"""Messages that are changed, their files, the account, and what goes wrong on purpose."""

import requests

from played import NOBODY, first, scheduled, second, voice, waiting
from simulated import ACCOUNT, ADDRESS, TOKEN, client, control, create, delivered, refused


def gone():
    sid = delivered(body="gone").sid
    return (
        client.messages(sid).delete(),
        refused(client.messages(sid).fetch),
        refused(client.messages(sid).delete),
        sid in [m.sid for m in client.messages.list()],
    )


CHANGED = [
    (
        "redact",
        lambda: (
            client.messages(first.sid).update(body="").body,
            client.messages(first.sid).fetch().body,
        ),
        ("", ""),
    ),
    ("cancel", lambda: client.messages(waiting.sid).update(status="canceled").status, "canceled"),
    (
        "cancel what was sent",
        lambda: refused(lambda: client.messages(second.sid).update(status="canceled")),
        (409, 30409),
    ),
    (
        "redact what waits",
        lambda: refused(lambda: client.messages(scheduled().sid).update(body="")),
        (409, 20009),
    ),
    ("delete, once", gone, (True, (404, 20404), (404, 20404), False)),
]


def media():
    return client.messages(voice).media.list()


def bytes_of(file, **how):
    return requests.get(
        f"{ADDRESS}/2010-04-01/Accounts/{ACCOUNT}/Messages/{voice}/Media/{file.sid}", **how
    )


def media_gone():
    sid = media()[1].sid
    file = client.messages(voice).media(sid)
    return file.delete(), refused(file.fetch), len(media())


def faulty(fault, call):
    control("PUT", "/faults", {"create": fault})
    try:
        return call()
    finally:
        control("PUT", "/faults", {})


OTHER = [
    ("media: list", lambda: [file.content_type for file in media()], ["audio/ogg", "image/png"]),
    ("media: with a limit", lambda: len(client.messages(voice).media.list(limit=1)), 1),
    (
        "media: fetch",
        lambda: (f := client.messages(voice).media(media()[0].sid).fetch())
        and (f.parent_sid, f.sid[:2]),
        (voice, "ME"),
    ),
    ("media: the bytes", lambda: bytes_of(media()[0], auth=(ACCOUNT, TOKEN)).text, "hello"),
    ("media: the bytes, for a stranger", lambda: bytes_of(media()[0]).status_code, 401),
    ("media: delete", media_gone, (True, (404, 20404), 1)),
    (
        "media: of an unknown message",
        lambda: refused(lambda: client.messages(NOBODY).media.list()),
        (404, 20404),
    ),
    (
        "typing",
        lambda: client.messaging.v2.typing_indicator.create(
            channel="whatsapp", message_id=voice
        ).success,
        True,
    ),
    (
        "typing: to nobody",
        lambda: refused(
            lambda: client.messaging.v2.typing_indicator.create(
                channel="whatsapp", message_id=NOBODY
            )
        ),
        (404, 20404),
    ),
    (
        "account",
        lambda: (a := client.api.v2010.accounts(ACCOUNT).fetch()) and (a.sid, a.status, a.type),
        (ACCOUNT, "active", "Full"),
    ),
    (
        "account: suspended",
        lambda: faulty(
            {"mode": "refuse", "error_code": 20005},
            lambda: client.api.v2010.accounts(ACCOUNT).fetch().status,
        ),
        "suspended",
    ),
    (
        "too many requests",
        lambda: faulty({"mode": "429"}, lambda: refused(lambda: create(body="Hi"))),
        (429, 20429),
    ),
    (
        "an error of Twilio's own",
        lambda: faulty({"mode": "500"}, lambda: refused(lambda: create(body="Hi"))),
        (500, 20500),
    ),
]
