using System.Diagnostics;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Observability;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Observability;

public sealed class MessageTraceTests
{
    [Fact]
    public void Sender_ComesBackFromBothKindsOfMessage()
    {
        using var activities = new Activities();
        using var sender = Traces.Start("sender of a test")!;

        var (batch, change) = (MessageTrace.ContextOf(MessageTrace.Parent), MessageTrace.ContextOf(MessageTrace.Text));

        Assert.Equal(new ActivityContext(sender.TraceId, sender.SpanId, ActivityTraceFlags.Recorded, isRemote: true), batch);
        Assert.Equal(batch, change);
    }

    [Fact]
    public void ActivitiesOfOthers_AreNoSenders()
    {
        using var other = new Activity("another's").Start();

        Assert.Null(MessageTrace.Parent);
        Assert.Null(MessageTrace.Text);
        Assert.Equal(default, MessageTrace.ContextOf(MessageTrace.Parent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("zz-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("<script>")]
    public void TextThatIsNoTrace_IsLeftAside(string? text)
    {
        var message = new FlowLogChange("1", "cn-hangzhou", "fl-1", text).Write();

        Assert.Equal(default, MessageTrace.ContextOf(FlowLogChange.Read(message).TraceParent));
    }
}
