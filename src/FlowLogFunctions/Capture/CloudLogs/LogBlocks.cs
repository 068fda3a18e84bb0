using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>
/// Which part of a blob of Azure comes next. Its writer begins with a block of 12 bytes and ends with one of 2, and each time puts one
/// block of records before that. A blob that is laid out otherwise, such as a copy, is read in one piece whenever it has changed.
/// </summary>
internal static class LogBlocks
{
    /// <summary><c>{"records":[</c></summary>
    public const int HeadBytes = 12;

    /// <summary><c>]}</c></summary>
    private const int TailBytes = 2;

    /// <summary>The part behind a position, of so many bytes or one block; null if there is none.</summary>
    public static LogPart? Next(CloudLogBlocks version, long bytes, LogPosition? position, long hour, long most)
    {
        var blocks = version.Blocks;
        var isBlockwise = blocks.Count >= 2 && blocks[0].Bytes == HeadBytes && blocks[^1].Bytes == TailBytes;
        if (!isBlockwise)
        {
            var isSame = position is not null && position.ETag == version.ETag;
            return isSame || bytes == 0 ? null : new(hour, 0, bytes, null, Known(position), position is not null, false);
        }

        var at = position is null ? 1 : Behind(blocks, position);
        var isAnew = at < 0;
        at = isAnew ? 1 : at;
        var (from, end) = (at, blocks[at - 1].End);
        while (at < blocks.Count - 1 && (at == from || blocks[at].End - blocks[from - 1].End <= most))
            end = blocks[at++].End;
        if (at == from)
            return null;
        var passOver = isAnew ? Known(position) : position?.PassOver ?? 0;
        return new(hour, blocks[from - 1].End, end, blocks[at - 1].Id, passOver, isAnew, at < blocks.Count - 1);
    }

    /// <summary>Whether the blob still has the block that ends a part, in its place.</summary>
    public static bool Has(CloudLogBlocks version, LogPart part) =>
        version.Blocks.Any(block => block.End == part.To && block.Id == part.ToBlock);

    private static long Known(LogPosition? position) => position is null ? 0 : position.Tuples + position.PassOver;

    /// <summary>Index of the first block behind a position; -1 if the blob was written anew.</summary>
    private static int Behind(IReadOnlyList<CloudLogBlock> blocks, LogPosition position)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index].End == position.Offset)
                return blocks[index].Id == position.Block ? index + 1 : -1;
        }

        return -1;
    }
}
