using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables.Protocol;

namespace Offline.Tests.Protocol;

public sealed class EntityReaderTests
{
    private const string Sample = """
        {"odata.metadata":"http://h/$metadata#t/@Element","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-01-02T03:04:05.1234567Z",
        "b@odata.type":"Edm.Binary","b":"AQID","l@odata.type":"Edm.Int64","l":"-5","g@odata.type":"Edm.Guid","g":"66cf3753-1cc9-44c4-b857-4546f744901b",
        "d@odata.type":"Edm.DateTime","d":"2026-01-02T03:04:05Z","n@odata.type":"Edm.Double","n":"NaN","f":1.0,"i":1,"t":true,"s":"x\u00e9","z":null}
        """;

    [Fact]
    public void Entity_HasTypedProperties()
    {
        var entity = EntityReader.Read(Bytes(Sample));
        Assert.Equal((new ETag("W/\"1\""), "p", "r"), (entity.ETag, entity.PartitionKey, entity.RowKey));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_567), entity.Timestamp);
        Assert.Equal([1, 2, 3], entity.GetBinary("b"));
        Assert.Equal((-5L, double.NaN, 1.0, 1, true, "xé"), (entity["l"], entity["n"], entity["f"], entity["i"], entity["t"], entity["s"]));
        Assert.Equal((new Guid("66cf3753-1cc9-44c4-b857-4546f744901b"), 2026), (entity["g"], entity.GetDateTimeOffset("d")!.Value.Year));
        Assert.True(entity.ContainsKey("z"));
        Assert.DoesNotContain(entity.Keys, key => key.StartsWith("odata.m", StringComparison.Ordinal) || key.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void TypesInAnyPlace_AreApplied()
    {
        var entity = EntityReader.Read(Bytes("""{"a":"AQID","a@odata.type":"Edm.Binary","x@odata.type":"Edm.Int64","y@odata.type":"Edm.Double","y":2,"x":"3","w":4,"w@odata.type":"Edm.Double"}"""));
        Assert.Equal([1, 2, 3], entity.GetBinary("a"));
        Assert.Equal((3L, 2.0, 4.0), (entity["x"], entity["y"], entity["w"]));
    }

    [Fact]
    public void EscapedNamesAndValues_AreRead()
    {
        var entity = EntityReader.Read(Bytes("""{"\u0061\"@odata.type":"Edm.Int64","a\"":"\u0035","b@odata.type":"Edm.Binary","b":"\u0041QID"}"""));
        Assert.Equal(5L, entity["a\""]);
        Assert.Equal([1, 2, 3], entity.GetBinary("b"));
    }

    [Fact]
    public void Page_HasEntitiesOfDifferentShape()
    {
        var page = EntityReader.ReadPage(Bytes("""{"odata.metadata":{"x":[1]},"value":[{"a":1,"b":"x"},{"b":"y","a":2},{},{"a":3,"c@odata.type":"Edm.Int64","c":"4"}],"more":[]}"""));
        Assert.Equal([1, 2, null, 3], page.Select(entity => entity.GetInt32("a")));
        Assert.Equal(["x", "y", null, null], page.Select(entity => entity.GetString("b")));
        Assert.Equal(4L, page[3].GetInt64("c"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":{}}")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("{\"a@odata.type\":1,\"a\":1}")]
    [InlineData("{\"a@odata.type\":\"Edm.Unknown\",\"a\":\"x\"}")]
    [InlineData("{\"a@odata.type\":\"Edm.Binary\",\"a\":\"no_base64\"}")]
    [InlineData("{\"a@odata.type\":\"Edm.Int64\",\"a\":\"12x\"}")]
    [InlineData("{\"a@odata.type\":\"Edm.Int64\",\"a\":\"9223372036854775808\"}")]
    [InlineData("{\"a@odata.type\":\"Edm.Int64\",\"a\":1.5}")]
    [InlineData("{\"a@odata.type\":\"Edm.Guid\",\"a\":\"x\"}")]
    [InlineData("{\"a@odata.type\":\"Edm.DateTime\",\"a\":\"x\"}")]
    [InlineData("{\"Timestamp\":\"soon\"}")]
    public void WrongBytes_RaiseJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => EntityReader.Read(Bytes(json)));

    [Fact]
    public void CutOrChangedBytes_RaiseNothingElse()
    {
        var good = Bytes(Sample);
        var random = new Random(7);
        for (var length = 0; length < good.Length; length++)
            Assert.ThrowsAny<JsonException>(() => EntityReader.Read(good[..length]));
        for (var round = 0; round < 20_000; round++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => EntityReader.Read(bad)) is { } raised) Assert.IsAssignableFrom<JsonException>(raised);
            if (Record.Exception(() => EntityReader.ReadPage(bad)) is { } raisedByPage) Assert.IsAssignableFrom<JsonException>(raisedByPage);
        }
    }

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
