using System.CommandLine;
using System.CommandLine.Completions;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Completion;

/// <summary>What can stand in a place of the command line.</summary>
internal static class Completions
{
    /// <summary>Whoever types does not wait longer for the service's names.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Offers these, and not the names of an enum as its code spells them.</summary>
    public static Option<T> Offer<T>(this Option<T> option, params string[] values)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(values);
        return option;
    }

    /// <summary>Offers what the service has, where one is logged in and it answers at once.</summary>
    /// <param name="names">Asks for the names.</param>
    public static Argument<T> Offer<T>(this Argument<T> argument, Terminal terminal, Func<ServiceClient, CancellationToken, IAsyncEnumerable<string>> names)
    {
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add(context => Names(context, terminal, names));
        return argument;
    }

    private static List<string> Names(
        CompletionContext context, Terminal terminal, Func<ServiceClient, CancellationToken, IAsyncEnumerable<string>> names)
    {
        try
        {
            using var stop = new CancellationTokenSource(Patience, terminal.Time);
            using var service = new ServiceClient(ServiceOptions.AccessOf(context.ParseResult, terminal));
            return Task.Run(() => CollectAsync(names(service, stop.Token), context.WordToComplete), stop.Token).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is Failure or ServiceRefusal or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static async Task<List<string>> CollectAsync(IAsyncEnumerable<string> names, string begin)
    {
        var found = new List<string>();
        await foreach (var name in names)
        {
            if (name.StartsWith(begin, StringComparison.Ordinal))
                found.Add(Visible.Of(name));
        }

        return found;
    }
}
