using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

/// <summary>The same tuples, however the JSON around them is laid out.</summary>
public sealed class AzureLayoutTests
{
    private const string Tuple = "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0";
    private const string Expected = "1709287200000 Out Accept 6 10.0.0.4 1 10.0.0.5 2 1 60 R AABBCCDDEEFF";

    public static TheoryData<string, string> Layouts() => new()
    {
        { "usual", $$$"""{"records":[{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"aclID":"a","flowGroups":[{"rule":"R","flowTuples":["{{{Tuple}}}"]}]}]}}]}""" },
        { "rule and MAC behind", $$$"""{"records":[{"flowRecords":{"flows":[{"flowGroups":[{"flowTuples":["{{{Tuple}}}"],"rule":"R"}],"aclID":"a"}]},"flowLogVersion":4,"macAddress":"AABBCCDDEEFF"}]}""" },
        { "byte order mark", "\uFEFF" + $$$"""{"records":[{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"flowGroups":[{"rule":"R","flowTuples":["{{{Tuple}}}"]}]}]}}]}""" },
        {
            "pretty, with keys that nobody knows", $$$"""
            {
              "records" : [
                {
                  "new" : { "rule" : "not this", "macAddress" : [ 1, -2.5e3, true, null, "]" ] },
                  "macAddress" : "AABBCCDDEEFF",
                  "flowRecords" : {
                    "flows" : [
                      { "flowGroups" : [ { "more" : [ {} ], "rule" : "R", "flowTuples" : [
                          "{{{Tuple}}}"
                      ] } ] }
                    ]
                  }
                }
              ]
            }

            """
        },
        { "records in a record", $$$$"""{"records":[{"time":"x","records":{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"flowGroups":[{"rule":"R","flowTuples":["{{{{Tuple}}}}"]}]}]}}}]}""" },
        { "a block of a log", $$$""",{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"flowGroups":[{"rule":"R","flowTuples":["{{{Tuple}}}"]}]}]}}]}""" },
        { "escapes", $$$"""{"records":[{"macAddress":"AABBCCDDEEFF","note":"\"flowTuples\":[\\","flowRecords":{"flows":[{"flowGroups":[{"rule":"\u0052","flowTuples":["{{{Tuple.Replace(",O,", "\\u002cO,", StringComparison.Ordinal)}}}"]}]}]}}]}""" },
        { "a record a line", $$$"""{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"flowGroups":[{"rule":"R","flowTuples":["{{{Tuple}}}"]}]}]}}""" + "\r\n" },
        { "empty groups around", $$$"""{"records":[{"macAddress":"x","flowRecords":{"flows":[{"flowGroups":[{"rule":"Q","flowTuples":[]}]}]}},{"macAddress":"AABBCCDDEEFF","flowRecords":{"flows":[{"flowGroups":[{"rule":"R","flowTuples":["{{{Tuple}}}"]},{"rule":"Z","flowTuples":[]}]}]}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Layout_MakesNoDifference(string name, string text)
    {
        var log = await Logs.ReadAsync(text);

        Assert.True(log.Texts.SequenceEqual([Expected]), $"{name}: {string.Join('\n', log.Texts)}");
        Assert.Null(log.Reader.Damage);
        Assert.Equal(Logs.Bytes(text).Length, log.Reader.Position);
    }

    [Fact]
    public async Task LateRules_BelongToTheirOwnGroups()
    {
        var log = await Logs.ReadAsync(
            $$$"""{"records":[{"flowRecords":{"flows":[{"flowGroups":[{"flowTuples":["{{{Tuple}}}"],"rule":"A"},{"flowTuples":["{{{Tuple}}}"]},{"flowTuples":["{{{Tuple}}}","{{{Tuple}}}"],"rule":"C"}]}]},"macAddress":"M"},{"flowRecords":{"flows":[{"flowGroups":[{"flowTuples":["{{{Tuple}}}"],"rule":"D"}]}]}}]}""");

        Assert.Equal(["A M", " M", "C M", "C M", "D "], log.Flows.Select(flow => $"{flow.RuleId} {flow.Interface}"));
    }

    [Fact]
    public async Task LongTexts_AreCut()
    {
        var text = Logs.VNet(Tuple).Replace("UserRule_web", string.Concat(Enumerable.Repeat("né", 200)), StringComparison.Ordinal);

        var rule = Assert.Single((await Logs.ReadAsync(text)).Flows).RuleId;

        Assert.Equal(string.Concat(Enumerable.Repeat("né", 85)) + "n", rule);
    }

    [Theory]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{ "records" : [ ] }""")]
    public async Task EmptyLog_HasNoFlowAndNoDamage(string text)
    {
        var log = await Logs.ReadAsync(text);

        Assert.Empty(log.Flows);
        Assert.Null(log.Reader.Damage);
    }

    [Theory]
    [InlineData("""{"records":[{"macAddress":"x","flowRecords":}]}""", ImportDamageReason.BadJson)]
    [InlineData("""{"records":[{"macAddress":"x","flowRecords"]}""", ImportDamageReason.BadJson)]
    [InlineData("""{"records":[{"flowRecords":{"flows":[}]}}""", ImportDamageReason.BadJson)]
    [InlineData("""{"records":[{"flowRecords":{"flows":#}}]}""", ImportDamageReason.BadJson)]
    [InlineData("""{"records":[{"flowRecords":{"flows":[""", ImportDamageReason.Truncated)]
    [InlineData("""{"records":[{"flowRecords":"abc""", ImportDamageReason.Truncated)]
    public async Task BadJson_IsDamage(string text, ImportDamageReason reason) =>
        Assert.Equal(reason, (await Logs.ReadAsync(text)).Reader.Damage?.Reason);
}
