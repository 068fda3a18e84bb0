using Azure;
using Azure.Data.Tables;

namespace Offline.Tests;

public sealed class TableEntityTests
{
    [Fact]
    public void KeysAndETag_AreProperties()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = DateTimeOffset.UnixEpoch };
        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
        Assert.Equal(4, entity.Count);
        Assert.Equal(("p", "r", "W/\"1\""), (entity["PartitionKey"], entity["RowKey"], entity["odata.etag"]));
        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
    }

    [Fact]
    public void New_HasNoETagNorTimestamp()
    {
        var entity = new TableEntity();
        Assert.Equal((default(ETag), (DateTimeOffset?)null, (string?)null, 0), (entity.ETag, entity.Timestamp, entity.PartitionKey, entity.Count));
    }

    [Fact]
    public void Absent_GivesNull()
    {
        var entity = new TableEntity("p", "r");
        Assert.Null(entity["absent"]);
        Assert.Null(entity.GetString("absent"));
        Assert.Null(entity.GetInt32("absent"));
        Assert.Null(entity.GetInt64("absent"));
        Assert.Null(entity.GetDouble("absent"));
        Assert.Null(entity.GetBoolean("absent"));
        Assert.Null(entity.GetGuid("absent"));
        Assert.Null(entity.GetBinary("absent"));
        Assert.Null(entity.GetBinaryData("absent"));
        Assert.Null(entity.GetDateTime("absent"));
        Assert.Null(entity.GetDateTimeOffset("absent"));
        Assert.False(entity.TryGetValue("absent", out _));
    }

    [Fact]
    public void OtherType_Throws()
    {
        var entity = new TableEntity { ["n"] = 1, ["s"] = "x" };
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("n"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("n"));
        Assert.Throws<InvalidOperationException>(() => entity.GetBinaryData("s"));
        Assert.Throws<InvalidOperationException>(() => entity.GetDateTime("s"));
    }

    [Fact]
    public void IntPutIntoLongOrDouble_KeepsTheType()
    {
        var entity = new TableEntity { ["big"] = 1L, ["ratio"] = 1.5, ["n"] = 1 };
        entity["big"] = 2;
        entity["ratio"] = 2;
        entity["n"] = 3L;
        Assert.Equal((2L, 2.0, 3L), (entity.GetInt64("big"), entity.GetDouble("ratio"), entity.GetInt64("n")));
    }

    [Fact]
    public void Times_AreGivenEitherWay()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8));
        var entity = new TableEntity { ["offset"] = time, ["utc"] = time.UtcDateTime };
        Assert.Equal((time.UtcDateTime, DateTimeKind.Utc), (entity.GetDateTime("offset"), entity.GetDateTime("offset")!.Value.Kind));
        Assert.Equal(time, entity.GetDateTimeOffset("utc"));
    }

    [Fact]
    public void Copied_DoesNotShareChanges()
    {
        var first = new TableEntity("p", "r") { ["n"] = 1 };
        var copy = new TableEntity(first) { ["n"] = 2 };
        Assert.Equal((1, 2, "p"), (first.GetInt32("n"), copy.GetInt32("n"), copy.PartitionKey));
    }

    [Fact]
    public void Dictionary_AddsEnumeratesAndRemoves()
    {
        var entity = new TableEntity("p", "r") { { "n", 1 } };
        IDictionary<string, object> dictionary = entity;
        dictionary.Add(new("m", 2));
        Assert.Equal(["PartitionKey", "RowKey", "n", "m"], dictionary.Select(property => property.Key));
        Assert.True(entity.Remove("n"));
        Assert.False(entity.Remove("n"));
        Assert.False(entity.ContainsKey("n"));
        entity.Clear();
        Assert.Empty(dictionary);
    }
}
