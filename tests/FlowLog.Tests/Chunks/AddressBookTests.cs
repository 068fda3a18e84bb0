using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class AddressBookTests
{
    [Fact]
    public void EachAddress_HasANumberOfItsOwn_HoweverOftenItComes()
    {
        var random = new Random(5);
        List<IpAddress> addresses =
        [
            IpAddress.None, IpAddress.V4(uint.MaxValue), new(0, true), new(1, true), new(UInt128.MaxValue, true),
            .. Enumerable.Range(1, 10_000).Select(number => IpAddress.V4((uint)number)),
            .. Enumerable.Range(1, 10_000).Select(number => new IpAddress((UInt128)(uint)number << (number % 96), true)).Distinct(),
        ];
        addresses = [.. addresses.Distinct()];
        var book = new AddressBook();

        var numbers = addresses.ToDictionary(address => address, book.NumberOf);

        Assert.Equal(Enumerable.Range(1, addresses.Count), numbers.Values.Order());
        Assert.Equal(addresses.Count + 1, book.Bound);
        foreach (var address in addresses.OrderBy(_ => random.Next()))
        {
            Assert.Equal(numbers[address], book.NumberOf(address));
            Assert.Equal(address, book[numbers[address]]);
        }
    }

    [Fact]
    public async Task ManyThreads_AgreeOnTheNumbers()
    {
        var chunks = Enumerable.Range(0, 8).Select(seed => ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, 3_000))).ToList();
        var book = new AddressBook();

        var found = await Task.WhenAll(chunks.Concat(chunks).Select(chunk => Task.Run(() =>
        {
            using var reader = new ChunkReader(chunk);
            return reader.Addresses.ToArray().Zip(book.NumbersOf(reader.Addresses)).ToList();
        })));

        foreach (var (address, number) in found.SelectMany(pairs => pairs))
            Assert.Equal(address, book[number]);
        Assert.Equal(found.SelectMany(pairs => pairs).Select(pair => pair.First).Distinct().Count(), book.Bound - 1);
    }
}
