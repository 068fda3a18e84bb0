using System.Globalization;
using FlowLog.Query.Search;
using FlowLog.Scan;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Takes the parameters of a request's query one by one and collects every problem on the way.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase) { "regionId" };
    private readonly List<FieldProblem> _problems = [];

    public string? Text(string name, Func<string, string?>? rule = null)
    {
        _known.Add(name);
        var values = query[name];
        if (values.Count == 0)
            return null;
        if (values.Count > 1)
            return Wrong(name, "MoreThanOnce", "is given more than once.");
        return rule?.Invoke(values[0]!) is { } complaint ? Wrong(name, "Malformed", complaint) : values[0];
    }

    /// <summary>A parameter that may be given several times.</summary>
    public IReadOnlyList<string> Texts(string name, int most)
    {
        _known.Add(name);
        var values = query[name];
        if (values.Count > most)
            Wrong(name, "TooMany", FormattableString.Invariant($"is given {values.Count} times; at most {most} are allowed."));
        return [.. values.Select(value => value ?? "")];
    }

    public long Number(string name, long least, long most, long otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, "ValueNotSupported", FormattableString.Invariant($"must be a whole number from {least} to {most}."));
        return otherwise;
    }

    public bool Flag(string name) => Choice(name, ["true", "false"]) == "true";

    public string? Choice(string name, IReadOnlyList<string> among)
    {
        if (Text(name) is not { } text)
            return null;
        return among.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? Wrong(name, "ValueNotSupported", $"must be one of {string.Join(", ", among)}.");
    }

    /// <summary>A time as ISO 8601 with its zone, or as Unix seconds.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (RequestTime.Parse(text) is { } time)
            return time;
        Wrong(name, "Malformed", RequestTime.Complaint);
        return null;
    }

    public string? Cursor(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return PageRequest.Unseal(text) ?? Wrong(name, "Malformed", "is no cursor of this list; take it from the answer before.");
    }

    /// <summary>A condition on records, in the language of search; null if none is given, or if it is wrong.</summary>
    public FlowPredicate? Search(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (SearchParser.TryParse(text, out var predicate, out var problems))
            return predicate;
        _problems.AddRange(problems.Select(problem => FieldProblem.Of(name, problem)));
        return null;
    }

    public void Problem(string name, string code, string message) => _problems.Add(new(name, code, message));

    public void Problem(FieldProblem problem) => _problems.Add(problem);

    /// <summary>True, with all problems, if there are any. Call it when every known parameter has been taken.</summary>
    public bool IsInvalid(out Refusal refusal)
    {
        foreach (var name in query.Keys.Where(name => !_known.Contains(name)))
            Problem(name.Length > 60 ? name[..60] : name, "UnknownParameter", $"is not known here; known are {string.Join(", ", _known.Order())}.");
        refusal = Refusal.Invalid(_problems);
        return _problems.Count > 0;
    }

    private string? Wrong(string name, string code, string message)
    {
        Problem(name, code, message);
        return null;
    }
}
