using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>A Logstore that was deleted, or is about to be: its tables may go once no Logstore has this id any more.</summary>
internal sealed record DroppedLogstore(string Id, string AccountId, string Region, string Project, string Name, DateTimeOffset DroppedAt)
{
    public Scope Scope => new(AccountId, Region);
}
