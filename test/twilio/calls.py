"""Calls of Twilio's Python helper library to the simulator, and what they must give. Prints a JSON
line for each: its name, and what went wrong or null. Read by python.twilio-spec.ts."""

import json
import re
import traceback
from datetime import date, datetime, timedelta, timezone
from itertools import islice

import requests
from twilio.request_validator import RequestValidator, get_signature_algorithm

from simulated import *

SERVICE = "MG" + "a" * 32
TEMPLATE = "HX" + "b" * 32
NOBODY = "SM" + "0" * 32
PICTURE = "https://example.com/a.png"
DAY = timedelta(days=1)


def now():
    return datetime.now(timezone.utc)


def scheduled(after=timedelta(minutes=30), **fields):
    fields = {"messaging_service_sid": SERVICE, "body": "Later", **fields}
    return create(schedule_type="fixed", send_at=now() + after, **fields)


listen()
control("DELETE", "")
# An inbound message with two files, three messages that were sent, one that waits.
files = [{"content_type": kind, "base64": "aGVsbG8="} for kind in ("audio/ogg", "image/png")]
voice = write(body="listen", media=files)
first, second, third = (delivered(body=text) for text in ("first", "second", "third"))
sent = create(body="Olá 👋", status_callback=WEBHOOK, validity_period=60)
by_service = create(messaging_service_sid=SERVICE, body="Hi")
waiting = scheduled()
until(lambda: client.messages(sent.sid).fetch().status == "delivered")
until(lambda: client.messages(by_service.sid).fetch().status == "delivered")

