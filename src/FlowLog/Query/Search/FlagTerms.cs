using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>TCP flags: names of those that must be set, or a number for all of them exactly.</summary>
internal sealed class FlagTerms(FlowField field, string name) : NumberTerms(field, name)
{
    protected override FlowPredicate Exactly(SearchToken value, SearchProblems problems)
    {
        if (!char.IsAsciiLetter(value.Text.Trim()[0]))
            return base.Exactly(value, problems);
        var mask = 0L;
        foreach (var flag in value.Text.Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (TcpFlagNames.Find(flag) is not { } bit)
                return problems.Add(SearchCodes.UnknownName, value, $"{SearchToken.Quoted(flag)} is no TCP flag; there are {string.Join(", ", TcpFlagNames.All)}, and several are written syn+ack.");
            mask |= bit;
        }

        return new HasFlags(Field, mask, Every: true);
    }
}
