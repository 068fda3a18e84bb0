"""IP packets of a classic pcap file with Ethernet frames, as record.sh leaves them."""

import dataclasses
import ipaddress
import struct

IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP = 6, 17


@dataclasses.dataclass(frozen=True)
class Packet:
    """Ports are 0 for protocols without them, and for every fragment but the first."""

    seconds: float
    protocol: int
    source: ipaddress.IPv4Address | ipaddress.IPv6Address
    destination: ipaddress.IPv4Address | ipaddress.IPv6Address
    source_port: int
    destination_port: int


def read_packets(file):
    """Packets in order; frames that carry no IP, such as ARP, are left out."""
    data = file.read_bytes()
    magic, _, _, _, _, _, link_type = struct.unpack_from("<IHHiIII", data)
    if magic != 0xA1B2C3D4 or link_type != 1:
        raise ValueError(f"{file}: not a little-endian pcap of Ethernet frames in microseconds")
    offset = 24
    while offset < len(data):
        seconds, microseconds, captured, _ = struct.unpack_from("<IIII", data, offset)
        frame = data[offset + 16 : offset + 16 + captured]
        offset += 16 + captured
        ether_type = int.from_bytes(frame[12:14])
        if ether_type == IPV4:
            yield _read_ipv4(seconds + microseconds / 1e6, frame[14:])
        elif ether_type == IPV6:
            yield _read_ipv6(seconds + microseconds / 1e6, frame[14:])


def _read_ipv4(seconds, packet):
    first_fragment = int.from_bytes(packet[6:8]) & 0x1FFF == 0
    ports = _ports(packet[9], packet[(packet[0] & 15) * 4 :]) if first_fragment else (0, 0)
    addresses = (ipaddress.IPv4Address(packet[start : start + 4]) for start in (12, 16))
    return Packet(seconds, packet[9], *addresses, *ports)


def _read_ipv6(seconds, packet):
    addresses = (ipaddress.IPv6Address(packet[start : start + 16]) for start in (8, 24))
    return Packet(seconds, packet[6], *addresses, *_ports(packet[6], packet[40:]))


def _ports(protocol, segment):
    return struct.unpack_from("!HH", segment) if protocol in (TCP, UDP) else (0, 0)
