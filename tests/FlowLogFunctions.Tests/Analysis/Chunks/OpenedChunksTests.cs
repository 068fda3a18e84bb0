using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Analysis.Chunks;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Analysis.Chunks;

public sealed class OpenedChunksTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public void Full_LetsGoOfWhatWasNotUsedForLongest()
    {
        var opened = Of(mebibytes: 1);
        foreach (var number in Enumerable.Range(0, 4))
            opened.Keep(Header(number), Sized(Mebibyte / 4));
        Assert.True(opened.TryFind(Header(0), out _));

        opened.Keep(Header(4), Sized(Mebibyte / 4));

        Assert.Equal([0, 2, 3, 4], Enumerable.Range(0, 5).Where(number => opened.TryFind(Header(number), out _)));
        Assert.Equal(Mebibyte, opened.Bytes);
    }

    [Fact]
    public void LargerThanAll_IsNotKept()
    {
        var opened = Of(mebibytes: 1);

        opened.Keep(Header(1), Sized(Mebibyte + 1));

        Assert.False(opened.TryFind(Header(1), out _));
        Assert.Equal(0, opened.Bytes);
    }

    [Fact]
    public void None_KeepsNothing()
    {
        var opened = Of(mebibytes: 0);

        opened.Keep(Header(1), Sized(1));

        Assert.False(opened.TryFind(Header(1), out _));
    }

    [Fact]
    public void MoreColumns_TakeThePlaceOfFewer()
    {
        var opened = Of(mebibytes: 1);
        opened.Keep(Header(1), Sized(1000));

        opened.Keep(Header(1), Sized(3000));

        Assert.True(opened.TryFind(Header(1), out var chunk));
        Assert.Equal((3000, 3000), (chunk.Bytes, opened.Bytes));
    }

    [Fact]
    public void ManyThreads_KeepWithinTheBound()
    {
        var opened = Of(mebibytes: 1);

        Parallel.For(0, 20_000, number =>
        {
            if (!opened.TryFind(Header(number % 300), out _))
                opened.Keep(Header(number % 300), Sized(1000 + (number % 20_000)));
        });

        Assert.InRange(opened.Bytes, 1, Mebibyte);
        Assert.Equal(opened.Bytes, Enumerable.Range(0, 300).Sum(number => opened.TryFind(Header(number), out var chunk) ? chunk.Bytes : 0));
    }

    [Fact]
    public void Addresses_KeepTheirNumbersOfOneLogstore()
    {
        var opened = Of(mebibytes: 1);
        var address = IpAddress.Parse("10.0.0.1");

        var number = opened.AddressesOf("one").NumberOf(address);

        Assert.Equal(number, opened.AddressesOf("one").NumberOf(address));
        Assert.NotSame(opened.AddressesOf("one"), opened.AddressesOf("other"));
    }

    private static OpenedChunks Of(int mebibytes) => new(Options.Create(new AnalysisOptions { CacheMebibytes = mebibytes }));

    private static ChunkHeader Header(int number) => new("table", "09-1", $"c~{number}", 1, default, 0);

    private static OpenedChunk Sized(long bytes) =>
        new(new ChunkReader(new() { Rows = 0, Columns = new Dictionary<int, ReadOnlyMemory<byte>>() }, isShared: true), new HashSet<int>(), bytes);
}
