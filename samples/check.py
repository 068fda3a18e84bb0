"""Reads the recorded captures, says what is in them, and fails when something is missing.

Usage: check.py NETWORK_JSON

Every ENI must have packets in every minute; every kind of conversation must be there; a session
that the security groups accept must have been answered, one that they refuse must not.
"""

import collections
import ipaddress
import json
import pathlib
import sys

from captures import read_packets
from security_groups import PROTOCOL_NUMBERS, SecurityGroups

ICMP, TCP, UDP, ICMPV6 = (PROTOCOL_NUMBERS[n] for n in ("icmp", "tcp", "udp", "icmpv6"))
SIZE_LIMIT = 3_000_000  # bytes of all captures together
# Sessions that must be there: (protocol, IP version, server's port), 0 where there are no ports.
KINDS = {
    "web-1": [(TCP, 4, 80), (TCP, 6, 80), (TCP, 4, 443), (TCP, 6, 443), (ICMP, 4, 0), (ICMPV6, 6, 0), (UDP, 4, 53)],
    "web-2": [(TCP, 4, 80), (TCP, 6, 80), (TCP, 4, 9100), (TCP, 4, 3306), (TCP, 4, 6379), (TCP, 4, 53)],
    "bastion": [(TCP, 4, 22), (TCP, 6, 22), (UDP, 4, 53), (UDP, 6, 53), (ICMP, 4, 0), (ICMPV6, 6, 0)],
    "db-1": [(TCP, 4, 3306), (TCP, 6, 3306), (TCP, 4, 22), (TCP, 6, 22), (UDP, 4, 123)],
    "cache-1": [(TCP, 4, 6379), (TCP, 6, 6379), (UDP, 4, 123), (UDP, 4, 53), (ICMP, 4, 0)],
    "dns-1": [(UDP, 4, 53), (UDP, 6, 53), (TCP, 4, 53), (UDP, 4, 123), (ICMP, 4, 0)],
}
REFUSED_KINDS = {
    "web-1": [(TCP, 4, 80), (TCP, 4, 8080)],
    "web-2": [(TCP, 4, 80)],
    "bastion": [(TCP, 4, 22), (TCP, 6, 22), (ICMP, 4, 0)],
    "db-1": [(TCP, 4, 5432), (TCP, 6, 5432), (TCP, 4, 3306)],
    "cache-1": [(TCP, 4, 6379), (UDP, 4, 8125)],
    "dns-1": [(UDP, 4, 53)],
}


class Session:
    def __init__(self, accepted, inbound):
        self.accepted, self.inbound, self.packets, self.answered = accepted, inbound, 0, False


def follow(groups, packets):
    """Sessions by (protocol, starter, starter's port, peer, peer's port), the starter first."""
    own = {ipaddress.ip_address(groups.eni[f]) for f in ("privateIpAddress", "ipv6Address")}
    sessions = {}
    for packet in packets:
        key = (packet.protocol, packet.source, packet.source_port, packet.destination, packet.destination_port)
        back = (key[0], *key[3:5], *key[1:3])
        if back in sessions:
            sessions[back].answered = True
            sessions[back].packets += 1
            continue
        if key not in sessions:
            inbound = packet.destination in own
            accepted = not inbound or groups.accepts(packet.protocol, packet.source, packet.destination_port)
            sessions[key] = Session(accepted, inbound)
        sessions[key].packets += 1
    return sessions


def kind(key):
    return key[0], key[1].version, key[4]


def complaints(name, sessions, minutes):
    if any(minutes[m] == 0 for m in range(min(minutes), max(minutes) + 1)):
        yield f"{name}: a minute without packets"
    for key, session in sessions.items():
        if session.inbound and session.accepted != session.answered:
            yield f"{name}: {describe(key)} accepted: {session.accepted}, answered: {session.answered}"
    for wanted, accepted in ((KINDS, True), (REFUSED_KINDS, False)):
        present = {kind(k) for k, s in sessions.items() if s.accepted == accepted}
        for missing in set(wanted[name]) - present:
            yield f"{name}: no session of protocol, IP version, port {missing}, accepted: {accepted}"


def describe(key):
    protocol = next(n for n, number in PROTOCOL_NUMBERS.items() if number == key[0])
    return f"{key[1]} to {key[3]} {protocol} {key[4]}"


def print_refused(sessions):
    counts = collections.defaultdict(lambda: [0, 0, set()])
    for key, session in sessions.items():
        if session.inbound and not session.accepted:
            count = counts[key[0], key[1], key[3]]
            count[0] += 1
            count[1] += session.packets
            count[2].add(key[4])
    for (protocol, source, destination), (attempts, packets, ports) in sorted(counts.items(), key=str):
        port = next(iter(ports)) if len(ports) == 1 else f"{len(ports)} ports"
        what = describe((protocol, source, 0, destination, port))
        print(f"  refused: {what}, {attempts} attempts, {packets} packets")


def check(network_file):
    network = json.loads(network_file.read_text(encoding="utf-8"))
    total, found = 0, []
    for eni in network["enis"]:
        file = network_file.parent / eni["captureFile"]
        total += file.stat().st_size
        packets = list(read_packets(file))
        minutes = collections.Counter(int(p.seconds // 60) for p in packets)
        sessions = follow(SecurityGroups(network, eni["name"]), packets)
        span = packets[-1].seconds - packets[0].seconds
        print(f"{eni['name']}: {len(packets)} IP packets in {span:.0f} s, {len(sessions)} sessions, "
              f"{file.stat().st_size} bytes, packets a minute {[minutes[m] for m in sorted(minutes)]}")
        print_refused(sessions)
        found += complaints(eni["name"], sessions, minutes)
    print(f"all captures: {total} bytes")
    if total > SIZE_LIMIT:
        found.append(f"the captures are larger than {SIZE_LIMIT} bytes")
    return found


if __name__ == "__main__":
    sys.exit("\n".join(check(pathlib.Path(sys.argv[1]))) or None)
