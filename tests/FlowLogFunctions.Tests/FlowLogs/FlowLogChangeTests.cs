using System.Text;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.FlowLogs;

public sealed class FlowLogChangeTests
{
    [Fact]
    public void WrittenMessage_ReadsAsTheSame()
    {
        var change = new FlowLogChange("1000000000000001", "cn-hangzhou", "fl-a2345678901234567");

        var message = change.Write();

        Assert.Equal(change, FlowLogChange.Read(message));
        Assert.StartsWith("""{"kind":"flowLogChange","version":1,""", message.ToString(), StringComparison.Ordinal);
        Assert.InRange(message.ToMemory().Length, 1, TableLimits.MessageBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"kind":"flowLogChange","version":2,"accountId":"1","region":"r","flowLogId":"fl-1"}""")]
    [InlineData("""{"kind":"batch","version":1,"accountId":"1","region":"r","flowLogId":"fl-1"}""")]
    [InlineData("""{"kind":"flowLogChange","version":1,"accountId":"","region":"r","flowLogId":"fl-1"}""")]
    [InlineData("""{"kind":"flowLogChange","version":1,"accountId":5,"region":"r","flowLogId":"fl-1"}""")]
    [InlineData("""{"kind":"flowLogChange","version":1,"accountId":"1","region":"r"}""")]
    public void MalformedMessage_IsRefused(string message) =>
        Assert.Throws<FlowLogChangeException>(() => FlowLogChange.Read(Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void HostileBytes_AreRefused()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 1000; turn++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.Throws<FlowLogChangeException>(() => FlowLogChange.Read(bytes));
        }
    }
}
