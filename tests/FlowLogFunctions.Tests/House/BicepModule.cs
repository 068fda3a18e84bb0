using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

/// <summary>The parameters, outputs and module calls of a Bicep file that is indented by two.</summary>
internal sealed partial class BicepModule(string path)
{
    private readonly string _text = RepositoryFolder.Read(path);

    public string Path => path;

    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(_text).Select(match => match.Groups["name"].Value)];

    /// <summary>Parameters without a default.</summary>
    public IReadOnlyList<string> Required =>
        [.. Parameter().Matches(_text).Where(match => !match.Groups["default"].Success).Select(match => match.Groups["name"].Value)];

    public IReadOnlyList<string> Secure => [.. SecureParameter().Matches(_text).Select(match => match.Groups["name"].Value)];

    public IReadOnlyList<string> Outputs => [.. Output().Matches(_text).Select(match => match.Groups["name"].Value)];

    public IReadOnlyList<BicepCall> Calls => [.. ModuleCall().Matches(_text).Select(CallOf)];

    /// <summary>Names of outputs that this file reads of one of its calls.</summary>
    public IReadOnlyList<string> OutputsReadOf(string call) =>
        [.. Regex.Matches(_text, $@"\b{call}!?\.outputs\.(\w+)").Select(match => match.Groups[1].Value).Distinct()];

    private BicepCall CallOf(Match match) => new(
        match.Groups["call"].Value,
        new BicepModule(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, match.Groups["file"].Value)),
        [.. Argument().Matches(match.Groups["arguments"].Value).Select(argument => argument.Groups["name"].Value)]);

    [GeneratedRegex(@"^param (?<name>\w+) \S+(?<default> =)?", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^@secure\(\)\nparam (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex SecureParameter();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^module (?<call>\w+) '(?<file>[^']+)' = (?:if \(.*\) )?\{\n(?:  .*\n)*?  params: \{\n(?<arguments>(?:    .*\n)*)  \}", RegexOptions.Multiline)]
    private static partial Regex ModuleCall();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex Argument();
}
