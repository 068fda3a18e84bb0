#!/usr/bin/env bash
# Records the sample traffic: samples/traffic/<eni>.pcap, one file for each ENI of network.json.
#
# Usage:  sudo samples/record.sh [SECONDS]        default 540, at least 300;
#                                             it starts at the next full minute
#
# Needs:  root on Linux with network namespaces, bridges, veth, nftables and conntrack;
#         ip (iproute2), ethtool, nft (nftables), tcpdump, python3 (3.11 or newer), openssl,
#         dnsmasq, dig (dnsutils), ping (iputils-ping), nmap.
#         On Debian: apt-get install iproute2 ethtool nftables tcpdump python3 openssl \
#                    dnsmasq-base dnsutils iputils-ping nmap
#
# All of it happens in network namespaces named shop-*, which have no way out of this machine and
# are removed at the end, also after an error.
set -euo pipefail

export PYTHONDONTWRITEBYTECODE=1
readonly duration="${1:-540}"
readonly samples="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly network="$samples/network.json"
readonly router=shop-router internet=shop-internet
readonly clients=(10 21 22 23 24 25 66 77 78 99)
# With 128 bytes all headers are kept; IP's own length fields keep the true size.
readonly snap_length=128
# Neighbour discovery and multicast reports are the VPC's own affair, which no security group judges.
readonly capture_filter='not (icmp6 and ip6[40] >= 130 and ip6[40] <= 143) and not (ip6 and ip6[6] = 0) and not igmp'

scratch="$(mktemp -d)"
servers=() captures=() conversations=()

# Background commands say `ip netns exec` in full, so that $! is the program's own process.
inside() { ip netns exec "shop-$1" "${@:2}"; }

clean_up() {
  local status=$?
  trap - EXIT INT TERM
  kill "${conversations[@]}" "${captures[@]}" "${servers[@]}" 2>/dev/null || true
  wait || true
  for namespace in $(ip netns list | awk '$1 ~ /^shop-/ { print $1 }'); do
    ip netns delete "$namespace"
  done
  rm -rf "$scratch"
  exit "$status"
}

# Lines of "name vSwitch IPv4 IPv6", one for each ENI.
list_enis() {
  python3 -c 'import json, sys
for e in json.load(open(sys.argv[1]))["enis"]:
    print(e["name"], e["vSwitch"], e["privateIpAddress"], e["ipv6Address"])' "$network"
}

