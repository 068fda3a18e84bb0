using System.Globalization;

namespace FlowLog.Benchmarks.Querying;

/// <summary>A question that is put to every engine.</summary>
/// <param name="Sql">The same text for this product and DuckDB.</param>
/// <param name="Nfdump">nfdump's options for it; null if it has none.</param>
internal sealed record QueryCase(string Name, string Sql, IReadOnlyList<string>? Nfdump = null)
{
    private const string EitherSide = "(SELECT srcaddr AS addr, bytes FROM log UNION ALL SELECT dstaddr, bytes FROM log) AS t";

    /// <param name="from">Unix seconds: where the window of five minutes begins.</param>
    public static IReadOnlyList<QueryCase> All(long from) =>
    [
        new("count and bytes of TCP to 443", "SELECT count(*), sum(bytes) FROM log WHERE protocol = 6 AND dstport = 443", ["-o", "null", "proto tcp and dst port 443"]),
        new("the same in five minutes", string.Create(CultureInfo.InvariantCulture, $"SELECT count(*), sum(bytes) FROM log WHERE protocol = 6 AND dstport = 443 AND start >= {from} AND start < {from + 300}")),
        new("from 10.0.0.1 to 443", "SELECT count(*), sum(bytes) FROM log WHERE srcaddr = '10.0.0.1' AND dstport = 443", ["-o", "null", "src ip 10.0.0.1 and dst port 443"]),
        new("top 10 addresses, either side", $"SELECT addr, sum(bytes) AS b FROM {EitherSide} GROUP BY addr ORDER BY b DESC LIMIT 10", ["-s", "ip/bytes", "-n", "10"]),
        new("top 10 sources", "SELECT srcaddr, sum(bytes) AS b FROM log GROUP BY srcaddr ORDER BY b DESC LIMIT 10", ["-s", "srcip/bytes", "-n", "10"]),
        new("top 10 by addresses, port, protocol", "SELECT srcaddr, dstaddr, dstport, protocol, sum(bytes) AS b FROM log GROUP BY srcaddr, dstaddr, dstport, protocol ORDER BY b DESC LIMIT 10", ["-A", "srcip,dstip,dstport,proto", "-O", "bytes", "-n", "10"]),
        new("top 10 by port and protocol", "SELECT dstport, protocol, sum(bytes) AS b FROM log GROUP BY dstport, protocol ORDER BY b DESC LIMIT 10", ["-A", "dstport,proto", "-O", "bytes", "-n", "10"]),
        new("each minute and action", "SELECT start - start % 60 AS minute, action, count(*) AS n, sum(bytes) AS b FROM log GROUP BY minute, action ORDER BY minute, action LIMIT 1000"),
        new("SQL that SQLite answers", "SELECT dstport, sum(bytes) AS b FROM log WHERE bytes % 3 = 1 GROUP BY dstport ORDER BY b DESC LIMIT 10"),
    ];
}
