using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>Searches drawn by lot find what a plain reading of every record finds.</summary>
public class SearchPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void AnySearch_FindsWhatAPlainReadingFinds(int seed)
    {
        var random = new Random(seed);
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(SomeRecords.Of(random, 25 * seed)));
        var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
        var searches = new SomeSearches(random, [.. Enumerable.Range(0, rows.Count).Select(row => rows[row])]);
        var (some, none) = (0, 0);
        for (var round = 0; round < 150; round++)
        {
            var search = searches.Tree(round % 5);
            var expected = Enumerable.Range(0, searches.Records.Count).Where(row => search.Meets(searches.Records[row]) == true).ToList();
            var text = search.Text(random);

            Assert.True(expected.SequenceEqual(Found.In(chunk, text)), text);
            (some, none) = expected.Count > 0 ? (some + 1, none) : (some, none + 1);
        }

        Assert.InRange(some, 60, 149);
        Assert.InRange(none, 1, 90);
    }
}
