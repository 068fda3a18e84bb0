using FlowLog.Files.Packing;
using FlowLog.Flows;
using FlowLog.Imports.Records;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Files.Packing;

public sealed class HeldRowsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 300)]
    [InlineData(3, 5_000)]
    public void Rows_ComeBackInAnyOrder(int seed, int count)
    {
        var rows = SomeRows.OfAnyShape(seed, count);
        var held = Held(rows);
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);

        SameRows.Equal(rows.Pick(order), held.Pick(order));
        SameRows.Equal(rows.Pick(order[..(count / 2)]), held.Pick(order.AsSpan(0, count / 2)));
    }

    [Fact]
    public void AFieldThatComesLate_IsEmptyBefore()
    {
        var (held, row) = (new HeldRows(), new RecordRow());
        held.Add(row);
        row.Set(FlowFields.RuleId, "https");
        row.Set(FlowFields.Destination, IpAddress.Parse("2001:db8::1"));
        row.Set(FlowFields.Bytes, 1L << 40);
        held.Add(row);
        row.Clear();
        held.Add(row);
        var picked = held.Pick([0, 1, 2]);

        Assert.Equal(["", "https", ""], Enumerable.Range(0, 3).Select(at => picked.Texts(FlowFields.RuleId)[at]));
        Assert.Equal([0, 1L << 40, 0], picked.Numbers(FlowFields.Bytes).ToArray());
        Assert.Equal([default, IpAddress.Parse("2001:db8::1"), default], picked.Addresses(FlowFields.Destination).ToArray());
        Assert.False(picked.Has(FlowFields.Start));
    }

    [Fact]
    public void NumbersOfEachWidth_GrowTogether()
    {
        long[] all = [0, 255, 256, 65_535, 65_536, uint.MaxValue, 1L << 32, long.MaxValue, 7];
        for (var first = 0; first < all.Length; first++)
        {
            var numbers = new HeldNumbers(zeros: 2);
            foreach (var number in all[first..])
                numbers.Add(number);

            Assert.Equal([0, 0, .. all[first..]], numbers.Pick([.. Enumerable.Range(0, numbers.Count)]));
            Assert.Equal(7, numbers[numbers.Count - 1]);
        }
    }

    [Fact]
    public void Texts_BringOnlyThoseOfTheRowsThatArePicked()
    {
        var texts = new HeldTexts(empty: 1);
        foreach (var text in (string[])["b", "a", "b", "ü", ""])
            texts.Add(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(["b", "ü"], texts.Pick([1, 3, 4]).Values);
        Assert.Equal([0, 2, 1, 3], texts.Ranks());
    }

    internal static HeldRows Held(FlowColumns rows)
    {
        var (held, record) = (new HeldRows(), new RecordRow());
        for (var row = 0; row < rows.Count; row++)
        {
            Fill(record, rows, row);
            held.Add(record);
        }

        return held;
    }

    internal static void Fill(RecordRow record, FlowColumns rows, int row)
    {
        record.Clear();
        foreach (var field in FlowFields.All)
        {
            if (field.Kind == FieldKind.Text)
                record.Set(field, rows.Texts(field)[row]);
            else if (field.Kind == FieldKind.Address)
                record.Set(field, rows.Addresses(field)[row]);
            else
                record.Set(field, rows.Numbers(field)[row]);
        }
    }
}
