using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

/// <summary>docs/chunk-format.md says what the code does.</summary>
public class ChunkFormatPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "chunk-format.md"));

    public static TheoryData<string> Encodings() => [.. Enum.GetNames<ColumnEncoding>()];

    public static TheoryData<string> Fields() => [.. FlowFields.All.Select(field => field.Name)];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncoding_HasItsNumberInTheTable(string name) =>
        Assert.Single(Page, line => line.StartsWith($"| {(byte)Enum.Parse<ColumnEncoding>(name)} | {name} |", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Fields))]
    public void EveryColumn_HasItsNumberInTheTable(string name)
    {
        var field = FlowFields.Find(name)!;

        Assert.Single(Page, line => line.StartsWith($"| {field.Id} | `{field.Name}` | {field.Kind.ToString().ToLowerInvariant()} |", StringComparison.Ordinal));
    }

    [Fact]
    public void TheTables_NameNothingElse()
    {
        var numbered = Page.Count(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]));

        Assert.Equal(Enum.GetValues<ColumnEncoding>().Length + FlowFields.All.Count + 1, numbered);
    }

    [Theory]
    [InlineData("Rows of a chunk", ChunkLimits.MaxRows)]
    [InlineData("Bytes of a text", ChunkLimits.MaxTextBytes)]
    [InlineData("Largest column number", ChunkLimits.MaxColumnId)]
    [InlineData("Bytes of a message", BatchMessage.MaxBytes)]
    [InlineData("Flow logs in a message", BatchMessage.MaxFlowLogs)]
    [InlineData("Numbers in a block", Blocks.Length)]
    public void EveryLimit_IsStated(string what, int limit) =>
        Assert.Single(Page, line => line.StartsWith($"| {what} | {limit} |", StringComparison.Ordinal));
}
