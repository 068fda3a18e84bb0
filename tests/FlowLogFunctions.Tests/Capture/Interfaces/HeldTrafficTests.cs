using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

public sealed class HeldTrafficTests
{
    private const long Noon = 1_763_812_800;
    private const long Second = 1_000_000_000;
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(Noon + 12);

    private readonly HeldTraffic _held = new("eth0", Since, 1000);

    [Fact]
    public void TimeBeforeTheCapture_IsSaidToBeMissing()
    {
        var losses = Losses(Noon - 60, Noon + 120);

        Assert.Equal(
            [
                new Loss(Noon - 60, $"{Begun} (60 of 60 s not observed)"),
                new Loss(Noon, $"{Begun} (12 of 60 s not observed)"),
            ],
            losses);
    }

    [Fact]
    public void Absences_AddUpByWindowAndReason()
    {
        Absent(70, 71.5, "down");
        Absent(80, 80.25, "down");
        Absent(110, 130, "gone");

        Assert.Equal(
            ["down (1.75 of 60 s not observed)", "gone (10 of 60 s not observed)", "gone (10 of 60 s not observed)"],
            Losses(Noon + 60, Noon + 180).Select(loss => loss.Reason));
        Assert.Equal(["down (1.75 of 240 s not observed)", "gone (20 of 240 s not observed)"], Losses(Noon + 60, Noon + 300, 300).Select(loss => loss.Reason));
    }

    [Fact]
    public void ManyAbsences_AreBoundedAndHideNothing()
    {
        for (var i = 0; i < 5000; i++)
            Absent(60 + (2 * i), 61 + (2 * i), $"reason {i}");

        Assert.InRange(_held.Read(Plan(Noon, Noon + 60)).Absences.Count, 1, 1000);
        var losses = Losses(Noon + 60, Noon + 10_080);
        Assert.Equal((10_080 - 60) / 60, losses.Select(loss => loss.Time).Distinct().Count(time => time < Noon + 10_080));
    }

    [Fact]
    public void MoreFlowsThanAreHeld_OldestWindowsAreGivenUp_ReadOnesStay()
    {
        for (var minute = 0; minute < 4; minute++)
            _held.Close([Window(Noon + (60 * minute), 300)], Noon + (60 * minute) + 60);
        var read = _held.Read(Plan(Noon, Noon + 60)).Windows.Single();

        Assert.True(_held.MakeRoom(0));

        var windows = _held.Read(Plan(Noon, Noon + 240)).Windows;
        Assert.Equal([false, true, false, false], windows.Select(window => window.IsGivenUp));
        Assert.Same(read, windows[0]);
        Assert.Contains(Losses(Noon, Noon + 240), loss => loss.Time == Noon + 60 && loss.Reason == "300 packets given up: more than 1000 flows of eth0 waited to be handed over");
    }

    [Fact]
    public void MoreFlowsThanAreHeldInOneWindow_DoNotFit() => Assert.False(_held.MakeRoom(1001));

    [Fact]
    public void LaterPlan_LetsGoWhatTheCursorHasPassed()
    {
        _held.Close([Window(Noon, 5), Window(Noon + 60, 5)], Noon + 120);

        Assert.Equal(2, _held.Read(Plan(Noon, Noon + 120)).Windows.Count);
        Assert.Equal([Noon + 60], _held.Read(Plan(Noon + 60, Noon + 120)).Windows.Select(window => window.Start));
        Assert.Single(_held.Read(Plan(Noon, Noon + 120)).Windows);
    }

    [Fact]
    public void WindowsOfManyMinutes_KeepWhatEachLacks()
    {
        var window = Window(Noon + 60, 2);
        window.Drop(1234);
        window.Skip(nameof(NotFlow.BadHeader));
        window.Skip(nameof(NotFlow.Arp));
        _held.Close([window], Noon + 120);

        Assert.Equal(["1234 packets dropped by the kernel on eth0", "1 packets cannot be read (BadHeader)"], Losses(Noon + 60, Noon + 120).Select(loss => loss.Reason));
    }

    [Fact]
    public void EndedCapture_IsNotMistakenForAQuietOne()
    {
        _held.End();

        Assert.Throws<ObjectDisposedException>(() => _held.Read(Plan(Noon, Noon + 60)));
    }

    private static string Begun => "eth0 was not captured before 2025-11-22T12:00:12Z, when the service began to";

    private static CapturePlan Plan(long from, long until, int interval = 60) => new(from, until, interval, [], []);

    private void Absent(double from, double until, string reason) =>
        _held.Absent((Noon * Second) + (long)(from * Second), (Noon * Second) + (long)(until * Second), reason);

    private IReadOnlyList<Loss> Losses(long from, long until, int interval = 60)
    {
        var (windows, absences) = _held.Read(Plan(from, until, interval));
        return new WindowLosses("eth0", Plan(from, until, interval), 1000).Of(windows, absences);
    }

    private static HeldWindow Window(long start, int flows)
    {
        var window = new HeldWindow(start, 1_000_000, 0);
        var counting = new PacketCounting(PacketChoice.Every, 0);
        for (var i = 0; i < flows; i++)
        {
            var frame = Pcaps.Headers(new(0, "10.0.0.1", "10.0.0.2", i, 53, 100));
            window.Add(counting, new RingFrame { Data = frame, Length = 100, TimeNanoseconds = start * Second }, LinkType.Raw, (ulong)i);
        }

        window.Close();
        return window;
    }
}
