using System.Globalization;

namespace FlowLog.Tests.Fuzz;

/// <summary>
/// Bytes that nobody should have written, for everything that reads bytes. With <c>FLOWLOG_LONG=1</c> ten million packets and more;
/// with <c>FLOWLOG_FUZZ=target:number</c> one input alone.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>Times as many inputs, and packets of each kind of capture, in a long run.</summary>
    private const int Longer = 40;
    private const long LongPackets = 2_500_000;

    private static readonly string? Only = Environment.GetEnvironmentVariable("FLOWLOG_FUZZ");

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name).Where(name => Only is null || Only.StartsWith(name + ":", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AnyBytes_GiveValuesOrTheirOwnException(string name)
    {
        var target = FuzzTarget.All.Single(target => target.Name == name);
        var run = new FuzzRun(target, (inputs, packets) => Console.Error.WriteLine($"{name}: {inputs:N0} inputs, {packets:N0} packets"));
        if (Only is not null)
        {
            var found = run.Check(long.Parse(Only[(name.Length + 1)..], CultureInfo.InvariantCulture));
            Assert.True(found is null, found);
            return;
        }

        var isLong = Environment.GetEnvironmentVariable("FLOWLOG_LONG") == "1";
        var failure = run.Run((long)target.Inputs * (isLong ? Longer : 1), isLong && target is CaptureTarget or PacketTarget ? LongPackets : 0);
        Assert.True(failure is null, failure);
        Assert.True(run.Packets > 1_000, $"{run.Packets} packets are too few to say anything.");
    }
}
