"""All conversations that one host of the sample network starts, for as long as the recording takes.

Usage: converse.py HOST SECONDS      HOST: an ENI's name, or internet

Choices come from a generator seeded with the host's name, so two recordings differ by timing only.
"""

import asyncio
import random
import sys

from conversation import ask_lines, ask_time, fetch, get_file, knock, ping, resolve, run, send_datagram

WEB = {"web-1": ("10.0.1.10", "fd00:10:0:1::10"), "web-2": ("10.0.1.11", "fd00:10:0:1::11")}
BASTION = ("10.0.1.20", "fd00:10:0:1::20")
DB = ("10.0.2.10", "fd00:10:0:2::10")
CACHE = ("10.0.2.20", "fd00:10:0:2::20")
DNS = ("10.0.2.53", "fd00:10:0:2::53")
NAMES = ("web-1", "web-2", "bastion", "db-1", "cache-1", "dns-1")
V4, V6 = 0, 1
CLOSING = 12  # seconds at the end in which nothing new starts


class Host:
    def __init__(self, name, seconds):
        self.random = random.Random(name)
        self.seconds = seconds
        self.started = asyncio.get_running_loop().time()

    def left(self):
        return self.started + self.seconds - CLOSING - asyncio.get_running_loop().time()

    async def every(self, period, start_one, first=0.0, last=1.0):
        """Starts a conversation about every `period` seconds, between two fractions of the recording."""
        await asyncio.sleep(first * self.seconds + self.random.uniform(0, min(period, 10)))
        end = (1 - last) * self.seconds
        while self.left() > end:
            await _attempt(start_one())
            await asyncio.sleep(min(period * self.random.uniform(0.6, 1.4), max(self.left(), 0)))

    async def once(self, at, conversation):
        """Starts a conversation at a fraction of the recording."""
        await asyncio.sleep(at * self.seconds)
        await _attempt(conversation)

    async def session(self, address, port, line, pause, source=None):
        """One connection for the whole recording that says something every `pause` seconds."""
        await asyncio.sleep(self.random.uniform(1, 4))
        lines = [(line, pause)] * int(self.left() // pause)
        await _attempt(ask_lines(address, port, [*lines, (line, max(self.left() % pause, 0))], source))

    def either(self, pair, ipv6_share=0.3):
        return pair[V6 if self.random.random() < ipv6_share else V4]

    def client(self, address):
        number = self.random.choice((21, 22, 23, 24, 25))
        return client(number, address)


async def _attempt(conversation):
    """One conversation that goes wrong is told of, and does not end the others."""
    try:
        await conversation
    except (OSError, RuntimeError) as error:
        print(f"converse.py: {error!r}", file=sys.stderr)


def outside(number):
    """An internet host's addresses."""
    return f"203.0.113.{number}", f"2001:db8:feed::{number}"


def client(number, address):
    """An internet host's address of the family of `address`."""
    return outside(number)[V6 if ":" in address else V4]


def internet(host):
    def visit():
        address = host.either(host.random.choice((WEB["web-1"], WEB["web-1"], WEB["web-2"])))
        size = int(100 * 450 ** host.random.random())
        return fetch(address, size, host.random.choice((80, 80, 80, 443)), host.client(address))

    def ping_from_outside(count, *targets):
        address = host.either(host.random.choice(targets), 0.5)
        return ping(address, count, source=host.client(address))

    def intrude(*targets, port, seconds, number):
        address = host.random.choice(targets)
        return knock(address, port, seconds, client(number, address))

    scan = ("nmap", "-sS", "-Pn", "-n", "-S", "203.0.113.99", "-e", "eth0", "--max-retries", "1",
            "--max-rate", "25", "-p", "1-195,443,3306,5432,6379,8080", WEB["web-1"][V4])
    return [
        host.every(2.6, visit),
        host.every(20, lambda: ping_from_outside(3, *WEB.values())),
        host.every(20, lambda: ping_from_outside(2, BASTION, DB, CACHE)),
        host.every(14, lambda: intrude(WEB["web-1"][V4], WEB["web-2"][V4], port=80, seconds=4, number=66)),
        host.every(1.2, lambda: intrude(BASTION[V4], port=22, seconds=1.3, number=77), 0.15, 0.4),
        host.every(1.0, lambda: intrude(*BASTION, port=22, seconds=0.8, number=78), 0.6, 0.85),
        host.every(22, lambda: intrude(*CACHE, port=6379, seconds=4, number=78)),
        host.every(28, lambda: intrude(*DB, port=3306, seconds=4, number=77)),
        host.every(30, lambda: resolve(DNS[V4], "db-1.shop.example", "A", source="203.0.113.25")),
        host.once(0.4, run(*scan)),
        host.session(BASTION[V4], 22, b"keepalive", 40, client(10, BASTION[V4])),
        host.every(50, lambda: ask_lines(BASTION[V6], 22, [(b"uptime", 2), (b"exit", 0)], client(10, BASTION[V6]))),
    ]


def web(host, name):
    other = WEB["web-2" if name == "web-1" else "web-1"]

    def query():
        count = host.random.randint(1, 4)
        rows = [(b"rows %d" % host.random.randint(40, 4000), 0.05) for _ in range(count)]
        return ask_lines(host.either(DB, 0.2), 3306, rows)

    def web_1():
        return [
            host.every(15, lambda: fetch(other[V4], 900, 9100)),
            host.every(40, lambda: fetch(outside(21)[V4], 3000, 443)),
            host.every(20, lambda: send_datagram(CACHE[V4], 8125, b"shop.orders:1|c")),
            host.every(25, lambda: ping(host.either(outside(22), 0.5), 2)),
        ]

    def web_2():
        return [
            host.every(20, lambda: fetch(other[V6], 2500)),
            host.every(18, lambda: knock(DB[V4], 5432, 8)),
            host.every(45, lambda: knock(DB[V6], 5432, 4)),
        ]

    own = web_1() if name == "web-1" else web_2()
    return own + [
        *common(host, names_every=8, time_every=40),
        host.every(12, query),
        host.session(CACHE[V4], 6379, b"GET 300", 4),
        host.session(CACHE[V6], 6379, b"GET 20", 75),
        host.session(DB[V4], 3306, b"rows 10", 110),
    ]


def bastion(host):
    hosts = (*WEB.values(), DB, CACHE, DNS)
    logins = (*WEB.values(), DB)
    return [
        *common(host, names_every=7, time_every=45),
        host.every(10, lambda: ping(host.either(host.random.choice(hosts), 0.5), 2)),
        host.every(90, lambda: ping(WEB["web-1"][V4], 2, 3000)),
        host.every(30, lambda: ask_lines(host.either(host.random.choice(logins)), 22, [(b"uptime", 1)] * 3)),
        host.every(25, lambda: fetch(host.random.choice((*WEB.values(),))[V6], 1500)),
        host.session(WEB["web-2"][V6], 22, b"keepalive", 60),
        host.once(0.2, get_file(DB[V4], 2_000_000, 40_000)),
        host.once(0.65, get_file(DB[V6], 700_000, 40_000)),
    ]


def common(host, names_every, time_every):
    """Names and time: what each host asks of dns-1."""

    def look_up():
        name = host.random.choice((*(f"{n}.shop.example" for n in NAMES), "api.partner.example"))
        kind = host.random.choice(("A", "A", "AAAA"))
        return resolve(host.either(DNS), name, kind, over_tcp=host.random.random() < 0.15)

    return [host.every(names_every, look_up), host.every(time_every, lambda: ask_time(host.either(DNS)))]


def conversations_of(name, host):
    if name in WEB:
        return web(host, name)
    return {
        "internet": lambda: internet(host),
        "bastion": lambda: bastion(host),
        "db-1": lambda: [*common(host, 25, 20), host.every(25, lambda: ping(host.either(WEB["web-1"], 0.5), 2))],
        "cache-1": lambda: [*common(host, 25, 25), host.every(30, lambda: ping(host.either(BASTION, 0.5), 2))],
        "dns-1": lambda: [
            host.every(32, lambda: ask_time(host.either(outside(123)))),
            host.every(30, lambda: ping(host.either(CACHE, 0.5), 2)),
        ],
    }[name]()


async def converse(name, seconds):
    await asyncio.gather(*conversations_of(name, Host(name, seconds)))


if __name__ == "__main__":
    asyncio.run(converse(sys.argv[1], float(sys.argv[2])))
