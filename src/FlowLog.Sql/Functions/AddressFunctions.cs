using System.Globalization;
using FlowLog.Flows;

namespace FlowLog.Sql.Functions;

/// <summary>Functions of addresses, ports and protocols. A text that is no address has no value.</summary>
internal static class AddressFunctions
{
    private static readonly Cidr[] Private = [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("fc00::/7")];

    private static readonly Dictionary<int, string> Ports = PortNames.All
        .GroupBy(pair => pair.Value)
        .ToDictionary(port => port.Key, port => port.Select(pair => pair.Key).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).First());

    public static readonly IReadOnlyList<SqlFunction> All =
    [
        OfAddress("ip_in_cidr", "address, block", "1 if the address lies in the block, else 0. On srcaddr and dstaddr with a fixed block, records outside are not read.", "ip_in_cidr('10.1.2.3', '10.0.0.0/8')", "1", (call, address) => call.Result.Set(call.Memory.Block.Of(call[1].Utf8).Contains(address) ? 1 : 0)),
        OfAddress("ip_prefix", "address, bits", "The block of the address's first bits.", "ip_prefix('10.1.2.3', 24)", "10.1.2.0/24", Prefix),
        OfAddress("ip_version", "address", "4 or 6.", "ip_version('fe80::1')", "6", (call, address) => call.Result.Set(address.IsIPv6 ? 6 : 4)),
        OfAddress("ip_to_number", "address", "An IPv4 address as a number; no value for IPv6.", "ip_to_number('10.0.0.1')", "167772161", ToNumber),
        Of("number_to_ip", "number", "The IPv4 address of a number.", "number_to_ip(167772161)", "10.0.0.1", FromNumber),
        OfAddress("is_private", "address", "1 for 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and fc00::/7, else 0.", "is_private('192.168.1.1')", "1", (call, address) => call.Result.Set(Array.Exists(Private, block => block.Contains(address)) ? 1 : 0)),
        Of("protocol_name", "number", "The protocol's name; the number where there is none.", "protocol_name(6)", "TCP", call => call.Result.Set(ProtocolNames.Of((int)Math.Clamp(call.Integer(0), int.MinValue, int.MaxValue)))),
        Of("port_name", "port", "The name of the service that listens at the port, the shortest one known; the number where there is none.", "port_name(443)", "https", PortName),
    ];

    private static SqlFunction Of(string name, string arguments, string meaning, string example, string result, ScalarBody body) =>
        new(name, arguments, meaning, example, result) { Body = body };

    private static SqlFunction OfAddress(string name, string arguments, string meaning, string example, string result, AddressBody body) =>
        Of(name, arguments, meaning, example, result, call =>
        {
            if (AddressBytes.TryRead(call[0].Utf8, out var address))
                body(call, address);
            else
                call.Result.SetNull();
        });

    private static void Prefix(FunctionCall call, IpAddress address)
    {
        var (bits, width) = (call.Integer(1), address.IsIPv6 ? 128 : 32);
        if (bits < 0 || bits > width)
            throw new InvalidValueException($"{address} has 0 to {width} bits, not {bits}");
        Cidr.TryParse(string.Create(CultureInfo.InvariantCulture, $"{address}/{bits}"), out var block, trim: true);
        call.Result.Set(block.ToString());
    }

    private static void ToNumber(FunctionCall call, IpAddress address)
    {
        if (address.IsIPv6)
            call.Result.SetNull();
        else
            call.Result.Set((long)address.Bits);
    }

    private static void FromNumber(FunctionCall call)
    {
        if (call.Integer(0) is not (>= 0 and <= uint.MaxValue and var number))
            throw new InvalidValueException($"'{call.Shown(0)}' is no number of an IPv4 address, 0 to 4294967295");
        call.Result.Set(IpAddress.V4((uint)number).ToString());
    }

    private static void PortName(FunctionCall call)
    {
        var port = call.Integer(0);
        call.Result.Set(port is >= 0 and <= ushort.MaxValue && Ports.TryGetValue((int)port, out var name) ? name : port.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Gives the value of a call whose first argument is an address.</summary>
    private delegate void AddressBody(FunctionCall call, IpAddress address);
}