# A locally administered address that spells the IPv4 address, so that no vendor shows.
mac_of() { printf '02:00:%02x:%02x:%02x:%02x' ${1//./ }; }

add_namespace() {
  ip netns add "$1"
  ip -n "$1" link set lo up
  ip netns exec "$1" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 \
    net.ipv6.conf.default.accept_ra=0 net.ipv4.ping_group_range='0 0'
}

# Segmentation and checksum offloads off: packets look as they do on a wire.
plain_packets() {
  ip netns exec "$1" ethtool -K "$2" tx off tso off gso off gro off >/dev/null
}

build_router() {
  add_namespace "$router"
  ip netns exec "$router" sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 \
    net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.default.send_redirects=0
  local bridge=0
  for vswitch in app data; do
    bridge=$((bridge + 1))
    ip -n "$router" link add "$vswitch" address "$(mac_of "10.0.$bridge.253")" type bridge mcast_snooping 0
    ip -n "$router" address add "10.0.$bridge.253/24" dev "$vswitch"
    ip -n "$router" address add "fd00:10:0:$bridge::fd/64" dev "$vswitch" nodad
    ip -n "$router" link set "$vswitch" up
  done
}

build_internet() {
  add_namespace "$internet"
  ip -n "$router" link add internet address "$(mac_of 203.0.113.1)" type veth \
    peer name eth0 address "$(mac_of 203.0.113.2)" netns "$internet"
  ip -n "$router" address add 203.0.113.1/24 dev internet
  ip -n "$router" address add 2001:db8:feed::1/64 dev internet nodad
  for host in "${clients[@]}" 53 123; do
    ip -n "$internet" address add "203.0.113.$host/24" dev eth0
    ip -n "$internet" address add "2001:db8:feed::$host/64" dev eth0 nodad
  done
  ip -n "$router" link set internet up
  ip -n "$internet" link set eth0 up
  ip -n "$internet" route add default via 203.0.113.1
  ip -n "$internet" route add default via 2001:db8:feed::1
  plain_packets "$router" internet
  plain_packets "$internet" eth0
}

build_host() {
  local name=$1 vswitch=$2 ipv4=$3 ipv6=$4
  local port="${name}.port"
  add_namespace "shop-$name"
  ip -n "$router" link add "$port" address "02:01:$(mac_of "$ipv4" | cut -d: -f3-)" type veth \
    peer name eth0 address "$(mac_of "$ipv4")" netns "shop-$name"
  ip -n "$router" link set "$port" master "$vswitch" up
  ip -n "shop-$name" address add "$ipv4/24" dev eth0
  ip -n "shop-$name" address add "$ipv6/64" dev eth0 nodad
  ip -n "shop-$name" link set eth0 up
  ip -n "shop-$name" route add default via "${ipv4%.*}.253"
  ip -n "shop-$name" route add default via "${ipv6%::*}::fd"
  plain_packets "$router" "$port"
  plain_packets "shop-$name" eth0
  python3 "$samples/security_groups.py" "$network" "$name" | inside "$name" nft -f -
}

serve() {
  ip netns exec "shop-$1" python3 "$samples/serve.py" "${@:2}" &
  servers+=($!)
}

serve_names() {
  ip netns exec "shop-$1" dnsmasq --keep-in-foreground --no-resolv --no-hosts --user=root --pid-file= \
    --conf-file=/dev/null --cache-size=0 "${@:2}" &
  servers+=($!)
}

start_servers() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
    -subj /CN=www.shop.example -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>/dev/null
  for host in web-1 web-2 internet; do
    serve "$host" web "$scratch/certificate.pem" "$scratch/key.pem"
  done
  serve bastion bastion
  serve db-1 db
  serve cache-1 cache
  serve dns-1 ntp 10.0.2.53 fd00:10:0:2::53
  serve internet ntp 203.0.113.123 2001:db8:feed::123
  local records=()
  while read -r name _ ipv4 ipv6; do
    records+=("--host-record=$name.shop.example,$ipv4,$ipv6")
  done < <(list_enis)
  serve_names dns-1 "${records[@]}" --server=203.0.113.53
  serve_names internet --listen-address=203.0.113.53 --bind-interfaces \
    --host-record=api.partner.example,203.0.113.21,2001:db8:feed::21
}

start_captures() {
  mkdir -p "$samples/traffic"
  while read -r name _; do
    ip netns exec "shop-$name" tcpdump -i eth0 -n -p -s "$snap_length" -B 4096 -Z root \
      -w "$samples/traffic/$name.pcap" "$capture_filter" 2>"$scratch/$name.log" &
    captures+=($!)
  done < <(list_enis)
  sleep 1
}

start_conversations() {
  for host in internet web-1 web-2 bastion db-1 cache-1 dns-1; do
    ip netns exec "shop-$host" python3 "$samples/converse.py" "$host" "$duration" &
    conversations+=($!)
  done
}

stop_captures() {
  kill "${captures[@]}" # tcpdump then writes what it still holds
  wait "${captures[@]}" || true
  captures=()
  if grep -L '^0 packets dropped by kernel' "$scratch"/*.log | grep .; then
    echo "packets were lost while recording; record again" >&2
    exit 1
  fi
}

[[ $EUID -eq 0 ]] || { echo "record.sh needs root" >&2; exit 1; }
((duration >= 300)) || { echo "a recording takes at least 300 seconds" >&2; exit 1; }
trap clean_up EXIT INT TERM
build_router
build_internet
while read -r host; do build_host $host; done < <(list_enis)
start_servers
sleep 3
sleep "$((59 - $(date +%-S) % 60))"
start_captures
start_conversations
wait "${conversations[@]}"
sleep 2
stop_captures
# Files belong to whoever owns the folder, not to root.
chown "$(stat -c %u:%g "$samples")" "$samples"/traffic/*.pcap
python3 "$samples/check.py" "$network"
