using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Limits;

/// <summary>Where a request comes from, as the nearest proxy that can be trusted says.</summary>
internal sealed class ClientAddress(IOptions<LimitOptions> options, IConfiguration configuration)
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>App Service sets it; its front end adds the client's address to the header.</summary>
    private readonly int _proxies = options.Value.TrustedProxies ?? (configuration["WEBSITE_SITE_NAME"] is { Length: > 0 } ? 1 : 0);

    /// <summary>An IP address, or empty where there is none.</summary>
    public string Of(HttpRequest request) => AddressOf(request)?.ToString() ?? "";

    /// <summary>What shares one allowance: an IPv4 address, or the network of 64 bits of an IPv6 one.</summary>
    public string NetworkOf(HttpRequest request)
    {
        if (AddressOf(request) is not { AddressFamily: AddressFamily.InterNetworkV6 } address)
            return Of(request);
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }

    private IPAddress? AddressOf(HttpRequest request)
    {
        var address = Forwarded(request) ?? request.HttpContext.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    /// <summary>Only what trusted proxies added counts: the rest of the header is the client's own words.</summary>
    private IPAddress? Forwarded(HttpRequest request)
    {
        if (_proxies == 0)
            return null;
        var hops = request.Headers[ForwardedFor].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops.Length >= _proxies && IPEndPoint.TryParse(hops[^_proxies], out var end) ? end.Address : null;
    }
}
