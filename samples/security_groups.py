"""The security groups of network.json: as an nftables ruleset, and as verdicts on packets.

Basic groups: drop beats accept inside a priority, lower priority numbers first; members of one
group reach each other before any rule is looked at; inbound is otherwise refused, outbound free.

Usage: security_groups.py NETWORK_JSON ENI_NAME > ruleset
"""

import ipaddress
import json
import sys

PROTOCOL_NUMBERS = {"icmp": 1, "tcp": 6, "udp": 17, "icmpv6": 58}


class SecurityGroups:
    """The pooled groups of one ENI."""

    def __init__(self, network, eni_name):
        self.eni = next(e for e in network["enis"] if e["name"] == eni_name)
        names = set(self.eni["securityGroups"])
        rules = [r for g in network["securityGroups"] if g["name"] in names for r in g["rules"]]
        self.rules = sorted(
            (r for r in rules if r["direction"] == "ingress"),
            key=lambda r: (r["priority"], r["policy"] != "drop"),
        )
        self.members = [
            ipaddress.ip_address(e[field])
            for e in network["enis"]
            if e is not self.eni and names & set(e["securityGroups"])
            for field in ("privateIpAddress", "ipv6Address")
        ]

    def accepts(self, protocol, source, destination_port):
        """Whether a packet that starts a session may enter. `protocol` is the IANA number."""
        if source in self.members:
            return True
        for rule in self.rules:
            if _matches(rule, protocol, source, destination_port):
                return rule["policy"] == "accept"
        return False

    def ruleset(self):
        """The nftables ruleset. It filters input, so a capture at the interface sees what is dropped."""
        lines = [
            "table inet security_groups {",
            "  chain ingress {",
            "    type filter hook input priority filter; policy drop;",
            "    ct state established,related accept",
            # A VPC resolves neighbours itself; no security group is asked.
            "    icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert } accept",
        ]
        lines += [f"    {_family(m)} saddr {m} accept" for m in self.members]
        lines += [f"    {_statement(r)}" for r in self.rules]
        return "\n".join([*lines, "  }", "}"]) + "\n"


def _family(address_or_network):
    return "ip" if address_or_network.version == 4 else "ip6"


def _statement(rule):
    network = ipaddress.ip_network(rule["cidr"])
    parts = [f"{_family(network)} saddr {network}"]
    if rule["protocol"] in ("tcp", "udp"):
        parts.append(f"{rule['protocol']} dport {rule['portRange'].replace('/', '-')}")
    elif rule["protocol"] != "all":
        parts.append(f"meta l4proto {PROTOCOL_NUMBERS[rule['protocol']]}")
    return " ".join([*parts, rule["policy"]])


def _matches(rule, protocol, source, destination_port):
    if source not in ipaddress.ip_network(rule["cidr"]):
        return False
    if rule["protocol"] != "all" and PROTOCOL_NUMBERS[rule["protocol"]] != protocol:
        return False
    low, high = (int(n) for n in rule["portRange"].split("/"))
    return low == -1 or low <= destination_port <= high


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(SecurityGroups(json.load(file), sys.argv[2]).ruleset())
