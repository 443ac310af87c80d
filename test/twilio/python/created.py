"""Messages as they are created."""

from played import DAY, PICTURE, SERVICE, TEMPLATE, by_service, now, sent, waiting
from simulated import ACCOUNT, FROM, PERSON, create

CREATED = [
    ("by From is queued", lambda: (sent.status, sent.from_, sent.to), ("queued", FROM, PERSON)),
    ("keeps the text", lambda: sent.body, "Olá 👋"),
    ("has a SID of its account", lambda: (sent.sid[:2], sent.account_sid), ("SM", ACCOUNT)),
    ("counts in texts", lambda: (sent.num_segments, sent.num_media), ("1", "0")),
    (
        "has no price and no error",
        lambda: (sent.price, sent.price_unit, sent.error_code, sent.error_message),
        (None,) * 4,
    ),
    (
        "has a date, and was not sent",
        lambda: (abs(now() - sent.date_created) < DAY / 24, sent.date_sent),
        (True, None),
    ),
    (
        "names its version and direction",
        lambda: (sent.api_version, sent.direction),
        ("2010-04-01", "outbound-api"),
    ),
    (
        "says where it and its files are",
        lambda: (sent.uri, sent.subresource_uris["media"]),
        tuple(
            f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sent.sid}{end}.json"
            for end in ("", "/Media")
        ),
    ),
    (
        "by a Messaging Service is accepted",
        lambda: (by_service.status, by_service.from_, by_service.num_segments),
        ("accepted", None, "0"),
    ),
    (
        "names the Messaging Service",
        lambda: (by_service.messaging_service_sid, sent.messaging_service_sid),
        (SERVICE, None),
    ),
    ("by a Messaging Service as From", lambda: create(from_=SERVICE, body="Hi").status, "accepted"),
    (
        "by a Messaging Service and From",
        lambda: create(messaging_service_sid=SERVICE, from_=FROM, body="Hi").from_,
        FROM,
    ),
    ("with a picture", lambda: (m := create(media_url=[PICTURE])).sid[:2] + m.num_media, "MM1"),
    (
        "with pictures",
        lambda: create(media_url=[PICTURE, PICTURE + "?2"], body="Two").num_media,
        "2",
    ),
    (
        "of a template",
        lambda: create(content_sid=TEMPLATE, content_variables='{"1":"Ana"}').status,
        "queued",
    ),
    (
        "with a place",
        lambda: create(body="Here", persistent_action=["geo:40.4,-3.7|Madrid"]).status,
        "queued",
    ),
    (
        "scheduled",
        lambda: (waiting.status, waiting.date_sent, waiting.from_),
        ("scheduled", None, None),
    ),
]
