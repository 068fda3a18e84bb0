using System.Runtime.CompilerServices;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.FlowLogs;

/// <summary>The calls about flow logs, and what is printed of their answers.</summary>
internal sealed class FlowLogCalls(ServiceClient service, Terminal terminal, AnswerFormat format)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly AnswerColumn Status = new("status");

    private static readonly AnswerColumn[] Columns =
    [
        new("id"), new("name"), Status, new("resourceType"), new("resourceId"), new("trafficType"), new("project"), new("logstore"),
        new("aggregationInterval", IsNumber: true), new("delivery.status"), new("delivery.completeTo"), new("delivery.recordsLastHour", IsNumber: true),
    ];

    public static string PathOf(string id) => $"flowlogs/{Uri.EscapeDataString(id)}";

    public static async IAsyncEnumerable<string> IdsAsync(ServiceClient service, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in service.ItemsAsync(ServiceRequest.Get("flowlogs"), cancellation))
            yield return new AnswerColumn("id").Of(item);
    }

    public Task ListAsync(IReadOnlyList<(string Name, string? Value)> filters, CancellationToken cancellation) => AnswerPrinter.ListAsync(
        terminal, format, Columns, service.ItemsAsync(ServiceRequest.Get("flowlogs", filters), cancellation), cancellation);

    public async Task ShowAsync(string id, CancellationToken cancellation) =>
        await PrintAsync(await service.GetAsync(PathOf(id), cancellation), cancellation);

    /// <summary>Makes or changes one, and prints what it is then.</summary>
    /// <exception cref="Failure">It does not settle.</exception>
    public async Task ChangeAsync(ServiceRequest request, bool wait, CancellationToken cancellation)
    {
        var answer = await service.SendAsync(request, cancellation);
        if (wait)
            answer = await SettledAsync(answer, cancellation);
        await PrintAsync(answer, cancellation);
    }

    /// <exception cref="Failure">It was not to be, nobody can be asked, or it does not settle.</exception>
    public async Task DeleteAsync(ServiceRequest request, string id, bool isSure, bool wait, CancellationToken cancellation)
    {
        if (!isSure)
            request = request with { IfMatch = request.IfMatch ?? await AskAsync(id, cancellation) };
        await service.SendAsync(request, cancellation);
        if (!wait)
            return;
        try
        {
            var deleted = await SettledAsync(await service.GetAsync(PathOf(id), cancellation), cancellation);
            throw new Failure($"{id}: is {Status.Of(deleted.Json)} and not deleted");
        }
        catch (ServiceRefusal refusal) when (refusal.Code == ExitCode.NotFound)
        {
        }
    }

    /// <returns>The version that was to be deleted.</returns>
    private async Task<string?> AskAsync(string id, CancellationToken cancellation)
    {
        if (terminal.ReadLine is null)
            throw new Failure("nobody can be asked here whether to delete it: --yes says so");
        var shown = await service.GetAsync(PathOf(id), cancellation);
        terminal.Errors.Write(Visible.Of($"Delete {id} ({new AnswerColumn("name").Of(shown.Json)}, {Status.Of(shown.Json)})? [y/N] "));
        terminal.Errors.Flush();
        return terminal.ReadLine()?.Trim() is "y" or "Y" or "yes" ? shown.ETag : throw new Failure("nothing was deleted");
    }

    private async Task<ServiceAnswer> SettledAsync(ServiceAnswer answer, CancellationToken cancellation)
    {
        var id = new AnswerColumn("id").Of(answer.Json);
        for (var since = terminal.Time.GetTimestamp(); Status.Of(answer.Json) is "Activating" or "Deactivating" or "Modifying" or "Deleting";)
        {
            if (terminal.Time.GetElapsedTime(since) > Longest)
                throw new Failure($"{id}: is still {Status.Of(answer.Json)}");
            await Task.Delay(Step, terminal.Time, cancellation);
            answer = await service.GetAsync(PathOf(id), cancellation);
        }

        return answer;
    }

    /// <summary>JSON is the API's object; others see its version too.</summary>
    private async Task PrintAsync(ServiceAnswer answer, CancellationToken cancellation)
    {
        await AnswerPrinter.OneAsync(terminal, format, answer.Json, cancellation);
        if (format == AnswerFormat.Table && answer.ETag is not null)
            terminal.Errors.WriteLine($"ETag {answer.ETag}");
    }
}
