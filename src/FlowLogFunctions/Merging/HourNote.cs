using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Merging;

/// <summary>That an hour of a Logstore has been written to, or is about to be.</summary>
/// <param name="Hour">Its start, Unix seconds.</param>
internal sealed record HourNote(
    string AccountId, string Region, string Project, string Logstore, string LogstoreId, long Hour, DateTimeOffset NotedAt)
{
    public Scope Scope => new(AccountId, Region);
}
