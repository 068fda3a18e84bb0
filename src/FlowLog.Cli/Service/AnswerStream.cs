namespace FlowLog.Cli.Service;

/// <summary>The body of an answer that comes bit by bit. One that breaks off, or from which nothing comes for long, is a failure and not an end.</summary>
internal sealed class AnswerStream(Stream body, Uri url) : AwaitedStream
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    /// <exception cref="Failure">The answer broke off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(LongestSilence);
        try
        {
            return await body.ReadAsync(buffer, silence.Token);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException)
        {
            throw BrokeOff(fault.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw BrokeOff("nothing came any more");
        }
    }

    private Failure BrokeOff(string why) => new($"{url}: broke off its answer: {why}", ExitCode.Unavailable);
}
