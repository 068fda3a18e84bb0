using System.Buffers;
using System.Text.Json;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLog.Sql;

namespace FlowLog.Cli.Queries;

/// <summary>A query of a file of chunks, by the engine that the service has.</summary>
internal sealed class LocalQuery(string file, IFlowTable table, FlowQuery query, FlowPredicate within, QueryLimits limits)
{
    /// <exception cref="QueryRefusal">Everything that is wrong with it.</exception>
    public static FlowQuery Read(string text) => FlowQuery.TryParse(text, out var query, out var problems) ? query : throw new QueryRefusal(problems);

    /// <param name="range">Unix seconds, start inclusive, end exclusive; null where there is no bound.</param>
    public static FlowPredicate Within((long? From, long? To) range) => range is (null, null)
        ? FlowPredicate.All
        : FlowPredicate.Between(FlowFields.Start, range.From ?? long.MinValue, range.To is { } to ? to - 1 : long.MaxValue);

    /// <returns>The answer in the API's shape.</returns>
    /// <exception cref="QueryRefusal">The query is wrong, or takes more than it may.</exception>
    /// <exception cref="Failure">The file is damaged.</exception>
    public async Task<JsonElement> RunAsync(CancellationToken cancellation)
    {
        var start = limits.Clock.GetTimestamp();
        try
        {
            var answer = await FlowQueries.RunAsync(query, within, table, limits, cancellation);
            return JsonOf(answer, limits.Clock.GetElapsedTime(start));
        }
        catch (QueryFailedException failed)
        {
            throw new QueryRefusal([failed.Problem]);
        }
        catch (ChunkFormatException damage)
        {
            throw new Failure($"{file}: {damage.Message}");
        }
    }

    private static JsonElement JsonOf(QueryAnswer answer, TimeSpan elapsed)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var column in answer.Table.Columns)
                Write(json, column);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in answer.Table.Rows)
                Write(json, row);
            json.WriteEndArray();
            json.WriteBoolean("isCut", answer.Table.IsCut);
            json.WriteBoolean("isVectorised", answer.IsVectorised);
            Write(json, answer.Counts, elapsed);
            json.WriteEndObject();
        }

        return JsonElement.Parse(body.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, QueryColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type switch
        {
            QueryType.Integer => "bigint",
            QueryType.Real => "double",
            _ => "varchar",
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object?[] row)
    {
        json.WriteStartArray();
        foreach (var value in row)
        {
            if (value is long number)
                json.WriteNumberValue(number);
            else if (value is double real && double.IsFinite(real))
                json.WriteNumberValue(real);
            else if (value is string text)
                json.WriteStringValue(text);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ScanCounts counts, TimeSpan elapsed)
    {
        json.WriteStartObject("statistics");
        json.WriteNumber("rowsScanned", counts.Rows);
        json.WriteNumber("rowsSkipped", counts.SkippedRows);
        json.WriteNumber("bytesScanned", counts.Bytes);
        json.WriteNumber("bytesSkipped", counts.SkippedBytes);
        json.WriteNumber("chunksScanned", counts.Chunks);
        json.WriteNumber("chunksSkipped", counts.SkippedChunks);
        json.WriteNumber("matches", counts.Matches);
        json.WriteNumber("elapsedMilliseconds", Math.Round(elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }
}
