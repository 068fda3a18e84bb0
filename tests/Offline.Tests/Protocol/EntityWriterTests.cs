using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Protocol;

namespace Offline.Tests.Protocol;

public sealed class EntityWriterTests
{
    [Fact]
    public void Entity_IsOneLineOfAnnotatedJson() =>
        Assert.Equal(
            "{\"PartitionKey\":\"p\",\"RowKey\":\"it's\",\"l@odata.type\":\"Edm.Int64\",\"l\":\"5\",\"d@odata.type\":\"Edm.Double\",\"d\":5,"
            + "\"n@odata.type\":\"Edm.Double\",\"n\":\"-Infinity\",\"b@odata.type\":\"Edm.Binary\",\"b\":\"+/8=\",\"s\":\"a\\nb\",\"z\":null,"
            + "\"t@odata.type\":\"Edm.DateTime\",\"t\":\"1970-01-01T00:00:00.0000000Z\"}",
            Written(new TableEntity("p", "it's")
            {
                ["l"] = 5L,
                ["d"] = 5.0,
                ["n"] = double.NegativeInfinity,
                ["b"] = new byte[] { 0xFB, 0xFF },
                ["s"] = "a\nb",
                ["z"] = null,
                ["t"] = DateTimeOffset.UnixEpoch,
            }));

    [Fact]
    public void ETagAndTimestamp_StayOut() =>
        Assert.Equal("{\"PartitionKey\":\"p\"}", Written(new TableEntity { PartitionKey = "p", ETag = ETag.All, Timestamp = DateTimeOffset.UnixEpoch }));

    [Fact]
    public void RandomEntities_AreReadAsWritten()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var entity = new TableEntity($"p{round}", "r");
            for (var n = random.Next(20); n > 0; n--) entity[RandomText(random, 1 + random.Next(20))] = RandomValue(random);
            var body = new RequestBody(random.Next(2) == 0 ? 1 : EntityWriter.Estimate(entity));
            EntityWriter.Write(body, entity);

            var read = EntityReader.Read(body.Written);

            Assert.Equal(entity.Keys, read.Keys);
            foreach (var key in entity.Keys) Assert.Equal(entity[key], read[key]);
            body.Release();
        }
    }

    private static string Written(TableEntity entity)
    {
        var body = new RequestBody(0);
        EntityWriter.Write(body, entity);
        return Encoding.UTF8.GetString(body.Written.Span);
    }

    private static object RandomValue(Random random) => random.Next(8) switch
    {
        0 => RandomText(random, random.Next(3000)),
        1 => random.Next(int.MinValue, int.MaxValue),
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        4 => random.Next(2) == 0,
        5 => new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero),
        6 => new Guid(RandomBytes(random, 16)),
        _ => RandomBytes(random, random.Next(5000)),
    };

    // Any character but lone halves of a pair, which UTF-8 does not have.
    private static string RandomText(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0xD800)));

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
