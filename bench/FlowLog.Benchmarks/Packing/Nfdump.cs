using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Meters;

namespace FlowLog.Benchmarks.Packing;

/// <summary>nfdump's file of the same records, which cannot be made of CSV: it comes from nfcapd, and is compressed here.</summary>
internal static class Nfdump
{
    private static readonly (string Option, string Name)[] Kinds = [("-X", "nfdump, uncompressed"), ("-z", "nfdump -z (LZO)"), ("-y", "nfdump -y (LZ4)"), ("-j", "nfdump -j (bzip2)")];

    public static async Task AddAsync(Table stores, string? file, TemporaryFolder folder, PackedSet merged, CancellationToken cancellation)
    {
        if (file is null || !Peer.IsInstalled("nfdump"))
            return;
        foreach (var (option, name) in Kinds)
        {
            var written = folder.File("nfdump" + option);
            string[] how = option == "-X" ? ["-r", file, "-w", written] : ["-r", file, option, "-w", written];
            await Peer.RunAsync("nfdump", how, cancellation);
            var length = new FileInfo(written).Length;
            stores.Add(name, FormattableString.Invariant($"{length:N0}"), merged.PerRecord(length), merged.RatioOf(length), "", "");
            File.Delete(written);
        }
    }
}
