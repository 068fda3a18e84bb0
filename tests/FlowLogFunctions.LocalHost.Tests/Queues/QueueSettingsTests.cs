using FlowLogFunctions.LocalHost.Queues;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Tests.Queues;

public sealed class QueueSettingsTests
{
    [Fact]
    public void Nothing_IsTheExtensionsDefaults() => Assert.Equal(
        new QueueSettings(16, 8, TimeSpan.Zero, 5, TimeSpan.FromMinutes(1), IsBase64: true), Read());

    [Fact]
    public void All_AreRead() => Assert.Equal(
        new QueueSettings(32, 3, TimeSpan.FromSeconds(5), 1, TimeSpan.FromSeconds(2), IsBase64: false),
        Read(
            ("batchSize", "32"), ("newBatchThreshold", "3"), ("visibilityTimeout", "00:00:05"), ("maxDequeueCount", "1"),
            ("maxPollingInterval", "00:00:02"), ("messageEncoding", "None")));

    [Fact]
    public void Threshold_IsHalfTheBatch() => Assert.Equal(5, Read(("batchSize", "10")).NewBatchThreshold);

    [Theory]
    [InlineData("batchSize", "0")]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "many")]
    [InlineData("maxDequeueCount", "0")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("visibilityTimeout", "-00:00:01")]
    [InlineData("visibilityTimeout", "8.00:00:00")]
    [InlineData("maxPollingInterval", "00:00:00.01")]
    [InlineData("messageEncoding", "utf8")]
    public void OutOfBounds_IsRefused(string name, string value)
    {
        var problem = Assert.Throws<StartException>(() => Read((name, value)));

        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PollingDelay_DoublesUpToItsLongest()
    {
        var delay = new PollingDelay(TimeSpan.FromSeconds(1));

        var delays = Enumerable.Range(0, 6).Select(_ => delay.Next().TotalMilliseconds).ToList();
        delay.Reset();

        Assert.Equal([100, 200, 400, 800, 1000, 1000], delays);
        Assert.Equal(100, delay.Next().TotalMilliseconds);
    }

    private static QueueSettings Read(params (string Name, string Value)[] values) => QueueSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build());
}
