using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace FlowLogFunctions.Storage;

/// <summary>Reading tables that may not be there.</summary>
internal static class MissingTable
{
    /// <summary>The rows; a table that is not there has none.</summary>
    public static async IAsyncEnumerable<TableEntity> OrNone(
        this AsyncPageable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var enumerator = rows.GetAsyncEnumerator(cancellation);
        while (await NextAsync(enumerator))
            yield return enumerator.Current;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }
}
