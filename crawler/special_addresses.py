"""Which IP addresses are somebody's public server, and which are not.

An explicit table, because the answers of `ipaddress.is_global` differ between Python releases and miss multicast,
6to4, NAT64 and others. Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and updates),
RFC 5771 and 4291 (multicast), RFC 3879 (site-local), RFC 6052 and 8215 (NAT64), RFC 3056, 4380 and 7526.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

V4 = tuple(
    (IPv4Network(net), name)
    for net, name in (
        ("0.0.0.0/8", "this_network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link_local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol_assignment"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "as112"),
        ("192.52.193.0/24", "amt"),
        ("192.88.99.0/24", "6to4_relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "as112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)

V6_PUBLIC = IPv6Network("2000::/3")  # the only block from which public addresses are given out
V6 = tuple(
    (IPv6Network(net), name)
    for net, name in (
        ("2001::/23", "protocol_assignment"),  # holds Teredo, ORCHID, benchmarking
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "as112"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment_routing"),
    )
)
V4_MAPPED = IPv6Network("::ffff:0:0/96")
NAT64 = IPv6Network("64:ff9b::/96")


def refusal(address: str) -> str:
    """Why this address is not asked, e.g. "loopback"; "" for an ordinary public one.

    v4-mapped and NAT64 addresses are unwrapped and judged by what they hold; 6to4, Teredo and v4-compatible ones
    are refused whole: no public server needs them. A text that is no IP address gives "not_an_address".
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "not_an_address"
    return _refusal_v4(parsed) if isinstance(parsed, IPv4Address) else _refusal_v6(parsed)


def _refusal_v4(address: IPv4Address) -> str:
    return next((name for net, name in V4 if address in net), "")


def _refusal_v6(address: IPv6Address) -> str:
    if address.scope_id is not None:
        return "scoped"
    if address in V4_MAPPED or address in NAT64:
        return _refusal_v4(IPv4Address(int(address) & 0xFFFFFFFF))
    if address not in V6_PUBLIC:
        return "loopback" if address.is_loopback else "not_public"
    return next((name for net, name in V6 if address in net), "")
