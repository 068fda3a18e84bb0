using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowLog.Cli.Service;
using FlowLog.Query;

namespace FlowLog.Cli.Queries;

/// <summary>A query of a file that is wrong, or takes more than it may; told as the service tells it.</summary>
internal sealed class QueryRefusal(IReadOnlyList<QueryProblem> problems) : Refusal(problems[0].Message, BodyOf(problems), ExitCode.Failed)
{
    private static string BodyOf(IReadOnlyList<QueryProblem> problems)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", "Bad Request");
            json.WriteNumber("status", 400);
            json.WriteString("code", "InvalidQueryString");
            json.WriteString("detail", $"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")} in the query; see errors.");
            json.WriteStartArray("errors");
            foreach (var problem in problems)
                Write(json, problem);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, QueryProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("field", "query");
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        json.WriteNumber("length", problem.Length);
        json.WriteEndObject();
    }
}
