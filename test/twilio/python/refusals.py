"""What is refused, and with which HTTP status and code."""

from datetime import timedelta

from played import DAY, NOBODY, PICTURE, SERVICE, TEMPLATE, now, scheduled
from simulated import PERSON, client, client_with, create

REFUSED = [
    ("without To", lambda: create(to="", body="Hi"), (400, 21604)),
    ("without From", lambda: create(from_="", body="Hi"), (400, 21603)),
    ("without a text", lambda: create(), (400, 21602)),
    ("too long a text", lambda: create(body="x" * 1601), (400, 21617)),
    ("To that is no number", lambda: create(to="whatsapp:hello", body="Hi"), (400, 21211)),
    ("To of another channel", lambda: create(to="+12025550123", body="Hi"), (400, 21910)),
    ("From of somebody else", lambda: create(from_=PERSON, body="Hi"), (400, 21606)),
    (
        "an unknown Messaging Service",
        lambda: create(messaging_service_sid="MGnone", body="Hi"),
        (400, 21701),
    ),
    ("a callback that is no address", lambda: create(body="Hi", status_callback="x"), (400, 21609)),
    (
        "a callback to a host with _",
        lambda: create(body="Hi", status_callback="https://a_b.example/"),
        (400, 21609),
    ),
    ("a picture that is no address", lambda: create(media_url=["x"]), (400, 21620)),
    ("eleven pictures", lambda: create(media_url=[PICTURE] * 11), (400, 21623)),
    (
        "variables that are no JSON",
        lambda: create(content_sid=TEMPLATE, content_variables="{"),
        (400, 21656),
    ),
    (
        "a schedule without a time",
        lambda: create(messaging_service_sid=SERVICE, body="Hi", schedule_type="fixed"),
        (400, 35111),
    ),
    ("a schedule in a minute", lambda: scheduled(timedelta(minutes=1)), (400, 35114)),
    (
        "a schedule without a service",
        lambda: create(body="Hi", schedule_type="fixed", send_at=now() + DAY),
        (400, 35118),
    ),
    ("wrong credentials", lambda: client_with("wrong").messages.list(), (401, 20003)),
    ("an unknown SID", lambda: client.messages(NOBODY).fetch(), (404, 20404)),
    ("another account", lambda: client.api.v2010.accounts("AC" + "0" * 32).fetch(), (404, 20404)),
    ("what is not simulated", lambda: client.calls.list(), (404, 20404)),
]
