using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace FlowLogFunctions.Storage;

/// <summary>Reading tables that may not be there. One that was dropped is on its way out for 40 seconds or more: until then storage answers 409.</summary>
internal static class MissingTable
{
    private static readonly string BeingDeleted = TableErrorCode.TableBeingDeleted.ToString();

    /// <summary>Whether a call failed as the table, or the row, is not there.</summary>
    public static bool Is(RequestFailedException fault) => fault.Status == 404 || (fault.Status == 409 && fault.ErrorCode == BeingDeleted);

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
        catch (RequestFailedException fault) when (Is(fault))
        {
            return false;
        }
    }
}
