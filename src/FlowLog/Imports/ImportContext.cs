using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>When and how an imported flow was judged.</summary>
/// <param name="Window">Unix seconds of its start.</param>
internal readonly record struct ImportContext(long Window, Direction Direction, FlowAction Action, string RuleId)
{
    /// <summary>By direction, action and rule.</summary>
    public static int Compare(in ImportContext a, in ImportContext b)
    {
        if (a.Direction != b.Direction)
            return a.Direction.CompareTo(b.Direction);
        return a.Action != b.Action ? a.Action.CompareTo(b.Action) : string.CompareOrdinal(a.RuleId, b.RuleId);
    }
}
