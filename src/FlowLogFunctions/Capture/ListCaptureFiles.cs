using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>An ENI's capture files and how far they have been read.</summary>
internal sealed class ListCaptureFiles(EniStore enis, CaptureFiles files, CursorStore cursors)
{
    public async Task<Outcome<Page<CaptureFileView>>> RunAsync(Caller caller, string eniId, PageRequest page, CancellationToken cancellation)
    {
        if (await enis.FindAsync(caller.Scope, eniId, cancellation) is null)
            return enis.NotFound(eniId);
        var cursor = await cursors.FindAsync(caller.Scope, eniId, cancellation);
        var items = new List<CaptureFileView>();
        await foreach (var file in files.ListAsync(caller.Scope, eniId, cancellation))
        {
            if (page.After is not null && string.CompareOrdinal(file.Name, page.After) <= 0)
                continue;
            if (items.Count == page.Limit)
                return new Page<CaptureFileView>(items, PageRequest.Seal(items[^1].Name));
            items.Add(CaptureFileView.Of(file, cursor?.Value.Files.GetValueOrDefault(file.Name)));
        }

        return new Page<CaptureFileView>(items, null);
    }
}
