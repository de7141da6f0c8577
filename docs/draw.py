#!/usr/bin/env python3
"""Recomputes a contest's lucky draw from its published files: draw.py results.json lots.txt"""
import hashlib, json, sys


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def draw(seed, lots, count):
    lots, counter = list(lots), 0
    for at in range(min(count, len(lots))):
        left = len(lots) - at
        while True:
            number = int(sha256(f"{seed}\n{counter}".encode())[:12], 16)  # the first 6 bytes
            counter += 1
            if number < 2**48 - 2**48 % left:
                break
        chosen = at + number % left
        lots[at], lots[chosen] = lots[chosen], lots[at]
    return lots[:count]


results, listed = json.load(open(sys.argv[1], encoding="utf-8")), open(sys.argv[2], "rb").read()
if sha256(listed) != results["lots"]["sha256"]:
    sys.exit("The list of lots was changed.")
terms = results["draw"]
seed = sha256("".join(f"{part}\n" for part in (sha256(listed), terms["source"], terms["issue"], terms["value"])).encode())
order = draw(seed, listed.decode().split(), terms["lots"])
winners = [(winner["place"], winner["lot"]) for winner in results["winners"] if winner["by"] == "draw"]
if any(order[place - 1] != lot for place, lot in winners):
    sys.exit("The published winners do not follow from the list and the value.")
print("\n".join(order))
