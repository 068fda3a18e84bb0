using System.Diagnostics;
using FlowLog.Benchmarks.Measuring;

namespace FlowLog.Benchmarks.Live;

/// <summary>Frames a second that a veth pair carries into a capture without a loss, and the processor time of each.</summary>
internal static class LiveBenchmark
{
    private const double FirstRate = 100_000;
    private const double Factor = 1.25;
    private const int Repetitions = 3;

    /// <summary>Of the rate that was asked for: a sender that stays behind this has no more to give.</summary>
    private const double Enough = 0.97;

    /// <summary>After it a frame that was not taken is lost.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            output.WriteLine("Skipped: network namespaces need Linux and root.");
            return;
        }

        using var hosts = new LiveHosts();
        using var sender = hosts.Sender.Run(() => new PacedSender(LiveHosts.Interface));
        output.WriteLine(FormattableString.Invariant($"Frames of 60 bytes, UDP, {PacedSender.Flows:N0} flows in turn; one sending thread on the same machine."));
        output.WriteLine();
        var receivers = new List<Func<ILiveReceiver>> { () => new ServiceReceiver(hosts) };
        if (SoftflowdReceiver.IsThere())
            receivers.Add(() => new SoftflowdReceiver(hosts));
        else
            output.WriteLine("softflowd is not installed: without it.\n");
        var highest = new Table("frames/s without a loss", "sent", "µs of processor time a frame", "next step");
        var full = new Table(["sender at full speed", "sent/s", "taken", "lost", "µs of processor time a frame"]);
        foreach (var begin in receivers)
        {
            using var receiver = begin();
            await SendAsync(receiver, sender, FirstRate, command.Time / 2, cancellation);
            highest.Add(await HighestAsync(receiver, sender, command.Time, cancellation));
            var step = await SendAsync(receiver, sender, double.PositiveInfinity, command.Time, cancellation);
            full.Add(receiver.Name, Figures.Text(step.Sent), Percent(step.Frames - step.Lost, step.Frames), Percent(step.Lost, step.Frames), Figures.Text(step.MicrosecondsPerFrame));
        }

        highest.Write(output);
        full.Write(output);
    }

    /// <summary>Raises the rate until a frame is lost in one of three repetitions, or the sender has no more to give.</summary>
    private static async Task<string[]> HighestAsync(ILiveReceiver receiver, PacedSender sender, TimeSpan time, CancellationToken cancellation)
    {
        LiveStep? best = null;
        for (var rate = FirstRate; ; rate *= Factor)
        {
            var steps = new List<LiveStep>();
            while (steps.Count < Repetitions && steps.All(step => step.Lost == 0))
                steps.Add(await SendAsync(receiver, sender, rate, time / Repetitions, cancellation));
            if (steps[^1].Lost > 0)
                return Row(receiver, best, FormattableString.Invariant($"loses {Percent(steps[^1].Lost, steps[^1].Frames)} at {Figures.Text(steps[^1].Sent)}"));
            best = steps.OrderBy(step => step.Sent).ElementAt(Repetitions / 2);
            if (best.Sent < rate * Enough)
                return Row(receiver, best, "none: the sender has no more to give");
        }
    }

    private static async Task<LiveStep> SendAsync(ILiveReceiver receiver, PacedSender sender, double rate, TimeSpan time, CancellationToken cancellation)
    {
        var before = receiver.Counts(0);
        var sent = sender.Send(rate, time, cancellation);
        var after = receiver.Counts(sent.Busy);
        for (var began = Stopwatch.GetTimestamp(); after.Taken - before.Taken < sent.Frames && Stopwatch.GetElapsedTime(began) < LongestDelay;)
        {
            await Task.Delay(BetweenLooks, cancellation);
            after = receiver.Counts(sent.Busy);
        }

        var taken = after.Taken - before.Taken;
        return new(sent.Frames / sent.Seconds, Math.Max(sent.Frames - taken, 0), sent.Frames, (after.Busy - before.Busy) * 1e6 / Math.Max(taken, 1));
    }

    private static string[] Row(ILiveReceiver receiver, LiveStep? best, string next) =>
        [receiver.Name, best is null ? "none" : Figures.Text(best.Sent), best is null ? "" : Figures.Text(best.MicrosecondsPerFrame), next];

    private static string Percent(long part, long of) => FormattableString.Invariant($"{100.0 * part / Math.Max(of, 1):0.##} %");
}
