using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

/// <summary>Compares rows column by column.</summary>
internal static class SameRows
{
    public static void Equal(FlowColumns expected, FlowColumns actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var field in FlowFields.All)
        {
            if (field.Kind == FieldKind.Text)
                Assert.Equal(Texts(expected.Texts(field)), Texts(actual.Texts(field)));
            else if (field.Kind == FieldKind.Address)
                Assert.True(expected.Addresses(field).SequenceEqual(actual.Addresses(field)), field.Name);
            else
                Assert.True(expected.Numbers(field).SequenceEqual(actual.Numbers(field)), field.Name);
        }
    }

    public static FlowColumns Shuffled(FlowColumns rows, int seed)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Random(seed).Shuffle(order);
        return rows.Pick(order);
    }

    private static List<string> Texts(TextColumn column) => [.. Enumerable.Range(0, column.Count).Select(row => column[row])];
}
