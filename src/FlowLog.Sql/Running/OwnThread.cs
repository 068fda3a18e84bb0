namespace FlowLog.Sql.Running;

/// <summary>Work that waits, and so must not take a thread from the pool that what it waits for needs.</summary>
internal static class OwnThread
{
    /// <summary>Deep expressions take a lot of it.</summary>
    private const int StackBytes = 8 << 20;

    public static Task<T> RunAsync<T>(string name, Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(Run, StackBytes) { IsBackground = true, Name = name };
        thread.Start();
        return done.Task;

        void Run()
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        }
    }
}
