namespace FlowLog.Cli.Service;

/// <summary>The body of an answer that comes bit by bit. One that breaks off, or from which nothing comes for long, is a failure and not an end.</summary>
internal sealed class AnswerStream(Stream body, Uri url) : Stream
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private Failure BrokeOff(string why) => new($"{url}: broke off its answer: {why}", ExitCode.Unavailable);
}
