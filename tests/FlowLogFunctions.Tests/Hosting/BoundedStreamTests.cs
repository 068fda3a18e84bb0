using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Tests.Hosting;

public sealed class BoundedStreamTests
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(9, 10, true)]
    [InlineData(10, 10, true)]
    [InlineData(11, 10, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, -1, false)]
    public async Task ReadsSoMuch_AndNoMore(int length, long most, bool fits)
    {
        Func<Task<int>> read = async () =>
        {
            using var copy = new MemoryStream();
            await new BoundedStream(new MemoryStream(new byte[length]), most).CopyToAsync(copy, 3);
            return (int)copy.Length;
        };

        if (fits)
            Assert.Equal(length, await read());
        else
            await Assert.ThrowsAsync<BodyTooLargeException>(read);
    }
}
