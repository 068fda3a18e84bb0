using Azure.Data.Tables;

namespace Offline.Tests;

/// <summary>Ours beside the official JavaScript client, on the same tables.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OfficialClientTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, object> Sample = new()
    {
        ["text"] = "it's \"Zürich\" 東京 \U0001F6F0 <&>\r\n",
        ["empty"] = "",
        ["low"] = int.MinValue,
        ["high"] = int.MaxValue,
        ["longLow"] = long.MinValue,
        ["longHigh"] = long.MaxValue,
        ["longSmall"] = 1L,
        ["ratio"] = -0.1,
        ["tiny"] = double.Epsilon,
        ["nan"] = double.NaN,
        ["up"] = double.PositiveInfinity,
        ["down"] = double.NegativeInfinity,
        ["yes"] = true,
        ["no"] = false,
        ["bytes"] = Enumerable.Range(0, 1000).Select(n => (byte)n).ToArray(),
        ["noBytes"] = Array.Empty<byte>(),
        ["time"] = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_567),
        ["id"] = new Guid("66cf3753-1cc9-44c4-b857-4546f744901b"),
    };

    private static readonly string[] Keys = ["", "it's", "100% a+b&c", "東京 \U0001F6F0", "plain"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OursReadsTheirs(bool inTransaction)
    {
        var table = await azurite.CreateTableAsync();
        await Theirs(table).WriteAsync(Keys.Select(key => Entity(key).ToDictionary(property => property.Key, property => TypedValue.Of(property.Value))), inTransaction);

        var read = await table.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal(Keys.Order(StringComparer.Ordinal), read.Select(entity => entity.RowKey));
        foreach (var entity in read)
        {
            AssertSample(name => entity[name]);
            var point = (await table.GetEntityAsync<TableEntity>("p", entity.RowKey)).Value;
            Assert.Equal((entity.ETag, entity.Timestamp), (point.ETag, point.Timestamp));
            AssertSample(name => point[name]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheirsReadsOurs(bool inTransaction)
    {
        var table = await azurite.CreateTableAsync();
        if (inTransaction) await table.SubmitTransactionAsync(Keys.Select(key => new TableTransactionAction(TableTransactionActionType.Add, Entity(key))));
        else foreach (var key in Keys) await table.AddEntityAsync(Entity(key));

        var read = await Theirs(table).ReadAsync();

        Assert.Equal(Keys.Order(StringComparer.Ordinal), read.Select(entity => entity["RowKey"].Value));
        foreach (var entity in read) AssertSample(name => entity[name].ToObject());
    }

    [Theory]
    [InlineData("")]
    [InlineData("n ge 10L and n lt 30L")]
    [InlineData("text eq 'it''s 7' or odd eq true")]
    [InlineData("PartitionKey gt 'p1' and not (odd eq true)")]
    [InlineData("n eq 1000L")]
    public async Task SameFilter_SamePagesAndTokens(string filter)
    {
        var table = await azurite.CreateTableAsync();
        foreach (var partition in Enumerable.Range(0, 40).GroupBy(n => n % 3))
            await table.SubmitTransactionAsync(partition.Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity($"p{n % 3}", $"{n:D3}") { ["n"] = (long)n, ["odd"] = n % 2 == 1, ["text"] = $"it's {n}" })));

        var theirs = await Theirs(table).PagesAsync(filter, 7);
        var ours = await table.QueryAsync<TableEntity>(filter.Length == 0 ? null : filter, maxPerPage: 7).AsPages().ToListAsync();

        Assert.Equal(theirs.Select(page => page.Keys), ours.Select(page => page.Values.Select(entity => $"{entity.PartitionKey}/{entity.RowKey}").ToList()));
        Assert.Equal(
            theirs.Select(page => page.NextPartitionKey is null ? null : $"{page.NextPartitionKey} {page.NextRowKey}"),
            ours.Select(page => page.ContinuationToken));
    }

    private OfficialJavaScriptClient Theirs(TableClient table) => new(azurite.Azurite.ConnectionString, table.Name);

    private static TableEntity Entity(string key) => new(Sample) { PartitionKey = "p", RowKey = key };

    private static void AssertSample(Func<string, object> read)
    {
        foreach (var (name, value) in Sample) Assert.Equal((name, value.GetType(), value), (name, read(name).GetType(), read(name)), SampleComparer);
    }

    private static bool SampleComparer((string Name, Type Type, object Value) expected, (string Name, Type Type, object Value) found) =>
        (expected.Name, expected.Type) == (found.Name, found.Type)
        && (expected.Value is byte[] bytes ? bytes.AsSpan().SequenceEqual((byte[])found.Value) : expected.Value.Equals(found.Value));
}
