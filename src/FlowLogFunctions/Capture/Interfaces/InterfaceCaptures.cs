using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>The captures of this process, one an ENI whose source is an interface. They end when nobody asks for them any more.</summary>
internal sealed class InterfaceCaptures(
    IOptions<InterfaceOptions> interfaces, IOptions<CaptureOptions> capture, Telemetry telemetry, RandomNumberGenerator random, TimeProvider time,
    ILogger<InterfaceCapture> log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Scope Scope, string EniId), InterfaceCapture> _captures = [];
    private bool _isOver;

    /// <summary>Captures that were begun and have not ended.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _captures.Values.Count(running => !running.HasEnded);
        }
    }

    /// <summary>The running capture of an ENI; begins it if there is none, or if it is of another interface or counts other packets.</summary>
    /// <exception cref="ObjectDisposedException">The process stops.</exception>
    public InterfaceCapture Ask(Scope scope, Eni eni)
    {
        var name = eni.Source.Interface ?? throw new ArgumentException($"The traffic source of {eni.Id} is no interface.", nameof(eni));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            foreach (var (key, _) in _captures.Where(entry => entry.Value.HasEnded).ToList())
                _captures.Remove(key);
            var choice = new PacketChoice(eni.Source.SamplingRate, eni.Source.InsideTunnels, capture.Value.Multicast);
            if (_captures.TryGetValue((scope, eni.Id), out var running) && running.Name == name && running.Choice == choice)
            {
                running.Ask();
                return running;
            }

            running?.Stop();
            var begun = New(name, choice);
            begun.Start();
            return _captures[(scope, eni.Id)] = begun;
        }
    }

    /// <summary>Ends all captures and begins no more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var running in _captures.Values)
                running.Stop();
            foreach (var running in _captures.Values)
                running.Dispose();
            _captures.Clear();
        }
    }

    private InterfaceCapture New(string name, PacketChoice choice)
    {
        Span<byte> chosen = stackalloc byte[16];
        random.GetBytes(chosen);
        var limits = new CaptureLimits(RingSize.OfMebibytes(interfaces.Value.RingMebibytes), capture.Value.MaxFlows, interfaces.Value.HeldFlows);
        return new(name, choice, Convert.ToHexStringLower(chosen[..8]), BitConverter.ToUInt64(chosen[8..]), limits, telemetry, time, log);
    }
}
