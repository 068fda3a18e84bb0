namespace FlowLog.Tests.Fuzz;

/// <summary>That the runs find what there is to find.</summary>
public sealed class FuzzRunTests
{
    [Fact]
    public void Exception_IsFoundAndSaysHowToRepeatIt()
    {
        var target = new Planted(input => input is [0xFF, ..] ? throw new IndexOutOfRangeException() : 1);
        var run = new FuzzRun(target, (_, _) => { });

        var failure = run.Run(100_000, 0);

        Assert.Contains(nameof(IndexOutOfRangeException), failure, StringComparison.Ordinal);
        var number = failure!.Split("FLOWLOG_FUZZ=planted:")[1].Split(' ')[0];
        Assert.NotNull(run.Check(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void TooMuchMemory_IsFound()
    {
        var target = new Planted(input => input.Length > 2 && input[1] == 0x7F ? new byte[1 << 20].Length : 1);

        Assert.Contains("bytes allocated", new FuzzRun(target, (_, _) => { }).Run(100_000, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_AreTheSameInEveryRun()
    {
        var (first, second) = (Inputs(), Inputs());

        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 100);
    }

    [Fact]
    public void PacketsAskedFor_AreTaken()
    {
        var run = new FuzzRun(new Planted(_ => 1), (_, _) => { });

        Assert.Null(run.Run(10, 5_000));
        Assert.True(run.Packets >= 5_000);
    }

    private static List<string> Inputs()
    {
        var seen = new List<string>();
        var run = new FuzzRun(new Planted(input => { seen.Add(Convert.ToHexString(input)); return 1; }), (_, _) => { });
        for (var number = 0; number < 200; number++)
            run.Check(number);
        return seen;
    }

    private sealed class Planted(Func<byte[], long> take) : FuzzTarget
    {
        public override string Name => "planted";

        public override int Inputs => 1;

        public override byte[] Make(Mutator mutator) => mutator.Spoilt([[1, 2, 3, 4]]);

        public override long AllocationBound(byte[] input) => 100_000;

        public override long Take(byte[] input) => take(input);
    }
}
