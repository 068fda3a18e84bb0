using System.Numerics;

namespace FlowLog.Network;

/// <summary>Rules that share one condition on a value, and the values that meet it. Spans may overlap; both ends are included.</summary>
internal sealed record RuleSpans<T>(ulong[] Rules, IReadOnlyList<(T First, T Last)> Spans)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>;
