using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

/// <summary>Columns with checksums that fit whose heads promise more than there is: refused before anything is made for it.</summary>
public sealed class LyingColumnTests
{
    /// <summary>Beside what the rows themselves take.</summary>
    private const long MostAllocated = 256 * 1024;

    private static readonly byte[] Endless = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];

    /// <summary>2^20 as a number of one to three bytes.</summary>
    private static readonly byte[] AllRows = [0x80, 0x80, 0x40];

    public static TheoryData<string, int, byte[]> Lies => new()
    {
        { "runs without end", FlowFields.Bytes.Id, [2, .. Endless, .. Endless, 1, .. Endless, 1, .. Endless] },
        { "a run of every row, and another", FlowFields.Bytes.Id, [2, 0, 10, 1, 0, 5, 1, .. AllRows, .. AllRows] },
        { "runs of negative length", FlowFields.Bytes.Id, [2, 0, 10, 1, 0, 3, 1, 1, .. Endless] },
        { "a dictionary without end", FlowFields.Bytes.Id, [4, .. Endless, .. Endless, .. Endless] },
        { "a dictionary as large as the rows", FlowFields.Bytes.Id, [4, 0, 10, .. AllRows, 1] },
        { "blocks without bytes", FlowFields.Bytes.Id, [3, 0, 10] },
        { "blocks of 64 bits", FlowFields.Bytes.Id, [3, 0, 10, 64, 64, 64, 64] },
        { "blocks of 255 bits", FlowFields.Bytes.Id, [3, 0, 10, 255, 255, 255] },
        { "relative to a column that there is none of", FlowFields.Bytes.Id, [5, 0, 10, 99, 1, 0] },
        { "relative to itself", FlowFields.Bytes.Id, [5, 0, 10, (byte)FlowFields.Bytes.Id, 1, 0] },
        { "texts without end", FlowFields.EniId.Id, [6, .. Endless, .. Endless] },
        { "as many texts as rows, and none there", FlowFields.EniId.Id, [6, .. AllRows, 1] },
        { "a text without end", FlowFields.EniId.Id, [6, 2, .. Endless, 1, 97] },
        { "addresses without end", ChunkLimits.AddressesId, [7, .. Endless, .. Endless] },
        { "as many addresses as rows, and none there", ChunkLimits.AddressesId, [7, .. AllRows, .. AllRows] },
        { "one byte", FlowFields.Bytes.Id, [3] },
        { "nothing", FlowFields.Bytes.Id, [] },
    };

    [Theory, MemberData(nameof(Lies))]
    public void IsRefused_WithItsColumn_AndTakesNoMemory(string name, int column, byte[] content)
    {
        Decode(column, content, 1000);
        foreach (var rows in new[] { 1000, ChunkLimits.MaxRows })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var damage = Decode(column, content, rows);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(damage is { Chunk: "here" } && damage.ColumnId == column, $"{name}: {damage?.Message ?? "it was read"}");
            Assert.Contains("(chunk here)", damage!.Message, StringComparison.Ordinal);
            // Ahead of a column comes what it is decoded to: a number a row, or two addresses.
            Assert.InRange(allocated, 0, MostAllocated + (40L * rows));
        }
    }

    private static ChunkFormatException? Decode(int column, byte[] content, int rows)
    {
        var writer = new ByteWriter();
        writer.Bytes(content);
        var field = FlowFields.All.FirstOrDefault(field => field.Id == column, FlowFields.Source);
        var columns = new Dictionary<int, ReadOnlyMemory<byte>> { [column] = EncodedColumn.Seal(writer, column, rows) };
        if (column == ChunkLimits.AddressesId)
            columns[field.Id] = ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord { Flow = new(IpAddress.V4(1), IpAddress.V4(2), 3, 4, 17) }])).Columns[field.Id];
        try
        {
            ChunkDecoder.Decode(new Chunk { Rows = rows, Columns = columns, Name = "here" }, [field]);
            return null;
        }
        catch (ChunkFormatException damage)
        {
            return damage;
        }
    }
}
