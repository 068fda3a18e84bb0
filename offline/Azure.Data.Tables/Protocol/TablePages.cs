using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads one page of a query.</summary>
/// <param name="continuationToken">Where the page begins; null for the first.</param>
/// <param name="top">At most how many items it has; null leaves it to the service.</param>
/// <param name="cancellationToken">Stops the request.</param>
internal delegate Task<Page<T>> ReadPage<T>(string? continuationToken, int? top, CancellationToken cancellationToken)
    where T : notnull;

/// <summary>A query's items, page after page.</summary>
internal sealed class TablePages<T>(ReadPage<T> read, int? maxPerPage, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        WalkAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
            foreach (var item in page.Values)
                yield return item;
    }

    // A page may be empty and yet be followed by another.
    private async IAsyncEnumerable<Page<T>> WalkAsync(
        string? token, int? top, CancellationToken ofQuery, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ofQuery, cancellationToken);
        do
        {
            var page = await read(token, top, either.Token);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