CREATED = [
    ("by From is queued", lambda: (sent.status, sent.from_, sent.to), ("queued", FROM, PERSON)),
    ("keeps the text", lambda: sent.body, "Olá 👋"),
    ("has a SID of its account", lambda: (sent.sid[:2], sent.account_sid), ("SM", ACCOUNT)),
    ("counts in texts", lambda: (sent.num_segments, sent.num_media), ("1", "0")),
    ("has no price and no error", lambda: (sent.price, sent.price_unit, sent.error_code, sent.error_message), (None,) * 4),
    ("has a date, and was not sent", lambda: (abs(now() - sent.date_created) < DAY / 24, sent.date_sent), (True, None)),
    ("names its version and direction", lambda: (sent.api_version, sent.direction), ("2010-04-01", "outbound-api")),
    ("says where it and its files are", lambda: (sent.uri, sent.subresource_uris["media"]), tuple(f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sent.sid}{end}.json" for end in ("", "/Media"))),
    ("by a Messaging Service is accepted", lambda: (by_service.status, by_service.from_, by_service.num_segments), ("accepted", None, "0")),
    ("names the Messaging Service", lambda: (by_service.messaging_service_sid, sent.messaging_service_sid), (SERVICE, None)),
    ("by a Messaging Service as From", lambda: create(from_=SERVICE, body="Hi").status, "accepted"),
    ("by a Messaging Service and From", lambda: create(messaging_service_sid=SERVICE, from_=FROM, body="Hi").from_, FROM),
    ("with a picture", lambda: (m := create(media_url=[PICTURE])).sid[:2] + m.num_media, "MM1"),
    ("with pictures", lambda: create(media_url=[PICTURE, PICTURE + "?2"], body="Two").num_media, "2"),
    ("of a template", lambda: create(content_sid=TEMPLATE, content_variables='{"1":"Ana"}').status, "queued"),
    ("with a place", lambda: create(body="Here", persistent_action=["geo:40.4,-3.7|Madrid"]).status, "queued"),
    ("scheduled", lambda: (waiting.status, waiting.date_sent, waiting.from_), ("scheduled", None, None)),
]

REFUSED = [
    ("without To", lambda: create(to="", body="Hi"), (400, 21604)),
    ("without From", lambda: create(from_="", body="Hi"), (400, 21603)),
    ("without a text", lambda: create(), (400, 21602)),
    ("too long a text", lambda: create(body="x" * 1601), (400, 21617)),
    ("To that is no number", lambda: create(to="whatsapp:hello", body="Hi"), (400, 21211)),
    ("To of another channel", lambda: create(to="+12025550123", body="Hi"), (400, 21910)),
    ("From of somebody else", lambda: create(from_=PERSON, body="Hi"), (400, 21606)),
    ("an unknown Messaging Service", lambda: create(messaging_service_sid="MGnone", body="Hi"), (400, 21701)),
    ("a callback that is no address", lambda: create(body="Hi", status_callback="x"), (400, 21609)),
    ("a callback to a host with _", lambda: create(body="Hi", status_callback="https://a_b.example/"), (400, 21609)),
    ("a picture that is no address", lambda: create(media_url=["x"]), (400, 21620)),
    ("eleven pictures", lambda: create(media_url=[PICTURE] * 11), (400, 21623)),
    ("variables that are no JSON", lambda: create(content_sid=TEMPLATE, content_variables="{"), (400, 21656)),
    ("a schedule without a time", lambda: create(messaging_service_sid=SERVICE, body="Hi", schedule_type="fixed"), (400, 35111)),
    ("a schedule in a minute", lambda: scheduled(timedelta(minutes=1)), (400, 35114)),
    ("a schedule without a service", lambda: create(body="Hi", schedule_type="fixed", send_at=now() + DAY), (400, 35118)),
    ("wrong credentials", lambda: client_with("wrong").messages.list(), (401, 20003)),
    ("an unknown SID", lambda: client.messages(NOBODY).fetch(), (404, 20404)),
    ("another account", lambda: client.api.v2010.accounts("AC" + "0" * 32).fetch(), (404, 20404)),
    ("what is not simulated", lambda: client.calls.list(), (404, 20404)),
]


def faulty(fault, call):
    control("PUT", "/faults", {"create": fault})
    try:
        return call()
    finally:
        control("PUT", "/faults", {})


def bodies(**query):
    return [message.body for message in client.messages.list(to=PERSON, from_=FROM, **query)]


def page_bodies(page):
    return [message.body for message in page]


def paged():
    return client.messages.page(to=PERSON, from_=FROM, date_sent_after=date.today() - DAY, page_size=2)


def all_texts():
    return {"first", "second", "third", "Olá 👋"} <= set(bodies(date_sent=now().date()))


READ = [
    ("fetch: the text", lambda: client.messages(first.sid).fetch().body, "first"),
    ("fetch: when it was sent", lambda: first.date_created <= first.date_sent <= now(), True),
    ("fetch: the sender that was picked", lambda: client.messages(by_service.sid).fetch().from_, FROM),
    ("fetch: an inbound message", lambda: (m := client.messages(voice).fetch()) and (m.direction, m.status, m.num_media), ("inbound", "received", "2")),
    ("list: newest first", lambda: [b for b in bodies() if b in ("first", "second", "third")], ["third", "second", "first"]),
    ("list: with a limit", lambda: len(client.messages.list(limit=3)), 3),
    ("list: a limit over pages", lambda: len(client.messages.list(limit=3, page_size=2)), 3),
    ("list: all in pages of one", lambda: len(client.messages.list(page_size=1)) == len(client.messages.list()), True),
    ("list: a limit of thousands", lambda: len(client.messages.list(limit=5000)) > 5, True),
    ("stream", lambda: [m.body for m in islice(client.messages.stream(from_=PERSON, page_size=1), 5)], ["listen"]),
    ("list: by sender", lambda: [m.sid for m in client.messages.list(from_=PERSON)], [voice]),
    ("list: of a stranger", lambda: client.messages.list(to="whatsapp:+12025550199"), []),
    ("list: sent on a day", lambda: all_texts(), True),
    ("list: sent today, by date.today()", lambda: len(bodies(date_sent=date.today())) >= 4, True),
    ("list: sent today, by the time", lambda: len(bodies(date_sent=now())) >= 4, True),
    ("list: sent yesterday", lambda: bodies(date_sent=date.today() - DAY), []),
    ("list: sent since a moment", lambda: "third" in bodies(date_sent_after=third.date_sent), True),
    ("list: sent after tomorrow", lambda: bodies(date_sent_after=date.today() + DAY), []),
    ("list: sent before tomorrow", lambda: len(bodies(date_sent_before=date.today() + DAY)) >= 4, True),
    ("list: sent before yesterday", lambda: bodies(date_sent_before=now() - DAY), []),
    ("list: between two days", lambda: "first" in bodies(date_sent_after=now() - DAY, date_sent_before=now() + DAY), True),
    ("list: what waits was not sent", lambda: "Later" in bodies(date_sent_after=now() - DAY), False),
    ("page: and the next", lambda: len(page_bodies(paged()) + page_bodies(paged().next_page())), 4),
    ("page: and back", lambda: page_bodies(paged().next_page().previous_page()) == page_bodies(paged()), True),
    ("page: none before the first", lambda: paged().previous_page(), None),
    ("page: by its address", lambda: page_bodies(client.messages.get_page(paged().next_page_url)) == page_bodies(paged().next_page()), True),
]


def gone():
    sid = delivered(body="gone").sid
    return (
        client.messages(sid).delete(),
        refused(client.messages(sid).fetch),
        refused(client.messages(sid).delete),
        sid in [m.sid for m in client.messages.list()],
    )


CHANGED = [
    ("redact", lambda: (client.messages(first.sid).update(body="").body, client.messages(first.sid).fetch().body), ("", "")),
    ("cancel", lambda: client.messages(waiting.sid).update(status="canceled").status, "canceled"),
    ("cancel what was sent", lambda: refused(lambda: client.messages(second.sid).update(status="canceled")), (409, 30409)),
    ("redact what waits", lambda: refused(lambda: client.messages(scheduled().sid).update(body="")), (409, 20009)),
    ("delete, once", gone, (True, (404, 20404), (404, 20404), False)),
]


def media():
    return client.messages(voice).media.list()


def bytes_of(file, **how):
    return requests.get(f"{ADDRESS}/2010-04-01/Accounts/{ACCOUNT}/Messages/{voice}/Media/{file.sid}", **how)


def media_gone():
    sid = media()[1].sid
    file = client.messages(voice).media(sid)
    return file.delete(), refused(file.fetch), len(media())


OTHER = [
    ("media: list", lambda: [file.content_type for file in media()], ["audio/ogg", "image/png"]),
    ("media: with a limit", lambda: len(client.messages(voice).media.list(limit=1)), 1),
    ("media: fetch", lambda: (f := client.messages(voice).media(media()[0].sid).fetch()) and (f.parent_sid, f.sid[:2]), (voice, "ME")),
    ("media: the bytes", lambda: bytes_of(media()[0], auth=(ACCOUNT, TOKEN)).text, "hello"),
    ("media: the bytes, for a stranger", lambda: bytes_of(media()[0]).status_code, 401),
    ("media: delete", media_gone, (True, (404, 20404), 1)),
    ("media: of an unknown message", lambda: refused(lambda: client.messages(NOBODY).media.list()), (404, 20404)),
    ("typing", lambda: client.messaging.v2.typing_indicator.create(channel="whatsapp", message_id=voice).success, True),
    ("typing: to nobody", lambda: refused(lambda: client.messaging.v2.typing_indicator.create(channel="whatsapp", message_id=NOBODY)), (404, 20404)),
    ("account", lambda: (a := client.api.v2010.accounts(ACCOUNT).fetch()) and (a.sid, a.status, a.type), (ACCOUNT, "active", "Full")),
    ("account: suspended", lambda: faulty({"mode": "refuse", "error_code": 20005}, lambda: client.api.v2010.accounts(ACCOUNT).fetch().status), "suspended"),
    ("too many requests", lambda: faulty({"mode": "429"}, lambda: refused(lambda: create(body="Hi"))), (429, 20429)),
    ("an error of Twilio's own", lambda: faulty({"mode": "500"}, lambda: refused(lambda: create(body="Hi"))), (500, 20500)),
]


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
    ("a webhook of any characters", lambda: valid(*inbound(body=EMOJI, profile_name="Ana O'Neill")), True),
    ("a webhook with empty and repeated fields", lambda: valid(*inbound(fields={"Empty": "", "Again": ["b", "a", "b"]})), True),
    ("a webhook with a file", lambda: valid(*inbound(media=files)), True),
    ("a webhook that was changed", lambda: valid(*inbound(body="Hi"), change=True), False),
    ("a webhook of another token", lambda: valid(*inbound(body="Hi"), secret="another"), False),
    ("a webhook by a SharedKey", lambda: valid(*inbound(body=EMOJI, shared_key=True), secret="its-secret"), True),
    ("a SharedKey's webhook, by the token", lambda: valid(*inbound(body="Hi", shared_key=True)), False),
    ("a callback", lambda: valid(sent.sid, "delivered", secret="its-secret"), True),
]

GROUPS = [
    ("create", CREATED),
    ("is refused", [(name, lambda call=call: refused(call), code) for name, call, code in REFUSED]),
    ("read", READ),
    ("change", CHANGED),
    ("other", OTHER),
    ("is signed", SIGNED),
]

for group, calls in GROUPS:
    for name, call, expected in calls:
        try:
            given = call()
            wrong = None if given == expected else f"gave {given!r} in place of {expected!r}"
        except Exception:
            wrong = traceback.format_exc()
        print(json.dumps({"group": group, "name": name, "wrong": wrong}), flush=True)
