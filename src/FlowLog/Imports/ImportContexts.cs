using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>Numbers for what imported flows are told apart by besides their five-tuple; there are few of them, and many flows of each.</summary>
internal sealed class ImportContexts
{
    private const int VerdictBits = 4;

    private readonly List<ImportContext> _all = [];
    private readonly Dictionary<(long Window, int Verdict), int> _numbers = [];
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);

    // A reader gives all tuples of a group the same text.
    private string? _lastRule;
    private int _lastRuleNumber;

    public ImportContext this[long number] => _all[(int)number];

    public int NumberOf(long window, Direction direction, FlowAction action, string ruleId)
    {
        if (!ReferenceEquals(ruleId, _lastRule))
        {
            if (!_rules.TryGetValue(ruleId, out _lastRuleNumber))
                _rules[ruleId] = _lastRuleNumber = _rules.Count;
            _lastRule = ruleId;
        }

        var key = (window, (_lastRuleNumber << VerdictBits) | ((int)direction << 2) | (int)action);
        if (_numbers.TryGetValue(key, out var number))
            return number;
        number = _numbers[key] = _all.Count;
        _all.Add(new(window, direction, action, ruleId));
        return number;
    }
}
