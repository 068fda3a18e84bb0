using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Capture;

/// <summary>Settings <c>FlowLog:Capture</c>.</summary>
internal sealed class CaptureOptions
{
    public const string Section = "FlowLog:Capture";

    /// <summary>Seconds after its end at which a window counts as closed, for packets that come late. 0 to 300; 5 by default.</summary>
    [Range(0, 300)]
    public int GraceSeconds { get; set; } = 5;

    /// <summary>The longest time that one step of an ENI covers when it catches up, in minutes. 10 to 1440; 60 by default.</summary>
    [Range(10, 1440)]
    public int StepMinutes { get; set; } = 60;

    /// <summary>
    /// What one step of an ENI reads of capture files, unpacked, in MiB: of stock, and as much of its windows. 1 to 1,000,000; 8,192 by default.
    /// </summary>
    [Range(1, 1_000_000)]
    public int StepMebibytes { get; set; } = 8_192;

    /// <summary>
    /// Seconds after which a run of capture begins no further steps, but for the first ones of accounts that have not used as much; 0 is one step of
    /// each ENI. 0 to 3,600; 50 by default.
    /// </summary>
    [Range(0, 3_600)]
    public int RunSeconds { get; set; } = 50;

    /// <summary>Open flows of one ENI; past it the smallest are closed early. 1,000 to 10,000,000; 1,000,000 by default.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxFlows { get; set; } = 1_000_000;

    /// <summary>Whether packets to multicast groups are logged. Alibaba Cloud leaves them out; so does this, by default.</summary>
    public bool Multicast { get; set; }

    /// <summary>ENIs that are read at the same time. 1 to 64; 4 by default.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 4;

    /// <summary>Capture files that an ENI holds at most. 1 to 2,000; 500 by default.</summary>
    [Range(1, 2_000)]
    public int MaxFilesPerEni { get; set; } = 500;

    /// <summary>The largest capture file, in MiB. 1 to 190,000, what a block blob takes; 2,048 by default.</summary>
    [Range(1, 190_000)]
    public int MaxFileMebibytes { get; set; } = 2_048;

    /// <summary>What a capture file is unpacked to at most, in MiB; what is behind is not read, and said. 1 to 1,000,000,000; 65,536 by default.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxUnpackedMebibytes { get; set; } = 65_536;

    /// <summary>What all capture files of an account have together, in all regions, in MiB. 1 to 1,000,000,000; 102,400 by default.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxMebibytesPerAccount { get; set; } = 102_400;

    /// <summary>Capture files that one process takes at the same time. 1 to 1,000; 32 by default.</summary>
    [Range(1, 1_000)]
    public int MaxUploads { get; set; } = 32;

    /// <summary>Of them those of one account. 1 to 1,000; 8 by default.</summary>
    [Range(1, 1_000)]
    public int MaxUploadsPerAccount { get; set; } = 8;
}
