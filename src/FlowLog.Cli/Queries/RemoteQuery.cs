using System.Buffers;
using System.Text.Json;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Queries;

/// <summary>A query of a Logstore.</summary>
internal sealed class RemoteQuery(ServiceClient service, LogstoreTarget target, string query, (long? From, long? To) range)
{
    /// <returns>The API's answer: columns, rows, statistics and completeness.</returns>
    public async Task<JsonElement> RunAsync(CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            if (range.From is { } from)
                json.WriteNumber("from", from);
            if (range.To is { } to)
                json.WriteNumber("to", to);
            json.WriteString("query", query);
            json.WriteEndObject();
        }

        return (await service.SendAsync(ServiceRequest.Post($"{target.Path}/query", body.WrittenMemory), cancellation)).Json;
    }
}
