using FlowLogFunctions.Analysis.Export;

namespace FlowLogFunctions.Tests.Analysis.Export;

public sealed class ReadingAheadTests
{
    [Fact]
    public async Task Items_ComeInOrder_AndFewAreMadeBeforeTheyAreTaken()
    {
        var made = 0;
        var taken = 0;
        await foreach (var item in Numbers().Ahead(3, default))
        {
            Assert.Equal(taken++, item);
            Assert.InRange(Volatile.Read(ref made), taken, taken + 4);
        }

        Assert.Equal(200, taken);

        async IAsyncEnumerable<int> Numbers()
        {
            for (var number = 0; number < 200; number++)
            {
                await Task.Yield();
                Interlocked.Increment(ref made);
                yield return number;
            }
        }
    }

    [Fact]
    public async Task Fault_ComesAfterTheItemsBeforeIt()
    {
        var taken = new List<int>();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in Failing().Ahead(1, default))
                taken.Add(item);
        });

        Assert.Equal("third", fault.Message);
        Assert.Equal([1, 2], taken);

        static async IAsyncEnumerable<int> Failing()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
            throw new InvalidOperationException("third");
        }
    }

    [Fact]
    public async Task LeavingEarly_EndsTheSource()
    {
        var isEnded = false;

        await foreach (var item in Endless(default).Ahead(1, default))
        {
            if (item == 2)
                break;
        }

        Assert.True(isEnded);

        async IAsyncEnumerable<int> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    await Task.Delay(0, cancellation);
                    yield return number;
                }
            }
            finally
            {
                isEnded = true;
            }
        }
    }
}
