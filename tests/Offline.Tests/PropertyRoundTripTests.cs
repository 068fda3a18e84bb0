using Azure.Data.Tables;

namespace Offline.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class PropertyRoundTripTests(AzuriteFixture azurite)
{
    public static TheoryData<string, object> Values => new()
    {
        { "empty string", "" },
        { "ASCII", "eni-1 \"quoted\" \\ / \r\n\t\u0001 <&'+>" },
        { "Unicode", "Zürich 東京 \U0001F6F0 \u2028\uFFFD" },
        { "32,768 characters", new string('x', 32_768) },
        { "text that looks like a time", "2026-01-02T03:04:05Z" },
        { "int 0", 0 }, { "int min", int.MinValue }, { "int max", int.MaxValue },
        { "long 0", 0L }, { "long min", long.MinValue }, { "long max", long.MaxValue }, { "long beyond double", (1L << 53) + 1 },
        { "double 0", 0.0 }, { "integral double", 5.0 }, { "negative double", -12.0 }, { "double beyond int", 3e9 },
        { "fraction", 0.1 }, { "double max", 1.797693134862315e308 }, { "double min", -1.797693134862315e308 }, { "tiny", double.Epsilon },
        { "NaN", double.NaN }, { "infinity", double.PositiveInfinity }, { "minus infinity", double.NegativeInfinity },
        { "true", true }, { "false", false },
        { "no bytes", Array.Empty<byte>() }, { "a byte", new byte[] { 0 } }, { "64 KiB", Enumerable.Range(0, 65_536).Select(n => (byte)(n * 7)).ToArray() },
        { "first time", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "last time", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero) },
        { "100 ns", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_567) },
        { "GUID", new Guid("66cf3753-1cc9-44c4-b857-4546f744901b") }, { "no GUID", Guid.Empty },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Value_IsReadAsWritten(string what, object value)
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = value });
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "s") { ["v"] = value })]);

        foreach (var row in (string[])["r", "s"])
        {
            var read = (await table.GetEntityAsync<TableEntity>("p", row)).Value["v"];
            Assert.Equal((what, value.GetType()), (what, read.GetType()));
            Assert.Equal(value, read);
        }

        Assert.All(await table.QueryAsync<TableEntity>().ToListAsync(), entity => Assert.Equal(value, entity["v"]));
    }

    [Fact]
    public async Task BinaryData_IsReadAsBytes()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = new BinaryData([1, 2, 3]) });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal([1, 2, 3], read.GetBinary("v"));
        Assert.Equal([1, 2, 3], read.GetBinaryData("v").ToArray());
    }

    [Fact]
    public async Task Times_AreReadAsUtc()
    {
        var table = await azurite.CreateTableAsync();
        var time = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["offset"] = time, ["utc"] = time.UtcDateTime });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((time, TimeSpan.Zero), (read.GetDateTimeOffset("offset"), read.GetDateTimeOffset("offset")!.Value.Offset));
        Assert.Equal(time.UtcDateTime, read.GetDateTime("utc"));
    }

    [Fact]
    public async Task Null_IsNotStored()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = null });
        Assert.Null((await table.GetEntityAsync<TableEntity>("p", "r")).Value["v"]);
    }

    [Fact]
    public async Task UnsupportedValues_AreRefusedUnsent()
    {
        var table = azurite.NewTable();
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = DayOfWeek.Monday }));
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = new object() }));
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = new DateTime(2026, 1, 1) }));
    }

    [Fact]
    public async Task ReadEntity_CanBeWrittenBack()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1, ["time"] = DateTimeOffset.UnixEpoch });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        read["n"] = 2;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace);
        var again = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((2, DateTimeOffset.UnixEpoch), (again.GetInt32("n"), again.GetDateTimeOffset("time")));
        Assert.Equal(read.Keys, again.Keys);
    }
}
