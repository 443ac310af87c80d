"""Messages that are fetched and listed."""

from datetime import date
from itertools import islice

from played import DAY, by_service, first, now, third, voice
from simulated import FROM, PERSON, client


def bodies(**query):
    return [message.body for message in client.messages.list(to=PERSON, from_=FROM, **query)]


def page_bodies(page):
    return [message.body for message in page]


def paged():
    return client.messages.page(
        to=PERSON, from_=FROM, date_sent_after=date.today() - DAY, page_size=2
    )


def all_texts():
    return {"first", "second", "third", "Olá 👋"} <= set(bodies(date_sent=now().date()))


READ = [
    ("fetch: the text", lambda: client.messages(first.sid).fetch().body, "first"),
    ("fetch: when it was sent", lambda: first.date_created <= first.date_sent <= now(), True),
    (
        "fetch: the sender that was picked",
        lambda: client.messages(by_service.sid).fetch().from_,
        FROM,
    ),
    (
        "fetch: an inbound message",
        lambda: (m := client.messages(voice).fetch()) and (m.direction, m.status, m.num_media),
        ("inbound", "received", "2"),
    ),
    (
        "list: newest first",
        lambda: [b for b in bodies() if b in ("first", "second", "third")],
        ["third", "second", "first"],
    ),
    ("list: with a limit", lambda: len(client.messages.list(limit=3)), 3),
    ("list: a limit over pages", lambda: len(client.messages.list(limit=3, page_size=2)), 3),
    (
        "list: all in pages of one",
        lambda: len(client.messages.list(page_size=1)) == len(client.messages.list()),
        True,
    ),
    ("list: a limit of thousands", lambda: len(client.messages.list(limit=5000)) > 5, True),
    (
        "stream",
        lambda: [m.body for m in islice(client.messages.stream(from_=PERSON, page_size=1), 5)],
        ["listen"],
    ),
    ("list: by sender", lambda: [m.sid for m in client.messages.list(from_=PERSON)], [voice]),
    ("list: of a stranger", lambda: client.messages.list(to="whatsapp:+12025550199"), []),
    ("list: sent on a day", lambda: all_texts(), True),
    ("list: sent today, by date.today()", lambda: len(bodies(date_sent=date.today())) >= 4, True),
    ("list: sent today, by the time", lambda: len(bodies(date_sent=now())) >= 4, True),
    ("list: sent yesterday", lambda: bodies(date_sent=date.today() - DAY), []),
    ("list: sent since a moment", lambda: "third" in bodies(date_sent_after=third.date_sent), True),
    ("list: sent after tomorrow", lambda: bodies(date_sent_after=date.today() + DAY), []),
    (
        "list: sent before tomorrow",
        lambda: len(bodies(date_sent_before=date.today() + DAY)) >= 4,
        True,
    ),
    ("list: sent before yesterday", lambda: bodies(date_sent_before=now() - DAY), []),
    (
        "list: between two days",
        lambda: "first" in bodies(date_sent_after=now() - DAY, date_sent_before=now() + DAY),
        True,
    ),
    (
        "list: what waits was not sent",
        lambda: "Later" in bodies(date_sent_after=now() - DAY),
        False,
    ),
    ("page: and the next", lambda: len(page_bodies(paged()) + page_bodies(paged().next_page())), 4),
    (
        "page: and back",
        lambda: page_bodies(paged().next_page().previous_page()) == page_bodies(paged()),
        True,
    ),
    ("page: none before the first", lambda: paged().previous_page(), None),
    (
        "page: by its address",
        lambda: page_bodies(client.messages.get_page(paged().next_page_url))
        == page_bodies(paged().next_page()),
        True,
    ),
]
