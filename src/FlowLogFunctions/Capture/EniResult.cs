namespace FlowLogFunctions.Capture;

/// <summary>How a run of capture ended for one ENI.</summary>
internal enum EniResult
{
    /// <summary>It failed or the run was stopped; the next run takes it up.</summary>
    Failed = 0,

    Done = 1,

    /// <summary>Another run went on with it.</summary>
    TakenOver = 2,

    /// <summary>The run's time was over before all was read; the next run goes on.</summary>
    TimeUp = 3,
}
