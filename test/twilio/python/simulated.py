"""The simulator as Twilio's Python helper library sees it, and the business that it calls back."""

import base64
import json
import os
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

ADDRESS = os.environ["SIMULATOR"]
ACCOUNT = os.environ["SIMULATOR_ACCOUNT_SID"]
TOKEN = os.environ["SIMULATOR_AUTH_TOKEN"]
WEBHOOK = os.environ["WEBHOOK"]
FROM = "whatsapp:+14155238886"
PERSON = "whatsapp:+12025550123"
PATIENCE_S = 20


class Redirected(TwilioHttpClient):
    """Twilio's own client, its hosts mapped to the simulator; it knows no other host."""

    def request(self, method, url, *args, **kwargs):
        for host in ("https://api.twilio.com/", "https://messaging.twilio.com/"):
            if url.startswith(host):
                return super().request(method, ADDRESS + "/" + url[len(host) :], *args, **kwargs)
        raise ValueError(url)


def client_with(token=TOKEN):
    return Client(ACCOUNT, token, http_client=Redirected())


client = client_with()


def create(**fields):
    """A message to the person, by our number unless it is said otherwise."""
    if "messaging_service_sid" not in fields:
        fields.setdefault("from_", FROM)
    return client.messages.create(**{"to": PERSON, **fields})


def refused(call):
    """HTTP status and code of the error that a call ends with."""
    try:
        call()
    except TwilioRestException as error:
        return error.status, error.code
    except TwilioException as error:
        _, response = error.args  # What a list ends with.
        return response.status_code, json.loads(response.text)["code"]
    return None


def control(method, path, body=None):
    """A route of the simulator's own, which plays the people and makes things go wrong."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(ADDRESS + "/control" + path, data, headers, method=method)
    with urllib.request.urlopen(request) as response:
        text = response.read()
    return json.loads(text) if text else None


def template():
    """The ContentSid of a template, made by the Content API, which takes JSON."""
    types = {"twilio/text": {"body": "Hi {{1}}!"}}
    content = {"language": "en", "variables": {"1": "you"}, "types": types}
    pair = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    headers = {"Content-Type": "application/json", "Authorization": f"Basic {pair}"}
    data = json.dumps(content).encode()
    request = urllib.request.Request(ADDRESS + "/v1/Content", data, headers, method="POST")
    with urllib.request.urlopen(request) as response:
        return json.loads(response.read())["sid"]


def write(**message):
    """Somebody writes to the business; gives the message's SID."""
    return control("POST", "/messages", {"from": PERSON, **message})["sid"]


def until(condition):
    """What a condition gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.01)
    raise TimeoutError


def delivered(**fields):
    """A message that has come to its end."""
    sid = create(**fields).sid
    return until(lambda: (m := client.messages(sid).fetch()).status == "delivered" and m)


class Form(dict):
    """A form in which a field may be repeated, as web frameworks give it to the validator."""

    def __init__(self, body):
        super().__init__(parse_qs(body, keep_blank_values=True))

    def getlist(self, name):
        return self[name]


class Business(BaseHTTPRequestHandler):
    """What the simulator has posted: path, headers and form of each."""

    received = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.received.append((self.path, dict(self.headers.items()), Form(body)))
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        self.wfile.write(b"<Response/>")

    def log_message(self, *_):
        pass


def listen():
    """Listens where the simulator posts to."""
    port = int(WEBHOOK.split(":")[2].split("/")[0])
    server = ThreadingHTTPServer(("127.0.0.1", port), Business)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def posted(sid, status):
    """What was posted of a message when it had come to a status."""

    def found():
        for path, headers, form in Business.received:
            if form["MessageSid"] == [sid] and form["SmsStatus"] == [status]:
                return path, headers, form
        return None

    return until(found)
