using System.Buffers;
using System.CommandLine;
using System.Text.Json;

namespace FlowLog.Cli.FlowLogs;

/// <summary>The fields of a flow log as options, and as the JSON that the API takes. What is wrong with them the service says, all at once.</summary>
internal static class FlowLogBody
{
    private static readonly Option<string?> Name = new("--name") { Description = "Its name.", HelpName = "NAME" };
    private static readonly Option<string?> Description = new("--description") { Description = "Its description.", HelpName = "TEXT" };
    private static readonly Option<string?> ResourceId = new("--resource-id") { Description = "What to log.", HelpName = "ID" };

    private static readonly Option<string?> ResourceType = new("--resource-type")
    {
        Description = "ENI, VSwitch or VPC; what the id begins with says it too.",
        HelpName = "TYPE",
    };

    private static readonly Option<string> TrafficType = new("--traffic-type")
    {
        Description = "All, Allow or Drop.",
        HelpName = "TYPE",
        DefaultValueFactory = _ => "All",
    };

    private static readonly Option<string?> Project = new("--project") { Description = "Where the records go.", HelpName = "NAME" };
    private static readonly Option<string?> Logstore = new("--logstore") { Description = "Where the records go.", HelpName = "NAME" };
    private static readonly Option<int?> Interval = new("--interval") { Description = "Minutes of a capture window: 1, 5 or 10.", HelpName = "MINUTES" };
    private static readonly Option<bool> Report = new("--report") { Description = "Turn the Logstore's analysis report on." };
    private static readonly Option<string[]> Tag = new("--tag") { Description = "A tag, also several times.", HelpName = "KEY:VALUE" };
    private static readonly Option<string?> ResourceGroup = new("--resource-group-id") { Description = "Its resource group.", HelpName = "ID" };

    private static readonly Option<string?> Body = new("--body")
    {
        Description = "File of the JSON that the API takes, in place of the other options; - for the standard input.",
        HelpName = "FILE",
    };

    public static IEnumerable<Option> OfNew { get; } =
        [Name, Description, ResourceId, ResourceType, TrafficType, Project, Logstore, Interval, Report, Tag, ResourceGroup, Body];

    public static IEnumerable<Option> OfChange { get; } = [Name, Description, Interval, Body];

    static FlowLogBody()
    {
        ResourceType.CompletionSources.Add("ENI", "VSwitch", "VPC");
        TrafficType.CompletionSources.Add("All", "Allow", "Drop");
        Interval.CompletionSources.Add("1", "5", "10");
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> OfAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(Body) is { } file)
        {
            await using var stream = file == "-" ? terminal.Input : File.OpenRead(file);
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, parsed);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, ParseResult parsed)
    {
        json.WriteStartObject();
        Text(json, "name", parsed.GetValue(Name));
        Text(json, "description", parsed.GetValue(Description));
        if (parsed.GetValue(Interval) is { } minutes)
            json.WriteNumber("aggregationInterval", minutes);
        if (parsed.CommandResult.Command.Options.Contains(ResourceId))
            WriteNew(json, parsed);
        json.WriteEndObject();
    }

    private static void WriteNew(Utf8JsonWriter json, ParseResult parsed)
    {
        var resource = parsed.GetValue(ResourceId);
        Text(json, "resourceId", resource);
        Text(json, "resourceType", parsed.GetValue(ResourceType) ?? TypeOf(resource));
        Text(json, "trafficType", parsed.GetValue(TrafficType));
        Text(json, "project", parsed.GetValue(Project));
        Text(json, "logstore", parsed.GetValue(Logstore));
        Text(json, "resourceGroupId", parsed.GetValue(ResourceGroup));
        if (parsed.GetValue(Report))
            json.WriteBoolean("analysisReport", true);
        if (parsed.GetValue(Tag) is not { Length: > 0 } tags)
            return;
        json.WriteStartArray("tags");
        foreach (var tag in tags.Select(tag => tag.Split(':', 2)))
        {
            json.WriteStartObject();
            json.WriteString("key", tag[0]);
            json.WriteString("value", tag.Length > 1 ? tag[1] : "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static string? TypeOf(string? id) => id?.Split('-')[0] switch
    {
        "eni" => "ENI",
        "vsw" => "VSwitch",
        "vpc" => "VPC",
        _ => null,
    };
}
