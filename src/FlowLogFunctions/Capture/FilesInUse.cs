using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Keeps the capture files that a step which was begun reads: if it is repeated it must read the same, or its batches would be others under
/// the same ids.
/// </summary>
internal sealed class FilesInUse(CursorStore cursors, TimeProvider time)
{
    /// <summary>A step that nobody has carried on for so long keeps no file any more; what it then lacks it says.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The refusal to remove or replace a file that a step reads; null if none does.</summary>
    public async Task<Refusal?> RefuseAsync(Scope scope, string eniId, string name, CancellationToken cancellation)
    {
        if ((await cursors.FindAsync(scope, eniId, cancellation))?.Value.Plan is not { PlannedAt: { } planned } plan)
            return null;
        var isOld = planned + (long)Longest.TotalSeconds < time.GetUtcNow().ToUnixTimeSeconds();
        return !isOld && plan.Files.Any(file => file.Name == name)
            ? Refusal.Conflict("CaptureInUse", $"Capture file {name} is being read; repeat in a minute.")
            : null;
    }
}
