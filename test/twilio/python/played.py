"""What was written and sent before anything is asked."""

from datetime import datetime, timedelta, timezone

from simulated import WEBHOOK, client, control, create, delivered, listen, template, until, write

SERVICE = "MG" + "a" * 32
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
TEMPLATE = template()
# An inbound message with two files, three messages that were sent, one that waits.
files = [{"content_type": kind, "base64": "aGVsbG8="} for kind in ("audio/ogg", "image/png")]
voice = write(body="listen", media=files)
first, second, third = (delivered(body=text) for text in ("first", "second", "third"))
sent = create(body="Olá 👋", status_callback=WEBHOOK + "#rc=3&rp=all", validity_period=60)
by_service = create(messaging_service_sid=SERVICE, body="Hi")
waiting = scheduled()
until(lambda: client.messages(sent.sid).fetch().status == "delivered")
until(lambda: client.messages(by_service.sid).fetch().status == "delivered")
