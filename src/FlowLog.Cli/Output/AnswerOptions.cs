using System.CommandLine;
using FlowLog.Cli.Completion;

namespace FlowLog.Cli.Output;

/// <summary>How answers of a service are printed, in the words of all verbs that print some.</summary>
internal static class AnswerOptions
{
    public static readonly Option<AnswerFormat> Format = new Option<AnswerFormat>("--format")
    {
        Description = "table for people, json for programs (the API's own objects), or csv.",
        HelpName = "FORMAT",
        Recursive = true,
        DefaultValueFactory = _ => AnswerFormat.Table,
    }.Offer("table", "json", "csv");

    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Print results and what went wrong, nothing else." };
}
