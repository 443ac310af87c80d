"""Calls of Twilio's Python helper library to the simulator, and what they must give. Prints a JSON
line for each: its name, and what went wrong or null. Read by python.twilio-spec.ts."""

import json
import traceback

from changed import CHANGED, OTHER
from created import CREATED
from found import READ
from refusals import REFUSED
from signed import SIGNED
from simulated import refused

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
